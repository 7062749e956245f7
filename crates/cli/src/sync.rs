//! `durumi sync …`: two devices of one person through a folder.
//!
//! The passphrase is asked for as everywhere; an invitation's code is the line after it.

use std::{fs, io::Write, path::PathBuf, process::ExitCode};

use base64::{Engine, prelude::BASE64_STANDARD};
use clap::ArgMatches;
use durumi_api::{
    Failure, NotebookJoin, NotebookUnlock, Shelf, SyncFinding, SyncFolder, SyncForget, SyncInvite, SyncLeave,
    SyncLeft, SyncList, SyncNewKeys, SyncNow, SyncReport, SyncSwitch, SyncTakeKeys, SyncTrouble,
};
use durumi_app::App;
use zeroize::Zeroizing;

use crate::{
    ask,
    library::{start, unlock},
    trouble::Trouble,
    words::Words,
};

/// Carries out a command about syncing.
pub(crate) fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Trouble> {
    let Some((name, matches)) = matches.subcommand() else {
        return Ok(ExitCode::FAILURE);
    };
    let app = start(matches, words)?;
    match name {
        "join" => return join(&app, matches, words),
        "invite" => return invite(&app, matches, words),
        "new-keys" => return new_keys(&app, words),
        _ => unlock(&app, words)?,
    }
    let reports = match name {
        "folder" => {
            let folder = path(matches, "folder")?
                .to_str()
                .ok_or_else(|| bad("folder"))?
                .to_owned();
            vec![app.sync_folder(SyncFolder { folder })?]
        }
        "forget" => {
            let id = matches.get_one::<String>("id").cloned().unwrap_or_default();
            app.sync_forget(SyncForget { id })?;
            Vec::new()
        }
        "on" | "off" => {
            let id = matches.get_one::<String>("id").cloned().unwrap_or_default();
            app.sync_switch(SyncSwitch { id, on: name == "on" })?;
            Vec::new()
        }
        "take-keys" => {
            take_keys(&app, matches, words)?;
            Vec::new()
        }
        "leave" => return leave(&app, words),
        "list" => {
            list(&app, words)?;
            Vec::new()
        }
        _ => app.sync_now(SyncNow {})?,
    };
    Ok(all_told(words, &reports))
}

