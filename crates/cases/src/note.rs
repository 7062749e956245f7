//! Notes on a case's timeline.

use durumi_api::{Note, NoteSave};
use durumi_base::{
    CaseId, EntryId,
    limits::{NOTE_CHARS, TITLE_CHARS},
};
use rusqlite::{OptionalExtension, Row};

use crate::{CasesError, Notebook, document::EntryCode};

const SELECT: &str = "SELECT id, case_id, date, place, text, conflicts, changed_ms FROM note";

impl Notebook {
    /// A case's notes: the latest day first, those without a day at the end.
    pub fn notes(&self, case: CaseId) -> Result<Vec<Note>, CasesError> {
        let mut statement = self.db.conn().prepare_cached(&format!(
            "{SELECT} WHERE case_id = ?1 ORDER BY date DESC, changed_ms DESC, id"
        ))?;
        let notes = statement
            .query_map([case.as_bytes()], note)?
            .collect::<Result<_, _>>()?;
        Ok(notes)
    }

    /// One note.
    pub fn note(&self, id: EntryId) -> Result<Note, CasesError> {
        let mut statement = self
            .db
            .conn()
            .prepare_cached(&format!("{SELECT} WHERE id = ?1"))?;
        statement
            .query_row([id.as_bytes()], note)
            .optional()?
            .ok_or(CasesError::NotFound)
    }

    /// Writes a new note or changes one. When this returns, the note is on the disk.
    pub fn save_note(&mut self, save: &NoteSave) -> Result<Note, CasesError> {
        self.case(save.case_id)?;
        if let Some(id) = save.note_id
            && self.note(id)?.case_id != save.case_id
        {
            return Err(CasesError::NotFound);
        }
        if save.text.trim().is_empty() {
            return Err(CasesError::Invalid("text"));
        }
        if save.text.chars().count() > NOTE_CHARS || save.place.chars().count() > TITLE_CHARS {
            return Err(CasesError::TooLarge);
        }
        let id = save
            .note_id
            .unwrap_or_else(|| EntryId::from_bytes(self.random.id()));
        let date = save.date.map(|date| date.to_string()).unwrap_or_default();
        let now = self.clock.now_ms();
        self.edit(EntryCode::Note, id.as_bytes(), |edit| {
            edit.bytes("case", save.case_id.as_bytes());
            edit.string("date", &date);
            edit.string("place", save.place.trim());
            edit.text("text", &save.text);
            edit.integer("changed", now);
        })?;
        self.note(id)
    }

    /// Removes a note.
    pub fn delete_note(&mut self, id: EntryId) -> Result<(), CasesError> {
        self.note(id)?;
        self.bury(&[(EntryCode::Note, *id.as_bytes())])
    }
}

fn note(row: &Row<'_>) -> rusqlite::Result<Note> {
    let [date, conflicts]: [String; 2] = [row.get(2)?, row.get(5)?];
    Ok(Note {
        id: EntryId::from_bytes(row.get(0)?),
        case_id: CaseId::from_bytes(row.get(1)?),
        date: date.parse().ok(),
        place: row.get(3)?,
        text: row.get(4)?,
        conflicts: serde_json::from_str(&conflicts).unwrap_or_default(),
        changed_ms: row.get(6)?,
    })
}
