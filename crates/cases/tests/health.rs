//! Examining a notebook: what is damaged is found, put in order from what is left, or named; nothing else changes.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a test a panic is the report"
)]

use std::{collections::BTreeMap, fs, path::PathBuf, sync::Arc};

use durumi_api::{AsideKind, AttachmentStart, NoteSave, Repaired};
use durumi_base::{CaseId, FixedClock};
use durumi_cases::{ANALYSER, Examination, Health, Notebook, Progress, SCHEMA};
use durumi_keys::{MasterKey, SystemRandom};
use durumi_lang::Query;
use durumi_store::{Condition, Database, Disguise, Member, StoreError, Twins};
use tempfile::TempDir;

const PAGE: usize = 4096;

struct Person {
    folder: TempDir,
    master: Arc<MasterKey>,
}

impl Person {
    /// A notebook with one case, many notes and a file; closed.
    fn alice() -> Person {
        let alice = Person {
            folder: tempfile::tempdir().unwrap(),
            master: Arc::new(MasterKey::make(&SystemRandom)),
        };
        alice.twins().make(&SystemRandom).unwrap();
        let clock = Arc::new(FixedClock(1_795_500_000_000));
        let mut notebook =
            Notebook::create(alice.twins(), &alice.master, clock, Arc::new(SystemRandom)).unwrap();
        let case = notebook.create_case("로임 사건").unwrap();
        for number in 0..40 {
            let text = format!(
                "{number} 지배인이 려권을 가져갔다. {}",
                "글".repeat(100 * (number % 7))
            );
            notebook.save_note(&note(case.id, &text)).unwrap();
        }
        attach(&mut notebook, case.id, &vec![7; 300_000]);
        alice
    }

    fn twins(&self) -> Twins {
        Twins::new(
            [self.path(), self.folder.path().join("notebook-2")],
            Member::First,
        )
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("notebook-1")
    }

    fn open(&self) -> Notebook {
        let clock = Arc::new(FixedClock(1_795_600_000_000));
        Notebook::open(self.twins(), &self.master, clock, Arc::new(SystemRandom)).unwrap()
    }

    /// The tables themselves, as no part of the program would change them.
    fn tables(&self) -> Database {
        self.try_tables().unwrap()
    }

    fn try_tables(&self) -> Result<Database, StoreError> {
        let disguise = Disguise {
            twins: self.twins(),
            log_key: self.master.derive_log_key(),
            random: Arc::new(SystemRandom),
        };
        Database::open_among_twins(disguise, &self.master.derive_database_key(), &SCHEMA, &[ANALYSER])
    }

    fn change(&self, sql: &str) {
        self.tables().conn().execute_batch(sql).unwrap();
    }

    /// How many pages the tables have.
    fn pages(&self) -> u32 {
        let pages = self
            .tables()
            .conn()
            .pragma_query_value(None, "page_count", |row| row.get(0));
        pages.unwrap()
    }

    /// Changes a bit of a page; again to change it back.
    fn flip(&self, page: u32) {
        let mut bytes = fs::read(self.path()).unwrap();
        bytes[(usize::try_from(page).unwrap() - 1) * PAGE + 2000] ^= 1;
        fs::write(self.path(), bytes).unwrap();
    }

    /// Damages the first page of a table, on which all others depend.
    fn damage_root(&self, table: &str) {
        let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
        let root = self
            .tables()
            .conn()
            .query_row(sql, [table], |row| row.get(0))
            .unwrap();
        self.flip(root);
    }

