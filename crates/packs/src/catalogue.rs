//! What a built pack is and which blobs it has.

use std::{fmt, str::FromStr};

use durumi_base::Language;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{
    PackError, Slug,
    content::Texts,
    limits::{ARTICLES, BLOB_BYTES, CATALOGUE_BYTES, PACK_BYTES},
};

/// `catalogue.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    pub(crate) format: u32,
    /// The pack's name.
    pub id: Slug,
    /// Its version; a newer pack has a higher one.
    pub version: u32,
    /// Its languages; the first is used when a reader's is missing.
    pub languages: Vec<Language>,
    /// Its title in each language.
    pub title: Texts,
    /// Its blobs, by kind and name.
    pub blobs: Vec<BlobEntry>,
}

/// One blob.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlobEntry {
    /// What is in it.
    pub kind: BlobKind,
    /// The article's slug; for the other kinds the kind's name.
    pub name: Slug,
    /// Its content address.
    pub sha256: Sha256,
    /// How many bytes it has.
    pub size: u32,
    /// How many bytes are in it.
    pub unpacked: u32,
}

/// What is in a blob.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlobKind {
    /// One article with all its languages.
    Article,
    /// All contacts.
    Contacts,
    /// All phrase cards.
    Phrases,
    /// All places.
    Places,
    /// All terms.
    Glossary,
    /// All groups of words that find one another.
    Synonyms,
    /// All time limits.
    Deadlines,
    /// All years of holidays.
    Holidays,
}

/// A SHA-256, written as 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256([u8; 32]);

/// The format that this program reads and writes.
pub(crate) const FORMAT: u32 = 1;

impl Catalogue {
    /// Reads `catalogue.json` and holds it against every limit.
    pub fn parse(json: &[u8]) -> Result<Catalogue, PackError> {
        #[derive(Deserialize)]
        struct Versioned {
            format: u32,
        }
        if json.len() > CATALOGUE_BYTES {
            return Err(PackError::TooLarge);
        }
        let versioned: Versioned = serde_json::from_slice(json).map_err(|_| PackError::Malformed)?;
        if versioned.format > FORMAT {
            return Err(PackError::NewerFormat);
        }
        let catalogue: Catalogue = serde_json::from_slice(json).map_err(|_| PackError::Malformed)?;
        catalogue.check()?;
        Ok(catalogue)
    }

    pub(crate) fn check(&self) -> Result<(), PackError> {
        let count = |kind| self.blobs.iter().filter(|blob| blob.kind == kind).count();
        let total =
            |size: fn(&BlobEntry) -> u32| self.blobs.iter().map(|blob| u64::from(size(blob))).sum::<u64>();
        if count(BlobKind::Article) > ARTICLES
            || self.blobs.iter().any(|blob| blob.unpacked > BLOB_BYTES)
            || total(|blob| blob.unpacked) > PACK_BYTES
            || total(|blob| blob.size) > PACK_BYTES
        {
            return Err(PackError::TooLarge);
        }
        let unique = |languages: &[Language]| {
            languages
                .iter()
                .all(|language| languages.iter().filter(|other| *other == language).count() == 1)
        };
        let in_order = self
            .blobs
            .is_sorted_by(|a, b| (a.kind, &a.name) < (b.kind, &b.name));
        let named = self
            .blobs
            .iter()
            .all(|blob| blob.kind == BlobKind::Article || blob.name.as_str() == blob.kind.name());
        let titled = self.title.keys().copied().eq({
            let mut sorted = self.languages.clone();
            sorted.sort_unstable();
            sorted
        });
        let fits = self.format == FORMAT
            && self.version > 0
            && !self.languages.is_empty()
            && count(BlobKind::Article) > 0
            && unique(&self.languages)
            && in_order
            && named
            && titled;
        if fits { Ok(()) } else { Err(PackError::Malformed) }
    }
}

impl BlobKind {
    /// Every kind, in the order of the catalogue.
    pub const ALL: [BlobKind; 8] = [
        BlobKind::Article,
        BlobKind::Contacts,
        BlobKind::Phrases,
        BlobKind::Places,
        BlobKind::Glossary,
        BlobKind::Synonyms,
        BlobKind::Deadlines,
        BlobKind::Holidays,
    ];

    /// Its word in files.
    pub fn name(self) -> &'static str {
        match self {
            BlobKind::Article => "article",
            BlobKind::Contacts => "contacts",
            BlobKind::Phrases => "phrases",
            BlobKind::Places => "places",
            BlobKind::Glossary => "glossary",
            BlobKind::Synonyms => "synonyms",
            BlobKind::Deadlines => "deadlines",
            BlobKind::Holidays => "holidays",
        }
    }
}

impl Sha256 {
    /// The hash of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Sha256(durumi_keys::sha256(bytes))
    }

    /// A hash that is known already, such as one compiled into the program.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Sha256(bytes)
    }

    /// Its 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Sha256 {
    type Err = PackError;

    fn from_str(text: &str) -> Result<Self, PackError> {
        let mut bytes = [0; 32];
        if text.len() != 64 {
            return Err(PackError::Malformed);
        }
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            for digit in pair {
                let value = match digit {
                    b'0'..=b'9' => digit - b'0',
                    b'a'..=b'f' => digit - b'a' + 10,
                    _ => return Err(PackError::Malformed),
                };
                *byte = *byte << 4 | value;
            }
        }
        Ok(Sha256(bytes))
    }
}

impl Serialize for Sha256 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Sha256 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}
