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
    /// Whom Automerge takes for the author: another one each time the notebook is opened, so that two copies of one
    /// data folder never write two changes under one name.
    pub(crate) actor: DeviceId,
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
            "INSERT INTO journal (device, number, kind, entry, sealed, birth) VALUES (?1, ?2, ?3, ?4, ?5, substr(?5, 1, 8))",
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

    /// Seals every change of an entry anew as void, whoever wrote it, so that nothing brings its content back.
    pub(crate) fn void(
        &self,
        tx: &Transaction<'_>,
        random: &dyn Random,
        entry: &[u8; 16],
    ) -> Result<(), CasesError> {
        let names: Vec<([u8; 16], i64)> = tx
            .prepare("SELECT device, number FROM journal WHERE entry = ?1 AND kind = 1")?
            .query_map([entry], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        for (device, number) in names {
            let sealed = self.make_void(random, DeviceId::from_bytes(device), number);
            tx.execute(
                "UPDATE journal SET kind = 3, sealed = ?3 WHERE device = ?1 AND number = ?2",
                params![device, number, sealed.as_bytes()],
            )?;
        }
        Ok(())
    }

    /// A void record under a name.
    pub(crate) fn make_void(&self, random: &dyn Random, device: DeviceId, number: i64) -> Sealed {
        self.key
            .seal(random, &self.data(device, number, RecordKind::Void), &[])
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
