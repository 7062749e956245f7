//! The tables for lists and search, made from an entry's document.
//!
//! A projection holds nothing that the document does not, so it can be thrown away and made again.

use rusqlite::{Connection, Transaction, params_from_iter, types::Value};

use crate::{
    CasesError,
    document::{Document, EntryCode},
};

/// What the tables should say of one entry, and how to write or find it.
struct Row {
    values: Vec<Value>,
    write: &'static str,
    holds: &'static str,
}

/// Puts what the document says now into the tables.
pub(crate) fn write(
    tx: &Transaction<'_>,
    code: EntryCode,
    entry: &[u8; 16],
    document: &Document,
) -> Result<(), CasesError> {
    let row = row(code, entry, document)?;
    tx.execute(row.write, params_from_iter(row.values))?;
    Ok(())
}

/// Whether the tables say what the document says.
pub(crate) fn holds(
    conn: &Connection,
    code: EntryCode,
    entry: &[u8; 16],
    document: &Document,
) -> Result<bool, CasesError> {
    let row = row(code, entry, document)?;
    let mut statement = conn.prepare_cached(row.holds)?;
    Ok(statement.exists(params_from_iter(row.values))?)
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

fn row(code: EntryCode, entry: &[u8; 16], document: &Document) -> Result<Row, CasesError> {
    match code {
        EntryCode::Case => Ok(case_row(entry, document)),
        EntryCode::Note => note_row(entry, document),
        EntryCode::Attachment => attachment_row(entry, document),
    }
}

fn case_row(entry: &[u8; 16], document: &Document) -> Row {
    let conflicts: Vec<_> = document.conflict("title").into_iter().collect();
    Row {
        values: vec![
            Value::Blob(entry.to_vec()),
            Value::Text(document.string("title")),
            Value::Text(json(&conflicts)),
            Value::Integer(document.integer("changed")),
        ],
        write: "INSERT INTO case_file (id, title, other_titles, changed_ms) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT (id) DO UPDATE SET title = ?2, other_titles = ?3, changed_ms = ?4",
        holds: "SELECT 1 FROM case_file WHERE id = ?1 AND title = ?2 AND other_titles = ?3 AND changed_ms = ?4",
    }
}

fn note_row(entry: &[u8; 16], document: &Document) -> Result<Row, CasesError> {
    let case: [u8; 16] = document.bytes("case").ok_or(CasesError::Damaged)?;
    let conflicts: Vec<_> = ["date", "place"]
        .into_iter()
        .filter_map(|field| document.conflict(field))
        .collect();
    Ok(Row {
        values: vec![
            Value::Blob(entry.to_vec()),
            Value::Blob(case.to_vec()),
            Value::Text(document.string("date")),
            Value::Text(document.string("place")),
            Value::Text(document.string("text")),
            Value::Text(json(&conflicts)),
            Value::Integer(document.integer("changed")),
        ],
        write: "INSERT INTO note (id, case_id, date, place, text, conflicts, changed_ms)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                ON CONFLICT (id) DO UPDATE
                SET case_id = ?2, date = ?3, place = ?4, text = ?5, conflicts = ?6, changed_ms = ?7",
        holds: "SELECT 1 FROM note WHERE id = ?1 AND case_id = ?2 AND date = ?3 AND place = ?4
                AND text = ?5 AND conflicts = ?6 AND changed_ms = ?7",
    })
}

fn attachment_row(entry: &[u8; 16], document: &Document) -> Result<Row, CasesError> {
    let case: [u8; 16] = document.bytes("case").ok_or(CasesError::Damaged)?;
    let salt: [u8; 32] = document.bytes("salt").ok_or(CasesError::Damaged)?;
    Ok(Row {
        values: vec![
            Value::Blob(entry.to_vec()),
            Value::Blob(case.to_vec()),
            Value::Text(document.string("name")),
            Value::Text(document.string("media")),
            Value::Integer(document.integer("size")),
            Value::Blob(salt.to_vec()),
            Value::Integer(document.integer("changed")),
        ],
        write: "INSERT INTO attachment (id, case_id, name, media_type, size, salt, changed_ms, finished)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1)
                ON CONFLICT (id) DO UPDATE
                SET case_id = ?2, name = ?3, media_type = ?4, size = ?5, salt = ?6, changed_ms = ?7, finished = 1",
        holds: "SELECT 1 FROM attachment WHERE id = ?1 AND case_id = ?2 AND name = ?3 AND media_type = ?4
                AND size = ?5 AND salt = ?6 AND changed_ms = ?7 AND finished = 1",
    })
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("lists of strings have no keys that could fail")
}
