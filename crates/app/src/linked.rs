//! A notebook as syncing sees it: [`durumi_sync::Journal`] for [`Notebook`].

use durumi_base::{AttachmentId, DeviceId};
use durumi_cases::{AttachmentSegments, CasesError, Notebook, Range, SealedRecord};
use durumi_sync::{
    Journal, JournalError, Memory, Numbers, PartId, PartState, Record, RecordSet, SEGMENTS_PER_PART, Taken,
    parts_of,
};

/// A notebook at one of its places.
pub(crate) struct Linked<'n> {
    notebook: &'n mut Notebook,
    remote: [u8; 16],
    /// What is here; asked of the file once, and again when it has changed.
    held: std::cell::RefCell<Option<RecordSet>>,
    voids: std::cell::RefCell<Option<RecordSet>>,
    /// Why the notebook did not do something.
    error: std::cell::RefCell<Option<CasesError>>,
}

impl<'n> Linked<'n> {
    pub(crate) fn new(notebook: &'n mut Notebook, remote: [u8; 16]) -> Self {
        Linked {
            notebook,
            remote,
            held: None.into(),
            voids: None.into(),
            error: None.into(),
        }
    }

    /// Why the last call failed.
    pub(crate) fn take_error(self) -> Option<CasesError> {
        self.error.into_inner()
    }

    fn told<T>(&self, result: Result<T, CasesError>) -> Result<T, JournalError> {
        result.map_err(|error| {
            self.error.replace(Some(error));
            JournalError
        })
    }

    fn forget_sets(&mut self) {
        self.held.take();
        self.voids.take();
    }

    fn part(&self, id: PartId) -> Result<(u32, u32), JournalError> {
        let parts = self.parts()?;
        let part = parts.iter().find(|part| part.id == id).ok_or(JournalError)?;
        Ok((id.part * SEGMENTS_PER_PART, part.segments))
    }
}

impl Journal for Linked<'_> {
    fn device(&self) -> DeviceId {
        self.notebook.device()
    }

    fn held(&self) -> Result<RecordSet, JournalError> {
        if let Some(held) = &*self.held.borrow() {
            return Ok(held.clone());
        }
        let held = set(&self.told(self.notebook.record_ranges())?);
        self.held.replace(Some(held.clone()));
        Ok(held)
    }

    fn voids(&self) -> Result<RecordSet, JournalError> {
        if let Some(voids) = &*self.voids.borrow() {
            return Ok(voids.clone());
        }
        let voids = set(&self.told(self.notebook.void_ranges())?);
        self.voids.replace(Some(voids.clone()));
        Ok(voids)
    }

    fn read(&self, wanted: &RecordSet, bytes: usize) -> Result<Vec<Record>, JournalError> {
        let (mut records, mut room) = (Vec::new(), bytes);
        for (device, numbers) in wanted.devices() {
            for &(first, last) in numbers.ranges() {
                let range = Range { device, first, last };
                for record in self.told(self.notebook.read_records(range, room))? {
                    let size = record.sealed.as_bytes().len();
                    if size > room && !records.is_empty() {
                        return Ok(records);
                    }
                    room = room.saturating_sub(size);
                    let whole = record.number == last;
                    records.push(Record {
                        device,
                        number: record.number,
                        birth: record.birth,
                        kind: record.kind,
                        sealed: record.sealed,
                    });
                    if room == 0 && !whole {
                        return Ok(records);
                    }
                }
            }
        }
        Ok(records)
    }

    fn births(&self, device: DeviceId, numbers: &Numbers) -> Result<u64, JournalError> {
        let ranges = numbers.ranges().iter();
        ranges
            .map(|&(first, last)| self.told(self.notebook.births(Range { device, first, last })))
            .try_fold(0, |sum: u64, births| Ok(sum.wrapping_add(births?)))
    }

    fn take(&mut self, records: Vec<Record>) -> Result<Taken, JournalError> {
        let records: Vec<_> = records
            .into_iter()
            .map(|record| SealedRecord {
                device: record.device,
                number: record.number,
                birth: record.birth,
                kind: record.kind,
                sealed: record.sealed,
            })
            .collect();
        let taken = self.notebook.take_records(&records);
        self.forget_sets();
        let taken = self.told(taken)?;
        Ok(Taken {
            new: taken.new,
            set_aside: taken.set_aside,
        })
    }

    fn renew(&mut self) -> Result<DeviceId, JournalError> {
        let old = self.notebook.renew_device();
        self.forget_sets();
        self.told(old)
    }

    fn restate(&mut self) -> Result<(), JournalError> {
        let done = self.notebook.restate();
        self.forget_sets();
        self.told(done)
    }

    fn memory(&self) -> Result<Memory, JournalError> {
        let memory = self.told(self.notebook.remote_memory(self.remote))?;
        let shared = self.told(self.notebook.sync_state())?;
        // What cannot be read is begun again: it costs requests and a new device id, never a record.
        Ok(Memory {
            shared: serde_json::from_slice(&shared).unwrap_or_default(),
            ..serde_json::from_slice(&memory).unwrap_or_default()
        })
    }

    fn remember(&mut self, memory: &Memory) -> Result<(), JournalError> {
        let [all, shared] = [serde_json::to_vec(memory), serde_json::to_vec(&memory.shared)]
            .map(|json| json.map_err(|_| JournalError));
        let done = self.notebook.remember_remote(self.remote, &all?, &shared?);
        self.told(done)
    }

    fn parts(&self) -> Result<Vec<PartState>, JournalError> {
        let all = self.told(self.notebook.attachment_segments())?;
        Ok(all.iter().flat_map(parts_of_one).collect())
    }

    fn removed(&self) -> Result<Vec<AttachmentId>, JournalError> {
        self.told(self.notebook.removed())
    }

    fn read_part(&self, part: PartId) -> Result<Vec<Vec<u8>>, JournalError> {
        let (first, count) = self.part(part)?;
        self.told(self.notebook.read_segments(part.attachment, first, count))
    }

    fn take_part(&mut self, part: PartId, segments: Vec<Vec<u8>>) -> Result<(), JournalError> {
        let (first, _) = self.part(part)?;
        let done = self.notebook.take_segments(part.attachment, first, &segments);
        self.told(done)
    }
}

fn set(ranges: &[Range]) -> RecordSet {
    let mut set = RecordSet::default();
    for range in ranges {
        set.add(range.device, &Numbers::range(range.first, range.last));
    }
    set
}

fn parts_of_one(attachment: &AttachmentSegments) -> Vec<PartState> {
    let count = u32::try_from(attachment.sizes.len()).unwrap_or(u32::MAX);
    let parts = (0..parts_of(count)).zip(attachment.sizes.chunks(SEGMENTS_PER_PART as usize));
    let here = attachment.here.chunks(SEGMENTS_PER_PART as usize);
    parts
        .zip(here)
        .map(|((part, sizes), here)| PartState {
            id: PartId {
                attachment: attachment.id,
                part,
            },
            segments: u32::try_from(sizes.len()).unwrap_or(0),
            bytes: sizes.iter().map(|size| size + 4).sum(),
            here: here.iter().all(|here| *here),
        })
        .collect()
}
