//! `cargo xtask campaign NAME [--smoke]`: something tried many times.
//!
//! A campaign ends with lines `figure <name> <value> <goal> ok|short` and fails if any is short.

use std::process::Command;

use crate::steps::{Outcome, cargo, failed, root, step, target};
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
pub const NAMES: &[&str] = &["input", "crash", "decoy"];

const ABOUT: &str = "\
cargo xtask campaign NAME [--smoke]

  input   200 Korean sentences typed through an input method into note, search and passphrase; nothing may be lost or doubled
  crash   a notebook is killed 10,000 times, loses power 2,000 times, meets 2,000 full disks and is filled 10,000 times beside another; it opens, and what was saved is there
  decoy   1,600 data folders, half of them with a second notebook in use: whether a classifier tells which
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
    if name == "input" {
        ui::build()?;
    }
    step(&format!("campaign {name}"), command(name, extent)?)
}

/// The command that runs a campaign, with all that it needs built.
pub fn command(name: &str, extent: Extent) -> Outcome<Command> {
    match name {
        "crash" => built("durumi-crash", extent),
        "decoy" => built("durumi-decoy", extent),
        _ => in_the_window(name, extent),
    }
}

/// A campaign that is a program of its own. In full it is built for speed.
fn built(package: &str, extent: Extent) -> Outcome<Command> {
    let mut build = cargo(&["build", "--locked", "--package", package]);
    let (folder, arguments): (_, &[&str]) = match extent {
        Extent::Smoke => ("debug", &["--smoke"]),
        Extent::Full => {
            build.arg("--release");
            ("release", &[])
        }
    };
    step(&format!("build {package}"), build)?;
    let mut command = Command::new(target().join(folder).join(package));
    command.args(arguments).current_dir(root());
    Ok(command)
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
    Ok(command)
}