    /// The last page of each table, found by damaging every page.
    fn last_pages(&self, tables: &[&'static str]) -> BTreeMap<&'static str, u32> {
        let mut last = BTreeMap::new();
        for page in 2..=self.pages() {
            self.flip(page);
            // Without the list of tables nothing opens.
            if let Ok(db) = self.try_tables() {
                // A connection that met a damaged page calls every table after it damaged.
                let damaged = |table: &&&str| db.examine(table).unwrap() == Condition::Damaged;
                last.extend(tables.iter().find(damaged).map(|table| (*table, page)));
            }
            self.flip(page);
        }
        last
    }

    /// The same notebook on another disk.
    fn copied(&self) -> Person {
        let folder = tempfile::tempdir().unwrap();
        for file in fs::read_dir(self.folder.path()).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
        }
        Person {
            folder,
            master: Arc::clone(&self.master),
        }
    }
}

fn note(case_id: CaseId, text: &str) -> NoteSave {
    NoteSave {
        case_id,
        note_id: None,
        date: Some("2026-11-20".parse().unwrap()),
        place: "울라지보스또크".into(),
        text: text.into(),
    }
}

fn attach(notebook: &mut Notebook, case_id: CaseId, bytes: &[u8]) {
    let id = notebook
        .start_attachment(&AttachmentStart {
            case_id,
            name: "계약서.pdf".into(),
            media_type: "application/pdf".into(),
            size: bytes.len() as u64,
        })
        .unwrap();
    for chunk in bytes.chunks(1 << 18) {
        notebook.add_to_attachment(id, chunk).unwrap();
    }
    notebook.finish_attachment(id).unwrap();
}

fn examine(notebook: &mut Notebook) -> Health {
    let mut examination = Examination::default();
    while notebook.examine(&mut examination).unwrap() == Progress::More {}
    examination.into_health()
}

fn found(notebook: &Notebook) -> usize {
    notebook.search(&Query::parse("려권"), 100).unwrap().len()
}

fn notes(notebook: &Notebook) -> usize {
    let case = notebook.cases().unwrap()[0].id;
    notebook.notes(case).unwrap().len()
}

fn assert_sound(health: &Health) {
    assert_eq!((health.cases, health.notes, health.files), (1, 40, 1));
    assert!(
        health.aside.is_empty() && health.broken == 0,
        "{:?} {}",
        health.aside,
        health.broken
    );
}

#[test]
fn a_whole_notebook_is_in_order_and_is_not_written_to() {
    let alice = Person::alice();
    let mut notebook = alice.open();
    assert_sound(&examine(&mut notebook));
    drop(notebook);
    let before = fs::read(alice.path()).unwrap();
    let mut notebook = alice.open();
    let health = examine(&mut notebook);
    assert_sound(&health);
    assert!(health.repaired.is_empty() && health.kept == 0);
    drop(notebook);
    assert!(fs::read(alice.path()).unwrap() == before, "something was written");
}

#[test]
fn tables_that_disagree_are_put_in_order_from_what_has_more() {
    for (sql, repaired) in [
        ("UPDATE note SET text = 'falsch' WHERE row = 3", vec![Repaired::Lists]),
        ("DELETE FROM note WHERE row < 9", vec![Repaired::Lists]),
        ("DELETE FROM case_file", vec![Repaired::Lists]),
        ("DELETE FROM attachment", vec![Repaired::Lists]),
        ("DELETE FROM document", vec![Repaired::Entries]),
        ("UPDATE document SET saved = x'00' WHERE code = 2", vec![Repaired::Entries]),
        ("DELETE FROM journal WHERE number % 3 = 0", vec![Repaired::Journal]),
        ("UPDATE journal SET sealed = x'0102' WHERE number % 2 = 0", vec![Repaired::Journal]),
        ("INSERT INTO note_index (note_index) VALUES ('delete-all')", vec![Repaired::SearchIndex]),
        (
            "INSERT INTO note SELECT 999, zeroblob(16), case_id, date, place, text, conflicts, changed_ms FROM note
             LIMIT 1; INSERT INTO tombstone VALUES (zeroblob(16))",
            vec![Repaired::Lists],
        ),
    ] {
        let alice = Person::alice();
        alice.change(sql);
        let mut notebook = alice.open();
        let health = examine(&mut notebook);
        assert_sound(&health);
        assert_eq!(health.repaired.into_iter().collect::<Vec<_>>(), repaired, "{sql}");
        assert_eq!((notes(&notebook), found(&notebook)), (40, 40), "{sql}");
        let again = examine(&mut notebook);
        assert_sound(&again);
        assert!(again.repaired.is_empty(), "{sql}: {:?}", again.repaired);
        // Everything comes from the journal again, wherever it had come from.
        drop(notebook);
        alice.change("DELETE FROM document; DELETE FROM note");
        let mut notebook = alice.open();
        examine(&mut notebook);
        assert_eq!((notes(&notebook), found(&notebook)), (40, 40), "{sql}");
    }
}

#[test]
fn what_nothing_has_any_more_is_named_and_everything_else_is_there() {
    let alice = Person::alice();
    let one = "(SELECT id FROM note WHERE row = 5)";
    alice.change(&format!(
        "UPDATE journal SET sealed = x'01' WHERE entry = {one}; UPDATE document SET saved = x'01' WHERE entry = {one};
         UPDATE attachment_chunk SET sealed = x'01' WHERE number = 1"
    ));
    let mut notebook = alice.open();
    for _ in 0..2 {
        let health = examine(&mut notebook);
        assert_eq!((health.cases, health.notes, health.files), (1, 39, 0));
        let [note, file] = health.aside.as_slice() else {
            unreachable!("{:?}", health.aside)
        };
        assert_eq!(note.kind, AsideKind::Note);
        assert!(note.title.starts_with("2026-11-20 4 지배인이"), "{}", note.title);
        assert_eq!((file.kind, file.title.as_str()), (AsideKind::File, "계약서.pdf"));
        assert_eq!(file.case_title, "로임 사건");
        assert_eq!(notes(&notebook), 40, "nothing was taken away");
    }
}

#[test]
fn a_removed_note_does_not_come_back() {
    let alice = Person::alice();
    let mut notebook = alice.open();
    let case = notebook.cases().unwrap()[0].id;
    let gone = notebook.notes(case).unwrap()[3].id;
    notebook.delete_note(gone).unwrap();
    drop(notebook);
    alice.change("DELETE FROM tombstone");
    let mut notebook = alice.open();
    let health = examine(&mut notebook);
    assert_eq!((health.notes, health.aside.len()), (39, 0));
    assert_eq!(health.repaired.into_iter().collect::<Vec<_>>(), [Repaired::Lists]);
    assert_eq!(notes(&notebook), 39);
}

#[test]
fn a_table_with_a_damaged_page_stands_aside_and_the_notebook_goes_on() {
    let whole = Person::alice();
    let tables = ["document", "note", "case_file", "attachment", "note_index_data"];
    let last = whole.last_pages(&tables);
    assert_eq!(last.len(), tables.len());
    for table in tables {
        for page in [None, Some(last[table])] {
            let alice = whole.copied();
            match page {
                None => alice.damage_root(table),
                Some(page) => alice.flip(page),
            }
            let mut notebook = alice.open();
            let health = examine(&mut notebook);
            assert_sound(&health);
            assert_eq!(health.kept, 1, "{table} {page:?}");
            assert!(!health.repaired.is_empty(), "{table} {page:?}");
            assert_eq!((notes(&notebook), found(&notebook)), (40, 40), "{table} {page:?}");
            let case = notebook.cases().unwrap()[0].id;
            notebook.save_note(&note(case, "새 려권")).unwrap();
            assert_eq!(found(&notebook), 41, "{table} {page:?}");
            drop(notebook);
            let mut notebook = alice.open();
            let again = examine(&mut notebook);
            assert!(again.repaired.is_empty() && again.aside.is_empty() && again.kept == 1);
            assert_eq!(again.notes, 41, "{table} {page:?}");
        }
    }
}

#[test]
fn a_journal_with_a_damaged_page_is_written_anew_from_the_documents_by_another_device() {
    let whole = Person::alice();
    let device = |alice: &Person| -> Vec<u8> {
        let db = alice.tables();
        db.conn()
            .query_row("SELECT device FROM meta", [], |row| row.get(0))
            .unwrap()
    };
    let before = device(&whole);
    let last = whole.last_pages(&["journal"])["journal"];
    for page in [None, Some(last)] {
        let alice = whole.copied();
        match page {
            None => alice.damage_root("journal"),
            Some(page) => alice.flip(page),
        }
        let mut notebook = alice.open();
        let health = examine(&mut notebook);
        assert_sound(&health);
        assert!(health.repaired.contains(&Repaired::Journal));
        drop(notebook);
        assert_ne!(device(&alice), before);
        alice.change("DELETE FROM document; DELETE FROM note");
        let mut notebook = alice.open();
        examine(&mut notebook);
        assert_eq!(notes(&notebook), 40, "{page:?}");
    }
}

#[test]
fn a_damaged_page_of_a_file_leaves_every_other_thing_readable() {
    let alice = Person::alice();
    alice.flip(alice.last_pages(&["attachment_chunk"])["attachment_chunk"]);
    let mut notebook = alice.open();
    let health = examine(&mut notebook);
    assert_eq!((health.notes, health.files, health.broken), (40, 0, 1));
    assert_eq!(health.aside[0].kind, AsideKind::File);
}
