//! Syncing the open notebook: where its records and a place meet.
//!
//! A visit asks the notebook for one thing after the other and holds it no longer than each takes. There is one visit at
//! a time; it can be looked at and stopped from outside.

use std::{
    fmt::Write,
    path::{Path, PathBuf},
    sync::{MutexGuard, PoisonError},
};

use durumi_api::{
    Done, Failure, FolderChoose, FolderChosen, SyncAside, SyncAsideWhy, SyncCancel, SyncFinding, SyncFolder,
    SyncForget, SyncList, SyncNow, SyncPlace, SyncProgress, SyncProgressAsk, SyncReport, SyncState,
    SyncStick, SyncSticks, SyncSwitch, SyncTrouble,
};
use durumi_cases::{CasesError, KnownRemote, Notebook, SetAside, WhyAside};
use durumi_keys::{ExchangeKey, MasterKey};
use durumi_sync::{
    Cut, Depth, Files, Finding, JournalError, Names, RemoteError, Report, Round, Seals, Watched,
    remotes::Folder, round,
};

use crate::{App, failure::notebook_failure, linked::Linked, sticks};

/// How many records that were set aside are listed.
const ASIDE: u32 = 100;

impl App {
    /// The places that the notebook is synced through, and what was set aside.
    pub fn sync_list(&self, _request: SyncList) -> Result<SyncState, Failure> {
        let mut places = Vec::new();
        for remote in self.remotes()? {
            places.push(self.describe_place(remote)?);
        }
        let mut state = self.state();
        let notebook = state.notebook()?;
        let (count, aside) = notebook.set_aside(ASIDE).map_err(notebook_failure)?;
        let key = notebook.exchange_key().map_err(notebook_failure)?;
        Ok(SyncState {
            places,
            epoch: key.map_or(0, |key| key.epoch()),
            set_aside: count,
            aside: aside.into_iter().map(aside_told).collect(),
        })
    }

    /// Turns a folder on and syncs through it.
    pub fn sync_folder(&self, request: SyncFolder) -> Result<SyncReport, Failure> {
        let bad = || Failure::BadRequest {
            what: "folder".to_owned(),
        };
        let place = std::path::absolute(&request.folder).unwrap_or_else(|_| PathBuf::from(&request.folder));
        // A folder that was never there is a slip of the tongue and not a pulled stick.
        // Beside the notebook it would be no copy.
        if request.folder.is_empty() || !place.is_dir() || self.folder.holds(&place) {
            return Err(bad());
        }
        let place = place.to_str().ok_or_else(bad)?.to_owned();
        let _visiting = self.wait_for_visits();
        let id = {
            let mut state = self.state();
            state.notebook()?.add_remote(&place).map_err(notebook_failure)?
        };
        self.watch.allow();
        self.visit(id, &place)
    }

    /// Syncs through every place that is turned on.
    pub fn sync_now(&self, _request: SyncNow) -> Result<Vec<SyncReport>, Failure> {
        let _visiting = self.wait_for_visits();
        let mut remotes = self.remotes()?;
        remotes.retain(|remote| remote.on);
        self.visit_all(remotes)
    }

    /// How far a visit is. It waits for nothing.
    pub fn sync_progress(&self, _request: SyncProgressAsk) -> Result<SyncProgress, Failure> {
        let (id, objects, bytes) = match self.watch.look() {
            Some((id, objects, bytes)) => (Some(hex(id)), objects, bytes),
            None => (None, 0, 0),
        };
        Ok(SyncProgress { id, objects, bytes })
    }

    /// Ends the visit that is under way.
    pub fn sync_cancel(&self, _request: SyncCancel) -> Result<Done, Failure> {
        self.watch.stop();
        Ok(Done {})
    }

    /// Turns a place on or off.
    pub fn sync_switch(&self, request: SyncSwitch) -> Result<Done, Failure> {
        let id = self.remote_of(&request.id)?;
        if !request.on && self.watch.look().is_some_and(|(visited, ..)| visited == id) {
            self.watch.stop();
        }
        let mut state = self.state();
        state
            .notebook()?
            .switch_remote(id, request.on)
            .map_err(notebook_failure)?;
        Ok(Done {})
    }

    /// Forgets a place.
    pub fn sync_forget(&self, request: SyncForget) -> Result<Done, Failure> {
        let id = self.remote_of(&request.id)?;
        // A visit would otherwise remember what is forgotten.
        self.watch.stop();
        let _visiting = self.wait_for_visits();
        let mut state = self.state();
        state.notebook()?.remove_remote(id).map_err(notebook_failure)?;
        Ok(Done {})
    }

    /// The sticks that are plugged in.
    pub fn sync_sticks(&self, _request: SyncSticks) -> Result<Vec<SyncStick>, Failure> {
        self.state().notebook()?;
        let sticks = sticks::plugged_in().into_iter();
        Ok(sticks
            .filter_map(|stick| {
                Some(SyncStick {
                    name: stick.name,
                    folder: stick.path.to_str()?.to_owned(),
                })
            })
            .collect())
    }

    /// There is no dialog without a window.
    pub fn folder_choose(&self, _request: FolderChoose) -> Result<FolderChosen, Failure> {
        self.state().notebook()?;
        Ok(FolderChosen {
            asked: false,
            folder: None,
        })
    }

