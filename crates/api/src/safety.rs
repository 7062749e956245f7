//! Requests and replies about the keys of an open notebook.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Gives the notebook another passphrase.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PassphraseChange {
    /// The present one.
    pub present: String,
    /// The one from now on.
    pub new: String,
}

/// Switches erasing after wrong tries on or off.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EraseAfterSet {
    /// After how many wrong tries, 5 to 100; none for never.
    #[serde(default)]
    #[ts(as = "Option<u32>", optional)]
    pub tries: Option<u32>,
}
