//! Requests and replies about searching.

use durumi_base::{Date, Language};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Searches the library.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LibrarySearch {
    /// What was typed, in any language and spelling.
    pub query: String,
    /// At most how many results; never more than 100.
    #[ts(type = "number")]
    pub limit: u32,
    /// In which language results are preferred when several match equally.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub language: Option<Language>,
}

/// Searches the library and, when it is open, the notebook.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Search {
    /// What was typed, in any language and spelling.
    pub query: String,
    /// At most how many results; never more than 100.
    #[ts(type = "number")]
    pub limit: u32,
    /// In which language results are preferred when several match equally.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub language: Option<Language>,
}

/// A result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchHit {
    /// What was found.
    pub kind: HitKind,
    /// The slug or id of what was found.
    pub id: String,
    /// For a note: the case it is in. Empty otherwise.
    pub case_id: String,
    /// Its title.
    pub title: String,
    /// The place in the text that matched, in pieces.
    pub snippet: Vec<Piece>,
    /// The language of the text that matched; none for a note.
    #[ts(as = "Option<String>")]
    pub language: Option<Language>,
    /// For a note: its day.
    #[ts(as = "Option<String>")]
    pub date: Option<Date>,
    /// True for a phrase card that is dangerous if the wrong person finds it on the screen.
    pub danger: bool,
}

/// What a [`SearchHit`] found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// An article.
    Article,
    /// A contact.
    Contact,
    /// A phrase card.
    Phrase,
    /// A place.
    Place,
    /// A case of the notebook.
    Case,
    /// A note of the notebook.
    Note,
}

/// A run of text, in the original spelling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// The text.
    pub text: String,
    /// True when this run is what matched.
    pub hit: bool,
}
