//! Articles' texts as they are kept: a JSON list for each language, compressed.
//!
//! Not as in the pack, which has one blob an article so that an update fetches what changed: an article alone
//! is too short to compress well, and a search would unpack all its languages to show one. So what a
//! pack's articles have in common goes into a dictionary for each language, made here at installing and of
//! no concern to packs. Measured on 2,559 pages of a program's help: bodies 1.4 MB instead of 2.9.

use std::collections::BTreeMap;

use durumi_base::Language;
use durumi_packs::Pack;
use rusqlite::{Connection, Transaction, params};
use zstd::{
    bulk::{Compressor, Decompressor},
    zstd_safe::CParameter,
};

use crate::{LibraryError, library::language};

/// Largest dictionary, in bytes. Beyond, it costs more than it saves.
const DICTIONARY: usize = 64 * 1024;
/// A dictionary is at most this part of the texts, and one below the least is not worth its row.
const PART: usize = 64;
const LEAST: usize = 8 * 1024;
/// A dictionary is made from at most so many bytes of articles, chosen at even distances.
const SAMPLES: usize = 8 * 1024 * 1024;
const LEVEL: i32 = 19;
/// The same for a library in memory, which is made anew at every start and never takes room on a disk.
const LEVEL_IN_MEMORY: i32 = 1;

/// Compresses the texts of one pack.
pub(crate) struct Packer {
    plain: Compressor<'static>,
    with_dictionary: BTreeMap<Language, Compressor<'static>>,
}

impl Packer {
    /// Chooses the dictionaries of a pack and stores them. The same pack gives the same ones.
    pub(crate) fn new(tx: &Transaction<'_>, row: i64, pack: &Pack) -> Result<Self, LibraryError> {
        let level = level(tx);
        let mut with_dictionary = BTreeMap::new();
        for (language, dictionary) in dictionaries(pack)? {
            tx.execute(
                "INSERT INTO dictionary (pack, language, content) VALUES (?1, ?2, ?3)",
                params![row, language.tag(), dictionary],
            )?;
            with_dictionary.insert(language, with(level, &dictionary)?);
        }
        let plain = Compressor::new(level).map_err(|_| LibraryError::Damaged)?;
        Ok(Packer {
            plain,
            with_dictionary,
        })
    }

    /// The dictionaries that a pack has already, for the articles of an update. A changed article fits its old
    /// dictionary nearly as well as a new one; changing it would mean packing everything again.
    pub(crate) fn of_pack(tx: &Transaction<'_>, row: i64) -> Result<Self, LibraryError> {
        let level = level(tx);
        let mut with_dictionary = BTreeMap::new();
        let mut statement = tx.prepare("SELECT language, content FROM dictionary WHERE pack = ?1")?;
        let mut rows = statement.query([row])?;
        while let Some(found) = rows.next()? {
            let content = found.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
            with_dictionary.insert(language(found, 0)?, with(level, content)?);
        }
        let plain = Compressor::new(level).map_err(|_| LibraryError::Damaged)?;
        Ok(Packer {
            plain,
            with_dictionary,
        })
    }

    /// Stores an article's texts in one language.
    pub(crate) fn add(
        &mut self,
        tx: &Transaction<'_>,
        wording: i64,
        language: Language,
        texts: &[String],
    ) -> Result<(), LibraryError> {
        let (unpacked, packed) = self.pack(language, texts)?;
        tx.prepare_cached("INSERT INTO body (wording, unpacked, packed) VALUES (?1, ?2, ?3)")?
            .execute(params![wording, unpacked, packed])?;
        Ok(())
    }

    /// Stores the same in easy words. `blocks` are its kinds of block, as they are written.
    pub(crate) fn add_easy(
        &mut self,
        tx: &Transaction<'_>,
        wording: i64,
        language: Language,
        blocks: &str,
        texts: &[String],
    ) -> Result<(), LibraryError> {
        let (unpacked, packed) = self.pack(language, texts)?;
        tx.prepare_cached("INSERT INTO easy (wording, blocks, unpacked, packed) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![wording, blocks, unpacked, packed])?;
        Ok(())
    }

    /// The texts as a JSON list: its bytes, and how many they were before they were compressed.
    fn pack(&mut self, language: Language, texts: &[String]) -> Result<(u32, Vec<u8>), LibraryError> {
        let json = serde_json::to_vec(texts)?;
        let compressor = self.with_dictionary.get_mut(&language).unwrap_or(&mut self.plain);
        let packed = compressor.compress(&json).map_err(|_| LibraryError::Damaged)?;
        Ok((u32::try_from(json.len()).unwrap_or(u32::MAX), packed))
    }
}

fn with(level: i32, dictionary: &[u8]) -> Result<Compressor<'static>, LibraryError> {
    let mut compressor = Compressor::with_dictionary(level, dictionary).map_err(|_| LibraryError::Damaged)?;
    // The row says which dictionary it is.
    compressor
        .set_parameter(CParameter::DictIdFlag(false))
        .map_err(|_| LibraryError::Damaged)?;
    Ok(compressor)
}

