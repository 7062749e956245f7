//! The packs that are here: what the last update changed, and which of them nobody lists any more.
//!
//! Content never vanishes by itself: a pack that its repository has stopped listing stays and is said to be such a one, and
//! only a person removes it. Removing it with the update was rejected: whoever can publish a list could empty a library.

use std::collections::BTreeMap;

use durumi_base::Language;
use durumi_packs::trust::{Delivery, Update};
use rusqlite::{OptionalExtension, Transaction, params};

use crate::{Changes, Library, LibraryError, index, install, library::text};

/// What is known of an installed pack besides what it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackHistory {
    /// True when it is signed and the repository that was last read does not list it.
    pub withdrawn: bool,
    /// The version that the last update replaced.
    pub before: Option<u32>,
    /// What that update changed.
    pub changes: Changes,
}

/// In each language of the pack.
type ChangesByLanguage = BTreeMap<Language, Changes>;

impl Library {
    /// What is known of a pack; `None` when it is not here.
    pub fn pack_history(&self, id: &str, language: Language) -> Result<Option<PackHistory>, LibraryError> {
        let mut statement = self.db.conn().prepare_cached(
            "SELECT before, changes, signed <> '' AND NOT EXISTS (SELECT 1 FROM metadata WHERE name = 'pack/' || ?1)
             FROM pack WHERE id = ?1",
        )?;
        let mut rows = statement.query([id])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let before: u32 = row.get(0)?;
        let mut changes = match text(row, 1)? {
            "" => ChangesByLanguage::new(),
            written => serde_json::from_str(written)?,
        };
        let changes = changes.remove(&language).or_else(|| changes.into_values().next());
        Ok(Some(PackHistory {
            withdrawn: row.get(2)?,
            before: (before > 0).then_some(before),
            changes: changes.unwrap_or_default(),
        }))
    }

    /// Removes a pack that is not listed any more, and fails without a change for any other. An older version of it
    /// stays a rollback.
    pub fn remove_withdrawn(&mut self, id: &str) -> Result<(), LibraryError> {
        let history = self.pack_history(id, Language::ALL[0])?;
        if !history.is_some_and(|history| history.withdrawn) {
            return Err(LibraryError::StillListed);
        }
        self.db.transaction(|tx| {
            install::remove(tx, id)?;
            install::cast_shadows(tx)?;
            index::optimise(tx)
        })?;
        self.reload()
    }

    /// What each pack of a delivery is about to change, by its id, to be noted down with it.
    pub(crate) fn histories(&self, delivery: &Delivery) -> Result<BTreeMap<String, History>, LibraryError> {
        let mut all = BTreeMap::new();
        for update in delivery.packs() {
            let id = update.catalogue().id.as_str();
            if let Some(installed) = self.installed(id)?
                && installed.version != update.catalogue().version
            {
                all.insert(
                    id.to_owned(),
                    History {
                        before: installed.version,
                        changes: serde_json::to_string(&self.changes_in_all(update)?)?,
                    },
                );
            }
        }
        Ok(all)
    }

    fn changes_in_all(&self, update: &Update) -> Result<ChangesByLanguage, LibraryError> {
        let languages = update.catalogue().languages.iter();
        languages
            .map(|language| Ok((*language, self.changes(update, *language)?)))
            .collect()
    }
}

/// What is noted down of an update.
pub(crate) struct History {
    before: u32,
    changes: String,
}

impl History {
    /// Of a pack; the one before it is forgotten.
    pub(crate) fn write(&self, tx: &Transaction<'_>, id: &str) -> Result<(), LibraryError> {
        tx.execute(
            "UPDATE pack SET before = ?2, changes = ?3 WHERE id = ?1",
            params![id, self.before, self.changes],
        )?;
        Ok(())
    }

    /// As it is now, to be written again after the pack was replaced by the same version.
    pub(crate) fn read(tx: &Transaction<'_>, id: &str) -> Result<Option<History>, LibraryError> {
        let found = tx.query_row("SELECT before, changes FROM pack WHERE id = ?1", [id], |row| {
            Ok(History {
                before: row.get(0)?,
                changes: row.get(1)?,
            })
        });
        Ok(found.optional()?)
    }
}
