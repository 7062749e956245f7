//! A person's computer with the program on it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use durumi_api::Failure;
use durumi_app::{App, CostChoice, DataFolder, StartOptions};
use durumi_base::Clock;
use durumi_keys::{Cost, Grant, KeyFile, NotebookNumber, Passphrase, SystemRandom};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The passphrase that people in tests use.
pub const PASSPHRASE: &str = "두루미는 겨울에 날아온다";
/// 2026-11-24, noon UTC.
const NOW_MS: i64 = 1_795_521_600_000;

/// A computer. Its disk lasts as long as the value; the program on it can be started again.
pub struct Device {
    disk: TempDir,
    app: Option<App>,
    clock: Arc<HandSet>,
    cost: Cost,
}

/// A clock that stands still until somebody moves its hands.
struct HandSet(AtomicI64);

impl Clock for HandSet {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A passphrase as the program reads it.
pub fn passphrase(typed: &str) -> Passphrase {
    durumi_app::read_passphrase(typed).expect("a test's passphrase is not too long")
}

impl Device {
    /// Alice's computer: the program runs, and nothing has been written yet.
    #[must_use]
    pub fn alice() -> Self {
        let mut device = Device {
            disk: tempfile::tempdir().expect("a temporary folder"),
            app: None,
            clock: Arc::new(HandSet(AtomicI64::new(NOW_MS))),
            cost: Cost::FLOOR,
        };
        device.start().expect("an empty disk is no obstacle");
        device
    }

    /// Alice's computer with a notebook that is open.
    #[must_use]
    pub fn alice_with_notebook() -> Self {
        let device = Self::alice();
        device.call(
            "notebook_create",
            json!({ "passphrase": PASSPHRASE, "shelf": "closed" }),
        );
        device
    }

    /// Another computer of the same person, with a copy of this one's notebook that is still empty.
    #[must_use]
    pub fn joined(&self) -> Self {
        let invitation = self.call("sync_invite", json!({ "passphrase": PASSPHRASE }));
        let other = Self::alice();
        let join = json!({
            "file": invitation.get("file"),
            "code": invitation.get("code"),
            "passphrase": PASSPHRASE,
            "shelf": "closed",
        });
        other.call("notebook_join", join);
        other
    }

    /// A computer whose disk holds a copy of this data folder; the program runs.
    pub fn with_data(folder: &Path) -> Result<Self, Failure> {
        let mut device = Self::alice();
        device.stop();
        copy_folder(folder, &device.data()).expect("there is room");
        device.start()?;
        Ok(device)
    }

    /// Where the program keeps its files.
    pub fn data(&self) -> PathBuf {
        self.disk.path().join("data")
    }

    /// The person's own folder on this computer, where copies may be put.
    pub fn documents(&self) -> PathBuf {
        self.disk.path().join("documents")
    }

    /// The keys file as it is on the disk.
    pub fn key_file(&self) -> KeyFile {
        let bytes = fs::read(self.data().join("keys")).expect("there are keys");
        KeyFile::parse(&bytes).expect("the keys file is one")
    }

    /// What [`PASSPHRASE`] opens.
    pub fn grant(&self) -> Grant {
        let grant = self.key_file().unlock(&passphrase(PASSPHRASE));
        grant.expect("the passphrase is right")
    }

    /// The name of the notebook file that [`PASSPHRASE`] opens, and of the other one.
    pub fn notebook_names(&self) -> (&'static str, &'static str) {
        match self.grant().notebook {
            NotebookNumber::One => ("notebook-1", "notebook-2"),
            NotebookNumber::Two => ("notebook-2", "notebook-1"),
        }
    }

    /// Moves the hands of the clock, forward or back.
    pub fn turn_clock(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds * 1000, Ordering::Relaxed);
    }

    /// From the next start on, this much work counts as a second of this computer.
    pub fn be_faster(&mut self, cost: Cost) {
        self.cost = cost;
    }

    /// Starts the program; it must not be running.
    pub fn start(&mut self) -> Result<(), Failure> {
        self.app = None;
        self.app = Some(self.another_start()?);
        Ok(())
    }

    /// Starts the program a second time on the same files.
    pub fn another_start(&self) -> Result<App, Failure> {
        App::start(StartOptions {
            folder: DataFolder::at(self.data()),
            clock: Arc::clone(&self.clock) as Arc<dyn Clock>,
            random: Arc::new(SystemRandom),
            cost: CostChoice::Fixed(self.cost),
            documents: Some(self.documents()),
        })
    }

    /// Ends the program, as closing the window does.
    pub fn stop(&mut self) {
        self.app = None;
    }

    /// The program itself, for what has no name in the contract or must not go through JSON.
    pub fn app(&self) -> &App {
        self.app.as_ref().expect("the program runs")
    }

    /// Gives a command that must succeed.
    pub fn call(&self, command: &str, request: Value) -> Value {
        self.try_call(command, request)
            .unwrap_or_else(|failure| panic!("{command}: {failure:?}"))
    }

    /// Gives a command that may fail.
    pub fn try_call(&self, command: &str, request: Value) -> Result<Value, Failure> {
        self.app().dispatch(command, request)
    }
}

/// Copies a folder with everything below it.
pub fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
