//! The recovery code: 128 random bits, as digits or as words.
//!
//! Digits lead. They are the same in every language and can be said over a telephone, and many words of the
//! Korean list are only used in the South. See "Recovery code" in `docs/formats/keys.md`.

use bip39::{Language, Mnemonic};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::{
    Passphrase, Random,
    groups::{GROUPS, checked, cut, from_digits, group, to_digits},
};

/// A recovery code.
pub struct RecoveryCode(Zeroizing<[u8; 16]>);

/// A list of words of BIP-39.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordList {
    /// Korean.
    Korean,
    /// English.
    English,
}

/// Why what was typed is no code or share.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// These groups or words are wrong, counted from 1. None: they are each possible, and not together.
    #[error("the code is mistyped")]
    Mistyped(Vec<u8>),
    /// There are too few or too many groups or words.
    #[error("the code is not complete")]
    Length,
}

const WORDS: usize = 12;

impl RecoveryCode {
    /// A new code.
    pub fn make(random: &dyn Random) -> Self {
        let mut code = Zeroizing::new([0; 16]);
        random.fill(code.as_mut_slice());
        RecoveryCode(code)
    }

    /// Takes what was typed: ten groups of digits however they are cut, or twelve words of either list.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        if typed.len() > TYPED_BYTES {
            return Err(CodeError::Length);
        }
        if typed.chars().any(char::is_alphabetic) {
            return Self::from_words(typed);
        }
        let groups = cut(typed, GROUPS).ok_or(CodeError::Length)?;
        parse_groups(&groups, &[]).map(RecoveryCode)
    }

    /// Ten groups of five digits, to be shown.
    pub fn groups(&self) -> Vec<Zeroizing<String>> {
        show_groups(&self.0, &[])
    }

    /// Twelve words, to be shown, in NFC.
    pub fn words(&self, list: WordList) -> Vec<Zeroizing<String>> {
        let mnemonic = Mnemonic::from_entropy_in(list.language(), self.0.as_slice());
        let mnemonic = mnemonic.expect("BIP-39 takes 128 bits");
        mnemonic
            .words()
            .map(|word| Zeroizing::new(word.nfc().collect()))
            .collect()
    }

    /// What is tried on the keys file: forty digits, whichever way the code was typed.
    pub fn to_passphrase(&self) -> Passphrase {
        let digits = to_digits(&self.0);
        let mut text = Zeroizing::new(String::with_capacity(digits.len()));
        text.extend(digits.iter().map(|digit| char::from(b'0' + digit)));
        Passphrase::new(&text, Vec::new()).expect("forty digits are not too long")
    }

    /// Whether both are the same code.
    pub fn is_same(&self, other: &RecoveryCode) -> bool {
        *self.0 == *other.0
    }

    pub(crate) fn from_bytes(bytes: Zeroizing<[u8; 16]>) -> Self {
        RecoveryCode(bytes)
    }

    pub(crate) fn expose(&self) -> &[u8; 16] {
        &self.0
    }

    fn from_words(typed: &str) -> Result<Self, CodeError> {
        let lower = Zeroizing::new(typed.to_lowercase().nfkd().collect::<String>());
        let words: Vec<&str> = lower.split_whitespace().collect();
        let known = |language: Language| {
            words
                .iter()
                .filter(|word| language.find_word(word).is_some())
                .count()
        };
        let language = if known(Language::Korean) > known(Language::English) {
            Language::Korean
        } else {
            Language::English
        };
        let unknown: Vec<u8> = (1..)
            .zip(&words)
            .filter(|(_, word)| language.find_word(word).is_none())
            .map(|(place, _)| place)
            .collect();
        if words.len() != WORDS {
            return Err(CodeError::Length);
        }
        if !unknown.is_empty() {
            return Err(CodeError::Mistyped(unknown));
        }
        let joined = Zeroizing::new(words.join(" "));
        let mnemonic = Mnemonic::parse_in_normalized(language, &joined);
        let (entropy, length) = mnemonic
            .map_err(|_| CodeError::Mistyped(Vec::new()))?
            .to_entropy_array();
        let entropy = Zeroizing::new(entropy);
        let code = entropy.first_chunk::<16>().filter(|_| length == 16);
        code.map(|code| RecoveryCode(Zeroizing::new(*code)))
            .ok_or(CodeError::Length)
    }
}

impl WordList {
    fn language(self) -> Language {
        match self {
            WordList::Korean => Language::Korean,
            WordList::English => Language::English,
        }
    }
}

/// Sixteen bytes as groups of five digits that belong to `owner`.
pub(crate) fn show_groups(bytes: &[u8; 16], owner: &[u8]) -> Vec<Zeroizing<String>> {
    let digits = to_digits(bytes);
    let groups = (0_u8..).zip(digits.chunks(4));
    groups
        .map(|(place, digits)| group(place, owner, digits))
        .collect()
}

