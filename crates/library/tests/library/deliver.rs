//! Installing from a repository: only what changed, all of it or nothing.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::{cell::RefCell, collections::BTreeMap, path::Path};

use durumi_base::{Date, Language};
use durumi_keys::{MasterKey, SystemRandom};
use durumi_library::{ANALYSER, Change, Library, LibraryError, SCHEMA};
use durumi_packs::{
    BlobKind, Built,
    trust::{
        Anchor, Author, Carrier, Delivery, FileName, Origin, Refusal, Use, Verified, When, built_here,
        development_key, examine,
    },
};
use durumi_store::{Database, Schema};

use crate::pack::{Files, empty, publish};

const NOW_MS: i64 = 1_795_521_600_000;

/// A carrier that notes down what is asked, and is pulled out after so many files.
struct Stick {
    files: BTreeMap<String, Vec<u8>>,
    left: RefCell<usize>,
    asked: RefCell<Vec<FileName>>,
}

impl Stick {
    fn of(folder: &Path) -> Self {
        Stick {
            files: Author::at(folder).published().unwrap(),
            left: RefCell::new(usize::MAX),
            asked: RefCell::default(),
        }
    }

    fn blobs_asked(&self) -> usize {
        let asked = self.asked.borrow();
        asked
            .iter()
            .filter(|name| matches!(name, FileName::Blob(_)))
            .count()
    }
}

impl Carrier for Stick {
    fn read(&self, name: &FileName, _limit: u64) -> Result<Option<Vec<u8>>, Refusal> {
        let mut left = self.left.borrow_mut();
        *left = left.checked_sub(1).ok_or(Refusal::Unreadable)?;
        self.asked.borrow_mut().push(name.clone());
        Ok(self.files.get(&name.to_string()).cloned())
    }
}

/// Forty articles and one of each list; `changed` is what the first article and the contact say.
fn pack(version: u32, changed: &str) -> Built {
    let mut files = Files::new("sample", version);
    for number in 0..40 {
        let text = if number == 0 {
            changed
        } else {
            "постоянно"
        };
        files = files.article(
            &format!("a{number}"),
            &format!("# 글 {number}\n\n{text}"),
            &format!("# Статья {number}\n\nТекст {text} и многое другое номер {number}."),
        );
    }
    files
        .file("contacts.toml", &CONTACT.replace("CHANGED", changed))
        .file("deadlines.toml", &DEADLINE.replace("CHANGED", changed))
        .file("holidays.toml", HOLIDAYS)
        .file("phrases.toml", PHRASE)
        .file("places.toml", PLACE)
        .build()
}

fn sign(folder: &Path, built: &Built, day: i64) {
    let when = When {
        now_ms: NOW_MS + day * 86_400_000,
        days: 90,
    };
    Author::at(folder)
        .sign_for_development(built.pack(), when)
        .unwrap();
}

fn fetch(library: &mut Library, stick: &Stick) -> Result<Verified<Delivery>, LibraryError> {
    let offer = examine(stick, &Anchor::development(), &library.trust_state()?)?;
    library.keep_roots(&offer.roots())?;
    offer.fetch(stick, library)
}

fn update(library: &mut Library, stick: &Stick) -> Result<(), LibraryError> {
    let delivery = fetch(library, stick)?;
    library.deliver(&delivery)
}

/// Everything that a reader can get from the library.
fn replies(library: &Library) -> String {
    let today: Date = "2026-11-24".parse().unwrap();
    let mut text = String::new();
    for language in [Language::KoKp, Language::Ru] {
        let articles = library.articles(language).unwrap();
        for card in &articles {
            let article = library
                .article(&card.id, &[Language::KoKp, Language::Ru], today)
                .unwrap();
            text += &serde_json::to_string(&article).unwrap();
        }
        text += &serde_json::to_string(&articles).unwrap();
        text += &serde_json::to_string(&library.contacts(language, today).unwrap()).unwrap();
        text += &serde_json::to_string(&library.places(language).unwrap()).unwrap();
        text += &serde_json::to_string(&library.deadlines(language, today).unwrap()).unwrap();
        let counted = library.count_deadline("d", today, today).unwrap();
        text += &serde_json::to_string(&counted).unwrap();
    }
    text += &serde_json::to_string(&library.phrases().unwrap()).unwrap();
    for query in ["постоянно", "второе", "статья", "номер 7", "адвокат"] {
        let mut hits: Vec<String> = library
            .search(query, 100, None)
            .unwrap()
            .iter()
            .map(|hit| serde_json::to_string(hit).unwrap())
            .collect();
        hits.sort();
        text += &hits.join("\n");
    }
    text
}

