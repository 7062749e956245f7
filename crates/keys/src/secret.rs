//! Keys that wipe themselves.
//!
//! They have no `Clone`, no `Debug` and no serialization on purpose. What must leave a key goes
//! through a method whose name says so.

use ring::hkdf::{HKDF_SHA256, KeyType, Salt};
use zeroize::Zeroizing;

use crate::{Random, SealKey};

/// 32 secret bytes, on the heap so that moving the owner leaves no copy behind.
pub(crate) struct Secret(Box<Zeroizing<[u8; 32]>>);

/// What everything in one notebook is derived from.
pub struct MasterKey(Secret);

/// What everything in the library file is derived from.
pub struct ShelfKey(Secret);

/// The raw key of one SQLCipher file.
pub struct DatabaseKey(Secret);

impl MasterKey {
    /// A new key.
    pub fn make(random: &dyn Random) -> Self {
        MasterKey(Secret::make(random))
    }

    /// The key of the notebook's database.
    pub fn derive_database_key(&self) -> DatabaseKey {
        DatabaseKey(self.0.derive(&[], &[b"durumi/notebook-database/v1"]))
    }

    /// The key that the log of the notebook's database is sealed with.
    pub fn derive_log_key(&self) -> SealKey {
        SealKey::new(self.0.derive(&[], &[b"durumi/notebook-log/v1"]))
    }

    /// The key that journal records are sealed with.
    pub fn derive_journal_key(&self) -> SealKey {
        SealKey::new(self.0.derive(&[], &[b"durumi/journal/v1"]))
    }

    /// The key that a backup is sealed with.
    pub fn derive_backup_key(&self) -> SealKey {
        SealKey::new(self.0.derive(&[], &[b"durumi/backup/v1"]))
    }

    /// The key that attachments are sealed with.
    pub fn derive_attachment_key(&self) -> SealKey {
        SealKey::new(self.0.derive(&[], &[b"durumi/attachment/v1"]))
    }

    pub(crate) fn from_slice(bytes: &[u8; 32]) -> Self {
        MasterKey(Secret::copied(bytes))
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }
}

impl ShelfKey {
    /// A new key.
    pub fn make(random: &dyn Random) -> Self {
        ShelfKey(Secret::make(random))
    }

    /// The key of the library's database.
    pub fn derive_database_key(&self) -> DatabaseKey {
        DatabaseKey(self.0.derive(&[], &[b"durumi/shelf-database/v1"]))
    }

    pub(crate) fn from_slice(bytes: &[u8; 32]) -> Self {
        ShelfKey(Secret::copied(bytes))
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }
}

impl DatabaseKey {
    /// The key as SQLCipher's `sqlite3_key` takes it, `x'…64 hex digits…'`. For `store` alone.
    pub fn expose_as_raw_key_text(&self) -> Zeroizing<Vec<u8>> {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let mut text = Zeroizing::new(Vec::with_capacity(67));
        text.extend_from_slice(b"x'");
        for byte in self.0.expose() {
            for nibble in [byte >> 4, byte & 15] {
                text.push(
                    HEX.get(usize::from(nibble))
                        .copied()
                        .expect("a nibble is below 16"),
                );
            }
        }
        text.push(b'\'');
        text
    }
}

impl Secret {
    pub(crate) fn make(random: &dyn Random) -> Self {
        let mut secret = Secret::zero();
        random.fill(secret.0.as_mut_slice());
        secret
    }

    pub(crate) fn zero() -> Self {
        Secret(Box::new(Zeroizing::new([0; 32])))
    }

    pub(crate) fn copied(bytes: &[u8; 32]) -> Self {
        let mut secret = Secret::zero();
        secret.0.copy_from_slice(bytes);
        secret
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn expose_mut(&mut self) -> &mut [u8; 32] {
        &mut self.0
    }

    /// HKDF-SHA256 (RFC 5869): extract with `salt`, expand with the concatenation of `info`.
    pub(crate) fn derive(&self, salt: &[u8], info: &[&[u8]]) -> Secret {
        struct Bytes32;
        impl KeyType for Bytes32 {
            fn len(&self) -> usize {
                32
            }
        }
        let mut out = Secret::zero();
        Salt::new(HKDF_SHA256, salt)
            .extract(self.expose())
            .expand(info, Bytes32)
            .and_then(|okm| okm.fill(out.0.as_mut_slice()))
            .expect("32 bytes are far below HKDF's limit of 255 blocks");
        out
    }
}
