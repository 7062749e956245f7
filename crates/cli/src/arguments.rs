//! What can be typed after `durumi`. Every word of help comes from `locales/`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};
use durumi_base::Language;

use crate::words::Words;

/// The whole command line.
pub(crate) fn command(words: &Words) -> Command {
    Command::new("durumi")
        .about(words.text("cli-about"))
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(
            Arg::new("data")
                .long("data")
                .value_name("DIR")
                .global(true)
                .value_parser(value_parser!(PathBuf))
                .help(words.text("cli-data")),
        )
        .arg(language("language").global(true).help(words.text("cli-language")))
        .subcommands([
            leaf(words, "batch", "batch"),
            leaf(words, "search", "search")
                .arg(text("query"))
                .arg(
                    Arg::new("limit")
                        .long("limit")
                        .default_value("10")
                        .value_parser(value_parser!(u32)),
                )
                .arg(flag("notebook").help(words.text("cli-search-notebook"))),
            group(words, "library", library(words)),
            group(words, "notebook", notebook(words)),
            group(words, "case", case(words)),
            group(words, "note", note(words)),
            group(words, "file", file(words)),
            group(words, "sync", sync(words)),
            group(words, "pack", pack(words)),
        ])
}

fn library(words: &Words) -> Vec<Command> {
    vec![
        leaf(words, "library-install", "install").arg(path("source")),
        leaf(words, "library-list", "list"),
        leaf(words, "library-show", "show")
            .arg(text("article"))
            .arg(language("beside").help(words.text("cli-library-beside"))),
        leaf(words, "library-contacts", "contacts"),
        leaf(words, "library-cards", "cards"),
        leaf(words, "library-places", "places"),
        leaf(words, "library-place", "place").arg(text("place")),
    ]
}

fn notebook(words: &Words) -> Vec<Command> {
    vec![
        leaf(words, "notebook-create", "create")
            .arg(flag("open-shelf").help(words.text("cli-notebook-open-shelf"))),
        leaf(words, "notebook-unlock", "unlock"),
    ]
}

fn case(words: &Words) -> Vec<Command> {
    vec![
        leaf(words, "case-new", "new"),
        leaf(words, "case-list", "list"),
        leaf(words, "case-show", "show").arg(text("case")),
        leaf(words, "case-rename", "rename").arg(text("case")),
        leaf(words, "case-delete", "delete").arg(text("case")),
    ]
}

fn note(words: &Words) -> Vec<Command> {
    let date = Arg::new("date")
        .long("date")
        .value_name("2026-11-24")
        .help(words.text("cli-note-date"));
    let place = flag("place").help(words.text("cli-note-place"));
    vec![
        leaf(words, "note-add", "add")
            .arg(text("case"))
            .args([&date, &place]),
        leaf(words, "note-edit", "edit")
            .arg(text("note"))
            .args([&date, &place]),
        leaf(words, "note-delete", "delete").arg(text("note")),
    ]
}

fn file(words: &Words) -> Vec<Command> {
    vec![
        leaf(words, "file-add", "add").arg(text("case")).arg(path("file")),
        leaf(words, "file-read", "read").arg(text("file")),
        leaf(words, "file-delete", "delete").arg(text("file")),
    ]
}

fn sync(words: &Words) -> Vec<Command> {
    vec![
        leaf(words, "sync-folder", "folder").arg(path("folder")),
        leaf(words, "sync-now", "now"),
        leaf(words, "sync-list", "list"),
        leaf(words, "sync-forget", "forget").arg(text("id")),
        leaf(words, "sync-invite", "invite").arg(path("file")),
        leaf(words, "sync-join", "join")
            .arg(path("file"))
            .arg(flag("open-shelf").help(words.text("cli-notebook-open-shelf"))),
    ]
}

fn pack(words: &Words) -> Vec<Command> {
    vec![
        leaf(words, "pack-check", "check").arg(path("source")),
        leaf(words, "pack-build", "build")
            .arg(path("source"))
            .arg(path("out")),
    ]
}

/// A command with commands below it; its help is `cli-<name>`.
fn group(words: &Words, name: &'static str, commands: Vec<Command>) -> Command {
    leaf(words, name, name)
        .subcommands(commands)
        .subcommand_required(true)
        .arg_required_else_help(true)
}

/// A command whose help is `cli-<id>`.
fn leaf(words: &Words, id: &str, name: &'static str) -> Command {
    Command::new(name).about(words.text(&format!("cli-{id}")))
}

fn text(name: &'static str) -> Arg {
    Arg::new(name).required(true)
}

fn path(name: &'static str) -> Arg {
    text(name).value_parser(value_parser!(PathBuf))
}

fn language(name: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("LANGUAGE")
        .value_parser(|tag: &str| tag.parse::<Language>())
}

fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_and_has_words_in_every_language() {
        for language in Language::ALL {
            command(&Words::new(language)).debug_assert();
        }
    }
}
