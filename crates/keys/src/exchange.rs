//! Keys for what lies on a remote (`docs/formats/sync.md`).
//!
//! Names are made with a key of their own: a remote sees names, and what it sees must not help with
//! what it does not.

use ring::hmac;

use zeroize::Zeroizing;

use crate::{MasterKey, Random, SealKey, secret::Secret};

/// Makes names that only who has it can tell from random ones.
pub struct NameKey(hmac::Key);

/// What the keys of remotes are derived from once a device was removed: that device never had it.
pub struct ExchangeKey {
    epoch: u32,
    secret: Secret,
}

impl ExchangeKey {
    /// A new one.
    pub fn make(random: &dyn Random, epoch: u32) -> Self {
        ExchangeKey {
            epoch,
            secret: Secret::make(random),
        }
    }

    /// One that was kept in a notebook or came in an invitation.
    pub fn from_slice(epoch: u32, bytes: &[u8; 32]) -> Self {
        ExchangeKey {
            epoch,
            secret: Secret::copied(bytes),
        }
    }

    /// How many there were before it, and it.
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    /// The bytes, to be kept in the notebook.
    pub fn expose(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.secret.expose().to_vec())
    }

    /// Whether it takes the place of another: devices that have seen both agree.
    pub fn replaces(&self, other: &ExchangeKey) -> bool {
        (self.epoch, self.secret.expose()) > (other.epoch, other.secret.expose())
    }

    /// The key that objects on a remote are sealed with.
    pub fn derive_sync_key(&self) -> SealKey {
        SealKey::new(self.derive(b"durumi/sync/v2"))
    }

    /// The key that names of objects on a remote are made with.
    pub fn derive_name_key(&self) -> NameKey {
        NameKey(hmac::Key::new(
            hmac::HMAC_SHA256,
            self.derive(b"durumi/sync-name/v2").expose(),
        ))
    }

    fn derive(&self, purpose: &[u8]) -> Secret {
        self.secret.derive(&[], &[purpose, &self.epoch.to_be_bytes()])
    }
}

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
    fn an_exchange_key_shares_no_key_with_the_notebook_or_another_epoch() {
        let master = MasterKey::make(&SystemRandom);
        let key = ExchangeKey::make(&SystemRandom, 1);
        let bytes: [u8; 32] = key.expose().as_slice().try_into().unwrap();
        let next = ExchangeKey::from_slice(2, &bytes);
        let sealed = key.derive_sync_key().seal(&SystemRandom, b"", b"text");
        assert!(master.derive_sync_key().open(b"", &sealed).is_err());
        assert!(next.derive_sync_key().open(b"", &sealed).is_err());
        assert!(
            ExchangeKey::from_slice(1, &bytes)
                .derive_sync_key()
                .open(b"", &sealed)
                .is_ok()
        );
        let tags = [
            key.derive_name_key(),
            next.derive_name_key(),
            master.derive_name_key(),
        ]
        .map(|key| key.derive_tag(&[b"a"]));
        assert!(tags[0] != tags[1] && tags[1] != tags[2] && tags[0] != tags[2]);
        assert!(next.replaces(&key) && !key.replaces(&next) && !key.replaces(&key));
        let (low, high) = (
            ExchangeKey::from_slice(1, &[1; 32]),
            ExchangeKey::from_slice(1, &[2; 32]),
        );
        assert!(high.replaces(&low) && !low.replaces(&high));
    }

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
