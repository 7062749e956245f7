//! One open database file.
//!
//! Opening checks that encryption is really on, before and after: the library says so, and the file's
//! first bytes are not SQLite's. Raw keys are used, so opening costs no key derivation of SQLCipher's own.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use durumi_keys::DatabaseKey;
use rusqlite::{Connection, InterruptHandle, OpenFlags, Transaction, config::DbConfig};

use crate::{
    Analyser, Disguise, Schema, StoreError, counts, fts5, key, memory,
    twins::{Content, OpenTwins, TwinVfs},
};

/// The oldest SQLite that is accepted, as `sqlite3_libversion_number` counts: 3.54.0.
const SQLITE_FLOOR: i32 = 3_054_000;
const PLAIN_HEADER: &[u8; 16] = b"SQLite format 3\0";

/// An open database. Dropping it closes the file.
pub struct Database {
    conn: Connection,
    /// Dropped after the connection that uses it.
    twins: Option<TwinVfs>,
}

impl Database {
    /// Makes a file that must not exist yet.
    pub fn create(
        path: &Path,
        key: &DatabaseKey,
        schema: &Schema,
        analysers: &[Analyser],
    ) -> Result<Self, StoreError> {
        File::create_new(path)?;
        let database = Self::open_any(path, Content::Nothing, key, schema, analysers)?;
        database.checkpoint()?;
        refuse_plain(path)?;
        Ok(database)
    }

    /// Opens a file and brings its tables up to date. A file that does not open is left as it is, with its log.
    pub fn open(
        path: &Path,
        key: &DatabaseKey,
        schema: &Schema,
        analysers: &[Analyser],
    ) -> Result<Self, StoreError> {
        refuse_plain(path)?;
        refuse_empty(path)?;
        Self::open_any(path, Content::Database, key, schema, analysers)
    }

    fn open_any(
        path: &Path,
        content: Content,
        key: &DatabaseKey,
        schema: &Schema,
        analysers: &[Analyser],
    ) -> Result<Self, StoreError> {
        let conn = connect(path.as_os_str(), OpenFlags::SQLITE_OPEN_READ_WRITE | ALWAYS)?;
        begin(&conn, key)?;
        if schema.shrinks && content == Content::Nothing {
            // Before the first page is written. Later it would not count, and would write to the file all the same.
            conn.execute_batch("PRAGMA auto_vacuum = INCREMENTAL;")?;
        }
        start_writing(&conn)?;
        Self::prepare_to_write(conn, None, schema, analysers)
    }

    /// Makes a database in one of two files that were made by [`crate::Twins::make`]. Whatever is in that file is
    /// overwritten; a crash in between leaves bytes that nothing opens.
    pub fn create_among_twins(
        disguise: Disguise,
        key: &DatabaseKey,
        schema: &Schema,
        analysers: &[Analyser],
    ) -> Result<Self, StoreError> {
        let path = disguise.twins.path().to_owned();
        let database = Self::open_twins(disguise, Content::Nothing, key, schema, analysers)?;
        database.checkpoint()?;
        refuse_plain(&path)?;
        Ok(database)
    }

    /// Opens a database in one of two files, and brings its tables up to date. The other is not looked into.
    pub fn open_among_twins(
        disguise: Disguise,
        key: &DatabaseKey,
        schema: &Schema,
        analysers: &[Analyser],
    ) -> Result<Self, StoreError> {
        let path = disguise.twins.path();
        refuse_plain(path)?;
        refuse_empty(path)?;
        if disguise.twins.has_plain_log()? {
            // An earlier version's: closing works it in.
            drop(Self::open(path, key, schema, analysers)?);
        }
        Self::open_twins(disguise, Content::Database, key, schema, analysers)
    }

    fn open_twins(
        disguise: Disguise,
        content: Content,
        key: &DatabaseKey,
        schema: &Schema,
        analysers: &[Analyser],
    ) -> Result<Self, StoreError> {
        // Before the file system is registered, which starts SQLite.
        memory::install();
        let path = disguise.twins.path().to_owned();
        let twins = TwinVfs::register(OpenTwins::open(disguise, content)?, path)?;
        Self::connect_twins(twins, content, key, schema, analysers)
    }

