//! Signing packs, and checking signatures: Ed25519 (RFC 8032).
//!
//! Signing is for authors and happens on their own computer. Checking is what [`TufCrypto`] does for the library
//! that verifies repositories: it gives that library ring, and Ed25519 alone.

use ring::{
    digest,
    signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey},
};
use sigstore_crypto::{
    CryptoProvider, Error as TufError, HashContext, SigningScheme, install_default_provider,
};
use sigstore_types::HashAlgorithm;

use crate::{Cost, CostError, Passphrase, Random, SealKey, Sealed, secret::Secret, sha256};

const MAGIC: &[u8; 8] = b"DURUMISK";
const HEAD: usize = 8 + 3 * 4 + 32 + 32;

/// An author's secret key.
pub struct SigningKey {
    seed: Secret,
    pair: Ed25519KeyPair,
}

/// A public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublicKey([u8; 32]);

/// Why a secret key's file does not open.
#[derive(Debug, thiserror::Error)]
pub enum SigningKeyError {
    /// Not such a file, or a changed one.
    #[error("not a secret key, or a damaged one")]
    Damaged,
    /// Another passphrase.
    #[error("the passphrase does not open the key")]
    WrongPassphrase,
    /// The computer cannot give the memory.
    #[error(transparent)]
    Cost(#[from] CostError),
}

impl SigningKey {
    /// A new key.
    pub fn make(random: &dyn Random) -> Self {
        Self::from_seed(Secret::make(random))
    }

    /// A key that everybody has: its seed is the hash of a public text. For development only.
    pub fn derive_public_knowledge(text: &str) -> Self {
        Self::from_seed(Secret::copied(&sha256(text.as_bytes())))
    }

    /// Its public half.
    pub fn public(&self) -> PublicKey {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(self.pair.public_key().as_ref());
        PublicKey(bytes)
    }

    /// The signature of `message`.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        let mut bytes = [0; 64];
        bytes.copy_from_slice(self.pair.sign(message).as_ref());
        bytes
    }

    /// The key as a file that only the passphrase opens, see `docs/formats/repository.md`.
    pub fn seal(
        &self,
        passphrase: &Passphrase,
        cost: Cost,
        random: &dyn Random,
    ) -> Result<Vec<u8>, CostError> {
        let mut salt = [0; 32];
        random.fill(&mut salt);
        let mut file = Vec::from(*MAGIC);
        for number in [cost.memory_kib(), cost.passes(), cost.lanes()] {
            file.extend_from_slice(&number.to_be_bytes());
        }
        file.extend_from_slice(&salt);
        file.extend_from_slice(&self.public().0);
        let sealed = file_key(passphrase, cost, &salt)?.seal(random, &file, self.seed.expose());
        file.extend_from_slice(sealed.as_bytes());
        Ok(file)
    }

    /// Opens what [`SigningKey::seal`] made.
    pub fn open(file: &[u8], passphrase: &Passphrase) -> Result<Self, SigningKeyError> {
        let damaged = SigningKeyError::Damaged;
        let Some((head, sealed)) = file.split_at_checked(HEAD) else {
            return Err(damaged);
        };
        let rest = head.strip_prefix(MAGIC).ok_or(SigningKeyError::Damaged)?;
        let (numbers, rest) = rest.split_first_chunk::<12>().ok_or(SigningKeyError::Damaged)?;
        let (salt, _) = rest.split_first_chunk::<32>().ok_or(SigningKeyError::Damaged)?;
        let mut numbers = numbers
            .chunks_exact(4)
            .map(|number| number.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte)));
        let mut next = || numbers.next().unwrap_or_default();
        let cost = Cost::new(next(), next(), next()).ok_or(SigningKeyError::Damaged)?;
        let key = file_key(passphrase, cost, salt)?;
        let seed = key
            .open(head, &Sealed::from_bytes(sealed.to_vec()))
            .map_err(|_| SigningKeyError::WrongPassphrase)?;
        let seed: &[u8; 32] = seed.as_slice().try_into().map_err(|_| damaged)?;
        Ok(Self::from_seed(Secret::copied(seed)))
    }

    fn from_seed(seed: Secret) -> Self {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed.expose()).expect("every 32 bytes are a seed");
        SigningKey { seed, pair }
    }
}

