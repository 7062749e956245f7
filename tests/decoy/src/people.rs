//! People who use the program for a while.
//!
//! All of them open notebooks equally often and change a passphrase once, because that shows in the keys file and tells
//! of habits, not of notebooks. Who has no second notebook opens the first instead and reads.

use durumi_keys::Random;
use durumi_testkit::{CountingRandom, Device, PASSPHRASE};
use serde_json::json;

const SECOND: &str = "Четыре журавля над Амуром";

/// A computer after some sessions, locked and closed. The first notebook is used alike by everybody.
pub fn live(seed: u64, second: bool) -> Device {
    let choice = CountingRandom::new(seed / 2 + 1);
    let mut alice = Device::alice_with_notebook();
    if second {
        let request = json!({ "present": PASSPHRASE, "new": SECOND });
        alice.call("second_notebook_create", request);
    } else {
        let request = json!({ "present": PASSPHRASE, "new": PASSPHRASE });
        alice.call("passphrase_change", request);
    }
    let sessions = 1 + below(&choice, 2);
    for session in 0..sessions {
        let notes = 1 + below(&choice, 10);
        if session == 0 {
            look_elsewhere(&alice, second, notes);
        }
        turn_to(&alice, PASSPHRASE);
        write(&alice, 3 + below(&choice, 30));
    }
    // Which was open last is a coin's toss for those who have two.
    if below(&choice, 2) == 0 {
        look_elsewhere(&alice, second, 1);
    }
    alice.stop();
    alice
}

fn look_elsewhere(device: &Device, second: bool, notes: u64) {
    if second {
        turn_to(device, SECOND);
        write(device, notes);
    } else {
        turn_to(device, PASSPHRASE);
        device.call("case_list", json!({}));
    }
}

fn turn_to(device: &Device, passphrase: &str) {
    device.call("notebook_lock", json!({}));
    device.call("notebook_unlock", json!({ "passphrase": passphrase }));
}

fn write(device: &Device, notes: u64) {
    let case = device.call("case_create", json!({ "title": "사건" }));
    for note in 0..notes {
        let text = format!(
            "{note} {}",
            "기록 ".repeat(200 + 37 * usize::try_from(note).unwrap_or_default())
        );
        device.call(
            "note_save",
            json!({ "caseId": case.get("id"), "place": "", "text": text }),
        );
    }
}

fn below(choice: &CountingRandom, limit: u64) -> u64 {
    let mut bytes = [0; 8];
    choice.fill(&mut bytes);
    u64::from_le_bytes(bytes) % limit
}
