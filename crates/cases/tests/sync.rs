//! Records of other devices, good, bad and unknown, and becoming another device.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::sync::Arc;

use durumi_api::NoteSave;
use durumi_base::{CaseId, DeviceId, FixedClock};
use durumi_cases::{Notebook, Range, SealedRecord, WhyAside};
use durumi_keys::{MasterKey, Sealed, SystemRandom};
use durumi_store::{Member, Twins};
use tempfile::TempDir;

/// Two devices with one notebook.
struct Pair {
    _folder: TempDir,
    alice: Notebook,
    other: Notebook,
}

fn pair() -> Pair {
    let folder = tempfile::tempdir().unwrap();
    let master = MasterKey::make(&SystemRandom);
    let clock = || Arc::new(FixedClock(1_795_500_000_000));
    let [here, there] = ["here", "there"].map(|name| {
        let file = |number: &str| folder.path().join(format!("{name}-{number}"));
        let twins = Twins::new([file("1"), file("2")], Member::First);
        twins.make(&SystemRandom).unwrap();
        twins
    });
    let alice = Notebook::create(here, &master, clock(), Arc::new(SystemRandom)).unwrap();
    let other = Notebook::create_copy(there, &master, alice.id(), clock(), Arc::new(SystemRandom)).unwrap();
    Pair {
        _folder: folder,
        alice,
        other,
    }
}

fn records(notebook: &Notebook) -> Vec<SealedRecord> {
    let ranges = notebook.record_ranges().unwrap();
    let read = |range: Range| notebook.read_records(range, usize::MAX).unwrap();
    ranges.into_iter().flat_map(read).collect()
}

fn note(case_id: CaseId, text: &str) -> NoteSave {
    NoteSave {
        case_id,
        note_id: None,
        date: None,
        place: String::new(),
        text: text.into(),
    }
}

#[test]
fn records_arrive_in_any_order_and_more_than_once() {
    let Pair {
        mut alice, mut other, ..
    } = pair();
    let case = alice.create_case("사건").unwrap();
    let first = alice.save_note(&note(case.id, "first")).unwrap();
    let again = NoteSave {
        note_id: Some(first.id),
        ..note(case.id, "first and more")
    };
    alice.save_note(&again).unwrap();
    let mut all = records(&alice);
    all.reverse();
    for record in &all {
        other.take_records(std::slice::from_ref(record)).unwrap();
    }
    assert_eq!(other.take_records(&all).unwrap().new, 0);
    let shown = other.case_view(case.id).unwrap();
    assert_eq!(shown.notes.first().unwrap().text, "first and more");
    assert_eq!(other.set_aside(9).unwrap(), (0, Vec::new()));
    assert_eq!(other.record_ranges().unwrap(), alice.record_ranges().unwrap());
    let [range] = alice.record_ranges().unwrap()[..] else {
        panic!("one device has written");
    };
    assert_eq!(other.births(range).unwrap(), alice.births(range).unwrap());
}

#[test]
fn what_does_not_open_or_is_of_a_newer_kind_is_set_aside_and_passed_on() {
    let Pair {
        mut alice, mut other, ..
    } = pair();
    let case = alice.create_case("사건").unwrap();
    let mut all = records(&alice);
    let device = DeviceId::from_bytes([7; 16]);
    for (number, kind) in [(1, 1), (2, 9)] {
        all.push(SealedRecord {
            device,
            number,
            birth: [3; 8],
            kind,
            sealed: Sealed::from_bytes(vec![5; 99]),
        });
    }
    let taken = other.take_records(&all).unwrap();
    assert_eq!((taken.new, taken.set_aside), (3, 2));
    let (count, listed) = other.set_aside(9).unwrap();
    let why: Vec<_> = listed
        .iter()
        .map(|one| (one.device == device, one.number, one.why))
        .collect();
    assert_eq!(
        (count, why),
        (
            2,
            vec![(true, 1, WhyAside::DoesNotOpen), (true, 2, WhyAside::Newer)]
        )
    );
    assert_eq!(other.set_aside(1).unwrap().1.len(), 1, "as many as asked for");
    assert_eq!(
        other.case(case.id).unwrap().title,
        "사건",
        "the others are not stopped"
    );
    let passed_on = records(&other);
    assert_eq!(passed_on.len(), 3);
    assert!(
        passed_on
            .iter()
            .any(|record| record.kind == 9 && record.sealed.as_bytes() == [5; 99])
    );
    assert_eq!(other.rebuild().unwrap(), 2);
    assert_eq!(other.set_aside(9).unwrap().0, 2);
}

#[test]
fn a_removed_entry_leaves_no_content_on_any_device_also_when_a_change_comes_later() {
    let Pair {
        mut alice, mut other, ..
    } = pair();
    let case = alice.create_case("사건").unwrap();
    let saved = alice.save_note(&note(case.id, "secret")).unwrap();
    let before = records(&alice);
    other.take_records(&before).unwrap();
    other.delete_note(saved.id).unwrap();
    let voids = |notebook: &Notebook| records(notebook).iter().filter(|record| record.kind == 3).count();
    assert_eq!(voids(&other), 1, "the other device's record too");
    alice.take_records(&records(&other)).unwrap();
    assert!(alice.note(saved.id).is_err());
    assert_eq!(voids(&alice), 1);
    let Pair { other: mut third, .. } = pair();
    // A device of another notebook cannot read any of it, and is not stopped by it.
    assert_eq!(third.take_records(&before).unwrap().set_aside, 2);
    other.take_records(&before).unwrap();
    assert!(other.note(saved.id).is_err(), "it does not come back");
}

#[test]
fn a_device_that_becomes_another_keeps_everything() {
    let Pair {
        mut alice, mut other, ..
    } = pair();
    let case = alice.create_case("사건").unwrap();
    let saved = alice.save_note(&note(case.id, "kept")).unwrap();
    let gone = alice.save_note(&note(case.id, "removed")).unwrap();
    alice.delete_note(gone.id).unwrap();
    let old = alice.device();
    assert_eq!(alice.renew_device().unwrap(), old);
    assert_ne!(alice.device(), old);
    let all = records(&alice);
    assert!(all.iter().all(|record| record.device == alice.device()));
    other.take_records(&all).unwrap();
    assert_eq!(other.note(saved.id).unwrap().text, "kept");
    assert!(other.note(gone.id).is_err());
    alice.save_note(&note(case.id, "after")).unwrap();
    assert_eq!(alice.rebuild().unwrap(), 0);
    assert_eq!(alice.case_view(case.id).unwrap().notes.len(), 2);
}
