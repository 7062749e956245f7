//! Everything a source folder says, and everything that is wrong with it.

use std::collections::BTreeSet;

use crate::{
    Problem, Rule, Source, article, contacts,
    content::{Article, Contact, Deadline, Holidays, Phrase, Place, SynonymGroup, Term},
    deadlines,
    fields::TomlFile,
    glossary, holidays,
    ledger::{self, Ledger},
    manifest::{self, Links, Manifest},
    phrases, places,
    problem::Problems,
    synonyms,
    text::{Lint, Rigour},
};

/// A pack before it is packed. Complete only when there are no problems.
pub(crate) struct Draft {
    pub(crate) manifest: Option<Manifest>,
    pub(crate) articles: Vec<Article>,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) places: Vec<Place>,
    pub(crate) glossary: Vec<Term>,
    pub(crate) synonyms: Vec<SynonymGroup>,
    pub(crate) deadlines: Vec<Deadline>,
    pub(crate) holidays: Vec<Holidays>,
    /// Ids of the facts that articles cite.
    pub(crate) facts: BTreeSet<String>,
}

impl Draft {
    /// Reads all of it. Total: problems are collected, never fatal.
    pub(crate) fn read(source: &Source) -> (Draft, Vec<Problem>) {
        let problems = Problems::default();
        let mut draft = Draft {
            manifest: None,
            articles: Vec::new(),
            contacts: Vec::new(),
            phrases: Vec::new(),
            places: Vec::new(),
            glossary: Vec::new(),
            synonyms: Vec::new(),
            deadlines: Vec::new(),
            holidays: Vec::new(),
            facts: BTreeSet::new(),
        };
        draft.fill(source, &problems);
        let mut problems = problems.into_sorted();
        problems.extend_from_slice(source.problems());
        problems.sort();
        (draft, problems)
    }

    fn fill(&mut self, source: &Source, problems: &Problems) {
        let rigour = if source.file(ledger::FILE).is_some() {
            Rigour::Strict
        } else {
            Rigour::Plain
        };
        let mut lint = Lint {
            rigour,
            links: Links::Keep,
            problems,
        };
        let decode =
            |name: &str, lint: Lint<'_>| source.file(name).and_then(|bytes| lint.decode(bytes, name));
        let Some(text) = decode(manifest::FILE, lint) else {
            if source.file(manifest::FILE).is_none() {
                problems.add(Rule::NoManifest, manifest::FILE, 0, "");
            }
            return;
        };
        // Read once without reporting, to know how to look at the texts in the same file.
        let unheard = Problems::default();
        lint.links = manifest::links(&TomlFile::new(
            manifest::FILE,
            &text,
            Lint {
                problems: &unheard,
                ..lint
            },
        ));
        let manifest = manifest::read(&TomlFile::new(manifest::FILE, &text, lint));
        if problems.has_bad_toml(manifest::FILE) {
            // Without its languages every text would seem to be wrong.
            return;
        }
        let languages = &manifest.languages;
        let ledger = decode(ledger::FILE, lint).map(|text| {
            let open = Lint {
                links: Links::Keep,
                ..lint
            };
            Ledger::read(&TomlFile::new(ledger::FILE, &text, open), languages, lint.links)
        });
        if problems.has_bad_toml(ledger::FILE) {
            // Likewise every fact that is cited.
            return;
        }
        let ledger = ledger.as_ref();
        let mut contact_ids = BTreeSet::new();
        if let Some(text) = decode(contacts::FILE, lint) {
            let file = TomlFile::new(contacts::FILE, &text, lint);
            self.contacts = contacts::read(&file, languages, ledger, &mut contact_ids);
        }
        if let Some(text) = decode(places::FILE, lint) {
            let shared = places::Shared {
                languages,
                ledger,
                contact_ids: &contact_ids,
                contacts: &self.contacts,
            };
            self.places = places::read(&TomlFile::new(places::FILE, &text, lint), &shared);
        }
        if let Some(text) = decode(phrases::FILE, lint) {
            self.phrases = phrases::read(&TomlFile::new(phrases::FILE, &text, lint), languages);
        }
        if let Some(text) = decode(glossary::FILE, lint) {
            self.glossary = glossary::read(&TomlFile::new(glossary::FILE, &text, lint), languages);
        }
        if let Some(text) = decode(synonyms::FILE, lint) {
            self.synonyms = synonyms::read(&TomlFile::new(synonyms::FILE, &text, lint), &self.glossary);
        }
        if let Some(text) = decode(deadlines::FILE, lint) {
            let file = TomlFile::new(deadlines::FILE, &text, lint);
            self.deadlines = deadlines::read(&file, languages, ledger);
        }
        if let Some(text) = decode(holidays::FILE, lint) {
            self.holidays = holidays::read(&TomlFile::new(holidays::FILE, &text, lint), ledger);
        }
        let default_source = manifest.default_source.as_ref();
        let shared = article::Shared {
            languages,
            default_source,
            ledger,
            lint,
        };
        let articles = source.articles();
        if articles.is_empty() {
            problems.add(Rule::NoArticle, "articles", 0, "");
        }
        for (slug, files) in articles {
            if let Some(found) = article::read(slug, &files, &shared) {
                self.articles.push(found.article);
                self.facts.extend(found.facts);
            }
        }
        self.manifest = Some(manifest);
    }
}
