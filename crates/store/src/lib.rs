//! Opens, keys, migrates, checks and closes an encrypted SQLite file.
//!
//! The only crate that keys a database or registers a tokenizer. What is in the tables belongs to the
//! crates that use them; they bring a [`Schema`] and get a [`Database`].

mod analyser;
mod counts;
mod database;
mod disk;
mod error;
pub mod file;
mod fts5;
mod key;
mod memory;
mod schema;
mod twins;

pub use analyser::{Analyse, Analyser, Purpose, Token};
pub use database::{Condition, Database, Rest, Stopper, give_back, log_of};
#[cfg(feature = "probe")]
pub use disk::probe;
pub use error::StoreError;
pub use schema::{Migration, Schema};
pub use twins::{Disguise, Member, STEP, Twins};
