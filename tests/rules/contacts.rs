//! The starter's contacts promise no more than their sources do
//! (`docs/decisions/0006-how-long-a-number-is-shown.md`).

use std::collections::BTreeMap;

use durumi_base::Date;
use toml::{Table, Value};

use crate::tree;

const TELEPHONE_DAYS: i32 = 90;
const ADDRESS_DAYS: i32 = 365;

#[test]
fn a_contact_is_open_only_on_the_day_of_the_page_that_says_so() {
    let ledger = ledger();
    let mut open = 0;
    for contact in contacts() {
        let (id, fact) = (text(&contact, "id"), &ledger[text(&contact, "fact")]);
        if text(&contact, "status") == "open" {
            let day = text(&contact, "as_of");
            assert_eq!(day, text(fact, "page_date"), "{id}");
            day.parse::<Date>().unwrap();
            open += 1;
        }
    }
    assert!(open > 0, "none was looked at");
}

#[test]
fn a_number_is_shown_for_90_days_an_address_for_a_year_and_less_where_the_source_ages_faster() {
    let ledger = ledger();
    let mut telephones = 0;
    for contact in contacts() {
        let (id, fact) = (text(&contact, "id"), &ledger[text(&contact, "fact")]);
        let source = match text(fact, "expiry") {
            "H" => 90,
            "M" => 365,
            _ => 1095,
        };
        for telephone in contact["phones"].as_array().unwrap() {
            let telephone = telephone.as_table().unwrap();
            let read = text(telephone, "verified_on");
            assert_eq!(read, text(fact, "retrieved_on"), "{id}");
            let days = days(read, text(telephone, "expires_on"));
            assert!(
                days <= TELEPHONE_DAYS.min(source),
                "{id}: a number for {days} days"
            );
            telephones += 1;
        }
        if let Some(end) = contact.get("address_expires_on").and_then(Value::as_str) {
            let days = days(text(fact, "retrieved_on"), end);
            assert!(
                days <= ADDRESS_DAYS.min(source),
                "{id}: an address for {days} days"
            );
        }
    }
    assert!(telephones > 0, "none was looked at");
}

fn contacts() -> Vec<Table> {
    entries("packs/starter/contacts.toml", "contact")
}

/// The facts of the starter by their ids.
fn ledger() -> BTreeMap<String, Table> {
    let facts = entries("packs/starter/sources.toml", "fact");
    facts
        .into_iter()
        .map(|fact| (text(&fact, "id").to_owned(), fact))
        .collect()
}

fn entries(file: &str, name: &str) -> Vec<Table> {
    let table: Table = tree::read(file).parse().unwrap();
    let all = table[name].as_array().unwrap().iter();
    all.map(|entry| entry.as_table().unwrap().clone()).collect()
}

fn text<'t>(table: &'t Table, field: &str) -> &'t str {
    table[field].as_str().unwrap()
}

fn days(from: &str, to: &str) -> i32 {
    from.parse::<Date>().unwrap().days_until(to.parse().unwrap())
}
