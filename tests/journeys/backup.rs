//! A notebook in one file: written, checked, restored elsewhere; damage is found before anything is made of it.

use std::fs;

use durumi_api::Failure;
use durumi_testkit::{Device, PASSPHRASE};
use serde_json::json;

const SECOND: &str = "Четыре журавля над Амуром";

#[test]
fn a_backup_is_restored_on_another_computer_without_the_other_notebook() {
    let alice = Device::alice_with_notebook();
    alice.call("case_create", json!({ "title": "사건" }));
    alice.call(
        "second_notebook_create",
        json!({ "present": PASSPHRASE, "new": SECOND }),
    );
    let stick = tempfile::tempdir().unwrap();
    let file = stick.path().join("letters");
    fs::write(&file, "an older one").unwrap();
    alice.app().write_backup_to(PASSPHRASE, &file).unwrap();
    assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 1);
    alice.app().check_backup_at(PASSPHRASE, &file).unwrap();

    let bob = Device::alice();
    assert_eq!(
        bob.app().restore_backup_from(SECOND, &file).err(),
        Some(Failure::WrongPassphrase)
    );
    assert!(!bob.data().join("keys").exists());
    bob.app().restore_backup_from(PASSPHRASE, &file).unwrap();
    assert_eq!(
        bob.try_call("notebook_unlock", json!({ "passphrase": SECOND }))
            .err(),
        Some(Failure::WrongPassphrase)
    );
    bob.call("notebook_unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(bob.call("case_list", json!({}))[0]["title"], "사건");
    bob.call("library_search", json!({ "query": "변호사", "limit": 1 }));
    assert_eq!(
        bob.app().restore_backup_from(PASSPHRASE, &file).err(),
        Some(Failure::NotebookExists),
        "what is here is not replaced"
    );
}

#[test]
fn a_damaged_or_cut_backup_is_found_and_restores_nothing() {
    let alice = Device::alice_with_notebook();
    let stick = tempfile::tempdir().unwrap();
    let file = stick.path().join("letters");
    alice.app().write_backup_to(PASSPHRASE, &file).unwrap();
    let whole = fs::read(&file).unwrap();
    let segment = (1 << 18) + 16;
    let mut swapped = whole.clone();
    swapped[1644..1644 + 2 * segment].rotate_left(segment);
    let flipped = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        bytes
    };
    for (what, bytes) in [
        ("first byte", flipped(0)),
        ("its keys", flipped(12)),
        ("salt", flipped(1620)),
        ("middle", flipped(whole.len() / 2)),
        ("last byte", flipped(whole.len() - 1)),
        ("swapped", swapped),
        ("cut at a segment", whole[..1644 + segment].to_vec()),
        ("cut", whole[..whole.len() - 5].to_vec()),
        ("nothing", Vec::new()),
        ("longer", [whole.clone(), vec![0]].concat()),
    ] {
        fs::write(&file, bytes).unwrap();
        let bob = Device::alice();
        let failure = bob.app().restore_backup_from(PASSPHRASE, &file).err();
        assert_eq!(failure, Some(Failure::BackupDamaged), "{what}");
        assert!(!bob.data().exists(), "{what}");
    }
}

#[test]
fn a_copy_that_cannot_be_read_is_not_called_damaged() {
    let alice = Device::alice_with_notebook();
    let stick = tempfile::tempdir().unwrap();
    // Reading a folder fails as reading from a stick that was pulled does.
    assert_eq!(
        alice.app().check_backup_at(PASSPHRASE, stick.path()).err(),
        Some(Failure::BackupUnreadable)
    );
    let gone = stick.path().join("gone");
    assert_eq!(
        alice.app().check_backup_at(PASSPHRASE, &gone).err(),
        Some(Failure::NotFound)
    );
}