    fn connect_twins(
        twins: TwinVfs,
        content: Content,
        key: &DatabaseKey,
        schema: &Schema,
        analysers: &[Analyser],
    ) -> Result<Self, StoreError> {
        let ours = memory::install();
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | ALWAYS;
        let conn = Connection::open_with_flags_and_vfs(twins.path(), flags, twins.name())?;
        lock_memory(&conn, ours)?;
        begin(&conn, key)?;
        if content == Content::Nothing {
            // The first page is written before there is a log, and a journal beside the file would tell which it is.
            conn.execute_batch("PRAGMA journal_mode = MEMORY;")?;
        }
        start_writing(&conn)?;
        // A small log stays within its first step.
        conn.execute_batch("PRAGMA wal_autocheckpoint = 200;")?;
        Self::prepare_to_write(conn, Some(twins), schema, analysers)
    }

    fn prepare_to_write(
        conn: Connection,
        twins: Option<TwinVfs>,
        schema: &Schema,
        analysers: &[Analyser],
    ) -> Result<Self, StoreError> {
        let database = Self::prepare(conn, twins, schema, analysers)?;
        database
            .conn
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        Ok(database)
    }

    /// Opens a file where nothing can be written, such as on a write-protected stick.
    ///
    /// SQLite is told that the file does not change (`immutable`), since it could neither lock it nor
    /// make a log. Should somebody change it all the same, pages fail their check; nothing false is read.
    /// With a log beside it that was not worked in, the file alone may be a mixture: it is refused.
    pub fn open_to_read(
        path: &Path,
        key: &DatabaseKey,
        schema: &Schema,
        analysers: &[Analyser],
    ) -> Result<Self, StoreError> {
        refuse_plain(path)?;
        refuse_empty(path)?;
        if fs::metadata(log_of(path)).is_ok_and(|log| log.len() > 0) {
            return Err(StoreError::NotWritable);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | ALWAYS;
        let conn = connect(unchanging(path)?.as_ref(), flags)?;
        give_key(&conn, key)?;
        Self::prepare(conn, None, schema, analysers)
    }

    /// A database that exists in memory only and is gone when it is dropped.
    pub fn in_memory(schema: &Schema, analysers: &[Analyser]) -> Result<Self, StoreError> {
        Self::prepare(connect(":memory:".as_ref(), IN_MEMORY)?, None, schema, analysers)
    }

    /// The connection, for reading.
    pub fn conn(&self) -> &Connection {
        &self.conn
    }

    /// Does all of `work` or nothing. When this returns `Ok`, the change is on the disk.
    pub fn transaction<T, E>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        let transaction = self.conn.transaction().map_err(StoreError::from)?;
        let result = work(&transaction)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(result)
    }

    /// Lets so many KiB of pages stay in memory; 2,000 unless said. All of it should fit what the system lets a person
    /// lock, 8 MiB on most desktops, together with the pages of the other files that are open.
    pub fn cache(&self, kib: u32) -> Result<(), StoreError> {
        // Below zero it is KiB, above it is pages.
        Ok(self.conn.pragma_update(None, "cache_size", -i64::from(kib))?)
    }

