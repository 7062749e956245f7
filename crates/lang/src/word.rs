//! One word of a query and what may stand for it in an FTS5 expression.
//!
//! A term is a quoted string, with ` *` behind it when it is a prefix. The analyser reads the string
//! again when the index is asked, so a term is written in syllables and letters, not in tokens; `=`
//! before a word of an alphabet keeps it from being stemmed.

use crate::analyse::{VERBATIM, WORD_LETTERS};
use crate::endings;
use crate::fold::{Script, fold};
use crate::hangul::{self, Syllable};
use crate::{irregular, layout};

#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// Folded; Hangul in the spelling that was typed.
    pub(crate) text: String,
    pub(crate) script: Script,
    /// True when only a single space, or nothing, is between it and a word of Hangul before it.
    pub(crate) runs_on: bool,
}

/// Takes a text apart into words of one script each.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut between = Between::Break;
    fold(text, |sign| {
        between = match (sign.script, between) {
            (Script::Space, Between::Nothing) => Between::Space,
            (Script::Space | Script::Break, _) => Between::Break,
            (script, _) => {
                match words.last_mut() {
                    Some(word)
                        if between == Between::Nothing
                            && word.script == script
                            && script != Script::Ideograph =>
                    {
                        if word.text.len() < WORD_LETTERS * 4 {
                            word.text.push(sign.letter);
                        }
                    }
                    last => {
                        let runs_on = between != Between::Break
                            && script == Script::Hangul
                            && last.is_some_and(|word| word.script == Script::Hangul);
                        words.push(Word {
                            text: sign.letter.to_string(),
                            script,
                            runs_on,
                        });
                    }
                }
                Between::Nothing
            }
        };
    });
    for word in &mut words {
        if word.script == Script::Hangul && word.text.chars().any(|c| Syllable::of(c).is_none()) {
            word.text = layout::compose(&word.text);
        }
    }
    words
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    Nothing,
    Space,
    Break,
}

/// Whether a word is finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Whole,
    /// The last word, with no space behind it: more may come.
    Typing,
}

impl Word {
    /// The terms for this word in any spelling and inflection.
    pub(crate) fn forms(&self, state: State) -> Vec<String> {
        let mut terms = Vec::new();
        match (self.script, state) {
            (Script::Hangul, _) => {
                add(&mut terms, term(&self.text, state));
                if state == State::Typing {
                    for text in composing(&self.text) {
                        add(&mut terms, term(&text, state));
                    }
                }
                for stem in endings::stems(&self.text) {
                    add(&mut terms, term(stem, State::Whole));
                }
            }
            (Script::Cyrillic | Script::Latin, State::Typing) => {
                for prefix in self.prefixes() {
                    add(&mut terms, format!("\"{VERBATIM}{prefix}\" *"));
                }
                for form in self.nearly_whole() {
                    add(&mut terms, term(form, State::Whole));
                }
            }
            _ => add(&mut terms, term(&self.text, state)),
        }
        terms
    }

    /// The terms for what is telling in this word, to fill up with: its pairs of syllables, without
    /// endings. Few and short, because the index ranks every text that holds any of them.
    pub(crate) fn pieces(&self, state: State) -> Vec<String> {
        if self.script != Script::Hangul {
            return self.forms(state);
        }
        let mut terms = Vec::new();
        let stems = endings::stems(&self.text);
        let stem: Vec<char> = stems.last().unwrap_or(&self.text.as_str()).chars().collect();
        for pair in stem.windows(2) {
            add(&mut terms, term(&pair.iter().collect::<String>(), State::Whole));
        }
        if terms.is_empty() {
            add(&mut terms, term(&stem.iter().collect::<String>(), state));
        }
        if let Some(syllable) = endings::syllable(&self.text) {
            add(&mut terms, term(syllable, State::Whole));
        }
        terms
    }

    /// The word and what is left of it without endings: what a table of synonyms is asked for.
    pub(crate) fn names(&self) -> Vec<&str> {
        let mut names = vec![self.text.as_str()];
        if self.script == Script::Hangul {
            names.extend(endings::stems(&self.text));
        }
        names
    }

    /// How the other Korea may write it where it differs in ㅅ between two nouns: 수자 and 숫자.
    pub(crate) fn with_and_without_siot(&self) -> Vec<String> {
        if self.script != Script::Hangul {
            return Vec::new();
        }
        let mut spellings = Vec::new();
        for name in self.names() {
            let syllables: Vec<char> = name.chars().collect();
            for (i, pair) in syllables.windows(2).enumerate() {
                let [first, second] = pair else { continue };
                let (Some(a), Some(b)) = (Syllable::of(*first), Syllable::of(*second)) else {
                    continue;
                };
                let changed = match a.tail() {
                    Some('ㅅ') if HARDENED.contains(b.lead()) => a.with_tail(None),
                    None if HARDENED.contains(b.lead()) => a.with_tail(Some('ㅅ')),
                    _ => None,
                };
                if let Some(changed) = changed {
                    let spelling = syllables.iter().enumerate();
                    spellings.push(
                        spelling
                            .map(|(j, c)| if i == j { changed.char() } else { *c })
                            .collect(),
                    );
                }
            }
        }
        spellings.truncate(SPELLINGS);
        spellings
    }

