//! Sealed records through any place that keeps files: what to do, doing it, and the places.
//!
//! What lies on a remote is written down in `docs/formats/sync.md`. [`plan`] compares what is here with
//! what is there and returns the next steps; it does no I/O. [`round`] carries them out against a
//! [`Journal`], which knows what a record says, and a [`Remote`], which knows nothing at all. This crate
//! stands between the two: records come and go sealed with a key that it is never given.
//!
//! Promises: a round may be cut off anywhere and begun again; nothing that a remote does or omits removes
//! a record here; what is here and not there is put there.

mod codec;
mod finding;
mod head;
mod journal;
mod memory;
mod name;
mod numbers;
mod object;
mod opportunity;
mod part;
mod plan;
mod record;
mod remote;
pub mod remotes;
mod round;
mod watched;

pub use finding::Finding;
pub use head::{Head, PackNote, Seen};
pub use journal::{Journal, JournalError, PartId, PartState, Taken};
pub use memory::{HeadNote, Memory, OwnHead, Shared, Sum};
pub use name::{Kind, Name, Names};
pub use numbers::{Numbers, RecordSet};
pub use object::Seals;
pub use opportunity::{Opportunity, When};
pub use part::{SEGMENTS_PER_PART, parts_of};
pub use plan::{Depth, Here, Step, There, plan};
pub use record::Record;
pub use remote::{Entry, Remote, RemoteError};
pub use round::{Cut, Files, Report, Round, round};
pub use watched::{Watch, Watched};
