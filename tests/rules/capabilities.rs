//! What a window may call: a reading window cannot call a command of the notebook.

use std::collections::BTreeSet;

use durumi_api::with_commands;
use serde_json::Value;

use crate::tree;

macro_rules! groups {
    ($($group:ident { $($(#[$doc:meta])* $name:ident: $request:ty => $reply:ty,)* })*) => {
        fn commands(group: &str) -> BTreeSet<String> {
            let mut names = BTreeSet::new();
            $(if group == stringify!($group) { names.extend([$(stringify!($name).to_owned()),*]); })*
            names
        }
    };
}

with_commands!(groups);

/// What a capability file grants, as names of commands.
fn granted(file: &str) -> BTreeSet<String> {
    let capability: Value = serde_json::from_str(&tree::read(file)).unwrap();
    capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|permission| permission.as_str().unwrap())
        .map(|permission| {
            permission
                .strip_prefix("allow-")
                .unwrap_or(permission)
                .replace('-', "_")
        })
        .collect()
}

#[test]
fn a_window_starts_with_the_commands_of_a_reader_only() {
    let reading = granted("src-tauri/capabilities/reading.json");
    assert_eq!(reading, commands("reader"));
    assert!(reading.is_disjoint(&commands("notebook")));
}

#[test]
fn no_capability_grants_anything_of_the_system() {
    for file in tree::files(&[".json"])
        .iter()
        .filter(|path| path.starts_with("src-tauri/capabilities/"))
    {
        let known: BTreeSet<_> = commands("reader").union(&commands("notebook")).cloned().collect();
        let beyond: Vec<_> = granted(file).difference(&known).cloned().collect();
        assert!(beyond.is_empty(), "{file} grants {beyond:?}");
    }
}
