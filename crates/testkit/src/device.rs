//! A person's computer with the program on it.

use std::{path::PathBuf, sync::Arc};

use durumi_api::Failure;
use durumi_app::{App, CostChoice, DataFolder, StartOptions};
use durumi_base::FixedClock;
use durumi_keys::SystemRandom;
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
}

impl Device {
    /// Alice's computer: the program runs, and nothing has been written yet.
    #[must_use]
    pub fn alice() -> Self {
        let mut device = Device {
            disk: tempfile::tempdir().expect("a temporary folder"),
            app: None,
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

    /// Where the program keeps its files.
    pub fn data(&self) -> PathBuf {
        self.disk.path().join("data")
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
            clock: Arc::new(FixedClock(NOW_MS)),
            random: Arc::new(SystemRandom),
            cost: CostChoice::Floor,
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
