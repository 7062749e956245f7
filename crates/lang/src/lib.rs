//! Folds, tokenises and matches Korean and Russian: pure functions.
//!
//! A frightened person types one word, in their own spelling, and must land on the right page. What
//! makes that happen is here: [`analyse`] turns a text into the tokens of a full-text index,
//! [`Query`] turns what was typed into FTS5 expressions of falling strictness and asks an [`Index`] for
//! them, [`Matches`] puts what they found in order, [`closeness`] ranks it by spelling, and [`snippet`]
//! shows the place. The scheme is written down in `docs/formats/search.md`. [`keys_pressed`] reads a
//! passphrase under whatever keyboard layout is set.
//!
//! Every function is total: any text, also a broken one, gives an answer, never a panic. None does
//! I/O or remembers anything between calls.
//!
//! No dictionary of Korean is used at run time: the one there is needs 224 MB and splits exactly the
//! northern spellings we exist for (`로동자` becomes `로` + `동자`).

mod analyse;
mod ask;
mod closeness;
mod correction;
mod endings;
mod english;
mod finder;
mod fold;
mod hangul;
mod irregular;
mod layout;
mod pressed;
mod query;
mod rank;
mod russian;
mod snippet;
mod sound;
mod spacing;
mod stage;
mod synonyms;
mod token;
mod transliteration;
mod typo;
mod vocabulary;
mod word;

pub use crate::analyse::{ANALYSER_VERSION, analyse};
pub use crate::ask::Index;
pub use crate::closeness::{Closeness, closeness, holds_small_words};
pub use crate::finder::Finder;
pub use crate::pressed::keys_pressed;
pub use crate::query::Query;
pub use crate::rank::{Matches, Standing};
pub use crate::snippet::{Run, snippet};
pub use crate::stage::{Class, Stage};
pub use crate::synonyms::Synonyms;
pub use crate::token::{Purpose, Token};
pub use crate::vocabulary::Vocabulary;
