//! Checking contacts in a table: out to CSV (RFC 4180), and back once two people have confirmed a row.
//!
//! Only days and the status go back. Names, numbers and warnings are changed in `contacts.toml`, where their
//! reasons stand beside them; a table that could change them would be a way around that.

use std::collections::{BTreeMap, BTreeSet};

use durumi_base::Date;

use crate::content::{Contact, ContactStatus};

const COLUMNS: [&str; 9] = [
    "id",
    "name",
    "phones",
    "status",
    "as_of",
    "first_on",
    "first_by",
    "second_on",
    "second_by",
];
/// For how long a checked number is shown, see `docs/decisions/0006-how-long-a-number-is-shown.md`.
const SHOWN_DAYS: i64 = 90;
/// Largest sheet, in bytes.
pub const SHEET_BYTES: usize = 4 * 1024 * 1024;

/// Why a row was not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowProblem {
    /// One person confirmed it and a second did not.
    OnlyOne,
    /// Both have the same initials.
    SamePerson,
    /// A day is none, or has not come yet.
    Day,
    /// There is no such contact.
    Unknown,
}

/// What came of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The new `contacts.toml`.
    pub text: String,
    /// The ids that were taken over.
    pub ids: Vec<String>,
    /// The ids that were not, and why. Rows that nobody confirmed are in neither list.
    pub problems: Vec<(String, RowProblem)>,
}

/// One row for each contact, with room for two confirmations.
pub fn contact_sheet(contacts: &[Contact], name: impl Fn(&Contact) -> String) -> String {
    let mut sheet = row(&COLUMNS.map(str::to_owned));
    for contact in contacts {
        let phones: Vec<&str> = contact.phones.iter().map(|phone| phone.number.as_str()).collect();
        let status = match contact.status {
            ContactStatus::Open => "open",
            ContactStatus::Closed => "closed",
            ContactStatus::Unknown => "unknown",
        };
        let mut cells = [const { String::new() }; 9];
        let known = [
            contact.id.to_string(),
            name(contact),
            phones.join("; "),
            status.to_owned(),
            contact.as_of.to_string(),
        ];
        for (cell, value) in cells.iter_mut().zip(known) {
            *cell = value;
        }
        sheet.push_str(&row(&cells));
    }
    sheet
}

/// Takes over the rows that two people have confirmed. `None` when this is no such sheet.
pub fn take_contact_sheet(contacts_toml: &str, sheet: &str, today: Date) -> Option<Taken> {
    let mut rows = parse(sheet.trim_start_matches('\u{feff}')).into_iter();
    let head = rows.next()?;
    let column = |name: &str| head.iter().position(|cell| cell.trim() == name);
    let columns: Vec<usize> = COLUMNS.iter().map(|name| column(name)).collect::<Option<_>>()?;
    let known = ids(contacts_toml);
    let (mut confirmed, mut problems) = (BTreeMap::new(), Vec::new());
    for cells in rows {
        let cell = |number: usize| {
            let place = columns.get(number).copied().unwrap_or(usize::MAX);
            cells.get(place).map_or("", |cell| cell.trim())
        };
        let id = cell(0).to_owned();
        match check(&known, &id, [cell(5), cell(6), cell(7), cell(8)], today) {
            Ok(None) => {}
            Ok(Some(day)) => drop(confirmed.insert(id, day)),
            Err(problem) => problems.push((id, problem)),
        }
    }
    Some(Taken {
        text: rewrite(contacts_toml, &confirmed),
        ids: confirmed.into_keys().collect(),
        problems,
    })
}

/// The day on which a row was confirmed: the earlier of the two, so that nothing is shown for longer than either saw it.
fn check(
    known: &BTreeSet<String>,
    id: &str,
    [first_on, first_by, second_on, second_by]: [&str; 4],
    today: Date,
) -> Result<Option<Date>, RowProblem> {
    if [first_on, first_by, second_on, second_by]
        .iter()
        .all(|cell| cell.is_empty())
    {
        return Ok(None);
    }
    if !known.contains(id) {
        return Err(RowProblem::Unknown);
    }
    if [first_on, first_by, second_on, second_by]
        .iter()
        .any(|cell| cell.is_empty())
    {
        return Err(RowProblem::OnlyOne);
    }
    if first_by.to_lowercase() == second_by.to_lowercase() {
        return Err(RowProblem::SamePerson);
    }
    let day = |text: &str| {
        text.parse::<Date>()
            .ok()
            .filter(|day| *day <= today)
            .ok_or(RowProblem::Day)
    };
    Ok(Some(day(first_on)?.min(day(second_on)?)))
}

fn ids(contacts_toml: &str) -> BTreeSet<String> {
    contacts_toml
        .lines()
        .filter_map(id_of)
        .map(str::to_owned)
        .collect()
}

/// The id that a line gives, as `id = "…"`.
fn id_of(line: &str) -> Option<&str> {
    let value = line
        .strip_prefix("id")?
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    value.strip_prefix('"')?.split('"').next()
}

