//! The three states. What a state does not have cannot be used in it.

use std::mem;

use durumi_api::{AppMode, AppState, Failure, Shelf};
use durumi_cases::Notebook;
use durumi_keys::{KeyFile, ShelfKey};
use durumi_library::Library;
use durumi_store::Database;

use crate::{
    embedded,
    failure::{keys_failure, library_failure, shelf_failure},
    folder::DataFolder,
};

/// What is open.
pub(crate) enum State {
    /// No notebook here. The library is in memory, or in a file that anyone at this computer may read.
    Reading(Library),
    /// A notebook is here and closed. The library is there when anyone at this computer may read it.
    Locked(Option<Library>),
    /// The notebook is open.
    Unlocked(Box<Unlocked>),
}

pub(crate) struct Unlocked {
    pub(crate) notebook: Notebook,
    pub(crate) library: Library,
    /// Who may read the library once the notebook is locked.
    pub(crate) access: Shelf,
}

impl State {
    /// What the screen has to know.
    pub(crate) fn describe(&self) -> AppState {
        let (mode, library_open) = match self {
            State::Reading(_) => (AppMode::Reading, true),
            State::Locked(library) => (AppMode::Locked, library.is_some()),
            State::Unlocked(_) => (AppMode::Unlocked, true),
        };
        AppState { mode, library_open }
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
        match self {
            State::Reading(library) => Ok(library),
            State::Locked(library) => library.as_ref().ok_or(Failure::Locked),
            State::Unlocked(unlocked) => Ok(&unlocked.library),
        }
    }

    /// The library, to change what is in it.
    pub(crate) fn library_mut(&mut self) -> Result<&mut Library, Failure> {
        match self {
            State::Reading(library) => Ok(library),
            State::Locked(library) => library.as_mut().ok_or(Failure::Locked),
            State::Unlocked(unlocked) => Ok(&mut unlocked.library),
        }
    }

    /// The notebook, or the failure that says what to do first.
    pub(crate) fn notebook(&mut self) -> Result<&mut Notebook, Failure> {
        match self {
            State::Reading(_) => Err(Failure::NoNotebook),
            State::Locked(_) => Err(Failure::Locked),
            State::Unlocked(unlocked) => Ok(&mut unlocked.notebook),
        }
    }
}

/// The state in which the program begins on a folder.
pub(crate) fn initial(folder: &DataFolder) -> Result<State, Failure> {
    let Some(keys) = folder.read_keys()? else {
        return Ok(State::Reading(embedded::library_in_memory()?));
    };
    let keys = KeyFile::parse(&keys).map_err(keys_failure)?;
    let library = keys
        .open_shelf_key()
        .map(|key| open_shelf(folder, &key))
        .transpose()?;
    if folder.has_notebook() {
        return Ok(State::Locked(library));
    }
    // A library without a notebook, as at a reading point.
    library.map(State::Reading).ok_or(Failure::KeysDamaged)
}

/// Opens the library.
pub(crate) fn open_shelf(folder: &DataFolder, key: &ShelfKey) -> Result<Library, Failure> {
    Library::new(open_library_file(folder, key)?).map_err(library_failure)
}

/// Opens the library's file.
pub(crate) fn open_library_file(folder: &DataFolder, key: &ShelfKey) -> Result<Database, Failure> {
    let key = key.derive_database_key();
    Database::open(
        &folder.shelf(),
        &key,
        &durumi_library::SCHEMA,
        &[durumi_library::ANALYSER],
    )
    .map_err(shelf_failure)
}
