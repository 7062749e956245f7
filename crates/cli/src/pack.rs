//! `durumi pack …`: making packs.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::ArgMatches;
use durumi_api::{Failure, Problem};
use durumi_packs::{Counts, Source, build, check, write};

use crate::{easy, words::Words};

/// How many problems are listed; the rest come when these are mended.
const PROBLEMS: usize = 100;

/// Carries out a command about packs.
pub(crate) fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Failure> {
    let Some((name, matches)) = matches.subcommand() else {
        return Ok(ExitCode::FAILURE);
    };
    let folder = matches.get_one::<PathBuf>("source").ok_or(Failure::Internal)?;
    let source = read(folder)?;
    if name == "build" {
        let out = matches.get_one::<PathBuf>("out").ok_or(Failure::Internal)?;
        let built = build(&source).map_err(|_| Failure::Internal)?;
        write(&built, out).map_err(|_| Failure::NotWritable)?;
        say!("{}", words.text("cli-built"));
    }
    let report = check(&source);
    print_counts(words, report.counts);
    easy::print(words, &report);
    Ok(ExitCode::SUCCESS)
}

/// Reads a pack's source and refuses it when it breaks a rule.
pub(crate) fn read(folder: &Path) -> Result<Source, Failure> {
    let source = Source::read(folder);
    let problems: Vec<Problem> = check(&source)
        .problems
        .into_iter()
        .take(PROBLEMS)
        .map(|problem| Problem {
            rule: problem.rule.name().to_owned(),
            file: problem.file,
            line: problem.line,
            detail: problem.detail,
        })
        .collect();
    if problems.is_empty() {
        Ok(source)
    } else {
        Err(Failure::PackRefused { problems })
    }
}

fn print_counts(words: &Words, counts: Counts) {
    let Counts {
        articles,
        languages,
        blocks,
        facts,
        contacts,
        phones,
        phrases,
        places,
        terms,
        synonyms,
        ..
    } = counts;
    for (name, count) in [
        ("articles", articles),
        ("languages", languages),
        ("blocks", blocks),
        ("facts", facts),
        ("contacts", contacts),
        ("phones", phones),
        ("phrases", phrases),
        ("places", places),
        ("terms", terms),
        ("synonyms", synonyms),
    ] {
        say!(
            "{}",
            words.text_with(&format!("pack-count-{name}"), [("count", count.into())])
        );
    }
}
