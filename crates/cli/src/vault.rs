//! `durumi vault check`.

use std::process::ExitCode;

use clap::ArgMatches;
use durumi_api::{SetAside, Soundness, VaultCheck, VaultReport};

use crate::{
    library::{start, unlock},
    trouble::Trouble,
    words::Words,
};

/// Checks everything. The exit code is a failure when something cannot be read.
pub(crate) fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Trouble> {
    let Some((_, matches)) = matches.subcommand() else {
        return Ok(ExitCode::FAILURE);
    };
    let app = start(matches, words)?;
    unlock(&app, words)?;
    let report = app.vault_check(VaultCheck {})?;
    say!("{}", words.text(summary(&report)));
    tell(&report, words);
    Ok(ExitCode::from(u8::from(worst(&report) == Soundness::Damaged)))
}

fn worst(report: &VaultReport) -> Soundness {
    report.keys.max(report.library).max(report.notebook)
}

fn summary(report: &VaultReport) -> &'static str {
    match worst(report) {
        Soundness::Sound => "vault-sound",
        Soundness::Repaired => "vault-repaired",
        Soundness::Damaged => "vault-damaged",
    }
}

fn tell(report: &VaultReport, words: &Words) {
    let counts = [
        ("cases", report.cases.into()),
        ("notes", report.notes.into()),
        ("files", report.files.into()),
    ];
    say!("{}", words.text_with("vault-counts", counts));
    if report.keys == Soundness::Damaged {
        say!("{}", words.text("notice-keys-damaged"));
    }
    if report.library == Soundness::Damaged {
        say!("{}", words.text("vault-library-damaged"));
    }
    if report.notebook == Soundness::Damaged && report.aside.is_empty() {
        say!("{}", words.text("vault-part-broken"));
    }
    for repaired in &report.repaired {
        say!("{}", words.text(repaired.message_id()));
    }
    if !report.aside.is_empty() {
        say!(
            "{}\n{}",
            words.text("vault-cannot"),
            words.text("vault-cannot-about")
        );
    }
    for aside in &report.aside {
        say!("{}", named(aside, words));
    }
    if report.aside_more > 0 {
        say!(
            "{}",
            words.text_with("vault-more", [("count", report.aside_more.into())])
        );
    }
    if report.kept > 0 {
        say!(
            "{}",
            words.text_with("vault-kept", [("count", report.kept.into())])
        );
    }
}

fn named(aside: &SetAside, words: &Words) -> String {
    let mut line = words.text(aside.kind.message_id());
    if !aside.title.is_empty() {
        line = format!("{line}: {}", aside.title);
    }
    if !aside.case_title.is_empty() {
        let case = words.text_with("vault-in-case", [("title", aside.case_title.as_str().into())]);
        line = format!("{line} ({case})");
    }
    line
}
