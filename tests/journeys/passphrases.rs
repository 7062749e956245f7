//! Passphrases over a notebook's life: typed under any layout, changed, guessed at, and forgetting the other.

use std::{fs, io::Read};

use durumi_api::Failure;
use durumi_keys::{Cost, KeyFile, MasterKey, SlotKind, SystemRandom};
use durumi_testkit::{Device, PASSPHRASE, passphrase};
use serde_json::{Value, json};

const NEW: &str = "Четыре журавля над Амуром";
const WRONG: &str = "아닌것 같습니다 정말로";

fn unlock(device: &Device, typed: &str) -> Result<Value, Failure> {
    device.try_call("notebook_unlock", json!({ "passphrase": typed }))
}

fn change(device: &Device, present: &str, new: &str) -> Result<Value, Failure> {
    device.try_call("passphrase_change", json!({ "present": present, "new": new }))
}

/// A notebook with one case, closed, and the program started again.
fn written() -> Device {
    let mut alice = Device::alice_with_notebook();
    alice.call("case_create", json!({ "title": "사건" }));
    alice.start().unwrap();
    alice
}

fn assert_the_case_is_there(device: &Device) {
    assert_eq!(device.call("case_list", json!({})).as_array().unwrap().len(), 1);
}

fn keys(device: &Device) -> Vec<u8> {
    fs::read(device.data().join("keys")).unwrap()
}

fn slots_changed(before: &[u8], after: &[u8]) -> Vec<usize> {
    let slots = |bytes: &[u8]| -> Vec<Vec<u8>> { bytes[192..].chunks(176).map(<[u8]>::to_vec).collect() };
    let (before, after) = (slots(before), slots(after));
    (0..8).filter(|slot| before[*slot] != after[*slot]).collect()
}

/// Puts a notebook into the other half, as a person does who sets up the second one. Its passphrase is [`NEW`].
fn set_up_the_other(device: &Device) {
    let mut keys = device.key_file();
    let mut grant = device.grant();
    grant.notebook = grant.notebook.other();
    grant.master = MasterKey::make(&SystemRandom);
    keys.put(&SystemRandom, SlotKind::Open, &passphrase(NEW), &grant)
        .unwrap();
    fs::write(device.data().join("keys"), keys.to_bytes()).unwrap();
}

#[test]
fn the_passphrase_opens_under_the_wrong_layout_with_caps_lock_and_decomposed() {
    let mut alice = written();
    let decomposed =
        "\u{1103}\u{116e}\u{1105}\u{116e}\u{1106}\u{1175}\u{1102}\u{1173}\u{11ab} 겨울에 날아온다";
    for typed in [
        "enfnalsms rudnfdp skfdkdhsek",
        "ENFNALSMS RUDNFDP SKFDKDHSEK",
        "утатфдыьы кгвтавз ылавлвфрыул",
        decomposed,
    ] {
        let found = unlock(&alice, typed);
        if typed.starts_with('у') {
            // Keys of another passphrase, to see that not everything opens.
            assert_eq!(found.err(), Some(Failure::WrongPassphrase));
        } else {
            assert_eq!(found.unwrap()["mode"], "unlocked", "{typed}");
            alice.start().unwrap();
        }
    }
}

#[test]
fn a_changed_passphrase_opens_what_the_old_one_did_and_touches_no_other_slot() {
    let mut alice = written();
    assert_eq!(change(&alice, PASSPHRASE, NEW).err(), Some(Failure::Locked));
    unlock(&alice, PASSPHRASE).unwrap();
    assert_eq!(change(&alice, WRONG, NEW).err(), Some(Failure::WrongPassphrase));
    assert_eq!(
        change(&alice, PASSPHRASE, "12345678").err(),
        Some(Failure::PassphraseTooEasy)
    );
    let before = keys(&alice);
    change(&alice, PASSPHRASE, NEW).unwrap();
    assert_eq!(slots_changed(&before, &keys(&alice)).len(), 1);
    alice.start().unwrap();
    assert_eq!(unlock(&alice, PASSPHRASE).err(), Some(Failure::WrongPassphrase));
    unlock(&alice, NEW).unwrap();
    assert_the_case_is_there(&alice);
}

#[test]
fn the_other_notebooks_passphrase_is_no_present_one_and_cannot_be_taken() {
    let alice = written();
    set_up_the_other(&alice);
    unlock(&alice, PASSPHRASE).unwrap();
    let before = keys(&alice);
    assert_eq!(
        change(&alice, NEW, "другая хорошая фраза").err(),
        Some(Failure::WrongPassphrase)
    );
    assert_eq!(
        change(&alice, PASSPHRASE, NEW).err(),
        Some(Failure::PassphraseTaken)
    );
    assert_eq!(slots_changed(&before, &keys(&alice)), [] as [usize; 0]);
}

#[test]
fn wrong_tries_are_slowed_down_also_after_a_restart_and_a_right_one_ends_it() {
    let mut alice = written();
    let before = keys(&alice);
    for _ in 0..3 {
        assert_eq!(unlock(&alice, WRONG).err(), Some(Failure::WrongPassphrase));
    }
    alice.start().unwrap();
    assert_eq!(
        unlock(&alice, PASSPHRASE).err(),
        Some(Failure::WaitToTry { seconds: 5 })
    );
    alice.turn_clock(4);
    assert_eq!(
        unlock(&alice, PASSPHRASE).err(),
        Some(Failure::WaitToTry { seconds: 1 })
    );
    // A clock that is set back makes nobody wait for years.
    alice.turn_clock(-1_000_000);
    assert_eq!(
        unlock(&alice, PASSPHRASE).err(),
        Some(Failure::WaitToTry { seconds: 5 })
    );
    alice.turn_clock(5);
    assert_eq!(unlock(&alice, WRONG).err(), Some(Failure::WrongPassphrase));
    assert_eq!(
        unlock(&alice, WRONG).err(),
        Some(Failure::WaitToTry { seconds: 15 })
    );
    alice.turn_clock(15);
    unlock(&alice, PASSPHRASE).unwrap();
    assert_eq!(alice.key_file().tries().wrong, 0);
    assert_eq!(
        slots_changed(&before, &keys(&alice)),
        [] as [usize; 0],
        "opening leaves no trace in slots"
    );
}

