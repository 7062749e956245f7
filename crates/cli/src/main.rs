//! The `durumi` command: everything the window can do, headless, and making packs.

#[macro_use]
mod say;

mod arguments;
mod ask;
mod backup;
mod batch;
mod deadline;
mod easy;
mod library;
mod notebook;
mod pack;
mod print;
mod repository;
mod safety;
mod second;
mod sync;
mod trouble;
mod vault;
mod words;

use std::process::ExitCode;

use clap::ArgMatches;
use durumi_api::Failure;
use durumi_app::{App, DataFolder, StartOptions};
use zeroizing_alloc::ZeroAlloc;

use crate::{trouble::Trouble, words::Words};

/// What was written or read must not stay in memory that was given back.
#[global_allocator]
static MEMORY: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    durumi_app::keep_memory_private();
    let words = Words::for_arguments(std::env::args_os().skip(1));
    let matches = arguments::command(&words).get_matches();
    match run(&matches, &words) {
        Ok(code) => code,
        Err(trouble) => {
            print::trouble(&words, &trouble);
            ExitCode::FAILURE
        }
    }
}

fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Trouble> {
    let Some((name, matches)) = matches.subcommand() else {
        return Ok(ExitCode::FAILURE);
    };
    match name {
        "batch" => Ok(batch::run(matches, words)),
        "pack" => pack::run(matches, words),
        "deadline" => deadline::run(matches, words),
        "vault" => vault::run(matches, words),
        "library" | "search" => library::run(name, matches, words),
        "sync" => sync::run(matches, words),
        _ => notebook::run(name, matches, words),
    }
}

/// Starts the program on the folder that `--data` names, or on this system's usual one.
fn start(matches: &ArgMatches) -> Result<App, Failure> {
    let folder = matches
        .get_one::<std::path::PathBuf>("data")
        .map_or_else(DataFolder::default_place, |path| DataFolder::at(path.clone()));
    App::start(StartOptions::new(folder))
}
