//! The index of words.

use durumi_base::Language;
use durumi_packs::content::{Block, BlockKind, Contact, Phrase, Place};
use durumi_store::Database;
use rusqlite::{Transaction, params};

use crate::{LibraryError, analyser::ANALYSER_VERSION, blocks, library, texts::Unpacker};

/// Kinds of item, as the table has them.
pub(crate) const ARTICLE: i64 = 1;
pub(crate) const CONTACT: i64 = 2;
pub(crate) const PHRASE: i64 = 3;
pub(crate) const PLACE: i64 = 4;
/// Not in the index: the article on dates is what a search finds, and it leads on.
pub(crate) const DEADLINE: i64 = 5;
/// Likewise; a year of a country's holidays.
pub(crate) const HOLIDAYS: i64 = 6;

/// What is looked for in one language of an item.
pub(crate) struct Words {
    pub(crate) language: Language,
    pub(crate) title: String,
    pub(crate) lead: String,
    headings: String,
    body: String,
}

/// Two line ends, so that no word and no pair of syllables goes on from one block to the next.
const APART: &str = "\n\n";
/// Longest lead, in characters.
const LEAD: usize = 90;

pub(crate) fn of_texts(language: Language, blocks: &[Block], texts: &[String]) -> Words {
    let mut words = Words::new(language);
    for (block, text) in blocks.iter().zip(texts) {
        match block.kind {
            BlockKind::Title => words.title.clone_from(text),
            BlockKind::Heading => push(&mut words.headings, text),
            kind => {
                if words.lead.is_empty() && matches!(kind, BlockKind::Text | BlockKind::Step) {
                    words.lead = beginning(text);
                }
                push(&mut words.body, text);
            }
        }
    }
    words
}

pub(crate) fn of_contact(contact: &Contact) -> Vec<Words> {
    let words = contact.name.iter().map(|(language, name)| {
        let mut words = Words::new(*language);
        words.title.clone_from(name);
        // Phones and the address are left out: what expired must not be found. So is what to be careful about: it
        // names the same offices again and again, and would bury the one that is looked for.
        if let Some(text) = contact.serves.get(language) {
            words.body.clone_from(text);
        }
        words
    });
    words.collect()
}

pub(crate) fn of_phrase(phrase: &Phrase) -> Vec<Words> {
    let words = phrase.text.iter().map(|(language, text)| {
        let mut words = Words::new(*language);
        words.body.clone_from(text);
        words
    });
    words.collect()
}

pub(crate) fn of_place(place: &Place) -> Vec<Words> {
    let words = place.name.iter().map(|(language, name)| {
        let mut words = Words::new(*language);
        words.title.clone_from(name);
        // Names only. Who looks for "consulate" or "border" needs what articles and contacts say, and not a list of
        // towns whose line or warning has the word.
        for spelling in &place.also {
            push(&mut words.body, spelling);
        }
        words
    });
    words.collect()
}

impl Words {
    fn new(language: Language) -> Self {
        Words {
            language,
            title: String::new(),
            lead: String::new(),
            headings: String::new(),
            body: String::new(),
        }
    }

    /// Bytes of what is indexed.
    pub(crate) fn length(&self) -> u32 {
        let bytes = self.title.len() + self.headings.len() + self.body.len();
        u32::try_from(bytes).unwrap_or(u32::MAX)
    }

    /// Puts the words into the index, under the row of `wording`.
    pub(crate) fn add(&self, tx: &Transaction<'_>, row: i64) -> Result<(), LibraryError> {
        tx.prepare_cached("INSERT INTO word_index (rowid, body, title, headings) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![row, self.body, self.title, self.headings])?;
        Ok(())
    }
}

/// Makes one piece of the index of all its pieces: the smallest and the fastest it can be. What they took is given
/// back: after a second pack a third of the file was free pages.
pub(crate) fn optimise(tx: &Transaction<'_>) -> Result<(), LibraryError> {
    tx.execute("INSERT INTO word_index (word_index) VALUES ('optimize')", [])?;
    Ok(durumi_store::give_back(tx)?)
}

/// Makes the index again when it was made with other rules of words.
pub(crate) fn renew(db: &mut Database) -> Result<(), LibraryError> {
    let version: u32 = db
        .conn()
        .query_row("SELECT analyser FROM meta", [], |row| row.get(0))?;
    if version == ANALYSER_VERSION {
        return Ok(());
    }
    db.transaction(|tx| {
        clear(tx)?;
        add_articles(tx)?;
        add_records(tx)?;
        optimise(tx)?;
        tx.execute("UPDATE meta SET analyser = ?1", [ANALYSER_VERSION])?;
        Ok(())
    })
}

/// Forgets every word.
pub(crate) fn clear(tx: &Transaction<'_>) -> Result<(), LibraryError> {
    tx.execute("INSERT INTO word_index (word_index) VALUES ('delete-all')", [])?;
    Ok(())
}

fn add_articles(tx: &Transaction<'_>) -> Result<(), LibraryError> {
    let mut unpacker = Unpacker::load(tx)?;
    let mut statement = tx.prepare(
        "SELECT wording.row, item.pack, wording.language, article.blocks, body.packed, body.unpacked
         FROM wording
         JOIN item ON item.row = wording.item
         JOIN article ON article.item = item.row
         JOIN body ON body.wording = wording.row",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let language = library::language(row, 2)?;
        let blocks = blocks::read(library::text(row, 3)?)?;
        let packed = row.get_ref(4)?.as_blob().map_err(rusqlite::Error::from)?;
        let texts: Vec<String> =
            serde_json::from_slice(&unpacker.unpack(row.get(1)?, language, packed, row.get(5)?)?)?;
        of_texts(language, &blocks, &texts).add(tx, row.get(0)?)?;
    }
    Ok(())
}

fn add_records(tx: &Transaction<'_>) -> Result<(), LibraryError> {
    let mut wording = tx.prepare("SELECT row FROM wording WHERE item = ?1 AND language = ?2")?;
    let mut statement = tx.prepare(
        "SELECT item.row, item.kind, record.content FROM item JOIN record ON record.item = item.row",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (item, kind): (i64, i64) = (row.get(0)?, row.get(1)?);
        let content = library::text(row, 2)?;
        let all = match kind {
            CONTACT => of_contact(&serde_json::from_str(content)?),
            PLACE => of_place(&serde_json::from_str(content)?),
            DEADLINE | HOLIDAYS => continue,
            _ => of_phrase(&serde_json::from_str(content)?),
        };
        for words in all {
            let row = wording.query_row(params![item, words.language.tag()], |row| row.get(0))?;
            words.add(tx, row)?;
        }
    }
    Ok(())
}

fn push(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push_str(APART);
    }
    text.push_str(more);
}

/// The beginning of a text, cut between words.
fn beginning(text: &str) -> String {
    let Some((limit, _)) = text.char_indices().nth(LEAD) else {
        return text.to_owned();
    };
    let head = text.get(..limit).unwrap_or(text);
    let words = head
        .rsplit_once(char::is_whitespace)
        .map_or(head, |(words, _)| words);
    format!("{}…", words.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_ends_between_words() {
        assert_eq!(beginning("짧은 글"), "짧은 글");
        assert_eq!(
            beginning(&"слово ".repeat(40)),
            format!("{}…", ["слово"; 15].join(" "))
        );
        assert_eq!(beginning(&"가".repeat(200)).chars().count(), LEAD + 1);
    }
}
