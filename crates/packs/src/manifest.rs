//! `pack.toml`: what a pack is.

use std::collections::BTreeSet;

use durumi_base::{Date, Language};
use serde::Deserialize;

use crate::{
    Rule, Slug,
    content::Texts,
    fields::{Fields, TomlFile},
};

pub(crate) const FILE: &str = "pack.toml";

/// May texts contain web addresses?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Links {
    Refuse,
    #[default]
    Keep,
}

/// What `pack.toml` says.
pub(crate) struct Manifest {
    pub(crate) id: Option<Slug>,
    pub(crate) version: u32,
    pub(crate) languages: Vec<Language>,
    pub(crate) title: Texts,
    pub(crate) default_source: Option<DefaultSource>,
}

/// On what every article rests that does not say so itself.
pub(crate) struct DefaultSource {
    pub(crate) name: String,
    pub(crate) checked_on: Option<Date>,
    pub(crate) review_by: Option<Date>,
}

/// Whether texts may contain web addresses; to be known before any text is looked at.
pub(crate) fn links(file: &TomlFile<'_>) -> Links {
    file.fields().choice("links").unwrap_or_default()
}

pub(crate) fn read(file: &TomlFile<'_>) -> Manifest {
    let mut fields = file.fields();
    match fields.whole("format") {
        Some(1) => {}
        None => fields.problem(Rule::MissingField, "format"),
        Some(other) => fields.problem(Rule::UnknownFormat, other.to_string()),
    }
    let id = fields.id(&mut BTreeSet::new());
    let version = fields.whole("version").unwrap_or_default();
    if version == 0 {
        fields.problem(Rule::MissingField, "version");
    }
    let mut languages: Vec<Language> = Vec::new();
    for language in fields.choices("languages") {
        if languages.contains(&language) {
            fields.problem(Rule::DuplicateId, language.tag());
        } else {
            languages.push(language);
        }
    }
    if languages.is_empty() {
        fields.problem(Rule::MissingField, "languages");
    }
    fields.choice::<Links>("links");
    let title = fields.required_texts("title", &languages);
    let default_source = fields.table("default_source").map(default_source);
    fields.finish();
    Manifest {
        id,
        version,
        languages,
        title,
        default_source,
    }
}

fn default_source(mut fields: Fields<'_>) -> DefaultSource {
    let name = fields.text("name");
    if name.is_empty() {
        fields.problem(Rule::NoSource, "default_source.name");
    }
    let checked_on = fields.date("checked_on");
    if checked_on.is_none() {
        fields.problem(Rule::NoDate, "default_source.checked_on");
    }
    let review_by = fields.date("review_by");
    fields.finish();
    DefaultSource {
        name,
        checked_on,
        review_by,
    }
}
