//! Erasing everything: the keys first, then the files.
//!
//! Once the keys file is overwritten where it stands, nothing that is left can be read by anybody, also if the
//! program is ended now. Removing the files only gives their room back; overwriting them was rejected, because it takes
//! minutes and on flash memory does not reach the old blocks.

use durumi_api::{AppState, EraseEverything, Failure};

use crate::{App, folder::Access, state::State};

/// What a request must say.
const WORD: &str = "erase";

impl App {
    /// Destroys the keys of both notebooks and of the library, and removes the files. Nothing brings them back.
    pub fn erase_everything(&self, request: EraseEverything) -> Result<AppState, Failure> {
        if request.word != WORD {
            return Err(Failure::BadRequest {
                what: "word".to_owned(),
            });
        }
        self.stop_working();
        let mut state = self.state();
        self.hold_folder()?;
        self.folder.destroy_keys(self.random.as_ref())?;
        // Closes the files. What closing still writes, nobody can read.
        *state = State::Locked(None);
        self.folder.remove_everything()?;
        *state = crate::state::initial(&self.folder, Access::Write)?;
        Ok(state.describe(&self.folder))
    }
}
