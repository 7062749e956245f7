//! A small pack with one of everything.

use std::collections::BTreeMap;

use durumi_packs::Source;

/// The files of a pack, to be changed before they are read.
#[derive(Clone)]
pub struct Sample(BTreeMap<String, String>);

impl Sample {
    pub fn new() -> Self {
        let files = [
            ("pack.toml", PACK),
            ("sources.toml", SOURCES),
            ("contacts.toml", CONTACTS),
            ("phrases.toml", PHRASES),
            ("places.toml", PLACES),
            ("glossary.toml", GLOSSARY),
            ("synonyms.toml", SYNONYMS),
            ("deadlines.toml", DEADLINES),
            ("holidays.toml", HOLIDAYS),
            ("articles/stopped/article.toml", ARTICLE),
            (
                "articles/stopped/ko-KP.md",
                "# 경찰이 멈춰세울 때\n\n1. 멈춰서십시오.\n\n경찰은 리유를 말하여야 합니다.\n",
            ),
            (
                "articles/stopped/ru.md",
                "# Остановила полиция\n\n1. Остановитесь.\n\nПолиция должна назвать причину.\n",
            ),
        ];
        Sample(
            files
                .into_iter()
                .map(|(name, text)| (name.to_owned(), text.to_owned()))
                .collect(),
        )
    }

    /// The same with its article in easy words.
    pub fn easy() -> Self {
        Sample::new()
            .replace(
                "articles/stopped/article.toml",
                "facts",
                "easy_facts = [ [], [\"P07\"] ]\nfacts",
            )
            .put(
                "articles/stopped/ko-KP.easy.md",
                "# 경찰\n\n1. 멈춰서십시오. 기다리십시오.\n",
            )
            .put("articles/stopped/ru.easy.md", "# Полиция\n\n1. Стойте. Ждите.\n")
    }

    /// Puts `to` in the place of the first `from`, which must be there.
    pub fn replace(mut self, file: &str, from: &str, to: &str) -> Self {
        let text = self.0.get_mut(file).expect("the file is there");
        assert!(text.contains(from), "{file} has no {from:?}");
        *text = text.replacen(from, to, 1);
        self
    }

    pub fn put(mut self, file: &str, text: &str) -> Self {
        self.0.insert(file.to_owned(), text.to_owned());
        self
    }

    pub fn without(mut self, file: &str) -> Self {
        self.0.remove(file).expect("the file is there");
        self
    }

    pub fn files(&self) -> impl DoubleEndedIterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    pub fn source(&self) -> Source {
        Source::from_files(
            self.0
                .iter()
                .map(|(name, text)| (name.clone(), text.clone().into_bytes())),
        )
    }
}

const PACK: &str = r#"format = 1
id = "sample"
version = 3
languages = ["ko-KP", "ru"]
links = "refuse"
[title]
ko-KP = "본보기"
ru = "Образец"
"#;

const SOURCES: &str = r#"[[fact]]
id = "P07"
says = "The police give a reason."
kind = "M"
publisher = "cis-legislation.com"
url = "https://example.org/law"
page_date = "n/s"
retrieved_on = "2026-11-24"
confidence = "M"
expiry = "M"
legal_label = "none"
ship_link = false
[fact.cite]
ko-KP = "경찰법 제14조"
ru = "Закон «О полиции», статья 14"

[[fact]]
id = "N1"
says = "It is reported that they do not always."
kind = "S"
publisher = "Somebody"
url = "https://example.org/report"
page_date = "2025"
retrieved_on = "2026-11-24"
confidence = "L"
expiry = "H"
legal_label = "undesirable"
ship_link = false
"#;

const ARTICLE: &str = r#"order = 1
urgent = "stopped"
urgent_first = true
jurisdiction = "RU"
audience = ["new"]
topics = ["police"]
checked_on = "2026-11-24"
review_by = "2027-02-24"
reviewed_by = ""
facts = [ [], [], ["P07", "N1"] ]
"#;

const CONTACTS: &str = r#"[[contact]]
id = "office"
kind = "un"
country = "RU"
city = "moscow"
status = "open"
ru_legal_status = "none"
as_of = "2026-11-24"
confidence = "M"
fact = "P07"
languages = ["ru"]
phones = [ { number = "+7 495 000 00 00", verified_on = "2026-11-24", expires_on = "2027-02-22" } ]
address = "Москва"
address_expires_on = "2027-11-24"
[contact.name]
ko-KP = "사무소"
ru = "Бюро"
[contact.serves]
ko-KP = "도와줍니다."
ru = "Помогает."
[contact.risk]
ko-KP = "조심하십시오."
ru = "Осторожно."
"#;

const PHRASES: &str = r#"[[phrase]]
id = "asylum"
group = "protection"
danger = true
[phrase.text]
ko-KP = "망명을 신청합니다."
ru = "Прошу убежища."
[phrase.aloud]
ko-KP = "Манмёнъыль синчхонхамнида."
ru = "쁘라슈 우베쥐샤."
"#;

const PLACES: &str = r#"[[place]]
id = "moscow"
country = "RU"
also = ["Златоглавая"]
contacts = ["office"]
as_of = "2026-11-24"
facts = ["P07", "N1"]
[place.name]
ko-KP = "모스크바"
ru = "Москва"
[place.line]
ko-KP = "사무소가 있습니다."
ru = "Здесь есть бюро."
[place.warning]
ko-KP = "대사관을 조심하십시오."
ru = "Остерегайтесь посольства."
"#;

const GLOSSARY: &str = r#"[[term]]
id = "sign"
false_friend = "수표: a cheque in the South"
[term.word]
ko-KP = "수표하다"
ru = "подписать / подписывать"
"#;

const SYNONYMS: &str = "[[group]]
words = [\"손전화\", \"휴대전화\"]
source = \"S1\"
";

const DEADLINES: &str = r#"[[deadline]]
id = "appeal"
country = "RU"
whose = "person"
length = 1
unit = "months"
checked_on = "2026-11-24"
review_by = "2027-02-24"
facts = ["P07", "N1"]
[deadline.event]
ko-KP = "거절통지서를 받았습니다."
ru = "Я получаю отказ."
[deadline.title]
ko-KP = "상소기한"
ru = "Срок жалобы"
[deadline.risk]
ko-KP = "더 짧을수 있습니다."
ru = "Может быть короче."
"#;

const HOLIDAYS: &str = "[[year]]
country = \"RU\"
year = 2027
off = [\"2027-01-04\", \"2027-01-01\"]
on = [\"2027-02-20\"]
facts = [\"P07\"]
";
