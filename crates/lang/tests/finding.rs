//! What is typed finds what is written.

mod index;

use durumi_lang::{Class, Query, Stage, Synonyms, Vocabulary};
use unicode_normalization::UnicodeNormalization;

use crate::index::Index;

/// The best class by which a query finds a text.
fn found(query: &str, text: &str) -> Option<Class> {
    class(&Query::parse(query), text)
}

fn class(query: &Query, text: &str) -> Option<Class> {
    let index = Index::of(text);
    query
        .stages()
        .into_iter()
        .find(|stage| index.matches(&stage.expression))
        .map(|stage| stage.class)
}

#[track_caller]
fn finds(query: &str, text: &str) {
    // Finished with a space, and while it is being typed.
    for query in [query.to_owned(), format!("{query} ")] {
        assert_eq!(
            found(&query, text),
            Some(Class::Words),
            "{query:?} in {text:?}: {:?}",
            Query::parse(&query).stages()
        );
    }
}

#[test]
fn inflected_russian_finds_its_word() {
    for (query, text) in [
        ("беженец", "Права беженцев в России"),
        ("беженцам", "Кто такой беженец"),
        ("убежище", "Временного убежища нет"),
        ("убежищем", "Как получить убежище"),
        ("адвокатом", "Найдите адвоката"),
        ("ребёнок", "Дети остаются с матерью"),
        ("детям", "Документы ребенка"),
        ("люди", "Каждый человек"),
        ("елка", "Ёлки"),
        ("ЁЛКА", "елка"),
        ("мой", "Мой дом"),
        ("отказали", "Если вам отказали в убежище"),
        ("кореец", "Права корейцев"),
        ("бе\u{301}женец", "беженец"),
    ] {
        finds(query, text);
    }
}

#[test]
fn short_i_is_not_i() {
    assert_eq!(found("иод ", "йод"), None);
}

#[test]
fn korean_finds_across_spaces_particles_and_both_spellings() {
    for (query, text) in [
        ("난민신청", "난민 신청 절차"),
        ("난민 신청", "난민신청은 어디에서"),
        ("강제 송환", "강제송환 금지의 원칙"),
        ("변호사를", "무료 변호사"),
        ("변호사에게", "변호사는 무료이다"),
        ("변호사", "변호사에게"),
        ("로동자", "노동자의 권리"),
        ("노동자", "로동자에게"),
        ("강제로동", "강제노동 금지"),
        ("해외 노동자", "해외로동자"),
        ("녀성", "여성의 권리"),
        ("령사관", "영사관 주소"),
        ("영사관", "조선령사관"),
        ("려권", "여권을 잃었을 때"),
        ("여권", "려권"),
        ("페쇄", "국경 폐쇄"),
        ("집", "도움을 주는 집"),
        ("집", "집에서 나올 때"),
        ("체포됐을 때", "체포되였을 때 할 일"),
        ("신청할 수 있나요", "난민 신청 방법"),
        ("ㅂㅕㄴㅎㅗㅅㅏ", "변호사"),
        ("변 호사", "변호사"),
    ] {
        finds(query, text);
        finds(&query.nfd().collect::<String>(), text);
        finds(query, &text.nfd().collect::<String>());
    }
}

#[test]
fn english_and_numbers_are_found() {
    finds("refugees", "Refugee status");
    finds("109-ФЗ", "Федеральный закон № 109-ФЗ");
    finds("ｕｎｈｃｒ", "UNHCR");
    finds("8 800", "Телефон 8 (800) 100-12-60");
}

#[test]
fn nothing_flashes_empty_while_a_word_is_typed() {
    // Each syllable as the keyboard shows it, key by key.
    for keys in [
        "ㅂ 벼 변 변ㅎ 변호 변홋 변호사",
        "ㄱ 가 강 강ㅈ 강제 강젤 강제로 강제롣 강제로도 강제로동",
    ] {
        for typed in keys.split(' ') {
            assert_eq!(
                found(typed, "무료 변호사와 강제로동"),
                Some(Class::Words),
                "{typed}"
            );
        }
    }
    for word in [
        "беженец",
        "беженцами",
        "убежищем",
        "закон",
        "временного",
        "людям",
        "переводчик",
        "адвокатам",
        "удостоверение",
    ] {
        let text = "Беженцы, убежище, закон, временный, человек, переводчик, адвокат, удостоверений";
        // One letter is too little to guess an irregular word from.
        for (at, c) in word.char_indices().skip(1) {
            let (typed, _) = word.split_at(at + c.len_utf8());
            assert_eq!(
                found(typed, text),
                Some(Class::Words),
                "{typed}: {:?}",
                Query::parse(typed).stages()
            );
        }
    }
}

#[test]
fn what_is_not_all_there_is_filled_up() {
    assert_eq!(found("난민의 지위 신청 ", "난민 인정 신청"), Some(Class::Parts));
    assert_eq!(
        found("помощь переводчика ", "Бесплатный переводчик"),
        Some(Class::Parts)
    );
    assert_eq!(found("난민신청절차 ", "난민의 신청"), Some(Class::Parts));
    assert_eq!(found("숫자", "수자를 쓰다"), Some(Class::Parts));
    assert_eq!(found("수자를", "숫자를 쓰다"), Some(Class::Parts));
    assert_eq!(found("병원 ", "난민 신청"), None);
}

