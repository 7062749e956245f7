//! Syncing under hostile conditions: a remote that does everything wrong, devices that are copied, cut off
//! and restored, and random scenarios that must all end alike on every device.

mod chance;
mod conformance;
mod faults;
mod fuzz;
mod model;
mod scenario;
mod storage;

pub use chance::Chance;
pub use conformance::conforms;
pub use faults::{Event, Fault};
pub use fuzz::{Campaign, Failed, run_seed, run_steps};
pub use model::Model;
pub use scenario::{Op, scenario};
pub use storage::{Storage, Visit};
