//! The contract between the program and whoever drives it: the window, the command line, a test.
//!
//! Data only. [`with_commands!`] is the one list of commands; the window's Tauri commands, its
//! permissions, the command line's batch mode and the TypeScript types are all made from it, so a
//! command that exists in one place exists in all.
//!
//! Field names are `camelCase` on the wire. Numbers are at most 53 bits, so that JavaScript keeps them.

mod backup;
mod commands;
mod deadline;
mod failure;
mod library;
mod notebook;
mod pack;
mod place;
mod recovery;
mod safety;
mod search;
mod second;
mod sync;
pub mod typescript;
mod vault;

pub use backup::{
    BackupCheck, BackupFile, BackupMade, BackupMake, BackupPlace, BackupPlaces, BackupRestore, BackupShow,
    BackupStanding,
};
pub use deadline::{Deadline, DeadlineCount, DeadlineDay, DeadlineList, TimeUnit, Whose};
pub use failure::{Failure, Problem};
pub use library::{
    AboutPack, Article, ArticleCard, ArticleLanguage, Block, BlockKind, Caution, Contact, ContactKind,
    ContactStatus, EasyText, LibraryAbout, LibraryArticle, LibraryArticles, LibraryContacts, LibraryPhrases,
    Phone, Phrase, PhraseText, Urgent,
};
pub use notebook::{
    AppMode, AppState, AppStateAsk, Attachment, AttachmentAdd, AttachmentChunk, AttachmentData,
    AttachmentDelete, AttachmentFinish, AttachmentList, AttachmentRead, AttachmentStart, AttachmentTicket,
    Case, CaseCreate, CaseDelete, CaseList, CaseRename, CaseShow, CaseView, ConflictValue, Done,
    FieldConflict, Note, NoteDelete, NoteSave, NoteShow, NotebookCreate, NotebookLock, NotebookUnlock,
    Notice, PassphraseStrength, Shelf, Strength,
};
pub use pack::{
    ChangeKind, ChangedThing, InstalledPack, OfferedPack, PackChange, PackFileAdd, PackFileStart,
    PackFileTicket, PackInstall, PackList, PackLook, PackOffer, PackRemove, PackStick, PackSticks, Signer,
};
pub use place::{Place, PlaceCard, PlaceContact, PlaceList, PlaceName, PlaceShow};
pub use recovery::{
    AskedGroup, NotebookRecover, RecoveryBegin, RecoveryCancel, RecoveryConfirm, RecoveryDraft,
    RecoveryDrill, RecoveryKind, RecoveryMade, RecoveryPaper, RecoveryRemove, Safety, SafetyShow,
};
pub use safety::{EraseAfterSet, PassphraseChange};
pub use search::{HitKind, LibrarySearch, Piece, Search, SearchHit};
pub use second::{EraseEverything, ForgettingPassphraseSet, SecondNotebookCreate};
pub use sync::{
    FolderChoose, FolderChosen, Invitation, NotebookJoin, SyncAside, SyncAsideWhy, SyncCancel, SyncFinding,
    SyncFolder, SyncForget, SyncInvite, SyncLeave, SyncLeft, SyncList, SyncNewKeys, SyncNow, SyncPlace,
    SyncProgress, SyncProgressAsk, SyncReport, SyncState, SyncStick, SyncSticks, SyncSwitch, SyncTakeKeys,
    SyncTick, SyncTrouble,
};
pub use vault::{AsideKind, Repaired, SetAside, Soundness, VaultCheck, VaultReport};
