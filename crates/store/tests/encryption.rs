//! Encryption cannot be turned down from outside: a file that another setting of SQLCipher, or none, would
//! open is refused with the right key and left as it is.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::{fs, path::Path};

use durumi_keys::{DatabaseKey, MasterKey, Random, SystemRandom};
use durumi_store::{Database, Migration, Schema, StoreError};
use rusqlite::Connection;

const SCHEMA: Schema = Schema {
    application_id: 7,
    migrations: &[Migration {
        number: 1,
        sql: "CREATE TABLE note (text TEXT NOT NULL) STRICT;",
    }],
    shrinks: false,
};

fn key() -> DatabaseKey {
    MasterKey::make(&SystemRandom).derive_database_key()
}

/// A file like ours but for some settings, keyed with the same key.
fn made_with(path: &Path, key: &DatabaseKey, settings: &str) {
    let other = Connection::open(path).unwrap();
    let text = key.expose_as_raw_key_text();
    let text = str::from_utf8(&text).unwrap();
    other
        .execute_batch(&format!(
            "PRAGMA cipher_log_level = NONE; PRAGMA key = \"{text}\"; {settings}
             CREATE TABLE note (text TEXT NOT NULL) STRICT; INSERT INTO note VALUES ('x');
             PRAGMA user_version = 1; PRAGMA application_id = 7;"
        ))
        .unwrap();
}

fn refused(path: &Path, key: &DatabaseKey) {
    let before = fs::read(path).unwrap();
    for opened in [
        Database::open(path, key, &SCHEMA, &[]),
        Database::open_to_read(path, key, &SCHEMA, &[]),
    ] {
        assert!(matches!(opened, Err(StoreError::Damaged)), "it was opened");
    }
    assert!(fs::read(path).unwrap() == before, "it was changed");
}

#[test]
fn the_same_file_with_our_settings_opens() {
    let (folder, key) = (tempfile::tempdir().unwrap(), key());
    let path = folder.path().join("file");
    made_with(&path, &key, "");
    Database::open(&path, &key, &SCHEMA, &[]).unwrap();
}

#[test]
fn weaker_or_other_settings_of_the_cipher_are_refused() {
    for settings in [
        // A page of another size.
        "PRAGMA cipher_page_size = 1024;",
        "PRAGMA cipher_page_size = 8192;",
        // Earlier formats.
        "PRAGMA cipher_compatibility = 3;",
        "PRAGMA cipher_compatibility = 2;",
        "PRAGMA cipher_compatibility = 1;",
        // Nothing that tells a changed page, or something weaker.
        "PRAGMA cipher_use_hmac = OFF;",
        "PRAGMA cipher_hmac_algorithm = HMAC_SHA1;",
        // The beginning of the file in plain.
        "PRAGMA cipher_plaintext_header_size = 32;",
    ] {
        let (folder, key) = (tempfile::tempdir().unwrap(), key());
        let path = folder.path().join("file");
        made_with(&path, &key, settings);
        println!("{settings}");
        refused(&path, &key);
    }
}

#[test]
fn a_header_that_says_plain_is_refused_over_ciphertext() {
    let (folder, key) = (tempfile::tempdir().unwrap(), key());
    let path = folder.path().join("file");
    drop(Database::create(&path, &key, &SCHEMA, &[]).unwrap());
    let mut bytes = fs::read(&path).unwrap();
    bytes[..16].copy_from_slice(b"SQLite format 3\0");
    fs::write(&path, bytes).unwrap();
    refused(&path, &key);
}

#[test]
fn a_file_keyed_with_nothing_or_with_zeros_is_refused() {
    struct Zeros;
    impl Random for Zeros {
        fn fill(&self, out: &mut [u8]) {
            out.fill(0);
        }
    }
    let (folder, ours) = (tempfile::tempdir().unwrap(), key());
    let path = folder.path().join("zeros");
    let zeros = Connection::open(&path).unwrap();
    zeros
        .execute_batch(&format!(
            "PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{}'\"; CREATE TABLE note (text TEXT);",
            "0".repeat(64)
        ))
        .unwrap();
    drop(zeros);
    refused(&path, &ours);
    let path = folder.path().join("nothing");
    Connection::open(&path)
        .unwrap()
        .execute_batch("CREATE TABLE note (text TEXT);")
        .unwrap();
    refused(&path, &ours);
    // Randomness that gave nothing still does not give the database a key of zeros.
    let derived = MasterKey::make(&Zeros).derive_database_key();
    let text = derived.expose_as_raw_key_text();
    assert!(text.iter().any(|letter| !b"x'0".contains(letter)));
}