/// Writes the new days into the lines of `contacts.toml`, and leaves everything else, comments too, as it is.
fn rewrite(contacts_toml: &str, confirmed: &BTreeMap<String, Date>) -> String {
    let mut day = None;
    let mut text = String::with_capacity(contacts_toml.len());
    for line in contacts_toml.split_inclusive('\n') {
        if line.trim_end() == "[[contact]]" {
            day = None;
        }
        if let Some(id) = id_of(line) {
            day = confirmed.get(id);
        }
        match day {
            Some(day) => {
                let line = set(line, "verified_on", *day);
                text.push_str(&set(&line, "expires_on", later(*day)));
            }
            None => text.push_str(line),
        }
    }
    text
}

/// Puts a day in the place of every `name = "…"` of a line. `address_expires_on` is another name.
fn set(line: &str, name: &str, day: Date) -> String {
    let mut done = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(name) {
        done.push_str(before);
        done.push_str(name);
        rest = after;
        let is_whole = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        if let Some((gap, after)) = after.split_once('"')
            && let Some((_, after)) = after.split_once('"')
            && gap.trim() == "="
            && is_whole
        {
            done.push_str(gap);
            done.extend(["\"", &day.to_string(), "\""]);
            rest = after;
        }
    }
    done.push_str(rest);
    done
}

fn later(day: Date) -> Date {
    const DAY_MS: i64 = 86_400_000;
    let since = i64::from(Date::from_unix_ms(0).days_until(day));
    Date::from_unix_ms((since + SHOWN_DAYS) * DAY_MS)
}

fn row(cells: &[String]) -> String {
    let quoted: Vec<String> = cells.iter().map(|cell| quote(cell)).collect();
    format!("{}\r\n", quoted.join(","))
}

/// A cell that begins like a formula gets an apostrophe: a table program would carry it out.
fn quote(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t']) {
        "'"
    } else {
        ""
    };
    if guard.is_empty() && !cell.contains(['"', ',', ';', '\n', '\r']) {
        return cell.to_owned();
    }
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

/// Rows and cells. A table program may have written semicolons between cells; the first line tells.
fn parse(sheet: &str) -> Vec<Vec<String>> {
    let first = sheet.lines().next().unwrap_or_default();
    let between = if first.contains(';') && !first.contains(',') {
        ';'
    } else {
        ','
    };
    let (mut rows, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = sheet.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' => quoted = !quoted,
            '\n' if !quoted => {
                cells.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut cells));
            }
            '\r' if !quoted => {}
            other if other == between && !quoted => cells.push(std::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    if !cell.is_empty() || !cells.is_empty() {
        cells.push(cell);
        rows.push(cells);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOML: &str = "# kept\n[[contact]]\nid = \"one\"\nphones = [ { number = \"+7 1\", verified_on = \"2026-01-01\", \
        expires_on = \"2026-04-01\" } ] # why\naddress_expires_on = \"2027-01-01\"\n[[contact]]\nid = \"two\"\n\
        phones = [ { number = \"+7 2\", verified_on = \"2026-01-01\", expires_on = \"2026-04-01\" } ]\n";

    fn take(rows: &str) -> Taken {
        let sheet = format!("{}\r\n{rows}", COLUMNS.join(","));
        take_contact_sheet(TOML, &sheet, "2026-11-24".parse().unwrap()).unwrap()
    }

    #[test]
    fn two_confirmations_move_the_days_and_nothing_else() {
        let taken = take("one,x,\"+7 1\",open,2026-01-01,2026-11-20,AK,2026-11-22,SP\r\n");
        assert_eq!(taken.ids, ["one"]);
        let expected = TOML
            .replacen("2026-01-01", "2026-11-20", 1)
            .replacen("2026-04-01", "2027-02-18", 1);
        assert_eq!(taken.text, expected);
    }

    #[test]
    fn what_two_people_have_not_confirmed_is_left_and_named() {
        let taken = take(
            "one,x,,open,,2026-11-20,AK,,\r\ntwo,x,,open,,2026-11-20,AK,2026-11-21,ak\r\n\
             one,x,,,,2026-11-20,AK,2026-12-01,SP\r\nnobody,x,,,,2026-11-20,AK,2026-11-20,SP\r\ntwo,x,,,,,,,\r\n",
        );
        assert_eq!(taken.text, TOML);
        let problems: Vec<_> = taken.problems.iter().map(|(_, problem)| *problem).collect();
        assert_eq!(
            problems,
            [
                RowProblem::OnlyOne,
                RowProblem::SamePerson,
                RowProblem::Day,
                RowProblem::Unknown
            ]
        );
    }

    #[test]
    fn cells_with_quotes_commas_and_formulas_come_back_as_they_were() {
        let cells = ["a,b".to_owned(), "say \"x\"".to_owned(), "two\nlines".to_owned()];
        assert_eq!(parse(&row(&cells)), [cells.to_vec()]);
        assert_eq!(quote("=HYPERLINK(1)"), "\"'=HYPERLINK(1)\"");
        assert_eq!(parse("a;b\nc;d"), [["a", "b"], ["c", "d"]]);
        assert!(take_contact_sheet(TOML, "what,ever\n", Date::from_unix_ms(0)).is_none());
    }
}
