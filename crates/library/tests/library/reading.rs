//! Reading articles, contacts and cards.

use durumi_api::{BlockKind, ContactKind, Urgent};
use durumi_base::{Date, Language};

use crate::pack::{Files, library};

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn sample() -> Files {
    Files::new("sample", 1)
        .article(
            "b",
            "# 둘째\n\n둘째 글",
            "# Второй\n\n## Глава\n1. Шаг один\n2. Шаг два",
        )
        .file("articles/b/ko-KP.md", "# 둘째\n\n## 장\n1. 하나\n2. 둘")
        .file(
            "articles/b/article.toml",
            "order = 1\nurgent = \"ill\"\nurgent_first = true\naudience = [\"new\"]\n",
        )
        .article("a", "# 첫째\n\n글", "# Первый\n\nТекст")
        .file("contacts.toml", CONTACTS)
}

#[test]
fn articles_are_listed_in_their_order() {
    let library = library(sample());
    let cards = library.articles(Language::Ru).unwrap();
    assert_eq!(
        cards.iter().map(|card| card.id.as_str()).collect::<Vec<_>>(),
        ["b", "a"]
    );
    assert_eq!(
        (cards[0].title.as_str(), cards[0].lead.as_str()),
        ("Второй", "Шаг один")
    );
    assert_eq!(
        (
            cards[0].urgent,
            cards[0].urgent_first,
            cards[0].audience.as_slice()
        ),
        (Some(Urgent::Ill), true, ["new".to_owned()].as_slice())
    );
}

#[test]
fn a_language_that_a_pack_lacks_gives_the_packs_first() {
    let library = library(sample());
    let card = library.articles(Language::En).unwrap().remove(1);
    assert_eq!((card.title.as_str(), card.language), ("첫째", Language::KoKp));
    let article = library
        .article("a", &[Language::En], day("2026-12-01"))
        .unwrap()
        .unwrap();
    assert_eq!(
        article
            .languages
            .iter()
            .map(|text| text.language)
            .collect::<Vec<_>>(),
        [Language::KoKp]
    );
}

#[test]
fn an_article_is_read_in_several_languages_side_by_side() {
    let library = library(sample());
    let asked = [Language::Ru, Language::En, Language::KoKp, Language::Ru];
    let article = library.article("b", &asked, day("2026-12-01")).unwrap().unwrap();
    let [russian, korean] = article.languages.as_slice() else {
        panic!("two languages")
    };
    assert_eq!(
        (russian.title.as_str(), korean.title.as_str()),
        ("Второй", "둘째")
    );
    let kinds: Vec<BlockKind> = russian.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Heading, BlockKind::Step, BlockKind::Step]);
    assert_eq!(korean.blocks[2].text, "둘");
    assert_eq!(article.rests_on, ["Источник"]);
    assert!(library.article("c", &asked, day("2026-12-01")).unwrap().is_none());
}

#[test]
fn articles_of_a_large_pack_are_read_as_they_were_written() {
    let text = |number: usize| {
        let words = (0..120).map(|word| format!("слово{}", (number * 7919 + word * 31) % 997));
        words.collect::<Vec<_>>().join(" ")
    };
    let files = (0..400).fold(Files::new("large", 1), |files, number| {
        files.article(
            &format!("a{number}"),
            &format!("# {number}\n\n글 {number}"),
            &format!("# №\n\n{}", text(number)),
        )
    });
    let library = library(files);
    for number in [0, 1, 199, 399] {
        let asked = [Language::Ru, Language::KoKp];
        let article = library
            .article(&format!("a{number}"), &asked, day("2026-12-01"))
            .unwrap()
            .unwrap();
        assert_eq!(article.languages[0].blocks[0].text, text(number));
        assert_eq!(article.languages[1].blocks[0].text, format!("글 {number}"));
    }
}

#[test]
fn a_review_is_due_after_its_day() {
    let library = library(sample());
    let due = |today| {
        library
            .article("a", &[Language::Ru], day(today))
            .unwrap()
            .unwrap()
            .review_is_due
    };
    assert!(!due("2027-02-24") && due("2027-02-25"));
}

#[test]
fn what_expired_is_hidden_and_the_contact_stays() {
    let library = library(sample());
    let contact = |today| library.contacts(Language::Ru, day(today)).unwrap().remove(0);
    let fresh = contact("2027-02-22");
    assert_eq!(
        (
            fresh.phones.len(),
            fresh.address.as_str(),
            fresh.something_expired
        ),
        (2, "Москва", false)
    );
    let older = contact("2027-02-23");
    assert_eq!(
        (
            older.phones.len(),
            older.address.as_str(),
            older.something_expired
        ),
        (1, "Москва", true)
    );
    let old = contact("2036-01-01");
    assert_eq!(
        (old.phones.len(), old.address.as_str(), old.something_expired),
        (0, "", true)
    );
    assert_eq!((old.name.as_str(), old.kind), ("Бюро", ContactKind::Un));
}

const CONTACTS: &str = "[[contact]]\nid = \"office\"\nkind = \"un\"\ncountry = \"RU\"\nstatus = \"open\"\n\
    ru_legal_status = \"none\"\nas_of = \"2026-11-24\"\nconfidence = \"M\"\nlanguages = [\"ru\"]\n\
    phones = [ { number = \"1\", verified_on = \"2026-11-24\", expires_on = \"2027-02-22\" },\n\
               { number = \"2\", verified_on = \"2026-11-24\", expires_on = \"2027-11-24\" } ]\n\
    address = \"Москва\"\naddress_expires_on = \"2027-11-24\"\n\
    [contact.name]\nko-KP = \"사무소\"\nru = \"Бюро\"\n[contact.serves]\nko-KP = \"도움\"\nru = \"Помогает\"\n\
    [contact.risk]\nko-KP = \"조심\"\nru = \"Осторожно\"\n";
