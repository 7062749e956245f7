//! The data folder: where things are in it, who may use it, and how it comes into being.
//!
//! New files are made in a folder `starting` inside and moved into place together. Its own keys file is
//! written last: with it, the move is finished by whoever comes next, also after a crash; without it,
//! nothing was moved yet and `starting` is thrown away. So a folder has all of the new files or none.
//! Files of a notebook without a keys file are another matter: there the keys were lost, and nothing is
//! touched. Nor is anything when a notebook's files were lost and the keys are there.
//!
//! Nothing that could open or hold what a person wrote is ever replaced or deleted. What is in the way is
//! set aside under another name.

use std::{
    fs::{self, DirBuilder, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

use durumi_api::Failure;
use durumi_keys::{KeyFile, NotebookNumber, Random};
use durumi_store::{Member, Twins, file, log_of};

use crate::failure::{folder_failure, keys_failure, keys_file_failure};

/// More than a keys file of any format so far.
const KEYS_LIMIT: u64 = 4096;
const KEYS: &str = "keys";
const LOCK: &str = "lock";
const SHELF: &str = "shelf";
const STARTING: &str = "starting";
/// Where a library that replaces a damaged one is put together.
const SHELF_STARTING: &str = "shelf-starting";
/// In the order in which they are moved into place.
const NAMES: [&str; 6] = [
    SHELF,
    "notebook-2-wal",
    "notebook-2",
    "notebook-1-wal",
    "notebook-1",
    KEYS,
];

/// Where the program keeps its files.
#[derive(Clone, Debug)]
pub struct DataFolder(PathBuf);

/// What may be done in the folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// It is held, and everything may be done.
    Write,
    /// Nothing can be written there, so it cannot be held either.
    Read,
}

/// Which of the two notebook files are there. Every installation that has a notebook has both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotebookFiles {
    Neither,
    One,
    Both,
}

