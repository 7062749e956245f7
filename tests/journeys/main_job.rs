//! The main job: read, search, write, lock, find again.

use durumi_testkit::{Device, PASSPHRASE};
use serde_json::{Value, json};

fn first_hit<'a>(hits: &'a Value, kind: &str) -> &'a Value {
    let hits = hits.as_array().unwrap();
    hits.iter()
        .find(|hit| hit["kind"] == kind)
        .unwrap_or_else(|| panic!("no {kind} among {hits:?}"))
}

#[test]
fn a_person_reads_without_a_trace_then_writes_locks_and_finds_again() {
    let mut alice = Device::alice();
    assert_eq!(
        alice.call("app_state", json!({})),
        json!({ "mode": "reading", "libraryOpen": true, "developmentKeys": true, "notices": [] })
    );

    for query in ["변호사", "адвокат"] {
        let hits = alice.call("library_search", json!({ "query": query, "limit": 10 }));
        let id = first_hit(&hits, "article")["id"].clone();
        let article = alice.call(
            "library_article",
            json!({ "id": id, "languages": ["ko-KP", "ru"] }),
        );
        let [korean, russian] = [0, 1].map(|n| article["languages"][n]["blocks"].as_array().unwrap().clone());
        assert_eq!(korean.len(), russian.len());
        assert!(
            korean
                .iter()
                .zip(&russian)
                .all(|(left, right)| left["kind"] == right["kind"])
        );
    }
    assert!(!alice.data().exists(), "reading has written to the disk");

    alice.call(
        "notebook_create",
        json!({ "passphrase": PASSPHRASE, "shelf": "closed" }),
    );
    let case = alice.call("case_create", json!({ "title": "로임 사건" }));
    for text in ["지배인이 려권을 가져갔습니다.", "Мне не заплатили за три месяца."]
    {
        let request = json!({ "caseId": case["id"], "date": "2026-11-20", "place": "", "text": text });
        let note = alice.call("note_save", request);
        assert_eq!(note["text"], text);
    }

    assert_eq!(
        alice.call("notebook_lock", json!({})),
        json!({ "mode": "locked", "libraryOpen": false, "developmentKeys": true, "notices": [] })
    );
    alice.start().unwrap();
    assert!(
        alice
            .try_call("search", json!({ "query": "려권", "limit": 10 }))
            .is_err()
    );
    alice.call("notebook_unlock", json!({ "passphrase": PASSPHRASE }));
    for (query, text) in [("려권", "려권"), ("заплатили", "заплатили")] {
        let hits = alice.call("search", json!({ "query": query, "limit": 10 }));
        let note = first_hit(&hits, "note");
        assert!(note["snippet"].to_string().contains(text));
        assert_eq!(note["title"], "로임 사건");
    }
}

