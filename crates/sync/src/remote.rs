//! A place that keeps files, and the little that is asked of it.

use crate::Kind;

/// A remote. Names are given as text because a remote may spell them otherwise than we do.
///
/// Nothing that it says is believed beyond this: what opens was put there by a device of the notebook.
pub trait Remote {
    /// What is in a folder, in any order. A folder that was never written to is empty.
    fn list(&mut self, kind: Kind) -> Result<Vec<Entry>, RemoteError>;

    /// The bytes of an object, at most `limit`; `None` when there is none of that name.
    fn get(&mut self, kind: Kind, name: &str, limit: u64) -> Result<Option<Vec<u8>>, RemoteError>;

    /// Writes an object, making its folder if need be.
    fn put(&mut self, kind: Kind, name: &str, object: &[u8]) -> Result<(), RemoteError>;

    /// Deletes an object. One that is not there is no error.
    fn delete(&mut self, kind: Kind, name: &str) -> Result<(), RemoteError>;
}

/// What a list says of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, as the remote spells it.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
}

/// Why a remote did not do something. Each is a different message to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum RemoteError {
    /// The place is not there: a stick that was pulled, a folder that was removed.
    #[error("the place is not there")]
    NotThere,
    /// It cannot be reached: no network, no such host, no answer.
    #[error("the place cannot be reached")]
    Unreachable,
    /// It stopped answering.
    #[error("the place stopped answering")]
    TimedOut,
    /// It is full.
    #[error("the place is full")]
    Full,
    /// It asks for patience.
    #[error("the place asks to come back later")]
    Busy,
    /// It refuses: wrong password, no right to write.
    #[error("the place refuses")]
    Refused,
    /// It is not who it should be, or sends elsewhere.
    #[error("the place cannot be trusted")]
    Untrusted,
    /// It answers what makes no sense.
    #[error("the place answers what makes no sense")]
    Broken,
    /// Nothing is the matter with it: the person stopped the visit.
    #[error("the visit was stopped")]
    Stopped,
}

impl RemoteError {
    /// All of them, for words and tests.
    pub const ALL: [RemoteError; 9] = [
        RemoteError::NotThere,
        RemoteError::Unreachable,
        RemoteError::TimedOut,
        RemoteError::Full,
        RemoteError::Busy,
        RemoteError::Refused,
        RemoteError::Untrusted,
        RemoteError::Broken,
        RemoteError::Stopped,
    ];
}
