//! `cargo xtask bench NAME`: the figures, each beside its goal.
//!
//! Figures are read, not tested: what one machine shows on one day may not break another's build. A
//! bench compares side by side in one run, so that a slow machine slows both.

#[cfg(feature = "bench")]
mod processes;
#[cfg(feature = "bench")]
mod screen;
#[cfg(feature = "bench")]
mod start;
#[cfg(feature = "bench")]
mod unlock;

use crate::steps::{Outcome, failed};

const ABOUT: &str = "\
cargo xtask bench NAME

  start   from starting the program to its first picture, and the memory of all its processes, against an empty Tauri window
  unlock  opening the notebook, less Argon2id itself
";

/// Measures.
pub fn bench(arguments: &[&str]) -> Outcome {
    match arguments {
        [] => {
            print!("{ABOUT}");
            Ok(())
        }
        [name @ ("start" | "unlock")] => measure(name),
        _ => failed("bench", format!("there is no such bench\n{ABOUT}")),
    }
}

/// Starts this program again, optimised and with what the benches need.
#[cfg(not(feature = "bench"))]
fn measure(name: &str) -> Outcome {
    use crate::steps::{cargo, step};
    let run = [
        "run",
        "--release",
        "--locked",
        "--quiet",
        "--package",
        "xtask",
        "--features",
        "bench",
        "--",
        "bench",
        name,
    ];
    step(&format!("bench {name}"), cargo(&run))
}

#[cfg(feature = "bench")]
fn measure(name: &str) -> Outcome {
    let figures = match name {
        "start" => start::measure()?,
        _ => unlock::measure()?,
    };
    figures.print()
}

/// The result of a bench.
#[cfg(feature = "bench")]
#[derive(Default)]
pub struct Figures(Vec<(String, f64, f64)>);

#[cfg(feature = "bench")]
impl Figures {
    /// A figure that should be at most `goal`.
    pub fn at_most(&mut self, name: &str, value: f64, goal: f64) {
        self.0.push((name.to_owned(), value, goal));
    }

    fn print(&self) -> Outcome {
        let mut short = 0;
        for (name, value, goal) in &self.0 {
            let ok = value <= goal;
            short += usize::from(!ok);
            println!(
                "figure {name} {value:.3} {goal} {}",
                if ok { "ok" } else { "short" }
            );
        }
        if short == 0 {
            Ok(())
        } else {
            failed(
                "bench",
                format!("{short} of {} figures are short of their goal", self.0.len()),
            )
        }
    }
}

/// The middle value.
#[cfg(feature = "bench")]
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
