//! The keys file: a header and eight slots, as written down in `docs/formats/keys.md`.
//!
//! The file is a value: it is parsed from bytes, changed, and turned into bytes again. Who reads and
//! writes it does so as a whole.
//!
//! A checksum tells damage from a wrong passphrase. It refuses nothing: what still opens is opened, and
//! [`KeyFile::is_whole`] says that the file should be replaced by a copy. Deciding by the slots alone was
//! rejected: a wrong bit in the salt and a wrong passphrase would look the same for ever.

use ring::aead::{Aad, LessSafeKey, NONCE_LEN, Nonce};
use zeroize::Zeroizing;

use crate::{
    Cost, CostError, MasterKey, Passphrase, Random, ShelfKey, digest::sha256, seal::aead_key, secret::Secret,
};

const MAGIC: &[u8; 8] = b"drmkeys1";
const FORMAT: u32 = 1;
const HEADER: usize = 192;
const SLOTS: usize = 8;
const SALT: usize = 32;
const PAYLOAD: usize = 128;
const TAG: usize = 16;
const SLOT: usize = SALT + PAYLOAD + TAG;
const FILE: usize = HEADER + SLOTS * SLOT;
const GENERATION: usize = 44;
/// Where the checksum stands.
const CHECKSUM: std::ops::Range<usize> = 149..181;
/// Bytes at the end of the header that mean nothing yet.
const SPARE: usize = 11;

/// A keys file.
pub struct KeyFile {
    installation: [u8; 16],
    first: Generation,
    second: Option<Generation>,
    shelf: ShelfField,
    slots: [[u8; SLOT]; SLOTS],
    whole: bool,
}

/// What a passphrase opens.
pub struct Grant {
    /// What the passphrase is for.
    pub role: Role,
    /// Which notebook file it opens.
    pub notebook: NotebookNumber,
    /// The notebook's key.
    pub master: MasterKey,
    /// The library's key.
    pub shelf: ShelfKey,
}

/// What a slot is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Opens a notebook.
    Open,
    /// Opens a notebook with the recovery code.
    Recover,
    /// Opens a notebook after destroying every slot of the other.
    OpenAndForgetOther,
}

/// One of the two notebook files that every installation has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotebookNumber {
    /// `notebook-1`.
    One,
    /// `notebook-2`.
    Two,
}

/// Who can open the library.
pub enum ShelfAccess<'a> {
    /// Anyone with the file: the key stands in the header.
    Open(&'a ShelfKey),
    /// The same, and no notebook was ever made with this file: no slot means anything.
    LibraryOnly(&'a ShelfKey),
    /// Only a slot's passphrase.
    Closed,
}

/// The bytes are not a keys file of this program.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
    /// Wrong length, wrong beginning, or a value out of its range.
    #[error("the keys file is damaged")]
    Damaged,
    /// A later format.
    #[error("the keys file was written by a newer version")]
    Newer,
}

/// Why a passphrase opened nothing.
#[derive(Debug, thiserror::Error)]
pub enum UnlockError {
    /// No slot opens with it.
    #[error("no slot opens with this passphrase")]
    WrongPassphrase,
    /// A slot opens, and holds what this version does not know.
    #[error("the slot was written by a newer version")]
    Newer,
    /// The key derivation could not be run.
    #[error(transparent)]
    Cost(#[from] CostError),
}

struct Generation {
    cost: Cost,
    salt: [u8; 32],
}

struct ShelfField {
    access: ShelfByte,
    key: Zeroizing<[u8; 32]>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ShelfByte {
    Closed,
    Open,
    LibraryOnly,
}

impl KeyFile {
    /// A file in which no slot is used. It opens at most the library.
    pub fn make(random: &dyn Random, cost: Cost, access: &ShelfAccess<'_>) -> Self {
        let mut salt = [0; 32];
        random.fill(&mut salt);
        let mut slots = [[0; SLOT]; SLOTS];
        for slot in &mut slots {
            random.fill(slot);
        }
        KeyFile {
            installation: random.id(),
            first: Generation { cost, salt },
            second: None,
            shelf: ShelfField::make(random, access),
            slots,
            whole: true,
        }
    }

