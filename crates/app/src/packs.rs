//! The packs that are here: what the last update changed, and removing what nobody lists any more.

use durumi_api::{Done, Failure, InstalledPack, PackList, PackRemove};

use crate::{App, failure::library_failure, pack::listed};

impl App {
    /// All of them, in the order in which they are read.
    pub fn pack_list(&self, request: PackList) -> Result<Vec<InstalledPack>, Failure> {
        self.read_library(|library| {
            let mut packs = Vec::new();
            for about in library.packs(request.language)? {
                let history = library
                    .pack_history(&about.id, request.language)?
                    .unwrap_or_default();
                packs.push(InstalledPack {
                    id: about.id,
                    title: about.title,
                    version: about.version,
                    checked_on: about.checked_on,
                    withdrawn: history.withdrawn,
                    before: history.before,
                    changes: listed(history.changes),
                });
            }
            Ok(packs)
        })
    }

    /// Removes one that is withdrawn.
    pub fn pack_remove(&self, request: PackRemove) -> Result<Done, Failure> {
        let mut state = self.state();
        let open = state.shelf_mut()?;
        if !open.is_durable() {
            return Err(Failure::NotWritable);
        }
        let removed = open
            .library
            .remove_withdrawn(&request.id)
            .map_err(library_failure);
        self.remake_if_damaged(&mut state, removed)?;
        Ok(Done {})
    }
}
