//! Fetching what an offer has and the library has not, and what is then ready to be installed.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::{Carrier, Confirmed, FileName, Offer, Origin, Refusal, Signed, TrustState, Verified, limits};
use crate::{
    BlobEntry, BlobKind, Catalogue, PackError, Sha256, Slug,
    content::{Article, Contact, Deadline, Holidays, Phrase, Place, SynonymGroup, Term},
    pack,
};

/// Whoever will install: knows what is here already, and keeps what arrives.
pub trait Receiver {
    /// Why it cannot keep something.
    type Error: From<Refusal>;

    /// Whether a blob is installed as this part of this pack.
    fn holds(&self, pack: &Slug, entry: &BlobEntry) -> Result<bool, Self::Error>;

    /// A blob that arrived in an earlier attempt. It is verified again.
    fn arrived(&self, hash: &Sha256) -> Result<Option<Vec<u8>>, Self::Error>;

    /// Keeps blobs that have just arrived and were verified, so that an interruption costs nothing.
    fn keep(&mut self, blobs: &[(Sha256, &[u8])]) -> Result<(), Self::Error>;
}

/// Everything that is needed to bring a library up to an offer.
#[derive(Clone, Debug)]
pub struct Delivery {
    packs: Vec<Update>,
    state: TrustState,
    confirmed: Confirmed,
}

/// A pack: its catalogue, and those of its blobs that the library did not have.
#[derive(Clone, Debug)]
pub struct Update {
    catalogue: Catalogue,
    json: Vec<u8>,
    signed: Signed,
    blobs: BTreeMap<Sha256, Vec<u8>>,
}

/// So many bytes are kept in one go: each time costs a wait for the disk.
const KEEP_BYTES: usize = 1024 * 1024;

impl Offer {
    /// Fetches every blob that `receiver` does not have, and verifies each. Nothing is installed.
    pub fn fetch<R: Receiver>(
        self,
        carrier: &dyn Carrier,
        receiver: &mut R,
    ) -> Result<Verified<Delivery>, R::Error> {
        let mut packs = Vec::with_capacity(self.packs.len());
        for offered in self.packs {
            let blobs = blobs(&offered.catalogue, carrier, receiver)?;
            packs.push(Update {
                catalogue: offered.catalogue,
                json: offered.json,
                signed: offered.signed,
                blobs,
            });
        }
        let delivery = Delivery {
            packs,
            state: self.state,
            confirmed: self.confirmed,
        };
        Ok(Verified {
            value: delivery,
            origin: Origin::Signed,
        })
    }
}

fn blobs<R: Receiver>(
    catalogue: &Catalogue,
    carrier: &dyn Carrier,
    receiver: &mut R,
) -> Result<BTreeMap<Sha256, Vec<u8>>, R::Error> {
    let mut blobs = BTreeMap::new();
    let mut new: Vec<Sha256> = Vec::new();
    let mut size = 0;
    for entry in &catalogue.blobs {
        if receiver.holds(&catalogue.id, entry)? {
            continue;
        }
        let blob = match receiver.arrived(&entry.sha256)? {
            Some(blob) if verify(entry, &blob).is_ok() => blob,
            _ => {
                let blob = match fetch(carrier, entry) {
                    Ok(blob) => blob,
                    Err(refusal) => {
                        // What came before the stick was pulled need not come again.
                        keep(&mut new, &blobs, receiver)?;
                        return Err(refusal.into());
                    }
                };
                new.push(entry.sha256);
                size += blob.len();
                blob
            }
        };
        blobs.insert(entry.sha256, blob);
        if size >= KEEP_BYTES {
            keep(&mut new, &blobs, receiver)?;
            size = 0;
        }
    }
    keep(&mut new, &blobs, receiver)?;
    Ok(blobs)
}

fn keep<R: Receiver>(
    new: &mut Vec<Sha256>,
    blobs: &BTreeMap<Sha256, Vec<u8>>,
    receiver: &mut R,
) -> Result<(), R::Error> {
    let arrived: Vec<(Sha256, &[u8])> = new
        .drain(..)
        .filter_map(|hash| Some((hash, blobs.get(&hash)?.as_slice())))
        .collect();
    if arrived.is_empty() {
        Ok(())
    } else {
        receiver.keep(&arrived)
    }
}

