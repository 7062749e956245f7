//! What any text of a pack must be: UTF-8, NFC, without anything hidden, without addresses.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::{Rule, manifest::Links, problem::Problems};

/// How strictly the texts of a pack are held to the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rigour {
    /// A pack with a ledger: whoever keeps one can also save a file properly.
    Strict,
    /// Any collection of texts: what can be put right without changing what is seen is put right.
    Plain,
}

/// What texts are held against, and where problems go.
#[derive(Clone, Copy)]
pub(crate) struct Lint<'p> {
    pub(crate) rigour: Rigour,
    pub(crate) links: Links,
    pub(crate) problems: &'p Problems,
}

impl Lint<'_> {
    /// A file's text, without a byte-order mark and with `\n` line ends.
    pub(crate) fn decode<'b>(&self, bytes: &'b [u8], file: &str) -> Option<Cow<'b, str>> {
        let Ok(text) = str::from_utf8(bytes) else {
            self.problems.add(Rule::NotUtf8, file, 0, "");
            return None;
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Some(if text.contains('\r') {
            text.replace("\r\n", "\n").into()
        } else {
            text.into()
        })
    }

    /// A text as it goes into a pack.
    pub(crate) fn clean<'t>(&self, text: &'t str, file: &str, line: u32) -> Cow<'t, str> {
        let mut text = Cow::Borrowed(text);
        if text.contains('\t') {
            text = text.replace('\t', " ").into();
        }
        if self.rigour == Rigour::Plain && text.contains(is_invisible) {
            text = text.replace(is_invisible, "").into();
        }
        if let Some(found) = text.chars().find(|c| is_control(*c) || is_invisible(*c)) {
            self.problems.add(
                Rule::ControlCharacter,
                file,
                line,
                format!("U+{:04X}", u32::from(found)),
            );
        }
        if is_nfc_quick(text.chars()) != IsNormalized::Yes && !text.nfc().eq(text.chars()) {
            if self.rigour == Rigour::Strict {
                self.problems.add(Rule::NotNfc, file, line, "");
            }
            text = text.nfc().collect::<String>().into();
        }
        if self.links == Links::Refuse
            && let Some(found) = find_link(&text)
        {
            self.problems.add(Rule::LinkInText, file, line, found);
        }
        text
    }
}

/// Controls, and what turns the direction of a text or ends a line where none is seen.
fn is_control(c: char) -> bool {
    (c.is_ascii_control() && c != '\n')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// What cannot be seen and changes nothing that is seen, as old web pages have it between their letters.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
    )
}

/// The first web address: with a scheme, with `www.`, or a bare name such as `mvd.ru`.
pub(crate) fn find_link(text: &str) -> Option<&str> {
    text.split(|c: char| c.is_whitespace() || "()[]<>{}«»《》„“”\"',;".contains(c))
        .find(|word| {
            let word = word.trim_end_matches(['.', ':', '!', '?']);
            word.contains("://") || word.starts_with("www.") || word.split('/').next().is_some_and(is_host)
        })
}

/// Whether a word ends in a usual top-level domain after a name. Cautious: `№ 109.ru` and `п.1` are none.
fn is_host(word: &str) -> bool {
    let lower = word.to_lowercase();
    let Some((name, ending)) = lower.rsplit_once('.') else {
        return false;
    };
    ENDINGS.contains(&ending)
        && name
            .split('.')
            .all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
        && name.chars().any(char::is_alphabetic)
}

const ENDINGS: [&str; 24] = [
    "ru", "рф", "su", "com", "org", "net", "info", "int", "edu", "gov", "io", "me", "kr", "한국", "kp", "kz",
    "uz", "by", "ua", "cn", "jp", "eu", "us", "online",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str, rigour: Rigour, links: Links) -> (String, Vec<&'static str>) {
        let problems = Problems::default();
        let text = Lint {
            rigour,
            links,
            problems: &problems,
        }
        .clean(text, "f", 1)
        .into_owned();
        (
            text,
            problems
                .into_sorted()
                .iter()
                .map(|problem| problem.rule.name())
                .collect(),
        )
    }

    #[test]
    fn a_plain_text_is_put_right_and_a_strict_one_refused() {
        let nfd = "한글".nfd().collect::<String>();
        assert_eq!(
            clean(&nfd, Rigour::Plain, Links::Keep),
            ("한글".to_owned(), vec![])
        );
        assert_eq!(
            clean(&nfd, Rigour::Strict, Links::Keep),
            ("한글".to_owned(), vec!["not-nfc"])
        );
        assert_eq!(
            clean("a\u{200b}b\tc", Rigour::Plain, Links::Keep),
            ("ab c".to_owned(), vec![])
        );
        assert_eq!(
            clean("a\u{200b}b", Rigour::Strict, Links::Keep).1,
            ["control-character"]
        );
    }

    #[test]
    fn what_turns_a_text_around_is_always_refused() {
        for hidden in ["\u{202e}", "\u{0}", "\u{7}", "\u{2028}", "\u{1b}"] {
            assert_eq!(
                clean(hidden, Rigour::Plain, Links::Keep).1,
                ["control-character"],
                "{hidden:?}"
            );
        }
    }

    #[test]
    fn addresses_are_found_and_numbers_are_not() {
        for link in [
            "см. https://mvd.ru/a",
            "(www.example)",
            "на сайте мвд.рф.",
            "t.me/help",
            "unhcr.org:",
        ] {
            assert_eq!(
                clean(link, Rigour::Strict, Links::Refuse).1,
                ["link-in-text"],
                "{link}"
            );
            assert!(clean(link, Rigour::Strict, Links::Keep).1.is_empty());
        }
        for text in [
            "п.1 ст. 12",
            "24.11.2026",
            "3.5",
            "г.Москва",
            "조선.",
            "A.B. Petrov",
            "U.S. law",
            "и т.д.",
        ] {
            assert!(clean(text, Rigour::Strict, Links::Refuse).1.is_empty(), "{text}");
        }
    }
}