/// The promise that no other process uses the folder. Given back when dropped.
pub(crate) struct FolderLock(#[expect(dead_code, reason = "held, not read")] File);

impl DataFolder {
    /// A folder of the person's choice.
    pub fn at(path: PathBuf) -> Self {
        DataFolder(path)
    }

    /// Whether a place is this folder or within it.
    pub(crate) fn holds(&self, place: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        real(place).starts_with(real(&self.0))
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
        self.0.join(SHELF)
    }

    pub(crate) fn notebook(&self, number: NotebookNumber) -> PathBuf {
        self.0.join(match number {
            NotebookNumber::One => "notebook-1",
            NotebookNumber::Two => "notebook-2",
        })
    }

    /// Both notebook files, of which `used` is meant.
    pub(crate) fn twins(&self, used: NotebookNumber) -> Twins {
        let member = match used {
            NotebookNumber::One => Member::First,
            NotebookNumber::Two => Member::Second,
        };
        Twins::new(
            [NotebookNumber::One, NotebookNumber::Two].map(|number| self.notebook(number)),
            member,
        )
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

    /// The keys file; `None` when no notebook was made here.
    pub(crate) fn key_file(&self) -> Result<Option<KeyFile>, Failure> {
        let bytes = self.read_keys()?;
        bytes
            .map(|bytes| KeyFile::parse(&bytes).map_err(keys_failure))
            .transpose()
    }

    /// Puts another keys file in place of the one that is here, and noise where the old one was: slots that are
    /// destroyed later must not live on in what a disk keeps of earlier files.
    pub(crate) fn replace_keys(&self, keys: &KeyFile, random: &dyn Random) -> Result<(), Failure> {
        let bytes = keys.to_bytes();
        let mut noise = vec![0; bytes.len()];
        random.fill(&mut noise);
        file::replace_and_wipe(&self.0.join(KEYS), &bytes, &noise).map_err(keys_file_failure)
    }

    /// Writes over a piece of the keys file where it stands.
    pub(crate) fn overwrite_keys(&self, at: usize, bytes: &[u8]) -> Result<(), Failure> {
        let at = u64::try_from(at).map_err(|_| Failure::Internal)?;
        file::overwrite(&self.0.join(KEYS), at, bytes).map_err(keys_file_failure)
    }

    /// Writes noise over the keys file, or whatever stands in its place, and over one that was about to replace it.
    pub(crate) fn destroy_keys(&self, random: &dyn Random) -> Result<(), Failure> {
        for name in [KEYS, "keys.new"] {
            let path = self.0.join(name);
            let Ok(data) = fs::metadata(&path) else {
                continue;
            };
            let mut noise = vec![0; usize::try_from(data.len().min(KEYS_LIMIT)).unwrap_or_default()];
            random.fill(&mut noise);
            file::overwrite(&path, 0, &noise).map_err(keys_file_failure)?;
        }
        Ok(())
    }

    /// Removes every file of ours but the lock, which this process holds and which is empty. The folder must be held,
    /// and no file open. One that cannot be removed does not keep the others.
    pub(crate) fn remove_everything(&self) -> Result<(), Failure> {
        let mut result = Ok(());
        for entry in fs::read_dir(&self.0).map_err(folder_failure)? {
            let entry = entry.map_err(folder_failure)?;
            let name = entry.file_name();
            if !name.to_str().is_some_and(is_ours) {
                continue;
            }
            let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let removed = if folder {
                fs::remove_dir_all(entry.path())
            } else {
                fs::remove_file(entry.path())
            };
            result = result.and(removed);
        }
        result
            .and_then(|()| file::sync_folder(&self.0))
            .map_err(folder_failure)
    }

    /// Takes the folder for this process, or says that another one has it.
    pub(crate) fn lock(&self) -> Result<FolderLock, Failure> {
        let file = File::create(self.0.join(LOCK)).map_err(folder_failure)?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock(file)),
            Err(TryLockError::WouldBlock) => Err(Failure::InUse),
            Err(TryLockError::Error(error)) => Err(folder_failure(error)),
        }
    }

    /// Refuses a folder that another process holds, where this one cannot take it.
    pub(crate) fn refuse_held(&self) -> Result<(), Failure> {
        let Ok(file) = File::open(self.0.join(LOCK)) else {
            return Ok(());
        };
        match file.try_lock_shared() {
            Err(TryLockError::WouldBlock) => Err(Failure::InUse),
            // Where nobody can lock, nobody holds it.
            Ok(()) | Err(TryLockError::Error(_)) => Ok(()),
        }
    }

    /// Which notebook files are here. A folder may have a library alone.
    pub(crate) fn notebook_files(&self) -> NotebookFiles {
        let there = |number| self.notebook(number).exists();
        match (there(NotebookNumber::One), there(NotebookNumber::Two)) {
            (false, false) => NotebookFiles::Neither,
            (true, true) => NotebookFiles::Both,
            _ => NotebookFiles::One,
        }
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
        let starting = DataFolder(self.0.join(STARTING));
        if self.is_in_the_way_of(&starting) {
            return Err(Failure::NotebookExists);
        }
        file::replace(&starting.0.join(KEYS), keys).map_err(keys_file_failure)?;
        self.move_into_place(&starting.0).map_err(folder_failure)
    }

    /// Finishes or undoes what a crash or a full disk interrupted.
    pub(crate) fn tidy(&self) -> Result<(), Failure> {
        let unfinished = self.0.join(SHELF_STARTING);
        if unfinished.is_dir() {
            fs::remove_dir_all(unfinished).map_err(folder_failure)?;
        }
        let starting = DataFolder(self.0.join(STARTING));
        if !starting.0.is_dir() {
            return Ok(());
        }
        let result = if !starting.0.join(KEYS).exists() {
            fs::remove_dir_all(starting.0)
        } else if self.is_in_the_way_of(&starting) {
            self.set_aside(STARTING)
        } else {
            self.move_into_place(&starting.0)
        };
        result.map_err(folder_failure)
    }

    /// Puts a new library in the place of a damaged one, which is set aside, or of none. The folder must be
    /// held and the library closed.
    pub(crate) fn replace_shelf(
        &self,
        make: impl FnOnce(&DataFolder) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        self.tidy()?;
        let starting = DataFolder(self.0.join(SHELF_STARTING));
        private_folder(&starting.0).map_err(folder_failure)?;
        let result = make(&starting).and_then(|()| {
            self.set_aside(SHELF)
                .and_then(|()| file::rename(&starting.shelf(), &self.shelf()))
                .and_then(|()| file::sync_folder(&self.0))
                .map_err(folder_failure)
        });
        // What is half made takes room on a full disk; that it cannot be removed changes nothing here.
        let _ = fs::remove_dir_all(starting.0);
        result
    }

    /// How many damaged files and folders are kept under other names.
    pub(crate) fn kept(&self) -> u32 {
        let names = fs::read_dir(&self.0).into_iter().flatten().flatten();
        let kept = names.filter(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            is_ours(&name) && name.contains("-aside-") && !name.ends_with("-wal")
        });
        u32::try_from(kept.count()).unwrap_or(u32::MAX)
    }

    /// Gives a file or folder, if it is there, and its log another name.
    fn set_aside(&self, name: &str) -> io::Result<()> {
        let from = self.0.join(name);
        let free = |number: &u32| !self.0.join(format!("{name}-aside-{number}")).exists();
        let number = (1..u32::MAX).find(free).unwrap_or_default();
        let to = self.0.join(format!("{name}-aside-{number}"));
        // The log first: it must never lie beside the file that comes next.
        for (from, to) in [(log_of(&from), log_of(&to)), (from, to)] {
            if from.exists() {
                file::rename(&from, &to)?;
            }
        }
        file::sync_folder(&self.0)
    }

    /// Whether moving the new files into place would replace what a person wrote, or the keys to it.
    fn is_in_the_way_of(&self, starting: &DataFolder) -> bool {
        let both_have = |number| starting.notebook(number).exists() && self.notebook(number).exists();
        let keys = match file::read(&self.0.join(KEYS), KEYS_LIMIT) {
            Ok(None) => false,
            Ok(Some(keys)) => KeyFile::parse(&keys).map_or(true, |keys| !is_replaceable(&keys)),
            Err(_) => true,
        };
        keys || both_have(NotebookNumber::One) || both_have(NotebookNumber::Two)
    }

    fn move_into_place(&self, starting: &Path) -> io::Result<()> {
        for name in NAMES {
            let made = starting.join(name);
            if made.exists() {
                file::rename(&made, &self.0.join(name))?;
                file::sync_folder(&self.0)?;
            }
        }
        fs::remove_dir(starting)
    }
}

