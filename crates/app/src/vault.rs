//! Whether everything is in order: the keys, the library and the open notebook.
//!
//! The state is held for a moment at a time, so that whoever locks does not wait for it.

use std::{thread, time::Duration};

use durumi_api::{Failure, Repaired, Soundness, VaultCheck, VaultReport};
use durumi_cases::{Examination, Health, Progress};

use crate::{App, failure::notebook_failure, shelf::History, state::State};

/// How many things that cannot be read are named.
const NAMED: usize = 200;
/// Between two steps, for somebody who waits for the state.
const PAUSE: Duration = Duration::from_millis(1);

impl App {
    /// Checks everything and repairs what can be repaired. Nothing is deleted.
    pub fn vault_check(&self, _request: VaultCheck) -> Result<VaultReport, Failure> {
        let mut examination = Examination::default();
        loop {
            let mut state = self.state();
            let notebook = state.notebook()?;
            self.may_be_stopped(Some(notebook.stopper()));
            let step = notebook.examine(&mut examination);
            self.may_be_stopped(None);
            drop(state);
            if step.map_err(notebook_failure)? == Progress::Done {
                break;
            }
            thread::sleep(PAUSE);
        }
        let (library, keys) = (self.check_library()?, self.check_keys()?);
        Ok(report(
            examination.into_health(),
            library,
            keys,
            self.folder.kept(),
        ))
    }

    fn check_library(&self) -> Result<Soundness, Failure> {
        let mut state = self.state();
        let State::Unlocked(unlocked) = &mut *state else {
            return Err(Failure::Locked);
        };
        let library = &mut unlocked.library;
        let before = library.history;
        library.history = History::Untouched;
        let checked = library.check(&self.folder);
        let remade = library.history == History::Remade;
        if before == History::Remade {
            library.history = before;
        }
        checked?;
        if !remade {
            return Ok(Soundness::Sound);
        }
        // It stays damaged where the new one is in memory only.
        Ok(if library.is_durable() {
            Soundness::Repaired
        } else {
            Soundness::Damaged
        })
    }

    fn check_keys(&self) -> Result<Soundness, Failure> {
        let keys = self.folder.key_file()?;
        let whole = keys.is_some_and(|keys| keys.is_whole());
        Ok(if whole {
            Soundness::Sound
        } else {
            Soundness::Damaged
        })
    }
}

fn report(health: Health, library: Soundness, keys: Soundness, kept_files: u32) -> VaultReport {
    let Health {
        cases,
        notes,
        files,
        mut repaired,
        mut aside,
        broken,
        kept,
    } = health;
    let notebook = if broken > 0 || !aside.is_empty() {
        Soundness::Damaged
    } else if repaired.is_empty() {
        Soundness::Sound
    } else {
        Soundness::Repaired
    };
    if library == Soundness::Repaired {
        repaired.insert(Repaired::Library);
    }
    let more = aside.len().saturating_sub(NAMED);
    aside.truncate(NAMED);
    VaultReport {
        keys,
        library,
        notebook,
        cases,
        notes,
        files,
        repaired: repaired.into_iter().collect(),
        aside,
        aside_more: u32::try_from(more).unwrap_or(u32::MAX),
        kept: kept + kept_files,
    }
}
