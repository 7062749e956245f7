//! Examining an open notebook from end to end, and putting in order what can be ("Checking and repairing" in
//! `docs/formats/notebook.md`).
//!
//! It goes in steps of a moment each, so that whoever locks the notebook does not have to wait. Nothing is taken away:
//! what one of journal, document and tables lacks comes from another, and what none of them has is named. Making
//! everything again from the journal alone was rejected: it would lose an entry whose record does not open while its
//! document does.

mod entry;
mod tables;

use std::collections::BTreeSet;

use durumi_api::{AsideKind, Repaired, SetAside};
use durumi_base::AttachmentId;
use durumi_store::StoreError;
use rusqlite::{OptionalExtension, Row};

use crate::{CasesError, Notebook, document::EntryCode};

/// Entries in one step.
const ENTRIES: usize = 50;
/// Segments of attachments in one step.
const SEGMENTS: u32 = 8;

/// An examination that is under way, and what it has found so far.
#[derive(Default)]
pub struct Examination {
    stage: Stage,
    entries: Vec<[u8; 16]>,
    files: Vec<AttachmentId>,
    segment: u32,
    health: Health,
}

/// What was found and done.
#[derive(Default)]
pub struct Health {
    /// Cases that are whole.
    pub cases: u32,
    /// Notes that are whole.
    pub notes: u32,
    /// Files that were read from beginning to end.
    pub files: u32,
    /// What was put in order.
    pub repaired: BTreeSet<Repaired>,
    /// What cannot be read in full.
    pub aside: Vec<SetAside>,
    /// Parts that are damaged and could not be put in order.
    pub broken: u32,
    /// Tables that stand aside, from now or from before.
    pub kept: u32,
}

/// Whether there is more to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Another step.
    More,
    /// Everything was looked at.
    Done,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    Tables,
    List,
    Entries,
    Index,
    Files,
    Done,
}

impl Examination {
    /// What was found so far.
    pub fn into_health(self) -> Health {
        self.health
    }
}

impl Notebook {
    /// Goes on examining for a moment.
    pub fn examine(&mut self, examination: &mut Examination) -> Result<Progress, CasesError> {
        self.vocabulary.take();
        examination.stage = match examination.stage {
            Stage::Tables => {
                // Somebody may have met a damaged page already.
                self.revive()?;
                self.examine_tables(&mut examination.health)?;
                Stage::List
            }
            Stage::List => {
                examination.entries = self.known_entries()?;
                Stage::Entries
            }
            Stage::Entries => {
                for _ in 0..ENTRIES {
                    let Some(entry) = examination.entries.pop() else {
                        break;
                    };
                    self.examine_entry(&entry, &mut examination.health)?;
                }
                if examination.entries.is_empty() {
                    Stage::Index
                } else {
                    Stage::Entries
                }
            }
            Stage::Index => {
                self.examine_indexes(&mut examination.health)?;
                let ids = self.ids("SELECT id FROM attachment WHERE finished = 1 ORDER BY id")?;
                examination.files = ids.into_iter().map(AttachmentId::from_bytes).collect();
                Stage::Files
            }
            Stage::Files => self.examine_files(examination)?,
            Stage::Done => Stage::Done,
        };
        if examination.stage == Stage::Done {
            examination.health.kept = tables::kept(self.db.conn())?;
            return Ok(Progress::Done);
        }
        Ok(Progress::More)
    }

    /// Reads some segments of the attachment that is next.
    fn examine_files(&mut self, examination: &mut Examination) -> Result<Stage, CasesError> {
        let Some(id) = examination.files.last().copied() else {
            return Ok(Stage::Done);
        };
        for _ in 0..SEGMENTS {
            let segment = examination.segment;
            let read = self.readable(|notebook| notebook.read_attachment(id, segment))?;
            if let Some((_, false)) = read {
                examination.segment += 1;
                continue;
            }
            if read.is_some() {
                examination.health.files += 1;
            } else {
                let aside = self.name_of(Some(EntryCode::Attachment), id.as_bytes())?;
                examination.health.aside.push(aside);
            }
            examination.files.pop();
            examination.segment = 0;
            break;
        }
        Ok(Stage::Files)
    }

    /// What is read, or `None` when it cannot be. Every other failure, such as a full disk, goes through.
    fn readable<T>(
        &mut self,
        read: impl FnOnce(&mut Notebook) -> Result<T, CasesError>,
    ) -> Result<Option<T>, CasesError> {
        match read(self) {
            Ok(found) => Ok(Some(found)),
            Err(CasesError::NotFound) => Ok(None),
            Err(stopped @ CasesError::Store(StoreError::DiskFull | StoreError::Stopped)) => Err(stopped),
            // What lies beyond a page that does not open may come as zeros and only then be found to be wrong; and
            // what is tried afterwards on the same connection fails for reasons of any name.
            Err(CasesError::Damaged | CasesError::Store(_)) => {
                self.revive()?;
                Ok(None)
            }
            Err(other) => Err(other),
        }
    }

    /// The ids that a query in order gives; where a page cannot be read, those before it and, from the other end, those
    /// behind.
    fn ids(&mut self, sql: &str) -> Result<Vec<[u8; 16]>, CasesError> {
        self.both_ways(sql, &format!("{sql} DESC"), |row| row.get(0))
    }

    /// What a query gives, and, where a page cannot be read, what the same one gives in reverse order.
    fn both_ways<T>(
        &mut self,
        forwards: &str,
        backwards: &str,
        value: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, CasesError> {
        let mut found = Vec::new();
        for sql in [forwards, backwards] {
            let all = self.readable(|notebook| {
                let mut statement = notebook.db.conn().prepare(sql)?;
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    found.push(value(row)?);
                }
                Ok(())
            })?;
            if all.is_some() {
                break;
            }
        }
        Ok(found)
    }

    /// What can still be said of something that cannot be read.
    fn name_of(&mut self, code: Option<EntryCode>, entry: &[u8; 16]) -> Result<SetAside, CasesError> {
        let (kind, title, case) = match code {
            Some(EntryCode::Case) => (AsideKind::Case, "SELECT title FROM case_file WHERE id = ?1", None),
            Some(EntryCode::Note) => (
                AsideKind::Note,
                "SELECT trim(date || ' ' || substr(text, 1, 60)) FROM note WHERE id = ?1",
                Some("SELECT title FROM case_file WHERE id = (SELECT case_id FROM note WHERE id = ?1)"),
            ),
            Some(EntryCode::Attachment) => (
                AsideKind::File,
                "SELECT name FROM attachment WHERE id = ?1",
                Some("SELECT title FROM case_file WHERE id = (SELECT case_id FROM attachment WHERE id = ?1)"),
            ),
            None => (AsideKind::Unknown, "SELECT '' WHERE ?1 IS NULL", None),
        };
        let mut words = |sql: &str| -> Result<String, CasesError> {
            let found = self.readable(|notebook| {
                let found = notebook.db.conn().query_row(sql, [entry], |row| row.get(0));
                Ok(found.optional()?)
            })?;
            Ok(found.flatten().unwrap_or_default())
        };
        Ok(SetAside {
            kind,
            title: words(title)?,
            case_title: case.map(&mut words).transpose()?.unwrap_or_default(),
        })
    }
}
