//! What would change: a delivery held against what is installed, for people to read.

use durumi_base::Language;
use durumi_packs::{
    BlobEntry, BlobKind,
    content::{Contact, Texts},
    trust::Update,
};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::{Library, LibraryError, library::text};

/// One thing that an update changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Change {
    /// It was not there before.
    New,
    /// It says something else.
    Changed,
    /// It is not there any more.
    Gone,
}

/// What an update changes, by title.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Articles.
    pub articles: Vec<(Change, String)>,
    /// Contacts.
    pub contacts: Vec<(Change, String)>,
    /// Whether cards, towns, terms or synonyms change; each by the word of its kind.
    pub lists: Vec<(Change, BlobKind)>,
}

impl Library {
    /// What an update changes, with titles in a language.
    pub fn changes(&self, update: &Update, language: Language) -> Result<Changes, LibraryError> {
        let catalogue = update.catalogue();
        let fallback = catalogue.languages.first().copied().unwrap_or(language);
        let mut changes = Changes::default();
        for entry in catalogue.blobs.iter().filter(|entry| update.brings(entry)) {
            let change = match self.part(catalogue.id.as_str(), entry)? {
                None => Change::New,
                Some(same) if same => continue,
                Some(_) => Change::Changed,
            };
            match entry.kind {
                BlobKind::Article => {
                    let texts = update.article(entry)?.texts;
                    let title = texts.get(&language).or_else(|| texts.get(&fallback));
                    let title = title.and_then(|blocks| blocks.first()).cloned();
                    changes.articles.push((change, title.unwrap_or_default()));
                }
                BlobKind::Contacts => {
                    changes.contacts = self.contact_changes(update, entry, language, fallback)?;
                }
                kind => changes.lists.push((change, kind)),
            }
        }
        let gone = self.titles_gone(update, language)?;
        changes
            .articles
            .extend(gone.into_iter().map(|title| (Change::Gone, title)));
        changes.articles.sort();
        Ok(changes)
    }

    /// Whether a pack has a part of this name and, if so, whether it is the same.
    fn part(&self, pack: &str, entry: &BlobEntry) -> Result<Option<bool>, LibraryError> {
        let same = self.db.conn().query_row(
            "SELECT part.sha256 = ?4 FROM part JOIN pack ON pack.row = part.pack
             WHERE pack.id = ?1 AND part.kind = ?2 AND part.name = ?3",
            params![
                pack,
                entry.kind.name(),
                entry.name.as_str(),
                entry.sha256.as_bytes()
            ],
            |row| row.get(0),
        );
        Ok(same.optional()?)
    }

    fn contact_changes(
        &self,
        update: &Update,
        entry: &BlobEntry,
        language: Language,
        fallback: Language,
    ) -> Result<Vec<(Change, String)>, LibraryError> {
        let name = |names: &Texts| {
            let name = names.get(&language).or_else(|| names.get(&fallback));
            name.cloned().unwrap_or_default()
        };
        let new: Vec<Contact> = update.list(entry)?;
        let old = self.contacts_of(update.catalogue().id.as_str())?;
        let mut changes = Vec::new();
        for contact in &new {
            match old.iter().find(|other| other.id == contact.id) {
                None => changes.push((Change::New, name(&contact.name))),
                Some(other) if other != contact => changes.push((Change::Changed, name(&contact.name))),
                Some(_) => {}
            }
        }
        let gone = old.iter().filter(|old| new.iter().all(|new| new.id != old.id));
        changes.extend(gone.map(|contact| (Change::Gone, name(&contact.name))));
        changes.sort();
        Ok(changes)
    }

    fn contacts_of(&self, pack: &str) -> Result<Vec<Contact>, LibraryError> {
        let mut statement = self.db.conn().prepare(
            "SELECT record.content FROM record JOIN item ON item.row = record.item
             JOIN pack ON pack.row = item.pack WHERE pack.id = ?1 AND item.kind = 2",
        )?;
        let mut rows = statement.query([pack])?;
        let mut contacts = Vec::new();
        while let Some(row) = rows.next()? {
            contacts.push(serde_json::from_str(text(row, 0)?)?);
        }
        Ok(contacts)
    }

    /// Titles of articles that the new version of a pack does not have.
    fn titles_gone(&self, update: &Update, language: Language) -> Result<Vec<String>, LibraryError> {
        let catalogue = update.catalogue();
        let mut statement = self.db.conn().prepare(
            "SELECT item.id, coalesce(max(wording.title) FILTER (WHERE wording.language = ?2), max(wording.title))
             FROM item JOIN pack ON pack.row = item.pack JOIN wording ON wording.item = item.row
             WHERE pack.id = ?1 AND item.kind = 1 GROUP BY item.row",
        )?;
        let mut rows = statement.query(params![catalogue.id.as_str(), language.tag()])?;
        let mut titles = Vec::new();
        while let Some(row) = rows.next()? {
            let id = text(row, 0)?;
            let stays = |entry: &&BlobEntry| entry.kind == BlobKind::Article && entry.name.as_str() == id;
            if !catalogue.blobs.iter().any(|entry| stays(&entry)) {
                titles.push(row.get(1)?);
            }
        }
        Ok(titles)
    }
}
