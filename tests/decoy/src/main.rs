//! Whether a data folder tells that a second notebook is in use.
//!
//! Many folders are made by people who write as much in their first notebook; half of them also write in a second. Of
//! each folder everything is measured that somebody with the disk can measure, and a classifier learns from four fifths of
//! the folders and guesses at the rest, five times. AUC 0.5 is guessing; by chance alone 1,600 folders stray from it by 0.015.

#![expect(
    clippy::cast_precision_loss,
    reason = "measurements are far below 2^52, and a classifier needs no more digits"
)]

mod classify;
mod features;
mod people;

use std::process::ExitCode;

const FULL: usize = 1600;
const SMOKE: usize = 16;

fn main() -> ExitCode {
    let smoke = std::env::args().any(|argument| argument == "--smoke");
    let (folders, tolerance) = if smoke { (SMOKE, 0.5) } else { (FULL, 0.03) };
    let mut samples = Vec::new();
    for seed in 0..folders {
        let second = seed % 2 == 1;
        let folder = people::live(seed as u64, second);
        samples.push((features::of(&folder), second));
        if seed % 100 == 99 {
            println!("{} folders", seed + 1);
        }
    }
    for (name, auc) in classify::one_by_one(&samples) {
        println!("alone: {name} {auc:.3}");
    }
    let auc = classify::together(&samples);
    let ok = (auc - 0.5).abs() <= tolerance;
    println!("folders: {folders}");
    println!(
        "figure decoy_auc {auc:.3} 0.5+-{tolerance} {}",
        if ok { "ok" } else { "short" }
    );
    if ok { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
