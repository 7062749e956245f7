//! Making a repository: drafts, signatures, and putting out what is signed. Needs no network.
//!
//! An author's folder is a repository with `draft/` beside `metadata/`. What is in `metadata/` has all its signatures;
//! nothing there is ever replaced but the timestamp.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

use durumi_keys::SigningKey;
use serde_json::{Map, Value, json};

use super::{
    FileName, Holder, Refusal, Roles, When,
    metadata::is_plain,
    refusal::{hex, hex_hash},
    roles::{Authority, authority, canonical, envelope, forget_unused_keys, ids, key_json, root_json},
};
use crate::{Pack, Sha256, Slug, pack::unpack};

/// Why a repository cannot be made or signed.
#[derive(Debug, thiserror::Error)]
pub enum AuthorError {
    /// The folder.
    #[error("the folder cannot be read or written")]
    Io(#[from] io::Error),
    /// What is there breaks the rules of repositories.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// There is nothing that this key may sign.
    #[error("nothing here is for this key to sign")]
    NothingToSign,
    /// Signatures are missing.
    #[error("signatures are missing")]
    Unsigned,
    /// There are no roles yet, or none for this pack.
    #[error("no role for this")]
    NoRole,
    /// A pack of this or a higher version was signed before.
    #[error("the version is not higher than the last one")]
    NotNewer,
}

/// A signature that was added, or a file that is complete now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The file.
    pub file: FileName,
    /// How many more signatures it needs.
    pub missing: u32,
}

/// An author's folder.
pub struct Author(pub(super) PathBuf);

const DRAFT: &str = "draft";

impl Author {
    /// An author's folder; made when something is first written.
    pub fn at(folder: &Path) -> Self {
        Author(folder.to_owned())
    }

    /// Drafts the next root.
    pub fn draft_roles(&self, roles: &Roles, when: When) -> Result<FileName, AuthorError> {
        let name = FileName::Root(self.newest(Kind::Root)?.map_or(1, |version| version + 1));
        self.write_draft(&name, &root_json(roles, when, version_of(&name)))?;
        Ok(name)
    }

    /// Drafts a list of packs in which `id` is signed by `holders`.
    pub fn draft_pack_role(
        &self,
        id: &Slug,
        holders: &[Holder],
        threshold: u32,
        when: When,
    ) -> Result<FileName, AuthorError> {
        if holders.iter().any(|holder| !is_plain(&holder.name)) {
            return Err(Refusal::Malformed.into());
        }
        let role = json!({
            "name": format!("pack-{id}"),
            "keyids": ids(holders),
            "threshold": threshold,
            "terminating": true,
            "paths": [format!("{id}/*")],
        });
        self.relist(id, Some(role), holders, when)
    }

    /// Drafts a list of packs without `id`. What readers have of it stays with them and is said to be withdrawn; its
    /// role stays in every snapshot, because TUF 5.5.5 takes one that is gone for an attack.
    pub fn draft_withdrawal(&self, id: &Slug, when: When) -> Result<FileName, AuthorError> {
        if self.holders(&format!("pack-{id}"))?.is_none() {
            return Err(AuthorError::NoRole);
        }
        self.relist(id, None, &[], when)
    }

