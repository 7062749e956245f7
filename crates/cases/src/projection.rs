//! The tables for lists and search, made from an entry's document.
//!
//! A projection holds nothing that the document does not, so it can be thrown away and made again.

use rusqlite::{Transaction, params};

use crate::{
    CasesError,
    document::{Document, EntryCode},
};

/// Puts what the document says now into the tables.
pub(crate) fn write(
    tx: &Transaction<'_>,
    code: EntryCode,
    entry: &[u8; 16],
    document: &Document,
) -> Result<(), CasesError> {
    match code {
        EntryCode::Case => write_case(tx, entry, document),
        EntryCode::Note => write_note(tx, entry, document),
        EntryCode::Attachment => write_attachment(tx, entry, document),
    }
}

/// Removes an entry from the tables, with an attachment's bytes.
pub(crate) fn remove(tx: &Transaction<'_>, entry: &[u8; 16]) -> Result<(), CasesError> {
    for sql in [
        "DELETE FROM document WHERE entry = ?1",
        "DELETE FROM case_file WHERE id = ?1",
        "DELETE FROM note WHERE id = ?1",
        "DELETE FROM attachment WHERE id = ?1",
        "DELETE FROM attachment_chunk WHERE attachment = ?1",
    ] {
        tx.execute(sql, [entry])?;
    }
    Ok(())
}

fn write_case(tx: &Transaction<'_>, entry: &[u8; 16], document: &Document) -> Result<(), CasesError> {
    let conflicts: Vec<_> = document.conflict("title").into_iter().collect();
    tx.execute(
        "INSERT INTO case_file (id, title, other_titles, changed_ms) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET title = ?2, other_titles = ?3, changed_ms = ?4",
        params![
            entry,
            document.string("title"),
            json(&conflicts),
            document.integer("changed")
        ],
    )?;
    Ok(())
}

fn write_note(tx: &Transaction<'_>, entry: &[u8; 16], document: &Document) -> Result<(), CasesError> {
    let case: [u8; 16] = document.bytes("case").ok_or(CasesError::Damaged)?;
    let conflicts: Vec<_> = ["date", "place"]
        .into_iter()
        .filter_map(|field| document.conflict(field))
        .collect();
    tx.execute(
        "INSERT INTO note (id, case_id, date, place, text, conflicts, changed_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET case_id = ?2, date = ?3, place = ?4, text = ?5, conflicts = ?6, changed_ms = ?7",
        params![
            entry,
            case,
            document.string("date"),
            document.string("place"),
            document.string("text"),
            json(&conflicts),
            document.integer("changed")
        ],
    )?;
    Ok(())
}

fn write_attachment(tx: &Transaction<'_>, entry: &[u8; 16], document: &Document) -> Result<(), CasesError> {
    let case: [u8; 16] = document.bytes("case").ok_or(CasesError::Damaged)?;
    let salt: [u8; 32] = document.bytes("salt").ok_or(CasesError::Damaged)?;
    tx.execute(
        "INSERT INTO attachment (id, case_id, name, media_type, size, salt, changed_ms, finished)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1)
         ON CONFLICT (id) DO UPDATE
         SET case_id = ?2, name = ?3, media_type = ?4, size = ?5, salt = ?6, changed_ms = ?7, finished = 1",
        params![
            entry,
            case,
            document.string("name"),
            document.string("media"),
            document.integer("size"),
            salt,
            document.integer("changed")
        ],
    )?;
    Ok(())
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("lists of strings have no keys that could fail")
}
