//! Keys that wipe themselves and are not swapped out.
//!
//! Each is on pages of its own: the system locks whole pages, so a neighbour that is let go must not
//! unlock another key. Locking is as far as the system lets a person lock memory (8 MiB on most desktops).
//!
//! They have no `Clone`, no `Debug` and no serialization on purpose. What must leave a key goes
//! through a method whose name says so.

use region::LockGuard;
use ring::hkdf::{HKDF_SHA256, KeyType, Salt};
use zeroize::{Zeroize, Zeroizing};

use crate::{Random, SealKey};

/// 32 secret bytes, on the heap so that moving the owner leaves no copy behind.
///
/// When it goes, it is wiped, then unlocked, then given back: the fields are dropped in this order.
pub(crate) struct Secret {
    _locked: Option<LockGuard>,
    page: Box<Page>,
}

/// Nothing else is on it.
#[repr(align(4096))]
struct Page([u8; 32]);

impl Drop for Secret {
    fn drop(&mut self) {
        self.page.0.zeroize();
    }
}

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

    #[cfg(feature = "traces")]
    pub(crate) fn expose_for_a_scan(&self) -> &[u8; 32] {
        self.0.expose()
    }
}

impl Secret {
    pub(crate) fn make(random: &dyn Random) -> Self {
        let mut secret = Secret::zero();
        random.fill(secret.expose_mut());
        secret
    }

    pub(crate) fn zero() -> Self {
        let page = Box::new(Page([0; 32]));
        Secret {
            _locked: region::lock(&raw const *page, size_of::<Page>()).ok(),
            page,
        }
    }

    pub(crate) fn copied(bytes: &[u8; 32]) -> Self {
        let mut secret = Secret::zero();
        secret.expose_mut().copy_from_slice(bytes);
        secret
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.page.0
    }

    pub(crate) fn expose_mut(&mut self) -> &mut [u8; 32] {
        &mut self.page.0
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
            .and_then(|okm| okm.fill(out.expose_mut()))
            .expect("32 bytes are far below HKDF's limit of 255 blocks");
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_alone_on_its_page() {
        let keys: Vec<Secret> = (0..20).map(|_| Secret::zero()).collect();
        let mut pages: Vec<_> = keys.iter().map(|key| key.expose().as_ptr().addr()).collect();
        assert!(pages.iter().all(|page| page.is_multiple_of(4096)));
        pages.sort_unstable();
        pages.dedup();
        assert_eq!(pages.len(), keys.len());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_key_is_locked_into_memory() {
        let key = Secret::zero();
        let map = std::fs::read_to_string("/proc/self/smaps").unwrap();
        let at = key.expose().as_ptr().addr();
        let mut here = false;
        let flags = map.lines().find(|line| {
            let range = line.split(' ').next().and_then(|range| range.split_once('-'));
            let number = |hex| usize::from_str_radix(hex, 16).ok();
            if let Some((from, to)) = range.and_then(|(from, to)| Some((number(from)?, number(to)?))) {
                here = (from..to).contains(&at);
            }
            here && line.starts_with("VmFlags:")
        });
        assert!(flags.is_some_and(|flags| flags.contains(" lo")), "{flags:?}");
    }
}
