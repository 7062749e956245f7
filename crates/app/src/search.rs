//! Searching everything at once.

use durumi_api::{Failure, LibrarySearch, Search, SearchHit};
use durumi_base::limits::SEARCH_RESULTS;

use crate::{App, failure::notebook_failure, state::State};

impl App {
    /// Searches the library.
    pub fn library_search(&self, request: LibrarySearch) -> Result<Vec<SearchHit>, Failure> {
        let limit = allowed(request.limit);
        self.read_library(|library| library.search(&request.query, limit, request.language))
    }

    /// Searches the library and, when it is open, the notebook: one list, best first.
    ///
    /// Of what was found in the same way, what a person wrote comes first, as they know what they are looking for;
    /// at most half of the list, so that it never hides the library.
    pub fn search(&self, request: Search) -> Result<Vec<SearchHit>, Failure> {
        let limit = allowed(request.limit);
        let query = self.state().library()?.query(&request.query);
        let mut hits = match &*self.state() {
            State::Unlocked(unlocked) => unlocked
                .notebook
                .search(&query, limit.div_ceil(2))
                .map_err(notebook_failure)?,
            State::Reading(_) | State::Locked(_) => Vec::new(),
        };
        let left = limit.saturating_sub(u32::try_from(hits.len()).unwrap_or(limit));
        hits.extend(self.read_library(|library| library.search_by_class(&query, left, request.language))?);
        hits.sort_by_key(|(class, _)| *class);
        Ok(hits.into_iter().map(|(_, hit)| hit).collect())
    }
}

fn allowed(limit: u32) -> u32 {
    limit.min(u32::try_from(SEARCH_RESULTS).unwrap_or(u32::MAX))
}
