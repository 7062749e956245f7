//! `deadlines.toml`: time limits, to be counted from a day.
//!
//! A length without its source is worse than none: somebody counts on it. So facts, dates and what to be careful about
//! are all required, and there is no default for any of them.

use std::collections::BTreeSet;

use durumi_base::Language;

use crate::{
    Rule,
    content::Deadline,
    fields::{Fields, TomlFile},
    ledger::{self, Ledger},
    limits::DEADLINE_LENGTH,
};

pub(crate) const FILE: &str = "deadlines.toml";

/// `ledger` is none for a pack that keeps none; then `facts` may be left out.
pub(crate) fn read(file: &TomlFile<'_>, languages: &[Language], ledger: Option<&Ledger>) -> Vec<Deadline> {
    let mut fields = file.fields();
    let mut seen = BTreeSet::new();
    let deadlines = fields
        .tables("deadline")
        .into_iter()
        .filter_map(|entry| deadline(entry, &mut seen, languages, ledger))
        .collect();
    fields.finish();
    deadlines
}

fn deadline(
    mut fields: Fields<'_>,
    seen: &mut BTreeSet<String>,
    languages: &[Language],
    ledger: Option<&Ledger>,
) -> Option<Deadline> {
    let id = fields.id(seen);
    let country = fields.required("country");
    let whose = fields.required_choice("whose");
    let length = fields.whole("length");
    if length.is_none_or(|length| !(1..=DEADLINE_LENGTH).contains(&length)) {
        fields.problem(Rule::BadValue, "length");
    }
    let unit = fields.required_choice("unit");
    let (checked_on, review_by) = (fields.date("checked_on"), fields.date("review_by"));
    for (day, key) in [(checked_on, "checked_on"), (review_by, "review_by")] {
        if day.is_none() {
            fields.problem(Rule::NoDate, key);
        }
    }
    let facts = fields.words("facts");
    ledger::check_facts(&fields, "facts", &facts, ledger);
    let (caution, rests_on) = ledger::rests(&facts, ledger);
    let event = fields.required_texts("event", languages);
    let title = fields.required_texts("title", languages);
    let risk = fields.texts("risk", languages).unwrap_or_default();
    if risk.is_empty() {
        fields.problem(Rule::MissingRisk, "risk");
    }
    fields.finish();
    Some(Deadline {
        id: id?,
        country,
        whose: whose?,
        length: length?,
        unit: unit?,
        checked_on: checked_on?,
        review_by: review_by?,
        caution,
        rests_on,
        event,
        title,
        risk,
    })
}
