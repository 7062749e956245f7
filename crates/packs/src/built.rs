//! Reading a built pack back from its folder.

use std::{fs, io::Read, path::Path};

use crate::{Catalogue, Pack, PackError, limits::CATALOGUE_BYTES};

/// Reads what [`crate::write`] wrote. Whether it can be trusted is another question.
pub fn read_built(folder: &Path) -> Result<Pack, PackError> {
    let json = limited(&folder.join("catalogue.json"), CATALOGUE_BYTES as u64)?;
    let catalogue = Catalogue::parse(&json)?;
    let blobs = catalogue.blobs.iter().map(|entry| {
        let name = format!("{}.zst", entry.sha256);
        limited(&folder.join("blobs").join(name), u64::from(entry.size))
    });
    let blobs = blobs.collect::<Result<Vec<_>, _>>()?;
    Pack::from_parts(json, blobs)
}

fn limited(path: &Path, limit: u64) -> Result<Vec<u8>, PackError> {
    let file = fs::File::open(path).map_err(|_| PackError::Malformed)?;
    let mut bytes = Vec::new();
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| PackError::Malformed)?;
    if bytes.len() as u64 > limit {
        Err(PackError::Mismatch)
    } else {
        Ok(bytes)
    }
}
