//! A plain SQLite that is loaded before the program's own, as a package or a person may arrange.

#![cfg(target_os = "linux")]

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

const CANARY: &str = "zqcanarypreload";

/// Plain SQLite, where the web view's packages put it.
fn plain_sqlite() -> Option<String> {
    [
        "/usr/lib/x86_64-linux-gnu",
        "/usr/lib/aarch64-linux-gnu",
        "/usr/lib64",
        "/usr/lib",
    ]
    .map(|folder| format!("{folder}/libsqlite3.so.0"))
    .into_iter()
    .find(|path| Path::new(path).exists())
}

#[test]
fn with_plain_sqlite_loaded_before_ours_nothing_is_written_in_plain() {
    let Some(library) = plain_sqlite() else {
        println!("no plain SQLite is installed here: nothing to load");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_durumi"))
        .arg("--data")
        .arg(folder.path())
        .arg("batch")
        .env("LD_PRELOAD", library)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let asked = format!(
        "{{\"id\":1,\"command\":\"notebook_create\",\"request\":{{\"passphrase\":\"tumen river crane 1948 winter\",\"shelf\":\"closed\"}}}}\n\
         {{\"id\":2,\"command\":\"case_create\",\"request\":{{\"title\":\"{CANARY}\"}}}}\n"
    );
    program.stdin.take().unwrap().write_all(asked.as_bytes()).unwrap();
    let answer = program.wait_with_output().unwrap();
    let answer = String::from_utf8(answer.stdout).unwrap();
    // The program's SQLite is inside it and looks up no name of the other one: it works, and encrypts.
    assert_eq!(answer.lines().count(), 2, "{answer}");
    assert!(answer.contains(CANARY), "{answer}");
    let mut files = 0;
    for file in fs::read_dir(folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.starts_with(b"SQLite format 3"));
        assert!(
            !bytes
                .windows(CANARY.len())
                .any(|window| window == CANARY.as_bytes())
        );
        files += usize::from(!bytes.is_empty());
    }
    assert!(files >= 3, "{files} files were written");
}
