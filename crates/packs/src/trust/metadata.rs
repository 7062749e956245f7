//! What we ask of metadata beyond The Update Framework: counts, kinds of key, names, and our own fields.

use std::collections::{BTreeMap, BTreeSet};

use durumi_keys::{PublicKey, TufCrypto};
use serde_json::Value;
use sigstore_tuf::{Delegations, Key, Metadata, Role, Root, Targets};

use super::{Refusal, Use, anchor::is_development_key, limits};
use crate::{Sha256, Slug};

pub(super) const USE: &str = "x-durumi-use";
pub(super) const SIGNED_AT: &str = "x-durumi-signed-at";
pub(super) const NAME: &str = "x-durumi-name";

/// What a root says for us.
pub(super) struct CheckedRoot {
    pub(super) purpose: Use,
    pub(super) version: u32,
}

/// What is in a pack's role.
pub(super) struct CheckedPack {
    pub(super) hash: Sha256,
    pub(super) length: u64,
    /// How many bytes are in it.
    pub(super) unpacked: u32,
}

/// A file's fields that are the same in all roles.
pub(super) struct Head {
    pub(super) version: u32,
    /// When it was signed, in milliseconds since 1970.
    pub(super) signed_at: i64,
}

/// Looks at a file before anything else does.
pub(super) fn head<T: Role>(bytes: &[u8]) -> Result<(Head, Metadata<T>), Refusal> {
    #[derive(serde::Deserialize)]
    struct Envelope {
        signed: Signed,
    }
    #[derive(serde::Deserialize)]
    struct Signed {
        spec_version: String,
        #[serde(rename = "x-durumi-signed-at")]
        signed_at: jiff_of_tuf::Timestamp,
    }
    TufCrypto::install();
    let envelope: Envelope = serde_json::from_slice(bytes).map_err(|_| Refusal::Malformed)?;
    if !envelope.signed.spec_version.starts_with("1.") {
        return Err(Refusal::NewerFormat);
    }
    let metadata = Metadata::<T>::from_slice(bytes)?;
    if metadata.signatures().len() > limits::KEYS {
        return Err(Refusal::TooLarge);
    }
    let version = Some(metadata.signed().version())
        .filter(|version| (1..=limits::VERSION).contains(version))
        .and_then(|version| u32::try_from(version).ok())
        .ok_or(Refusal::Malformed)?;
    let signed_at = envelope.signed.signed_at.as_millisecond();
    Ok((Head { version, signed_at }, metadata))
}

/// Reads a root and holds it against our rules. Signatures are not looked at.
pub(super) fn root(bytes: &[u8]) -> Result<CheckedRoot, Refusal> {
    if bytes.len() as u64 > limits::ROOT {
        return Err(Refusal::TooLarge);
    }
    let (head, root) = head::<Root>(bytes)?;
    let root = root.signed();
    let purpose = match root.extra.get(USE).and_then(Value::as_str) {
        Some("release") => Use::Release,
        Some("development") => Use::Development,
        _ => return Err(Refusal::Malformed),
    };
    if !root.consistent_snapshot {
        return Err(Refusal::Malformed);
    }
    keys(&root.keys, purpose)?;
    for role in root.roles.values() {
        holders(&role.keyids)?;
    }
    Ok(CheckedRoot {
        purpose,
        version: head.version,
    })
}

/// The packs that a list of packs delegates.
pub(super) fn delegations(targets: &Targets, purpose: Use) -> Result<BTreeMap<Slug, usize>, Refusal> {
    let none = Delegations::clone;
    let Some(delegations) = targets.delegations.as_ref().map(none) else {
        return Ok(BTreeMap::new());
    };
    if !targets.targets.is_empty() {
        return Err(Refusal::Malformed);
    }
    if delegations.roles.len() > limits::PACKS {
        return Err(Refusal::TooLarge);
    }
    keys(&delegations.keys, purpose)?;
    let mut packs = BTreeMap::new();
    for (number, role) in delegations.roles.iter().enumerate() {
        let id: Slug = role
            .name
            .strip_prefix("pack-")
            .and_then(|id| id.parse().ok())
            .ok_or(Refusal::Malformed)?;
        holders(&role.keyids)?;
        let its_own = role.terminating
            && role.path_hash_prefixes.is_none()
            && role.paths.as_deref() == Some(&[format!("{id}/*")]);
        if !its_own || packs.insert(id, number).is_some() {
            return Err(Refusal::Malformed);
        }
    }
    Ok(packs)
}

/// The one target of a pack's role.
pub(super) fn pack(targets: &Targets, id: &Slug) -> Result<CheckedPack, Refusal> {
    let path = format!("{id}/catalogue.zst");
    let target = targets.target(&path).ok_or(Refusal::Malformed)?;
    if targets.targets.len() != 1 || targets.delegations.is_some() {
        return Err(Refusal::Malformed);
    }
    let hash = target.hashes.get("sha256").ok_or(Refusal::Malformed)?;
    Ok(CheckedPack {
        hash: hash.parse().map_err(|_| Refusal::Malformed)?,
        length: target.length,
        unpacked: target
            .custom
            .as_ref()
            .and_then(|custom| custom.get("unpacked")?.as_u64())
            .and_then(|unpacked| u32::try_from(unpacked).ok())
            .ok_or(Refusal::Malformed)?,
    })
}

/// Ed25519 keys with plain names, none twice under two ids, and of everybody's keys only where they belong.
fn keys(keys: &BTreeMap<String, Key>, purpose: Use) -> Result<(), Refusal> {
    if keys.len() > limits::KEYS {
        return Err(Refusal::TooLarge);
    }
    let mut seen = BTreeSet::new();
    for key in keys.values() {
        let public = public(key).ok_or(Refusal::Malformed)?;
        if !seen.insert(public) {
            return Err(Refusal::WrongSignature);
        }
        if purpose == Use::Release && is_development_key(&public) {
            return Err(Refusal::DevelopmentKeys);
        }
        if !is_plain(name(key)) {
            return Err(Refusal::Malformed);
        }
    }
    Ok(())
}

fn holders(ids: &[String]) -> Result<(), Refusal> {
    if ids.len() > limits::KEYS {
        Err(Refusal::TooLarge)
    } else {
        Ok(())
    }
}

/// A key's 32 bytes, if it is one of ours.
pub(super) fn public(key: &Key) -> Option<PublicKey> {
    if key.keytype != "ed25519" || key.scheme != "ed25519" {
        return None;
    }
    // The same form as a hash: 64 lower-case digits, so that one key has one spelling.
    let bytes: Sha256 = key.keyval.public.parse().ok()?;
    Some(PublicKey::from_bytes(*bytes.as_bytes()))
}

/// The name of a key's holder; may be empty.
pub(super) fn name(key: &Key) -> &str {
    key.extra.get(NAME).and_then(Value::as_str).unwrap_or_default()
}

/// Whether a name is short and shows as what it is: nothing that hides or turns text round.
pub(super) fn is_plain(name: &str) -> bool {
    name.chars().count() <= limits::NAME_CHARS
        && name.chars().all(|c| {
            !c.is_control()
                && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        })
}
