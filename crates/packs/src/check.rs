//! What an author is told about a pack.

use crate::{LongSentence, Problem, Source, draft::Draft, sentences::Sentences};

/// How much there is, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How much there is.
    pub counts: Counts,
    /// Every broken rule, by file and line. Empty: the pack can be built.
    pub problems: Vec<Problem>,
    /// Sentences of easy-read versions that are too long. They do not keep a pack from being built.
    pub long_sentences: Vec<LongSentence>,
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
    /// Articles with an easy-read version.
    pub easy_articles: usize,
    /// Sentences of easy-read versions, in all languages.
    pub easy_sentences: usize,
    /// Those of them that are short enough.
    pub easy_short: usize,
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
    /// Time limits.
    pub deadlines: usize,
    /// Years of holidays.
    pub holidays: usize,
}

/// Holds a source folder against every rule.
pub fn check(source: &Source) -> Report {
    let (draft, problems) = Draft::read(source);
    let sentences = Sentences::of(&draft.articles);
    Report {
        counts: count(&draft, &sentences),
        problems,
        long_sentences: sentences.long,
    }
}

fn count(draft: &Draft, sentences: &Sentences) -> Counts {
    Counts {
        articles: draft.articles.len(),
        languages: draft
            .manifest
            .as_ref()
            .map_or(0, |manifest| manifest.languages.len()),
        blocks: draft.articles.iter().map(|article| article.blocks.len()).sum(),
        facts: draft.facts.len(),
        easy_articles: draft
            .articles
            .iter()
            .filter(|article| article.easy.is_some())
            .count(),
        easy_sentences: sentences.count,
        easy_short: sentences.count - sentences.long.len(),
        contacts: draft.contacts.len(),
        phones: draft.contacts.iter().map(|contact| contact.phones.len()).sum(),
        phrases: draft.phrases.len(),
        places: draft.places.len(),
        terms: draft.glossary.len(),
        synonyms: draft.synonyms.len(),
        deadlines: draft.deadlines.len(),
        holidays: draft.holidays.len(),
    }
}
