//! The time, as an argument.
//!
//! Only the outermost crates make a [`SystemClock`]; everything below takes `&dyn Clock`.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::Date;

/// Where "now" comes from.
pub trait Clock: Send + Sync {
    /// Milliseconds since 1970-01-01 UTC.
    fn now_ms(&self) -> i64;

    /// The day of [`Clock::now_ms`] in UTC.
    fn today(&self) -> Date {
        Date::from_unix_ms(self.now_ms())
    }
}

/// The computer's own clock, which may be wrong by years on an old laptop.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now_ms(&self) -> i64 {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}

/// A clock that stands still, for tests and for reproducible builds.
pub struct FixedClock(pub i64);

impl Clock for FixedClock {
    fn now_ms(&self) -> i64 {
        self.0
    }
}
