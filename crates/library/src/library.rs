//! An open library.

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
};

use durumi_api::AboutPack;
use durumi_base::{Date, Language};
use durumi_lang::{Synonyms, Vocabulary};
use durumi_packs::{
    content::Texts,
    trust::{Signed, Use},
};
use durumi_store::{Database, Migration, Schema};
use rusqlite::Row;

use crate::{LibraryError, index, standing::Standings, synonyms, texts::Unpacker};

/// The tables of the shelf.
pub const SCHEMA: Schema = Schema {
    application_id: 0x6472_6c62,
    migrations: &[
        Migration {
            number: 1,
            sql: include_str!("../migrations/001_library.sql"),
        },
        Migration {
            number: 2,
            sql: include_str!("../migrations/002_easy.sql"),
        },
        Migration {
            number: 3,
            sql: include_str!("../migrations/003_trust.sql"),
        },
        Migration {
            number: 4,
            sql: include_str!("../migrations/004_changes.sql"),
        },
    ],
    shrinks: true,
};

/// An open library. Dropping it closes the file.
pub struct Library {
    pub(crate) db: Database,
    /// Words that stand for one another, from the glossaries and the packs' own lists.
    pub(crate) synonyms: Synonyms,
    /// The words of the index, once somebody has mistyped.
    pub(crate) vocabulary: OnceCell<Vocabulary>,
    /// What ranking knows of the texts, once somebody has searched.
    pub(crate) standings: OnceCell<Standings>,
    /// In at most how many languages an item is.
    pub(crate) languages: u32,
    /// Of each row of the index that is a card: which item it is.
    pub(crate) cards: BTreeMap<i64, i64>,
    pub(crate) unpacker: RefCell<Unpacker>,
}

/// KiB of pages that stay in memory. A search reads from all over the index.
const CACHE: u32 = 4000;

impl Library {
    /// Takes a database that was opened with [`SCHEMA`] and [`crate::ANALYSER`], and makes its index
    /// again if the rules of words have changed.
    pub fn new(mut db: Database) -> Result<Self, LibraryError> {
        index::renew(&mut db)?;
        db.cache(CACHE)?;
        let unpacker = RefCell::new(Unpacker::load(db.conn())?);
        let mut library = Library {
            db,
            synonyms: Synonyms::default(),
            vocabulary: OnceCell::new(),
            standings: OnceCell::new(),
            languages: 1,
            cards: BTreeMap::new(),
            unpacker,
        };
        library.reload()?;
        Ok(library)
    }

    /// Reads every page of the file and every index.
    pub fn check(&self) -> Result<(), LibraryError> {
        Ok(self.db.check()?)
    }

    /// True when nothing is installed.
    pub fn is_empty(&self) -> Result<bool, LibraryError> {
        Ok(self
            .db
            .conn()
            .query_row("SELECT NOT EXISTS (SELECT 1 FROM pack)", [], |row| row.get(0))?)
    }

    /// The pack that is read first, if any.
    pub fn about(&self, language: Language) -> Result<Option<AboutPack>, LibraryError> {
        Ok(self.packs(language)?.into_iter().next())
    }

    /// Every installed pack, in the order in which they are read.
    pub fn packs(&self, language: Language) -> Result<Vec<AboutPack>, LibraryError> {
        let mut statement = self.db.conn().prepare_cached(
            "SELECT pack.id, pack.version, pack.title, pack.languages, pack.origin,
                    max(article.checked_on), max(article.reviewed_by <> ''), pack.signed
             FROM pack JOIN item ON item.pack = pack.row JOIN article ON article.item = item.row
             GROUP BY pack.row ORDER BY pack.origin, pack.row",
        )?;
        let mut packs = Vec::new();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            packs.push(about(row, language)?);
        }
        Ok(packs)
    }

    /// Reads again what is kept in memory, after the tables have changed.
    pub(crate) fn reload(&mut self) -> Result<(), LibraryError> {
        self.vocabulary.take();
        self.standings.take();
        self.unpacker.replace(Unpacker::load(self.db.conn())?);
        self.synonyms = synonyms::load(self.db.conn())?;
        self.languages = self.db.conn().query_row(
            "SELECT max(1, count(DISTINCT language)) FROM wording",
            [],
            |row| row.get(0),
        )?;
        self.cards = self
            .db
            .conn()
            .prepare("SELECT wording.row, item.row FROM wording JOIN item ON item.row = wording.item WHERE item.kind = ?1")?
            .query_map([index::PHRASE], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(())
    }
}

fn about(row: &Row<'_>, language: Language) -> Result<AboutPack, LibraryError> {
    let titles: Texts = serde_json::from_str(text(row, 2)?)?;
    let languages: Vec<Language> = serde_json::from_str(text(row, 3)?)?;
    let title = titles
        .get(&language)
        .or_else(|| titles.get(languages.first()?))
        .cloned()
        .unwrap_or_default();
    let (origin, reviewed): (i64, bool) = (row.get(4)?, row.get(6)?);
    let signed = text(row, 7)?;
    let signed: Option<Signed> = if signed.is_empty() {
        None
    } else {
        Some(serde_json::from_str(signed)?)
    };
    Ok(AboutPack {
        id: row.get(0)?,
        version: row.get(1)?,
        title,
        checked_on: date(row, 5)?,
        unreviewed: !reviewed,
        own_build: origin == crate::install::OWN_BUILD,
        development: signed
            .as_ref()
            .is_some_and(|signed| signed.purpose == Use::Development),
        signed_by: signed.map(|signed| signed.names).unwrap_or_default(),
        confirmed_on: None,
        days_old: 0,
        languages,
    })
}

/// A column that holds a text, where it is.
pub(crate) fn text<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str, LibraryError> {
    row.get_ref(column)?.as_str().map_err(|_| LibraryError::Damaged)
}

/// A column that holds a day.
pub(crate) fn date(row: &Row<'_>, column: usize) -> Result<Date, LibraryError> {
    text(row, column)?.parse().map_err(|_| LibraryError::Damaged)
}

/// A column that holds a language's tag.
pub(crate) fn language(row: &Row<'_>, column: usize) -> Result<Language, LibraryError> {
    text(row, column)?.parse().map_err(|_| LibraryError::Damaged)
}
