//! A notebook reduced to what syncing can lose: entries with the edits that were made to them.
//!
//! Its records say in plain bytes what a real one's say sealed. Syncing never opens them, and the storage
//! looks for them in everything that is put.

use std::collections::{BTreeMap, BTreeSet};

use durumi_base::{AttachmentId, DeviceId};
use durumi_keys::Sealed;
use durumi_sync::{
    Journal, JournalError, Memory, Numbers, PartId, PartState, Record, RecordSet, SEGMENTS_PER_PART, Shared,
    Taken, parts_of,
};

use crate::sync::Chance;

/// What every record of a model holds, and nothing that is put may show.
pub(crate) const CANARY: &[u8] = "비밀 тайна".as_bytes();

const CHANGE: u8 = 1;
const TOMBSTONE: u8 = 2;

/// An entry's number.
type EntryNumber = u32;

/// A device with its copy of the notebook.
#[derive(Clone)]
pub struct Model {
    device: DeviceId,
    /// Where new ids come from.
    ids: u64,
    records: BTreeMap<(DeviceId, u64), Kept>,
    held: RecordSet,
    voids: RecordSet,
    next: u64,
    state: State,
    /// Segments of attachments that are here.
    files: BTreeSet<(EntryNumber, u32)>,
    memories: BTreeMap<usize, Memory>,
    shared: Shared,
    /// The disk is full.
    pub(crate) full: bool,
}

/// What the person sees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct State {
    /// The edits of every entry.
    pub(crate) entries: BTreeMap<EntryNumber, BTreeSet<u64>>,
    /// Entries removed for ever.
    pub(crate) tombstones: BTreeSet<EntryNumber>,
    /// Segments of every attachment.
    pub(crate) attachments: BTreeMap<EntryNumber, u32>,
}

/// A record, as kept here.
#[derive(Clone)]
struct Kept {
    birth: [u8; 8],
    kind: u8,
    content: Vec<u8>,
}

/// A model at one of its remotes.
pub(crate) struct At<'m> {
    pub(crate) model: &'m mut Model,
    pub(crate) remote: usize,
}

impl Model {
    /// A device with an empty notebook.
    #[must_use]
    pub fn new(ids: u64) -> Self {
        let mut model = Model {
            device: DeviceId::from_bytes([0; 16]),
            ids,
            records: BTreeMap::new(),
            held: RecordSet::default(),
            voids: RecordSet::default(),
            next: 1,
            state: State::default(),
            files: BTreeSet::new(),
            memories: BTreeMap::new(),
            shared: Shared::default(),
            full: false,
        };
        model.take_new_id();
        model
    }

    /// The same files on another computer, which will draw other ids.
    pub(crate) fn copied(&self, ids: u64) -> Self {
        Model { ids, ..self.clone() }
    }

    /// The person changes an entry; with `filler`, by so many bytes.
    pub(crate) fn edit(&mut self, entry: EntryNumber, edit: u64, filler: usize) {
        if !self.state.tombstones.contains(&entry) {
            self.write(CHANGE, &content(entry, 0, &[edit], filler));
        }
    }

    /// The person attaches a file.
    pub(crate) fn attach(&mut self, entry: EntryNumber, edit: u64, segments: u32) {
        if !self.state.tombstones.contains(&entry) {
            for part in 0..parts_of(segments) {
                self.files.insert((entry, part));
            }
            self.write(CHANGE, &content(entry, segments, &[edit], 0));
        }
    }

    /// The person removes an entry.
    pub(crate) fn remove(&mut self, entry: EntryNumber) {
        if self.state.entries.contains_key(&entry) {
            self.write(TOMBSTONE, &content(entry, 0, &[], 0));
        }
    }

    pub(crate) fn state(&self) -> &State {
        &self.state
    }

    /// The parts of attachments that are here.
    pub(crate) fn files(&self) -> &BTreeSet<(EntryNumber, u32)> {
        &self.files
    }

    /// Whether those of the parts that belong to an attachment are here.
    pub(crate) fn has_files(&self, parts: &BTreeSet<(EntryNumber, u32)>) -> bool {
        let mut wanted = parts
            .iter()
            .filter(|(entry, _)| self.state.attachments.contains_key(entry));
        wanted.all(|part| self.files.contains(part))
    }

    fn take_new_id(&mut self) {
        let chance = Chance::new(self.ids);
        let halves = [chance.next().to_be_bytes(), chance.next().to_be_bytes()].concat();
        self.ids = chance.next();
        self.device = DeviceId::from_bytes(halves.try_into().expect("two times eight bytes"));
        self.next = 1;
    }

