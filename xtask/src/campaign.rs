//! `cargo xtask campaign NAME [--smoke]`: something tried many times.
//!
//! A campaign ends with lines `figure <name> <value> <goal> ok|short` and fails if any is short.

use std::process::Command;

use crate::steps::{Outcome, failed, step};
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
pub const NAMES: &[&str] = &["input", "memory", "lock", "disk"];

const ABOUT: &str = "\
cargo xtask campaign NAME [--smoke]

  disk    30 minutes (--minutes N) of use on a disk image, which is then searched for 1,000 planted words; needs root
  input   200 Korean sentences typed through an input method into note, search and passphrase; nothing may be lost or doubled
  lock    200 locks (--locks N) at rest and as many during an import: when the screen is blank, when the keys are gone
  memory  100 locks (--rounds N), after each the memory of every process searched for 500 planted words and keys; needs root
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
