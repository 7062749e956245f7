//! Two files of which one is in use, kept so that nobody can tell which ("Two files alike" in
//! `docs/formats/notebook.md`).
//!
//! [`Twins`] says where they are. Opening a database among them gives [`OpenTwins`]: both files and their logs,
//! which grow together, by random bytes at their ends, and get the same times. The other file is never written
//! to but after its end, and its key is not needed.
//!
//! Setting `SQLITE_FCNTL_CHUNK_SIZE` was rejected: it fills with zeros, it cuts the file off to what its own
//! database needs, and SQLite's log shows its headers.

mod log;
mod vfs;

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use durumi_keys::{Random, SealKey};

use self::log::Log;
pub(crate) use self::vfs::TwinVfs;
use crate::{StoreError, disk::DiskFile, file::sync_folder, log_of};

/// All four files are a multiple of this long, in bytes.
pub const STEP: u64 = 1 << 20;
/// How much randomness is made at a time, in bytes.
const PIECE: usize = 1 << 16;
/// What SQLite's own logs begin with, but for the last bit (SQLite, "WAL File Format").
const PLAIN_LOG: u32 = 0x377f_0682;

/// Where the two files are, and which of them is meant.
#[derive(Clone, Debug)]
pub struct Twins {
    paths: [PathBuf; 2],
    used: Member,
}

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Member {
    /// The first.
    First,
    /// The second.
    Second,
}

/// What a database among twins needs beside its own key.
pub struct Disguise {
    /// Where the files are, and in which of them the database is.
    pub twins: Twins,
    /// What its log is sealed with.
    pub log_key: SealKey,
    /// For padding, and for sealing.
    pub random: Arc<dyn Random>,
}

/// Whether the file's bytes mean anything yet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// A database.
    Database,
    /// Nothing: one is about to be made, from the first byte.
    Nothing,
}

/// The open files.
pub(crate) struct OpenTwins {
    /// The other one may be missing: it was lost, and is not made anew.
    databases: [Option<DiskFile>; 2],
    logs: [Option<DiskFile>; 2],
    used: Member,
    log: Log,
    random: Arc<dyn Random>,
    /// How far a database that is being made reaches.
    made: Option<u64>,
}

impl Twins {
    /// Two files in this order, which is the same whichever is used.
    pub fn new(paths: [PathBuf; 2], used: Member) -> Self {
        Twins { paths, used }
    }

    /// The file in use.
    pub fn path(&self) -> &Path {
        let [first, second] = &self.paths;
        match self.used {
            Member::First => first,
            Member::Second => second,
        }
    }

    /// Makes both files and their logs, none of which may exist yet: random bytes and nothing else.
    pub fn make(&self, random: &dyn Random) -> Result<(), StoreError> {
        for path in &self.paths {
            for path in [path, &log_of(path)] {
                let file = DiskFile::create_new(path)?;
                append_random(&file, random, 0, STEP)?;
                file.sync()?;
            }
        }
        if let Some(folder) = self.path().parent() {
            sync_folder(folder)?;
        }
        Ok(())
    }

    /// Whether an earlier version left a log as SQLite writes it.
    pub(crate) fn has_plain_log(&self) -> Result<bool, StoreError> {
        let mut mark = [0; 4];
        match fs::File::open(log_of(self.path())) {
            Ok(log) => log.take(4).read(&mut mark)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => 0,
            Err(error) => return Err(error.into()),
        };
        Ok(u32::from_be_bytes(mark) & !1 == PLAIN_LOG)
    }
}

impl OpenTwins {
    /// Opens all four files, takes the one in use for this process, and levels them.
    pub(crate) fn open(disguise: Disguise, content: Content) -> Result<Self, StoreError> {
        let Disguise {
            twins,
            log_key,
            random,
        } = disguise;
        let [first, second] = &twins.paths;
        let databases = [open_if_there(first)?, open_if_there(second)?];
        let logs = [
            log_beside(first, databases[0].as_ref())?,
            log_beside(second, databases[1].as_ref())?,
        ];
        let opened = OpenTwins {
            databases,
            logs,
            used: twins.used,
            log: Log::new(log_key, Arc::clone(&random)),
            random,
            made: (content == Content::Nothing).then_some(0),
        };
        opened.database()?.take()?;
        for files in [&opened.databases, &opened.logs] {
            match grow(files, opened.random.as_ref(), 0) {
                // There is room for it another day; what was written is to be read today.
                Ok(()) | Err(StoreError::DiskFull) => {}
                Err(error) => return Err(error),
            }
        }
        opened.touch();
        Ok(opened)
    }

    fn database(&self) -> Result<&DiskFile, StoreError> {
        of(&self.databases, self.used)
    }

    fn log_file(&self) -> Result<&DiskFile, StoreError> {
        of(&self.logs, self.used)
    }