    /// Visits places one after the other. Whoever calls it holds `visiting`.
    pub(crate) fn visit_all(&self, remotes: Vec<KnownRemote>) -> Result<Vec<SyncReport>, Failure> {
        self.watch.allow();
        let mut reports = Vec::new();
        for KnownRemote { id, place, .. } in remotes {
            reports.push(self.visit(id, &place)?);
            if self.watch.is_stopped() {
                break;
            }
        }
        Ok(reports)
    }

    pub(crate) fn wait_for_visits(&self) -> MutexGuard<'_, ()> {
        self.visiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn remotes(&self) -> Result<Vec<KnownRemote>, Failure> {
        self.state().notebook()?.remotes().map_err(notebook_failure)
    }

    fn remote_of(&self, wanted: &str) -> Result<[u8; 16], Failure> {
        let remotes = self.remotes()?;
        let remote = remotes.iter().find(|remote| hex(remote.id) == wanted);
        remote.map(|remote| remote.id).ok_or(Failure::NotFound)
    }

    pub(crate) fn describe_place(&self, remote: KnownRemote) -> Result<SyncPlace, Failure> {
        let mut linked = Linked::new(self, remote.id)?;
        let waiting = linked.waiting();
        let (waiting, waiting_files) = waiting.map_err(|JournalError| linked.failure())?;
        Ok(SyncPlace {
            id: hex(remote.id),
            there: Path::new(&remote.place).is_dir(),
            folder: remote.place,
            on: remote.on,
            last_ms: remote.last_ms,
            waiting,
            waiting_files,
        })
    }

    /// Visits a place. The notebook is held for each thing that is asked of it and not in between, so that the person
    /// goes on writing, and locking waits for no stick.
    fn visit(&self, id: [u8; 16], place: &str) -> Result<SyncReport, Failure> {
        let seals = self
            .state()
            .unlocked()?
            .seals
            .clone()
            .ok_or(Failure::NotebookDamaged)?;
        let how = Round {
            seals: &seals,
            random: self.random.as_ref(),
            depth: Depth::Full,
            files: Files::Ahead,
        };
        let mut linked = Linked::new(self, id)?;
        let mut remote = Watched::new(Folder::at(PathBuf::from(place)), &self.watch);
        self.watch.begin(id);
        let report = round(&mut linked, &mut remote, &how);
        self.watch.end();
        self.note_visit(id, report.cut.is_none());
        match report.cut {
            Some(Cut::Journal) => return Err(linked.failure()),
            Some(Cut::Remote(_)) => {}
            None => {
                let mut state = self.state();
                state.notebook()?.completed_round(id).map_err(notebook_failure)?;
            }
        }
        Ok(told(id, report))
    }
}

/// What makes and opens the notebook's objects on a remote.
pub(crate) fn seals(master: &MasterKey, notebook: &Notebook) -> Result<Seals, CasesError> {
    Ok(match notebook.exchange_key()? {
        Some(key) => seals_under(&key, notebook),
        None => Seals::new(
            master.derive_sync_key(),
            Names::new(master.derive_name_key(), notebook.id()),
        ),
    })
}

/// The same once a device was removed.
pub(crate) fn seals_under(key: &ExchangeKey, notebook: &Notebook) -> Seals {
    Seals::new(
        key.derive_sync_key(),
        Names::new(key.derive_name_key(), notebook.id()),
    )
}

fn told(id: [u8; 16], report: Report) -> SyncReport {
    SyncReport {
        id: hex(id),
        received: report.received,
        sent: report.sent,
        files_received: report.parts_received,
        files_sent: report.parts_sent,
        findings: report.findings.into_iter().map(finding).collect(),
        trouble: report.cut.map(|cut| match cut {
            Cut::Remote(error) => trouble(error),
            Cut::Journal => SyncTrouble::Broken,
        }),
    }
}

fn aside_told(aside: SetAside) -> SyncAside {
    SyncAside {
        device: hex(*aside.device.as_bytes()).chars().take(8).collect(),
        number: aside.number,
        why: match aside.why {
            WhyAside::DoesNotOpen => SyncAsideWhy::Unreadable,
            WhyAside::Newer => SyncAsideWhy::Newer,
            WhyAside::MeansNothing => SyncAsideWhy::Meaningless,
        },
    }
}

fn finding(finding: Finding) -> SyncFinding {
    match finding {
        Finding::Emptied => SyncFinding::Emptied,
        Finding::Lost => SyncFinding::Lost,
        Finding::RolledBack => SyncFinding::RolledBack,
        Finding::Forked => SyncFinding::Forked,
        Finding::Copied => SyncFinding::Copied,
        Finding::Foreign => SyncFinding::Foreign,
        Finding::Unreadable => SyncFinding::Unreadable,
        Finding::Newer => SyncFinding::Newer,
        Finding::SetAside => SyncFinding::SetAside,
    }
}

fn trouble(error: RemoteError) -> SyncTrouble {
    match error {
        RemoteError::NotThere => SyncTrouble::NotThere,
        RemoteError::Unreachable => SyncTrouble::Unreachable,
        RemoteError::TimedOut => SyncTrouble::TimedOut,
        RemoteError::Full => SyncTrouble::Full,
        RemoteError::Busy => SyncTrouble::Busy,
        RemoteError::Refused => SyncTrouble::Refused,
        RemoteError::Untrusted => SyncTrouble::Untrusted,
        RemoteError::Broken => SyncTrouble::Broken,
        RemoteError::Stopped => SyncTrouble::Stopped,
    }
}

pub(crate) fn hex(id: [u8; 16]) -> String {
    id.iter().fold(String::with_capacity(32), |mut text, byte| {
        // Writing to a text does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
