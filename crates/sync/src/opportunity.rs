//! Deciding when a place is visited without being asked.
//!
//! [`Opportunity::when`] is a pure function of what is known and of the time it is given: it asks no clock, keeps no
//! state, and says `Never` of a place that is off. Jitter is an argument too, so that two devices that saw the
//! same stick or came back to the same network do not move in step, and a test can hold it still.
//!
//! A fixed timer alone was rejected: it misses the stick that is plugged in for half a minute, and wakes a disk for nothing.

/// What is known of a place. Times are in milliseconds since 1970, by this device's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opportunity {
    /// The person turned it on.
    pub on: bool,
    /// Since when it is there without a break: the folder, the stick. `None`: it is not there.
    pub there_since: Option<i64>,
    /// When the notebook was opened.
    pub opened: i64,
    /// When a visit was last completed.
    pub completed: Option<i64>,
    /// When one was last tried since the notebook was opened, and how many in a row have failed.
    pub tried: Option<i64>,
    /// How many in a row have failed.
    pub failures: u32,
    /// The first and the last edit that have not been put there.
    pub edited: Option<(i64, i64)>,
    /// A number that differs from device to device and from try to try.
    pub jitter: u64,
}

/// When to visit a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// At this time; it may be past.
    At(i64),
    /// Not before something changes.
    Never,
}

/// After opening: the person comes first.
const AFTER_OPENING: i64 = 3_000;
/// After a place appeared: a stick needs a moment.
const AFTER_APPEARING: i64 = 2_000;
/// After the last edit.
const PAUSE: i64 = 20_000;
/// After the first edit, however long the person goes on writing.
const LONGEST_PAUSE: i64 = 5 * 60_000;
/// Without any reason: others may have put something there.
const NOW_AND_THEN: i64 = 15 * 60_000;
/// After the first failure; each further one doubles it.
const FIRST_BACK_OFF: i64 = 30_000;
/// The longest back-off.
const LONGEST_BACK_OFF: i64 = 60 * 60_000;

impl Opportunity {
    /// When to visit the place next.
    #[must_use]
    pub fn when(&self, now: i64) -> When {
        let (true, Some(there_since)) = (self.on, self.there_since) else {
            return When::Never;
        };
        let appeared = self.tried.is_some_and(|tried| there_since > tried);
        let reason = self.reason(now, there_since);
        if self.failures > 0 && !appeared {
            return When::At(reason.max(self.backed_off(now)));
        }
        When::At(reason)
    }

    /// The earliest time at which there is a reason to go.
    fn reason(&self, now: i64, there_since: i64) -> i64 {
        // A clock that was put back makes the past look like the future: then nothing is known of when.
        let completed = self.completed.filter(|completed| *completed <= now);
        let Some(completed) = completed else {
            return there_since
                .saturating_add(AFTER_APPEARING)
                .max(self.opened.saturating_add(AFTER_OPENING));
        };
        let opened = (self.opened > completed).then(|| self.spread(self.opened, AFTER_OPENING));
        // However much is waiting: a stick that has just appeared needs its moment.
        let appeared = (there_since > completed).then(|| self.spread(there_since, AFTER_APPEARING));
        let edited = self.edited.map(|(first, last)| {
            let quiet = self.spread(last, PAUSE);
            quiet.min(self.spread(first, LONGEST_PAUSE))
        });
        let now_and_then = Some(self.spread(completed, NOW_AND_THEN));
        let reasons = [opened, appeared, edited, now_and_then];
        let reason = reasons.into_iter().flatten().min().unwrap_or(now);
        reason.max(appeared.unwrap_or(reason))
    }

    fn backed_off(&self, now: i64) -> i64 {
        let doublings = self.failures.saturating_sub(1).min(16);
        let wait = FIRST_BACK_OFF
            .saturating_mul(1 << doublings)
            .min(LONGEST_BACK_OFF);
        let tried = self.tried.filter(|tried| *tried <= now).unwrap_or(now);
        self.spread(tried, wait)
    }

