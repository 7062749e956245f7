//! What was typed, as expressions for the index.
//!
//! The expressions fall in strictness: all words, then with synonyms, then any of them or of their
//! pairs of syllables. The caller goes on to the next while it has too few results, and keeps those it
//! has above the new ones. Only what is cheap is always tried; a look through the vocabulary for typos
//! and readings under other keyboard layouts are asked for when nothing else helped.
//!
//! Everything in an expression is quoted. A language of operators was rejected: who types `-` or `OR`
//! here means the sign or the word.

use std::ops::Range;

use crate::correction::{self, Guess, corrections};
use crate::fold::Script;
use crate::stage::{Class, Stage};
use crate::vocabulary::Vocabulary;
use crate::word::{State, Word, add, term, words};
use crate::{layout, sound, spacing, transliteration};

/// What a person typed.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// As typed, shortened; what other keyboard layouts are tried on.
    typed: String,
    words: Vec<Word>,
    /// True when the last word may go on.
    typing: bool,
    /// What may stand for some of the words.
    synonyms: Vec<Synonym>,
}

#[derive(Clone, Debug)]
struct Synonym {
    words: Range<usize>,
    terms: Vec<String>,
}

impl Query {
    /// Takes what was typed. Never fails: what cannot be searched for is left out, and of a long
    /// text only the first 200 characters count.
    ///
    /// Unless a space follows, the last word is taken as unfinished.
    pub fn parse(raw: &str) -> Query {
        let typed: String = raw.trim_start().chars().take(CHARACTERS).collect();
        let mut words = words(&typed);
        words.truncate(WORDS);
        let typing = !typed.ends_with(char::is_whitespace);
        Query {
            typed,
            words,
            typing,
            synonyms: Vec::new(),
        }
    }

    /// The same with synonyms: `of` is asked for every word, and for every two and three that follow
    /// one another, and gives what may stand for it.
    #[must_use]
    pub fn with_synonyms(mut self, of: &dyn Fn(&str) -> Vec<String>) -> Query {
        for from in 0..self.words.len() {
            for to in from + 1..=self.words.len().min(from + PHRASE) {
                let terms = match self.words.get(from..to) {
                    Some([word]) => word.names().into_iter().flat_map(of).collect(),
                    Some(words) => of(&text_of(words)),
                    None => Vec::new(),
                };
                let mut quoted = Vec::new();
                for other in terms
                    .iter()
                    .map(|other| words(other))
                    .filter(|words| !words.is_empty())
                {
                    add(&mut quoted, term(&text_of(&other), State::Whole));
                }
                if !quoted.is_empty() {
                    self.synonyms.push(Synonym {
                        words: from..to,
                        terms: quoted,
                    });
                }
            }
        }
        self
    }

    /// True when there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The expressions to try one after the other until there are results enough. None for a query
    /// without a word.
    pub fn stages(&self) -> Vec<Stage> {
        if self.is_empty() {
            return Vec::new();
        }
        let broad = self.typing && self.words.len() == 1 && self.words.iter().all(Word::is_broad);
        let words = self.all(&|i| self.forms(i));
        let synonyms = self.expression_with_synonyms();
        let parts = self.expression_of_parts();
        let stage = |expression, class| Stage {
            expression,
            class,
            broad,
        };
        let mut stages = vec![stage(words, Class::Words)];
        stages.extend(synonyms.map(|expression| stage(expression, Class::Synonyms)));
        if stages.iter().all(|stage| stage.expression != parts) {
            stages.push(stage(parts, Class::Parts));
        }
        stages
    }

    /// The expression for one wrong letter in any word; none when no token of the index is near.
    pub fn typos(&self, vocabulary: &Vocabulary) -> Option<Stage> {
        self.corrected(&corrections(&self.word_list(), vocabulary, Guess::Anything), &[])
    }

    /// The expression for what was meant by words that the index does not know: one letter wrong, a
    /// space too much or missing, a Russian word in Hangul. None when the index knows them all, or
    /// nothing near.
    pub fn mended(&self, vocabulary: &Vocabulary) -> Option<Stage> {
        let words = self.word_list();
        let mut meant = corrections(&words, vocabulary, Guess::Sure);
        for (terms, word) in meant.iter_mut().zip(&words) {
            if terms.is_empty() && !correction::is_known(word, vocabulary) {
                *terms = spacing::parted(word, vocabulary);
                terms.extend(sound::alike(word, vocabulary));
            }
        }
        self.corrected(&meant, &spacing::joined(&words, vocabulary))
    }

    /// All words or what was meant by them; `joined` are pairs that are one word, by their first.
    fn corrected(&self, meant: &[Vec<String>], joined: &[(usize, String)]) -> Option<Stage> {
        if meant.iter().all(Vec::is_empty) && joined.is_empty() {
            return None;
        }
        let of_pair = |i: usize| {
            joined
                .iter()
                .filter(move |(first, _)| i == *first || i == first + 1)
        };
        let expression = self.all(&|i| {
            let mut terms = self.forms(i);
            terms.extend(meant.get(i).into_iter().flatten().cloned());
            terms.extend(of_pair(i).map(|(_, term)| term.clone()));
            terms
        });
        Some(Stage {
            expression,
            class: Class::Typo,
            broad: false,
        })
    }