    /// Puts a grant under a passphrase into a slot of a file that [`KeyFile::make`] gave, at a random
    /// place among seven that only look like it.
    pub fn fill_first_slot(
        &mut self,
        random: &dyn Random,
        passphrase: &Passphrase,
        grant: &Grant,
    ) -> Result<(), CostError> {
        let root = self.first.cost.derive_root(passphrase, &self.first.salt)?;
        let [first, ..] = random.id();
        self.write_slot(random, usize::from(first) % SLOTS, &root, grant);
        Ok(())
    }

    /// Reads a file. Nothing is derived yet, so a manipulated file costs nothing.
    ///
    /// Damage that leaves something to try is no error: [`KeyFile::is_whole`] tells of it.
    pub fn parse(bytes: &[u8]) -> Result<Self, KeyFileError> {
        let mut rest = Reader(bytes);
        if rest.take::<8>()? != *MAGIC {
            return Err(KeyFileError::Damaged);
        }
        if u32::from_le_bytes(rest.take()?) > FORMAT {
            return Err(newer_or_damaged(bytes));
        }
        if bytes.len() != FILE {
            return Err(KeyFileError::Damaged);
        }
        let whole = bytes.get(CHECKSUM) == Some(checksum(bytes).as_slice());
        let installation = rest.take()?;
        let first = Generation::parse(&rest.take()?)?;
        let second = Generation::parse_second(&rest.take()?, whole)?;
        let shelf = ShelfField {
            access: ShelfByte::parse(rest.take()?, whole)?,
            key: Zeroizing::new(rest.take()?),
        };
        rest.take::<32>()?;
        if rest.take::<SPARE>()? != [0; SPARE] && whole {
            return Err(KeyFileError::Damaged);
        }
        let mut slots = [[0; SLOT]; SLOTS];
        for slot in &mut slots {
            *slot = rest.take()?;
        }
        Ok(KeyFile {
            installation,
            first,
            second,
            shelf,
            slots,
            whole,
        })
    }

    /// The file's bytes, always 1,600.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.identity();
        bytes.extend(self.first.to_bytes());
        bytes.extend(self.second.as_ref().map_or([0; GENERATION], Generation::to_bytes));
        bytes.push(self.shelf.access.to_byte());
        bytes.extend_from_slice(self.shelf.key.as_slice());
        bytes.extend([0; CHECKSUM.end - CHECKSUM.start + SPARE]);
        bytes.extend(self.slots.iter().flatten());
        let sum = checksum(&bytes);
        bytes.splice(CHECKSUM, sum);
        bytes
    }

    /// Whether every byte is as it was written. False is damage, or somebody's hand.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Whether no notebook was ever made with this file.
    pub fn is_for_library_only(&self) -> bool {
        self.shelf.access == ShelfByte::LibraryOnly
    }

    /// Tries a passphrase on every slot, always with the same work.
    pub fn unlock(&self, passphrase: &Passphrase) -> Result<Grant, UnlockError> {
        let mut opened = None;
        for generation in [Some(&self.first), self.second.as_ref()].into_iter().flatten() {
            let root = generation.cost.derive_root(passphrase, &generation.salt)?;
            for place in 0..SLOTS {
                let payload = self.open_slot(place, generation, &root);
                opened = opened.or(payload);
            }
        }
        let payload = opened.ok_or(UnlockError::WrongPassphrase)?;
        Grant::from_payload(&payload).ok_or(UnlockError::Newer)
    }

    /// The library's key, when anyone may read the library.
    pub fn open_shelf_key(&self) -> Option<ShelfKey> {
        (self.shelf.access != ShelfByte::Closed).then(|| ShelfKey::from_slice(&self.shelf.key))
    }

    /// How much work a passphrase costs: the dearest generation.
    pub fn cost(&self) -> Cost {
        self.second.as_ref().unwrap_or(&self.first).cost
    }

