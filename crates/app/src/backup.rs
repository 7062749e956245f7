//! A notebook in one file, to be kept elsewhere, and a data folder made from it (`docs/formats/backup.md`).
//!
//! What was written is read again before it is said to be there, and everything is read before anything is made
//! of it. Copying the data folder does as well while the program is closed; this is for an open notebook, leaves the
//! other one out, and knows when it was cut short.

use std::{
    fs::File,
    io::{self, BufReader, Read, Write},
    path::Path,
    sync::Arc,
};

use durumi_api::{AppState, Failure};
use durumi_cases::Notebook;
use durumi_keys::{
    Grant, KeyFile, KeyFileError, MasterKey, NotebookNumber, Opener, SEGMENT_OVERHEAD, Segment,
};
use durumi_store::{Rest, StoreError, file};

use crate::{
    App,
    failure::{folder_failure, notebook_failure, unlock_failure},
    folder::DataFolder,
    passphrase::read_passphrase,
    shelf,
    state::State,
};

const MAGIC: &[u8; 8] = b"drmback1";
const FORMAT: u32 = 1;
/// Before the salt: the beginning and the keys file.
const HEAD: usize = 12 + KEYS;
const KEYS: usize = 1600;
/// Of plaintext, in bytes.
const SEGMENT: usize = 1 << 18;
/// What is added to a backup's name until it was read again.
pub(crate) const BESIDE: &str = ".new";

/// Why the notebook could not be copied.
enum CopyError {
    Store(StoreError),
    Output(io::Error),
    /// Whoever wants to lock does not wait for a copy.
    Stopped,
}

impl From<StoreError> for CopyError {
    fn from(error: StoreError) -> Self {
        CopyError::Store(error)
    }
}

impl App {
    /// Writes the open notebook into a file, over whatever has its name, and reads it again. It needs the present
    /// passphrase.
    pub fn write_backup_to(&self, present: &str, to: &Path) -> Result<(), Failure> {
        let (keys, opened) = self.attempt_present(present)?;
        self.write_backup(present, keys, &opened.grant, to)?;
        Ok(())
    }

    /// Returns how many records the journal had.
    pub(crate) fn write_backup(
        &self,
        present: &str,
        mut keys: KeyFile,
        grant: &Grant,
        to: &Path,
    ) -> Result<u32, Failure> {
        keys.forget(self.random.as_ref(), grant.notebook.other());
        let head = [MAGIC.as_slice(), &FORMAT.to_le_bytes(), &keys.to_bytes()].concat();
        let mut beside = to.as_os_str().to_owned();
        beside.push(BESIDE);
        let beside = Path::new(&beside);
        let written = self
            .write_to(beside, &head, grant)
            .and_then(|records| Backup::open(beside, present)?.each(|_| Ok(())).map(|()| records))
            .and_then(|records| {
                std::fs::rename(beside, to)
                    .map_err(folder_failure)
                    .map(|()| records)
            });
        if written.is_err() {
            // Half a backup must not be taken for one.
            let _ = std::fs::remove_file(beside);
        }
        let records = written?;
        to.parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .map_or(Ok(()), file::sync_folder)
            .map_err(folder_failure)?;
        Ok(records)
    }

    /// Reads a backup from end to end, and changes nothing.
    pub fn check_backup_at(&self, passphrase: &str, from: &Path) -> Result<(), Failure> {
        read_whole(passphrase, from).map(drop)
    }

    /// Makes the data folder from a backup, where there is none yet. The notebook is locked afterwards.
    pub fn restore_backup_from(&self, passphrase: &str, from: &Path) -> Result<AppState, Failure> {
        let mut state = self.state();
        if !matches!(&*state, State::Reading(_)) || self.folder.read_keys()?.is_some() {
            return Err(Failure::NotebookExists);
        }
        Backup::open(from, passphrase)?.each(|_| Ok(()))?;
        let backup = Backup::open(from, passphrase)?;
        self.hold_folder()?;
        let restored = self
            .folder
            .begin()
            .and_then(|starting| self.put_together(&starting, backup));
        if let Err(failure) = restored {
            self.folder.tidy()?;
            return Err(failure);
        }
        *state = self.initial_state()?;
        Ok(state.describe(&self.folder))
    }

    fn write_to(&self, path: &Path, head: &[u8], grant: &Grant) -> Result<u32, Failure> {
        let stops = self.begin_long();
        let mut out = File::create(path).map_err(folder_failure)?;
        let key = grant.master.derive_backup_key();
        let (salt, mut sealer) = key.sealer(self.random.as_ref(), &data(head));
        out.write_all(head)
            .and_then(|()| out.write_all(&salt))
            .map_err(folder_failure)?;
        let mut state = self.state();
        let notebook = state.notebook()?;
        let records = notebook.records().map_err(notebook_failure)?;
        let copied = notebook.copy_file(SEGMENT, |piece, rest| {
            if self.is_to_stop(stops) {
                return Err(CopyError::Stopped);
            }
            let place = match rest {
                Rest::More => Segment::More,
                Rest::Nothing => Segment::Last,
            };
            let segment = sealer.seal(piece, place).map_err(|_| StoreError::Damaged)?;
            out.write_all(&segment).map_err(CopyError::Output)
        });
        drop(state);
        copied.map_err(|error| match error {
            CopyError::Stopped => Failure::Locked,
            CopyError::Store(error) => notebook_failure(error.into()),
            CopyError::Output(error) => folder_failure(error),
        })?;
        out.sync_all().map_err(folder_failure)?;
        Ok(records)
    }

