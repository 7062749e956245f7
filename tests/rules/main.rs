//! Rules of the tree that a reviewer would otherwise have to remember.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test a panic is the report"
)]

mod arrows;
mod capabilities;
mod contacts;
mod documents;
mod locales;
mod manifests;
mod tree;
