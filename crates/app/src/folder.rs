//! The data folder: where things are in it, who may use it, and how it comes into being.
//!
//! New files are made in a folder `starting` inside and moved into place together. Its own keys file is
//! written last: with it, the move is finished by whoever comes next, also after a crash; without it,
//! nothing was moved yet and `starting` is thrown away. So a folder has all of the new files or none.
//! Files of a notebook without a keys file are another matter: there the keys were lost, and nothing is
//! touched.

use std::{
    fs::{self, DirBuilder, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

use durumi_api::Failure;
use durumi_keys::NotebookNumber;
use durumi_store::file;

use crate::failure::{folder_failure, keys_file_failure};

/// More than a keys file of any format so far.
const KEYS_LIMIT: u64 = 4096;
const KEYS: &str = "keys";
const STARTING: &str = "starting";
/// In the order in which they are moved into place.
const NAMES: [&str; 4] = ["shelf", "notebook-2", "notebook-1", KEYS];

/// Where the program keeps its files.
#[derive(Clone, Debug)]
pub struct DataFolder(PathBuf);

/// The promise that no other process uses the folder. Given back when dropped.
pub(crate) struct FolderLock(#[expect(dead_code, reason = "held, not read")] File);

impl DataFolder {
    /// A folder of the person's choice.
    pub fn at(path: PathBuf) -> Self {
        DataFolder(path)
    }

    /// `data` beside the program when that exists, so that a stick carries everything; otherwise the
    /// place where this system keeps programs' data.
    pub fn default_place() -> Self {
        let beside = std::env::current_exe()
            .ok()
            .and_then(|program| Some(program.parent()?.join("data")));
        match beside {
            Some(beside) if beside.is_dir() => DataFolder(beside),
            _ => DataFolder(
                dirs::data_local_dir()
                    .unwrap_or_else(|| PathBuf::from("."))
                    .join("durumi"),
            ),
        }
    }

    pub(crate) fn shelf(&self) -> PathBuf {
        self.0.join("shelf")
    }

    pub(crate) fn notebook(&self, number: NotebookNumber) -> PathBuf {
        self.0.join(match number {
            NotebookNumber::One => "notebook-1",
            NotebookNumber::Two => "notebook-2",
        })
    }

    /// Whether anything of ours is there, finished or not. Where nothing is, nothing is written either.
    pub(crate) fn is_used(&self) -> bool {
        NAMES
            .iter()
            .chain(&[STARTING])
            .any(|name| self.0.join(name).exists())
    }

    /// The keys file's bytes; `None` when no notebook was made here.
    pub(crate) fn read_keys(&self) -> Result<Option<Vec<u8>>, Failure> {
        let keys = file::read(&self.0.join(KEYS), KEYS_LIMIT).map_err(keys_file_failure)?;
        let lost = keys.is_none() && NAMES.iter().any(|name| self.0.join(name).exists());
        if lost { Err(Failure::KeysDamaged) } else { Ok(keys) }
    }

    /// Takes the folder for this process, or says that another one has it.
    pub(crate) fn lock(&self) -> Result<FolderLock, Failure> {
        let file = File::create(self.0.join("lock")).map_err(folder_failure)?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock(file)),
            Err(TryLockError::WouldBlock) => Err(Failure::InUse),
            Err(TryLockError::Error(error)) => Err(folder_failure(error)),
        }
    }

    /// Whether a notebook was made here. A folder may have a library alone.
    pub(crate) fn has_notebook(&self) -> bool {
        self.notebook(NotebookNumber::One).exists()
    }

    /// Makes the folder.
    pub(crate) fn make(&self) -> Result<(), Failure> {
        private_folder(&self.0).map_err(folder_failure)
    }

    /// Makes the place where new files are put together. The folder must be held.
    pub(crate) fn begin(&self) -> Result<DataFolder, Failure> {
        self.tidy()?;
        let starting = self.0.join(STARTING);
        private_folder(&starting).map_err(folder_failure)?;
        Ok(DataFolder(starting))
    }

    /// Puts what was made in [`DataFolder::begin`]'s folder in place. No file may be open.
    pub(crate) fn complete(&self, keys: &[u8]) -> Result<(), Failure> {
        let starting = self.0.join(STARTING);
        file::replace(&starting.join(KEYS), keys).map_err(keys_file_failure)?;
        self.move_into_place(&starting).map_err(folder_failure)
    }

    /// Finishes or undoes what a crash or a full disk interrupted.
    pub(crate) fn tidy(&self) -> Result<(), Failure> {
        let starting = self.0.join(STARTING);
        if !starting.is_dir() {
            return Ok(());
        }
        let result = if starting.join(KEYS).exists() {
            self.move_into_place(&starting)
        } else {
            fs::remove_dir_all(starting)
        };
        result.map_err(folder_failure)
    }

    fn move_into_place(&self, starting: &Path) -> io::Result<()> {
        for name in NAMES {
            let made = starting.join(name);
            if made.exists() {
                fs::rename(made, self.0.join(name))?;
                file::sync_folder(&self.0)?;
            }
        }
        fs::remove_dir(starting)
    }
}

fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(path: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(path)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_crash_before_the_keys_were_written_undoes_everything() {
        let place = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(place.path().join("data"));
        folder.make().unwrap();
        let starting = folder.begin().unwrap();
        fs::write(starting.shelf(), "half").unwrap();
        folder.tidy().unwrap();
        assert!(names(&place.path().join("data")).is_empty());
        assert!(folder.read_keys().unwrap().is_none());
    }

    #[test]
    fn a_crash_while_moving_is_finished_by_the_next_start() {
        let place = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(place.path().to_owned());
        let starting = folder.begin().unwrap();
        fs::write(folder.shelf(), "moved already").unwrap();
        fs::write(starting.notebook(NotebookNumber::One), "one").unwrap();
        fs::write(starting.notebook(NotebookNumber::Two), "two").unwrap();
        fs::write(starting.0.join(KEYS), "keys").unwrap();
        folder.tidy().unwrap();
        assert_eq!(names(place.path()), ["keys", "notebook-1", "notebook-2", "shelf"]);
        assert_eq!(folder.read_keys().unwrap().unwrap(), b"keys");
    }

    #[test]
    fn a_notebook_whose_keys_were_lost_is_reported_and_not_touched() {
        let place = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(place.path().to_owned());
        fs::write(folder.notebook(NotebookNumber::One), "sealed for ever").unwrap();
        folder.tidy().unwrap();
        assert!(matches!(folder.read_keys(), Err(Failure::KeysDamaged)));
        assert_eq!(names(place.path()), ["notebook-1"]);
    }

    #[test]
    fn one_folder_serves_one_program() {
        let place = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(place.path().to_owned());
        let first = folder.lock().unwrap();
        assert!(matches!(folder.lock(), Err(Failure::InUse)));
        drop(first);
        assert!(folder.lock().is_ok());
    }
}
