//! A notebook as syncing sees it: [`durumi_sync::Journal`] for [`Notebook`].

use std::cell::RefCell;

use durumi_api::Failure;
use durumi_base::{AttachmentId, DeviceId, NotebookId};
use durumi_cases::{AttachmentSegments, CasesError, Notebook, Range, SealedRecord};
use durumi_sync::{
    Journal, JournalError, Memory, Numbers, PartId, PartState, Record, RecordSet, SEGMENTS_PER_PART, Taken,
    parts_of,
};

use crate::{App, failure::notebook_failure};

/// The open notebook at one of its places. It is held for each call and given back, so that in between the person can
/// write, and lock.
pub(crate) struct Linked<'a> {
    app: &'a App,
    notebook: NotebookId,
    device: DeviceId,
    remote: [u8; 16],
    /// What is here, as it was after the record that it is kept with.
    held: Kept,
    voids: Kept,
    /// Why the notebook did not do something.
    failure: RefCell<Option<Failure>>,
}

/// A set that was asked of the file, and the last record that was written here when it was.
type Kept = RefCell<Option<(u64, RecordSet)>>;

/// As much of what comes is taken in while the notebook is held, in bytes.
const TAKEN_AT_ONCE: usize = 256 * 1024;

impl<'a> Linked<'a> {
    pub(crate) fn new(app: &'a App, remote: [u8; 16]) -> Result<Self, Failure> {
        let mut state = app.state();
        let notebook = state.notebook()?;
        let (notebook, device) = (notebook.id(), notebook.device());
        Ok(Linked {
            app,
            notebook,
            device,
            remote,
            held: None.into(),
            voids: None.into(),
            failure: None.into(),
        })
    }

    /// Why the last call failed.
    pub(crate) fn failure(&self) -> Failure {
        self.failure.take().unwrap_or(Failure::Internal)
    }

    /// Changes of this device, and pieces of attachments, that are here and were not put there.
    pub(crate) fn waiting(&mut self) -> Result<(u64, u64), JournalError> {
        let memory = self.memory()?;
        let waiting = self.held()?.only(self.device).minus(&memory.settled).count();
        let whole = self.parts()?.iter().filter(|part| part.here).count() as u64;
        Ok((waiting, whole.saturating_sub(memory.parts.len() as u64)))
    }

    /// Does something with the notebook, unless it was closed since.
    fn with<T>(&self, work: impl FnOnce(&mut Notebook) -> Result<T, CasesError>) -> Result<T, JournalError> {
        let mut state = self.app.state();
        let result = match state.notebook() {
            Ok(notebook) if notebook.id() == self.notebook => work(notebook).map_err(notebook_failure),
            Ok(_) => Err(Failure::Locked),
            Err(failure) => Err(failure),
        };
        result.map_err(|failure| {
            self.failure.replace(Some(failure));
            JournalError
        })
    }

    /// A set that is asked of the file only when something has changed.
    fn kept(
        &self,
        kept: &Kept,
        ask: fn(&Notebook) -> Result<Vec<Range>, CasesError>,
    ) -> Result<RecordSet, JournalError> {
        let written = self.with(|notebook| notebook.written())?;
        if let Some((at, set)) = &*kept.borrow()
            && *at == written
        {
            return Ok(set.clone());
        }
        let asked = set(&self.with(|notebook| ask(notebook))?);
        kept.replace(Some((written, asked.clone())));
        Ok(asked)
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
        self.device
    }

    fn held(&self) -> Result<RecordSet, JournalError> {
        self.kept(&self.held, Notebook::record_ranges)
    }

    fn voids(&self) -> Result<RecordSet, JournalError> {
        self.kept(&self.voids, Notebook::void_ranges)
    }

    fn read(&self, wanted: &RecordSet, bytes: usize) -> Result<Vec<Record>, JournalError> {
        let (mut records, mut room) = (Vec::new(), bytes);
        for (device, numbers) in wanted.devices() {
            for &(first, last) in numbers.ranges() {
                let range = Range { device, first, last };
                for record in self.with(|notebook| notebook.read_records(range, room))? {
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
            .map(|&(first, last)| self.with(|notebook| notebook.births(Range { device, first, last })))
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
        let mut all = Taken::default();
        let mut rest = records.as_slice();
        // A part at a time: whoever writes or locks meanwhile does not wait for all of it.
        while !rest.is_empty() {
            let (now, later) = rest.split_at(at_once(rest));
            let taken = self.with(|notebook| notebook.take_records(now));
            self.forget_sets();
            let taken = taken?;
            all.new += taken.new;
            all.set_aside += taken.set_aside;
            rest = later;
        }
        Ok(all)
    }

    fn renew(&mut self) -> Result<DeviceId, JournalError> {
        let renewed = self.with(|notebook| Ok((notebook.renew_device()?, notebook.device())));
        self.forget_sets();
        let (old, new) = renewed?;
        self.device = new;
        Ok(old)
    }

    fn restate(&mut self) -> Result<(), JournalError> {
        let done = self.with(Notebook::restate);
        self.forget_sets();
        done
    }

    fn memory(&self) -> Result<Memory, JournalError> {
        let remote = self.remote;
        let (memory, shared) =
            self.with(|notebook| Ok((notebook.remote_memory(remote)?, notebook.sync_state()?)))?;
        // What cannot be read is begun again: it costs requests and a new device id, never a record.
        Ok(Memory {
            shared: serde_json::from_slice(&shared).unwrap_or_default(),
            ..serde_json::from_slice(&memory).unwrap_or_default()
        })
    }

    fn remember(&mut self, memory: &Memory) -> Result<(), JournalError> {
        let [all, shared] = [serde_json::to_vec(memory), serde_json::to_vec(&memory.shared)]
            .map(|json| json.map_err(|_| JournalError));
        let (all, shared, remote) = (all?, shared?, self.remote);
        self.with(|notebook| notebook.remember_remote(remote, &all, &shared))
    }

    fn parts(&self) -> Result<Vec<PartState>, JournalError> {
        let all = self.with(|notebook| notebook.attachment_segments())?;
        Ok(all.iter().flat_map(parts_of_one).collect())
    }

    fn removed(&self) -> Result<Vec<AttachmentId>, JournalError> {
        self.with(|notebook| notebook.removed())
    }

    fn read_part(&self, part: PartId) -> Result<Vec<Vec<u8>>, JournalError> {
        let (first, count) = self.part(part)?;
        self.with(|notebook| notebook.read_segments(part.attachment, first, count))
    }

    fn take_part(&mut self, part: PartId, segments: Vec<Vec<u8>>) -> Result<(), JournalError> {
        let (first, _) = self.part(part)?;
        self.with(|notebook| notebook.take_segments(part.attachment, first, &segments))
    }
}

/// How many of the first records are taken in at once: one at least.
fn at_once(records: &[SealedRecord]) -> usize {
    let mut bytes = 0;
    let within = records.iter().take_while(|record| {
        bytes += record.sealed.as_bytes().len();
        bytes <= TAKEN_AT_ONCE
    });
    within.count().max(1)
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
