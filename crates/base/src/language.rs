//! The four languages of the program and of its library.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A language, named by its BCP 47 tag in files and in the contract.
///
/// `ko-KP` is its own language here and not a fallback of `ko`: Seoul usage can incriminate a person
/// who is sent back, so the two are written separately and never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Korean in North Korean orthography and vocabulary.
    KoKp,
    /// Korean as written in the South.
    Ko,
    /// Russian.
    Ru,
    /// English.
    En,
}

/// The text is none of `ko-KP`, `ko`, `ru`, `en`.
#[derive(Debug, thiserror::Error)]
#[error("not one of the languages ko-KP, ko, ru, en")]
pub struct LanguageError;

impl Language {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Language; 4] = [Language::KoKp, Language::Ko, Language::Ru, Language::En];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::KoKp => "ko-KP",
            Language::Ko => "ko",
            Language::Ru => "ru",
            Language::En => "en",
        }
    }
}

impl FromStr for Language {
    type Err = LanguageError;

    fn from_str(tag: &str) -> Result<Self, LanguageError> {
        Language::ALL
            .into_iter()
            .find(|language| language.tag() == tag)
            .ok_or(LanguageError)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}
