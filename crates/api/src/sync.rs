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
    /// The places that are known, turned on or not.
    pub places: Vec<SyncPlace>,
    /// How often new keys were made for places because a device was removed.
    #[ts(type = "number")]
    pub epoch: u32,
    /// How many records from other devices this program cannot read. They are kept and passed on.
    #[ts(type = "number")]
    pub set_aside: u32,
    /// The first of them.
    pub aside: Vec<SyncAside>,
}

/// A record that was set aside.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncAside {
    /// The device that wrote it: the first eight hex digits of its id.
    pub device: String,
    /// Its number there.
    #[ts(type = "number")]
    pub number: u64,
    /// Why. Each has a message `sync-aside-<name>`.
    pub why: SyncAsideWhy,
}

/// Why a record was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SyncAsideWhy {
    /// It does not open: damaged, or written without the key.
    Unreadable,
    /// A newer program wrote it.
    Newer,
    /// It opens and has no meaning here.
    Meaningless,
}

/// A place that the notebook is synced through.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncPlace {
    /// Its id, 32 hex digits.
    pub id: String,
    /// The folder.
    pub folder: String,
    /// Whether it is visited.
    pub on: bool,
    /// Whether it can be reached now: the stick is plugged in.
    pub there: bool,
    /// When it was last visited to the end, in milliseconds since 1970.
    #[ts(type = "number | null")]
    pub last_ms: Option<i64>,
    /// Changes of this device that are not there yet.
    #[ts(type = "number")]
    pub waiting: u64,
    /// Pieces of attachments that are here and not there yet.
    #[ts(type = "number")]
    pub waiting_files: u64,
}

/// Asks for sticks that are plugged in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncSticks {}

/// A stick that is plugged in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncStick {
    /// The name that is shown.
    pub name: String,
    /// Its folder.
    pub folder: String,
}

/// Lets the person choose a folder in the system's own dialog, where the program has a window.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FolderChoose {
    /// What the dialog says.
    pub title: String,
    /// Its button to choose.
    pub accept: String,
    /// Its button to give up.
    pub cancel: String,
}

/// What was chosen.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FolderChosen {
    /// False where there is no such dialog: then the path is typed.
    pub asked: bool,
    /// The folder; nothing when the person gave up.
    pub folder: Option<String>,
}

/// Turns a place on or off. What is there stays there.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncSwitch {
    /// Its id.
    pub id: String,
    /// Whether it is visited from now on.
    pub on: bool,
}

/// Asks how far a visit is. Answered while one is under way.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncProgressAsk {}

/// How far a visit is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncProgress {
    /// The place that is visited; nothing when none is.
    pub id: Option<String>,
    /// Objects that came or went.
    #[ts(type = "number")]
    pub objects: u64,
    /// Their bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// Ends the visit that is under way. What was done stays, and the next one goes on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncCancel {}

/// Visits the places whose time has come, if any. To be asked every few seconds while the notebook is open.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncTick {}

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

/// Forgets a place. What is there stays there.
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
    /// The person stopped the visit.
    Stopped,
}

/// Makes an invitation for another device of the same person.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncInvite {
    /// The notebook's passphrase, once more.
    pub passphrase: String,
    /// The folder to write the file to, as on a stick; without it, whoever asks gets the bytes only.
    #[serde(default)]
    pub folder: Option<String>,
}

/// Makes new keys for places, because a device was removed. The others must be invited again. Every place that is on is
/// visited before; the reply has their reports, and the keys are made whatever these say.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncNewKeys {
    /// The notebook's passphrase, once more.
    pub passphrase: String,
}

/// Takes in new keys that another device has made, by its invitation.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncTakeKeys {
    /// The bytes of the invitation's file, in base64.
    pub file: String,
    /// The code.
    pub code: String,
}

/// Visits every place that is on once more and forgets all places, unless something is not there yet.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncLeave {}

/// What leaving did.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SyncLeft {
    /// Whether every place was forgotten. Not so while a place was not reached, or while one that is off misses
    /// changes of this device.
    pub left: bool,
    /// What the visits did, one of each place that is on.
    pub reports: Vec<SyncReport>,
}

/// An invitation. With both, whoever has them has the notebook.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Invitation {
    /// Six groups of five digits, to be said or shown and not kept.
    pub code: String,
    /// The bytes of the file, in base64.
    pub file: String,
    /// The name of the file that was written, if one was.
    pub name: Option<String>,
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