/// Says what the visits did. A failure when one ended early.
fn all_told(words: &Words, reports: &[SyncReport]) -> ExitCode {
    for report in reports {
        told(words, report);
    }
    if reports.iter().all(|report| report.trouble.is_none()) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Leaves, and says whether it did.
fn leave(app: &App, words: &Words) -> Result<ExitCode, Trouble> {
    let SyncLeft { left, reports } = app.sync_leave(SyncLeave {})?;
    all_told(words, &reports);
    if left {
        say!("{}", words.text("sync-left"));
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("{}", words.text("sync-left-not"));
    Ok(ExitCode::FAILURE)
}

fn list(app: &App, words: &Words) -> Result<(), Failure> {
    let state = app.sync_list(SyncList {})?;
    for place in state.places {
        let last = place.last_ms.map_or_else(
            || words.text("cli-sync-never"),
            |ms| durumi_base::Date::from_unix_ms(ms).to_string(),
        );
        let state = words.text(if place.on {
            "cli-sync-is-on"
        } else {
            "cli-sync-is-off"
        });
        say!(
            "{}\t{last}\t{state}\t{}\t{}",
            place.id,
            place.waiting,
            place.folder
        );
    }
    if state.set_aside > 0 {
        say!(
            "{}",
            words.text_with("cli-sync-set-aside", [("count", state.set_aside.into())])
        );
    }
    Ok(())
}

/// Makes new keys, and says what comes next.
fn new_keys(app: &App, words: &Words) -> Result<ExitCode, Trouble> {
    let typed = ask::passphrase(words, "cli-ask-passphrase")?;
    app.notebook_unlock(NotebookUnlock {
        passphrase: typed.to_string(),
    })?;
    let reports = app.sync_new_keys(SyncNewKeys {
        passphrase: typed.to_string(),
    })?;
    all_told(words, &reports);
    say!("{}", words.text("cli-sync-keys-made"));
    Ok(ExitCode::SUCCESS)
}

fn take_keys(app: &App, matches: &ArgMatches, words: &Words) -> Result<(), Trouble> {
    let file = fs::read(path(matches, "file")?).map_err(|_| Trouble::FileUnreadable)?;
    let mut code = ask::line(words, "cli-ask-code", "code")?;
    app.sync_take_keys(SyncTakeKeys {
        file: BASE64_STANDARD.encode(file),
        code: std::mem::take(&mut *code),
    })?;
    say!("{}", words.text("cli-sync-keys-taken"));
    Ok(())
}

/// Writes the file where the person said, and shows the code.
fn invite(app: &App, matches: &ArgMatches, words: &Words) -> Result<ExitCode, Trouble> {
    let typed = ask::passphrase(words, "cli-ask-passphrase")?;
    app.notebook_unlock(NotebookUnlock {
        passphrase: typed.to_string(),
    })?;
    let invitation = app.sync_invite(SyncInvite {
        passphrase: typed.to_string(),
        folder: None,
    })?;
    let file = BASE64_STANDARD
        .decode(invitation.file)
        .map_err(|_| Failure::Internal)?;
    let mut out = fs::File::create_new(path(matches, "file")?).map_err(|_| Failure::NotWritable)?;
    out.write_all(&file)
        .and_then(|()| out.sync_all())
        .map_err(|_| Failure::NotWritable)?;
    let code = Zeroizing::new(invitation.code);
    say!("{}", words.text("cli-sync-invited"));
    say!("{}", *code);
    Ok(ExitCode::SUCCESS)
}

fn join(app: &App, matches: &ArgMatches, words: &Words) -> Result<ExitCode, Trouble> {
    let file = fs::read(path(matches, "file")?).map_err(|_| Trouble::FileUnreadable)?;
    let mut passphrase = ask::passphrase(words, "cli-ask-new-passphrase")?;
    let mut code = ask::line(words, "cli-ask-code", "code")?;
    let shelf = if matches.get_flag("open-shelf") {
        Shelf::Open
    } else {
        Shelf::Closed
    };
    app.notebook_join(NotebookJoin {
        file: BASE64_STANDARD.encode(file),
        code: std::mem::take(&mut *code),
        passphrase: std::mem::take(&mut *passphrase),
        shelf,
    })?;
    say!("{}", words.text("cli-sync-joined"));
    Ok(ExitCode::SUCCESS)
}

fn told(words: &Words, report: &SyncReport) {
    let values = [
        ("received", report.received.into()),
        ("sent", report.sent.into()),
        ("files", (report.files_received + report.files_sent).into()),
    ];
    say!("{}", words.text_with("cli-sync-done", values));
    for finding in &report.findings {
        eprintln!("{}", words.text(finding_id(*finding)));
    }
    if let Some(trouble) = report.trouble {
        eprintln!("{}", words.text(trouble_id(trouble)));
    }
}

fn finding_id(finding: SyncFinding) -> &'static str {
    match finding {
        SyncFinding::Emptied => "sync-finding-emptied",
        SyncFinding::Lost => "sync-finding-lost",
        SyncFinding::RolledBack => "sync-finding-rolled-back",
        SyncFinding::Forked => "sync-finding-forked",
        SyncFinding::Copied => "sync-finding-copied",
        SyncFinding::Foreign => "sync-finding-foreign",
        SyncFinding::Unreadable => "sync-finding-unreadable",
        SyncFinding::Newer => "sync-finding-newer",
        SyncFinding::SetAside => "sync-finding-set-aside",
    }
}

fn trouble_id(trouble: SyncTrouble) -> &'static str {
    match trouble {
        SyncTrouble::NotThere => "sync-trouble-not-there",
        SyncTrouble::Unreachable => "sync-trouble-unreachable",
        SyncTrouble::TimedOut => "sync-trouble-timed-out",
        SyncTrouble::Full => "sync-trouble-full",
        SyncTrouble::Busy => "sync-trouble-busy",
        SyncTrouble::Refused => "sync-trouble-refused",
        SyncTrouble::Untrusted => "sync-trouble-untrusted",
        SyncTrouble::Broken => "sync-trouble-broken",
        SyncTrouble::Stopped => "sync-trouble-stopped",
    }
}

fn path<'m>(matches: &'m ArgMatches, name: &'static str) -> Result<&'m PathBuf, Failure> {
    matches.get_one::<PathBuf>(name).ok_or_else(|| bad(name))
}

fn bad(what: &'static str) -> Failure {
    Failure::BadRequest {
        what: what.to_owned(),
    }
}
