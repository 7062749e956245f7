//! Gives a connection its key.
//!
//! Through the C function and not through `PRAGMA key`: a statement's text stays in caches that we
//! cannot wipe.

#![expect(unsafe_code, reason = "sqlite3_key has no safe wrapper")]

use std::ffi::c_int;

use durumi_keys::DatabaseKey;
use rusqlite::{Connection, ffi};

use crate::StoreError;

/// Keys `conn`, before anything is read through it.
pub(crate) fn set(conn: &Connection, key: &DatabaseKey) -> Result<(), StoreError> {
    let text = key.expose_as_raw_key_text();
    let length = c_int::try_from(text.len()).map_err(|_| StoreError::NotEncrypting)?;
    // SAFETY: the handle is open while `conn` is borrowed, and SQLCipher copies `length` bytes of
    // `text` before it returns.
    let code = unsafe { ffi::sqlite3_key(conn.handle(), text.as_ptr().cast(), length) };
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(StoreError::NotEncrypting) }
}
