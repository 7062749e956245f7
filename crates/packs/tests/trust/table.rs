//! The table of attacks in `docs/formats/repository.md` names every test that is here, and no other.

use std::collections::BTreeSet;

const DOCUMENT: &str = include_str!("../../../../docs/formats/repository.md");
const SOURCES: [&str; 3] = [
    include_str!("attacks.rs"),
    include_str!("times.rs"),
    include_str!("bytes.rs"),
];

/// Names of tests: those written out, and the rows of the two macros.
fn tests() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for source in SOURCES {
        let mut is_test = false;
        for line in source.lines().map(str::trim) {
            if let Some(rest) = line.strip_prefix("fn ")
                && is_test
            {
                names.extend(rest.split('(').next().map(str::to_owned));
            }
            is_test = line == "#[test]" || (is_test && line.starts_with('#'));
            if line.starts_with("fn any_") || line.starts_with("fn a_bit_turned") {
                let name = line.strip_prefix("fn ").and_then(|rest| rest.split('(').next());
                names.extend(name.map(str::to_owned));
            }
            let Some((name, rest)) = line.split_once(", ") else {
                continue;
            };
            let plain = name.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '_'));
            let is_row = rest.starts_with('"') && rest.contains(", |w| ")
                || rest.ends_with("true;")
                || rest.ends_with("false;");
            if plain && name.contains('_') && is_row {
                names.insert(name.to_owned());
            }
        }
    }
    names.remove("$name");
    names
}

#[test]
fn every_attack_and_time_is_in_the_document_and_there_are_more_than_eighty() {
    let (_, section) = DOCUMENT
        .split_once("## Attacks and times, and their tests")
        .unwrap();
    let section = section.split("\n## ").next().unwrap();
    let written: BTreeSet<String> = section
        .lines()
        .filter(|line| line.starts_with('|'))
        .filter_map(|line| line.split('`').nth(1).map(str::to_owned))
        .collect();
    let tests = tests();
    assert_eq!(written, tests);
    assert!(tests.len() > 80, "{}", tests.len());
}
