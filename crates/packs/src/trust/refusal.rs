//! Why a repository is refused, by name.

use durumi_keys::sha256;
use sigstore_tuf::Error as TufError;

use crate::PackError;

macro_rules! refusals {
    ($($(#[$doc:meta])* $variant:ident => $name:literal,)*) => {
        /// Why a repository is refused. After each everything is as before.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
        pub enum Refusal {
            $($(#[$doc])* #[error($name)] $variant,)*
        }

        impl Refusal {
            /// Every refusal.
            pub const ALL: &[Refusal] = &[$(Refusal::$variant,)*];

            /// Its name, such as `unknown-root`. Stable: translations rely on it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Refusal::$variant => $name,)*
                }
            }
        }
    };
}

refusals! {
    /// The stick was pulled, or a file cannot be read.
    Unreadable => "unreadable",
    /// There is no repository.
    NothingHere => "nothing-here",
    /// A file that signed metadata names is not there.
    Incomplete => "incomplete",
    /// Larger, or more, than allowed.
    TooLarge => "too-large",
    /// Not what the format says.
    Malformed => "malformed",
    /// The chain of roots does not start at the one inside the program.
    UnknownRoot => "unknown-root",
    /// Fewer valid signatures than needed.
    WrongSignature => "wrong-signature",
    /// Older than what was accepted before.
    Rollback => "rollback",
    /// Files that do not go together.
    Mixed => "mixed",
    /// A catalogue or blob is not the one that was signed.
    Changed => "changed",
    /// Development keys where release keys are needed, or the other way round.
    DevelopmentKeys => "development-keys",
    /// Made for a newer program.
    NewerFormat => "newer-format",
}

impl From<TufError> for Refusal {
    fn from(error: TufError) -> Self {
        match error {
            TufError::ThresholdNotMet { .. } | TufError::DuplicateSignature { .. } | TufError::Crypto(_) => {
                Refusal::WrongSignature
            }
            TufError::Rollback { .. } => Refusal::Rollback,
            TufError::BadRootVersion { .. } | TufError::IntegrityMismatch(_) => Refusal::Mixed,
            _ => Refusal::Malformed,
        }
    }
}

impl From<PackError> for Refusal {
    fn from(error: PackError) -> Self {
        match error {
            PackError::Malformed => Refusal::Malformed,
            PackError::Mismatch => Refusal::Changed,
            PackError::TooLarge => Refusal::TooLarge,
            PackError::NewerFormat => Refusal::NewerFormat,
        }
    }
}

/// Lower-case hex.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// SHA-256 as lower-case hex.
pub(super) fn hex_hash(bytes: &[u8]) -> String {
    hex(&sha256(bytes))
}
