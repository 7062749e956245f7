//! `durumi vault check` at a terminal.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

const PASSPHRASE: &str = "tumen river crane 1948 winter\n";

fn durumi(data: &Path, arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_durumi"))
        .arg("--data")
        .arg(data)
        .args(["--language", "en"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(PASSPHRASE.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn a_terminal_is_told_whether_everything_is_in_order() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("data");
    assert!(durumi(&data, &["notebook", "create"]).status.success());
    let sound = durumi(&data, &["vault", "check"]);
    assert!(sound.status.success());
    let told = String::from_utf8(sound.stdout).unwrap();
    assert!(told.starts_with("Everything is in order.\n"), "{told}");

    // The last place of the keys file, which this notebook may not need.
    let mut keys = fs::read(data.join("keys")).unwrap();
    keys[130] ^= 1;
    fs::write(data.join("keys"), keys).unwrap();
    let damaged = durumi(&data, &["vault", "check"]);
    assert_eq!(damaged.status.code(), Some(1));
    let told = String::from_utf8(damaged.stdout).unwrap();
    assert!(told.contains("The keys file is damaged in one place."), "{told}");
}