    fn put_together(&self, starting: &DataFolder, mut backup: Backup) -> Result<(), Failure> {
        let Backup { keys, grant, .. } = &backup;
        let (keys, number) = (keys.to_bytes(), grant.notebook);
        shelf::make_file(starting, &grant.shelf)?;
        let twins = starting.twins(number);
        twins
            .make(self.random.as_ref())
            .map_err(|error| notebook_failure(error.into()))?;
        let mut notebook = File::create(twins.path()).map_err(folder_failure)?;
        backup.each(|piece| notebook.write_all(piece).map_err(folder_failure))?;
        notebook.sync_all().map_err(folder_failure)?;
        drop(notebook);
        self.open_and_check(starting, number, &backup.grant.master)?;
        self.folder.complete(&keys)
    }

    /// What was put together opens, every page of it, before it counts as the notebook.
    fn open_and_check(
        &self,
        starting: &DataFolder,
        number: NotebookNumber,
        master: &MasterKey,
    ) -> Result<(), Failure> {
        let (clock, random) = (Arc::clone(&self.clock), Arc::clone(&self.random));
        let opened = Notebook::open(starting.twins(number), master, clock, random);
        opened
            .and_then(|notebook| notebook.check())
            .map_err(notebook_failure)
    }
}

/// Reads a backup from end to end and gives its notebook's key.
pub(crate) fn read_whole(passphrase: &str, from: &Path) -> Result<MasterKey, Failure> {
    let mut backup = Backup::open(from, passphrase)?;
    backup.each(|_| Ok(()))?;
    Ok(backup.grant.master)
}

/// Whether a file begins as a backup does.
pub(crate) fn begins_as_backup(path: &Path) -> bool {
    let mut beginning = [0; MAGIC.len()];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut beginning));
    read.is_ok() && beginning == *MAGIC
}

/// Whether a file is a backup of the notebook with this key: its first segment opens.
pub(crate) fn is_backup_of(path: &Path, master: &MasterKey) -> bool {
    let open = || {
        let mut input = BufReader::new(File::open(path).ok()?);
        let (mut head, mut salt, mut first) = ([0; HEAD], [0; 32], Vec::new());
        input
            .read_exact(&mut head)
            .and_then(|()| input.read_exact(&mut salt))
            .ok()?;
        let limit = (SEGMENT + SEGMENT_OVERHEAD) as u64;
        input.by_ref().take(limit).read_to_end(&mut first).ok()?;
        let more = !io::BufRead::fill_buf(&mut input).ok()?.is_empty();
        let place = if more { Segment::More } else { Segment::Last };
        let opener = master.derive_backup_key().opener(&salt, &data(&head));
        opener.open(0, place, &first).ok()
    };
    open().is_some()
}

/// A backup whose keys file opened.
struct Backup {
    keys: KeyFile,
    grant: Grant,
    opener: Opener,
    input: BufReader<File>,
}

impl Backup {
    fn open(path: &Path, typed: &str) -> Result<Self, Failure> {
        let passphrase = read_passphrase(typed)?;
        let file = File::open(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::NotFound,
            _ => Failure::BackupUnreadable,
        })?;
        let mut input = BufReader::new(file);
        let mut head = [0; HEAD];
        let mut salt = [0; 32];
        input
            .read_exact(&mut head)
            .and_then(|()| input.read_exact(&mut salt))
            .map_err(reading_failure)?;
        let (beginning, keys) = head.split_at(12);
        if beginning.get(..8) != Some(MAGIC) {
            return Err(Failure::BackupDamaged);
        }
        if beginning.get(8..) != Some(&FORMAT.to_le_bytes()) {
            return Err(Failure::NewerFormat);
        }
        let keys = KeyFile::parse(keys).map_err(|error| match error {
            KeyFileError::Damaged => Failure::BackupDamaged,
            KeyFileError::Newer => Failure::NewerFormat,
        })?;
        let grant = keys.unlock(&passphrase).map_err(unlock_failure)?;
        let opener = grant.master.derive_backup_key().opener(&salt, &data(&head));
        Ok(Backup {
            keys,
            grant,
            opener,
            input,
        })
    }

    /// Gives every piece of the notebook, or says that the backup is damaged or cut short.
    fn each(&mut self, mut take: impl FnMut(&[u8]) -> Result<(), Failure>) -> Result<(), Failure> {
        let mut place = Segment::More;
        let mut number = 0;
        while place == Segment::More {
            let mut sealed = Vec::new();
            let limit = (SEGMENT + SEGMENT_OVERHEAD) as u64;
            self.input
                .by_ref()
                .take(limit)
                .read_to_end(&mut sealed)
                .map_err(reading_failure)?;
            let more = !io::BufRead::fill_buf(&mut self.input)
                .map_err(reading_failure)?
                .is_empty();
            place = if more { Segment::More } else { Segment::Last };
            let piece = self
                .opener
                .open(number, place, &sealed)
                .map_err(|_| Failure::BackupDamaged)?;
            take(&piece)?;
            number += 1;
        }
        Ok(())
    }
}

/// A file that ends early is damaged. Of one that cannot be read, nothing is known.
fn reading_failure(error: io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => Failure::BackupDamaged,
        _ => Failure::BackupUnreadable,
    }
}

fn data(head: &[u8]) -> Vec<u8> {
    [b"durumi/backup/v1".as_slice(), head].concat()
}
