//! The library: articles, contacts, phrase cards and places that were installed from packs.
//!
//! Only a verified pack can be installed. Texts are kept compressed; the index of their words is made
//! here and holds no copy of them. Replies are those of the contract.

mod analyser;
mod article;
mod blocks;
mod changes;
mod contacts;
mod counting;
mod deadlines;
mod deliver;
mod error;
mod index;
mod install;
mod library;
mod packs;
mod parts;
mod phrases;
mod places;
mod records;
mod search;
mod standing;
mod synonyms;
mod texts;

pub use analyser::ANALYSER;
pub use changes::{Change, Changes};
pub use error::LibraryError;
pub use install::Installed;
pub use library::{Library, SCHEMA};
pub use packs::PackHistory;
