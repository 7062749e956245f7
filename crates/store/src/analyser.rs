//! How a full-text index learns where words begin and end.
//!
//! The rules of a language live in the pure crate `lang`; this crate only carries them to SQLite
//! (`fts5.rs`). A trait object would do as well; a plain function is enough, since an analyser has no state.

/// Why a text is analysed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be put into the index.
    Document,
    /// To be searched for.
    Query,
    /// To find the matches again in a text of the index, for a snippet.
    Highlight,
}

/// One word, as the index keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// The folded word; never empty.
    pub text: &'a str,
    /// True when it stands at the same place as the token before it.
    pub colocated: bool,
    /// Where in the original text it begins, in bytes, on a character boundary.
    pub start: usize,
    /// Where it ends, likewise.
    pub end: usize,
}

/// Splits a text into tokens, in order of `start`. Total: any text gives tokens, or none.
pub type Analyse = fn(text: &str, purpose: Purpose, emit: &mut dyn FnMut(Token<'_>));

/// A tokenizer under the name that `CREATE VIRTUAL TABLE … USING fts5(…, tokenize = 'name')` uses.
#[derive(Clone, Copy)]
pub struct Analyser {
    /// The name in SQL, such as `durumi`.
    pub name: &'static std::ffi::CStr,
    /// The function.
    pub analyse: Analyse,
}
