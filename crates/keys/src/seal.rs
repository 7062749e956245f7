//! Sealing: bytes that only the holder of the key can read, and nobody can change, cut or swap.
//!
//! See "Sealed objects" in `docs/formats/keys.md`. Every object has its own key, derived with a random
//! salt, so a nonce can be a mere counter and never meets another object's. Random nonces under one
//! long-lived key were rejected: 96 bits are too few for a device that writes for years.

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use zeroize::Zeroizing;

use crate::{Random, secret::Secret};

/// How many bytes a segment grows by.
pub const SEGMENT_OVERHEAD: usize = 16;
const SALT: usize = 32;

/// A key for one kind of object.
pub struct SealKey(Secret);

/// A sealed object of one segment.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

/// Where a segment stands in its object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Another one follows.
    More,
    /// It is the last.
    Last,
}

/// The bytes were not sealed with this key and this associated data, or were changed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the sealed object does not open")]
pub struct SealError;

/// Seals a long object segment by segment.
pub struct Sealer {
    key: LessSafeKey,
    aad: Vec<u8>,
    next: u32,
}

/// Opens the segments of a long object, in any order.
pub struct Opener {
    key: LessSafeKey,
    aad: Vec<u8>,
}

impl SealKey {
    pub(crate) fn new(secret: Secret) -> Self {
        SealKey(secret)
    }

    #[cfg(feature = "traces")]
    pub(crate) fn expose_for_a_scan(&self) -> &[u8; 32] {
        self.0.expose()
    }

    /// Seals a short object in one segment, bound to `aad`.
    pub fn seal(&self, random: &dyn Random, aad: &[u8], plain: &[u8]) -> Sealed {
        let (salt, mut sealer) = self.sealer(random, aad);
        let mut bytes = salt.to_vec();
        bytes.extend(
            sealer
                .seal(plain, Segment::Last)
                .expect("the first segment of an object"),
        );
        Sealed(bytes)
    }

    /// Opens what [`SealKey::seal`] made with the same `aad`.
    pub fn open(&self, aad: &[u8], sealed: &Sealed) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let (salt, segment) = sealed.0.split_first_chunk::<SALT>().ok_or(SealError)?;
        self.opener(salt, aad).open(0, Segment::Last, segment)
    }

    /// Begins a long object: its salt, to be stored first, and the sealer of its segments.
    pub fn sealer(&self, random: &dyn Random, aad: &[u8]) -> ([u8; SALT], Sealer) {
        let mut salt = [0; SALT];
        random.fill(&mut salt);
        (
            salt,
            Sealer {
                key: self.object_key(&salt),
                aad: aad.to_vec(),
                next: 0,
            },
        )
    }

    /// Opens the segments of the object that began with `salt`.
    pub fn opener(&self, salt: &[u8; SALT], aad: &[u8]) -> Opener {
        Opener {
            key: self.object_key(salt),
            aad: aad.to_vec(),
        }
    }

    fn object_key(&self, salt: &[u8; SALT]) -> LessSafeKey {
        aead_key(&self.0.derive(salt, &[b"durumi/seal/v1"]))
    }
}

impl Sealed {
    /// Takes bytes that may be a sealed object; whether they are shows when they are opened.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Sealed(bytes)
    }

    /// The bytes, to be stored or sent.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl Sealer {
    /// Seals the next segment. Fails only after 2³² of them.
    pub fn seal(&mut self, plain: &[u8], place: Segment) -> Result<Vec<u8>, SealError> {
        let counter = self.next;
        self.next = counter.checked_add(1).ok_or(SealError)?;
        let mut bytes = Vec::with_capacity(plain.len() + SEGMENT_OVERHEAD);
        bytes.extend_from_slice(plain);
        self.key
            .seal_in_place_append_tag(nonce(counter, place), Aad::from(self.aad.as_slice()), &mut bytes)
            .map_err(|_| SealError)?;
        Ok(bytes)
    }
}

impl Opener {
    /// Opens segment `index`; `place` must be what it was sealed with.
    pub fn open(&self, index: u32, place: Segment, segment: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let mut bytes = Zeroizing::new(segment.to_vec());
        let length = self
            .key
            .open_in_place(nonce(index, place), Aad::from(self.aad.as_slice()), &mut bytes)
            .map_err(|_| SealError)?
            .len();
        bytes.truncate(length);
        Ok(bytes)
    }
}

pub(crate) fn aead_key(secret: &Secret) -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM, secret.expose()).expect("AES-256 takes 32 bytes"))
}

fn nonce(counter: u32, place: Segment) -> Nonce {
    let mut bytes = [0; NONCE_LEN];
    let tail = bytes.last_chunk_mut::<5>().expect("a nonce has 12 bytes");
    tail[..4].copy_from_slice(&counter.to_be_bytes());
    tail[4] = u8::from(place == Segment::Last);
    Nonce::assume_unique_for_key(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{MasterKey, SystemRandom};

    fn key() -> SealKey {
        MasterKey::make(&SystemRandom).derive_journal_key()
    }

    #[test]
    fn what_was_sealed_opens_with_the_same_key_and_data_only() {
        let key = key();
        let sealed = key.seal(&SystemRandom, b"note 1", "비밀".as_bytes());
        assert_eq!(
            key.open(b"note 1", &sealed).unwrap().as_slice(),
            "비밀".as_bytes()
        );
        assert_eq!(key.open(b"note 2", &sealed).err(), Some(SealError));
        assert_eq!(self::key().open(b"note 1", &sealed).err(), Some(SealError));
    }

    #[test]
    fn any_changed_or_missing_byte_is_noticed() {
        let key = key();
        let sealed = key.seal(&SystemRandom, b"", b"text");
        for at in 0..sealed.as_bytes().len() {
            let mut bytes = sealed.as_bytes().to_vec();
            bytes[at] ^= 1;
            assert!(
                key.open(b"", &Sealed::from_bytes(bytes)).is_err(),
                "flipped at {at}"
            );
            let cut = sealed.as_bytes()[..at].to_vec();
            assert!(key.open(b"", &Sealed::from_bytes(cut)).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn segments_cannot_be_cut_off_reordered_or_taken_from_another_object() {
        let key = key();
        let (salt, mut sealer) = key.sealer(&SystemRandom, b"file");
        let first = sealer.seal(b"one", Segment::More).unwrap();
        let second = sealer.seal(b"two", Segment::Last).unwrap();
        let opener = key.opener(&salt, b"file");
        assert_eq!(opener.open(0, Segment::More, &first).unwrap().as_slice(), b"one");
        assert_eq!(opener.open(1, Segment::Last, &second).unwrap().as_slice(), b"two");
        assert!(
            opener.open(0, Segment::Last, &first).is_err(),
            "the first taken for the last"
        );
        assert!(
            opener.open(1, Segment::More, &second).is_err(),
            "the last taken for one before it"
        );
        assert!(
            opener.open(0, Segment::More, &second).is_err(),
            "the second taken for the first"
        );
        let (other, _) = key.sealer(&SystemRandom, b"file");
        assert!(
            key.opener(&other, b"file")
                .open(0, Segment::More, &first)
                .is_err(),
            "another object's"
        );
    }

    #[test]
    fn two_seals_of_one_text_have_nothing_in_common() {
        let key = key();
        assert!(key.seal(&SystemRandom, b"", b"same") != key.seal(&SystemRandom, b"", b"same"));
    }
}
