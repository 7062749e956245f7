//! From a text to the tokens of the index.
//!
//! Words of alphabets become stems. Hangul becomes pairs of neighbouring syllables, running across
//! single spaces, so that 난민신청 and 난민 신청 are the same; the last syllable of a run stands alone. A
//! colocated token `^` + syllable says "a word begins with this syllable" and makes words of one
//! syllable findable without reading every pair that holds it.

use crate::fold::{Script, Sign, fold};
use crate::hangul;
use crate::token::{Purpose, Token};
use crate::{english, russian};

/// Changes whenever the same text gives other tokens; an index of another version is rebuilt.
pub const ANALYSER_VERSION: u32 = 1;

/// Splits a text into tokens, in order of `start`.
///
/// Total: any text gives tokens, or none. For [`Purpose::Query`] a word behind `=` is taken as it
/// stands, without stemming: [`crate::Query`] writes stems and prefixes that way.
pub fn analyse(text: &str, purpose: Purpose, emit: &mut dyn FnMut(Token<'_>)) {
    let mut analysis = Analysis {
        purpose,
        emit,
        word: String::new(),
        letters: 0,
        script: Script::Break,
        start: 0,
        end: 0,
        verbatim: false,
        keys: String::from(WORD_START),
        syllable: None,
        run: 0,
        gap: false,
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

struct Analysis<'a> {
    purpose: Purpose,
    emit: &'a mut dyn FnMut(Token<'_>),

    /// The word of an alphabet being read.
    word: String,
    letters: usize,
    script: Script,
    start: usize,
    end: usize,
    verbatim: bool,

    /// [`WORD_START`] and the keys of the last syllable read.
    keys: String,
    syllable: Option<Place>,
    /// How many syllables the run has so far.
    run: usize,
    /// True after a single space behind a syllable.
    gap: bool,
}

#[derive(Clone, Copy)]
struct Place {
    start: usize,
    end: usize,
    begins_word: bool,
}

impl Analysis<'_> {
    fn take(&mut self, sign: Sign) {
        match sign.script {
            Script::Hangul => {
                self.end_word();
                self.syllable(sign);
            }
            Script::Space => {
                self.end_word();
                if self.gap {
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
            let stem = match self.script {
                Script::Cyrillic if !self.verbatim => russian::stem(&self.word),
                Script::Latin if !self.verbatim => english::stem(&self.word),
                _ => self.word.as_str().into(),
            };
            (self.emit)(Token {
                text: &stem,
                colocated: false,
                start: self.start,
                end: self.end,
            });
        }
        self.word.clear();
        self.letters = 0;
        self.verbatim = false;
    }

    fn syllable(&mut self, sign: Sign) {
        let begins_word = self.syllable.is_none() || self.gap;
        let before = self.keys.len();
        hangul::push_keys(&mut self.keys, hangul::fold(sign.letter));
        if let Some(last) = self.syllable {
            let pair = self.keys.get(WORD_START.len_utf8()..).unwrap_or_default();
            (self.emit)(Token {
                text: pair,
                colocated: false,
                start: last.start,
                end: sign.end,
            });
            if last.begins_word && self.purpose == Purpose::Document {
                let first = self.keys.get(..before).unwrap_or_default();
                (self.emit)(Token {
                    text: first,
                    colocated: true,
                    start: last.start,
                    end: last.end,
                });
            }
            self.keys.drain(WORD_START.len_utf8()..before);
        }
        self.syllable = Some(Place {
            start: sign.start,
            end: sign.end,
            begins_word,
        });
        self.run += 1;
        self.gap = false;
    }

    fn end_run(&mut self) {
        if let Some(last) = self.syllable.take() {
            let text = if last.begins_word {
                self.keys.as_str()
            } else {
                self.keys.get(WORD_START.len_utf8()..).unwrap_or_default()
            };
            // A query of two syllables and more is its pairs: the word may go on in the document.
            if self.purpose != Purpose::Query || self.run == 1 {
                (self.emit)(Token {
                    text,
                    colocated: false,
                    start: last.start,
                    end: last.end,
                });
            }
        }
        self.keys.truncate(WORD_START.len_utf8());
        self.run = 0;
        self.gap = false;
    }
}

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
