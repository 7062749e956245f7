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
mod backup;
mod case;
mod copies;
mod deadline;
mod dispatch;
mod embedded;
mod erase;
mod failure;
mod folder;
mod library;
mod linked;
mod memory;
mod note;
mod notebook;
mod opportune;
mod pack;
mod packs;
mod passphrase;
mod place;
mod recovery;
mod safety;
mod search;
mod second;
mod shelf;
mod state;
mod sticks;
mod sync;
mod sync_invite;
mod sync_keys;
mod tries;
mod vault;

pub use app::{App, CostChoice, StartOptions};
pub use folder::DataFolder;
pub use memory::keep_memory_private;
pub use pack::trusted_root;
pub use passphrase::read_passphrase;
