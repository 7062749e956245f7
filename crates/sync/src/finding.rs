//! What a round noticed about a remote, for the person to be told.

/// Something that a remote did. None of them has cost a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// Everything this device had put there is gone; it was put there again.
    Emptied,
    /// Something this device had put there is gone or shortened; it was put there again.
    Lost,
    /// The remote shows an older state than one that was seen before.
    RolledBack,
    /// Two heads of one device contradict each other.
    Forked,
    /// The data folder was copied or restored: this device goes on under a new id.
    Copied,
    /// There are files of something else.
    Foreign,
    /// An object of the notebook does not open.
    Unreadable,
    /// Something was written by a newer program and waits for one.
    Newer,
    /// Records were set aside because they mean nothing here.
    SetAside,
}
