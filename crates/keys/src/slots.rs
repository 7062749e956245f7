//! The eight slots: opening, writing and destroying them. See "Slots" in `docs/formats/keys.md`.
//!
//! Each notebook has a half of its own, with a place for each kind, so that who is in one notebook can write
//! there without knowing whether the other is used. Reading relies on no place.

use ring::aead::{Aad, LessSafeKey, NONCE_LEN, Nonce};
use zeroize::Zeroizing;

use crate::{
    Cost, CostError, Grant, KeyFile, MasterKey, NotebookNumber, Passphrase, Random, Role, ShelfKey,
    UnlockError,
    key_file::{Generation, Reader},
    seal::aead_key,
    secret::Secret,
};

pub(crate) const SLOTS: usize = 8;
/// How many of them are one notebook's.
pub(crate) const HALF: usize = SLOTS / 2;
const SALT: usize = 32;
const PAYLOAD: usize = 128;
const TAG: usize = 16;
pub(crate) const SLOT: usize = SALT + PAYLOAD + TAG;

/// What a slot is made for. Every notebook has one place for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// The passphrase that opens the notebook.
    Open,
    /// The recovery code.
    Code,
    /// The secret that was shared among people.
    Shares,
    /// The passphrase that opens the notebook and destroys every slot of the other.
    OpenAndForgetOther,
}

/// A slot that opened.
pub struct Opened {
    /// What it gives.
    pub grant: Grant,
    kind: SlotKind,
    generation: Age,
}

/// Which generation of the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Age {
    First,
    Second,
}

impl SlotKind {
    /// A slot whose place says nothing, as in format 1, is known by its role.
    fn of(role: Role, place: usize) -> Self {
        match role {
            Role::Open => SlotKind::Open,
            Role::OpenAndForgetOther => SlotKind::OpenAndForgetOther,
            Role::Recover if place % HALF == 2 => SlotKind::Shares,
            Role::Recover => SlotKind::Code,
        }
    }

    fn role(self) -> Role {
        match self {
            SlotKind::Open => Role::Open,
            SlotKind::Code | SlotKind::Shares => Role::Recover,
            SlotKind::OpenAndForgetOther => Role::OpenAndForgetOther,
        }
    }

    fn place(self, notebook: NotebookNumber) -> usize {
        half_of(notebook)
            + match self {
                SlotKind::Open => 0,
                SlotKind::Code => 1,
                SlotKind::Shares => 2,
                SlotKind::OpenAndForgetOther => 3,
            }
    }
}

impl NotebookNumber {
    /// The other of the two.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            NotebookNumber::One => NotebookNumber::Two,
            NotebookNumber::Two => NotebookNumber::One,
        }
    }

    /// One of the two, by chance.
    pub fn make(random: &dyn Random) -> Self {
        let [first, ..] = random.id();
        if first & 1 == 0 {
            NotebookNumber::One
        } else {
            NotebookNumber::Two
        }
    }
}

impl Opened {
    /// What the slot is for.
    pub fn kind(&self) -> SlotKind {
        self.kind
    }
}

impl KeyFile {
    /// Tries a passphrase on every slot, always with the same work, and gives what it opens.
    pub fn unlock(&self, passphrase: &Passphrase) -> Result<Grant, UnlockError> {
        self.open(passphrase).map(|opened| opened.grant)
    }

    /// As [`KeyFile::unlock`], and remembers which slot it was. When it forgets the other notebook, that is still to
    /// be done: [`KeyFile::forget`].
    pub fn open(&self, passphrase: &Passphrase) -> Result<Opened, UnlockError> {
        let mut found = None;
        let second = self.second.as_ref().map(|second| (Age::Second, second));
        for (age, generation) in [Some((Age::First, &self.first)), second].into_iter().flatten() {
            for text in passphrase.expose_readings(self.readings()) {
                let root = generation.cost.derive_root(text, &generation.salt)?;
                for place in 0..SLOTS {
                    let payload = self.open_slot(place, generation, &root);
                    found = found.or(payload.map(|payload| (payload, place, age)));
                }
            }
        }
        let (payload, place, generation) = found.ok_or(UnlockError::WrongPassphrase)?;
        let grant = Grant::from_payload(&payload).ok_or(UnlockError::Newer)?;
        let kind = SlotKind::of(grant.role, place);
        Ok(Opened {
            grant,
            kind,
            generation,
        })
    }

    /// Puts the keys of a grant under a passphrase into its notebook's place for `kind`, over whatever was there.
    /// No other slot changes.
    pub fn put(
        &mut self,
        random: &dyn Random,
        kind: SlotKind,
        passphrase: &Passphrase,
        grant: &Grant,
    ) -> Result<(), CostError> {
        let newest = self.newest();
        let root = newest.cost.derive_root(passphrase.expose(), &newest.salt)?;
        self.write_slot(random, kind.place(grant.notebook), &root, kind.role(), grant);
        Ok(())
    }

