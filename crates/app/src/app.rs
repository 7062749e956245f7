//! The program, as a value.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use durumi_api::{AppState, AppStateAsk, Failure};
use durumi_base::{Clock, SystemClock};
use durumi_keys::{Cost, Random, SystemRandom};

use crate::{
    folder::{DataFolder, FolderLock},
    state::{self, State},
};

/// The program on one data folder. Dropping it locks it.
pub struct App {
    pub(crate) folder: DataFolder,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
    pub(crate) cost: CostChoice,
    state: Mutex<State>,
    /// Held from the moment there is a notebook until the program ends.
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
}

/// How much work a new notebook's passphrase costs.
#[derive(Clone, Copy, Debug)]
pub enum CostChoice {
    /// About a second on this computer.
    Calibrated,
    /// The least that is allowed, for tests.
    Floor,
}

impl StartOptions {
    /// The computer's own clock and randomness, and a calibrated cost.
    pub fn new(folder: DataFolder) -> Self {
        StartOptions {
            folder,
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom),
            cost: CostChoice::Calibrated,
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
        } = options;
        let lock = OnceLock::new();
        if folder.is_used() {
            let _ = lock.set(folder.lock()?);
            folder.tidy()?;
        }
        let state = Mutex::new(state::initial(&folder)?);
        Ok(App {
            folder,
            clock,
            random,
            cost,
            state,
            lock,
        })
    }

    /// What the program is showing now.
    pub fn app_state(&self, _ask: AppStateAsk) -> Result<AppState, Failure> {
        Ok(self.state().describe())
    }

    /// A state that a panic left behind is whole: every change of it is one assignment.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    /// Makes the folder, if need be, and sure that it is ours before anything is written to it.
    pub(crate) fn hold_folder(&self) -> Result<(), Failure> {
        if self.lock.get().is_none() {
            self.folder.make()?;
            let _ = self.lock.set(self.folder.lock()?);
        }
        Ok(())
    }
}

impl CostChoice {
    pub(crate) fn decide(self) -> Result<Cost, Failure> {
        match self {
            CostChoice::Floor => Ok(Cost::FLOOR),
            CostChoice::Calibrated => {
                let mut failed = None;
                let cost = Cost::calibrated(std::time::Duration::from_secs(1), |cost| {
                    let before = std::time::Instant::now();
                    failed = cost.spend().err();
                    before.elapsed()
                });
                failed.map_or(Ok(cost), |_| Err(Failure::NotEnoughMemory))
            }
        }
    }
}
