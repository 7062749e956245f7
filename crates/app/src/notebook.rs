//! Making, opening and locking the notebook.

use std::{fs, sync::Arc};

use durumi_api::{AppState, Failure, NotebookCreate, NotebookLock, NotebookUnlock, Shelf};
use durumi_cases::Notebook;
use durumi_keys::{
    Grant, Invited, KeyFile, MasterKey, NotebookNumber, Passphrase, Role, ShelfAccess, ShelfKey, SlotKind,
};
use zeroize::Zeroizing;

use crate::{
    App,
    failure::{cost_failure, folder_failure, notebook_failure},
    folder::{DataFolder, NotebookFiles},
    passphrase::{self, read_passphrase},
    shelf::{self, History, OpenShelf},
    state::{State, Unlocked},
    sync::seals,
};

/// Where a notebook that is made comes from.
pub(crate) enum Origin {
    /// Nowhere: it is new.
    New,
    /// Another device, by an invitation.
    Invited(Invited),
}

impl App {
    /// Makes the notebook and opens it. Until the last step nothing of it counts as made.
    pub fn notebook_create(&self, request: NotebookCreate) -> Result<AppState, Failure> {
        let typed = Zeroizing::new(request.passphrase);
        self.create_from(&typed, request.shelf, Origin::New)
    }

    /// Makes a notebook, a new one or an empty copy of another device's.
    pub(crate) fn create_from(
        &self,
        typed: &str,
        access: Shelf,
        origin: Origin,
    ) -> Result<AppState, Failure> {
        let passphrase = passphrase::choose(typed)?;
        let mut state = self.state();
        let State::Reading(library) = &mut *state else {
            return Err(self.notebook_in_the_way());
        };
        // A library file is copied whole, so every page of it must be good; then it is closed. If anything
        // fails, it is opened again.
        library.check(&self.folder)?;
        let history = library.history;
        let library_is_a_file = self.folder.read_keys()?.is_some();
        if library_is_a_file {
            *state = State::Locked(None);
        }
        match self.make_notebook(&passphrase, access, history, origin) {
            Ok(unlocked) => *state = State::Unlocked(Box::new(unlocked)),
            Err(failure) => {
                // What is half made takes room on a full disk.
                self.folder.tidy()?;
                if library_is_a_file {
                    *state = self.initial_state()?;
                }
                return Err(failure);
            }
        }
        Ok(self.describe(&state))
    }

    /// Opens the notebook.
    pub fn notebook_unlock(&self, request: NotebookUnlock) -> Result<AppState, Failure> {
        let typed = Zeroizing::new(request.passphrase);
        let passphrase = read_passphrase(&typed)?;
        // The second of work is done without holding the state, so that the screen stays alive.
        let mut attempt = self.attempt(&passphrase, |grant| grant.role != Role::Recover)?;
        self.forget_other_if_asked(&mut attempt)?;
        self.enter(attempt.opened.grant)
    }

    /// Opens the notebook with its keys, unless one is open already.
    pub(crate) fn enter(&self, grant: Grant) -> Result<AppState, Failure> {
        let mut state = self.state();
        if let State::Locked(library) = &mut *state {
            let notebook = self.open_notebook(&grant)?;
            let seals = seals(&grant.master, &notebook).ok().map(Arc::new);
            let access = if library.is_some() {
                Shelf::Open
            } else {
                Shelf::Closed
            };
            // Taken only now: a failure above leaves a readable library readable.
            let library = match library.take() {
                Some(library) => library,
                None => OpenShelf::open_or_remake(&self.folder, grant.shelf)?,
            };
            *state = State::Unlocked(Box::new(Unlocked {
                notebook,
                number: grant.notebook,
                library,
                seals,
                access,
                draft: None,
            }));
        }
        Ok(self.describe(&state))
    }

    /// Closes the notebook and forgets its keys.
    pub fn notebook_lock(&self, _request: NotebookLock) -> Result<AppState, Failure> {
        // A visit that is under way ends before its next request, and holds nothing until then.
        self.watch.stop();
        self.forget_schedule();
        self.stop_working();
        let mut state = self.state();
        state.lock();
        Ok(self.describe(&state))
    }

