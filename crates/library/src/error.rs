//! Why the library did not do something.

use durumi_packs::{PackError, trust::Refusal};
use durumi_store::StoreError;

/// What went wrong. Carries no path and no text.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// A newer published version was installed before.
    #[error("a newer version of the pack was installed before")]
    Rollback,
    /// The pack's contents are not what its format says.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// A repository of packs is refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// A pack that is still listed is not removed.
    #[error("the pack is not one that was withdrawn")]
    StillListed,
    /// What the library holds cannot be read.
    #[error("the library is damaged")]
    Damaged,
    /// The file.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for LibraryError {
    fn from(error: rusqlite::Error) -> Self {
        LibraryError::Store(error.into())
    }
}

/// JSON of our own that is not JSON any more.
impl From<serde_json::Error> for LibraryError {
    fn from(_: serde_json::Error) -> Self {
        LibraryError::Damaged
    }
}
