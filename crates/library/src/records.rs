//! Items that are kept whole, in all their languages: contacts, phrase cards and places.

use durumi_base::Language;
use durumi_packs::content::Texts;
use serde::de::DeserializeOwned;

use crate::{Library, LibraryError, library};

impl Library {
    /// All items of a kind, in the packs' order.
    pub(crate) fn items<T: DeserializeOwned>(&self, kind: i64) -> Result<Vec<T>, LibraryError> {
        let mut statement = self.db.conn().prepare_cached(
            "SELECT record.content FROM item JOIN record ON record.item = item.row JOIN pack ON pack.row = item.pack
             WHERE item.kind = ?1 AND NOT item.shadowed ORDER BY pack.origin, pack.row, item.place",
        )?;
        let mut items = Vec::new();
        let mut rows = statement.query([kind])?;
        while let Some(row) = rows.next()? {
            items.push(serde_json::from_str(library::text(row, 0)?)?);
        }
        Ok(items)
    }
}

/// A text in a language, or in the first there is.
pub(crate) fn pick(texts: &Texts, language: Language) -> String {
    texts
        .get(&language)
        .or_else(|| texts.values().next())
        .cloned()
        .unwrap_or_default()
}