    /// How far the database can be read, in bytes.
    fn length(&self) -> Result<u64, StoreError> {
        match self.made {
            Some(made) => Ok(made),
            None => Ok(self.database()?.length()?),
        }
    }

    /// Fills `into`, and says whether there were as many bytes.
    fn read(&self, into: &mut [u8], offset: u64) -> Result<bool, StoreError> {
        let there = self.length()?.saturating_sub(offset);
        let there = usize::try_from(there).unwrap_or(usize::MAX).min(into.len());
        let (wanted, beyond) = into.split_at_mut(there);
        beyond.fill(0);
        let read = self.database()?.read_at(wanted, offset)?;
        Ok(read == there && beyond.is_empty())
    }

    fn write(&mut self, bytes: &[u8], offset: u64) -> Result<(), StoreError> {
        let end = offset + bytes.len() as u64;
        if end > self.database()?.length()? {
            grow(&self.databases, self.random.as_ref(), end)?;
        }
        self.database()?.write_at(bytes, offset)?;
        self.made = self.made.map(|made| made.max(end));
        Ok(())
    }

    fn sync(&self) -> Result<(), StoreError> {
        self.touch();
        Ok(self.database()?.sync()?)
    }

    fn log_length(&self) -> Result<u64, StoreError> {
        Ok(log::plain_length(self.log_file()?.length()?))
    }

    fn read_log(&mut self, into: &mut [u8], offset: u64) -> Result<(), StoreError> {
        let file = of(&self.logs, self.used)?;
        self.log.read(file, into, offset)
    }

    fn write_log(&mut self, bytes: &[u8], offset: u64) -> Result<(), StoreError> {
        let needed = log::sealed_length(offset + bytes.len() as u64);
        if needed > self.log_file()?.length()? {
            grow(&self.logs, self.random.as_ref(), needed)?;
        }
        let file = of(&self.logs, self.used)?;
        self.log.write(file, bytes, offset)
    }

    fn sync_log(&mut self) -> Result<(), StoreError> {
        self.log.flush(of(&self.logs, self.used)?)?;
        self.touch();
        Ok(self.log_file()?.sync()?)
    }

    /// In place of cutting the log off or deleting it.
    fn empty_log(&mut self) -> Result<(), StoreError> {
        self.log.empty(of(&self.logs, self.used)?)?;
        self.touch();
        Ok(self.log_file()?.sync()?)
    }

    /// Gives all four files the same times.
    fn touch(&self) {
        let now = SystemTime::now();
        for file in self.databases.iter().chain(&self.logs).flatten() {
            file.touch(now);
        }
    }
}

impl Drop for OpenTwins {
    fn drop(&mut self) {
        self.touch();
    }
}

#[cfg(test)]
mod tests;

fn of(files: &[Option<DiskFile>; 2], used: Member) -> Result<&DiskFile, StoreError> {
    let [first, second] = files;
    let file = match used {
        Member::First => first,
        Member::Second => second,
    };
    file.as_ref().ok_or(StoreError::NotWritable)
}

fn open_if_there(path: &Path) -> Result<Option<DiskFile>, StoreError> {
    match DiskFile::open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The log of a file, made if need be; none where the file itself is missing.
fn log_beside(path: &Path, database: Option<&DiskFile>) -> Result<Option<DiskFile>, StoreError> {
    let log = log_of(path);
    match (database, open_if_there(&log)?) {
        (Some(_), None) => Ok(Some(DiskFile::create_new(&log)?)),
        (_, log) => Ok(log),
    }
}

/// Makes both files as long as the longer, and at least `needed`, in whole steps. The first goes first, whichever is used.
/// If the disk is full, both are as long as before.
fn grow(files: &[Option<DiskFile>; 2], random: &dyn Random, needed: u64) -> Result<(), StoreError> {
    let mut target = needed.max(STEP);
    for file in files.iter().flatten() {
        target = target.max(file.length()?);
    }
    let target = target.next_multiple_of(STEP);
    let mut grown = Vec::new();
    for file in files.iter().flatten() {
        let old = file.length()?;
        if old == target {
            continue;
        }
        grown.push((file, old));
        let result = append_random(file, random, old, target).and_then(|()| file.sync());
        if let Err(error) = result {
            for (file, old) in grown {
                // Random bytes that stay are harmless; the next opening levels them.
                let _ = file.set_length(old);
            }
            return Err(error.into());
        }
    }
    Ok(())
}

fn append_random(file: &DiskFile, random: &dyn Random, from: u64, to: u64) -> io::Result<()> {
    let mut piece = vec![0; PIECE];
    let mut at = from;
    while at < to {
        let length = usize::try_from(to - at).unwrap_or(PIECE).min(PIECE);
        let piece = piece.get_mut(..length).unwrap_or_default();
        random.fill(piece);
        file.write_at(piece, at)?;
        at += length as u64;
    }
    Ok(())
}
