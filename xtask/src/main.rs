//! The commands of this tree.
//!
//! `cargo xtask` is the one way to build, try, check and measure. A person, the README and the
//! continuous integration all call the same commands, so what one of them sees the others see too.
//! They are written in Rust and not in shell so that they work wherever the program can be built.

mod bench;
mod bindings;
mod campaign;
mod ci;
mod run;
mod steps;
mod test;
mod tools;
#[cfg(feature = "traces")]
mod traces;
mod ui;
mod window;

use std::process::ExitCode;

use steps::Step;

const USAGE: &str = "\
cargo xtask COMMAND

  run                       build everything and open the window; without a display, drive it in a virtual one
  test [PART]               every test there is, or program, screen, window, campaigns; ends with `N passed, N failed`
  ci                        format, lints, licences, types, bindings; ends with `git diff --exit-code`
  bindings                  write ui/src/api/contract.ts from crates/api
  bench [NAME]              measure; without NAME, list what can be measured
  campaign [NAME] [--smoke] try something many times; --smoke a few times
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["run"] => run::run(),
        ["test"] => test::test(None),
        ["test", part] => test::test(Some(part)),
        ["ci"] => ci::ci(),
        ["bindings"] => bindings::write(),
        ["bench", rest @ ..] => bench::bench(rest),
        ["campaign", rest @ ..] => campaign::campaign(rest),
        // For the campaigns' scripts, not for people.
        #[cfg(feature = "traces")]
        ["traces"] => traces::answer(),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Step::Failed { what, why }) => {
            eprintln!("\nxtask: {what}: {why}");
            ExitCode::FAILURE
        }
    }
}
