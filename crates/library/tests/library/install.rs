//! Installing: all or nothing, and never backwards.

use durumi_base::Language;
use durumi_keys::{MasterKey, SystemRandom};
use durumi_library::{ANALYSER, Library, LibraryError, SCHEMA};
use durumi_packs::trust::{Origin, built_here};
use durumi_store::Database;

use crate::pack::{Files, empty, publish};

fn pack(version: u32) -> Files {
    Files::new("sample", version).article(
        "one",
        &format!("# 판본 {version}"),
        &format!("# Выпуск {version}"),
    )
}

fn titles(library: &Library) -> Vec<String> {
    library
        .articles(Language::Ru)
        .expect("the library can be read")
        .into_iter()
        .map(|card| card.title)
        .collect()
}

#[test]
fn a_new_library_is_empty_and_says_so() {
    let library = empty();
    assert!(library.is_empty().unwrap());
    assert!(library.about(Language::Ru).unwrap().is_none());
    assert!(library.search("адвокат", 10, None).unwrap().is_empty());
    assert!(library.articles(Language::Ru).unwrap().is_empty() && library.phrases().unwrap().is_empty());
}

#[test]
fn a_newer_version_takes_the_place_of_the_old_one_everywhere() {
    let mut library = empty();
    publish(&mut library, &pack(1).article("two", "# 둘", "# Второй").build()).unwrap();
    publish(&mut library, &pack(2).build()).unwrap();
    assert_eq!(titles(&library), ["Выпуск 2"]);
    assert!(library.search("второй ", 10, None).unwrap().is_empty());
    assert_eq!(library.search("выпуск ", 10, None).unwrap().len(), 1);
    let about = library.about(Language::Ru).unwrap().unwrap();
    assert_eq!(
        (about.id.as_str(), about.version, about.title.as_str()),
        ("sample", 2, "Образец 2")
    );
    assert!(about.unreviewed && !about.own_build);
}

#[test]
fn a_rollback_is_refused_and_changes_nothing() {
    let mut library = empty();
    publish(&mut library, &pack(3).build()).unwrap();
    assert!(matches!(
        publish(&mut library, &pack(2).build()),
        Err(LibraryError::Rollback)
    ));
    assert_eq!(titles(&library), ["Выпуск 3"]);
    publish(&mut library, &pack(3).build()).unwrap();
    assert_eq!(titles(&library), ["Выпуск 3"]);
}

#[test]
fn an_own_build_replaces_anything_and_opens_no_way_back() {
    let mut library = empty();
    publish(&mut library, &pack(3).build()).unwrap();
    library.install(&built_here(&pack(1).build())).unwrap();
    assert_eq!(titles(&library), ["Выпуск 1"]);
    let installed = library.installed("sample").unwrap().unwrap();
    assert_eq!((installed.version, installed.origin), (1, Origin::OwnBuild));
    assert!(library.about(Language::Ru).unwrap().unwrap().own_build);
    assert!(matches!(
        publish(&mut library, &pack(2).build()),
        Err(LibraryError::Rollback)
    ));
    publish(&mut library, &pack(3).build()).unwrap();
    assert_eq!(titles(&library), ["Выпуск 3"]);
    assert!(library.installed("other").unwrap().is_none());
}

#[test]
fn a_newer_published_pack_is_news_also_after_an_own_build_of_a_higher_version() {
    let mut library = empty();
    let [first, second] = [1, 2].map(|version| pack(version).build());
    assert!(library.is_news(first.pack()).unwrap());
    publish(&mut library, &first).unwrap();
    assert!(!library.is_news(first.pack()).unwrap());
    library.install(&built_here(&pack(9).build())).unwrap();
    assert!(
        !library.is_news(first.pack()).unwrap(),
        "the author goes on trying"
    );
    assert!(library.is_news(second.pack()).unwrap());
    publish(&mut library, &second).unwrap();
    assert_eq!(titles(&library), ["Выпуск 2"]);
}