    /// What may have been meant under another keyboard layout or in another alphabet, the likeliest
    /// first: россия for hjccbz, 변호사 for qusghtk, беженец for bezhenets.
    pub fn readings(&self) -> Vec<String> {
        let mut readings = layout::other_layouts(&self.typed);
        readings.extend(transliteration::to_cyrillic(&self.typed));
        readings.retain(|reading| reading.chars().any(char::is_alphabetic));
        readings
    }

    pub(crate) fn readings_as_queries(&self) -> Vec<Query> {
        let readings = self.readings();
        readings.iter().map(|reading| Query::parse(reading)).collect()
    }

    /// This query as one of the readings of another.
    pub(crate) fn rescue(&self) -> Option<Stage> {
        let words = self.stages().into_iter().next()?;
        Some(Stage {
            class: Class::Rescue,
            ..words
        })
    }

    fn word_list(&self) -> Vec<&Word> {
        self.words.iter().collect()
    }

    /// The words, for a comparison with a text.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&Word, State)> {
        let kept = (0..self.words.len()).filter(|i| self.counts(*i));
        kept.filter_map(|i| Some((self.words.get(i)?, self.state(i))))
    }

    /// The words that are not searched for, because nearly every text holds them.
    pub(crate) fn small_words(&self) -> impl Iterator<Item = &Word> {
        let left_out = (0..self.words.len()).filter(|i| !self.counts(*i));
        left_out.filter_map(|i| self.words.get(i))
    }

    fn state(&self, i: usize) -> State {
        if self.typing && i + 1 == self.words.len() {
            State::Typing
        } else {
            State::Whole
        }
    }

    /// False for a word that nearly every text holds, unless there is no other.
    fn counts(&self, i: usize) -> bool {
        let common = |word: &Word| word.is_common();
        !self.words.get(i).is_some_and(common) || self.words.iter().all(common)
    }

    fn forms(&self, i: usize) -> Vec<String> {
        self.words
            .get(i)
            .map(|word| word.forms(self.state(i)))
            .unwrap_or_default()
    }

    /// All words, each by one of its terms; a run of Hangul also as a whole, wherever its spaces are.
    fn all(&self, terms: &dyn Fn(usize) -> Vec<String>) -> String {
        let mut conditions = Vec::new();
        for run in self.runs() {
            let words: Vec<String> = run
                .clone()
                .filter(|i| self.counts(*i))
                .map(|i| any(&terms(i)))
                .collect();
            if run.len() > 1 {
                let state = self.state(run.end - 1);
                let whole = term(&text_of(self.words.get(run).unwrap_or_default()), state);
                conditions.push(if words.is_empty() {
                    whole
                } else {
                    format!("({whole} OR ({}))", words.join(" AND "))
                });
            } else {
                conditions.extend(words);
            }
        }
        conditions.join(" AND ")
    }

    fn spellings(&self, i: usize) -> Vec<String> {
        let spellings = self
            .words
            .get(i)
            .map(Word::with_and_without_siot)
            .unwrap_or_default();
        spellings
            .iter()
            .map(|spelling| term(spelling, State::Whole))
            .collect()
    }

    fn expression_with_synonyms(&self) -> Option<String> {
        if self.synonyms.is_empty() {
            return None;
        }
        let terms_of = |i: usize| {
            let mut terms = self.forms(i);
            let own = self.synonyms.iter().filter(|synonym| synonym.words == (i..i + 1));
            for other in self
                .spellings(i)
                .iter()
                .chain(own.flat_map(|synonym| &synonym.terms))
            {
                add(&mut terms, other.clone());
            }
            terms
        };
        let mut expressions = vec![format!("({})", self.all(&terms_of))];
        let phrases = self.synonyms.iter().filter(|synonym| synonym.words.len() > 1);
        for phrase in phrases.take(PHRASES) {
            let others = (0..self.words.len()).filter(|i| !phrase.words.contains(i) && self.counts(*i));
            let mut conditions = vec![any(&phrase.terms)];
            conditions.extend(others.map(|i| any(&terms_of(i))));
            expressions.push(format!("({})", conditions.join(" AND ")));
        }
        Some(expressions.join(" OR "))
    }

    fn expression_of_parts(&self) -> String {
        let mut terms = Vec::new();
        for i in (0..self.words.len()).filter(|i| self.counts(*i)) {
            let pieces = self
                .words
                .get(i)
                .map(|word| word.pieces(self.state(i)))
                .unwrap_or_default();
            for term in pieces.into_iter().chain(self.spellings(i)) {
                add(&mut terms, term);
            }
        }
        for term in self.synonyms.iter().flat_map(|synonym| &synonym.terms) {
            add(&mut terms, term.clone());
        }
        terms.truncate(TERMS);
        terms.join(" OR ")
    }

    /// The runs of Hangul; every other word is a run of its own.
    fn runs(&self) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (i, word) in self.words.iter().enumerate() {
            match runs.last_mut() {
                Some(run) if word.runs_on => run.end = i + 1,
                _ => runs.push(i..i + 1),
            }
        }
        runs
    }
}

/// The words with a space between; without one where Hangul or an ideograph needs none.
fn text_of(words: &[Word]) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() && word.script != Script::Ideograph {
            text.push(' ');
        }
        text.push_str(&word.text);
    }
    text
}

fn any(terms: &[String]) -> String {
    match terms {
        [only] => only.clone(),
        terms => format!("({})", terms.join(" OR ")),
    }
}

const CHARACTERS: usize = 200;
const WORDS: usize = 24;
const TERMS: usize = 64;
/// Synonyms are looked up for so many words in a row.
const PHRASE: usize = 3;
const PHRASES: usize = 4;
