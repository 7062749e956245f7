//! Why the notebook did not do something.

use durumi_store::StoreError;

/// What went wrong. Carries nothing the person wrote.
#[derive(Debug, thiserror::Error)]
pub enum CasesError {
    /// There is no such case, note or attachment (any more).
    #[error("there is no such entry")]
    NotFound,
    /// The bytes of an attachment are on another device and have not come yet.
    #[error("the file has not arrived")]
    NotArrived,
    /// A text or file is larger than allowed.
    #[error("larger than allowed")]
    TooLarge,
    /// A field is empty that must not be, or a call came out of turn. Names the field.
    #[error("the field {0} is not valid")]
    Invalid(&'static str),
    /// An entry's document or an attachment's bytes cannot be read.
    #[error("the notebook is damaged")]
    Damaged,
    /// The file.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for CasesError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::QueryReturnedNoRows => CasesError::NotFound,
            error => CasesError::Store(error.into()),
        }
    }
}
