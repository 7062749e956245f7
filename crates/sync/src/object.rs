//! Sealing what is put on a remote, padded so that sizes tell little.

use durumi_keys::{Random, SEGMENT_OVERHEAD, SealKey, Sealed, sha256};

use crate::{Kind, Name, Names, codec::CodecError};

/// Nothing larger is put or taken, in bytes.
pub(crate) const OBJECT_BYTES: usize = 8 * 1024 * 1024;
/// What an object begins with, in bytes.
const SALT_BYTES: usize = 32;
/// The least size of a padded body, in bytes.
const LEAST: usize = 512;

/// What makes and opens the objects of one notebook.
pub struct Seals {
    key: SealKey,
    names: Names,
}

/// A salt that follows from what is sealed, so that sealing it again gives the same bytes.
struct SaltOf([u8; 32]);

impl Random for SaltOf {
    fn fill(&self, out: &mut [u8]) {
        out.iter_mut().zip(self.0).for_each(|(byte, made)| *byte = made);
    }
}

impl Seals {
    /// For one notebook.
    pub fn new(key: SealKey, names: Names) -> Self {
        Seals { key, names }
    }

    /// The notebook's names.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Seals a head or pack.
    pub(crate) fn seal(&self, random: &dyn Random, kind: Kind, name: &Name, body: &[u8]) -> Vec<u8> {
        let data = self.data(kind, name);
        self.key.seal(random, &data, &pad(body)).as_bytes().to_vec()
    }

    /// Seals a part: the same bytes each time, so that two devices may put it.
    pub(crate) fn seal_alike(&self, name: &Name, body: &[u8]) -> Vec<u8> {
        let (data, plain) = (self.data(Kind::Part, name), pad(body));
        let salt = SaltOf(sha256(&[data.as_slice(), &plain].concat()));
        self.key.seal(&salt, &data, &plain).as_bytes().to_vec()
    }

    /// Opens what was found under a name.
    pub(crate) fn open(&self, kind: Kind, name: &Name, object: Vec<u8>) -> Result<Vec<u8>, CodecError> {
        let opened = self.key.open(&self.data(kind, name), &Sealed::from_bytes(object));
        let mut plain = opened.map_err(|_| CodecError)?;
        let (length, body) = plain.split_first_chunk::<4>().ok_or(CodecError)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| CodecError)?;
        if length > body.len() {
            return Err(CodecError);
        }
        let mut body = std::mem::take(&mut *plain);
        body.truncate(length + 4);
        body.drain(..4);
        Ok(body)
    }

    fn data(&self, kind: Kind, name: &Name) -> Vec<u8> {
        [
            b"durumi/sync/v1".as_slice(),
            &[kind.number()],
            self.names.notebook().as_bytes(),
            name.as_bytes(),
        ]
        .concat()
    }
}

/// The size of the object that a body of so many bytes becomes.
pub(crate) fn object_size(body: u64) -> u64 {
    let body = usize::try_from(body).unwrap_or(OBJECT_BYTES).min(OBJECT_BYTES);
    (padded(body + 4) + SALT_BYTES + SEGMENT_OVERHEAD) as u64
}

/// The length, the body, and zeros up to a size that many bodies share.
fn pad(body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).expect("a body is far below 4 GiB");
    let size = padded(body.len() + 4);
    let mut plain = Vec::with_capacity(size);
    plain.extend(length.to_be_bytes());
    plain.extend(body);
    plain.resize(size, 0);
    plain
}

/// Padmé: of the size in binary, only the first few digits may differ from zero.
fn padded(length: usize) -> usize {
    if length <= LEAST {
        return LEAST;
    }
    let exponent = length.ilog2();
    let free = exponent - (exponent.ilog2() + 1);
    let mask = (1_usize << free) - 1;
    (length + mask) & !mask
}

#[cfg(test)]
mod tests {
    use durumi_base::NotebookId;
    use durumi_keys::{MasterKey, SystemRandom};

    use super::*;

    fn seals() -> Seals {
        let master = MasterKey::make(&SystemRandom);
        let names = Names::new(master.derive_name_key(), NotebookId::from_bytes([1; 16]));
        Seals::new(master.derive_sync_key(), names)
    }

    #[test]
    fn an_object_opens_under_its_own_name_and_in_its_own_folder_only() {
        let seals = seals();
        let [name, other] = [0; 2].map(|_| seals.names().make(&SystemRandom, Kind::Head));
        let object = seals.seal(&SystemRandom, Kind::Head, &name, b"body");
        assert_eq!(seals.open(Kind::Head, &name, object.clone()).unwrap(), b"body");
        assert!(seals.open(Kind::Head, &other, object.clone()).is_err());
        assert!(seals.open(Kind::Pack, &name, object.clone()).is_err());
        assert!(self::seals().open(Kind::Head, &name, object).is_err());
    }

    #[test]
    fn a_part_is_the_same_each_time_and_depends_on_its_name() {
        let seals = seals();
        let [name, other] = [1, 2].map(|byte| Name::from_bytes([byte; 20]));
        assert_eq!(seals.seal_alike(&name, b"body"), seals.seal_alike(&name, b"body"));
        let [here, there] = [name, other].map(|name| seals.seal_alike(&name, b"body"));
        assert_ne!(here[..32], there[..32], "two salts");
    }

    #[test]
    fn sizes_are_few_and_little_is_added() {
        assert_eq!(padded(1), 512);
        let sizes: std::collections::BTreeSet<_> = (1..1_000_000).map(padded).collect();
        assert!(sizes.len() < 256, "{} sizes", sizes.len());
        assert!(
            (513..1_000_000).all(|length| padded(length) >= length && padded(length) * 100 <= length * 113)
        );
    }
}
