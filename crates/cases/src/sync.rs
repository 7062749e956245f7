//! The journal as it travels: sealed records out, other devices' records in.
//!
//! Taking in promises: all records of a call or none; no record stops the others; a record that means
//! nothing here is kept, passed on and listed. What a record does, it does through the same door as what
//! is written here.

use durumi_base::{AttachmentId, DeviceId, NotebookId, limits::ATTACHMENT_CHUNK_BYTES};
use durumi_keys::{Random, SEGMENT_OVERHEAD, Sealed};
use rusqlite::{OptionalExtension, Transaction, params};

use crate::{
    CasesError, Notebook,
    document::EntryCode,
    journal::{Journal, Record, RecordKind},
    notebook::{apply, documents},
};

/// A record as it travels.
pub struct SealedRecord {
    /// Who wrote it.
    pub device: DeviceId,
    /// Its number, from 1.
    pub number: u64,
    /// Eight random bytes from when it was first written.
    pub birth: [u8; 8],
    /// Its kind.
    pub kind: u8,
    /// Its content.
    pub sealed: Sealed,
}

/// Records of one device whose numbers follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The device.
    pub device: DeviceId,
    /// The first number.
    pub first: u64,
    /// The last one.
    pub last: u64,
}

/// What became of records that were taken in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TakenRecords {
    /// New ones.
    pub new: u64,
    /// Those of them that were set aside.
    pub set_aside: u64,
}

/// A record that is kept, passed on, and not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Who wrote it.
    pub device: DeviceId,
    /// Its number.
    pub number: u64,
    /// Why it is not read.
    pub why: WhyAside,
}

/// Why a record is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyAside {
    /// It is damaged, or of somebody without the key.
    DoesNotOpen,
    /// A newer program wrote it.
    Newer,
    /// It opens and says nothing that has a meaning here.
    MeansNothing,
}

/// The segments of an attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentSegments {
    /// Which.
    pub id: AttachmentId,
    /// The size of every sealed segment, in bytes.
    pub sizes: Vec<u64>,
    /// Which of them are here.
    pub here: Vec<bool>,
}

/// Why a record is set aside, as in the table.
const DOES_NOT_OPEN: u8 = 1;
const NEWER_KIND: u8 = 2;
const MEANS_NOTHING: u8 = 3;

impl Notebook {
    /// The notebook's id, the same on every device.
    pub fn id(&self) -> NotebookId {
        self.journal.notebook
    }

    /// This device.
    pub fn device(&self) -> DeviceId {
        self.journal.device
    }

    /// Which records are here.
    pub fn record_ranges(&self) -> Result<Vec<Range>, CasesError> {
        self.ranges(
            "SELECT device, min(number), max(number)
             FROM (SELECT device, number, number - row_number() OVER (PARTITION BY device ORDER BY number) AS run
                   FROM journal)
             GROUP BY device, run ORDER BY device, run",
        )
    }

    /// Which of them are void.
    pub fn void_ranges(&self) -> Result<Vec<Range>, CasesError> {
        self.ranges(
            "SELECT device, min(number), max(number)
             FROM (SELECT device, number, number - row_number() OVER (PARTITION BY device ORDER BY number) AS run
                   FROM journal WHERE kind = 3)
             GROUP BY device, run ORDER BY device, run",
        )
    }

    /// The first records of a range that are here: as many as fit into `bytes`, one at least.
    pub fn read_records(&self, range: Range, bytes: usize) -> Result<Vec<SealedRecord>, CasesError> {
        let mut statement = self.db.conn().prepare_cached(
            "SELECT number, birth, kind, sealed FROM journal
             WHERE device = ?1 AND number BETWEEN ?2 AND ?3 ORDER BY number",
        )?;
        let mut rows = statement.query(params![
            range.device.as_bytes(),
            signed(range.first)?,
            signed(range.last)?
        ])?;
        let (mut records, mut room) = (Vec::new(), bytes);
        while let Some(row) = rows.next()? {
            let sealed: Vec<u8> = row.get(3)?;
            if sealed.len() > room && !records.is_empty() {
                break;
            }
            room = room.saturating_sub(sealed.len());
            records.push(SealedRecord {
                device: range.device,
                number: u64::try_from(row.get::<_, i64>(0)?).map_err(|_| CasesError::Damaged)?,
                birth: row.get(1)?,
                kind: row.get(2)?,
                sealed: Sealed::from_bytes(sealed),
            });
        }
        Ok(records)
    }