    fn write_slot(&mut self, random: &dyn Random, place: usize, root: &Secret, grant: &Grant) {
        let mut salt = [0; SALT];
        random.fill(&mut salt);
        let mut payload = grant.to_payload();
        let tag = self
            .slot_key(place, &salt, root)
            .seal_in_place_separate_tag(
                Nonce::assume_unique_for_key([0; NONCE_LEN]),
                Aad::from(self.slot_data(place, &self.first)),
                payload.as_mut_slice(),
            )
            .expect("128 bytes are far below AES-GCM's limit");
        let mut parts = salt.iter().chain(payload.iter()).chain(tag.as_ref());
        if let Some(slot) = self.slots.get_mut(place) {
            slot.fill_with(|| parts.next().copied().unwrap_or(0));
        }
    }

    fn open_slot(
        &self,
        place: usize,
        generation: &Generation,
        root: &Secret,
    ) -> Option<Zeroizing<[u8; PAYLOAD]>> {
        let (salt, sealed) = self.slots.get(place)?.split_first_chunk::<SALT>()?;
        let mut sealed = Zeroizing::new(*sealed.first_chunk::<{ PAYLOAD + TAG }>()?);
        let payload = self
            .slot_key(place, salt, root)
            .open_in_place(
                Nonce::assume_unique_for_key([0; NONCE_LEN]),
                Aad::from(self.slot_data(place, generation)),
                sealed.as_mut_slice(),
            )
            .ok()?;
        payload
            .first_chunk::<PAYLOAD>()
            .map(|payload| Zeroizing::new(*payload))
    }

    /// The nonce is constant: each slot's key is used for one message only.
    fn slot_key(&self, place: usize, salt: &[u8; SALT], root: &Secret) -> LessSafeKey {
        aead_key(&root.derive(
            salt,
            &[b"durumi/slot/v1", &self.installation, &[slot_number(place)]],
        ))
    }

    fn slot_data(&self, place: usize, generation: &Generation) -> Vec<u8> {
        let mut data = self.identity();
        data.extend(generation.to_bytes());
        data.push(slot_number(place));
        data
    }

    fn identity(&self) -> Vec<u8> {
        [MAGIC.as_slice(), &FORMAT.to_le_bytes(), &self.installation].concat()
    }
}

impl Grant {
    fn to_payload(&self) -> Zeroizing<[u8; PAYLOAD]> {
        let role = match self.role {
            Role::Open => 0,
            Role::Recover => 1,
            Role::OpenAndForgetOther => 2,
        };
        let notebook = match self.notebook {
            NotebookNumber::One => 1,
            NotebookNumber::Two => 2,
        };
        let head = [1, role, notebook];
        let mut bytes = head
            .iter()
            .chain(&[0; 29])
            .chain(self.master.expose())
            .chain(self.shelf.expose());
        let mut payload = Zeroizing::new([0; PAYLOAD]);
        payload.fill_with(|| bytes.next().copied().unwrap_or(0));
        payload
    }

    fn from_payload(payload: &[u8; PAYLOAD]) -> Option<Self> {
        let mut rest = Reader(payload);
        let [version, role, notebook] = rest.take().ok()?;
        if version != 1 {
            return None;
        }
        let role = match role {
            0 => Role::Open,
            1 => Role::Recover,
            2 => Role::OpenAndForgetOther,
            _ => return None,
        };
        let notebook = match notebook {
            1 => NotebookNumber::One,
            2 => NotebookNumber::Two,
            _ => return None,
        };
        rest.take::<29>().ok()?;
        let master = Zeroizing::new(rest.take().ok()?);
        let shelf = Zeroizing::new(rest.take().ok()?);
        Some(Grant {
            role,
            notebook,
            master: MasterKey::from_slice(&master),
            shelf: ShelfKey::from_slice(&shelf),
        })
    }
}

impl Generation {
    fn parse(bytes: &[u8; GENERATION]) -> Result<Self, KeyFileError> {
        let mut rest = Reader(bytes);
        let [memory, passes, lanes] = [rest.take()?, rest.take()?, rest.take()?].map(u32::from_le_bytes);
        let cost = Cost::new(memory, passes, lanes).ok_or(KeyFileError::Damaged)?;
        Ok(Generation {
            cost,
            salt: rest.take()?,
        })
    }

    /// The second one may be missing. Where the file is damaged anyway, one that makes no sense is too:
    /// slots of the first do not depend on it.
    fn parse_second(bytes: &[u8; GENERATION], whole: bool) -> Result<Option<Self>, KeyFileError> {
        if *bytes == [0; GENERATION] {
            return Ok(None);
        }
        match Self::parse(bytes) {
            Err(_) if !whole => Ok(None),
            second => second.map(Some),
        }
    }

