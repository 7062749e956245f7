//! Time limits: installed, shown in a language, counted, replaced by an update.

use durumi_api::{Caution, TimeUnit, Whose};
use durumi_base::{Date, Language};
use durumi_packs::{Source, build, trust::built_here};

use crate::pack::empty;

const PACK: &str = "format = 1\nid = \"limits\"\nversion = 1\nlanguages = [\"ko-KP\", \"ru\"]\n\
    [title]\nko-KP = \"기한\"\nru = \"Сроки\"\n[default_source]\nname = \"x\"\nchecked_on = \"2026-11-24\"\n";
const LIMIT: &str = "[[deadline]]\nid = \"leave\"\ncountry = \"RU\"\nwhose = \"person\"\nlength = 3\n\
    unit = \"working-days\"\nchecked_on = \"2026-11-24\"\nreview_by = \"2027-02-24\"\n\
    [deadline.event]\nko-KP = \"통지\"\nru = \"Уведомление\"\n[deadline.title]\nko-KP = \"출국\"\nru = \"Выезд\"\n\
    [deadline.risk]\nko-KP = \"조심\"\nru = \"Осторожно\"\n";
const HOLIDAYS: &str = "[[year]]\ncountry = \"RU\"\nyear = 2026\noff = [\"2026-11-25\"]\n";

fn pack(files: &[(&str, &str)]) -> durumi_packs::Built {
    let article = [("articles/a/ko-KP.md", "# 가"), ("articles/a/ru.md", "# А")];
    let files = [("pack.toml", PACK)]
        .into_iter()
        .chain(article)
        .chain(files.iter().copied());
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    build(&Source::from_files(files)).expect("it breaks no rule")
}

fn day(text: &str) -> Date {
    text.parse().expect("the test writes days")
}

#[test]
fn a_limit_is_shown_in_a_language_with_its_age() {
    let mut library = empty();
    library
        .install(&built_here(&pack(&[("deadlines.toml", LIMIT)])))
        .unwrap();
    let limit = library
        .deadlines(Language::Ru, day("2027-02-24"))
        .unwrap()
        .remove(0);
    assert_eq!(
        (limit.event.as_str(), limit.title.as_str(), limit.risk.as_str()),
        ("Уведомление", "Выезд", "Осторожно")
    );
    assert_eq!(
        (limit.whose, limit.length, limit.unit),
        (Whose::Person, 3, TimeUnit::WorkingDays)
    );
    assert!(!limit.review_is_due && limit.caution.is_none());
    let due = library
        .deadlines(Language::KoKp, day("2027-02-25"))
        .unwrap()
        .remove(0);
    assert!(due.review_is_due);
    assert_eq!(due.title, "출국");
}

#[test]
fn a_limit_is_counted_with_the_holidays_that_are_there() {
    let count = |files: &[(&str, &str)]| {
        let mut library = empty();
        library.install(&built_here(&pack(files))).unwrap();
        let (from, today) = (day("2026-11-24"), day("2026-11-26"));
        let counted = library
            .count_deadline("leave", from, today)
            .unwrap()
            .unwrap()
            .unwrap();
        (
            counted.last_day.to_string(),
            counted.days_left,
            counted.holidays_known,
        )
    };
    assert_eq!(
        count(&[("deadlines.toml", LIMIT)]),
        ("2026-11-26".to_owned(), 0, false)
    );
    assert_eq!(
        count(&[("deadlines.toml", LIMIT), ("holidays.toml", HOLIDAYS)]),
        ("2026-11-27".to_owned(), 1, true)
    );
}

#[test]
fn an_unknown_limit_and_a_day_beyond_the_calendar_are_no_answer() {
    let mut library = empty();
    library
        .install(&built_here(&pack(&[("deadlines.toml", LIMIT)])))
        .unwrap();
    let today = day("2026-11-24");
    assert_eq!(library.count_deadline("x", today, today).unwrap(), None);
    assert_eq!(
        library.count_deadline("leave", day("9999-12-31"), today).unwrap(),
        Some(None)
    );
}

#[test]
fn a_newer_pack_takes_the_place_of_its_limits_and_the_index_is_made_without_them() {
    let mut library = empty();
    library
        .install(&built_here(&pack(&[
            ("deadlines.toml", LIMIT),
            ("holidays.toml", HOLIDAYS),
        ])))
        .unwrap();
    let longer = LIMIT.replace("length = 3", "length = 5");
    library
        .install(&built_here(&pack(&[("deadlines.toml", &longer)])))
        .unwrap();
    let today = day("2026-11-24");
    let limits = library.deadlines(Language::Ru, today).unwrap();
    assert_eq!((limits.len(), limits[0].length), (1, 5));
    assert!(
        !library
            .count_deadline("leave", today, today)
            .unwrap()
            .unwrap()
            .unwrap()
            .holidays_known
    );
    library.check().unwrap();
}

#[test]
fn every_limit_of_the_starter_pack_can_be_counted_and_says_what_to_be_careful_about() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/starter");
    let mut library = empty();
    library
        .install(&built_here(&build(&Source::read(&path)).unwrap()))
        .unwrap();
    let today = day("2026-11-24");
    for language in Language::ALL {
        let limits = library.deadlines(language, today).unwrap();
        assert!(limits.len() >= 12);
        for limit in &limits {
            assert!(
                !limit.event.is_empty() && !limit.title.is_empty() && !limit.risk.is_empty(),
                "{}",
                limit.id
            );
            let last = library
                .count_deadline(&limit.id, today, today)
                .unwrap()
                .unwrap()
                .unwrap();
            assert!(last.last_day >= today, "{}", limit.id);
            assert_eq!(last.holidays_known, limit.unit == TimeUnit::Hours, "{}", limit.id);
        }
    }
    let limits = library.deadlines(Language::Ru, today).unwrap();
    let ends = |id: &str| {
        library
            .count_deadline(id, today, today)
            .unwrap()
            .unwrap()
            .unwrap()
            .last_day
            .to_string()
    };
    assert_eq!(ends("crossed-without-papers"), "2026-11-24");
    assert_eq!(ends("appeal-refusal"), "2026-12-23");
    assert_eq!(ends("appeal-refused"), "2026-11-26");
    assert_eq!(ends("expulsion"), "2026-12-03");
    assert_eq!(ends("first-check"), "2026-12-01");
    assert_eq!(ends("held-by-police"), "2026-11-26");
    assert!(limits.iter().any(|limit| limit.caution == Some(Caution::Medium)));
}
