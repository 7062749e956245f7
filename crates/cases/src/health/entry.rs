//! One entry: what its document, its records and the tables say, and making them say the same.

use std::collections::BTreeSet;

use durumi_api::Repaired;
use durumi_base::DeviceId;
use rusqlite::Connection;

use super::Health;
use crate::{
    CasesError, Notebook,
    document::{Document, EntryCode},
    journal::{Journal, Record, RecordKind},
    notebook::{load, save},
    projection,
};

/// What the records of an entry say.
struct Told {
    code: Option<EntryCode>,
    document: Document,
    /// Records that do not open, or do not fit.
    unreadable: u32,
    removed: bool,
}

impl Notebook {
    /// Every entry that is known from anywhere.
    pub(super) fn known_entries(&mut self) -> Result<Vec<[u8; 16]>, CasesError> {
        let mut known = BTreeSet::new();
        for sql in [
            "SELECT entry FROM document ORDER BY entry",
            "SELECT entry FROM journal WHERE length(entry) = 16 ORDER BY entry",
            "SELECT entry FROM tombstone ORDER BY entry",
            "SELECT id FROM case_file ORDER BY id",
            "SELECT id FROM note ORDER BY id",
            "SELECT id FROM attachment WHERE finished = 1 ORDER BY id",
        ] {
            known.extend(self.ids(sql)?);
        }
        Ok(known.into_iter().collect())
    }

    /// Looks at one entry, and puts it in order where that can be done.
    pub(super) fn examine_entry(&mut self, entry: &[u8; 16], health: &mut Health) -> Result<(), CasesError> {
        let Told {
            code,
            mut document,
            unreadable,
            removed,
        } = self.told(entry)?;
        if removed || self.is_removed(entry)? {
            return self.keep_removed(entry, health);
        }
        let stored = self.readable(|notebook| load(notebook.db.conn(), notebook.journal.device, entry))?;
        let stored = stored.flatten();
        let code = self.stored_code(entry)?.or(code);
        let mut whole = Document::new(self.journal.device);
        whole.merge(&document.everything())?;
        let stands_alone = stored.is_some();
        let mut stored = stored.unwrap_or_else(|| Document::new(self.journal.device));
        whole.merge(&stored.everything())?;
        let Some(code) = code.filter(|_| !whole.is_empty()) else {
            let code = self.code_in_lists(entry)?;
            health.aside.push(self.name_of(code, entry)?);
            return Ok(());
        };
        let as_stored = whole.is_same(&mut stored);
        let as_told = whole.is_same(&mut document);
        // A document that lacks what a note must have fits no table.
        let listed = self.readable(|notebook| projection::holds(notebook.db.conn(), code, entry, &whole))?;
        let as_listed = listed == Some(true);
        let written = if as_stored && as_told && as_listed {
            Some(())
        } else {
            self.readable(|notebook| notebook.write_again(code, entry, &mut whole, as_told))?
        };
        if written.is_none() || (!stands_alone && unreadable > 0) {
            health.aside.push(self.name_of(Some(code), entry)?);
        } else {
            match code {
                EntryCode::Case => health.cases += 1,
                EntryCode::Note => health.notes += 1,
                EntryCode::Attachment => {}
            }
        }
        if written.is_some() {
            let repairs = [
                (as_stored, Repaired::Entries),
                (as_told, Repaired::Journal),
                (as_listed, Repaired::Lists),
            ];
            let repairs = repairs.into_iter().filter(|(whole, _)| !whole);
            health.repaired.extend(repairs.map(|(_, what)| what));
        }
        Ok(())
    }

    /// Journal, document and tables, all from the document.
    fn write_again(
        &mut self,
        code: EntryCode,
        entry: &[u8; 16],
        whole: &mut Document,
        is_told: bool,
    ) -> Result<(), CasesError> {
        let Self {
            db, journal, random, ..
        } = self;
        db.transaction(|tx| {
            if !is_told {
                let record = Record {
                    code,
                    entry: *entry,
                    change: whole.everything(),
                };
                journal.append(tx, random.as_ref(), RecordKind::Change, &record)?;
            }
            save(tx, code, entry, whole)
        })
    }

