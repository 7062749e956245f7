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

/// A campaign.
pub struct Campaign {
    name: &'static str,
    about: &'static str,
    kind: Kind,
    /// Whether its smoke is part of every test. The others measure times, need a disk of their own, or are done by a
    /// test.
    in_test: bool,
}

/// What does it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A script that drives the window.
    Window,
    /// A script that needs the shipped window and the searcher of memory besides.
    Traces,
    /// A program of `tests/campaigns`.
    Program,
    /// A package of its own, `durumi-NAME`. In full it is built for speed.
    Package,
    /// `tests/packs`, which runs the command line.
    Packs,
    /// `sync_campaign` of the testkit, optimised: millions of steps are a matter of minutes.
    Sync,
    /// `spoilt_queries_are_answered` of `tests/search`.
    Queries,
}

/// The campaigns there are.
pub const ALL: &[Campaign] = &[
    Campaign {
        name: "crash",
        about: "10,000 kills, 2,000 power cuts, 2,000 full disks, 10,000 fills beside another notebook: it opens, and what was saved is there",
        kind: Kind::Package,
        in_test: true,
    },
    Campaign {
        name: "decoy",
        about: "1,600 data folders, half of them with a second notebook in use: whether a classifier tells which",
        kind: Kind::Package,
        in_test: false,
    },
    Campaign {
        name: "disk",
        about: "30 minutes (--minutes N) of use on a disk image, which is then searched for 1,000 planted words; needs root",
        kind: Kind::Traces,
        in_test: false,
    },
    Campaign {
        name: "input",
        about: "200 Korean sentences typed through an input method into note, search and passphrase; nothing may be lost or doubled",
        kind: Kind::Window,
        in_test: true,
    },
    Campaign {
        name: "lock",
        about: "200 locks (--locks N) at rest and as many during an import: when the screen is blank, when the keys are gone",
        kind: Kind::Traces,
        in_test: false,
    },
    Campaign {
        name: "memory",
        about: "100 locks (--rounds N), after each the memory of every process searched for 500 planted words and keys; needs root",
        kind: Kind::Traces,
        in_test: true,
    },
    Campaign {
        name: "packs",
        about: "updates of a signed library by folder, stick and archive: how much is fetched, killed 100 times, built twice",
        kind: Kind::Packs,
        in_test: true,
    },
    Campaign {
        name: "passphrase",
        about: "1,000 passphrases under every wrong layout, 10,000 recoveries, every bit of the keys file flipped",
        kind: Kind::Program,
        in_test: true,
    },
    Campaign {
        name: "queries",
        about: "200,000 spoilt queries to the library and a notebook; none may fail or hang",
        kind: Kind::Queries,
        in_test: false,
    },
    Campaign {
        name: "search",
        about: "40 words searched for while an input method composes them; results from the first syllable, never an empty list",
        kind: Kind::Window,
        in_test: true,
    },
    Campaign {
        name: "sync",
        about: "5,000,000 steps of two to six devices that sync through hostile places; nothing may be lost, all must agree",
        kind: Kind::Sync,
        in_test: true,
    },
];

/// Runs a campaign.
pub fn campaign(arguments: &[&str]) -> Outcome {
    let (name, extent, more): (_, _, &[&str]) = match arguments {
        [name, "--smoke"] => (*name, Extent::Smoke, &[]),
        [name, more @ ..] => (*name, Extent::Full, more),
        _ => {
            println!("cargo xtask campaign NAME [--smoke]\n");
            for campaign in ALL {
                println!("  {:11} {}", campaign.name, campaign.about);
            }
            return Ok(());
        }
    };
    let Some(campaign) = ALL.iter().find(|campaign| campaign.name == name) else {
        return failed(
            "campaign",
            format!("there is no {name:?}; `cargo xtask campaign` lists them"),
        );
    };
    if matches!(campaign.kind, Kind::Window | Kind::Traces) {
        tools::to_test()?;
        ui::build()?;
    }
    let mut command = campaign.command(extent)?;
    command.args(more);
    step(&format!("campaign {name}"), command)
}

/// The smokes that are part of every test, with their names.
pub fn smokes() -> impl Iterator<Item = (&'static str, Outcome<Command>)> {
    let smokes = ALL.iter().filter(|campaign| campaign.in_test);
    smokes.map(|campaign| (campaign.name, campaign.command(Extent::Smoke)))
}

impl Campaign {
    /// The command that runs it, with all that it needs built.
    fn command(&self, extent: Extent) -> Outcome<Command> {
        match self.kind {
            Kind::Window | Kind::Traces => self.in_the_window(extent),
            Kind::Program => Ok(self.program(extent)),
            Kind::Package => self.package(extent),
            Kind::Packs => packs(extent),
            Kind::Sync => Ok(sync(extent)),
            Kind::Queries => Ok(queries(extent)),
        }
    }

    fn in_the_window(&self, extent: Extent) -> Outcome<Command> {
        let mut command = test::node(&format!("tests/e2e/window/{}.mjs", self.name), smoke(extent));
        command
            .env("DURUMI_WINDOW", window::drivable()?)
            .env("TAURI_DRIVER", tools::tauri_driver()?);
        if self.kind == Kind::Traces {
            command
                .env("DURUMI_SHIPPED", window::shipped()?)
                .env("DURUMI_CLI", window::command_line()?)
                .env("DURUMI_TRACES", window::traces()?);
        }
        Ok(command)
    }

    fn package(&self, extent: Extent) -> Outcome<Command> {
        let package = format!("durumi-{}", self.name);
        let (folder, profile) = match extent {
            Extent::Smoke => ("debug", "dev"),
            Extent::Full => ("release", "release"),
        };
        let build = cargo(&["build", "--locked", "--profile", profile, "--package", &package]);
        step(&format!("build {package}"), build)?;
        let mut command = Command::new(target().join(folder).join(package));
        command.args(smoke(extent)).current_dir(root());
        Ok(command)
    }

    fn program(&self, extent: Extent) -> Command {
        let example = format!("campaign-{}", self.name);
        let run = ["run", "--locked", "--quiet", "--package", "durumi-tests"];
        let mut command = cargo(&run);
        command.args(["--example", &example, "--"]).args(smoke(extent));
        command
    }
}

fn smoke(extent: Extent) -> &'static [&'static str] {
    match extent {
        Extent::Full => &[],
        Extent::Smoke => &["--smoke"],
    }
}

fn queries(extent: Extent) -> Command {
    let (times, profile) = match extent {
        // What the tests have built already.
        Extent::Smoke => ("150", "dev"),
        Extent::Full => ("200000", "release"),
    };
    let test = ["test", "--profile", profile, "--locked", "--quiet"];
    let mut command = cargo(&test);
    command
        .args(["--package", "durumi-tests", "--test", "search", "spoilt"])
        .args(["--", "--nocapture"])
        .env("DURUMI_FUZZ", times);
    command
}

fn packs(extent: Extent) -> Outcome<Command> {
    let mut command = cargo(&["test", "--locked", "--quiet", "--package", "durumi-tests"]);
    command
        .args(["--test", "packs", "--"])
        .args(smoke(extent))
        .env("DURUMI_CLI", window::command_line()?);
    Ok(command)
}

/// Needs no window; optimised, so that millions of steps are a matter of minutes. The smoke takes what the tests have
/// built already, and says nothing of speed.
fn sync(extent: Extent) -> Command {
    let (operations, profile) = match extent {
        Extent::Full => ("5000000", "campaign"),
        Extent::Smoke => ("20000", "dev"),
    };
    cargo(&[
        "run",
        "--profile",
        profile,
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