    fn write(&mut self, kind: u8, content: &[u8]) {
        let number = self.next;
        self.next += 1;
        let chance = Chance::new(self.ids);
        let birth = chance.next().to_be_bytes();
        self.ids = chance.next();
        self.keep(self.device, number, birth, kind, content.to_vec());
    }

    fn keep(&mut self, device: DeviceId, number: u64, birth: [u8; 8], kind: u8, content: Vec<u8>) {
        self.held.insert(device, number);
        // A restored device gets its own records back from others.
        if device == self.device {
            self.next = self.next.max(number + 1);
        }
        if kind == Record::VOID {
            self.voids.insert(device, number);
        }
        if let Some((entry, segments, edits)) = read(&content) {
            match kind {
                TOMBSTONE => self.bury(entry),
                CHANGE if self.state.tombstones.contains(&entry) => {
                    self.voids.insert(device, number);
                    let (kind, content) = (Record::VOID, Vec::new());
                    self.records
                        .insert((device, number), Kept { birth, kind, content });
                    return;
                }
                CHANGE => {
                    self.state.entries.entry(entry).or_default().extend(edits);
                    if segments > 0 {
                        self.state.attachments.insert(entry, segments);
                    }
                }
                _ => {}
            }
        }
        self.records
            .insert((device, number), Kept { birth, kind, content });
    }

    fn bury(&mut self, entry: EntryNumber) {
        self.state.entries.remove(&entry);
        self.state.attachments.remove(&entry);
        self.state.tombstones.insert(entry);
        self.files.retain(|(of, _)| *of != entry);
        for ((device, number), kept) in &mut self.records {
            if kept.kind == CHANGE && read(&kept.content).is_some_and(|(of, ..)| of == entry) {
                (kept.kind, kept.content) = (Record::VOID, Vec::new());
                self.voids.insert(*device, *number);
            }
        }
    }
}

