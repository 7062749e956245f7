//! Bringing signed packs into the library: choose, look, install.

use durumi_base::{Date, Language};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks which sticks with packs are there.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackSticks {}

/// A stick with packs, or a file with packs on one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackStick {
    /// What the stick, and the file on it, is called. Also what [`PackLook`] names it by.
    pub name: String,
}

/// Begins to hand over a file with packs. What was handed over before is forgotten.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackFileStart {
    /// How many bytes it has.
    #[ts(type = "number")]
    pub size: u64,
}

/// How the file is to be handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackFileTicket {
    /// How many bytes each piece but the last has.
    pub chunk_bytes: u32,
}

/// Hands over the next piece of the file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackFileAdd {
    /// In base64.
    pub data: String,
}

/// Verifies packs and says what they would change. Nothing is installed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackLook {
    /// The name of a stick; `null` for the file that was handed over.
    pub stick: Option<String>,
    /// In which language titles are given.
    #[ts(as = "String")]
    pub language: Language,
}

/// Installs what [`PackLook`] has shown.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackInstall {}

/// Asks which packs are here.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackList {
    /// In which language titles are given.
    #[ts(as = "String")]
    pub language: Language,
}

/// A pack that is here, and what became of it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InstalledPack {
    /// Its name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: u32,
    /// The newest day on which any of its articles was checked.
    #[ts(as = "String")]
    pub checked_on: Date,
    /// True when the repository that was last read does not list it any more. It stays until somebody removes it.
    pub withdrawn: bool,
    /// The version that the last update replaced; `null` when there was none.
    pub before: Option<u32>,
    /// What that update changed, by title.
    pub changes: Vec<PackChange>,
}

/// Removes a pack that is not listed any more. Fails for any other.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackRemove {
    /// Its name.
    pub id: String,
}

/// Packs that were verified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackOffer {
    /// True when they are signed with keys that anybody has. Nobody answers for them.
    pub development: bool,
    /// The day on which they were said to be the newest.
    #[ts(as = "String")]
    pub confirmed_on: Date,
    /// How many days ago that was, by the later of the clock and the newest signed time; 0 while the promise holds.
    pub days_old: u32,
    /// The packs.
    pub packs: Vec<OfferedPack>,
    /// True when installing writes to this computer for the first time.
    pub makes_file: bool,
}

/// One pack of an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfferedPack {
    /// Its name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: u32,
    /// The version that is here now; `null` when there is none.
    pub here: Option<u32>,
    /// Its languages.
    #[ts(as = "Vec<String>")]
    pub languages: Vec<Language>,
    /// Who signed it: names of key holders, each with the beginning of the key's id.
    pub signed_by: Vec<Signer>,
    /// When.
    #[ts(as = "String")]
    pub signed_on: Date,
    /// Articles and contacts that would change, by title.
    pub changes: Vec<PackChange>,
}

/// Who signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Signer {
    /// The name; may be empty.
    pub name: String,
    /// The first eight digits of the key's id.
    pub key: String,
}

/// One thing that would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackChange {
    /// How.
    pub how: ChangeKind,
    /// What.
    pub what: ChangedThing,
    /// The title; empty for a whole list.
    pub title: String,
}

/// How something would change. Each has a message `change-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It comes.
    New,
    /// It says something else.
    Changed,
    /// It goes.
    Gone,
}

/// What would change. Each has a message `changed-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChangedThing {
    /// An article.
    Article,
    /// A contact.
    Contact,
    /// The phrase cards.
    Phrases,
    /// The towns.
    Places,
    /// The glossary.
    Glossary,
    /// Words that find one another.
    Synonyms,
    /// The time limits.
    Deadlines,
    /// The holidays.
    Holidays,
}
