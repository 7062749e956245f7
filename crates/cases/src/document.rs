//! An entry's document: what two devices may change at the same time without losing anything.
//!
//! Automerge was chosen over faster libraries because it gives back every concurrent value of a field,
//! so that a person can choose; the others silently keep the last writer's.

use automerge::{ActorId, AutoCommit, ObjType, ROOT, ReadDoc, ScalarValue, Value, transaction::Transactable};
use durumi_api::{ConflictValue, FieldConflict};
use durumi_base::DeviceId;

use crate::CasesError;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EntryCode {
    Case,
    Note,
    Attachment,
}

/// The document of one entry.
pub(crate) struct Document(AutoCommit);

impl EntryCode {
    pub(crate) fn to_number(self) -> u8 {
        match self {
            EntryCode::Case => 1,
            EntryCode::Note => 2,
            EntryCode::Attachment => 3,
        }
    }

    pub(crate) fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(EntryCode::Case),
            2 => Some(EntryCode::Note),
            3 => Some(EntryCode::Attachment),
            _ => None,
        }
    }
}

impl Document {
    pub(crate) fn new(actor: DeviceId) -> Self {
        Document(AutoCommit::new().with_actor(ActorId::from(actor.as_bytes().as_slice())))
    }

    pub(crate) fn load(actor: DeviceId, saved: &[u8]) -> Result<Self, CasesError> {
        let document = AutoCommit::load(saved).map_err(|_| CasesError::Damaged)?;
        Ok(Document(
            document.with_actor(ActorId::from(actor.as_bytes().as_slice())),
        ))
    }

    /// Changes the document and returns the change, or nothing when all values were set already.
    pub(crate) fn change(&mut self, edit: impl FnOnce(&mut Edit<'_>)) -> Option<Vec<u8>> {
        let before = self.0.get_heads();
        edit(&mut Edit(&mut self.0));
        self.0.commit();
        let change = self.0.save_after(&before);
        (!change.is_empty()).then_some(change)
    }

    /// Takes in a change made elsewhere, in any order and any number of times.
    pub(crate) fn merge(&mut self, change: &[u8]) -> Result<(), CasesError> {
        self.0
            .load_incremental(change)
            .map(drop)
            .map_err(|_| CasesError::Damaged)
    }

    /// Whether it holds nothing yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.keys(ROOT).next().is_none()
    }

    pub(crate) fn save(&mut self) -> Vec<u8> {
        self.0.save()
    }

    /// Whether both have the same changes, whatever the order in which they came.
    pub(crate) fn is_same(&mut self, other: &mut Document) -> bool {
        let (mut ours, mut theirs) = (self.0.get_heads(), other.0.get_heads());
        ours.sort_unstable();
        theirs.sort_unstable();
        ours == theirs
    }

    /// Everything in it, as one change for the journal.
    pub(crate) fn everything(&mut self) -> Vec<u8> {
        self.0.save_after(&[])
    }

    pub(crate) fn string(&self, field: &str) -> String {
        match self.0.get(ROOT, field) {
            Ok(Some((Value::Scalar(value), _))) => value.as_str().unwrap_or_default().to_owned(),
            Ok(Some((Value::Object(ObjType::Text), id))) => self.0.text(&id).unwrap_or_default(),
            _ => String::new(),
        }
    }

    pub(crate) fn bytes<const N: usize>(&self, field: &str) -> Option<[u8; N]> {
        match self.0.get(ROOT, field) {
            Ok(Some((Value::Scalar(value), _))) => value.as_bytes().and_then(|bytes| bytes.try_into().ok()),
            _ => None,
        }
    }

    /// The largest of all concurrent values: times and sizes only grow.
    pub(crate) fn integer(&self, field: &str) -> i64 {
        let values = self.0.get_all(ROOT, field).unwrap_or_default();
        values
            .iter()
            .filter_map(|(value, _)| value.as_i64())
            .max()
            .unwrap_or(0)
    }

