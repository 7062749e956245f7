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
pub const NAMES: &[&str] = &["input", "search"];

const ABOUT: &str = "\
cargo xtask campaign NAME [--smoke]

  input   200 Korean sentences typed through an input method into note, search and passphrase; nothing may be lost or doubled
  search  40 words searched for while an input method composes them; results from the first syllable, never an empty list
";

/// Runs a campaign.
pub fn campaign(arguments: &[&str]) -> Outcome {
    let (name, extent) = match arguments {
        [name] => (*name, Extent::Full),
        [name, "--smoke"] => (*name, Extent::Smoke),
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
    step(&format!("campaign {name}"), command(name, extent)?)
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
    Ok(command)
}
