//! Words that differ in one letter.
//!
//! One letter wrong, missing, too many, or two changed places; in Hangul one key, not one syllable,
//! because that is what a finger gets wrong. The vocabulary is read once from end to end: it is in
//! memory or comes from `fts5vocab`, and a comparison stops at the first difference or two. A map of
//! deletions (`SymSpell`) would be faster, and would have to be built and wiped at every unlock.

use crate::hangul;

/// The words of a vocabulary that differ from a word in one letter, or for Hangul in one key; at
/// most `limit`. Words of fewer than four letters or keys have too many neighbours: they give none.
pub fn near<'v>(query_word: &str, vocabulary: impl Iterator<Item = &'v str>, limit: usize) -> Vec<String> {
    let word = keys(query_word);
    if word.chars().count() < LETTERS {
        return Vec::new();
    }
    vocabulary
        .filter(|other| differs_in_one(&word, &keys(other)))
        .take(limit)
        .map(str::to_owned)
        .collect()
}

/// Fewer letters or keys have too many neighbours.
pub(crate) const LETTERS: usize = 4;

/// A word of Hangul as its keys, any other as it is.
pub(crate) fn keys(word: &str) -> String {
    let mut keys = String::with_capacity(word.len());
    word.chars()
        .for_each(|c| hangul::push_keys(&mut keys, hangul::fold(c)));
    keys
}

/// True when one letter is wrong, missing or too many, or two neighbours changed places.
pub(crate) fn differs_in_one(a: &str, b: &str) -> bool {
    if a.len().abs_diff(b.len()) > 4 {
        return false;
    }
    let (mut a, mut b) = (a.chars(), b.chars());
    loop {
        let (rest_a, rest_b) = (a.as_str(), b.as_str());
        match (a.next(), b.next()) {
            (None, None) => return false,
            (Some(x), Some(y)) if x == y => {}
            (x, y) => {
                let (after_a, after_b) = (a.as_str(), b.as_str());
                let swapped = || {
                    let (mut a, mut b) = (a.clone(), b.clone());
                    x.is_some() && a.next() == y && b.next() == x && a.as_str() == b.as_str()
                };
                return after_a == after_b || after_a == rest_b || rest_a == after_b || swapped();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wrong_letter_is_near() {
        let words = ["адвокат", "адвокатура", "беженц", "беженец", "убежищ"];
        assert_eq!(near("адвакат", words.into_iter(), 9), ["адвокат"]);
        assert_eq!(near("адовкат", words.into_iter(), 9), ["адвокат"]);
        assert_eq!(near("беженс", words.into_iter(), 9), ["беженц"]);
        assert_eq!(near("адвкат", words.into_iter(), 9), ["адвокат"]);
        assert_eq!(near("адввокат", words.into_iter(), 9), ["адвокат"]);
        assert!(near("адвокат", ["адвокат"].into_iter(), 9).is_empty());
        assert!(near("суд", ["суп"].into_iter(), 9).is_empty());
    }

    #[test]
    fn one_wrong_key_is_near_in_hangul() {
        let words = ["변호사", "변론", "번호"];
        assert_eq!(near("변호샤", words.into_iter(), 9), ["변호사"]);
        assert_eq!(near("변호", words.into_iter(), 9), ["번호"]);
        assert_eq!(near("변ㅎ사", words.into_iter(), 9), ["변호사"]);
    }
}
