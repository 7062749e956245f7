//! `synonyms.toml`: words that find one another.

use std::collections::BTreeSet;

use crate::{
    Rule,
    content::{SynonymGroup, Term},
    fields::TomlFile,
};

pub(crate) const FILE: &str = "synonyms.toml";

/// How the fact files mark what nobody has looked up.
const FROM_MEMORY: [&str; 2] = ["MEM", "MEMORY"];

pub(crate) fn read(file: &TomlFile<'_>, glossary: &[Term]) -> Vec<SynonymGroup> {
    let false_friends = false_friends(glossary);
    let mut fields = file.fields();
    let mut groups = Vec::new();
    for mut entry in fields.tables("group") {
        let words = entry.words("words");
        let source = entry.required("source");
        if words.iter().collect::<BTreeSet<_>>().len() < 2 || words.iter().any(String::is_empty) {
            entry.problem(Rule::BadValue, "words");
        }
        if source.split([',', ' ']).any(|name| FROM_MEMORY.contains(&name)) {
            entry.problem(Rule::MemoryFact, source);
        }
        for word in words.iter().filter(|word| false_friends.contains(word.as_str())) {
            entry.problem(Rule::FalseSynonym, word.as_str());
        }
        entry.finish();
        groups.push(SynonymGroup(words));
    }
    fields.finish();
    groups
}

fn false_friends(glossary: &[Term]) -> BTreeSet<&str> {
    let terms = glossary.iter().filter(|term| !term.false_friend.is_empty());
    let words = terms.flat_map(|term| term.word.values().flat_map(|words| words.split(" / ")));
    words.map(str::trim).collect()
}
