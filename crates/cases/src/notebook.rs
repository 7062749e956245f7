//! An open notebook: one encrypted file with a journal and the tables made from it.
//!
//! Promises: a change is in the journal, the documents and the tables together or not at all, and what
//! was removed is in none of them. Every table but the journal can be made again from it. Keeping the
//! tables alone was rejected: two devices could then only overwrite each other.

use std::{cell::OnceCell, collections::BTreeMap, sync::Arc};

use durumi_base::{AttachmentId, Clock, DeviceId, NotebookId};
use durumi_keys::{DatabaseKey, MasterKey, Random, SealKey, Sealer};
use durumi_lang::Vocabulary;
use durumi_store::{
    Analyser, Database, Disguise, Migration, Purpose, Rest, Schema, Stopper, StoreError, Token, Twins,
};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::{
    CasesError,
    document::{Document, Edit, EntryCode},
    journal::{Journal, Record, RecordKind},
    projection, search, sync,
};

/// An open notebook. Dropping it closes the file and forgets its keys.
pub struct Notebook {
    pub(crate) db: Database,
    /// To open the file anew after a page of it could not be read.
    database_key: DatabaseKey,
    pub(crate) attachment_key: SealKey,
    pub(crate) uploads: BTreeMap<AttachmentId, Upload>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    /// The words of the indexes, once somebody has mistyped; forgotten with every change.
    pub(crate) vocabulary: OnceCell<Vocabulary>,
    pub(crate) journal: Journal,
}

/// A file that is being handed over.
pub(crate) struct Upload {
    pub(crate) sealer: Sealer,
    pub(crate) size: u64,
    pub(crate) received: u64,
    pub(crate) chunks: u32,
}

