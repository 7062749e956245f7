//! Russian words written in Hangul, as people write what they heard: 아드보카트 is адвокат.
//!
//! Northern and southern writers transcribe differently (빠스뽀르트, 파스포르트), and neither keeps apart
//! what Hangul has one letter for. So both alphabets are taken down to a few sounds and compared there;
//! a table of transcriptions was rejected, since people follow none.

use crate::fold::Script;
use crate::hangul::push_keys;
use crate::vocabulary::Vocabulary;
use crate::word::{State, Word, add, term};

/// Terms for the Russian words of the index that sound like this word of Hangul, the nearest first.
pub(crate) fn alike(word: &Word, vocabulary: &Vocabulary) -> Vec<String> {
    if word.script != Script::Hangul {
        return Vec::new();
    }
    let heard = Sounds::of_hangul(&word.text);
    if heard.consonants.len() < SHORTEST {
        return Vec::new();
    }
    let mut alike: Vec<(usize, &str)> = Vec::new();
    // A Russian stem of so many consonants, perhaps less the last one.
    for token in vocabulary.beginning_with('а'..='я', heard.consonants.len() - 1) {
        if let Some(distance) = heard.distance(token) {
            alike.push((distance, token));
        }
    }
    alike.sort_unstable();
    let mut terms = Vec::new();
    for (_, token) in alike.into_iter().take(ALIKE) {
        add(&mut terms, term(&format!("={token}"), State::Whole));
    }
    terms
}

/// What is heard of a word.
struct Sounds {
    /// Classes of consonants.
    consonants: Vec<char>,
    /// The same with classes of vowels between them.
    all: Vec<char>,
}

impl Sounds {
    fn of_hangul(text: &str) -> Sounds {
        let mut keys = String::new();
        for c in text.chars() {
            push_keys(&mut keys, c);
        }
        Sounds::of(keys.chars().filter_map(sound_of_jamo))
    }

    fn of(sounds: impl Iterator<Item = char>) -> Sounds {
        let mut all: Vec<char> = sounds.collect();
        all.dedup();
        let consonants = all.iter().copied().filter(char::is_ascii_uppercase).collect();
        Sounds { consonants, all }
    }

    /// How much a Russian stem differs in its vowels, when its consonants are those that were heard, perhaps
    /// without the last one: the stem has no ending.
    fn distance(&self, token: &str) -> Option<usize> {
        let first = token.chars().find_map(sound_of_letter)?;
        if self.all.first().is_some_and(char::is_ascii_uppercase) && self.all.first() != Some(&first) {
            return None;
        }
        let stem = Sounds::of(token.chars().filter_map(sound_of_letter));
        let shorter = self.consonants.len().saturating_sub(1);
        let whole = stem.consonants == self.consonants;
        let beginning = shorter >= SHORTEST && self.consonants.get(..shorter) == Some(&stem.consonants);
        if stem.consonants.len() < SHORTEST || !(whole || beginning) {
            return None;
        }
        let common = stem.all.iter().filter(|sound| self.all.contains(sound)).count();
        let distance = stem.all.len() - common + self.all.len().abs_diff(stem.all.len());
        (distance <= FARTHEST).then_some(distance)
    }
}

fn sound_of_jamo(jamo: char) -> Option<char> {
    Some(match jamo {
        'ㄱ' | 'ㄲ' | 'ㅋ' | 'ㅎ' => 'K',
        'ㄴ' => 'N',
        'ㄷ' | 'ㄸ' | 'ㅌ' => 'T',
        'ㄹ' => 'R',
        'ㅁ' => 'M',
        'ㅂ' | 'ㅃ' | 'ㅍ' => 'P',
        'ㅅ' | 'ㅆ' | 'ㅈ' | 'ㅉ' | 'ㅊ' => 'S',
        'ㅏ' | 'ㅑ' | 'ㅗ' | 'ㅛ' | 'ㅓ' => 'a',
        'ㅔ' | 'ㅐ' | 'ㅖ' | 'ㅒ' | 'ㅕ' | 'ㅣ' => 'e',
        'ㅜ' | 'ㅠ' => 'u',
        // ㅡ only carries a consonant, and ㅇ begins a vowel.
        _ => return None,
    })
}

fn sound_of_letter(letter: char) -> Option<char> {
    Some(match letter {
        'г' | 'к' | 'х' => 'K',
        'н' => 'N',
        'д' | 'т' => 'T',
        'л' | 'р' => 'R',
        'м' => 'M',
        'б' | 'п' | 'в' | 'ф' => 'P',
        'с' | 'з' | 'ж' | 'ш' | 'щ' | 'ч' | 'ц' => 'S',
        'а' | 'я' | 'о' => 'a',
        'е' | 'э' | 'и' | 'ы' => 'e',
        'у' | 'ю' => 'u',
        _ => return None,
    })
}

/// Fewer consonants are heard in too many words.
const SHORTEST: usize = 3;
/// Differences in vowels, at most.
const FARTHEST: usize = 3;
const ALIKE: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::words;

    #[test]
    fn russian_heard_and_written_in_hangul_is_understood() {
        let words_of_law = [
            "адвокат",
            "беженц",
            "паспорт",
            "полиц",
            "консульств",
            "посольств",
            "депортац",
            "штраф",
            "прос",
            "виз",
            "труд",
            "refuge",
            "ㄴㅏㄴㅁㅣㄴ",
        ];
        let vocabulary: Vocabulary = words_of_law.iter().collect();
        for (heard, meant) in [
            ("아드보카트", "адвокат"),
            ("아드보까트", "адвокат"),
            ("베제네츠", "беженц"),
            ("베줴네쯔", "беженц"),
            ("빠스뽀르트", "паспорт"),
            ("뽈리찌야", "полиц"),
            ("콘술스트보", "консульств"),
            ("뽀쏠스뜨보", "посольств"),
            ("데뽀르따찌야", "депортац"),
            ("슈트라프", "штраф"),
        ] {
            let terms = alike(&words(heard).remove(0), &vocabulary);
            assert_eq!(
                terms.first(),
                Some(&format!("\"={meant}\"")),
                "{heard}: {terms:?}"
            );
        }
        assert!(alike(&words("사람").remove(0), &vocabulary).is_empty());
    }
}