/// How hard to compress. SQLite names no file for a database in memory.
fn level(tx: &Transaction<'_>) -> i32 {
    match tx.path() {
        Some(file) if !file.is_empty() && file != ":memory:" => LEVEL,
        _ => LEVEL_IN_MEMORY,
    }
}

/// Decompresses what [`Packer`] has compressed.
pub(crate) struct Unpacker {
    plain: Decompressor<'static>,
    with_dictionary: BTreeMap<(i64, Language), Decompressor<'static>>,
}

impl Unpacker {
    /// Reads the dictionaries of all packs.
    pub(crate) fn load(conn: &Connection) -> Result<Self, LibraryError> {
        let mut with_dictionary = BTreeMap::new();
        let mut statement = conn.prepare("SELECT pack, language, content FROM dictionary")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let content = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
            let unpacker = Decompressor::with_dictionary(content).map_err(|_| LibraryError::Damaged)?;
            with_dictionary.insert((row.get(0)?, language(row, 1)?), unpacker);
        }
        let plain = Decompressor::new().map_err(|_| LibraryError::Damaged)?;
        Ok(Unpacker {
            plain,
            with_dictionary,
        })
    }

    /// The JSON list of a body.
    pub(crate) fn unpack(
        &mut self,
        pack: i64,
        language: Language,
        packed: &[u8],
        unpacked: u32,
    ) -> Result<Vec<u8>, LibraryError> {
        let reader = self
            .with_dictionary
            .get_mut(&(pack, language))
            .unwrap_or(&mut self.plain);
        reader
            .decompress(packed, unpacked as usize)
            .map_err(|_| LibraryError::Damaged)
    }
}

/// A dictionary for each language of a pack; none for a small pack.
fn dictionaries(pack: &Pack) -> Result<BTreeMap<Language, Vec<u8>>, LibraryError> {
    let mut totals: BTreeMap<Language, usize> = BTreeMap::new();
    for article in pack.articles() {
        for (language, texts) in &article?.0.texts {
            *totals.entry(*language).or_default() += texts.iter().map(String::len).sum::<usize>();
        }
    }
    totals.retain(|_, total| *total / PART >= LEAST);
    let Some(most) = totals.values().max() else {
        return Ok(BTreeMap::new());
    };
    let mut samples: BTreeMap<Language, Vec<Vec<u8>>> = BTreeMap::new();
    for article in pack.articles().step_by(most.div_ceil(SAMPLES)) {
        for (language, texts) in article?.0.texts {
            if totals.contains_key(&language) {
                samples
                    .entry(language)
                    .or_default()
                    .push(serde_json::to_vec(&texts)?);
            }
        }
    }
    let mut dictionaries = BTreeMap::new();
    for (language, total) in totals {
        let samples = samples.remove(&language).unwrap_or_default();
        // Training fails on odd samples, such as a few large articles; they need no dictionary.
        if let Ok(dictionary) = zstd::dict::from_samples(&samples, (total / PART).min(DICTIONARY)) {
            dictionaries.insert(language, dictionary);
        }
    }
    Ok(dictionaries)
}

#[cfg(test)]
mod tests {
    use durumi_packs::{Source, build};

    use super::*;

    #[test]
    fn only_what_is_large_enough_gets_a_dictionary() {
        let pack = "format = 1\nid = \"large\"\nversion = 1\nlanguages = [\"ko\", \"ru\"]\n[title]\nko = \"글\"\n\
                    ru = \"Текст\"\n[default_source]\nname = \"x\"\nchecked_on = \"2026-11-24\"\n";
        let mut files = vec![("pack.toml".to_owned(), pack.as_bytes().to_vec())];
        for number in 0..400_usize {
            let words = (0..120).map(|word| format!("слово{}", (number * 7919 + word * 31) % 997));
            let text = format!("# №\n\n{}", words.collect::<Vec<_>>().join(" "));
            files.push((format!("articles/a{number}/ru.md"), text.into_bytes()));
            files.push((
                format!("articles/a{number}/ko.md"),
                "# 글\n\n글".as_bytes().to_vec(),
            ));
        }
        let built = build(&Source::from_files(files)).unwrap();
        let first = dictionaries(built.pack()).unwrap();
        assert_eq!(first.keys().copied().collect::<Vec<_>>(), [Language::Ru]);
        assert!((LEAST / 2..=DICTIONARY).contains(&first[&Language::Ru].len()));
        assert_eq!(first, dictionaries(built.pack()).unwrap());
    }
}
