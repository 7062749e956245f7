//! Building the window, as it is shipped and as the driver needs it.

use std::path::PathBuf;

use crate::steps::{Outcome, cargo, failed, step, target};

/// The window as it is shipped.
pub fn shipped() -> Outcome<PathBuf> {
    step(
        "build the window",
        cargo(&["build", "--release", "--locked", "--package", "durumi-window"]),
    )?;
    Ok(target().join("release/durumi-window"))
}

/// The window that a web driver may drive: not incognito, sockets allowed, the rest the same.
///
/// Cargo gives both the same name, so this one is moved away before the other is built.
pub fn drivable() -> Outcome<PathBuf> {
    let what = "build the window for the driver";
    step(
        what,
        cargo(&[
            "build",
            "--release",
            "--locked",
            "--package",
            "durumi-window",
            "--features",
            "driver",
        ]),
    )?;
    let folder = target().join("e2e/bin");
    let moved = folder.join("durumi-window-driver");
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::copy(target().join("release/durumi-window"), &moved))
        .map(|_| moved)
        .or_else(|why| failed(what, why.to_string()))
}

/// The command line, which the tests of the shipped window read the notebook with.
pub fn command_line() -> Outcome<PathBuf> {
    step(
        "build the command line",
        cargo(&["build", "--locked", "--package", "durumi-cli"]),
    )?;
    Ok(target().join("debug/durumi"))
}

/// What looks for planted words in memory and on a disk.
pub fn traces() -> Outcome<PathBuf> {
    let build = [
        "build",
        "--release",
        "--locked",
        "--package",
        "xtask",
        "--features",
        "traces",
    ];
    step("build the search for traces", cargo(&build))?;
    Ok(target().join("release/xtask"))
}

/// A page that tries to reach the network, in a process confined as the window's is.
pub fn tries() -> Outcome<PathBuf> {
    let build = [
        "build",
        "--release",
        "--locked",
        "--package",
        "durumi-window",
        "--example",
        "network",
    ];
    step("build the page that tries the network", cargo(&build))?;
    Ok(target().join("release/examples/network"))
}
