//! A second device: inviting it, and joining.

use std::{
    fs::File,
    io::{self, Write},
    path::Path,
};

use base64::{Engine, prelude::BASE64_STANDARD};
use durumi_api::{AppState, Failure, Invitation, NotebookJoin, SyncInvite};
use durumi_keys::{Grant, InvitationCode, Role, make_invitation, open_invitation};
use zeroize::Zeroizing;

use crate::{
    App,
    failure::{code_failure, cost_failure, folder_failure, invitation_failure, notebook_failure},
    notebook::Origin,
    read_passphrase,
};

/// What an invitation's file is called. The word says nothing of the program.
const NAME: &str = "invitation";
/// How many lie in one folder at most.
const MOST: u32 = 99;

impl App {
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
        let exchange = notebook.exchange_key().map_err(notebook_failure)?;
        let file = make_invitation(
            random,
            cost,
            &code,
            notebook.id(),
            &grant.master,
            exchange.as_ref(),
        )
        .map_err(cost_failure)?;
        drop(state);
        let name = request
            .folder
            .map(|folder| write_beside(Path::new(&folder), &file))
            .transpose()?;
        Ok(Invitation {
            code: code.expose().to_owned(),
            file: BASE64_STANDARD.encode(file),
            name,
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
        let invited = open_invitation(&file, &code).map_err(invitation_failure)?;
        self.create_from(&typed, request.shelf, Origin::Invited(invited))
    }
}

/// Writes an invitation into a folder, over nothing, and gives its name.
fn write_beside(folder: &Path, bytes: &[u8]) -> Result<String, Failure> {
    if !folder.is_dir() {
        return Err(Failure::BadRequest {
            what: "folder".to_owned(),
        });
    }
    for number in 1..=MOST {
        let name = if number == 1 {
            NAME.to_owned()
        } else {
            format!("{NAME}-{number}")
        };
        match File::create_new(folder.join(&name)) {
            Ok(mut file) => {
                let written = file.write_all(bytes).and_then(|()| file.sync_all());
                return written.map(|()| name).map_err(folder_failure);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(folder_failure(error)),
        }
    }
    Err(Failure::NotWritable)
}
