//! `word_counts(table)`: how often a row of a full-text index has what was asked for (SQLite, "Extending FTS5", section
//! 7.2).
//!
//! The `rank` of FTS5 reads, for each term, the list of every row that has it once more, and the length of every row that
//! matches: half of the time of a search. From these counts the crate that owns the index ranks in one pass.
//!
//! The value is a blob: four bytes, little endian, how many rows the index has, then for each term and column that has
//! it three bytes: term, column, and how often, 255 for more. Terms are the phrases of the expression, from 0; a term
//! beyond the 255th is left out.

#![expect(
    unsafe_code,
    reason = "SQLite takes functions of FTS5 through its C interface only"
)]

use std::ffi::{c_int, c_void};

use rusqlite::{Connection, ffi};

use crate::{StoreError, fts5::fts5_api};

/// Makes the function known to `conn`. Every connection needs it anew.
pub(crate) fn register(conn: &Connection) -> Result<(), StoreError> {
    let api = fts5_api(conn)?;
    // SAFETY: `api` is the connection's live FTS5 interface; the function has no state of its own.
    let code = unsafe {
        match (*api).xCreateFunction {
            Some(create) => create(
                api,
                c"word_counts".as_ptr(),
                std::ptr::null_mut(),
                Some(word_counts),
                None,
            ),
            None => ffi::SQLITE_ERROR,
        }
    };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(StoreError::NotEncrypting)
    }
}

unsafe extern "C" fn word_counts(
    api: *const ffi::Fts5ExtensionApi,
    fts: *mut ffi::Fts5Context,
    context: *mut ffi::sqlite3_context,
    _count: c_int,
    _values: *mut *mut ffi::sqlite3_value,
) {
    // SAFETY: SQLite gives a live interface, row and context for the time of this call.
    unsafe {
        match counts(&*api, fts) {
            Ok(bytes) => ffi::sqlite3_result_blob(
                context,
                bytes.as_ptr().cast::<c_void>(),
                c_int::try_from(bytes.len()).unwrap_or(0),
                ffi::SQLITE_TRANSIENT(),
            ),
            Err(code) => ffi::sqlite3_result_error_code(context, code),
        }
    }
}

/// # Safety
/// `fts` must be the row that SQLite has just handed out together with `api`.
unsafe fn counts(api: &ffi::Fts5ExtensionApi, fts: *mut ffi::Fts5Context) -> Result<Vec<u8>, c_int> {
    let (Some(phrases), Some(first), Some(next)) = (api.xPhraseCount, api.xPhraseFirst, api.xPhraseNext)
    else {
        return Err(ffi::SQLITE_ERROR);
    };
    // SAFETY: as the caller promises.
    let (total, phrases) = unsafe { (total(api, fts)?, phrases(fts)) };
    let mut bytes = total.to_le_bytes().to_vec();
    for (phrase, term) in (0..phrases).zip(0_u8..) {
        let mut place = ffi::Fts5PhraseIter {
            a: std::ptr::null(),
            b: std::ptr::null(),
        };
        let (mut column, mut offset): (c_int, c_int) = (0, 0);
        // SAFETY: as the caller promises; the iterator lives until the loop ends.
        let code = unsafe { first(fts, phrase, &raw mut place, &raw mut column, &raw mut offset) };
        if code != ffi::SQLITE_OK {
            return Err(code);
        }
        let mut last = None;
        // A column below zero is the end.
        while let Ok(at) = u8::try_from(column) {
            match bytes.last_mut() {
                Some(times) if last == Some(at) => *times = times.saturating_add(1),
                _ => bytes.extend([term, at, 1]),
            }
            last = Some(at);
            // SAFETY: the iterator was begun by `first` on this row.
            unsafe { next(fts, &raw mut place, &raw mut column, &raw mut offset) };
        }
    }
    Ok(bytes)
}

/// How many rows the index has. Read from the file for the first row only, and kept with the question: as the address
/// of nothing, which needs no memory and is never followed.
///
/// # Safety
/// As for [`counts`].
unsafe fn total(api: &ffi::Fts5ExtensionApi, fts: *mut ffi::Fts5Context) -> Result<u32, c_int> {
    let (Some(rows), Some(keep), Some(kept)) = (api.xRowCount, api.xSetAuxdata, api.xGetAuxdata) else {
        return Err(ffi::SQLITE_ERROR);
    };
    // SAFETY: as the caller promises; what is kept is no pointer to anything, so nothing has to free it.
    unsafe {
        let known = kept(fts, 0).addr();
        if known > 0 {
            return Ok(u32::try_from(known - 1).unwrap_or(u32::MAX));
        }
        let mut total = 0;
        let code = rows(fts, &raw mut total);
        if code != ffi::SQLITE_OK {
            return Err(code);
        }
        let total = u32::try_from(total).unwrap_or(u32::MAX);
        let code = keep(fts, std::ptr::without_provenance_mut(total as usize + 1), None);
        if code == ffi::SQLITE_OK {
            Ok(total)
        } else {
            Err(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Analyser, Database, Migration, Schema, Token};

    const SCHEMA: Schema = Schema {
        application_id: 7,
        migrations: &[Migration {
            number: 1,
            sql: "CREATE VIRTUAL TABLE found USING fts5(title, text, tokenize = 'words');
                  INSERT INTO found VALUES ('crane', 'a crane is a bird'), ('bird', 'a crane');",
        }],
        shrinks: false,
    };

    const WORDS: Analyser = Analyser {
        name: c"words",
        analyse: |text, _, emit| {
            let mut start = 0;
            for word in text.split(' ') {
                emit(Token {
                    text: word,
                    colocated: false,
                    start,
                    end: start + word.len(),
                });
                start += word.len() + 1;
            }
        },
    };

    #[test]
    fn each_term_is_counted_in_each_column() {
        let db = Database::in_memory(&SCHEMA, &[WORDS]).unwrap();
        let counts = |expression: &str| {
            let mut statement = db
                .conn()
                .prepare("SELECT word_counts(found) FROM found WHERE found MATCH ?1 ORDER BY rowid")
                .unwrap();
            let rows = statement
                .query_map([expression], |row| row.get::<_, Vec<u8>>(0))
                .unwrap();
            rows.collect::<Result<Vec<_>, _>>().unwrap()
        };
        assert_eq!(
            counts("a OR crane OR nobody"),
            [
                [2, 0, 0, 0, 0, 1, 2, 1, 0, 1, 1, 1, 1].to_vec(),
                [2, 0, 0, 0, 0, 1, 1, 1, 1, 1].to_vec()
            ]
        );
        assert_eq!(counts("bir*"), [[2, 0, 0, 0, 0, 1, 1], [2, 0, 0, 0, 0, 0, 1]]);
    }
}
