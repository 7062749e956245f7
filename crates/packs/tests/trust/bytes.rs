//! Any bytes at all: a named refusal or the truth, and no panic.

use std::{
    fs,
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use durumi_packs::trust::{
    Archive, Carrier, FileName, Folder, Refusal, examine, open, write_repository_archive,
};
use proptest::prelude::*;

use crate::world::{Files, Nothing, World};

fn archive(world: &World) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_repository_archive(&world.files, &mut bytes).unwrap();
    bytes
}

fn index(names: &[(&str, u64)], content: usize) -> Vec<u8> {
    let json = serde_json::to_vec(names).unwrap();
    let mut bytes = b"DURUMIRE".to_vec();
    bytes.extend(u32::try_from(json.len()).unwrap().to_be_bytes());
    bytes.extend(json);
    bytes.extend(vec![0; content]);
    bytes
}

fn refusal(bytes: Vec<u8>) -> Option<Refusal> {
    Archive::new(Cursor::new(bytes)).err()
}

#[test]
fn an_archive_and_a_folder_give_the_same() {
    let world = World::with_update();
    let disk = tempfile::tempdir().unwrap();
    world.author().publish_to_folder(disk.path()).unwrap();
    let from_archive = Archive::new(Cursor::new(archive(&world))).unwrap();
    for name in world.files.keys() {
        let name: FileName = name.parse().unwrap();
        let folder = Folder::new(disk.path().to_owned()).read(&name, 1 << 20).unwrap();
        assert_eq!(from_archive.read(&name, 1 << 20).unwrap(), folder);
        assert!(folder.is_some());
    }
}

#[test]
fn a_stick_with_a_repository_on_it_is_opened_where_it_lies() {
    let world = World::with_update();
    let stick = tempfile::tempdir().unwrap();
    world
        .author()
        .publish_to_folder(&stick.path().join("durumi-library"))
        .unwrap();
    let carrier = open(stick.path()).unwrap();
    assert!(examine(carrier.as_ref(), &world.anchor, &world.kept).is_ok());
}

#[test]
fn an_archive_that_is_none_is_refused() {
    let name = "metadata/timestamp.json";
    assert_eq!(refusal(Vec::new()), Some(Refusal::Malformed));
    assert_eq!(
        refusal(b"PK\x03\x04 a zip file and what follows".to_vec()),
        Some(Refusal::Malformed)
    );
    assert_eq!(
        refusal(index(&[(name, 5)], 4)),
        Some(Refusal::Malformed),
        "shorter than it says"
    );
    assert_eq!(
        refusal(index(&[(name, 5)], 6)),
        Some(Refusal::Malformed),
        "longer than it says"
    );
    assert_eq!(
        refusal(index(&[(name, 1), (name, 1)], 2)),
        Some(Refusal::Malformed),
        "a name twice"
    );
    assert_eq!(
        refusal(index(&[(name, u64::MAX), (name, 2)], 1)),
        Some(Refusal::Malformed)
    );
    assert_eq!(
        refusal(index(&[("../../etc/passwd", 1)], 1)),
        Some(Refusal::Malformed)
    );
    assert_eq!(refusal(index(&[("/etc/passwd", 1)], 1)), Some(Refusal::Malformed));
    assert_eq!(refusal(index(&[("blobs/x.zst", 1)], 1)), Some(Refusal::Malformed));
    let mut long = b"DURUMIRE".to_vec();
    long.extend(u32::MAX.to_be_bytes());
    assert_eq!(refusal(long), Some(Refusal::TooLarge));
}

#[test]
#[cfg(unix)]
fn a_link_out_of_the_folder_is_not_followed() {
    let world = World::with_update();
    let disk = tempfile::tempdir().unwrap();
    world.author().publish_to_folder(disk.path()).unwrap();
    let timestamp = disk.path().join("metadata/timestamp.json");
    fs::remove_file(&timestamp).unwrap();
    std::os::unix::fs::symlink("/dev/zero", &timestamp).unwrap();
    let carrier = Folder::new(disk.path().to_owned());
    assert_eq!(
        examine(&carrier, &world.anchor, &world.kept).map(drop),
        Err(Refusal::Malformed)
    );
}

#[test]
fn every_file_cut_off_anywhere_is_refused() {
    let world = World::with_update();
    for name in world.files.keys() {
        // The root inside the program needs no second copy.
        if name.ends_with("1.root.json") {
            continue;
        }
        for part in 0..8 {
            let mut files = world.files.clone();
            let bytes = files.get_mut(name).unwrap();
            bytes.truncate(bytes.len() * part / 8);
            let spoilt = Files(files);
            let result = examine(&spoilt, &world.anchor, &world.kept)
                .and_then(|offer| offer.fetch(&spoilt, &mut Nothing));
            // The list of packs is unchanged, so the kept copy serves.
            if !name.ends_with("targets.json") {
                assert!(result.is_err(), "{name} cut to {part}/8");
            }
        }
    }
}

#[test]
fn metadata_nested_without_end_is_refused() {
    let mut world = World::with_update();
    let deep = [b"[".repeat(8000), b"]".repeat(8000)].concat();
    world.files.insert("metadata/timestamp.json".to_owned(), deep);
    assert_eq!(world.deliver().map(drop), Err(Refusal::Malformed));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_bit_turned_anywhere_changes_nothing_that_is_installed(file in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), bit in 0..8) {
        let world = shared();
        let mut files = world.0.clone();
        let name = files.keys().nth(file.index(files.len())).unwrap().clone();
        let bytes = files.get_mut(&name).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= 1u8 << bit;
        let spoilt = Files(files);
        let result = catch_unwind(AssertUnwindSafe(|| {
            examine(&spoilt, &world.1, &durumi_packs::trust::TrustState::default())
                .and_then(|offer| offer.fetch(&spoilt, &mut Nothing))
        }));
        let result = result.expect("no panic");
        if let Ok(delivery) = result {
            // A turned bit in the case of a letter of a signature, or in the root that is inside anyway.
            prop_assert_eq!(delivery.get().packs()[0].catalogue_json(), world.2.as_slice());
        }
    }

    #[test]
    fn any_bytes_as_an_archive_do_not_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..400), magic in any::<bool>()) {
        if magic {
            bytes.splice(0..0, *b"DURUMIRE\0\0\0\x20");
        }
        if let Ok(archive) = Archive::new(Cursor::new(bytes)) {
            let _ = archive.read(&FileName::Timestamp, 1 << 20);
        }
    }

    #[test]
    fn any_json_as_metadata_does_not_panic(text in "[\\[\\]{}\":,a-z0-9_\\-]{0,300}") {
        let world = shared();
        for name in ["metadata/timestamp.json", "metadata/2.root.json"] {
            let mut files = world.0.clone();
            files.insert(name.to_owned(), text.clone().into_bytes());
            prop_assert!(examine(&Files(files), &world.1, &durumi_packs::trust::TrustState::default()).is_err());
        }
    }
}

type Shared = (
    std::collections::BTreeMap<String, Vec<u8>>,
    durumi_packs::trust::Anchor,
    Vec<u8>,
);

fn shared() -> &'static Shared {
    static SHARED: std::sync::OnceLock<Shared> = std::sync::OnceLock::new();
    SHARED.get_or_init(|| {
        let world = World::with_update();
        let json = world.deliver().unwrap().get().packs()[0]
            .catalogue_json()
            .to_vec();
        (world.files, world.anchor, json)
    })
}
