//! The easy-read version of an article, `<language>.easy.md`: in all languages of the article or in none.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Rule,
    article::{Blocks, FactLists, Shared, compare, kinds, rest, words},
    content::Easy,
    limits::EASY_BLOCKS,
};

/// How the names of its files end.
pub(crate) const ENDING: &str = ".easy.md";

/// Names languages that lack it, where they differ and where it is too long.
pub(crate) fn check(folder: &str, files: &BTreeMap<&str, &[u8]>, texts: &Blocks, shared: &Shared<'_>) {
    let problems = shared.lint.problems;
    if !files.keys().any(|name| name.ends_with(ENDING)) {
        return;
    }
    for language in shared.languages {
        if !files.contains_key(format!("{language}{ENDING}").as_str()) {
            problems.add(Rule::EasyMissing, folder, 0, language.tag());
        }
    }
    compare(folder, ENDING, texts, shared);
    for (language, blocks) in texts {
        if let Some(first) = blocks.get(EASY_BLOCKS) {
            problems.add(
                Rule::EasyTooLong,
                &format!("{folder}/{language}{ENDING}"),
                first.line,
                format!("{} > {EASY_BLOCKS}", blocks.len()),
            );
        }
    }
}

/// The easy-read version, if there is one. `file` is what says its facts, `known` are those of the article.
pub(crate) fn finish(
    file: &str,
    facts: &FactLists,
    known: &BTreeSet<String>,
    texts: &Blocks,
    shared: &Shared<'_>,
) -> Option<Easy> {
    let problems = shared.lint.problems;
    let blocks = texts.values().next().map_or(0, Vec::len);
    // Of an article whose facts are those of its pack nobody asks for the facts of its easy-read version.
    if facts.len() != blocks && !(facts.is_empty() && known.is_empty()) {
        problems.add(
            Rule::EasyFactCount,
            file,
            facts.first().map_or(0, |(line, _)| *line),
            format!("{} ≠ {blocks}", facts.len()),
        );
    }
    for (line, ids) in facts {
        for id in ids.iter().filter(|id| !known.contains(*id)) {
            problems.add(Rule::EasyFactNew, file, *line, id.as_str());
        }
    }
    let rests = rest(facts, file, shared);
    let model = texts.values().next()?;
    Some(Easy {
        blocks: kinds(model, &rests.cautions),
        texts: words(texts),
    })
}
