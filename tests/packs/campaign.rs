//! `cargo xtask campaign packs`: how much an update fetches, whether it survives being killed, and whether two builds
//! give the same bytes.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    reason = "in a test a panic is the report, and a percentage needs no more"
)]

mod counting;
mod killed;
mod same_bytes;
mod sample;
mod update;

use std::process::ExitCode;

/// Figures with their goals.
#[derive(Default)]
pub struct Figures {
    good: u32,
    short: u32,
}

impl Figures {
    /// A figure that should be at most `goal`.
    pub fn at_most(&mut self, name: &str, value: f64, goal: f64) {
        self.print(name, value, goal, value <= goal);
    }

    /// A figure that should be `goal` to the digit.
    pub fn exactly(&mut self, name: &str, value: usize, goal: usize) {
        self.print(name, value as f64, goal as f64, value == goal);
    }

    fn print(&mut self, name: &str, value: f64, goal: f64, ok: bool) {
        let word = if ok { "ok" } else { "short" };
        println!("figure {name} {value:.3} {goal} {word}");
        *(if ok { &mut self.good } else { &mut self.short }) += 1;
    }
}

fn main() -> ExitCode {
    let smoke = std::env::args().any(|argument| argument == "--smoke");
    let mut figures = Figures::default();
    update::measure(&mut figures, if smoke { 100 } else { 400 });
    same_bytes::measure(&mut figures);
    killed::measure(&mut figures, if smoke { 3 } else { 100 });
    println!("{} passed, {} failed", figures.good, figures.short);
    ExitCode::from(u8::from(figures.short > 0))
}
