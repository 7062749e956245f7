//! Installing what a repository delivered: all of it or nothing, and only what changed.

use durumi_packs::{
    BlobEntry, BlobKind, PackError, Sha256, Slug, Verified,
    trust::{Confirmed, Delivery, Origin, Receiver, TrustState, Update},
};
use rusqlite::{OptionalExtension, Transaction, params};

use crate::{
    Library, LibraryError,
    index::{self, ARTICLE, CONTACT, DEADLINE, HOLIDAYS, PHRASE, PLACE},
    install::{self, Sources},
    packs::History,
    parts,
    texts::Packer,
};

impl Library {
    /// Installs every pack of a delivery and keeps its metadata, in one transaction. Fails without any change.
    pub fn deliver(&mut self, delivery: &Verified<Delivery>) -> Result<(), LibraryError> {
        let delivery = delivery.get();
        let histories = self.histories(delivery)?;
        self.db.transaction(|tx| {
            for update in delivery.packs() {
                let catalogue = update.catalogue();
                let id = catalogue.id.as_str();
                install::raise_floor(tx, id, catalogue.version)?;
                // The same version again leaves what is known of the last change.
                let kept = History::read(tx, id)?;
                apply(tx, update)?;
                if let Some(history) = histories.get(id).or(kept.as_ref()) {
                    history.write(tx, id)?;
                }
            }
            install::cast_shadows(tx)?;
            index::optimise(tx)?;
            tx.execute("DELETE FROM metadata", [])?;
            write_state(tx, delivery.state())?;
            let confirmed = delivery.confirmed();
            tx.execute(
                "UPDATE meta SET confirmed_ms = ?1, confirmed_until_ms = ?2",
                params![confirmed.at_ms, confirmed.until_ms],
            )?;
            tx.execute("DELETE FROM arrived", [])?;
            Ok::<_, LibraryError>(())
        })?;
        self.reload()
    }

    /// What was kept of the metadata that was verified.
    pub fn trust_state(&self) -> Result<TrustState, LibraryError> {
        let conn = self.db.conn();
        let mut state = TrustState {
            newest_ms: conn.query_row("SELECT newest_ms FROM meta", [], |row| row.get(0))?,
            ..TrustState::default()
        };
        let mut statement = conn.prepare("SELECT name, content FROM metadata")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            state.files.insert(row.get(0)?, row.get(1)?);
        }
        Ok(state)
    }

    /// Keeps new roots and the time, whether or not anything is installed.
    pub fn keep_roots(&mut self, roots: &TrustState) -> Result<(), LibraryError> {
        self.db.transaction(|tx| write_state(tx, roots))
    }

    /// When the library was last confirmed to be the newest; `None` before anything was delivered.
    pub fn confirmed(&self) -> Result<Option<Confirmed>, LibraryError> {
        let confirmed = self.db.conn().query_row(
            "SELECT confirmed_ms, confirmed_until_ms FROM meta WHERE confirmed_ms > 0",
            [],
            |row| {
                Ok(Confirmed {
                    at_ms: row.get(0)?,
                    until_ms: row.get(1)?,
                })
            },
        );
        Ok(confirmed.optional()?)
    }

    /// The newest signed time that was ever seen, in milliseconds since 1970.
    pub fn newest_signed_ms(&self) -> Result<i64, LibraryError> {
        Ok(self
            .db
            .conn()
            .query_row("SELECT newest_ms FROM meta", [], |row| row.get(0))?)
    }
}

impl Receiver for Library {
    type Error = LibraryError;

    fn holds(&self, pack: &Slug, entry: &BlobEntry) -> Result<bool, LibraryError> {
        parts::holds(self.db.conn(), pack.as_str(), entry)
    }

    fn arrived(&self, hash: &Sha256) -> Result<Option<Vec<u8>>, LibraryError> {
        let found = self
            .db
            .conn()
            .prepare_cached("SELECT content FROM arrived WHERE sha256 = ?1")?
            .query_row([hash.as_bytes()], |row| row.get(0));
        Ok(found.optional()?)
    }

    fn keep(&mut self, blobs: &[(Sha256, &[u8])]) -> Result<(), LibraryError> {
        self.db.transaction(|tx| {
            let mut statement =
                tx.prepare_cached("INSERT OR REPLACE INTO arrived (sha256, content) VALUES (?1, ?2)")?;
            for (hash, blob) in blobs {
                statement.execute(params![hash.as_bytes(), blob])?;
            }
            Ok(())
        })
    }
}

