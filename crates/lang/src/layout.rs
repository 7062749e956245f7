//! What comes out when the right keys are pressed under the wrong keyboard layout.
//!
//! A borrowed laptop has some layout set and often no sign of which. hjccbz is россия typed under
//! QWERTY, qusghtk is 변호사, руддщ is hello. Three alphabets and two layouts of Hangul: the southern
//! 두벌식 (KS X 5002) and the northern one (KPS 9256, from one source only).

use crate::hangul::{Syllable, is_lead, is_vowel, joined, push_keys};

/// The texts that the same keys give under the other layouts, the likeliest first. Only those that
/// look like words.
pub(crate) fn other_layouts(typed: &str) -> Vec<String> {
    let mut readings = Vec::new();
    if typed.chars().any(|c| c.is_ascii_alphabetic()) {
        readings.push(to_hangul(typed, SOUTHERN));
        readings.push(to_cyrillic(typed));
        readings.push(to_hangul(typed, NORTHERN));
    } else if typed.chars().any(|c| ('а'..='ё').contains(&lower(c))) {
        let keys = from_cyrillic(typed);
        readings.push(Some(keys.clone()).filter(|keys| has_vowel(keys)));
        readings.push(to_hangul(&keys, SOUTHERN));
        readings.push(to_hangul(&keys, NORTHERN));
    } else if typed
        .chars()
        .any(|c| Syllable::of(c).is_some() || is_lead(c) || is_vowel(c))
    {
        for (layout, other) in [(SOUTHERN, NORTHERN), (NORTHERN, SOUTHERN)] {
            let keys = from_hangul(typed, layout);
            readings.push(to_hangul(&keys, other));
            if layout == SOUTHERN {
                readings.push(to_cyrillic(&keys));
                readings.push(Some(keys).filter(|keys| has_vowel(keys)));
            }
        }
    }
    let mut seen: Vec<String> = Vec::new();
    for reading in readings.into_iter().flatten() {
        if !seen.contains(&reading) && reading != typed {
            seen.push(reading);
        }
    }
    seen
}

/// Puts letters that stand alone together into syllables, as a keyboard does: ㅂㅕㄴㅎㅗ → 변호.
pub(crate) fn compose(letters: &str) -> String {
    let mut composer = Composer {
        text: String::new(),
        lead: None,
        vowel: None,
        tail: None,
    };
    let mut keys = String::new();
    for c in letters.chars() {
        keys.clear();
        push_keys(&mut keys, c);
        for key in keys.chars() {
            composer.press(key);
        }
    }
    composer.finish();
    composer.text
}

struct Composer {
    text: String,
    lead: Option<char>,
    vowel: Option<char>,
    tail: Option<char>,
}

impl Composer {
    fn press(&mut self, key: char) {
        if is_vowel(key) {
            self.press_vowel(key);
        } else if is_lead(key) {
            self.press_consonant(key);
        } else {
            self.finish();
            self.text.push(key);
        }
    }

    fn press_vowel(&mut self, key: char) {
        match (self.lead, self.vowel, self.tail.take()) {
            (_, Some(_), Some(tail)) => {
                // The last key of the tail was the lead of a new syllable after all.
                let (stays, moves) = parted(tail);
                self.tail = stays;
                self.finish();
                self.lead = Some(moves);
                self.vowel = Some(key);
            }
            (Some(_), Some(vowel), None) => {
                if let Some(both) = joined(vowel, key) {
                    self.vowel = Some(both);
                } else {
                    self.finish();
                    self.text.push(key);
                }
            }
            (Some(_), None, _) => self.vowel = Some(key),
            (None, ..) => self.text.push(key),
        }
    }

    fn press_consonant(&mut self, key: char) {
        let fits = |tail| Syllable::from_keys('ㅇ', 'ㅏ', Some(tail)).is_some();
        match (self.vowel, self.tail) {
            (Some(_), None) if fits(key) => self.tail = Some(key),
            (Some(_), Some(tail)) if joined(tail, key).is_some() => self.tail = joined(tail, key),
            _ => {
                self.finish();
                self.lead = Some(key);
            }
        }
    }

    fn finish(&mut self) {
        match (self.lead.take(), self.vowel.take(), self.tail.take()) {
            (Some(lead), Some(vowel), tail) => {
                self.text
                    .extend(Syllable::from_keys(lead, vowel, tail).map(Syllable::char));
            }
            (lead, ..) => self.text.extend(lead),
        }
    }
}

/// The keys of a tail: what stays when a vowel follows, and what moves on.
fn parted(tail: char) -> (Option<char>, char) {
    let mut keys = String::new();
    push_keys(&mut keys, tail);
    let moves = keys.pop().unwrap_or(tail);
    (keys.pop(), moves)
}

