//! Syncing the open notebook: where its records and a place meet.
//!
//! A visit holds the notebook, and the places that exist are folders: it takes as long as copying the changes
//! takes.

use std::{fmt::Write, path::PathBuf};

use base64::{Engine, prelude::BASE64_STANDARD};
use durumi_api::{
    AppState, Done, Failure, Invitation, NotebookJoin, SyncFinding, SyncFolder, SyncForget, SyncInvite,
    SyncList, SyncNow, SyncPlace, SyncReport, SyncState, SyncTrouble,
};
use durumi_cases::{KnownRemote, Notebook};
use durumi_keys::{Grant, InvitationCode, MasterKey, Role, make_invitation, open_invitation};
use durumi_sync::{
    Cut, Depth, Files, Finding, Names, RemoteError, Report, Round, Seals, remotes::Folder, round,
};
use zeroize::Zeroizing;

use crate::{
    App,
    failure::{code_failure, cost_failure, invitation_failure, notebook_failure},
    linked::Linked,
    notebook::Origin,
    read_passphrase,
};

impl App {
    /// The places that the notebook is synced through.
    pub fn sync_list(&self, _request: SyncList) -> Result<SyncState, Failure> {
        let mut state = self.state();
        let notebook = state.notebook()?;
        let places = notebook
            .remotes()
            .map_err(notebook_failure)?
            .into_iter()
            .map(|remote| SyncPlace {
                id: hex(remote.id),
                folder: remote.place,
                last_ms: remote.last_ms,
            });
        Ok(SyncState {
            places: places.collect(),
            set_aside: notebook.set_aside().map_err(notebook_failure)?,
        })
    }

    /// Turns a folder on and syncs through it.
    pub fn sync_folder(&self, request: SyncFolder) -> Result<SyncReport, Failure> {
        let mut state = self.state();
        let unlocked = state.unlocked()?;
        let place = std::path::absolute(&request.folder).unwrap_or_else(|_| PathBuf::from(&request.folder));
        // A folder that was never there is a slip of the tongue and not a pulled stick.
        if request.folder.is_empty() || !place.is_dir() {
            return Err(Failure::BadRequest {
                what: "folder".to_owned(),
            });
        }
        let place = place.to_str().ok_or(Failure::BadRequest {
            what: "folder".to_owned(),
        })?;
        let id = unlocked.notebook.add_remote(place).map_err(notebook_failure)?;
        self.visit(&mut unlocked.notebook, &unlocked.seals, id, place)
    }

    /// Syncs through every place that is turned on.
    pub fn sync_now(&self, _request: SyncNow) -> Result<Vec<SyncReport>, Failure> {
        let mut state = self.state();
        let unlocked = state.unlocked()?;
        let remotes = unlocked.notebook.remotes().map_err(notebook_failure)?;
        let visit =
            |KnownRemote { id, place, .. }| self.visit(&mut unlocked.notebook, &unlocked.seals, id, &place);
        remotes.into_iter().map(visit).collect()
    }

    /// Turns a place off.
    pub fn sync_forget(&self, request: SyncForget) -> Result<Done, Failure> {
        let mut state = self.state();
        let notebook = state.notebook()?;
        let remotes = notebook.remotes().map_err(notebook_failure)?;
        let remote = remotes
            .iter()
            .find(|remote| hex(remote.id) == request.id)
            .ok_or(Failure::NotFound)?;
        notebook.remove_remote(remote.id).map_err(notebook_failure)?;
        Ok(Done {})
    }

    /// Makes an invitation for another device. The passphrase is asked for again, because an open notebook
    /// that was left alone should not be carried away.
    pub fn sync_invite(&self, request: SyncInvite) -> Result<Invitation, Failure> {
        let typed = Zeroizing::new(request.passphrase);
        let passphrase = read_passphrase(&typed)?;
        let number = self.state().unlocked()?.number;
        // Another passphrase may open another notebook.
        let wanted = |grant: &Grant| grant.notebook == number && grant.role != Role::Recover;
        let grant = self.attempt(&passphrase, wanted)?.opened.grant;
        let cost = self.cost.decide()?;
        let mut state = self.state();
        let notebook = &state.unlocked()?.notebook;
        let random = self.random.as_ref();
        let code = InvitationCode::make(random);
        let file =
            make_invitation(random, cost, &code, notebook.id(), &grant.master).map_err(cost_failure)?;
        Ok(Invitation {
            code: code.expose().to_owned(),
            file: BASE64_STANDARD.encode(file),
        })
    }

    /// Makes an empty copy of another device's notebook, by its invitation, and opens it.
    pub fn notebook_join(&self, request: NotebookJoin) -> Result<AppState, Failure> {
        let typed = Zeroizing::new(request.passphrase);
        let code = Zeroizing::new(request.code);
        let code = InvitationCode::parse(&code).map_err(code_failure)?;
        let file = BASE64_STANDARD
            .decode(request.file)
            .map_err(|_| Failure::BadRequest {
                what: "file".to_owned(),
            })?;
        let (notebook, master) = open_invitation(&file, &code).map_err(invitation_failure)?;
        self.create_from(&typed, request.shelf, Origin::Invited { notebook, master })
    }

    fn visit(
        &self,
        notebook: &mut Notebook,
        seals: &Seals,
        id: [u8; 16],
        place: &str,
    ) -> Result<SyncReport, Failure> {
        let how = Round {
            seals,
            random: self.random.as_ref(),
            depth: Depth::Full,
            files: Files::Ahead,
        };
        let mut linked = Linked::new(notebook, id);
        let report = round(&mut linked, &mut Folder::at(PathBuf::from(place)), &how);
        if let (Some(Cut::Journal), Some(error)) = (report.cut, linked.take_error()) {
            return Err(notebook_failure(error));
        }
        if report.cut.is_none() {
            notebook.completed_round(id).map_err(notebook_failure)?;
        }
        Ok(told(id, report))
    }
}

/// What makes and opens the notebook's objects on a remote.
pub(crate) fn seals(master: &MasterKey, notebook: &Notebook) -> Seals {
    Seals::new(
        master.derive_sync_key(),
        Names::new(master.derive_name_key(), notebook.id()),
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
    }
}

fn hex(id: [u8; 16]) -> String {
    id.iter().fold(String::with_capacity(32), |mut text, byte| {
        // Writing to a text does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
