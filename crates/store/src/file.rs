//! Small files that are read and replaced as a whole.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::Path,
};

use crate::StoreError;

/// Reads a file of at most `limit` bytes; a longer one counts as damaged. `None` when it is not there.
pub fn read(path: &Path, limit: u64) -> Result<Option<Vec<u8>>, StoreError> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= limit) {
        Ok(Some(bytes))
    } else {
        Err(StoreError::Damaged)
    }
}

/// Replaces a file so that a crash at any moment leaves the old content or the new, never a mixture.
/// When this returns, the new content is on the disk.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let beside = path.with_extension("new");
    let result = write_and_rename(path, &beside, bytes);
    if result.is_err() {
        // What is half written must not stay; that it cannot be removed changes nothing for the caller.
        let _ = fs::remove_file(&beside);
    }
    result.map_err(StoreError::from)
}

/// As [`replace`], and then writes `noise` over the old content, as far as the disk does what it is told: what
/// was in it is a secret no longer wanted. That this fails is no failure, because the new content is in place.
pub fn replace_and_wipe(path: &Path, bytes: &[u8], noise: &[u8]) -> Result<(), StoreError> {
    let old = OpenOptions::new().write(true).open(path).ok();
    replace(path, bytes)?;
    if let Some(mut old) = old {
        tell_write(path, 0, noise)?;
        let _ = old.write_all(noise).and_then(|()| old.sync_all());
    }
    Ok(())
}

/// Writes over a piece of a file where it stands. When this returns, it is on the disk. A crash in the middle may
/// leave a mixture, so it is for what must not survive, and for a disk without room for a new file.
pub fn overwrite(path: &Path, at: u64, bytes: &[u8]) -> Result<(), StoreError> {
    tell_write(path, at, bytes)?;
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.seek(SeekFrom::Start(at))?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(())
}

/// Gives a file or folder another name, or moves it within a file system.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(feature = "probe")]
    crate::disk::probe::tell(&name(to), &crate::disk::probe::Change::Name)?;
    fs::rename(from, to)
}

#[cfg(feature = "probe")]
fn name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

#[cfg(feature = "probe")]
fn tell_write(path: &Path, offset: u64, bytes: &[u8]) -> io::Result<()> {
    use crate::disk::probe::{Change, tell};
    tell(&name(path), &Change::Write { offset, bytes })
}

#[cfg(not(feature = "probe"))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "with a probe it may fail, which is what the probe is for"
)]
fn tell_write(_path: &Path, _offset: u64, _bytes: &[u8]) -> io::Result<()> {
    Ok(())
}

fn write_and_rename(path: &Path, beside: &Path, bytes: &[u8]) -> io::Result<()> {
    tell_write(beside, 0, bytes)?;
    let mut file = File::create(beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    rename(beside, path)?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Makes renames in a folder durable. Windows does that by itself and cannot open folders.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        replace(&path, b"old").unwrap();
        replace(&path, b"new content").unwrap();
        assert_eq!(read(&path, 100).unwrap().unwrap(), b"new content");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn the_old_content_is_written_over_where_it_stood() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        fs::write(&path, b"old secret").unwrap();
        let mut old = File::open(&path).unwrap();
        replace_and_wipe(&path, b"new secret", b"noisenoise").unwrap();
        let mut left = String::new();
        old.read_to_string(&mut left).unwrap();
        assert_eq!(left, "noisenoise");
        assert_eq!(fs::read(&path).unwrap(), b"new secret");
        overwrite(&path, 4, b"SECRET").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new SECRET");
        assert!(overwrite(&folder.path().join("none"), 0, b"x").is_err());
    }

    #[test]
    fn a_missing_file_is_none_and_a_long_one_is_damaged() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        assert!(read(&path, 10).unwrap().is_none());
        fs::write(&path, [0; 11]).unwrap();
        assert!(matches!(read(&path, 10), Err(StoreError::Damaged)));
    }
}
