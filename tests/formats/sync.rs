//! Format 1 of what lies on a remote.

use std::fs;

use durumi_base::{AttachmentId, DeviceId, NotebookId};
use durumi_keys::{Sealed, sha256};
use durumi_sync::{
    Depth, Files, Journal, JournalError, Kind, Memory, Names, Numbers, PartId, PartState, Record, RecordSet,
    Remote, Round, Seals, Taken, remotes::Folder, round,
};
use durumi_testkit::CountingRandom;

use crate::{keys, path};

/// A journal with records whose content means nothing: syncing does not look.
#[derive(Default)]
struct Plain {
    device: u8,
    records: Vec<Record>,
    memory: Memory,
    part: Option<Vec<Vec<u8>>>,
    knows_part: bool,
}

const PART: u8 = 9;

impl Plain {
    fn alice() -> Self {
        let mut alice = Plain {
            device: 1,
            part: Some(vec![vec![7; 40], vec![8; 30]]),
            knows_part: true,
            ..Plain::default()
        };
        for number in 1..=5 {
            alice.records.push(Record {
                device: DeviceId::from_bytes([1; 16]),
                number,
                birth: [u8::try_from(number).unwrap(); 8],
                kind: if number == 4 { Record::VOID } else { 1 },
                // Two packs' worth and a tail.
                sealed: Sealed::from_bytes(vec![
                    u8::try_from(number).unwrap();
                    if number < 3 { 9000 } else { 50 }
                ]),
            });
        }
        alice
    }
}

impl Journal for Plain {
    fn device(&self) -> DeviceId {
        DeviceId::from_bytes([self.device; 16])
    }

    fn held(&self) -> Result<RecordSet, JournalError> {
        Ok(self
            .records
            .iter()
            .map(|record| (record.device, record.number))
            .collect())
    }

    fn voids(&self) -> Result<RecordSet, JournalError> {
        let voids = self.records.iter().filter(|record| record.kind == Record::VOID);
        Ok(voids.map(|record| (record.device, record.number)).collect())
    }

    fn read(&self, wanted: &RecordSet, _bytes: usize) -> Result<Vec<Record>, JournalError> {
        let wanted = self
            .records
            .iter()
            .filter(|record| wanted.contains(record.device, record.number));
        Ok(wanted.cloned().collect())
    }

    fn births(&self, device: DeviceId, numbers: &Numbers) -> Result<u64, JournalError> {
        let those = self
            .records
            .iter()
            .filter(|record| record.device == device && numbers.contains(record.number));
        Ok(those.fold(0, |sum, record| {
            sum.wrapping_add(u64::from_be_bytes(record.birth))
        }))
    }

    fn take(&mut self, records: Vec<Record>) -> Result<Taken, JournalError> {
        let new = records.len() as u64;
        self.records.extend(records);
        Ok(Taken { new, set_aside: 0 })
    }

    fn renew(&mut self) -> Result<DeviceId, JournalError> {
        Err(JournalError)
    }

    fn restate(&mut self) -> Result<(), JournalError> {
        Err(JournalError)
    }

    fn memory(&self) -> Result<Memory, JournalError> {
        Ok(self.memory.clone())
    }

    fn remember(&mut self, memory: &Memory) -> Result<(), JournalError> {
        self.memory = memory.clone();
        Ok(())
    }

    fn parts(&self) -> Result<Vec<PartState>, JournalError> {
        let state = PartState {
            id: PartId {
                attachment: AttachmentId::from_bytes([PART; 16]),
                part: 0,
            },
            segments: 2,
            bytes: 78,
            here: self.part.is_some(),
        };
        Ok(self.knows_part.then_some(state).into_iter().collect())
    }

    fn removed(&self) -> Result<Vec<AttachmentId>, JournalError> {
        Ok(Vec::new())
    }

    fn read_part(&self, _part: PartId) -> Result<Vec<Vec<u8>>, JournalError> {
        self.part.clone().ok_or(JournalError)
    }

    fn take_part(&mut self, _part: PartId, segments: Vec<Vec<u8>>) -> Result<(), JournalError> {
        self.part = Some(segments);
        Ok(())
    }
}

fn seals() -> Seals {
    let grant = keys::first_grant();
    let names = Names::new(grant.master.derive_name_key(), NotebookId::from_bytes([3; 16]));
    Seals::new(grant.master.derive_sync_key(), names)
}

/// Two rounds: packs first, then a small record in a tail.
fn write(folder: &std::path::Path) -> Plain {
    let (seals, random, mut alice) = (seals(), CountingRandom::new(6), Plain::alice());
    let last = alice.records.pop().unwrap();
    for more in [None, Some(last)] {
        alice.records.extend(more);
        visit(&mut alice, folder, &seals, &random);
    }
    alice
}

fn visit(journal: &mut Plain, folder: &std::path::Path, seals: &Seals, random: &CountingRandom) {
    let how = Round {
        seals,
        random,
        depth: Depth::Full,
        files: Files::Ahead,
    };
    let report = round(journal, &mut Folder::at(folder.to_owned()), &how);
    assert_eq!(report.cut, None);
    assert!(report.findings.is_empty(), "{:?}", report.findings);
}

fn objects(folder: &std::path::Path) -> Vec<(Kind, String, [u8; 32])> {
    let mut all = Vec::new();
    let mut remote = Folder::at(folder.to_owned());
    for kind in Kind::ALL {
        for entry in remote.list(kind).unwrap() {
            let object = fs::read(folder.join(kind.folder()).join(&entry.name)).unwrap();
            all.push((kind, entry.name, sha256(&object)));
        }
    }
    all.sort();
    all
}

#[test]
fn what_was_put_on_the_first_remote_is_read_and_put_today_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let alice = write(folder.path());
    assert_eq!(objects(folder.path()), objects(&path("sync-1")));

    let mut other = Plain {
        device: 2,
        knows_part: true,
        ..Plain::default()
    };
    visit(&mut other, folder.path(), &seals(), &CountingRandom::new(7));
    other.records.sort_by_key(|record| record.number);
    assert!(other.records == alice.records, "all records arrived as they were");
    assert_eq!(other.part, alice.part);
}
