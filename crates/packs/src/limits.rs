//! How large a pack may be. Held against what comes from a folder and what comes from an archive alike.

/// Most articles of a pack.
pub const ARTICLES: usize = 50_000;
/// Largest source file, in bytes.
pub const FILE_BYTES: u64 = 2 * 1024 * 1024;
/// Largest pack: all source files together, or all blobs unpacked, or an archive; in bytes.
pub const PACK_BYTES: u64 = 512 * 1024 * 1024;
/// Most blocks of an article.
pub const BLOCKS: usize = 400;
/// Most blocks of an easy-read version.
pub const EASY_BLOCKS: usize = 60;
/// Most characters of an article in one language.
pub const ARTICLE_CHARS: usize = 200_000;
/// Longest time limit, in its unit.
pub const DEADLINE_LENGTH: u32 = 1000;
/// Largest content of a blob, in bytes.
pub const BLOB_BYTES: u32 = 16 * 1024 * 1024;
/// Largest catalogue, in bytes.
pub const CATALOGUE_BYTES: usize = 16 * 1024 * 1024;
/// Most characters of a slug.
pub const SLUG_CHARS: usize = 64;
/// Most problems that are listed. A pack with more is not read by anybody line by line.
pub const PROBLEMS: usize = 10_000;
