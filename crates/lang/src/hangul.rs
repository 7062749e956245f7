//! Hangul as the keys that were pressed.
//!
//! The index keeps a syllable as its keys: 변 is `ㅂㅕㄴ`, 값 is `ㄱㅏㅂㅅ`, 과 is `ㄱㅗㅏ`. Every
//! syllable has exactly one leading key, so the keys of whole syllables can be read back in one way
//! only, and a syllable being composed is simply a prefix: 벼, 변 and 변ㅎ all begin 변호. With
//! syllables as tokens, the same would take an `OR` of up to 28 prefixes for each key pressed.

/// A syllable taken apart: indexes into the leads, vowels and tails of Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Syllable {
    lead: u32,
    vowel: u32,
    /// 0 when the syllable is open.
    tail: u32,
}

impl Syllable {
    pub(crate) fn of(c: char) -> Option<Syllable> {
        let index = u32::from(c).checked_sub(FIRST).filter(|i| *i < LEADS * BLOCK)?;
        Some(Syllable {
            lead: index / BLOCK,
            vowel: index % BLOCK / TAILS,
            tail: index % TAILS,
        })
    }

    pub(crate) fn from_keys(lead: char, vowel: char, tail: Option<char>) -> Option<Syllable> {
        Some(Syllable {
            lead: position(&LEAD_KEYS, lead)?,
            vowel: u32::from(vowel)
                .checked_sub(FIRST_VOWEL)
                .filter(|i| *i < VOWELS)?,
            tail: match tail {
                Some(tail) => index(TAIL_LETTERS.chars().position(|c| c == tail)?)? + 1,
                None => 0,
            },
        })
    }

    pub(crate) fn char(self) -> char {
        char::from_u32(FIRST + self.lead * BLOCK + self.vowel * TAILS + self.tail).unwrap_or('\u{fffd}')
    }

    pub(crate) fn lead(self) -> char {
        first(LEAD_KEYS.get(self.lead as usize))
    }

    /// Which of the [`LEADS`] it is, from 0.
    pub(crate) fn lead_number(self) -> u32 {
        self.lead
    }

    pub(crate) fn vowel(self) -> char {
        char::from_u32(FIRST_VOWEL + self.vowel).unwrap_or('\u{fffd}')
    }

    /// The tail as one letter, also when two keys make it.
    pub(crate) fn tail(self) -> Option<char> {
        TAIL_LETTERS.chars().nth((self.tail as usize).checked_sub(1)?)
    }

    /// The keys of the tail: none, one or two.
    pub(crate) fn tail_keys(self) -> &'static str {
        TAIL_KEYS.get(self.tail as usize).copied().unwrap_or("")
    }

    pub(crate) fn with_tail(self, tail: Option<char>) -> Option<Syllable> {
        Syllable::from_keys(self.lead(), self.vowel(), tail)
    }
}

/// The initial-sound law: how the South writes what the North writes as it is read alone.
///
/// ㄹ before ㅑ ㅕ ㅖ ㅛ ㅠ ㅣ is dropped and otherwise becomes ㄴ; ㄴ before the same vowels is dropped.
pub(crate) fn initial_law(c: char) -> char {
    let Some(syllable) = Syllable::of(c) else { return c };
    let soft = matches!(syllable.vowel(), 'ㅑ' | 'ㅕ' | 'ㅖ' | 'ㅛ' | 'ㅠ' | 'ㅣ');
    let lead = match syllable.lead() {
        'ㄹ' | 'ㄴ' if soft => 'ㅇ',
        'ㄹ' => 'ㄴ',
        _ => return c,
    };
    Syllable::from_keys(lead, syllable.vowel(), syllable.tail()).map_or(c, Syllable::char)
}

/// What every syllable of the index goes through: the initial-sound law, and 폐 written 페.
pub(crate) fn fold(c: char) -> char {
    match Syllable::of(c) {
        Some(s) if s.lead() == 'ㅍ' && s.vowel() == 'ㅖ' => {
            Syllable::from_keys('ㅍ', 'ㅔ', s.tail()).map_or(c, Syllable::char)
        }
        Some(_) => initial_law(c),
        None => c,
    }
}

/// Appends the keys of a syllable, or of a lone letter.
pub(crate) fn push_keys(keys: &mut String, c: char) {
    if let Some(s) = Syllable::of(c) {
        keys.push_str(LEAD_KEYS.get(s.lead as usize).copied().unwrap_or(""));
        keys.push_str(VOWEL_KEYS.get(s.vowel as usize).copied().unwrap_or(""));
        keys.push_str(s.tail_keys());
    } else if let Some(vowel) = u32::from(c)
        .checked_sub(FIRST_VOWEL)
        .and_then(|i| VOWEL_KEYS.get(i as usize))
    {
        keys.push_str(vowel);
    } else if let Some(tail) = TAIL_LETTERS.chars().position(|t| t == c) {
        keys.push_str(TAIL_KEYS.get(tail + 1).copied().unwrap_or(""));
    } else {
        keys.push(c);
    }
}