    fn to_bytes(&self) -> [u8; GENERATION] {
        let numbers = [self.cost.memory_kib(), self.cost.passes(), self.cost.lanes()].map(u32::to_le_bytes);
        let mut bytes = numbers.iter().flatten().chain(&self.salt);
        std::array::from_fn(|_| bytes.next().copied().unwrap_or(0))
    }
}

impl ShelfField {
    fn make(random: &dyn Random, access: &ShelfAccess<'_>) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        match access {
            ShelfAccess::Open(shelf) | ShelfAccess::LibraryOnly(shelf) => key.copy_from_slice(shelf.expose()),
            ShelfAccess::Closed => random.fill(key.as_mut_slice()),
        }
        let access = match access {
            ShelfAccess::Open(_) => ShelfByte::Open,
            ShelfAccess::LibraryOnly(_) => ShelfByte::LibraryOnly,
            ShelfAccess::Closed => ShelfByte::Closed,
        };
        ShelfField { access, key }
    }
}

impl ShelfByte {
    /// Where the file is damaged anyway, a value that makes no sense counts as closed.
    fn parse([byte]: [u8; 1], whole: bool) -> Result<Self, KeyFileError> {
        match byte {
            0 => Ok(ShelfByte::Closed),
            1 => Ok(ShelfByte::Open),
            2 => Ok(ShelfByte::LibraryOnly),
            _ if !whole => Ok(ShelfByte::Closed),
            _ => Err(KeyFileError::Damaged),
        }
    }

    fn to_byte(self) -> u8 {
        match self {
            ShelfByte::Closed => 0,
            ShelfByte::Open => 1,
            ShelfByte::LibraryOnly => 2,
        }
    }
}

/// Takes fixed pieces off the front; running out of bytes is damage.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], KeyFileError> {
        let (piece, rest) = self.0.split_first_chunk().ok_or(KeyFileError::Damaged)?;
        self.0 = rest;
        Ok(*piece)
    }
}

/// SHA-256 of the file with the checksum's own bytes zero.
fn checksum(bytes: &[u8]) -> [u8; 32] {
    let mut bytes = Zeroizing::new(bytes.to_vec());
    if let Some(own) = bytes.get_mut(CHECKSUM) {
        own.fill(0);
    }
    sha256(&bytes)
}

/// A format number that is too high is damage when the checksum is right without it.
fn newer_or_damaged(bytes: &[u8]) -> KeyFileError {
    let mut as_ours = Zeroizing::new(bytes.to_vec());
    if let Some(format) = as_ours.get_mut(8..12) {
        format.copy_from_slice(&FORMAT.to_le_bytes());
    }
    if bytes.get(CHECKSUM) == Some(checksum(&as_ours).as_slice()) {
        KeyFileError::Damaged
    } else {
        KeyFileError::Newer
    }
}

