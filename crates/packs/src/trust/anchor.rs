//! The root that a program has inside, and the keys that everybody has.

use std::sync::LazyLock;

use durumi_keys::{PublicKey, SigningKey};

use super::{Refusal, development, metadata};

/// What a root's keys are for. Read from the root itself: no switch can say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// Held by people who answer for what they sign.
    Release,
    /// Anybody may have them.
    Development,
}

/// A root that is trusted without being signed by another.
#[derive(Clone, Debug)]
pub struct Anchor {
    root: Vec<u8>,
    purpose: Use,
    version: u32,
}

impl Anchor {
    /// Takes the root inside the program, or one that an author names.
    pub fn new(root: Vec<u8>) -> Result<Self, Refusal> {
        let checked = metadata::root(&root)?;
        Ok(Anchor {
            purpose: checked.purpose,
            version: checked.version,
            root,
        })
    }

    /// The root of the development keys.
    pub fn development() -> Self {
        Anchor::new(development::development_root()).expect("our own root keeps our own rules")
    }

    /// What its keys are for.
    pub fn purpose(&self) -> Use {
        self.purpose
    }

    /// The root as it is stored.
    pub fn root(&self) -> &[u8] {
        &self.root
    }

    pub(super) fn version(&self) -> u32 {
        self.version
    }
}

/// One of the development keys: 1 and 2 hold the root, 3 the list of packs and the packs, 4 publishes.
pub fn development_key(number: u32) -> SigningKey {
    SigningKey::derive_public_knowledge(&format!("durumi development key {number} - not secret"))
}

/// How many development keys there are.
pub const DEVELOPMENT_KEYS: u32 = 4;

/// Whether everybody has this key.
pub fn is_development_key(key: &PublicKey) -> bool {
    static KEYS: LazyLock<Vec<PublicKey>> = LazyLock::new(|| {
        (1..=DEVELOPMENT_KEYS)
            .map(|number| development_key(number).public())
            .collect()
    });
    KEYS.contains(key)
}
