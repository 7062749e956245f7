//! From the errors of each crate to what the person is told.
//!
//! One translation for each crate, because the same error of `store` means another thing for the
//! library than for the notebook.

use durumi_api::Failure;
use durumi_cases::CasesError;
use durumi_keys::{
    CostError, InvitationCodeError, InvitationError, KeyFileError, PassphraseError, UnlockError,
};
use durumi_library::LibraryError;
use durumi_packs::trust::Refusal;
use durumi_store::StoreError;

pub(crate) fn keys_failure(error: KeyFileError) -> Failure {
    match error {
        KeyFileError::Damaged => Failure::KeysDamaged,
        KeyFileError::Newer => Failure::NewerFormat,
    }
}

pub(crate) fn keys_file_failure(error: StoreError) -> Failure {
    store_failure(error, Failure::KeysDamaged)
}

pub(crate) fn passphrase_failure(error: PassphraseError) -> Failure {
    match error {
        PassphraseError::TooShort | PassphraseError::TooLong => Failure::PassphraseLength,
    }
}

pub(crate) fn cost_failure(error: CostError) -> Failure {
    match error {
        CostError::NotEnoughMemory => Failure::NotEnoughMemory,
    }
}

pub(crate) fn unlock_failure(error: UnlockError) -> Failure {
    match error {
        UnlockError::WrongPassphrase => Failure::WrongPassphrase,
        UnlockError::Newer => Failure::NewerFormat,
        UnlockError::Cost(error) => cost_failure(error),
    }
}

pub(crate) fn shelf_failure(error: StoreError) -> Failure {
    store_failure(error, Failure::ShelfDamaged)
}

pub(crate) fn notebook_failure(error: CasesError) -> Failure {
    match error {
        CasesError::NotFound => Failure::NotFound,
        CasesError::NotArrived => Failure::NotArrived,
        CasesError::TooLarge => Failure::TooLarge,
        CasesError::Invalid(field) => Failure::BadRequest {
            what: field.to_owned(),
        },
        CasesError::Damaged => Failure::NotebookDamaged,
        CasesError::Store(error) => store_failure(error, Failure::NotebookDamaged),
    }
}

pub(crate) fn code_failure(error: InvitationCodeError) -> Failure {
    match error {
        InvitationCodeError::Length => Failure::InvitationMistyped { group: 0 },
        InvitationCodeError::Group(group) => Failure::InvitationMistyped { group },
    }
}

pub(crate) fn invitation_failure(error: InvitationError) -> Failure {
    match error {
        InvitationError::Damaged | InvitationError::WrongCode => Failure::InvitationRefused,
        InvitationError::Cost(error) => cost_failure(error),
    }
}

pub(crate) fn folder_failure(error: std::io::Error) -> Failure {
    store_failure(StoreError::from(error), Failure::Internal)
}

pub(crate) fn library_failure(error: LibraryError) -> Failure {
    match error {
        LibraryError::Store(error) => shelf_failure(error),
        LibraryError::Damaged => Failure::ShelfDamaged,
        LibraryError::Rollback => Failure::PackOlder,
        LibraryError::StillListed => Failure::BadRequest {
            what: "id".to_owned(),
        },
        LibraryError::Pack(_) => Failure::PackUntrusted,
        LibraryError::Refused(refusal) => refusal_failure(refusal),
    }
}

fn store_failure(error: StoreError, damaged: Failure) -> Failure {
    match error {
        StoreError::Damaged => damaged,
        StoreError::Newer => Failure::NewerFormat,
        StoreError::DiskFull => Failure::DiskFull,
        StoreError::NotWritable => Failure::NotWritable,
        StoreError::InUse => Failure::InUse,
        // Nothing but locking stops what is under way.
        StoreError::Stopped => Failure::Locked,
        StoreError::NotEncrypting | StoreError::Sql(_) => Failure::Internal,
    }
}

/// Rollback and a newer format are told as such; for the rest the screen says by name why nothing was installed.
pub(crate) fn refusal_failure(refusal: Refusal) -> Failure {
    match refusal {
        Refusal::Rollback => Failure::PackOlder,
        Refusal::NewerFormat => Failure::NewerFormat,
        other => Failure::RepositoryRefused {
            reason: other.name().to_owned(),
        },
    }
}
