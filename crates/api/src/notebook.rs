//! Requests and replies about the notebook and the state of the program.

use durumi_base::{AttachmentId, CaseId, Date, EntryId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for [`AppState`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AppStateAsk {}

/// What the program is showing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AppState {
    /// Reading, locked or unlocked.
    pub mode: AppMode,
    /// Whether the library can be read now. False when it is closed and the notebook locked.
    pub library_open: bool,
    /// True when this program trusts packs that anybody can sign: it was built for trying out.
    pub development_keys: bool,
    /// What the person should know about the files here.
    pub notices: Vec<Notice>,
}

/// Something about the files that stops nothing and should be known.
///
/// Each has a message in every language, `notice-<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// The library was damaged or gone, and was made again from the pack inside the program.
    LibraryRemade,
    /// The keys file is damaged somewhere.
    KeysDamaged,
    /// One of the notebook files is not there.
    NotebookMissing,
    /// A recovery code or shares were made a week ago or more and never tried since.
    RecoveryDrill,
}

impl Notice {
    /// The message in `locales/*/errors.ftl`, such as `notice-library-remade`.
    pub fn message_id(self) -> &'static str {
        match self {
            Notice::LibraryRemade => "notice-library-remade",
            Notice::KeysDamaged => "notice-keys-damaged",
            Notice::NotebookMissing => "notice-notebook-missing",
            Notice::RecoveryDrill => "notice-recovery-drill",
        }
    }
}

/// The three states of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AppMode {
    /// No notebook here. The library is read from memory and nothing is on the disk.
    Reading,
    /// There is a notebook, and it is closed.
    Locked,
    /// The notebook is open.
    Unlocked,
}

/// Asks for [`Strength`].
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PassphraseStrength {
    /// The passphrase as typed so far.
    pub passphrase: String,
}

/// How hard a passphrase is to guess.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Strength {
    /// 0 (guessed at once) to 4 (not guessed in a lifetime).
    #[ts(type = "number")]
    pub score: u8,
    /// Whether a notebook may be made with it.
    pub allowed: bool,
}

/// Makes the notebook.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotebookCreate {
    /// The passphrase.
    pub passphrase: String,
    /// Who may read the library on this computer from now on.
    pub shelf: Shelf,
}

/// Who may read the library on this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Shelf {
    /// Anyone at this computer.
    Open,
    /// Only who knows the passphrase.
    Closed,
}

/// Opens the notebook.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotebookUnlock {
    /// The passphrase.
    pub passphrase: String,
}

/// Closes the notebook.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotebookLock {}

/// The reply of a command that has nothing else to say: it is done, and durable.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Done {}

/// Asks for every [`Case`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseList {}

/// A case: one person's matter, with everything that belongs to it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Case {
    /// Its id.
    #[ts(as = "String")]
    pub id: CaseId,
    /// Its title.
    pub title: String,
    /// Titles given on another device at the same time, if any.
    pub conflicts: Vec<FieldConflict>,
    /// How many notes it has.
    #[ts(type = "number")]
    pub notes: u32,
    /// How many attachments it has.
    #[ts(type = "number")]
    pub attachments: u32,
    /// When anything in it was changed last, in milliseconds since 1970.
    #[ts(type = "number")]
    pub changed_ms: i64,
}

/// A field that was given different values on two devices at the same time. None was lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldConflict {
    /// The field: `title`, `date` or `place`.
    pub field: String,
    /// All its values; the first is the one shown.
    pub values: Vec<ConflictValue>,
}

/// One of the values of a [`FieldConflict`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConflictValue {
    /// The value.
    pub text: String,
}

/// Begins a case.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseCreate {
    /// Its title, 1–200 characters.
    pub title: String,
}

/// Gives a case another title.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseRename {
    /// Which case.
    #[ts(as = "String")]
    pub case_id: CaseId,
    /// Its title, 1–200 characters.
    pub title: String,
}

/// Asks for a [`CaseView`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseShow {
    /// Which case.
    #[ts(as = "String")]
    pub case_id: CaseId,
}

