//! Words that find one another, from every installed pack.
//!
//! A glossary gives one thing in all languages, so that who knows only the Russian word finds a Korean
//! page, and back. The list of synonyms gives what the two Koreas call differently. A false friend means
//! something else on the other side and stands for nothing.

use durumi_lang::Synonyms;
use durumi_packs::content::{SynonymGroup, Texts};
use rusqlite::Connection;

use crate::{LibraryError, library};

pub(crate) fn load(conn: &Connection) -> Result<Synonyms, LibraryError> {
    let mut pairs = Pairs::default();
    let mut statement = conn.prepare("SELECT word FROM term WHERE false_friend = '' ORDER BY row")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let texts: Texts = serde_json::from_str(library::text(row, 0)?)?;
        let words = texts.values().flat_map(|words| words.split(" / "));
        pairs.add(&words.map(str::trim).collect::<Vec<_>>());
    }
    let mut statement = conn.prepare("SELECT words FROM synonym ORDER BY row")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let SynonymGroup(words) = serde_json::from_str(library::text(row, 0)?)?;
        pairs.add(&words.iter().map(String::as_str).collect::<Vec<_>>());
    }
    Ok(Synonyms::new(pairs.0))
}

#[derive(Default)]
struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// Every two of the words.
    fn add(&mut self, words: &[&str]) {
        for (at, word) in words.iter().enumerate() {
            let others = words.iter().skip(at + 1).filter(|other| *other != word);
            self.0
                .extend(others.map(|other| ((*word).to_owned(), (*other).to_owned())));
        }
    }
}
