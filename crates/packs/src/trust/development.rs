//! Signing with the keys that everybody has.

use std::fs;

use serde_json::{Value, json};

use super::{
    Author, AuthorError, FileName, Holder, Refusal, Roles, Use, When, anchor,
    author::replace,
    refusal::hex,
    roles::{canonical, root_json},
};
use crate::Pack;

/// The root of the development keys: the same bytes in every program.
pub(super) fn development_root() -> Vec<u8> {
    const FIRST_MS: i64 = 1_795_478_400_000;
    let holder = |number| Holder {
        key: anchor::development_key(number).public(),
        name: format!("Development {number}"),
    };
    let roles = Roles {
        root: vec![holder(1), holder(2)],
        root_threshold: 2,
        targets: vec![holder(3)],
        publish: vec![holder(4)],
        purpose: Use::Development,
    };
    let when = When {
        now_ms: FIRST_MS,
        days: 3650,
    };
    let mut root = root_json(&roles, when, 1);
    let message = canonical(root.get("signed").unwrap_or(&Value::Null));
    let mut signatures: Vec<Value> = [1, 2]
        .into_iter()
        .map(|number| json!({ "keyid": holder(number).id(), "sig": hex(&anchor::development_key(number).sign(&message)) }))
        .collect();
    signatures.sort_by_key(|signature| signature.get("keyid").map(ToString::to_string));
    if let Some(list) = root.get_mut("signatures") {
        *list = Value::Array(signatures);
    }
    canonical(&root)
}

impl Author {
    /// Everything a person needs to try out signing, with keys that everybody has: roles, a role for the pack, its
    /// signature, and a release.
    pub fn sign_for_development(&self, pack: &Pack, when: When) -> Result<(), AuthorError> {
        let first = self.0.join(FileName::Root(1).to_string());
        if !first.exists() {
            replace(&first, &development_root())?;
        } else if fs::read(&first)? != development_root() {
            return Err(Refusal::DevelopmentKeys.into());
        }
        let id = &pack.catalogue().id;
        let author = anchor::development_key(3);
        if self.holders(&format!("pack-{id}"))?.is_none() {
            let holder = Holder {
                key: author.public(),
                name: "Development 3".to_owned(),
            };
            self.draft_pack_role(id, &[holder], 1, When { days: 365, ..when })?;
            self.sign(&author)?;
        }
        self.draft_pack(pack, When { days: 365, ..when })?;
        self.sign(&author)?;
        self.release(&anchor::development_key(4), when)
    }
}
