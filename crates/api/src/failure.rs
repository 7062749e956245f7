//! What went wrong, in the words of the person who must act.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a command was not carried out.
///
/// One variant for each thing the screen does differently. Each has two messages in every language:
/// `error-<kind>` (what happened) and `error-<kind>-help` (what to do). No variant carries anything
/// the person wrote, nor a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Failure {
    /// No slot opens with this passphrase.
    WrongPassphrase,
    /// The passphrase is shorter or longer than allowed.
    PassphraseLength,
    /// The passphrase is too easy to guess to make a notebook with.
    PassphraseTooEasy,
    /// The passphrase has another use here already, or would hide behind one that has.
    PassphraseTaken,
    /// After several wrong tries there is a wait before the next.
    WaitToTry {
        /// How long, in seconds.
        #[ts(type = "number")]
        seconds: u32,
    },
    /// A recovery code or share is mistyped.
    CodeMistyped {
        /// Which paper, from 1, when there are several.
        #[ts(type = "number")]
        paper: u32,
        /// The groups or words that are wrong, from 1; empty when there are too few or too many, or when each is
        /// possible and not together.
        #[ts(as = "Vec<u32>")]
        groups: Vec<u32>,
    },
    /// A recovery code or shares are well typed and open nothing.
    CodeWrong,
    /// Shares of different sets were put together.
    SharesMixed,
    /// Fewer than three different people's shares were given.
    SharesTooFew,
    /// The computer has not enough free memory to turn the passphrase into a key.
    NotEnoughMemory,
    /// The notebook is not open.
    Locked,
    /// There is no notebook here yet.
    NoNotebook,
    /// There is a notebook already.
    NotebookExists,
    /// A notebook was made here, and its file is not there. Nothing is made in its place.
    NotebookMissing,
    /// The keys file cannot be read as one, or is damaged and opens with nothing.
    KeysDamaged,
    /// A part of the library file could not be read. The library was made again; the same command works now.
    ShelfDamaged,
    /// The notebook file does not open with its key, or fails its check.
    NotebookDamaged,
    /// A copy is cut short, changed, or no copy of a notebook at all.
    BackupDamaged,
    /// A copy could not be read: the stick was pulled out, or is worn. The copy may be good.
    BackupUnreadable,
    /// The data was written by a newer version of the program.
    NewerFormat,
    /// The disk is full. Nothing was changed.
    DiskFull,
    /// The folder cannot be written to.
    NotWritable,
    /// The program already runs on this data folder.
    InUse,
    /// There is no such article, case, note or attachment (any more).
    NotFound,
    /// The file is on another device and has not come yet.
    NotArrived,
    /// A group of an invitation's code is wrong; 0: it has not thirty digits.
    InvitationMistyped {
        /// Which group, from 1.
        group: u32,
    },
    /// The invitation does not open with this code, or is not one.
    InvitationRefused,
    /// The code is right, and the invitation brings no newer keys for this notebook.
    InvitationWithoutKeys,
    /// The pack breaks its rules.
    PackRefused {
        /// What is wrong and where, at most 100 entries.
        problems: Vec<Problem>,
    },
    /// The pack is not one this program accepts.
    PackUntrusted,
    /// A stick, folder or file with packs is refused.
    RepositoryRefused {
        /// Why, as a message id `refusal-<reason>`.
        reason: String,
    },
    /// The pack is older than one that was installed here before.
    PackOlder,
    /// A text or file is larger than allowed.
    TooLarge,
    /// The request cannot be understood: a wrong command, a missing field, a value out of range.
    BadRequest {
        /// The field or command, in the contract's own words; never what was typed.
        what: String,
    },
    /// Something that should not happen. The notebook is unchanged.
    Internal,
}

/// One broken rule of a pack. Words for authors: the place is a file of the pack, not of the computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Problem {
    /// The rule, as a message id `pack-problem-<rule>`.
    pub rule: String,
    /// The file within the pack, with `/`.
    pub file: String,
    /// The line, from 1; 0 when the rule is about the whole file.
    pub line: u32,
    /// What was found, such as a field's or an article's name.
    pub detail: String,
}

impl Failure {
    /// The stem of the two messages in `locales/*/errors.ftl`, such as `error-disk-full`.
    pub fn message_id(&self) -> &'static str {
        match self {
            Failure::WrongPassphrase => "error-wrong-passphrase",
            Failure::PassphraseLength => "error-passphrase-length",
            Failure::PassphraseTooEasy => "error-passphrase-too-easy",
            Failure::PassphraseTaken => "error-passphrase-taken",
            Failure::WaitToTry { .. } => "error-wait-to-try",
            Failure::CodeMistyped { .. } => "error-code-mistyped",
            Failure::CodeWrong => "error-code-wrong",
            Failure::SharesMixed => "error-shares-mixed",
            Failure::SharesTooFew => "error-shares-too-few",
            Failure::NotEnoughMemory => "error-not-enough-memory",
            Failure::Locked => "error-locked",
            Failure::NoNotebook => "error-no-notebook",
            Failure::NotebookExists => "error-notebook-exists",
            Failure::NotebookMissing => "error-notebook-missing",
            Failure::KeysDamaged => "error-keys-damaged",
            Failure::ShelfDamaged => "error-shelf-damaged",
            Failure::NotebookDamaged => "error-notebook-damaged",
            Failure::BackupDamaged => "error-backup-damaged",
            Failure::BackupUnreadable => "error-backup-unreadable",
            Failure::NewerFormat => "error-newer-format",
            Failure::DiskFull => "error-disk-full",
            Failure::NotWritable => "error-not-writable",
            Failure::InUse => "error-in-use",
            Failure::NotFound => "error-not-found",
            Failure::NotArrived => "error-not-arrived",
            Failure::InvitationMistyped { .. } => "error-invitation-mistyped",
            Failure::InvitationRefused => "error-invitation-refused",
            Failure::InvitationWithoutKeys => "error-invitation-without-keys",
            Failure::PackRefused { .. } => "error-pack-refused",
            Failure::PackUntrusted => "error-pack-untrusted",
            Failure::RepositoryRefused { .. } => "error-repository-refused",
            Failure::PackOlder => "error-pack-older",
            Failure::TooLarge => "error-too-large",
            Failure::BadRequest { .. } => "error-bad-request",
            Failure::Internal => "error-internal",
        }
    }
}
