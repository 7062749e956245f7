//! Articles in easy words at a terminal: reading one, and what an author is told of them.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::{fs, path::Path, process::Command};

const PACK: &str = "format = 1\nid = \"plain\"\nversion = 1\nlanguages = [\"ko\", \"ru\"]\n[title]\nko = \"글\"\n\
                    ru = \"Текст\"\n[default_source]\nname = \"x\"\nchecked_on = \"2026-11-24\"\n";

fn durumi(arguments: &[&str]) -> String {
    let data = tempfile::tempdir().unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_durumi"))
        .env("HOME", data.path())
        .arg("--data")
        .arg(data.path().join("data"))
        .args(arguments)
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

fn put(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn an_article_says_first_how_old_it_is_and_last_on_what_it_rests() {
    let text = durumi(&["--language", "en", "library", "show", "ten-days"]);
    for said in [
        "Checked on 2026-11-24",
        "To be checked again by 2027-02-24",
        "Not yet reviewed by a lawyer",
        "! Not checked against the official text",
        "* Code of Administrative Offences of Russia, Article 30.3",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
}

#[test]
fn an_article_is_shown_in_easy_words_in_two_languages_when_asked() {
    let show = |more: &[&str]| {
        durumi(
            &[
                &[
                    "--language",
                    "en",
                    "library",
                    "show",
                    "first-hour",
                    "--beside",
                    "ru",
                ],
                more,
            ]
            .concat(),
        )
    };
    let (full, easy) = (show(&[]), show(&["--easy"]));
    for line in [
        "2. Keep your hands where they can be seen.",
        "2. Держите руки на виду.",
    ] {
        assert!(easy.contains(line) && !full.contains(line), "{line}");
    }
    assert!(easy.lines().count() < full.lines().count());
}

#[test]
fn an_author_is_told_how_many_sentences_are_short_and_which_are_not() {
    let pack = tempfile::tempdir().unwrap();
    let check = || durumi(&["--language", "en", "pack", "check", pack.path().to_str().unwrap()]);
    for (name, text) in [
        ("pack.toml", PACK),
        ("articles/a/ko.md", "# 글"),
        ("articles/a/ru.md", "# Текст"),
    ] {
        put(pack.path(), name, text);
    }
    let none = check();
    assert!(
        none.contains("Easy-read articles: 0") && !none.contains('%'),
        "{none}"
    );

    put(
        pack.path(),
        "articles/a/ko.easy.md",
        "# 글\n\n갑니다. 옵니다. 봅니다.",
    );
    put(
        pack.path(),
        "articles/a/ru.easy.md",
        "# Текст\n\nИду. Стою. Вижу.",
    );
    assert!(check().contains("Easy-read articles: 1\nEasy-read sentences short enough: 100 %"));

    let long = "один два три четыре пять шесть семь восемь девять десять одиннадцать.";
    put(
        pack.path(),
        "articles/a/ru.easy.md",
        &format!("# Текст\n\nИду. {long}"),
    );
    let told = check();
    assert!(told.contains("short enough: 85 %"), "{told}");
    assert!(
        told.contains(&format!("articles/a/ru.easy.md: {long} (11)")),
        "{told}"
    );
}
