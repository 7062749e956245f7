//! Cases of the notebook.

use durumi_api::{Case, CaseCreate, CaseDelete, CaseList, CaseRename, CaseShow, CaseView, Done, Failure};

use crate::{App, failure::notebook_failure};

impl App {
    /// All cases.
    pub fn case_list(&self, _request: CaseList) -> Result<Vec<Case>, Failure> {
        self.state().notebook()?.cases().map_err(notebook_failure)
    }

    /// Begins a case.
    pub fn case_create(&self, request: CaseCreate) -> Result<Case, Failure> {
        self.state()
            .notebook()?
            .create_case(&request.title)
            .map_err(notebook_failure)
    }

    /// Gives a case another title.
    pub fn case_rename(&self, request: CaseRename) -> Result<Case, Failure> {
        self.state()
            .notebook()?
            .rename_case(request.case_id, &request.title)
            .map_err(notebook_failure)
    }

    /// One case with what is in it.
    pub fn case_show(&self, request: CaseShow) -> Result<CaseView, Failure> {
        self.state()
            .notebook()?
            .case_view(request.case_id)
            .map_err(notebook_failure)
    }

    /// Removes a case with everything in it.
    pub fn case_delete(&self, request: CaseDelete) -> Result<Done, Failure> {
        self.state()
            .notebook()?
            .delete_case(request.case_id)
            .map_err(notebook_failure)?;
        Ok(Done {})
    }
}
