//! Attachments: files streamed into the notebook in sealed chunks, and out again one chunk at a time.
//!
//! Whole files are never held in memory. Each chunk is durable before the next is asked for, so that a
//! full disk is noticed early; nothing shows in the case until the last one is.

use durumi_api::{Attachment, AttachmentStart};
use durumi_base::{
    AttachmentId, CaseId,
    limits::{ATTACHMENT_BYTES, ATTACHMENT_CHUNK_BYTES, TITLE_CHARS},
};
use durumi_keys::Segment;
use rusqlite::{OptionalExtension, Row, params};
use zeroize::Zeroizing;

use crate::{CasesError, Notebook, document::EntryCode, notebook::Upload};

const CHUNK: u64 = ATTACHMENT_CHUNK_BYTES as u64;
const SELECT: &str =
    "SELECT id, case_id, name, media_type, size, changed_ms FROM attachment WHERE finished = 1";

impl Notebook {
    /// A case's attachments, the newest first.
    pub fn attachments(&self, case: CaseId) -> Result<Vec<Attachment>, CasesError> {
        let mut statement = self
            .db
            .conn()
            .prepare_cached(&format!("{SELECT} AND case_id = ?1 ORDER BY changed_ms DESC, id"))?;
        let all = statement
            .query_map([case.as_bytes()], attachment)?
            .collect::<Result<_, _>>()?;
        Ok(all)
    }

    /// Begins to take in a file.
    pub fn start_attachment(&mut self, start: &AttachmentStart) -> Result<AttachmentId, CasesError> {
        self.case(start.case_id)?;
        if start.size > ATTACHMENT_BYTES {
            return Err(CasesError::TooLarge);
        }
        let name = file_name(&start.name);
        if name.is_empty() {
            return Err(CasesError::Invalid("name"));
        }
        let id = AttachmentId::from_bytes(self.random.id());
        let (salt, sealer) = self
            .attachment_key
            .sealer(self.random.as_ref(), &self.attachment_data(id));
        let media_type: String = start.media_type.chars().take(TITLE_CHARS).collect();
        let now = self.clock.now_ms();
        self.db.transaction(|tx| {
            tx.execute(
                "INSERT INTO attachment (id, case_id, name, media_type, size, salt, changed_ms, finished)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)",
                params![
                    id.as_bytes(),
                    start.case_id.as_bytes(),
                    name,
                    media_type,
                    signed(start.size)?,
                    salt,
                    now
                ],
            )?;
            Ok::<_, CasesError>(())
        })?;
        self.uploads.insert(
            id,
            Upload {
                sealer,
                size: start.size,
                received: 0,
                chunks: 0,
            },
        );
        Ok(id)
    }

    /// Takes the next chunk: all of [`ATTACHMENT_CHUNK_BYTES`], or the rest of the file.
    pub fn add_to_attachment(&mut self, id: AttachmentId, bytes: &[u8]) -> Result<(), CasesError> {
        let Self { db, uploads, .. } = self;
        let upload = uploads.get_mut(&id).ok_or(CasesError::NotFound)?;
        let left = upload.size - upload.received;
        if bytes.len() as u64 != left.min(CHUNK) || (upload.chunks > 0 && left == 0) {
            return Err(CasesError::Invalid("data"));
        }
        let place = if left <= CHUNK {
            Segment::Last
        } else {
            Segment::More
        };
        let sealed = upload
            .sealer
            .seal(bytes, place)
            .map_err(|_| CasesError::TooLarge)?;
        let number = upload.chunks;
        let result = db.transaction(|tx| {
            tx.execute(
                "INSERT INTO attachment_chunk (attachment, number, sealed) VALUES (?1, ?2, ?3)",
                params![id.as_bytes(), number, sealed],
            )?;
            Ok(())
        });
        if result.is_err() {
            // The sealer has counted a chunk that is not there: this upload cannot go on.
            self.abandon_attachment(id);
            return result;
        }
        upload.received += bytes.len() as u64;
        upload.chunks += 1;
        Ok(())
    }

