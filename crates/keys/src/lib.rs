//! From a passphrase to keys, and from keys to sealed bytes.
//!
//! The only crate that names a cryptographic library. It does no input or output: the keys file comes
//! in and goes out as bytes, and its format is written down in `docs/formats/keys.md`.
//!
//! `derive_*` always gives the same result for the same input; `make_*` draws on randomness. There are
//! no ciphers or protocols of our own here: Argon2id, HKDF-SHA256, AES-256-GCM and STREAM.

mod check_digit;
mod cost;
mod digest;
mod exchange;
mod groups;
mod invitation;
mod key_file;
mod passphrase;
mod random;
mod recovery_code;
mod seal;
mod secret;
mod shares;
mod signing;
mod slots;
#[cfg(feature = "traces")]
mod traces;
mod tries;

pub use cost::{Cost, CostError};
pub use digest::sha256;
pub use exchange::{ExchangeKey, NameKey};
pub use invitation::{
    CODE_GROUPS, INVITATION_BYTES, InvitationCode, InvitationCodeError, InvitationError, Invited,
    make_invitation, open_invitation,
};
pub use key_file::{Grant, KeyFile, KeyFileError, NotebookNumber, Role, ShelfAccess, UnlockError};
pub use passphrase::{Passphrase, PassphraseError};
pub use random::{Random, SystemRandom};
pub use recovery_code::{CodeError, RecoveryCode, WordList};
pub use seal::{Opener, SEGMENT_OVERHEAD, SealError, SealKey, Sealed, Sealer, Segment};
pub use secret::{DatabaseKey, MasterKey, ShelfKey};
pub use shares::{NEEDED, PEOPLE, Share, SharesError};
pub use signing::{PublicKey, SigningKey, SigningKeyError, TufCrypto, is_signing_key_file};
pub use slots::{Opened, SlotKind};
pub use tries::{EraseAfter, Tries, Wait};
