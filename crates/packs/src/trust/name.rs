//! Names of a repository's files: a closed list of forms, so that no name can lead anywhere else.

use std::{fmt, str::FromStr};

use crate::{Sha256, Slug};

/// A file of a repository, see `docs/formats/repository.md`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileName {
    /// A version of the root.
    Root(u32),
    /// The newest snapshot.
    Timestamp,
    /// A version of the snapshot.
    Snapshot(u32),
    /// A version of the list of packs.
    Targets(u32),
    /// A version of what a pack's authors signed.
    Pack(Slug, u32),
    /// A pack's catalogue.
    Catalogue(Slug, Sha256),
    /// A blob.
    Blob(Sha256),
}

/// The text is no file of a repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a file of a repository")]
pub struct FileNameError;

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileName::Root(version) => write!(f, "metadata/{version}.root.json"),
            FileName::Timestamp => f.write_str("metadata/timestamp.json"),
            FileName::Snapshot(version) => write!(f, "metadata/{version}.snapshot.json"),
            FileName::Targets(version) => write!(f, "metadata/{version}.targets.json"),
            FileName::Pack(id, version) => write!(f, "metadata/{version}.pack-{id}.json"),
            FileName::Catalogue(id, hash) => write!(f, "targets/{id}/{hash}.catalogue.zst"),
            FileName::Blob(hash) => write!(f, "blobs/{hash}.zst"),
        }
    }
}

impl FromStr for FileName {
    type Err = FileNameError;

    fn from_str(text: &str) -> Result<Self, FileNameError> {
        parse(text)
            .filter(|name| name.to_string() == text)
            .ok_or(FileNameError)
    }
}

fn parse(text: &str) -> Option<FileName> {
    let (folder, rest) = text.split_once('/')?;
    match folder {
        "metadata" if rest == "timestamp.json" => Some(FileName::Timestamp),
        "metadata" => {
            let (version, role) = rest.strip_suffix(".json")?.split_once('.')?;
            let version = version
                .parse()
                .ok()
                .filter(|version| (1..=999_999_999).contains(version))?;
            match role {
                "root" => Some(FileName::Root(version)),
                "snapshot" => Some(FileName::Snapshot(version)),
                "targets" => Some(FileName::Targets(version)),
                _ => Some(FileName::Pack(role.strip_prefix("pack-")?.parse().ok()?, version)),
            }
        }
        "targets" => {
            let (id, file) = rest.split_once('/')?;
            let hash = file.strip_suffix(".catalogue.zst")?;
            Some(FileName::Catalogue(id.parse().ok()?, hash.parse().ok()?))
        }
        "blobs" => Some(FileName::Blob(rest.strip_suffix(".zst")?.parse().ok()?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_listed_forms_are_names() {
        let hash = "ab".repeat(32);
        for good in [
            "metadata/1.root.json".to_owned(),
            "metadata/timestamp.json".to_owned(),
            "metadata/12.pack-starter.json".to_owned(),
            format!("targets/starter/{hash}.catalogue.zst"),
            format!("blobs/{hash}.zst"),
        ] {
            assert_eq!(good.parse::<FileName>().unwrap().to_string(), good);
        }
        for bad in [
            "metadata/../../etc/passwd".to_owned(),
            "metadata/01.root.json".to_owned(),
            "metadata/0.root.json".to_owned(),
            "metadata/+1.root.json".to_owned(),
            "metadata/1000000000.root.json".to_owned(),
            "metadata/1.pack-../x.json".to_owned(),
            "/metadata/1.root.json".to_owned(),
            "metadata\\1.root.json".to_owned(),
            format!("blobs/{}.zst", hash.to_uppercase()),
            format!("targets/../{hash}.catalogue.zst"),
            format!("blobs/../blobs/{hash}.zst"),
        ] {
            assert!(bad.parse::<FileName>().is_err(), "{bad}");
        }
    }
}
