//! A pack as one file.
//!
//! Not tar or zip: both have names that escape, duplicates, sparse holes and headers that disagree, and
//! we need none of what they can do. Here the catalogue says everything and the bytes follow it.

use crate::{Built, Catalogue, Pack, PackError, limits::PACK_BYTES};

const MAGIC: &[u8; 8] = b"DURUMIPK";

/// The archive of a built pack.
pub fn write_archive(built: &Built) -> Vec<u8> {
    let pack = built.pack();
    let json = pack.catalogue_json();
    let length = u32::try_from(json.len()).expect("a pack's catalogue is at most 16 MiB");
    let mut archive = Vec::from(*MAGIC);
    archive.extend_from_slice(&length.to_be_bytes());
    archive.extend_from_slice(json);
    for (_, blob) in pack.blobs() {
        archive.extend_from_slice(blob);
    }
    archive
}

/// Reads an archive. Total: any bytes give a pack whose hashes are right, or an error.
pub fn read_archive(archive: &[u8]) -> Result<Pack, PackError> {
    if archive.len() as u64 > PACK_BYTES {
        return Err(PackError::TooLarge);
    }
    let rest = archive.strip_prefix(MAGIC).ok_or(PackError::Malformed)?;
    let (length, rest) = rest.split_first_chunk::<4>().ok_or(PackError::Malformed)?;
    let (json, mut rest) = split(rest, u32::from_be_bytes(*length))?;
    let catalogue = Catalogue::parse(json)?;
    let mut blobs = Vec::with_capacity(catalogue.blobs.len());
    for entry in &catalogue.blobs {
        let (blob, after) = split(rest, entry.size)?;
        blobs.push(blob.to_vec());
        rest = after;
    }
    if rest.is_empty() {
        Pack::from_parts(json.to_vec(), blobs)
    } else {
        Err(PackError::Malformed)
    }
}

fn split(bytes: &[u8], at: u32) -> Result<(&[u8], &[u8]), PackError> {
    bytes.split_at_checked(at as usize).ok_or(PackError::Malformed)
}
