//! Which packs may be installed.
//!
//! [`Verified`] has no constructor outside this module. A pack is accepted because the program knows its hash
//! ([`pinned`]), because it was built here ([`built_here`], `docs/decisions/0003-trust-before-signing.md`), or because it
//! came from a repository whose signatures lead to the root inside the program ([`examine`],
//! `docs/formats/repository.md`).

mod anchor;
mod author;
mod carrier;
mod client;
mod delivery;
mod development;
pub mod limits;
mod metadata;
mod name;
mod refusal;
mod roles;
mod signed;
mod state;

pub use anchor::{Anchor, DEVELOPMENT_KEYS, Use, development_key, is_development_key};
pub use author::{Author, AuthorError, Progress};
pub use carrier::{Archive, Carrier, FOLDER_ON_A_STICK, Folder, open, write_repository_archive};
pub use client::{Confirmed, Offer, Offered, examine};
pub use delivery::{Delivery, Receiver, Update};
pub use name::{FileName, FileNameError};
pub use refusal::Refusal;
pub use roles::{Holder, Roles, When};
pub use signed::Signed;
pub use state::TrustState;

use crate::{Built, Pack, PackError, Sha256, read_archive};

/// Something whose origin was established.
#[derive(Clone, Debug)]
pub struct Verified<T> {
    value: T,
    origin: Origin,
}

/// Where a [`Verified`] thing comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It came with the program, which knows its hash.
    Pinned,
    /// It was built on this computer and published by nobody.
    OwnBuild,
    /// Its signatures lead to the root inside the program.
    Signed,
}

/// The hash of an archive, compiled into the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PinnedHash(Sha256);

/// Why a pack is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TrustError {
    /// It is not the pack that the program knows.
    #[error("not the pack that came with the program")]
    Unknown,
    /// It is, and yet cannot be read: a fault of the program.
    #[error(transparent)]
    Pack(#[from] PackError),
}

impl<T> Verified<T> {
    /// The thing.
    pub fn get(&self) -> &T {
        &self.value
    }

    /// Where it comes from.
    pub fn origin(&self) -> Origin {
        self.origin
    }
}

impl PinnedHash {
    /// The hash of an archive, for the program's build.
    pub fn of(archive: &[u8]) -> Self {
        PinnedHash(Sha256::of(archive))
    }

    /// A hash that the program's build has written down.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        PinnedHash(Sha256::from_bytes(bytes))
    }

    /// Its 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }
}

/// The pack that came with the program. Nothing of `archive` is parsed before its hash is right.
pub fn pinned(archive: &[u8], hash: &PinnedHash) -> Result<Verified<Pack>, TrustError> {
    if Sha256::of(archive) != hash.0 {
        return Err(TrustError::Unknown);
    }
    Ok(Verified {
        value: read_archive(archive)?,
        origin: Origin::Pinned,
    })
}

/// A pack that its author has just built from source and installs on the same computer.
pub fn built_here(built: &Built) -> Verified<Pack> {
    Verified {
        value: built.pack().clone(),
        origin: Origin::OwnBuild,
    }
}
