//! What a client keeps of the metadata it has verified.

use std::collections::BTreeMap;

/// Kept in the library, see "What the client keeps" in `docs/formats/repository.md`. Not trusted for being
/// there: it is verified again each time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustState {
    /// Metadata by a name such as `root/2`, `timestamp` or `pack/starter`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The newest signed time that was ever seen, in milliseconds since 1970.
    pub newest_ms: i64,
}

impl TrustState {
    pub(super) fn root(&self, version: u32) -> Option<&[u8]> {
        self.get(&root_name(version))
    }

    pub(super) fn get(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    pub(super) fn put(&mut self, name: String, bytes: &[u8]) {
        self.files.insert(name, bytes.to_vec());
    }

    pub(super) fn has_seen(&mut self, ms: i64) {
        self.newest_ms = self.newest_ms.max(ms);
    }

    /// Only what does not depend on what was installed: the roots, and the time.
    #[must_use]
    pub fn roots_only(&self) -> TrustState {
        let roots = self.files.iter().filter(|(name, _)| name.starts_with("root/"));
        TrustState {
            files: roots.map(|(name, bytes)| (name.clone(), bytes.clone())).collect(),
            newest_ms: self.newest_ms,
        }
    }
}

pub(super) fn root_name(version: u32) -> String {
    format!("root/{version}")
}

pub(super) fn pack_name(id: &crate::Slug) -> String {
    format!("pack/{id}")
}

pub(super) const TIMESTAMP: &str = "timestamp";
pub(super) const SNAPSHOT: &str = "snapshot";
pub(super) const TARGETS: &str = "targets";
