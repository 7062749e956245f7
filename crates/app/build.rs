//! Builds the starter pack that the program carries inside.

use std::{env, fs, path::PathBuf};

use durumi_packs::{Source, build, check, trust::PinnedHash, write_archive};

fn main() {
    let source =
        PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("set by Cargo")).join("../../packs/starter");
    let out = PathBuf::from(env::var("OUT_DIR").expect("set by Cargo"));
    println!("cargo::rerun-if-changed={}", source.display());

    let source = Source::read(&source);
    let report = check(&source);
    for problem in &report.problems {
        println!(
            "cargo::error={}:{}: {} {}",
            problem.file, problem.line, problem.rule, problem.detail
        );
    }
    if !report.problems.is_empty() {
        return;
    }
    let archive = write_archive(&build(&source).expect("a pack without problems can be built"));
    fs::write(out.join("starter.sha256"), PinnedHash::of(&archive).as_bytes())
        .expect("Cargo's folder can be written");
    fs::write(out.join("starter.pack"), archive).expect("Cargo's folder can be written");
}
