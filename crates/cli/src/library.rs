//! `durumi library …` and `durumi search`.

use std::{path::PathBuf, process::ExitCode};

use clap::ArgMatches;
use durumi_api::{
    AppMode, AppStateAsk, Failure, LibraryArticle, LibraryArticles, LibraryContacts, LibraryPhrases,
    NotebookUnlock, PackInstall, PackList, PackRemove, PlaceList, PlaceShow, Search,
};
use durumi_app::App;
use durumi_base::Language;
use durumi_packs::{build, trust};

use crate::{ask, easy, pack, print, trouble::Trouble, words::Words};

/// Carries out a command about the library.
pub(crate) fn run(name: &str, matches: &ArgMatches, words: &Words) -> Result<ExitCode, Trouble> {
    match (name, matches.subcommand()) {
        ("search", _) => search(matches, words)?,
        (_, Some(("install", matches))) => install(matches, words)?,
        (_, Some(("update", matches))) => update(matches, words)?,
        (_, Some(("show", matches))) => show(matches, words)?,
        (_, Some(("contacts", matches))) => contacts(matches, words)?,
        (_, Some(("cards", matches))) => cards(matches, words)?,
        (_, Some(("packs", matches))) => packs(matches, words)?,
        (_, Some(("remove", matches))) => remove(matches, words)?,
        (_, Some(("places", matches))) => places(matches, words)?,
        (_, Some(("place", matches))) => place(matches, words)?,
        (_, Some((_, matches))) => list(matches, words)?,
        (_, None) => {}
    }
    Ok(ExitCode::SUCCESS)
}

fn search(matches: &ArgMatches, words: &Words) -> Result<(), Failure> {
    let app = start(matches, words)?;
    if matches.get_flag("notebook") {
        unlock(&app, words)?;
    } else {
        unlock_if_closed(&app, words)?;
    }
    let query = matches.get_one::<String>("query").cloned().unwrap_or_default();
    let limit = matches.get_one::<u32>("limit").copied().unwrap_or(10);
    let hits = app.search(Search {
        query,
        limit,
        language: Some(words.language),
    })?;
    print::hits(words, &hits);
    Ok(())
}

/// An author tries out a pack: what was checked and built here, by this person, from plain files.
fn install(matches: &ArgMatches, words: &Words) -> Result<(), Failure> {
    let source = pack::read(matches.get_one::<PathBuf>("source").ok_or(Failure::Internal)?)?;
    let built = build(&source).map_err(|_| Failure::Internal)?;
    let app = start(matches, words)?;
    unlock_if_closed(&app, words)?;
    app.install_pack(&trust::built_here(&built))?;
    say!("{}", words.text("cli-installed"));
    Ok(())
}

/// Looks at signed packs and installs what is newer.
fn update(matches: &ArgMatches, words: &Words) -> Result<(), Failure> {
    let place = matches.get_one::<PathBuf>("place").ok_or(Failure::Internal)?;
    let app = start(matches, words)?;
    unlock_if_closed(&app, words)?;
    let offer = app.look_at(place, words.language)?;
    print::offer(words, &offer);
    if !matches.get_flag("look") {
        app.pack_install(PackInstall {})?;
        say!("{}", words.text("update-installed"));
    }
    Ok(())
}

fn list(matches: &ArgMatches, words: &Words) -> Result<(), Failure> {
    let app = open(matches, words)?;
    for card in app.library_articles(LibraryArticles {
        language: words.language,
    })? {
        say!("{}\t{}", card.id, card.title);
    }
    Ok(())
}

fn show(matches: &ArgMatches, words: &Words) -> Result<(), Failure> {
    let app = open(matches, words)?;
    let id = matches.get_one::<String>("article").cloned().unwrap_or_default();
    let beside = matches.get_one::<Language>("beside").copied();
    let languages = std::iter::once(words.language).chain(beside).collect();
    let mut article = app.library_article(LibraryArticle { id, languages })?;
    if matches.get_flag("easy") {
        easy::choose(&mut article);
    }
    print::article(words, &article);
    Ok(())
}