#[test]
fn a_try_is_counted_before_it_is_known_to_be_wrong() {
    let alice = written();
    let right = keys(&alice);
    unlock(&alice, PASSPHRASE).unwrap();
    assert!(
        alice.key_file().tries().last_s > 0,
        "a right try is written down like a wrong one"
    );
    let now = keys(&alice);
    assert_eq!(
        (now.len(), &now[..149]),
        (right.len(), &right[..149]),
        "only checksum and tries"
    );
}

#[test]
fn erasing_after_wrong_tries_is_off_until_asked_for_and_then_leaves_no_slot() {
    let mut alice = written();
    for round in 0..7 {
        assert_eq!(
            unlock(&alice, WRONG).err(),
            Some(Failure::WrongPassphrase),
            "{round}"
        );
        alice.turn_clock(1000);
    }
    unlock(&alice, PASSPHRASE).unwrap();
    for tries in [0, 4, 101, 1000] {
        let refused = alice.try_call("erase_after_set", json!({ "tries": tries }));
        assert!(matches!(refused, Err(Failure::BadRequest { .. })), "{tries}");
    }
    alice.call("erase_after_set", json!({ "tries": 5 }));
    alice.start().unwrap();
    let set = alice.try_call("erase_after_set", json!({ "tries": null }));
    assert_eq!(set.err(), Some(Failure::Locked));
    let before = keys(&alice);
    for round in 0..5 {
        assert!(slots_changed(&before, &keys(&alice)).is_empty(), "{round}");
        assert_eq!(
            unlock(&alice, WRONG).err(),
            Some(Failure::WrongPassphrase),
            "{round}"
        );
        alice.turn_clock(1000);
    }
    assert_eq!(slots_changed(&before, &keys(&alice)).len(), 8);
    assert_eq!(unlock(&alice, PASSPHRASE).err(), Some(Failure::WrongPassphrase));
    assert!(alice.key_file().is_whole());
}

#[test]
fn the_passphrase_that_forgets_destroys_the_other_half_before_it_opens() {
    let mut alice = written();
    set_up_the_other(&alice);
    let forgetting = "а эта фраза забывает вторую";
    unlock(&alice, PASSPHRASE).unwrap();
    let app = alice.app();
    assert_eq!(
        app.set_forgetting_passphrase(PASSPHRASE, PASSPHRASE),
        Err(Failure::PassphraseTaken)
    );
    app.set_forgetting_passphrase(PASSPHRASE, forgetting).unwrap();
    let mine = alice.grant().notebook;
    alice.start().unwrap();
    let before = keys(&alice);
    // The old file itself, whatever has its name afterwards.
    let mut old = fs::File::open(alice.data().join("keys")).unwrap();
    assert_eq!(unlock(&alice, forgetting).unwrap()["mode"], "unlocked");
    assert_the_case_is_there(&alice);
    let after = keys(&alice);
    let changed = slots_changed(&before, &after);
    let half = KeyFile::place_of_half(mine.other());
    assert_eq!(changed.len(), 4);
    assert!(changed.iter().all(|slot| half.contains(&(192 + slot * 176))));
    let mut left = Vec::new();
    old.read_to_end(&mut left).unwrap();
    assert_eq!(
        slots_changed(&before, &left).len(),
        8,
        "the old file's bytes are noise"
    );
    alice.start().unwrap();
    assert_eq!(unlock(&alice, NEW).err(), Some(Failure::WrongPassphrase));
    unlock(&alice, PASSPHRASE).unwrap();
    assert_the_case_is_there(&alice);
}

#[test]
fn a_faster_computer_raises_the_cost_once_and_everything_still_opens() {
    let mut alice = written();
    set_up_the_other(&alice);
    alice.be_faster(Cost::new(128 * 1024, 3, 1).unwrap());
    alice.start().unwrap();
    let before = keys(&alice);
    unlock(&alice, PASSPHRASE).unwrap();
    assert_eq!(alice.key_file().cost().memory_kib(), 128 * 1024);
    assert_eq!(slots_changed(&before, &keys(&alice)).len(), 1);
    assert!(alice.key_file().unlock(&passphrase(NEW)).is_ok());
    let raised = keys(&alice);
    alice.start().unwrap();
    unlock(&alice, PASSPHRASE).unwrap();
    assert!(slots_changed(&raised, &keys(&alice)).is_empty());
    change(&alice, PASSPHRASE, "ещё одна длинная фраза").unwrap();
    alice.start().unwrap();
    unlock(&alice, "ещё одна длинная фраза").unwrap();
    assert_the_case_is_there(&alice);
}

#[test]
fn a_folder_of_the_first_format_opens_and_is_written_anew() {
    let mut alice = written();
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/formats/keys-1");
    // The golden file's notebook is another one; what matters here is what becomes of the file.
    fs::copy(golden, alice.data().join("keys")).unwrap();
    alice.start().unwrap();
    assert!(alice.key_file().is_old());
    let _ = unlock(&alice, PASSPHRASE);
    let keys = alice.key_file();
    assert!(!keys.is_old() && keys.is_whole());
    assert!(keys.unlock(&passphrase("enfnalsms rudnfdp skfdkdhsek")).is_ok());
}
