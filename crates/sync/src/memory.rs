//! What a device remembers of a remote.
//!
//! Losing it costs requests and a new device id, never a record.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use durumi_base::DeviceId;
use serde::{Deserialize, Serialize};

use crate::{Head, Name, PackNote, RecordSet};

/// What a device remembers of a remote.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// The newest head that this device has put, or was about to.
    pub own: Option<OwnHead>,
    /// SHA-256 of the newest heads of this device, with their generations.
    pub written: VecDeque<(u64, [u8; 32])>,
    /// What is the same at every remote.
    pub shared: Shared,
    /// What was read of heads.
    pub notes: BTreeMap<Name, HeadNote>,
    /// The highest generation known of each other device.
    pub newest: BTreeMap<DeviceId, u64>,
    /// Objects that did not open, and how often.
    pub unreadable: BTreeMap<Name, u8>,
    /// Packs of this device that no head may name: to be deleted when the newest head is safe.
    pub litter: BTreeSet<Name>,
    /// Others' records that were here and not there at the end of the last round.
    pub uncovered: RecordSet,
    /// Parts of attachments that are there, as far as is known.
    pub parts: BTreeSet<Name>,
    /// Complaints about parts that were answered: the head that complains, and the part.
    pub mended: BTreeSet<(Name, Name)>,
    /// Rounds that have written since the last full one.
    pub since_full: u32,
    /// Records of this device that were there at the end of the last round that was not cut off.
    #[serde(default)]
    pub settled: RecordSet,
}

/// The births of a device's records from 1 to `last`, added up (modulo 2⁶⁴).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// The last number.
    pub last: u64,
    /// The sum.
    pub births: u64,
}

/// What a device remembers whatever the remote.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shared {
    /// Devices that this one was before.
    pub former: BTreeSet<DeviceId>,
    /// Devices of which two copies are known to be about.
    pub forked: BTreeSet<DeviceId>,
    /// The births of every device's records as far as they were added up.
    pub sums: BTreeMap<DeviceId, Sum>,
    /// The whole content is to be written as records of this device before anything is put.
    pub due: bool,
}

/// A head of this device.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnHead {
    /// Its name.
    pub name: Name,
    /// The object, to be put again byte for byte.
    pub object: Vec<u8>,
    /// What it says.
    pub note: HeadNote,
    /// Whether a list has shown it.
    pub shown: bool,
}

/// What is kept of a head that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeadNote {
    /// Whose it is.
    pub device: DeviceId,
    /// Its generation.
    pub generation: u64,
    /// SHA-256 of its object.
    pub hash: [u8; 32],
    /// SHA-256 of the object before it.
    pub previous: [u8; 32],
    /// Devices that its device was before.
    pub former: Vec<DeviceId>,
    /// Devices that its device knows to be forked.
    pub forked: Vec<DeviceId>,
    /// The births of its records, for each device.
    pub births: Vec<(DeviceId, u64)>,
    /// Its packs.
    pub packs: Vec<PackNote>,
    /// The names of the records in its tail.
    pub tail: RecordSet,
    /// Records in packs that are void there.
    pub voids: RecordSet,
    /// Objects that its device cannot open.
    pub complaints: Vec<Name>,
    /// Generations that its device has seen of others.
    pub seen: Vec<(DeviceId, u64)>,
}

/// How many of its own heads a device remembers.
const WRITTEN: usize = 256;

impl Memory {
    /// Remembers that a head of this device is about to be put.
    pub(crate) fn wrote(&mut self, own: OwnHead) {
        self.written.push_back((own.note.generation, own.note.hash));
        if self.written.len() > WRITTEN {
            self.written.pop_front();
        }
        self.own = Some(own);
    }

    /// Whether this device has written a head, as far as it remembers. One older than its memory counts.
    pub(crate) fn has_written(&self, note: &HeadNote) -> bool {
        let older = self
            .written
            .front()
            .is_some_and(|(oldest, _)| note.generation < *oldest);
        older || self.written.contains(&(note.generation, note.hash))
    }

    /// Begins again as another device that was `old` before.
    pub(crate) fn renewed(&mut self, old: DeviceId) {
        self.shared.former.insert(old);
        self.shared.forked.insert(old);
        self.shared.sums.remove(&old);
        self.written.clear();
        if let Some(own) = self.own.take() {
            let packs = own.note.packs.iter().map(|pack| pack.name);
            self.litter.extend(packs);
            // To be read again as another's: its records are no longer here.
            self.notes.remove(&own.name);
        }
        self.notes.retain(|_, note| note.device != old);
    }
}

impl HeadNote {
    pub(crate) fn new(head: &Head, hash: [u8; 32], voids: RecordSet) -> Self {
        HeadNote {
            device: head.device,
            generation: head.generation,
            hash,
            previous: head.previous,
            former: head.former.clone(),
            forked: head.forked.clone(),
            births: head.births.clone(),
            packs: head.packs.clone(),
            tail: head
                .tail
                .iter()
                .map(|record| (record.device, record.number))
                .collect(),
            voids,
            complaints: head.complaints.clone(),
            seen: head
                .seen
                .iter()
                .map(|seen| (seen.device, seen.generation))
                .collect(),
        }
    }

    /// All records that it says are there.
    pub(crate) fn records(&self) -> RecordSet {
        let mut all = self.tail.clone();
        self.packs.iter().for_each(|pack| all.union(&pack.records));
        all
    }
}
