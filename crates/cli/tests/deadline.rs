//! Time limits at a terminal.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::process::{Command, Output};

use durumi_base::{Clock as _, SystemClock};

fn durumi(arguments: &[&str]) -> Output {
    let data = tempfile::tempdir().unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_durumi"))
        .env("HOME", data.path())
        .arg("--data")
        .arg(data.path().join("data"))
        .args(arguments)
        .output();
    run.unwrap()
}

#[test]
fn a_last_day_is_counted_with_its_caution_its_age_and_what_it_rests_on() {
    let run = durumi(&["--language", "en", "deadline", "expulsion", "2026-11-24"]);
    assert!(run.status.success());
    let text = String::from_utf8(run.stdout).unwrap();
    for said in [
        "Do it at the latest on 2026-12-03",
        "Public holidays are not known here",
        "it may be shorter",
        "Not checked against the official text",
        "Checked on 2026-11-24",
        "To be checked again by 2027-02-24",
        "Not yet reviewed by a lawyer",
        "Code of Administrative Offences of Russia, Article 30.3",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    let list = durumi(&["--language", "en", "deadline"]);
    assert!(String::from_utf8(list.stdout).unwrap().lines().count() >= 12);
}

#[test]
fn hours_from_yesterday_may_be_left_and_older_ones_are_over() {
    let today = SystemClock.today();
    for (back, said, not_said) in [
        (0, "The last day is today.", "deadlines-"),
        (1, "Do it now: the time may not be over yet.", "at the latest on"),
        (2, "The time is over.", "may not be over"),
    ] {
        let day = today.plus_days(-back).unwrap().to_string();
        let run = durumi(&["--language", "en", "deadline", "crossed-without-papers", &day]);
        let text = String::from_utf8(run.stdout).unwrap();
        assert!(text.contains(said), "{said} is not in {text}");
        assert!(!text.contains(not_said), "{not_said} is in {text}");
        assert!(text.contains("The hours run from the hour"), "{text}");
    }
}

#[test]
fn what_is_no_limit_and_no_day_is_said_in_words() {
    for (arguments, said) in [
        (["deadline", "nothing", "2026-11-24"], "error-not-found"),
        (["deadline", "expulsion", "2026-02-30"], "error-no-day"),
        (["deadline", "expulsion", "9999-12-31"], "error-bad-request"),
    ] {
        let run = durumi(&[&["--language", "en"], arguments.as_slice()].concat());
        assert!(!run.status.success(), "{said}");
        assert!(!run.stderr.is_empty() && run.stdout.len() < 200, "{said}");
    }
}
