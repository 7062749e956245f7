//! The places that records go through.

mod folder;

pub use folder::Folder;
