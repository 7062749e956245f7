//! Making, opening and locking the notebook.

use std::{fs, sync::Arc};

use durumi_api::{AppState, Failure, NotebookCreate, NotebookLock, NotebookUnlock, Shelf};
use durumi_cases::Notebook;
use durumi_keys::{Grant, KeyFile, MasterKey, NotebookNumber, Passphrase, Role, ShelfAccess, ShelfKey};
use durumi_library::Library;
use durumi_store::Database;
use zeroize::Zeroizing;

use crate::{
    App, embedded,
    failure::{
        cost_failure, folder_failure, keys_failure, library_failure, notebook_failure, passphrase_failure,
        shelf_failure, unlock_failure,
    },
    folder::DataFolder,
    passphrase,
    state::{self, State, Unlocked, open_library_file, open_shelf},
};

impl App {
    /// Makes the notebook and opens it. Until the last step nothing of it counts as made.
    pub fn notebook_create(&self, request: NotebookCreate) -> Result<AppState, Failure> {
        let typed = Zeroizing::new(request.passphrase);
        let passphrase = passphrase::choose(&typed)?;
        let mut state = self.state();
        if !matches!(*state, State::Reading(_)) {
            return Err(Failure::NotebookExists);
        }
        // A library file is closed before it is replaced; if anything fails, it is opened again.
        let library_is_a_file = self.folder.read_keys()?.is_some();
        if library_is_a_file {
            *state = State::Locked(None);
        }
        match self.make_notebook(&passphrase, request.shelf) {
            Ok(unlocked) => *state = State::Unlocked(Box::new(unlocked)),
            Err(failure) => {
                // What is half made takes room on a full disk.
                self.folder.tidy()?;
                if library_is_a_file {
                    *state = state::initial(&self.folder)?;
                }
                return Err(failure);
            }
        }
        Ok(state.describe())
    }

    /// Opens the notebook.
    pub fn notebook_unlock(&self, request: NotebookUnlock) -> Result<AppState, Failure> {
        let typed = Zeroizing::new(request.passphrase);
        let passphrase = Passphrase::new(&typed).map_err(passphrase_failure)?;
        // The second of work is done without holding the state, so that the screen stays alive.
        let bytes = self.folder.read_keys()?.ok_or(Failure::NoNotebook)?;
        let keys = KeyFile::parse(&bytes).map_err(keys_failure)?;
        let grant = keys.unlock(&passphrase).map_err(unlock_failure)?;
        let mut state = self.state();
        if let State::Locked(library) = &mut *state {
            let access = if library.is_some() {
                Shelf::Open
            } else {
                Shelf::Closed
            };
            let notebook = self.open_notebook(&grant)?;
            // Taken only now: a failure above leaves a readable library readable.
            let mut library = match library.take() {
                Some(library) => library,
                None => open_shelf(&self.folder, &grant.shelf)?,
            };
            embedded::install_if_newer(&mut library)?;
            *state = State::Unlocked(Box::new(Unlocked {
                notebook,
                library,
                access,
            }));
        }
        Ok(state.describe())
    }

    /// Closes the notebook and forgets its keys.
    pub fn notebook_lock(&self, _request: NotebookLock) -> Result<AppState, Failure> {
        let mut state = self.state();
        state.lock();
        Ok(state.describe())
    }

    fn make_notebook(&self, passphrase: &Passphrase, access: Shelf) -> Result<Unlocked, Failure> {
        self.hold_folder()?;
        // Another start may have made one while this one was reading.
        if self.folder.has_notebook() {
            return Err(Failure::NotebookExists);
        }
        let starting = self.folder.begin()?;
        let random = self.random.as_ref();
        let grant = Grant {
            role: Role::Open,
            notebook: NotebookNumber::One,
            master: MasterKey::make(random),
            shelf: ShelfKey::make(random),
        };
        let shelf_access = match access {
            Shelf::Open => ShelfAccess::Open(&grant.shelf),
            Shelf::Closed => ShelfAccess::Closed,
        };
        let cost = self.cost.decide()?;
        let mut keys = KeyFile::make(random, cost, &shelf_access);
        keys.fill_first_slot(random, passphrase, &grant)
            .map_err(cost_failure)?;

        self.make_shelf(&starting, &grant.shelf)?;
        // The second notebook's key is forgotten at once: nobody, not even the owner, can tell from the
        // files whether it was ever set up.
        for (number, master) in [
            (NotebookNumber::One, &grant.master),
            (NotebookNumber::Two, &MasterKey::make(random)),
        ] {
            let path = starting.notebook(number);
            Notebook::create(&path, master, Arc::clone(&self.clock), Arc::clone(&self.random))
                .map_err(notebook_failure)?;
        }
        self.folder.complete(&keys.to_bytes())?;
        Ok(Unlocked {
            notebook: self.open_notebook(&grant)?,
            library: open_shelf(&self.folder, &grant.shelf)?,
            access,
        })
    }

    fn open_notebook(&self, grant: &Grant) -> Result<Notebook, Failure> {
        // The role that forgets the other notebook is not given out by this version: a slot that has it
        // was written by a later one, and opening it without the deed would be a lie.
        if grant.role == Role::OpenAndForgetOther {
            return Err(Failure::NewerFormat);
        }
        let path = self.folder.notebook(grant.notebook);
        Notebook::open(
            &path,
            &grant.master,
            Arc::clone(&self.clock),
            Arc::clone(&self.random),
        )
        .map_err(notebook_failure)
    }

    /// The library under its new key: a copy of the one that is here, or a new one.
    pub(crate) fn make_shelf(&self, starting: &DataFolder, key: &ShelfKey) -> Result<(), Failure> {
        let database_key = key.derive_database_key();
        let old_key = self
            .folder
            .read_keys()?
            .and_then(|keys| KeyFile::parse(&keys).ok()?.open_shelf_key());
        let db = if let Some(old_key) = old_key {
            fs::copy(self.folder.shelf(), starting.shelf()).map_err(folder_failure)?;
            let db = open_library_file(starting, &old_key)?;
            db.change_key(&database_key).map_err(shelf_failure)?;
            db
        } else {
            Database::create(
                &starting.shelf(),
                &database_key,
                &durumi_library::SCHEMA,
                &[durumi_library::ANALYSER],
            )
            .map_err(shelf_failure)?
        };
        embedded::install_if_newer(&mut Library::new(db).map_err(library_failure)?)
    }
}