#[test]
fn an_update_fetches_what_changed_and_ends_where_a_new_library_would() {
    let disk = tempfile::tempdir().unwrap();
    let mut library = empty();
    sign(disk.path(), &pack(1, "первое"), 0);
    let stick = Stick::of(disk.path());
    update(&mut library, &stick).unwrap();
    assert_eq!(stick.blobs_asked(), 45);

    sign(disk.path(), &pack(2, "второе"), 1);
    let stick = Stick::of(disk.path());
    update(&mut library, &stick).unwrap();
    assert_eq!(
        stick.blobs_asked(),
        3,
        "one article, the contacts and the time limits"
    );

    let mut fresh = empty();
    update(&mut fresh, &Stick::of(disk.path())).unwrap();
    assert_eq!(replies(&library), replies(&fresh));
    assert!(replies(&library).contains("второе") && !replies(&library).contains("первое"));
    let installed = library.installed("sample").unwrap().unwrap();
    assert_eq!((installed.version, installed.origin), (2, Origin::Signed));
    assert_eq!(library.trust_state().unwrap(), fresh.trust_state().unwrap());
}

#[test]
fn what_came_with_the_program_is_not_fetched_again() {
    let disk = tempfile::tempdir().unwrap();
    let mut library = empty();
    publish(&mut library, &pack(1, "первое")).unwrap();
    sign(disk.path(), &pack(2, "второе"), 0);
    let stick = Stick::of(disk.path());
    update(&mut library, &stick).unwrap();
    assert_eq!(stick.blobs_asked(), 3);
    assert!(replies(&library).contains("второе"));
}

#[test]
fn what_will_change_can_be_read_before() {
    let disk = tempfile::tempdir().unwrap();
    let mut library = empty();
    publish(&mut library, &pack(1, "первое")).unwrap();
    sign(disk.path(), &pack(2, "второе"), 0);
    let delivery = fetch(&mut library, &Stick::of(disk.path())).unwrap();
    let pack = &delivery.get().packs()[0];
    let changes = library.changes(pack, Language::Ru).unwrap();
    assert_eq!(changes.articles, [(Change::Changed, "Статья 0".to_owned())]);
    assert_eq!(changes.contacts, [(Change::Changed, "Контакт второе".to_owned())]);
    assert_eq!(changes.lists, [(Change::Changed, BlobKind::Deadlines)]);
    assert_eq!(pack.signed().names, ["Development 3"]);
    assert_eq!(pack.signed().purpose, Use::Development);
    // Nothing is installed by looking.
    assert!(replies(&library).contains("первое"));
}

#[test]
fn an_interrupted_update_goes_on_where_it_was() {
    let disk = tempfile::tempdir().unwrap();
    let mut library = empty();
    sign(disk.path(), &pack(1, "первое"), 0);
    let first = Stick::of(disk.path());
    // Everything of this small pack is kept in one go, so the interruption comes after it: at installing.
    let delivery = fetch(&mut library, &first).unwrap();
    drop(delivery);
    assert!(library.is_empty().unwrap());
    let again = Stick::of(disk.path());
    update(&mut library, &again).unwrap();
    assert_eq!(again.blobs_asked(), 0, "they had arrived");
    assert_eq!(library.articles(Language::Ru).unwrap().len(), 40);
}

#[test]
fn a_stick_pulled_at_any_file_changes_nothing() {
    let disk = tempfile::tempdir().unwrap();
    let mut library = empty();
    publish(&mut library, &pack(1, "первое")).unwrap();
    let before = replies(&library);
    sign(disk.path(), &pack(2, "второе"), 0);
    for left in 0..9 {
        let stick = Stick::of(disk.path());
        *stick.left.borrow_mut() = left;
        assert!(matches!(
            update(&mut library, &stick),
            Err(LibraryError::Refused(Refusal::Unreadable))
        ));
        assert_eq!(replies(&library), before);
        assert!(library.confirmed().unwrap().is_none());
    }
}

#[test]
fn a_pack_older_than_the_one_in_the_program_is_a_rollback() {
    let disk = tempfile::tempdir().unwrap();
    let mut library = empty();
    publish(&mut library, &pack(5, "первое")).unwrap();
    let (before, kept) = (replies(&library), library.trust_state().unwrap());
    sign(disk.path(), &pack(4, "второе"), 0);
    assert!(matches!(
        update(&mut library, &Stick::of(disk.path())),
        Err(LibraryError::Rollback)
    ));
    assert_eq!(replies(&library), before);
    assert_eq!(library.trust_state().unwrap().files, kept.files);
}

