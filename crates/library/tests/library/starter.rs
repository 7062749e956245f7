//! The pack that comes with the program, as people will search it.

use std::path::Path;

use durumi_api::HitKind;
use durumi_base::Language;
use durumi_library::Library;
use durumi_packs::{Source, build, trust::built_here};

use crate::pack::empty;

fn starter() -> Library {
    let source = Source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/starter"));
    let mut library = empty();
    let built = build(&source).expect("the starter pack breaks no rule");
    library.install(&built_here(&built)).expect("it installs");
    library
}

#[test]
fn everything_in_it_can_be_read_in_every_language() {
    let (library, today) = (starter(), "2026-11-24".parse().unwrap());
    for language in Language::ALL {
        for card in library.articles(language).unwrap() {
            let article = library.article(&card.id, &[language], today).unwrap().unwrap();
            assert_eq!(article.languages[0].language, language);
            assert!(
                !article.languages[0].blocks.is_empty() && !article.rests_on.is_empty(),
                "{}",
                card.id
            );
            let easy = article.languages[0].easy.as_ref();
            assert!(
                easy.is_none_or(|easy| (10..=60).contains(&easy.blocks.len())),
                "{}",
                card.id
            );
        }
        assert!(
            library
                .contacts(language, today)
                .unwrap()
                .iter()
                .all(|contact| !contact.risk.is_empty())
        );
        for card in library.places(language).unwrap() {
            let place = library.place(&card.id, language).unwrap().unwrap();
            assert_eq!((card.names.len(), place.name), (4, card.name));
            assert!(!place.contacts.is_empty(), "{}", card.id);
        }
    }
    assert!(library.phrases().unwrap().iter().all(|phrase| {
        phrase.texts.len() == 4
            && phrase
                .texts
                .iter()
                .all(|text| text.aloud.is_empty() == (text.language == Language::En))
    }));
}

#[test]
fn what_people_ask_for_is_found_in_their_words() {
    let library = starter();
    // What is typed, and an article that must be among the first five.
    for (query, expected) in [
        ("변호사", "police-station"),
        ("адвокат", "police-station"),
        ("адвоката", "police-station"),
        ("난민 신청", "ask-for-asylum"),
        ("난민신청", "ask-for-asylum"),
        ("망명", "ask-for-asylum"),
        ("убежище", "ask-for-asylum"),
        ("령사관", "embassy-and-security"),
        ("영사관", "embassy-and-security"),
        ("대사관", "embassy-and-security"),
        ("посольство", "embassy-and-security"),
        ("embassy", "embassy-and-security"),
        ("полиция", "police-station"),
        ("경찰서", "police-station"),
        ("врач", "ill-or-hurt"),
        ("의사", "ill-or-hurt"),
        ("отказ", "refusal"),
        ("срок", "dates-to-note"),
    ] {
        let hits = library.search(query, 100, None).unwrap();
        let articles: Vec<&str> = hits
            .iter()
            .filter(|hit| hit.kind == HitKind::Article)
            .map(|hit| hit.id.as_str())
            .take(5)
            .collect();
        assert!(articles.contains(&expected), "{query}: {articles:?}");
        assert!(
            hits.iter().any(|hit| hit.snippet.iter().any(|piece| piece.hit)),
            "{query}"
        );
    }
}

#[test]
fn cards_never_hide_the_articles_and_fill_the_list_when_nothing_else_is_found() {
    let library = starter();
    for (query, language) in [
        ("변호사", Language::KoKp),
        ("адвокат", Language::Ru),
        ("lawyer", Language::En),
    ] {
        for wanted in [None, Some(language)] {
            let hits = library.search(query, 10, wanted).unwrap();
            let count = |kind| hits.iter().filter(|hit| hit.kind == kind).count();
            assert_eq!(hits.len(), 10, "{query}");
            assert!(
                count(HitKind::Article) >= 3 && count(HitKind::Phrase) <= 4,
                "{query}: {hits:?}"
            );
        }
    }
    // Hardly anything but cards.
    let hits = library
        .search("가리키겠습니다", 10, Some(Language::KoKp))
        .unwrap();
    assert_eq!(hits.len(), 10);
    assert!(
        hits.iter().filter(|hit| hit.kind == HitKind::Phrase).count() > 4,
        "{hits:?}"
    );
}

#[test]
fn a_town_is_found_first_by_its_name_in_every_language() {
    let library = starter();
    for language in Language::ALL {
        for card in library.places(language).unwrap() {
            let hits = library.search(&card.name, 10, Some(language)).unwrap();
            let found = hits
                .iter()
                .any(|hit| hit.kind == HitKind::Place && hit.id == card.id);
            assert!(found, "{} in {language}", card.name);
        }
    }
    for query in [
        "울라지보스또크",
        "블라디보스토크",
        "블라디보스톡",
        "해삼위",
        "Владивостоке",
    ] {
        let hit = library.search(query, 10, None).unwrap().remove(0);
        assert_eq!(
            (hit.kind, hit.id.as_str()),
            (HitKind::Place, "vladivostok"),
            "{query}"
        );
    }
}

#[test]
fn whoever_looks_for_the_border_or_a_consulate_is_not_shown_a_list_of_towns() {
    let library = starter();
    for query in ["국경", "граница", "border", "통행증", "령사관", "консульство"] {
        let hits = library.search(query, 100, None).unwrap();
        assert!(hits.iter().all(|hit| hit.kind != HitKind::Place), "{query}");
    }
}

#[test]
fn northern_and_southern_spelling_find_the_same() {
    let library = starter();
    for (north, south) in [
        ("령사관", "영사관"),
        ("로동", "노동"),
        ("련락", "연락"),
        ("리유", "이유"),
        ("림시망명", "임시 망명"),
    ] {
        let ids = |query| {
            let mut ids: Vec<String> = library
                .search(query, 100, None)
                .unwrap()
                .into_iter()
                .map(|hit| hit.id)
                .collect();
            ids.sort();
            ids
        };
        let (a, b) = (ids(north), ids(south));
        assert!(!a.is_empty(), "{north}");
        assert_eq!(a, b, "{north} {south}");
    }
}

#[test]
fn a_card_that_is_dangerous_to_show_is_marked_among_the_results() {
    let library = starter();
    let phrases = library.phrases().unwrap();
    let mut marks = Vec::new();
    for query in ["убежища", "переводчик", "변호사"] {
        for hit in library.search(query, 100, None).unwrap() {
            let card = phrases
                .iter()
                .find(|phrase| hit.kind == HitKind::Phrase && phrase.id == hit.id);
            assert_eq!(hit.danger, card.is_some_and(|card| card.danger), "{}", hit.id);
            marks.extend(card.map(|card| card.danger));
        }
    }
    assert!(marks.contains(&true) && marks.contains(&false), "{marks:?}");
}
