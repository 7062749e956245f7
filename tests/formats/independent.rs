//! A notebook is a SQLCipher 4 file like any other: another build of SQLCipher opens it with the key.
//!
//! So that a notebook can be rescued without us, and because a claim of encryption should not rest on
//! the program that makes it. `cargo xtask test` installs the other build, a Python module, and names
//! the interpreter in `DURUMI_PYTHON`; without that the test fails rather than pass unseen.

use std::{fs, process::Command};

use durumi_testkit::{CountingRandom, PASSPHRASE};

use crate::{keys, path};

#[test]
fn another_build_of_sqlcipher_opens_the_notebook_with_the_key_and_not_without() {
    let python = std::env::var("DURUMI_PYTHON").expect("run the tests with `cargo xtask test`");
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("notebook-1");
    fs::copy(path("notebook-1"), &copy).unwrap();
    let key = keys::make()
        .1
        .master
        .derive_database_key()
        .expose_as_raw_key_text();
    let wrong = durumi_keys::MasterKey::make(&CountingRandom::new(9))
        .derive_database_key()
        .expose_as_raw_key_text();
    assert!(!PASSPHRASE.is_empty());
    let output = Command::new(python)
        .arg(path("independent.py"))
        .arg(&copy)
        .args([str::from_utf8(&key).unwrap(), str::from_utf8(&wrong).unwrap()])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(said.contains("opened, checked and refused"), "{said}");
}
