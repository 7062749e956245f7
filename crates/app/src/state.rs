//! The three states. What a state does not have cannot be used in it.

use std::{mem, sync::Arc};

use durumi_api::{AppMode, AppState, Failure, Notice, Shelf};
use durumi_cases::Notebook;
use durumi_keys::{KeyFile, NotebookNumber};
use durumi_library::Library;
use durumi_sync::Seals;

use crate::{
    folder::{Access, DataFolder, NotebookFiles},
    pack,
    recovery::Draft,
    shelf::{History, OpenShelf},
};

/// What is open.
pub(crate) enum State {
    /// No notebook here. The library is in memory, or in a file that anyone at this computer may read.
    Reading(OpenShelf),
    /// A notebook is here and closed. The library is there when anyone at this computer may read it.
    Locked(Option<OpenShelf>),
    /// The notebook is open.
    Unlocked(Box<Unlocked>),
}

pub(crate) struct Unlocked {
    pub(crate) notebook: Notebook,
    /// Which of the two files it is.
    pub(crate) number: NotebookNumber,
    pub(crate) library: OpenShelf,
    /// For syncing: what makes and opens objects on a remote. `None`: the exchange key cannot be read, which keeps
    /// the notebook from syncing and not from opening.
    pub(crate) seals: Option<Arc<Seals>>,
    /// Who may read the library once the notebook is locked.
    pub(crate) access: Shelf,
    /// A recovery code that was shown and not yet proved.
    pub(crate) draft: Option<Draft>,
}

impl State {
    /// What the screen has to know.
    pub(crate) fn describe(&self, folder: &DataFolder) -> AppState {
        let (mode, library_open) = match self {
            State::Reading(_) => (AppMode::Reading, true),
            State::Locked(library) => (AppMode::Locked, library.is_some()),
            State::Unlocked(_) => (AppMode::Unlocked, true),
        };
        AppState {
            mode,
            library_open,
            development_keys: pack::is_for_development(),
            notices: self.notices(folder),
        }
    }

    /// Forgets the notebook, and the library unless it is open to anyone.
    pub(crate) fn lock(&mut self) {
        // The state in between is a locked one, so that nothing that fails leaves anything open.
        *self = match mem::replace(self, State::Locked(None)) {
            State::Unlocked(unlocked) => State::Locked(match unlocked.access {
                Shelf::Open => Some(unlocked.library),
                Shelf::Closed => None,
            }),
            other => other,
        };
    }

    /// The library, or the failure that says what to do first.
    pub(crate) fn library(&self) -> Result<&Library, Failure> {
        self.shelf().map(|shelf| &shelf.library).ok_or(Failure::Locked)
    }

    /// The library and its file, to change what is in it.
    pub(crate) fn shelf_mut(&mut self) -> Result<&mut OpenShelf, Failure> {
        match self {
            State::Reading(library) => Ok(library),
            State::Locked(library) => library.as_mut().ok_or(Failure::Locked),
            State::Unlocked(unlocked) => Ok(&mut unlocked.library),
        }
    }

    /// The notebook, or the failure that says what to do first.
    pub(crate) fn notebook(&mut self) -> Result<&mut Notebook, Failure> {
        self.unlocked().map(|unlocked| &mut unlocked.notebook)
    }

    /// All that is open, or the failure that says what to do first.
    pub(crate) fn unlocked(&mut self) -> Result<&mut Unlocked, Failure> {
        match self {
            State::Reading(_) => Err(Failure::NoNotebook),
            State::Locked(_) => Err(Failure::Locked),
            State::Unlocked(unlocked) => Ok(unlocked),
        }
    }

    fn shelf(&self) -> Option<&OpenShelf> {
        match self {
            State::Reading(library) => Some(library),
            State::Locked(library) => library.as_ref(),
            State::Unlocked(unlocked) => Some(&unlocked.library),
        }
    }

    /// Looked up in the folder each time, so that a file that was put back is no longer missed.
    fn notices(&self, folder: &DataFolder) -> Vec<Notice> {
        let keys = folder.key_file().ok().flatten();
        let remade = self.shelf().is_some_and(|shelf| shelf.history == History::Remade);
        let damaged = keys.as_ref().is_some_and(|keys| !keys.is_whole());
        let missing = keys.is_some_and(|keys| !keys.is_for_library_only())
            && folder.notebook_files() != NotebookFiles::Both;
        [
            (Notice::LibraryRemade, remade),
            (Notice::KeysDamaged, damaged),
            (Notice::NotebookMissing, missing),
        ]
        .into_iter()
        .filter_map(|(notice, holds)| holds.then_some(notice))
        .collect()
    }
}

/// The state in which the program begins on a folder.
pub(crate) fn initial(folder: &DataFolder, access: Access) -> Result<State, Failure> {
    let Some(keys) = folder.key_file()? else {
        return Ok(State::Reading(OpenShelf::in_memory()?));
    };
    let shelf = shelf_for_anyone(folder, &keys, access)?;
    match (keys.is_for_library_only(), folder.notebook_files()) {
        // Also when files of the notebook are missing: they may be brought back.
        (false, _) => Ok(State::Locked(shelf)),
        // A library without a notebook, as at a reading point.
        (true, NotebookFiles::Neither) => shelf.map(State::Reading).ok_or(Failure::KeysDamaged),
        // These keys were never for a notebook: those of the one that is here were lost.
        (true, _) => Err(Failure::KeysDamaged),
    }
}

/// The library, when no passphrase is needed for it.
fn shelf_for_anyone(
    folder: &DataFolder,
    keys: &KeyFile,
    access: Access,
) -> Result<Option<OpenShelf>, Failure> {
    let Some(key) = keys.open_shelf_key() else {
        return Ok(None);
    };
    if access == Access::Read {
        return OpenShelf::open_to_read(folder, &key).map(Some);
    }
    if keys.is_whole() {
        return OpenShelf::open_or_remake(folder, key).map(Some);
    }
    // The key may be what is damaged: a library that it does not open is not made again under it.
    match OpenShelf::open(folder, key) {
        Err(Failure::ShelfDamaged) => Ok(None),
        shelf => shelf.map(Some),
    }
}
