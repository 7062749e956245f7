//! Reading time limits and counting them.

use durumi_api::{Caution, Deadline, DeadlineDay, TimeUnit, Whose};
use durumi_base::{Date, Language};
use durumi_packs::content;

use crate::{
    Library, LibraryError, counting,
    index::{DEADLINE, HOLIDAYS},
    records::pick,
};

impl Library {
    /// Every time limit, in the packs' order.
    pub fn deadlines(&self, language: Language, today: Date) -> Result<Vec<Deadline>, LibraryError> {
        let all: Vec<content::Deadline> = self.items(DEADLINE)?;
        Ok(all.into_iter().map(|one| shown(one, language, today)).collect())
    }

    /// The last day of a time limit that began on `from`. The inner `None`: the day is beyond the calendar.
    pub fn count_deadline(
        &self,
        id: &str,
        from: Date,
        today: Date,
    ) -> Result<Option<Option<DeadlineDay>>, LibraryError> {
        let all: Vec<content::Deadline> = self.items(DEADLINE)?;
        let Some(deadline) = all.into_iter().find(|one| one.id.as_str() == id) else {
            return Ok(None);
        };
        let years: Vec<content::Holidays> = self.items(HOLIDAYS)?;
        let last = counting::last_day(&deadline, from, &years);
        Ok(Some(last.map(|last| DeadlineDay {
            last_day: last.day,
            days_left: today.days_until(last.day),
            hours_may_be_left: last.day < today && today <= last.latest,
            holidays_known: last.holidays_known,
        })))
    }
}

fn shown(deadline: content::Deadline, language: Language, today: Date) -> Deadline {
    let mut rests_on = deadline.rests_on;
    let names = rests_on
        .remove(&language)
        .or_else(|| rests_on.into_values().next());
    Deadline {
        id: deadline.id.to_string(),
        country: deadline.country,
        event: pick(&deadline.event, language),
        title: pick(&deadline.title, language),
        risk: pick(&deadline.risk, language),
        whose: match deadline.whose {
            content::Whose::Person => Whose::Person,
            content::Whose::Office => Whose::Office,
            content::Whose::Paper => Whose::Paper,
        },
        length: deadline.length,
        unit: match deadline.unit {
            content::TimeUnit::Hours => TimeUnit::Hours,
            content::TimeUnit::Days => TimeUnit::Days,
            content::TimeUnit::WorkingDays => TimeUnit::WorkingDays,
            content::TimeUnit::Months => TimeUnit::Months,
        },
        checked_on: deadline.checked_on,
        review_by: deadline.review_by,
        review_is_due: today > deadline.review_by,
        caution: deadline.caution.map(|caution| match caution {
            content::Caution::Medium => Caution::Medium,
            content::Caution::Low => Caution::Low,
        }),
        rests_on: names.unwrap_or_default(),
    }
}
