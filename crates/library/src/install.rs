//! Installing a pack: all of it or nothing.

use std::collections::BTreeMap;

use durumi_packs::{
    Pack, PackError, Sha256, Verified,
    content::{Article, Contact, Deadline, Holidays, Phrase, Place, SynonymGroup, Term, Urgent},
    trust::Origin,
};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::Serialize;

use crate::{
    Library, LibraryError, blocks,
    index::{self, ARTICLE, CONTACT, DEADLINE, HOLIDAYS, PHRASE, PLACE, Words},
    parts,
    texts::Packer,
};

/// Origins, as the table has them; lower ones are read first. Published is what came with the program or is signed.
const PUBLISHED: i64 = 1;
pub(crate) const OWN_BUILD: i64 = 2;

/// What is installed under the id of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Installed {
    /// Its version.
    pub version: u32,
    /// Where it came from.
    pub origin: Origin,
    /// The hash of its catalogue: the same hash is the same pack.
    pub catalogue: Sha256,
}

impl Library {
    /// Installs a pack in the place of any other of its id. Fails without any change.
    ///
    /// A published version lower than one that was installed before is a rollback and refused, also
    /// when the author of an own build has replaced that one meanwhile.
    pub fn install(&mut self, pack: &Verified<Pack>) -> Result<(), LibraryError> {
        self.db.transaction(|tx| {
            let (origin, pack) = (pack.origin(), pack.get());
            let catalogue = pack.catalogue();
            if origin != Origin::OwnBuild {
                raise_floor(tx, catalogue.id.as_str(), catalogue.version)?;
            }
            replace(tx, pack, origin, "")?;
            cast_shadows(tx)?;
            index::optimise(tx)
        })?;
        self.reload()
    }

    /// Whether a published pack is newer than every published one of its id that was ever here. An own build
    /// does not count, whatever version its author gave it.
    pub fn is_news(&self, pack: &Pack) -> Result<bool, LibraryError> {
        let catalogue = pack.catalogue();
        let floor = floor(self.db.conn(), catalogue.id.as_str())?;
        Ok(floor.is_none_or(|floor| catalogue.version > floor))
    }

    /// Whether a published pack of this version would not be a rollback.
    pub fn accepts(&self, id: &str, version: u32) -> Result<bool, LibraryError> {
        let floor = floor(self.db.conn(), id)?;
        Ok(floor.is_none_or(|floor| version >= floor))
    }

    /// What is installed under a pack's id.
    pub fn installed(&self, id: &str) -> Result<Option<Installed>, LibraryError> {
        let found = self.db.conn().query_row(
            "SELECT version, origin, catalogue, signed <> '' FROM pack WHERE id = ?1",
            [id],
            |row| {
                let origin = match (row.get::<_, i64>(1)?, row.get(3)?) {
                    (PUBLISHED, true) => Origin::Signed,
                    (PUBLISHED, false) => Origin::Pinned,
                    _ => Origin::OwnBuild,
                };
                Ok(Installed {
                    version: row.get(0)?,
                    origin,
                    catalogue: Sha256::from_bytes(row.get(2)?),
                })
            },
        );
        Ok(found.optional()?)
    }
}

/// The highest published version of a pack that was ever here.
fn floor(conn: &Connection, id: &str) -> Result<Option<u32>, LibraryError> {
    let floor = conn.query_row("SELECT version FROM floor WHERE id = ?1", [id], |row| row.get(0));
    Ok(floor.optional()?)
}

pub(crate) fn raise_floor(tx: &Transaction<'_>, id: &str, version: u32) -> Result<(), LibraryError> {
    if floor(tx, id)?.is_some_and(|floor| version < floor) {
        return Err(LibraryError::Rollback);
    }
    tx.execute(
        "INSERT OR REPLACE INTO floor (id, version) VALUES (?1, ?2)",
        params![id, version],
    )?;
    Ok(())
}

/// Puts a pack in the place of any other of its id, and leaves that place in the order of packs as it is.
pub(crate) fn replace(
    tx: &Transaction<'_>,
    pack: &Pack,
    origin: Origin,
    signed: &str,
) -> Result<(), LibraryError> {
    let id = pack.catalogue().id.as_str();
    let row: Option<i64> = tx
        .query_row("SELECT row FROM pack WHERE id = ?1", [id], |row| row.get(0))
        .optional()?;
    remove(tx, id)?;
    add(tx, pack, origin, signed, row)
}

