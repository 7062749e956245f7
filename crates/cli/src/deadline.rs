//! `durumi deadline`: the time limits of the library, and the last day of one.

use std::process::ExitCode;

use clap::ArgMatches;
use durumi_api::{Caution, Deadline, DeadlineCount, DeadlineDay, DeadlineList, TimeUnit, Whose};
use durumi_base::Date;

use crate::{library, trouble::Trouble, words::Words};

/// Lists the limits; with one of them says all about it; with a day also its last day.
pub(crate) fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Trouble> {
    let app = library::open(matches, words)?;
    let language = words.language;
    let all = app.deadline_list(DeadlineList { language })?;
    let Some(id) = matches.get_one::<String>("id") else {
        for one in &all {
            say!("{}\t{}\t{}", one.id, one.event, one.title);
        }
        return Ok(ExitCode::SUCCESS);
    };
    let one = all.iter().find(|one| one.id == *id);
    let one = one.ok_or(durumi_api::Failure::NotFound)?;
    let day = matches.get_one::<String>("day");
    let from = day.map(|day| day.parse::<Date>().map_err(|_| Trouble::NoDay));
    say!("# {}\n{}", one.title, one.event);
    if let Some(from) = from.transpose()? {
        let id = one.id.clone();
        counted(words, one, app.deadline_count(DeadlineCount { id, from })?);
    }
    about(words, one);
    Ok(ExitCode::SUCCESS)
}

fn counted(words: &Words, one: &Deadline, counted: DeadlineDay) {
    let last = match one.whose {
        Whose::Person => "deadlines-last-person",
        Whose::Office => "deadlines-last-office",
        Whose::Paper => "deadlines-last-paper",
    };
    // Of hours that may be left nobody is told a day that is over.
    if counted.hours_may_be_left {
        say!("\n! {}", words.text("deadlines-hours-may-be-left"));
    } else {
        let day = counted.last_day.to_string();
        say!("\n{}", words.text_with(last, [("day", day.into())]));
        how_far(words, one, counted.days_left);
    }
    say!("{}", words.text(how_counted(one)));
    if !counted.holidays_known {
        say!("! {}", words.text("deadlines-no-holidays"));
    }
}

/// Says how many days are left until the last one.
fn how_far(words: &Words, one: &Deadline, days_left: i32) {
    match days_left {
        ..0 if in_hours(one) => say!("! {}", words.text("deadlines-hours-over")),
        ..0 => say!("! {}", words.text("deadlines-over")),
        0 => say!("{}", words.text("deadlines-today")),
        1.. => say!(
            "{}",
            words.text_with("deadlines-left", [("days", days_left.into())])
        ),
    }
}

fn how_counted(one: &Deadline) -> &'static str {
    match one.whose {
        Whose::Office => "deadlines-how-late",
        Whose::Person | Whose::Paper if in_hours(one) => "deadlines-how-hours",
        Whose::Person | Whose::Paper => "deadlines-how-early",
    }
}

/// Whether it is counted in hours and somebody must hurry.
fn in_hours(one: &Deadline) -> bool {
    one.unit == TimeUnit::Hours && one.whose != Whose::Office
}

fn about(words: &Words, one: &Deadline) {
    say!("\n! {}", one.risk);
    let caution = match one.caution {
        Some(Caution::Low) => "library-caution-low",
        Some(Caution::Medium) => "library-caution-medium",
        None => "",
    };
    if !caution.is_empty() {
        say!("! {}", words.text(caution));
    }
    if one.review_is_due {
        say!("! {}", words.text("deadlines-review-due"));
    }
    let date = |id, day: Date| say!("{}", words.text_with(id, [("day", day.to_string().into())]));
    date("library-checked", one.checked_on);
    date("library-review-by", one.review_by);
    say!("{}", words.text("library-unreviewed"));
    for name in &one.rests_on {
        say!("- {name}");
    }
}
