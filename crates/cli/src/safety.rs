//! `durumi notebook passphrase`, `recovery…`, `recover` and `erase-after`.
//!
//! Everything secret is a line of standard input, in the order in which a terminal asks for it. What is to be written
//! down goes to standard output, and is nowhere else.

use std::io::{self, IsTerminal};

use clap::ArgMatches;
use durumi_api::{
    EraseAfterSet, Failure, NotebookRecover, PassphraseChange, RecoveryBegin, RecoveryConfirm, RecoveryDraft,
    RecoveryDrill, RecoveryKind, RecoveryRemove,
};
use durumi_app::App;
use zeroize::Zeroizing;

use crate::{ask, library::unlock, trouble::Trouble, words::Words};

/// Carries out such a command; `None` when it is another one.
pub(crate) fn run(name: &str, app: &App, matches: &ArgMatches, words: &Words) -> Result<Option<()>, Trouble> {
    match name {
        "passphrase" => {
            let present = unlock_with(app, words)?;
            let new = new_passphrase(words)?;
            app.passphrase_change(PassphraseChange {
                present: given(present),
                new: given(new),
            })?;
        }
        "recovery" => make(app, matches, words)?,
        "recovery-try" => {
            unlock(app, words)?;
            let typed = papers(matches, words)?;
            app.recovery_drill(RecoveryDrill { typed })?;
        }
        "recovery-remove" => {
            let present = unlock_with(app, words)?;
            app.recovery_remove(RecoveryRemove {
                passphrase: given(present),
                kind: kind(matches),
            })?;
        }
        "recover" => {
            let typed = papers(matches, words)?;
            let passphrase = given(new_passphrase(words)?);
            app.notebook_recover(NotebookRecover { typed, passphrase })?;
        }
        "erase-after" => {
            unlock(app, words)?;
            let tries = matches
                .get_one::<u32>("tries")
                .copied()
                .filter(|tries| *tries > 0);
            app.erase_after_set(EraseAfterSet { tries })?;
        }
        _ => return Ok(None),
    }
    say!("{}", words.text("cli-changed"));
    Ok(Some(()))
}

fn make(app: &App, matches: &ArgMatches, words: &Words) -> Result<(), Failure> {
    let present = unlock_with(app, words)?;
    let draft = app.recovery_begin(RecoveryBegin {
        passphrase: given(present),
        kind: kind(matches),
    })?;
    say!("{}", words.text("cli-write-down"));
    show(&draft, words);
    let typed = draft.ask.iter().map(|asked| {
        let values = [("paper", asked.paper.into()), ("group", asked.group.into())];
        ask::line_after(&words.text_with("cli-ask-back", values), "typed").map(given)
    });
    let typed = typed.collect::<Result<_, _>>()?;
    app.recovery_confirm(RecoveryConfirm { typed })?;
    Ok(())
}

fn show(draft: &RecoveryDraft, words: &Words) {
    for (number, paper) in (1_u32..).zip(&draft.papers) {
        if draft.papers.len() > 1 {
            say!("{}", words.text_with("cli-paper", [("number", number.into())]));
        }
        say!("{}", paper.groups.join(" "));
        for other in [&paper.korean, &paper.english] {
            if !other.is_empty() {
                say!("{}", other.join(" "));
            }
        }
    }
}

/// Opens the notebook and keeps the passphrase, which is needed once more.
fn unlock_with(app: &App, words: &Words) -> Result<Zeroizing<String>, Failure> {
    let typed = ask::passphrase(words, "cli-ask-passphrase")?;
    app.notebook_unlock(durumi_api::NotebookUnlock {
        passphrase: typed.to_string(),
    })?;
    Ok(typed)
}

fn new_passphrase(words: &Words) -> Result<Zeroizing<String>, Trouble> {
    let new = ask::passphrase(words, "cli-ask-new-passphrase")?;
    if io::stdin().is_terminal() && *ask::passphrase(words, "cli-ask-again")? != *new {
        return Err(Trouble::PassphrasesDiffer);
    }
    Ok(new)
}

fn papers(matches: &ArgMatches, words: &Words) -> Result<Vec<String>, Failure> {
    if kind(matches) == RecoveryKind::Code {
        return Ok(vec![given(ask::line(words, "cli-ask-recovery", "typed")?)]);
    }
    let one = |number: u32| {
        let prompt = words.text_with("cli-ask-share", [("number", number.into())]);
        ask::line_after(&prompt, "typed").map(given)
    };
    (1..=3).map(one).collect()
}

fn kind(matches: &ArgMatches) -> RecoveryKind {
    if matches.get_flag("shares") {
        RecoveryKind::Shares
    } else {
        RecoveryKind::Code
    }
}

/// Hands a secret over to a request, which wipes it.
fn given(mut secret: Zeroizing<String>) -> String {
    std::mem::take(&mut *secret)
}
