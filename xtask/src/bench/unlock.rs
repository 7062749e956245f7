//! `cargo xtask bench unlock`: what opening the notebook costs beyond Argon2id.

use std::time::Instant;

use durumi_api::{Failure, NotebookLock, NotebookUnlock};
use durumi_keys::Cost;
use durumi_testkit::{Device, PASSPHRASE};
use serde_json::json;

use super::{Figures, median};
use crate::steps::{Outcome, failed};

const ROUNDS: usize = 15;
const NOTES: usize = 1000;
const GOAL_MS: f64 = 50.0;

/// Argon2id alone and a whole unlock by turns, on a notebook of 1,000 notes and a closed shelf.
pub fn measure() -> Outcome<Figures> {
    let mut alice = Device::alice_with_notebook();
    let case = alice.call("case_create", json!({ "title": "사건" }));
    for number in 0..NOTES {
        let text = format!("{number}번째 기록. 지배인이 려권을 가져갔다. Мне не заплатили за месяц.");
        alice.call(
            "note_save",
            json!({ "caseId": case.get("id"), "place": "", "text": text }),
        );
    }
    alice
        .start()
        .or_else(|_| failed("bench unlock", "the notebook does not open"))?;

    let (mut argon2, mut whole) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        argon2.push(milliseconds(|| {
            Cost::FLOOR.spend().map_err(|_| Failure::NotEnoughMemory)
        })?);
        let unlock = NotebookUnlock {
            passphrase: PASSPHRASE.to_owned(),
        };
        whole.push(milliseconds(|| alice.app().notebook_unlock(unlock))?);
        milliseconds(|| alice.app().notebook_lock(NotebookLock {}))?;
    }
    let mut figures = Figures::default();
    println!(
        "Argon2id alone: {:.1} ms; the whole unlock: {:.1} ms",
        median(&argon2),
        median(&whole)
    );
    figures.at_most(
        "unlock_beyond_argon2_ms",
        median(&whole) - median(&argon2),
        GOAL_MS,
    );
    Ok(figures)
}

fn milliseconds<T>(work: impl FnOnce() -> Result<T, Failure>) -> Outcome<f64> {
    let before = Instant::now();
    match work() {
        Ok(_) => Ok(before.elapsed().as_secs_f64() * 1000.0),
        Err(failure) => failed("bench unlock", failure.message_id()),
    }
}
