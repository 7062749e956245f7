//! Planted words, and a search for them in every file the program wrote.

use std::{fs, path::Path};

use durumi_testkit::{Device, PASSPHRASE, find_traces};
use serde_json::json;

const CANARIES: [&str; 6] = [
    "zqcanarytitle",
    "zqcanarynote",
    "까나리아글",
    "канарейка",
    "zqcanaryplace",
    "zqcanaryfile",
];

/// Words of the library that must not lie in the shelf as they are.
const LIBRARY: [&str; 4] = ["변호사", "адвокат", "убежищ", "lawyer"];

fn live_through_the_main_job(alice: &Device) {
    let case = alice.call("case_create", json!({ "title": "zqcanarytitle" }));
    for text in ["zqcanarynote 까나리아글", "канарейка в клетке"] {
        let note =
            json!({ "caseId": case["id"], "place": "zqcanaryplace", "text": text, "date": "2026-11-20" });
        alice.call("note_save", note);
    }
    let file =
        json!({ "caseId": case["id"], "name": "zqcanaryfile.txt", "mediaType": "text/plain", "size": 12 });
    let ticket = alice.call("attachment_start", file);
    alice.call(
        "attachment_add",
        json!({ "id": ticket["id"], "data": "enFjYW5hcnlmaWxl" }),
    );
    alice.call("attachment_finish", json!({ "id": ticket["id"] }));
    for query in CANARIES {
        alice.call("search", json!({ "query": query, "limit": 10 }));
    }
}

fn assert_clean(data: &Path, when: &str) {
    let words: Vec<&str> = CANARIES.into_iter().chain(LIBRARY).chain([PASSPHRASE]).collect();
    assert_eq!(find_traces(&[data], &words), [], "{when}");
}

#[test]
fn no_word_of_notes_articles_or_passphrase_is_in_the_data_folder() {
    let mut alice = Device::alice_with_notebook();
    live_through_the_main_job(&alice);
    assert_clean(&alice.data(), "while the notebook is open");
    alice.call("notebook_lock", json!({}));
    assert_clean(&alice.data(), "after locking");
    alice.stop();
    assert_clean(&alice.data(), "after the end");
    let size: u64 = fs::read_dir(alice.data())
        .unwrap()
        .map(|file| file.unwrap().metadata().unwrap().len())
        .sum();
    assert!(size > 50_000, "there was something to search: {size} bytes");
}

#[test]
fn after_locking_the_folder_holds_the_same_files_for_everybody() {
    let mut alice = Device::alice_with_notebook();
    live_through_the_main_job(&alice);
    alice.stop();
    let mut names: Vec<_> = fs::read_dir(alice.data())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "keys",
            "lock",
            "notebook-1",
            "notebook-1-wal",
            "notebook-2",
            "notebook-2-wal",
            "shelf"
        ]
    );
}

#[test]
fn the_search_finds_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let utf16: Vec<u8> = "까나리아글".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::create_dir(folder.path().join("deep")).unwrap();
    fs::write(
        folder.path().join("deep/file"),
        [b"..".as_slice(), &utf16].concat(),
    )
    .unwrap();
    fs::write(folder.path().join("plain"), "…канарейка…").unwrap();
    let mut words: Vec<_> = find_traces(&[folder.path()], &CANARIES)
        .into_iter()
        .map(|(_, word)| word)
        .collect();
    words.sort();
    assert_eq!(
        words,
        ["까나리아글", "канарейка"]
            .map(str::to_owned)
            .into_iter()
            .rev()
            .collect::<Vec<_>>()
    );
}

#[test]
#[should_panic(expected = "cannot be looked at")]
fn a_folder_that_is_not_there_is_not_clean() {
    let folder = tempfile::tempdir().unwrap();
    find_traces(&[&folder.path().join("missing")], &CANARIES);
}
