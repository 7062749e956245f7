//! Gives a connection its key.
//!
//! Through the C function and not through `PRAGMA key`: a statement's text stays in caches that we
//! cannot wipe.

#![expect(unsafe_code, reason = "sqlite3_key has no safe wrapper")]

use std::ffi::{c_int, c_void};

use durumi_keys::DatabaseKey;
use rusqlite::{Connection, ffi};

use crate::StoreError;

/// Keys `conn`, before anything is read through it.
pub(crate) fn set(conn: &Connection, key: &DatabaseKey) -> Result<(), StoreError> {
    give(conn, key, ffi::sqlite3_key)
}

/// Encrypts the open file anew under another key.
pub(crate) fn change(conn: &Connection, key: &DatabaseKey) -> Result<(), StoreError> {
    give(conn, key, ffi::sqlite3_rekey)
}

type TakeKey = unsafe extern "C" fn(*mut ffi::sqlite3, *const c_void, c_int) -> c_int;

fn give(conn: &Connection, key: &DatabaseKey, take: TakeKey) -> Result<(), StoreError> {
    let text = key.expose_as_raw_key_text();
    refuse_zeros(&text)?;
    let length = c_int::try_from(text.len()).map_err(|_| StoreError::NotEncrypting)?;
    // SAFETY: the handle is open while `conn` is borrowed, and SQLCipher copies `length` bytes of
    // `text` before it returns.
    let code = unsafe { take(conn.handle(), text.as_ptr().cast(), length) };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(StoreError::NotEncrypting)
    }
}

/// A key of zeros is what memory holds that was wiped or never filled.
fn refuse_zeros(text: &[u8]) -> Result<(), StoreError> {
    let digits = text.strip_prefix(b"x'").and_then(|text| text.strip_suffix(b"'"));
    match digits {
        Some(digits) if digits.iter().any(|digit| *digit != b'0') => Ok(()),
        _ => Err(StoreError::NotEncrypting),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_is_keyed_with_zeros_or_with_nothing() {
        let zeros = format!("x'{}'", "0".repeat(64));
        for text in [zeros.as_bytes(), b"x''", b"", b"0"] {
            assert!(matches!(refuse_zeros(text), Err(StoreError::NotEncrypting)));
        }
        let one = format!("x'{}1'", "0".repeat(63));
        assert!(refuse_zeros(one.as_bytes()).is_ok());
    }
}
