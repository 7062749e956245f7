//! Every language says everything: same files, same messages, same variables, and nothing unused.

use std::collections::{BTreeMap, BTreeSet};

use durumi_base::Language;
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
};

use crate::tree;

/// For each message, and each attribute as `message.attribute`: its variables.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn files(language: Language) -> BTreeSet<String> {
    let folder = format!("locales/{}/", language.tag());
    tree::files(&[".ftl"])
        .iter()
        .filter_map(|path| path.strip_prefix(&folder))
        .map(str::to_owned)
        .collect()
}

fn messages(language: Language, file: &str) -> Messages {
    let path = format!("locales/{}/{file}", language.tag());
    let text = tree::read(&path);
    let resource = parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}"));
    let mut all = Messages::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        if let Some(value) = &message.value {
            let known = all.insert(message.id.name.to_owned(), variables(value));
            assert!(known.is_none(), "{path}: {} is there twice", message.id.name);
        }
        for attribute in &message.attributes {
            all.insert(
                format!("{}.{}", message.id.name, attribute.id.name),
                variables(&attribute.value),
            );
        }
    }
    all
}

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    walk(pattern, &mut |inline| {
        if let InlineExpression::VariableReference { id } = inline {
            found.insert(id.name.to_owned());
        }
    });
    found
}

fn walk(pattern: &Pattern<&str>, see: &mut impl FnMut(&InlineExpression<&str>)) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Inline(inline) => walk_inline(inline, see),
            Expression::Select { selector, variants } => {
                walk_inline(selector, see);
                for variant in variants {
                    walk(&variant.value, see);
                }
            }
        }
    }
}

fn walk_inline(inline: &InlineExpression<&str>, see: &mut impl FnMut(&InlineExpression<&str>)) {
    see(inline);
    if let InlineExpression::FunctionReference { arguments, .. } = inline {
        arguments
            .positional
            .iter()
            .for_each(|argument| walk_inline(argument, see));
    }
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let english = files(Language::En);
    assert!(english.len() >= 10, "the words were found");
    for language in Language::ALL {
        assert_eq!(files(language), english, "{language}");
        for file in &english {
            let (ours, theirs) = (messages(language, file), messages(Language::En, file));
            let missing: Vec<_> = theirs.keys().filter(|id| !ours.contains_key(*id)).collect();
            let extra: Vec<_> = ours.keys().filter(|id| !theirs.contains_key(*id)).collect();
            assert!(
                missing.is_empty() && extra.is_empty(),
                "{language}/{file}: missing {missing:?}, extra {extra:?}"
            );
            for (id, variables) in &theirs {
                assert_eq!(&ours[id], variables, "{language}/{file}: variables of {id}");
            }
        }
    }
}

#[test]
fn a_number_in_russian_has_all_its_forms() {
    for file in files(Language::Ru) {
        let path = format!("locales/ru/{file}");
        let text = tree::read(&path);
        let resource = parser::parse(text.as_str()).unwrap();
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            for element in message.value.iter().flat_map(|value| &value.elements) {
                let PatternElement::Placeable {
                    expression: Expression::Select { variants, .. },
                } = element
                else {
                    continue;
                };
                let keys: BTreeSet<_> = variants
                    .iter()
                    .filter_map(|variant| match variant.key {
                        VariantKey::Identifier { name } => Some(name),
                        VariantKey::NumberLiteral { .. } => None,
                    })
                    .collect();
                if keys.contains("one") {
                    for form in ["few", "many"] {
                        assert!(
                            keys.contains(form),
                            "{path}: {} has no form for {form}",
                            message.id.name
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_message_has_one_home() {
    for language in Language::ALL {
        let mut homes: BTreeMap<String, String> = BTreeMap::new();
        for file in files(language) {
            for id in messages(language, &file).into_keys() {
                if let Some(other) = homes.insert(id.clone(), file.clone()) {
                    panic!("{language}: {id} is in {other} and in {file}");
                }
            }
        }
    }
}

#[test]
fn northern_words_have_no_southern_spelling() {
    // Words of the program's own screens that differ, from docs of both standards. Not a spell checker:
    // it catches a text copied from `ko`.
    const SOUTHERN: [&str; 14] = [
        "노동",
        "여권",
        "여성",
        "연락",
        "영사",
        "이용",
        "이유",
        "임시",
        "비밀번호",
        "서류",
        "휴대전화",
        "러시아",
        "컴퓨터",
        "프로그램",
    ];
    for file in files(Language::KoKp) {
        let text = tree::read(&format!("locales/ko-KP/{file}"));
        for word in SOUTHERN {
            assert!(!text.contains(word), "locales/ko-KP/{file} has {word}");
        }
    }
}
