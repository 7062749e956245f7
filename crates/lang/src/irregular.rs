//! Russian words whose forms no rule brings together.

/// The lemma of an irregular form.
pub(crate) fn lemma(_word: &str) -> Option<&'static str> {
    None
}
