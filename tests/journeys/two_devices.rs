//! Two devices of one person, through a folder.

use std::{fs, path::Path};

use base64::{Engine, prelude::BASE64_STANDARD};
use durumi_testkit::{Device, find_traces};
use serde_json::{Value, json};

struct Pair {
    stick: tempfile::TempDir,
    alice: Device,
    other: Device,
}

impl Pair {
    fn new() -> Self {
        let alice = Device::alice_with_notebook();
        let other = alice.joined();
        Pair {
            stick: tempfile::tempdir().unwrap(),
            alice,
            other,
        }
    }

    fn sync(&self, device: &Device) -> Value {
        let report = device.call("sync_folder", json!({ "folder": self.stick.path() }));
        assert_eq!(report["trouble"], Value::Null);
        report
    }

    /// There and back, so that both have everything.
    fn sync_both(&self) {
        for device in [&self.alice, &self.other, &self.alice] {
            self.sync(device);
        }
    }
}

fn note(case: &Value, text: &str, place: &str) -> Value {
    json!({ "caseId": case["id"], "date": "2026-11-20", "place": place, "text": text })
}

fn show(device: &Device, case: &Value) -> Value {
    device.call("case_show", json!({ "caseId": case["id"] }))
}

#[test]
fn what_is_written_on_one_device_appears_on_the_other() {
    let pair = Pair::new();
    let case = pair.alice.call("case_create", json!({ "title": "로임 사건" }));
    pair.alice.call(
        "note_save",
        note(&case, "지배인이 려권을 가져갔습니다.", "울라지보스또크"),
    );
    pair.sync(&pair.alice);
    let report = pair.sync(&pair.other);
    assert_eq!(report["received"], 2);
    assert_eq!(report["findings"], json!([]));
    assert_eq!(show(&pair.other, &case), show(&pair.alice, &case));
    let hits = pair.other.call("search", json!({ "query": "려권", "limit": 10 }));
    assert!(
        hits.as_array().unwrap().iter().any(|hit| hit["kind"] == "note"),
        "{hits}"
    );
}

