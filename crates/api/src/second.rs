//! Requests and replies about the second notebook, and about erasing everything.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Makes a second notebook. An earlier one is replaced, unless `new` opens it.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SecondNotebookCreate {
    /// The passphrase of the notebook that is open.
    pub present: String,
    /// The passphrase of the second one.
    pub new: String,
}

/// Sets the passphrase that opens this notebook and destroys every key to the other one before.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ForgettingPassphraseSet {
    /// The passphrase of the notebook that is open.
    pub present: String,
    /// The one that forgets the other notebook.
    pub new: String,
}

/// Destroys the keys of both notebooks and of the library, and then removes the files.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EraseEverything {
    /// Always `erase`, so that no empty or mistaken request erases anything. The screen has the person type a word of
    /// their own language.
    pub word: String,
}
