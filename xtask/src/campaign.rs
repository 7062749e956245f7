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
pub const NAMES: &[&str] = &["input", "sync"];

const ABOUT: &str = "\
cargo xtask campaign NAME [--smoke]

  input   200 Korean sentences typed through an input method into note, search and passphrase; nothing may be lost or doubled
  sync    5,000,000 steps of two to six devices that sync through hostile places; nothing may be lost, all must agree
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
    if name != "sync" {
        tools::to_test()?;
        ui::build()?;
    }
    step(&format!("campaign {name}"), command(name, extent)?)
}

/// The command that runs a campaign, with all that it needs built.
pub fn command(name: &str, extent: Extent) -> Outcome<Command> {
    if name == "sync" {
        return Ok(sync(extent));
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

/// Needs no window; optimised, so that millions of steps are a matter of minutes.
fn sync(extent: Extent) -> Command {
    let operations = match extent {
        Extent::Full => "5000000",
        Extent::Smoke => "20000",
    };
    cargo(&[
        "run",
        "--profile",
        "campaign",
        "--locked",
        "--quiet",
        "--package",
        "durumi-testkit",
        "--no-default-features",
        "--example",
        "sync_campaign",
        "--",
        operations,
    ])
}
