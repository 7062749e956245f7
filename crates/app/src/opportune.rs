//! When places are visited without being asked: what this program has seen of each, for [`Opportunity`].
//!
//! Nothing runs by itself here. Whoever shows the notebook asks every few seconds while it is open; once it is locked
//! nobody asks, and nothing is visited.

use std::{collections::BTreeMap, path::Path, sync::PoisonError};

use durumi_api::{Failure, SyncReport, SyncTick};
use durumi_cases::KnownRemote;
use durumi_sync::{Opportunity, When};

use crate::{App, failure::notebook_failure};

/// What was seen since the notebook was opened.
#[derive(Default)]
pub(crate) struct Schedule {
    /// When it was opened, or first asked about. `None`: it is not open.
    opened: Option<i64>,
    /// The last record written here that was seen, and when it and those before it were.
    written: u64,
    places: BTreeMap<[u8; 16], Seen>,
}

/// What was seen of a place.
#[derive(Clone, Copy, Default)]
struct Seen {
    there_since: Option<i64>,
    tried: Option<i64>,
    failures: u32,
    /// The first and the last edit that were not put there.
    edited: Option<(i64, i64)>,
    jitter: u64,
}

impl App {
    /// Visits the places whose time has come. One visit at a time; while another is under way there is nothing to do.
    pub fn sync_tick(&self, _request: SyncTick) -> Result<Vec<SyncReport>, Failure> {
        let Ok(_visiting) = self.visiting.try_lock() else {
            return Ok(Vec::new());
        };
        let due = self.due_places()?;
        if due.is_empty() {
            return Ok(Vec::new());
        }
        self.visit_all(due)
    }

    /// Forgets what was seen, because the notebook was closed.
    pub(crate) fn forget_schedule(&self) {
        *self.schedule.lock().unwrap_or_else(PoisonError::into_inner) = Schedule::default();
    }

    /// Notes how a visit ended.
    pub(crate) fn note_visit(&self, id: [u8; 16], done: bool) {
        let now = self.clock.now_ms();
        let jitter = self.random_number();
        let mut schedule = self.schedule.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = schedule.places.entry(id).or_default();
        (seen.tried, seen.jitter) = (Some(now), jitter);
        if done {
            // It is there, and did not just appear.
            seen.there_since.get_or_insert(now);
            (seen.failures, seen.edited) = (0, None);
        } else {
            seen.failures = seen.failures.saturating_add(1);
        }
    }

    fn due_places(&self) -> Result<Vec<KnownRemote>, Failure> {
        let now = self.clock.now_ms();
        let (remotes, written) = {
            let mut state = self.state();
            let notebook = state.notebook()?;
            let remotes = notebook.remotes().map_err(notebook_failure)?;
            (remotes, notebook.written().map_err(notebook_failure)?)
        };
        let mut schedule = self.schedule.lock().unwrap_or_else(PoisonError::into_inner);
        schedule.look(now, &remotes, written, || self.random_number());
        Ok(remotes
            .into_iter()
            .filter(|remote| schedule.is_due(now, remote))
            .collect())
    }

    fn random_number(&self) -> u64 {
        let mut bytes = [0; 8];
        self.random.fill(&mut bytes);
        u64::from_be_bytes(bytes)
    }
}

impl Schedule {
    /// Takes in what is so now.
    fn look(&mut self, now: i64, remotes: &[KnownRemote], written: u64, mut random: impl FnMut() -> u64) {
        self.opened.get_or_insert(now);
        let edited = written > std::mem::replace(&mut self.written, written) && !self.places.is_empty();
        self.places
            .retain(|id, _| remotes.iter().any(|remote| remote.id == *id));
        for remote in remotes {
            let seen = self.places.entry(remote.id).or_insert_with(|| Seen {
                jitter: random(),
                ..Seen::default()
            });
            seen.there_since = Path::new(&remote.place)
                .is_dir()
                .then(|| seen.there_since.unwrap_or(now));
            if edited {
                let first = seen.edited.map_or(now, |(first, _)| first);
                seen.edited = Some((first, now));
            }
        }
    }

    fn is_due(&self, now: i64, remote: &KnownRemote) -> bool {
        let Some(seen) = self.places.get(&remote.id) else {
            return false;
        };
        let opportunity = Opportunity {
            on: remote.on,
            there_since: seen.there_since,
            opened: self.opened.unwrap_or(now),
            completed: remote.last_ms,
            tried: seen.tried,
            failures: seen.failures,
            edited: seen.edited,
            jitter: seen.jitter,
        };
        matches!(opportunity.when(now), When::At(at) if at <= now)
    }
}
