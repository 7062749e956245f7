//! `docs/formats/repository.md`: a repository that was signed once is verified for ever.

use std::io::Cursor;

use durumi_packs::trust::{Anchor, Archive, TrustState, Use, examine};

use crate::golden;

#[test]
fn a_repository_of_format_1_is_verified() {
    let anchor = Anchor::development();
    assert_eq!(anchor.root(), golden("repository-1/1.root.json"));
    assert_eq!(anchor.purpose(), Use::Development);
    let archive = Archive::new(Cursor::new(golden("repository-1/repository.durumi"))).unwrap();
    let offer = examine(&archive, &anchor, &TrustState::default()).unwrap();
    let pack = &offer.packs()[0];
    assert_eq!(
        (pack.catalogue.id.as_str(), pack.catalogue.version),
        ("starter", 1)
    );
    assert_eq!(pack.signed.names, ["Development 3"]);
    assert_eq!(offer.confirmed().at_ms, 1_795_521_600_000);
}