fn slot_number(place: usize) -> u8 {
    u8::try_from(place).expect("there are eight slots")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemRandom;

    fn passphrase(text: &str) -> Passphrase {
        Passphrase::new(text).unwrap()
    }

    fn grant() -> Grant {
        Grant {
            role: Role::Open,
            notebook: NotebookNumber::One,
            master: MasterKey::make(&SystemRandom),
            shelf: ShelfKey::make(&SystemRandom),
        }
    }

    fn made(access: &ShelfAccess<'_>) -> (Grant, KeyFile) {
        let grant = grant();
        let mut file = KeyFile::make(&SystemRandom, Cost::FLOOR, access);
        file.fill_first_slot(&SystemRandom, &passphrase("옳은 통과말"), &grant)
            .unwrap();
        (grant, file)
    }

    #[test]
    fn the_right_passphrase_gives_the_keys_back_and_a_wrong_one_nothing() {
        let (grant, file) = made(&ShelfAccess::Closed);
        let file = KeyFile::parse(&file.to_bytes()).unwrap();
        let opened = file.unlock(&passphrase("옳은 통과말")).unwrap();
        assert!(opened.master.expose() == grant.master.expose());
        assert!(opened.shelf.expose() == grant.shelf.expose());
        assert!(matches!(
            file.unlock(&passphrase("틀린 통과말")),
            Err(UnlockError::WrongPassphrase)
        ));
        assert!(file.open_shelf_key().is_none());
    }

    #[test]
    fn an_open_shelf_gives_its_key_without_a_passphrase() {
        let shelf = ShelfKey::make(&SystemRandom);
        let (_, file) = made(&ShelfAccess::Open(&shelf));
        let key = KeyFile::parse(&file.to_bytes())
            .unwrap()
            .open_shelf_key()
            .unwrap();
        assert!(key.expose() == shelf.expose());
    }

    #[test]
    fn the_header_is_authenticated_by_every_slot() {
        let (_, file) = made(&ShelfAccess::Closed);
        let bytes = file.to_bytes();
        // The installation id, and the passes of the first generation: still in range, no longer true.
        for (at, value) in [(12, bytes[12] ^ 1), (32, 4)] {
            let mut changed = bytes.clone();
            changed[at] = value;
            let result = KeyFile::parse(&changed)
                .unwrap()
                .unlock(&passphrase("옳은 통과말"));
            assert!(matches!(result, Err(UnlockError::WrongPassphrase)), "byte {at}");
        }
    }

    #[test]
    fn a_damaged_file_is_told_from_a_newer_one_and_never_panics() {
        let bytes = made(&ShelfAccess::Closed).1.to_bytes();
        assert_eq!(bytes.len(), 1600);
        for length in 0..bytes.len() {
            assert!(KeyFile::parse(&bytes[..length]).is_err(), "{length} bytes");
        }
        let mut newer = bytes.clone();
        newer[8] = 2;
        assert_eq!(
            KeyFile::parse(&newer).err(),
            Some(KeyFileError::Damaged),
            "a flipped bit"
        );
        newer[400] ^= 1;
        assert_eq!(KeyFile::parse(&newer).err(), Some(KeyFileError::Newer));
        let mut greedy = bytes.clone();
        greedy[28..32].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(KeyFile::parse(&greedy).err(), Some(KeyFileError::Damaged));
        let mut longer = bytes;
        longer.push(0);
        assert_eq!(KeyFile::parse(&longer).err(), Some(KeyFileError::Damaged));
    }

    #[test]
    fn a_changed_bit_anywhere_is_noticed() {
        let shelf = ShelfKey::make(&SystemRandom);
        for access in [
            ShelfAccess::Closed,
            ShelfAccess::Open(&shelf),
            ShelfAccess::LibraryOnly(&shelf),
        ] {
            let bytes = KeyFile::make(&SystemRandom, Cost::FLOOR, &access).to_bytes();
            assert!(KeyFile::parse(&bytes).unwrap().is_whole());
            for at in 0..bytes.len() {
                for bit in 0..8 {
                    let mut changed = bytes.clone();
                    changed[at] ^= 1 << bit;
                    assert!(
                        KeyFile::parse(&changed)
                            .map_or_else(|error| error == KeyFileError::Damaged, |file| !file.is_whole()),
                        "bit {bit} of byte {at}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_still_opens_in_a_damaged_file_is_opened() {
        let bytes = made(&ShelfAccess::Closed).1.to_bytes();
        // The second generation, the shelf's two fields, the checksum, the spare bytes.
        for at in [72, 116, 130, 160, 185] {
            let mut changed = bytes.clone();
            changed[at] ^= 0x80;
            let file = KeyFile::parse(&changed).unwrap();
            assert!(!file.is_whole());
            assert!(file.unlock(&passphrase("옳은 통과말")).is_ok(), "byte {at}");
        }
    }

    #[test]
    fn slots_in_use_look_like_the_others() {
        let bytes = made(&ShelfAccess::Closed).1.to_bytes();
        for slot in bytes[HEADER..].chunks_exact(SLOT) {
            let ones: u32 = slot.iter().map(|byte| byte.count_ones()).sum();
            // 1,408 bits: 6 standard deviations are 113.
            assert!((591..=817).contains(&ones), "{ones} of 1408 bits set");
        }
    }
}
