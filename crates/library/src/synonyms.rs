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
    let mut groups: Vec<Vec<String>> = Vec::new();
    let mut statement = conn.prepare("SELECT word FROM term WHERE false_friend = '' ORDER BY row")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let texts: Texts = serde_json::from_str(library::text(row, 0)?)?;
        let words = texts.values().flat_map(|words| words.split(" / "));
        groups.push(words.map(|word| word.trim().to_owned()).collect());
    }
    let mut statement = conn.prepare("SELECT words FROM synonym ORDER BY row")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let SynonymGroup(words) = serde_json::from_str(library::text(row, 0)?)?;
        groups.push(words);
    }
    Ok(Synonyms::new(groups))
}
