//! Reading phrase cards.

use durumi_api::{Phrase, PhraseText};
use durumi_packs::content::{self, PhraseGroup};

use crate::{Library, LibraryError, index::PHRASE};

impl Library {
    /// Every card with all its languages, in the packs' order.
    pub fn phrases(&self) -> Result<Vec<Phrase>, LibraryError> {
        let phrases: Vec<content::Phrase> = self.items(PHRASE)?;
        Ok(phrases.into_iter().map(view).collect())
    }
}

fn view(phrase: content::Phrase) -> Phrase {
    let group = match phrase.group {
        PhraseGroup::Protection => "protection",
        PhraseGroup::Police => "police",
        PhraseGroup::Court => "court",
        PhraseGroup::Health => "health",
        PhraseGroup::Work => "work",
        PhraseGroup::Daily => "daily",
    };
    let mut aloud = phrase.aloud;
    Phrase {
        id: phrase.id.to_string(),
        group: group.to_owned(),
        danger: phrase.danger,
        texts: phrase
            .text
            .into_iter()
            .map(|(language, text)| PhraseText {
                language,
                text,
                aloud: aloud.remove(&language).unwrap_or_default(),
            })
            .collect(),
    }
}
