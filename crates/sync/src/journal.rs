//! What syncing needs of a notebook: its records, sealed, and a place to remember things.

use durumi_base::{AttachmentId, DeviceId};

use crate::{Memory, Numbers, Record, RecordSet};

/// The notebook's side of a round. Every method is durable when it returns, and does all or nothing.
pub trait Journal {
    /// This device.
    fn device(&self) -> DeviceId;

    /// The records that are here.
    fn held(&self) -> Result<RecordSet, JournalError>;

    /// Those of them that are void.
    fn voids(&self) -> Result<RecordSet, JournalError>;

    /// The first records of `wanted` that are here, in order of their names: as many as fit into `bytes`, one
    /// at least.
    fn read(&self, wanted: &RecordSet, bytes: usize) -> Result<Vec<Record>, JournalError>;

    /// The births of a device's records of these numbers, added up (modulo 2⁶⁴).
    fn births(&self, device: DeviceId, numbers: &Numbers) -> Result<u64, JournalError>;

    /// Takes records in. One that is here already is passed over, unless the new one is void and the old is not.
    fn take(&mut self, records: Vec<Record>) -> Result<Taken, JournalError>;

    /// Becomes another device, because somewhere else there is one with the same id: takes a new id, writes
    /// the whole content as new records and forgets the old id's. Returns the old id.
    fn renew(&mut self) -> Result<DeviceId, JournalError>;

    /// Writes the whole content as new records of this device, because some of what is here may exist elsewhere
    /// only under numbers that mean something else there.
    fn restate(&mut self) -> Result<(), JournalError>;

    /// What was remembered of this remote; its `shared` is that of the last remote that was visited.
    fn memory(&self) -> Result<Memory, JournalError>;

    /// Remembers it.
    fn remember(&mut self, memory: &Memory) -> Result<(), JournalError>;

    /// Every part of every attachment that this device knows of.
    fn parts(&self) -> Result<Vec<PartState>, JournalError>;

    /// Attachments that were removed for ever.
    fn removed(&self) -> Result<Vec<AttachmentId>, JournalError>;

    /// The sealed segments of a part that is here.
    fn read_part(&self, part: PartId) -> Result<Vec<Vec<u8>>, JournalError>;

    /// Takes the segments of a part. They are checked by whoever opens them.
    fn take_part(&mut self, part: PartId, segments: Vec<Vec<u8>>) -> Result<(), JournalError>;
}

/// A part of an attachment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartId {
    /// Which attachment.
    pub attachment: AttachmentId,
    /// Which part, from 0.
    pub part: u32,
}

/// How it stands with a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartState {
    /// Which.
    pub id: PartId,
    /// Its sealed segments.
    pub segments: u32,
    /// The bytes of all of them.
    pub bytes: u64,
    /// Whether they are here.
    pub here: bool,
}

/// What became of records that were taken in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// So many were new.
    pub new: u64,
    /// So many of them do not open or mean nothing here: kept, and set aside.
    pub set_aside: u64,
}

/// The notebook could not do it. Its own words are kept by whoever implements [`Journal`].
#[derive(Debug, thiserror::Error)]
#[error("the notebook did not take it")]
pub struct JournalError;
