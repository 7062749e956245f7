//! Files that were written once must open for ever. What lies beside this is never edited; a new format
//! gets new files.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test a panic is the report"
)]

mod independent;
mod invitation;
mod keys;
mod notebook;
mod repository;
mod sync;

use std::{fs, path::PathBuf};

/// A golden file.
fn golden(name: &str) -> Vec<u8> {
    fs::read(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("formats")
        .join(name)
}
