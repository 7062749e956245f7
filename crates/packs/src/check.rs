//! What an author is told about a pack.

use crate::{Problem, Source, draft::Draft};

/// How much there is, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How much there is.
    pub counts: Counts,
    /// Every broken rule, by file and line. Empty: the pack can be built.
    pub problems: Vec<Problem>,
}

/// How much there is in a pack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Articles, each counted once.
    pub articles: usize,
    /// Languages.
    pub languages: usize,
    /// Blocks of all articles, in one language.
    pub blocks: usize,
    /// Different facts that articles cite.
    pub facts: usize,
    /// Contacts.
    pub contacts: usize,
    /// Phones of contacts.
    pub phones: usize,
    /// Phrase cards.
    pub phrases: usize,
    /// Places.
    pub places: usize,
    /// Terms of the glossary.
    pub terms: usize,
    /// Groups of words that find one another.
    pub synonyms: usize,
}

/// Holds a source folder against every rule.
pub fn check(source: &Source) -> Report {
    let (draft, problems) = Draft::read(source);
    Report {
        counts: count(&draft),
        problems,
    }
}

fn count(draft: &Draft) -> Counts {
    Counts {
        articles: draft.articles.len(),
        languages: draft
            .manifest
            .as_ref()
            .map_or(0, |manifest| manifest.languages.len()),
        blocks: draft.articles.iter().map(|article| article.blocks.len()).sum(),
        facts: draft.facts.len(),
        contacts: draft.contacts.len(),
        phones: draft.contacts.iter().map(|contact| contact.phones.len()).sum(),
        phrases: draft.phrases.len(),
        places: draft.places.len(),
        terms: draft.glossary.len(),
        synonyms: draft.synonyms.len(),
    }
}