#[test]
fn an_older_stick_after_a_newer_one_is_refused() {
    let disk = tempfile::tempdir().unwrap();
    let mut library = empty();
    sign(disk.path(), &pack(1, "первое"), 0);
    let old = Stick::of(disk.path());
    sign(disk.path(), &pack(2, "второе"), 1);
    update(&mut library, &Stick::of(disk.path())).unwrap();
    let before = replies(&library);
    assert!(matches!(
        update(&mut library, &old),
        Err(LibraryError::Refused(Refusal::Rollback))
    ));
    assert_eq!(replies(&library), before);
}

#[test]
fn a_signed_pack_takes_the_place_of_an_own_build() {
    let disk = tempfile::tempdir().unwrap();
    let mut library = empty();
    library.install(&built_here(&pack(9, "первое"))).unwrap();
    sign(disk.path(), &pack(2, "второе"), 0);
    update(&mut library, &Stick::of(disk.path())).unwrap();
    let installed = library.installed("sample").unwrap().unwrap();
    assert_eq!((installed.version, installed.origin), (2, Origin::Signed));
}

#[test]
fn the_newest_signed_time_is_kept_and_never_lowered() {
    let disk = tempfile::tempdir().unwrap();
    let mut library = empty();
    sign(disk.path(), &pack(1, "первое"), 30);
    update(&mut library, &Stick::of(disk.path())).unwrap();
    assert_eq!(library.newest_signed_ms().unwrap(), NOW_MS + 30 * 86_400_000);
    let confirmed = library.confirmed().unwrap().unwrap();
    assert!(confirmed.is_fresh(NOW_MS + 119 * 86_400_000));
    assert!(!confirmed.is_fresh(NOW_MS + 121 * 86_400_000));
}

#[test]
fn a_library_from_before_signatures_is_brought_up_to_date() {
    let disk = tempfile::tempdir().unwrap();
    let file = disk.path().join("shelf");
    let key = MasterKey::make(&SystemRandom).derive_database_key();
    let before = Schema {
        application_id: SCHEMA.application_id,
        migrations: SCHEMA.migrations.split_at(1).0,
        shrinks: true,
    };
    drop(Database::create(&file, &key, &before, &[ANALYSER]).unwrap());
    let mut library = Library::new(Database::open(&file, &key, &SCHEMA, &[ANALYSER]).unwrap()).unwrap();
    let work = disk.path().join("work");
    sign(&work, &pack(1, "первое"), 0);
    update(&mut library, &Stick::of(&work)).unwrap();
    assert_eq!(library.articles(Language::Ru).unwrap().len(), 40);
    library.check().unwrap();
}

/// A small pack beside the large one, in the same repository.
fn beside(version: u32) -> Built {
    Files::new("beside", version)
        .article("b", "# 곁", "# Рядом")
        .build()
}

/// Takes it off the list of packs.
fn withdraw(folder: &Path, day: i64) {
    let when = When {
        now_ms: NOW_MS + day * 86_400_000,
        days: 90,
    };
    let author = Author::at(folder);
    author.draft_withdrawal(&"beside".parse().unwrap(), when).unwrap();
    for number in 1..=4 {
        let _ = author.sign(&development_key(number));
    }
    author.release(&development_key(4), when).unwrap();
}

#[test]
fn a_withdrawn_pack_stays_until_a_person_removes_it() {
    let disk = tempfile::tempdir().unwrap();
    let mut library = empty();
    sign(disk.path(), &beside(2), 0);
    sign(disk.path(), &pack(1, "первое"), 1);
    update(&mut library, &Stick::of(disk.path())).unwrap();
    let history = |library: &Library, id| library.pack_history(id, Language::Ru).unwrap();
    assert!(!history(&library, "beside").unwrap().withdrawn);
    assert!(matches!(
        library.remove_withdrawn("beside"),
        Err(LibraryError::StillListed)
    ));

    withdraw(disk.path(), 2);
    update(&mut library, &Stick::of(disk.path())).unwrap();
    assert!(history(&library, "beside").unwrap().withdrawn);
    assert!(!history(&library, "sample").unwrap().withdrawn);
    let read = |library: &Library| {
        let today = "2026-11-24".parse().unwrap();
        library.article("b", &[Language::Ru], today).unwrap().is_some()
    };
    assert!(read(&library), "it does not vanish by itself");
    let says_so = |id| {
        let article = library.article(id, &[Language::Ru], "2026-11-24".parse().unwrap());
        article.unwrap().unwrap().withdrawn
    };
    assert!(says_so("b") && !says_so("a0"));
    assert!(matches!(
        library.remove_withdrawn("sample"),
        Err(LibraryError::StillListed)
    ));
    assert_eq!(library.articles(Language::Ru).unwrap().len(), 41);

    library.remove_withdrawn("beside").unwrap();
    assert!(!read(&library) && history(&library, "beside").is_none());
    assert_eq!(library.articles(Language::Ru).unwrap().len(), 40);
    library.check().unwrap();
    // What went is not let in again in an older version.
    assert!(!library.accepts("beside", 1).unwrap() && library.accepts("beside", 2).unwrap());
}

