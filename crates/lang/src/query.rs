//! What was typed, as expressions for the index.

use crate::fold::{Script, fold};
use crate::stage::{Class, Stage};

/// What a person typed.
#[derive(Clone, Debug, Default)]
pub struct Query {
    words: Vec<Word>,
}

#[derive(Clone, Debug)]
struct Word {
    text: String,
    script: Script,
}

impl Query {
    /// Takes what was typed. Never fails: what cannot be searched for is left out, and of a long
    /// text only the first 200 characters count.
    pub fn parse(raw: &str) -> Query {
        let typed: String = raw.chars().take(200).collect();
        let mut words: Vec<Word> = Vec::new();
        let mut open = false;
        fold(&typed, |sign| {
            if matches!(sign.script, Script::Space | Script::Break) {
                open = false;
                return;
            }
            match words.last_mut() {
                Some(word) if open && word.script == sign.script => word.text.push(sign.letter),
                _ => words.push(Word {
                    text: sign.letter.to_string(),
                    script: sign.script,
                }),
            }
            open = true;
        });
        Query { words }
    }

    /// True when there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The expressions to try one after the other until there are results enough.
    pub fn stages(&self) -> Vec<Stage> {
        if self.is_empty() {
            return Vec::new();
        }
        let terms: Vec<String> = self
            .words
            .iter()
            .map(|word| format!("\"{}\"", word.text))
            .collect();
        let all = format!("{} *", terms.join(" AND "));
        vec![
            Stage {
                expression: all,
                class: Class::Words,
                broad: false,
            },
            Stage {
                expression: terms.join(" OR "),
                class: Class::Parts,
                broad: false,
            },
        ]
    }

    /// The same with synonyms: `of` is asked for every word and gives what may stand for it.
    #[must_use]
    pub fn with_synonyms(self, of: &dyn Fn(&str) -> Vec<String>) -> Query {
        let _ = of;
        self
    }

    /// The expression for one wrong letter, from the words of the index (`fts5vocab`); none when no
    /// word of the index is near. To be tried when [`Query::stages`] found little.
    pub fn typos<'v>(&self, vocabulary: impl Iterator<Item = &'v str>) -> Option<Stage> {
        let _ = vocabulary;
        None
    }

    /// What may have been meant under another keyboard layout or in another alphabet. To be tried
    /// only when everything else found nothing.
    pub fn rescues(&self) -> Vec<Stage> {
        Vec::new()
    }
}