    /// Checks every page and every index. Takes about a third of a second for 20 MB.
    pub fn check(&self) -> Result<(), StoreError> {
        if self.twins.is_some() {
            // SQLCipher looks at the file alone, where what is only in the log is padding yet.
            self.checkpoint()?;
        }
        let pages: i64 = self
            .conn
            .pragma_query_value(None, "page_count", |row| row.get(0))?;
        for pragma in ["PRAGMA cipher_integrity_check", "PRAGMA integrity_check"] {
            let mut statement = self.conn.prepare(pragma)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let found = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
                if found != "ok" && !is_about_padding(found, pages) {
                    return Err(StoreError::Damaged);
                }
            }
        }
        Ok(())
    }

    /// Opens the file anew with a new connection, because SQLCipher lets nothing more through one that has met a page
    /// which does not open. It must be one of twins. When it fails, nothing is open.
    pub fn revive(
        &mut self,
        key: &DatabaseKey,
        schema: &Schema,
        analysers: &[Analyser],
    ) -> Result<(), StoreError> {
        let twins = self.twins.take().ok_or(StoreError::NotWritable)?;
        // What a connection in such a state holds must not be worked into the file.
        self.conn
            .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        self.conn = connect(":memory:".as_ref(), IN_MEMORY)?;
        *self = Self::connect_twins(twins, Content::Database, key, schema, analysers)?;
        Ok(())
    }

    /// Looks at every page of one table and of its indexes, and at nothing else. What is in the log counts.
    ///
    /// It can be stopped by [`Database::stopper`]. After [`Condition::Damaged`] the connection needs [`Database::revive`].
    pub fn examine(&self, table: &str) -> Result<Condition, StoreError> {
        match self.first_complaint(table) {
            Ok(None) => Ok(Condition::Sound),
            Ok(Some(_)) | Err(StoreError::Damaged) => Ok(Condition::Damaged),
            Err(other) => Err(other),
        }
    }

    /// What ends a statement that is under way, from another thread: it gives [`StoreError::Stopped`].
    pub fn stopper(&self) -> Stopper {
        Stopper(self.conn.get_interrupt_handle())
    }

    fn first_complaint(&self, table: &str) -> Result<Option<String>, StoreError> {
        let mut statement = self.conn.prepare(&format!("PRAGMA integrity_check('{table}')"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let found: String = row.get(0)?;
            if found != "ok" {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// Gives the whole file, as it stands on the disk, piece by piece. It must be one of twins.
    ///
    /// The log is worked in before. Reading through another handle was rejected: where locks are mandatory, it cannot.
    pub fn copy_file<E: From<StoreError>>(
        &self,
        piece: usize,
        mut take: impl FnMut(&[u8], Rest) -> Result<(), E>,
    ) -> Result<(), E> {
        let twins = self.twins.as_ref().ok_or(StoreError::NotWritable)?;
        self.checkpoint()?;
        let length = twins.length()?;
        let mut at = 0;
        let mut bytes = vec![0; piece];
        while at < length {
            let now = usize::try_from(length - at).unwrap_or(piece).min(piece);
            let bytes = bytes.get_mut(..now).unwrap_or_default();
            twins.read(bytes, at)?;
            at += now as u64;
            take(bytes, if at < length { Rest::More } else { Rest::Nothing })?;
        }
        Ok(())
    }

    /// Encrypts the whole file anew. Meant for a copy: a crash in between leaves it unusable.
    pub fn change_key(&self, key: &DatabaseKey) -> Result<(), StoreError> {
        key::change(&self.conn, key)
    }

    /// Moves everything from the log into the file and empties the log.
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        self.conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// When it fails, the connection is closed before the files that it uses.
    fn prepare(
        conn: Connection,
        twins: Option<TwinVfs>,
        schema: &Schema,
        analysers: &[Analyser],
    ) -> Result<Self, StoreError> {
        let mut database = Database { conn, twins };
        let conn = &mut database.conn;
        // No statement is compiled anew for every value that it is given.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        conn.execute_batch(
            "PRAGMA temp_store = MEMORY;
             PRAGMA secure_delete = ON;
             PRAGMA foreign_keys = ON;
             PRAGMA trusted_schema = OFF;
             PRAGMA cell_size_check = ON;
             -- What is cached is locked into memory; a small cache stays below the usual limit.
             PRAGMA cache_size = -2000;",
        )?;
        for analyser in analysers {
            fts5::register(conn, *analyser)?;
        }
        counts::register(conn)?;
        schema.migrate(conn)?;
        Ok(database)
    }
}

/// Gives the pages that nothing needs any more back to the disk, where the file's schema says so.
pub fn give_back(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    let mut statement = transaction.prepare("PRAGMA incremental_vacuum")?;
    let mut rows = statement.query([])?;
    // Each step gives back one page.
    while rows.next()?.is_some() {}
    Ok(())
}

/// How a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Every page and index of it is as it should be.
    Sound,
    /// Something of it cannot be read, or does not fit the rest.
    Damaged,
}

/// Ends what a database is doing, from another thread.
pub struct Stopper(InterruptHandle);

impl Stopper {
    /// Ends it now. Harmless when it does nothing.
    pub fn stop(&self) {
        self.0.interrupt();
    }
}

/// Whether more of a file follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Another piece.
    More,
    /// This piece is the last.
    Nothing,
}

