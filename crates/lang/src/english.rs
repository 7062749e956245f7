//! English words as their stems.
//!
//! The Snowball stemmer, for every word in Latin letters: names of organisations and forms are all
//! that this library has besides English.

use std::borrow::Cow;

use frostem::{Algorithm, Stemmer};

pub(crate) fn stem(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        Stemmer::new(Algorithm::English).stem(word)
    } else {
        Cow::Borrowed(word)
    }
}
