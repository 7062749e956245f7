//! `sources.toml`: the authors' ledger of facts. Only what is derived here leaves it.

use std::collections::{BTreeMap, BTreeSet};

use durumi_base::Language;
use serde::Deserialize;

use crate::{
    Rule,
    content::{Caution, Confidence, Texts},
    fields::{Fields, TomlFile},
    manifest::Links,
    text,
};

pub(crate) const FILE: &str = "sources.toml";

/// All facts, by id.
#[derive(Default)]
pub(crate) struct Ledger {
    facts: BTreeMap<String, Fact>,
}

/// What readers may learn of a fact's source.
pub(crate) struct Fact {
    pub(crate) confidence: Confidence,
    pub(crate) cite: Option<Texts>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
enum Kind {
    #[serde(rename = "P")]
    Official,
    #[serde(rename = "M")]
    Copy,
    #[serde(rename = "S")]
    Secondary,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum LegalLabel {
    None,
    ForeignAgent,
    Undesirable,
    Extremist,
}

impl Ledger {
    /// Reads it. What stays with the authors may hold web addresses; a cite may only if `links` lets it.
    pub(crate) fn read(file: &TomlFile<'_>, languages: &[Language], links: Links) -> Ledger {
        let mut fields = file.fields();
        let (mut facts, mut seen) = (BTreeMap::new(), BTreeSet::new());
        for mut entry in fields.tables("fact") {
            let id = entry.required("id");
            if !id.is_empty() && !seen.insert(id.clone()) {
                entry.problem(Rule::DuplicateId, id.as_str());
            }
            facts.insert(id, fact(entry, languages, links));
        }
        fields.finish();
        Ledger { facts }
    }

    pub(crate) fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.get(id)
    }
}

/// Names what something rests on and the ledger does not have. In a pack with a ledger it must rest on something;
/// `ledger` is none for a pack that keeps none.
pub(crate) fn check_facts(fields: &Fields<'_>, key: &str, facts: &[String], ledger: Option<&Ledger>) {
    if facts.is_empty() && ledger.is_some() {
        fields.problem(Rule::NoSource, key);
    }
    for fact in facts {
        if ledger.is_none_or(|ledger| ledger.fact(fact).is_none()) {
            fields.problem(Rule::UnknownFact, fact.as_str());
        }
    }
}

/// What readers may learn of the facts that something rests on: the worst caution, and the names of official sources.
pub(crate) fn rests(
    facts: &[String],
    ledger: Option<&Ledger>,
) -> (Option<Caution>, BTreeMap<Language, Vec<String>>) {
    let mut caution = None;
    let mut names: BTreeMap<Language, Vec<String>> = BTreeMap::new();
    for fact in facts.iter().filter_map(|id| ledger?.fact(id)) {
        caution = [caution, fact.confidence.caution()].into_iter().flatten().min();
        for (language, cite) in fact.cite.iter().flatten() {
            let known = names.entry(*language).or_default();
            if !known.contains(cite) {
                known.push(cite.clone());
            }
        }
    }
    (caution, names)
}

fn fact(mut fields: Fields<'_>, languages: &[Language], links: Links) -> Fact {
    let says = fields.required("says");
    let kind = fields.required_choice::<Kind>("kind");
    let publisher = fields.text("publisher");
    if publisher.is_empty() {
        fields.problem(Rule::NoSource, "publisher");
    }
    // The address is the authors' business, but a fact without one cannot be checked again.
    if fields.text("url").is_empty() {
        fields.problem(Rule::NoSource, "url");
    }
    fields.text("page_date");
    if fields.date("retrieved_on").is_none() {
        fields.problem(Rule::NoDate, "retrieved_on");
    }
    let confidence = fields.required_choice("confidence").unwrap_or(Confidence::Low);
    fields.required_choice::<Confidence>("expiry");
    let label = fields.required_choice::<LegalLabel>("legal_label");
    if fields.flag("ship_link") {
        fields.problem(Rule::LinkShipped, "ship_link");
    }
    let cite = fields.texts("cite", languages);
    if cite.is_some() && (kind == Some(Kind::Secondary) || label != Some(LegalLabel::None)) {
        fields.problem(Rule::CiteOfLabelled, "cite");
    }
    if let Some(link) = cite
        .iter()
        .flat_map(Texts::values)
        .find_map(|text| text::find_link(text))
        && links == Links::Refuse
    {
        fields.problem(Rule::LinkInText, link);
    }
    if [&says, &publisher].into_iter().any(|text| is_from_memory(text)) {
        fields.problem(Rule::MemoryFact, "says");
    }
    fields.finish();
    Fact { confidence, cite }
}

/// Whether the word `MEMORY` or `MEM` is in the text. `MEMORIAL` is another word.
fn is_from_memory(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|word| matches!(word, "MEMORY" | "MEM"))
}