fn write_state(tx: &Transaction<'_>, state: &TrustState) -> Result<(), LibraryError> {
    for (name, content) in &state.files {
        tx.execute(
            "INSERT OR REPLACE INTO metadata (name, content) VALUES (?1, ?2)",
            params![name, content],
        )?;
    }
    tx.execute(
        "UPDATE meta SET newest_ms = max(newest_ms, ?1)",
        [state.newest_ms],
    )?;
    Ok(())
}

fn apply(tx: &Transaction<'_>, update: &Update) -> Result<(), LibraryError> {
    let signed = serde_json::to_string(update.signed())?;
    if update.is_whole() {
        return install::replace(tx, &update.whole()?, Origin::Signed, &signed);
    }
    let catalogue = update.catalogue();
    for entry in &catalogue.blobs {
        // Checked again within the transaction: what the update leaves out must be here now.
        if !update.brings(entry) && !parts::holds(tx, catalogue.id.as_str(), entry)? {
            return Err(PackError::Mismatch.into());
        }
    }
    let id = catalogue.id.as_str();
    let row: i64 = tx.query_row("SELECT row FROM pack WHERE id = ?1", [id], |row| row.get(0))?;
    tx.execute(
        "UPDATE pack SET version = ?2, origin = 1, title = ?3, languages = ?4, catalogue = ?5, signed = ?6
         WHERE row = ?1",
        params![
            row,
            catalogue.version,
            serde_json::to_string(&catalogue.title)?,
            serde_json::to_string(&catalogue.languages)?,
            Sha256::of(update.catalogue_json()).as_bytes(),
            signed,
        ],
    )?;
    for (kind, name) in parts::gone(tx, row, catalogue)? {
        remove_part(tx, row, kind, &name)?;
    }
    add_parts(tx, row, update)?;
    tx.execute(
        "DELETE FROM source WHERE pack = ?1 AND row NOT IN (SELECT source FROM article)",
        [row],
    )?;
    parts::write(tx, row, catalogue)
}

fn add_parts(tx: &Transaction<'_>, row: i64, update: &Update) -> Result<(), LibraryError> {
    let mut packer = Packer::of_pack(tx, row)?;
    let mut sources = Sources::of_pack(tx, row)?;
    for entry in update
        .catalogue()
        .blobs
        .iter()
        .filter(|entry| update.brings(entry))
    {
        match entry.kind {
            BlobKind::Article => {
                install::add_article(tx, &mut packer, &mut sources, &update.article(entry)?)?;
            }
            BlobKind::Contacts => install::add_contacts(tx, row, &update.list(entry)?)?,
            BlobKind::Phrases => install::add_phrases(tx, row, &update.list(entry)?)?,
            BlobKind::Places => install::add_places(tx, row, &update.list(entry)?)?,
            BlobKind::Glossary => install::add_terms(tx, row, &update.list(entry)?)?,
            BlobKind::Synonyms => install::add_synonyms(tx, row, &update.list(entry)?)?,
            BlobKind::Deadlines => install::add_deadlines(tx, row, &update.list(entry)?)?,
            BlobKind::Holidays => install::add_holidays(tx, row, &update.list(entry)?)?,
        }
    }
    Ok(())
}

/// Removes what an older version of a part had put in.
fn remove_part(tx: &Transaction<'_>, pack: i64, kind: BlobKind, name: &str) -> Result<(), LibraryError> {
    let item = match kind {
        BlobKind::Article => ARTICLE,
        BlobKind::Contacts => CONTACT,
        BlobKind::Phrases => PHRASE,
        BlobKind::Places => PLACE,
        BlobKind::Deadlines => DEADLINE,
        BlobKind::Holidays => HOLIDAYS,
        BlobKind::Glossary => {
            tx.execute("DELETE FROM term WHERE pack = ?1", [pack])?;
            return Ok(());
        }
        BlobKind::Synonyms => {
            tx.execute("DELETE FROM synonym WHERE pack = ?1", [pack])?;
            return Ok(());
        }
    };
    // An article by its name; of the lists everything, since a list is one part.
    let one = (kind == BlobKind::Article).then_some(name);
    tx.execute(
        "DELETE FROM word_index WHERE rowid IN
            (SELECT wording.row FROM wording JOIN item ON item.row = wording.item
             WHERE item.pack = ?1 AND item.kind = ?2 AND (?3 IS NULL OR item.id = ?3))",
        params![pack, item, one],
    )?;
    tx.execute(
        "DELETE FROM item WHERE pack = ?1 AND kind = ?2 AND (?3 IS NULL OR id = ?3)",
        params![pack, item, one],
    )?;
    Ok(())
}
