//! The words that were meant, when one letter of a word is wrong.
//!
//! The index has no words of Hangul, only pairs of syllables. A wrong syllable spoils the two pairs it
//! is in, so a correction is a syllable that mends both.

use crate::fold::Script;
use crate::typo::{LETTERS, keys};
use crate::vocabulary::Vocabulary;
use crate::word::{State, Word, add, folded, term};
use crate::{english, layout, russian};

/// How far a guess may go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Guess {
    /// Only words that the index does not know, and each as a whole.
    Sure,
    /// Also a part of a word, and all words when the index knows every one: nothing was found by them.
    Anything,
}

/// For each word the terms of what may have been meant, from the tokens of an index.
pub(crate) fn corrections(words: &[&Word], vocabulary: &Vocabulary, guess: Guess) -> Vec<Vec<String>> {
    let known: Vec<bool> = words.iter().map(|word| is_known(word, vocabulary)).collect();
    let all = guess == Guess::Anything && known.iter().all(|known| *known);
    let meant = words.iter().zip(known).map(|(word, known)| {
        let mut terms = if known && !all {
            Vec::new()
        } else {
            meant(word, vocabulary, guess)
        };
        terms.truncate(NEAR);
        terms
    });
    meant.collect()
}

/// Whether the index has this word, with its endings or without.
pub(crate) fn is_known(word: &Word, vocabulary: &Vocabulary) -> bool {
    match stem(word) {
        Some(stem) => vocabulary.contains(&stem),
        None => names(word).any(|syllables| Pairs::of(&syllables, vocabulary).all_known()),
    }
}

fn meant(word: &Word, vocabulary: &Vocabulary, guess: Guess) -> Vec<String> {
    let mut terms = Vec::new();
    if let Some(stem) = stem(word) {
        if word.text.chars().count() >= LETTERS {
            for near in vocabulary.near(&stem, NEAR) {
                add(&mut terms, term(&format!("={near}"), State::Whole));
            }
        }
        return terms;
    }
    // With all its endings first: what is left without them may be near to anything.
    for syllables in names(word) {
        for text in Pairs::of(&syllables, vocabulary).mended() {
            add(&mut terms, term(&text, State::Whole));
        }
        if !terms.is_empty() {
            return terms;
        }
    }
    if guess == Guess::Anything {
        for text in Pairs::of(&folded(&word.text), vocabulary).mended_inside() {
            add(&mut terms, term(&text, State::Whole));
        }
    }
    terms
}

/// The token of a word of letters; none for another.
fn stem(word: &Word) -> Option<String> {
    match word.script {
        Script::Cyrillic => Some(russian::stem(&word.text).into_owned()),
        Script::Latin => Some(english::stem(&word.text).into_owned()),
        _ => None,
    }
}

/// The syllables of a word of Hangul, with its endings and without, where two or more are left.
fn names(word: &Word) -> impl Iterator<Item = Vec<char>> {
    let is_hangul = word.script == Script::Hangul;
    let names = word.names().into_iter().filter(move |_| is_hangul);
    names.map(folded).filter(|syllables| syllables.len() >= 2)
}

/// The syllables of a word, and which of their pairs the index has.
struct Pairs<'w> {
    syllables: &'w [char],
    known: Vec<bool>,
    vocabulary: &'w Vocabulary,
}

impl<'w> Pairs<'w> {
    fn of(syllables: &'w [char], vocabulary: &'w Vocabulary) -> Self {
        let known = |pair: &[char]| vocabulary.contains(&keys_of(pair));
        Pairs {
            syllables,
            known: syllables.windows(2).map(known).collect(),
            vocabulary,
        }
    }

    fn all_known(&self) -> bool {
        self.known.iter().all(|known| *known)
    }

    /// The word with one syllable changed so that the index has all its pairs.
    fn mended(&self) -> Vec<String> {
        let mut words = Vec::new();
        for i in 0..self.syllables.len() {
            let mut pairs = self.known.iter().enumerate();
            if pairs.all(|(j, known)| j == i || j + 1 == i || *known) {
                words.extend(self.candidates(i).into_iter().map(|c| {
                    let syllables = self.syllables.iter().enumerate();
                    syllables
                        .map(|(j, s)| if i == j { c } else { *s })
                        .collect::<String>()
                }));
            }
        }
        words
    }

    /// Three syllables, of which the middle one was changed so that the index has both pairs: of nouns written
    /// together, perhaps, where other pairs are unknown because no text writes them together.
    fn mended_inside(&self) -> Vec<String> {
        let mut parts = Vec::new();
        for (i, three) in self.syllables.windows(3).enumerate() {
            if let [before, _, after] = three {
                let candidates = self.candidates(i + 1).into_iter();
                parts.extend(candidates.map(|c| [*before, c, *after].iter().collect::<String>()));
            }
        }
        parts
    }

    /// What the syllable at `i` may have been: near to it, and in a pair of the index with its neighbours.
    fn candidates(&self, i: usize) -> Vec<char> {
        let syllable = self.syllables.get(i);
        let before = i.checked_sub(1).and_then(|j| self.syllables.get(j));
        let after = self.syllables.get(i + 1);
        let candidates: Vec<char> = if let (Some(before), Some(syllable)) = (before, syllable) {
            let (beginning, pair) = (keys_of(&[*before]), keys_of(&[*before, *syllable]));
            let near = self.vocabulary.near_behind(&beginning, &pair, NEAR).into_iter();
            let pairs = near.filter_map(two).filter(|(first, _)| first == before);
            pairs.map(|(_, second)| second).collect()
        } else {
            let pair: Vec<char> = syllable.into_iter().chain(after).copied().collect();
            let near = self.vocabulary.near(&keys_of(&pair), NEAR).into_iter();
            let pairs = near.filter_map(two).filter(|(_, second)| Some(second) == after);
            pairs.map(|(first, _)| first).collect()
        };
        let fits = |c: &char| {
            Some(c) != syllable && after.is_none_or(|after| self.vocabulary.contains(&keys_of(&[*c, *after])))
        };
        candidates.into_iter().filter(fits).collect()
    }
}

fn keys_of(syllables: &[char]) -> String {
    keys(&syllables.iter().collect::<String>())
}

/// The two syllables that keys make; none when they make something else.
fn two(keys: &str) -> Option<(char, char)> {
    let text = layout::compose(keys);
    let mut syllables = text.chars();
    let pair = (syllables.next()?, syllables.next()?);
    syllables.next().is_none().then_some(pair)
}

const NEAR: usize = 16;
