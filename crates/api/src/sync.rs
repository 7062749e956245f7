//! Requests and replies about syncing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Shelf;

/// Asks for every [`SyncPlace`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncList {}

/// What is known about syncing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncState {
    /// The places that are turned on.
    pub places: Vec<SyncPlace>,
    /// Records from other devices that this program cannot read. They are kept and passed on.
    #[ts(type = "number")]
    pub set_aside: u32,
}

/// A place that the notebook is synced through.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncPlace {
    /// Its id, 32 hex digits.
    pub id: String,
    /// The folder.
    pub folder: String,
    /// When it was last visited to the end, in milliseconds since 1970.
    #[ts(type = "number | null")]
    pub last_ms: Option<i64>,
}

/// Turns a folder on and syncs through it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncFolder {
    /// The folder's path. It must be there.
    pub folder: String,
}

/// Syncs through every place that is turned on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncNow {}

/// Turns a place off. What is there stays there.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncForget {
    /// Its id.
    pub id: String,
}

/// What a visit to a place did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncReport {
    /// The place.
    pub id: String,
    /// Changes that came.
    #[ts(type = "number")]
    pub received: u64,
    /// Changes that went.
    #[ts(type = "number")]
    pub sent: u64,
    /// Pieces of attachments that came.
    #[ts(type = "number")]
    pub files_received: u64,
    /// Pieces of attachments that went.
    #[ts(type = "number")]
    pub files_sent: u64,
    /// What was noticed about the place.
    pub findings: Vec<SyncFinding>,
    /// Why it ended early, if it did. What was done until then stays, and the next visit goes on.
    pub trouble: Option<SyncTrouble>,
}

/// Something a place did. Nothing was lost by it. Each has a message `sync-finding-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SyncFinding {
    /// Everything was gone and was put there again.
    Emptied,
    /// Something was gone and was put there again.
    Lost,
    /// It shows an older state than before.
    RolledBack,
    /// Two copies of one device are about.
    Forked,
    /// The data folder was copied or restored; this device goes on as another one.
    Copied,
    /// There are files of something else.
    Foreign,
    /// Something of the notebook there does not open.
    Unreadable,
    /// Something was written by a newer version.
    Newer,
    /// Something that came cannot be read and was set aside.
    SetAside,
}

/// Why a visit ended early. Each has a message `sync-trouble-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SyncTrouble {
    /// The place is not there, like a stick that was pulled.
    NotThere,
    /// It cannot be reached.
    Unreachable,
    /// It stopped answering.
    TimedOut,
    /// It is full.
    Full,
    /// It asks to come back later.
    Busy,
    /// It refuses.
    Refused,
    /// It is not who it should be.
    Untrusted,
    /// It answers what makes no sense.
    Broken,
}

/// Makes an invitation for another device of the same person.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncInvite {
    /// The notebook's passphrase, once more.
    pub passphrase: String,
}

/// An invitation. With both, whoever has them has the notebook.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Invitation {
    /// Six groups of five digits, to be said or shown and not kept.
    pub code: String,
    /// The bytes of the file, in base64.
    pub file: String,
}

/// Makes the notebook of another device on this one, empty at first, and opens it.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotebookJoin {
    /// The bytes of the invitation's file, in base64.
    pub file: String,
    /// The code.
    pub code: String,
    /// The passphrase on this device.
    pub passphrase: String,
    /// Who may read the library on this computer from now on.
    pub shelf: Shelf,
}
