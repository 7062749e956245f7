//! `cargo xtask test`: every test there is.
//!
//! What is fast comes first. The first failing step ends the run: what comes after it would be
//! testing something that is already known to be broken.

use crate::steps::{Outcome, Tally, cargo, counted, counted_on_screen, failed, program, root};
use crate::{campaign, tools, ui, window};

/// Runs a part of the tests.
type Part = fn(&mut Tally) -> Outcome;

/// The parts, in their order.
const PARTS: [(&str, Part); 4] = [
    ("program", program_tests),
    ("screen", screen_tests),
    ("window", window_journeys),
    ("campaigns", smokes),
];

/// Runs every test, or one part of them, and prints how many passed.
pub fn test(part: Option<&str>) -> Outcome {
    let mut tally = Tally::default();
    let outcome = run(part, &mut tally);
    if outcome.is_err() && tally.failed == 0 {
        tally.failed = 1;
    }
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    outcome
}

fn run(part: Option<&str>, tally: &mut Tally) -> Outcome {
    if part.is_some_and(|part| PARTS.iter().all(|(name, _)| *name != part)) {
        let names = PARTS.map(|(name, _)| name).join(", ");
        return failed("test", format!("the parts are {names}"));
    }
    tools::to_test()?;
    for (_, tests) in PARTS
        .iter()
        .filter(|(name, _)| part.is_none_or(|part| part == *name))
    {
        tests(tally)?;
    }
    Ok(())
}

fn program_tests(tally: &mut Tally) -> Outcome {
    let mut program = cargo(&["test", "--locked", "--quiet"]);
    program.env("DURUMI_PYTHON", tools::python_with_sqlcipher()?);
    counted("test the program", program, tally)
}

fn screen_tests(tally: &mut Tally) -> Outcome {
    ui::check()?;
    ui::build()?;
    window::command_line()?;
    counted(
        "test the screen in a browser",
        node("tests/e2e/browser/run.mjs", &[]),
        tally,
    )
}

fn smokes(tally: &mut Tally) -> Outcome {
    ui::build()?;
    for (name, command) in campaign::smokes() {
        counted_on_screen(&format!("campaign {name} --smoke"), command?, tally)?;
    }
    Ok(())
}

/// The tests that need a window.
pub fn window_journeys(tally: &mut Tally) -> Outcome {
    ui::build()?;
    let release = [
        "test",
        "--release",
        "--locked",
        "--quiet",
        "--package",
        "durumi-window",
        "--lib",
    ];
    let driver = tools::tauri_driver()?;
    let drivable = window::drivable()?;
    let shipped = window::shipped()?;
    let command_line = window::command_line()?;
    counted("test the window's shell", cargo(&release), tally)?;
    let mut journey = node("tests/e2e/window/journey.mjs", &[]);
    journey
        .env("DURUMI_WINDOW", &drivable)
        .env("TAURI_DRIVER", &driver);
    counted_on_screen("drive the window", journey, tally)?;
    let mut smoke = node("tests/e2e/window/shipped.mjs", &[]);
    smoke
        .env("DURUMI_WINDOW", shipped)
        .env("DURUMI_TWIN", &drivable)
        .env("TAURI_DRIVER", &driver)
        .env("DURUMI_CLI", command_line);
    counted_on_screen("type into the shipped window", smoke, tally)?;
    let mut network = node("tests/e2e/window/network.mjs", &[]);
    network
        .env("DURUMI_WINDOW", &drivable)
        .env("DURUMI_SHIPPED", window::shipped()?)
        .env("DURUMI_TRIES", window::tries()?)
        .env("TAURI_DRIVER", &driver);
    counted_on_screen("try to reach the network from the window", network, tally)
}

/// A script of the tests, given the folder it may write to.
pub fn node(script: &str, arguments: &[&str]) -> std::process::Command {
    let mut command = program("node", &[script]);
    command
        .args(arguments)
        .env("DURUMI_OUT", crate::steps::target().join("e2e"))
        .current_dir(root());
    command
}