fn fetch(carrier: &dyn Carrier, entry: &BlobEntry) -> Result<Vec<u8>, Refusal> {
    if u64::from(entry.size) > limits::BLOB {
        return Err(Refusal::TooLarge);
    }
    let blob = carrier
        .read(&FileName::Blob(entry.sha256), u64::from(entry.size))?
        .ok_or(Refusal::Incomplete)?;
    verify(entry, &blob)?;
    Ok(blob)
}

/// A blob is the one that was signed, unpacks to what it says, and is what its kind says.
fn verify(entry: &BlobEntry, blob: &[u8]) -> Result<(), Refusal> {
    if blob.len() != entry.size as usize || Sha256::of(blob) != entry.sha256 {
        return Err(Refusal::Changed);
    }
    match entry.kind {
        BlobKind::Article => drop(pack::decode::<Article>(blob, entry.unpacked)?),
        BlobKind::Contacts => drop(pack::decode::<Vec<Contact>>(blob, entry.unpacked)?),
        BlobKind::Phrases => drop(pack::decode::<Vec<Phrase>>(blob, entry.unpacked)?),
        BlobKind::Places => drop(pack::decode::<Vec<Place>>(blob, entry.unpacked)?),
        BlobKind::Glossary => drop(pack::decode::<Vec<Term>>(blob, entry.unpacked)?),
        BlobKind::Synonyms => drop(pack::decode::<Vec<SynonymGroup>>(blob, entry.unpacked)?),
        BlobKind::Deadlines => drop(pack::decode::<Vec<Deadline>>(blob, entry.unpacked)?),
        BlobKind::Holidays => drop(pack::decode::<Vec<Holidays>>(blob, entry.unpacked)?),
    }
    Ok(())
}

impl Delivery {
    /// Its packs, by id.
    pub fn packs(&self) -> &[Update] {
        &self.packs
    }

    /// What the library is to keep of the metadata.
    pub fn state(&self) -> &TrustState {
        &self.state
    }

    /// When the repository was said to be the newest.
    pub fn confirmed(&self) -> Confirmed {
        self.confirmed
    }
}

impl Update {
    /// What the pack is.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The catalogue as it is stored.
    pub fn catalogue_json(&self) -> &[u8] {
        &self.json
    }

    /// Who signed it.
    pub fn signed(&self) -> &Signed {
        &self.signed
    }

    /// Whether every blob is here, so that nothing of an older version is needed.
    pub fn is_whole(&self) -> bool {
        self.catalogue
            .blobs
            .iter()
            .all(|entry| self.blobs.contains_key(&entry.sha256))
    }

    /// Whether a part came with this update.
    pub fn brings(&self, entry: &BlobEntry) -> bool {
        self.blobs.contains_key(&entry.sha256)
    }

    /// An article that came with it.
    pub fn article(&self, entry: &BlobEntry) -> Result<Article, PackError> {
        let article: Article = self.decode(entry)?;
        pack::check_article(&article, entry, &self.catalogue)?;
        Ok(article)
    }

    /// A list that came with it.
    pub fn list<T: DeserializeOwned>(&self, entry: &BlobEntry) -> Result<Vec<T>, PackError> {
        self.decode(entry)
    }

    fn decode<T: DeserializeOwned>(&self, entry: &BlobEntry) -> Result<T, PackError> {
        let blob = self.blobs.get(&entry.sha256).ok_or(PackError::Mismatch)?;
        pack::decode(blob, entry.unpacked)
    }

    /// The pack as a whole, when every blob is here.
    pub fn whole(&self) -> Result<crate::Pack, PackError> {
        let blobs = self.catalogue.blobs.iter();
        let blobs: Option<Vec<_>> = blobs
            .map(|entry| self.blobs.get(&entry.sha256).cloned())
            .collect();
        crate::Pack::from_parts(self.json.clone(), blobs.ok_or(PackError::Mismatch)?)
    }
}
