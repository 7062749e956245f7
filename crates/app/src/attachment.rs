//! Attachments of a case.

use base64::{Engine, prelude::BASE64_STANDARD};
use durumi_api::{
    Attachment, AttachmentAdd, AttachmentData, AttachmentDelete, AttachmentFinish, AttachmentList,
    AttachmentRead, AttachmentStart, AttachmentTicket, Done, Failure,
};
use durumi_base::limits::ATTACHMENT_CHUNK_BYTES;
use zeroize::Zeroizing;

use crate::{App, failure::notebook_failure};

impl App {
    /// The attachments of a case.
    pub fn attachment_list(&self, request: AttachmentList) -> Result<Vec<Attachment>, Failure> {
        self.state()
            .notebook()?
            .attachments(request.case_id)
            .map_err(notebook_failure)
    }

    /// Begins to attach a file.
    pub fn attachment_start(&self, request: AttachmentStart) -> Result<AttachmentTicket, Failure> {
        let id = self
            .state()
            .notebook()?
            .start_attachment(&request)
            .map_err(notebook_failure)?;
        let chunk_bytes = u32::try_from(ATTACHMENT_CHUNK_BYTES).map_err(|_| Failure::Internal)?;
        Ok(AttachmentTicket { id, chunk_bytes })
    }

    /// Takes the next chunk of a file.
    pub fn attachment_add(&self, request: AttachmentAdd) -> Result<Done, Failure> {
        let text = Zeroizing::new(request.data);
        let bytes = BASE64_STANDARD.decode(text.as_bytes()).map(Zeroizing::new);
        let bytes = bytes.map_err(|_| Failure::BadRequest {
            what: "data".to_owned(),
        })?;
        self.state()
            .notebook()?
            .add_to_attachment(request.id, &bytes)
            .map_err(notebook_failure)?;
        Ok(Done {})
    }

    /// Ends the file and makes it part of the case.
    pub fn attachment_finish(&self, request: AttachmentFinish) -> Result<Attachment, Failure> {
        self.state()
            .notebook()?
            .finish_attachment(request.id)
            .map_err(notebook_failure)
    }

    /// One chunk of an attachment.
    pub fn attachment_read(&self, request: AttachmentRead) -> Result<AttachmentData, Failure> {
        let mut state = self.state();
        let (bytes, last) = state
            .notebook()?
            .read_attachment(request.id, request.chunk)
            .map_err(notebook_failure)?;
        Ok(AttachmentData {
            data: BASE64_STANDARD.encode(&*bytes),
            last,
        })
    }

    /// Removes an attachment, or stops one that is being handed over.
    pub fn attachment_delete(&self, request: AttachmentDelete) -> Result<Done, Failure> {
        self.state()
            .notebook()?
            .delete_attachment(request.id)
            .map_err(notebook_failure)?;
        Ok(Done {})
    }
}