fn to_hangul(keys: &str, layout: Layout) -> Option<String> {
    let letter = |key: char| {
        let find = |key| counterpart(key, layout.keys, layout.letters);
        find(key)
            .or_else(|| find(key.to_ascii_lowercase()))
            .unwrap_or(key)
    };
    let text = compose(&keys.chars().map(letter).collect::<String>());
    let alone = |c: char| is_lead(c) || is_vowel(c);
    // The last letter may be the beginning of a syllable; any other that stands alone is no word.
    let last = text.chars().count().saturating_sub(1);
    let like_words = !text
        .chars()
        .enumerate()
        .any(|(i, c)| alone(c) && (i < last || is_vowel(c)));
    (like_words && text.chars().any(|c| Syllable::of(c).is_some())).then_some(text)
}

fn from_hangul(text: &str, layout: Layout) -> String {
    let mut keys = String::new();
    text.chars().for_each(|c| push_keys(&mut keys, c));
    let key = |letter: char| counterpart(letter, layout.letters, layout.keys).unwrap_or(letter);
    keys.chars().map(key).collect()
}

fn to_cyrillic(keys: &str) -> Option<String> {
    let letter = |key: char| {
        LATIN
            .chars()
            .position(|k| k == key)
            .and_then(|i| CYRILLIC.chars().nth(i))
    };
    let unshifted = |key: char| counterpart(key, SHIFTED, UNSHIFTED).unwrap_or(key.to_ascii_lowercase());
    let text: String = keys.chars().map(|k| letter(unshifted(k)).unwrap_or(k)).collect();
    text.chars().any(|c| "аеиоуыэюя".contains(c)).then_some(text)
}

fn from_cyrillic(text: &str) -> String {
    let key = |letter: char| {
        CYRILLIC
            .chars()
            .position(|c| c == lower(letter))
            .and_then(|i| LATIN.chars().nth(i))
    };
    text.chars()
        .map(|c| match key(c) {
            // Shift makes another letter of Hangul.
            Some(key) if c.is_uppercase() => key.to_ascii_uppercase(),
            Some(key) => key,
            None => c,
        })
        .collect()
}

fn has_vowel(keys: &str) -> bool {
    keys.chars().any(|c| "aeiouyAEIOUY".contains(c))
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// The letter of a keyboard that stands where another keyboard has this one.
pub(crate) fn counterpart(letter: char, from: &str, to: &str) -> Option<char> {
    to.chars().nth(from.chars().position(|c| c == letter)?)
}

/// The keys of QWERTY and the letters of Hangul on them; capitals are keys with shift.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) keys: &'static str,
    pub(crate) letters: &'static str,
}

pub(crate) const LATIN: &str = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
/// The keys of letters that are signs in QWERTY, with shift and without.
pub(crate) const SHIFTED: &str = "~{}:\"<>";
pub(crate) const UNSHIFTED: &str = "`[];',.";
pub(crate) const CYRILLIC: &str = "ёйцукенгшщзхъфывапролджэячсмитьбю";

pub(crate) const SOUTHERN: Layout = Layout {
    keys: "qwertyuiopasdfghjklzxcvbnmQWERTOP",
    letters: "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
};
pub(crate) const NORTHERN: Layout = Layout {
    keys: "qwertyuiopasdfghjklzxcvbnmQAESGOP",
    letters: "ㅂㅁㄷㄹㅎㅕㅜㅓㅐㅔㅈㄱㅇㄴㅅㅗㅏㅣㅡㅋㅌㅊㅍㅠㅛㅑㅃㅉㄸㄲㅆㅒㅖ",
};

#[cfg(test)]
mod tests {
    use super::*;

    fn gives(typed: &str, meant: &str) {
        let readings = other_layouts(typed);
        assert!(
            readings.iter().any(|reading| reading == meant),
            "{typed}: {readings:?}"
        );
    }

    #[test]
    fn the_right_keys_under_the_wrong_layout_are_read() {
        gives("hjccbz", "россия");
        gives("ghbdtn", "привет");
        gives("EDR< JJY", "увкб оон");
        gives("qusghtk", "변호사");
        gives("Rkc", "깣");
        gives("руддщ", "hello");
        gives("йгыпрел", "변호사");
        gives("ㅗㅓㅊㅊㅠㅋ", "россия");
        gives("qyfthgj", "변호사");
    }

    #[test]
    fn letters_become_syllables_as_they_are_pressed() {
        assert_eq!(compose("ㅂㅕㄴㅎㅗㅅㅏ"), "변호사");
        assert_eq!(compose("ㄱㅏㅂㅅㅇㅣ"), "값이");
        assert_eq!(compose("ㄱㅏㅂㅅㅏ"), "갑사");
        assert_eq!(compose("변ㅎㅗ"), "변호");
        assert_eq!(compose("ㅏㅂ abc"), "ㅏㅂ abc");
    }

    #[test]
    fn what_is_no_word_under_a_layout_is_not_offered() {
        assert_eq!(to_hangul("bcdfg", SOUTHERN), None);
        assert!(other_layouts("12345").is_empty());
    }

    #[test]
    fn every_syllable_survives_its_keys() {
        for c in '가'..='힣' {
            let mut keys = String::new();
            push_keys(&mut keys, c);
            assert_eq!(compose(&keys), c.to_string());
        }
    }
}