    /// The births of the records of a range, added up (modulo 2⁶⁴).
    pub fn births(&self, range: Range) -> Result<u64, CasesError> {
        let mut statement = self
            .db
            .conn()
            .prepare_cached("SELECT birth FROM journal WHERE device = ?1 AND number BETWEEN ?2 AND ?3")?;
        let mut rows = statement.query(params![
            range.device.as_bytes(),
            signed(range.first)?,
            signed(range.last)?
        ])?;
        let mut sum = 0_u64;
        while let Some(row) = rows.next()? {
            sum = sum.wrapping_add(u64::from_be_bytes(row.get(0)?));
        }
        Ok(sum)
    }

    /// Takes in records of other devices, all or none. One that is here already is passed over, unless the new one is
    /// void and the old is not.
    pub fn take_records(&mut self, records: &[SealedRecord]) -> Result<TakenRecords, CasesError> {
        self.vocabulary.take();
        let Self {
            db, journal, random, ..
        } = self;
        db.transaction(|tx| {
            let mut taken = TakenRecords::default();
            for record in records {
                take(tx, journal, random.as_ref(), record, &mut taken)?;
            }
            Ok(taken)
        })
    }

    /// Writes the whole of every entry, and every removal, as new records of this device.
    pub fn restate(&mut self) -> Result<(), CasesError> {
        let Self {
            db, journal, random, ..
        } = self;
        db.transaction(|tx| write_all(tx, journal, random.as_ref()))
    }

    /// Becomes another device and writes everything as its records; those of the old id are forgotten. Returns the
    /// old id.
    pub fn renew_device(&mut self) -> Result<DeviceId, CasesError> {
        let Self {
            db, journal, random, ..
        } = self;
        let old = journal.device;
        journal.device = DeviceId::from_bytes(random.id());
        let renewed = db.transaction(|tx| {
            tx.execute("UPDATE meta SET device = ?1", [journal.device.as_bytes()])?;
            // What a newer program wrote is in no document here: it stays.
            tx.execute(
                "DELETE FROM journal WHERE device = ?1 AND kind IN (1, 2, 3)",
                [old.as_bytes()],
            )?;
            write_all(tx, journal, random.as_ref())
        });
        if renewed.is_err() {
            journal.device = old;
        }
        renewed?;
        Ok(old)
    }

    /// The number of the last record that was written here: it grows with every change.
    pub fn written(&self) -> Result<u64, CasesError> {
        let mut statement = self
            .db
            .conn()
            .prepare_cached("SELECT coalesce(max(number), 0) FROM journal WHERE device = ?1")?;
        let number: i64 = statement.query_row([self.journal.device.as_bytes()], |row| row.get(0))?;
        Ok(u64::try_from(number).unwrap_or(0))
    }

    /// How many records are set aside, and the first of them, as many as `most`.
    pub fn set_aside(&self, most: u32) -> Result<(u32, Vec<SetAside>), CasesError> {
        let conn = self.db.conn();
        let count = conn.query_row("SELECT count(*) FROM set_aside", [], |row| row.get(0))?;
        let mut statement = conn.prepare_cached(
            "SELECT device, number, reason FROM set_aside ORDER BY device, number LIMIT ?1",
        )?;
        let rows = statement.query_map([most], |row| {
            let (device, number, reason): ([u8; 16], i64, u8) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(SetAside {
                device: DeviceId::from_bytes(device),
                number: u64::try_from(number).unwrap_or(0),
                why: match reason {
                    NEWER_KIND => WhyAside::Newer,
                    MEANS_NOTHING => WhyAside::MeansNothing,
                    _ => WhyAside::DoesNotOpen,
                },
            })
        })?;
        Ok((count, rows.collect::<Result<_, _>>()?))
    }

