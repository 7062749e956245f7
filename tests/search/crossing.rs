//! Northern queries over Southern text alone, and the other way round: with all four languages installed, a query
//! may find an article by the text in its own spelling.

use std::{fs, path::Path};

use durumi_api::HitKind;
use durumi_library::{ANALYSER, Library, SCHEMA};
use durumi_packs::{Source, build, trust};
use durumi_store::Database;
use durumi_testkit::{Labelled, Score};

const STARTER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../packs/starter");

type Files = Vec<(String, Vec<u8>)>;

/// The starter's articles in one language, and the word lists of the starter.
fn library_in(language: &str) -> Library {
    let database = Database::in_memory(&SCHEMA, &[ANALYSER]).expect("memory");
    let mut library = Library::new(database).expect("a new library");
    for files in [articles_in(language), word_lists()] {
        let built = build(&Source::from_files(files)).expect("the pack breaks no rule");
        library.install(&trust::built_here(&built)).expect("it fits");
    }
    library
}

fn articles_in(language: &str) -> Files {
    let mut files = vec![manifest("articles", &[language])];
    for folder in fs::read_dir(Path::new(STARTER).join("articles")).expect("there are articles") {
        let folder = folder.expect("a folder");
        let slug = folder.file_name().into_string().expect("a slug");
        let text = fs::read(folder.path().join(format!("{language}.md"))).expect("every language is there");
        files.push((format!("articles/{slug}/{language}.md"), text));
    }
    files
}

fn word_lists() -> Files {
    let languages = ["ko-KP", "ko", "ru", "en"];
    let mut files = vec![manifest("words", &languages)];
    files.extend(languages.map(|language| (format!("articles/none/{language}.md"), b"# 0".to_vec())));
    files.extend(["glossary.toml", "synonyms.toml"].map(|name| {
        let list = fs::read(Path::new(STARTER).join(name)).expect("a word list");
        (name.to_owned(), list)
    }));
    files
}

fn manifest(id: &str, languages: &[&str]) -> (String, Vec<u8>) {
    let titles: String = languages
        .iter()
        .map(|language| [language, " = \"", id, "\"\n"].concat())
        .collect();
    let text = format!(
        "format = 1\nid = \"{id}\"\nversion = 1\nlanguages = {languages:?}\n[title]\n{titles}\
         [default_source]\nname = \"starter\"\nchecked_on = \"2026-11-24\"\nreview_by = \"2027-02-24\"\n"
    );
    ("pack.toml".to_owned(), text.into_bytes())
}

fn recall(class: &str, language: &str) -> (f64, String) {
    let library = library_in(language);
    let rows: Vec<Labelled> = Labelled::all()
        .into_iter()
        .filter(|row| row.class == class)
        .collect();
    let score = Score::of(&rows, &mut |query| {
        let hits = library.search(query, 10, None).expect("any text is a query");
        let articles = hits.into_iter().filter(|hit| hit.kind == HitKind::Article);
        articles.map(|hit| hit.id).collect()
    });
    println!("{class} over {language} alone\n{score}");
    let found = score
        .recall_at_10
        .get(class)
        .expect("there are such rows")
        .of_one();
    (found, score.to_string())
}

#[test]
fn northern_words_find_southern_text() {
    let (found, score) = recall("north-south", "ko");
    assert!(found >= 0.95, "{score}");
}

#[test]
fn southern_words_find_northern_text() {
    let (found, score) = recall("south-north", "ko-KP");
    assert!(found >= 0.95, "{score}");
}
