//! Who holds which role, and metadata as JSON.

use std::collections::{BTreeMap, BTreeSet};

use durumi_keys::PublicKey;
use jiff_of_tuf::Timestamp as Moment;
use serde_json::{Map, Value, json};
use sigstore_tuf::canonical_json::to_canonical_bytes;

use super::{
    Refusal, Use,
    metadata::{NAME, SIGNED_AT, USE, is_plain},
    refusal::{hex, hex_hash},
};
use crate::Sha256;

/// A public key with its holder's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The key.
    pub key: PublicKey,
    /// Whose it is; shown to readers.
    pub name: String,
}

/// Who holds which role, for the next root.
#[derive(Clone, Debug)]
pub struct Roles {
    /// Holders of the root.
    pub root: Vec<Holder>,
    /// How many of them must sign.
    pub root_threshold: u32,
    /// Who lists the packs.
    pub targets: Vec<Holder>,
    /// Who publishes.
    pub publish: Vec<Holder>,
    /// What the keys are for.
    pub purpose: Use,
}

/// A moment to sign at, and how long what is signed holds.
#[derive(Clone, Copy, Debug)]
pub struct When {
    /// Now, in milliseconds since 1970.
    pub now_ms: i64,
    /// For how many days.
    pub days: i64,
}

const DAY_MS: i64 = 86_400_000;

impl Holder {
    /// The key as JSON, for a file that is given to others.
    pub fn to_json(&self) -> Vec<u8> {
        canonical(&key_json(self))
    }

    /// Reads what [`Holder::to_json`] made.
    pub fn parse(json: &[u8]) -> Result<Holder, Refusal> {
        let value: Value = serde_json::from_slice(json).map_err(|_| Refusal::Malformed)?;
        holder(&value).ok_or(Refusal::Malformed)
    }

    /// The key's id.
    pub fn id(&self) -> String {
        let key = json!({
            "keytype": "ed25519",
            "scheme": "ed25519",
            "keyval": { "public": hex(self.key.as_bytes()) },
        });
        hex_hash(&canonical(&key))
    }
}

impl When {
    fn expires(self) -> String {
        rfc3339(self.now_ms.saturating_add(self.days.saturating_mul(DAY_MS)))
    }

    pub(super) fn fields(self, kind: &str, version: u32) -> Map<String, Value> {
        let fields = [
            ("_type", json!(kind)),
            ("spec_version", json!("1.0.34")),
            ("version", json!(version)),
            ("expires", json!(self.expires())),
            (SIGNED_AT, json!(rfc3339(self.now_ms))),
        ];
        fields
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }
}

/// Who may sign a role, and how many must.
pub(super) struct Authority {
    keys: BTreeMap<String, PublicKey>,
    threshold: u32,
}

impl Authority {
    pub(super) fn id_of(&self, key: &PublicKey) -> Option<&String> {
        self.keys
            .iter()
            .find(|(_, other)| *other == key)
            .map(|(id, _)| id)
    }

    pub(super) fn missing(&self, signers: &BTreeSet<String>) -> u32 {
        let there = self.keys.keys().filter(|id| signers.contains(*id)).count();
        self.threshold
            .saturating_sub(u32::try_from(there).unwrap_or(u32::MAX))
    }
}

/// The holders of a role, as a root or a list of packs says.
pub(super) fn authority(file: &Value, role: &str) -> Option<Authority> {
    let signed = file.get("signed")?;
    let (keys, role) = if role.starts_with("pack-") {
        let delegations = signed.get("delegations")?;
        let is_it = |other: &&Value| other.get("name").and_then(Value::as_str) == Some(role);
        (
            delegations.get("keys")?,
            delegations.get("roles")?.as_array()?.iter().find(is_it)?,
        )
    } else {
        (signed.get("keys")?, signed.get("roles")?.get(role)?)
    };
    let ids = role.get("keyids")?.as_array()?.iter();
    let held = ids.filter_map(|id| {
        let id = id.as_str()?;
        Some((id.to_owned(), holder(keys.get(id)?)?.key))
    });
    Some(Authority {
        keys: held.collect(),
        threshold: u32::try_from(role.get("threshold")?.as_u64()?).ok()?,
    })
}

fn holder(key: &Value) -> Option<Holder> {
    let bytes: Sha256 = key.pointer("/keyval/public")?.as_str()?.parse().ok()?;
    let name = key.get(NAME).and_then(Value::as_str).unwrap_or_default();
    (key.get("scheme")?.as_str()? == "ed25519" && is_plain(name)).then(|| Holder {
        key: PublicKey::from_bytes(*bytes.as_bytes()),
        name: name.to_owned(),
    })
}

pub(super) fn key_json(holder: &Holder) -> Value {
    json!({
        "keytype": "ed25519",
        "scheme": "ed25519",
        "keyval": { "public": hex(holder.key.as_bytes()) },
        NAME: holder.name,
    })
}

pub(super) fn ids(holders: &[Holder]) -> Vec<String> {
    holders.iter().map(Holder::id).collect()
}

pub(super) fn root_json(roles: &Roles, when: When, version: u32) -> Value {
    let all = roles.root.iter().chain(&roles.targets).chain(&roles.publish);
    let keys: Map<String, Value> = all.map(|holder| (holder.id(), key_json(holder))).collect();
    let role = |holders: &[Holder], threshold| json!({ "keyids": ids(holders), "threshold": threshold });
    let purpose = match roles.purpose {
        Use::Release => "release",
        Use::Development => "development",
    };
    let mut signed = when.fields("root", version);
    signed.insert(USE.to_owned(), json!(purpose));
    signed.insert("consistent_snapshot".to_owned(), json!(true));
    signed.insert("keys".to_owned(), Value::Object(keys));
    signed.insert(
        "roles".to_owned(),
        json!({
            "root": role(&roles.root, roles.root_threshold),
            "targets": role(&roles.targets, 1),
            "snapshot": role(&roles.publish, 1),
            "timestamp": role(&roles.publish, 1),
        }),
    );
    envelope(signed)
}

pub(super) fn forget_unused_keys(delegations: &mut Value) {
    let roles = delegations.get("roles").and_then(Value::as_array);
    let used: BTreeSet<String> = roles
        .into_iter()
        .flatten()
        .filter_map(|role| role.get("keyids")?.as_array())
        .flatten()
        .filter_map(|id| id.as_str().map(str::to_owned))
        .collect();
    if let Some(keys) = delegations.get_mut("keys").and_then(Value::as_object_mut) {
        keys.retain(|id, _| used.contains(id));
    }
}

pub(super) fn envelope(signed: Map<String, Value>) -> Value {
    let mut envelope = Map::new();
    envelope.insert("signatures".to_owned(), json!([]));
    envelope.insert("signed".to_owned(), Value::Object(signed));
    Value::Object(envelope)
}

/// The same bytes for the same value, whatever order a library keeps it in.
pub(super) fn canonical(value: &Value) -> Vec<u8> {
    to_canonical_bytes(value).expect("we write whole numbers only")
}

fn rfc3339(ms: i64) -> String {
    let moment = Moment::from_millisecond(ms / 1000 * 1000).unwrap_or(Moment::UNIX_EPOCH);
    moment.to_string()
}
