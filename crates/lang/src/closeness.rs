//! How much a text is spelt like the query.
//!
//! The index keeps one spelling of every syllable, so that 강제로동 and 강제노동 meet; it cannot tell which
//! of two results is written as the person writes. This comparison can, on the titles and snippets of
//! the few results that are shown. A second, unfolded index was rejected: it would double the size.

use crate::endings;
use crate::english;
use crate::fold::Script;
use crate::hangul;
use crate::query::Query;
use crate::russian;
use crate::typo::keys;
use crate::word::{State, Word, words};

/// How much the spelling of a text agrees with a query; more is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Closeness {
    /// Some word of the query is not in the text in any spelling or form.
    Apart,
    /// Every word is there when the initial-sound law is applied to every syllable.
    FoldedEverywhere,
    /// Every word is there when the law is applied at the beginning of words, or in another form.
    FoldedAtStart,
    /// Every word is there as it was typed.
    Exact,
}

/// Compares a query with a title or a snippet, to order what the index found alike.
pub fn closeness(query: &Query, text: &str) -> Closeness {
    let text = Text::new(text);
    query
        .words()
        .map(|(word, state)| text.holds(word, state))
        .min()
        .unwrap_or(Closeness::Apart)
}

/// Whether a title holds every word of the query that nearly every text holds (и, в, the), and there is one. Such words
/// are not searched for; of titles that are alike in all else, the one that was typed has them.
pub fn holds_small_words(query: &Query, title: &str) -> bool {
    let mut small = query.small_words().peekable();
    small.peek().is_some() && {
        let title = words(title);
        small.all(|word| title.iter().any(|other| other.text == word.text))
    }
}

struct Text {
    words: Vec<Word>,
    /// The Hangul of the text without its spaces, in three spellings.
    typed: String,
    at_start: String,
    everywhere: String,
}

impl Text {
    fn new(text: &str) -> Text {
        let words = words(text);
        let (mut typed, mut at_start, mut everywhere) = (String::new(), String::new(), String::new());
        for word in &words {
            if word.script == Script::Hangul {
                typed.push_str(&word.text);
                at_start.extend(folded_at_start(&word.text));
                everywhere.extend(word.text.chars().map(hangul::fold));
            } else {
                for text in [&mut typed, &mut at_start, &mut everywhere] {
                    text.push(' ');
                }
            }
        }
        Text {
            words,
            typed,
            at_start,
            everywhere,
        }
    }

    fn holds(&self, word: &Word, state: State) -> Closeness {
        match word.script {
            Script::Hangul => {
                let stems = endings::stems(&word.text);
                let stems = stems.into_iter().chain([word.text.as_str()]);
                let whole = stems
                    .map(|stem| self.holds_hangul(stem))
                    .max()
                    .unwrap_or(Closeness::Apart);
                match state {
                    State::Typing if whole == Closeness::Apart => self.holds_keys(&word.text),
                    _ => whole,
                }
            }
            script => {
                let stem = |text: &str| match script {
                    Script::Cyrillic => russian::stem(text).into_owned(),
                    Script::Latin => english::stem(text).into_owned(),
                    _ => text.to_owned(),
                };
                let wanted = stem(&word.text);
                let others = self.words.iter().filter(|other| other.script == script);
                let compare = |other: &Word| match state {
                    _ if other.text == word.text => Closeness::Exact,
                    State::Typing if other.text.starts_with(&word.text) => Closeness::Exact,
                    _ if stem(&other.text) == wanted => Closeness::FoldedAtStart,
                    _ => Closeness::Apart,
                };
                others.map(compare).max().unwrap_or(Closeness::Apart)
            }
        }
    }

    fn holds_hangul(&self, stem: &str) -> Closeness {
        if self.typed.contains(stem) {
            Closeness::Exact
        } else if self.at_start.contains(&folded_at_start(stem).collect::<String>()) {
            Closeness::FoldedAtStart
        } else if self
            .everywhere
            .contains(&stem.chars().map(hangul::fold).collect::<String>())
        {
            Closeness::FoldedEverywhere
        } else {
            Closeness::Apart
        }
    }

    /// For a word whose last syllable is still being composed.
    fn holds_keys(&self, word: &str) -> Closeness {
        let mut typed = String::new();
        self.typed.chars().for_each(|c| hangul::push_keys(&mut typed, c));
        let mut wanted = String::new();
        word.chars().for_each(|c| hangul::push_keys(&mut wanted, c));
        if typed.contains(&wanted) {
            Closeness::Exact
        } else if keys(&self.everywhere).contains(&keys(word)) {
            Closeness::FoldedEverywhere
        } else {
            Closeness::Apart
        }
    }
}

fn folded_at_start(word: &str) -> impl Iterator<Item = char> {
    word.chars()
        .enumerate()
        .map(|(i, c)| if i == 0 { hangul::initial_law(c) } else { c })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_tell_titles_apart() {
        let holds = |query: &str, title: &str| holds_small_words(&Query::parse(query), title);
        assert!(holds("работа в и", "Работа в Москве и дома"));
        assert!(!holds("работа в и", "Работа в Москве"));
        assert!(
            !holds("работа", "Работа в Москве"),
            "there is no small word in the query"
        );
    }

    fn close(query: &str, text: &str) -> Closeness {
        closeness(&Query::parse(query), text)
    }

    #[test]
    fn exact_is_above_folded_at_start_is_above_folded_everywhere() {
        assert_eq!(close("로동자", "로동자의 권리"), Closeness::Exact);
        assert_eq!(close("로동자", "노동자의 권리"), Closeness::FoldedAtStart);
        assert_eq!(close("강제로동", "강제노동 금지"), Closeness::FoldedEverywhere);
        assert_eq!(close("강제로동", "강제 로동"), Closeness::Exact);
        assert_eq!(close("려권", "변호사"), Closeness::Apart);
    }

    #[test]
    fn particles_inflections_and_half_a_syllable_do_not_count() {
        assert_eq!(close("변호사를", "무료 변호사"), Closeness::Exact);
        assert_eq!(close("변홋", "무료 변호사"), Closeness::Exact);
        assert_eq!(close("беженцев", "Статус беженца"), Closeness::FoldedAtStart);
        assert_eq!(close("стат", "Статус беженца"), Closeness::Exact);
        assert_eq!(close("", "Статус"), Closeness::Apart);
    }
}
