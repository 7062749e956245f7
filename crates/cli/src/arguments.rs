//! What can be typed after `durumi`. Every word of help comes from `locales/`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};
use durumi_base::{Date, Language};

use crate::words::Words;

/// The whole command line.
pub(crate) fn command(words: &Words) -> Command {
    let group = |name: &'static str, commands: Vec<Command>| {
        Command::new(name)
            .about(words.text(&format!("cli-{name}")))
            .subcommands(commands)
            .subcommand_required(true)
            .arg_required_else_help(true)
    };
    let leaf = |id: &str, name: &'static str| Command::new(name).about(words.text(&format!("cli-{id}")));
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
        .arg(
            Arg::new("language")
                .long("language")
                .value_name("LANGUAGE")
                .global(true)
                .value_parser(|tag: &str| tag.parse::<Language>())
                .help(words.text("cli-language")),
        )
        .subcommands([
            leaf("batch", "batch"),
            leaf("search", "search")
                .arg(Arg::new("query").required(true))
                .arg(number("limit").default_value("10"))
                .arg(flag("notebook").help(words.text("cli-search-notebook"))),
            group(
                "library",
                vec![
                    leaf("library-install", "install").arg(path("source")),
                    leaf("library-list", "list"),
                    leaf("library-show", "show")
                        .arg(Arg::new("article").required(true))
                        .arg(
                            Arg::new("beside")
                                .long("beside")
                                .value_parser(|tag: &str| tag.parse::<Language>())
                                .help(words.text("cli-library-beside")),
                        ),
                    leaf("library-contacts", "contacts"),
                    leaf("library-cards", "cards"),
                ],
            ),
            group(
                "notebook",
                vec![
                    leaf("notebook-create", "create")
                        .arg(flag("open-shelf").help(words.text("cli-notebook-open-shelf"))),
                    leaf("notebook-unlock", "unlock"),
                ],
            ),
            group(
                "case",
                vec![
                    leaf("case-new", "new").arg(Arg::new("title").required(true)),
                    leaf("case-list", "list"),
                    leaf("case-show", "show").arg(Arg::new("case").required(true)),
                    leaf("case-delete", "delete").arg(Arg::new("case").required(true)),
                ],
            ),
            group(
                "note",
                vec![
                    leaf("note-add", "add")
                        .arg(Arg::new("case").required(true))
                        .arg(
                            Arg::new("date")
                                .long("date")
                                .value_name("2026-11-24")
                                .value_parser(|day: &str| day.parse::<Date>()),
                        )
                        .arg(Arg::new("place").long("place").default_value("")),
                    leaf("note-delete", "delete").arg(Arg::new("note").required(true)),
                ],
            ),
            group(
                "file",
                vec![
                    leaf("file-add", "add")
                        .arg(Arg::new("case").required(true))
                        .arg(path("file")),
                    leaf("file-read", "read").arg(Arg::new("file").required(true)),
                    leaf("file-delete", "delete").arg(Arg::new("file").required(true)),
                ],
            ),
            group(
                "pack",
                vec![
                    leaf("pack-check", "check").arg(path("source")),
                    leaf("pack-build", "build").arg(path("source")).arg(path("out")),
                ],
            ),
        ])
}

fn path(name: &'static str) -> Arg {
    Arg::new(name).required(true).value_parser(value_parser!(PathBuf))
}

fn number(name: &'static str) -> Arg {
    Arg::new(name).long(name).value_parser(value_parser!(u32))
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