impl Notebook {
    /// Makes a new notebook in one of two files, over whatever is in it.
    pub fn create(
        twins: Twins,
        master: &MasterKey,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Self, CasesError> {
        let notebook = NotebookId::from_bytes(random.id());
        Self::create_copy(twins, master, notebook, clock, random)
    }

    /// Makes an empty copy of a notebook that is on another device; what is in it comes by syncing.
    pub fn create_copy(
        twins: Twins,
        master: &MasterKey,
        notebook: NotebookId,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Self, CasesError> {
        let disguise = disguise(twins, master, &random);
        let mut db =
            Database::create_among_twins(disguise, &master.derive_database_key(), &SCHEMA, &[ANALYSER])?;
        let device = random.id();
        db.transaction(|tx| {
            tx.execute(
                "INSERT INTO meta (only_row, notebook, device, analyser) VALUES (1, ?1, ?2, ?3)",
                params![notebook.as_bytes(), device, durumi_lang::ANALYSER_VERSION],
            )?;
            Ok::<_, CasesError>(())
        })?;
        Self::start(db, master, clock, random)
    }

    /// Opens a notebook. The other of the two files is not looked into.
    pub fn open(
        twins: Twins,
        master: &MasterKey,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Self, CasesError> {
        let disguise = disguise(twins, master, &random);
        let db = Database::open_among_twins(disguise, &master.derive_database_key(), &SCHEMA, &[ANALYSER])?;
        let mut notebook = Self::start(db, master, clock, random)?;
        match notebook.remove_unfinished_uploads() {
            // A page that cannot be read keeps no notebook closed: `vault_check` sees to it.
            Ok(())
            | Err(CasesError::Damaged | CasesError::Store(StoreError::Damaged | StoreError::DiskFull)) => {}
            Err(other) => return Err(other),
        }
        notebook.reindex_if_words_changed()?;
        // Good to have and no reason to keep a notebook closed: on a full disk its owner has to delete something.
        let _ = notebook.join_pieces_of_index();
        Ok(notebook)
    }

    /// Checks every page of the file and every index.
    pub fn check(&self) -> Result<(), CasesError> {
        Ok(self.db.check()?)
    }

    /// Lets everything else be read again after a page could not be.
    pub(crate) fn revive(&mut self) -> Result<(), CasesError> {
        self.db.revive(&self.database_key, &SCHEMA, &[ANALYSER])?;
        self.db.conn().execute_batch(search::WORD_LISTS)?;
        Ok(())
    }

    /// What ends a statement that is under way, from another thread.
    pub fn stopper(&self) -> Stopper {
        self.db.stopper()
    }

    /// Gives the file as it stands on the disk, piece by piece, for a backup.
    pub fn copy_file<E: From<StoreError>>(
        &self,
        piece: usize,
        take: impl FnMut(&[u8], Rest) -> Result<(), E>,
    ) -> Result<(), E> {
        self.db.copy_file(piece, take)
    }

    /// Makes every table that is not the journal anew from the journal. Attachments' bytes stay.
    ///
    /// Returns how many records had to be set aside because they do not open.
    pub fn rebuild(&mut self) -> Result<u32, CasesError> {
        self.vocabulary.take();
        let Self { db, journal, .. } = self;
        db.transaction(|tx| {
            tx.execute_batch(
                "DELETE FROM document; DELETE FROM tombstone; DELETE FROM case_file; DELETE FROM note;
                 DELETE FROM attachment; DELETE FROM set_aside;",
            )?;
            let mut set_aside = 0;
            let mut statement =
                tx.prepare("SELECT device, number, kind, sealed FROM journal ORDER BY number, device")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let (device, number, kind) = (DeviceId::from_bytes(row.get(0)?), row.get(1)?, row.get(2)?);
                let opened = RecordKind::from_number(kind)
                    .ok_or(CasesError::Damaged)
                    .and_then(|kind| Ok((kind, journal.open(device, number, kind, row.get(3)?)?)));
                match opened {
                    Ok((_, None)) => {}
                    Ok((kind, Some(record))) => apply(tx, journal, kind, &record)?,
                    Err(CasesError::Damaged) => {
                        sync::set_aside(tx, device, number, kind)?;
                        set_aside += 1;
                    }
                    Err(other) => return Err(other),
                }
            }
            Ok(set_aside)
        })
    }

    /// Changes an entry, new or existing, in one durable step: journal, document and tables.
    pub(crate) fn edit(
        &mut self,
        code: EntryCode,
        entry: &[u8; 16],
        edit: impl FnOnce(&mut Edit<'_>),
    ) -> Result<(), CasesError> {
        self.vocabulary.take();
        let Self {
            db, journal, random, ..
        } = self;
        db.transaction(|tx| {
            let mut document =
                load(tx, journal.actor, entry)?.unwrap_or_else(|| Document::new(journal.actor));
            if let Some(change) = document.change(edit) {
                let record = Record {
                    code,
                    entry: *entry,
                    change,
                };
                journal.append(tx, random.as_ref(), RecordKind::Change, &record)?;
                save(tx, code, entry, &mut document)?;
            }
            Ok(())
        })
    }

    /// Removes entries for ever, all or none.
    pub(crate) fn bury(&mut self, entries: &[(EntryCode, [u8; 16])]) -> Result<(), CasesError> {
        self.vocabulary.take();
        let Self {
            db, journal, random, ..
        } = self;
        db.transaction(|tx| {
            for (code, entry) in entries {
                let record = Record {
                    code: *code,
                    entry: *entry,
                    change: Vec::new(),
                };
                journal.append(tx, random.as_ref(), RecordKind::Tombstone, &record)?;
                journal.void(tx, random.as_ref(), entry)?;
                apply(tx, journal, RecordKind::Tombstone, &record)?;
            }
            Ok(())
        })
    }

    /// What binds an attachment's bytes to their place.
    pub(crate) fn attachment_data(&self, id: AttachmentId) -> Vec<u8> {
        [
            b"durumi/attachment/v1".as_slice(),
            self.journal.notebook.as_bytes(),
            id.as_bytes(),
        ]
        .concat()
    }

    fn start(
        db: Database,
        master: &MasterKey,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Self, CasesError> {
        let (notebook, device) = db
            .conn()
            .query_row("SELECT notebook, device FROM meta", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .map_err(|_| CasesError::Damaged)?;
        let journal = Journal {
            key: master.derive_journal_key(),
            notebook: NotebookId::from_bytes(notebook),
            device: DeviceId::from_bytes(device),
            actor: DeviceId::from_bytes(random.id()),
        };
        let attachment_key = master.derive_attachment_key();
        db.conn().execute_batch(search::WORD_LISTS)?;
        Ok(Notebook {
            db,
            database_key: master.derive_database_key(),
            attachment_key,
            uploads: BTreeMap::new(),
            clock,
            random,
            vocabulary: OnceCell::new(),
            journal,
        })
    }

    fn remove_unfinished_uploads(&mut self) -> Result<(), CasesError> {
        self.db.transaction(|tx| {
            tx.execute(
                "DELETE FROM attachment_chunk
                 WHERE attachment IN (SELECT id FROM attachment WHERE finished = 0)",
                [],
            )?;
            tx.execute("DELETE FROM attachment WHERE finished = 0", [])?;
            Ok(())
        })
    }

    fn reindex_if_words_changed(&mut self) -> Result<(), CasesError> {
        let analyser: u32 = self
            .db
            .conn()
            .query_row("SELECT analyser FROM meta", [], |row| row.get(0))?;
        if analyser == durumi_lang::ANALYSER_VERSION {
            return Ok(());
        }
        self.db.transaction(|tx| {
            tx.execute("INSERT INTO note_index (note_index) VALUES ('rebuild')", [])?;
            tx.execute("INSERT INTO case_index (case_index) VALUES ('rebuild')", [])?;
            tx.execute("UPDATE meta SET analyser = ?1", [durumi_lang::ANALYSER_VERSION])?;
            Ok(())
        })
    }

    /// Every note that is saved makes a piece of the index of its own, and a search reads all pieces. FTS5 joins some
    /// as it goes; with twenty pieces a search takes three times as long as with one.
    fn join_pieces_of_index(&mut self) -> Result<(), CasesError> {
        let pieces: u32 =
            self.db
                .conn()
                .query_row("SELECT count(DISTINCT segid) FROM note_index_idx", [], |row| {
                    row.get(0)
                })?;
        if pieces <= PIECES {
            return Ok(());
        }
        self.db.transaction(|tx| {
            tx.execute("INSERT INTO note_index (note_index) VALUES ('optimize')", [])?;
            Ok(())
        })
    }
}

/// More pieces of the index than this are joined when the notebook is opened.
const PIECES: u32 = 6;

/// The tables of a notebook file.
pub const SCHEMA: Schema = Schema {
    application_id: 0x6472_6e62,
    migrations: &[
        Migration {
            number: 1,
            sql: include_str!("../migrations/001_notebook.sql"),
        },
        Migration {
            number: 2,
            sql: include_str!("../migrations/002_recovery.sql"),
        },
        Migration {
            number: 3,
            sql: include_str!("../migrations/003_sync.sql"),
        },
        Migration {
            number: 4,
            sql: include_str!("../migrations/004_backup.sql"),
        },
        Migration {
            number: 5,
            sql: include_str!("../migrations/005_exchange_key.sql"),
        },
    ],
    shrinks: false,
};

/// The rules of words that the notebook's indexes are made with.
pub const ANALYSER: Analyser = Analyser {
    name: c"durumi",
    analyse: |text, purpose, emit| {
        let purpose = match purpose {
            Purpose::Document => durumi_lang::Purpose::Document,
            Purpose::Query => durumi_lang::Purpose::Query,
            Purpose::Highlight => durumi_lang::Purpose::Highlight,
        };
        durumi_lang::analyse(text, purpose, &mut |token| {
            emit(Token {
                text: token.text,
                colocated: token.colocated,
                start: token.start,
                end: token.end,
            });
        });
    },
};

fn disguise(twins: Twins, master: &MasterKey, random: &Arc<dyn Random>) -> Disguise {
    Disguise {
        twins,
        log_key: master.derive_log_key(),
        random: Arc::clone(random),
    }
}

/// Takes one record into documents and tables. Records of a removed entry are ignored.
pub(crate) fn apply(
    tx: &Transaction<'_>,
    journal: &Journal,
    kind: RecordKind,
    record: &Record,
) -> Result<(), CasesError> {
    let Record { code, entry, change } = record;
    if kind == RecordKind::Tombstone {
        tx.execute("INSERT OR IGNORE INTO tombstone (entry) VALUES (?1)", [entry])?;
        return projection::remove(tx, entry);
    }
    let removed: bool = tx.query_row(
        "SELECT EXISTS (SELECT 1 FROM tombstone WHERE entry = ?1)",
        [entry],
        |row| row.get(0),
    )?;
    if removed {
        return Ok(());
    }
    let mut document = load(tx, journal.actor, entry)?.unwrap_or_else(|| Document::new(journal.actor));
    document.merge(change)?;
    save(tx, *code, entry, &mut document)
}

/// Every entry with what its document holds.
pub(crate) fn documents(tx: &Transaction<'_>) -> Result<Vec<Record>, CasesError> {
    let mut statement = tx.prepare("SELECT code, entry, saved FROM document ORDER BY entry")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut all = Vec::new();
    for row in rows {
        let (code, entry, change) = row?;
        let code = EntryCode::from_number(code).ok_or(CasesError::Damaged)?;
        all.push(Record { code, entry, change });
    }
    Ok(all)
}

pub(crate) fn load(
    conn: &Connection,
    device: DeviceId,
    entry: &[u8; 16],
) -> Result<Option<Document>, CasesError> {
    let saved: Option<Vec<u8>> = conn
        .query_row("SELECT saved FROM document WHERE entry = ?1", [entry], |row| {
            row.get(0)
        })
        .optional()?;
    saved.map(|saved| Document::load(device, &saved)).transpose()
}

pub(crate) fn save(
    tx: &Transaction<'_>,
    code: EntryCode,
    entry: &[u8; 16],
    document: &mut Document,
) -> Result<(), CasesError> {
    tx.execute(
        "INSERT INTO document (entry, code, saved) VALUES (?1, ?2, ?3) ON CONFLICT (entry) DO UPDATE SET saved = ?3",
        params![entry, code.to_number(), document.save()],
    )?;
    // A change that came before the one it follows waits in the document, and the entry with it.
    if document.is_empty() {
        return Ok(());
    }
    projection::write(tx, code, entry, document)
}