/// Whether a file in the data folder is one that the program made, also one that was set aside.
fn is_ours(name: &str) -> bool {
    [KEYS, SHELF, STARTING, "notebook-1", "notebook-2"]
        .iter()
        .any(|ours| {
            name.strip_prefix(ours)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '.']))
        })
}

/// Whether a keys file opens nothing that a person wrote, for certain.
fn is_replaceable(keys: &KeyFile) -> bool {
    keys.is_whole() && keys.is_for_library_only()
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
    fn new_files_never_replace_a_notebook_or_its_keys() {
        for in_the_way in [KEYS, "notebook-1", "notebook-2"] {
            let place = tempfile::tempdir().unwrap();
            let folder = DataFolder::at(place.path().to_owned());
            let starting = folder.begin().unwrap();
            fs::write(starting.notebook(NotebookNumber::One), "new").unwrap();
            fs::write(starting.notebook(NotebookNumber::Two), "new").unwrap();
            fs::write(place.path().join(in_the_way), "old").unwrap();
            assert_eq!(folder.complete(b"new"), Err(Failure::NotebookExists));
            // As after a crash, when the old file was brought back before the next start.
            fs::write(starting.0.join(KEYS), "new").unwrap();
            folder.tidy().unwrap();
            assert_eq!(fs::read(place.path().join(in_the_way)).unwrap(), b"old");
            assert_eq!(names(place.path()), [in_the_way, "starting-aside-1"]);
        }
    }

    #[test]
    fn a_damaged_library_is_set_aside_with_its_log() {
        let place = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(place.path().to_owned());
        for round in ["first", "second"] {
            fs::write(folder.shelf(), round).unwrap();
            fs::write(log_of(&folder.shelf()), round).unwrap();
            let made =
                folder.replace_shelf(|starting| fs::write(starting.shelf(), "new").map_err(folder_failure));
            made.unwrap();
            assert_eq!(fs::read(folder.shelf()).unwrap(), b"new");
        }
        assert_eq!(
            names(place.path()),
            [
                "shelf",
                "shelf-aside-1",
                "shelf-aside-1-wal",
                "shelf-aside-2",
                "shelf-aside-2-wal"
            ]
        );
        assert_eq!(
            fs::read(place.path().join("shelf-aside-1-wal")).unwrap(),
            b"first"
        );
        let failed = folder.replace_shelf(|_| Err(Failure::DiskFull));
        assert_eq!(failed, Err(Failure::DiskFull));
        assert_eq!(names(place.path()).len(), 5, "nothing was moved");
    }

    #[test]
    fn one_folder_serves_one_program() {
        let place = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(place.path().to_owned());
        let first = folder.lock().unwrap();
        assert!(matches!(folder.lock(), Err(Failure::InUse)));
        assert_eq!(folder.refuse_held(), Err(Failure::InUse));
        drop(first);
        assert_eq!(folder.refuse_held(), Ok(()));
        assert!(folder.lock().is_ok());
    }
}
