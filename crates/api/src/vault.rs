//! Requests and replies about the health of the files.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Checks the keys, the library and the open notebook, and repairs what can be repaired. Nothing is deleted.
///
/// Takes a second or, with many files, minutes. Locking ends it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VaultCheck {}

/// What was found and done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VaultReport {
    /// The keys file. It is never repaired.
    pub keys: Soundness,
    /// The library.
    pub library: Soundness,
    /// The open notebook.
    pub notebook: Soundness,
    /// How many cases are whole.
    #[ts(type = "number")]
    pub cases: u32,
    /// How many notes are whole.
    #[ts(type = "number")]
    pub notes: u32,
    /// How many files were read from beginning to end.
    #[ts(type = "number")]
    pub files: u32,
    /// What was put in order, each once.
    pub repaired: Vec<Repaired>,
    /// What cannot be read in full, at most 200. It stays where it is.
    pub aside: Vec<SetAside>,
    /// How many there are besides.
    #[ts(type = "number")]
    pub aside_more: u32,
    /// How many damaged parts were kept under other names, in the folder and in the notebook.
    #[ts(type = "number")]
    pub kept: u32,
}

/// How a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Soundness {
    /// As it should be.
    Sound,
    /// It was damaged, and now it is as it should be.
    Repaired,
    /// Something of it cannot be read.
    Damaged,
}

/// Something that was put in order. Each has a message in every language, `vault-repaired-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Repaired {
    /// The library was made again.
    Library,
    /// Entries that could not be read were made again from the journal of changes.
    Entries,
    /// The journal of changes got back what it lacked.
    Journal,
    /// The lists of cases, notes and files were made again.
    Lists,
    /// The index for searching was made again.
    SearchIndex,
}

/// Something that cannot be read in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetAside {
    /// What it is, as far as that is known.
    pub kind: AsideKind,
    /// Its title, name or beginning, as far as that is known.
    pub title: String,
    /// The title of the case it is in, as far as that is known.
    pub case_title: String,
}

/// What something is that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AsideKind {
    /// A case's name.
    Case,
    /// A note.
    Note,
    /// A file.
    File,
    /// Something of which only that it was there is known.
    Unknown,
}

impl Repaired {
    /// The message in `locales/*/vault.ftl`, such as `vault-repaired-lists`.
    pub fn message_id(self) -> &'static str {
        match self {
            Repaired::Library => "vault-repaired-library",
            Repaired::Entries => "vault-repaired-entries",
            Repaired::Journal => "vault-repaired-journal",
            Repaired::Lists => "vault-repaired-lists",
            Repaired::SearchIndex => "vault-repaired-search-index",
        }
    }
}

impl AsideKind {
    /// The message in `locales/*/vault.ftl`, such as `vault-aside-note`.
    pub fn message_id(self) -> &'static str {
        match self {
            AsideKind::Case => "vault-aside-case",
            AsideKind::Note => "vault-aside-note",
            AsideKind::File => "vault-aside-file",
            AsideKind::Unknown => "vault-aside-unknown",
        }
    }
}
