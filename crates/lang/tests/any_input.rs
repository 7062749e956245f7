//! Whatever is written or typed, nothing breaks.

mod index;

use durumi_lang::{Purpose, Query, Vocabulary, analyse, closeness};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::index::{Index, check};

fn tokens(text: &str, purpose: Purpose) -> Vec<(String, bool, usize, usize)> {
    let mut tokens = Vec::new();
    analyse(text, purpose, &mut |t| {
        tokens.push((t.text.to_owned(), t.colocated, t.start, t.end));
    });
    tokens
}

/// Texts of the alphabets we care for, mixed with what breaks things.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[가-힣]{1,6}",
        3 => "[а-яё]{1,12}",
        2 => "[a-z0-9]{1,8}",
        2 => "[ㄱ-ㅣ]{1,4}",
        2 => "[\u{1100}-\u{11ff}\u{a960}-\u{a97c}\u{d7b0}-\u{d7fb}]{1,4}",
        2 => "[\u{300}-\u{36f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{0}-\u{1f}]{1,3}",
        2 => "[ .,\"*()^=:+{}-]{1,3}",
        2 => "[\u{ff00}-\u{ffef}\u{3200}-\u{32ff}\u{fb00}-\u{fb4f}中文]{1,3}",
        1 => "\\PC{1,6}",
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn offsets_are_monotone_and_on_character_boundaries(text in text()) {
        for purpose in [Purpose::Document, Purpose::Query, Purpose::Highlight] {
            let mut before = (0, 0);
            for (token, colocated, start, end) in tokens(&text, purpose) {
                prop_assert!(!token.is_empty());
                prop_assert!(start < end && end <= text.len());
                prop_assert!(text.is_char_boundary(start) && text.is_char_boundary(end));
                prop_assert!(start >= before.0 && (colocated || end >= before.1));
                before = (start, if colocated { before.1 } else { end });
            }
        }
    }

    #[test]
    fn a_highlight_is_the_document_without_colocated_tokens(text in text()) {
        let document: Vec<_> = tokens(&text, Purpose::Document).into_iter().filter(|t| !t.1).collect();
        prop_assert_eq!(document, tokens(&text, Purpose::Highlight));
    }

    #[test]
    fn a_word_is_found_in_itself(word in "[가-힣]{1,5}|[а-яё]{1,12}|[a-z]{1,12}|[0-9]{1,6}|[ㄱ-ㅎ가-힣]{1,4}") {
        let document: Vec<String> = tokens(&word, Purpose::Document).into_iter().map(|t| t.0).collect();
        for (token, ..) in tokens(&word, Purpose::Query) {
            prop_assert!(document.contains(&token), "{} not in {:?}", token, document);
        }
    }

    #[test]
    fn decomposed_text_gives_the_same_tokens(text in "[가-힣а-яёА-ЯЁa-zé ]{0,30}") {
        let names = |text: &str| tokens(text, Purpose::Document).into_iter().map(|t| t.0).collect::<Vec<_>>();
        prop_assert_eq!(names(&text), names(&text.nfd().collect::<String>()));
    }

    #[test]
    fn what_is_typed_finds_a_text_of_the_same_words(words in prop::collection::vec("[가-힣]{1,4}|[а-яё]{2,9}|[a-z]{2,9}", 1..5)) {
        let typed = words.join(" ");
        let stages = Query::parse(&typed).stages();
        prop_assert!(Index::of(&typed).matches(&stages[0].expression), "{}", stages[0].expression);
    }

    #[test]
    fn fts5_accepts_every_expression(text in text(), vocabulary in prop::collection::vec(text(), 0..4)) {
        let query = Query::parse(&text).with_synonyms(&|_| vocabulary.clone());
        let tokens: Vocabulary = vocabulary.iter().flat_map(|text| tokens(text, Purpose::Document)).map(|token| token.0).collect();
        let readings: Vec<Query> = query.readings().iter().map(|reading| Query::parse(reading)).collect();
        let all = std::iter::once(&query).chain(&readings);
        for stage in all.flat_map(|query| query.stages().into_iter().chain(query.typos(&tokens)).chain(query.mended(&tokens))) {
            if let Err(error) = check(&stage.expression) {
                prop_assert!(false, "{}: {}", error, stage.expression);
            }
        }
        let _ = closeness(&query, &vocabulary.concat());
    }
}

#[test]
fn long_texts_are_short_work() {
    for unit in [
        "가",
        "а",
        "a",
        "ㄱ",
        "\u{1100}",
        "\u{301}",
        "и\u{306}",
        "\"",
        "가 ",
        "ﷺ",
        "0",
        "\0",
    ] {
        let text = unit.repeat(10_000);
        for purpose in [Purpose::Document, Purpose::Query, Purpose::Highlight] {
            analyse(&text, purpose, &mut |token| assert!(token.text.len() < 1_000));
        }
        for stage in Query::parse(&text).stages() {
            check(&stage.expression).unwrap();
            assert!(stage.expression.len() < 40_000);
        }
    }
}
