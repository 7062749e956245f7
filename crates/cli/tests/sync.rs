//! `durumi sync`: two data folders by hand, through a folder.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::{
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

const PASSPHRASE: &str = "zqcanarypass 까나리아 구절";

fn run(data: &Path, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_durumi"))
        .args(["--language", "en", "--data"])
        .arg(data)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn succeed(data: &Path, arguments: &[&str], input: &str) -> String {
    let output = run(data, arguments, input);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn two_data_folders_come_to_hold_the_same() {
    let place = tempfile::tempdir().unwrap();
    let [one, two, stick] = ["one", "two", "stick"].map(|name| place.path().join(name));
    std::fs::create_dir(&stick).unwrap();
    let [stick, file] =
        [&stick, &place.path().join("invitation")].map(|path| path.to_str().unwrap().to_owned());
    let only = format!("{PASSPHRASE}\n");
    succeed(&one, &["notebook", "create"], &only);
    let case = succeed(&one, &["case", "new"], &format!("{PASSPHRASE}\n로임 사건\n"));
    succeed(
        &one,
        &["note", "add", case.trim()],
        &format!("{PASSPHRASE}\n지배인이 려권을 가져갔다.\n"),
    );

    let said = succeed(&one, &["sync", "invite", &file], &only);
    let code = said.lines().last().unwrap();
    assert_eq!(std::fs::metadata(&file).unwrap().len(), 512);
    let short = code.strip_suffix(|digit: char| digit.is_ascii_digit()).unwrap();
    let mistyped = run(
        &two,
        &["sync", "join", &file],
        &format!("{PASSPHRASE}\n{short}\n"),
    );
    assert!(!mistyped.status.success() && !two.exists());
    succeed(&two, &["sync", "join", &file], &format!("{PASSPHRASE}\n{code}\n"));

    let went = succeed(&one, &["sync", "folder", &stick], &only);
    assert!(went.contains("went: 2"), "{went}");
    succeed(&two, &["sync", "folder", &stick], &only);
    let [here, there] = [&one, &two].map(|data| succeed(data, &["case", "show", case.trim()], &only));
    assert_eq!(here, there);
    assert!(there.contains("려권"));

    succeed(
        &two,
        &["note", "add", case.trim()],
        &format!("{PASSPHRASE}\nМне не заплатили.\n"),
    );
    succeed(&two, &["sync", "now"], &only);
    succeed(&one, &["sync", "now"], &only);
    assert!(succeed(&one, &["case", "show", case.trim()], &only).contains("заплатили"));

    std::fs::remove_dir_all(&stick).unwrap();
    let pulled = run(&one, &["sync", "now"], &only);
    assert!(!pulled.status.success());
    assert!(String::from_utf8_lossy(&pulled.stderr).contains("Plug in the stick"));
    let listed = succeed(&one, &["sync", "list"], &only);
    let id = listed.split('\t').next().unwrap();
    succeed(&one, &["sync", "forget", id], &only);
    assert_eq!(succeed(&one, &["sync", "list"], &only), "");
}

#[test]
fn leaving_fails_while_a_place_that_is_off_misses_something() {
    let place = tempfile::tempdir().unwrap();
    let [data, stick] = ["data", "stick"].map(|name| place.path().join(name));
    std::fs::create_dir(&stick).unwrap();
    let only = format!("{PASSPHRASE}\n");
    succeed(&data, &["notebook", "create"], &only);
    succeed(&data, &["sync", "folder", stick.to_str().unwrap()], &only);
    let listed = succeed(&data, &["sync", "list"], &only);
    let id = listed.split('\t').next().unwrap();
    succeed(&data, &["sync", "off", id], &only);
    succeed(&data, &["case", "new"], &format!("{PASSPHRASE}\n로임 사건\n"));
    let left = run(&data, &["sync", "leave"], &only);
    assert!(!left.status.success());
    assert!(String::from_utf8_lossy(&left.stderr).contains("no place was forgotten"));
    assert!(succeed(&data, &["sync", "list"], &only).contains(id), "it stays");
    succeed(&data, &["sync", "on", id], &only);
    assert!(succeed(&data, &["sync", "leave"], &only).contains("has forgotten the places"));
    assert_eq!(succeed(&data, &["sync", "list"], &only), "");
}
