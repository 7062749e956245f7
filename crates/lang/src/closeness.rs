//! How much a text is spelt like the query.

use crate::hangul;

/// How much the spelling of a text agrees with a query; more is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Closeness {
    /// Some word of the query is not in the text in any spelling.
    Apart,
    /// Every word is there when the initial-sound law is applied to every syllable, or in another form.
    FoldedEverywhere,
    /// Every word is there when the law is applied at the beginning of words.
    FoldedAtStart,
    /// Every word is there as it was typed.
    Exact,
}

/// Compares a query with a title or a snippet, to order what the index found alike.
pub fn closeness(query: &str, text: &str) -> Closeness {
    let all = |s: &str| s.chars().map(hangul::fold).collect::<String>();
    if text.contains(query) {
        Closeness::Exact
    } else if all(text).contains(&all(query)) {
        Closeness::FoldedEverywhere
    } else {
        Closeness::Apart
    }
}
