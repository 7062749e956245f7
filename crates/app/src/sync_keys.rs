//! New keys for places once a device was removed, taking them in, and leaving.

use std::sync::Arc;

use base64::{Engine, prelude::BASE64_STANDARD};
use durumi_api::{Done, Failure, SyncLeave, SyncLeft, SyncNewKeys, SyncReport, SyncTakeKeys};
use durumi_cases::KnownRemote;
use durumi_keys::{ExchangeKey, Grant, InvitationCode, Role, open_invitation};
use zeroize::Zeroizing;

use crate::{
    App,
    failure::{code_failure, invitation_failure, notebook_failure},
    read_passphrase,
    state::Unlocked,
    sync::seals_under,
};

impl App {
    /// Makes new keys for places, so that a device that was removed reads nothing that comes later. Asks for the
    /// passphrase, because the other devices are cut off until they are invited again. Gives what the last visits under
    /// the old keys did: what lies where none came is not taken along.
    pub fn sync_new_keys(&self, request: SyncNewKeys) -> Result<Vec<SyncReport>, Failure> {
        let typed = Zeroizing::new(request.passphrase);
        let passphrase = read_passphrase(&typed)?;
        let number = self.state().unlocked()?.number;
        let wanted = |grant: &Grant| grant.notebook == number && grant.role != Role::Recover;
        self.attempt(&passphrase, wanted)?;
        let _visiting = self.wait_for_visits();
        // What the others have put there is taken along; a place that is not there, or bad, is no reason to keep old keys.
        let mut remotes = self.remotes()?;
        remotes.retain(|remote| remote.on);
        let reports = self.visit_all(remotes)?;
        let mut state = self.state();
        let unlocked = state.unlocked()?;
        let old = unlocked.notebook.exchange_key().map_err(notebook_failure)?;
        let epoch = old
            .map_or(0, |old| old.epoch())
            .checked_add(1)
            .ok_or(Failure::Internal)?;
        change(unlocked, &ExchangeKey::make(self.random.as_ref(), epoch))?;
        Ok(reports)
    }

    /// Takes new keys in that another device of the notebook has made.
    pub fn sync_take_keys(&self, request: SyncTakeKeys) -> Result<Done, Failure> {
        self.state().notebook()?;
        let code = Zeroizing::new(request.code);
        let code = InvitationCode::parse(&code).map_err(code_failure)?;
        let file = BASE64_STANDARD
            .decode(request.file)
            .map_err(|_| Failure::BadRequest {
                what: "file".to_owned(),
            })?;
        let invited = open_invitation(&file, &code).map_err(invitation_failure)?;
        self.watch.stop();
        let _visiting = self.wait_for_visits();
        let mut state = self.state();
        let unlocked = state.unlocked()?;
        let notebook = &unlocked.notebook;
        if invited.notebook != notebook.id() || !notebook.is_of(&invited.master) {
            return Err(Failure::InvitationWithoutKeys);
        }
        let old = notebook.exchange_key().map_err(notebook_failure)?;
        match (invited.exchange, old) {
            (Some(new), Some(old)) if !new.replaces(&old) => Err(Failure::InvitationWithoutKeys),
            (Some(new), _) => change(unlocked, &new).map(|()| Done {}),
            (None, _) => Err(Failure::InvitationWithoutKeys),
        }
    }

    /// Visits every place that is on once more, and forgets all places once none of them misses anything.
    pub fn sync_leave(&self, _request: SyncLeave) -> Result<SyncLeft, Failure> {
        let _visiting = self.wait_for_visits();
        let all = self.remotes()?;
        let on: Vec<_> = all.iter().filter(|remote| remote.on).cloned().collect();
        let wanted = on.len();
        let reports = self.visit_all(on)?;
        let done = reports.iter().filter(|report| report.trouble.is_none()).count();
        // A place that is off is not visited: what waits for it may be nowhere else.
        let left = done == wanted && self.nothing_waits(&all)?;
        if left {
            let mut state = self.state();
            let notebook = state.notebook()?;
            for remote in all {
                notebook.remove_remote(remote.id).map_err(notebook_failure)?;
            }
        }
        Ok(SyncLeft { left, reports })
    }

    /// Whether the places that are off have everything.
    fn nothing_waits(&self, remotes: &[KnownRemote]) -> Result<bool, Failure> {
        for remote in remotes.iter().filter(|remote| !remote.on) {
            let place = self.describe_place(remote.clone())?;
            if place.waiting > 0 || place.waiting_files > 0 {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Keeps a key, and seals under it from now on.
fn change(unlocked: &mut Unlocked, key: &ExchangeKey) -> Result<(), Failure> {
    unlocked
        .notebook
        .set_exchange_key(key)
        .map_err(notebook_failure)?;
    unlocked.seals = Some(Arc::new(seals_under(key, &unlocked.notebook)));
    Ok(())
}
