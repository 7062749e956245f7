//! Packs: what the library is filled with.
//!
//! A volunteer writes plain files ([`Source`], `docs/formats/pack-source.md`); [`check()`] names every
//! broken rule; [`build()`] turns them into a catalogue and content-addressed blobs ([`Built`],
//! `docs/formats/pack.md`), the same bytes for the same files. Whoever installs a pack asks for a
//! [`Verified`] one, and [`trust`] is the only place that makes those.
//!
//! Nothing here touches a network, a clock or a database.

mod archive;
mod article;
mod blocks;
mod build;
mod built;
mod catalogue;
mod check;
mod contact_sheet;
mod contacts;
pub mod content;
mod deadlines;
mod diff;
mod draft;
mod easy;
mod fields;
mod glossary;
mod holidays;
mod ledger;
pub mod limits;
mod manifest;
mod pack;
mod phrases;
mod places;
mod problem;
mod sentences;
mod slug;
mod source;
mod synonyms;
mod template;
mod text;
pub mod trust;

pub use archive::{read_archive, write_archive};
pub use build::{Built, build, write};
pub use built::read_built;
pub use catalogue::{BlobEntry, BlobKind, Catalogue, Sha256};
pub use check::{Counts, Report, check};
pub use contact_sheet::{RowProblem, SHEET_BYTES, Taken, contact_sheet, take_contact_sheet};
pub use diff::{Difference, How, diff};
pub use pack::{Pack, PackError};
pub use problem::{Problem, Rule};
pub use sentences::LongSentence;
pub use slug::Slug;
pub use source::Source;
pub use template::write_template;
pub use trust::Verified;
