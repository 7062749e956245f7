//! From a source folder to a catalogue and blobs.

use std::{fs, io, path::Path};

use serde::Serialize;
use zstd::bulk::Compressor;

use crate::{
    BlobEntry, BlobKind, Catalogue, Pack, PackError, Problem, Rule, Sha256, Slug, Source, catalogue::FORMAT,
    draft::Draft, limits::BLOB_BYTES,
};

/// A pack that was built here, from source, by this process. There is no other way to get one.
#[derive(Clone, Debug)]
pub struct Built(Pack);

impl Built {
    /// The pack.
    pub fn pack(&self) -> &Pack {
        &self.0
    }
}

/// Builds a pack, or names everything that keeps it from being built. The same files give the same bytes.
pub fn build(source: &Source) -> Result<Built, Vec<Problem>> {
    let (draft, problems) = Draft::read(source);
    if !problems.is_empty() {
        return Err(problems);
    }
    let too_large = |_| {
        vec![Problem {
            file: String::new(),
            line: 0,
            rule: Rule::TooLarge,
            detail: String::new(),
        }]
    };
    assemble(draft).map(Built).map_err(too_large)
}

/// Writes a built pack as files. The catalogue comes last: a folder without one is not a pack yet.
pub fn write(built: &Built, folder: &Path) -> io::Result<()> {
    let blobs = folder.join("blobs");
    fs::create_dir_all(&blobs)?;
    for (entry, blob) in built.0.blobs() {
        fs::write(blobs.join(format!("{}.zst", entry.sha256)), blob)?;
    }
    fs::write(folder.join("catalogue.json"), built.0.catalogue_json())
}

fn assemble(draft: Draft) -> Result<Pack, PackError> {
    let manifest = draft.manifest.expect("without problems there is a manifest");
    let mut packer = Packer {
        compressor: Compressor::new(19).expect("19 is a level of zstd"),
        entries: Vec::new(),
        blobs: Vec::new(),
    };
    for article in &draft.articles {
        packer.add(BlobKind::Article, article.id.clone(), article)?;
    }
    packer.add_list(BlobKind::Contacts, &draft.contacts)?;
    packer.add_list(BlobKind::Phrases, &draft.phrases)?;
    packer.add_list(BlobKind::Places, &draft.places)?;
    packer.add_list(BlobKind::Glossary, &draft.glossary)?;
    packer.add_list(BlobKind::Synonyms, &draft.synonyms)?;
    packer.add_list(BlobKind::Deadlines, &draft.deadlines)?;
    packer.add_list(BlobKind::Holidays, &draft.holidays)?;
    let catalogue = Catalogue {
        format: FORMAT,
        id: manifest.id.expect("without problems there is an id"),
        version: manifest.version,
        languages: manifest.languages,
        title: manifest.title,
        blobs: packer.entries,
    };
    let json = serde_json::to_vec(&catalogue).expect("a catalogue is plain data");
    Pack::from_parts(json, packer.blobs)
}

struct Packer {
    compressor: Compressor<'static>,
    entries: Vec<BlobEntry>,
    blobs: Vec<Vec<u8>>,
}

impl Packer {
    fn add_list<T: Serialize>(&mut self, kind: BlobKind, list: &[T]) -> Result<(), PackError> {
        if list.is_empty() {
            return Ok(());
        }
        self.add(
            kind,
            kind.name().parse().expect("the name of a kind is a slug"),
            &list,
        )
    }

    fn add<T: Serialize>(&mut self, kind: BlobKind, name: Slug, content: &T) -> Result<(), PackError> {
        let json = serde_json::to_vec(content).expect("content is plain data");
        let unpacked = u32::try_from(json.len())
            .ok()
            .filter(|size| *size <= BLOB_BYTES)
            .ok_or(PackError::TooLarge)?;
        let blob = self.compressor.compress(&json).map_err(|_| PackError::TooLarge)?;
        let size = u32::try_from(blob.len()).map_err(|_| PackError::TooLarge)?;
        self.entries.push(BlobEntry {
            kind,
            name,
            sha256: Sha256::of(&blob),
            size,
            unpacked,
        });
        self.blobs.push(blob);
        Ok(())
    }
}
