//! `cargo xtask bench NAME`: the figures, each beside its goal.
//!
//! Figures are read, not tested: what one machine shows on one day may not break another's build. A
//! bench compares side by side in one run, so that a slow machine slows both.

#[cfg(feature = "bench")]
mod packs;
#[cfg(any(feature = "bench", feature = "traces"))]
pub mod processes;
#[cfg(feature = "bench")]
mod screen;
#[cfg(feature = "bench")]
mod search;
#[cfg(feature = "bench")]
mod start;
#[cfg(feature = "bench")]
mod ticks;
#[cfg(feature = "bench")]
mod unlock;

#[cfg(feature = "bench")]
pub use ticks::Ticks;

use crate::steps::{Outcome, failed};

const ABOUT: &str = "\
cargo xtask bench NAME

  packs   size, updates and the first search of the starter's articles, beside Kiwix
  search  what is found, how fast and at what size, beside Kiwix and plain FTS5 on real pages
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
        [name @ ("packs" | "search" | "start" | "unlock")] => measure(name),
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
        "packs" => packs::measure()?,
        "search" => search::measure()?,
        "start" => start::measure()?,
        _ => unlock::measure()?,
    };
    figures.print()
}

/// The result of a bench.
#[cfg(feature = "bench")]
#[derive(Default)]
pub struct Figures(Vec<Figure>);

#[cfg(feature = "bench")]
struct Figure {
    name: String,
    value: f64,
    goal: f64,
    ok: bool,
}

#[cfg(feature = "bench")]
impl Figures {
    /// A figure that should be at most `goal`.
    pub fn at_most(&mut self, name: &str, value: f64, goal: f64) {
        self.0.push(Figure {
            name: name.to_owned(),
            value,
            goal,
            ok: value <= goal,
        });
    }

    /// A figure that should be at least `goal`.
    pub fn at_least(&mut self, name: &str, value: f64, goal: f64) {
        self.0.push(Figure {
            name: name.to_owned(),
            value,
            goal,
            ok: value >= goal,
        });
    }

    fn print(&self) -> Outcome {
        let mut short = 0;
        for Figure {
            name,
            value,
            goal,
            ok,
        } in &self.0
        {
            short += usize::from(!ok);
            let word = if *ok { "ok" } else { "short" };
            println!("figure {name} {value:.3} {goal} {word}");
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
    percentile(values, 50)
}

/// The value that so many of a hundred do not exceed.
#[cfg(feature = "bench")]
pub fn percentile(values: &[f64], of_hundred: usize) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (sorted.len() * of_hundred / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or(f64::NAN)
}
