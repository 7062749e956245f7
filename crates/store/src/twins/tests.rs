use std::{fs, sync::Arc};

use durumi_keys::{DatabaseKey, MasterKey, SystemRandom};
use tempfile::TempDir;

use super::*;
use crate::{Database, Migration, Schema};

const SCHEMA: Schema = Schema {
    application_id: 7,
    migrations: &[Migration {
        number: 1,
        sql: "CREATE TABLE note (text TEXT NOT NULL) STRICT;",
    }],
    shrinks: false,
};

const NAMES: [&str; 4] = ["one", "two", "one-wal", "two-wal"];

struct Place(TempDir);

impl Place {
    fn made() -> Self {
        let place = Place(tempfile::tempdir().unwrap());
        place.twins(Member::First).make(&SystemRandom).unwrap();
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn twins(&self, used: Member) -> Twins {
        Twins::new(["one", "two"].map(|name| self.path(name)), used)
    }

    fn disguise(&self, used: Member, master: &MasterKey) -> Disguise {
        Disguise {
            twins: self.twins(used),
            log_key: master.derive_log_key(),
            random: Arc::new(SystemRandom),
        }
    }

    fn create(&self, used: Member, master: &MasterKey) -> Database {
        Database::create_among_twins(self.disguise(used, master), &key(master), &SCHEMA, &[]).unwrap()
    }

    fn try_open(&self, used: Member, master: &MasterKey) -> Result<Database, StoreError> {
        Database::open_among_twins(self.disguise(used, master), &key(master), &SCHEMA, &[])
    }

    fn open(&self, used: Member, master: &MasterKey) -> Database {
        self.try_open(used, master).unwrap()
    }

    fn bytes(&self) -> [Vec<u8>; 4] {
        NAMES.map(|name| fs::read(self.path(name)).unwrap())
    }

    fn assert_alike(&self) {
        let files = NAMES.map(|name| fs::metadata(self.path(name)).unwrap());
        assert_eq!(files[0].len(), files[1].len());
        assert_eq!(files[2].len(), files[3].len());
        for file in &files {
            assert_eq!(file.len() % STEP, 0);
            assert_eq!(file.modified().unwrap(), files[0].modified().unwrap());
        }
    }
}

fn key(master: &MasterKey) -> DatabaseKey {
    master.derive_database_key()
}

fn write(database: &mut Database, letters: usize) {
    database
        .transaction(|tx| {
            tx.execute("INSERT INTO note VALUES (?1)", ["가".repeat(letters)])
                .map_err(StoreError::from)
        })
        .unwrap();
}

fn count(database: &Database) -> u32 {
    database.check().unwrap();
    database
        .conn()
        .query_row("SELECT count(*) FROM note", [], |row| row.get(0))
        .unwrap()
}

/// A database that is open with its log full, copied as a power cut would leave it.
fn cut(from: &Place) -> Place {
    let copy = Place(tempfile::tempdir().unwrap());
    for name in NAMES {
        fs::copy(from.path(name), copy.path(name)).unwrap();
    }
    copy
}

#[test]
fn both_files_and_logs_are_alike_at_every_step() {
    let (place, master) = (Place::made(), MasterKey::make(&SystemRandom));
    let mut database = place.create(Member::Second, &master);
    place.assert_alike();
    for _ in 0..12 {
        write(&mut database, 100_000);
        place.assert_alike();
    }
    assert!(fs::metadata(place.path("one")).unwrap().len() > 2 * STEP);
    drop(database);
    place.assert_alike();
    assert_eq!(count(&place.open(Member::Second, &master)), 12);
    place.assert_alike();
    assert_eq!(fs::read_dir(place.0.path()).unwrap().count(), 4);
}

#[test]
fn the_other_file_is_never_written_to_before_its_end() {
    let place = Place::made();
    let [first, second] = [MasterKey::make(&SystemRandom), MasterKey::make(&SystemRandom)];
    let mut one = place.create(Member::First, &first);
    write(&mut one, 10);
    // Left as a crash leaves it: what was saved is in the log alone.
    let place = cut(&place);
    let before = place.bytes();
    let mut two = place.create(Member::Second, &second);
    for _ in 0..12 {
        write(&mut two, 100_000);
    }
    drop(two);
    let after = place.bytes();
    assert!(after[0].len() > before[0].len(), "it grew");
    assert!(after[0].starts_with(&before[0]) && after[2].starts_with(&before[2]));
    assert_eq!(count(&place.open(Member::First, &first)), 1);
    assert_eq!(count(&place.open(Member::Second, &second)), 12);
}

#[test]
fn what_was_saved_is_there_after_a_cut_and_the_log_looks_random() {
    let (place, master) = (Place::made(), MasterKey::make(&SystemRandom));
    let mut database = place.create(Member::First, &master);
    for _ in 0..5 {
        write(&mut database, 1000);
    }
    let after = cut(&place);
    let [main, _, log, _] = after.bytes();
    assert!(log[..4] != PLAIN_LOG.to_be_bytes());
    // The first of the two bytes of a frame's page number would be 0 in every frame.
    let frames = log[80..].chunks(4168).take(8);
    assert!(frames.clone().any(|frame| frame[0] != 0 && frame[32] != 0));
    // No page stands in both.
    for frame in frames {
        assert!(
            !main
                .chunks(4096)
                .any(|page| page == &frame[56..56 + 4096.min(frame.len() - 56)])
        );
    }
    assert_eq!(count(&after.open(Member::First, &master)), 5);
    after.assert_alike();
}

#[test]
fn files_left_unequal_are_levelled_and_a_lost_log_is_made_again() {
    let (place, master) = (Place::made(), MasterKey::make(&SystemRandom));
    write(&mut place.create(Member::First, &master), 10);
    let longer = DiskFile::open(&place.path("two")).unwrap();
    append_random(&longer, &SystemRandom, STEP, STEP + 5000).unwrap();
    fs::remove_file(place.path("two-wal")).unwrap();
    let database = place.open(Member::First, &master);
    place.assert_alike();
    assert_eq!(fs::metadata(place.path("one")).unwrap().len(), 2 * STEP);
    assert_eq!(count(&database), 1);
}

#[test]
fn what_an_earlier_version_left_is_taken_over_with_its_log() {
    let place = Place(tempfile::tempdir().unwrap());
    let master = MasterKey::make(&SystemRandom);
    let mut old = Database::create(&place.path("one"), &key(&master), &SCHEMA, &[]).unwrap();
    write(&mut old, 10);
    let left = Place(tempfile::tempdir().unwrap());
    for name in ["one", "one-wal"] {
        fs::copy(place.path(name), left.path(name)).unwrap();
    }
    fs::write(left.path("two"), [7; 5000]).unwrap();
    let database = left.open(Member::First, &master);
    assert_eq!(count(&database), 1);
    left.assert_alike();
    assert!(left.bytes()[1].starts_with(&[7; 5000]));
}

#[test]
fn a_second_one_is_made_over_the_other_in_place() {
    let place = Place::made();
    let [first, second, third] = [(); 3].map(|()| MasterKey::make(&SystemRandom));
    write(&mut place.create(Member::First, &first), 10);
    let mut earlier = place.create(Member::Second, &second);
    for _ in 0..12 {
        write(&mut earlier, 100_000);
    }
    drop(earlier);
    let length = fs::metadata(place.path("two")).unwrap().len();
    write(&mut place.create(Member::Second, &third), 10);
    assert_eq!(fs::metadata(place.path("two")).unwrap().len(), length);
    place.assert_alike();
    assert!(matches!(
        place.try_open(Member::Second, &second),
        Err(StoreError::Damaged)
    ));
    assert_eq!(count(&place.open(Member::Second, &third)), 1);
    assert_eq!(count(&place.open(Member::First, &first)), 1);
}

#[test]
fn only_damage_in_its_pages_is_damage() {
    let (place, master) = (Place::made(), MasterKey::make(&SystemRandom));
    write(&mut place.create(Member::First, &master), 10);
    let whole = fs::read(place.path("one")).unwrap();
    let pages = {
        let database = place.open(Member::First, &master);
        let count = database
            .conn()
            .pragma_query_value(None, "page_count", |row| row.get::<_, u32>(0));
        count.unwrap() as usize
    };
    for at in (0..pages * 4096)
        .step_by(1021)
        .chain([pages * 4096, whole.len() - 1])
    {
        let mut bytes = whole.clone();
        bytes[at] ^= 4;
        fs::write(place.path("one"), bytes).unwrap();
        let checked = place
            .try_open(Member::First, &master)
            .and_then(|database| database.check());
        assert_eq!(checked.is_ok(), at >= pages * 4096, "byte {at}");
    }
}

#[test]
fn one_process_and_one_handle_at_a_time() {
    let (place, master) = (Place::made(), MasterKey::make(&SystemRandom));
    let _open = place.create(Member::First, &master);
    assert!(matches!(
        place.try_open(Member::First, &master),
        Err(StoreError::InUse)
    ));
}
