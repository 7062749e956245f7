//! A built pack in memory: a catalogue and the blobs it names.
//!
//! Having one says that lengths and hashes are right, not that it can be trusted: that is
//! [`crate::Verified`].

use std::sync::Arc;

use serde::de::DeserializeOwned;

use crate::{
    BlobEntry, BlobKind, Catalogue, Sha256,
    content::{Article, Contact, Deadline, Holidays, Phrase, Place, SynonymGroup, Term},
};

/// Why bytes are not a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// Cut off, changed, or never one.
    #[error("not a pack, or a damaged one")]
    Malformed,
    /// A length or a hash is not what the catalogue says.
    #[error("a part of the pack is not what its catalogue says")]
    Mismatch,
    /// Something is larger than allowed.
    #[error("the pack is larger than allowed")]
    TooLarge,
    /// Written by a newer version of the program.
    #[error("the pack is of a newer format")]
    NewerFormat,
}

/// A catalogue and its blobs. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Pack(Arc<Parts>);

#[derive(Debug, PartialEq, Eq)]
struct Parts {
    catalogue: Catalogue,
    catalogue_json: Vec<u8>,
    blobs: Vec<Vec<u8>>,
}

impl Pack {
    /// Puts a pack together if every blob is what the catalogue says. The blobs are in the order of the catalogue.
    pub fn from_parts(catalogue_json: Vec<u8>, blobs: Vec<Vec<u8>>) -> Result<Pack, PackError> {
        let catalogue = Catalogue::parse(&catalogue_json)?;
        if catalogue.blobs.len() != blobs.len() {
            return Err(PackError::Mismatch);
        }
        for (entry, blob) in catalogue.blobs.iter().zip(&blobs) {
            if entry.size as usize != blob.len() || entry.sha256 != Sha256::of(blob) {
                return Err(PackError::Mismatch);
            }
        }
        Ok(Pack(Arc::new(Parts {
            catalogue,
            catalogue_json,
            blobs,
        })))
    }

    /// What the pack is.
    pub fn catalogue(&self) -> &Catalogue {
        &self.0.catalogue
    }

    /// The catalogue as it is stored.
    pub fn catalogue_json(&self) -> &[u8] {
        &self.0.catalogue_json
    }

    /// Every blob as it is stored.
    pub fn blobs(&self) -> impl Iterator<Item = (&BlobEntry, &[u8])> {
        self.0
            .catalogue
            .blobs
            .iter()
            .zip(self.0.blobs.iter().map(Vec::as_slice))
    }

    /// Every article with its blob, by slug.
    pub fn articles(&self) -> impl Iterator<Item = Result<(Article, &BlobEntry, &[u8]), PackError>> {
        self.blobs()
            .filter(|(entry, _)| entry.kind == BlobKind::Article)
            .map(|(entry, blob)| {
                let article: Article = decode(blob, entry.unpacked)?;
                check_article(&article, entry, &self.0.catalogue)?;
                Ok((article, entry, blob))
            })
    }

    /// All contacts, in the authors' order.
    pub fn contacts(&self) -> Result<Vec<Contact>, PackError> {
        self.list(BlobKind::Contacts)
    }

    /// All phrase cards, in the authors' order.
    pub fn phrases(&self) -> Result<Vec<Phrase>, PackError> {
        self.list(BlobKind::Phrases)
    }

    /// All places, in the authors' order.
    pub fn places(&self) -> Result<Vec<Place>, PackError> {
        self.list(BlobKind::Places)
    }

    /// All terms, in the authors' order.
    pub fn glossary(&self) -> Result<Vec<Term>, PackError> {
        self.list(BlobKind::Glossary)
    }

    /// All groups of words that find one another, in the authors' order.
    pub fn synonyms(&self) -> Result<Vec<SynonymGroup>, PackError> {
        self.list(BlobKind::Synonyms)
    }

    /// All time limits, in the authors' order.
    pub fn deadlines(&self) -> Result<Vec<Deadline>, PackError> {
        self.list(BlobKind::Deadlines)
    }

    /// All years of holidays, in the authors' order.
    pub fn holidays(&self) -> Result<Vec<Holidays>, PackError> {
        self.list(BlobKind::Holidays)
    }

    fn list<T: DeserializeOwned>(&self, kind: BlobKind) -> Result<Vec<T>, PackError> {
        self.blobs()
            .find(|(entry, _)| entry.kind == kind)
            .map_or(Ok(Vec::new()), |(entry, blob)| decode(blob, entry.unpacked))
    }
}

/// An article must be the one its entry names, in languages that its pack has.
pub(crate) fn check_article(
    article: &Article,
    entry: &BlobEntry,
    catalogue: &Catalogue,
) -> Result<(), PackError> {
    let known = |language| catalogue.languages.contains(language);
    if article.is_consistent() && article.id == entry.name && article.texts.keys().all(known) {
        Ok(())
    } else {
        Err(PackError::Malformed)
    }
}

/// What is in a blob of exactly `unpacked` bytes.
pub(crate) fn decode<T: DeserializeOwned>(blob: &[u8], unpacked: u32) -> Result<T, PackError> {
    let json = unpack(blob, unpacked)?;
    serde_json::from_slice(&json).map_err(|_| PackError::Malformed)
}

/// Decompresses into exactly the room that was declared, so that a small blob cannot fill the memory.
pub(crate) fn unpack(blob: &[u8], unpacked: u32) -> Result<Vec<u8>, PackError> {
    let json = zstd::bulk::decompress(blob, unpacked as usize).map_err(|_| PackError::Malformed)?;
    if json.len() == unpacked as usize {
        Ok(json)
    } else {
        Err(PackError::Mismatch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blob_that_unpacks_to_more_than_it_says_is_refused() {
        let bomb = zstd::bulk::compress(&vec![b' '; 8 << 20], 19).unwrap();
        assert!(bomb.len() < 2000);
        assert_eq!(unpack(&bomb, 100), Err(PackError::Malformed));
        assert_eq!(unpack(&bomb, 9 << 20), Err(PackError::Mismatch));
        assert_eq!(unpack(&bomb, 8 << 20).unwrap().len(), 8 << 20);
    }
}
