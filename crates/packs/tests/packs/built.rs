//! What is built, how it travels, and what is trusted.

use std::{
    collections::{BTreeMap, HashSet},
    ffi::OsStr,
    fs,
    path::Path,
};

use crate::sample::Sample;
use durumi_base::Language;
use durumi_packs::{
    PackError, Source, build,
    content::{BlockKind, Caution},
    read_archive,
    trust::{Origin, PinnedHash, TrustError, built_here, pinned},
    write, write_archive,
};
use proptest::prelude::*;

fn archive() -> Vec<u8> {
    write_archive(&build(&Sample::new().source()).expect("the sample breaks no rule"))
}

/// Every file below a folder.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("its entries can be listed").path();
        let name = path
            .file_name()
            .and_then(OsStr::to_str)
            .expect("we chose the name")
            .to_owned();
        if path.is_dir() {
            files.extend(
                tree(&path)
                    .into_iter()
                    .map(|(file, bytes)| (format!("{name}/{file}"), bytes)),
            );
        } else {
            files.insert(name, fs::read(path).expect("the file can be read"));
        }
    }
    files
}

#[test]
fn the_same_files_give_the_same_bytes_in_whatever_order_they_were_made() {
    let sample = Sample::new()
        .put("articles/a/ko-KP.md", "# 가")
        .put("articles/a/ru.md", "# А")
        .put(
            "articles/a/article.toml",
            "checked_on = \"2026-11-24\"\nreview_by = \"2027-11-24\"\nfacts = [[\"P07\"]]",
        );
    let mut outs = Vec::new();
    for backwards in [false, true] {
        let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mut files: Vec<_> = sample.files().collect();
        if backwards {
            files.reverse();
        }
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let built = build(&Source::read(folder.path())).unwrap();
        write(&built, out.path()).unwrap();
        outs.push((tree(out.path()), write_archive(&built)));
    }
    assert_eq!(outs[0], outs[1]);
    assert_eq!(outs[0].0.len(), 1 + 9);
}

#[test]
fn a_change_of_one_article_changes_one_blob() {
    let names = |sample: Sample| -> HashSet<String> {
        build(&sample.source())
            .unwrap()
            .pack()
            .blobs()
            .map(|(entry, _)| entry.sha256.to_string())
            .collect()
    };
    let before = names(Sample::new());
    let after = names(Sample::new().replace("articles/stopped/ru.md", "причину", "причину и имя"));
    assert_eq!((before.len(), before.intersection(&after).count()), (8, 7));
}

#[test]
fn cautions_and_cites_are_derived_and_the_ledger_stays_behind() {
    let built = build(&Sample::new().source()).unwrap();
    let (article, ..) = built.pack().articles().next().unwrap().unwrap();
    assert_eq!(
        article.blocks.iter().map(|block| block.kind).collect::<Vec<_>>(),
        [BlockKind::Title, BlockKind::Step, BlockKind::Text]
    );
    assert_eq!(
        article
            .blocks
            .iter()
            .map(|block| block.caution)
            .collect::<Vec<_>>(),
        [None, None, Some(Caution::Low)]
    );
    assert_eq!(article.rests_on[&Language::Ru], ["Закон «О полиции», статья 14"]);
    let mut everything = built.pack().catalogue_json().to_vec();
    for (entry, blob) in built.pack().blobs() {
        everything.extend(zstd::bulk::decompress(blob, entry.unpacked as usize).unwrap());
    }
    let everything = String::from_utf8(everything).unwrap();
    for secret in [
        "Somebody",
        "example.org",
        "cis-legislation",
        "undesirable",
        "N1",
        "P07",
    ] {
        assert!(!everything.contains(secret), "{secret}");
    }
}