#[test]
fn several_packs_stand_side_by_side_and_an_own_build_never_hides_a_published_article() {
    let mut library = empty();
    let own = Files::new("ngo", 9)
        .article("one", "# 가짜", "# Подделка")
        .article("more", "# 더", "# Ещё");
    library.install(&built_here(&own.build())).unwrap();
    assert_eq!(titles(&library), ["Ещё", "Подделка"]);
    publish(&mut library, &pack(1).build()).unwrap();
    assert_eq!(titles(&library), ["Выпуск 1", "Ещё"]);
    assert!(library.search("подделка", 10, None).unwrap().is_empty());
    assert_eq!(
        library
            .packs(Language::Ru)
            .unwrap()
            .iter()
            .map(|pack| pack.id.as_str())
            .collect::<Vec<_>>(),
        ["sample", "ngo"]
    );
}

#[test]
fn a_closed_file_is_read_again_and_an_old_index_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shelf");
    let key = MasterKey::make(&SystemRandom).derive_database_key();
    let mut library = Library::new(Database::create(&path, &key, &SCHEMA, &[ANALYSER]).unwrap()).unwrap();
    publish(&mut library, &pack(1).file("phrases.toml", PHRASES).build()).unwrap();
    drop(library);
    let open = || Database::open(&path, &key, &SCHEMA, &[ANALYSER]).unwrap();
    let mut db = open();
    db.transaction::<_, LibraryError>(|tx| {
        tx.execute("INSERT INTO word_index (word_index) VALUES ('delete-all')", [])?;
        tx.execute("UPDATE meta SET analyser = 999", [])?;
        Ok(())
    })
    .unwrap();
    db.check().unwrap();
    drop(db);
    let library = Library::new(open()).unwrap();
    assert_eq!(library.search("выпуск", 10, None).unwrap().len(), 1);
    assert_eq!(library.search("убежища", 10, None).unwrap().len(), 1);
    drop(library);
    open().check().unwrap();
}

#[test]
fn a_file_that_lost_its_articles_is_small_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shelf");
    let key = MasterKey::make(&SystemRandom).derive_database_key();
    let bytes = |db: Database| {
        db.check().unwrap();
        db.checkpoint().unwrap();
        std::fs::metadata(&path).unwrap().len()
    };
    let open = || Database::open(&path, &key, &SCHEMA, &[ANALYSER]).unwrap();
    let mut library = Library::new(Database::create(&path, &key, &SCHEMA, &[ANALYSER]).unwrap()).unwrap();
    publish(&mut library, &pack(1).build()).unwrap();
    drop(library);
    let small = bytes(open());

    let mut library = Library::new(open()).unwrap();
    let mut many = pack(2);
    for number in 0..300_u32 {
        let words: Vec<String> = (0..60)
            .map(|word| format!("слово{}", number * 60 + word))
            .collect();
        many = many.article(
            &format!("a{number}"),
            "# 글\n\n글",
            &format!("# №\n\n{}", words.join(" ")),
        );
    }
    publish(&mut library, &many.build()).unwrap();
    drop(library);
    assert!(bytes(open()) > 3 * small);

    let mut library = Library::new(open()).unwrap();
    publish(&mut library, &pack(3).build()).unwrap();
    drop(library);
    assert!(bytes(open()) < small + small / 4);
}

#[test]
fn how_a_card_sounds_stands_beside_its_text_and_is_not_searched() {
    // Russian in Hangul is found as Russian, so the line sounds like other words than the text.
    let aloud = "[phrase.aloud]\nru = \"까삐따노바.\"\n";
    let mut library = empty();
    publish(
        &mut library,
        &pack(1).file("phrases.toml", &format!("{PHRASES}{aloud}")).build(),
    )
    .unwrap();
    let card = library.phrases().unwrap().remove(0);
    let sounds: Vec<_> = card
        .texts
        .iter()
        .map(|text| (text.language, text.aloud.as_str()))
        .collect();
    assert_eq!(sounds, [(Language::KoKp, ""), (Language::Ru, "까삐따노바.")]);
    assert_eq!(library.search("убежища", 10, None).unwrap().len(), 1);
    assert!(library.search("까삐따노바", 10, None).unwrap().is_empty());
}

const PHRASES: &str = "[[phrase]]\nid = \"asylum\"\ngroup = \"protection\"\ndanger = true\n\
    [phrase.text]\nko-KP = \"망명을 신청합니다.\"\nru = \"Прошу убежища.\"\n";
