//! `contacts.toml`: organisations and offices.

use std::collections::BTreeSet;

use durumi_base::Language;

use crate::{
    Rule,
    content::{Contact, Phone, RuLegalStatus, Texts},
    fields::{Fields, TomlFile},
    ledger::{self, Ledger},
};

pub(crate) const FILE: &str = "contacts.toml";

/// `ledger` is none for a pack that keeps none; then `fact` may be left out. `seen` gets every id, also of
/// contacts with problems.
pub(crate) fn read(
    file: &TomlFile<'_>,
    languages: &[Language],
    ledger: Option<&Ledger>,
    seen: &mut BTreeSet<String>,
) -> Vec<Contact> {
    let mut fields = file.fields();
    let contacts = fields
        .tables("contact")
        .into_iter()
        .filter_map(|entry| contact(entry, seen, languages, ledger))
        .collect();
    fields.finish();
    contacts
}

fn contact(
    mut fields: Fields<'_>,
    seen: &mut BTreeSet<String>,
    languages: &[Language],
    ledger: Option<&Ledger>,
) -> Option<Contact> {
    let id = fields.id(seen);
    let kind = fields.required_choice("kind");
    let country = fields.required("country");
    let city = fields.text("city");
    let status = fields.required_choice("status");
    let ru_legal_status = fields
        .required_choice("ru_legal_status")
        .unwrap_or(RuLegalStatus::None);
    let as_of = fields.date("as_of");
    if as_of.is_none() {
        fields.problem(Rule::NoDate, "as_of");
    }
    let confidence = fields.required_choice("confidence");
    let fact = Some(fields.text("fact")).filter(|fact| !fact.is_empty());
    ledger::check_facts(&fields, "fact", fact.as_slice(), ledger);
    let spoken = fields.words("languages");
    let phones = fields.tables("phones").into_iter().filter_map(phone).collect();
    let address = fields.text("address");
    let address_expires_on = fields.date("address_expires_on");
    if !address.is_empty() && address_expires_on.is_none() {
        fields.problem(Rule::AddressUnverified, "address_expires_on");
    }
    let name = fields.required_texts("name", languages);
    let serves = fields.required_texts("serves", languages);
    let risk = fields.texts("risk", languages).unwrap_or_else(|| {
        fields.problem(Rule::MissingRisk, "risk");
        Texts::new()
    });
    fields.finish();
    Some(Contact {
        id: id?,
        kind: kind?,
        country,
        city,
        status: status?,
        ru_legal_status,
        as_of: as_of?,
        confidence: confidence?,
        languages: spoken,
        phones,
        address,
        address_expires_on,
        name,
        serves,
        risk,
    })
}

fn phone(mut fields: Fields<'_>) -> Option<Phone> {
    let number = fields.required("number");
    let (verified_on, expires_on) = (fields.date("verified_on"), fields.date("expires_on"));
    if verified_on.is_none() || expires_on.is_none() || expires_on < verified_on {
        fields.problem(Rule::PhoneUnverified, number.as_str());
    }
    fields.finish();
    Some(Phone {
        number,
        verified_on: verified_on?,
        expires_on: expires_on?,
    })
}
