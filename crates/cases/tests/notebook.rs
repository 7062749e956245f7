//! A notebook from the outside: what is written is found again, also after a crash and a rebuild.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::{fs, path::PathBuf, sync::Arc};

use durumi_api::{AttachmentStart, NoteSave, SearchHit};
use durumi_base::{CaseId, FixedClock, limits::ATTACHMENT_CHUNK_BYTES};
use durumi_cases::{CasesError, Notebook};
use durumi_keys::{MasterKey, SystemRandom};
use durumi_lang::Query;
use durumi_store::{Member, Twins};
use tempfile::TempDir;

/// A person with a notebook on a disk.
struct Person {
    folder: TempDir,
    master: MasterKey,
}

impl Person {
    fn alice() -> (Person, Notebook) {
        let alice = Person {
            folder: tempfile::tempdir().unwrap(),
            master: MasterKey::make(&SystemRandom),
        };
        alice.twins().make(&SystemRandom).unwrap();
        let notebook =
            Notebook::create(alice.twins(), &alice.master, clock(), Arc::new(SystemRandom)).unwrap();
        (alice, notebook)
    }

    fn open(&self) -> Result<Notebook, CasesError> {
        Notebook::open(self.twins(), &self.master, clock(), Arc::new(SystemRandom))
    }

    fn twins(&self) -> Twins {
        let other = self.folder.path().join("notebook-2");
        Twins::new([self.path(), other], Member::First)
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("notebook-1")
    }
}

fn clock() -> Arc<FixedClock> {
    Arc::new(FixedClock(1_795_500_000_000))
}