    /// The segments of every attachment, here or not.
    pub fn attachment_segments(&self) -> Result<Vec<AttachmentSegments>, CasesError> {
        let mut statement = self
            .db
            .conn()
            .prepare_cached("SELECT id, size FROM attachment WHERE finished = 1 ORDER BY id")?;
        let mut numbers = self
            .db
            .conn()
            .prepare_cached("SELECT number FROM attachment_chunk WHERE attachment = ?1")?;
        let mut rows = statement.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let (id, size): ([u8; 16], i64) = (row.get(0)?, row.get(1)?);
            let sizes = segment_sizes(u64::try_from(size).unwrap_or(0));
            let mut here = vec![false; sizes.len()];
            for number in numbers.query_map([id], |row| row.get::<_, i64>(0))? {
                let number = usize::try_from(number?).unwrap_or(usize::MAX);
                if let Some(here) = here.get_mut(number) {
                    *here = true;
                }
            }
            all.push(AttachmentSegments {
                id: AttachmentId::from_bytes(id),
                sizes,
                here,
            });
        }
        Ok(all)
    }

    /// Sealed segments of an attachment, in order.
    pub fn read_segments(
        &self,
        id: AttachmentId,
        first: u32,
        count: u32,
    ) -> Result<Vec<Vec<u8>>, CasesError> {
        let mut statement = self.db.conn().prepare_cached(
            "SELECT sealed FROM attachment_chunk WHERE attachment = ?1 AND number >= ?2 AND number < ?3
             ORDER BY number",
        )?;
        let rows = statement.query_map(
            params![id.as_bytes(), first, first.saturating_add(count)],
            |row| row.get(0),
        )?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Takes in sealed segments of an attachment; they must open.
    pub fn take_segments(
        &mut self,
        id: AttachmentId,
        first: u32,
        segments: &[Vec<u8>],
    ) -> Result<(), CasesError> {
        let chunks = self.attachment(id)?.chunks;
        self.check_segments(id, first, segments, chunks)?;
        self.db.transaction(|tx| {
            for (number, sealed) in (first..).zip(segments) {
                tx.execute(
                    "INSERT OR REPLACE INTO attachment_chunk (attachment, number, sealed) VALUES (?1, ?2, ?3)",
                    params![id.as_bytes(), number, sealed],
                )?;
            }
            Ok(())
        })
    }

    /// Everything that was removed for ever; attachments are among it.
    pub fn removed(&self) -> Result<Vec<AttachmentId>, CasesError> {
        let mut statement = self.db.conn().prepare_cached("SELECT entry FROM tombstone")?;
        let rows = statement.query_map([], |row| Ok(AttachmentId::from_bytes(row.get(0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn check_segments(
        &self,
        id: AttachmentId,
        first: u32,
        segments: &[Vec<u8>],
        chunks: u32,
    ) -> Result<(), CasesError> {
        let salt: [u8; 32] = self.db.conn().query_row(
            "SELECT salt FROM attachment WHERE id = ?1",
            [id.as_bytes()],
            |row| row.get(0),
        )?;
        let opener = self.attachment_key.opener(&salt, &self.attachment_data(id));
        for (number, sealed) in (first..).zip(segments) {
            let place = if number + 1 == chunks {
                durumi_keys::Segment::Last
            } else {
                durumi_keys::Segment::More
            };
            opener
                .open(number, place, sealed)
                .map_err(|_| CasesError::Damaged)?;
        }
        Ok(())
    }

    fn ranges(&self, sql: &str) -> Result<Vec<Range>, CasesError> {
        let mut statement = self.db.conn().prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let [first, last]: [i64; 2] = [row.get(1)?, row.get(2)?];
            all.push(Range {
                device: DeviceId::from_bytes(row.get(0)?),
                first: u64::try_from(first).map_err(|_| CasesError::Damaged)?,
                last: u64::try_from(last).map_err(|_| CasesError::Damaged)?,
            });
        }
        Ok(all)
    }
}

/// Sets a record aside, for what its kind says.
pub(crate) fn set_aside(
    tx: &Transaction<'_>,
    device: DeviceId,
    number: i64,
    kind: u8,
) -> Result<(), CasesError> {
    let reason = if RecordKind::from_number(kind).is_none() {
        NEWER_KIND
    } else {
        DOES_NOT_OPEN
    };
    note_aside(tx, device, number, reason)
}

fn take(
    tx: &Transaction<'_>,
    journal: &Journal,
    random: &dyn Random,
    record: &SealedRecord,
    taken: &mut TakenRecords,
) -> Result<(), CasesError> {
    let (device, number) = (record.device, signed(record.number)?);
    let here: Option<u8> = tx
        .query_row(
            "SELECT kind FROM journal WHERE device = ?1 AND number = ?2",
            params![device.as_bytes(), number],
            |row| row.get(0),
        )
        .optional()?;
    let void = RecordKind::Void.to_number();
    if here.is_some_and(|kind| kind == void || record.kind != void) {
        return Ok(());
    }
    taken.new += u64::from(here.is_none());
    let (entry, aside) = match understand(journal, device, number, record) {
        Ok(None) => (Vec::new(), None),
        Err(reason) => (Vec::new(), Some(reason)),
        Ok(Some((kind, content))) => {
            let entry = content.entry.to_vec();
            keep(tx, record, number, record.kind, &entry, record.sealed.as_bytes())?;
            match apply(tx, journal, kind, &content) {
                Ok(()) => {}
                Err(CasesError::Damaged) => {
                    taken.set_aside += 1;
                    note_aside(tx, device, number, MEANS_NOTHING)?;
                }
                Err(error) => return Err(error),
            }
            // What was removed leaves no content: neither what was here, nor what comes after.
            if is_removed(tx, &content.entry)? {
                journal.void(tx, random, &content.entry)?;
            }
            return Ok(());
        }
    };
    if let Some(reason) = aside {
        taken.set_aside += 1;
        note_aside(tx, device, number, reason)?;
    }
    keep(tx, record, number, record.kind, &entry, record.sealed.as_bytes())
}

/// What a record says, nothing for a void one, or why it says nothing here.
fn understand(
    journal: &Journal,
    device: DeviceId,
    number: i64,
    record: &SealedRecord,
) -> Result<Option<(RecordKind, Record)>, u8> {
    let kind = RecordKind::from_number(record.kind).ok_or(NEWER_KIND)?;
    let sealed = record.sealed.as_bytes().to_vec();
    let opened = journal
        .open(device, number, kind, sealed)
        .map_err(|_| DOES_NOT_OPEN)?;
    Ok(opened.map(|content| (kind, content)))
}

/// Puts a record into the journal. One that was there keeps its birth.
fn keep(
    tx: &Transaction<'_>,
    record: &SealedRecord,
    number: i64,
    kind: u8,
    entry: &[u8],
    sealed: &[u8],
) -> Result<(), CasesError> {
    tx.execute(
        "INSERT INTO journal (device, number, kind, entry, sealed, birth) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (device, number) DO UPDATE SET kind = ?3, sealed = ?5",
        params![
            record.device.as_bytes(),
            number,
            kind,
            entry,
            sealed,
            record.birth
        ],
    )?;
    Ok(())
}

fn is_removed(tx: &Transaction<'_>, entry: &[u8; 16]) -> Result<bool, CasesError> {
    let removed = tx.query_row(
        "SELECT EXISTS (SELECT 1 FROM tombstone WHERE entry = ?1)",
        [entry],
        |row| row.get(0),
    )?;
    Ok(removed)
}

fn note_aside(tx: &Transaction<'_>, device: DeviceId, number: i64, reason: u8) -> Result<(), CasesError> {
    tx.execute(
        "INSERT OR REPLACE INTO set_aside (device, number, reason) VALUES (?1, ?2, ?3)",
        params![device.as_bytes(), number, reason],
    )?;
    Ok(())
}

fn write_all(tx: &Transaction<'_>, journal: &Journal, random: &dyn Random) -> Result<(), CasesError> {
    for record in documents(tx)? {
        journal.append(tx, random, RecordKind::Change, &record)?;
    }
    let removed: Vec<[u8; 16]> = tx
        .prepare("SELECT entry FROM tombstone ORDER BY entry")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for entry in removed {
        // What kind of entry it was is known to nobody any more, and is not asked.
        let record = Record {
            code: EntryCode::Note,
            entry,
            change: Vec::new(),
        };
        journal.append(tx, random, RecordKind::Tombstone, &record)?;
    }
    Ok(())
}

/// The sizes of the sealed segments of a file.
fn segment_sizes(size: u64) -> Vec<u64> {
    let (chunk, overhead) = (ATTACHMENT_CHUNK_BYTES as u64, SEGMENT_OVERHEAD as u64);
    let count = size.div_ceil(chunk).max(1);
    (0..count)
        .map(|number| (size - number * chunk).min(chunk) + overhead)
        .collect()
}

fn signed(number: u64) -> Result<i64, CasesError> {
    i64::try_from(number).map_err(|_| CasesError::Damaged)
}
