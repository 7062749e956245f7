//! Age: what is old is said to be old, by whatever clock the computer has, and nothing is refused or taken away for it.

use durumi_packs::{
    Source, build,
    trust::{Author, When, write_repository_archive},
};
use durumi_testkit::{Device, PASSPHRASE};
use serde_json::{Value, json};

const NOW_MS: i64 = 1_795_521_600_000;
const DAY: i64 = 86_400;
const TEN_YEARS: i64 = 3653 * DAY;

fn articles(device: &Device) -> Vec<Value> {
    let cards = device.call("library_articles", json!({ "language": "ru" }));
    let ids = cards.as_array().unwrap().iter().map(|card| card["id"].clone());
    ids.map(|id| device.call("library_article", json!({ "id": id, "languages": ["ru"] })))
        .collect()
}

fn due(device: &Device) -> usize {
    let all = articles(device);
    all.iter()
        .filter(|article| article["reviewIsDue"] == true)
        .count()
}

/// A repository signed so many days after today, as one file.
fn signed(day: i64) -> Vec<u8> {
    let disk = tempfile::tempdir().unwrap();
    let manifest = "format = 1\nid = \"news\"\nversion = 1\nlanguages = [\"ru\"]\n[title]\nru = \"Новое\"\n\
                    [default_source]\nname = \"x\"\nchecked_on = \"2026-11-24\"\nreview_by = \"2027-02-24\"\n";
    let files = [
        ("pack.toml", manifest),
        ("articles/only-here/ru.md", "# Новое\n\nТекст.\n"),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let built = build(&Source::from_files(files)).unwrap();
    let author = Author::at(disk.path());
    let when = When {
        now_ms: NOW_MS + day * DAY * 1000,
        days: 90,
    };
    author.sign_for_development(built.pack(), when).unwrap();
    let mut file = Vec::new();
    write_repository_archive(&author.published().unwrap(), &mut file).unwrap();
    file
}

fn install(device: &Device, file: &[u8]) -> Value {
    use base64::{Engine, prelude::BASE64_STANDARD};
    device.call("pack_file_start", json!({ "size": file.len() }));
    device.call("pack_file_add", json!({ "data": BASE64_STANDARD.encode(file) }));
    let offer = device.call("pack_look", json!({ "stick": null, "language": "ru" }));
    device.call("pack_install", json!({}));
    offer
}

#[test]
fn every_article_has_its_dates_and_its_banner_comes_the_day_after_the_review() {
    let alice = Device::alice();
    let all = articles(&alice);
    assert!(all.len() >= 43);
    for article in &all {
        assert_eq!(article["checkedOn"], "2026-11-24", "{}", article["id"]);
        assert!(
            article["reviewBy"].as_str().unwrap() >= "2027-02-24",
            "{}",
            article["id"]
        );
        assert_eq!(article["reviewedBy"], "", "nobody has read {}", article["id"]);
        assert!(
            !article["restsOn"].as_array().unwrap().is_empty(),
            "{}",
            article["id"]
        );
    }
    assert_eq!(due(&alice), 0);
    let soon = all
        .iter()
        .filter(|article| article["reviewBy"] == "2027-02-24")
        .count();
    // 24 February is the 92nd day from now.
    alice.turn_clock(92 * DAY);
    assert_eq!(due(&alice), 0);
    alice.turn_clock(DAY);
    assert_eq!(due(&alice), soon);
    alice.turn_clock(TEN_YEARS);
    assert_eq!(due(&alice), all.len(), "old, and there");
    let limits = alice.call("deadline_list", json!({ "language": "ru" }));
    assert!(
        limits
            .as_array()
            .unwrap()
            .iter()
            .all(|limit| limit["reviewIsDue"] == true)
    );
}

#[test]
fn a_library_is_read_and_updated_under_every_clock() {
    for (name, seconds) in [
        ("400 days offline", 400 * DAY),
        ("ten years ahead", TEN_YEARS),
        ("ten years behind", -TEN_YEARS),
        ("1970", -NOW_MS / 1000),
    ] {
        let alice = Device::alice_with_notebook();
        alice.turn_clock(seconds);
        assert!(articles(&alice).len() >= 43, "{name}");
        let offer = install(&alice, &signed(0));
        let late = seconds > 90 * DAY;
        assert_eq!(offer["daysOld"].as_i64().unwrap() > 0, late, "{name}");
        let about = alice.call("library_about", json!({ "language": "ru" }));
        assert_eq!(
            about["daysOld"].as_i64().unwrap(),
            if late { seconds / DAY } else { 0 },
            "{name}"
        );
        assert!(
            articles(&alice)
                .iter()
                .any(|article| article["id"] == "only-here"),
            "{name}"
        );
    }
}

#[test]
fn a_clock_that_is_behind_does_not_take_a_banner_away() {
    let mut alice = Device::alice_with_notebook();
    // Something signed in a year was seen here once: then the review of all there is was due.
    install(&alice, &signed(365));
    let all = articles(&alice).len();
    assert_eq!(due(&alice), all);
    alice.turn_clock(-TEN_YEARS);
    alice.start().unwrap();
    alice.call("notebook_unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(due(&alice), all);
}

#[test]
fn a_time_limit_counts_its_days_left_from_the_later_of_both_times() {
    let alice = Device::alice();
    let ask = json!({ "id": "appeal-refusal", "from": "2026-11-24" });
    let counted = alice.call("deadline_count", ask.clone());
    assert_eq!(
        counted,
        json!({ "lastDay": "2026-12-23", "daysLeft": 29, "hoursMayBeLeft": false, "holidaysKnown": false })
    );
    alice.turn_clock(30 * DAY);
    assert_eq!(alice.call("deadline_count", ask)["daysLeft"], -1);
    let nothing = json!({ "id": "nothing", "from": "2026-11-24" });
    assert!(alice.try_call("deadline_count", nothing).is_err());
    let no_day = json!({ "id": "appeal-refusal", "from": "2026-02-30" });
    assert!(alice.try_call("deadline_count", no_day).is_err());
}
