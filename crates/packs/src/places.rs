//! `places.toml`: towns, and who can be turned to from there.
//!
//! A place leads to help and nowhere else: what is to be kept away from cannot be linked, only warned of.

use std::collections::BTreeSet;

use durumi_base::Language;

use crate::{
    Rule, Slug,
    content::{Contact, ContactKind, Place},
    fields::{Fields, TomlFile},
    ledger::{self, Ledger},
};

pub(crate) const FILE: &str = "places.toml";

/// What every place is held against.
pub(crate) struct Shared<'s> {
    pub(crate) languages: &'s [Language],
    /// None for a pack that keeps none; then `facts` may be left out.
    pub(crate) ledger: Option<&'s Ledger>,
    /// Every id of `contacts.toml`, also of contacts with problems of their own.
    pub(crate) contact_ids: &'s BTreeSet<String>,
    pub(crate) contacts: &'s [Contact],
}

pub(crate) fn read(file: &TomlFile<'_>, shared: &Shared<'_>) -> Vec<Place> {
    let mut fields = file.fields();
    let mut seen = BTreeSet::new();
    let places = fields
        .tables("place")
        .into_iter()
        .filter_map(|entry| place(entry, &mut seen, shared))
        .collect();
    fields.finish();
    places
}

fn place(mut fields: Fields<'_>, seen: &mut BTreeSet<String>, shared: &Shared<'_>) -> Option<Place> {
    let id = fields.id(seen);
    let country = fields.required("country");
    let also = fields.words("also");
    let contacts = linked(&mut fields, shared);
    let as_of = fields.date("as_of");
    if as_of.is_none() {
        fields.problem(Rule::NoDate, "as_of");
    }
    let facts = fields.words("facts");
    ledger::check_facts(&fields, "facts", &facts, shared.ledger);
    let name = fields.required_texts("name", shared.languages);
    let line = fields.texts("line", shared.languages).unwrap_or_default();
    let warning = fields.texts("warning", shared.languages).unwrap_or_default();
    fields.finish();
    Some(Place {
        id: id?,
        country,
        also,
        contacts,
        as_of: as_of?,
        name,
        line,
        warning,
    })
}

/// The contacts that a place leads to.
fn linked(fields: &mut Fields<'_>, shared: &Shared<'_>) -> Vec<Slug> {
    let mut linked: Vec<Slug> = Vec::new();
    for id in fields.words("contacts") {
        let known = shared.contacts.iter().find(|contact| contact.id.as_str() == id);
        if !shared.contact_ids.contains(&id) {
            fields.problem(Rule::UnknownContact, id);
        } else if linked.iter().any(|other| other.as_str() == id) {
            fields.problem(Rule::DuplicateId, id);
        } else if known.is_some_and(|contact| contact.kind == ContactKind::Avoid) {
            fields.problem(Rule::AvoidLinked, id);
        } else if let Some(contact) = known {
            linked.push(contact.id.clone());
        }
    }
    linked
}
