//! Installing a pack: all of it or nothing.

use durumi_packs::{Pack, PackError, Sha256, Verified, content::Article, trust::Origin};
use rusqlite::{OptionalExtension, Transaction, params};
use serde::Serialize;

use crate::{
    Library, LibraryError,
    index::{self, ARTICLE, CONTACT, PHRASE, Words},
};

/// Origins, as the table has them; lower ones are read first.
const PINNED: i64 = 1;
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
            remove(tx, catalogue.id.as_str())?;
            add(tx, pack, origin)?;
            cast_shadows(tx)?;
            index::optimise(tx)
        })?;
        self.reload()
    }

    /// What is installed under a pack's id.
    pub fn installed(&self, id: &str) -> Result<Option<Installed>, LibraryError> {
        let found = self.db.conn().query_row(
            "SELECT version, origin, catalogue FROM pack WHERE id = ?1",
            [id],
            |row| {
                let origin = if row.get::<_, i64>(1)? == PINNED {
                    Origin::Pinned
                } else {
                    Origin::OwnBuild
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

fn raise_floor(tx: &Transaction<'_>, id: &str, version: u32) -> Result<(), LibraryError> {
    let floor: Option<u32> = tx
        .query_row("SELECT version FROM floor WHERE id = ?1", [id], |row| row.get(0))
        .optional()?;
    if floor.is_some_and(|floor| version < floor) {
        return Err(LibraryError::Rollback);
    }
    tx.execute(
        "INSERT OR REPLACE INTO floor (id, version) VALUES (?1, ?2)",
        params![id, version],
    )?;
    Ok(())
}

fn remove(tx: &Transaction<'_>, id: &str) -> Result<(), LibraryError> {
    tx.execute(
        "DELETE FROM word_index WHERE rowid IN
            (SELECT wording.row FROM wording JOIN item ON item.row = wording.item
             JOIN pack ON pack.row = item.pack WHERE pack.id = ?1)",
        [id],
    )?;
    tx.execute("DELETE FROM pack WHERE id = ?1", [id])?;
    Ok(())
}

fn add(tx: &Transaction<'_>, pack: &Pack, origin: Origin) -> Result<(), LibraryError> {
    let catalogue = pack.catalogue();
    let origin = match origin {
        Origin::Pinned => PINNED,
        Origin::OwnBuild => OWN_BUILD,
    };
    tx.execute(
        "INSERT INTO pack (id, version, origin, title, languages, catalogue) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            catalogue.id.as_str(),
            catalogue.version,
            origin,
            serde_json::to_string(&catalogue.title)?,
            serde_json::to_string(&catalogue.languages)?,
            Sha256::of(pack.catalogue_json()).as_bytes(),
        ],
    )?;
    let row = tx.last_insert_rowid();
    for article in pack.articles() {
        let (article, entry, blob) = article?;
        let item = Item {
            pack: row,
            kind: ARTICLE,
            id: article.id.as_str(),
            place: place(article.order),
        };
        let number = item.add(tx, &index::of_article(&article), entry.unpacked, blob)?;
        add_article(tx, number, &article)?;
    }
    for (place, contact) in (0..).zip(pack.contacts()?) {
        let item = Item {
            pack: row,
            kind: CONTACT,
            id: contact.id.as_str(),
            place,
        };
        item.add_json(tx, &index::of_contact(&contact), &contact)?;
    }
    for (place, phrase) in (0..).zip(pack.phrases()?) {
        let item = Item {
            pack: row,
            kind: PHRASE,
            id: phrase.id.as_str(),
            place,
        };
        item.add_json(tx, &index::of_phrase(&phrase), &phrase)?;
    }
    for term in pack.glossary()? {
        tx.prepare_cached("INSERT INTO term (pack, false_friend, word) VALUES (?1, ?2, ?3)")?
            .execute(params![
                row,
                term.false_friend,
                serde_json::to_string(&term.word)?
            ])?;
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
    fn add_json<T: Serialize>(
        &self,
        tx: &Transaction<'_>,
        words: &[Words],
        content: &T,
    ) -> Result<(), LibraryError> {
        let json = serde_json::to_vec(content)?;
        let length = u32::try_from(json.len()).map_err(|_| PackError::TooLarge)?;
        self.add(tx, words, length, &json).map(|_| ())
    }

    fn add(
        &self,
        tx: &Transaction<'_>,
        words: &[Words],
        unpacked: u32,
        packed: &[u8],
    ) -> Result<i64, LibraryError> {
        let added = tx
            .prepare_cached("INSERT OR IGNORE INTO item (pack, kind, id, place) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![self.pack, self.kind, self.id, self.place])?;
        if added == 0 {
            return Err(PackError::Malformed.into());
        }
        let number = tx.last_insert_rowid();
        tx.prepare_cached("INSERT INTO body (item, unpacked, packed) VALUES (?1, ?2, ?3)")?
            .execute(params![number, unpacked, packed])?;
        for words in words {
            tx.prepare_cached("INSERT INTO wording (item, language, title, lead) VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![number, words.language.tag(), words.title, words.lead])?;
            words.add(tx, tx.last_insert_rowid())?;
        }
        Ok(number)
    }
}

fn add_article(tx: &Transaction<'_>, number: i64, article: &Article) -> Result<(), LibraryError> {
    let urgent = article.urgent.map(|urgent| match urgent {
        durumi_packs::content::Urgent::Stopped => "stopped",
        durumi_packs::content::Urgent::Asylum => "asylum",
        durumi_packs::content::Urgent::Ill => "ill",
    });
    tx.prepare_cached(
        "INSERT INTO article (item, urgent, urgent_first, audience, checked_on, reviewed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        number,
        urgent.unwrap_or_default(),
        article.urgent_first,
        serde_json::to_string(&article.audience)?,
        article.checked_on.to_string(),
        !article.reviewed_by.is_empty(),
    ])?;
    Ok(())
}

/// Of several items with one id, all but the first are hidden: an id names one thing.
fn cast_shadows(tx: &Transaction<'_>) -> Result<(), LibraryError> {
    tx.execute(
        "UPDATE item SET shadowed = EXISTS
            (SELECT 1 FROM item AS other JOIN pack AS theirs ON theirs.row = other.pack, pack AS ours
             WHERE ours.row = item.pack AND other.kind = item.kind AND other.id = item.id
               AND (theirs.origin, theirs.row) < (ours.origin, ours.row))",
        [],
    )?;
    Ok(())
}
