//! Time limits: reading them, and counting one from a day.

use durumi_api::{Deadline, DeadlineCount, DeadlineDay, DeadlineList, Failure};

use crate::App;

impl App {
    /// All time limits.
    pub fn deadline_list(&self, request: DeadlineList) -> Result<Vec<Deadline>, Failure> {
        self.read_library(|library| library.deadlines(request.language, self.today(library)?))
    }

    /// The last day of one.
    pub fn deadline_count(&self, request: DeadlineCount) -> Result<DeadlineDay, Failure> {
        self.read_library(|library| library.count_deadline(&request.id, request.from, self.today(library)?))?
            .ok_or(Failure::NotFound)?
            .ok_or(Failure::BadRequest {
                what: "from".to_owned(),
            })
    }
}
