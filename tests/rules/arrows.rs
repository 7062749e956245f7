//! Which crate may use which: arrows point down only (docs/architecture.md).

use std::{collections::BTreeMap, process::Command};

use serde_json::Value;

use crate::tree;

/// The levels, highest first. A crate may use what stands lower; exceptions are named.
const LEVELS: [&[&str]; 6] = [
    &["window", "cli"],
    &["app"],
    &["cases", "library", "handover", "sync", "nearby"],
    &["store", "packs", "lang", "api"],
    &["keys"],
    &["base"],
];

/// Arrows within a level that the design draws.
const SIDEWAYS: [(&str, &str); 3] = [
    ("handover", "cases"),
    ("handover", "library"),
    ("nearby", "library"),
];

/// Crates for building and testing, outside the levels.
const OUTSIDE: [&str; 5] = ["testkit", "tests", "crash", "decoy", "xtask"];

/// The crates that only one of ours may name.
const KEPT: [(&str, &str); 9] = [
    ("ring", "keys"),
    ("sigstore-crypto", "keys"),
    ("sigstore-tuf", "packs"),
    ("argon2", "keys"),
    ("bip39", "keys"),
    ("blahaj", "keys"),
    ("automerge", "cases"),
    ("tauri", "window"),
    ("zstd", "packs library"),
];

fn dependencies() -> BTreeMap<String, Vec<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(tree::root())
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut all = BTreeMap::new();
    for package in metadata["packages"].as_array().unwrap() {
        let name = package["name"]
            .as_str()
            .unwrap()
            .trim_start_matches("durumi-")
            .to_owned();
        let uses = package["dependencies"].as_array().unwrap().iter();
        let uses = uses.filter(|used| used["kind"].as_str() != Some("dev"));
        all.insert(
            name,
            uses.map(|used| used["name"].as_str().unwrap().to_owned())
                .collect(),
        );
    }
    all
}

fn level(name: &str) -> Option<usize> {
    LEVELS.iter().position(|level| level.contains(&name))
}

#[test]
fn arrows_point_down_only() {
    let all = dependencies();
    assert!(all.len() >= 12, "the workspace was read");
    for (name, uses) in &all {
        if OUTSIDE.contains(&name.as_str()) {
            continue;
        }
        let from =
            level(name).unwrap_or_else(|| panic!("{name} has no level; give it one in the design first"));
        for used in uses.iter().filter_map(|used| used.strip_prefix("durumi-")) {
            let to =
                level(used).unwrap_or_else(|| panic!("{name} uses {used}, which is for tests or building"));
            let drawn = SIDEWAYS.contains(&(name.as_str(), used));
            assert!(
                to > from || drawn,
                "{name} uses {used}, which does not stand lower"
            );
        }
    }
}

#[test]
fn only_one_crate_names_what_is_dangerous_or_heavy() {
    for (name, uses) in dependencies() {
        for (kept, keepers) in KEPT {
            let allowed = keepers.split(' ').any(|keeper| keeper == name) || OUTSIDE.contains(&name.as_str());
            assert!(allowed || !uses.contains(&kept.to_owned()), "{name} names {kept}");
        }
    }
}

#[test]
fn nothing_but_store_opens_a_database() {
    for path in tree::files(&[".rs"]) {
        if path.starts_with("crates/store/") || path.starts_with("tests/") {
            continue;
        }
        let text = tree::read(&path);
        for opening in ["Connection::open", "ffi::sqlite3_key", "sqlite3_open"] {
            assert!(!text.contains(opening), "{path} has {opening}");
        }
    }
}
