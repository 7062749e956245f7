//! A passphrase as the keys that were pressed.
//!
//! Whoever types blindly on a borrowed computer presses the right keys under whatever layout is set. Here
//! every text becomes those keys, as QWERTY names them, so that the passphrase opens all the same. The
//! rules, and what they cost in bits, are in `docs/formats/keys.md`. Trying other layouts after the first
//! reading fails was rejected: wrong would take longer than right.
//!
//! What is typed here is secret: every buffer of ours is wiped, and none grows.

use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use crate::{
    hangul::{Syllable, alone, is_lead, is_vowel, push_keys},
    layout::{CYRILLIC, LATIN, NORTHERN, SHIFTED, SOUTHERN, UNSHIFTED, counterpart},
};

/// The keys that a text stands for: at least two readings, the first is the one to keep.
///
/// The second takes the keys for those of the northern keyboard. A text with Hangul has a third, the other
/// way round. How many there are says only whether there is Hangul in the text.
pub fn keys_pressed(typed: &str) -> Vec<Zeroizing<String>> {
    let text = normal(typed);
    let first = keys_of(&text);
    let second = moved(
        &first,
        NORTHERN.keys,
        NORTHERN.letters,
        SOUTHERN.letters,
        SOUTHERN.keys,
    );
    let mut readings = Vec::with_capacity(3);
    let hangul = text
        .chars()
        .any(|c| Syllable::of(c).is_some() || is_letter(alone(c)));
    let third = hangul.then(|| {
        moved(
            &first,
            SOUTHERN.keys,
            SOUTHERN.letters,
            NORTHERN.letters,
            NORTHERN.keys,
        )
    });
    readings.extend([first, second].into_iter().chain(third));
    readings
}

/// A key, as QWERTY names it.
#[derive(Clone, Copy)]
struct Key {
    key: char,
    /// Whether caps lock turns it over. On keys that are a letter in Cyrillic and a sign in QWERTY it does in one
    /// and not in the other, so those lose their shift altogether.
    caps: bool,
}

/// NFKC, so that decomposed and full-width typing is the same. № would become two letters, so it goes first.
fn normal(typed: &str) -> Zeroizing<String> {
    // NFKC can lengthen a text elevenfold at worst.
    let mut text = Zeroizing::new(String::with_capacity(typed.len().saturating_mul(12)));
    text.extend(typed.chars().map(|c| if c == '№' { '#' } else { c }).nfkc());
    text
}

fn keys_of(text: &str) -> Zeroizing<String> {
    // A syllable is at most five keys.
    let mut keys = Wiped(Vec::with_capacity(text.len().saturating_mul(2) + 8));
    let cyrillic = text.chars().any(|c| cyrillic_key(c).is_some());
    let mut letters = Zeroizing::new(String::with_capacity(32));
    for c in text.chars() {
        if let Some(key) = cyrillic_key(c) {
            keys.0.push(key);
        } else if Syllable::of(c).is_some() || is_letter(alone(c)) {
            letters.clear();
            push_keys(&mut letters, alone(c));
            keys.0.extend(letters.chars().map(hangul_key));
        } else if cyrillic && let Some(key) = counterpart(c, CYRILLIC_SIGNS, SIGN_KEYS) {
            keys.0.push(Key { key, caps: false });
        } else {
            let key = counterpart(c, SHIFTED, UNSHIFTED).unwrap_or(c);
            keys.0.push(Key {
                key,
                caps: turned_over(key) != key,
            });
        }
    }
    let first = keys.0.iter().find(|key| key.caps);
    let caps_lock = first.is_some_and(|first| first.key.is_uppercase());
    let turn = |key: &Key| {
        if caps_lock && key.caps {
            turned_over(key.key)
        } else {
            key.key
        }
    };
    let mut pressed = Zeroizing::new(String::with_capacity(keys.0.len().saturating_mul(4)));
    pressed.extend(keys.0.iter().map(turn));
    pressed
}

fn cyrillic_key(c: char) -> Option<Key> {
    let capital = !CYRILLIC.contains(c);
    let key = counterpart(if capital { turned_over(c) } else { c }, CYRILLIC, LATIN)?;
    Some(Key {
        key: if capital { key.to_ascii_uppercase() } else { key },
        caps: key.is_ascii_alphabetic(),
    })
}

fn hangul_key(letter: char) -> Key {
    let key = counterpart(letter, SOUTHERN.letters, SOUTHERN.keys);
    Key {
        key: key.unwrap_or(letter),
        caps: key.is_some(),
    }
}

/// The other case, where it is one letter too.
fn turned_over(c: char) -> char {
    fn only(mut chars: impl Iterator<Item = char>, c: char) -> char {
        match (chars.next(), chars.next()) {
            (Some(one), None) => one,
            _ => c,
        }
    }
    if c.is_uppercase() {
        only(c.to_lowercase(), c)
    } else {
        only(c.to_uppercase(), c)
    }
}

