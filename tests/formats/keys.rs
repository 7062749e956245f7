//! Format 1 of the keys file and version 1 of sealed objects.

use durumi_keys::{
    Cost, Grant, KeyFile, MasterKey, NotebookNumber, Passphrase, Role, Sealed, ShelfAccess, ShelfKey,
    UnlockError,
};
use durumi_testkit::{CountingRandom, PASSPHRASE};

use crate::golden;

/// The golden keys file, made again: the same randomness gives the same bytes.
pub(crate) fn make() -> (KeyFile, Grant) {
    let random = CountingRandom::new(1);
    let grant = Grant {
        role: Role::Open,
        notebook: NotebookNumber::One,
        master: MasterKey::make(&random),
        shelf: ShelfKey::make(&random),
    };
    let mut file = KeyFile::make(&random, Cost::FLOOR, &ShelfAccess::Open(&grant.shelf));
    let passphrase = Passphrase::new(PASSPHRASE).unwrap();
    file.fill_first_slot(&random, &passphrase, &grant).unwrap();
    (file, grant)
}

#[test]
fn a_keys_file_is_written_today_as_it_was_at_first() {
    assert!(make().0.to_bytes() == golden("keys-1"), "the format has changed");
}

#[test]
fn the_first_keys_file_opens() {
    let file = KeyFile::parse(&golden("keys-1")).unwrap();
    let grant = file.unlock(&Passphrase::new(PASSPHRASE).unwrap()).unwrap();
    assert_eq!((grant.role, grant.notebook), (Role::Open, NotebookNumber::One));
    assert!(file.is_whole() && !file.is_for_library_only() && file.open_shelf_key().is_some());
    let wrong = file.unlock(&Passphrase::new("другая фраза").unwrap());
    assert!(matches!(wrong, Err(UnlockError::WrongPassphrase)));
}

#[test]
fn the_first_sealed_object_opens_and_is_made_today_as_it_was() {
    let (_, grant) = make();
    let key = grant.master.derive_journal_key();
    let sealed = golden("sealed-1");
    let made = key.seal(&CountingRandom::new(2), b"format test", "첫 기록".as_bytes());
    assert!(made.as_bytes() == sealed, "the format has changed");
    let plain = key.open(b"format test", &Sealed::from_bytes(sealed)).unwrap();
    assert_eq!(plain.as_slice(), "첫 기록".as_bytes());
}
