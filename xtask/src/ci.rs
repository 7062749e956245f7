//! `cargo xtask ci`: what a machine can see in the source.

use crate::steps::{Outcome, cargo, program, step};
use crate::{bindings, tools, ui};

/// Checks the source, then that checking it changed nothing.
pub fn ci() -> Outcome {
    step("format", cargo(&["fmt", "--all", "--check"]))?;
    tools::to_build()?;
    bindings::write()?;
    ui::check()?;
    // The window embeds the built screen, so it cannot be checked without.
    ui::build()?;
    step(
        "lints",
        cargo(&[
            "clippy",
            "--locked",
            "--workspace",
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ]),
    )?;
    licences_and_sources()?;
    step("nothing has changed", program("git", &["diff", "--exit-code"]))
}

fn licences_and_sources() -> Outcome {
    let deny = tools::cargo_deny()?.to_string_lossy().into_owned();
    step(
        "licences, bans and sources",
        program(
            &deny,
            &["--log-level", "error", "check", "bans", "licenses", "sources"],
        ),
    )?;
    // The list of known vulnerabilities is on the network, which is not there everywhere.
    if program(&deny, &["--log-level", "off", "fetch", "db"])
        .status()
        .is_ok_and(|status| status.success())
    {
        step("known vulnerabilities", program(&deny, &["check", "advisories"]))
    } else {
        eprintln!("\n== known vulnerabilities: skipped, the list of them cannot be reached from here");
        Ok(())
    }
}
