//! Names of objects: random to everybody without the key.
//!
//! A name that bears the notebook's tag is worth a request; among a million foreign ones the few that
//! matter are found without fetching any.

use std::fmt;

use durumi_base::{AttachmentId, NotebookId};
use durumi_keys::{NameKey, Random};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// An object's name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name([u8; 20]);

/// What an object is, and so the folder that it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What a device has there.
    Head,
    /// Records.
    Pack,
    /// A piece of an attachment.
    Part,
}

/// Makes and recognises the names of one notebook.
pub struct Names {
    key: NameKey,
    notebook: NotebookId,
}

const RANDOM: usize = 12;

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 3] = [Kind::Head, Kind::Pack, Kind::Part];

    /// The folder on the remote.
    pub fn folder(self) -> &'static str {
        match self {
            Kind::Head => "h",
            Kind::Pack => "p",
            Kind::Part => "a",
        }
    }

    pub(crate) fn number(self) -> u8 {
        match self {
            Kind::Head => 1,
            Kind::Pack => 2,
            Kind::Part => 3,
        }
    }
}

impl Name {
    /// Wraps 20 bytes.
    pub fn from_bytes(bytes: [u8; 20]) -> Self {
        Name(bytes)
    }

    /// The 20 bytes.
    pub fn as_bytes(&self) -> &[u8; 20] {
        &self.0
    }

    /// Reads a name as a remote lists it, in either case.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        let mut bytes = [0; 20];
        if digits.len() != 40 {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let [high, low] = pair else { return None };
            let nibble = |digit: &u8| char::from(*digit).to_digit(16);
            *byte = u8::try_from(nibble(high)? << 4 | nibble(low)?).ok()?;
        }
        Some(Name(bytes))
    }
}

impl Names {
    /// For one notebook.
    pub fn new(key: NameKey, notebook: NotebookId) -> Self {
        Names { key, notebook }
    }

    /// The notebook.
    pub fn notebook(&self) -> NotebookId {
        self.notebook
    }

    /// A new name.
    pub fn make(&self, random: &dyn Random, kind: Kind) -> Name {
        let mut name = [0; 20];
        let (front, back) = name.split_at_mut(RANDOM);
        random.fill(front);
        back.copy_from_slice(&self.tag(kind, front));
        Name(name)
    }

    /// Whether a head or pack of this notebook can have this name.
    pub fn is_ours(&self, kind: Kind, name: &Name) -> bool {
        let (front, back) = name.0.split_at(RANDOM);
        back == self.tag(kind, front)
    }

    /// The name of a part of an attachment.
    pub fn derive_part(&self, attachment: AttachmentId, part: u32) -> Name {
        let tag = self.key.derive_tag(&[
            b"durumi/sync-part/v1",
            self.notebook.as_bytes(),
            attachment.as_bytes(),
            &part.to_be_bytes(),
        ]);
        let mut name = [0; 20];
        name.iter_mut().zip(tag).for_each(|(byte, made)| *byte = made);
        Name(name)
    }

    fn tag(&self, kind: Kind, front: &[u8]) -> [u8; 8] {
        let tag = self.key.derive_tag(&[
            b"durumi/sync-name/v1",
            &[kind.number()],
            self.notebook.as_bytes(),
            front,
        ]);
        *tag.first_chunk().expect("a tag has 32 bytes")
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Name::parse(&String::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("not a name"))
    }
}

#[cfg(test)]
mod tests {
    use durumi_keys::{MasterKey, SystemRandom};

    use super::*;

    #[test]
    fn a_name_is_known_in_its_notebook_and_folder_only_and_in_either_case() {
        let names = Names::new(
            MasterKey::make(&SystemRandom).derive_name_key(),
            NotebookId::from_bytes([1; 16]),
        );
        let name = names.make(&SystemRandom, Kind::Head);
        assert!(names.is_ours(Kind::Head, &name));
        assert!(!names.is_ours(Kind::Pack, &name));
        let other = Names::new(
            MasterKey::make(&SystemRandom).derive_name_key(),
            NotebookId::from_bytes([1; 16]),
        );
        assert!(!other.is_ours(Kind::Head, &name));
        assert_eq!(Name::parse(&name.to_string().to_uppercase()), Some(name));
        assert_eq!(Name::parse("desktop.ini"), None);
        assert_eq!(Name::parse(&"가".repeat(14)), None);
    }
}
