//! Repositories as a hostile stick, server or helper would hand them over.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test a panic is the report"
)]

mod attacks;
mod author;
mod bytes;

mod table;
mod times;
mod world;
