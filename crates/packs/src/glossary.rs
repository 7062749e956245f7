//! `glossary.toml`: words for papers and offices.

use std::collections::BTreeSet;

use durumi_base::Language;

use crate::{content::Term, fields::TomlFile};

pub(crate) const FILE: &str = "glossary.toml";

pub(crate) fn read(file: &TomlFile<'_>, languages: &[Language]) -> Vec<Term> {
    let mut fields = file.fields();
    let mut seen = BTreeSet::new();
    let mut terms = Vec::new();
    for mut entry in fields.tables("term") {
        let id = entry.id(&mut seen);
        let false_friend = entry.text("false_friend");
        let word = entry.required_texts("word", languages);
        entry.finish();
        if let Some(id) = id {
            terms.push(Term {
                id,
                false_friend,
                word,
            });
        }
    }
    fields.finish();
    terms
}
