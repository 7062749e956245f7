//! An article's folder.

use std::collections::{BTreeMap, BTreeSet};

use durumi_base::{Date, Language};

use crate::{
    Rule, Slug,
    blocks::{self, SourceBlock},
    content::{Article, Audience, Block, BlockKind, Caution, Urgent},
    easy,
    fields::TomlFile,
    ledger::Ledger,
    limits::{ARTICLE_CHARS, BLOCKS},
    manifest::DefaultSource,
    text::{Lint, Rigour},
};

/// What all articles of a pack share.
pub(crate) struct Shared<'s> {
    pub(crate) languages: &'s [Language],
    pub(crate) default_source: Option<&'s DefaultSource>,
    pub(crate) ledger: Option<&'s Ledger>,
    pub(crate) lint: Lint<'s>,
}

/// An article, and the facts it cites.
pub(crate) struct Draft {
    pub(crate) article: Article,
    pub(crate) facts: BTreeSet<String>,
}

/// What `article.toml` says.
#[derive(Default)]
struct Head {
    order: Option<u32>,
    urgent: Option<Urgent>,
    urgent_first: bool,
    jurisdiction: String,
    audience: Vec<Audience>,
    topics: Vec<Slug>,
    checked_on: Option<Date>,
    review_by: Option<Date>,
    reviewed_by: String,
    facts: Option<FactLists>,
    easy_facts: Option<FactLists>,
}

/// For each block the ids of its facts, and the line where they stand.
pub(crate) type FactLists = Vec<(u32, Vec<String>)>;

/// The blocks of an article, or of its easy-read version, in the languages that were read.
pub(crate) type Blocks = BTreeMap<Language, Vec<SourceBlock>>;

const HEAD: &str = "article.toml";
const ENDING: &str = ".md";

/// Reads an article from its files. None when something is wrong that the problems name.
pub(crate) fn read(slug: &str, files: &BTreeMap<&str, &[u8]>, shared: &Shared<'_>) -> Option<Draft> {
    let folder = format!("articles/{slug}");
    let problems = shared.lint.problems;
    let id: Option<Slug> = slug.parse().ok();
    if id.is_none() {
        problems.add(Rule::BadSlug, &folder, 0, slug);
    }
    let (mut texts, mut easy_texts) = (Blocks::new(), Blocks::new());
    for (name, bytes) in files {
        let file = format!("{folder}/{name}");
        let (tag, texts) = match name.strip_suffix(easy::ENDING) {
            Some(tag) => (Some(tag), &mut easy_texts),
            None => (name.strip_suffix(ENDING), &mut texts),
        };
        match tag.map(str::parse::<Language>) {
            Some(Ok(language)) if shared.languages.contains(&language) => {
                if let Some(blocks) = language_file(&file, bytes, &shared.lint) {
                    texts.insert(language, blocks);
                }
            }
            Some(Ok(language)) => problems.add(Rule::ExtraLanguage, &file, 0, language.tag()),
            _ if *name == HEAD => {}
            _ => problems.add(Rule::UnknownFile, &file, 0, ""),
        }
    }
    for language in shared.languages {
        if !files.contains_key(format!("{language}.md").as_str()) {
            problems.add(Rule::MissingLanguage, &folder, 0, language.tag());
        }
    }
    compare(&folder, ENDING, &texts, shared);
    easy::check(&folder, files, &easy_texts, shared);
    let file = format!("{folder}/{HEAD}");
    let head = files.get(HEAD).map(|bytes| head(&file, bytes, &shared.lint));
    finish(id?, &file, head, &texts, &easy_texts, shared)
}

/// The blocks of one language.
fn language_file(file: &str, bytes: &[u8], lint: &Lint<'_>) -> Option<Vec<SourceBlock>> {
    let text = lint.decode(bytes, file)?;
    let mut blocks = blocks::parse(&text);
    for block in &mut blocks {
        block.text = lint.clean(&block.text, file, block.line).trim().to_owned();
    }
    if lint.rigour == Rigour::Plain {
        blocks.retain(|block| !block.text.is_empty());
    }
    let titles = || blocks.iter().filter(|block| block.kind == BlockKind::Title);
    match blocks.first() {
        Some(first) if first.kind != BlockKind::Title => {
            lint.problems.add(Rule::NoTitle, file, first.line, "");
        }
        None => lint.problems.add(Rule::NoTitle, file, 0, ""),
        Some(_) => {
            for second in titles().skip(1) {
                lint.problems.add(Rule::NoTitle, file, second.line, "# #");
            }
        }
    }
    for block in blocks.iter().filter(|block| block.text.is_empty()) {
        lint.problems
            .add(Rule::EmptyBlock, file, block.line, block.kind.name());
    }
    let chars: usize = blocks.iter().map(|block| block.text.chars().count()).sum();
    if blocks.len() > BLOCKS {
        lint.problems
            .add(Rule::TooLarge, file, 0, format!("{} > {BLOCKS}", blocks.len()));
    }
    if chars > ARTICLE_CHARS {
        lint.problems
            .add(Rule::TooLarge, file, 0, format!("{chars} > {ARTICLE_CHARS}"));
    }
    Some(blocks)
}

