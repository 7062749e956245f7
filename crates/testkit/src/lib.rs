//! People and devices for tests: Alice, her computer, a clock that stands still.
//!
//! For dev-dependencies only. Everything here panics when something is not as a test expects.

#![expect(clippy::panic, reason = "in a test a panic is the report")]

mod counting;
#[cfg(feature = "app")]
mod device;
mod labelled;
pub mod sync;
mod traces;

pub use counting::CountingRandom;
#[cfg(feature = "app")]
pub use device::{Device, PASSPHRASE, copy_folder, passphrase};
pub use labelled::{Labelled, Score, Share};
pub use traces::{find_traces, forms_of};
