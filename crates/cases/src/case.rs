//! Cases.

use durumi_api::{Case, CaseView};
use durumi_base::{CaseId, limits::TITLE_CHARS};
use rusqlite::{OptionalExtension, Row};

use crate::{CasesError, Notebook, document::EntryCode};

const SELECT: &str = "
    SELECT id, title, other_titles,
           (SELECT count(*) FROM note WHERE note.case_id = case_file.id),
           (SELECT count(*) FROM attachment WHERE attachment.case_id = case_file.id AND finished = 1),
           max(case_file.changed_ms,
               coalesce((SELECT max(changed_ms) FROM note WHERE note.case_id = case_file.id), 0),
               coalesce((SELECT max(changed_ms) FROM attachment WHERE attachment.case_id = case_file.id), 0)) AS changed
    FROM case_file";

impl Notebook {
    /// All cases, the one changed last first.
    pub fn cases(&self) -> Result<Vec<Case>, CasesError> {
        let mut statement = self
            .db
            .conn()
            .prepare_cached(&format!("{SELECT} ORDER BY changed DESC, id"))?;
        let cases = statement.query_map([], case)?.collect::<Result<_, _>>()?;
        Ok(cases)
    }

    /// One case.
    pub fn case(&self, id: CaseId) -> Result<Case, CasesError> {
        let mut statement = self
            .db
            .conn()
            .prepare_cached(&format!("{SELECT} WHERE id = ?1"))?;
        statement
            .query_row([id.as_bytes()], case)
            .optional()?
            .ok_or(CasesError::NotFound)
    }

    /// One case with what is in it.
    pub fn case_view(&self, id: CaseId) -> Result<CaseView, CasesError> {
        Ok(CaseView {
            case: self.case(id)?,
            notes: self.notes(id)?,
            attachments: self.attachments(id)?,
        })
    }

    /// Begins a case.
    pub fn create_case(&mut self, title: &str) -> Result<Case, CasesError> {
        let id = CaseId::from_bytes(self.random.id());
        self.write_title(id, title)?;
        self.case(id)
    }

    /// Gives a case another title; with it, the person has chosen among titles in conflict.
    pub fn rename_case(&mut self, id: CaseId, title: &str) -> Result<Case, CasesError> {
        self.case(id)?;
        self.write_title(id, title)?;
        self.case(id)
    }

    /// Removes a case with everything in it.
    pub fn delete_case(&mut self, id: CaseId) -> Result<(), CasesError> {
        let view = self.case_view(id)?;
        let notes = view
            .notes
            .iter()
            .map(|note| (EntryCode::Note, *note.id.as_bytes()));
        let files = view
            .attachments
            .iter()
            .map(|file| (EntryCode::Attachment, *file.id.as_bytes()));
        let all: Vec<_> = notes
            .chain(files)
            .chain([(EntryCode::Case, *id.as_bytes())])
            .collect();
        self.bury(&all)
    }

    fn write_title(&mut self, id: CaseId, title: &str) -> Result<(), CasesError> {
        let title = title.trim();
        if title.is_empty() {
            return Err(CasesError::Invalid("title"));
        }
        if title.chars().count() > TITLE_CHARS {
            return Err(CasesError::TooLarge);
        }
        let now = self.clock.now_ms();
        self.edit(EntryCode::Case, id.as_bytes(), |edit| {
            edit.string("title", title);
            edit.integer("changed", now);
        })
    }
}

fn case(row: &Row<'_>) -> rusqlite::Result<Case> {
    let other_titles: String = row.get(2)?;
    Ok(Case {
        id: CaseId::from_bytes(row.get(0)?),
        title: row.get(1)?,
        conflicts: serde_json::from_str(&other_titles).unwrap_or_default(),
        notes: row.get(3)?,
        attachments: row.get(4)?,
        changed_ms: row.get(5)?,
    })
}
