//! What every crate's manifest says.

use std::fs;

use toml::Table;

use crate::tree;

fn manifests() -> Vec<(String, Table)> {
    let paths = tree::files(&["Cargo.toml"]);
    paths
        .into_iter()
        .map(|path| (path.clone(), tree::read(&path).parse().unwrap()))
        .collect()
}

#[test]
fn every_crate_has_the_lints_of_the_workspace() {
    let workspace: Table = tree::read("Cargo.toml").parse().unwrap();
    let shared = &workspace["workspace"]["lints"];
    for (path, manifest) in manifests() {
        let Some(lints) = manifest.get("lints") else {
            assert_eq!(path, "Cargo.toml", "{path} has no lints");
            continue;
        };
        if lints.get("workspace").is_some() {
            continue;
        }
        // Only `store` needs C interfaces; it repeats the table and may deviate in these lints alone.
        assert_eq!(path, "crates/store/Cargo.toml", "{path} has lints of its own");
        for tool in ["rust", "clippy"] {
            for (lint, expected) in shared[tool].as_table().unwrap() {
                if lint != "unsafe_code" {
                    assert_eq!(lints[tool].get(lint), Some(expected), "{lint} in {path}");
                }
            }
        }
    }
}

#[test]
fn versions_of_libraries_stand_in_one_place() {
    for (path, manifest) in manifests() {
        for table in ["dependencies", "build-dependencies"] {
            let Some(table) = manifest.get(table).and_then(|table| table.as_table()) else {
                continue;
            };
            // The window's libraries are its own: nothing else may name them.
            if path.starts_with("src-tauri/") || path.starts_with("xtask/") {
                continue;
            }
            for (name, value) in table {
                assert!(
                    value.get("workspace").is_some(),
                    "{path} gives {name} a version of its own"
                );
            }
        }
    }
}

#[test]
fn nothing_comes_from_git_or_from_outside_the_tree() {
    let lock = tree::read("Cargo.lock");
    assert!(!lock.contains("git+"), "a dependency comes from git");
    assert!(
        fs::exists(tree::root().join("ui/package-lock.json")).unwrap(),
        "exact versions of the screen's libraries"
    );
}

#[test]
fn no_program_is_built_with_what_shows_keys() {
    for (path, manifest) in manifests() {
        let text = tree::read(&path);
        assert!(
            path.starts_with("xtask/") || !text.contains("durumi-keys/traces"),
            "{path} turns on what shows keys"
        );
        for table in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let keys = manifest.get(table).and_then(|table| table.get("durumi-keys"));
            assert!(keys.is_none_or(|keys| keys.get("features").is_none()), "{path}");
        }
    }
}
