//! Searching.

use durumi_api::{HitKind, SearchHit};
use durumi_base::Language;

use crate::pack::{Files, library};

fn sample() -> Files {
    Files::new("sample", 1)
        .article(
            "lawyer",
            "# 변호사를 찾는 법\n\n무료 변호사가 있습니다.",
            "# Как найти адвоката\n\nАдвокат бесплатно.",
        )
        .article(
            "police",
            "# 경찰\n\n변호사를 부르십시오. 로동자의 권리.",
            "# Полиция\n\nПозовите адвоката.",
        )
        .article("house", "# 살림집\n\n집을 찾습니다.", "# Жильё\n\nИщу дом.")
        .file("glossary.toml", GLOSSARY)
}

fn ids(hits: &[SearchHit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.id.as_str()).collect()
}

fn shown(hit: &SearchHit) -> String {
    hit.snippet
        .iter()
        .map(|piece| {
            if piece.hit {
                format!("[{}]", piece.text)
            } else {
                piece.text.clone()
            }
        })
        .collect()
}

#[test]
fn a_title_is_better_than_a_text_and_each_article_comes_once() {
    let library = library(sample());
    let hits = library.search("변호사", 10, None).unwrap();
    assert_eq!(ids(&hits), ["lawyer", "police"]);
    assert_eq!(shown(&hits[0]), "무료 [변호사]가 있습니다.");
    assert_eq!(
        (hits[0].title.as_str(), hits[0].kind, hits[0].language),
        ("변호사를 찾는 법", HitKind::Article, Some(Language::KoKp))
    );
    assert_eq!(
        ids(&library.search("адвокаты", 10, None).unwrap()),
        ["lawyer", "police"]
    );
    assert_eq!(ids(&library.search("адвокаты", 1, None).unwrap()), ["lawyer"]);
}

#[test]
fn other_spellings_and_synonyms_find_the_same() {
    let library = library(sample());
    assert_eq!(ids(&library.search("노동자", 10, None).unwrap()), ["police"]);
    assert_eq!(ids(&library.search("주택", 10, None).unwrap()), ["house"]);
    assert!(
        library.search("수입인지", 10, None).unwrap().is_empty(),
        "a false friend stands for nothing"
    );
}

#[test]
fn a_mistyped_word_and_a_wrong_keyboard_are_understood() {
    let library = library(sample());
    assert_eq!(
        ids(&library.search("адвакат ", 10, None).unwrap()),
        ["lawyer", "police"]
    );
    assert_eq!(
        ids(&library.search("fldjrfn", 10, None).unwrap()),
        ["lawyer", "police"]
    );
    assert_eq!(
        ids(&library.search("qusghtk", 10, None).unwrap()),
        ["lawyer", "police"]
    );
}

#[test]
fn the_asked_language_is_shown_when_it_matches_as_well() {
    let both = Files::new("sample", 1).article(
        "un",
        "# UNHCR 사무소\n\nUNHCR",
        "# Бюро UNHCR\n\nВ Москве есть UNHCR.",
    );
    let library = library(both);
    for language in [Language::KoKp, Language::Ru] {
        let hits = library.search("UNHCR", 10, Some(language)).unwrap();
        assert_eq!((ids(&hits), hits[0].language), (vec!["un"], Some(language)));
    }
    let hits = library.search("Москва", 10, Some(Language::KoKp)).unwrap();
    assert_eq!(hits[0].language, Some(Language::Ru));
}

#[test]
fn nothing_asked_gives_nothing() {
    let library = library(sample());
    for query in [
        "", " ", "\"", "*", "()", "\0", "^", "!!!", "AND", "NEAR(", "\u{202e}",
    ] {
        let _ = library.search(query, 10, None).unwrap();
    }
    assert!(library.search("", 10, None).unwrap().is_empty());
    assert!(library.search("변호사", 0, None).unwrap().is_empty());
}

#[test]
fn never_more_than_a_hundred_results() {
    let many = (0..150).fold(Files::new("many", 1), |files, number| {
        files.article(&format!("a{number}"), "# 변호사", &format!("# Адвокат {number}"))
    });
    assert_eq!(
        library(many)
            .search("адвокат", u32::MAX, Some(Language::KoKp))
            .unwrap()
            .len(),
        100
    );
}

const GLOSSARY: &str = "[[term]]\nid = \"flat\"\n[term.word]\nko-KP = \"살림집 / 주택\"\nru = \"жильё\"\n\
    [[term]]\nid = \"sign\"\nfalse_friend = \"x\"\n[term.word]\nko-KP = \"로동자 / 수입인지\"\nru = \"подписать\"\n";
