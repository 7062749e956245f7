//! Words that differ in one letter.
//!
//! One letter wrong, missing, too many, or two changed places; in Hangul one key, not one syllable,
//! because that is what a finger gets wrong.

use crate::hangul;

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

    fn near<'w>(word: &str, others: &[&'w str]) -> Vec<&'w str> {
        let near = |other: &&&str| differs_in_one(&keys(word), &keys(other));
        others.iter().filter(near).copied().collect()
    }

    #[test]
    fn one_wrong_letter_is_near() {
        let words = ["адвокат", "адвокатура", "беженц", "беженец", "убежищ"];
        for wrong in ["адвакат", "адовкат", "адвкат", "адввокат"] {
            assert_eq!(near(wrong, &words), ["адвокат"], "{wrong}");
        }
        assert_eq!(near("беженс", &words), ["беженц"]);
        assert!(near("адвокат", &["адвокат"]).is_empty());
    }

    #[test]
    fn one_wrong_key_is_near_in_hangul() {
        let words = ["변호사", "변론", "번호"];
        assert_eq!(near("변호샤", &words), ["변호사"]);
        assert_eq!(near("변호", &words), ["번호"]);
        assert_eq!(near("변ㅎ사", &words), ["변호사"]);
    }
}
