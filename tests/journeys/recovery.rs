//! A forgotten passphrase: a code or shares are made, proved, tried, and open the notebook again.

use std::fs;

use durumi_api::Failure;
use durumi_testkit::{Device, PASSPHRASE};
use serde_json::{Value, json};

const NEW: &str = "Четыре журавля над Амуром";
const WEEK_S: i64 = 7 * 24 * 60 * 60;

fn written() -> Device {
    let alice = Device::alice_with_notebook();
    alice.call("case_create", json!({ "title": "사건" }));
    alice
}

fn assert_the_case_is_there(device: &Device) {
    assert_eq!(device.call("case_list", json!({})).as_array().unwrap().len(), 1);
}

fn begin(device: &Device, kind: &str) -> Value {
    device.call(
        "recovery_begin",
        json!({ "passphrase": PASSPHRASE, "kind": kind }),
    )
}

/// The groups that are asked for, as somebody types them who wrote them down.
fn answers(draft: &Value) -> Vec<Value> {
    let at = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap() - 1;
    let asked = draft["ask"].as_array().unwrap().iter();
    asked
        .map(|asked| draft["papers"][at(&asked["paper"])]["groups"][at(&asked["group"])].clone())
        .collect()
}

fn paper(draft: &Value, number: usize, writing: &str) -> String {
    let pieces = draft["papers"][number][writing].as_array().unwrap();
    pieces
        .iter()
        .map(|piece| piece.as_str().unwrap())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A code that was made and proved.
fn made(device: &Device, kind: &str) -> Value {
    let draft = begin(device, kind);
    device.call("recovery_confirm", json!({ "typed": answers(&draft) }));
    draft
}

fn recover(device: &Device, typed: &[String], new: &str) -> Result<Value, Failure> {
    device.try_call("notebook_recover", json!({ "typed": typed, "passphrase": new }))
}

fn keys(device: &Device) -> Vec<u8> {
    fs::read(device.data().join("keys")).unwrap()
}

#[test]
fn a_code_opens_in_every_writing_and_asks_for_a_new_passphrase() {
    let mut alice = written();
    let draft = made(&alice, "code");
    for (round, writing) in ["groups", "korean", "english"].into_iter().enumerate() {
        alice.start().unwrap();
        let code = paper(&draft, 0, writing);
        let weak = recover(&alice, std::slice::from_ref(&code), "12345678");
        assert_eq!(weak.err(), Some(Failure::PassphraseTooEasy));
        let new = format!("{NEW} {round}");
        assert_eq!(
            recover(&alice, &[code], &new).unwrap()["mode"],
            "unlocked",
            "{writing}"
        );
        assert_the_case_is_there(&alice);
        alice.start().unwrap();
        let old = alice.try_call("notebook_unlock", json!({ "passphrase": PASSPHRASE }));
        assert_eq!(
            old.err(),
            Some(Failure::WrongPassphrase),
            "the forgotten one is gone"
        );
        alice.call("notebook_unlock", json!({ "passphrase": new }));
        assert_the_case_is_there(&alice);
    }
}

#[test]
fn nothing_is_written_before_the_code_was_typed_back() {
    let mut alice = written();
    let without = begin(&alice, "code");
    let slots = keys(&alice)[192..].to_vec();
    let code = paper(&without, 0, "groups");
    let mut wrong = answers(&without);
    wrong[1] = json!("00000");
    let refused = alice.try_call("recovery_confirm", json!({ "typed": wrong }));
    assert!(matches!(refused, Err(Failure::CodeMistyped { paper: 1, groups }) if groups.len() == 1));
    assert_eq!(keys(&alice)[192..], slots);
    alice.call("recovery_cancel", json!({}));
    let late = alice.try_call("recovery_confirm", json!({ "typed": answers(&without) }));
    assert_eq!(late.err(), Some(Failure::NotFound));
    let second = begin(&alice, "code");
    alice.call(
        "recovery_confirm",
        json!({ "typed": [paper(&second, 0, "korean")] }),
    );
    alice.start().unwrap();
    assert_eq!(recover(&alice, &[code], NEW).err(), Some(Failure::CodeWrong));
    recover(&alice, &[paper(&second, 0, "groups")], NEW).unwrap();
}

#[test]
fn making_a_code_needs_the_passphrase_also_while_the_notebook_is_open() {
    let mut alice = written();
    let wrong = json!({ "passphrase": "아닌것 같습니다 정말로", "kind": "code" });
    let refused = alice.try_call("recovery_begin", wrong);
    assert_eq!(refused.err(), Some(Failure::WrongPassphrase));
    alice.start().unwrap();
    let locked = alice.try_call(
        "recovery_begin",
        json!({ "passphrase": PASSPHRASE, "kind": "code" }),
    );
    assert_eq!(locked.err(), Some(Failure::Locked));
}

#[test]
fn three_of_five_shares_open_and_what_is_wrong_with_them_is_named() {
    let mut alice = written();
    let first = made(&alice, "shares");
    // The set is three digits: another draft has the same one in a thousand.
    let mut other = begin(&alice, "shares");
    let set = |draft: &Value| paper(draft, 0, "groups").chars().take(3).collect::<String>();
    while set(&other) == set(&first) {
        other = begin(&alice, "shares");
    }
    alice.start().unwrap();
    let share = |number| paper(&first, number, "groups");
    for (typed, failure) in [
        (vec![share(0), share(1), share(1)], Failure::SharesTooFew),
        (vec![share(0), share(1)], Failure::SharesTooFew),
        (
            vec![share(0), share(1), paper(&other, 2, "groups")],
            Failure::SharesMixed,
        ),
        (
            vec![share(0), share(4), share(2).replacen(' ', " 9", 1)],
            Failure::CodeMistyped {
                paper: 3,
                groups: vec![2],
            },
        ),
    ] {
        assert_eq!(recover(&alice, &typed, NEW).err(), Some(failure));
    }
    recover(&alice, &[share(4), share(0), share(2)], NEW).unwrap();
    assert_the_case_is_there(&alice);
}

#[test]
fn after_a_week_the_person_is_asked_whether_the_paper_is_still_there() {
    let mut alice = written();
    let draft = made(&alice, "code");
    let notices = |alice: &Device| alice.call("app_state", json!({}))["notices"].clone();
    alice.turn_clock(WEEK_S - 1);
    assert_eq!(notices(&alice), json!([]));
    alice.turn_clock(1);
    assert_eq!(notices(&alice), json!(["recovery_drill"]));
    alice.start().unwrap();
    let state = alice.call("notebook_unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(state["notices"], json!(["recovery_drill"]));
    assert_eq!(
        alice.call("safety_show", json!({}))["recovery"][0]["drillDue"],
        true
    );

    let slots = keys(&alice)[192..].to_vec();
    let mistyped = alice.try_call("recovery_drill", json!({ "typed": ["12345"] }));
    assert!(matches!(mistyped, Err(Failure::CodeMistyped { .. })));
    let safety = alice.call("recovery_drill", json!({ "typed": [paper(&draft, 0, "groups")] }));
    assert_eq!(safety["recovery"][0]["drillDue"], false);
    assert_eq!(notices(&alice), json!([]));
    assert_eq!(keys(&alice)[192..], slots, "a drill changes no slot");
}

#[test]
fn a_code_that_was_taken_back_opens_nothing() {
    let mut alice = written();
    let draft = made(&alice, "code");
    let safety = alice.call(
        "recovery_remove",
        json!({ "passphrase": PASSPHRASE, "kind": "code" }),
    );
    assert_eq!(safety["recovery"], json!([]));
    alice.start().unwrap();
    let gone = recover(&alice, &[paper(&draft, 0, "groups")], NEW);
    assert_eq!(gone.err(), Some(Failure::CodeWrong));
    alice.call("notebook_unlock", json!({ "passphrase": PASSPHRASE }));
}

#[test]
fn a_code_is_no_passphrase_and_survives_a_change_of_it() {
    let mut alice = written();
    let draft = made(&alice, "code");
    let digits: String = paper(&draft, 0, "groups")
        .split(' ')
        .flat_map(|group| group.chars().take(4))
        .collect();
    alice.call("passphrase_change", json!({ "present": PASSPHRASE, "new": NEW }));
    alice.start().unwrap();
    let typed = alice.try_call("notebook_unlock", json!({ "passphrase": digits }));
    assert_eq!(typed.err(), Some(Failure::WrongPassphrase));
    recover(&alice, &[paper(&draft, 0, "groups")], PASSPHRASE).unwrap();
    assert_the_case_is_there(&alice);
}