#[test]
fn with_an_open_shelf_the_library_can_be_read_while_the_notebook_is_locked() {
    let mut alice = Device::alice();
    alice.call(
        "notebook_create",
        json!({ "passphrase": PASSPHRASE, "shelf": "open" }),
    );
    alice.start().unwrap();
    assert_eq!(
        alice.call("app_state", json!({})),
        json!({ "mode": "locked", "libraryOpen": true, "developmentKeys": true, "notices": [] })
    );
    assert!(
        !alice
            .call("library_articles", json!({ "language": "ko" }))
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert!(alice.try_call("case_list", json!({})).is_err());
}

#[test]
fn every_article_and_card_can_be_read_in_every_language() {
    let alice = Device::alice();
    for language in ["ko-KP", "ko", "ru", "en"] {
        let cards = alice.call("library_articles", json!({ "language": language }));
        let cards = cards.as_array().unwrap();
        assert!(cards.len() >= 12, "{} articles in {language}", cards.len());
        for card in cards {
            assert_eq!(card["language"], language);
            let article = alice.call(
                "library_article",
                json!({ "id": card["id"], "languages": [language] }),
            );
            assert!(
                article["languages"][0]["blocks"].as_array().unwrap().len() >= 10,
                "{}",
                card["id"]
            );
        }
        let contacts = alice.call("library_contacts", json!({ "language": language }));
        for contact in contacts.as_array().unwrap() {
            assert!(!contact["risk"].as_str().unwrap().is_empty(), "{}", contact["id"]);
        }
    }
    let phrases = alice.call("library_phrases", json!({}));
    assert_eq!(phrases.as_array().unwrap().len(), 184);
    for phrase in phrases.as_array().unwrap() {
        let texts = phrase["texts"].as_array().unwrap();
        assert_eq!(texts.len(), 4);
        for text in texts {
            assert_eq!(text["aloud"] == "", text["language"] == "en", "{}", phrase["id"]);
        }
    }
}

#[test]
fn a_person_finds_their_town_and_from_there_whom_to_turn_to() {
    let alice = Device::alice();
    for (query, language, name) in [
        ("하바롭스크", "ko-KP", "하바롭스크"),
        ("Хабаровске", "ru", "Хабаровск"),
    ] {
        let hits = alice.call(
            "search",
            json!({ "query": query, "limit": 10, "language": language }),
        );
        let hit = first_hit(&hits, "place");
        assert_eq!(hit["title"], name);
        let place = alice.call("place_show", json!({ "id": hit["id"], "language": language }));
        assert_eq!(place["name"], name);
        let contacts = alice.call("library_contacts", json!({ "language": language }));
        for led_to in place["contacts"].as_array().unwrap() {
            let contact = contacts
                .as_array()
                .unwrap()
                .iter()
                .find(|contact| contact["id"] == led_to["id"])
                .unwrap();
            assert_eq!(contact["name"], led_to["name"]);
            assert_ne!(contact["kind"], "avoid");
        }
    }
    let request = json!({ "id": "nowhere", "language": "ru" });
    assert!(alice.try_call("place_show", request).is_err());
    assert!(!alice.data().exists(), "reading has written to the disk");
}

#[test]
fn in_every_language_the_same_towns_are_listed_and_nobody_to_avoid_is_led_to() {
    let alice = Device::alice();
    for language in ["ko-KP", "ko", "ru", "en"] {
        let cards = alice.call("place_list", json!({ "language": language }));
        let cards = cards.as_array().unwrap();
        assert_eq!(cards.len(), 47, "{language}");
        for card in cards {
            let place = alice.call("place_show", json!({ "id": card["id"], "language": language }));
            let contacts = place["contacts"].as_array().unwrap();
            assert!(
                contacts.iter().all(|contact| contact["kind"] != "avoid"),
                "{}",
                card["id"]
            );
            let here = contacts.iter().any(|contact| contact["here"] == true);
            assert_eq!(card["hasOffice"], here, "{}", card["id"]);
        }
    }
}

#[test]
fn each_urgent_door_opens_one_article() {
    let alice = Device::alice();
    let cards = alice.call("library_articles", json!({ "language": "ko-KP" }));
    for door in ["stopped", "asylum", "ill"] {
        let behind = cards
            .as_array()
            .unwrap()
            .iter()
            .filter(|card| card["urgent"] == door);
        assert_eq!(
            behind.filter(|card| card["urgentFirst"] == true).count(),
            1,
            "{door}"
        );
    }
}

#[test]
fn a_file_goes_in_and_comes_out() {
    let alice = Device::alice_with_notebook();
    let case = alice.call("case_create", json!({ "title": "사건" }));
    let request = json!({ "caseId": case["id"], "name": "a.txt", "mediaType": "text/plain", "size": 5 });
    let ticket = alice.call("attachment_start", request);
    alice.call(
        "attachment_add",
        json!({ "id": ticket["id"], "data": "aGVsbG8=" }),
    );
    alice.call("attachment_finish", json!({ "id": ticket["id"] }));
    let read = alice.call("attachment_read", json!({ "id": ticket["id"], "chunk": 0 }));
    assert_eq!(read, json!({ "data": "aGVsbG8=", "last": true }));
}

#[test]
fn a_strong_passphrase_is_told_from_a_weak_one() {
    let alice = Device::alice();
    for (passphrase, allowed) in [
        ("1234", false),
        ("password", false),
        ("aaaaaaaaaaaa", false),
        (PASSPHRASE, true),
    ] {
        let strength = alice.call("passphrase_strength", json!({ "passphrase": passphrase }));
        assert_eq!(strength["allowed"], allowed, "{passphrase}: {strength}");
    }
}
