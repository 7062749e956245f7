//! Requests and replies about opening a notebook whose passphrase was forgotten.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a notebook can be opened without its passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecoveryKind {
    /// One code, kept by one person.
    Code,
    /// Five shares, any three of which are needed.
    Shares,
}

/// Begins to make a recovery code or shares. Nothing is written before `recovery_confirm`.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryBegin {
    /// The present passphrase.
    pub passphrase: String,
    /// Which.
    pub kind: RecoveryKind,
}

/// What is to be written down. It is shown once.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryDraft {
    /// The papers: one for a code, five for shares.
    pub papers: Vec<RecoveryPaper>,
    /// The groups that the person is asked to type back, in this order.
    pub ask: Vec<AskedGroup>,
}

/// What one person keeps.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryPaper {
    /// Groups of five digits.
    pub groups: Vec<String>,
    /// The same in Korean words; empty for a share.
    pub korean: Vec<String>,
    /// The same in English words; empty for a share.
    pub english: Vec<String>,
}

/// A group to type back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskedGroup {
    /// Of which paper, from 1.
    #[ts(type = "number")]
    pub paper: u32,
    /// Which group, from 1.
    #[ts(type = "number")]
    pub group: u32,
}

/// Types back what was written down. Only when it is right, and opens, is anything written.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryConfirm {
    /// The groups that were asked for; or for a code, the whole of it as one text.
    pub typed: Vec<String>,
}

/// Forgets what `recovery_begin` made.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryCancel {}

/// Tries a code or shares without changing anything, to see that they are still there.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryDrill {
    /// The code, or three shares.
    pub typed: Vec<String>,
}

/// Takes a code or shares back: they open nothing any more.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryRemove {
    /// The present passphrase.
    pub passphrase: String,
    /// Which.
    pub kind: RecoveryKind,
}

/// Opens the notebook by a code or shares and gives it a new passphrase.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotebookRecover {
    /// The code, or three shares.
    pub typed: Vec<String>,
    /// The passphrase from now on.
    pub passphrase: String,
}

/// Asks for [`Safety`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SafetyShow {}

/// How the open notebook is kept.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Safety {
    /// After how many wrong tries everything is erased; none for never.
    #[ts(as = "Option<u32>")]
    pub erase_after: Option<u32>,
    /// What was made for a forgotten passphrase.
    pub recovery: Vec<RecoveryMade>,
}

/// A code or shares that were made.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryMade {
    /// Which.
    pub kind: RecoveryKind,
    /// When, in milliseconds since 1970.
    #[ts(type = "number")]
    pub made_ms: i64,
    /// When the person last showed that it is still there, in milliseconds since 1970.
    #[ts(as = "Option<u32>")]
    pub proved_ms: Option<i64>,
    /// Whether it is time to try it.
    pub drill_due: bool,
}
