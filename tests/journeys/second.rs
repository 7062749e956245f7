//! The second notebook, the passphrase that forgets the other one, and erasing everything.

use std::{
    fs::{self, File},
    time::{Duration, Instant},
};

use durumi_api::Failure;
use durumi_store::STEP;
use durumi_testkit::{Device, PASSPHRASE};
use serde_json::{Value, json};

const SECOND: &str = "Четыре журавля над Амуром";
const THIRD: &str = "Пятый журавль летит обратно";

fn unlock(device: &Device, typed: &str) -> Result<Value, Failure> {
    device.try_call("notebook_unlock", json!({ "passphrase": typed }))
}

fn make_second(device: &Device, new: &str) -> Result<Value, Failure> {
    device.try_call(
        "second_notebook_create",
        json!({ "present": PASSPHRASE, "new": new }),
    )
}

fn write(device: &Device, title: &str) {
    device.call("case_create", json!({ "title": title }));
}

fn titles(device: &Device) -> Vec<String> {
    let cases = device.call("case_list", json!({}));
    let mut titles: Vec<_> = cases
        .as_array()
        .unwrap()
        .iter()
        .map(|case| case["title"].as_str().unwrap().to_owned())
        .collect();
    titles.sort();
    titles
}

/// Whatever is open is locked, and the notebook of this passphrase opened.
fn turn_to(device: &Device, typed: &str) {
    device.call("notebook_lock", json!({}));
    unlock(device, typed).unwrap();
}

fn assert_alike(device: &Device) {
    let of = |name: &str| fs::metadata(device.data().join(name)).unwrap();
    for [one, two] in [["notebook-1", "notebook-2"], ["notebook-1-wal", "notebook-2-wal"]] {
        assert_eq!(of(one).len(), of(two).len(), "{one}");
        assert_eq!(of(one).len() % STEP, 0);
        assert_eq!(of(one).modified().unwrap(), of(two).modified().unwrap(), "{one}");
    }
}

fn alice_with_both() -> Device {
    let alice = Device::alice_with_notebook();
    write(&alice, "첫 수첩");
    make_second(&alice, SECOND).unwrap();
    alice
}

#[test]
fn a_second_notebook_is_made_and_both_are_used_in_turns() {
    let mut alice = alice_with_both();
    assert_alike(&alice);
    assert_eq!(titles(&alice), ["첫 수첩"], "the first stays open");
    turn_to(&alice, SECOND);
    assert_eq!(titles(&alice), Vec::<String>::new());
    for round in 0..3 {
        write(&alice, &format!("second {round}"));
        assert_alike(&alice);
        turn_to(&alice, PASSPHRASE);
        write(&alice, &format!("first {round}"));
        assert_alike(&alice);
        turn_to(&alice, SECOND);
    }
    assert_eq!(titles(&alice), ["second 0", "second 1", "second 2"]);
    alice.start().unwrap();
    unlock(&alice, PASSPHRASE).unwrap();
    assert_eq!(titles(&alice).len(), 4);
    // The library is one, and open from both.
    alice.call("library_search", json!({ "query": "변호사", "limit": 1 }));
}

#[test]
fn an_earlier_second_notebook_is_replaced_unless_the_passphrase_opens_it() {
    let alice = alice_with_both();
    turn_to(&alice, SECOND);
    write(&alice, "kept");
    turn_to(&alice, PASSPHRASE);
    make_second(&alice, SECOND).unwrap();
    turn_to(&alice, SECOND);
    assert_eq!(titles(&alice), ["kept"]);
    turn_to(&alice, PASSPHRASE);
    make_second(&alice, THIRD).unwrap();
    alice.call("notebook_lock", json!({}));
    assert_eq!(unlock(&alice, SECOND).err(), Some(Failure::WrongPassphrase));
    unlock(&alice, THIRD).unwrap();
    assert_eq!(titles(&alice), Vec::<String>::new());
    turn_to(&alice, PASSPHRASE);
    assert_eq!(titles(&alice), ["첫 수첩"]);
    assert_alike(&alice);
}

#[test]
fn a_second_notebook_needs_the_present_passphrase_and_one_of_its_own() {
    let alice = Device::alice_with_notebook();
    let wrong = json!({ "present": THIRD, "new": SECOND });
    let ask = |request| alice.try_call("second_notebook_create", request).err();
    assert_eq!(ask(wrong), Some(Failure::WrongPassphrase));
    assert_eq!(
        make_second(&alice, PASSPHRASE).err(),
        Some(Failure::PassphraseTaken)
    );
    assert_eq!(
        make_second(&alice, "12345678").err(),
        Some(Failure::PassphraseTooEasy)
    );
    alice.call("notebook_lock", json!({}));
    assert_eq!(make_second(&alice, SECOND).err(), Some(Failure::Locked));
}

