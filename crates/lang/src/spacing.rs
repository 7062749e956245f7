//! Spaces that are missing or too many, in words of an alphabet.
//!
//! Hangul needs none of this: its pairs of syllables run across spaces. For Russian the tokens of the
//! index say what is a word.

use crate::fold::Script;
use crate::vocabulary::Vocabulary;
use crate::word::{State, Word, term};
use crate::{english, russian};

/// The terms for a word that is two: срокжалобы is срок and жалобы. The likeliest first.
pub(crate) fn parted(word: &Word, vocabulary: &Vocabulary) -> Vec<String> {
    let mut parts: Vec<(&str, &str)> = Vec::new();
    if is_of_letters(word) && !knows(&word.text, word.script, vocabulary) {
        let places = word.text.char_indices().skip(SHORTEST);
        parts.extend(
            places
                .map(|(at, _)| word.text.split_at(at))
                .filter(|(head, rest)| {
                    let long_enough = rest.chars().count() >= SHORTEST;
                    long_enough
                        && knows(head, word.script, vocabulary)
                        && knows(rest, word.script, vocabulary)
                }),
        );
    }
    // Two words of some length are likelier than a long one and a scrap.
    parts.sort_by_key(|(head, rest)| std::cmp::Reverse(head.len().min(rest.len())));
    parts.truncate(PARTS);
    let both = |(head, rest)| {
        let (head, rest) = (term(head, State::Whole), term(rest, State::Whole));
        format!("({head} AND {rest})")
    };
    parts.into_iter().map(both).collect()
}

/// The terms for two words that are one, each with the number of its first: пере водчик is переводчик.
pub(crate) fn joined(words: &[&Word], vocabulary: &Vocabulary) -> Vec<(usize, String)> {
    let mut joined = Vec::new();
    for (i, pair) in words.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let both = format!("{}{}", first.text, second.text);
        if first.script == second.script
            && is_of_letters(first)
            && is_of_letters(second)
            && knows(&both, first.script, vocabulary)
        {
            joined.push((i, term(&both, State::Whole)));
        }
    }
    joined
}

fn is_of_letters(word: &Word) -> bool {
    matches!(word.script, Script::Cyrillic | Script::Latin)
}

fn knows(text: &str, script: Script, vocabulary: &Vocabulary) -> bool {
    let stem = match script {
        Script::Cyrillic => russian::stem(text),
        _ => english::stem(text),
    };
    vocabulary.contains(&stem)
}

/// Fewer letters are no word that anybody looks for.
const SHORTEST: usize = 3;
const PARTS: usize = 3;
