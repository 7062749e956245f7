//! The last day of a time limit, by the table in `docs/formats/pack.md`.
//!
//! Pure: the day comes in, and so do the holidays. Never so that somebody comes too late: of what a reader must do the
//! earliest day that can be meant, of what an office owes the latest.

use durumi_base::Date;
use durumi_packs::content::{Deadline, Holidays, TimeUnit, Whose};

/// Where a limit ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LastDay {
    pub(crate) day: Date,
    /// The day on which the last of its hours can end, for what a reader must do; else the same as `day`.
    pub(crate) latest: Date,
    /// False when working days were counted in a year whose holidays nobody has told.
    pub(crate) holidays_known: bool,
}

/// The last day of a limit that began on `from`; `None` outside of the calendar.
pub(crate) fn last_day(deadline: &Deadline, from: Date, years: &[Holidays]) -> Option<LastDay> {
    let week = Week {
        years: years
            .iter()
            .filter(|year| year.country == deadline.country)
            .collect(),
    };
    let length = i32::try_from(deadline.length).ok()?;
    let early = deadline.whose != Whose::Office;
    let day = match deadline.unit {
        // An hour that begins with the day makes 24 of them end with it.
        TimeUnit::Hours if early => from.plus_days((length / 24 - 1).max(0))?,
        TimeUnit::Hours => from.plus_days((length + 23) / 24)?,
        TimeUnit::Days if early => week.before(from.plus_days(length - 1)?, from)?,
        TimeUnit::Days => week.after(from.plus_days(length)?)?,
        TimeUnit::Months if early => week.before(from.plus_months(length)?.plus_days(-1)?, from)?,
        TimeUnit::Months => week.after(from.plus_months(length)?)?,
        TimeUnit::WorkingDays if early => week.nth_from(from, length)?,
        TimeUnit::WorkingDays => week.nth_from(from.plus_days(1)?, length)?,
    };
    let latest = match deadline.unit {
        TimeUnit::Hours if early => from.plus_days((length + 23) / 24)?,
        _ => day,
    };
    let holidays_known =
        deadline.unit == TimeUnit::Hours || (from.year()..=day.year()).all(|year| week.knows(year));
    Some(LastDay {
        day,
        latest,
        holidays_known,
    })
}

/// When the offices of one country work.
struct Week<'y> {
    years: Vec<&'y Holidays>,
}

impl Week<'_> {
    fn knows(&self, year: u32) -> bool {
        self.years.iter().any(|known| known.year == year)
    }

    fn works(&self, day: Date) -> bool {
        let has = |days: fn(&Holidays) -> &Vec<Date>| self.years.iter().any(|year| days(year).contains(&day));
        has(|year| &year.on) || !(day.is_weekend() || has(|year| &year.off))
    }

    /// The working day at or before `day`, but never before `first`.
    fn before(&self, day: Date, first: Date) -> Option<Date> {
        let mut day = day.max(first);
        while day > first && !self.works(day) {
            day = day.plus_days(-1)?;
        }
        Some(day)
    }

    /// The working day at or after `day`.
    fn after(&self, mut day: Date) -> Option<Date> {
        while !self.works(day) {
            day = day.plus_days(1)?;
        }
        Some(day)
    }

    /// The working day that is number `count` from `day` on.
    fn nth_from(&self, day: Date, count: i32) -> Option<Date> {
        let mut day = self.after(day)?;
        for _ in 1..count {
            day = self.after(day.plus_days(1)?)?;
        }
        Some(day)
    }
}

#[cfg(test)]
mod tests {
    use durumi_packs::content::Texts;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn limit(whose: Whose, length: u32, unit: TimeUnit) -> Deadline {
        Deadline {
            id: "x".parse().unwrap(),
            country: "RU".to_owned(),
            whose,
            length,
            unit,
            checked_on: day("2026-11-24"),
            review_by: day("2027-02-24"),
            caution: None,
            rests_on: std::collections::BTreeMap::new(),
            event: Texts::new(),
            title: Texts::new(),
            risk: Texts::new(),
        }
    }

    fn ends(whose: Whose, length: u32, unit: TimeUnit, from: &str, years: &[Holidays]) -> String {
        let last = last_day(&limit(whose, length, unit), day(from), years).unwrap();
        last.day.to_string()
    }

    fn holidays(year: u32, off: &[&str], on: &[&str]) -> Holidays {
        let days = |days: &[&str]| days.iter().map(|text| day(text)).collect();
        Holidays {
            country: "RU".to_owned(),
            year,
            off: days(off),
            on: days(on),
        }
    }