fn contacts(matches: &ArgMatches, words: &Words) -> Result<(), Failure> {
    let app = open(matches, words)?;
    for contact in app.library_contacts(LibraryContacts {
        language: words.language,
    })? {
        let phones: Vec<_> = contact.phones.iter().map(|phone| phone.number.as_str()).collect();
        // What to be careful about is read before the number.
        say!(
            "{}\t{}\n{}\n{}\n{}\n{}\n",
            contact.id,
            contact.name,
            print::status(words, &contact),
            contact.serves,
            contact.risk,
            phones.join(", ")
        );
    }
    Ok(())
}

fn cards(matches: &ArgMatches, words: &Words) -> Result<(), Failure> {
    let app = open(matches, words)?;
    for phrase in app.library_phrases(LibraryPhrases {})? {
        for text in phrase
            .texts
            .iter()
            .filter(|text| [words.language, Language::Ru].contains(&text.language))
        {
            say!("{}", text.text);
        }
        say!();
    }
    Ok(())
}

/// The packs that are here, what the last update of each changed, and which nobody lists any more.
fn packs(matches: &ArgMatches, words: &Words) -> Result<(), Failure> {
    let app = open(matches, words)?;
    let language = words.language;
    for pack in app.pack_list(PackList { language })? {
        let version = words.text_with("update-version", [("version", pack.version.into())]);
        say!("{}\t{}\t{version}", pack.id, pack.title);
        if pack.withdrawn {
            say!("! {}", words.text("update-withdrawn"));
        }
        if let Some(before) = pack.before {
            say!(
                "{}",
                words.text_with("update-changed-since", [("version", before.into())])
            );
            print::changes(words, &pack.changes);
        }
    }
    Ok(())
}

fn remove(matches: &ArgMatches, words: &Words) -> Result<(), Failure> {
    let app = open(matches, words)?;
    let id = matches.get_one::<String>("pack").cloned().unwrap_or_default();
    app.pack_remove(PackRemove { id })?;
    say!("{}", words.text("update-removed"));
    Ok(())
}

fn places(matches: &ArgMatches, words: &Words) -> Result<(), Failure> {
    let app = open(matches, words)?;
    for card in app.place_list(PlaceList {
        language: words.language,
    })? {
        say!("{}\t{}", card.id, card.name);
    }
    Ok(())
}

fn place(matches: &ArgMatches, words: &Words) -> Result<(), Failure> {
    let app = open(matches, words)?;
    let id = matches.get_one::<String>("place").cloned().unwrap_or_default();
    let language = words.language;
    print::place(words, &app.place_show(PlaceShow { id, language })?);
    Ok(())
}

pub(crate) fn open(matches: &ArgMatches, words: &Words) -> Result<App, Failure> {
    let app = start(matches, words)?;
    unlock_if_closed(&app, words)?;
    Ok(app)
}

/// Asks for the passphrase when the library cannot be read without it.
fn unlock_if_closed(app: &App, words: &Words) -> Result<(), Failure> {
    if app.app_state(AppStateAsk {})?.library_open {
        Ok(())
    } else {
        unlock(app, words)
    }
}

/// Starts the program and says what should be known about its files.
pub(crate) fn start(matches: &ArgMatches, words: &Words) -> Result<App, Failure> {
    let app = crate::start(matches)?;
    print::notices(words, &app.app_state(AppStateAsk {})?.notices, &[]);
    Ok(app)
}

/// Asks for the passphrase and opens the notebook.
pub(crate) fn unlock(app: &App, words: &Words) -> Result<(), Failure> {
    let before = app.app_state(AppStateAsk {})?;
    if before.mode == AppMode::Reading {
        return Err(Failure::NoNotebook);
    }
    let mut typed = ask::passphrase(words, "cli-ask-passphrase")?;
    if typed.is_empty() {
        return Err(Failure::Locked);
    }
    let after = app.notebook_unlock(NotebookUnlock {
        passphrase: std::mem::take(&mut *typed),
    })?;
    print::notices(words, &after.notices, &before.notices);
    Ok(())
}
