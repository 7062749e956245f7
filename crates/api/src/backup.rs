//! Requests and replies about copies of a notebook in one file.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks where copies can be put and which are there.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupPlaces {}

/// A stick, or this computer's own folder for documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupPlace {
    /// The stick's name; empty for this computer.
    pub name: String,
    /// The copies there, of this notebook or of others, the newest first; at most 50.
    pub copies: Vec<BackupFile>,
}

/// One file that looks like a copy of a notebook. Whose, only its passphrase tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupFile {
    /// Its name.
    pub file: String,
    /// When it was written last, in milliseconds since 1970, as the place says.
    #[ts(type = "number")]
    pub written_ms: i64,
}

/// Asks which copies of the open notebook were made from here.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupShow {}

/// Where else the open notebook is, the newest copy first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupStanding {
    /// The last copy in each place.
    pub made: Vec<BackupMade>,
}

/// The last copy that was made in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupMade {
    /// The stick's name; empty for this computer.
    pub place: String,
    /// When it was begun, in milliseconds since 1970.
    #[ts(type = "number")]
    pub made_ms: i64,
    /// When that copy was last read from end to end, in milliseconds since 1970.
    #[ts(type = "number")]
    pub checked_ms: i64,
    /// How many changes were saved since it was made.
    #[ts(type = "number")]
    pub behind: u32,
}

/// Makes a copy of the open notebook and reads it again. Of its own earlier copies there, the newest stay.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupMake {
    /// The present passphrase.
    pub passphrase: String,
    /// The place's name; empty for this computer.
    pub place: String,
}

/// Reads a copy from end to end. Changes nothing in it.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupCheck {
    /// The passphrase that the notebook had when the copy was made.
    pub passphrase: String,
    /// The place's name; empty for this computer.
    pub place: String,
    /// The file's name.
    pub file: String,
}

/// Makes the notebook from a copy, where there is none yet. It is locked afterwards.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupRestore {
    /// The passphrase that the notebook had when the copy was made.
    pub passphrase: String,
    /// The place's name; empty for this computer.
    pub place: String,
    /// The file's name.
    pub file: String,
}