pub(crate) fn remove(tx: &Transaction<'_>, id: &str) -> Result<(), LibraryError> {
    let others: bool = tx.query_row("SELECT EXISTS (SELECT 1 FROM pack WHERE id <> ?1)", [id], |row| {
        row.get(0)
    })?;
    if others {
        tx.execute(
            "DELETE FROM word_index WHERE rowid IN
                (SELECT wording.row FROM wording JOIN item ON item.row = wording.item
                 JOIN pack ON pack.row = item.pack WHERE pack.id = ?1)",
            [id],
        )?;
    } else {
        index::clear(tx)?;
    }
    tx.execute("DELETE FROM pack WHERE id = ?1", [id])?;
    Ok(())
}

fn add(
    tx: &Transaction<'_>,
    pack: &Pack,
    origin: Origin,
    signed: &str,
    row: Option<i64>,
) -> Result<(), LibraryError> {
    let catalogue = pack.catalogue();
    let origin = match origin {
        Origin::Pinned | Origin::Signed => PUBLISHED,
        Origin::OwnBuild => OWN_BUILD,
    };
    tx.execute(
        "INSERT INTO pack (row, id, version, origin, title, languages, catalogue, signed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            row,
            catalogue.id.as_str(),
            catalogue.version,
            origin,
            serde_json::to_string(&catalogue.title)?,
            serde_json::to_string(&catalogue.languages)?,
            Sha256::of(pack.catalogue_json()).as_bytes(),
            signed,
        ],
    )?;
    let row = tx.last_insert_rowid();
    let mut packer = Packer::new(tx, row, pack)?;
    let mut sources = Sources::of_pack(tx, row)?;
    for article in pack.articles() {
        add_article(tx, &mut packer, &mut sources, &article?.0)?;
    }
    add_contacts(tx, row, &pack.contacts()?)?;
    add_phrases(tx, row, &pack.phrases()?)?;
    add_places(tx, row, &pack.places()?)?;
    add_terms(tx, row, &pack.glossary()?)?;
    add_synonyms(tx, row, &pack.synonyms()?)?;
    add_deadlines(tx, row, &pack.deadlines()?)?;
    add_holidays(tx, row, &pack.holidays()?)?;
    parts::write(tx, row, catalogue)
}

pub(crate) fn add_contacts(
    tx: &Transaction<'_>,
    pack: i64,
    contacts: &[Contact],
) -> Result<(), LibraryError> {
    for (place, contact) in (0..).zip(contacts) {
        let item = Item {
            pack,
            kind: CONTACT,
            id: contact.id.as_str(),
            place,
        };
        item.add_record(tx, &index::of_contact(contact), contact)?;
    }
    Ok(())
}

pub(crate) fn add_phrases(tx: &Transaction<'_>, pack: i64, phrases: &[Phrase]) -> Result<(), LibraryError> {
    for (place, phrase) in (0..).zip(phrases) {
        let item = Item {
            pack,
            kind: PHRASE,
            id: phrase.id.as_str(),
            place,
        };
        item.add_record(tx, &index::of_phrase(phrase), phrase)?;
    }
    Ok(())
}

pub(crate) fn add_places(tx: &Transaction<'_>, pack: i64, places: &[Place]) -> Result<(), LibraryError> {
    for (place, town) in (0..).zip(places) {
        let item = Item {
            pack,
            kind: PLACE,
            id: town.id.as_str(),
            place,
        };
        item.add_record(tx, &index::of_place(town), town)?;
    }
    Ok(())
}

pub(crate) fn add_deadlines(
    tx: &Transaction<'_>,
    pack: i64,
    deadlines: &[Deadline],
) -> Result<(), LibraryError> {
    for (place, deadline) in (0..).zip(deadlines) {
        let item = Item {
            pack,
            kind: DEADLINE,
            id: deadline.id.as_str(),
            place,
        };
        item.add_record(tx, &[], deadline)?;
    }
    Ok(())
}

pub(crate) fn add_holidays(tx: &Transaction<'_>, pack: i64, years: &[Holidays]) -> Result<(), LibraryError> {
    for (place, year) in (0..).zip(years) {
        let item = Item {
            pack,
            kind: HOLIDAYS,
            id: &format!("{}-{}", year.country, year.year),
            place,
        };
        item.add_record(tx, &[], year)?;
    }
    Ok(())
}

pub(crate) fn add_terms(tx: &Transaction<'_>, pack: i64, terms: &[Term]) -> Result<(), LibraryError> {
    for term in terms {
        tx.prepare_cached("INSERT INTO term (pack, false_friend, word) VALUES (?1, ?2, ?3)")?
            .execute(params![
                pack,
                term.false_friend,
                serde_json::to_string(&term.word)?
            ])?;
    }
    Ok(())
}

pub(crate) fn add_synonyms(
    tx: &Transaction<'_>,
    pack: i64,
    groups: &[SynonymGroup],
) -> Result<(), LibraryError> {
    for group in groups {
        tx.prepare_cached("INSERT INTO synonym (pack, words) VALUES (?1, ?2)")?
            .execute(params![pack, serde_json::to_string(group)?])?;
    }
    Ok(())
}