#[test]
fn what_came_with_the_program_or_was_built_here_is_never_withdrawn() {
    let mut library = empty();
    publish(&mut library, &beside(1)).unwrap();
    library.install(&built_here(&pack(1, "первое"))).unwrap();
    for id in ["beside", "sample"] {
        assert!(!library.pack_history(id, Language::Ru).unwrap().unwrap().withdrawn);
        assert!(matches!(
            library.remove_withdrawn(id),
            Err(LibraryError::StillListed)
        ));
    }
    assert!(library.remove_withdrawn("nothing").is_err());
}

#[test]
fn what_an_update_changed_can_be_read_after_it_in_every_language() {
    let disk = tempfile::tempdir().unwrap();
    let mut library = empty();
    sign(disk.path(), &pack(1, "первое"), 0);
    update(&mut library, &Stick::of(disk.path())).unwrap();
    let history = |library: &Library, language| library.pack_history("sample", language).unwrap().unwrap();
    assert_eq!(
        history(&library, Language::Ru).before,
        None,
        "nothing was here before"
    );

    sign(disk.path(), &pack(2, "второе"), 1);
    update(&mut library, &Stick::of(disk.path())).unwrap();
    let russian = history(&library, Language::Ru);
    assert_eq!(russian.before, Some(1));
    assert_eq!(
        russian.changes.articles,
        [(Change::Changed, "Статья 0".to_owned())]
    );
    assert_eq!(
        russian.changes.contacts,
        [(Change::Changed, "Контакт второе".to_owned())]
    );
    let korean = history(&library, Language::KoKp);
    assert_eq!(korean.changes.articles, [(Change::Changed, "글 0".to_owned())]);

    // The same version, confirmed anew, is no change and leaves what is known of the last one.
    let when = When {
        now_ms: NOW_MS + 9 * 86_400_000,
        days: 90,
    };
    Author::at(disk.path())
        .release(&development_key(4), when)
        .unwrap();
    update(&mut library, &Stick::of(disk.path())).unwrap();
    assert_eq!(history(&library, Language::Ru), russian);
}

const CONTACT: &str = "[[contact]]\nid = \"c\"\nkind = \"ngo\"\ncountry = \"RU\"\nstatus = \"unknown\"\n\
    ru_legal_status = \"none\"\nas_of = \"2026-11-24\"\nconfidence = \"M\"\n\
    [contact.name]\nko-KP = \"련락 CHANGED\"\nru = \"Контакт CHANGED\"\n\
    [contact.serves]\nko-KP = \"x\"\nru = \"адвокат\"\n[contact.risk]\nko-KP = \"x\"\nru = \"x\"\n";
const PHRASE: &str = "[[phrase]]\nid = \"p\"\ngroup = \"police\"\n[phrase.text]\nko-KP = \"변호사\"\nru = \"Мне нужен адвокат\"\n";
const PLACE: &str = "[[place]]\nid = \"t\"\ncountry = \"RU\"\nas_of = \"2026-11-24\"\n\
    [place.name]\nko-KP = \"도시\"\nru = \"Город\"\n";
const DEADLINE: &str = "[[deadline]]\nid = \"d\"\ncountry = \"RU\"\nwhose = \"person\"\nlength = 3\n\
    unit = \"working-days\"\nchecked_on = \"2026-11-24\"\nreview_by = \"2027-02-24\"\n\
    [deadline.event]\nko-KP = \"x\"\nru = \"x\"\n[deadline.title]\nko-KP = \"x\"\nru = \"Срок CHANGED\"\n\
    [deadline.risk]\nko-KP = \"x\"\nru = \"x\"\n";
const HOLIDAYS: &str = "[[year]]\ncountry = \"RU\"\nyear = 2026\noff = [\"2026-11-25\"]\n";
