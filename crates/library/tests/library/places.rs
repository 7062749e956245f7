//! Reading places and finding them.

use durumi_api::{ContactKind, HitKind, SearchHit};
use durumi_base::Language;
use durumi_library::Library;
use durumi_packs::trust::built_here;

use crate::pack::{Files, library};

fn sample() -> Files {
    Files::new("sample", 1)
        .article("a", "# 국경을 넘었을 때\n\n글", "# Граница\n\nТекст")
        .file("contacts.toml", CONTACTS)
        .file("places.toml", PLACES)
}

fn shown(hit: &SearchHit) -> String {
    hit.snippet.iter().map(|piece| piece.text.as_str()).collect()
}

fn first(library: &Library, query: &str, language: Language) -> SearchHit {
    library
        .search(query, 10, Some(language))
        .expect("any text is a query")
        .remove(0)
}

#[test]
fn places_are_listed_in_their_order_and_say_where_an_office_is() {
    let cards = library(sample()).places(Language::Ru).unwrap();
    let listed: Vec<_> = cards
        .iter()
        .map(|card| (card.id.as_str(), card.name.as_str(), card.has_office))
        .collect();
    // In the second there is only an office to stay away from.
    assert_eq!(
        listed,
        [
            ("vladivostok", "Владивосток", true),
            ("khabarovsk", "Хабаровск", false),
            ("zabaykalsk", "Забайкальск", false)
        ]
    );
    assert_eq!(cards[0].names[0].name, "울라지보스또크");
}

#[test]
fn a_place_names_whom_to_turn_to_and_tells_those_here_from_those_elsewhere() {
    let library = library(sample());
    let place = library.place("vladivostok", Language::KoKp).unwrap().unwrap();
    assert_eq!(
        (place.name.as_str(), place.line.as_str(), place.warning.as_str()),
        ("울라지보스또크", "사무소가 있습니다.", "조심하십시오.")
    );
    let contacts: Vec<_> = place
        .contacts
        .iter()
        .map(|contact| {
            (
                contact.id.as_str(),
                contact.name.as_str(),
                contact.kind,
                contact.here,
            )
        })
        .collect();
    assert_eq!(
        contacts,
        [
            ("office", "사무소", ContactKind::Un, true),
            ("far", "먼 사무소", ContactKind::State, false)
        ]
    );
    assert!(library.place("nowhere", Language::KoKp).unwrap().is_none());
}

#[test]
fn what_another_pack_made_to_be_avoided_is_not_led_to() {
    let mut library = library(Files::new("first", 1).article("a", "# 글", "# Текст").file(
        "contacts.toml",
        &CONTACTS.replace("kind = \"state\"", "kind = \"avoid\""),
    ));
    library.install(&built_here(&sample().build())).unwrap();
    let place = library.place("vladivostok", Language::Ru).unwrap().unwrap();
    assert_eq!(
        place
            .contacts
            .iter()
            .map(|contact| contact.id.as_str())
            .collect::<Vec<_>>(),
        ["office"]
    );
}

#[test]
fn a_place_is_found_by_its_name_in_any_language_and_by_other_spellings() {
    let library = library(sample());
    for query in ["Владивосток", "владивостоке", "울라지보스또크", "해삼위"]
    {
        let hit = first(&library, query, Language::Ru);
        assert_eq!(
            (hit.kind, hit.id.as_str()),
            (HitKind::Place, "vladivostok"),
            "{query}"
        );
    }
    let hit = first(&library, "해삼위", Language::KoKp);
    assert_eq!(
        (hit.title.as_str(), hit.language),
        ("울라지보스또크", Some(Language::KoKp))
    );
    assert_eq!(
        shown(&first(&library, "Владивосток", Language::Ru)),
        "Здесь есть бюро."
    );
}

#[test]
fn what_is_said_of_a_place_is_shown_and_not_searched() {
    let library = library(sample());
    assert_eq!(
        shown(&first(&library, "Забайкальск", Language::Ru)),
        "Граница близко."
    );
    assert_eq!(shown(&first(&library, "Хабаровск", Language::Ru)), "Хабаровск");
    for query in ["граница", "국경", "бюро", "사무소"] {
        let hits = library.search(query, 10, None).unwrap();
        assert!(hits.iter().all(|hit| hit.kind != HitKind::Place), "{query}");
    }
}

const CONTACTS: &str = "[[contact]]\nid = \"office\"\nkind = \"un\"\ncountry = \"RU\"\ncity = \"vladivostok\"\n\
    status = \"open\"\nru_legal_status = \"none\"\nas_of = \"2026-11-24\"\nconfidence = \"M\"\n\
    [contact.name]\nko-KP = \"사무소\"\nru = \"Бюро\"\n[contact.serves]\nko-KP = \"도움\"\nru = \"Помогает\"\n\
    [contact.risk]\nko-KP = \"조심\"\nru = \"Осторожно\"\n\
    [[contact]]\nid = \"far\"\nkind = \"state\"\ncountry = \"RU\"\ncity = \"\"\n\
    status = \"open\"\nru_legal_status = \"none\"\nas_of = \"2026-11-24\"\nconfidence = \"M\"\n\
    [contact.name]\nko-KP = \"먼 사무소\"\nru = \"Дальнее бюро\"\n[contact.serves]\nko-KP = \"도움\"\nru = \"Помогает\"\n\
    [contact.risk]\nko-KP = \"조심\"\nru = \"Осторожно\"\n\
    [[contact]]\nid = \"consulate\"\nkind = \"avoid\"\ncountry = \"RU\"\ncity = \"khabarovsk\"\n\
    status = \"open\"\nru_legal_status = \"none\"\nas_of = \"2026-11-24\"\nconfidence = \"M\"\n\
    [contact.name]\nko-KP = \"령사관\"\nru = \"Консульство\"\n[contact.serves]\nko-KP = \"없음\"\nru = \"Никому\"\n\
    [contact.risk]\nko-KP = \"조심\"\nru = \"Осторожно\"\n";

const PLACES: &str = "[[place]]\nid = \"vladivostok\"\ncountry = \"RU\"\nalso = [\"해삼위\"]\n\
    contacts = [\"office\", \"far\"]\nas_of = \"2026-11-24\"\n\
    [place.name]\nko-KP = \"울라지보스또크\"\nru = \"Владивосток\"\n\
    [place.line]\nko-KP = \"사무소가 있습니다.\"\nru = \"Здесь есть бюро.\"\n\
    [place.warning]\nko-KP = \"조심하십시오.\"\nru = \"Осторожно.\"\n\
    [[place]]\nid = \"khabarovsk\"\ncountry = \"RU\"\nas_of = \"2026-11-24\"\n\
    [place.name]\nko-KP = \"하바롭스크\"\nru = \"Хабаровск\"\n\
    [[place]]\nid = \"zabaykalsk\"\ncountry = \"RU\"\nas_of = \"2026-11-24\"\n\
    [place.name]\nko-KP = \"자바이깔스크\"\nru = \"Забайкальск\"\n\
    [place.warning]\nko-KP = \"국경이 가깝습니다.\"\nru = \"Граница близко.\"\n";
