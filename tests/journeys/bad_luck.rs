//! When something is wrong: each has its own answer, and nothing is lost.

use std::fs;

use durumi_api::Failure;
use durumi_testkit::{Device, PASSPHRASE};
use serde_json::{Value, json};

/// What a data folder with a notebook holds.
const WHOLE: [&str; 6] = [
    "keys",
    "notebook-1",
    "notebook-1-wal",
    "notebook-2",
    "notebook-2-wal",
    "shelf",
];

fn unlock(device: &Device) -> Result<Value, Failure> {
    device.try_call("notebook_unlock", json!({ "passphrase": PASSPHRASE }))
}

/// A notebook with one case, closed.
fn written() -> Device {
    written_with_shelf("closed")
}

fn written_with_shelf(shelf: &str) -> Device {
    let mut alice = Device::alice();
    alice.call(
        "notebook_create",
        json!({ "passphrase": PASSPHRASE, "shelf": shelf }),
    );
    alice.call("case_create", json!({ "title": "사건" }));
    alice.stop();
    alice
}

fn assert_the_case_is_there(device: &Device) {
    assert_eq!(device.call("case_list", json!({})).as_array().unwrap().len(), 1);
}

fn notices(device: &Device) -> Value {
    device.call("app_state", json!({}))["notices"].clone()
}

fn search(device: &Device) -> Result<Value, Failure> {
    device.try_call("library_search", json!({ "query": "변호사", "limit": 10 }))
}

/// Names in the data folder, without the lock.
fn names(device: &Device) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(device.data())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "lock")
        .collect();
    names.sort();
    names
}

