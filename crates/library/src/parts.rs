//! Which blobs every installed pack was made from.

use durumi_packs::{BlobEntry, BlobKind, Catalogue, Sha256};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::LibraryError;

/// Notes down all parts of a pack, in the place of those noted before.
pub(crate) fn write(tx: &Transaction<'_>, pack: i64, catalogue: &Catalogue) -> Result<(), LibraryError> {
    tx.execute("DELETE FROM part WHERE pack = ?1", [pack])?;
    let mut statement =
        tx.prepare_cached("INSERT INTO part (pack, kind, name, sha256) VALUES (?1, ?2, ?3, ?4)")?;
    for entry in &catalogue.blobs {
        statement.execute(params![
            pack,
            entry.kind.name(),
            entry.name.as_str(),
            entry.sha256.as_bytes()
        ])?;
    }
    Ok(())
}

/// Whether a pack has this part just as it is.
pub(crate) fn holds(conn: &Connection, id: &str, entry: &BlobEntry) -> Result<bool, LibraryError> {
    let found: Option<[u8; 32]> = conn
        .prepare_cached(
            "SELECT part.sha256 FROM part JOIN pack ON pack.row = part.pack
             WHERE pack.id = ?1 AND part.kind = ?2 AND part.name = ?3",
        )?
        .query_row(params![id, entry.kind.name(), entry.name.as_str()], |row| {
            row.get(0)
        })
        .optional()?;
    Ok(found.map(Sha256::from_bytes) == Some(entry.sha256))
}

/// The parts of a pack that a catalogue does not have, or has otherwise.
pub(crate) fn gone(
    conn: &Connection,
    pack: i64,
    catalogue: &Catalogue,
) -> Result<Vec<(BlobKind, String)>, LibraryError> {
    let mut statement = conn.prepare("SELECT kind, name, sha256 FROM part WHERE pack = ?1")?;
    let mut rows = statement.query([pack])?;
    let mut gone = Vec::new();
    while let Some(row) = rows.next()? {
        let (kind, name): (String, String) = (row.get(0)?, row.get(1)?);
        let hash = Sha256::from_bytes(row.get(2)?);
        let kind = BlobKind::ALL
            .into_iter()
            .find(|known| known.name() == kind)
            .ok_or(LibraryError::Damaged)?;
        let stays = catalogue
            .blobs
            .iter()
            .any(|entry| entry.kind == kind && entry.name.as_str() == name && entry.sha256 == hash);
        if !stays {
            gone.push((kind, name));
        }
    }
    Ok(gone)
}