/// Where SQLite keeps the log of a file.
pub fn log_of(path: &Path) -> PathBuf {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    log.into()
}

const IN_MEMORY: OpenFlags = OpenFlags::SQLITE_OPEN_READ_WRITE
    .union(OpenFlags::SQLITE_OPEN_MEMORY)
    .union(ALWAYS);
const ALWAYS: OpenFlags = OpenFlags::SQLITE_OPEN_NO_MUTEX.union(OpenFlags::SQLITE_OPEN_NOFOLLOW);

/// Opens a connection whose memory is locked and wiped.
fn connect(path: &OsStr, flags: OpenFlags) -> Result<Connection, StoreError> {
    let ours = memory::install();
    let conn = Connection::open_with_flags(path, flags)?;
    lock_memory(&conn, ours)?;
    Ok(conn)
}

fn lock_memory(conn: &Connection, ours: bool) -> Result<(), StoreError> {
    if !ours {
        // Something else in this program opened a database first. SQLCipher's own way is slower.
        conn.execute_batch("PRAGMA cipher_memory_security = ON;")?;
    }
    Ok(())
}

/// Gives the key. Until the file has opened, closing must not work the log into what may be damaged.
fn begin(conn: &Connection, key: &DatabaseKey) -> Result<(), StoreError> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    give_key(conn, key)
}

fn start_writing(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch(
        "-- No other process reads this file, so the index of the log can stay in memory: no -shm file.
         PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;",
    )?;
    Ok(())
}

fn give_key(conn: &Connection, key: &DatabaseKey) -> Result<(), StoreError> {
    // First of all: SQLCipher reports failed keys on standard error, where a journal keeps them.
    conn.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    key::set(conn, key)?;
    refuse_weak_library(conn)?;
    Ok(())
}

/// Whether SQLCipher complains of a page that is none: "HMAC verification failed for page 42".
fn is_about_padding(complaint: &str, pages: i64) -> bool {
    complaint
        .strip_prefix("HMAC verification failed for page ")
        .and_then(|page| page.trim().parse::<i64>().ok())
        .is_some_and(|page| page > pages)
}

/// The file as SQLite's "URI filenames" name one that does not change.
fn unchanging(path: &Path) -> Result<String, StoreError> {
    let path = std::path::absolute(path)?;
    let path = path.to_str().ok_or(StoreError::NotWritable)?;
    let mut uri = String::from(if path.starts_with('/') { "file:" } else { "file:/" });
    for byte in path.bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                uri.push(char::from(byte));
            }
            _ => uri.extend(['%', hex(byte >> 4), hex(byte & 15)]),
        }
    }
    uri.push_str("?immutable=1");
    Ok(uri)
}

fn hex(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap_or('0')
}

/// The library must be SQLCipher, and not older than what we were tested with.
fn refuse_weak_library(conn: &Connection) -> Result<(), StoreError> {
    let cipher: Option<String> = conn
        .query_row("PRAGMA cipher_version", [], |row| row.get(0))
        .or_else(|error| {
            if error == rusqlite::Error::QueryReturnedNoRows {
                Ok(None)
            } else {
                Err(error)
            }
        })?;
    if encrypts(cipher.as_deref(), rusqlite::version_number()) {
        Ok(())
    } else {
        Err(StoreError::NotEncrypting)
    }
}

