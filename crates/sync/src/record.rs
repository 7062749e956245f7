//! A record of the journal, sealed.

use durumi_base::DeviceId;
use durumi_keys::Sealed;

/// A record of the journal as it travels. Its name, `(device, number)`, never means anything else.
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    /// Who wrote it.
    pub device: DeviceId,
    /// Its number, from 1.
    pub number: u64,
    /// Eight random bytes from when it was first written; they stay when it becomes void. Two records of one name
    /// that were born apart come from two copies of one device.
    pub birth: [u8; 8],
    /// What it is: 1 change, 2 tombstone, [`Record::VOID`]; what a newer program writes is passed on.
    pub kind: u8,
    /// Its content, sealed with a key that syncing has not.
    pub sealed: Sealed,
}

impl Record {
    /// The kind of a record whose content was removed for ever.
    pub const VOID: u8 = 3;
}
