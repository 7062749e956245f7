//! The use cases, and the states Reading, Locked and Unlocked: where the other crates meet.
//!
//! One method of [`App`] for each command of the contract, in one file for each feature. Whoever drives
//! the program, the window, the command line or a test, calls these and nothing below.

#![expect(
    clippy::needless_pass_by_value,
    reason = "a command consumes its request, and an error is translated where `map_err` hands it over"
)]

mod app;
mod attachment;
mod case;
mod dispatch;
mod embedded;
mod failure;
mod folder;
mod library;
mod linked;
mod note;
mod notebook;
mod passphrase;
mod place;
mod search;
mod shelf;
mod state;
mod sync;

pub use app::{App, CostChoice, StartOptions};
pub use folder::DataFolder;