/// Names the first block in which a language differs from the first one.
pub(crate) fn compare(folder: &str, ending: &str, texts: &Blocks, shared: &Shared<'_>) {
    let mut present = shared
        .languages
        .iter()
        .filter_map(|language| Some((language, texts.get(language)?)));
    let Some((model_language, model)) = present.next() else {
        return;
    };
    let word = |block: Option<&SourceBlock>| block.map_or("–", |block| block.kind.name());
    for (language, blocks) in present {
        let length = model.len().max(blocks.len());
        let kind = |blocks: &[SourceBlock], at: usize| blocks.get(at).map(|block| block.kind);
        if let Some(at) = (0..length).find(|at| kind(model, *at) != kind(blocks, *at)) {
            let line = blocks.get(at).or(blocks.last()).map_or(0, |block| block.line);
            let (here, there) = (word(blocks.get(at)), word(model.get(at)));
            let detail = format!("{}: {language} {here}, {model_language} {there}", at + 1);
            shared.lint.problems.add(
                Rule::BlocksDiffer,
                &format!("{folder}/{language}{ending}"),
                line,
                detail,
            );
        }
    }
}

fn head(file: &str, bytes: &[u8], lint: &Lint<'_>) -> Head {
    let Some(text) = lint.decode(bytes, file) else {
        return Head::default();
    };
    let toml = TomlFile::new(file, &text, *lint);
    let mut fields = toml.fields();
    let head = Head {
        order: fields.whole("order"),
        urgent: fields.choice("urgent"),
        urgent_first: fields.flag("urgent_first"),
        jurisdiction: fields.text("jurisdiction"),
        audience: fields.choices("audience"),
        topics: fields.choices("topics"),
        checked_on: fields.date("checked_on"),
        review_by: fields.date("review_by"),
        reviewed_by: fields.text("reviewed_by"),
        facts: fields.word_lists("facts"),
        easy_facts: fields.word_lists("easy_facts"),
    };
    fields.finish();
    head
}

fn finish(
    id: Slug,
    file: &str,
    head: Option<Head>,
    texts: &Blocks,
    easy_texts: &Blocks,
    shared: &Shared<'_>,
) -> Option<Draft> {
    let model = texts.values().next()?;
    let problems = shared.lint.problems;
    let has_head = head.is_some();
    let mut head = head.unwrap_or_default();
    let default = shared.default_source;
    let facts = head.facts.take().unwrap_or_default();
    if !facts.is_empty() && facts.len() != model.len() {
        problems.add(
            Rule::FactCount,
            file,
            0,
            format!("{} ≠ {}", facts.len(), model.len()),
        );
    }
    let rests = rest(&facts, file, shared);
    let checked_on = head.checked_on.or(default.and_then(|source| source.checked_on));
    let review_by = head.review_by.or(default.and_then(|source| source.review_by));
    if checked_on.is_none() {
        problems.add(Rule::NoDate, file, 0, "checked_on");
    }
    if has_head && shared.ledger.is_some() && review_by.is_none() {
        problems.add(Rule::NoDate, file, 0, "review_by");
    }
    if rests.facts.is_empty() && default.is_none() {
        problems.add(Rule::NoSource, file, 0, "facts");
    }
    let easy_facts = head.easy_facts.take().unwrap_or_default();
    let easy = easy::finish(file, &easy_facts, &rests.facts, easy_texts, shared);
    let article = Article {
        id,
        order: head.order,
        urgent: head.urgent,
        urgent_first: head.urgent_first,
        jurisdiction: head.jurisdiction,
        audience: head.audience,
        topics: head.topics,
        checked_on: checked_on?,
        review_by,
        reviewed_by: head.reviewed_by,
        blocks: kinds(model, &rests.cautions),
        rests_on: rests.names,
        texts: words(texts),
        easy,
    };
    Some(Draft {
        article,
        facts: rests.facts,
    })
}

/// The kinds of blocks, each with the caution of its facts.
pub(crate) fn kinds(model: &[SourceBlock], cautions: &[Option<Caution>]) -> Vec<Block> {
    let caution = |at: usize| cautions.get(at).copied().flatten();
    let blocks = model.iter().enumerate();
    blocks
        .map(|(at, block)| Block {
            kind: block.kind,
            caution: caution(at),
        })
        .collect()
}

/// The texts of blocks.
pub(crate) fn words(texts: &Blocks) -> BTreeMap<Language, Vec<String>> {
    texts
        .iter()
        .map(|(language, blocks)| (*language, blocks.iter().map(|block| block.text.clone()).collect()))
        .collect()
}

/// What is derived from the facts of an article.
pub(crate) struct Rests {
    pub(crate) facts: BTreeSet<String>,
    pub(crate) cautions: Vec<Option<Caution>>,
    names: BTreeMap<Language, Vec<String>>,
}

pub(crate) fn rest(facts: &[(u32, Vec<String>)], file: &str, shared: &Shared<'_>) -> Rests {
    let mut rests = Rests {
        facts: BTreeSet::new(),
        cautions: Vec::new(),
        names: BTreeMap::new(),
    };
    let mut name = |language: Language, name: &str| {
        let names: &mut Vec<String> = rests.names.entry(language).or_default();
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    };
    for (line, ids) in facts {
        let mut caution = None;
        for id in ids {
            let Some(fact) = shared.ledger.and_then(|ledger| ledger.fact(id)) else {
                shared
                    .lint
                    .problems
                    .add(Rule::UnknownFact, file, *line, id.as_str());
                continue;
            };
            caution = [caution, fact.confidence.caution()].into_iter().flatten().min();
            for (language, cite) in fact.cite.iter().flatten() {
                name(*language, cite);
            }
            rests.facts.insert(id.clone());
        }
        rests.cautions.push(caution);
    }
    if facts.iter().all(|(_, ids)| ids.is_empty())
        && let Some(source) = shared.default_source
    {
        for language in shared.languages {
            name(*language, &source.name);
        }
    }
    rests
}
