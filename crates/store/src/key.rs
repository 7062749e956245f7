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
