//! `holidays.toml`: the days on which offices do not work as in any other week.

use std::collections::BTreeSet;

use durumi_base::Date;

use crate::{
    Rule,
    content::Holidays,
    fields::{Fields, TomlFile},
    ledger::{self, Ledger},
};

pub(crate) const FILE: &str = "holidays.toml";

/// `ledger` is none for a pack that keeps none; then `facts` may be left out.
pub(crate) fn read(file: &TomlFile<'_>, ledger: Option<&Ledger>) -> Vec<Holidays> {
    let mut fields = file.fields();
    let mut seen = BTreeSet::new();
    let years = fields
        .tables("year")
        .into_iter()
        .filter_map(|entry| year(entry, &mut seen, ledger))
        .collect();
    fields.finish();
    years
}

fn year(
    mut fields: Fields<'_>,
    seen: &mut BTreeSet<(String, u32)>,
    ledger: Option<&Ledger>,
) -> Option<Holidays> {
    let country = fields.required("country");
    let year = fields.whole("year");
    if year.is_none_or(|year| !(2000..=2199).contains(&year)) {
        fields.problem(Rule::BadValue, "year");
    }
    let year = year?;
    if !seen.insert((country.clone(), year)) {
        fields.problem(Rule::DuplicateId, format!("{country} {year}"));
    }
    let off = days(&mut fields, "off", |day| day.year() == year && !day.is_weekend());
    let on = days(&mut fields, "on", |day| day.year() == year && day.is_weekend());
    let facts = fields.words("facts");
    ledger::check_facts(&fields, "facts", &facts, ledger);
    fields.finish();
    Some(Holidays {
        country,
        year,
        off,
        on,
    })
}

/// Days in order, each once, of which each `fits`.
fn days(fields: &mut Fields<'_>, key: &str, fits: impl Fn(Date) -> bool) -> Vec<Date> {
    let mut days = BTreeSet::new();
    for word in fields.words(key) {
        match word.parse::<Date>() {
            Ok(day) if fits(day) => {
                if !days.insert(day) {
                    fields.problem(Rule::DuplicateId, word);
                }
            }
            _ => fields.problem(Rule::BadValue, format!("{key}: {word}")),
        }
    }
    days.into_iter().collect()
}
