//! `durumi notebook backup`, `check-backup` and `restore`.

use std::{path::PathBuf, process::ExitCode};

use clap::ArgMatches;
use durumi_api::{Failure, NotebookUnlock};
use durumi_app::App;

use crate::{ask, trouble::Trouble, words::Words};

/// Carries out one of the three. The passphrase is asked for; the file is an argument.
pub(crate) fn run(name: &str, app: &App, matches: &ArgMatches, words: &Words) -> Result<ExitCode, Trouble> {
    let argument = if name == "backup" { "out" } else { "file" };
    let file = matches.get_one::<PathBuf>(argument).ok_or(Failure::Internal)?;
    let passphrase = ask::passphrase(words, "cli-ask-passphrase")?;
    match name {
        "backup" => {
            app.notebook_unlock(NotebookUnlock {
                passphrase: passphrase.to_string(),
            })?;
            app.write_backup_to(&passphrase, file)?;
        }
        "check-backup" => app.check_backup_at(&passphrase, file)?,
        _ => {
            app.restore_backup_from(&passphrase, file)?;
        }
    }
    say!("{}", words.text("cli-done"));
    Ok(ExitCode::SUCCESS)
}
