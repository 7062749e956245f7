//! What people do with the program, from start to end, through the contract.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test a panic is the report"
)]

mod ages;
mod backup;
mod bad_luck;
mod copies;
mod main_job;
mod newer_library;
mod passphrases;
mod recovery;
mod second;
mod two_devices;
mod vault;
