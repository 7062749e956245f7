//! What a person types to open the notebook.

use durumi_base::limits::{PASSPHRASE_BYTES, PASSPHRASE_MIN_CHARS};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A passphrase in NFKC, so that the same keys pressed on another system give the same bytes.
pub struct Passphrase(Zeroizing<String>);

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
    /// Takes what was typed to open a notebook. Any text that is not too long may be tried.
    pub fn new(typed: &str) -> Result<Self, PassphraseError> {
        if typed.len() > PASSPHRASE_BYTES {
            return Err(PassphraseError::TooLong);
        }
        // NFKC can lengthen a text elevenfold at worst; room from the start, so that growing leaves
        // no half copies behind.
        let mut normal = Zeroizing::new(String::with_capacity(typed.len().saturating_mul(12)));
        normal.extend(typed.nfkc());
        Ok(Passphrase(normal))
    }

    /// Takes what was typed to make a notebook: as [`Passphrase::new`], and not too short.
    pub fn new_for_creation(typed: &str) -> Result<Self, PassphraseError> {
        let passphrase = Self::new(typed)?;
        if passphrase.0.chars().count() < PASSPHRASE_MIN_CHARS {
            return Err(PassphraseError::TooShort);
        }
        Ok(passphrase)
    }

    pub(crate) fn expose(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_and_full_width_typing_give_the_same_passphrase() {
        let composed = Passphrase::new("한글 abc").unwrap();
        let decomposed = Passphrase::new("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} ａｂｃ").unwrap();
        assert_eq!(composed.expose(), decomposed.expose());
    }

    #[test]
    fn the_limits_hold() {
        assert!(Passphrase::new("").is_ok());
        assert_eq!(
            Passphrase::new(&"x".repeat(1025)).err(),
            Some(PassphraseError::TooLong)
        );
        assert_eq!(
            Passphrase::new_for_creation("일곱글자임다").err(),
            Some(PassphraseError::TooShort)
        );
        assert!(Passphrase::new_for_creation("여덟글자입니다요").is_ok());
    }
}
