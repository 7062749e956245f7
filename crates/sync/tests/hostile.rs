//! Whatever a remote does, nothing is lost and everybody agrees in the end.

use durumi_testkit::sync::{Campaign, Event, Fault};

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