    /// Ends the file and makes it part of its case.
    pub fn finish_attachment(&mut self, id: AttachmentId) -> Result<Attachment, CasesError> {
        let upload = self.uploads.get(&id).ok_or(CasesError::NotFound)?;
        if upload.received != upload.size {
            return Err(CasesError::Invalid("data"));
        }
        if upload.chunks == 0 {
            self.add_to_attachment(id, &[])?;
        }
        self.uploads.remove(&id);
        let row: (Vec<u8>, String, String, i64, Vec<u8>) = self.db.conn().query_row(
            "SELECT case_id, name, media_type, size, salt FROM attachment WHERE id = ?1",
            [id.as_bytes()],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
        )?;
        let (case, name, media, size, salt) = row;
        let now = self.clock.now_ms();
        self.edit(EntryCode::Attachment, id.as_bytes(), |edit| {
            edit.bytes("case", &case);
            edit.string("name", &name);
            edit.string("media", &media);
            edit.integer("size", size);
            edit.bytes("salt", &salt);
            edit.integer("changed", now);
        })?;
        self.attachment(id)
    }

    /// One attachment.
    pub fn attachment(&self, id: AttachmentId) -> Result<Attachment, CasesError> {
        let mut statement = self.db.conn().prepare_cached(&format!("{SELECT} AND id = ?1"))?;
        statement
            .query_row([id.as_bytes()], attachment)
            .optional()?
            .ok_or(CasesError::NotFound)
    }

    /// One chunk of an attachment, and whether it is the last.
    pub fn read_attachment(
        &self,
        id: AttachmentId,
        chunk: u32,
    ) -> Result<(Zeroizing<Vec<u8>>, bool), CasesError> {
        let chunks = self.attachment(id)?.chunks;
        if chunk >= chunks {
            return Err(CasesError::NotFound);
        }
        let (salt, sealed): ([u8; 32], Vec<u8>) = self
            .db
            .conn()
            .query_row(
                "SELECT salt, sealed FROM attachment JOIN attachment_chunk ON attachment = id
                 WHERE id = ?1 AND number = ?2",
                params![id.as_bytes(), chunk],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?
            .ok_or(CasesError::NotArrived)?;
        let last = chunk + 1 == chunks;
        let place = if last { Segment::Last } else { Segment::More };
        let opener = self.attachment_key.opener(&salt, &self.attachment_data(id));
        let plain = opener
            .open(chunk, place, &sealed)
            .map_err(|_| CasesError::Damaged)?;
        Ok((plain, last))
    }

    /// Removes an attachment, finished or still being handed over.
    pub fn delete_attachment(&mut self, id: AttachmentId) -> Result<(), CasesError> {
        if self.uploads.contains_key(&id) {
            self.abandon_attachment(id);
            return Ok(());
        }
        self.attachment(id)?;
        self.bury(&[(EntryCode::Attachment, *id.as_bytes())])
    }

    /// Forgets an upload. If its chunks cannot be removed now, the next opening does it.
    fn abandon_attachment(&mut self, id: AttachmentId) {
        self.uploads.remove(&id);
        let _ = self
            .db
            .transaction(|tx| crate::projection::remove(tx, id.as_bytes()));
    }
}

fn attachment(row: &Row<'_>) -> rusqlite::Result<Attachment> {
    let size = u64::try_from(row.get::<_, i64>(4)?).unwrap_or(0);
    Ok(Attachment {
        id: AttachmentId::from_bytes(row.get(0)?),
        case_id: CaseId::from_bytes(row.get(1)?),
        name: row.get(2)?,
        media_type: row.get(3)?,
        size,
        chunks: u32::try_from(size.div_ceil(CHUNK).max(1)).unwrap_or(u32::MAX),
        added_ms: row.get(5)?,
    })
}

fn signed(size: u64) -> Result<i64, CasesError> {
    i64::try_from(size).map_err(|_| CasesError::TooLarge)
}

/// The last part of a path written for any system, without what a screen cannot show.
fn file_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars()
        .filter(|letter| !letter.is_control())
        .take(TITLE_CHARS)
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_name_of_a_file_is_kept() {
        assert_eq!(file_name("/home/kim/사진.jpg"), "사진.jpg");
        assert_eq!(file_name(r"C:\Users\Kim\договор.pdf"), "договор.pdf");
        assert_eq!(file_name("a\u{0}\nb"), "ab");
        assert_eq!(file_name("folder/"), "");
    }
}
