//! Time: clocks may be anything, and expiry refuses nothing.

use durumi_base::{Clock, FixedClock};
use durumi_packs::trust::Confirmed;
use serde_json::json;

use crate::world::{DAY_MS, NOW_MS, World, state_of};

/// What the app shows: whether the promise still holds at the later of the clock and the newest signed time.
fn is_fresh(clock: &dyn Clock, confirmed: Confirmed, newest_ms: i64) -> bool {
    confirmed.is_fresh(clock.now_ms().max(newest_ms))
}

macro_rules! clocks {
    ($($name:ident, $days:expr, $fresh:literal;)*) => {$(
        #[test]
        fn $name() {
            let world = World::with_update();
            let offer = world.offer().unwrap();
            let confirmed = offer.confirmed();
            let newest = state_of(offer).newest_ms;
            assert_eq!(newest, NOW_MS + DAY_MS);
            assert_eq!(is_fresh(&FixedClock(NOW_MS + $days * DAY_MS), confirmed, newest), $fresh);
            assert!(world.deliver().is_ok(), "no clock refuses anything");
        }
    )*};
}

clocks! {
    on_the_day_it_is_fresh, 1, true;
    after_89_days_it_is_fresh, 90, true;
    after_91_days_it_is_old_and_still_read, 92, false;
    after_400_days_offline_it_is_old_and_still_installed, 401, false;
    a_clock_ten_years_ahead_refuses_nothing, 3653, false;
    a_clock_ten_years_behind_refuses_nothing, -3653, true;
    a_clock_at_1970_refuses_nothing, -20_781, true;
}

#[test]
fn metadata_that_expired_long_ago_is_installed() {
    let mut world = World::with_update();
    world.resign("pack-starter.json", &["author"], |signed| {
        signed["expires"] = json!("2001-01-01T00:00:00Z");
    });
    world.resign(".targets.json", &["targets"], |signed| {
        signed["expires"] = json!("2001-01-01T00:00:00Z");
    });
    world.kept.files.remove("targets");
    world.vouch();
    world.resign(".snapshot.json", &["publisher"], |signed| {
        signed["expires"] = json!("2001-01-01T00:00:00Z");
    });
    world.vouch_for_snapshot();
    world.resign("timestamp.json", &["publisher"], |signed| {
        signed["expires"] = json!("2001-01-01T00:00:00Z");
    });
    let offer = world.offer().unwrap();
    assert!(!offer.confirmed().is_fresh(NOW_MS));
    assert!(world.deliver().is_ok());
}

#[test]
fn a_root_that_expired_long_ago_is_followed() {
    let mut world = World::with_update();
    crate::attacks::new_root(&mut world, &["root-1", "root-2"], |signed| {
        signed["expires"] = json!("2001-01-01T00:00:00Z");
    });
    assert!(world.deliver().is_ok());
}

#[test]
fn a_clock_that_is_behind_does_not_make_old_content_look_fresh() {
    let mut world = World::new();
    let old = world.offer().unwrap().confirmed();
    // Another pack's signature of a year later was seen here once.
    world.kept.newest_ms = NOW_MS + 365 * DAY_MS;
    let newest = state_of(world.offer().unwrap()).newest_ms;
    assert_eq!(newest, NOW_MS + 365 * DAY_MS, "the newest time is never lowered");
    assert!(!is_fresh(&FixedClock(0), old, newest));
}

#[test]
fn a_signed_time_in_the_far_future_refuses_nothing() {
    let mut world = World::with_update();
    world.resign("timestamp.json", &["publisher"], |signed| {
        signed["x-durumi-signed-at"] = json!("2199-01-01T00:00:00Z");
    });
    assert!(world.deliver().is_ok());
}

#[test]
fn the_newest_time_is_seen_in_verified_metadata_only() {
    let mut world = World::with_update();
    world.edit("timestamp.json", |signed| {
        signed["x-durumi-signed-at"] = json!("2199-01-01T00:00:00Z");
    });
    assert!(world.offer().is_err());
    assert_eq!(world.kept.newest_ms, NOW_MS);
}

#[test]
fn the_same_repository_again_is_no_news_and_no_error() {
    let mut world = World::with_update();
    let first = state_of(world.offer().unwrap());
    world.kept = first.clone();
    assert_eq!(state_of(world.offer().unwrap()), first);
}

#[test]
fn a_newer_timestamp_alone_confirms_what_is_there() {
    let mut world = World::with_update();
    world.kept = state_of(world.offer().unwrap());
    let author = world.author();
    author
        .release(&crate::world::key("publisher"), crate::world::when(80))
        .unwrap();
    world.files = author.published().unwrap();
    let offer = world.offer().unwrap();
    assert!(offer.confirmed().is_fresh(NOW_MS + 160 * DAY_MS));
}
