//! `phrases.toml`: cards to show to somebody.

use std::collections::BTreeSet;

use durumi_base::Language;

use crate::{content::Phrase, fields::TomlFile};

pub(crate) const FILE: &str = "phrases.toml";

pub(crate) fn read(file: &TomlFile<'_>, languages: &[Language]) -> Vec<Phrase> {
    let mut fields = file.fields();
    let mut seen = BTreeSet::new();
    let mut phrases = Vec::new();
    for mut entry in fields.tables("phrase") {
        let (id, group) = (entry.id(&mut seen), entry.required_choice("group"));
        let danger = entry.flag("danger");
        let text = entry.required_texts("text", languages);
        entry.finish();
        if let (Some(id), Some(group)) = (id, group) {
            phrases.push(Phrase {
                id,
                group,
                danger,
                text,
            });
        }
    }
    fields.finish();
    phrases
}
