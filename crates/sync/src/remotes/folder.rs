//! A folder as a remote: on a stick, on a network drive, or one that another program keeps in step.
//!
//! An object is written beside, synced and renamed, so a pulled stick leaves it whole or not at all. The
//! folder itself is never made: where a stick is mounted there is a folder, and where it is not there is
//! none to write to by mistake.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use crate::{Entry, Kind, Remote, RemoteError};

/// A folder.
pub struct Folder {
    place: PathBuf,
}

impl Folder {
    /// On a folder that is there, or will be when its stick is.
    pub fn at(place: PathBuf) -> Self {
        Folder { place }
    }

    fn path(&self, kind: Kind, name: &str) -> Result<PathBuf, RemoteError> {
        // A name with a path in it never comes from us.
        if name.is_empty() || name.contains(['/', '\\', ':']) || name.starts_with('.') {
            return Err(RemoteError::Broken);
        }
        Ok(self.place.join(kind.folder()).join(name))
    }

    fn is_there(&self) -> Result<(), RemoteError> {
        if self.place.is_dir() {
            Ok(())
        } else {
            Err(RemoteError::NotThere)
        }
    }
}

impl Remote for Folder {
    fn list(&mut self, kind: Kind) -> Result<Vec<Entry>, RemoteError> {
        self.is_there()?;
        let entries = match fs::read_dir(self.place.join(kind.folder())) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(trouble(&error)),
        };
        let mut all = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| trouble(&error))?;
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
                continue;
            };
            // What is half written, and what file managers leave.
            if name.starts_with('.') {
                continue;
            }
            match entry.metadata() {
                Ok(about) if about.is_file() => all.push(Entry {
                    name,
                    size: about.len(),
                }),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(trouble(&error)),
            }
        }
        Ok(all)
    }

    fn get(&mut self, kind: Kind, name: &str, limit: u64) -> Result<Option<Vec<u8>>, RemoteError> {
        self.is_there()?;
        let file = match File::open(self.path(kind, name)?) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(trouble(&error)),
        };
        let mut object = Vec::new();
        file.take(limit)
            .read_to_end(&mut object)
            .map_err(|error| trouble(&error))?;
        Ok(Some(object))
    }

    fn put(&mut self, kind: Kind, name: &str, object: &[u8]) -> Result<(), RemoteError> {
        self.is_there()?;
        let path = self.path(kind, name)?;
        let beside = path.with_file_name(format!(".{name}"));
        let written = write(&self.place.join(kind.folder()), &beside, &path, object);
        written.map_err(|error| {
            // What is half written takes room on a full stick.
            let _ = fs::remove_file(&beside);
            trouble(&error)
        })
    }

    fn delete(&mut self, kind: Kind, name: &str) -> Result<(), RemoteError> {
        self.is_there()?;
        match fs::remove_file(self.path(kind, name)?) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(trouble(&error)),
            _ => Ok(()),
        }
    }
}

fn write(folder: &Path, beside: &Path, path: &Path, object: &[u8]) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    let mut file = File::create(beside)?;
    file.write_all(object)?;
    file.sync_all()?;
    drop(file);
    fs::rename(beside, path)
}

fn trouble(error: &io::Error) -> RemoteError {
    use io::ErrorKind;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => RemoteError::Full,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => RemoteError::Refused,
        ErrorKind::TimedOut => RemoteError::TimedOut,
        ErrorKind::ResourceBusy => RemoteError::Busy,
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => {
            RemoteError::Unreachable
        }
        // A stick that was pulled answers with errors of its own.
        _ => RemoteError::NotThere,
    }
}
