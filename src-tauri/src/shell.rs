//! The app inside the window.
//!
//! The app is started beside the web view, not before it: reading the library from the disk and
//! starting the web view take about as long as each other, and neither needs the other. A command
//! that comes before the app is ready waits for it. If the app could not start, every command
//! answers with the reason, so that the screen can show it: the window never just vanishes.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use durumi_api::Failure;
use durumi_app::{App, DataFolder, StartOptions};

use crate::arguments::Arguments;
use crate::scratch::Scratch;

/// What the window keeps.
pub struct Shell {
    app: Arc<OnceLock<Result<App, Failure>>>,
    arguments: Arguments,
    scratch: Scratch,
    closing: AtomicBool,
    opened: AtomicBool,
    locks: AtomicU64,
}

impl Shell {
    /// Starts the app on a thread of its own.
    pub fn start(arguments: Arguments, scratch: Scratch) -> Shell {
        let app = Arc::new(OnceLock::new());
        let folder = arguments
            .data
            .clone()
            .map_or_else(DataFolder::default_place, DataFolder::at);
        let slot = Arc::clone(&app);
        std::thread::spawn(move || slot.set(App::start(StartOptions::new(folder))).is_ok());
        Shell {
            app,
            arguments,
            scratch,
            closing: AtomicBool::new(false),
            opened: AtomicBool::new(false),
            locks: AtomicU64::new(0),
        }
    }

    /// The app, once it has started.
    pub fn app(&self) -> Result<&App, Failure> {
        self.app.wait().as_ref().map_err(Clone::clone)
    }

    /// The app, if it has started already.
    pub fn app_if_ready(&self) -> Option<&App> {
        self.app.get()?.as_ref().ok()
    }

    /// Notes that the window is to be closed. True if that was not so before.
    pub fn begin_closing(&self) -> bool {
        !self.closing.swap(true, Ordering::AcqRel)
    }

    /// True once the window is to be closed.
    pub fn is_closing(&self) -> bool {
        self.closing.load(Ordering::Acquire)
    }

    /// Notes that somebody wants the notebook locked.
    pub fn note_lock(&self) {
        self.locks.fetch_add(1, Ordering::AcqRel);
    }

    /// How often that was.
    pub fn locks(&self) -> u64 {
        self.locks.load(Ordering::Acquire)
    }

    /// Notes that this process had the notebook's keys.
    pub fn note_opened(&self) {
        self.opened.store(true, Ordering::Release);
    }

    /// True if this process had the notebook's keys. It is replaced when they are to go.
    pub fn was_opened(&self) -> bool {
        self.opened.load(Ordering::Acquire)
    }

    /// How this process was started.
    pub fn arguments(&self) -> &Arguments {
        &self.arguments
    }

    /// Where the web view's files are.
    pub fn scratch(&self) -> &Scratch {
        &self.scratch
    }
}
