//! Every rule of the source format, broken once.

use crate::sample::Sample;
use durumi_packs::{Rule, Source, build, check};

#[test]
fn a_good_pack_has_no_problems_and_is_counted() {
    let report = check(&Sample::new().source());
    assert_eq!(report.problems, []);
    let counts = report.counts;
    assert_eq!(
        (counts.articles, counts.languages, counts.blocks, counts.facts),
        (1, 2, 3, 2)
    );
    assert_eq!((counts.contacts, counts.phones, counts.phrases), (1, 1, 1));
    assert_eq!((counts.places, counts.terms, counts.synonyms), (1, 1, 1));
    assert_eq!((counts.deadlines, counts.holidays), (1, 1));
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn every_rule_is_refused_by_name() {
    const RU: &str = "articles/stopped/ru.md";
    const HEAD: &str = "articles/stopped/article.toml";
    const EASY: &str = "articles/stopped/ru.easy.md";
    let (good, easy) = (Sample::new, Sample::easy);
    let broken: Vec<(Rule, Sample)> = vec![
        (Rule::UnknownFile, good().put("articles/stopped/picture.png", "x")),
        (Rule::UnknownFile, good().put("articles/stopped/fr.md", "# x")),
        (
            Rule::NotNfc,
            good().replace(RU, "Остановила", "Остановила и\u{306}"),
        ),
        (
            Rule::NotNfc,
            good().replace("phrases.toml", "Прошу", "Прошу \\u0438\\u0306"),
        ),
        (
            Rule::ControlCharacter,
            good().replace(RU, "полиция", "поли\u{202e}ция"),
        ),
        (
            Rule::ControlCharacter,
            good().replace("contacts.toml", "Бюро", "Бю\\u0000ро"),
        ),
        (
            Rule::BadValue,
            good().replace("synonyms.toml", ", \"휴대전화\"", ""),
        ),
        (
            Rule::MissingField,
            good().replace("synonyms.toml", "source = \"S1\"", ""),
        ),
        (Rule::MemoryFact, good().replace("synonyms.toml", "S1", "S1, MEM")),
        (
            Rule::FalseSynonym,
            good().replace("synonyms.toml", "손전화", "수표하다"),
        ),
        (Rule::BadToml, good().put("phrases.toml", "[[phrase")),
        (Rule::UnknownField, good().replace(HEAD, "order", "ordre")),
        (
            Rule::UnknownField,
            good().replace("contacts.toml", "verified_on", "seen = 1, verified_on"),
        ),
        (
            Rule::UnknownField,
            good().replace("pack.toml", "[title]", "[title]\nfr = \"x\""),
        ),
        (
            Rule::MissingField,
            good().replace("phrases.toml", "group = \"protection\"\n", ""),
        ),
        (
            Rule::MissingField,
            good().replace("pack.toml", "version = 3\n", ""),
        ),
        (
            Rule::BadValue,
            good().replace("phrases.toml", "\"protection\"", "\"parties\""),
        ),
        (Rule::BadValue, good().replace(HEAD, "2026-11-24", "2026-02-30")),
        (
            Rule::BadValue,
            good().replace("pack.toml", "version = 3", "version = -3"),
        ),
        (Rule::NoManifest, good().without("pack.toml")),
        (
            Rule::UnknownFormat,
            good().replace("pack.toml", "format = 1", "format = 2"),
        ),
        (
            Rule::NoArticle,
            good()
                .without(RU)
                .without(HEAD)
                .without("articles/stopped/ko-KP.md"),
        ),
        (Rule::BadSlug, good().put("articles/Two words/ru.md", "# x")),
        (
            Rule::BadSlug,
            good().replace("phrases.toml", "\"asylum\"", "\"../asylum\""),
        ),
        (
            Rule::DuplicateId,
            good().replace("sources.toml", "\"N1\"", "\"P07\""),
        ),
        (
            Rule::DuplicateId,
            good().replace("pack.toml", "[\"ko-KP\"", "[\"ru\", \"ko-KP\""),
        ),
        (Rule::MissingLanguage, good().without(RU)),
        (
            Rule::MissingLanguage,
            good().replace("phrases.toml", "ru = \"Прошу убежища.\"", ""),
        ),
        (Rule::ExtraLanguage, good().put("articles/stopped/en.md", "# x")),
        (
            Rule::ExtraLanguage,
            good().replace("glossary.toml", "ru = ", "en = \"sign\"\nru = "),
        ),
        (Rule::NoTitle, good().replace(RU, "# ", "")),
        (Rule::NoTitle, good().replace(RU, "1. ", "# ")),
        (Rule::NoTitle, good().put(RU, "")),
        (Rule::EmptyBlock, good().replace(RU, "1. Остановитесь.", "1. ")),
        (Rule::BlocksDiffer, good().replace(RU, "1. ", "- ")),
        (Rule::BlocksDiffer, good().replace(RU, "\n\nПолиция", " Полиция")),
        (
            Rule::NoSource,
            good().replace("sources.toml", "cis-legislation.com", ""),
        ),
        (Rule::NoSource, good().replace(HEAD, "[\"P07\", \"N1\"]", "[]")),
        (
            Rule::NoDate,
            good().replace(HEAD, "checked_on = \"2026-11-24\"\n", ""),
        ),
        (
            Rule::NoDate,
            good().replace(HEAD, "review_by = \"2027-02-24\"\n", ""),
        ),
        (
            Rule::NoDate,
            good().replace("sources.toml", "retrieved_on = \"2026-11-24\"\n", ""),
        ),
        (Rule::FactCount, good().replace(HEAD, "[ [], [],", "[ [],")),
        (Rule::EasyMissing, easy().without(EASY)),
        (Rule::BlocksDiffer, easy().replace(EASY, "1. ", "- ")),
        (
            Rule::EasyTooLong,
            easy().replace(EASY, "Ждите.", &"\n1. Ждите.".repeat(59)),
        ),
        (
            Rule::EasyFactCount,
            easy().replace(HEAD, "[ [], [\"P07\"] ]", "[ [] ]"),
        ),
        (
            Rule::EasyFactCount,
            easy().replace(HEAD, "easy_facts = [ [], [\"P07\"] ]\n", ""),
        ),
        (
            Rule::EasyFactCount,
            good().replace(HEAD, "facts", "easy_facts = [ [] ]\nfacts"),
        ),
        (
            Rule::EasyFactNew,
            easy()
                .replace(HEAD, ", \"N1\"] ]", "] ]")
                .replace(HEAD, "[\"P07\"] ]", "[\"N1\"] ]"),
        ),
        (
            Rule::UnknownFact,
            easy().replace(HEAD, "[\"P07\"] ]", "[\"P70\"] ]"),
        ),
        (Rule::UnknownFile, easy().put("articles/stopped/easy.md", "# x")),
        (Rule::LinkInText, easy().replace(EASY, "Ждите", "См. mvd.ru")),
        (Rule::UnknownFact, good().replace(HEAD, "\"N1\"", "\"N2\"")),
        (
            Rule::UnknownFact,
            good().replace("contacts.toml", "\"P07\"", "\"P08\""),
        ),
        (
            Rule::MemoryFact,
            good().replace("sources.toml", "give a reason.", "give a reason (MEMORY)."),
        ),
        (
            Rule::CiteOfLabelled,
            good().replace("sources.toml", "\"none\"", "\"foreign-agent\""),
        ),
        (
            Rule::CiteOfLabelled,
            good().replace("sources.toml", "kind = \"M\"", "kind = \"S\""),
        ),
        (
            Rule::LinkShipped,
            good().replace("sources.toml", "ship_link = false", "ship_link = true"),
        ),
        (
            Rule::LinkInText,
            good().replace(RU, "причину", "причину, см. www.example.org"),
        ),
        (
            Rule::LinkInText,
            good().replace("sources.toml", "статья 14", "mvd.ru"),
        ),
        (
            Rule::PhoneUnverified,
            good().replace("contacts.toml", "verified_on = \"2026-11-24\", ", ""),
        ),
        (
            Rule::PhoneUnverified,
            good().replace("contacts.toml", "2027-02-22", "2026-02-22"),
        ),
        (
            Rule::AddressUnverified,
            good().replace("contacts.toml", "address_expires_on = \"2027-11-24\"", ""),
        ),
        (
            Rule::MissingRisk,
            good().replace(
                "contacts.toml",
                "[contact.risk]\nko-KP = \"조심하십시오.\"\nru = \"Осторожно.\"",
                "",
            ),
        ),
        (
            Rule::MissingField,
            good().replace("places.toml", "country = \"RU\"\n", ""),
        ),
        (
            Rule::MissingLanguage,
            good().replace("places.toml", "ru = \"Москва\"", ""),
        ),
        (
            Rule::MissingLanguage,
            good().replace("places.toml", "ko-KP = \"대사관을 조심하십시오.\"", ""),
        ),
        (
            Rule::NoDate,
            good().replace("places.toml", "as_of = \"2026-11-24\"\n", ""),
        ),
        (
            Rule::NoSource,
            good().replace("places.toml", "\"P07\", \"N1\"", ""),
        ),
        (
            Rule::UnknownFact,
            good().replace("places.toml", "\"N1\"", "\"N2\""),
        ),
        (
            Rule::DuplicateId,
            good().replace("places.toml", "\"office\"", "\"office\", \"office\""),
        ),
        (
            Rule::UnknownContact,
            good().replace("places.toml", "\"office\"", "\"officer\""),
        ),
        (
            Rule::AvoidLinked,
            good().replace("contacts.toml", "kind = \"un\"", "kind = \"avoid\""),
        ),
        (
            Rule::MissingField,
            good().replace("deadlines.toml", "country = \"RU\"\n", ""),
        ),
        (
            Rule::BadValue,
            good().replace("deadlines.toml", "length = 1", "length = 0"),
        ),
        (
            Rule::BadValue,
            good().replace("deadlines.toml", "length = 1", "length = 1001"),
        ),
        (
            Rule::BadValue,
            good().replace("deadlines.toml", "length = 1\n", ""),
        ),
        (
            Rule::BadValue,
            good().replace("deadlines.toml", "\"months\"", "\"weeks\""),
        ),
        (
            Rule::MissingField,
            good().replace("deadlines.toml", "whose = \"person\"\n", ""),
        ),
        (
            Rule::NoDate,
            good().replace("deadlines.toml", "review_by = \"2027-02-24\"\n", ""),
        ),
        (
            Rule::NoDate,
            good().replace("deadlines.toml", "checked_on = \"2026-11-24\"\n", ""),
        ),
        (
            Rule::NoSource,
            good().replace("deadlines.toml", "\"P07\", \"N1\"", ""),
        ),
        (Rule::UnknownFact, good().replace("deadlines.toml", "N1", "N2")),
        (
            Rule::MissingLanguage,
            good().replace("deadlines.toml", "ru = \"Срок жалобы\"", ""),
        ),
        (
            Rule::MissingRisk,
            good().replace(
                "deadlines.toml",
                "[deadline.risk]\nko-KP = \"더 짧을수 있습니다.\"\nru = \"Может быть короче.\"",
                "",
            ),
        ),
        (
            Rule::UnknownField,
            good().replace("deadlines.toml", "length", "hours = 24\nlength"),
        ),
        (
            Rule::BadValue,
            good().replace("holidays.toml", "2027-01-04", "2027-01-03"),
        ),
        (
            Rule::BadValue,
            good().replace("holidays.toml", "2027-01-04", "2028-01-04"),
        ),
        (
            Rule::BadValue,
            good().replace("holidays.toml", "2027-02-20", "2027-02-22"),
        ),
        (
            Rule::DuplicateId,
            good().replace("holidays.toml", "2027-01-04", "2027-01-01"),
        ),
        (
            Rule::BadValue,
            good().replace("holidays.toml", "year = 2027", "year = 27"),
        ),
        (Rule::NoSource, good().replace("holidays.toml", "\"P07\"", "")),
        (Rule::UnknownFact, good().replace("holidays.toml", "P07", "P70")),
        (
            Rule::DuplicateId,
            good().replace(
                "holidays.toml",
                "[[year]]",
                "[[year]]\ncountry = \"RU\"\nyear = 2027\nfacts = [\"P07\"]\n[[year]]",
            ),
        ),
        (
            Rule::AloudNotHangul,
            good().replace("phrases.toml", "우베쥐샤", "убежища"),
        ),
        (
            Rule::AloudNotCyrillic,
            good().replace("phrases.toml", "Манмёнъыль", "망명을"),
        ),
        (
            Rule::ExtraLanguage,
            good().replace("phrases.toml", "ru = \"쁘라슈", "ko = \"Манмён\"\nru = \"쁘라슈"),
        ),
        (
            Rule::UnknownField,
            good().replace(
                "phrases.toml",
                "ru = \"쁘라슈",
                "en = \"Mangmyong\"\nru = \"쁘라슈",
            ),
        ),
        (
            Rule::MissingField,
            good().replace("phrases.toml", "쁘라슈 우베쥐샤.", ""),
        ),
        (
            Rule::TooLarge,
            good().replace(RU, "причину", &"причину ".repeat(26_000)),
        ),
        (
            Rule::TooLarge,
            good().put(RU, &format!("# x\n{}", "- y\n".repeat(400))),
        ),
    ];
    for (rule, sample) in &broken {
        let found = check(&sample.source()).problems;
        assert!(
            found.iter().any(|problem| problem.rule == *rule),
            "{rule}: {found:?}"
        );
        assert_eq!(build(&sample.source()).unwrap_err(), found, "{rule}");
    }
    // These need a folder or bytes that are no text; source.rs and the next test break them.
    let elsewhere = [Rule::Unreadable, Rule::SymbolicLink, Rule::NotUtf8];
    for rule in Rule::ALL {
        assert!(
            elsewhere.contains(rule) || broken.iter().any(|(broken, _)| broken == rule),
            "{rule} is not broken"
        );
    }
}

#[test]
fn a_file_that_is_not_utf8_is_named() {
    let files = Sample::new()
        .files()
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .collect::<Vec<_>>();
    let source = Source::from_files(
        files
            .into_iter()
            .chain([("glossary.toml".to_owned(), vec![0xff, 0xfe])]),
    );
    assert_eq!(
        check(&source)
            .problems
            .iter()
            .map(|problem| problem.rule)
            .collect::<Vec<_>>(),
        [Rule::NotUtf8]
    );
}

#[test]
fn a_problem_says_where_it_is() {
    let sample = Sample::new()
        .replace("contacts.toml", "\"open\"", "\"ajar\"")
        .put(
            "articles/stopped/ru.md",
            "# Остановила полиция\n\n- Остановитесь.\n\nПолиция.\nСм. mvd.ru\n",
        );
    let shown: Vec<String> = check(&sample.source())
        .problems
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        shown,
        [
            "articles/stopped/ru.md:3: blocks-differ: 2: ru point, ko-KP step",
            "articles/stopped/ru.md:5: link-in-text: mvd.ru",
            "contacts.toml:6: bad-value: status",
        ]
    );
}

