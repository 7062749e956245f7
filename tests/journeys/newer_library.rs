//! A newer library from a file, in every state of the program.

use durumi_api::Failure;
use durumi_packs::{
    Source, build,
    trust::{Author, When, write_repository_archive},
};
use durumi_testkit::{Device, PASSPHRASE};
use serde_json::{Value, json};
use tempfile::TempDir;

const NOW_MS: i64 = 1_795_521_600_000;
const DAY_MS: i64 = 86_400_000;

/// An author with a pack of one article.
struct Authors(TempDir);

impl Authors {
    fn new() -> Self {
        Authors(tempfile::tempdir().unwrap())
    }

    /// The repository as one file, after signing a version on a day.
    fn sign(&self, id: &str, version: u32, day: i64) -> Vec<u8> {
        let manifest = format!(
            "format = 1\nid = \"{id}\"\nversion = {version}\nlanguages = [\"ko-KP\"]\n[title]\nko-KP = \"새 글\"\n\
             [default_source]\nname = \"x\"\nchecked_on = \"2026-11-24\"\n"
        );
        let article = format!("# 새 글 {version}\n\n본문.\n");
        let files = [("pack.toml", manifest), ("articles/only-here/ko-KP.md", article)];
        let files = files.map(|(name, text)| (name.to_owned(), text.into_bytes()));
        let built = build(&Source::from_files(files)).unwrap();
        let author = Author::at(self.0.path());
        let when = When {
            now_ms: NOW_MS + day * DAY_MS,
            days: 90,
        };
        author.sign_for_development(built.pack(), when).unwrap();
        let mut file = Vec::new();
        write_repository_archive(&author.published().unwrap(), &mut file).unwrap();
        file
    }
}

fn look(device: &Device, file: &[u8]) -> Result<Value, Failure> {
    use base64::{Engine, prelude::BASE64_STANDARD};
    device.call("pack_file_start", json!({ "size": file.len() }));
    for piece in file.chunks(1000) {
        device.call("pack_file_add", json!({ "data": BASE64_STANDARD.encode(piece) }));
    }
    device.try_call("pack_look", json!({ "stick": null, "language": "ko-KP" }))
}

fn has_it(device: &Device) -> bool {
    let asked = json!({ "id": "only-here", "languages": ["ko-KP"] });
    device.try_call("library_article", asked).is_ok()
}

#[test]
fn looking_writes_nothing_and_installing_keeps_the_library() {
    let mut alice = Device::alice();
    let file = Authors::new().sign("news", 1, 0);
    let offer = look(&alice, &file).unwrap();
    assert!(!alice.data().exists(), "looking wrote to the disk");
    assert_eq!(offer["development"], true);
    assert_eq!(offer["makesFile"], true);
    assert_eq!(offer["daysOld"], 0);
    let pack = &offer["packs"][0];
    assert_eq!(pack["signedBy"][0]["name"], "Development 3");
    assert_eq!(pack["signedOn"], "2026-11-24");
    assert_eq!(
        pack["changes"][0],
        json!({ "how": "new", "what": "article", "title": "새 글 1" })
    );
    assert!(!has_it(&alice));
    alice.call("pack_install", json!({}));
    assert!(has_it(&alice));
    alice.start().unwrap();
    assert!(has_it(&alice), "it is there after the next start");
    alice.call(
        "notebook_create",
        json!({ "passphrase": PASSPHRASE, "shelf": "closed" }),
    );
    assert!(has_it(&alice), "and after a notebook was made");
}

#[test]
fn a_closed_library_is_brought_up_to_date_only_by_whoever_opens_it() {
    let mut alice = Device::alice_with_notebook();
    let authors = Authors::new();
    alice.start().unwrap();
    assert_eq!(
        look(&alice, &authors.sign("news", 1, 0)).err(),
        Some(Failure::Locked)
    );
    alice.call("notebook_unlock", json!({ "passphrase": PASSPHRASE }));
    look(&alice, &authors.sign("news", 2, 1)).unwrap();
    alice.call("pack_install", json!({}));
    alice.start().unwrap();
    alice.call("notebook_unlock", json!({ "passphrase": PASSPHRASE }));
    assert!(has_it(&alice));
}

