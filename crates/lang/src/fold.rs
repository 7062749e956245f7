//! A text as folded letters that remember where they stood.
//!
//! One pass does what NFKC, lower-casing and the letter folds of Russian would do in four, and keeps
//! for every letter its bytes in the original text, so that a highlight is of what the person wrote.
//! Normalising the whole text first was rejected: the offsets would be lost, and with them the
//! highlights in notes that came from macOS in conjoining jamo.
//!
//! The fold: compatibility forms (ａ → a, ㎞ → km), lower case, marks off Latin letters, ё → е,
//! stress marks off Cyrillic letters, and never й → и: a search engine that drops every mark finds
//! only 0.69 of the words with й.

use unicode_normalization::char::{compose, decompose_compatible, is_combining_mark};

use crate::hangul;

/// A folded letter and where it stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sign {
    pub(crate) letter: char,
    pub(crate) script: Script,
    /// Its bytes in the original text, with the marks that follow it.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// What a letter may stand together with in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Hangul,
    Cyrillic,
    Latin,
    Digit,
    /// A Chinese character: a word of its own.
    Ideograph,
    /// A letter of any other alphabet.
    Other,
    Space,
    /// Punctuation, symbols, control characters.
    Break,
}

/// Gives the folded letters of a text, in order.
pub(crate) fn fold(text: &str, give: impl FnMut(Sign)) {
    let mut folder = Folder { pending: None, give };
    let mut letters = text.char_indices().peekable();
    while let Some((start, c)) = letters.next() {
        let end = start + c.len_utf8();
        // Nearly every letter is one of the first four, and needs no table of Unicode.
        let (letter, script) = match c {
            '\0'..='\x7f' => (c.to_ascii_lowercase(), script(c)),
            'а'..='я' => (c, Script::Cyrillic),
            'А'..='Я' => (char::from_u32(u32::from(c) + CASE).unwrap_or(c), Script::Cyrillic),
            '가'..='힣' => (c, Script::Hangul),
            'Ѐ'..='ԯ' | 'ㄱ'..='ㆎ' => {
                folder.letter(c, start, end);
                continue;
            }
            _ if is_ignored(c) => continue,
            _ => {
                decompose_compatible(c, |c| folder.letter(c, start, end));
                continue;
            }
        };
        folder.flush();
        let sign = Sign {
            letter,
            script,
            start,
            end,
        };
        // What follows is no mark, so nothing can change this letter any more.
        if letters.peek().is_some_and(|(_, next)| is_plain(*next)) {
            (folder.give)(sign);
        } else {
            folder.pending = Some(sign);
        }
    }
    folder.flush();
}

/// True for the letters that nearly every text is made of.
fn is_plain(c: char) -> bool {
    matches!(c, '\0'..='\x7f' | 'а'..='я' | 'А'..='Я' | '가'..='힣')
}

/// From А to а.
const CASE: u32 = 0x20;

struct Folder<F> {
    /// The last letter: a mark or a conjoining letter may still change it.
    pending: Option<Sign>,
    give: F,
}

impl<F: FnMut(Sign)> Folder<F> {
    fn letter(&mut self, c: char, start: usize, end: usize) {
        if is_ignored(c) || self.joins(c, end) {
            return;
        }
        for letter in c.to_lowercase() {
            // A capital with a dot is a letter and a mark in lower case.
            if !self.joins(letter, end) {
                self.push(Sign {
                    letter: without_stress(letter),
                    script: script(letter),
                    start,
                    end,
                });
            }
        }
    }

    /// Puts a mark or a conjoining letter onto the letter before it.
    fn joins(&mut self, c: char, end: usize) -> bool {
        let mark = is_combining_mark(c);
        let jamo = ('\u{1161}'..='\u{1175}').contains(&c) || ('\u{11a8}'..='\u{11c2}').contains(&c);
        if !mark && !jamo {
            return false;
        }
        let Some(last) = &mut self.pending else {
            return mark;
        };
        match last.script {
            Script::Hangul if jamo => match compose(last.letter, c) {
                Some(syllable) => last.letter = syllable,
                None => return false,
            },
            Script::Cyrillic if !matches!(c, '\u{300}' | '\u{301}') => {
                last.letter = without_stress(compose(last.letter, c).unwrap_or(last.letter));
            }
            Script::Space | Script::Break => return mark,
            _ if jamo => return false,
            _ => {}
        }
        last.end = end;
        true
    }

    fn push(&mut self, sign: Sign) {
        self.flush();
        self.pending = Some(sign);
    }

    fn flush(&mut self) {
        if let Some(mut sign) = self.pending.take() {
            if sign.script == Script::Hangul {
                sign.letter = hangul::alone(sign.letter);
            }
            (self.give)(sign);
        }
    }
}

fn without_stress(c: char) -> char {
    match c {
        'ё' | 'ѐ' => 'е',
        'ѝ' => 'и',
        'ѓ' => 'г',
        'ќ' => 'к',
        _ => c,
    }
}

fn script(c: char) -> Script {
    match c {
        'a'..='z' | 'A'..='Z' => Script::Latin,
        '0'..='9' => Script::Digit,
        ' ' | '\t' | '\n' | '\r' => Script::Space,
        '\0'..='\x7f' => Script::Break,
        'Ѐ'..='ԯ' | '\u{1c80}'..='\u{1c8f}' | '\u{2de0}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}' => {
            if c.is_alphabetic() {
                Script::Cyrillic
            } else {
                Script::Break
            }
        }
        '가'..='힣'
        | 'ㄱ'..='ㆎ'
        | '\u{1100}'..='\u{11ff}'
        | '\u{a960}'..='\u{a97c}'
        | '\u{d7b0}'..='\u{d7fb}' => Script::Hangul,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' if c.is_alphabetic() => Script::Latin,
        '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Script::Ideograph,
        _ if c.is_whitespace() => Script::Space,
        _ if c.is_numeric() => Script::Digit,
        _ if c.is_alphabetic() => Script::Other,
        _ => Script::Break,
    }
}

/// Characters that nobody sees: soft hyphens, joiners, direction marks, fillers.
fn is_ignored(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn folded(text: &str) -> String {
        let mut letters = String::new();
        fold(text, |sign| letters.push(sign.letter));
        letters
    }

    #[test]
    fn yo_is_ye_and_short_i_stays() {
        assert_eq!(folded("Приёмный Ёж"), "приемный еж");
        assert_eq!(
            folded(&"Приёмный Ёж йод".nfd().collect::<String>()),
            "приемный еж йод"
        );
    }

    #[test]
    fn stress_marks_go() {
        assert_eq!(folded("бе\u{301}женец"), "беженец");
    }

    #[test]
    fn conjoining_letters_become_syllables() {
        assert_eq!(folded(&"변호사 값".nfd().collect::<String>()), "변호사 값");
        assert_eq!(folded("가\u{11a8}"), "각");
        assert_eq!(folded("\u{1107}\u{1167}\u{11ab}\u{1112}"), "변ㅎ");
    }

    #[test]
    fn full_width_and_ligatures_are_plain_letters() {
        assert_eq!(folded("ＡＢ１ ﬁ ㎞ É İ"), "ab1 fi km e i");
    }

    #[test]
    fn a_letter_keeps_its_place_with_its_marks() {
        let mut places = Vec::new();
        fold("и\u{306}x", |sign| {
            places.push((sign.letter, sign.start, sign.end));
        });
        assert_eq!(places, [('й', 0, 4), ('x', 4, 5)]);
    }
}
