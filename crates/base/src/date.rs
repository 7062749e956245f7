//! A day of the calendar, always valid.
//!
//! Written as `2026-11-24` everywhere: in packs, in the notebook and in the contract. We do not keep
//! times of day of a person's own events: "about three in the night" is text, not a number.

use std::{fmt, str::FromStr};

use jiff::civil;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A valid day between the years 1 and 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// The text is not a day in the form `2026-11-24`.
#[derive(Debug, thiserror::Error)]
#[error("not a day in the form 2026-11-24")]
pub struct DateError;

impl Date {
    /// The day, in UTC, of a number of milliseconds since 1970. Out-of-range times give 1970-01-01.
    pub fn from_unix_ms(ms: i64) -> Self {
        let timestamp = jiff::Timestamp::from_millisecond(ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        Date(jiff::tz::Offset::UTC.to_datetime(timestamp).date())
    }

    /// Whole days from `self` to `later`; negative when `later` is earlier.
    pub fn days_until(self, later: Date) -> i32 {
        later.0.since(self.0).map_or(0, |span| span.get_days())
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        if text.len() != 10 {
            return Err(DateError);
        }
        let day: civil::Date = text.parse().map_err(|_| DateError)?;
        if day.year() < 1 {
            Err(DateError)
        } else {
            Ok(Date(day))
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_days_in_the_one_form_are_taken() {
        assert_eq!("2026-11-24".parse::<Date>().unwrap().to_string(), "2026-11-24");
        for bad in [
            "2026-02-30",
            "2026-1-1",
            "24.11.2026",
            "",
            "2026-11-24T00",
            "-001-01-01",
            "20261124xx",
        ] {
            assert!(bad.parse::<Date>().is_err(), "{bad}");
        }
    }

    #[test]
    fn days_between_two_dates_are_counted_over_leap_years() {
        let from: Date = "2027-02-27".parse().unwrap();
        assert_eq!(from.days_until("2028-03-01".parse().unwrap()), 368);
        assert_eq!(from.days_until("2027-02-26".parse().unwrap()), -1);
    }
}
