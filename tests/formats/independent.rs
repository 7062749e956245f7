//! A notebook is a SQLCipher 4 file like any other: another build of SQLCipher opens it with the key.
//!
//! So that a notebook can be rescued without us, and because a claim of encryption should not rest on
//! the program that makes it. `cargo xtask test` installs the other build, a Python module, and names
//! the interpreter in `DURUMI_PYTHON`; without that the test fails rather than pass unseen.

use std::{fs, path::Path, process::Command};

use durumi_keys::MasterKey;
use durumi_testkit::{CountingRandom, Device};
use serde_json::json;

use crate::{keys, path};

#[test]
fn another_build_of_sqlcipher_opens_the_first_notebook_with_the_key_and_not_without() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("notebook-1");
    fs::copy(path("notebook-1"), &copy).unwrap();
    check(&copy, &keys::first_grant().master, "Мне не заплатили.");
}

#[test]
fn another_build_of_sqlcipher_opens_a_notebook_that_was_written_now() {
    const NOTE: &str = "지배인이 려권을 가져갔다. Паспорт у начальника.";
    let mut alice = Device::alice_with_notebook();
    let case = alice.call("case_create", json!({ "title": "로임 사건" }));
    for (day, text) in [("2026-11-20", NOTE), ("2026-11-21", "둘째 기록")] {
        let note = json!({ "caseId": case["id"], "date": day, "place": "", "text": text });
        alice.call("note_save", note);
    }
    alice.stop();
    // What the person has: the files and the passphrase.
    let name = alice.notebook_names().0;
    check(&alice.data().join(name), &alice.grant().master, NOTE);
}

/// Lets the other build open the notebook, find the note and check all there is.
fn check(notebook: &Path, master: &MasterKey, note: &str) {
    let python = std::env::var("DURUMI_PYTHON").expect("run the tests with `cargo xtask test`");
    let right = master.derive_database_key().expose_as_raw_key_text();
    let wrong = MasterKey::make(&CountingRandom::new(9))
        .derive_database_key()
        .expose_as_raw_key_text();
    let output = Command::new(python)
        .arg(path("independent.py"))
        .arg(notebook)
        .args([str::from_utf8(&right).unwrap(), str::from_utf8(&wrong).unwrap()])
        .arg(note)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(said.contains("opened, checked and refused"), "{said}");
    println!("{said}");
}
