//! Notes of a case.

use durumi_api::{Done, Failure, Note, NoteDelete, NoteSave, NoteShow};

use crate::{App, failure::notebook_failure};

impl App {
    /// Writes a note. When this returns, the note is on the disk.
    pub fn note_save(&self, request: NoteSave) -> Result<Note, Failure> {
        self.state()
            .notebook()?
            .save_note(&request)
            .map_err(notebook_failure)
    }

    /// One note.
    pub fn note_show(&self, request: NoteShow) -> Result<Note, Failure> {
        self.state()
            .notebook()?
            .note(request.note_id)
            .map_err(notebook_failure)
    }

    /// Removes a note.
    pub fn note_delete(&self, request: NoteDelete) -> Result<Done, Failure> {
        self.state()
            .notebook()?
            .delete_note(request.note_id)
            .map_err(notebook_failure)?;
        Ok(Done {})
    }
}
