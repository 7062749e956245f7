//! Keys for what lies on a remote (`docs/formats/sync.md`).
//!
//! Names are made with a key of their own: a remote sees names, and what it sees must not help with
//! what it does not.

use ring::hmac;

use crate::{MasterKey, SealKey, secret::Secret};

/// Makes names that only who has it can tell from random ones.
pub struct NameKey(hmac::Key);

impl MasterKey {
    /// The key that objects on a remote are sealed with.
    pub fn derive_sync_key(&self) -> SealKey {
        SealKey::new(Secret::copied(self.expose()).derive(&[], &[b"durumi/sync/v1"]))
    }

    /// The key that names of objects on a remote are made with.
    pub fn derive_name_key(&self) -> NameKey {
        let secret = Secret::copied(self.expose()).derive(&[], &[b"durumi/sync-name/v1"]);
        NameKey(hmac::Key::new(hmac::HMAC_SHA256, secret.expose()))
    }
}

impl NameKey {
    /// HMAC-SHA256 of the concatenation of `parts`.
    pub fn derive_tag(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut context = hmac::Context::with_key(&self.0);
        for part in parts {
            context.update(part);
        }
        let mut tag = [0; 32];
        tag.copy_from_slice(context.sign().as_ref());
        tag
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemRandom;

    #[test]
    fn every_purpose_has_a_key_of_its_own() {
        let master = MasterKey::make(&SystemRandom);
        let sealed = master.derive_sync_key().seal(&SystemRandom, b"", b"text");
        assert!(master.derive_journal_key().open(b"", &sealed).is_err());
        assert!(master.derive_sync_key().open(b"", &sealed).is_ok());
        let tag = master.derive_name_key().derive_tag(&[b"a", b"b"]);
        assert_eq!(tag, master.derive_name_key().derive_tag(&[b"ab"]));
        assert_ne!(
            tag,
            MasterKey::make(&SystemRandom)
                .derive_name_key()
                .derive_tag(&[b"ab"])
        );
    }
}