    #[test]
    fn what_a_person_must_do_ends_as_early_as_can_be_meant() {
        use TimeUnit::{Days, Hours, Months, WorkingDays};
        for (length, unit, from, last) in [
            // A Tuesday.
            (24, Hours, "2026-11-24", "2026-11-24"),
            (48, Hours, "2026-11-24", "2026-11-25"),
            (10, Days, "2026-11-24", "2026-12-03"),
            // The tenth day is a Sunday: the Friday before.
            (10, Days, "2026-11-27", "2026-12-04"),
            // Three working days from a Friday, and from a Saturday.
            (3, WorkingDays, "2026-11-27", "2026-12-01"),
            (3, WorkingDays, "2026-11-28", "2026-12-02"),
            (5, WorkingDays, "2026-11-24", "2026-11-30"),
            // 23 December is a Wednesday.
            (1, Months, "2026-11-24", "2026-12-23"),
            // February has no 31st, the 28th is its last, the day before is a Saturday.
            (1, Months, "2027-01-31", "2027-02-26"),
            (3, Months, "2026-11-30", "2027-02-26"),
            (12, Months, "2028-02-29", "2029-02-27"),
            // Never before it began, also when that is a Sunday.
            (1, Days, "2026-11-29", "2026-11-29"),
        ] {
            assert_eq!(
                ends(Whose::Person, length, unit, from, &[]),
                last,
                "{length} {unit:?} from {from}"
            );
            assert_eq!(ends(Whose::Paper, length, unit, from, &[]), last);
        }
    }

    #[test]
    fn hours_may_be_left_until_they_are_over_from_the_last_minute_of_the_day() {
        let latest = |whose, length, unit| {
            let last = last_day(&limit(whose, length, unit), day("2026-11-24"), &[]).unwrap();
            last.latest.to_string()
        };
        for (length, end) in [
            (12, "2026-11-25"),
            (24, "2026-11-25"),
            (36, "2026-11-26"),
            (48, "2026-11-26"),
        ] {
            assert_eq!(latest(Whose::Person, length, TimeUnit::Hours), end, "{length}");
        }
        // Days end with their last day, and an office is late after it.
        assert_eq!(latest(Whose::Person, 10, TimeUnit::Days), "2026-12-03");
        assert_eq!(latest(Whose::Office, 48, TimeUnit::Hours), "2026-11-26");
    }

    #[test]
    fn what_an_office_owes_ends_as_late_as_can_be_meant() {
        use TimeUnit::{Days, Hours, Months, WorkingDays};
        for (length, unit, from, last) in [
            (48, Hours, "2026-11-24", "2026-11-26"),
            (10, Days, "2026-11-26", "2026-12-07"),
            (5, WorkingDays, "2026-11-24", "2026-12-01"),
            (5, WorkingDays, "2026-11-28", "2026-12-04"),
            (3, Months, "2026-11-30", "2027-03-01"),
        ] {
            assert_eq!(
                ends(Whose::Office, length, unit, from, &[]),
                last,
                "{length} {unit:?} from {from}"
            );
        }
    }

    #[test]
    fn holidays_that_are_known_are_left_out_and_days_made_up_for_count() {
        let years = [holidays(2027, &["2027-01-04", "2027-01-05"], &["2027-01-09"])];
        let ends = |whose, length, from| ends(whose, length, TimeUnit::WorkingDays, from, &years);
        // Sunday 3 January; 4 and 5 are off, 6 to 8 and Saturday 9 are not.
        assert_eq!(ends(Whose::Person, 3, "2027-01-03"), "2027-01-08");
        assert_eq!(ends(Whose::Person, 4, "2027-01-03"), "2027-01-09");
        assert_eq!(ends(Whose::Office, 1, "2027-01-03"), "2027-01-06");
    }

    #[test]
    fn a_year_without_holidays_is_said_to_be_one() {
        let known = |from: &str, unit, years: &[Holidays]| {
            last_day(&limit(Whose::Person, 10, unit), day(from), years)
                .unwrap()
                .holidays_known
        };
        let years = [holidays(2026, &[], &[])];
        assert!(!known("2026-11-24", TimeUnit::WorkingDays, &[]));
        assert!(known("2026-11-24", TimeUnit::WorkingDays, &years));
        assert!(known("2026-11-24", TimeUnit::Days, &years));
        // It ends in a year that nobody has told.
        assert!(!known("2026-12-28", TimeUnit::Days, &years));
        assert!(known("2026-12-28", TimeUnit::Hours, &[]));
        let mut korean = holidays(2026, &[], &[]);
        korean.country = "KR".to_owned();
        assert!(!known("2026-11-24", TimeUnit::WorkingDays, &[korean]));
    }

    #[test]
    fn the_end_of_the_calendar_is_no_day() {
        for unit in [
            TimeUnit::Hours,
            TimeUnit::Days,
            TimeUnit::WorkingDays,
            TimeUnit::Months,
        ] {
            for whose in [Whose::Person, Whose::Office] {
                assert_eq!(last_day(&limit(whose, 1000, unit), day("9999-12-31"), &[]), None);
                assert!(last_day(&limit(whose, 1000, unit), day("0001-01-01"), &[]).is_some());
            }
        }
    }
}