    /// The field's values, when there are several different ones; the one shown comes first.
    pub(crate) fn conflict(&self, field: &str) -> Option<FieldConflict> {
        let shown = self.string(field);
        let all = self.0.get_all(ROOT, field).unwrap_or_default();
        let mut texts = vec![shown];
        for (value, _) in &all {
            let text = value.as_str().unwrap_or_default().to_owned();
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        let values: Vec<_> = texts.into_iter().map(|text| ConflictValue { text }).collect();
        (values.len() > 1).then(|| FieldConflict {
            field: field.to_owned(),
            values,
        })
    }
}

/// A document being changed. Setting a field to the value it has, and no other, changes nothing.
pub(crate) struct Edit<'a>(&'a mut AutoCommit);

impl Edit<'_> {
    pub(crate) fn string(&mut self, field: &str, text: &str) {
        self.scalar(field, ScalarValue::from(text));
    }

    pub(crate) fn integer(&mut self, field: &str, number: i64) {
        self.scalar(field, ScalarValue::Int(number));
    }

    pub(crate) fn bytes(&mut self, field: &str, bytes: &[u8]) {
        self.scalar(field, ScalarValue::Bytes(bytes.to_vec()));
    }

    /// A text that merges. What stayed the same is kept, so that another device's edits elsewhere in it
    /// find their place.
    pub(crate) fn text(&mut self, field: &str, text: &str) {
        let existing = match self.0.get(ROOT, field) {
            Ok(Some((Value::Object(ObjType::Text), id))) => Ok(id),
            _ => self.0.put_object(ROOT, field, ObjType::Text),
        };
        existing
            .and_then(|id| self.0.update_text(&id, text))
            .expect("the root is a map and the field a text");
    }

    fn scalar(&mut self, field: &str, value: ScalarValue) {
        let values = self.0.get_all(ROOT, field).unwrap_or_default();
        let same = match values.as_slice() {
            [(Value::Scalar(only), _)] => only.as_ref() == &value,
            _ => false,
        };
        if !same {
            self.0.put(ROOT, field, value).expect("the root is a map");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(number: u8) -> DeviceId {
        DeviceId::from_bytes([number; 16])
    }

    #[test]
    fn values_given_at_the_same_time_are_both_kept_until_one_is_chosen() {
        let mut alice = Document::new(device(1));
        alice.change(|edit| edit.string("title", "사건")).unwrap();
        let mut bob = Document::load(device(2), &alice.save()).unwrap();
        let from_alice = alice.change(|edit| edit.string("title", "로임 사건")).unwrap();
        let from_bob = bob
            .change(|edit| edit.string("title", "Дело о зарплате"))
            .unwrap();
        alice.merge(&from_bob).unwrap();
        bob.merge(&from_alice).unwrap();
        let values = alice.conflict("title").unwrap().values;
        assert_eq!(values.len(), 2);
        assert_eq!(alice.conflict("title"), bob.conflict("title"));
        let chosen = values[0].text.clone();
        alice.change(|edit| edit.string("title", &chosen)).unwrap();
        assert_eq!(alice.conflict("title"), None);
    }

    #[test]
    fn text_written_in_two_places_at_the_same_time_merges() {
        let mut alice = Document::new(device(1));
        alice
            .change(|edit| edit.text("text", "월요일에 일했다."))
            .unwrap();
        let mut bob = Document::load(device(2), &alice.save()).unwrap();
        let from_alice = alice
            .change(|edit| edit.text("text", "나는 월요일에 일했다."))
            .unwrap();
        let from_bob = bob
            .change(|edit| edit.text("text", "월요일에 일했다. 돈은 못 받았다."))
            .unwrap();
        alice.merge(&from_bob).unwrap();
        bob.merge(&from_alice).unwrap();
        assert_eq!(alice.string("text"), "나는 월요일에 일했다. 돈은 못 받았다.");
        assert_eq!(alice.string("text"), bob.string("text"));
    }

    #[test]
    fn setting_what_is_set_already_changes_nothing() {
        let mut document = Document::new(device(1));
        document.change(|edit| edit.string("title", "사건")).unwrap();
        assert!(document.change(|edit| edit.string("title", "사건")).is_none());
    }

    #[test]
    fn garbage_changes_nothing() {
        let mut document = Document::new(device(1));
        document.change(|edit| edit.string("title", "사건")).unwrap();
        // Automerge skips what is not a change; what was sealed by a device of the notebook never is.
        let _ = document.merge(b"not a change at all");
        assert!(Document::load(device(1), b"garbage").is_err());
        assert_eq!(document.string("title"), "사건");
    }
}