    /// Drafts the list of packs with another role for `id`, or with none.
    fn relist(
        &self,
        id: &Slug,
        role: Option<Value>,
        holders: &[Holder],
        when: When,
    ) -> Result<FileName, AuthorError> {
        let newest = self.newest(Kind::Targets)?;
        // A draft that nobody has finished is built upon, so that several packs come in one list.
        let name = FileName::Targets(newest.map_or(1, |version| version + 1));
        let before = match self.read_draft(&name)? {
            Some(draft) => Some(draft),
            None => newest
                .map(|version| self.read(&FileName::Targets(version)))
                .transpose()?,
        };
        let mut delegations = before
            .and_then(|file| file.get("signed")?.get("delegations").cloned())
            .unwrap_or_else(|| json!({ "keys": {}, "roles": [] }));
        if let Some(keys) = delegations.get_mut("keys").and_then(Value::as_object_mut) {
            keys.extend(holders.iter().map(|holder| (holder.id(), key_json(holder))));
        }
        let name_of_role = format!("pack-{id}");
        if let Some(list) = delegations.get_mut("roles").and_then(Value::as_array_mut) {
            list.retain(|other| other.get("name").and_then(Value::as_str) != Some(&name_of_role));
            list.extend(role);
        }
        forget_unused_keys(&mut delegations);
        let mut signed = when.fields("targets", version_of(&name));
        signed.insert("targets".to_owned(), json!({}));
        signed.insert("delegations".to_owned(), delegations);
        self.write_draft(&name, &envelope(signed))?;
        Ok(name)
    }

    /// Puts a built pack into the repository, and drafts what its authors have to sign.
    pub fn draft_pack(&self, pack: &Pack, when: When) -> Result<FileName, AuthorError> {
        let id = &pack.catalogue().id;
        if self.holders(&format!("pack-{id}"))?.is_none() {
            return Err(AuthorError::NoRole);
        }
        let newest = self.newest(Kind::Pack(id))?;
        if let Some(version) = newest
            && self.pack_version(id, version)? >= pack.catalogue().version
        {
            return Err(AuthorError::NotNewer);
        }
        let json = pack.catalogue_json();
        // Hashes and names in hex are twice as long as they need to be, and an update fetches all of them.
        let packed = zstd::bulk::compress(json, 19)?;
        let hash = Sha256::of(&packed);
        for (entry, blob) in pack.blobs() {
            self.write(&FileName::Blob(entry.sha256), blob)?;
        }
        self.write(&FileName::Catalogue(id.clone(), hash), &packed)?;
        let name = FileName::Pack(id.clone(), newest.map_or(1, |version| version + 1));
        let mut signed = when.fields("targets", version_of(&name));
        let target = json!({
            "length": packed.len(),
            "hashes": { "sha256": hash.to_string() },
            "custom": { "unpacked": json.len() },
        });
        signed.insert(
            "targets".to_owned(),
            json!({ format!("{id}/catalogue.zst"): target }),
        );
        self.write_draft(&name, &envelope(signed))?;
        Ok(name)
    }

    /// Adds one key's signature to every draft that it may sign. Complete files become part of the repository.
    pub fn sign(&self, key: &SigningKey) -> Result<Vec<Progress>, AuthorError> {
        let mut done = Vec::new();
        for name in self.drafts()? {
            if let Some(progress) = self.sign_draft(&name, key)? {
                done.push(progress);
            }
        }
        if done.is_empty() {
            Err(AuthorError::NothingToSign)
        } else {
            Ok(done)
        }
    }

    /// Makes and signs a snapshot and a timestamp of everything that is complete.
    pub fn release(&self, key: &SigningKey, when: When) -> Result<(), AuthorError> {
        let unfinished = |name: &FileName| !matches!(name, FileName::Snapshot(_) | FileName::Timestamp);
        if self.drafts()?.iter().any(unfinished) {
            return Err(AuthorError::Unsigned);
        }
        let targets = self.newest(Kind::Targets)?.ok_or(AuthorError::NoRole)?;
        let mut meta = Map::new();
        meta.insert("targets.json".to_owned(), self.pin(&FileName::Targets(targets))?);
        for id in self.packs_ever()? {
            if let Some(version) = self.newest(Kind::Pack(&id))? {
                meta.insert(
                    format!("pack-{id}.json"),
                    self.pin(&FileName::Pack(id.clone(), version))?,
                );
            }
        }
        let name = FileName::Snapshot(self.newest(Kind::Snapshot)?.map_or(1, |version| version + 1));
        let mut signed = when.fields("snapshot", version_of(&name));
        signed.insert("meta".to_owned(), Value::Object(meta));
        self.write_draft(&name, &envelope(signed))?;
        self.sign(key)?;
        if !self.0.join(name.to_string()).exists() {
            return Err(AuthorError::Unsigned);
        }
        let mut signed = when.fields("timestamp", self.timestamp_version()? + 1);
        signed.insert("meta".to_owned(), json!({ "snapshot.json": self.pin(&name)? }));
        self.write_draft(&FileName::Timestamp, &envelope(signed))?;
        self.sign(key)?;
        Ok(())
    }

