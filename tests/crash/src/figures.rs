//! What came out.

use std::{process::ExitCode, time::Duration};

/// Counts over everything that was tried.
#[derive(Default)]
pub struct Figures {
    /// Processes that were killed.
    pub kills: u32,
    /// Power cuts that were simulated.
    pub cuts: u32,
    /// Writes at which the disk was full.
    pub full: u32,
    /// Times that one notebook was filled beside the other.
    pub fills: u32,
    /// Notebooks that did not open, or failed their check.
    pub closed: u32,
    /// Edits that were said to be saved and were not there.
    pub lost: u32,
    /// Pairs of files that differed in size or time after opening.
    pub unlike: u32,
    /// The longest opening after something happened.
    pub slowest: Duration,
}

impl Figures {
    /// Says from time to time how far it is.
    pub fn progress(&self, what: &str, done: u32) {
        if done.is_multiple_of(500) {
            let seconds = self.slowest.as_secs_f64();
            println!(
                "{done} {what}: {} not open, {} lost, slowest {seconds:.3} s",
                self.closed, self.lost
            );
        }
    }

    /// Prints them; fails if one is short.
    pub fn print(&self) -> ExitCode {
        println!(
            "tried: {} kills, {} power cuts, {} full disks, {} fills",
            self.kills, self.cuts, self.full, self.fills
        );
        let mut ok = true;
        for (name, value) in [
            ("notebooks_that_do_not_open", self.closed),
            ("acknowledged_edits_lost", self.lost),
            ("notebook_files_unlike", self.unlike),
        ] {
            ok &= value == 0;
            println!("figure {name} {value} 0 {}", word(value == 0));
        }
        let seconds = self.slowest.as_secs_f64();
        ok &= seconds <= 2.0;
        println!(
            "figure recovery_seconds_max {seconds:.3} <=2 {}",
            word(seconds <= 2.0)
        );
        if ok { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

fn word(ok: bool) -> &'static str {
    if ok { "ok" } else { "short" }
}
