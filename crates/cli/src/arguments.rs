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
            leaf(words, "deadline", "deadline")
                .arg(Arg::new("id").help(words.text("cli-deadline-id")))
                .arg(
                    Arg::new("day")
                        .value_name("2026-11-24")
                        .help(words.text("cli-deadline-day")),
                ),
            group(words, "library", library(words)),
            group(words, "notebook", notebook(words)),
            group(words, "case", case(words)),
            group(words, "note", note(words)),
            group(words, "file", file(words)),
            group(words, "sync", sync(words)),
            group(words, "vault", vec![leaf(words, "vault-check", "check")]),
            group(words, "pack", pack(words)),
        ])
}

fn library(words: &Words) -> Vec<Command> {
    vec![
        leaf(words, "library-install", "install").arg(path("source")),
        leaf(words, "library-update", "update")
            .arg(path("place"))
            .arg(flag("look").help(words.text("cli-library-look"))),
        leaf(words, "library-list", "list"),
        leaf(words, "library-show", "show")
            .arg(text("article"))
            .arg(language("beside").help(words.text("cli-library-beside")))
            .arg(flag("easy").help(words.text("cli-library-easy"))),
        leaf(words, "library-contacts", "contacts"),
        leaf(words, "library-cards", "cards"),
        leaf(words, "library-packs", "packs"),
        leaf(words, "library-remove", "remove").arg(text("pack")),
        leaf(words, "library-places", "places"),
        leaf(words, "library-place", "place").arg(text("place")),
    ]
}

fn notebook(words: &Words) -> Vec<Command> {
    vec![
        leaf(words, "notebook-create", "create")
            .arg(flag("open-shelf").help(words.text("cli-notebook-open-shelf"))),
        leaf(words, "notebook-unlock", "unlock"),
        leaf(words, "notebook-passphrase", "passphrase"),
        leaf(words, "notebook-recovery", "recovery")
            .arg(flag("shares").help(words.text("cli-notebook-shares"))),
        leaf(words, "notebook-recovery-try", "recovery-try")
            .arg(flag("shares").help(words.text("cli-notebook-shares"))),
        leaf(words, "notebook-recovery-remove", "recovery-remove")
            .arg(flag("shares").help(words.text("cli-notebook-shares"))),
        leaf(words, "notebook-recover", "recover")
            .arg(flag("shares").help(words.text("cli-notebook-shares"))),
        leaf(words, "notebook-erase-after", "erase-after")
            .arg(Arg::new("tries").required(true).value_parser(value_parser!(u32))),
        leaf(words, "notebook-second", "second"),
        leaf(words, "notebook-forget-other", "forget-other"),
        leaf(words, "notebook-erase", "erase"),
        leaf(words, "notebook-backup", "backup").arg(path("out")),
        leaf(words, "notebook-check-backup", "check-backup").arg(path("file")),
        leaf(words, "notebook-restore", "restore").arg(path("file")),
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
        leaf(words, "sync-on", "on").arg(text("id")),
        leaf(words, "sync-off", "off").arg(text("id")),
        leaf(words, "sync-leave", "leave"),
        leaf(words, "sync-new-keys", "new-keys"),
        leaf(words, "sync-take-keys", "take-keys").arg(path("file")),
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
        leaf(words, "pack-new", "new").arg(path("folder")).arg(text("id")),
        group_of(words, "pack-keys", "keys", pack_keys(words)),
        leaf(words, "pack-sign", "sign")
            .arg(path("repository"))
            .arg(option("pack", "FOLDER").help(words.text("cli-pack-pack")))
            .args(key(words)),
        leaf(words, "pack-publish", "publish")
            .arg(path("repository"))
            .arg(path("to"))
            .arg(count("days", "90").help(words.text("cli-pack-days")))
            .args(key(words)),
        leaf(words, "pack-verify", "verify")
            .arg(path("place"))
            .arg(option("root", "FILE").help(words.text("cli-pack-root"))),
        leaf(words, "pack-diff", "diff").arg(path("old")).arg(path("new")),
        group_of(words, "pack-contacts", "contacts", pack_contacts(words)),
    ]
}

fn pack_keys(words: &Words) -> Vec<Command> {
    let holders = |name| {
        option(name, "FILE")
            .required(true)
            .action(ArgAction::Append)
            .help(words.text("cli-pack-holder"))
    };
    let threshold = |usual| count("threshold", usual).help(words.text("cli-pack-threshold"));
    vec![
        leaf(words, "pack-keys-make", "make").arg(path("file")).arg(
            Arg::new("name")
                .long("name")
                .required(true)
                .help(words.text("cli-pack-name")),
        ),
        leaf(words, "pack-keys-roles", "roles")
            .arg(path("repository"))
            .args([holders("root"), holders("targets"), holders("publish")])
            .arg(threshold("2")),
        leaf(words, "pack-keys-pack", "pack")
            .arg(path("repository"))
            .arg(text("pack"))
            .arg(holders("by"))
            .arg(threshold("1")),
        leaf(words, "pack-keys-withdraw", "withdraw")
            .arg(path("repository"))
            .arg(text("pack"))
            .arg(flag("development").help(words.text("cli-pack-development"))),
    ]
}

fn pack_contacts(words: &Words) -> Vec<Command> {
    vec![
        leaf(words, "pack-contacts-export", "export")
            .arg(path("source"))
            .arg(path("sheet")),
        leaf(words, "pack-contacts-import", "import")
            .arg(path("source"))
            .arg(path("sheet")),
    ]
}

/// A secret key, or the keys that everybody has.
fn key(words: &Words) -> [Arg; 2] {
    [
        option("key", "FILE")
            .required_unless_present("development")
            .help(words.text("cli-pack-key")),
        flag("development")
            .conflicts_with("key")
            .help(words.text("cli-pack-development")),
    ]
}

fn option(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .value_parser(value_parser!(PathBuf))
}

fn count(name: &'static str, usual: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .default_value(usual)
        .value_parser(value_parser!(u32).range(1..=36_500))
}

/// A command with commands below it; its help is `cli-<name>`.
fn group(words: &Words, name: &'static str, commands: Vec<Command>) -> Command {
    group_of(words, name, name, commands)
}

fn group_of(words: &Words, id: &str, name: &'static str, commands: Vec<Command>) -> Command {
    leaf(words, id, name)
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
