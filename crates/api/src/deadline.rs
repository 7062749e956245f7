//! Requests and replies about time limits.

use durumi_base::{Date, Language};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Caution;

/// Asks for every [`Deadline`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeadlineList {
    /// In which language.
    #[ts(as = "String")]
    pub language: Language,
}

/// A time limit that is counted from a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Deadline {
    /// Its slug.
    pub id: String,
    /// ISO 3166-1 code of the country whose law it is.
    pub country: String,
    /// What happened on the day from which it is counted.
    pub event: String,
    /// What ends.
    pub title: String,
    /// What to be careful about.
    pub risk: String,
    /// Whom it binds.
    pub whose: Whose,
    /// How long it is, in its unit.
    pub length: u32,
    /// The unit.
    pub unit: TimeUnit,
    /// The day on which it was checked against its sources.
    #[ts(as = "String")]
    pub checked_on: Date,
    /// The day by which it should be checked again.
    #[ts(as = "String")]
    pub review_by: Date,
    /// True when today is after `review_by`.
    pub review_is_due: bool,
    /// How far its facts can be relied on, when not fully.
    pub caution: Option<Caution>,
    /// Names of the official texts it rests on.
    pub rests_on: Vec<String>,
}

/// Whom a [`Deadline`] binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// The reader must act by the day, which is the earliest that can be meant.
    Person,
    /// An office must answer by the day, which is the latest that can be meant.
    Office,
    /// A paper is valid until the day, which is the earliest that can be meant.
    Paper,
}

/// In what the length of a [`Deadline`] is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// Hours.
    Hours,
    /// Days of the calendar.
    Days,
    /// Days on which offices work.
    WorkingDays,
    /// Months of the calendar.
    Months,
}

/// Counts a time limit from a day. Nothing of it is kept.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeadlineCount {
    /// The slug of a [`Deadline`].
    pub id: String,
    /// The day on which it began.
    #[ts(as = "String")]
    pub from: Date,
}

/// Where a time limit ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeadlineDay {
    /// Its last day.
    #[ts(as = "String")]
    pub last_day: Date,
    /// Days from today; negative when it is over.
    pub days_left: i32,
    /// True when it is counted in hours, its last day is over, and some of its hours may still be left: they run from an
    /// hour that nobody was asked for.
    pub hours_may_be_left: bool,
    /// False when it was counted in a year whose holidays are not known: Monday to Friday.
    pub holidays_known: bool,
}
