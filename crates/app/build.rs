//! Builds the starter pack that the program carries inside, and puts the root that it trusts beside it.

use std::{env, fs, path::PathBuf};

use durumi_packs::{
    Source, build, check,
    trust::{Anchor, PinnedHash},
    write_archive,
};

fn main() {
    let source =
        PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("set by Cargo")).join("../../packs/starter");
    let out = PathBuf::from(env::var("OUT_DIR").expect("set by Cargo"));
    println!("cargo::rerun-if-changed={}", source.display());
    fs::write(out.join("root.json"), root()).expect("Cargo's folder can be written");

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

/// The root of a release, which `DURUMI_ROOT` names; without it that of the development keys.
fn root() -> Vec<u8> {
    println!("cargo::rerun-if-env-changed=DURUMI_ROOT");
    let Some(file) = env::var_os("DURUMI_ROOT") else {
        return Anchor::development().root().to_vec();
    };
    println!("cargo::rerun-if-changed={}", PathBuf::from(&file).display());
    let root = fs::read(file).expect("DURUMI_ROOT names a file");
    let anchor = Anchor::new(root).expect("DURUMI_ROOT names a root that keeps our rules");
    anchor.root().to_vec()
}