#[test]
fn synonyms_find_below_the_word_itself() {
    let table = Synonyms::new([
        ["공민증", "주민등록증"],
        ["손전화", "휴대전화"],
        ["재판소", "법원"],
        ["교화소", "교도소"],
        ["비법월경", "불법 월경"],
        ["로씨야", "러시아"],
        ["난민", "беженец"],
        ["망명", "убежище"],
        ["удостоверение личности", "신분증"],
        ["살림집", "주택"],
    ]);
    let found =
        |query: &str, text: &str| class(&Query::parse(query).with_synonyms(&|word| table.of(word)), text);
    for (query, text) in [
        ("공민증을", "주민등록증 발급"),
        ("휴대전화", "손전화로 찍은 사진"),
        ("재판소에", "법원에 가는 길"),
        ("비법월경", "불법 월경의 벌"),
        ("로씨야", "러시아의 법"),
        ("беженцев", "난민의 권리"),
        ("난민", "Права беженцев"),
        ("удостоверение личности", "신분증"),
        ("потерял удостоверение личности", "신분증을 потеряли"),
        ("공민증발급", "주민등록증 발급"),
    ] {
        for query in [query.to_owned(), format!("{query} ")] {
            assert_eq!(
                found(&query, text),
                Some(Class::Synonyms),
                "{query:?} in {text:?}"
            );
        }
    }
    assert_eq!(found("공민증", "공민증"), Some(Class::Words));
}

/// What a whole search finds a text by.
fn asked(query: &str, text: &str) -> Option<Class> {
    struct Asked {
        index: Index,
        vocabulary: Vocabulary,
        found: Option<Class>,
    }
    impl durumi_lang::Index for Asked {
        type Error = std::convert::Infallible;

        fn find(&mut self, stage: &Stage) -> Result<usize, Self::Error> {
            if self.found.is_none() && self.index.matches(&stage.expression) {
                self.found = Some(stage.class);
            }
            Ok(usize::from(self.found.is_some()))
        }

        fn vocabulary(&mut self) -> Result<&Vocabulary, Self::Error> {
            Ok(&self.vocabulary)
        }
    }
    let index = Index::of(text);
    let vocabulary = index.vocabulary().collect();
    let mut asked = Asked {
        index,
        vocabulary,
        found: None,
    };
    let Ok(()) = Query::parse(query).ask(10, &mut asked);
    asked.found
}

#[test]
fn one_wrong_letter_still_finds() {
    for (query, text) in [
        ("адвакат ", "Найти адвоката"),
        ("бежинец ", "Права беженцев"),
        ("убижище ", "Временное убежище"),
        ("변호샤를 ", "무료 변호사"),
        ("변로사 ", "무료 변호사"),
        ("난민 신쳥 ", "난민 신청"),
        ("체보 ", "체포되면"),
        ("난민신쳥절차 ", "신청 절차, 난민"),
        ("refugge ", "Refugees"),
    ] {
        let index = Index::of(text);
        let stage = Query::parse(query).typos(&index.vocabulary().collect());
        let stage = stage.unwrap_or_else(|| panic!("{query} is near nothing"));
        assert_eq!(stage.class, Class::Typo);
        assert!(index.matches(&stage.expression), "{query}: {}", stage.expression);
        assert!(asked(query, text).is_some(), "{query}");
    }
    assert_eq!(
        Query::parse("адвокат ").typos(&Index::of("убежище").vocabulary().collect()),
        None
    );
    assert_eq!(asked("адвокат ", "убежище"), None);
}

#[test]
fn spaces_in_the_wrong_place_of_russian_words_still_find() {
    for (query, text) in [
        ("временноеубежище", "Временное убежище"),
        ("срокжалобы", "Сроки жалоб"),
        ("бездокументов", "Без документов"),
        ("пере водчик", "Бесплатный переводчик"),
        ("статусбеженца в России", "Статус беженца, Россия"),
    ] {
        assert_eq!(asked(query, text), Some(Class::Typo), "{query}");
    }
}

#[test]
fn a_wrong_layout_and_latin_letters_are_rescued() {
    for (query, text) in [
        ("hjccbz", "Россия"),
        ("qusghtk", "변호사"),
        ("bezhenets", "Права беженцев"),
        ("ubezhishche", "убежища"),
        ("руддщ", "Hello"),
        ("йгыпрел", "변호사"),
        ("EDR< JJY", "Представительство УВКБ ООН"),
        ("jnrfpfkb d e,t;bot", "Если вам отказали в убежище"),
    ] {
        assert_eq!(asked(query, text), Some(Class::Rescue), "{query}");
    }
    assert_eq!(asked("posolstvo", "Посольство"), Some(Class::Typo));
}

#[test]
fn a_query_without_a_word_asks_nothing() {
    for query in ["", "   ", "\"*-()", "\0\u{1}", "\u{202e}\u{200f}", "\u{301}"] {
        assert!(Query::parse(query).is_empty(), "{query:?}");
        assert!(Query::parse(query).stages().is_empty());
        assert_eq!(asked(query, "текст"), None);
    }
}