#[test]
fn an_archive_gives_back_the_pack() {
    let pack = read_archive(&archive()).unwrap();
    assert_eq!(pack.catalogue().id.as_str(), "sample");
    assert_eq!(pack.catalogue().version, 3);
    assert_eq!(pack.contacts().unwrap()[0].phones[0].number, "+7 495 000 00 00");
    let card = pack.phrases().unwrap().remove(0);
    assert!(card.danger);
    assert_eq!(card.aloud[&Language::Ru], "쁘라슈 우베쥐샤.");
    assert_eq!(card.aloud[&Language::KoKp], "Манмёнъыль синчхонхамнида.");
    let place = pack.places().unwrap().remove(0);
    assert_eq!(
        (place.contacts[0].as_str(), place.name[&Language::Ru].as_str()),
        ("office", "Москва")
    );
    let limit = pack.deadlines().unwrap().remove(0);
    assert_eq!((limit.length, limit.caution), (1, Some(Caution::Low)));
    assert_eq!(limit.rests_on[&Language::Ru], ["Закон «О полиции», статья 14"]);
    let days = pack.holidays().unwrap().remove(0).off;
    assert_eq!(
        days.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["2027-01-01", "2027-01-04"]
    );
    assert_eq!(
        pack.glossary().unwrap()[0].word[&Language::Ru],
        "подписать / подписывать"
    );
}

#[test]
fn a_pinned_pack_is_accepted_by_its_hash_only() {
    let archive = archive();
    let hash = PinnedHash::of(&archive);
    assert_eq!(pinned(&archive, &hash).unwrap().origin(), Origin::Pinned);
    let mut other = archive.clone();
    *other.last_mut().unwrap() ^= 1;
    assert_eq!(pinned(&other, &hash).unwrap_err(), TrustError::Unknown);
    assert_eq!(
        pinned(b"", &PinnedHash::of(b"")).unwrap_err(),
        TrustError::Pack(PackError::Malformed)
    );
    assert_eq!(
        built_here(&build(&Sample::new().source()).unwrap()).origin(),
        Origin::OwnBuild
    );
}

#[test]
fn every_shortened_archive_and_every_flipped_byte_is_refused() {
    let archive = archive();
    for length in 0..archive.len() {
        assert!(read_archive(&archive[..length]).is_err(), "{length}");
    }
    assert!(read_archive(&[archive.as_slice(), b"x"].concat()).is_err());
    // A title may change and stay a title; everything that a hash covers may not.
    let blobs = 12 + u32::from_be_bytes(archive[8..12].try_into().unwrap()) as usize;
    for at in (0..12).chain(blobs..archive.len()) {
        let mut bytes = archive.clone();
        bytes[at] ^= 0x20;
        assert!(read_archive(&bytes).is_err(), "{at}");
    }
}

#[test]
fn a_newer_format_is_told_from_damage() {
    let archive = archive();
    let length = u32::from_be_bytes(archive[8..12].try_into().unwrap()) as usize;
    let json = String::from_utf8(archive[12..12 + length].to_vec())
        .unwrap()
        .replace("\"format\":1", "\"format\":2");
    let newer = [&archive[..12], json.as_bytes(), &archive[12 + length..]].concat();
    assert_eq!(read_archive(&newer).unwrap_err(), PackError::NewerFormat);
}

/// Reads everything there is to read.
fn exhaust(bytes: &[u8]) {
    if let Ok(pack) = read_archive(bytes) {
        let _ = pack.articles().collect::<Result<Vec<_>, _>>();
        let _ = (pack.contacts(), pack.phrases(), pack.places(), pack.glossary());
        let _ = (pack.deadlines(), pack.holidays());
    }
}

proptest! {
    #[test]
    fn reading_never_panics_on_changed_archives(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = archive();
        for (at, byte) in &changes {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        exhaust(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        exhaust(&bytes);
    }

    #[test]
    fn reading_never_panics_on_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        exhaust(&bytes);
        exhaust(&[b"DURUMIPK".as_slice(), &bytes].concat());
    }

    #[test]
    fn checking_never_panics_on_any_files(
        toml in "(\\[\\[?[a-z]{1,8}\\]?\\]\n|[a-z_]{1,10} = (\"\\PC{0,8}\"|[0-9]{1,3}|\\[\\])\n|\\PC{0,12}\n){0,12}",
        text in "(#{0,3} ?\\PC{0,10}\n|[0-9]\\. \\PC{0,6}\n|[->\"] \\PC{0,8}\n|\n){0,12}",
    ) {
        for file in ["pack.toml", "sources.toml", "contacts.toml", "places.toml", "deadlines.toml", "holidays.toml", "articles/stopped/article.toml"] {
            let sample = Sample::new().put(file, &toml).put("articles/stopped/ru.md", &text);
            let _ = durumi_packs::check(&sample.source());
        }
    }
}
