//! `durumi notebook second`, `forget-other` and `erase`.

use std::{
    io::{self, IsTerminal},
    process::ExitCode,
};

use durumi_api::{EraseEverything, ForgettingPassphraseSet, NotebookUnlock, SecondNotebookCreate};
use durumi_app::App;
use zeroize::Zeroizing;

use crate::{ask, trouble::Trouble, words::Words};

/// Makes a second notebook from the first: the present passphrase, and the new one.
pub(crate) fn create(app: &App, words: &Words) -> Result<ExitCode, Trouble> {
    if io::stdin().is_terminal() {
        eprintln!("{}", words.text("cli-second-replaced"));
    }
    let present = unlock(app, words)?;
    let new = ask_twice(words, "cli-ask-second-passphrase")?;
    app.second_notebook_create(SecondNotebookCreate {
        present: present.to_string(),
        new: new.to_string(),
    })?;
    say!("{}", words.text("cli-done"));
    Ok(ExitCode::SUCCESS)
}

/// Sets the passphrase that forgets the other notebook.
pub(crate) fn forget_other(app: &App, words: &Words) -> Result<ExitCode, Trouble> {
    let present = unlock(app, words)?;
    let new = ask_twice(words, "cli-ask-forgetting-passphrase")?;
    app.forgetting_passphrase_set(ForgettingPassphraseSet {
        present: present.to_string(),
        new: new.to_string(),
    })?;
    say!("{}", words.text("cli-done"));
    Ok(ExitCode::SUCCESS)
}

/// Erases everything, once the person has typed the word for it.
pub(crate) fn erase(app: &App, words: &Words) -> Result<ExitCode, Trouble> {
    let word = words.text("cli-erase-word");
    let prompt = words.text_with("cli-ask-erase", [("word", word.as_str().into())]);
    if io::stdin().is_terminal() {
        eprint!("{prompt} ");
    }
    if *ask::next_line("word")? != word {
        say!("{}", words.text("cli-not-erased"));
        return Ok(ExitCode::FAILURE);
    }
    app.erase_everything(EraseEverything {
        word: "erase".to_owned(),
    })?;
    say!("{}", words.text("cli-done"));
    Ok(ExitCode::SUCCESS)
}

/// Opens the notebook, and keeps the passphrase for what asks for it again.
fn unlock(app: &App, words: &Words) -> Result<Zeroizing<String>, Trouble> {
    let present = ask::passphrase(words, "cli-ask-passphrase")?;
    app.notebook_unlock(NotebookUnlock {
        passphrase: present.to_string(),
    })?;
    Ok(present)
}

fn ask_twice(words: &Words, prompt: &str) -> Result<Zeroizing<String>, Trouble> {
    let new = ask::passphrase(words, prompt)?;
    if io::stdin().is_terminal() && *ask::passphrase(words, "cli-ask-again")? != *new {
        return Err(Trouble::PassphrasesDiffer);
    }
    Ok(new)
}
