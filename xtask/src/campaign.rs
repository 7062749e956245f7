//! `cargo xtask campaign NAME [--smoke]`: something tried many times.
//!
//! A campaign ends with lines `figure <name> <value> <goal> ok|short` and fails if any is short.

use std::process::Command;

use crate::steps::{Outcome, cargo, failed, step};
use crate::{test, tools, ui, window};

/// How long to go on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// As long as the figure needs.
    Full,
    /// A few times, to see that the campaign itself still works.
    Smoke,
}

/// The campaigns there are.
pub const NAMES: &[&str] = &["disk", "input", "lock", "memory", "queries", "search"];

/// Those whose smoke is part of every test. The others measure times, need a disk of their own, or are done by a test.
pub const SMOKES: &[&str] = &["input", "memory", "search"];

const ABOUT: &str = "\
cargo xtask campaign NAME [--smoke]

  disk    30 minutes (--minutes N) of use on a disk image, which is then searched for 1,000 planted words; needs root
  input   200 Korean sentences typed through an input method into note, search and passphrase; nothing may be lost or doubled
  lock    200 locks (--locks N) at rest and as many during an import: when the screen is blank, when the keys are gone
  memory  100 locks (--rounds N), after each the memory of every process searched for 500 planted words and keys; needs root
  queries 200,000 spoilt queries to the library and a notebook; none may fail or hang
  search  40 words searched for while an input method composes them; results from the first syllable, never an empty list
";

/// Runs a campaign.
pub fn campaign(arguments: &[&str]) -> Outcome {
    let (name, extent, more): (_, _, &[&str]) = match arguments {
        [name, "--smoke"] => (*name, Extent::Smoke, &[]),
        [name, more @ ..] => (*name, Extent::Full, more),
        _ => {
            print!("{ABOUT}");
            return Ok(());
        }
    };
    if !NAMES.contains(&name) {
        return failed("campaign", format!("there is no {name:?}\n{ABOUT}"));
    }
    tools::to_test()?;
    ui::build()?;
    let mut command = command(name, extent)?;
    command.args(more);
    step(&format!("campaign {name}"), command)
}

/// The command that runs a campaign, with all that it needs built.
pub fn command(name: &str, extent: Extent) -> Outcome<Command> {
    match name {
        "queries" => Ok(queries(extent)),
        _ => in_the_window(name, extent),
    }
}

fn queries(extent: Extent) -> Command {
    let (times, profile) = match extent {
        // What the tests have built already.
        Extent::Smoke => ("150", "dev"),
        Extent::Full => ("200000", "release"),
    };
    let test = [
        "test",
        "--profile",
        profile,
        "--locked",
        "--quiet",
        "--package",
        "durumi-tests",
        "--test",
        "search",
        "spoilt",
        "--",
        "--nocapture",
    ];
    let mut command = cargo(&test);
    command.env("DURUMI_FUZZ", times);
    command
}

fn in_the_window(name: &str, extent: Extent) -> Outcome<Command> {
    let mut command = test::node(
        &format!("tests/e2e/window/{name}.mjs"),
        if extent == Extent::Smoke {
            &["--smoke"]
        } else {
            &[]
        },
    );
    command
        .env("DURUMI_WINDOW", window::drivable()?)
        .env("TAURI_DRIVER", tools::tauri_driver()?);
    if name != "input" {
        command
            .env("DURUMI_SHIPPED", window::shipped()?)
            .env("DURUMI_CLI", window::command_line()?)
            .env("DURUMI_TRACES", window::traces()?);
    }
    Ok(command)
}
