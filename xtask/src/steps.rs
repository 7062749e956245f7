//! Running other programs, one step at a time.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

/// Why a command of this tree stopped.
pub enum Step {
    /// A step did not succeed.
    Failed {
        /// The step.
        what: String,
        /// What was wrong, and what to do if that is known.
        why: String,
    },
}

/// What a step ends with.
pub type Outcome<T = ()> = Result<T, Step>;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Passed.
    pub passed: u32,
    /// Failed.
    pub failed: u32,
}

impl Tally {
    /// Adds what a line of output says, if it says anything: cargo's `test result:` or our own `N passed, N failed`.
    pub fn count(&mut self, line: &str) {
        let counts = line
            .strip_prefix("test result: ")
            .and_then(|rest| rest.split_once(". "))
            .map_or(line, |(_, rest)| rest);
        let mut words = counts.split([' ', ';', ',']).filter(|word| !word.is_empty());
        let mut pair = || Some((words.next()?.parse::<u32>().ok()?, words.next()?));
        if let (Some((passed, "passed")), Some((failed, "failed"))) = (pair(), pair()) {
            self.passed += passed;
            self.failed += failed;
        }
    }

    /// Adds what a step has found; fails if any of it failed, or the step did.
    fn add(&mut self, what: &str, ended: ExitStatus, found: Tally) -> Outcome {
        let is_well = ended.success() && found.failed == 0;
        self.passed += found.passed;
        self.failed += if is_well { 0 } else { found.failed.max(1) };
        if is_well {
            Ok(())
        } else {
            failed(what, ended.to_string())
        }
    }
}

/// The folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is a folder of the workspace")
}

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// A failed step.
pub fn failed<T>(what: &str, why: impl Into<String>) -> Outcome<T> {
    Err(Step::Failed {
        what: what.to_owned(),
        why: why.into(),
    })
}

/// A program to be started in the workspace's folder.
pub fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root()).stdin(Stdio::null());
    command
}

/// Cargo.
pub fn cargo(arguments: &[&str]) -> Command {
    program(
        &std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()),
        arguments,
    )
}

/// Runs a step and lets its output through.
pub fn step(what: &str, mut command: Command) -> Outcome {
    let begun = begin(what);
    match command.status() {
        Ok(status) if status.success() => {
            eprintln!("== {what}: {:.0} s", begun.elapsed().as_secs_f64());
            Ok(())
        }
        Ok(status) => failed(what, status.to_string()),
        Err(why) => failed(
            what,
            format!(
                "{} cannot be started: {why}",
                command.get_program().to_string_lossy()
            ),
        ),
    }
}

/// Runs a step, lets its output through and adds up the tests that it names.
pub fn counted(what: &str, mut command: Command, tally: &mut Tally) -> Outcome {
    let (ended, found) = observed(what, &mut command)?;
    tally.add(what, ended, found)
}

/// The same; once more if a script of the window's tests could not do a step.
///
/// On a machine that has other things to do, a screen may be later than any wait. What fails twice is broken. A figure
/// that is short is never measured again.
pub fn counted_on_screen(what: &str, mut command: Command, tally: &mut Tally) -> Outcome {
    let (mut ended, mut found) = observed(what, &mut command)?;
    if ended.code() == Some(UNFINISHED) {
        eprintln!("== {what}: failed, once more");
        (ended, found) = observed(what, &mut command)?;
    }
    tally.add(what, ended, found)
}

/// The exit code of a script of the window's tests of which a step failed (`tests/e2e/window/lib/check.mjs`).
const UNFINISHED: i32 = 3;

fn observed(what: &str, command: &mut Command) -> Outcome<(ExitStatus, Tally)> {
    let begun = begin(what);
    let mut child = match command.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(why) => {
            let name = command.get_program().to_string_lossy().into_owned();
            return failed(what, format!("{name} cannot be started: {why}"));
        }
    };
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            let _ = writeln!(std::io::stdout(), "{line}");
            tally.count(&line);
        }
    }
    let ended = child.wait();
    eprintln!("== {what}: {:.0} s", begun.elapsed().as_secs_f64());
    Ok((ended.or_else(|why| failed(what, why.to_string()))?, tally))
}

/// What a program prints, without its last line end; none if it cannot be run or fails.
pub fn output(name: &str, arguments: &[&str]) -> Option<String> {
    let output = program(name, arguments).stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

fn begin(what: &str) -> Instant {
    eprintln!("\n== {what}");
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(line: &str) -> (u32, u32) {
        let mut tally = Tally::default();
        tally.count(line);
        (tally.passed, tally.failed)
    }

    #[test]
    fn the_last_lines_of_cargo_and_of_our_scripts_are_counted() {
        assert_eq!(
            tally("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured"),
            (12, 0)
        );
        assert_eq!(
            tally("test result: FAILED. 3 passed; 2 failed; 0 ignored"),
            (3, 2)
        );
        assert_eq!(tally("14 passed, 1 failed"), (14, 1));
    }

    #[test]
    fn nothing_else_is_counted() {
        for line in [
            "",
            "running 3 tests",
            "3 passed",
            "passed 3, failed 4",
            "ok 1 passed, 2 failed",
        ] {
            assert_eq!(tally(line), (0, 0), "{line}");
        }
    }
}