/// Articles without an order come after all that have one.
fn place(order: Option<u32>) -> i64 {
    order.map_or(i64::from(u32::MAX) + 1, i64::from)
}

struct Item<'i> {
    pack: i64,
    kind: i64,
    id: &'i str,
    place: i64,
}

impl Item<'_> {
    fn add(&self, tx: &Transaction<'_>) -> Result<i64, LibraryError> {
        let added = tx
            .prepare_cached("INSERT OR IGNORE INTO item (kind, id, pack, place) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![self.kind, self.id, self.pack, self.place])?;
        if added == 0 {
            Err(PackError::Malformed.into())
        } else {
            Ok(tx.last_insert_rowid())
        }
    }

    fn add_record<T: Serialize>(
        &self,
        tx: &Transaction<'_>,
        words: &[Words],
        content: &T,
    ) -> Result<(), LibraryError> {
        let item = self.add(tx)?;
        tx.prepare_cached("INSERT INTO record (item, content) VALUES (?1, ?2)")?
            .execute(params![item, serde_json::to_string(content)?])?;
        for words in words {
            add_wording(tx, item, words)?;
        }
        Ok(())
    }
}

pub(crate) fn add_article(
    tx: &Transaction<'_>,
    packer: &mut Packer,
    sources: &mut Sources,
    article: &Article,
) -> Result<(), LibraryError> {
    let item = Item {
        pack: sources.pack,
        kind: ARTICLE,
        id: article.id.as_str(),
        place: place(article.order),
    }
    .add(tx)?;
    let source = sources.row(tx, article)?;
    let urgent = article.urgent.map(|urgent| match urgent {
        Urgent::Stopped => "stopped",
        Urgent::Asylum => "asylum",
        Urgent::Ill => "ill",
    });
    tx.prepare_cached(
        "INSERT INTO article (item, urgent, urgent_first, audience, checked_on, review_by, reviewed_by, source,
                              blocks)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        item,
        urgent.unwrap_or_default(),
        article.urgent_first,
        serde_json::to_string(&article.audience)?,
        article.checked_on.to_string(),
        article.review_by.map(|day| day.to_string()).unwrap_or_default(),
        article.reviewed_by,
        source,
        blocks::write(&article.blocks),
    ])?;
    for (language, texts) in &article.texts {
        let wording = add_wording(tx, item, &index::of_texts(*language, &article.blocks, texts))?;
        packer.add(tx, wording, *language, texts)?;
        if let Some(easy) = &article.easy
            && let Some(texts) = easy.texts.get(language)
        {
            packer.add_easy(tx, wording, *language, &blocks::write(&easy.blocks), texts)?;
        }
    }
    Ok(())
}

/// What the articles of a pack rest on, each stored once.
pub(crate) struct Sources {
    pack: i64,
    rows: BTreeMap<String, i64>,
}

impl Sources {
    /// Those that are there already.
    pub(crate) fn of_pack(tx: &Transaction<'_>, pack: i64) -> Result<Self, LibraryError> {
        let mut statement = tx.prepare("SELECT names, row FROM source WHERE pack = ?1")?;
        let rows = statement.query_map([pack], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Sources {
            pack,
            rows: rows.collect::<Result<_, _>>()?,
        })
    }

    fn row(&mut self, tx: &Transaction<'_>, article: &Article) -> Result<i64, LibraryError> {
        let names = serde_json::to_string(&article.rests_on)?;
        if let Some(row) = self.rows.get(&names) {
            return Ok(*row);
        }
        tx.execute(
            "INSERT INTO source (pack, names) VALUES (?1, ?2)",
            params![self.pack, names],
        )?;
        let row = tx.last_insert_rowid();
        self.rows.insert(names, row);
        Ok(row)
    }
}

fn add_wording(tx: &Transaction<'_>, item: i64, words: &Words) -> Result<i64, LibraryError> {
    tx.prepare_cached(
        "INSERT INTO wording (item, language, title, lead, length) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        item,
        words.language.tag(),
        words.title,
        words.lead,
        words.length()
    ])?;
    let row = tx.last_insert_rowid();
    words.add(tx, row)?;
    Ok(row)
}

/// Of several items with one id, all but the first are hidden: an id names one thing.
pub(crate) fn cast_shadows(tx: &Transaction<'_>) -> Result<(), LibraryError> {
    tx.execute(
        "UPDATE item SET shadowed = EXISTS
            (SELECT 1 FROM item AS other JOIN pack AS theirs ON theirs.row = other.pack, pack AS ours
             WHERE ours.row = item.pack AND other.kind = item.kind AND other.id = item.id
               AND (theirs.origin, theirs.row) < (ours.origin, ours.row))",
        [],
    )?;
    Ok(())
}
