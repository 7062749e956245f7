//! Whatever a remote does, nothing is lost and everybody agrees in the end.

use durumi_sync::{Depth, Files};
use durumi_testkit::sync::{Campaign, Event, Fault, Op, run_steps};

#[test]
fn two_thousand_steps_at_hostile_places_lose_nothing() {
    // The long one is `cargo xtask campaign sync`.
    let campaign = Campaign::run(1, 2000);
    if let Some(failed) = campaign.failed {
        panic!("{}", failed.describe());
    }
    assert!(campaign.operations >= 2000);
}

#[test]
fn there_are_many_ways_to_be_hostile() {
    assert!(Fault::ALL.len() + Event::ALL.len() >= 25);
}

/// A visit. Names of objects come from the chance: two visits have not the same.
const fn round_of(device: usize, chance: u64) -> Op {
    Op::Round {
        device,
        remote: 0,
        depth: Depth::Full,
        files: Files::Ahead,
        cut_after: None,
        chance,
    }
}

const fn edit(device: usize, entry: u32) -> Op {
    Op::Edit {
        device,
        entry,
        filler: 30,
    }
}

/// An object rots; which one depends on the chance.
fn rots(chance: u64) -> Op {
    Op::Happen {
        remote: 0,
        event: Event::ObjectRots,
        chance,
    }
}

#[test]
fn what_rots_is_put_again_by_whoever_has_it_when_its_device_was_restored_and_has_it_no_more() {
    // Seed 1935 of the first campaign, by hand: the damaged head is also what would have told the device
    // that it was restored.
    for chance in 0..20 {
        let steps = [
            edit(1, 9),
            round_of(1, 1),
            Op::Save { device: 1 },
            round_of(0, 2),
            edit(1, 6),
            round_of(1, 3),
            round_of(0, 4),
            rots(chance),
            Op::Restore { device: 1, ids: 5 },
        ];
        run_steps(2, 1, &steps).unwrap_or_else(|failed| panic!("chance {chance}: {}", failed.why));
    }
}

#[test]
fn what_rots_is_put_again_by_whoever_has_it_when_its_device_is_gone() {
    // No copy is about here: damage and an absent owner are enough.
    for chance in 0..20 {
        let steps = [
            edit(0, 9),
            round_of(0, 5),
            round_of(1, 6),
            edit(2, 6),
            round_of(2, 7),
            round_of(0, 8),
            rots(chance),
            Op::Lose { device: 2 },
        ];
        run_steps(3, 1, &steps).unwrap_or_else(|failed| panic!("chance {chance}: {}", failed.why));
    }
}
