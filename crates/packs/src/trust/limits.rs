//! How large a repository may be, see `docs/formats/repository.md`.

/// Largest root, in bytes.
pub const ROOT: u64 = 64 * 1024;
/// Largest timestamp, in bytes.
pub const TIMESTAMP: u64 = 16 * 1024;
/// Largest snapshot, in bytes.
pub const SNAPSHOT: u64 = 256 * 1024;
/// Largest list of packs, in bytes.
pub const TARGETS: u64 = 1024 * 1024;
/// Largest role of a pack, in bytes.
pub const PACK_ROLE: u64 = 64 * 1024;
/// Most new roots in one go.
pub const NEW_ROOTS: u32 = 256;
/// Most packs of a repository.
pub const PACKS: usize = 64;
/// Most keys in a file, and most signatures on one.
pub const KEYS: usize = 64;
/// Largest blob, in bytes as it is stored.
pub const BLOB: u64 = 17 * 1024 * 1024;
/// Highest version of anything.
pub const VERSION: u64 = 999_999_999;
/// Most characters of a key holder's name.
pub const NAME_CHARS: usize = 80;
/// Largest archive, in bytes.
pub const ARCHIVE: u64 = 1024 * 1024 * 1024;
/// Largest index of an archive, in bytes.
pub const ARCHIVE_INDEX: u64 = 16 * 1024 * 1024;
/// Most files of an archive.
pub const ARCHIVE_FILES: usize = 100_000;
