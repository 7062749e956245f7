//! `phrases.toml`: cards to show to somebody.

use std::collections::BTreeSet;

use durumi_base::Language;

use crate::{
    Rule,
    content::{Phrase, Texts},
    fields::{Fields, TomlFile},
};

pub(crate) const FILE: &str = "phrases.toml";

pub(crate) fn read(file: &TomlFile<'_>, languages: &[Language]) -> Vec<Phrase> {
    let mut fields = file.fields();
    let mut seen = BTreeSet::new();
    let mut phrases = Vec::new();
    for mut entry in fields.tables("phrase") {
        let (id, group) = (entry.id(&mut seen), entry.required_choice("group"));
        let danger = entry.flag("danger");
        let text = entry.required_texts("text", languages);
        let aloud = aloud(&mut entry, languages);
        entry.finish();
        if let (Some(id), Some(group)) = (id, group) {
            phrases.push(Phrase {
                id,
                group,
                danger,
                text,
                aloud,
            });
        }
    }
    fields.finish();
    phrases
}

/// How the text sounds, in those languages in which somebody says it who cannot read it.
fn aloud(entry: &mut Fields<'_>, languages: &[Language]) -> Texts {
    let mut aloud = Texts::new();
    let Some(mut table) = entry.table("aloud") else {
        return aloud;
    };
    for (language, letters) in [
        (Language::KoKp, Letters::Russian),
        (Language::Ko, Letters::Russian),
        (Language::Ru, Letters::Hangul),
    ] {
        let Some((text, line)) = table.text_and_line(language.tag()) else {
            continue;
        };
        let field = format!("aloud.{language}");
        if !languages.contains(&language) {
            table.problem_at(Rule::ExtraLanguage, line, field);
        } else if text.is_empty() {
            table.problem_at(Rule::MissingField, line, field);
        } else if let Err(found) = letters.check(&text) {
            table.problem_at(letters.rule(), line, format!("{field}: {found}"));
        } else {
            aloud.insert(language, text);
        }
    }
    table.finish();
    aloud
}

/// The letters of whoever says a text aloud. Never those of the text: who can read these needs no such line.
#[derive(Clone, Copy)]
enum Letters {
    Hangul,
    Russian,
}

impl Letters {
    /// Fails with what is written in other letters: the first of them, or the text when it has no letter.
    fn check(self, text: &str) -> Result<(), String> {
        let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
        if letters.peek().is_none() {
            return Err(text.to_owned());
        }
        letters
            .find(|c| !self.has(*c))
            .map_or(Ok(()), |c| Err(c.to_string()))
    }

    fn has(self, letter: char) -> bool {
        match self {
            Letters::Hangul => matches!(letter, '가'..='힣'),
            Letters::Russian => matches!(letter, 'А'..='я' | 'Ё' | 'ё'),
        }
    }

    fn rule(self) -> Rule {
        match self {
            Letters::Hangul => Rule::AloudNotHangul,
            Letters::Russian => Rule::AloudNotCyrillic,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_spaces_and_marks_belong_to_no_letters() {
        assert_eq!(Letters::Hangul.check("1) 쁘라슈 우베쥐샤. 2) 다!"), Ok(()));
        assert_eq!(Letters::Russian.check("1) Манмёнъыль — «синчхон»: ещё?"), Ok(()));
    }

    #[test]
    fn one_letter_of_another_kind_is_named() {
        for text in ["쁘라슈 убежища", "쁘라슈 x", "ㅂ", "1) 2)"] {
            assert!(Letters::Hangul.check(text).is_err(), "{text}");
        }
        // The last looks Russian: its first letter is a Latin one.
        for (text, found) in [("망명 синчхон", "망"), ("манмён UNHCR", "U"), ("cинчхон", "c")]
        {
            assert_eq!(Letters::Russian.check(text), Err(found.to_owned()));
        }
    }
}
