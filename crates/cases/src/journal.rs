//! The journal: sealed records, numbered by the device that wrote them.

use durumi_base::{DeviceId, NotebookId};
use durumi_keys::{Random, SealKey, Sealed};
use rusqlite::{Transaction, params};

use crate::{CasesError, document::EntryCode};

/// What is needed to write and read records of one notebook on one device.
pub(crate) struct Journal {
    pub(crate) key: SealKey,
    pub(crate) notebook: NotebookId,
    pub(crate) device: DeviceId,
}

/// What a record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RecordKind {
    Change,
    Tombstone,
    Void,
}

/// An opened record.
pub(crate) struct Record {
    pub(crate) code: EntryCode,
    pub(crate) entry: [u8; 16],
    /// The change; empty for a tombstone.
    pub(crate) change: Vec<u8>,
}

impl Journal {
    /// Appends a record of this device.
    pub(crate) fn append(
        &self,
        tx: &Transaction<'_>,
        random: &dyn Random,
        kind: RecordKind,
        record: &Record,
    ) -> Result<(), CasesError> {
        let number: i64 = tx.query_row(
            "SELECT coalesce(max(number), 0) + 1 FROM journal WHERE device = ?1",
            [self.device.as_bytes()],
            |row| row.get(0),
        )?;
        let plain = [
            &[record.code.to_number()],
            record.entry.as_slice(),
            &record.change,
        ]
        .concat();
        let sealed = self
            .key
            .seal(random, &self.data(self.device, number, kind), &plain);
        tx.execute(
            "INSERT INTO journal (device, number, kind, entry, sealed) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                self.device.as_bytes(),
                number,
                kind.to_number(),
                record.entry,
                sealed.as_bytes()
            ],
        )?;
        Ok(())
    }

    /// Opens a record. `None`: it is void.
    pub(crate) fn open(
        &self,
        device: DeviceId,
        number: i64,
        kind: RecordKind,
        sealed: Vec<u8>,
    ) -> Result<Option<Record>, CasesError> {
        let plain = self
            .key
            .open(&self.data(device, number, kind), &Sealed::from_bytes(sealed))
            .map_err(|_| CasesError::Damaged)?;
        if kind == RecordKind::Void {
            return Ok(None);
        }
        let (code, rest) = plain.split_first().ok_or(CasesError::Damaged)?;
        let (entry, change) = rest.split_first_chunk().ok_or(CasesError::Damaged)?;
        let code = EntryCode::from_number(*code).ok_or(CasesError::Damaged)?;
        Ok(Some(Record {
            code,
            entry: *entry,
            change: change.to_vec(),
        }))
    }

    /// Seals this device's changes of an entry anew as void, so that nothing brings their content back.
    pub(crate) fn void(
        &self,
        tx: &Transaction<'_>,
        random: &dyn Random,
        entry: &[u8; 16],
    ) -> Result<(), CasesError> {
        let numbers: Vec<i64> = tx
            .prepare("SELECT number FROM journal WHERE entry = ?1 AND device = ?2 AND kind = 1")?
            .query_map(params![entry, self.device.as_bytes()], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for number in numbers {
            let sealed = self
                .key
                .seal(random, &self.data(self.device, number, RecordKind::Void), &[]);
            tx.execute(
                "UPDATE journal SET kind = 3, sealed = ?3 WHERE device = ?1 AND number = ?2",
                params![self.device.as_bytes(), number, sealed.as_bytes()],
            )?;
        }
        Ok(())
    }

    /// The associated data that binds a record to its name.
    fn data(&self, device: DeviceId, number: i64, kind: RecordKind) -> Vec<u8> {
        [
            b"durumi/journal/v1".as_slice(),
            self.notebook.as_bytes(),
            device.as_bytes(),
            &number.to_be_bytes(),
            &[kind.to_number()],
        ]
        .concat()
    }
}

impl RecordKind {
    pub(crate) fn to_number(self) -> u8 {
        match self {
            RecordKind::Change => 1,
            RecordKind::Tombstone => 2,
            RecordKind::Void => 3,
        }
    }

    pub(crate) fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(RecordKind::Change),
            2 => Some(RecordKind::Tombstone),
            3 => Some(RecordKind::Void),
            _ => None,
        }
    }
}
