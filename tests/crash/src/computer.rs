//! A disk with two notebooks on it, and what must be found there.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::Instant,
};

use durumi_base::SystemClock;
use durumi_cases::{CasesError, Notebook};
use durumi_keys::{MasterKey, Random, SystemRandom};
use durumi_store::{Member, Twins};
use durumi_testkit::CountingRandom;
use tempfile::TempDir;

use crate::{figures::Figures, life};

/// The names of the four files.
pub const NAMES: [&str; 4] = ["notebook-1", "notebook-2", "notebook-1-wal", "notebook-2-wal"];

/// What one notebook was told is saved: the version of each thing, by its label.
#[derive(Clone, Debug, Default)]
pub struct Saved {
    /// The version of each thing that is there.
    pub there: BTreeMap<u32, u32>,
    /// What was begun and not acknowledged: it may have happened.
    pub begun: Option<(u32, Option<u32>)>,
}

/// A folder with the files.
pub struct Computer {
    folder: TempDir,
}

impl Computer {
    /// Two notebooks, both in use.
    pub fn new() -> Self {
        let computer = Computer::empty();
        computer
            .twins(Member::First)
            .make(&SystemRandom)
            .expect("there is room");
        for member in [Member::First, Member::Second] {
            let made = Notebook::create(
                computer.twins(member),
                &master(member),
                Arc::new(SystemClock),
                Arc::new(SystemRandom),
            );
            drop(made.expect("there is room"));
        }
        computer
    }

    /// A folder with nothing in it. In memory where the system has such a place: nothing here trusts the disk.
    pub fn empty() -> Self {
        let shm = Path::new("/dev/shm");
        let folder = if shm.is_dir() {
            tempfile::tempdir_in(shm)
        } else {
            tempfile::tempdir()
        };
        Computer {
            folder: folder.expect("a temporary folder"),
        }
    }

    /// The same files once more.
    pub fn copied(&self) -> Self {
        let copy = Computer::empty();
        for name in NAMES {
            fs::copy(self.file(name), copy.file(name)).expect("there is room");
        }
        copy
    }

    /// Where a file is.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Where all of them are.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The files, with one of them meant.
    pub fn twins(&self, member: Member) -> Twins {
        twins(self.folder.path(), member)
    }

    /// Opens a notebook, checks every page, and compares it with what it was told is saved. What was only begun is settled.
    pub fn examine(&self, member: Member, saved: &mut Saved, figures: &mut Figures, what: &str) {
        let before = Instant::now();
        let notebook = match open(self.folder.path(), member) {
            Ok(notebook) => notebook,
            Err(error) => {
                println!("{what}: does not open: {error:?}");
                figures.closed += 1;
                return;
            }
        };
        figures.slowest = figures.slowest.max(before.elapsed());
        if let Err(error) = notebook.check() {
            println!("{what}: fails its check: {error:?}");
            figures.closed += 1;
        }
        if !self.is_alike() {
            println!("{what}: the files are not alike");
            figures.unlike += 1;
        }
        match life::read(&notebook) {
            Ok(found) => figures.lost += saved.settle(&found, what),
            Err(error) => {
                println!("{what}: cannot be read: {error:?}");
                figures.closed += 1;
            }
        }
    }

    fn is_alike(&self) -> bool {
        let facts = |name| {
            let data = fs::metadata(self.file(name)).ok()?;
            Some((data.len(), data.modified().ok()?))
        };
        let [one, two, one_log, two_log] = NAMES.map(facts);
        one.is_some() && one == two && one_log.is_some() && one_log == two_log
    }
}

impl Saved {
    /// How many things are not as they were said to be saved.
    fn settle(&mut self, found: &BTreeMap<u32, u32>, what: &str) -> u32 {
        if let Some((label, version)) = self.begun.take()
            && found.get(&label).copied() == version
        {
            self.there.remove(&label);
            self.there.extend(version.map(|version| (label, version)));
        }
        let wrong: Vec<_> = self
            .there
            .iter()
            .filter(|(label, version)| found.get(label) != Some(version))
            .chain(found.iter().filter(|(label, _)| !self.there.contains_key(label)))
            .collect();
        if !wrong.is_empty() {
            println!("{what}: not as saved: {wrong:?}");
        }
        u32::try_from(wrong.len()).unwrap_or(u32::MAX)
    }
}

/// The key of a notebook here: always the same, so that the killed process and its judge both have it.
pub fn master(member: Member) -> MasterKey {
    MasterKey::make(&CountingRandom::new(match member {
        Member::First => 1,
        Member::Second => 2,
    }))
}

/// Opens a notebook in a folder.
pub fn open(folder: &Path, member: Member) -> Result<Notebook, CasesError> {
    let random: Arc<dyn Random> = Arc::new(SystemRandom);
    Notebook::open(
        twins(folder, member),
        &master(member),
        Arc::new(SystemClock),
        random,
    )
}

fn twins(folder: &Path, member: Member) -> Twins {
    let [one, two, ..] = NAMES;
    Twins::new([folder.join(one), folder.join(two)], member)
}