/// What a library says of itself: its cipher's version, which plain SQLite does not have, and SQLite's.
fn encrypts(cipher: Option<&str>, sqlite: i32) -> bool {
    cipher.is_some_and(|version| !version.is_empty()) && sqlite >= SQLITE_FLOOR
}

/// A file that begins like plain SQLite is never opened and never written to.
/// SQLite takes an empty file for a new database, fills it, and throws away the log beside it.
fn refuse_empty(path: &Path) -> Result<(), StoreError> {
    if fs::metadata(path)?.len() == 0 {
        return Err(StoreError::Damaged);
    }
    Ok(())
}

fn refuse_plain(path: &Path) -> Result<(), StoreError> {
    let mut beginning = [0; 16];
    let mut file = File::open(path)?;
    if file.metadata()?.len() >= 16 {
        file.read_exact(&mut beginning)?;
    }
    if beginning == *PLAIN_HEADER {
        Err(StoreError::Damaged)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use durumi_keys::{MasterKey, SystemRandom};
    use tempfile::TempDir;

    use super::*;
    use crate::{Migration, Purpose, Token};

    const SCHEMA: Schema = Schema {
        application_id: 7,
        migrations: &[Migration {
            number: 1,
            sql: "CREATE TABLE note (text TEXT NOT NULL) STRICT;
                  CREATE VIRTUAL TABLE found USING fts5(text, tokenize = 'letters');",
        }],
        shrinks: false,
    };

    /// Every character is a word.
    const LETTERS: Analyser = Analyser {
        name: c"letters",
        analyse: |text: &str, _: Purpose, emit: &mut dyn FnMut(Token<'_>)| {
            for (start, letter) in text.char_indices() {
                let (end, mut room) = (start + letter.len_utf8(), [0; 4]);
                emit(Token {
                    text: letter.encode_utf8(&mut room),
                    colocated: false,
                    start,
                    end,
                });
            }
        },
    };

    fn key() -> DatabaseKey {
        MasterKey::make(&SystemRandom).derive_database_key()
    }

    fn folder() -> TempDir {
        tempfile::tempdir().unwrap()
    }

    #[test]
    fn what_is_written_is_read_again_with_the_key_and_nothing_without() {
        let (folder, key) = (folder(), key());
        let path = folder.path().join("file");
        let mut database = Database::create(&path, &key, &SCHEMA, &[LETTERS]).unwrap();
        database
            .transaction(|tx| {
                tx.execute("INSERT INTO note VALUES ('비밀')", [])
                    .map_err(StoreError::from)
            })
            .unwrap();
        drop(database);
        let database = Database::open(&path, &key, &SCHEMA, &[LETTERS]).unwrap();
        let text: String = database
            .conn()
            .query_row("SELECT text FROM note", [], |row| row.get(0))
            .unwrap();
        assert_eq!(text, "비밀");
        database.check().unwrap();
        drop(database);
        assert!(matches!(
            Database::open(&path, &self::key(), &SCHEMA, &[LETTERS]),
            Err(StoreError::Damaged)
        ));
        let bytes = fs::read(&path).unwrap();
        assert!(!bytes.windows(6).any(|window| window == "비밀".as_bytes()));
    }

    /// A file with a row in its log that no file holds yet, as a pulled plug leaves it.
    fn torn(folder: &TempDir, key: &DatabaseKey) -> PathBuf {
        let path = folder.path().join("whole");
        let mut database = Database::create(&path, key, &SCHEMA, &[LETTERS]).unwrap();
        let row = database.transaction(|tx| {
            tx.execute("INSERT INTO note VALUES ('비밀')", [])
                .map_err(StoreError::from)
        });
        row.unwrap();
        let copy = folder.path().join("torn");
        fs::copy(&path, &copy).unwrap();
        fs::copy(log_of(&path), log_of(&copy)).unwrap();
        copy
    }

    #[test]
    fn a_file_that_does_not_open_is_left_as_it_is_with_its_log() {
        let (folder, key) = (folder(), key());
        let path = torn(&folder, &key);
        let (whole, log) = (fs::read(&path).unwrap(), fs::read(log_of(&path)).unwrap());
        assert!(log.len() > 4096);
        let mut damaged = whole.clone();
        damaged[100] ^= 1;
        for bytes in [Vec::new(), damaged] {
            fs::write(&path, &bytes).unwrap();
            let opened = Database::open(&path, &key, &SCHEMA, &[LETTERS]);
            assert!(matches!(opened, Err(StoreError::Damaged)));
            assert!(fs::read(&path).unwrap() == bytes && fs::read(log_of(&path)).unwrap() == log);
        }
        fs::write(&path, whole).unwrap();
        let database = Database::open(&path, &key, &SCHEMA, &[LETTERS]).unwrap();
        let text: String = database
            .conn()
            .query_row("SELECT text FROM note", [], |row| row.get(0))
            .unwrap();
        assert_eq!(text, "비밀");
    }

    #[test]
    fn a_library_that_is_not_sqlcipher_or_too_old_is_refused() {
        let now = rusqlite::version_number();
        assert!(encrypts(Some("4.20.0 community"), now));
        assert!(!encrypts(None, now), "plain SQLite knows no such pragma");
        assert!(!encrypts(Some(""), now));
        assert!(!encrypts(Some("4.20.0 community"), SQLITE_FLOOR - 1));
    }

    #[test]
    fn closing_leaves_one_file() {
        let folder = folder();
        let database = Database::create(&folder.path().join("file"), &key(), &SCHEMA, &[LETTERS]).unwrap();
        drop(database);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn an_open_file_has_nothing_beside_it_but_its_log() {
        let folder = folder();
        let path = folder.path().join("file");
        let shrinking = Schema {
            shrinks: true,
            ..SCHEMA
        };
        let key = key();
        for open in [Database::create, Database::open] {
            let mut database = open(&path, &key, &shrinking, &[LETTERS]).unwrap();
            database
                .transaction(|tx| {
                    tx.execute("INSERT INTO note VALUES ('a')", [])?;
                    Ok::<_, StoreError>(())
                })
                .unwrap();
            let mut names: Vec<_> = fs::read_dir(folder.path())
                .unwrap()
                .map(|entry| entry.unwrap().file_name())
                .collect();
            names.sort();
            assert_eq!(names, ["file", "file-wal"]);
        }
    }

    #[test]
    fn a_plain_file_is_refused_and_left_alone() {
        let folder = folder();
        let path = folder.path().join("file");
        let plain = Connection::open(&path).unwrap();
        plain.execute_batch("CREATE TABLE note (text TEXT);").unwrap();
        drop(plain);
        let before = fs::read(&path).unwrap();
        assert!(matches!(
            Database::open(&path, &key(), &SCHEMA, &[LETTERS]),
            Err(StoreError::Damaged)
        ));
        assert_eq!(fs::read(&path).unwrap(), before);
    }

    #[test]
    fn a_file_of_a_newer_version_is_refused_and_left_alone() {
        let (folder, key) = (folder(), key());
        let path = folder.path().join("file");
        let database = Database::create(&path, &key, &SCHEMA, &[LETTERS]).unwrap();
        database.conn().pragma_update(None, "user_version", 2).unwrap();
        drop(database);
        assert!(matches!(
            Database::open(&path, &key, &SCHEMA, &[LETTERS]),
            Err(StoreError::Newer)
        ));
    }

    #[test]
    fn any_flipped_byte_is_found_by_the_check() {
        let (folder, key) = (folder(), key());
        let path = folder.path().join("file");
        drop(Database::create(&path, &key, &SCHEMA, &[LETTERS]).unwrap());
        let whole = fs::read(&path).unwrap();
        for at in (0..whole.len()).step_by(509) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x10;
            fs::write(&path, &bytes).unwrap();
            let result =
                Database::open(&path, &key, &SCHEMA, &[LETTERS]).and_then(|database| database.check());
            assert!(
                matches!(result, Err(StoreError::Damaged)),
                "byte {at}: {result:?}"
            );
        }
    }

    #[test]
    fn a_file_opens_with_its_new_key_only() {
        let (folder, old, new) = (folder(), key(), key());
        let path = folder.path().join("file");
        let database = Database::create(&path, &old, &SCHEMA, &[LETTERS]).unwrap();
        database.change_key(&new).unwrap();
        drop(database);
        assert!(matches!(
            Database::open(&path, &old, &SCHEMA, &[LETTERS]),
            Err(StoreError::Damaged)
        ));
        Database::open(&path, &new, &SCHEMA, &[LETTERS])
            .unwrap()
            .check()
            .unwrap();
    }

    #[test]
    fn two_connections_to_one_file_do_not_happen() {
        let (folder, key) = (folder(), key());
        let path = folder.path().join("file");
        let _first = Database::create(&path, &key, &SCHEMA, &[LETTERS]).unwrap();
        assert!(matches!(
            Database::open(&path, &key, &SCHEMA, &[LETTERS]),
            Err(StoreError::InUse)
        ));
    }

    #[test]
    fn a_file_is_read_where_nothing_can_be_written() {
        let (folder, key) = (folder(), key());
        // Characters that mean something in the name that SQLite is given.
        let path = folder.path().join("가 %3f?mode=rwc#");
        let mut database = Database::create(&path, &key, &SCHEMA, &[LETTERS]).unwrap();
        let write = |database: &mut Database| {
            database.transaction(|tx| {
                tx.execute("INSERT INTO note VALUES ('비밀')", [])
                    .map_err(StoreError::from)
            })
        };
        write(&mut database).unwrap();
        let unfinished = Database::open_to_read(&path, &key, &SCHEMA, &[LETTERS]);
        assert!(
            matches!(unfinished, Err(StoreError::NotWritable)),
            "with a log beside it"
        );
        drop(database);
        let before: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
        let mut database = Database::open_to_read(&path, &key, &SCHEMA, &[LETTERS]).unwrap();
        let notes: u32 = database
            .conn()
            .query_row("SELECT count(*) FROM note", [], |row| row.get(0))
            .unwrap();
        assert_eq!(notes, 1);
        assert!(matches!(write(&mut database), Err(StoreError::NotWritable)));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), before.len());
        assert!(matches!(
            Database::open_to_read(&path, &self::key(), &SCHEMA, &[LETTERS]),
            Err(StoreError::Damaged)
        ));
    }

    #[test]
    fn a_damaged_page_in_the_middle_is_named_when_it_is_read() {
        let (folder, key) = (folder(), key());
        let path = folder.path().join("file");
        let mut database = Database::create(&path, &key, &SCHEMA, &[LETTERS]).unwrap();
        database
            .transaction(|tx| {
                tx.execute(
                    "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
                     INSERT INTO note SELECT 'note ' || i FROM n",
                    [],
                )
                .map_err(StoreError::from)
            })
            .unwrap();
        drop(database);
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&path, bytes).unwrap();
        let database = Database::open(&path, &key, &SCHEMA, &[LETTERS]).unwrap();
        let read = database
            .conn()
            .query_row("SELECT sum(length(text)) FROM note", [], |row| {
                row.get::<_, i64>(0)
            })
            .map_err(StoreError::from);
        assert!(matches!(read, Err(StoreError::Damaged)), "{read:?}");
    }

    #[test]
    fn a_registered_analyser_decides_what_is_found_and_where() {
        let database = Database::in_memory(&SCHEMA, &[LETTERS]).unwrap();
        database
            .conn()
            .execute("INSERT INTO found VALUES ('가나다')", [])
            .unwrap();
        let marked: String = database
            .conn()
            .query_row(
                "SELECT highlight(found, 0, '[', ']') FROM found WHERE found MATCH '나'",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(marked, "가[나]다");
    }
}
