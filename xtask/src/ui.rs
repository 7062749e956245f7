//! Building the screen.

use std::time::SystemTime;

use crate::steps::{Outcome, program, root, step};

/// Installs what `ui/package-lock.json` names, unless that was done already.
pub fn install() -> Outcome {
    let changed = |file: &str| {
        std::fs::metadata(root().join(file))
            .and_then(|found| found.modified())
            .ok()
    };
    let (wanted, there) = (
        changed("ui/package-lock.json"),
        changed("ui/node_modules/.package-lock.json"),
    );
    if there > Some(SystemTime::UNIX_EPOCH) && there >= wanted {
        return Ok(());
    }
    npm(
        "install the screen's packages",
        &["ci", "--no-audit", "--no-fund"],
    )
}

/// Builds `ui/dist`.
pub fn build() -> Outcome {
    install()?;
    npm("build the screen", &["run", "build"])
}

/// Checks types and components.
pub fn check() -> Outcome {
    install()?;
    npm("check the screen", &["run", "check"])
}

fn npm(what: &str, arguments: &[&str]) -> Outcome {
    let mut command = program("npm", arguments);
    command.current_dir(root().join("ui"));
    step(what, command)
}