#[test]
fn values_given_to_one_field_on_both_are_both_shown_until_one_is_chosen_and_texts_merge() {
    let pair = Pair::new();
    let case = pair.alice.call("case_create", json!({ "title": "로임 사건" }));
    let saved = pair.alice.call("note_save", note(&case, "월요일에 일했다.", ""));
    pair.sync_both();
    let edit = |device: &Device, text: &str, place: &str| {
        let mut edited = note(&case, text, place);
        edited["noteId"] = saved["id"].clone();
        device.call("note_save", edited);
    };
    edit(&pair.alice, "나는 월요일에 일했다.", "울라지보스또크");
    edit(&pair.other, "월요일에 일했다. 돈은 못 받았다.", "Находка");
    pair.sync_both();
    let [here, there] = [&pair.alice, &pair.other].map(|device| show(device, &case)["notes"][0].clone());
    assert_eq!(here, there);
    assert_eq!(here["text"], "나는 월요일에 일했다. 돈은 못 받았다.");
    let conflict = &here["conflicts"][0];
    assert_eq!(conflict["field"], "place");
    let mut places: Vec<_> = conflict["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|value| value["text"].clone())
        .collect();
    places.sort_by_key(Value::to_string);
    assert_eq!(places, ["Находка", "울라지보스또크"]);
    edit(&pair.other, "나는 월요일에 일했다. 돈은 못 받았다.", "Находка");
    pair.sync_both();
    let chosen = show(&pair.alice, &case)["notes"][0].clone();
    assert_eq!(
        (&chosen["place"], &chosen["conflicts"]),
        (&json!("Находка"), &json!([]))
    );
}

#[test]
fn an_attachment_arrives_and_one_that_was_removed_goes() {
    let pair = Pair::new();
    let case = pair.alice.call("case_create", json!({ "title": "로임 사건" }));
    let bytes: Vec<u8> = (0..700_000_u32)
        .map(|number| u8::try_from(number % 251).unwrap())
        .collect();
    let id = attach(&pair.alice, &case, &bytes);
    pair.sync_both();
    assert_eq!(read(&pair.other, &id), bytes);
    assert!(folder(pair.stick.path(), "a") > 0);
    pair.other.call("attachment_delete", json!({ "id": id }));
    pair.sync_both();
    assert_eq!(show(&pair.alice, &case)["attachments"], json!([]));
    assert_eq!(folder(pair.stick.path(), "a"), 0, "its bytes are gone there too");
}

#[test]
fn a_stick_that_was_emptied_is_filled_again_and_nothing_is_deleted() {
    let pair = Pair::new();
    let case = pair.alice.call("case_create", json!({ "title": "로임 사건" }));
    pair.sync_both();
    for kind in ["h", "p", "a"] {
        let _ = fs::remove_dir_all(pair.stick.path().join(kind));
    }
    let report = pair.sync(&pair.alice);
    assert_eq!(report["findings"], json!(["emptied"]));
    let third = pair.alice.joined();
    pair.sync(&third);
    assert_eq!(show(&third, &case), show(&pair.alice, &case));
}

#[test]
fn a_case_removed_on_one_device_goes_from_the_other() {
    let pair = Pair::new();
    let case = pair.alice.call("case_create", json!({ "title": "로임 사건" }));
    pair.alice
        .call("note_save", note(&case, "지배인이 려권을 가져갔습니다.", ""));
    pair.sync_both();
    pair.other.call("case_delete", json!({ "caseId": case["id"] }));
    pair.sync_both();
    assert_eq!(pair.alice.call("case_list", json!({})), json!([]));
}

#[test]
fn a_copied_data_folder_goes_on_as_a_device_of_its_own() {
    let mut pair = Pair::new();
    let case = pair.alice.call("case_create", json!({ "title": "로임 사건" }));
    pair.sync_both();
    pair.alice.stop();
    let mut copy = Device::alice();
    copy.stop();
    copy_folder(&pair.alice.data(), &copy.data());
    for device in [&mut pair.alice, &mut copy] {
        device.start().unwrap();
        device.call(
            "notebook_unlock",
            json!({ "passphrase": durumi_testkit::PASSPHRASE }),
        );
    }
    pair.alice.call("note_save", note(&case, "first", ""));
    copy.call("note_save", note(&case, "second", ""));
    let mut findings = Vec::new();
    for _ in 0..4 {
        for device in [&pair.alice, &copy, &pair.other] {
            findings.push(pair.sync(device)["findings"].clone());
        }
    }
    assert!(
        findings
            .iter()
            .any(|found| found.as_array().unwrap().contains(&json!("copied"))),
        "{findings:?}"
    );
    let shown = [&pair.alice, &copy, &pair.other].map(|device| {
        let mut texts: Vec<_> = show(device, &case)["notes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|note| note["text"].clone())
            .collect();
        texts.sort_by_key(Value::to_string);
        texts
    });
    assert_eq!(shown, [0; 3].map(|_| vec![json!("first"), json!("second")]));
}

#[test]
fn the_stick_shows_nothing_and_a_pulled_one_is_said() {
    let pair = Pair::new();
    let case = pair.alice.call("case_create", json!({ "title": "로임 사건" }));
    pair.alice
        .call("note_save", note(&case, "지배인이 려권을 가져갔습니다.", ""));
    attach(&pair.alice, &case, "계약서의 내용".as_bytes());
    pair.sync_both();
    for word in ["로임 사건", "려권을 가져", "계약서의 내용"] {
        assert_eq!(find_traces(&[pair.stick.path()], &[word]), [], "{word}");
    }
    let folder = pair.stick.path().to_owned();
    pair.stick.close().unwrap();
    let reports = pair.alice.call("sync_now", json!({}));
    assert_eq!(reports[0]["trouble"], "not_there");
    assert!(!folder.exists());
    let id = pair.alice.call("sync_list", json!({}))["places"][0]["id"].clone();
    pair.alice.call("sync_forget", json!({ "id": id }));
    assert_eq!(pair.alice.call("sync_now", json!({})), json!([]));
}

#[test]
fn a_wrong_code_or_passphrase_gives_nothing_away() {
    let alice = Device::alice_with_notebook();
    let wrong = alice.try_call("sync_invite", json!({ "passphrase": "nothing like it" }));
    assert_eq!(wrong.unwrap_err().message_id(), "error-wrong-passphrase");
    let invite = || alice.call("sync_invite", json!({ "passphrase": durumi_testkit::PASSPHRASE }));
    let [one, two] = [invite(), invite()];
    let other = Device::alice();
    let join = |file: &Value, code: &Value| {
        let request = json!({ "file": file, "code": code, "passphrase": durumi_testkit::PASSPHRASE, "shelf": "closed" });
        other.try_call("notebook_join", request).unwrap_err().message_id()
    };
    assert_eq!(join(&one["file"], &two["code"]), "error-invitation-refused");
    assert_eq!(join(&one["file"], &json!("12345")), "error-invitation-mistyped");
    assert!(!other.data().exists());
}

#[test]
fn a_place_says_what_is_waiting_and_is_left_alone_while_it_is_off() {
    let pair = Pair::new();
    let case = pair.alice.call("case_create", json!({ "title": "로임 사건" }));
    pair.sync(&pair.alice);
    let place = || pair.alice.call("sync_list", json!({}))["places"][0].clone();
    assert_eq!(
        (&place()["waiting"], &place()["there"], &place()["on"]),
        (&json!(0), &json!(true), &json!(true))
    );
    pair.alice.call("note_save", note(&case, "first", ""));
    attach(&pair.alice, &case, b"paper");
    assert_eq!(
        (&place()["waiting"], &place()["waitingFiles"]),
        (&json!(2), &json!(1))
    );
    let id = place()["id"].clone();
    pair.alice.call("sync_switch", json!({ "id": id, "on": false }));
    assert_eq!(pair.alice.call("sync_now", json!({})), json!([]));
    assert_eq!((&place()["waiting"], &place()["on"]), (&json!(2), &json!(false)));
    pair.alice.call("sync_switch", json!({ "id": id, "on": true }));
    assert_eq!(pair.alice.call("sync_now", json!({}))[0]["sent"], 3);
    assert_eq!(
        (&place()["waiting"], &place()["waitingFiles"]),
        (&json!(0), &json!(0))
    );
    pair.alice.call("sync_forget", json!({ "id": id }));
    assert_eq!(pair.alice.call("sync_list", json!({}))["places"], json!([]));
    let gone = pair
        .alice
        .try_call("sync_switch", json!({ "id": id, "on": true }));
    assert_eq!(gone.unwrap_err().message_id(), "error-not-found");
}

#[test]
fn places_are_visited_when_their_time_has_come_and_never_before_one_is_turned_on() {
    let pair = Pair::new();
    let case = pair.alice.call("case_create", json!({ "title": "로임 사건" }));
    let tick = || pair.alice.call("sync_tick", json!({})).as_array().unwrap().len();
    for _ in 0..200 {
        pair.alice.turn_clock(60);
        assert_eq!(tick(), 0, "nothing is turned on");
    }
    pair.sync(&pair.alice);
    pair.alice.turn_clock(60);
    let _settled = tick();
    pair.alice.call("note_save", note(&case, "first", ""));
    assert_eq!(tick(), 0, "the person may go on writing");
    pair.alice.turn_clock(10);
    assert_eq!(tick(), 0);
    pair.alice.turn_clock(20);
    assert_eq!(tick(), 1, "after a pause");
    assert_eq!(tick(), 0);
    let stick = pair.stick.path().to_owned();
    let elsewhere = stick.with_extension("pulled");
    fs::rename(&stick, &elsewhere).unwrap();
    pair.alice.call("note_save", note(&case, "second", ""));
    for _ in 0..100 {
        pair.alice.turn_clock(60);
        assert_eq!(tick(), 0, "the stick is not there");
    }
    fs::rename(&elsewhere, &stick).unwrap();
    assert_eq!(tick(), 0);
    pair.alice.turn_clock(5);
    assert_eq!(tick(), 1, "the stick has appeared");
    pair.alice.turn_clock(100);
    pair.alice.call("notebook_lock", json!({}));
    let locked = pair.alice.try_call("sync_tick", json!({}));
    assert_eq!(locked.unwrap_err().message_id(), "error-locked");
}

#[test]
fn an_invitation_is_written_to_a_stick_over_nothing() {
    let pair = Pair::new();
    let request = json!({ "passphrase": durumi_testkit::PASSPHRASE, "folder": pair.stick.path() });
    let names = [0; 2].map(|_| pair.alice.call("sync_invite", request.clone()));
    assert_eq!(
        (&names[0]["name"], &names[1]["name"]),
        (&json!("invitation"), &json!("invitation-2"))
    );
    let written = fs::read(pair.stick.path().join("invitation")).unwrap();
    assert_eq!(
        BASE64_STANDARD.encode(written),
        names[0]["file"].as_str().unwrap()
    );
    let nowhere = json!({ "passphrase": durumi_testkit::PASSPHRASE, "folder": "/nothing/there" });
    let failure = pair.alice.try_call("sync_invite", nowhere).unwrap_err();
    assert_eq!(failure.message_id(), "error-bad-request");
}

#[test]
fn a_device_that_was_removed_reads_nothing_that_comes_later_and_the_one_that_stays_loses_nothing() {
    let pair = Pair::new();
    let stolen = pair.alice.joined();
    let case = pair.alice.call("case_create", json!({ "title": "로임 사건" }));
    pair.sync_both();
    pair.sync(&stolen);
    // Put there before, and not yet seen here.
    pair.other.call("note_save", note(&case, "before", ""));
    pair.sync(&pair.other);
    let wrong = pair
        .alice
        .try_call("sync_new_keys", json!({ "passphrase": "nothing like it" }));
    assert_eq!(wrong.unwrap_err().message_id(), "error-wrong-passphrase");
    pair.alice.call(
        "sync_new_keys",
        json!({ "passphrase": durumi_testkit::PASSPHRASE }),
    );
    let state = pair.alice.call("sync_list", json!({}));
    assert_eq!(
        (&state["epoch"], &state["places"][0]["on"]),
        (&json!(1), &json!(false))
    );

    pair.alice.call("note_save", note(&case, "after", ""));
    // In the same folder: a thief may have it.
    pair.sync(&pair.alice);
    pair.sync(&stolen);
    pair.other.call("note_save", note(&case, "meanwhile", ""));
    pair.sync(&pair.other);
    assert_eq!(
        texts(&stolen, &case),
        ["before"],
        "nothing later, and nothing lost"
    );

    let invitation = pair
        .alice
        .call("sync_invite", json!({ "passphrase": durumi_testkit::PASSPHRASE }));
    let take = |device: &Device, invitation: &Value| {
        device.try_call(
            "sync_take_keys",
            json!({ "file": invitation["file"], "code": invitation["code"] }),
        )
    };
    take(&pair.other, &invitation).unwrap();
    let again = take(&pair.other, &invitation).unwrap_err();
    assert_eq!(again.message_id(), "error-invitation-without-keys");
    pair.sync_both();
    pair.sync(&pair.other);
    for device in [&pair.alice, &pair.other] {
        assert_eq!(texts(device, &case), ["after", "before", "meanwhile"]);
    }
    // A new device gets the new keys with its invitation, and they outlive the program.
    let mut third = pair.alice.joined();
    third.stop();
    third.start().unwrap();
    third.call(
        "notebook_unlock",
        json!({ "passphrase": durumi_testkit::PASSPHRASE }),
    );
    pair.sync(&third);
    assert_eq!(texts(&third, &case), ["after", "before", "meanwhile"]);
    pair.sync(&stolen);
    assert_eq!(texts(&stolen, &case), ["before", "meanwhile"]);
}

#[test]
fn keys_of_another_notebook_are_refused() {
    let pair = Pair::new();
    let stranger = Device::alice_with_notebook();
    stranger.call(
        "sync_new_keys",
        json!({ "passphrase": durumi_testkit::PASSPHRASE }),
    );
    for other in [&stranger, &pair.alice] {
        // The second has made none: there is nothing to take.
        let invitation = other.call("sync_invite", json!({ "passphrase": durumi_testkit::PASSPHRASE }));
        let request = json!({ "file": invitation["file"], "code": invitation["code"] });
        let refused = pair.other.try_call("sync_take_keys", request).unwrap_err();
        assert_eq!(refused.message_id(), "error-invitation-without-keys");
    }
    assert_eq!(pair.other.call("sync_list", json!({}))["epoch"], 0);
}

#[test]
fn a_device_that_leaves_gives_what_it_has_and_forgets_the_places() {
    let pair = Pair::new();
    let case = pair.alice.call("case_create", json!({ "title": "로임 사건" }));
    pair.sync_both();
    pair.other.call("note_save", note(&case, "last", ""));
    let (stick, pulled) = (pair.stick.path(), pair.stick.path().with_extension("pulled"));
    fs::rename(stick, &pulled).unwrap();
    let left = pair.other.call("sync_leave", json!({}));
    assert_eq!(
        (&left["left"], &left["reports"][0]["trouble"]),
        (&json!(false), &json!("not_there"))
    );
    assert_eq!(
        pair.other.call("sync_list", json!({}))["places"]
            .as_array()
            .unwrap()
            .len(),
        1,
        "it stays"
    );
    fs::rename(&pulled, stick).unwrap();
    assert_eq!(pair.other.call("sync_leave", json!({}))["left"], true);
    assert_eq!(pair.other.call("sync_list", json!({}))["places"], json!([]));
    pair.sync(&pair.alice);
    assert_eq!(texts(&pair.alice, &case), ["last"]);
}

#[test]
fn a_device_whose_places_are_off_leaves_only_when_they_have_everything() {
    let pair = Pair::new();
    pair.sync_both();
    let places = || pair.other.call("sync_list", json!({}))["places"].clone();
    let id = places()[0]["id"].clone();
    let switch = |on: bool| pair.other.call("sync_switch", json!({ "id": id, "on": on }));
    switch(false);
    pair.other.call("case_create", json!({ "title": "로임 사건" }));
    assert_eq!(
        pair.other.call("sync_leave", json!({})),
        json!({ "left": false, "reports": [] })
    );
    assert_eq!(places().as_array().unwrap().len(), 1, "it stays");
    switch(true);
    pair.other.call("sync_now", json!({}));
    switch(false);
    assert_eq!(
        pair.other.call("sync_leave", json!({})),
        json!({ "left": true, "reports": [] })
    );
    assert_eq!(places(), json!([]));
}

#[test]
fn whoever_makes_new_keys_hears_which_place_was_not_reached() {
    let pair = Pair::new();
    pair.sync(&pair.alice);
    let (stick, pulled) = (pair.stick.path(), pair.stick.path().with_extension("pulled"));
    fs::rename(stick, &pulled).unwrap();
    let request = json!({ "passphrase": durumi_testkit::PASSPHRASE });
    let reports = pair.alice.call("sync_new_keys", request);
    fs::rename(&pulled, stick).unwrap();
    let state = pair.alice.call("sync_list", json!({}));
    assert_eq!(
        (&reports[0]["id"], &reports[0]["trouble"]),
        (&state["places"][0]["id"], &json!("not_there"))
    );
    assert_eq!(state["epoch"], 1, "they are made all the same");
}

/// The texts of a case's notes, in order.
fn texts(device: &Device, case: &Value) -> Vec<String> {
    let shown = show(device, case);
    let notes = shown["notes"].as_array().unwrap().iter();
    let mut texts: Vec<_> = notes
        .map(|note| note["text"].as_str().unwrap().to_owned())
        .collect();
    texts.sort();
    texts
}

#[test]
fn the_data_folder_itself_is_no_place() {
    let pair = Pair::new();
    let inside = pair.alice.data().join("x");
    fs::create_dir_all(&inside).unwrap();
    for folder in [pair.alice.data(), inside] {
        let failure = pair
            .alice
            .try_call("sync_folder", json!({ "folder": folder }))
            .unwrap_err();
        assert_eq!(failure.message_id(), "error-bad-request");
    }
}

#[test]
fn a_visit_shows_how_far_it_is_and_ends_when_it_is_stopped_or_the_notebook_locked() {
    for stop in ["sync_cancel", "notebook_lock"] {
        let pair = Pair::new();
        let case = pair.alice.call("case_create", json!({ "title": "로임 사건" }));
        attach(&pair.alice, &case, &vec![7; 30_000_000]);
        std::thread::scope(|threads| {
            let visit = threads.spawn(|| {
                pair.alice
                    .try_call("sync_folder", json!({ "folder": pair.stick.path() }))
            });
            // The visit is seen while it goes on: the notebook is not held by it.
            let far = || pair.alice.try_call("sync_progress", json!({})).unwrap();
            while far()["objects"].as_u64().unwrap() < 2 {
                assert!(!visit.is_finished(), "{stop}: over before it was seen");
                std::thread::yield_now();
            }
            pair.alice.call(stop, json!({}));
            match visit.join().unwrap() {
                Ok(report) => assert_eq!(report["trouble"], "stopped"),
                Err(failure) => assert_eq!((stop, failure.message_id()), ("notebook_lock", "error-locked")),
            }
        });
        assert_eq!(pair.alice.call("sync_progress", json!({}))["id"], Value::Null);
        if stop == "notebook_lock" {
            pair.alice.call(
                "notebook_unlock",
                json!({ "passphrase": durumi_testkit::PASSPHRASE }),
            );
        }
        let waiting = |files: &str| {
            pair.alice.call("sync_list", json!({}))["places"][0][files]
                .as_u64()
                .unwrap()
        };
        assert!(waiting("waitingFiles") > 0);
        // The next one goes on where this one ended.
        assert_eq!(pair.alice.call("sync_now", json!({}))[0]["trouble"], Value::Null);
        assert_eq!((waiting("waiting"), waiting("waitingFiles")), (0, 0));
    }
}

fn attach(device: &Device, case: &Value, bytes: &[u8]) -> Value {
    let start = json!({ "caseId": case["id"], "name": "계약서.bin", "mediaType": "", "size": bytes.len() });
    let ticket = device.call("attachment_start", start);
    for chunk in bytes.chunks(usize::try_from(ticket["chunkBytes"].as_u64().unwrap()).unwrap()) {
        device.call(
            "attachment_add",
            json!({ "id": ticket["id"], "data": BASE64_STANDARD.encode(chunk) }),
        );
    }
    device.call("attachment_finish", json!({ "id": ticket["id"] }));
    ticket["id"].clone()
}

fn read(device: &Device, id: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    for chunk in 0.. {
        let data = device.call("attachment_read", json!({ "id": id, "chunk": chunk }));
        bytes.extend(BASE64_STANDARD.decode(data["data"].as_str().unwrap()).unwrap());
        if data["last"] == true {
            break;
        }
    }
    bytes
}

fn folder(stick: &Path, kind: &str) -> usize {
    fs::read_dir(stick.join(kind)).map_or(0, Iterator::count)
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}