    /// A time after `from`, later by `wait` and up to a quarter of it more.
    fn spread(&self, from: i64, wait: i64) -> i64 {
        let quarter = u64::try_from(wait / 4).unwrap_or(0).max(1);
        let more = i64::try_from(self.jitter % quarter).unwrap_or(0);
        from.saturating_add(wait).saturating_add(more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: i64 = 1_795_521_600_000;
    const SECOND: i64 = 1000;

    /// A stick that was there all the time, visited at noon after opening at noon.
    fn quiet() -> Opportunity {
        Opportunity {
            on: true,
            there_since: Some(NOON - SECOND),
            opened: NOON - SECOND,
            completed: Some(NOON),
            tried: Some(NOON),
            failures: 0,
            edited: None,
            jitter: 0,
        }
    }

    #[test]
    fn nothing_happens_at_a_place_that_is_off_or_not_there() {
        let edited = Some((NOON, NOON));
        let off = Opportunity {
            on: false,
            edited,
            ..quiet()
        };
        let gone = Opportunity {
            there_since: None,
            edited,
            ..quiet()
        };
        for hours in 0..100 {
            let now = NOON + hours * 3600 * SECOND;
            assert_eq!((off.when(now), gone.when(now)), (When::Never, When::Never));
        }
    }

    #[test]
    fn opening_the_notebook_is_a_reason() {
        let place = Opportunity {
            opened: NOON + 60 * SECOND,
            ..quiet()
        };
        assert_eq!(place.when(NOON + 60 * SECOND), When::At(NOON + 63 * SECOND));
    }

    #[test]
    fn a_stick_that_appears_is_a_reason_also_after_failures() {
        let place = Opportunity {
            there_since: Some(NOON + 9 * SECOND),
            failures: 8,
            ..quiet()
        };
        assert_eq!(place.when(NOON + 9 * SECOND), When::At(NOON + 11 * SECOND));
    }

    #[test]
    fn a_stick_has_a_moment_also_when_something_has_waited_long() {
        let place = Opportunity {
            there_since: Some(NOON + 900 * SECOND),
            edited: Some((NOON, NOON)),
            ..quiet()
        };
        assert_eq!(place.when(NOON + 900 * SECOND), When::At(NOON + 902 * SECOND));
    }

    #[test]
    fn an_edit_waits_for_a_pause_but_not_for_ever() {
        let edited = |first, last| Opportunity {
            edited: Some((NOON + first * SECOND, NOON + last * SECOND)),
            ..quiet()
        };
        assert_eq!(edited(10, 10).when(NOON), When::At(NOON + 30 * SECOND));
        assert_eq!(edited(10, 25).when(NOON), When::At(NOON + 45 * SECOND));
        assert_eq!(edited(10, 400).when(NOON), When::At(NOON + 310 * SECOND));
    }

    #[test]
    fn without_a_reason_it_is_looked_at_now_and_then() {
        assert_eq!(quiet().when(NOON), When::At(NOON + 900 * SECOND));
    }

    #[test]
    fn failures_wait_twice_as_long_each_time_and_at_most_an_hour() {
        let waits = [1, 2, 3, 7, 8, 40].map(|failures| {
            let place = Opportunity {
                failures,
                edited: Some((NOON, NOON)),
                ..quiet()
            };
            match place.when(NOON) {
                When::At(at) => (at - NOON) / SECOND,
                When::Never => -1,
            }
        });
        assert_eq!(waits, [30, 60, 120, 1920, 3600, 3600]);
    }

    #[test]
    fn jitter_makes_it_later_by_a_quarter_at_most() {
        for jitter in [1, 77, 4_999, 5_000, u64::MAX] {
            let place = Opportunity {
                jitter,
                edited: Some((NOON, NOON)),
                ..quiet()
            };
            let When::At(at) = place.when(NOON) else {
                panic!("it is on")
            };
            assert!((20 * SECOND..25 * SECOND).contains(&(at - NOON)), "{at}");
        }
    }

    #[test]
    fn a_clock_that_was_put_back_or_forward_stops_nothing() {
        for years in [-1, 1] {
            let now = NOON + years * 365 * 24 * 3600 * SECOND;
            let place = Opportunity {
                opened: now,
                there_since: Some(now),
                tried: None,
                ..quiet()
            };
            let When::At(at) = place.when(now) else {
                panic!("it is on")
            };
            assert!(at <= now + 10 * SECOND, "{years}: {}", at - now);
        }
    }

    #[test]
    fn no_time_overflows() {
        for time in [i64::MIN, -1, 0, i64::MAX] {
            let place = Opportunity {
                there_since: Some(time),
                opened: time,
                completed: Some(time),
                tried: Some(time),
                failures: u32::MAX,
                edited: Some((time, time)),
                jitter: u64::MAX,
                ..quiet()
            };
            assert!(matches!(place.when(time), When::At(_)));
        }
    }
}
