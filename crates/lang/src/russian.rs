//! Russian words as their stems.
//!
//! The Snowball stemmer keeps беженец apart from беженцы, and that is the word this program is about:
//! it brings only 46 of 72 of our nouns together. Two additions do the rest: the fleeting vowel is
//! dropped, and about a hundred irregular words have a table. A morphological dictionary would know
//! them all, for 15 MB of program.

use std::borrow::Cow;

use frostem::{Algorithm, Stemmer};

use crate::irregular;

/// The stem of a word in lower case, with е for ё.
pub(crate) fn stem(word: &str) -> Cow<'_, str> {
    match irregular::lemma(word) {
        Some(lemma) => regular(lemma),
        None => regular(word),
    }
}

pub(crate) fn regular(word: &str) -> Cow<'_, str> {
    let stem = Stemmer::new(Algorithm::Russian).stem(word);
    match without_fleeting_vowel(&stem) {
        Some(shorter) => Cow::Owned(shorter),
        None => stem,
    }
}

/// беженец → беженц, рынок → рынк, коньк → конк, кореец → корейц: the vowel that other forms of the
/// word lack, or have й for.
///
/// Before ц and к only. Before н, л and р the rule would mend some thirty nouns, which the table has,
/// and spoil thousands of stems (закон → закн), which a word half typed then no longer begins.
fn without_fleeting_vowel(stem: &str) -> Option<String> {
    let mut letters = stem.char_indices().rev();
    let (_, last) = letters.next()?;
    let (at, vowel) = letters.next()?;
    let (_, before) = letters.next()?;
    letters.next()?;
    let instead = match (is_vowel(before), vowel, last) {
        (false, 'е' | 'о' | 'ь', 'ц' | 'к') => None,
        (true, 'е', 'ц' | 'к') => Some('й'),
        _ => return None,
    };
    Some(stem.get(..at)?.chars().chain(instead).chain([last]).collect())
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_meet(words: &str) {
        let stems: Vec<_> = words.split(' ').map(|word| (word, stem(word))).collect();
        assert!(stems.iter().all(|(_, stem)| *stem == stems[0].1), "{stems:?}");
    }

    #[test]
    fn the_forms_of_a_word_meet() {
        all_meet("беженец беженца беженцы беженцев беженцам беженцами");
        all_meet("убежище убежища убежищем убежищу");
        all_meet("адвокат адвокатом адвокаты адвокатов");
        all_meet("кореец корейца корейцы корейцам");
    }
}