impl Journal for At<'_> {
    fn device(&self) -> DeviceId {
        self.model.device
    }

    fn held(&self) -> Result<RecordSet, JournalError> {
        Ok(self.model.held.clone())
    }

    fn voids(&self) -> Result<RecordSet, JournalError> {
        Ok(self.model.voids.clone())
    }

    fn read(&self, wanted: &RecordSet, bytes: usize) -> Result<Vec<Record>, JournalError> {
        let (mut records, mut room) = (Vec::new(), bytes);
        for (device, number) in wanted.iter() {
            let Some(Kept { birth, kind, content }) = self.model.records.get(&(device, number)) else {
                continue;
            };
            if content.len() > room && !records.is_empty() {
                break;
            }
            room = room.saturating_sub(content.len());
            records.push(Record {
                device,
                number,
                birth: *birth,
                kind: *kind,
                sealed: Sealed::from_bytes(content.clone()),
            });
        }
        Ok(records)
    }

    fn births(&self, device: DeviceId, numbers: &Numbers) -> Result<u64, JournalError> {
        let kept = numbers
            .iter()
            .filter_map(|number| self.model.records.get(&(device, number)));
        Ok(kept.fold(0, |sum, kept| sum.wrapping_add(u64::from_be_bytes(kept.birth))))
    }

    fn take(&mut self, records: Vec<Record>) -> Result<Taken, JournalError> {
        if self.model.full {
            return Err(JournalError);
        }
        let mut new = 0;
        for record in records {
            let held = self.model.held.contains(record.device, record.number);
            let void_here = self.model.voids.contains(record.device, record.number);
            if held && (void_here || record.kind != Record::VOID) {
                continue;
            }
            new += u64::from(!held);
            let content = record.sealed.as_bytes().to_vec();
            // A void keeps the birth of what it takes the place of.
            let here = self.model.records.get(&(record.device, record.number));
            let birth = here.map_or(record.birth, |kept| kept.birth);
            self.model
                .keep(record.device, record.number, birth, record.kind, content);
        }
        Ok(Taken { new, set_aside: 0 })
    }

    fn renew(&mut self) -> Result<DeviceId, JournalError> {
        let old = self.model.device;
        self.model.records.retain(|(device, _), _| *device != old);
        self.model.held = self.model.held.without(old);
        self.model.voids = self.model.voids.without(old);
        self.model.take_new_id();
        self.restate()?;
        Ok(old)
    }

    fn restate(&mut self) -> Result<(), JournalError> {
        let state = self.model.state.clone();
        for (entry, edits) in &state.entries {
            let edits: Vec<_> = edits.iter().copied().collect();
            let segments = state.attachments.get(entry).copied().unwrap_or(0);
            self.model.write(CHANGE, &content(*entry, segments, &edits, 0));
        }
        for entry in &state.tombstones {
            self.model.write(TOMBSTONE, &content(*entry, 0, &[], 0));
        }
        Ok(())
    }

    fn memory(&self) -> Result<Memory, JournalError> {
        let memory = self.model.memories.get(&self.remote).cloned();
        Ok(Memory {
            shared: self.model.shared.clone(),
            ..memory.unwrap_or_default()
        })
    }

    fn remember(&mut self, memory: &Memory) -> Result<(), JournalError> {
        self.model.shared = memory.shared.clone();
        self.model.memories.insert(self.remote, memory.clone());
        Ok(())
    }

    fn parts(&self) -> Result<Vec<PartState>, JournalError> {
        let attachments = self.model.state.attachments.iter();
        Ok(attachments
            .flat_map(|(entry, segments)| {
                (0..parts_of(*segments)).map(move |part| {
                    let count = SEGMENTS_PER_PART.min(segments - part * SEGMENTS_PER_PART);
                    PartState {
                        id: PartId {
                            attachment: attachment(*entry),
                            part,
                        },
                        segments: count,
                        bytes: u64::from(count) * (4 + segment(*entry, part, 0).len() as u64),
                        here: self.model.files.contains(&(*entry, part)),
                    }
                })
            })
            .collect())
    }

    fn removed(&self) -> Result<Vec<AttachmentId>, JournalError> {
        Ok(self
            .model
            .state
            .tombstones
            .iter()
            .map(|entry| attachment(*entry))
            .collect())
    }

    fn read_part(&self, id: PartId) -> Result<Vec<Vec<u8>>, JournalError> {
        let entry = entry_of(id.attachment);
        let parts = self.parts()?;
        let part = parts.iter().find(|part| part.id == id).ok_or(JournalError)?;
        Ok((0..part.segments)
            .map(|number| segment(entry, id.part, number))
            .collect())
    }

    fn take_part(&mut self, id: PartId, segments: Vec<Vec<u8>>) -> Result<(), JournalError> {
        if self.model.full {
            return Err(JournalError);
        }
        let entry = entry_of(id.attachment);
        for (number, given) in (0..).zip(segments) {
            assert!(
                given == segment(entry, id.part, number),
                "the bytes of an attachment are its own"
            );
        }
        self.model.files.insert((entry, id.part));
        Ok(())
    }
}

fn content(entry: EntryNumber, segments: u32, edits: &[u64], filler: usize) -> Vec<u8> {
    let mut out = CANARY.to_vec();
    out.extend(entry.to_be_bytes());
    out.extend(segments.to_be_bytes());
    out.extend(u32::try_from(edits.len()).expect("few edits").to_be_bytes());
    for edit in edits {
        out.extend(edit.to_be_bytes());
    }
    out.resize(out.len() + filler, 0xaa);
    out
}

fn read(content: &[u8]) -> Option<(EntryNumber, u32, Vec<u64>)> {
    let rest = content.strip_prefix(CANARY)?;
    let (entry, rest) = rest.split_first_chunk()?;
    let (segments, rest) = rest.split_first_chunk()?;
    let (count, rest) = rest.split_first_chunk()?;
    let edits = rest
        .chunks_exact(8)
        .take(usize::try_from(u32::from_be_bytes(*count)).ok()?);
    let edits = edits.map(|edit| u64::from_be_bytes(edit.try_into().expect("chunks of eight")));
    Some((
        u32::from_be_bytes(*entry),
        u32::from_be_bytes(*segments),
        edits.collect(),
    ))
}

fn attachment(entry: EntryNumber) -> AttachmentId {
    let mut id = [0xa7; 16];
    id.iter_mut()
        .zip(entry.to_be_bytes())
        .for_each(|(byte, made)| *byte = made);
    AttachmentId::from_bytes(id)
}

fn entry_of(attachment: AttachmentId) -> EntryNumber {
    u32::from_be_bytes(*attachment.as_bytes().first_chunk().expect("an id has 16 bytes"))
}

fn segment(entry: EntryNumber, part: u32, number: u32) -> Vec<u8> {
    [entry.to_be_bytes(), part.to_be_bytes(), number.to_be_bytes()].concat()
}