/// A conjoining letter (as macOS writes) as the letter that stands alone.
pub(crate) fn alone(c: char) -> char {
    match u32::from(c) {
        lead @ 0x1100..=0x1112 => first(LEAD_KEYS.get((lead - 0x1100) as usize)),
        vowel @ 0x1161..=0x1175 => char::from_u32(FIRST_VOWEL + vowel - 0x1161).unwrap_or(c),
        tail @ 0x11a8..=0x11c2 => TAIL_LETTERS.chars().nth((tail - 0x11a8) as usize).unwrap_or(c),
        _ => c,
    }
}

/// True for a letter that stands alone and can lead a syllable.
pub(crate) fn is_lead(c: char) -> bool {
    number_of_lead(c).is_some()
}

/// Which of the leads a letter is, from 0; none for a vowel or for a tail that cannot lead.
pub(crate) fn number_of_lead(c: char) -> Option<u32> {
    position(&LEAD_KEYS, c)
}

/// True for a vowel that stands alone.
pub(crate) fn is_vowel(c: char) -> bool {
    ('ㅏ'..='ㅣ').contains(&c)
}

/// The one letter that two keys make: ㅗ + ㅏ = ㅘ, ㅂ + ㅅ = ㅄ.
pub(crate) fn joined(first: char, second: char) -> Option<char> {
    let is = |keys: &str| {
        let mut keys = keys.chars();
        (keys.next(), keys.next()) == (Some(first), Some(second))
    };
    if let Some(vowel) = VOWEL_KEYS.iter().position(|keys| is(keys)) {
        return char::from_u32(FIRST_VOWEL + index(vowel)?);
    }
    let tail = TAIL_KEYS.iter().position(|keys| is(keys))?;
    TAIL_LETTERS.chars().nth(tail.checked_sub(1)?)
}

fn position(table: &[&str], letter: char) -> Option<u32> {
    table
        .iter()
        .position(|keys| keys.chars().eq([letter]))
        .and_then(index)
}

fn index(position: usize) -> Option<u32> {
    u32::try_from(position).ok()
}

fn first(keys: Option<&&str>) -> char {
    keys.and_then(|keys| keys.chars().next()).unwrap_or('\u{fffd}')
}

const FIRST: u32 = 0xac00;
const FIRST_VOWEL: u32 = 0x314f;
const LEADS: u32 = 19;
const VOWELS: u32 = 21;
const TAILS: u32 = 28;
const BLOCK: u32 = VOWELS * TAILS;

const LEAD_KEYS: [&str; 19] = [
    "ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ",
    "ㅍ", "ㅎ",
];
const VOWEL_KEYS: [&str; 21] = [
    "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ",
    "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ",
];
const TAIL_KEYS: [&str; 28] = [
    "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ",
    "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
];
const TAIL_LETTERS: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> String {
        let mut keys = String::new();
        text.chars().for_each(|c| push_keys(&mut keys, c));
        keys
    }

    #[test]
    fn a_syllable_is_the_keys_that_were_pressed() {
        assert_eq!(keys("변호사"), "ㅂㅕㄴㅎㅗㅅㅏ");
        assert_eq!(keys("값과"), "ㄱㅏㅂㅅㄱㅗㅏ");
        assert_eq!(keys("ㅄㅘ"), "ㅂㅅㅗㅏ");
    }

    #[test]
    fn every_syllable_comes_back_from_its_parts() {
        for c in '가'..='힣' {
            let s = Syllable::of(c).unwrap();
            assert_eq!(s.char(), c);
            assert_eq!(Syllable::from_keys(s.lead(), s.vowel(), s.tail()), Some(s));
        }
        assert_eq!(Syllable::of('\u{d7a4}'), None);
    }

    #[test]
    fn the_initial_sound_law_turns_northern_spelling_into_southern() {
        let fold = |text: &str| text.chars().map(initial_law).collect::<String>();
        assert_eq!(fold("로동"), "노동");
        assert_eq!(fold("녀성"), "여성");
        assert_eq!(fold("리혼"), "이혼");
        assert_eq!(fold("류학"), "유학");
        assert_eq!(fold("률"), "율");
        assert_eq!(fold("나라"), "나나");
    }

    #[test]
    fn two_keys_make_one_letter() {
        assert_eq!(joined('ㅗ', 'ㅏ'), Some('ㅘ'));
        assert_eq!(joined('ㅂ', 'ㅅ'), Some('ㅄ'));
        assert_eq!(joined('ㅅ', 'ㅂ'), None);
    }
}