#[test]
fn an_older_file_is_refused_and_the_library_stays() {
    let alice = Device::alice_with_notebook();
    let authors = Authors::new();
    let old = authors.sign("news", 1, 0);
    let new = authors.sign("news", 2, 1);
    look(&alice, &new).unwrap();
    alice.call("pack_install", json!({}));
    assert_eq!(look(&alice, &old).err(), Some(Failure::PackOlder));
    assert_eq!(
        alice.try_call("pack_install", json!({})).err(),
        Some(Failure::NotFound)
    );
    assert!(has_it(&alice));
    // A pack of the program's own id with a lower version is one too.
    let lower = Authors::new().sign("starter", 1, 0);
    let about = alice.call("library_about", json!({ "language": "ko-KP" }));
    if about["version"].as_u64() > Some(1) {
        assert_eq!(look(&alice, &lower).err(), Some(Failure::PackOlder));
    }
}

#[test]
fn what_is_no_library_is_named_and_changes_nothing() {
    let alice = Device::alice_with_notebook();
    let file = Authors::new().sign("news", 1, 0);
    let refused = |reason: &str| {
        Some(Failure::RepositoryRefused {
            reason: reason.to_owned(),
        })
    };
    assert_eq!(look(&alice, b"PK\x03\x04").err(), refused("malformed"));
    assert_eq!(look(&alice, &file[..file.len() - 1]).err(), refused("malformed"));
    let mut changed = file.clone();
    let last = changed.len() - 60;
    changed[last] ^= 4;
    assert!(matches!(
        look(&alice, &changed),
        Err(Failure::RepositoryRefused { .. })
    ));
    assert_eq!(
        alice
            .try_call("pack_file_start", json!({ "size": 1_u64 << 40 }))
            .err(),
        Some(Failure::TooLarge)
    );
    alice.call("pack_file_start", json!({ "size": 1 }));
    assert_eq!(
        alice.try_call("pack_file_add", json!({ "data": "AAAA" })).err(),
        Some(Failure::TooLarge)
    );
    assert_eq!(
        alice
            .try_call("pack_look", json!({ "stick": "../../etc", "language": "ru" }))
            .err(),
        Some(Failure::NotFound)
    );
    assert!(!has_it(&alice));
}

#[test]
fn the_library_says_who_signed_it_and_that_the_keys_are_for_trying_out() {
    let alice = Device::alice_with_notebook();
    assert_eq!(alice.call("app_state", json!({}))["developmentKeys"], true);
    let before = alice.call("library_about", json!({ "language": "ko-KP" }));
    assert_eq!(before["signedBy"], json!([]));
    let version = u32::try_from(before["version"].as_u64().unwrap()).unwrap();
    look(&alice, &Authors::new().sign("starter", version + 1, 0)).unwrap();
    alice.call("pack_install", json!({}));
    let about = alice.call("library_about", json!({ "language": "ko-KP" }));
    assert_eq!(about["signedBy"], json!(["Development 3"]));
    assert_eq!(
        (&about["development"], &about["confirmedOn"]),
        (&json!(true), &json!("2026-11-24"))
    );
}

#[test]
fn a_confirmation_that_ran_out_lowers_the_label_and_nothing_else() {
    let alice = Device::alice_with_notebook();
    let offer = look(&alice, &Authors::new().sign("news", 1, -400)).unwrap();
    assert_eq!(offer["daysOld"], 400);
    alice.call("pack_install", json!({}));
    assert!(has_it(&alice));
    let about = alice.call("library_about", json!({ "language": "ko-KP" }));
    assert_eq!(about["daysOld"], 400);
}
