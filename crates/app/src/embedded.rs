//! The starter pack, carried inside the program.
//!
//! `build.rs` builds it from `packs/starter` and notes its hash; what is installed is held against that
//! hash, like any other pack will be against its signatures.

use durumi_api::Failure;
use durumi_library::Library;
use durumi_packs::{
    Pack, Verified,
    trust::{self, PinnedHash},
};
use durumi_store::Database;

use crate::failure::{library_failure, shelf_failure};

static ARCHIVE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/starter.pack"));
static HASH: PinnedHash =
    PinnedHash::from_bytes(*include_bytes!(concat!(env!("OUT_DIR"), "/starter.sha256")));

/// A library that exists in memory only, with the starter pack in it.
pub(crate) fn library_in_memory() -> Result<Library, Failure> {
    let db =
        Database::in_memory(&durumi_library::SCHEMA, &[durumi_library::ANALYSER]).map_err(shelf_failure)?;
    let mut library = Library::new(db).map_err(library_failure)?;
    library.install(&starter()?).map_err(library_failure)?;
    Ok(library)
}

/// Installs the starter pack when the library never had it or only older ones, as after a new program. An
/// author's own build of it gives way then, and stays otherwise.
pub(crate) fn install_if_newer(library: &mut Library) -> Result<(), Failure> {
    let starter = starter()?;
    if library.is_news(starter.get()).map_err(library_failure)? {
        library.install(&starter).map_err(library_failure)?;
    }
    Ok(())
}

fn starter() -> Result<Verified<Pack>, Failure> {
    trust::pinned(ARCHIVE, &HASH).map_err(|_| Failure::PackUntrusted)
}
