//! What must be on the machine.
//!
//! Rust and Node have to be there. The rest is installed where we may (as root on Debian and its
//! like) and named in one line otherwise. Cargo's tools go into `target/tools`, not into the user's home.

use std::path::{Path, PathBuf};

use crate::steps::{Outcome, cargo, failed, output, program, step, target};

/// What the window is built with.
const TO_BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libssl-dev",
    "libgtk-3-dev",
    "libwebkit2gtk-4.1-dev",
];

/// What the tests drive it with.
const TO_DRIVE: &[&str] = &[
    "at-spi2-core",
    "chromium",
    "dbus",
    "dbus-x11",
    "ibus",
    "ibus-hangul",
    "imagemagick",
    "libglib2.0-bin",
    "openbox",
    "e2fsprogs",
    "python3",
    "python3-dbus",
    "python3-gi",
    "python3-venv",
    "strace",
    "webkit2gtk-driver",
    "x11-utils",
    "xdotool",
    "xvfb",
];

/// What the screen's build tool asks for.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Makes sure that everything can be built.
pub fn to_build() -> Outcome {
    node()?;
    packages(TO_BUILD)
}

/// Makes sure that everything can be built and tested.
pub fn to_test() -> Outcome {
    node()?;
    packages(&[TO_BUILD, TO_DRIVE].concat())
}

/// The program between the tests and the web view's own driver.
pub fn tauri_driver() -> Outcome<PathBuf> {
    installed("tauri-driver", "^2")
}

/// The program that checks licences and sources.
pub fn cargo_deny() -> Outcome<PathBuf> {
    installed("cargo-deny", "0.20.2")
}

/// A Python with another build of SQLCipher in it: what opens a notebook without our program.
pub fn python_with_sqlcipher() -> Outcome<PathBuf> {
    let modules = ["sqlcipher3-wheels==0.5.7"];
    python_with("python", "install another SQLCipher for Python", &modules)
}

/// A Python with Kiwix's library.
#[cfg(feature = "bench")]
pub fn python_for_packs() -> Outcome<PathBuf> {
    python_with("kiwix", "install Kiwix for Python", &["libzim==3.13.1"])
}

/// A Python with Kiwix's library, and with what makes words harder to find.
#[cfg(feature = "bench")]
pub fn python_for_search() -> Outcome<PathBuf> {
    let modules = [
        "kiwipiepy==0.24.1",
        "libzim==3.13.1",
        "pymorphy3==2.0.6",
        "pymorphy3-dicts-ru==2.4.417150.4580142",
    ];
    python_with("search", "install Kiwix for Python", &modules)
}

fn python_with(name: &str, what: &str, modules: &[&str]) -> Outcome<PathBuf> {
    let folder = target().join("tools").join(name);
    let python = folder.join("bin/python");
    let ready = folder.join("ready");
    if !is_there(&ready) {
        let mut make = program("python3", &["-m", "venv"]);
        make.arg(&folder);
        step(what, make)?;
        let install = [&["-m", "pip", "install", "--quiet"], modules].concat();
        step(what, program(&python.to_string_lossy(), &install))?;
        std::fs::write(ready, "").or_else(|why| failed(what, why.to_string()))?;
    }
    Ok(python)
}

fn node() -> Outcome {
    let version = output("node", &["--version"]).unwrap_or_default();
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map_while(|number| number.parse::<u32>().ok());
    let found = numbers.next().zip(numbers.next());
    if found.is_some_and(|found| found >= OLDEST_NODE) {
        return Ok(());
    }
    let (major, minor) = OLDEST_NODE;
    failed(
        "tools",
        format!("Node {major}.{minor} or newer is needed (found: {version:?}). Install it and try again."),
    )
}

fn packages(wanted: &[&str]) -> Outcome {
    if output("dpkg-query", &["--version"]).is_none() {
        eprintln!(
            "xtask: not a Debian-like system; it needs the counterparts of: {}",
            wanted.join(" ")
        );
        return Ok(());
    }
    let missing: Vec<&str> = wanted
        .iter()
        .copied()
        .filter(|package| !is_installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let install = [
        &["install", "--yes", "--no-install-recommends"],
        missing.as_slice(),
    ]
    .concat();
    if output("id", &["-u"]).as_deref() != Some("0") {
        return failed(
            "tools",
            format!(
                "packages are missing. Install them and try again:\n  sudo apt-get {}",
                install.join(" ")
            ),
        );
    }
    apt_get("fetch the list of system packages", &["update"])?;
    apt_get("install system packages", &install)
}

fn is_installed(package: &str) -> bool {
    output(
        "dpkg-query",
        &["--show", "--showformat=${db:Status-Status}", package],
    )
    .as_deref()
        == Some("installed")
}

fn apt_get(what: &str, arguments: &[&str]) -> Outcome {
    let mut command = program("apt-get", &["--quiet"]);
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    step(what, command)
}

fn installed(name: &str, version: &str) -> Outcome<PathBuf> {
    let folder = target().join("tools");
    let tool = folder.join("bin").join(name);
    if !is_there(&tool) {
        let mut command = cargo(&[
            "install",
            "--locked",
            "--quiet",
            name,
            "--version",
            version,
            "--root",
        ]);
        command.arg(&folder);
        step(&format!("install {name}"), command)?;
    }
    Ok(tool)
}

fn is_there(tool: &Path) -> bool {
    tool.is_file()
}