impl PublicKey {
    /// Takes 32 bytes; whether they are anybody's key shows when a signature is checked.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        PublicKey(bytes)
    }

    /// Its 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Whether the key's holder signed `message`.
    pub fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, self.0)
            .verify(message, signature)
            .is_ok()
    }
}

/// Whether `file` begins like a secret key's.
pub fn is_signing_key_file(file: &[u8]) -> bool {
    file.starts_with(MAGIC)
}

fn file_key(passphrase: &Passphrase, cost: Cost, salt: &[u8; 32]) -> Result<SealKey, CostError> {
    let root = cost.derive_root(passphrase.expose(), salt)?;
    Ok(SealKey::new(root.derive(&[], &[b"durumi/signing-key/v1"])))
}

/// ring, for the library that verifies repositories.
#[derive(Debug)]
pub struct TufCrypto;

impl TufCrypto {
    /// Hands ring to that library. May be called any number of times.
    pub fn install() {
        // Whoever came second came with the same.
        let _ = install_default_provider(&TufCrypto);
    }
}

impl CryptoProvider for TufCrypto {
    fn hash(&self, algorithm: HashAlgorithm) -> Result<Box<dyn HashContext>, TufError> {
        let algorithm = match algorithm {
            HashAlgorithm::Sha2256 => &digest::SHA256,
            HashAlgorithm::Sha2384 => &digest::SHA384,
            HashAlgorithm::Sha2512 => &digest::SHA512,
            _ => return Err(TufError::UnsupportedAlgorithm("not SHA-2".to_owned())),
        };
        Ok(Box::new(Hashing(digest::Context::new(algorithm))))
    }

    fn verify_raw(
        &self,
        scheme: SigningScheme,
        key: &[u8],
        data: &[u8],
        signature: &[u8],
    ) -> Result<(), TufError> {
        if scheme != SigningScheme::Ed25519 {
            return Err(TufError::UnsupportedAlgorithm("not Ed25519".to_owned()));
        }
        UnparsedPublicKey::new(&ED25519, key)
            .verify(data, signature)
            .map_err(|_| TufError::Verification("not signed with this key".to_owned()))
    }

    fn verify_prehashed(
        &self,
        _scheme: SigningScheme,
        _key: &[u8],
        _digest: &[u8],
        _signature: &[u8],
    ) -> Result<(), TufError> {
        Err(TufError::UnsupportedAlgorithm("not Ed25519".to_owned()))
    }
}

struct Hashing(digest::Context);

impl HashContext for Hashing {
    fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    fn finalize(self: Box<Self>) -> Vec<u8> {
        self.0.finish().as_ref().to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemRandom;

    #[test]
    fn a_secret_key_opens_with_its_passphrase_alone_and_signs_the_same() {
        let (key, right) = (
            SigningKey::make(&SystemRandom),
            Passphrase::new("두루미 날다", Vec::new()).unwrap(),
        );
        let file = key.seal(&right, Cost::FLOOR, &SystemRandom).unwrap();
        assert!(!file.windows(32).any(|bytes| bytes == key.seed.expose()));
        let opened = SigningKey::open(&file, &right).unwrap();
        assert_eq!(opened.public(), key.public());
        assert_eq!(opened.sign(b"pack"), key.sign(b"pack"));
        let wrong = Passphrase::new("두루미 걷다", Vec::new()).unwrap();
        assert!(matches!(
            SigningKey::open(&file, &wrong),
            Err(SigningKeyError::WrongPassphrase)
        ));
        let mut changed = file.clone();
        changed[60] ^= 1;
        assert!(SigningKey::open(&changed, &right).is_err());
        assert!(matches!(
            SigningKey::open(&file[..80], &right),
            Err(SigningKeyError::Damaged)
        ));
    }

    #[test]
    fn only_ed25519_counts_and_only_over_the_same_bytes() {
        let key = SigningKey::derive_public_knowledge("test");
        let signature = key.sign(b"one");
        let verify = |scheme, data| TufCrypto.verify_raw(scheme, key.public().as_bytes(), data, &signature);
        assert!(verify(SigningScheme::Ed25519, b"one").is_ok());
        assert!(verify(SigningScheme::Ed25519, b"two").is_err());
        assert!(verify(SigningScheme::EcdsaP256Sha256, b"one").is_err());
        assert_eq!(TufCrypto.sha256(b"x"), sha256(b"x"));
    }
}
