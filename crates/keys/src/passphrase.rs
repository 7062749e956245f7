//! What a person types to open the notebook.

use durumi_base::limits::{PASSPHRASE_BYTES, PASSPHRASE_MIN_CHARS};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A passphrase: the text in NFKC, and the readings of it that are tried.
pub struct Passphrase {
    text: Zeroizing<String>,
    readings: Vec<Zeroizing<String>>,
}

/// Why a text cannot be a passphrase.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseError {
    /// Fewer than [`PASSPHRASE_MIN_CHARS`] characters, for a new notebook.
    #[error("the passphrase is too short")]
    TooShort,
    /// More than [`PASSPHRASE_BYTES`] bytes.
    #[error("the passphrase is too long")]
    TooLong,
}

impl Passphrase {
    /// Takes what was typed to open a notebook, and how it may be read, the reading that slots are written with
    /// first. Any text that is not too long may be tried.
    ///
    /// Fewer than two readings are filled up, so that every try is the work of two at least.
    pub fn new(typed: &str, mut readings: Vec<Zeroizing<String>>) -> Result<Self, PassphraseError> {
        if typed.len() > PASSPHRASE_BYTES {
            return Err(PassphraseError::TooLong);
        }
        // NFKC can lengthen a text elevenfold at worst; room from the start, so that growing leaves
        // no half copies behind.
        let mut text = Zeroizing::new(String::with_capacity(typed.len().saturating_mul(12)));
        text.extend(typed.nfkc());
        while readings.len() < 2 {
            let filler = readings.first().unwrap_or(&text).clone();
            readings.push(filler);
        }
        Ok(Passphrase { text, readings })
    }

    /// As [`Passphrase::new`], and not too short: for a passphrase that is chosen now.
    pub fn new_for_creation(typed: &str, readings: Vec<Zeroizing<String>>) -> Result<Self, PassphraseError> {
        let passphrase = Self::new(typed, readings)?;
        if passphrase.text.chars().count() < PASSPHRASE_MIN_CHARS {
            return Err(PassphraseError::TooShort);
        }
        Ok(passphrase)
    }

    /// How many readings are tried; each costs the same.
    pub fn readings(&self) -> usize {
        self.readings.len()
    }

    /// The reading that slots are written with.
    pub(crate) fn expose(&self) -> &[u8] {
        self.readings.first().unwrap_or(&self.text).as_bytes()
    }

    /// All that is tried. Format 1 knew the text alone; it costs the same.
    pub(crate) fn expose_readings(&self, of: Readings) -> impl Iterator<Item = &[u8]> {
        self.readings.iter().map(move |reading| match of {
            Readings::Keys => reading.as_bytes(),
            Readings::TextAlone => self.text.as_bytes(),
        })
    }
}

/// What a keys file takes a passphrase for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Readings {
    /// Keys pressed.
    Keys,
    /// The text itself, in format 1.
    TextAlone,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_and_full_width_typing_give_the_same_passphrase() {
        let composed = Passphrase::new("한글 abc", Vec::new()).unwrap();
        let typed = "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} ａｂｃ";
        let decomposed = Passphrase::new(typed, Vec::new()).unwrap();
        assert_eq!(composed.expose(), decomposed.expose());
    }

    #[test]
    fn every_passphrase_is_the_work_of_two_readings_at_least() {
        let readings = |given: &[&str]| {
            let given = given.iter().map(|text| Zeroizing::new((*text).to_owned()));
            let passphrase = Passphrase::new("typed", given.collect()).unwrap();
            let all: Vec<_> = passphrase
                .expose_readings(Readings::Keys)
                .map(<[u8]>::to_vec)
                .collect();
            assert!(
                passphrase
                    .expose_readings(Readings::TextAlone)
                    .all(|text| text == b"typed")
            );
            assert_eq!(all.len(), passphrase.readings());
            all
        };
        assert_eq!(readings(&[]), [b"typed", b"typed"]);
        assert_eq!(readings(&["one"]), [b"one", b"one"]);
        assert_eq!(readings(&["one", "two", "3rd"]), [b"one", b"two", b"3rd"]);
    }

    #[test]
    fn the_limits_hold() {
        let new = |typed: &str| Passphrase::new(typed, Vec::new());
        assert!(new("").is_ok());
        assert_eq!(new(&"x".repeat(1025)).err(), Some(PassphraseError::TooLong));
        let chosen = |typed: &str| Passphrase::new_for_creation(typed, Vec::new());
        assert_eq!(chosen("일곱글자임다").err(), Some(PassphraseError::TooShort));
        assert!(chosen("여덟글자입니다요").is_ok());
    }
}
