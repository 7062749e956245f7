//! `durumi pack …`: making packs. What has to do with keys is in `repository.rs`.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::ArgMatches;
use durumi_api::{Failure, Problem};
use durumi_base::{Clock, SystemClock};
use durumi_packs::{
    BlobKind, Counts, Difference, How, RowProblem, SHEET_BYTES, Source, build, check, contact_sheet,
    content::Contact, diff, limits::FILE_BYTES, take_contact_sheet, trust::Refusal, write, write_template,
};

use crate::{easy, repository, trouble::Trouble, words::Words};

/// How many problems are listed; the rest come when these are mended.
const PROBLEMS: usize = 100;

/// Carries out a command about packs.
pub(crate) fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Trouble> {
    let Some((name, matches)) = matches.subcommand() else {
        return Ok(ExitCode::FAILURE);
    };
    match name {
        "new" => begin(matches, words)?,
        "diff" => compare(matches, words)?,
        "contacts" => contacts(matches, words)?,
        "check" | "build" => check_or_build(name, matches, words)?,
        _ => return repository::run(name, matches, words),
    }
    Ok(ExitCode::SUCCESS)
}

fn check_or_build(name: &str, matches: &ArgMatches, words: &Words) -> Result<(), Failure> {
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
    Ok(())
}

fn begin(matches: &ArgMatches, words: &Words) -> Result<(), Trouble> {
    let folder = matches.get_one::<PathBuf>("folder").ok_or(Failure::Internal)?;
    let id = repository::slug(matches, "id")?;
    write_template(folder, &id).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Trouble::FileExists,
        _ => Failure::NotWritable.into(),
    })?;
    say!("{}", words.text("cli-pack-made"));
    Ok(())
}

fn compare(matches: &ArgMatches, words: &Words) -> Result<(), Trouble> {
    let read = |name| {
        let folder = matches.get_one::<PathBuf>(name).ok_or(Failure::Internal)?;
        repository::read_pack(folder)
    };
    let (old, new) = (read("old")?, read("new")?);
    let all = diff(&old, &new, words.language).map_err(Refusal::from)?;
    for Difference { kind, how, title } in &all {
        let how = match how {
            How::New => "change-new",
            How::Changed => "change-changed",
            How::Gone => "change-gone",
        };
        let what = match kind {
            BlobKind::Article => "changed-article",
            BlobKind::Contacts => "changed-contact",
            BlobKind::Phrases => "changed-phrases",
            BlobKind::Places => "changed-places",
            BlobKind::Glossary => "changed-glossary",
            BlobKind::Synonyms => "changed-synonyms",
            BlobKind::Deadlines => "changed-deadlines",
            BlobKind::Holidays => "changed-holidays",
        };
        say!("{}\t{}\t{title}", words.text(how), words.text(what));
    }
    Ok(())
}

fn contacts(matches: &ArgMatches, words: &Words) -> Result<(), Trouble> {
    let Some((name, matches)) = matches.subcommand() else {
        return Ok(());
    };
    let folder = matches.get_one::<PathBuf>("source").ok_or(Failure::Internal)?;
    let sheet = matches.get_one::<PathBuf>("sheet").ok_or(Failure::Internal)?;
    if name == "export" {
        export(folder, sheet, words)
    } else {
        import(folder, sheet, words)
    }
}

fn export(folder: &Path, sheet: &Path, words: &Words) -> Result<(), Trouble> {
    let pack = repository::read_pack(folder)?;
    let contacts = pack.contacts().map_err(Refusal::from)?;
    let name = |contact: &Contact| {
        let name = contact.name.get(&words.language);
        name.or_else(|| contact.name.values().next())
            .cloned()
            .unwrap_or_default()
    };
    // A mark of its encoding first: table programs take the text for something else without it.
    let text = format!("\u{feff}{}", contact_sheet(&contacts, name));
    fs::write(sheet, text).map_err(|_| Failure::NotWritable)?;
    let count = contacts.len();
    say!(
        "{}",
        words.text_with("cli-contacts-written", [("count", count.into())])
    );
    Ok(())
}

fn import(folder: &Path, sheet: &Path, words: &Words) -> Result<(), Trouble> {
    let utf8 = |bytes| String::from_utf8(bytes).map_err(|_| Trouble::FileUnreadable);
    let file = folder.join("contacts.toml");
    let before = utf8(repository::read_small(&file, FILE_BYTES)?)?;
    let sheet = utf8(repository::read_small(sheet, SHEET_BYTES as u64)?)?;
    let taken = take_contact_sheet(&before, &sheet, SystemClock.today()).ok_or(Trouble::FileUnreadable)?;
    // Written beside it first, so that a full disk leaves the old one.
    let new = file.with_extension("new");
    fs::write(&new, &taken.text)
        .and_then(|()| fs::rename(&new, &file))
        .map_err(|_| Failure::NotWritable)?;
    for (id, problem) in &taken.problems {
        let message = match problem {
            RowProblem::OnlyOne => "cli-contact-one",
            RowProblem::SamePerson => "cli-contact-same",
            RowProblem::Day => "cli-contact-day",
            RowProblem::Unknown => "cli-contact-unknown-id",
        };
        say!("{}", words.text_with(message, [("id", id.as_str().into())]));
    }
    let count = taken.ids.len();
    say!(
        "{}",
        words.text_with("cli-contacts-taken", [("count", count.into())])
    );
    Ok(())
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
        deadlines,
        holidays,
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
        ("deadlines", deadlines),
        ("holidays", holidays),
    ] {
        say!(
            "{}",
            words.text_with(&format!("pack-count-{name}"), [("count", count.into())])
        );
    }
}
