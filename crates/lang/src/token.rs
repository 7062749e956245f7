//! What an analysis gives.
//!
//! The same shape as the analyser of the crate `store`, field by field, so that the program can hand
//! one to the other; neither crate knows the other, and both stay testable alone.

/// Why a text is analysed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be put into the index.
    Document,
    /// To be searched for: a text out of an expression that [`crate::Query`] wrote.
    Query,
    /// To find the matches again in a text of the index: the tokens of a document without the
    /// colocated ones.
    Highlight,
}

/// One token, as the index keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// The folded word, or the keys of two syllables; never empty.
    pub text: &'a str,
    /// True when it stands at the same place as the token before it.
    pub colocated: bool,
    /// Where in the original text it begins, in bytes, on a character boundary.
    pub start: usize,
    /// Where it ends, likewise.
    pub end: usize,
}