    /// Puts the slot that opened under another passphrase. No other slot changes.
    pub fn rewrap(
        &mut self,
        random: &dyn Random,
        opened: &Opened,
        passphrase: &Passphrase,
    ) -> Result<(), CostError> {
        self.put(random, opened.kind, passphrase, &opened.grant)
    }

    /// Takes away what is in a place, if anything is.
    pub fn remove(&mut self, random: &dyn Random, kind: SlotKind, notebook: NotebookNumber) {
        self.slots
            .iter_mut()
            .skip(kind.place(notebook))
            .take(1)
            .for_each(|slot| random.fill(slot));
    }

    /// Destroys every slot of a notebook.
    pub fn forget(&mut self, random: &dyn Random, notebook: NotebookNumber) {
        let half = self.slots.iter_mut().skip(half_of(notebook)).take(HALF);
        half.for_each(|slot| random.fill(slot));
    }

    /// Destroys every slot.
    pub fn erase(&mut self, random: &dyn Random) {
        self.slots.iter_mut().for_each(|slot| random.fill(slot));
    }

    /// Raises the cost to `cost` if the file was never raised, and moves the slot that opened with this passphrase to
    /// the dearest generation. False when there is nothing to do.
    pub fn raise(
        &mut self,
        random: &dyn Random,
        cost: Option<Cost>,
        opened: &Opened,
        passphrase: &Passphrase,
    ) -> Result<bool, CostError> {
        match (&self.second, cost) {
            (None, None) => return Ok(false),
            (None, Some(cost)) => self.second = Some(Generation::make(random, cost)),
            (Some(_), _) if opened.generation == Age::Second => return Ok(false),
            (Some(_), _) => {}
        }
        self.rewrap(random, opened, passphrase)?;
        Ok(true)
    }

    /// A file of today in place of one of format 1, with the one slot that such a file has.
    pub fn renewed(
        &self,
        random: &dyn Random,
        opened: &Opened,
        passphrase: &Passphrase,
    ) -> Result<KeyFile, CostError> {
        let mut today = self.made_today(random);
        today.put(random, SlotKind::Open, passphrase, &opened.grant)?;
        Ok(today)
    }

    fn newest(&self) -> &Generation {
        self.second.as_ref().unwrap_or(&self.first)
    }

