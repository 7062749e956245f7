//! Opens, keys, migrates, checks and closes an encrypted SQLite file.

mod analyser;

pub use analyser::{Analyse, Analyser, Purpose, Token};
