//! Copies from the window: where they go, what is said of them, which stay, and a notebook made from one.

use std::{fs, sync::Arc, thread, time::Duration};

use durumi_api::Failure;
use durumi_testkit::{Device, PASSPHRASE};
use serde_json::{Value, json};

const SECOND: &str = "Четыре журавля над Амуром";

fn alice() -> Device {
    let alice = Device::alice_with_notebook();
    fs::create_dir(alice.documents()).unwrap();
    alice.call("case_create", json!({ "title": "사건" }));
    alice
}

fn make(device: &Device, passphrase: &str) -> Value {
    device.call("backup_make", json!({ "passphrase": passphrase, "place": "" }))
}

/// The copies in the person's own folder, the newest first.
fn copies(device: &Device) -> Vec<String> {
    let places = device.call("backup_places", json!({}));
    let here = places
        .as_array()
        .unwrap()
        .iter()
        .find(|place| place["name"] == "")
        .unwrap();
    let copies = here["copies"].as_array().unwrap().iter();
    copies
        .map(|copy| copy["file"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn what_is_said_of_copies_is_true() {
    let alice = alice();
    assert_eq!(alice.call("backup_show", json!({}))["made"], json!([]));
    let made = make(&alice, PASSPHRASE)["made"][0].clone();
    assert_eq!((&made["place"], &made["behind"]), (&json!(""), &json!(0)));
    alice.call("case_create", json!({ "title": "다른 사건" }));
    alice.turn_clock(86_400);
    let now = alice.call("backup_show", json!({}))["made"][0].clone();
    assert_eq!((&now["behind"], &now["madeMs"]), (&json!(1), &made["madeMs"]));
    let check = json!({ "passphrase": PASSPHRASE, "place": "", "file": copies(&alice)[0] });
    let checked = alice.call("backup_check", check.clone())["made"][0].clone();
    assert_eq!(checked["madeMs"], made["madeMs"]);
    assert_eq!(
        checked["checkedMs"].as_i64(),
        made["madeMs"].as_i64().map(|ms| ms + 86_400_000)
    );

    let path = alice.documents().join("durumi-copies").join(&copies(&alice)[0]);
    let mut bytes = fs::read(&path).unwrap();
    let end = bytes.len() - 1;
    bytes[end] ^= 1;
    fs::write(&path, bytes).unwrap();
    alice.turn_clock(86_400);
    assert_eq!(
        alice.try_call("backup_check", check).err(),
        Some(Failure::BackupDamaged)
    );
    let now = alice.call("backup_show", json!({}))["made"][0].clone();
    assert_eq!(
        now["checkedMs"], checked["checkedMs"],
        "a copy that is damaged was not checked"
    );
}

#[test]
fn checking_another_copy_is_not_written_down_as_checking_the_last_one() {
    let alice = alice();
    let folder = alice.documents().join("durumi-copies");
    alice.call(
        "second_notebook_create",
        json!({ "present": PASSPHRASE, "new": SECOND }),
    );
    make(&alice, PASSPHRASE);
    let older = copies(&alice)[0].clone();
    alice.turn_clock(60);
    let made = make(&alice, PASSPHRASE)["made"][0].clone();
    let last = copies(&alice).into_iter().find(|file| *file != older).unwrap();
    alice.turn_clock(86_400);
    let check = |passphrase: &str, file: &str| {
        let request = json!({ "passphrase": passphrase, "place": "", "file": file });
        alice.call("backup_check", request)["made"][0]["checkedMs"].clone()
    };
    assert_eq!(check(PASSPHRASE, &older), made["checkedMs"], "an older one");
    fs::rename(folder.join(&last), alice.data().join("aside")).unwrap();
    assert_eq!(
        check(PASSPHRASE, &older),
        made["checkedMs"],
        "the last one is lost"
    );
    // The other notebook's copy, under the very name that is written down.
    alice.call("notebook_lock", json!({}));
    alice.call("notebook_unlock", json!({ "passphrase": SECOND }));
    make(&alice, SECOND);
    let others = copies(&alice).into_iter().find(|file| *file != older).unwrap();
    fs::rename(folder.join(others), folder.join(&last)).unwrap();
    alice.call("notebook_lock", json!({}));
    alice.call("notebook_unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(check(SECOND, &last), made["checkedMs"], "another notebook's");
    fs::rename(alice.data().join("aside"), folder.join(&last)).unwrap();
    assert_ne!(check(PASSPHRASE, &last), made["checkedMs"], "the last one itself");
}

#[test]
fn what_was_left_half_written_is_no_copy_and_goes_when_the_next_one_is_made() {
    let alice = alice();
    let folder = alice.documents().join("durumi-copies");
    for _ in 0..5 {
        alice.turn_clock(60);
        make(&alice, PASSPHRASE);
    }
    let five = copies(&alice);
    let whole = fs::read(folder.join(&five[0])).unwrap();
    // Its first segment opens.
    let half = folder.join("copy-2020-01-01-000000-01.new");
    fs::write(&half, &whole[..whole.len() / 2]).unwrap();
    let letter = folder.join("copy-of-my-letter.new");
    fs::write(&letter, "not ours").unwrap();
    assert_eq!(copies(&alice), five, "it is not listed");
    alice.turn_clock(60);
    make(&alice, PASSPHRASE);
    assert!(!half.exists() && letter.exists());
    let mut kept = copies(&alice);
    kept.sort();
    assert_eq!(kept.len(), 5);
    let mut made = five;
    made.sort();
    assert_eq!(kept[..4], made[1..], "the four newest of before");
}

#[test]
fn the_last_five_of_each_notebook_stay_and_nothing_else_is_touched() {
    let alice = alice();
    let folder = alice.documents().join("durumi-copies");
    alice.call(
        "second_notebook_create",
        json!({ "present": PASSPHRASE, "new": SECOND }),
    );
    make(&alice, PASSPHRASE);
    fs::write(folder.join("copy-of-my-letter"), "not ours").unwrap();
    alice.call("notebook_lock", json!({}));
    alice.call("notebook_unlock", json!({ "passphrase": SECOND }));
    let mut second = Vec::new();
    for _ in 0..2 {
        alice.turn_clock(60);
        make(&alice, SECOND);
        second.push(copies(&alice)[0].clone());
    }
    alice.call("notebook_lock", json!({}));
    alice.call("notebook_unlock", json!({ "passphrase": PASSPHRASE }));
    for _ in 0..6 {
        alice.turn_clock(60);
        make(&alice, PASSPHRASE);
    }
    let left = copies(&alice);
    assert_eq!(left.len(), 7);
    assert!(
        second.iter().all(|file| left.contains(file)),
        "the other notebook's copies are gone"
    );
    assert!(folder.join("copy-of-my-letter").exists());
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 8, "nothing half written");
}

#[test]
fn a_notebook_is_made_from_a_copy_where_there_is_none() {
    let alice = alice();
    make(&alice, PASSPHRASE);
    let bob = Device::alice();
    fs::create_dir(bob.documents()).unwrap();
    let file = copies(&alice)[0].clone();
    // Somebody put it beside the folder.
    fs::copy(
        alice.documents().join("durumi-copies").join(&file),
        bob.documents().join(&file),
    )
    .unwrap();
    assert_eq!(copies(&bob), [file.as_str()]);
    let restore = |passphrase: &str, file: &str| {
        let request = json!({ "passphrase": passphrase, "place": "", "file": file });
        bob.try_call("backup_restore", request)
    };
    assert_eq!(restore(SECOND, &file).err(), Some(Failure::WrongPassphrase));
    for elsewhere in ["../documents", "durumi-copies/../x", ""] {
        assert_eq!(restore(PASSPHRASE, elsewhere).err(), Some(Failure::NotFound));
    }
    assert_eq!(restore(PASSPHRASE, &file).unwrap()["mode"], "locked");
    bob.call("notebook_unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(bob.call("case_list", json!({}))[0]["title"], "사건");
    assert_eq!(restore(PASSPHRASE, &file).err(), Some(Failure::NotebookExists));
    let lengths = ["notebook-1", "notebook-2"].map(|name| fs::metadata(bob.data().join(name)).unwrap().len());
    assert_eq!(lengths[0], lengths[1], "the two are alike from the beginning");
}

#[test]
fn a_copy_needs_the_passphrase_and_a_place_that_is_there() {
    let alice = alice();
    let ask = |passphrase: &str, place: &str| {
        let request = json!({ "passphrase": passphrase, "place": place });
        alice.try_call("backup_make", request).err()
    };
    assert_eq!(ask(SECOND, ""), Some(Failure::WrongPassphrase));
    assert_eq!(
        ask(PASSPHRASE, "a stick that was pulled"),
        Some(Failure::NotFound)
    );
    alice.call("notebook_lock", json!({}));
    assert_eq!(ask(PASSPHRASE, ""), Some(Failure::Locked));
    assert!(!alice.documents().join("durumi-copies").exists());
}

#[test]
fn locking_ends_a_copy_that_is_being_made_and_leaves_no_half_of_one() {
    let alice = Arc::new(alice());
    let copying = {
        let alice = Arc::clone(&alice);
        let request = json!({ "passphrase": PASSPHRASE, "place": "" });
        thread::spawn(move || {
            loop {
                if let Err(failure) = alice.try_call("backup_make", request.clone()) {
                    return failure;
                }
            }
        })
    };
    thread::sleep(Duration::from_millis(700));
    alice.call("notebook_lock", json!({}));
    assert_eq!(alice.call("app_state", json!({}))["mode"], "locked");
    assert_eq!(copying.join().unwrap(), Failure::Locked);
    let folder = alice.documents().join("durumi-copies");
    for file in fs::read_dir(folder).into_iter().flatten() {
        let path = file.unwrap().path();
        assert_eq!(path.extension(), None, "half a copy was left");
    }
}
