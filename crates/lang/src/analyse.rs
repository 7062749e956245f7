//! From a text to the tokens of the index.
//!
//! Words of alphabets become stems. Hangul becomes pairs of neighbouring syllables, running across
//! single spaces, so that 난민신청 and 난민 신청 are the same; the last syllable of a run stands alone. A
//! colocated token `^` + syllable says "a word begins with this syllable" and makes words of one
//! syllable findable without reading every pair that holds it.

use crate::fold::{Script, Sign, fold};
use crate::hangul;
use crate::token::{Purpose, Token};
use crate::{endings, english, russian};

/// Changes whenever the same text gives other tokens; an index of another version is rebuilt.
pub const ANALYSER_VERSION: u32 = 1;

/// Splits a text into tokens, in order of `start`.
///
/// Total: any text gives tokens, or none. For [`Purpose::Query`] a word behind `=` is taken as it
/// stands, without stemming: [`crate::Query`] writes stems and prefixes that way.
pub fn analyse(text: &str, purpose: Purpose, emit: &mut dyn FnMut(Token<'_>)) {
    analyse_some(text, purpose, Everything, |_, token| emit(token));
}

/// Which tokens are made at all. Stemming takes most of an analysis.
pub(crate) trait Wanted {
    /// Whether a folded word of an alphabet may be.
    fn word(&self, word: &str) -> bool;
    /// Whether a token that begins with a folded syllable may be.
    fn syllable(&self, first: char) -> bool;
}

/// The same without the tokens that are not wanted. `emit` also gets the place of the token in the text, from 1;
/// those left out have one too.
pub(crate) fn analyse_some<W: Wanted>(
    text: &str,
    purpose: Purpose,
    wanted: W,
    emit: impl FnMut(u32, Token<'_>),
) {
    let mut analysis = Analysis {
        purpose,
        wanted,
        emit,
        place: 0,
        word: String::new(),
        letters: 0,
        script: Script::Break,
        start: 0,
        end: 0,
        verbatim: false,
        keys: String::from(WORD_START),
        held: false,
        syllable: None,
        run: 0,
        gap: false,
        begun: Begun([0; SYLLABLES.div_ceil(64)]),
    };
    fold(text, |sign| analysis.take(sign));
    analysis.end_word();
    analysis.end_run();
}

/// Marks a token that says which syllable a word begins with.
pub(crate) const WORD_START: char = '^';
/// Marks, in a query, a word that is not to be stemmed.
pub(crate) const VERBATIM: char = '=';
/// Letters of a word beyond this many are not kept: nobody searches for them.
pub(crate) const WORD_LETTERS: usize = 64;

struct Everything;

impl Wanted for Everything {
    fn word(&self, _word: &str) -> bool {
        true
    }

    fn syllable(&self, _first: char) -> bool {
        true
    }
}

struct Analysis<W, E> {
    purpose: Purpose,
    wanted: W,
    emit: E,
    /// How many places there were so far.
    place: u32,

    /// The word of an alphabet being read.
    word: String,
    letters: usize,
    script: Script,
    start: usize,
    end: usize,
    verbatim: bool,

    /// [`WORD_START`], and behind it the keys of the token being made.
    keys: String,
    /// True when these are the keys of the last syllable.
    held: bool,
    syllable: Option<Place>,
    /// How many syllables the run has so far.
    run: usize,
    /// True after a single space behind a syllable.
    gap: bool,
    begun: Begun,
}

#[derive(Clone, Copy)]
struct Place {
    letter: char,
    /// The syllable before it; itself when there is none.
    before: char,
    start: usize,
    end: usize,
    /// Which syllable of its word it is, from 1.
    word: usize,
}

impl<W: Wanted, E: FnMut(u32, Token<'_>)> Analysis<W, E> {
    fn take(&mut self, sign: Sign) {
        match sign.script {
            Script::Hangul => {
                self.end_word();
                self.syllable(sign);
            }
            Script::Space => {
                self.end_word();
                if self.gap || self.ends_in_particle() {
                    self.end_run();
                }
                self.gap = self.syllable.is_some();
            }
            Script::Break => {
                self.end_word();
                self.end_run();
                self.verbatim = sign.letter == VERBATIM && self.purpose == Purpose::Query;
            }
            Script::Cyrillic | Script::Latin | Script::Digit | Script::Ideograph | Script::Other => {
                self.end_run();
                if self.script != sign.script || sign.script == Script::Ideograph {
                    let verbatim = self.verbatim && self.word.is_empty();
                    self.end_word();
                    self.verbatim = verbatim;
                }
                self.letter(sign);
            }
        }
    }

    fn letter(&mut self, sign: Sign) {
        if self.word.is_empty() {
            self.start = sign.start;
            self.script = sign.script;
        }
        if self.letters < WORD_LETTERS {
            self.word.push(sign.letter);
        }
        self.letters += 1;
        self.end = sign.end;
    }

    fn end_word(&mut self) {
        if !self.word.is_empty() {
            self.place += 1;
            if self.wanted.word(&self.word) {
                let stem = match self.script {
                    Script::Cyrillic if !self.verbatim => russian::stem(&self.word),
                    Script::Latin if !self.verbatim => english::stem(&self.word),
                    _ => self.word.as_str().into(),
                };
                let token = Token {
                    text: &stem,
                    colocated: false,
                    start: self.start,
                    end: self.end,
                };
                (self.emit)(self.place, token);
            }
        }
        self.word.clear();
        self.letters = 0;
        self.verbatim = false;
    }

    fn syllable(&mut self, sign: Sign) {
        let letter = hangul::fold(sign.letter);
        let word = match self.syllable {
            Some(last) if !self.gap => last.word + 1,
            _ => 1,
        };
        if let Some(last) = self.syllable {
            self.place += 1;
            if self.wanted.syllable(last.letter) {
                self.pair(last, letter, sign.end);
            } else {
                self.held = false;
            }
        }
        let before = self.syllable.map_or(letter, |last| last.letter);
        self.syllable = Some(Place {
            letter,
            before,
            start: sign.start,
            end: sign.end,
            word,
        });
        self.run += 1;
        self.gap = false;
    }

    fn pair(&mut self, first: Place, second: char, end: usize) {
        self.hold(first.letter);
        let one = self.keys.len();
        hangul::push_keys(&mut self.keys, second);
        let pair = Token {
            text: self.keys.get(WORD_START.len_utf8()..).unwrap_or_default(),
            colocated: false,
            start: first.start,
            end,
        };
        (self.emit)(self.place, pair);
        if first.word == 1 && self.purpose == Purpose::Document && self.begun.is_new(first.letter) {
            let begins = Token {
                text: self.keys.get(..one).unwrap_or_default(),
                colocated: true,
                start: first.start,
                end: first.end,
            };
            (self.emit)(self.place, begins);
        }
        self.keys.drain(WORD_START.len_utf8()..one);
    }

    /// Has the keys of the last syllable be the only ones.
    fn hold(&mut self, letter: char) {
        if !self.held {
            self.keys.truncate(WORD_START.len_utf8());
            hangul::push_keys(&mut self.keys, letter);
            self.held = true;
        }
    }

    /// True behind a word whose last syllable is a particle: nobody writes it together with the next.
    ///
    /// A pair across such a space is a sixth of all pairs and finds nothing.
    fn ends_in_particle(&self) -> bool {
        self.syllable
            .is_some_and(|last| last.word >= 3 && endings::closes(last.before, last.letter))
    }

    fn end_run(&mut self) {
        let particle = self.ends_in_particle();
        // A query of two syllables and more is its pairs: the word may go on in the document.
        let alone = self.purpose != Purpose::Query || self.run == 1;
        if let Some(last) = self.syllable.take().filter(|_| alone && !particle) {
            self.place += 1;
            if self.wanted.syllable(last.letter) {
                self.hold(last.letter);
                let from = if last.word == 1 { 0 } else { WORD_START.len_utf8() };
                let token = Token {
                    text: self.keys.get(from..).unwrap_or_default(),
                    colocated: false,
                    start: last.start,
                    end: last.end,
                };
                (self.emit)(self.place, token);
            }
        }
        self.held = false;
        self.run = 0;
        self.gap = false;
    }
}

/// The syllables that words of a text have begun with so far.
///
/// The index needs each once: whether a text has such a word, not how often.
struct Begun([u64; SYLLABLES.div_ceil(64)]);

impl Begun {
    /// Remembers a syllable; false when it was known. A lone letter is new each time.
    fn is_new(&mut self, c: char) -> bool {
        let Some(i) = u32::from(c)
            .checked_sub(u32::from('가'))
            .and_then(|i| usize::try_from(i).ok())
        else {
            return true;
        };
        let Some(word) = self.0.get_mut(i / 64) else {
            return true;
        };
        let bit = 1 << (i % 64);
        let new = *word & bit == 0;
        *word |= bit;
        new
    }
}

/// From 가 to 힣.
const SYLLABLES: usize = 11_172;

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str, purpose: Purpose) -> Vec<String> {
        let mut tokens = Vec::new();
        analyse(text, purpose, &mut |token| tokens.push(token.text.to_owned()));
        tokens
    }

    #[test]
    fn hangul_becomes_pairs_across_single_spaces() {
        assert_eq!(
            tokens("난민신청", Purpose::Query),
            tokens("난민 신청", Purpose::Query)
        );
        assert_eq!(
            tokens("난민", Purpose::Document),
            ["ㄴㅏㄴㅁㅣㄴ", "^ㄴㅏㄴ", "ㅁㅣㄴ"]
        );
        assert_eq!(tokens("내 집", Purpose::Highlight), ["ㄴㅐㅈㅣㅂ", "^ㅈㅣㅂ"]);
        assert_eq!(tokens("집", Purpose::Query), ["^ㅈㅣㅂ"]);
    }

    #[test]
    fn scripts_part_where_they_meet() {
        assert_eq!(
            tokens("2024년 109-ФЗ", Purpose::Highlight),
            ["2024", "^ㅇㅕㄴ", "109", "фз"]
        );
    }

    #[test]
    fn a_query_may_give_a_word_as_it_stands() {
        assert_eq!(
            tokens("=беженцами беженцами", Purpose::Query),
            ["беженцами", "беженц"]
        );
        assert_eq!(tokens("=беженцами", Purpose::Document), ["беженц"]);
    }
}
