//! The notebook: cases, notes, attachments, and the journal beneath them.
//!
//! Everything a person writes becomes a change of a small document, the change becomes a sealed record
//! of the journal, and the tables for lists and search are made from the documents. So what arrives
//! from another device can be taken in by the same door as what is written here. The format is in
//! `docs/formats/notebook.md`.

mod attachment;
mod backup;
mod case;
mod document;
mod error;
mod exchange_key;
mod health;
mod journal;
mod note;
mod notebook;
mod projection;
mod recovery;
mod remote;
mod search;
mod sync;

pub use error::CasesError;
pub use health::{Examination, Health, Progress};
pub use notebook::{ANALYSER, Notebook, SCHEMA};
pub use recovery::RecoveryDates;
pub use remote::{KnownRemote, RemoteKind};
pub use sync::{AttachmentSegments, Range, SealedRecord, SetAside, TakenRecords, WhyAside};
