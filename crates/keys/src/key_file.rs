//! The keys file: a header and eight slots, as written down in `docs/formats/keys.md`.
//!
//! The file is a value: it is parsed from bytes, changed, and turned into bytes again. Who reads and
//! writes it does so as a whole.
//!
//! A checksum tells damage from a wrong passphrase. It refuses nothing: what still opens is opened, and
//! [`KeyFile::is_whole`] says that the file should be replaced by a copy. Deciding by the slots alone was
//! rejected: a wrong bit in the salt and a wrong passphrase would look the same for ever.

use std::ops::Range;

use zeroize::Zeroizing;

use crate::{
    Cost, CostError, MasterKey, Random, ShelfKey, Tries,
    digest::sha256,
    passphrase::Readings,
    slots::{HALF, SLOT, SLOTS, half_of},
    tries::TRIES,
};

const MAGIC: &[u8; 8] = b"drmkeys1";
const FORMAT: u32 = 2;
/// A passphrase is its text, and the place of the one slot is random.
const OLD_FORMAT: u32 = 1;
const HEADER: usize = 192;
const FILE: usize = HEADER + SLOTS * SLOT;
const GENERATION: usize = 44;
/// Where the checksum stands.
const CHECKSUM: Range<usize> = 149..181;

/// A keys file.
pub struct KeyFile {
    format: u32,
    pub(crate) installation: [u8; 16],
    pub(crate) first: Generation,
    pub(crate) second: Option<Generation>,
    shelf: ShelfField,
    tries: Tries,
    pub(crate) slots: [[u8; SLOT]; SLOTS],
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

/// How a passphrase becomes a root key.
pub(crate) struct Generation {
    pub(crate) cost: Cost,
    pub(crate) salt: [u8; 32],
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
        let first = Generation::make(random, cost);
        let mut slots = [[0; SLOT]; SLOTS];
        for slot in &mut slots {
            random.fill(slot);
        }
        KeyFile {
            format: FORMAT,
            installation: random.id(),
            first,
            second: None,
            shelf: ShelfField::make(random, access),
            tries: Tries::default(),
            slots,
            whole: true,
        }
    }

    /// Reads a file. Nothing is derived yet, so a manipulated file costs nothing.
    ///
    /// Damage that leaves something to try is no error: [`KeyFile::is_whole`] tells of it.
    pub fn parse(bytes: &[u8]) -> Result<Self, KeyFileError> {
        let mut rest = Reader(bytes);
        if rest.take::<8>()? != *MAGIC {
            return Err(KeyFileError::Damaged);
        }
        let format = u32::from_le_bytes(rest.take()?);
        if format > FORMAT {
            return Err(newer_or_damaged(bytes));
        }
        if bytes.len() != FILE || format < OLD_FORMAT {
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
        let tries = match Tries::parse(rest.take::<TRIES>()?) {
            // From a damaged header nobody is made to wait, and nothing is erased.
            _ if !whole => Tries::default(),
            Some(tries) if format != OLD_FORMAT || tries == Tries::default() => tries,
            _ => return Err(KeyFileError::Damaged),
        };
        let mut slots = [[0; SLOT]; SLOTS];
        for slot in &mut slots {
            *slot = rest.take()?;
        }
        Ok(KeyFile {
            format,
            installation,
            first,
            second,
            shelf,
            tries,
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
        bytes.extend([0; CHECKSUM.end - CHECKSUM.start]);
        bytes.extend(self.tries.to_bytes());
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

    /// The library's key, when anyone may read the library.
    pub fn open_shelf_key(&self) -> Option<ShelfKey> {
        (self.shelf.access != ShelfByte::Closed).then(|| ShelfKey::from_slice(&self.shelf.key))
    }

    /// How much work a passphrase costs: the dearest generation.
    pub fn cost(&self) -> Cost {
        self.second.as_ref().unwrap_or(&self.first).cost
    }

    /// What the header says of tries. Nothing authenticates it.
    pub fn tries(&self) -> Tries {
        self.tries
    }

    /// Says of tries something else.
    pub fn set_tries(&mut self, tries: Tries) {
        self.tries = tries;
    }

    /// The bytes that say it, and where they stand, for a disk that has no room for a new file.
    pub fn tries_in_place(&self) -> (usize, Vec<u8>) {
        let piece = self.to_bytes().get(CHECKSUM.start..HEADER).map(<[u8]>::to_vec);
        (CHECKSUM.start, piece.unwrap_or_default())
    }

    /// Where the slots of a notebook stand in the file.
    pub fn place_of_half(notebook: NotebookNumber) -> Range<usize> {
        let start = HEADER + half_of(notebook) * SLOT;
        start..start + HALF * SLOT
    }

    /// Where all slots stand.
    pub fn place_of_all() -> Range<usize> {
        HEADER..FILE
    }

    /// Whether the file is of format 1, and is to be written anew when it has opened.
    pub fn is_old(&self) -> bool {
        self.format == OLD_FORMAT
    }

    /// A file of today for the same installation, without any slot.
    pub(crate) fn made_today(&self, random: &dyn Random) -> Self {
        let mut slots = [[0; SLOT]; SLOTS];
        for slot in &mut slots {
            random.fill(slot);
        }
        KeyFile {
            format: FORMAT,
            installation: self.installation,
            first: Generation { ..self.first },
            second: None,
            shelf: ShelfField {
                access: self.shelf.access,
                key: self.shelf.key.clone(),
            },
            tries: self.tries,
            slots,
            whole: self.whole,
        }
    }

    pub(crate) fn readings(&self) -> Readings {
        if self.is_old() {
            Readings::TextAlone
        } else {
            Readings::Keys
        }
    }

    pub(crate) fn identity(&self) -> Vec<u8> {
        [MAGIC.as_slice(), &self.format.to_le_bytes(), &self.installation].concat()
    }
}

impl Generation {
    pub(crate) fn make(random: &dyn Random, cost: Cost) -> Self {
        let mut salt = [0; 32];
        random.fill(&mut salt);
        Generation { cost, salt }
    }

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

    pub(crate) fn to_bytes(&self) -> [u8; GENERATION] {
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
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl Reader<'_> {
    pub(crate) fn take<const N: usize>(&mut self) -> Result<[u8; N], KeyFileError> {
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

/// A format number that is too high is damage when the checksum is right with one of ours.
fn newer_or_damaged(bytes: &[u8]) -> KeyFileError {
    let is_right_as = |ours: u32| {
        let mut as_ours = Zeroizing::new(bytes.to_vec());
        if let Some(format) = as_ours.get_mut(8..12) {
            format.copy_from_slice(&ours.to_le_bytes());
        }
        bytes.get(CHECKSUM) == Some(checksum(&as_ours).as_slice())
    };
    if (OLD_FORMAT..=FORMAT).any(is_right_as) {
        KeyFileError::Damaged
    } else {
        KeyFileError::Newer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        SystemRandom,
        slots::tests::{made, passphrase},
    };

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
        newer[8] = 3;
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
