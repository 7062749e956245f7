//! Who answers for a pack.

use serde::{Deserialize, Serialize};

use super::Use;

/// Whose signatures a pack has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    /// The names of the keys' holders; a name may be empty.
    pub names: Vec<String>,
    /// The first eight digits of each key's id, in the same order.
    pub keys: Vec<String>,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// What the keys are for.
    #[serde(rename = "use")]
    pub purpose: Use,
}
