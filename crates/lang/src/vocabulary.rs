//! The tokens of an index, to look for what was meant.
//!
//! A word that differs in one letter is at most one letter longer or shorter, so tokens are kept by
//! length and only three lengths are looked through, and of these what begins alike. A map of deletions (`SymSpell`) would be faster,
//! and would have to be built and wiped at every unlock.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

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
    /// The letters that they begin with, and the number of the first that does.
    firsts: Vec<(char, usize)>,
}

impl Vocabulary {
    /// Every token, the shortest first.
    fn iter(&self) -> impl Iterator<Item = &str> {
        self.by_length.values().flat_map(Tokens::iter)
    }

    /// Tokens of at least so many letters that begin with one of these; the shortest first.
    pub(crate) fn beginning_with(
        &self,
        letters: RangeInclusive<char>,
        least: usize,
    ) -> impl Iterator<Item = &str> {
        let lengths = self.by_length.range(least..);
        lengths.flat_map(move |(_, tokens)| tokens.beginning_with(letters.clone()))
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
        let near = lengths.flat_map(|(_, tokens)| tokens.near(token));
        near.take(limit).collect()
    }

    /// The same of tokens that begin as this one does, with `beginning`.
    pub(crate) fn near_behind<'v>(&'v self, beginning: &str, token: &str, limit: usize) -> Vec<&'v str> {
        let length = token.chars().count();
        let lengths = self.by_length.range(length.saturating_sub(1)..=length + 1);
        let tokens = lengths.flat_map(|(_, tokens)| tokens.behind(beginning));
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
        if let Some(first) = token.chars().next()
            && self.firsts.last().is_none_or(|(last, _)| *last != first)
        {
            self.firsts.push((first, self.ends.len()));
        }
        self.text.push_str(token);
        self.ends.push(self.text.len());
    }

    fn contains(&self, token: &str) -> bool {
        self.get(self.first_after(0..self.ends.len(), |known| known < token)) == Some(token)
    }

    /// The first of these tokens for which `before` is false; it is true for all before that one.
    fn first_after(&self, tokens: Range<usize>, before: impl Fn(&str) -> bool) -> usize {
        let Range {
            start: mut from,
            end: mut to,
        } = tokens;
        while from < to {
            let middle = usize::midpoint(from, to);
            if self.get(middle).is_some_and(&before) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }

    fn beginning_with(&self, letters: RangeInclusive<char>) -> impl Iterator<Item = &str> {
        let begin = |end: &dyn Fn(char) -> bool| {
            let i = self.firsts.partition_point(|(letter, _)| end(*letter));
            self.firsts.get(i).map_or(self.ends.len(), |(_, first)| *first)
        };
        let (from, to) = (
            begin(&|letter| letter < *letters.start()),
            begin(&|letter| letter <= *letters.end()),
        );
        (from..to).filter_map(|i| self.get(i))
    }

    fn behind(&self, beginning: &str) -> impl Iterator<Item = &str> {
        let from = self.first_after(0..self.ends.len(), |token| token < beginning);
        let tokens = (from..self.ends.len()).filter_map(|i| self.get(i));
        tokens.take_while(move |token| token.starts_with(beginning))
    }

    /// The tokens that differ from this one in one letter, in order.
    ///
    /// Such a token begins as this one, or with its second letter where the first is too many or has changed places
    /// with the second; or else only its first letter is another or too many, and what follows is known.
    fn near(&self, token: &str) -> Vec<&str> {
        let mut letters = token.chars();
        let (first, second) = (letters.next(), letters.next());
        let rest = first.map_or("", |first| token.get(first.len_utf8()..).unwrap_or_default());
        let same_beginning = [first, second.filter(|_| first != second)].into_iter().flatten();
        let mut near: Vec<&str> = same_beginning
            .flat_map(|letter| self.beginning_with(letter..=letter))
            .filter(|other| differs_in_one(token, other))
            .collect();
        let nexts = self
            .firsts
            .iter()
            .skip(1)
            .map(|(_, next)| *next)
            .chain([self.ends.len()]);
        for (&(letter, from), to) in self.firsts.iter().zip(nexts) {
            for after in [rest, token] {
                let behind = |known: &str| known.get(letter.len_utf8()..).unwrap_or_default() < after;
                let found = self.get(self.first_after(from..to, behind));
                let is_it = |other: &&str| other.strip_prefix(letter) == Some(after);
                near.extend(found.filter(is_it).filter(|other| differs_in_one(token, other)));
            }
        }
        near.sort_unstable();
        near.dedup();
        near
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

    #[test]
    fn a_near_token_is_found_wherever_the_letter_differs() {
        let tokens = [
            "абв",
            "бв",
            "бавг",
            "вбвг",
            "абвг",
            "авбг",
            "абвгд",
            "аабвг",
            "абвж",
            "ебвг",
            "жабвг",
            "бвг",
            "баавг",
        ];
        let vocabulary: Vocabulary = tokens.iter().collect();
        let mut near = vocabulary.near("абвг", 99);
        near.sort_unstable();
        let mut slowly: Vec<&str> = tokens
            .into_iter()
            .filter(|other| differs_in_one("абвг", other))
            .collect();
        slowly.sort_unstable();
        assert_eq!(near, slowly);
        assert_eq!(near.len(), 10);
        assert_eq!(vocabulary.near_behind("аб", "абвг", 99), ["абв", "абвж", "абвгд"]);
    }
}