#[test]
fn what_crashed_while_it_was_made_leaves_the_first_whole_and_can_be_made_again() {
    let mut alice = alice_with_both();
    let second = if notebook_of(&alice) == 1 {
        "notebook-2"
    } else {
        "notebook-1"
    };
    alice.stop();
    // The keys are gone already and the file is half written.
    let path = alice.data().join(second);
    let mut bytes = fs::read(&path).unwrap();
    bytes[..40_000].fill(7);
    fs::write(&path, bytes).unwrap();
    alice.start().unwrap();
    unlock(&alice, PASSPHRASE).unwrap();
    assert_eq!(titles(&alice), ["첫 수첩"]);
    make_second(&alice, THIRD).unwrap();
    turn_to(&alice, THIRD);
    assert_eq!(titles(&alice), Vec::<String>::new());
}

fn notebook_of(device: &Device) -> u8 {
    match device.grant().notebook {
        durumi_keys::NotebookNumber::One => 1,
        durumi_keys::NotebookNumber::Two => 2,
    }
}

#[test]
fn the_passphrase_that_forgets_the_other_is_set_from_inside_and_shows_nothing() {
    let alice = alice_with_both();
    let set = json!({ "present": PASSPHRASE, "new": THIRD });
    alice.call("forgetting_passphrase_set", set);
    turn_to(&alice, SECOND);
    write(&alice, "to be forgotten");
    alice.call("notebook_lock", json!({}));
    let forgetting = unlock(&alice, THIRD).unwrap();
    assert_eq!(titles(&alice), ["첫 수첩"]);
    alice.call("notebook_lock", json!({}));
    assert_eq!(unlock(&alice, SECOND).err(), Some(Failure::WrongPassphrase));
    assert_eq!(unlock(&alice, PASSPHRASE).unwrap(), forgetting);
    assert_alike(&alice);
}

#[test]
fn everything_is_erased_at_once_keys_first() {
    let alice = alice_with_both();
    for name in ["notebook-1", "notebook-2"] {
        let file = File::options().write(true).open(alice.data().join(name)).unwrap();
        file.set_len(5 << 30).unwrap();
    }
    let open_keys = File::open(alice.data().join("keys")).unwrap();
    let before = fs::read(alice.data().join("keys")).unwrap();
    fs::write(alice.data().join("shelf-aside-1"), "old").unwrap();
    fs::write(alice.data().join("my own letter.txt"), "not ours").unwrap();
    let mistaken = alice.try_call("erase_everything", json!({ "word": "" }));
    assert!(matches!(mistaken, Err(Failure::BadRequest { .. })));
    let started = Instant::now();
    let state = alice.call("erase_everything", json!({ "word": "erase" }));
    assert!(
        started.elapsed() < Duration::from_secs(1),
        "{:?}",
        started.elapsed()
    );
    assert_eq!(state["mode"], "reading");
    let mut left: Vec<_> = fs::read_dir(alice.data())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["lock", "my own letter.txt"]);
    // Whoever still had the file finds noise in it.
    let mut noise = Vec::new();
    std::io::Read::read_to_end(&mut &open_keys, &mut noise).unwrap();
    assert_eq!(noise.len(), before.len());
    assert!(
        noise
            .chunks(16)
            .zip(before.chunks(16))
            .all(|(noise, key)| noise != key)
    );
    assert_eq!(unlock(&alice, PASSPHRASE).err(), Some(Failure::NoNotebook));
    // And a new one can be made.
    alice.call(
        "notebook_create",
        json!({ "passphrase": SECOND, "shelf": "closed" }),
    );
    assert_eq!(titles(&alice), Vec::<String>::new());
}

#[test]
fn everything_is_erased_also_when_it_is_locked_or_damaged() {
    let mut alice = alice_with_both();
    alice.stop();
    let mut keys = fs::read(alice.data().join("keys")).unwrap();
    keys[150] ^= 1;
    fs::write(alice.data().join("keys"), keys).unwrap();
    alice.start().unwrap();
    let state = alice.call("erase_everything", json!({ "word": "erase" }));
    assert_eq!(state["mode"], "reading");
    assert!(!alice.data().join("notebook-1").exists());
}
