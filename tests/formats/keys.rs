//! Formats 1 and 2 of the keys file and version 1 of sealed objects.

use durumi_keys::{
    Cost, EraseAfter, Grant, KeyFile, MasterKey, NotebookNumber, Passphrase, Role, Sealed, ShelfAccess,
    ShelfKey, SlotKind, Tries, UnlockError,
};
use durumi_testkit::{CountingRandom, PASSPHRASE, passphrase};

use crate::golden;

/// What the first golden keys file holds.
pub(crate) fn first_grant() -> Grant {
    grant(&CountingRandom::new(1), NotebookNumber::One)
}

fn grant(random: &CountingRandom, notebook: NotebookNumber) -> Grant {
    Grant {
        role: Role::Open,
        notebook,
        master: MasterKey::make(random),
        shelf: ShelfKey::make(random),
    }
}

const SECOND_PASSPHRASE: &str = "Журавль зимует далеко, №7";
const FORGETTING_PASSPHRASE: &str = "the crane forgets 7 winters";
const CODE: &str = "0123456789012345678901234567890123456789";

const SHARED: &str = "0299792458299792458299792458299792458299";

/// A code is tried as it is.
fn digits(code: &str) -> Passphrase {
    Passphrase::new(code, Vec::new()).unwrap()
}

/// The second golden keys file, made again: the same randomness gives the same bytes. It has both notebooks, every
/// kind of slot, a second generation that one slot moved to, and tries.
fn make() -> KeyFile {
    let random = CountingRandom::new(3);
    let [first, second] = [NotebookNumber::One, NotebookNumber::Two].map(|number| grant(&random, number));
    let mut file = KeyFile::make(&random, Cost::FLOOR, &ShelfAccess::Closed);
    for (kind, passphrase, grant) in [
        (SlotKind::Open, passphrase(PASSPHRASE), &first),
        (SlotKind::Code, digits(CODE), &first),
        (SlotKind::Open, passphrase(SECOND_PASSPHRASE), &second),
        (SlotKind::Shares, digits(SHARED), &second),
        (
            SlotKind::OpenAndForgetOther,
            passphrase(FORGETTING_PASSPHRASE),
            &second,
        ),
    ] {
        file.put(&random, kind, &passphrase, grant).unwrap();
    }
    let right = passphrase(PASSPHRASE);
    let opened = file.open(&right).unwrap();
    let dearer = Cost::new(128 * 1024, 3, 1);
    assert!(file.raise(&random, dearer, &opened, &right).unwrap());
    file.set_tries(Tries {
        wrong: 2,
        last_s: 1_795_521_600,
        erase_after: EraseAfter::new(20),
    });
    file
}

#[test]
fn a_keys_file_is_written_today_as_it_was_when_its_format_began() {
    let bytes = make().to_bytes();
    if std::env::var_os("DURUMI_NEW_GOLDEN").is_some() {
        std::fs::write(crate::path("keys-2"), &bytes).unwrap();
    }
    assert!(bytes == golden("keys-2"), "the format has changed");
}

#[test]
fn the_second_keys_file_opens_with_all_that_it_was_made_with() {
    use NotebookNumber::{One, Two};
    let file = KeyFile::parse(&golden("keys-2")).unwrap();
    for (passphrase, role, notebook) in [
        (passphrase(PASSPHRASE), Role::Open, One),
        (passphrase("ENFNALSMS RUDNFDP SKFDKDHSEK"), Role::Open, One),
        (digits(CODE), Role::Recover, One),
        (digits(SHARED), Role::Recover, Two),
        (passphrase("ЖУРАВЛЬ ЗИМУЕТ ДАЛЕКО, №7"), Role::Open, Two),
        (passphrase(FORGETTING_PASSPHRASE), Role::OpenAndForgetOther, Two),
    ] {
        let grant = file.unlock(&passphrase).unwrap();
        assert_eq!((grant.role, grant.notebook), (role, notebook));
    }
    assert!(file.is_whole() && !file.is_old() && file.open_shelf_key().is_none());
    assert_eq!(file.tries().wrong, 2);
    assert_eq!(file.tries().erase_after, EraseAfter::new(20));
}

#[test]
fn the_first_keys_file_opens() {
    let file = KeyFile::parse(&golden("keys-1")).unwrap();
    let opened = file.open(&passphrase(PASSPHRASE)).unwrap();
    let grant = &opened.grant;
    assert_eq!((grant.role, grant.notebook), (Role::Open, NotebookNumber::One));
    let secret = |grant: &Grant| grant.master.derive_database_key().expose_as_raw_key_text();
    assert_eq!(secret(grant), secret(&first_grant()));
    assert!(file.is_whole() && !file.is_for_library_only() && file.open_shelf_key().is_some());
    let wrong = file.unlock(&passphrase("другая фраза"));
    assert!(matches!(wrong, Err(UnlockError::WrongPassphrase)));
    assert!(file.to_bytes() == golden("keys-1"), "it is kept as it is");

    let random = CountingRandom::new(4);
    let today = file.renewed(&random, &opened, &passphrase(PASSPHRASE)).unwrap();
    let today = KeyFile::parse(&today.to_bytes()).unwrap();
    assert!(file.is_old() && !today.is_old());
    assert_eq!(
        secret(&today.unlock(&passphrase(PASSPHRASE)).unwrap()),
        secret(grant)
    );
}

#[test]
fn the_first_sealed_object_opens_and_is_made_today_as_it_was() {
    let grant = first_grant();
    let key = grant.master.derive_journal_key();
    let sealed = golden("sealed-1");
    let made = key.seal(&CountingRandom::new(2), b"format test", "첫 기록".as_bytes());
    assert!(made.as_bytes() == sealed, "the format has changed");
    let plain = key.open(b"format test", &Sealed::from_bytes(sealed)).unwrap();
    assert_eq!(plain.as_slice(), "첫 기록".as_bytes());
}
