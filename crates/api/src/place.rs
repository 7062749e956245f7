//! Requests and replies about places.

use durumi_base::{Date, Language};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ContactKind, ContactStatus};

/// Asks for every [`PlaceCard`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceList {
    /// In which language.
    #[ts(as = "String")]
    pub language: Language,
}

/// What a list shows of a place.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceCard {
    /// The place's slug.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in every language of the pack, to be compared with a sign or a map.
    pub names: Vec<PlaceName>,
    /// ISO 3166-1 code of the country.
    pub country: String,
    /// True when a contact that helps is in this very place.
    pub has_office: bool,
}

/// The name of a place in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceName {
    /// Which language.
    #[ts(as = "String")]
    pub language: Language,
    /// The name.
    pub name: String,
}

/// Asks for a [`Place`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceShow {
    /// The place's slug.
    pub id: String,
    /// In which language.
    #[ts(as = "String")]
    pub language: Language,
}

/// A town or settlement.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Its slug.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in every language of the pack.
    pub names: Vec<PlaceName>,
    /// ISO 3166-1 code of the country.
    pub country: String,
    /// What is there; may be empty.
    pub line: String,
    /// What to be careful about there; may be empty.
    pub warning: String,
    /// The day on which its facts were read.
    #[ts(as = "String")]
    pub as_of: Date,
    /// Who can be turned to from here, the nearest first. Nobody to stay away from is among them.
    pub contacts: Vec<PlaceContact>,
}

/// A contact, as a place names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceContact {
    /// The contact's slug.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: ContactKind,
    /// Whether it works, as far as is known.
    pub status: ContactStatus,
    /// True when it is in this very place; otherwise it serves from elsewhere.
    pub here: bool,
}
