//! Articles in easy words: read beside the full text, and not found by search.

use durumi_api::{Article, BlockKind};
use durumi_base::Language;
use durumi_library::Library;

use crate::pack::{Files, empty, library, publish};

fn sample(version: u32) -> Files {
    Files::new("sample", version)
        .article(
            "a",
            "# 경찰\n\n공식본문\n\n둘째",
            "# Полиция\n\nПолный текст\n\nЕщё",
        )
        .article("b", "# 둘째\n\n글", "# Второй\n\nТекст")
}

fn with_easy(version: u32) -> Files {
    sample(version)
        .file("articles/a/ko-KP.easy.md", "# 쉬운 경찰\n\n1. 거북이")
        .file("articles/a/ru.easy.md", "# Просто полиция\n\n1. Черепаха")
}

fn article(library: &Library, id: &str) -> Article {
    let asked = [Language::Ru, Language::En, Language::KoKp];
    let today = "2026-12-01".parse().expect("a day");
    let found = library
        .article(id, &asked, today)
        .expect("the library can be read");
    found.expect("it is there")
}

#[test]
fn easy_words_are_read_in_every_language_beside_the_full_text() {
    let library = library(with_easy(1));
    let languages = article(&library, "a").languages;
    for (text, title, step) in [
        (&languages[0], "Просто полиция", "Черепаха"),
        (&languages[1], "쉬운 경찰", "거북이"),
    ] {
        let easy = text.easy.as_ref().expect("it is there in easy words");
        assert_eq!((easy.title.as_str(), easy.blocks.len()), (title, 1));
        assert_eq!(
            (easy.blocks[0].kind, easy.blocks[0].text.as_str()),
            (BlockKind::Step, step)
        );
    }
    assert_eq!(
        (languages[0].title.as_str(), languages[0].blocks.len()),
        ("Полиция", 2)
    );
    assert!(
        article(&library, "b")
            .languages
            .iter()
            .all(|text| text.easy.is_none())
    );
}

#[test]
fn easy_words_are_not_found_by_search() {
    let library = library(with_easy(1));
    let found = |query| library.search(query, 10, Some(Language::Ru)).unwrap().len();
    assert_eq!((found("Полный"), found("Черепаха"), found("거북이")), (1, 0, 0));
}

#[test]
fn a_newer_pack_brings_easy_words_and_takes_them_away() {
    let mut library = empty();
    for (files, has) in [(sample(1), false), (with_easy(2), true), (sample(3), false)] {
        publish(&mut library, &files.build()).unwrap();
        assert_eq!(article(&library, "a").languages[0].easy.is_some(), has);
    }
}
