//! What is wrong with a pack, for the person who wrote it.

use std::{cell::RefCell, collections::BTreeSet, fmt};

use crate::limits;

/// One broken rule. The place is a file of the pack, never a path of the computer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file within the pack, with `/`; empty when the rule is about the whole pack.
    pub file: String,
    /// The line, from 1; 0 when the rule is about the whole file.
    pub line: u32,
    /// The rule.
    pub rule: Rule,
    /// What was found, such as a field's or a language's name.
    pub detail: String,
}

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident => $name:literal,)*) => {
        /// A rule of the source format. Its name is stable: programs and translations rely on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[$doc])* $variant,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Rule] = &[$(Rule::$variant,)*];

            /// Its name, such as `missing-language`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Rule::$variant => $name,)*
                }
            }
        }
    };
}

rules! {
    /// A file or folder cannot be read.
    Unreadable => "unreadable",
    /// A symbolic link; what it points to is not part of the pack.
    SymbolicLink => "symbolic-link",
    /// A file, an article or the whole pack is larger than allowed.
    TooLarge => "too-large",
    /// A file that has no place in an article's folder.
    UnknownFile => "unknown-file",
    /// A file is not UTF-8.
    NotUtf8 => "not-utf8",
    /// A text is not in Unicode normalisation form C, in a pack with a ledger.
    NotNfc => "not-nfc",
    /// A character that cannot be seen and changes what is seen.
    ControlCharacter => "control-character",
    /// A file is not TOML.
    BadToml => "bad-toml",
    /// A field that the format does not know.
    UnknownField => "unknown-field",
    /// A field that must be there is not, or is empty.
    MissingField => "missing-field",
    /// A field's value is of the wrong kind or not among those allowed.
    BadValue => "bad-value",
    /// There is no `pack.toml`.
    NoManifest => "no-manifest",
    /// The pack is of a format this program does not know.
    UnknownFormat => "unknown-format",
    /// There is not a single article.
    NoArticle => "no-article",
    /// An id is not 1–64 of `a-z 0-9 -`.
    BadSlug => "bad-slug",
    /// Two things have the same id.
    DuplicateId => "duplicate-id",
    /// A text is missing in a language of the pack.
    MissingLanguage => "missing-language",
    /// A text is in a language that is not one of the pack.
    ExtraLanguage => "extra-language",
    /// An article does not begin with its title, or has several.
    NoTitle => "no-title",
    /// A block without any text.
    EmptyBlock => "empty-block",
    /// Two languages of an article do not have the same kinds of block in the same order.
    BlocksDiffer => "blocks-differ",
    /// Nothing says on what a text rests.
    NoSource => "no-source",
    /// Nothing says when a text was checked, or when it is to be checked again.
    NoDate => "no-date",
    /// `facts` has not one entry for each block.
    FactCount => "fact-count",
    /// The easy-read version is missing in a language, and there in another.
    EasyMissing => "easy-missing",
    /// The easy-read version has more blocks than allowed.
    EasyTooLong => "easy-too-long",
    /// `easy_facts` has not one entry for each block of the easy-read version.
    EasyFactCount => "easy-fact-count",
    /// The easy-read version rests on a fact that the article does not name.
    EasyFactNew => "easy-fact-new",
    /// A fact that the ledger does not have.
    UnknownFact => "unknown-fact",
    /// A fact from memory, without a source.
    MemoryFact => "memory-fact",
    /// A publisher that must not be named to readers is cited.
    CiteOfLabelled => "cite-of-labelled",
    /// A fact asks for its web address to be shipped.
    LinkShipped => "link-shipped",
    /// A text holds a web address, in a pack that refuses them.
    LinkInText => "link-in-text",
    /// A phone without the day on which it was checked and the day on which it expires.
    PhoneUnverified => "phone-unverified",
    /// An address without the day on which it expires.
    AddressUnverified => "address-unverified",
    /// A synonym that the glossary calls a false friend.
    FalseSynonym => "false-synonym",
    /// A contact without a word on what to be careful about.
    MissingRisk => "missing-risk",
    /// A place names a contact that the pack does not have.
    UnknownContact => "unknown-contact",
    /// A place leads to somebody to stay away from.
    AvoidLinked => "avoid-linked",
    /// How Russian sounds is not written in Hangul.
    AloudNotHangul => "aloud-not-hangul",
    /// How Korean sounds is not written in Russian letters.
    AloudNotCyrillic => "aloud-not-cyrillic",
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.file, self.line, self.rule, self.detail)
    }
}

/// Where problems are collected while everything is read.
#[derive(Default)]
pub(crate) struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    pub(crate) fn add(&self, rule: Rule, file: &str, line: u32, detail: impl Into<String>) {
        let mut list = self.0.borrow_mut();
        if list.len() < limits::PROBLEMS {
            list.push(Problem {
                file: file.to_owned(),
                line,
                rule,
                detail: detail.into(),
            });
        }
    }

    /// Whether a file is not TOML, so that nothing it should have said is known.
    pub(crate) fn has_bad_toml(&self, file: &str) -> bool {
        let list = self.0.borrow();
        list.iter()
            .any(|problem| problem.rule == Rule::BadToml && problem.file == file)
    }

    /// All of them, by file and line. Of a file that is not TOML only that is told: the rest of it seems to be
    /// missing because it could not be read.
    pub(crate) fn into_sorted(self) -> Vec<Problem> {
        let mut list = self.0.take();
        let not_toml: BTreeSet<String> = list
            .iter()
            .filter(|problem| problem.rule == Rule::BadToml)
            .map(|problem| problem.file.clone())
            .collect();
        list.retain(|problem| problem.rule == Rule::BadToml || !not_toml.contains(&problem.file));
        list.sort();
        list.dedup();
        list
    }
}
