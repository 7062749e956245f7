//! `durumi notebook …`, `case …`, `note …` and `file …`.
//!
//! The passphrase is the first line of standard input when that is not a terminal; a case's name or a note's
//! place is the next, and a note's text is the rest. None of them ever stands in an argument.

use std::{
    fs::File,
    io::{self, IsTerminal, Read, Write},
    path::PathBuf,
    process::ExitCode,
    str::FromStr,
};

use base64::{Engine, prelude::BASE64_STANDARD};
use clap::ArgMatches;
use durumi_api::{
    AttachmentAdd, AttachmentDelete, AttachmentFinish, AttachmentRead, AttachmentStart, CaseCreate,
    CaseDelete, CaseList, CaseRename, CaseShow, Failure, NoteDelete, NoteSave, NoteShow, NotebookCreate,
    Shelf,
};
use durumi_app::App;
use durumi_base::Date;
use zeroize::Zeroizing;

use crate::{
    ask, backup,
    library::{start, unlock},
    safety, second,
    trouble::Trouble,
    words::Words,
};

/// The day of a note as it was given: one, or none.
struct Day(Option<Date>);

/// Carries out a command about the notebook.
pub(crate) fn run(group: &str, matches: &ArgMatches, words: &Words) -> Result<ExitCode, Trouble> {
    let Some((name, matches)) = matches.subcommand() else {
        return Ok(ExitCode::FAILURE);
    };
    // What is mistyped is said before a passphrase is asked for.
    let day = if group == "note" { day(matches)? } else { None };
    let app = start(matches, words)?;
    if (group, name) == ("notebook", "create") {
        create(&app, matches, words)?;
        return Ok(ExitCode::SUCCESS);
    }
    if group == "notebook" && safety::run(name, &app, matches, words)?.is_some() {
        return Ok(ExitCode::SUCCESS);
    }
    match (group, name) {
        ("notebook", "second") => return second::create(&app, words),
        ("notebook", "forget-other") => return second::forget_other(&app, words),
        ("notebook", "erase") => return second::erase(&app, words),
        ("notebook", "backup" | "check-backup" | "restore") => {
            return backup::run(name, &app, matches, words);
        }
        _ => {}
    }
    unlock(&app, words)?;
    match (group, name) {
        ("case", "new") => {
            let title = ask_title(words)?;
            say!("{}", app.case_create(CaseCreate { title })?.id);
        }
        ("case", "rename") => {
            app.case_rename(CaseRename {
                case_id: id(matches, "case")?,
                title: ask_title(words)?,
            })?;
        }
        ("case", "list") => {
            for case in app.case_list(CaseList {})? {
                say!("{}\t{}\t{}", case.id, case.notes, case.title);
            }
        }
        ("case", "show") => show_case(&app, matches)?,
        ("case", "delete") => {
            app.case_delete(CaseDelete {
                case_id: id(matches, "case")?,
            })?;
        }
        ("note", "add") => add_note(&app, matches, day, words)?,
        ("note", "edit") => edit_note(&app, matches, day, words)?,
        ("note", "delete") => {
            app.note_delete(NoteDelete {
                note_id: id(matches, "note")?,
            })?;
        }
        ("file", "add") => add_file(&app, matches)?,
        ("file", "read") => read_file(&app, matches)?,
        ("file", "delete") => {
            app.attachment_delete(AttachmentDelete {
                id: id(matches, "file")?,
            })?;
        }
        _ => say!("{}", words.text("cli-unlocked")),
    }
    Ok(ExitCode::SUCCESS)
}

fn create(app: &App, matches: &ArgMatches, words: &Words) -> Result<(), Trouble> {
    let mut typed = ask::passphrase(words, "cli-ask-new-passphrase")?;
    if io::stdin().is_terminal() && *ask::passphrase(words, "cli-ask-again")? != *typed {
        return Err(Trouble::PassphrasesDiffer);
    }
    let shelf = if matches.get_flag("open-shelf") {
        Shelf::Open
    } else {
        Shelf::Closed
    };
    app.notebook_create(NotebookCreate {
        passphrase: std::mem::take(&mut *typed),
        shelf,
    })?;
    say!("{}", words.text("cli-created"));
    Ok(())
}

fn show_case(app: &App, matches: &ArgMatches) -> Result<(), Failure> {
    let view = app.case_show(CaseShow {
        case_id: id(matches, "case")?,
    })?;
    say!("{}", view.case.title);
    for note in view.notes {
        let date = note.date.map(|date| date.to_string()).unwrap_or_default();
        say!("\n{}\t{date}\t{}\n{}", note.id, note.place, note.text);
    }
    for file in view.attachments {
        say!("\n{}\t{}\t{}", file.id, file.size, file.name);
    }
    Ok(())
}