/// The bytes of ten groups that belong to `owner`.
pub(crate) fn parse_groups(
    groups: &[Zeroizing<Vec<u8>>],
    owner: &[u8],
) -> Result<Zeroizing<[u8; 16]>, CodeError> {
    let mut digits = Zeroizing::new(Vec::with_capacity(4 * GROUPS));
    let mut wrong = Vec::new();
    for (place, group) in (0_u8..).zip(groups) {
        match checked(place, owner, group) {
            Some(right) => digits.extend_from_slice(right),
            None => wrong.push(place + 1),
        }
    }
    if !wrong.is_empty() {
        return Err(CodeError::Mistyped(wrong));
    }
    from_digits(&digits).ok_or_else(|| CodeError::Mistyped(vec![1]))
}

/// More than any code or share in any writing.
pub(crate) const TYPED_BYTES: usize = 1024;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemRandom;

    fn joined(pieces: &[Zeroizing<String>]) -> String {
        pieces
            .iter()
            .map(|piece| piece.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn is_read(typed: &str, code: &RecoveryCode) -> bool {
        RecoveryCode::parse(typed).unwrap().is_same(code)
    }

    #[test]
    fn a_code_is_read_from_digits_and_words_however_they_are_written() {
        for _ in 0..50 {
            let code = RecoveryCode::make(&SystemRandom);
            let digits = joined(&code.groups());
            assert!(is_read(&digits, &code));
            assert!(is_read(&digits.replace(' ', ""), &code));
            assert!(is_read(&digits.replace(' ', "-\n"), &code));
            for list in [WordList::Korean, WordList::English] {
                let words = joined(&code.words(list));
                assert_eq!(words.nfc().collect::<String>(), words, "shown in NFC");
                assert!(is_read(&words, &code));
                assert!(is_read(&words.nfd().collect::<String>(), &code));
                assert!(is_read(&words.to_uppercase().replace(' ', "  "), &code));
            }
        }
    }

    #[test]
    fn the_words_are_those_of_bip_39() {
        let code = RecoveryCode(Zeroizing::new([0x7f; 16]));
        let published = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        assert_eq!(joined(&code.words(WordList::English)), published);
        let digits = "01696 47391 63135 31732 27397 60194 04909 76018 35541 06074";
        assert_eq!(
            joined(&code.groups()),
            digits,
            "worked out apart from this program"
        );
    }

    #[test]
    fn a_wrong_digit_exchanged_neighbours_and_exchanged_groups_are_named() {
        let code = RecoveryCode::make(&SystemRandom);
        let groups: Vec<String> = code.groups().iter().map(|group| group.to_string()).collect();
        let places = |groups: &[String]| match RecoveryCode::parse(&groups.join(" ")) {
            Err(CodeError::Mistyped(places)) => places,
            Err(CodeError::Length) => vec![99],
            Ok(_) => Vec::new(),
        };
        for place in 0..10 {
            let named = vec![u8::try_from(place).unwrap() + 1];
            for at in 0..5 {
                let mut changed = groups.clone();
                let digit = (changed[place].as_bytes()[at] - b'0' + 1) % 10;
                changed[place].replace_range(at..=at, &digit.to_string());
                assert_eq!(places(&changed), named);
                let mut missing = groups.clone();
                missing[place].remove(at);
                assert_eq!(places(&missing), named, "a digit left out");
                let (a, b) = (groups[place].as_bytes()[at], groups[place].as_bytes().get(at + 1));
                if let Some(b) = b.filter(|b| **b != a) {
                    let mut exchanged = groups.clone();
                    exchanged[place]
                        .replace_range(at..=at + 1, &format!("{}{}", char::from(*b), char::from(a)));
                    assert_eq!(places(&exchanged), named);
                }
            }
            for other in place + 1..10 {
                let mut exchanged = groups.clone();
                exchanged.swap(place, other);
                assert_eq!(
                    places(&exchanged),
                    [place, other].map(|p| u8::try_from(p).unwrap() + 1)
                );
            }
        }
    }

    #[test]
    fn a_word_that_is_in_no_list_is_named_and_the_rest_does_not_fit() {
        let code = RecoveryCode(Zeroizing::new([0x7f; 16]));
        let english = joined(&code.words(WordList::English));
        let parse = |typed: &str| RecoveryCode::parse(typed).err();
        assert_eq!(
            parse(&english.replace("year", "yaer")),
            Some(CodeError::Mistyped(vec![4]))
        );
        assert_eq!(
            parse(&english.replace("yellow", "year")),
            Some(CodeError::Mistyped(Vec::new()))
        );
        assert_eq!(
            parse(english.trim_end_matches(" yellow")),
            Some(CodeError::Length)
        );
    }

    #[test]
    fn any_text_is_answered() {
        for typed in [
            "",
            "1",
            "١٢٣٤٥",
            "가",
            "\u{0}",
            &"9".repeat(50),
            &"x ".repeat(12),
            &"1".repeat(5000),
        ] {
            assert!(RecoveryCode::parse(typed).is_err(), "{typed}");
        }
    }
}
