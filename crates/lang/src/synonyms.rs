//! Words that stand for one another.
//!
//! The table is data of the pack (northern and southern words, Korean and Russian terms), handed over
//! as rows. A row is found by what the index keeps of a word, so that беженцев finds the row of беженец
//! and 려권 that of 여권. Expansion at indexing time was rejected: a new row would need a new index.

use std::collections::BTreeMap;

use crate::analyse::analyse;
use crate::hangul::Syllable;
use crate::token::Purpose;

/// A table of synonyms, made from rows of the pack.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    rows: BTreeMap<String, Vec<String>>,
}

impl Synonyms {
    /// Makes the table from groups of words or terms that mean the same; each finds the others.
    ///
    /// A word that means something else in the other usage (kind `false`: 수표 is a signature in the
    /// North and a cheque in the South) must not be among them.
    pub fn new<G, W>(groups: impl IntoIterator<Item = G>) -> Synonyms
    where
        G: IntoIterator<Item = W>,
        W: AsRef<str>,
    {
        let mut synonyms = Synonyms::default();
        for group in groups {
            let words = group.into_iter().map(|word| (key(word.as_ref()), word));
            let words: Vec<(String, W)> = words.filter(|(key, _)| !key.is_empty()).collect();
            for (key, _) in &words {
                for (_, other) in words.iter().filter(|(other, _)| other != key) {
                    synonyms.add(key, other.as_ref());
                }
            }
        }
        synonyms
    }

    fn add(&mut self, key: &str, other: &str) {
        let others = self.rows.entry(key.to_owned()).or_default();
        if !others.iter().any(|known| known == other) {
            others.push(other.to_owned());
        }
    }

    /// What may stand for a word or a term.
    ///
    /// A Korean word that the table does not have is looked for in two parts: 공민증발급 gives
    /// 주민등록증발급, because nouns are written together more in the North than in the South.
    pub fn of(&self, word: &str) -> Vec<String> {
        if let Some(others) = self.rows.get(&key(word)) {
            return others.clone();
        }
        let syllables = word.chars().filter(|c| Syllable::of(*c).is_some()).count();
        if syllables < 3 || word.chars().count() != syllables {
            return Vec::new();
        }
        let mut compounds = Vec::new();
        for (at, _) in word.char_indices().skip(1) {
            let (head, rest) = word.split_at(at);
            compounds.extend(self.part(head).map(|other| format!("{other}{rest}")));
            compounds.extend(self.part(rest).map(|other| format!("{head}{other}")));
        }
        compounds.truncate(COMPOUNDS);
        compounds
    }

    /// The Korean synonyms of a part of two syllables or more.
    fn part(&self, part: &str) -> impl Iterator<Item = &str> {
        let others = if part.chars().nth(1).is_some() {
            self.rows.get(&key(part))
        } else {
            None
        };
        let hangul = |word: &&String| word.chars().all(|c| Syllable::of(c).is_some());
        others.into_iter().flatten().filter(hangul).map(String::as_str)
    }
}

fn key(word: &str) -> String {
    let mut key = String::new();
    analyse(word, Purpose::Query, &mut |token| {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(token.text);
    });
    key
}

const COMPOUNDS: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Synonyms {
        Synonyms::new([
            ["공민증", "주민등록증"],
            ["손전화", "휴대전화"],
            ["손전화", "휴대폰"],
            ["비법월경", "불법 월경"],
            ["난민", "беженец"],
            ["려권", "여권"],
        ])
    }

    #[test]
    fn either_word_finds_the_other() {
        assert_eq!(table().of("손전화"), ["휴대전화", "휴대폰"]);
        assert_eq!(table().of("휴대폰"), ["손전화"]);
        assert_eq!(table().of("беженцев"), ["난민"]);
        assert_eq!(table().of("불법월경"), ["비법월경"]);
    }

    #[test]
    fn a_part_of_a_compound_is_found() {
        assert_eq!(table().of("공민증발급"), ["주민등록증발급"]);
        assert!(table().of("난민").contains(&"беженец".to_owned()));
        assert!(table().of("난민신청").is_empty());
    }

    #[test]
    fn a_pair_that_the_index_does_not_tell_apart_is_no_row() {
        assert!(table().of("려권").is_empty());
    }
}
