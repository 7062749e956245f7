//! The words that were meant, when one letter of a word is wrong.
//!
//! The index has no words of Hangul, only pairs of syllables. A wrong syllable spoils the two pairs it
//! is in, so a correction is a syllable that mends both.

use crate::fold::Script;
use crate::typo::{LETTERS, differs_in_one, keys};
use crate::word::{State, Word, add, folded, term};
use crate::{endings, english, layout, russian};

/// For each word the terms of what may have been meant, from the tokens of an index. A word that the
/// index knows is corrected only when it knows all of them.
pub(crate) fn corrections<'v>(
    words: &[&Word],
    vocabulary: impl Iterator<Item = &'v str>,
) -> Vec<Vec<String>> {
    let mut wanted: Vec<Vec<Wanted>> = words.iter().map(|word| wanted(word)).collect();
    for token in vocabulary {
        for wanted in wanted.iter_mut().flatten() {
            if wanted.token == token {
                wanted.known = true;
            } else if wanted.near.len() < NEAR && differs_in_one(&wanted.token, token) {
                wanted.near.push(token.to_owned());
            }
        }
    }
    let known = |tokens: &Vec<Wanted>| tokens.iter().all(|wanted| wanted.known);
    let all_known = wanted.iter().all(known);
    let correct = |(word, tokens): (&&Word, &Vec<Wanted>)| {
        if known(tokens) && !all_known {
            Vec::new()
        } else {
            meant(word, tokens)
        }
    };
    words.iter().zip(&wanted).map(correct).collect()
}

/// A token the index is looked through for.
struct Wanted {
    token: String,
    known: bool,
    near: Vec<String>,
}

fn wanted(word: &Word) -> Vec<Wanted> {
    let tokens = match word.script {
        Script::Hangul => folded(stem(word))
            .windows(2)
            .map(|pair| keys(&pair.iter().collect::<String>()))
            .collect(),
        Script::Cyrillic => vec![russian::stem(&word.text).into_owned()],
        Script::Latin => vec![english::stem(&word.text).into_owned()],
        _ => Vec::new(),
    };
    let long_enough = match word.script {
        Script::Hangul => tokens.iter().any(|token| token.chars().count() >= LETTERS),
        _ => word.text.chars().count() >= LETTERS,
    };
    let wanted = |token| Wanted {
        token,
        known: false,
        near: Vec::new(),
    };
    if long_enough {
        tokens.into_iter().map(wanted).collect()
    } else {
        Vec::new()
    }
}

fn meant(word: &Word, tokens: &[Wanted]) -> Vec<String> {
    let mut terms = Vec::new();
    if word.script == Script::Hangul {
        for text in meant_in_hangul(&folded(stem(word)), tokens) {
            add(&mut terms, term(&text, State::Whole));
        }
    } else {
        for near in tokens.iter().flat_map(|wanted| &wanted.near) {
            add(&mut terms, term(&format!("={near}"), State::Whole));
        }
    }
    terms.truncate(NEAR);
    terms
}

fn meant_in_hangul(syllables: &[char], pairs: &[Wanted]) -> Vec<String> {
    let near = |i: usize| {
        pairs
            .get(i)
            .into_iter()
            .flat_map(|pair| &pair.near)
            .filter_map(|keys| two(keys))
    };
    if pairs.len() == 1 {
        return near(0).map(|(a, b)| [a, b].iter().collect()).collect();
    }
    let mut words = Vec::new();
    for (i, before) in syllables.iter().enumerate() {
        let left = i.checked_sub(1).and_then(|j| Some((j, *syllables.get(j)?)));
        let right = syllables.get(i + 1);
        let others_known = pairs
            .iter()
            .enumerate()
            .all(|(j, pair)| j == i || j + 1 == i || pair.known);
        let mends_right = |c: char| right.is_none_or(|other| near(i).any(|pair| pair == (c, *other)));
        let candidates: Vec<char> = match left {
            Some((j, other)) => near(j).filter(|(a, _)| *a == other).map(|(_, c)| c).collect(),
            None => near(i).map(|(c, _)| c).collect(),
        };
        for c in candidates
            .into_iter()
            .filter(|c| others_known && c != before && mends_right(*c))
        {
            words.push(
                syllables
                    .iter()
                    .enumerate()
                    .map(|(j, s)| if i == j { c } else { *s })
                    .collect(),
            );
        }
    }
    if words.is_empty() {
        // Nouns written together, perhaps: what is near the pairs that are unknown.
        let unknown = pairs.iter().enumerate().filter(|(_, pair)| !pair.known);
        words.extend(
            unknown
                .flat_map(|(i, _)| near(i))
                .map(|(a, b)| [a, b].iter().collect::<String>()),
        );
    }
    words
}

/// The two syllables that keys make; none when they make something else.
fn two(keys: &str) -> Option<(char, char)> {
    let text = layout::compose(keys);
    let mut syllables = text.chars();
    let pair = (syllables.next()?, syllables.next()?);
    syllables.next().is_none().then_some(pair)
}

/// The word without its endings, two syllables or more.
fn stem(word: &Word) -> &str {
    let stems = endings::stems(&word.text);
    stems
        .into_iter()
        .rev()
        .find(|stem| stem.chars().nth(1).is_some())
        .unwrap_or(&word.text)
}

const NEAR: usize = 16;
