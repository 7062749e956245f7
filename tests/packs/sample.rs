//! Packs of any size, of the sentences of the starter's articles.

use std::{fs, path::Path};

use durumi_packs::{Built, Source, build};

const LANGUAGES: [&str; 4] = ["ko-KP", "ko", "ru", "en"];

/// A pack's files. The first `changed` articles say in title and text which version it is.
pub fn files(articles: usize, version: u32, changed: usize) -> Vec<(String, String)> {
    let manifest = format!(
        "format = 1\nid = \"starter\"\nversion = {version}\nlanguages = [\"ko-KP\", \"ko\", \"ru\", \"en\"]\n\
         [title]\nko-KP = \"x\"\nko = \"x\"\nru = \"x\"\nen = \"x\"\n\
         [default_source]\nname = \"x\"\nchecked_on = \"2026-11-24\"\n"
    );
    let mut files = vec![("pack.toml".to_owned(), manifest)];
    for language in LANGUAGES {
        let sentences = sentences(language);
        for article in 0..articles {
            let which = if article < changed { version } else { 1 };
            let mut text = format!("# {language} {article}: {which}\n");
            for block in 0..24 {
                let sentence =
                    &sentences[(article * 7919 + block * 104_729 + article * block) % sentences.len()];
                text += &format!("\n({article}.{block}) {sentence}\n");
            }
            if article < changed {
                text += &format!("\n{which}\n");
            }
            files.push((format!("articles/a{article:04}/{language}.md"), text));
        }
    }
    files
}

pub fn pack(articles: usize, version: u32, changed: usize) -> Built {
    let files = files(articles, version, changed).into_iter();
    build(&Source::from_files(
        files.map(|(name, text)| (name, text.into_bytes())),
    ))
    .unwrap()
}

/// Every paragraph of the starter in a language, without its mark.
fn sentences(language: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs/starter/articles");
    let mut articles: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    articles.sort();
    let mut sentences = Vec::new();
    for article in articles {
        let text = fs::read_to_string(article.join(format!("{language}.md"))).unwrap();
        let blocks = text
            .lines()
            .filter(|line| line.chars().count() > 20 && !line.starts_with('#'));
        sentences.extend(blocks.map(|line| line.trim_start_matches(['-', '>', '"', ' ']).to_owned()));
    }
    sentences
}