#[test]
fn what_follows_from_a_file_that_is_not_toml_is_not_told() {
    for (file, from) in [
        ("pack.toml", "version"),
        ("sources.toml", "publisher"),
        ("contacts.toml", "name"),
    ] {
        let broken = Sample::new().replace(file, from, &format!("oops \"\n{from}"));
        let problems = check(&broken.source()).problems;
        assert!(!problems.is_empty());
        assert!(
            problems
                .iter()
                .all(|problem| problem.rule == Rule::BadToml && problem.file == file),
            "{problems:?}"
        );
    }
}

#[test]
fn a_plain_collection_of_texts_is_a_pack() {
    let pack = "format = 1\nid = \"help\"\nversion = 1\nlanguages = [\"ko\"]\n[title]\nko = \"도움말\"\n\
                [default_source]\nname = \"LibreOffice Help\"\nchecked_on = \"2026-11-24\"\n";
    let files = [
        ("pack.toml", pack.to_owned()),
        (
            "articles/a/ko.md",
            "\u{feff}# \u{1112}\u{1161}\u{11ab}글\r\n\r\n- \r\nhttps://example.org\tx\r\n".to_owned(),
        ),
    ];
    let source = Source::from_files(files.map(|(name, text)| (name.to_owned(), text.into_bytes())));
    assert_eq!(check(&source).problems, []);
    let built = build(&source).unwrap();
    let (article, ..) = built.pack().articles().next().unwrap().unwrap();
    assert_eq!(
        article.texts[&durumi_base::Language::Ko],
        ["한글", "https://example.org x"]
    );
    assert_eq!(article.rests_on[&durumi_base::Language::Ko], ["LibreOffice Help"]);
    assert_eq!(article.review_by, None);
}

#[test]
fn a_card_need_not_say_what_it_sounds_like() {
    let none = Sample::new().replace(
        "phrases.toml",
        "[phrase.aloud]\nko-KP = \"Манмёнъыль синчхонхамнида.\"\nru = \"쁘라슈 우베쥐샤.\"\n",
        "",
    );
    let one = Sample::new().replace("phrases.toml", "ko-KP = \"Манмёнъыль синчхонхамнида.\"\n", "");
    for (sample, lines) in [(none, 0), (one, 1)] {
        let built = build(&sample.source()).unwrap();
        assert_eq!(built.pack().phrases().unwrap()[0].aloud.len(), lines);
    }
}
