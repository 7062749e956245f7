//! Ended between any two steps of making a second notebook and of putting a restored one in place.
//!
//! The work is done once to count its steps, and once more with a copy of the folder taken before some of them: each copy
//! is what a program that is ended there leaves. Steps that give a file its name or change the keys are all among them.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::{
    collections::BTreeSet,
    io,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use durumi_api::Failure;
use durumi_store::probe::{self, Change, Probe};
use durumi_testkit::{Device, PASSPHRASE, copy_folder};
use serde_json::json;
use tempfile::TempDir;

const OLD_SECOND: &str = "Пятый журавль летит обратно";
const SECOND: &str = "Четыре журавля над Амуром";
/// Copies before ordinary writes; steps of names and keys come on top.
const SAMPLES: usize = 6;

/// One probe serves the whole process, and would see what another test does.
static ALONE: Mutex<()> = Mutex::new(());

/// What one step was, or copies of the folder before the steps that are wanted.
#[derive(Default)]
struct Watch {
    folder: PathBuf,
    wanted: BTreeSet<usize>,
    seen: Mutex<Vec<bool>>,
    copies: Mutex<Vec<TempDir>>,
}

impl Probe for Watch {
    fn change(&self, file: &str, change: &Change<'_>) -> io::Result<()> {
        let mut seen = self.seen.lock().unwrap();
        if self.wanted.contains(&seen.len()) {
            let copy = tempfile::tempdir()?;
            copy_folder(&self.folder, copy.path())?;
            self.copies.lock().unwrap().push(copy);
        }
        seen.push(matches!(change, Change::Name) || file == "keys");
        Ok(())
    }
}

/// What is left of a device's folder when `work` is ended at one of many places, the last after its end.
fn ended(make: impl Fn() -> Device, work: impl Fn(&Device)) -> Vec<TempDir> {
    let watched = |wanted| {
        let device = make();
        let watch = Arc::new(Watch {
            folder: device.data(),
            wanted,
            ..Watch::default()
        });
        probe::install(Some(Arc::clone(&watch) as Arc<dyn Probe>));
        work(&device);
        probe::install(None);
        let last = tempfile::tempdir().unwrap();
        copy_folder(&device.data(), last.path()).unwrap();
        watch.copies.lock().unwrap().push(last);
        watch
    };
    let steps = watched(BTreeSet::new()).seen.lock().unwrap().clone();
    let each = steps.len().div_ceil(SAMPLES);
    let chosen = |(at, important): (usize, &bool)| (*important || at % each == 0).then_some(at);
    let wanted = steps.iter().enumerate().filter_map(chosen).collect();
    let watch = watched(wanted);
    std::mem::take(&mut *watch.copies.lock().unwrap())
}

fn unlock(device: &Device, passphrase: &str) -> Result<(), Failure> {
    device.call("notebook_lock", json!({}));
    let opened = device.try_call("notebook_unlock", json!({ "passphrase": passphrase }));
    opened.map(drop)
}

fn titles(device: &Device) -> Vec<String> {
    let cases = device.call("case_list", json!({}));
    let titles = cases.as_array().unwrap().iter();
    titles
        .map(|case| case["title"].as_str().unwrap().to_owned())
        .collect()
}

fn make_second(device: &Device, passphrase: &str) {
    let request = json!({ "present": PASSPHRASE, "new": passphrase });
    device.call("second_notebook_create", request);
}

#[test]
fn ended_while_a_second_notebook_is_made_the_first_opens_and_it_can_be_made_again() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let with_an_earlier_one = || {
        let alice = Device::alice_with_notebook();
        alice.call("case_create", json!({ "title": "first" }));
        make_second(&alice, OLD_SECOND);
        unlock(&alice, OLD_SECOND).unwrap();
        alice.call("case_create", json!({ "title": "earlier" }));
        unlock(&alice, PASSPHRASE).unwrap();
        alice
    };
    let left = ended(with_an_earlier_one, |alice| make_second(alice, SECOND));
    let (mut earlier, mut neither, mut made) = (0, 0, 0);
    for folder in &left {
        let alice = Device::with_data(folder.path()).unwrap();
        unlock(&alice, PASSPHRASE).unwrap();
        assert_eq!(titles(&alice), ["first"]);
        let old = unlock(&alice, OLD_SECOND);
        let new = unlock(&alice, SECOND);
        match (&old, &new) {
            (Ok(()), Err(Failure::WrongPassphrase)) => {
                earlier += 1;
                unlock(&alice, OLD_SECOND).unwrap();
                assert_eq!(titles(&alice), ["earlier"], "an earlier one that opens is whole");
            }
            (Err(Failure::WrongPassphrase), Err(Failure::WrongPassphrase)) => {
                neither += 1;
                unlock(&alice, PASSPHRASE).unwrap();
                make_second(&alice, SECOND);
                unlock(&alice, SECOND).unwrap();
                assert!(titles(&alice).is_empty());
                unlock(&alice, PASSPHRASE).unwrap();
                assert_eq!(titles(&alice), ["first"]);
            }
            (Err(Failure::WrongPassphrase), Ok(())) => {
                made += 1;
                assert!(titles(&alice).is_empty());
            }
            other => unreachable!("{other:?}"),
        }
    }
    assert!(
        earlier > 0 && neither > SAMPLES / 2 && made > 0,
        "{earlier} {neither} {made}"
    );
}

#[test]
fn ended_while_a_restored_notebook_is_put_in_place_there_is_all_of_it_or_none_and_it_can_be_restored_again() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let alice = Device::alice_with_notebook();
    alice.call("case_create", json!({ "title": "first" }));
    let stick = tempfile::tempdir().unwrap();
    let copy = stick.path().join("copy");
    alice.app().write_backup_to(PASSPHRASE, &copy).unwrap();
    let restore = |device: &Device| device.app().restore_backup_from(PASSPHRASE, &copy).map(drop);
    let left = ended(
        || {
            let bob = Device::alice();
            std::fs::create_dir(bob.data()).unwrap();
            bob
        },
        |bob| restore(bob).unwrap(),
    );
    let (mut none, mut all, mut half_moved) = (0, 0, 0);
    for folder in &left {
        let is_moving = folder.path().join("starting/keys").exists();
        let bob = Device::with_data(folder.path()).unwrap();
        if bob.call("app_state", json!({}))["mode"] == "reading" {
            none += 1;
            assert!(!is_moving, "it was complete and is gone");
            restore(&bob).unwrap();
        } else {
            all += 1;
            half_moved += u32::from(is_moving);
            assert_eq!(restore(&bob), Err(Failure::NotebookExists));
        }
        unlock(&bob, PASSPHRASE).unwrap();
        assert_eq!(titles(&bob), ["first"]);
        assert!(!bob.data().join("starting").exists());
    }
    assert!(
        none > SAMPLES / 2 && all > 1 && half_moved >= 6,
        "{none} {all} {half_moved}"
    );
}
