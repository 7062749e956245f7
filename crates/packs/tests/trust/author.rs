//! Making repositories.

use std::{cell::RefCell, fs};

use durumi_packs::trust::{Anchor, Author, AuthorError, Progress, Use, examine};

use crate::world::{Breaking, Files, World, holder, key, pack, roles, starter, when};

#[test]
fn the_same_steps_in_two_folders_give_the_same_bytes() {
    assert_eq!(World::with_update().files, World::with_update().files);
    assert_eq!(
        World::with_update().deliver().unwrap().get().state(),
        World::with_update().deliver().unwrap().get().state()
    );
}

#[test]
fn a_file_becomes_part_of_the_repository_when_its_threshold_is_met() {
    let disk = tempfile::tempdir().unwrap();
    let author = Author::at(disk.path());
    let root = author.draft_roles(&roles(), when(0)).unwrap();
    let progress = author.sign(&key("root-1")).unwrap();
    assert_eq!(
        progress,
        [Progress {
            file: root.clone(),
            missing: 1
        }]
    );
    assert!(author.first_root().is_err());
    // The same signature again is not a second one.
    assert_eq!(author.sign(&key("root-1")).unwrap(), progress);
    assert!(matches!(
        author.sign(&key("stranger")),
        Err(AuthorError::NothingToSign)
    ));
    assert_eq!(
        author.sign(&key("root-3")).unwrap(),
        [Progress {
            file: root,
            missing: 0
        }]
    );
    assert_eq!(
        Anchor::new(author.first_root().unwrap()).unwrap().purpose(),
        Use::Release
    );
}

#[test]
fn nothing_is_published_while_a_signature_is_missing() {
    let world = World::new();
    let author = world.author();
    author.draft_pack(&pack("starter", 2), when(1)).unwrap();
    assert!(matches!(
        author.release(&key("publisher"), when(1)),
        Err(AuthorError::Unsigned)
    ));
    author.sign(&key("author")).unwrap();
    author.release(&key("publisher"), when(1)).unwrap();
}

#[test]
fn a_pack_needs_a_role_and_a_higher_version() {
    let world = World::new();
    let author = world.author();
    assert!(matches!(
        author.draft_pack(&pack("other", 1), when(1)),
        Err(AuthorError::NoRole)
    ));
    assert!(matches!(
        author.draft_pack(&pack("starter", 1), when(1)),
        Err(AuthorError::NotNewer)
    ));
}

#[test]
fn two_packs_of_two_authors_come_in_one_offer() {
    let mut world = World::new();
    let author = world.author();
    let other = "other".parse().unwrap();
    author
        .draft_pack_role(&other, &[holder("second")], 1, when(1))
        .unwrap();
    author.sign(&key("targets")).unwrap();
    author.draft_pack(&pack("other", 1), when(1)).unwrap();
    assert!(matches!(
        author.sign(&key("author")),
        Err(AuthorError::NothingToSign)
    ));
    author.sign(&key("second")).unwrap();
    author.release(&key("publisher"), when(1)).unwrap();
    world.files = author.published().unwrap();
    let offer = world.offer().unwrap();
    let names: Vec<_> = offer
        .packs()
        .iter()
        .map(|pack| (pack.catalogue.id.as_str(), pack.signed.names[0].as_str()))
        .collect();
    assert_eq!(
        names,
        [("other", "Holder second"), (starter().as_str(), "Holder author")]
    );
}

#[test]
fn publishing_again_writes_only_what_is_new() {
    let mut world = World::new();
    let place = tempfile::tempdir().unwrap();
    let first = world.author().publish_to_folder(place.path()).unwrap();
    assert_eq!(first, world.files.len());
    world.release(2, 1);
    // One article, the catalogue, the pack's role, the snapshot and the timestamp.
    assert_eq!(world.author().publish_to_folder(place.path()).unwrap(), 5);
    assert_eq!(world.author().publish_to_folder(place.path()).unwrap(), 0);
    assert!(!place.path().join("draft").exists());
}

#[test]
fn a_secret_never_lies_in_what_is_published() {
    let world = World::with_update();
    for bytes in world.files.values() {
        assert!(!bytes.starts_with(b"DURUMISK"));
    }
}

#[test]
fn a_stick_pulled_at_any_file_is_unreadable_and_no_more() {
    let world = World::with_update();
    let files = Files(world.files.clone());
    for left in 0..6 {
        let carrier = Breaking {
            carrier: &files,
            left: RefCell::new(left),
            asked: RefCell::default(),
        };
        let result = examine(&carrier, &world.anchor, &world.kept);
        assert_eq!(
            result.map(drop),
            Err(durumi_packs::trust::Refusal::Unreadable),
            "after {left}"
        );
    }
}

#[test]
fn the_development_root_is_the_same_in_every_program() {
    let disk = tempfile::tempdir().unwrap();
    Author::at(disk.path())
        .sign_for_development(&pack("starter", 1), when(0))
        .unwrap();
    let golden = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/formats/repository-1/1.root.json"
    );
    assert_eq!(
        fs::read(disk.path().join("metadata/1.root.json")).unwrap(),
        fs::read(golden).unwrap()
    );
}

#[test]
fn a_pack_that_is_withdrawn_is_no_longer_offered_and_its_role_stays_in_the_snapshot() {
    let mut world = World::new();
    let author = world.author();
    let other: durumi_packs::Slug = "other".parse().unwrap();
    author
        .draft_pack_role(&other, &[holder("author")], 1, when(0))
        .unwrap();
    author.sign(&key("targets")).unwrap();
    author.draft_pack(&pack("other", 1), when(0)).unwrap();
    author.sign(&key("author")).unwrap();
    author.release(&key("publisher"), when(1)).unwrap();
    world.files = author.published().unwrap();
    world.kept = crate::world::state_of(world.offer().unwrap());
    assert!(world.kept.files.contains_key("pack/other"));

    author.draft_withdrawal(&other, when(2)).unwrap();
    author.sign(&key("targets")).unwrap();
    author.release(&key("publisher"), when(2)).unwrap();
    world.files = author.published().unwrap();
    let offer = world.offer().unwrap();
    assert_eq!(offer.packs().len(), 1);
    let state = crate::world::state_of(offer);
    assert!(!state.files.contains_key("pack/other"));
    assert!(world.json(".snapshot.json")["signed"]["meta"]["pack-other.json"].is_object());
    // What was withdrawn cannot be withdrawn again.
    assert!(matches!(
        author.draft_withdrawal(&other, when(3)),
        Err(AuthorError::NoRole)
    ));
}