    /// True when a prefix of this word matches so much that it says nothing.
    pub(crate) fn is_broad(&self) -> bool {
        match self.script {
            Script::Hangul => self.text.chars().nth(1).is_none(),
            Script::Ideograph => false,
            _ => self.text.chars().nth(2).is_none(),
        }
    }

    /// True for a word that nearly every text holds.
    pub(crate) fn is_common(&self) -> bool {
        self.text.len() <= LONGEST_COMMON && COMMON.split_whitespace().any(|common| common == self.text)
    }

    /// The beginnings of stems that this beginning of a word may have become.
    fn prefixes(&self) -> impl Iterator<Item = &str> {
        // бежене is on its way to беженец, which the index keeps as беженц.
        let fleeting = self
            .text
            .strip_suffix(['е', 'о', 'ь'])
            .filter(|rest| rest.chars().count() >= 3);
        let fleeting = fleeting.filter(|_| self.script == Script::Cyrillic);
        [self.text.as_str()].into_iter().chain(fleeting)
    }

    /// Whole words that this beginning of a word may be: itself, itself with half an ending typed,
    /// and irregular words.
    fn nearly_whole(&self) -> Vec<&str> {
        let mut words = vec![self.text.as_str()];
        let letters = self.text.chars().count();
        if letters >= 6 {
            words.extend(
                self.text
                    .char_indices()
                    .next_back()
                    .and_then(|(at, _)| self.text.get(..at)),
            );
        }
        if letters >= 2 && self.script == Script::Cyrillic {
            for lemma in irregular::lemmas_of_prefix(&self.text).take(3) {
                words.push(lemma);
            }
        }
        words
    }
}

/// What a word whose last syllable is still being composed may become: 변홋 is on its way to 변호사.
fn composing(word: &str) -> Vec<String> {
    let mut head = word.to_owned();
    let Some(last) = head.pop() else { return Vec::new() };
    let lead = match Syllable::of(last) {
        Some(syllable) => {
            // The last key of the tail may become the lead of the next syllable.
            let Some(moves) = syllable.tail_keys().chars().next_back() else {
                return Vec::new();
            };
            let stays = syllable
                .tail_keys()
                .chars()
                .next()
                .filter(|_| syllable.tail_keys().chars().count() > 1);
            head.extend(syllable.with_tail(stays).map(Syllable::char));
            moves
        }
        None => last,
    };
    // The index keeps ㄹ and ㄴ as the initial-sound law reads them, whatever vowel comes.
    let becomes: &[char] = match lead {
        'ㄹ' | 'ㄴ' => &['ㄴ', 'ㅇ'],
        _ => &[lead],
    };
    let texts = becomes.iter().map(|lead| format!("{head}{lead}"));
    texts.filter(|text| text != word).collect()
}

/// A quoted term. Nothing in a folded word needs escaping; what does is left out.
pub(crate) fn term(text: &str, state: State) -> String {
    let text = text.replace(['"', '\0'], " ");
    match state {
        State::Whole => format!("\"{text}\""),
        State::Typing => format!("\"{text}\" *"),
    }
}

pub(crate) fn add(terms: &mut Vec<String>, term: String) {
    if !terms.contains(&term) {
        terms.push(term);
    }
}

/// The folded syllables of a word of Hangul.
pub(crate) fn folded(word: &str) -> Vec<char> {
    word.chars().map(hangul::fold).collect()
}

const SPELLINGS: usize = 6;
/// The leads before which ㅅ between two nouns is heard.
const HARDENED: &str = "ㄱㄷㅂㅅㅈㄴㅁㄲㄸㅃㅉ";

/// How many bytes the longest of them has.
const LONGEST_COMMON: usize = 12;
const COMMON: &str = "и в во на с со к ко о об от до за из у по не что как для это при или а но же бы ли \
    a an the of to in on for and or is are how my i \
    수 것 등 및 때 그 어떻게 무엇 무엇을 있나요 있습니까 하나요 합니까 하는 있는 해야 하면 나는 저는 제가 내가";

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Word {
        words(text).remove(0)
    }

    #[test]
    fn a_syllable_being_composed_may_still_change() {
        assert_eq!(composing("변홋"), ["변호ㅅ"]);
        assert_eq!(composing("값"), ["갑ㅅ"]);
        assert_eq!(composing("강젤"), ["강제ㄴ", "강제ㅇ"]);
        assert_eq!(composing("강제ㄹ"), ["강제ㄴ", "강제ㅇ"]);
        assert!(composing("변호").is_empty());
    }

    #[test]
    fn siot_is_put_in_and_taken_out() {
        assert_eq!(word("수자").with_and_without_siot(), ["숫자"]);
        assert_eq!(word("숫자").with_and_without_siot(), ["수자"]);
    }

    #[test]
    fn keys_pressed_one_by_one_are_a_word() {
        assert_eq!(word("ㅂㅕㄴㅎㅗㅅㅏ").text, "변호사");
    }

    #[test]
    fn words_run_on_across_one_space() {
        let runs: Vec<bool> = words("난민 신청,하기  지금 abc 가")
            .iter()
            .map(|w| w.runs_on)
            .collect();
        assert_eq!(runs, [false, true, false, false, false, false]);
    }
}