    /// Makes sure that nothing is left of an entry that was removed.
    fn keep_removed(&mut self, entry: &[u8; 16], health: &mut Health) -> Result<(), CasesError> {
        let is_marked = self.is_removed(entry)?;
        let is_listed = self.code_in_lists(entry)?.is_some() || self.stored_code(entry)?.is_some();
        if is_marked && !is_listed {
            return Ok(());
        }
        let written = self.readable(|notebook| {
            notebook.db.transaction(|tx| {
                tx.execute("INSERT OR IGNORE INTO tombstone (entry) VALUES (?1)", [entry])?;
                projection::remove(tx, entry)
            })
        });
        match written? {
            Some(()) => drop(health.repaired.insert(Repaired::Lists)),
            None => health.broken += 1,
        }
        Ok(())
    }

    fn code_in_lists(&mut self, entry: &[u8; 16]) -> Result<Option<EntryCode>, CasesError> {
        let lists = [
            (EntryCode::Case, "SELECT 1 FROM case_file WHERE id = ?1"),
            (EntryCode::Note, "SELECT 1 FROM note WHERE id = ?1"),
            (
                EntryCode::Attachment,
                "SELECT 1 FROM attachment WHERE id = ?1 AND finished = 1",
            ),
        ];
        for (code, sql) in lists {
            if self.exists(sql, entry)? {
                return Ok(Some(code));
            }
        }
        Ok(None)
    }

    fn is_removed(&mut self, entry: &[u8; 16]) -> Result<bool, CasesError> {
        self.exists("SELECT 1 FROM tombstone WHERE entry = ?1", entry)
    }

    fn exists(&mut self, sql: &str, entry: &[u8; 16]) -> Result<bool, CasesError> {
        let found =
            self.readable(|notebook| Ok(notebook.db.conn().prepare_cached(sql)?.exists([entry])?))?;
        Ok(found == Some(true))
    }

    fn stored_code(&mut self, entry: &[u8; 16]) -> Result<Option<EntryCode>, CasesError> {
        let sql = "SELECT code FROM document WHERE entry = ?1";
        let code: Option<u8> =
            self.readable(|notebook| Ok(notebook.db.conn().query_row(sql, [entry], |row| row.get(0))?))?;
        Ok(code.and_then(EntryCode::from_number))
    }

    fn told(&mut self, entry: &[u8; 16]) -> Result<Told, CasesError> {
        let mut told = Told {
            code: None,
            document: Document::new(self.journal.device),
            unreadable: 0,
            removed: false,
        };
        for (device, number) in self.names(entry)? {
            let read = self.readable(|notebook| {
                let (kind, record) = record(notebook.db.conn(), &notebook.journal, device, number)?;
                if let Some(record) = record {
                    told.code.get_or_insert(record.code);
                    if kind == RecordKind::Tombstone {
                        told.removed = true;
                    } else {
                        told.document.merge(&record.change)?;
                    }
                }
                Ok(())
            });
            if read?.is_none() {
                told.unreadable += 1;
            }
        }
        Ok(told)
    }

    /// The records of an entry, by name, in the order in which each device wrote them.
    fn names(&mut self, entry: &[u8; 16]) -> Result<Vec<(DeviceId, i64)>, CasesError> {
        let mut names = Vec::new();
        self.readable(|notebook| {
            let sql = "SELECT device, number FROM journal WHERE entry = ?1 ORDER BY number";
            let mut statement = notebook.db.conn().prepare_cached(sql)?;
            let mut rows = statement.query([entry])?;
            while let Some(row) = rows.next()? {
                names.push((DeviceId::from_bytes(row.get(0)?), row.get(1)?));
            }
            Ok(())
        })?;
        Ok(names)
    }
}

fn record(
    conn: &Connection,
    journal: &Journal,
    device: DeviceId,
    number: i64,
) -> Result<(RecordKind, Option<Record>), CasesError> {
    let (kind, sealed): (u8, Vec<u8>) = conn.query_row(
        "SELECT kind, sealed FROM journal WHERE device = ?1 AND number = ?2",
        (device.as_bytes(), number),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let kind = RecordKind::from_number(kind).ok_or(CasesError::Damaged)?;
    Ok((kind, journal.open(device, number, kind, sealed)?))
}
