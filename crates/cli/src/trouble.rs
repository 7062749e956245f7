//! Why a command given at a terminal was not carried out.
//!
//! The program's own failures and the few that only a terminal has. A failure whose words speak of the window
//! has other words in `cli.ftl`, as `cli-error-…`; batch mode keeps those of the contract.

use durumi_api::Failure;

/// What went wrong.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The program says so.
    Failure(Failure),
    /// The new passphrase and its repetition are not the same.
    PassphrasesDiffer,
    /// The file to be added cannot be read.
    FileUnreadable,
    /// A day is not written as one.
    NoDay,
    /// There is nothing that this key may sign.
    NothingToSign,
    /// Signatures are missing.
    Unsigned,
    /// It is not decided who signs the pack.
    NoRole,
    /// A pack of this or a higher version was signed before.
    NotNewer,
    /// Something is there already.
    FileExists,
}

impl Trouble {
    /// The stem of its two messages.
    pub(crate) fn message_id(&self) -> &'static str {
        match self {
            Trouble::Failure(failure) => failure.message_id(),
            Trouble::PassphrasesDiffer => "error-passphrases-differ",
            Trouble::FileUnreadable => "error-file-unreadable",
            Trouble::NoDay => "error-no-day",
            Trouble::NothingToSign => "error-nothing-to-sign",
            Trouble::Unsigned => "error-unsigned",
            Trouble::NoRole => "error-no-role",
            Trouble::NotNewer => "error-not-newer",
            Trouble::FileExists => "error-file-exists",
        }
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Trouble::Failure(failure)
    }
}
