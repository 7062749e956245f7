//! The second notebook.
//!
//! Every installation has the file; here it gets a key. Whether it had one before cannot be known, so an earlier
//! second notebook is replaced, and the person is told so beforehand. A passphrase that opens the earlier one leaves
//! it as it is.
//!
//! The file is written over where it stands and not replaced by another: a file's date of birth would tell which
//! notebook was set up later. Its keys are destroyed before, so that a crash in between leaves noise
//! that nothing opens, as in an installation where nobody set it up.

use std::sync::Arc;

use durumi_api::{Done, Failure, ForgettingPassphraseSet, SecondNotebookCreate};
use durumi_cases::Notebook;
use durumi_keys::{Grant, KeyFile, MasterKey, Passphrase, Role, SlotKind, UnlockError};
use zeroize::Zeroizing;

use crate::{
    App,
    failure::{cost_failure, notebook_failure, unlock_failure},
    folder::NotebookFiles,
    passphrase::choose,
    state::State,
};

impl App {
    /// Makes a second notebook from the one that is open. It is opened by locking and giving its passphrase.
    pub fn second_notebook_create(&self, request: SecondNotebookCreate) -> Result<Done, Failure> {
        let present = Zeroizing::new(request.present);
        let typed = Zeroizing::new(request.new);
        self.open_number()?;
        let new = choose(&typed)?;
        let (mut keys, opened) = self.attempt_present(&present)?;
        let grant = opened.grant;
        match keys.open(&new) {
            Err(UnlockError::WrongPassphrase) => {}
            Ok(found) if found.kind() == SlotKind::Open && found.grant.notebook != grant.notebook => {
                return Ok(Done {});
            }
            Ok(_) => return Err(Failure::PassphraseTaken),
            Err(error) => return Err(unlock_failure(error)),
        }
        self.make_second(&mut keys, &new, grant)?;
        Ok(Done {})
    }

    /// Sets the passphrase that opens the notebook which is open now and forgets the other one.
    pub fn forgetting_passphrase_set(&self, request: ForgettingPassphraseSet) -> Result<Done, Failure> {
        let present = Zeroizing::new(request.present);
        let new = Zeroizing::new(request.new);
        self.set_forgetting_passphrase(&present, &new)?;
        Ok(Done {})
    }

    fn make_second(
        &self,
        keys: &mut KeyFile,
        passphrase: &Passphrase,
        present: Grant,
    ) -> Result<(), Failure> {
        let random = self.random.as_ref();
        // Nothing else touches the files meanwhile.
        let state = self.state();
        if !matches!(&*state, State::Unlocked(_)) {
            return Err(Failure::Locked);
        }
        if self.folder.notebook_files() != NotebookFiles::Both {
            return Err(Failure::NotebookMissing);
        }
        let grant = Grant {
            role: Role::Open,
            notebook: present.notebook.other(),
            master: MasterKey::make(random),
            shelf: present.shelf,
        };
        keys.forget(random, grant.notebook);
        self.destroy(keys, KeyFile::place_of_half(grant.notebook))?;
        let twins = self.folder.twins(grant.notebook);
        Notebook::create(
            twins,
            &grant.master,
            Arc::clone(&self.clock),
            Arc::clone(&self.random),
        )
        .map_err(notebook_failure)?;
        keys.put(random, SlotKind::Open, passphrase, &grant)
            .map_err(cost_failure)?;
        self.save_keys(keys)
    }
}