    fn write_slot(&mut self, random: &dyn Random, place: usize, root: &Secret, role: Role, grant: &Grant) {
        let mut salt = [0; SALT];
        random.fill(&mut salt);
        let mut payload = grant.to_payload(role);
        let tag = self
            .slot_key(place, &salt, root)
            .seal_in_place_separate_tag(
                Nonce::assume_unique_for_key([0; NONCE_LEN]),
                Aad::from(self.slot_data(place, self.newest())),
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
}

impl Grant {
    fn to_payload(&self, role: Role) -> Zeroizing<[u8; PAYLOAD]> {
        let role = match role {
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

/// The first place of a notebook's half.
pub(crate) fn half_of(notebook: NotebookNumber) -> usize {
    match notebook {
        NotebookNumber::One => 0,
        NotebookNumber::Two => HALF,
    }
}

fn slot_number(place: usize) -> u8 {
    u8::try_from(place).expect("there are eight slots")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{ShelfAccess, SystemRandom};

    const RIGHT: &str = "옳은 통과말";

    pub(crate) fn passphrase(text: &str) -> Passphrase {
        Passphrase::new(text, Vec::new()).unwrap()
    }

    pub(crate) fn made(access: &ShelfAccess<'_>) -> (Grant, KeyFile) {
        let grant = grant(NotebookNumber::One);
        let mut file = KeyFile::make(&SystemRandom, Cost::FLOOR, access);
        put(&mut file, SlotKind::Open, RIGHT, &grant);
        (grant, file)
    }

    fn grant(notebook: NotebookNumber) -> Grant {
        Grant {
            role: Role::Open,
            notebook,
            master: MasterKey::make(&SystemRandom),
            shelf: ShelfKey::make(&SystemRandom),
        }
    }

    fn put(file: &mut KeyFile, kind: SlotKind, text: &str, grant: &Grant) {
        file.put(&SystemRandom, kind, &passphrase(text), grant).unwrap();
    }

    fn opens(file: &KeyFile, text: &str) -> Option<(Role, NotebookNumber)> {
        let grant = file.unlock(&passphrase(text)).ok()?;
        Some((grant.role, grant.notebook))
    }

    fn changed(before: &KeyFile, after: &KeyFile) -> Vec<usize> {
        (0..SLOTS)
            .filter(|place| before.slots[*place] != after.slots[*place])
            .collect()
    }

    fn copy(file: &KeyFile) -> KeyFile {
        KeyFile::parse(&file.to_bytes()).unwrap()
    }

    #[test]
    fn every_kind_has_its_place_in_its_notebooks_half_and_touches_no_other() {
        use NotebookNumber::{One, Two};
        use SlotKind::{Code, Open, OpenAndForgetOther, Shares};
        let (first, mut file) = made(&ShelfAccess::Closed);
        let second = grant(Two);
        let all = [
            (Open, "둘째의 통과말", &second, 4, (Role::Open, Two)),
            (Code, "1234", &first, 1, (Role::Recover, One)),
            (Shares, "5678", &second, 6, (Role::Recover, Two)),
            (
                OpenAndForgetOther,
                "잊는 통과말",
                &first,
                3,
                (Role::OpenAndForgetOther, One),
            ),
        ];
        for (kind, text, grant, place, _) in all {
            let before = copy(&file);
            put(&mut file, kind, text, grant);
            assert_eq!(changed(&before, &file), [place]);
        }
        for (kind, text, _, _, gives) in all {
            assert_eq!(opens(&file, text), Some(gives));
            assert_eq!(file.open(&passphrase(text)).unwrap().kind(), kind);
        }
        file.remove(&SystemRandom, Code, One);
        assert_eq!(opens(&file, "1234"), None);
        assert_eq!(opens(&file, RIGHT), Some((Role::Open, One)));
    }

    #[test]
    fn changing_a_passphrase_changes_its_slot_alone_and_keeps_the_keys() {
        let (grant, mut file) = made(&ShelfAccess::Closed);
        let before = copy(&file);
        let opened = file.open(&passphrase(RIGHT)).unwrap();
        file.rewrap(&SystemRandom, &opened, &passphrase("다른 통과말"))
            .unwrap();
        assert_eq!(changed(&before, &file), [0]);
        assert_eq!(opens(&file, RIGHT), None);
        let now = copy(&file).unlock(&passphrase("다른 통과말")).unwrap();
        assert!(now.master.expose() == grant.master.expose());
    }

    #[test]
    fn raising_the_cost_moves_the_slot_that_opened_and_the_others_open_as_before() {
        let (first, mut file) = made(&ShelfAccess::Closed);
        put(&mut file, SlotKind::Code, "1234", &first);
        put(
            &mut file,
            SlotKind::Open,
            "둘째의 통과말",
            &grant(NotebookNumber::Two),
        );
        let before = copy(&file);
        let dearer = Cost::new(80 * 1024, 3, 1);
        let right = passphrase(RIGHT);
        let opened = file.open(&right).unwrap();
        assert!(!file.raise(&SystemRandom, None, &opened, &right).unwrap());
        assert!(file.raise(&SystemRandom, dearer, &opened, &right).unwrap());
        assert_eq!(changed(&before, &file), [0]);
        let mut file = copy(&file);
        assert_eq!(Some(file.cost()), dearer);
        for text in [RIGHT, "1234", "둘째의 통과말"] {
            assert!(opens(&file, text).is_some(), "{text}");
        }
        let again = file.open(&right).unwrap();
        assert!(
            !file.raise(&SystemRandom, dearer, &again, &right).unwrap(),
            "once"
        );
        // The other notebook's moves when it is opened, without a new generation.
        let other = passphrase("둘째의 통과말");
        let opened = file.open(&other).unwrap();
        assert!(file.raise(&SystemRandom, None, &opened, &other).unwrap());
        assert!(opens(&file, "둘째의 통과말").is_some() && opens(&file, RIGHT).is_some());
    }

    #[test]
    fn forgetting_destroys_the_other_half_only_and_erasing_both() {
        let (first, mut file) = made(&ShelfAccess::Closed);
        put(
            &mut file,
            SlotKind::Open,
            "둘째의 통과말",
            &grant(NotebookNumber::Two),
        );
        put(&mut file, SlotKind::OpenAndForgetOther, "잊는 통과말", &first);
        let before = copy(&file);
        let grant = file.unlock(&passphrase("잊는 통과말")).unwrap();
        file.forget(&SystemRandom, grant.notebook.other());
        assert_eq!(changed(&before, &file), [4, 5, 6, 7]);
        let half = KeyFile::place_of_half(NotebookNumber::Two);
        let (old, new) = (before.to_bytes(), file.to_bytes());
        assert!(old[half.start - 4 * SLOT..half.start] == new[half.start - 4 * SLOT..half.start]);
        assert_eq!((half.len(), half.end), (4 * SLOT, new.len()));
        assert_eq!(opens(&file, "둘째의 통과말"), None);
        assert!(opens(&file, RIGHT).is_some());
        file.erase(&SystemRandom);
        assert_eq!(changed(&before, &file), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(opens(&file, RIGHT), None);
    }

    #[test]
    fn any_reading_opens_and_the_first_is_written() {
        let readings = |texts: &[&str]| {
            let texts = texts.iter().map(|text| Zeroizing::new((*text).to_owned()));
            Passphrase::new("typed", texts.collect()).unwrap()
        };
        let (grant, mut file) = made(&ShelfAccess::Closed);
        file.put(
            &SystemRandom,
            SlotKind::Open,
            &readings(&["keys", "other"]),
            &grant,
        )
        .unwrap();
        assert!(file.unlock(&readings(&["x", "y", "keys"])).is_ok());
        assert!(file.unlock(&readings(&["other", "typed"])).is_err());
    }
}
