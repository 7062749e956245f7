//! How large anything may be. What comes from a person or from outside is held against these before
//! it is looked at further.

/// Longest passphrase, in bytes of UTF-8. Longer input is refused, never cut.
pub const PASSPHRASE_BYTES: usize = 1024;
/// Shortest passphrase a notebook is made with, in characters.
pub const PASSPHRASE_MIN_CHARS: usize = 8;
/// Longest title of a case or name of a place, in characters.
pub const TITLE_CHARS: usize = 200;
/// Longest text of a note, in characters: about 60 printed pages.
pub const NOTE_CHARS: usize = 100_000;
/// Longest query, in characters. What is beyond is not searched for.
pub const QUERY_CHARS: usize = 200;
/// Most results of one search.
pub const SEARCH_RESULTS: usize = 100;
/// Largest attachment, in bytes.
pub const ATTACHMENT_BYTES: u64 = 512 * 1024 * 1024;
/// Size of every chunk of an attachment but the last, in bytes.
pub const ATTACHMENT_CHUNK_BYTES: usize = 256 * 1024;
/// Longest line of a batch, in bytes. Room for one chunk in base64.
pub const BATCH_LINE_BYTES: usize = 1024 * 1024;
