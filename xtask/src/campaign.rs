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
pub const NAMES: &[&str] = &["input", "passphrase"];
/// Those that need no window: programs of `tests/campaigns`.
const HEADLESS: &[&str] = &["passphrase"];

const ABOUT: &str = "\
cargo xtask campaign NAME [--smoke]

  input       200 Korean sentences typed through an input method into note, search and passphrase; nothing may be lost or doubled
  passphrase  1,000 passphrases under every wrong layout, 10,000 recoveries, every bit of the keys file flipped
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
    if !HEADLESS.contains(&name) {
        tools::to_test()?;
        ui::build()?;
    }
    step(&format!("campaign {name}"), command(name, extent)?)
}

/// The command that runs a campaign, with all that it needs built.
pub fn command(name: &str, extent: Extent) -> Outcome<Command> {
    if HEADLESS.contains(&name) {
        let example = format!("campaign-{name}");
        let mut command = cargo(&[
            "run",
            "--locked",
            "--quiet",
            "--package",
            "durumi-tests",
            "--example",
            &example,
            "--",
        ]);
        if extent == Extent::Smoke {
            command.arg("--smoke");
        }
        return Ok(command);
    }
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