    /// Why no notebook is made where one was made before.
    fn notebook_in_the_way(&self) -> Failure {
        match self.folder.notebook_files() {
            NotebookFiles::Both => Failure::NotebookExists,
            NotebookFiles::Neither | NotebookFiles::One => Failure::NotebookMissing,
        }
    }

    fn make_notebook(
        &self,
        passphrase: &Passphrase,
        access: Shelf,
        history: History,
        origin: Origin,
    ) -> Result<Unlocked, Failure> {
        self.hold_folder()?;
        let old_keys = self.folder.key_file()?;
        match &old_keys {
            // Another start may have made one while this one was reading.
            Some(keys) if !keys.is_for_library_only() => return Err(self.notebook_in_the_way()),
            Some(keys) if !keys.is_whole() => return Err(Failure::KeysDamaged),
            _ => {}
        }
        let starting = self.folder.begin()?;
        let random = self.random.as_ref();
        let (copy_of, master) = match origin {
            Origin::New => (None, MasterKey::make(random)),
            Origin::Invited(invited) => (Some((invited.notebook, invited.exchange)), invited.master),
        };
        let grant = Grant {
            role: Role::Open,
            notebook: NotebookNumber::make(random),
            master,
            shelf: ShelfKey::make(random),
        };
        let shelf_access = match access {
            Shelf::Open => ShelfAccess::Open(&grant.shelf),
            Shelf::Closed => ShelfAccess::Closed,
        };
        let cost = self.cost.decide()?;
        let mut keys = KeyFile::make(random, cost, &shelf_access);
        keys.put(random, SlotKind::Open, passphrase, &grant)
            .map_err(cost_failure)?;

        self.make_shelf(&starting, old_keys.as_ref(), &grant.shelf)?;
        // The second file is random bytes: nobody, not even the owner, can tell from the files whether it was ever
        // set up.
        let twins = starting.twins(grant.notebook);
        twins
            .make(random)
            .map_err(|error| notebook_failure(error.into()))?;
        let (clock, random) = (Arc::clone(&self.clock), Arc::clone(&self.random));
        let made = match copy_of {
            Some((notebook, exchange)) => {
                Notebook::create_copy(twins, &grant.master, notebook, clock, random).and_then(|mut made| {
                    match exchange {
                        Some(key) => made.set_exchange_key(&key).map(|()| made),
                        None => Ok(made),
                    }
                })
            }
            None => Notebook::create(twins, &grant.master, clock, random),
        };
        made.map_err(notebook_failure)?;
        self.folder.complete(&keys.to_bytes())?;
        let notebook = self.open_notebook(&grant)?;
        let mut library = OpenShelf::open(&self.folder, grant.shelf)?;
        library.history = history;
        Ok(Unlocked {
            seals: seals(&grant.master, &notebook).ok().map(Arc::new),
            notebook,
            number: grant.notebook,
            library,
            access,
            draft: None,
        })
    }

    fn open_notebook(&self, grant: &Grant) -> Result<Notebook, Failure> {
        let path = self.folder.notebook(grant.notebook);
        if !path.exists() {
            return Err(Failure::NotebookMissing);
        }
        Notebook::open(
            self.folder.twins(grant.notebook),
            &grant.master,
            Arc::clone(&self.clock),
            Arc::clone(&self.random),
        )
        .map_err(notebook_failure)
    }

    /// The library under its new key: a copy of the one that is here, or a new one.
    fn make_shelf(
        &self,
        starting: &DataFolder,
        old_keys: Option<&KeyFile>,
        key: &ShelfKey,
    ) -> Result<(), Failure> {
        if let Some(old) = old_keys.and_then(KeyFile::open_shelf_key) {
            fs::copy(self.folder.shelf(), starting.shelf()).map_err(folder_failure)?;
            shelf::change_key(starting, &old, key)
        } else {
            shelf::make_file(starting, key)
        }
    }
}