/// Changes a bit of a file.
fn damage(device: &Device, name: &str, at: usize) {
    let path = device.data().join(name);
    let mut bytes = fs::read(&path).unwrap();
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_the_right_one_still_does() {
    let mut alice = written();
    alice.start().unwrap();
    let wrong = alice.try_call("notebook_unlock", json!({ "passphrase": "아닌것 같습니다" }));
    assert_eq!(wrong.err(), Some(Failure::WrongPassphrase));
    unlock(&alice).unwrap();
    assert_eq!(alice.call("case_list", json!({})).as_array().unwrap().len(), 1);
}

#[test]
fn each_damaged_file_is_named_and_left_as_it_is() {
    for expected in [Failure::KeysDamaged, Failure::NotebookDamaged] {
        let mut alice = written();
        let name = match expected {
            Failure::KeysDamaged => "keys",
            _ => alice.notebook_names().0,
        };
        let path = alice.data().join(name);
        let whole = fs::read(&path).unwrap();
        // The magic of the keys file, the first page of a database; and nothing at all.
        let mut damaged = whole.clone();
        damaged[4] ^= 0xff;
        for broken in [damaged, Vec::new()] {
            fs::write(&path, &broken).unwrap();
            let failure = alice.start().err().or_else(|| unlock(&alice).err());
            assert_eq!(failure, Some(expected.clone()), "{name}");
            alice.stop();
            assert_eq!(fs::read(&path).unwrap(), broken, "{name} was changed");
        }
        fs::write(&path, &whole).unwrap();
        alice.start().unwrap();
        unlock(&alice).unwrap();
        assert_eq!(alice.call("case_list", json!({})).as_array().unwrap().len(), 1);
    }
}

#[test]
fn keys_that_open_nothing_any_more_are_damaged_and_the_passphrase_is_not_wrong() {
    // In every slot, and in the salt.
    for places in [(192..1600).step_by(40).collect(), vec![50]] {
        let mut alice = written();
        let whole = fs::read(alice.data().join("keys")).unwrap();
        for at in places {
            damage(&alice, "keys", at);
        }
        alice.start().unwrap();
        assert_eq!(notices(&alice), json!(["keys_damaged"]));
        assert_eq!(unlock(&alice).err(), Some(Failure::KeysDamaged));
        fs::write(alice.data().join("keys"), whole).unwrap();
        unlock(&alice).unwrap();
        assert_eq!(notices(&alice), json!([]));
        assert_the_case_is_there(&alice);
    }
}

#[test]
fn keys_that_still_open_are_used_and_their_damage_is_told() {
    for shelf in ["closed", "open"] {
        let mut alice = written_with_shelf(shelf);
        // The shelf's key, or the random bytes in its place.
        damage(&alice, "keys", 120);
        let damaged = fs::read(alice.data().join("keys")).unwrap();
        alice.start().unwrap();
        assert_eq!(notices(&alice), json!(["keys_damaged"]), "{shelf}");
        assert_eq!(search(&alice).err(), Some(Failure::Locked), "{shelf}");
        let state = unlock(&alice).unwrap();
        assert_eq!(state["notices"], json!(["keys_damaged"]), "{shelf}");
        assert_the_case_is_there(&alice);
        search(&alice).unwrap();
        alice.stop();
        assert_eq!(fs::read(alice.data().join("keys")).unwrap(), damaged);
        assert_eq!(names(&alice), WHOLE, "the library was whole");
    }
}

#[test]
fn a_damaged_or_missing_library_is_made_again_and_never_locks_the_notebook() {
    for shelf in ["closed", "open"] {
        for fate in ["damaged", "emptied", "removed"] {
            let mut alice = written_with_shelf(shelf);
            let path = alice.data().join("shelf");
            let mut left = WHOLE.to_vec();
            match fate {
                "damaged" => damage(&alice, "shelf", 4),
                "emptied" => fs::write(&path, "").unwrap(),
                _ => fs::remove_file(&path).unwrap(),
            }
            if fate != "removed" {
                left.push("shelf-aside-1");
            }
            let bad = fs::read(&path).ok();
            alice.start().unwrap();
            let state = unlock(&alice).unwrap();
            assert_eq!(state["notices"], json!(["library_remade"]), "{shelf} {fate}");
            assert_the_case_is_there(&alice);
            assert!(!search(&alice).unwrap().as_array().unwrap().is_empty());
            alice.stop();
            assert_eq!(names(&alice), left);
            assert_eq!(fs::read(alice.data().join("shelf-aside-1")).ok(), bad);
            alice.start().unwrap();
            unlock(&alice).unwrap();
            assert_eq!(notices(&alice), json!([]), "once is enough");
            search(&alice).unwrap();
        }
    }
}

#[test]
fn a_library_that_cannot_be_made_again_is_read_from_memory() {
    let mut alice = written();
    damage(&alice, "shelf", 4);
    let damaged = fs::read(alice.data().join("shelf")).unwrap();
    // A file where the folder for the new one should be.
    fs::write(alice.data().join("shelf-starting"), "").unwrap();
    alice.start().unwrap();
    unlock(&alice).unwrap();
    assert_the_case_is_there(&alice);
    search(&alice).unwrap();
    assert_eq!(notices(&alice), json!(["library_remade"]));
    alice.stop();
    assert_eq!(fs::read(alice.data().join("shelf")).unwrap(), damaged);
}

#[test]
fn a_library_without_a_notebook_is_made_again_and_lets_a_notebook_be_made() {
    let mut alice = Device::alice();
    let files = [
        (
            "pack.toml",
            "format = 1\nid = \"own\"\nversion = 1\nlanguages = [\"ru\"]\n[title]\nru = \"Своё\"\n\
             [default_source]\nname = \"Справка\"\nchecked_on = \"2026-11-24\"\n",
        ),
        ("articles/own/ru.md", "# Журавль\n\nСвой текст.\n"),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let built = durumi_packs::build(&durumi_packs::Source::from_files(files)).unwrap();
    let own = durumi_packs::trust::built_here(&built);
    let finds_own = |device: &Device| {
        let found = device.call("library_search", json!({ "query": "журавль", "limit": 10 }));
        found.to_string().contains("Журавль")
    };
    alice.app().install_pack(&own).unwrap();
    alice.stop();
    damage(&alice, "shelf", 4);
    alice.start().unwrap();
    let state = alice.call("app_state", json!({}));
    assert_eq!(state["mode"], "reading");
    assert_eq!(state["notices"], json!(["library_remade"]));
    assert!(!finds_own(&alice));

    alice.app().install_pack(&own).unwrap();
    assert_eq!(unlock(&alice).err(), Some(Failure::NoNotebook));
    let create = json!({ "passphrase": PASSPHRASE, "shelf": "closed" });
    damage(&alice, "keys", 500);
    assert_eq!(
        alice.try_call("notebook_create", create.clone()).err(),
        Some(Failure::KeysDamaged),
        "they may be the keys of a notebook"
    );
    assert!(finds_own(&alice));
    damage(&alice, "keys", 500);
    alice.call("notebook_create", create);
    assert!(finds_own(&alice), "the library is taken over");
    alice.start().unwrap();
    unlock(&alice).unwrap();
    assert!(finds_own(&alice) && notices(&alice) == json!([]));
}

/// Reads all articles and searches; the first failure, if any.
fn read_all(device: &Device) -> Option<Failure> {
    let read = || {
        let cards = device.try_call("library_articles", json!({ "language": "ru" }))?;
        for card in cards.as_array().unwrap() {
            for language in ["ko-KP", "ko", "ru", "en"] {
                device.try_call(
                    "library_article",
                    json!({ "id": card["id"], "languages": [language] }),
                )?;
            }
        }
        search(device)
    };
    read().err()
}

#[test]
fn a_library_that_turns_out_damaged_while_it_is_read_is_made_again_at_once() {
    let mut alice = written_with_shelf("open");
    let pages = fs::read(alice.data().join("shelf")).unwrap().len() / 4096;
    let mut noticed = 0;
    for page in (0..pages).step_by(pages / 8) {
        damage(&alice, "shelf", page * 4096 + 100);
        alice.start().unwrap();
        if let Some(failure) = read_all(&alice) {
            assert_eq!(failure, Failure::ShelfDamaged, "page {page}");
            assert_eq!(notices(&alice), json!(["library_remade"]), "page {page}");
            noticed += 1;
        }
        assert_eq!(read_all(&alice), None, "page {page}");
        alice.stop();
    }
    assert!(noticed >= 2, "{noticed} of {pages} pages");
    alice.start().unwrap();
    unlock(&alice).unwrap();
    assert_the_case_is_there(&alice);
}

#[test]
fn a_missing_notebook_is_told_from_no_notebook_and_nothing_is_put_in_its_place() {
    for shelf in ["closed", "open"] {
        for both in [false, true] {
            let mut alice = written_with_shelf(shelf);
            let (mine, other) = alice.notebook_names();
            let lost = if both { vec![mine, other] } else { vec![mine] };
            let kept: Vec<_> = names(&alice)
                .into_iter()
                .filter(|name| !lost.contains(&name.as_str()))
                .map(|name| (fs::read(alice.data().join(&name)).unwrap(), name))
                .collect();
            let elsewhere = tempfile::tempdir().unwrap();
            for name in &lost {
                fs::rename(alice.data().join(name), elsewhere.path().join(name)).unwrap();
            }
            alice.start().unwrap();
            let state = alice.call("app_state", json!({}));
            assert_eq!(state["mode"], "locked", "{shelf} {lost:?}");
            assert_eq!(state["notices"], json!(["notebook_missing"]));
            assert_eq!(unlock(&alice).err(), Some(Failure::NotebookMissing));
            let create = json!({ "passphrase": PASSPHRASE, "shelf": "closed" });
            assert_eq!(
                alice.try_call("notebook_create", create).err(),
                Some(Failure::NotebookMissing)
            );
            alice.stop();
            for (bytes, name) in kept {
                let now = fs::read(alice.data().join(&name)).unwrap();
                // Tries are counted in the header of the keys file; its slots stay.
                let from = if name == "keys" { 192 } else { 0 };
                assert!(now[from..] == bytes[from..], "{name} was changed");
            }
            for name in &lost {
                fs::rename(elsewhere.path().join(name), alice.data().join(name)).unwrap();
            }
            alice.start().unwrap();
            unlock(&alice).unwrap();
            assert_eq!(notices(&alice), json!([]));
            assert_the_case_is_there(&alice);
        }
    }
}

#[test]
fn without_the_other_notebook_this_one_opens() {
    let mut alice = written();
    let other = alice.notebook_names().1;
    fs::remove_file(alice.data().join(other)).unwrap();
    alice.start().unwrap();
    unlock(&alice).unwrap();
    assert_eq!(notices(&alice), json!(["notebook_missing"]));
    assert_the_case_is_there(&alice);
}

#[test]
fn a_passphrase_that_is_too_easy_makes_no_notebook() {
    let alice = Device::alice();
    for passphrase in ["12345678", "password", "aaaaaaaaaaaa", "qwertyuiop"] {
        let create = json!({ "passphrase": passphrase, "shelf": "closed" });
        let refused = alice.try_call("notebook_create", create).err();
        assert_eq!(refused, Some(Failure::PassphraseTooEasy), "{passphrase}");
    }
    assert!(!alice.data().exists());
}

#[test]
fn lost_keys_are_told_from_no_notebook() {
    let mut alice = written();
    fs::remove_file(alice.data().join("keys")).unwrap();
    assert_eq!(alice.start().err(), Some(Failure::KeysDamaged));
    assert!(alice.data().join("notebook-1").exists() && alice.data().join("notebook-2").exists());
}

#[test]
fn a_second_start_on_the_same_folder_is_refused() {
    let alice = Device::alice_with_notebook();
    assert_eq!(alice.another_start().err(), Some(Failure::InUse));
    alice.call("case_create", json!({ "title": "사건" }));
}

#[test]
fn an_empty_folder_stays_empty_while_reading() {
    let mut alice = Device::alice();
    fs::create_dir(alice.data()).unwrap();
    alice.start().unwrap();
    alice.call("library_articles", json!({ "language": "ko" }));
    assert_eq!(fs::read_dir(alice.data()).unwrap().count(), 0);
}

#[test]
fn of_two_readers_only_the_first_makes_the_notebook() {
    let alice = Device::alice();
    let second = alice.another_start().unwrap();
    let create = json!({ "passphrase": PASSPHRASE, "shelf": "closed" });
    alice.call("notebook_create", create.clone());
    assert_eq!(
        second.dispatch("notebook_create", create).err(),
        Some(Failure::InUse)
    );
    alice.call("case_create", json!({ "title": "사건" }));
}

#[test]
fn a_folder_that_cannot_be_made_is_named_and_reading_goes_on() {
    let alice = Device::alice();
    fs::write(alice.data(), "a file where the folder should be").unwrap();
    let result = alice.try_call(
        "notebook_create",
        json!({ "passphrase": PASSPHRASE, "shelf": "closed" }),
    );
    assert_eq!(result.err(), Some(Failure::NotWritable));
    assert_eq!(alice.call("app_state", json!({}))["mode"], "reading");
    alice.call("library_articles", json!({ "language": "ru" }));
}

#[test]
fn a_notebook_is_not_made_twice() {
    let alice = Device::alice_with_notebook();
    let again = alice.try_call(
        "notebook_create",
        json!({ "passphrase": PASSPHRASE, "shelf": "open" }),
    );
    assert_eq!(again.err(), Some(Failure::NotebookExists));
}

#[test]
fn what_cannot_be_understood_is_named_in_the_words_of_the_contract() {
    let alice = Device::alice_with_notebook();
    let what = |command: &str, request| match alice.try_call(command, request) {
        Err(Failure::BadRequest { what }) => what,
        other => panic!("{command}: {other:?}"),
    };
    assert_eq!(what("no_such_command", json!({})), "command");
    assert_eq!(what("case_create", json!({})), "title");
    assert_eq!(what("case_create", json!({ "title": "" })), "title");
    assert_eq!(what("case_show", json!({ "caseId": "비밀" })), "case_show");
    assert_eq!(
        what("library_article", json!({ "id": "x", "languages": [] })),
        "languages"
    );
    assert_eq!(
        what("attachment_add", json!({ "id": "0".repeat(32), "data": "?" })),
        "data"
    );
}

#[test]
fn no_query_is_an_error() {
    let alice = Device::alice_with_notebook();
    let long = "가".repeat(10_000);
    let queries = [
        "",
        " ",
        "\"",
        "'; DROP TABLE note; --",
        "a AND",
        "NEAR(",
        "*",
        "가*",
        "^",
        "\u{0}",
        "\u{202e}",
        "\u{1112}\u{1161}",
        "ㅂ",
        "-",
        "title:x",
        "{a b}:c",
        &long,
        "!@#$%^&*()",
        "\u{fffd}",
    ];
    for query in queries {
        alice.call("search", json!({ "query": query, "limit": 100 }));
        alice.call(
            "library_search",
            json!({ "query": query, "limit": 4_000_000_000_u32 }),
        );
    }
}

#[test]
fn passphrases_of_any_kind_are_answered() {
    let alice = Device::alice();
    for passphrase in [
        String::new(),
        "가".into(),
        "x".repeat(1025),
        "\u{0}".repeat(100),
        "가".repeat(300),
    ] {
        alice.call("passphrase_strength", json!({ "passphrase": passphrase }));
    }
    let short = alice.try_call(
        "notebook_create",
        json!({ "passphrase": "짧다", "shelf": "closed" }),
    );
    assert_eq!(short.err(), Some(Failure::PassphraseLength));
    let long = alice.try_call(
        "notebook_create",
        json!({ "passphrase": "x".repeat(1025), "shelf": "closed" }),
    );
    assert_eq!(long.err(), Some(Failure::PassphraseLength));
    assert!(!alice.data().exists());
}
