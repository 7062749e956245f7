//! The tokens of an index, to look for what was meant.
//!
//! A word that differs in one letter is at most one letter longer or shorter, so tokens are kept by
//! length and only three lengths are looked through. A map of deletions (`SymSpell`) would be faster,
//! and would have to be built and wiped at every unlock.

use std::collections::BTreeMap;

use crate::typo::differs_in_one;

/// The tokens of an index, each once.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// By how many letters they have.
    by_length: BTreeMap<usize, Tokens>,
}

/// Tokens of one length, in order and one behind the other: an index has a hundred thousand.
#[derive(Clone, Debug, Default)]
struct Tokens {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Vocabulary {
    /// Every token, the shortest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.by_length.values().flat_map(Tokens::iter)
    }

    pub(crate) fn contains(&self, token: &str) -> bool {
        self.by_length
            .get(&token.chars().count())
            .is_some_and(|tokens| tokens.contains(token))
    }

    /// Tokens that differ from this one in one letter; at most `limit`.
    pub(crate) fn near<'v>(&'v self, token: &str, limit: usize) -> Vec<&'v str> {
        let length = token.chars().count();
        let lengths = self.by_length.range(length.saturating_sub(1)..=length + 1);
        let tokens = lengths.flat_map(|(_, tokens)| tokens.iter());
        tokens
            .filter(|other| differs_in_one(token, other))
            .take(limit)
            .collect()
    }
}

impl<T: AsRef<str>> FromIterator<T> for Vocabulary {
    /// Takes tokens in any order; `fts5vocab` lists them in theirs, which makes this fast.
    fn from_iter<I: IntoIterator<Item = T>>(tokens: I) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut late = Vec::new();
        for token in tokens {
            let token = token.as_ref();
            let length = vocabulary.by_length.entry(token.chars().count()).or_default();
            if length.last().is_none_or(|last| last < token) {
                length.push(token);
            } else if !length.contains(token) {
                late.push(token.to_owned());
            }
        }
        if late.is_empty() {
            return vocabulary;
        }
        late.extend(vocabulary.iter().map(str::to_owned));
        late.sort_unstable();
        late.dedup();
        late.into_iter().collect()
    }
}

impl Tokens {
    fn get(&self, i: usize) -> Option<&str> {
        let from = i.checked_sub(1).and_then(|before| self.ends.get(before));
        self.text
            .get(from.copied().unwrap_or_default()..*self.ends.get(i)?)
    }

    fn last(&self) -> Option<&str> {
        self.get(self.ends.len().checked_sub(1)?)
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).filter_map(|i| self.get(i))
    }

    fn push(&mut self, token: &str) {
        self.text.push_str(token);
        self.ends.push(self.text.len());
    }

    fn contains(&self, token: &str) -> bool {
        let (mut from, mut to) = (0, self.ends.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            match self.get(middle) {
                Some(known) if known < token => from = middle + 1,
                _ => to = middle,
            }
        }
        self.get(from) == Some(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_found_in_whatever_order_they_came() {
        for tokens in [["а", "беженц", "труд", "суд"], ["труд", "суд", "беженц", "а"]]
        {
            let vocabulary: Vocabulary = tokens.iter().chain(&tokens).collect();
            for token in tokens {
                assert!(vocabulary.contains(token));
            }
            assert!(!vocabulary.contains("б") && !vocabulary.contains("труда"));
            assert_eq!(vocabulary.near("струд", 9), ["труд"]);
            assert_eq!(vocabulary.near("суд", 9), Vec::<&str>::new());
        }
    }
}
