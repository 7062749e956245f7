//! Why a file could not be opened, read or written.

use std::io;

use rusqlite::ErrorCode;

/// What went wrong, as far as it makes a difference to the person. Carries no path and no data.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The key does not fit, or the bytes were changed: the two cannot be told apart.
    #[error("the file does not open with its key or fails its check")]
    Damaged,
    /// The file was written by a newer version of the program.
    #[error("the file was written by a newer version")]
    Newer,
    /// No space is left.
    #[error("the disk is full")]
    DiskFull,
    /// The folder or file cannot be written, or is not there.
    #[error("the folder cannot be written to")]
    NotWritable,
    /// Another process has the file open.
    #[error("the file is in use")]
    InUse,
    /// Somebody asked to stop. Nothing was changed.
    #[error("stopped")]
    Stopped,
    /// The SQLite library in this program would not encrypt. Nothing was opened.
    #[error("the program was built without encryption")]
    NotEncrypting,
    /// Anything else SQLite says; a fault of the program.
    #[error("the database refused a statement")]
    Sql(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => StoreError::Damaged,
            Some(ErrorCode::DiskFull) => StoreError::DiskFull,
            Some(ErrorCode::OperationInterrupted) => StoreError::Stopped,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                StoreError::NotWritable
            }
            Some(
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed,
            ) => StoreError::InUse,
            _ => StoreError::Sql(error),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull,
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => StoreError::Damaged,
            _ => StoreError::NotWritable,
        }
    }
}
