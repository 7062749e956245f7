//! Choosing a passphrase.

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

/// A passphrase for something new. Whoever drives the program may have asked for its strength before; it
/// is held to it here all the same, because not everybody asks.
pub(crate) fn choose(typed: &str) -> Result<Passphrase, Failure> {
    let passphrase = Passphrase::new_for_creation(typed).map_err(passphrase_failure)?;
    if strength(typed).allowed {
        Ok(passphrase)
    } else {
        Err(Failure::PassphraseTooEasy)
    }
}

fn strength(typed: &str) -> Strength {
    // The estimator's time grows with the square of the length; beyond 100 characters it only agrees.
    let beginning: Zeroizing<String> = Zeroizing::new(typed.chars().take(100).collect());
    let score = u8::from(zxcvbn::zxcvbn(&beginning, &[]).score());
    let allowed =
        typed.len() <= PASSPHRASE_BYTES && typed.chars().count() >= PASSPHRASE_MIN_CHARS && score >= 2;
    Strength { score, allowed }
}