    /// Every file that clients need, by name: all roots, and what the newest snapshot has.
    pub fn published(&self) -> Result<BTreeMap<String, Vec<u8>>, AuthorError> {
        let mut names = BTreeSet::from([FileName::Timestamp]);
        names.extend((1..=self.newest(Kind::Root)?.unwrap_or(0)).map(FileName::Root));
        names.extend(self.newest(Kind::Snapshot)?.map(FileName::Snapshot));
        names.extend(self.newest(Kind::Targets)?.map(FileName::Targets));
        for id in self.packs()? {
            if let Some(version) = self.newest(Kind::Pack(&id))? {
                names.insert(FileName::Pack(id.clone(), version));
                let catalogue = self.catalogue_name(&id, version)?;
                let catalogue_of = self.catalogue(&id, version)?;
                names.extend(
                    catalogue_of
                        .blobs
                        .iter()
                        .map(|entry| FileName::Blob(entry.sha256)),
                );
                names.insert(catalogue);
            }
        }
        let mut files = BTreeMap::new();
        for name in names {
            files.insert(name.to_string(), fs::read(self.0.join(name.to_string()))?);
        }
        Ok(files)
    }

    /// Copies what clients need to a folder. The timestamp comes last: until then the folder is what it was.
    pub fn publish_to_folder(&self, folder: &Path) -> Result<usize, AuthorError> {
        let timestamp = FileName::Timestamp.to_string();
        let files = self.published()?;
        let (last, first): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| **name == timestamp);
        let mut written = 0;
        for (name, bytes) in first.into_iter().chain(last) {
            let path = folder.join(name);
            if fs::read(&path).is_ok_and(|there| there == *bytes) {
                continue;
            }
            replace(&path, bytes)?;
            written += 1;
        }
        Ok(written)
    }

    /// The roots of the repository, for building a program that trusts it.
    pub fn first_root(&self) -> Result<Vec<u8>, AuthorError> {
        Ok(fs::read(self.0.join(FileName::Root(1).to_string()))?)
    }

    /// Who may sign a draft, and with how many: for a root the holders before and after.
    fn authorities(&self, name: &FileName, draft: &Value) -> Result<Vec<Authority>, AuthorError> {
        let role = match name {
            FileName::Root(version) => {
                let mut all = vec![authority(draft, "root").ok_or(Refusal::Malformed)?];
                if *version > 1 {
                    let before = self.read(&FileName::Root(version - 1))?;
                    all.push(authority(&before, "root").ok_or(Refusal::Malformed)?);
                }
                return Ok(all);
            }
            FileName::Timestamp => "timestamp".to_owned(),
            FileName::Snapshot(_) => "snapshot".to_owned(),
            FileName::Targets(_) => "targets".to_owned(),
            FileName::Pack(id, _) => format!("pack-{id}"),
            FileName::Catalogue(..) | FileName::Blob(_) => return Ok(Vec::new()),
        };
        Ok(vec![self.holders(&role)?.ok_or(AuthorError::NoRole)?])
    }

    pub(super) fn holders(&self, role: &str) -> Result<Option<Authority>, AuthorError> {
        let name = if role.starts_with("pack-") {
            self.newest(Kind::Targets)?.map(FileName::Targets)
        } else {
            self.newest(Kind::Root)?.map(FileName::Root)
        };
        let Some(name) = name else {
            return Ok(None);
        };
        Ok(authority(&self.read(&name)?, role))
    }

    fn sign_draft(&self, name: &FileName, key: &SigningKey) -> Result<Option<Progress>, AuthorError> {
        let mut draft = self.read_draft(name)?.ok_or(Refusal::Malformed)?;
        let authorities = match self.authorities(name, &draft) {
            Err(AuthorError::NoRole) => return Ok(None),
            authorities => authorities?,
        };
        let id = authorities
            .iter()
            .find_map(|authority| authority.id_of(&key.public()).cloned());
        let Some(id) = id else {
            return Ok(None);
        };
        let message = canonical(draft.get("signed").ok_or(Refusal::Malformed)?);
        let list = draft
            .get_mut("signatures")
            .and_then(Value::as_array_mut)
            .ok_or(Refusal::Malformed)?;
        list.retain(|signature| signature.get("keyid").and_then(Value::as_str) != Some(&id));
        list.push(json!({ "keyid": id, "sig": hex(&key.sign(&message)) }));
        list.sort_by_key(|signature| signature.get("keyid").map(ToString::to_string));
        let signers: BTreeSet<String> = list
            .iter()
            .filter_map(|signature| signature.get("keyid")?.as_str().map(str::to_owned))
            .collect();
        let missing = authorities
            .iter()
            .map(|authority| authority.missing(&signers))
            .max()
            .unwrap_or(0);
        if missing == 0 {
            replace(&self.0.join(name.to_string()), &canonical(&draft))?;
            fs::remove_file(self.draft_path(name))?;
        } else {
            self.write_draft(name, &draft)?;
        }
        Ok(Some(Progress {
            file: name.clone(),
            missing,
        }))
    }

    fn draft_path(&self, name: &FileName) -> PathBuf {
        let name = name.to_string();
        self.0
            .join(DRAFT)
            .join(name.rsplit('/').next().unwrap_or_default())
    }

    fn write_draft(&self, name: &FileName, file: &Value) -> Result<(), AuthorError> {
        Ok(replace(&self.draft_path(name), &canonical(file))?)
    }

    fn read_draft(&self, name: &FileName) -> Result<Option<Value>, AuthorError> {
        match fs::read(self.draft_path(name)) {
            Ok(bytes) => Ok(Some(
                serde_json::from_slice(&bytes).map_err(|_| Refusal::Malformed)?,
            )),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Drafts in the order in which they build on one another.
    fn drafts(&self) -> Result<Vec<FileName>, AuthorError> {
        names_in(&self.0.join(DRAFT))
    }

    fn read(&self, name: &FileName) -> Result<Value, AuthorError> {
        let bytes = fs::read(self.0.join(name.to_string()))?;
        Ok(serde_json::from_slice(&bytes).map_err(|_| Refusal::Malformed)?)
    }

    /// Writes a file that is named by its hash.
    fn write(&self, name: &FileName, bytes: &[u8]) -> Result<(), AuthorError> {
        Ok(replace(&self.0.join(name.to_string()), bytes)?)
    }

    fn newest(&self, kind: Kind<'_>) -> Result<Option<u32>, AuthorError> {
        let names = names_in(&self.0.join("metadata"))?;
        let versions = names.iter().filter_map(|name| match (name, kind) {
            (FileName::Root(version), Kind::Root)
            | (FileName::Snapshot(version), Kind::Snapshot)
            | (FileName::Targets(version), Kind::Targets) => Some(*version),
            (FileName::Pack(id, version), Kind::Pack(wanted)) if id == wanted => Some(*version),
            _ => None,
        });
        Ok(versions.max())
    }

    /// The packs of the newest list.
    fn packs(&self) -> Result<Vec<Slug>, AuthorError> {
        let Some(version) = self.newest(Kind::Targets)? else {
            return Ok(Vec::new());
        };
        let file = self.read(&FileName::Targets(version))?;
        let roles = file
            .pointer("/signed/delegations/roles")
            .and_then(Value::as_array);
        Ok(roles
            .into_iter()
            .flatten()
            .filter_map(|role| role.get("name")?.as_str()?.strip_prefix("pack-")?.parse().ok())
            .collect())
    }

    /// Every pack that was ever signed here, also those that were withdrawn.
    fn packs_ever(&self) -> Result<BTreeSet<Slug>, AuthorError> {
        let names = names_in(&self.0.join("metadata"))?;
        let packs = names.into_iter().filter_map(|name| match name {
            FileName::Pack(id, _) => Some(id),
            _ => None,
        });
        Ok(packs.collect())
    }

    fn catalogue_name(&self, id: &Slug, version: u32) -> Result<FileName, AuthorError> {
        let role = self.read(&FileName::Pack(id.clone(), version))?;
        let hash = role
            .pointer("/signed/targets")
            .and_then(|targets| {
                targets
                    .get(format!("{id}/catalogue.zst"))?
                    .pointer("/hashes/sha256")
            })
            .and_then(Value::as_str)
            .and_then(|hash| hash.parse().ok())
            .ok_or(Refusal::Malformed)?;
        Ok(FileName::Catalogue(id.clone(), hash))
    }

    fn pack_version(&self, id: &Slug, version: u32) -> Result<u32, AuthorError> {
        Ok(self.catalogue(id, version)?.version)
    }

    fn catalogue(&self, id: &Slug, version: u32) -> Result<crate::Catalogue, AuthorError> {
        let name = self.catalogue_name(id, version)?;
        let packed = fs::read(self.0.join(name.to_string()))?;
        let role = self.read(&FileName::Pack(id.clone(), version))?;
        let unpacked = role
            .pointer("/signed/targets")
            .and_then(|targets| {
                targets
                    .get(format!("{id}/catalogue.zst"))?
                    .pointer("/custom/unpacked")
            })
            .and_then(Value::as_u64)
            .and_then(|unpacked| u32::try_from(unpacked).ok())
            .ok_or(Refusal::Malformed)?;
        let json = unpack(&packed, unpacked).map_err(Refusal::from)?;
        Ok(crate::Catalogue::parse(&json).map_err(Refusal::from)?)
    }

    fn timestamp_version(&self) -> Result<u32, AuthorError> {
        if !self.0.join(FileName::Timestamp.to_string()).exists() {
            return Ok(0);
        }
        let file = self.read(&FileName::Timestamp)?;
        let version = file.pointer("/signed/version").and_then(Value::as_u64);
        Ok(version
            .and_then(|version| u32::try_from(version).ok())
            .ok_or(Refusal::Malformed)?)
    }

    fn pin(&self, name: &FileName) -> Result<Value, AuthorError> {
        let bytes = fs::read(self.0.join(name.to_string()))?;
        Ok(json!({
            "version": version_of(name),
            "length": bytes.len(),
            "hashes": { "sha256": hex_hash(&bytes) },
        }))
    }
}

#[derive(Clone, Copy)]
enum Kind<'k> {
    Root,
    Snapshot,
    Targets,
    Pack(&'k Slug),
}

fn version_of(name: &FileName) -> u32 {
    match name {
        FileName::Root(version)
        | FileName::Snapshot(version)
        | FileName::Targets(version)
        | FileName::Pack(_, version) => *version,
        FileName::Timestamp | FileName::Catalogue(..) | FileName::Blob(_) => 0,
    }
}

fn names_in(folder: &Path) -> Result<Vec<FileName>, AuthorError> {
    let list = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        list => list?,
    };
    let mut names = Vec::new();
    for entry in list {
        let file = entry?.file_name();
        let name = file.to_str().map(|file| format!("metadata/{file}"));
        names.extend(name.and_then(|name| name.parse::<FileName>().ok()));
    }
    names.sort();
    Ok(names)
}

/// Writes a file so that it is there whole or as it was.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let new = path.with_extension("new");
    let mut file = fs::File::create(&new)?;
    io::Write::write_all(&mut file, bytes)?;
    file.sync_all()?;
    fs::rename(new, path)
}
