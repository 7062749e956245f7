//! Changing the files that are written piece by piece: a notebook, its twin and their logs.
//!
//! Everything that changes them goes through [`DiskFile`], so that a test can write down each change in its
//! order, let the power fail between two of them, or fill the disk at any one (feature `probe`).

use std::{
    fs::{File, FileTimes, OpenOptions, TryLockError},
    io,
    path::Path,
    time::SystemTime,
};

use crate::StoreError;

#[cfg(feature = "probe")]
pub mod probe;

/// An open file.
pub(crate) struct DiskFile {
    file: File,
    /// The file's own name, without the folder.
    #[cfg(feature = "probe")]
    name: String,
}

impl DiskFile {
    /// Opens a file for reading and writing.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        Self::with(path, OpenOptions::new().read(true).write(true))
    }

    /// Makes a file that must not exist yet.
    pub(crate) fn create_new(path: &Path) -> io::Result<Self> {
        Self::with(path, OpenOptions::new().read(true).write(true).create_new(true))
    }

    /// Keeps other processes and other handles from taking the file. Where the system has no locks nobody is kept off.
    pub(crate) fn take(&self) -> Result<(), StoreError> {
        match self.file.try_lock() {
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
            Ok(()) | Err(TryLockError::Error(_)) => Ok(()),
        }
    }

    /// The length in bytes.
    pub(crate) fn length(&self) -> io::Result<u64> {
        Ok(self.file.metadata()?.len())
    }

    /// Fills `into` from `offset` on, and says how many bytes there were; the rest is zeroed.
    pub(crate) fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
        let mut done = 0;
        while let Some(rest) = into.get_mut(done..).filter(|rest| !rest.is_empty()) {
            match read_some(&self.file, rest, offset + done as u64) {
                Ok(0) => {
                    rest.fill(0);
                    break;
                }
                Ok(read) => done += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(done)
    }

    /// Writes all of `bytes` at `offset`.
    pub(crate) fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        #[cfg(feature = "probe")]
        probe::tell(&self.name, &probe::Change::Write { offset, bytes })?;
        let mut done = 0;
        while let Some(rest) = bytes.get(done..).filter(|rest| !rest.is_empty()) {
            match write_some(&self.file, rest, offset + done as u64) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(written) => done += written,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Cuts the file off.
    pub(crate) fn set_length(&self, length: u64) -> io::Result<()> {
        #[cfg(feature = "probe")]
        probe::tell(&self.name, &probe::Change::Length(length))?;
        self.file.set_len(length)
    }

    /// When this returns, all that was written is on the disk.
    pub(crate) fn sync(&self) -> io::Result<()> {
        #[cfg(feature = "probe")]
        probe::tell(&self.name, &probe::Change::Sync)?;
        self.file.sync_data()
    }

    /// Sets the times of last change and last reading. That it fails is not worth a word: nothing is lost by it.
    pub(crate) fn touch(&self, time: SystemTime) {
        let _ = self
            .file
            .set_times(FileTimes::new().set_accessed(time).set_modified(time));
    }

    fn with(path: &Path, options: &OpenOptions) -> io::Result<Self> {
        Ok(DiskFile {
            file: options.open(path)?,
            #[cfg(feature = "probe")]
            name: path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
        })
    }
}

#[cfg(unix)]
fn read_some(file: &File, into: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, into, offset)
}

#[cfg(unix)]
fn write_some(file: &File, bytes: &[u8], offset: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::write_at(file, bytes, offset)
}

#[cfg(windows)]
fn read_some(file: &File, into: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, into, offset)
}

#[cfg(windows)]
fn write_some(file: &File, bytes: &[u8], offset: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_write(file, bytes, offset)
}
