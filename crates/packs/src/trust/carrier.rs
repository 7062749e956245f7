//! What packs travel on: a folder (also on a stick) or one archive file.
//!
//! A carrier is never trusted. It hands over bytes up to a limit; what they are is decided by whoever asked.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

use super::{FileName, Refusal, limits};

/// Where a repository's files come from.
pub trait Carrier {
    /// The whole file; `None` when it is not there. A file of more than `limit` bytes is refused and not read.
    fn read(&self, name: &FileName, limit: u64) -> Result<Option<Vec<u8>>, Refusal>;
}

/// A folder, such as on a stick.
pub struct Folder(PathBuf);

/// One archive file.
pub struct Archive<R> {
    reader: RefCell<R>,
    files: BTreeMap<String, Extent>,
}

#[derive(Clone, Copy)]
struct Extent {
    start: u64,
    length: u64,
}

const MAGIC: &[u8; 8] = b"DURUMIRE";
/// Where a repository lies within a stick.
pub const FOLDER_ON_A_STICK: &str = "durumi-library";

/// Opens what a person has chosen: an archive file, a repository, or a stick with one.
pub fn open(path: &Path) -> Result<Box<dyn Carrier>, Refusal> {
    if !path.is_dir() {
        let file = File::open(path).map_err(unreadable)?;
        return Ok(Box::new(Archive::new(file)?));
    }
    let inside = path.join(FOLDER_ON_A_STICK);
    let has_one = |place: &Path| place.join(FileName::Timestamp.to_string()).exists();
    if !has_one(path) && has_one(&inside) {
        return Ok(Box::new(Folder::new(inside)));
    }
    Ok(Box::new(Folder::new(path.to_owned())))
}

impl Folder {
    /// A repository's own folder.
    pub fn new(path: PathBuf) -> Self {
        Folder(path)
    }
}

impl Carrier for Folder {
    fn read(&self, name: &FileName, limit: u64) -> Result<Option<Vec<u8>>, Refusal> {
        let path = self.0.join(name.to_string());
        // Neither a link out of the folder nor a pipe that never ends.
        match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(error)),
            Ok(found) if !found.is_file() => return Err(Refusal::Malformed),
            Ok(_) => {}
        }
        let mut bytes = Vec::new();
        File::open(path)
            .map_err(unreadable)?
            .take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        if bytes.len() as u64 > limit {
            Err(Refusal::TooLarge)
        } else {
            Ok(Some(bytes))
        }
    }
}

impl<R: Read + Seek> Archive<R> {
    /// Reads the index and holds it against the length of the file.
    pub fn new(mut reader: R) -> Result<Self, Refusal> {
        let total = reader.seek(SeekFrom::End(0)).map_err(unreadable)?;
        if total > limits::ARCHIVE {
            return Err(Refusal::TooLarge);
        }
        reader.rewind().map_err(unreadable)?;
        let mut head = [0; 12];
        reader.read_exact(&mut head).map_err(|error| cut_off(&error))?;
        let (magic, length) = head.split_at(8);
        if magic != MAGIC {
            return Err(Refusal::Malformed);
        }
        let length = length.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte));
        if length > limits::ARCHIVE_INDEX {
            return Err(Refusal::TooLarge);
        }
        let mut index = Vec::new();
        Read::by_ref(&mut reader)
            .take(length)
            .read_to_end(&mut index)
            .map_err(unreadable)?;
        if index.len() as u64 != length {
            return Err(Refusal::Malformed);
        }
        let index: Vec<(String, u64)> = serde_json::from_slice(&index).map_err(|_| Refusal::Malformed)?;
        let files = extents(&index, 12 + length, total)?;
        Ok(Archive {
            reader: RefCell::new(reader),
            files,
        })
    }
}

/// Where each file lies. Names must be in order, so none comes twice; the last must end where the archive does.
fn extents(index: &[(String, u64)], mut start: u64, total: u64) -> Result<BTreeMap<String, Extent>, Refusal> {
    if index.len() > limits::ARCHIVE_FILES {
        return Err(Refusal::TooLarge);
    }
    if !index.is_sorted_by(|(a, _), (b, _)| a < b) {
        return Err(Refusal::Malformed);
    }
    let mut files = BTreeMap::new();
    for (name, length) in index {
        name.parse::<FileName>().map_err(|_| Refusal::Malformed)?;
        files.insert(
            name.clone(),
            Extent {
                start,
                length: *length,
            },
        );
        start = start
            .checked_add(*length)
            .filter(|end| *end <= total)
            .ok_or(Refusal::Malformed)?;
    }
    if start == total {
        Ok(files)
    } else {
        Err(Refusal::Malformed)
    }
}

impl<R: Read + Seek> Carrier for Archive<R> {
    fn read(&self, name: &FileName, limit: u64) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(extent) = self.files.get(&name.to_string()) else {
            return Ok(None);
        };
        if extent.length > limit {
            return Err(Refusal::TooLarge);
        }
        let mut reader = self.reader.borrow_mut();
        reader.seek(SeekFrom::Start(extent.start)).map_err(unreadable)?;
        let mut bytes = Vec::new();
        reader
            .by_ref()
            .take(extent.length)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        if bytes.len() as u64 == extent.length {
            Ok(Some(bytes))
        } else {
            Err(Refusal::Unreadable)
        }
    }
}

/// Writes a repository as an archive. The same files give the same bytes.
pub fn write_repository_archive(
    files: &BTreeMap<String, Vec<u8>>,
    out: &mut impl io::Write,
) -> io::Result<()> {
    let index: Vec<(&String, usize)> = files.iter().map(|(name, bytes)| (name, bytes.len())).collect();
    let index = serde_json::to_vec(&index)?;
    let length = u32::try_from(index.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
    out.write_all(MAGIC)?;
    out.write_all(&length.to_be_bytes())?;
    out.write_all(&index)?;
    for bytes in files.values() {
        out.write_all(bytes)?;
    }
    Ok(())
}

fn unreadable(_: io::Error) -> Refusal {
    Refusal::Unreadable
}

fn cut_off(error: &io::Error) -> Refusal {
    if error.kind() == io::ErrorKind::UnexpectedEof {
        Refusal::Malformed
    } else {
        Refusal::Unreadable
    }
}