fn add_note(app: &App, matches: &ArgMatches, day: Option<Day>, words: &Words) -> Result<(), Failure> {
    let place = ask_place(matches, words)?.unwrap_or_default();
    let mut text = ask::text(words)?;
    let note = app.note_save(NoteSave {
        case_id: id(matches, "case")?,
        note_id: None,
        date: day.and_then(|Day(date)| date),
        place,
        text: std::mem::take(&mut *text),
    })?;
    say!("{}", note.id);
    Ok(())
}

/// Writes a note anew. The day and the place stay where nothing is said of them.
fn edit_note(app: &App, matches: &ArgMatches, day: Option<Day>, words: &Words) -> Result<(), Failure> {
    let old = app.note_show(NoteShow {
        note_id: id(matches, "note")?,
    })?;
    let place = ask_place(matches, words)?.unwrap_or(old.place);
    let mut text = ask::text(words)?;
    app.note_save(NoteSave {
        case_id: old.case_id,
        note_id: Some(old.id),
        date: day.map_or(old.date, |Day(date)| date),
        place,
        text: std::mem::take(&mut *text),
    })?;
    Ok(())
}

fn add_file(app: &App, matches: &ArgMatches) -> Result<(), Trouble> {
    let path = matches.get_one::<PathBuf>("file").ok_or(Failure::Internal)?;
    let mut file = File::open(path).map_err(|_| Trouble::FileUnreadable)?;
    let size = file.metadata().map_err(|_| Trouble::FileUnreadable)?.len();
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let media_type = media_type(&name).to_owned();
    let ticket = app.attachment_start(AttachmentStart {
        case_id: id(matches, "case")?,
        name,
        media_type,
        size,
    })?;
    let mut left = size;
    while left > 0 {
        let length = left.min(u64::from(ticket.chunk_bytes));
        let mut bytes = Zeroizing::new(Vec::new());
        let read = (&mut file).take(length).read_to_end(&mut bytes);
        read.map_err(|_| Trouble::FileUnreadable)?;
        app.attachment_add(AttachmentAdd {
            id: ticket.id,
            data: BASE64_STANDARD.encode(&*bytes),
        })?;
        left -= length;
    }
    say!(
        "{}",
        app.attachment_finish(AttachmentFinish { id: ticket.id })?.id
    );
    Ok(())
}

/// Writes a file's bytes to standard output, where the person said they should go.
fn read_file(app: &App, matches: &ArgMatches) -> Result<(), Failure> {
    let id = id(matches, "file")?;
    let mut out = io::stdout().lock();
    for chunk in 0.. {
        let data = app.attachment_read(AttachmentRead { id, chunk })?;
        let bytes = BASE64_STANDARD
            .decode(data.data)
            .map(Zeroizing::new)
            .map_err(|_| Failure::Internal)?;
        out.write_all(&bytes).map_err(|_| Failure::NotWritable)?;
        if data.last {
            break;
        }
    }
    out.flush().map_err(|_| Failure::NotWritable)
}

fn ask_title(words: &Words) -> Result<String, Failure> {
    let mut title = ask::line(words, "cli-ask-title", "title")?;
    Ok(std::mem::take(&mut *title))
}

/// The place, when it was said that there is one.
fn ask_place(matches: &ArgMatches, words: &Words) -> Result<Option<String>, Failure> {
    if !matches.get_flag("place") {
        return Ok(None);
    }
    let mut place = ask::line(words, "cli-ask-place", "place")?;
    Ok(Some(std::mem::take(&mut *place)))
}

/// The day that `--date` gives; an empty one is no day.
fn day(matches: &ArgMatches) -> Result<Option<Day>, Trouble> {
    match matches.try_get_one::<String>("date").ok().flatten() {
        None => Ok(None),
        Some(typed) if typed.is_empty() => Ok(Some(Day(None))),
        Some(typed) => typed
            .parse()
            .map(|date| Some(Day(Some(date))))
            .map_err(|_| Trouble::NoDay),
    }
}

fn id<T: FromStr>(matches: &ArgMatches, name: &'static str) -> Result<T, Failure> {
    let text = matches
        .get_one::<String>(name)
        .map(String::as_str)
        .unwrap_or_default();
    text.parse().map_err(|_| Failure::BadRequest {
        what: name.to_owned(),
    })
}

/// Of the types that are shown inside; everything else is kept as it is.
fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().map(str::to_ascii_lowercase).as_deref() {
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("txt") => "text/plain",
        _ => "application/octet-stream",
    }
}
