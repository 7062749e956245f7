//! Words that stand for one another.

use std::collections::BTreeMap;

/// A table of synonyms, made from rows of the pack.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    rows: BTreeMap<String, Vec<String>>,
}

impl Synonyms {
    /// Makes the table from pairs of words that mean the same; each finds the other. A word that
    /// means something else in the other usage (kind `false`) must not be among them.
    pub fn new<A: AsRef<str>, B: AsRef<str>>(pairs: impl IntoIterator<Item = (A, B)>) -> Synonyms {
        let mut rows: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (a, b) in pairs {
            let (a, b) = (a.as_ref().to_owned(), b.as_ref().to_owned());
            rows.entry(a.clone()).or_default().push(b.clone());
            rows.entry(b).or_default().push(a);
        }
        Synonyms { rows }
    }

    /// What may stand for a word.
    pub fn of(&self, word: &str) -> Vec<String> {
        self.rows.get(word).cloned().unwrap_or_default()
    }
}
