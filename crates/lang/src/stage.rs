//! One step of a search.

/// An FTS5 expression and how good what it finds is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// The right side of `MATCH`. Everything in it is quoted, and FTS5 accepts it whatever was typed.
    pub expression: String,
    /// What is found by an earlier class goes above what is found by a later one.
    pub class: Class,
    /// True when so much matches that a large index should be asked for titles only.
    pub broad: bool,
}

/// How a [`Stage`] finds, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// All words, in any inflection and spelling; the last may be unfinished.
    Words,
    /// All words, some of them replaced by their synonyms.
    Synonyms,
    /// All words, as they were meant under another keyboard layout or in another alphabet.
    Rescue,
    /// All words, with one letter wrong or a space in the wrong place.
    Typo,
    /// Some of the words or of their syllables.
    Parts,
}