/// The keys that give on one keyboard what these give on another. Shift stays: both double the same letters.
fn moved(pressed: &str, keys: &str, letters: &str, to_letters: &str, to_keys: &str) -> Zeroizing<String> {
    let place = |key: char| {
        let letter = counterpart(key.to_ascii_lowercase(), keys, letters)?;
        let moved = counterpart(letter, to_letters, to_keys)?;
        Some(if key.is_ascii_uppercase() {
            moved.to_ascii_uppercase()
        } else {
            moved
        })
    };
    let mut text = Zeroizing::new(String::with_capacity(pressed.len()));
    text.extend(pressed.chars().map(|key| place(key).unwrap_or(key)));
    text
}

/// A letter of Hangul that stands alone.
fn is_letter(c: char) -> bool {
    is_lead(c) || is_vowel(c) || ('ㄱ'..='ㅎ').contains(&c)
}

/// Keys that are wiped when they have been used.
struct Wiped(Vec<Key>);

impl Drop for Wiped {
    fn drop(&mut self) {
        self.0.iter_mut().for_each(|key| key.key.zeroize());
    }
}

/// Signs that ЙЦУКЕН has on other keys than QWERTY, and the keys they are on.
const CYRILLIC_SIGNS: &str = ".,\";:?/";
const SIGN_KEYS: &str = "/?@$^&|";

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn first(typed: &str) -> String {
        keys_pressed(typed).remove(0).to_string()
    }

    fn opens(typed: &str, kept: &str) -> bool {
        keys_pressed(typed).iter().any(|keys| **keys == first(kept))
    }

    #[test]
    fn the_same_keys_are_the_same_passphrase_under_every_layout() {
        for (meant, others) in [
            (
                "변호사 2026",
                vec!["qusghtk 2026", "йгыпрел 2026", "QUSGHTK 2026", "ЙГЫПРЕЛ 2026"],
            ),
            (
                "мама, папа. №5",
                vec!["vfvf? gfgf/ #5", "VFVF? GFGF/ #5", "МАМА, ПАПА. №5"],
            ),
            (
                "Жук под ёлкой",
                vec![":er gjl `krjq", "жУК ПОД ЁЛКОЙ", ":ER GJL `KRJQ"],
            ),
            ("Ура! Хлеб", vec!["Ehf! {kt,", "уРА! хЛЕБ", "eHF! {KT<"]),
            ("깡패 왜", vec!["Rkdvo dho", "Клвмщ врщ", "rKDVO DHO"]),
            (
                "correct horse",
                vec!["CORRECT HORSE", "сщккусе рщкыу", "ｃｏｒｒｅｃｔ horse"],
            ),
        ] {
            for other in others {
                assert_eq!(first(other), first(meant), "{other} for {meant}");
            }
        }
        assert_eq!(
            first("correct horse 7"),
            "correct horse 7",
            "lower-case Latin stays as it is"
        );
    }

    #[test]
    fn letters_that_stand_alone_are_the_keys_of_their_syllables() {
        assert_eq!(first("ㅂㅕㄴㅎㅗ"), first("변호"));
        assert_eq!(first("ㄳㅘ"), "rthk");
        let decomposed: String = "값과 ёлка".nfd().collect();
        assert_eq!(first(&decomposed), first("값과 ёлка"));
    }

    #[test]
    fn keys_of_the_northern_keyboard_open_either_way() {
        // 변호사 by KPS 9256 is q y f t h g j.
        for typed in ["qyfthgj", "QYFTHGJ", "йнаерпо"] {
            assert!(opens(typed, "변호사"), "{typed}");
        }
        assert!(opens("변호사", "qyfthgj"), "made blindly, opened by the word");
        assert!(
            opens("ㅂㅛㄹ소허", "변호사"),
            "northern keys under the southern layout"
        );
        // Sjd is 깡 there; with caps lock, sJD.
        assert!(opens("Sjd", "깡") && opens("sJD", "깡"));
        assert!(!opens("qyfthgk", "변호사"));
    }

    #[test]
    fn moving_between_the_keyboards_loses_no_key() {
        let all = "abcdefghijklmnopqrstuvwxyz ABC 12";
        let there = moved(
            all,
            NORTHERN.keys,
            NORTHERN.letters,
            SOUTHERN.letters,
            SOUTHERN.keys,
        );
        let back = moved(
            &there,
            SOUTHERN.keys,
            SOUTHERN.letters,
            NORTHERN.letters,
            NORTHERN.keys,
        );
        assert_eq!(*back, all);
        assert_ne!(*there, all);
    }

    proptest! {
        #[test]
        fn any_text_has_keys_and_decomposing_changes_none(typed in "\\PC{0,80}") {
            prop_assert!((2..=3).contains(&keys_pressed(&typed).len()));
            let decomposed: String = typed.nfd().collect();
            prop_assert_eq!(first(&decomposed), first(&typed));
        }

        #[test]
        fn what_was_made_opens_by_the_same_text(typed in "[가-힣ㄱ-ㅣа-яА-ЯёЁa-zA-Z0-9 .,;:?\"№/]{0,40}") {
            prop_assert!(opens(&typed, &typed));
            prop_assert_eq!(first(&first(&typed)), first(&typed), "keys are their own keys");
        }
    }
}