/// Removes a case.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseDelete {
    /// Which case.
    #[ts(as = "String")]
    pub case_id: CaseId,
}

/// A case with what is in it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseView {
    /// The case.
    pub case: Case,
    /// Its notes: the latest day first, those without a day at the end.
    pub notes: Vec<Note>,
    /// Its attachments: the newest first.
    pub attachments: Vec<Attachment>,
}

/// A note on a case's timeline.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// Its id.
    #[ts(as = "String")]
    pub id: EntryId,
    /// The case it is in.
    #[ts(as = "String")]
    pub case_id: CaseId,
    /// The day it tells of.
    #[ts(as = "Option<String>")]
    pub date: Option<Date>,
    /// Where it happened; may be empty.
    pub place: String,
    /// What happened.
    pub text: String,
    /// Fields given different values on another device at the same time, if any.
    pub conflicts: Vec<FieldConflict>,
    /// When it was changed last, in milliseconds since 1970.
    #[ts(type = "number")]
    pub changed_ms: i64,
}

/// Writes a note.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteSave {
    /// The case it is in.
    #[ts(as = "String")]
    pub case_id: CaseId,
    /// The note to change; none for a new one.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub note_id: Option<EntryId>,
    /// The day it tells of.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub date: Option<Date>,
    /// Where it happened, at most 200 characters; may be empty.
    #[serde(default)]
    pub place: String,
    /// What happened, 1–100,000 characters.
    pub text: String,
}

/// Asks for a [`Note`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteShow {
    /// Which note.
    #[ts(as = "String")]
    pub note_id: EntryId,
}

/// Removes a note.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteDelete {
    /// Which note.
    #[ts(as = "String")]
    pub note_id: EntryId,
}

/// A file in a case.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    /// Its id.
    #[ts(as = "String")]
    pub id: AttachmentId,
    /// The case it is in.
    #[ts(as = "String")]
    pub case_id: CaseId,
    /// Its file name, without any folder.
    pub name: String,
    /// Its media type as given, such as `image/jpeg`. Only `image/png`, `image/jpeg`, `image/webp` and
    /// `text/plain` are shown; the rest is kept.
    pub media_type: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// How many chunks [`AttachmentRead`] can ask for.
    #[ts(type = "number")]
    pub chunks: u32,
    /// When it was attached, in milliseconds since 1970.
    #[ts(type = "number")]
    pub added_ms: i64,
}

/// Asks for the attachments of a case.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentList {
    /// Which case.
    #[ts(as = "String")]
    pub case_id: CaseId,
}

/// Begins to attach a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentStart {
    /// The case.
    #[ts(as = "String")]
    pub case_id: CaseId,
    /// The file's name; any folder before it is dropped.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes, at most 512 MiB.
    #[ts(type = "number")]
    pub size: u64,
}

/// Permission to hand over a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentTicket {
    /// The id the attachment will have.
    #[ts(as = "String")]
    pub id: AttachmentId,
    /// The size of every chunk but the last, in bytes.
    #[ts(type = "number")]
    pub chunk_bytes: u32,
}

/// Hands over the next chunk.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentAdd {
    /// From the ticket.
    #[ts(as = "String")]
    pub id: AttachmentId,
    /// The bytes, in base64 (RFC 4648, with padding).
    pub data: AttachmentChunk,
}

/// Bytes in base64.
pub type AttachmentChunk = String;

/// Ends the file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentFinish {
    /// From the ticket.
    #[ts(as = "String")]
    pub id: AttachmentId,
}

/// Asks for one chunk.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentRead {
    /// Which attachment.
    #[ts(as = "String")]
    pub id: AttachmentId,
    /// Which chunk, from 0.
    #[ts(type = "number")]
    pub chunk: u32,
}

/// One chunk.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentData {
    /// The bytes, in base64.
    pub data: AttachmentChunk,
    /// True for the last chunk.
    pub last: bool,
}

/// Removes an attachment.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentDelete {
    /// Which attachment.
    #[ts(as = "String")]
    pub id: AttachmentId,
}
