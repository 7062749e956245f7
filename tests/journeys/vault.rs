//! Is everything in order? What is damaged is said, put in order or named, and nothing is deleted.

use std::{fs, sync::Arc, thread, time::Duration};

use durumi_api::Failure;
use durumi_testkit::{Device, PASSPHRASE};
use serde_json::{Value, json};

fn check(device: &Device) -> Value {
    device.call("vault_check", json!({}))
}

fn alice() -> Device {
    let alice = Device::alice_with_notebook();
    let case = alice.call("case_create", json!({ "title": "사건" }))["id"].clone();
    for text in ["첫 글", "둘째 글"] {
        let note = json!({ "caseId": case, "date": null, "place": "", "text": text });
        alice.call("note_save", note);
    }
    alice
}

fn flip(device: &Device, name: &str, at: usize) {
    let path = device.data().join(name);
    let mut bytes = fs::read(&path).unwrap();
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

#[test]
fn where_nothing_is_damaged_it_says_so() {
    let alice = alice();
    let report = check(&alice);
    for part in ["keys", "library", "notebook"] {
        assert_eq!(report[part], "sound", "{part}");
    }
    assert_eq!(report["cases"], 1);
    assert_eq!(report["notes"], 2);
    assert_eq!(report["repaired"], json!([]));
    alice.call("notebook_lock", json!({}));
    assert_eq!(
        alice.try_call("vault_check", json!({})).err(),
        Some(Failure::Locked)
    );
}

#[test]
fn a_library_with_a_damaged_page_is_made_again_and_the_old_one_kept() {
    let mut alice = alice();
    alice.stop();
    let pages = fs::read(alice.data().join("shelf")).unwrap().len() / 4096;
    flip(&alice, "shelf", pages / 2 * 4096 + 77);
    alice.start().unwrap();
    alice.call("notebook_unlock", json!({ "passphrase": PASSPHRASE }));
    let report = check(&alice);
    assert_eq!(report["library"], "repaired");
    assert_eq!(report["repaired"], json!(["library"]));
    assert_eq!(report["kept"], 1);
    assert!(alice.data().join("shelf-aside-1").exists());
    let again = check(&alice);
    assert_eq!((&again["library"], &again["kept"]), (&json!("sound"), &json!(1)));
}

#[test]
fn damaged_keys_are_named_and_left_alone() {
    let mut alice = alice();
    alice.stop();
    let place = if alice.notebook_names().0 == "notebook-1" {
        7
    } else {
        3
    };
    flip(&alice, "keys", 192 + place * 176 + 10);
    let damaged = fs::read(alice.data().join("keys")).unwrap();
    alice.start().unwrap();
    alice.call("notebook_unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(check(&alice)["keys"], "damaged");
    assert_eq!(fs::read(alice.data().join("keys")).unwrap(), damaged);
}

#[test]
fn any_damaged_page_of_the_notebook_leaves_the_notes_readable_or_is_said() {
    let mut alice = alice();
    alice.stop();
    let name = alice.notebook_names().0;
    let whole = fs::read(alice.data().join(name)).unwrap();
    let (mut sound, mut repaired, mut named, mut closed) = (0, 0, 0, 0);
    // More pages than the tables have: the rest is padding, and damage there is no damage.
    for page in (1..70).step_by(5) {
        flip(&alice, name, page * 4096 + 2000);
        alice.start().unwrap();
        match alice.try_call("notebook_unlock", json!({ "passphrase": PASSPHRASE })) {
            Ok(_) => {
                let report = check(&alice);
                match report["notebook"].as_str() {
                    Some("sound") => sound += 1,
                    Some("repaired") => repaired += 1,
                    _ => named += 1,
                }
                if report["notebook"] != "damaged" {
                    assert_eq!(report["notes"], 2, "page {page}");
                    let cases = alice.call("case_list", json!({}));
                    assert_eq!(cases[0]["notes"], 2, "page {page}");
                }
            }
            Err(failure) => {
                assert_eq!(failure, Failure::NotebookDamaged, "page {page}");
                closed += 1;
            }
        }
        alice.stop();
        fs::write(alice.data().join(name), &whole).unwrap();
    }
    assert!(sound > 0 && repaired > 2, "{sound} {repaired} {named} {closed}");
    assert!(closed < 4, "{sound} {repaired} {named} {closed}");
}

#[test]
fn locking_does_not_wait_for_a_check() {
    let alice = Arc::new(alice());
    let checking = {
        let alice = Arc::clone(&alice);
        thread::spawn(move || {
            let mut checks = 0;
            while alice.try_call("vault_check", json!({})).is_ok() {
                checks += 1;
            }
            checks
        })
    };
    thread::sleep(Duration::from_millis(300));
    alice.call("notebook_lock", json!({}));
    assert_eq!(alice.call("app_state", json!({}))["mode"], "locked");
    checking.join().unwrap();
}
