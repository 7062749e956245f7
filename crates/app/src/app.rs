//! The program, as a value.

use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use durumi_api::{AppState, AppStateAsk, Failure, Notice};
use durumi_base::{Clock, SystemClock};
use durumi_keys::{Cost, Random, SystemRandom};
use durumi_store::Stopper;
use durumi_sync::Watch;

use crate::{
    folder::{Access, DataFolder, FolderLock},
    opportune::Schedule,
    pack::Pending,
    state::{self, State},
};

/// The program on one data folder. Dropping it locks it.
pub struct App {
    pub(crate) folder: DataFolder,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) cost: CostChoice,
    /// Where copies on this computer are put.
    pub(crate) documents: Option<PathBuf>,
    state: Mutex<State>,
    /// Held while a passphrase is tried.
    pub(crate) trying: Mutex<()>,
    /// What a person is about to install.
    pending: Mutex<Pending>,
    /// Held while places are visited: one visit at a time.
    pub(crate) visiting: Mutex<()>,
    /// The visit that is under way, seen from outside.
    pub(crate) watch: Watch,
    /// When places are visited without being asked.
    pub(crate) schedule: Mutex<Schedule>,
    /// What ends something long that is done with the notebook.
    stopper: Mutex<Option<Stopper>>,
    /// How often somebody asked for that.
    stops: AtomicU64,
    /// Held from the moment there is something in the folder until the program ends; never where nothing can
    /// be written.
    pub(crate) lock: OnceLock<FolderLock>,
}

/// What the program is started with.
pub struct StartOptions {
    /// Where the notebook and the library are kept. Nothing is written there before a notebook is made.
    pub folder: DataFolder,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// How much work a new notebook's passphrase costs.
    pub cost: CostChoice,
    /// The folder on this computer that copies of a notebook may be put into, if there is one.
    pub documents: Option<PathBuf>,
}

/// How much work a new notebook's passphrase costs.
#[derive(Clone, Copy, Debug)]
pub enum CostChoice {
    /// About a second on this computer for the two candidates that every passphrase has.
    Calibrated,
    /// This one, for tests.
    Fixed(Cost),
}

/// How long one candidate should take.
pub(crate) const CANDIDATE_GOAL: Duration = Duration::from_millis(500);

impl StartOptions {
    /// The computer's own clock and randomness, and a calibrated cost.
    pub fn new(folder: DataFolder) -> Self {
        StartOptions {
            folder,
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom),
            cost: CostChoice::Calibrated,
            documents: dirs::document_dir()
                .filter(|folder| folder.is_dir())
                .or_else(dirs::home_dir),
        }
    }
}

impl App {
    /// Starts the program: reading from memory when there is no notebook, locked when there is one.
    pub fn start(options: StartOptions) -> Result<Self, Failure> {
        let StartOptions {
            folder,
            clock,
            random,
            cost,
            documents,
        } = options;
        let lock = OnceLock::new();
        if folder.is_used() {
            match folder.lock() {
                Ok(held) => {
                    let _ = lock.set(held);
                    folder.tidy()?;
                }
                // As on a write-protected stick: what is open to anyone can be read.
                Err(Failure::NotWritable | Failure::DiskFull) => folder.refuse_held()?,
                Err(failure) => return Err(failure),
            }
        }
        let state = Mutex::new(state::initial(&folder, access(&lock))?);
        Ok(App {
            folder,
            clock,
            random,
            cost,
            documents,
            state,
            trying: Mutex::new(()),
            pending: Mutex::default(),
            visiting: Mutex::default(),
            watch: Watch::default(),
            schedule: Mutex::default(),
            stopper: Mutex::default(),
            stops: AtomicU64::new(0),
            lock,
        })
    }

    /// What the program is showing now.
    pub fn app_state(&self, _ask: AppStateAsk) -> Result<AppState, Failure> {
        Ok(self.describe(&self.state()))
    }

    /// What the screen has to know of a state.
    pub(crate) fn describe(&self, state: &State) -> AppState {
        let mut told = state.describe(&self.folder);
        if let State::Unlocked(unlocked) = state
            && self.drill_is_due(&unlocked.notebook)
        {
            told.notices.push(Notice::RecoveryDrill);
        }
        told
    }

    /// Never held while waiting for the state.
    pub(crate) fn pending(&self) -> MutexGuard<'_, Pending> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Something long is about to be done, or is over.
    pub(crate) fn may_be_stopped(&self, stopper: Option<Stopper>) {
        *self.stopper.lock().unwrap_or_else(PoisonError::into_inner) = stopper;
    }

    /// Something long begins that asks [`App::is_to_stop`] as it goes, with the number that this gives.
    pub(crate) fn begin_long(&self) -> u64 {
        self.stops.load(Ordering::Relaxed)
    }

    /// Whether somebody wants to lock since that began.
    pub(crate) fn is_to_stop(&self, begun: u64) -> bool {
        self.stops.load(Ordering::Relaxed) != begun
    }

    /// Ends whatever keeps the notebook busy, because it is to be locked. Harmless when nothing does.
    pub fn stop_working(&self) {
        self.stops.fetch_add(1, Ordering::Relaxed);
        let stopper = self.stopper.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stopper) = stopper.as_ref() {
            stopper.stop();
        }
    }

    /// A state that a panic left behind is whole: every change of it is one assignment.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The state after something failed: as at a start.
    pub(crate) fn initial_state(&self) -> Result<State, Failure> {
        state::initial(&self.folder, access(&self.lock))
    }

    /// Makes the folder, if need be, and sure that it is ours before anything is written to it.
    pub(crate) fn hold_folder(&self) -> Result<(), Failure> {
        if self.lock.get().is_none() {
            self.folder.make()?;
            let _ = self.lock.set(self.folder.lock()?);
        }
        Ok(())
    }
}

fn access(lock: &OnceLock<FolderLock>) -> Access {
    if lock.get().is_some() {
        Access::Write
    } else {
        Access::Read
    }
}

impl CostChoice {
    pub(crate) fn decide(self) -> Result<Cost, Failure> {
        match self {
            CostChoice::Fixed(cost) => Ok(cost),
            CostChoice::Calibrated => {
                let mut failed = None;
                let cost = Cost::calibrated(CANDIDATE_GOAL, |cost| {
                    let before = Instant::now();
                    failed = cost.spend().err();
                    before.elapsed()
                });
                failed.map_or(Ok(cost), |_| Err(Failure::NotEnoughMemory))
            }
        }
    }
}
