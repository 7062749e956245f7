//! Watching and disturbing every change of the notebooks' files. For tests; never in a shipped program.

use std::{
    io,
    sync::{Arc, PoisonError, RwLock},
};

/// A change that is about to be made.
pub enum Change<'a> {
    /// Bytes are written at an offset.
    Write {
        /// Where, in bytes from the beginning.
        offset: u64,
        /// What.
        bytes: &'a [u8],
    },
    /// The file gets this length in bytes.
    Length(u64),
    /// Everything before is to be on the disk afterwards.
    Sync,
    /// The file gets its name, or another one.
    Name,
}

/// Somebody who is told of every change before it is made.
pub trait Probe: Send + Sync {
    /// An error is given back in place of making the change.
    fn change(&self, file: &str, change: &Change<'_>) -> io::Result<()>;
}

static INSTALLED: RwLock<Option<Arc<dyn Probe>>> = RwLock::new(None);

/// Has a probe told of every change in this process from now on, or nobody.
pub fn install(probe: Option<Arc<dyn Probe>>) {
    *INSTALLED.write().unwrap_or_else(PoisonError::into_inner) = probe;
}

pub(crate) fn tell(file: &str, change: &Change<'_>) -> io::Result<()> {
    let probe = INSTALLED.read().unwrap_or_else(PoisonError::into_inner).clone();
    probe.map_or(Ok(()), |probe| probe.change(file, change))
}
