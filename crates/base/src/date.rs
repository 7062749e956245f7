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

    /// So many days later, or earlier when negative; `None` outside of the years 1 to 9999.
    pub fn plus_days(self, days: i32) -> Option<Date> {
        Self::within(self.0.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?)
    }

    /// The same day so many months later, or the last of that month when it has no such day; `None` as above.
    pub fn plus_months(self, months: i32) -> Option<Date> {
        Self::within(
            self.0
                .checked_add(jiff::Span::new().try_months(months).ok()?)
                .ok()?,
        )
    }

    /// Its year.
    pub fn year(self) -> u32 {
        self.0.year().unsigned_abs().into()
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(
            self.0.weekday(),
            civil::Weekday::Saturday | civil::Weekday::Sunday
        )
    }

    fn within(day: civil::Date) -> Option<Date> {
        (day.year() >= 1).then_some(Date(day))
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        if text.len() != 10 {
            return Err(DateError);
        }
        let day: civil::Date = text.parse().map_err(|_| DateError)?;
        Date::within(day).ok_or(DateError)
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

    #[test]
    fn days_and_months_are_added_within_the_calendar() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(day("2028-02-28").plus_days(1), Some(day("2028-02-29")));
        assert_eq!(day("2027-03-01").plus_days(-1), Some(day("2027-02-28")));
        assert_eq!(day("2027-01-31").plus_months(1), Some(day("2027-02-28")));
        assert_eq!(day("2027-11-30").plus_months(3), Some(day("2028-02-29")));
        assert_eq!(day("9999-12-31").plus_days(1), None);
        assert_eq!(day("9999-12-31").plus_months(i32::MAX), None);
        assert_eq!(day("0001-01-01").plus_days(-1), None);
        assert!(day("2026-11-28").is_weekend() && !day("2026-11-27").is_weekend());
        assert_eq!(day("2026-11-28").year(), 2026);
    }
}
