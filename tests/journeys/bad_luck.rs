//! When something is wrong: each has its own answer, and nothing is lost.

use std::fs;

use durumi_api::Failure;
use durumi_testkit::{Device, PASSPHRASE};
use serde_json::json;

fn unlock(device: &Device) -> Result<serde_json::Value, Failure> {
    device.try_call("notebook_unlock", json!({ "passphrase": PASSPHRASE }))
}

/// A notebook with one case, closed.
fn written() -> Device {
    let mut alice = Device::alice_with_notebook();
    alice.call("case_create", json!({ "title": "사건" }));
    alice.stop();
    alice
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_the_right_one_still_does() {
    let mut alice = written();
    alice.start().unwrap();
    let wrong = alice.try_call("notebook_unlock", json!({ "passphrase": "아닌것 같습니다" }));
    assert_eq!(wrong.err(), Some(Failure::WrongPassphrase));
    unlock(&alice).unwrap();
    assert_eq!(alice.call("case_list", json!({})).as_array().unwrap().len(), 1);
}

#[test]
fn each_damaged_file_is_named_and_left_as_it_is() {
    for (name, expected) in [
        ("keys", Failure::KeysDamaged),
        ("shelf", Failure::ShelfDamaged),
        ("notebook-1", Failure::NotebookDamaged),
    ] {
        let mut alice = written();
        let path = alice.data().join(name);
        let whole = fs::read(&path).unwrap();
        let mut broken = whole.clone();
        // The magic of the keys file, the first page of a database.
        broken[4] ^= 0xff;
        fs::write(&path, &broken).unwrap();
        let failure = alice.start().err().or_else(|| unlock(&alice).err());
        assert_eq!(failure, Some(expected), "{name}");
        alice.stop();
        assert_eq!(fs::read(&path).unwrap(), broken, "{name} was changed");
        fs::write(&path, &whole).unwrap();
        alice.start().unwrap();
        unlock(&alice).unwrap();
        assert_eq!(alice.call("case_list", json!({})).as_array().unwrap().len(), 1);
    }
}

#[test]
fn a_flipped_bit_in_a_slot_is_a_wrong_passphrase_and_no_panic() {
    let mut alice = written();
    let path = alice.data().join("keys");
    let mut bytes = fs::read(&path).unwrap();
    bytes[192..].iter_mut().step_by(40).for_each(|byte| *byte ^= 1);
    fs::write(&path, bytes).unwrap();
    alice.start().unwrap();
    assert_eq!(unlock(&alice).err(), Some(Failure::WrongPassphrase));
}

#[test]
fn lost_keys_are_told_from_no_notebook() {
    let mut alice = written();
    fs::remove_file(alice.data().join("keys")).unwrap();
    assert_eq!(alice.start().err(), Some(Failure::KeysDamaged));
    assert!(alice.data().join("notebook-1").exists());
}

#[test]
fn a_passphrase_that_is_too_easy_makes_no_notebook() {
    let alice = Device::alice();
    for passphrase in ["12345678", "password", "aaaaaaaaaaaa", "qwertyuiop"] {
        let create = json!({ "passphrase": passphrase, "shelf": "closed" });
        let refused = alice.try_call("notebook_create", create).err();
        assert_eq!(refused, Some(Failure::PassphraseTooEasy), "{passphrase}");
    }
    assert!(!alice.data().exists());
}

#[test]
fn a_second_start_on_the_same_folder_is_refused() {
    let alice = Device::alice_with_notebook();
    assert_eq!(alice.another_start().err(), Some(Failure::InUse));
    alice.call("case_create", json!({ "title": "사건" }));
}

#[test]
fn an_empty_folder_stays_empty_while_reading() {
    let mut alice = Device::alice();
    fs::create_dir(alice.data()).unwrap();
    alice.start().unwrap();
    alice.call("library_articles", json!({ "language": "ko" }));
    assert_eq!(fs::read_dir(alice.data()).unwrap().count(), 0);
}

#[test]
fn of_two_readers_only_the_first_makes_the_notebook() {
    let alice = Device::alice();
    let second = alice.another_start().unwrap();
    let create = json!({ "passphrase": PASSPHRASE, "shelf": "closed" });
    alice.call("notebook_create", create.clone());
    assert_eq!(
        second.dispatch("notebook_create", create).err(),
        Some(Failure::InUse)
    );
    alice.call("case_create", json!({ "title": "사건" }));
}

#[test]
fn a_folder_that_cannot_be_made_is_named_and_reading_goes_on() {
    let alice = Device::alice();
    fs::write(alice.data(), "a file where the folder should be").unwrap();
    let result = alice.try_call(
        "notebook_create",
        json!({ "passphrase": PASSPHRASE, "shelf": "closed" }),
    );
    assert_eq!(result.err(), Some(Failure::NotWritable));
    assert_eq!(alice.call("app_state", json!({}))["mode"], "reading");
    alice.call("library_articles", json!({ "language": "ru" }));
}

#[test]
fn a_notebook_is_not_made_twice() {
    let alice = Device::alice_with_notebook();
    let again = alice.try_call(
        "notebook_create",
        json!({ "passphrase": PASSPHRASE, "shelf": "open" }),
    );
    assert_eq!(again.err(), Some(Failure::NotebookExists));
}

#[test]
fn what_cannot_be_understood_is_named_in_the_words_of_the_contract() {
    let alice = Device::alice_with_notebook();
    let what = |command: &str, request| match alice.try_call(command, request) {
        Err(Failure::BadRequest { what }) => what,
        other => panic!("{command}: {other:?}"),
    };
    assert_eq!(what("no_such_command", json!({})), "command");
    assert_eq!(what("case_create", json!({})), "title");
    assert_eq!(what("case_create", json!({ "title": "" })), "title");
    assert_eq!(what("case_show", json!({ "caseId": "비밀" })), "case_show");
    assert_eq!(
        what("library_article", json!({ "id": "x", "languages": [] })),
        "languages"
    );
    assert_eq!(
        what("attachment_add", json!({ "id": "0".repeat(32), "data": "?" })),
        "data"
    );
}

#[test]
fn no_query_is_an_error() {
    let alice = Device::alice_with_notebook();
    let long = "가".repeat(10_000);
    let queries = [
        "",
        " ",
        "\"",
        "'; DROP TABLE note; --",
        "a AND",
        "NEAR(",
        "*",
        "가*",
        "^",
        "\u{0}",
        "\u{202e}",
        "\u{1112}\u{1161}",
        "ㅂ",
        "-",
        "title:x",
        "{a b}:c",
        &long,
        "!@#$%^&*()",
        "\u{fffd}",
    ];
    for query in queries {
        alice.call("search", json!({ "query": query, "limit": 100 }));
        alice.call(
            "library_search",
            json!({ "query": query, "limit": 4_000_000_000_u32 }),
        );
    }
}

#[test]
fn passphrases_of_any_kind_are_answered() {
    let alice = Device::alice();
    for passphrase in [
        String::new(),
        "가".into(),
        "x".repeat(1025),
        "\u{0}".repeat(100),
        "가".repeat(300),
    ] {
        alice.call("passphrase_strength", json!({ "passphrase": passphrase }));
    }
    let short = alice.try_call(
        "notebook_create",
        json!({ "passphrase": "짧다", "shelf": "closed" }),
    );
    assert_eq!(short.err(), Some(Failure::PassphraseLength));
    let long = alice.try_call(
        "notebook_create",
        json!({ "passphrase": "x".repeat(1025), "shelf": "closed" }),
    );
    assert_eq!(long.err(), Some(Failure::PassphraseLength));
    assert!(!alice.data().exists());
}
