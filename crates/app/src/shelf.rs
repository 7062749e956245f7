//! The open library, and making it again when its file is damaged or gone.
//!
//! Everything in the file can be made from the pack inside the program, so it never stands between a person
//! and a healthy notebook. The bad file is set aside and not deleted, because a pack of somebody's own may
//! be in it. Refusing to start was rejected: it locked people out of what they wrote.

use std::mem;

use durumi_api::Failure;
use durumi_keys::ShelfKey;
use durumi_library::{ANALYSER, Library, SCHEMA};
use durumi_store::{Database, StoreError};

use crate::{
    embedded,
    failure::{library_failure, shelf_failure},
    folder::DataFolder,
};

/// An open library. Dropping it closes the file.
pub(crate) struct OpenShelf {
    pub(crate) library: Library,
    /// The file's key; `None` in memory and where the file cannot be written.
    file_key: Option<ShelfKey>,
    pub(crate) history: History,
}

/// What became of the library since the program was started.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum History {
    /// It is as it was.
    Untouched,
    /// It was damaged or gone, and was made again.
    Remade,
}

impl OpenShelf {
    /// The library as it comes with the program, in memory.
    pub(crate) fn in_memory() -> Result<Self, Failure> {
        Ok(OpenShelf {
            library: embedded::library_in_memory()?,
            file_key: None,
            history: History::Untouched,
        })
    }

    /// Opens the library's file as it is.
    pub(crate) fn open(folder: &DataFolder, key: ShelfKey) -> Result<Self, Failure> {
        Ok(OpenShelf {
            library: open_file(folder, &key)?,
            file_key: Some(key),
            history: History::Untouched,
        })
    }

    /// Opens the library's file, or makes it again when it is damaged or gone. The key must be the right one.
    pub(crate) fn open_or_remake(folder: &DataFolder, key: ShelfKey) -> Result<Self, Failure> {
        match open_file(folder, &key) {
            Ok(library) => Ok(OpenShelf {
                library,
                file_key: Some(key),
                history: History::Untouched,
            }),
            Err(Failure::ShelfDamaged) => Self::remake(folder, key),
            Err(failure) => Err(failure),
        }
    }

    /// Opens the library's file where nothing can be written. What cannot be read there is replaced in
    /// memory by what comes with the program.
    pub(crate) fn open_to_read(folder: &DataFolder, key: &ShelfKey) -> Result<Self, Failure> {
        let opened =
            Database::open_to_read(&folder.shelf(), &key.derive_database_key(), &SCHEMA, &[ANALYSER])
                .map_err(shelf_failure)
                .and_then(|db| Library::new(db).map_err(library_failure));
        match opened {
            Ok(library) => Ok(OpenShelf {
                library,
                file_key: None,
                history: History::Untouched,
            }),
            Err(_) => Ok(OpenShelf {
                history: History::Remade,
                ..Self::in_memory()?
            }),
        }
    }

    /// Makes the library again after a part of it could not be read.
    pub(crate) fn remake_damaged(&mut self, folder: &DataFolder) -> Result<(), Failure> {
        let damaged = mem::replace(self, Self::in_memory()?);
        self.history = History::Remade;
        let OpenShelf {
            library, file_key, ..
        } = damaged;
        // Closed before its file is moved.
        drop(library);
        if let Some(key) = file_key {
            *self = Self::remake(folder, key)?;
        }
        Ok(())
    }

    /// Reads every page of the file, and makes it again if one is damaged.
    pub(crate) fn check(&mut self, folder: &DataFolder) -> Result<(), Failure> {
        match self.library.check().map_err(library_failure) {
            Err(Failure::ShelfDamaged) => self.remake_damaged(folder),
            checked => checked,
        }
    }

    /// Whether what is changed in it stays.
    pub(crate) fn is_durable(&self) -> bool {
        self.file_key.is_some()
    }

    fn remake(folder: &DataFolder, key: ShelfKey) -> Result<Self, Failure> {
        let made = folder
            .replace_shelf(|place| make_file(place, &key))
            .and_then(|()| open_file(folder, &key));
        let (library, file_key) = match made {
            Ok(library) => (library, Some(key)),
            // The disk is full, or fails. What comes with the program can be read all the same.
            Err(_) => (embedded::library_in_memory()?, None),
        };
        Ok(OpenShelf {
            library,
            file_key,
            history: History::Remade,
        })
    }
}

/// A new library file with the program's own pack in it.
pub(crate) fn make_file(folder: &DataFolder, key: &ShelfKey) -> Result<(), Failure> {
    let db = Database::create(&folder.shelf(), &key.derive_database_key(), &SCHEMA, &[ANALYSER]);
    embedded::install_if_newer(&mut Library::new(db.map_err(shelf_failure)?).map_err(library_failure)?)
}

/// The file under another key. It must not be the one in use.
pub(crate) fn change_key(folder: &DataFolder, old: &ShelfKey, new: &ShelfKey) -> Result<(), Failure> {
    let db = open_database(folder, old).map_err(shelf_failure)?;
    db.change_key(&new.derive_database_key()).map_err(shelf_failure)
}

fn open_file(folder: &DataFolder, key: &ShelfKey) -> Result<Library, Failure> {
    if !folder.shelf().exists() {
        return Err(Failure::ShelfDamaged);
    }
    let db = open_database(folder, key).map_err(shelf_failure)?;
    let mut library = Library::new(db).map_err(library_failure)?;
    match embedded::install_if_newer(&mut library) {
        Err(Failure::ShelfDamaged) => Err(Failure::ShelfDamaged),
        // An older library is better than none, as on a full disk.
        Ok(()) | Err(_) => Ok(library),
    }
}

fn open_database(folder: &DataFolder, key: &ShelfKey) -> Result<Database, StoreError> {
    Database::open(&folder.shelf(), &key.derive_database_key(), &SCHEMA, &[ANALYSER])
}
