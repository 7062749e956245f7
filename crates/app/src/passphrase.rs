//! Choosing a passphrase, and reading one that was typed.

use durumi_api::{Failure, PassphraseStrength, Strength};
use durumi_base::limits::{PASSPHRASE_BYTES, PASSPHRASE_MIN_CHARS};
use durumi_keys::Passphrase;
use zeroize::Zeroizing;

use crate::{App, failure::passphrase_failure};

impl App {
    /// Says how hard a passphrase is to guess.
    pub fn passphrase_strength(&self, request: PassphraseStrength) -> Result<Strength, Failure> {
        Ok(strength(&Zeroizing::new(request.passphrase)))
    }
}

/// A passphrase as it was typed, read as the keys that were pressed.
pub fn read_passphrase(typed: &str) -> Result<Passphrase, Failure> {
    let readings = if typed.len() > PASSPHRASE_BYTES {
        Vec::new()
    } else {
        durumi_lang::keys_pressed(typed)
    };
    Passphrase::new(typed, readings).map_err(passphrase_failure)
}

/// A passphrase for something new. Whoever drives the program may have asked for its strength before; it
/// is held to it here all the same, because not everybody asks.
pub(crate) fn choose(typed: &str) -> Result<Passphrase, Failure> {
    if typed.len() > PASSPHRASE_BYTES {
        return Err(Failure::PassphraseLength);
    }
    let passphrase = Passphrase::new_for_creation(typed, durumi_lang::keys_pressed(typed));
    let passphrase = passphrase.map_err(passphrase_failure)?;
    if strength(typed).allowed {
        Ok(passphrase)
    } else {
        Err(Failure::PassphraseTooEasy)
    }
}

/// As easy as the easier of the text and the keys it stands for: пароль is gfhjkm, which every guesser knows.
fn strength(typed: &str) -> Strength {
    // The estimator's time grows with the square of the length; beyond 100 characters it only agrees.
    let beginning: Zeroizing<String> = Zeroizing::new(typed.chars().take(100).collect());
    let score = |text: &str| u8::from(zxcvbn::zxcvbn(text, &[]).score());
    let keys = durumi_lang::keys_pressed(&beginning);
    let of_keys = keys.first().map_or(4, |keys| {
        let beginning: Zeroizing<String> = Zeroizing::new(keys.chars().take(100).collect());
        score(&beginning)
    });
    let score = score(&beginning).min(of_keys);
    let allowed =
        typed.len() <= PASSPHRASE_BYTES && typed.chars().count() >= PASSPHRASE_MIN_CHARS && score >= 2;
    Strength { score, allowed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_everybody_types_is_easy_under_every_layout() {
        for typed in ["пароль123", "gfhjkm123", "ЙЦУКЕНГШ", "qwertyui"] {
            assert!(!strength(typed).allowed, "{typed}");
        }
        assert!(strength("두루미는 겨울에 날아온다").allowed);
        assert!(strength("журавль зимует далеко").allowed);
    }
}
