//! Small files that are read and replaced as a whole.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
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

fn write_and_rename(path: &Path, beside: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(beside, path)?;
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
    fn a_missing_file_is_none_and_a_long_one_is_damaged() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        assert!(read(&path, 10).unwrap().is_none());
        fs::write(&path, [0; 11]).unwrap();
        assert!(matches!(read(&path, 10), Err(StoreError::Damaged)));
    }
}
