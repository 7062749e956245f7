//! How long the sentences of easy-read versions are.
//!
//! Words are counted between spaces. That is not how linguists count, but an author can do it with a finger, and a
//! Korean word with its particles is read as one.

use durumi_base::Language;

use crate::content::Article;

/// A sentence that somebody who reads slowly does not get through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LongSentence {
    /// The file within the pack.
    pub file: String,
    /// The sentence.
    pub text: String,
    /// How many words it has.
    pub words: usize,
}

/// The sentences of easy-read versions: how many there are, and those that are too long.
#[derive(Default)]
pub(crate) struct Sentences {
    pub(crate) count: usize,
    pub(crate) long: Vec<LongSentence>,
}

impl Sentences {
    /// Of all articles that have an easy-read version.
    pub(crate) fn of(articles: &[Article]) -> Self {
        let mut sentences = Sentences::default();
        for article in articles {
            for (language, texts) in article.easy.iter().flat_map(|easy| &easy.texts) {
                let file = format!("articles/{}/{language}.easy.md", article.id.as_str());
                for sentence in texts.iter().flat_map(|text| split(text)) {
                    sentences.add(&file, *language, sentence);
                }
            }
        }
        sentences
    }

    fn add(&mut self, file: &str, language: Language, sentence: &str) {
        self.count += 1;
        let words = words(sentence);
        if words > most(language) {
            self.long.push(LongSentence {
                file: file.to_owned(),
                text: sentence.to_owned(),
                words,
            });
        }
    }
}

/// Most words of a sentence that is short enough.
fn most(language: Language) -> usize {
    match language {
        Language::KoKp | Language::Ko => 8,
        Language::Ru | Language::En => 10,
    }
}

fn words(sentence: &str) -> usize {
    sentence
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

/// The sentences of a block. One ends with its mark before a space, also inside quotation marks or brackets.
fn split(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut rest = text.trim();
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|tail| tail.find(char::is_whitespace)) {
        let (head, tail) = rest.split_at(from + at);
        if head.trim_end_matches(is_closing).ends_with(['.', '!', '?', '…']) {
            sentences.push(head);
            rest = tail.trim_start();
            from = 0;
        } else {
            from = rest.len() - tail.trim_start().len();
        }
    }
    if words(rest) > 0 {
        sentences.push(rest);
    }
    sentences
}

fn is_closing(c: char) -> bool {
    matches!(c, '»' | '”' | '’' | '》' | '〉' | ')' | '"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_with_its_mark_before_a_space() {
        for (text, sentences) in [
            ("", vec![]),
            ("Стойте. Не бегите!", vec!["Стойте.", "Не бегите!"]),
            ("Статья 18.8 тут.", vec!["Статья 18.8 тут."]),
            (
                "Скажите: «Прошу убежища.»  Ждите…",
                vec!["Скажите: «Прошу убежища.»", "Ждите…"],
            ),
            ("《가십시오.》 다음", vec!["《가십시오.》", "다음"]),
            ("제목", vec!["제목"]),
            (" — ", vec![]),
        ] {
            assert_eq!(split(text), sentences, "{text:?}");
        }
    }

    #[test]
    fn a_dash_is_no_word() {
        assert_eq!(words("Это — ваше право, 48 часов."), 5);
    }
}