fn search(notebook: &Notebook, typed: &str) -> Vec<SearchHit> {
    let hits = notebook.search(&Query::parse(typed), 10).unwrap();
    hits.into_iter().map(|(_, hit)| hit).collect()
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

#[test]
fn a_note_is_found_again_after_closing_and_opening() {
    let (alice, mut notebook) = Person::alice();
    let case = notebook.create_case("로임 사건").unwrap();
    notebook
        .save_note(&note(case.id, "지배인이 려권을 가져갔다."))
        .unwrap();
    notebook
        .save_note(&note(case.id, "Начальник забрал паспорт."))
        .unwrap();
    drop(notebook);
    let notebook = alice.open().unwrap();
    for (query, expected) in [
        ("려권", "지배인이 려권을 가져갔다."),
        ("паспорт", "Начальник забрал паспорт."),
    ] {
        let hits = search(&notebook, query);
        let text: String = hits[0].snippet.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(text, expected);
        assert_eq!(hits[0].title, "로임 사건");
    }
    let view = notebook.case_view(case.id).unwrap();
    assert_eq!((view.notes.len(), view.case.notes), (2, 2));
    notebook.check().unwrap();
}

#[test]
fn an_edited_note_has_its_new_words_and_not_its_old_ones() {
    let (_alice, mut notebook) = Person::alice();
    let case = notebook.create_case("사건").unwrap();
    let first = notebook
        .save_note(&note(case.id, "모스크바에서 일했다."))
        .unwrap();
    let changed = NoteSave {
        note_id: Some(first.id),
        ..note(case.id, "치따에서 일했다.")
    };
    notebook.save_note(&changed).unwrap();
    assert_eq!(notebook.notes(case.id).unwrap().len(), 1);
    assert_eq!(search(&notebook, "치따").len(), 1);
    assert!(search(&notebook, "모스크바").is_empty());
}

#[test]
fn a_deleted_note_is_gone_and_stays_gone_after_a_rebuild() {
    let (_alice, mut notebook) = Person::alice();
    let case = notebook.create_case("사건").unwrap();
    let gone = notebook.save_note(&note(case.id, "이름을 쓰지 말것")).unwrap();
    let kept = notebook.save_note(&note(case.id, "남는 글")).unwrap();
    notebook.delete_note(gone.id).unwrap();
    assert_eq!(notebook.rebuild().unwrap(), 0);
    let left: Vec<_> = notebook
        .notes(case.id)
        .unwrap()
        .into_iter()
        .map(|note| note.id)
        .collect();
    assert_eq!(left, [kept.id]);
    assert!(search(&notebook, "이름").is_empty());
    assert!(matches!(notebook.delete_note(gone.id), Err(CasesError::NotFound)));
}

#[test]
fn everything_can_be_made_again_from_the_journal() {
    let (_alice, mut notebook) = Person::alice();
    let case = notebook.create_case("사건").unwrap();
    notebook.rename_case(case.id, "새 제목").unwrap();
    let first = notebook.save_note(&note(case.id, "첫 글")).unwrap();
    notebook
        .save_note(&NoteSave {
            note_id: Some(first.id),
            ..note(case.id, "고친 첫 글")
        })
        .unwrap();
    attach(&mut notebook, case.id, b"file");
    let before = serde_json::to_string(&notebook.case_view(case.id).unwrap()).unwrap();
    assert_eq!(notebook.rebuild().unwrap(), 0);
    assert_eq!(
        serde_json::to_string(&notebook.case_view(case.id).unwrap()).unwrap(),
        before
    );
    assert_eq!(search(&notebook, "고친").len(), 1);
}

#[test]
fn deleting_a_case_deletes_what_is_in_it() {
    let (_alice, mut notebook) = Person::alice();
    let case = notebook.create_case("사건").unwrap();
    let written = notebook.save_note(&note(case.id, "글")).unwrap();
    let file = attach(&mut notebook, case.id, &[7; 1000]);
    notebook.delete_case(case.id).unwrap();
    assert!(notebook.cases().unwrap().is_empty());
    assert!(matches!(notebook.note(written.id), Err(CasesError::NotFound)));
    assert!(matches!(
        notebook.read_attachment(file, 0),
        Err(CasesError::NotFound)
    ));
}

fn attach(notebook: &mut Notebook, case_id: CaseId, bytes: &[u8]) -> durumi_base::AttachmentId {
    let start = AttachmentStart {
        case_id,
        name: "/tmp/계약서.txt".into(),
        media_type: "text/plain".into(),
        size: bytes.len() as u64,
    };
    let id = notebook.start_attachment(&start).unwrap();
    for chunk in bytes.chunks(ATTACHMENT_CHUNK_BYTES) {
        notebook.add_to_attachment(id, chunk).unwrap();
    }
    assert_eq!(notebook.finish_attachment(id).unwrap().name, "계약서.txt");
    id
}

#[test]
fn files_of_any_length_come_out_as_they_went_in() {
    let (alice, mut notebook) = Person::alice();
    let case = notebook.create_case("사건").unwrap();
    let chunk = ATTACHMENT_CHUNK_BYTES;
    let mut ids = Vec::new();
    for length in [0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk] {
        let bytes: Vec<u8> = (0..length).map(|n| u8::try_from(n % 251).unwrap()).collect();
        ids.push((attach(&mut notebook, case.id, &bytes), bytes));
    }
    drop(notebook);
    let notebook = alice.open().unwrap();
    for (id, bytes) in ids {
        let mut read = Vec::new();
        for chunk in 0.. {
            let (piece, last) = notebook.read_attachment(id, chunk).unwrap();
            read.extend_from_slice(&piece);
            if last {
                break;
            }
        }
        assert!(read == bytes, "{} bytes", bytes.len());
    }
}

#[test]
fn a_wrong_chunk_is_refused_and_an_unfinished_file_is_gone_after_opening() {
    let (alice, mut notebook) = Person::alice();
    let case = notebook.create_case("사건").unwrap();
    let start = AttachmentStart {
        case_id: case.id,
        name: "a".into(),
        media_type: String::new(),
        size: 10,
    };
    let id = notebook.start_attachment(&start).unwrap();
    assert!(matches!(
        notebook.add_to_attachment(id, &[0; 9]),
        Err(CasesError::Invalid(_))
    ));
    assert!(matches!(
        notebook.finish_attachment(id),
        Err(CasesError::Invalid(_))
    ));
    notebook.add_to_attachment(id, &[0; 10]).unwrap();
    assert!(notebook.attachments(case.id).unwrap().is_empty());
    drop(notebook);
    let mut notebook = alice.open().unwrap();
    assert!(matches!(
        notebook.finish_attachment(id),
        Err(CasesError::NotFound)
    ));
    assert!(notebook.attachments(case.id).unwrap().is_empty());
}

#[test]
fn texts_that_are_empty_or_too_long_are_refused_by_name() {
    let (_alice, mut notebook) = Person::alice();
    assert!(matches!(
        notebook.create_case("  "),
        Err(CasesError::Invalid("title"))
    ));
    assert!(matches!(
        notebook.create_case(&"가".repeat(201)),
        Err(CasesError::TooLarge)
    ));
    let case = notebook.create_case("사건").unwrap();
    assert!(matches!(
        notebook.save_note(&note(case.id, " \n")),
        Err(CasesError::Invalid("text"))
    ));
    assert!(matches!(
        notebook.save_note(&note(case.id, &"가".repeat(100_001))),
        Err(CasesError::TooLarge)
    ));
    let nowhere = CaseId::from_bytes([9; 16]);
    assert!(matches!(
        notebook.save_note(&note(nowhere, "글")),
        Err(CasesError::NotFound)
    ));
}

#[test]
fn no_word_of_a_note_or_file_is_on_the_disk() {
    let (alice, mut notebook) = Person::alice();
    let case = notebook.create_case("canarytitle").unwrap();
    notebook.save_note(&note(case.id, "canarynote 카나리아")).unwrap();
    attach(&mut notebook, case.id, &b"canaryfile ".repeat(1000));
    let mut read = 0;
    for file in fs::read_dir(alice.folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        for canary in ["canarytitle", "canarynote", "canaryfile", "카나리아", "계약서"] {
            assert!(
                !bytes
                    .windows(canary.len())
                    .any(|window| window == canary.as_bytes()),
                "{canary}"
            );
        }
        read += bytes.len();
    }
    assert!(read > 10_000, "the log was read while it was open");
}

#[test]
fn a_mistyped_word_and_a_wrong_keyboard_find_notes() {
    let (_alice, mut notebook) = Person::alice();
    let case = notebook.create_case("로임 사건").unwrap();
    for text in [
        "지배인이 려권을 가져갔다.",
        "Начальник забрал паспорт.",
        "오늘은 쉬는 날이다.",
    ] {
        notebook.save_note(&note(case.id, text)).unwrap();
    }
    for (query, expected) in [
        ("여권을", "려권"),
        ("지베인이", "지배인이"),
        ("паспорд", "паспорт"),
        ("gfcgjhn", "паспорт"),
        ("fuRnjs", "려권"),
    ] {
        let hits = search(&notebook, query);
        let shown: String = hits
            .first()
            .map(|hit| hit.snippet.iter().map(|piece| piece.text.as_str()).collect())
            .unwrap_or_default();
        assert!(shown.contains(expected), "{query}: {hits:?}");
    }
    assert!(search(&notebook, "адвокат").is_empty());
    notebook.save_note(&note(case.id, "Звонил адвокат.")).unwrap();
    assert_eq!(
        search(&notebook, "адвакат").len(),
        1,
        "the words are those of before"
    );
}

#[test]
fn the_pieces_of_the_index_are_joined_when_the_notebook_is_opened() {
    let (alice, mut notebook) = Person::alice();
    let case = notebook.create_case("사건").unwrap();
    for number in 0..200 {
        notebook
            .save_note(&note(case.id, &format!("запись{number} 경찰")))
            .unwrap();
    }
    drop(notebook);
    let pieces = || -> u32 {
        let key = alice.master.derive_database_key();
        let db = durumi_store::Database::open(
            &alice.path(),
            &key,
            &durumi_cases::SCHEMA,
            &[durumi_cases::ANALYSER],
        )
        .unwrap();
        let count = "SELECT count(DISTINCT segid) FROM note_index_idx";
        db.conn().query_row(count, [], |row| row.get(0)).unwrap()
    };
    assert!(pieces() > 6);
    let notebook = alice.open().unwrap();
    assert_eq!(search(&notebook, "경찰").len(), 10);
    drop(notebook);
    assert_eq!(pieces(), 1);
}
