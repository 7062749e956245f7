//! What a person does: notes, changes of notes, files, removals. Each is told before it is begun and when it is saved.

use std::collections::BTreeMap;

use durumi_api::{AttachmentStart, NoteSave};
use durumi_base::{AttachmentId, CaseId, EntryId, limits::ATTACHMENT_CHUNK_BYTES};
use durumi_cases::{CasesError, Notebook};
use durumi_keys::Random;
use durumi_testkit::CountingRandom;

use crate::computer::Saved;

/// Told of every edit: its label and the version that will be there, none for a removal.
pub trait Listener {
    /// It is about to be made.
    fn begins(&mut self, label: u32, version: Option<u32>);
    /// It was said to be saved.
    fn saved(&mut self, label: u32, version: Option<u32>);
}

impl Listener for Saved {
    fn begins(&mut self, label: u32, version: Option<u32>) {
        self.begun = Some((label, version));
    }

    fn saved(&mut self, label: u32, version: Option<u32>) {
        self.begun = None;
        self.there.remove(&label);
        self.there.extend(version.map(|version| (label, version)));
    }
}

/// Somebody who writes.
pub struct Life {
    choice: CountingRandom,
    case: CaseId,
    notes: BTreeMap<u32, (EntryId, u32)>,
    files: BTreeMap<u32, AttachmentId>,
    next: u32,
}

impl Life {
    /// Goes on in a notebook. `seed` decides what is done.
    pub fn new(notebook: &mut Notebook, seed: u64) -> Result<Self, CasesError> {
        let case = match notebook.cases()?.first() {
            Some(case) => case.id,
            None => notebook.create_case("사건")?.id,
        };
        let view = notebook.case_view(case)?;
        let notes = view
            .notes
            .iter()
            .filter_map(|note| label(&note.text).map(|(label, version)| (label, (note.id, version))))
            .collect();
        let files: BTreeMap<_, _> = view
            .attachments
            .iter()
            .filter_map(|file| Some((label(&file.name)?.0, file.id)))
            .collect();
        let mut life = Life {
            choice: CountingRandom::new(seed),
            case,
            notes,
            files,
            next: 0,
        };
        let last = life.notes.keys().chain(life.files.keys()).max().copied();
        life.next = last.map_or(0, |last| last + 1);
        Ok(life)
    }

    /// Makes one edit.
    pub fn edit(&mut self, notebook: &mut Notebook, listener: &mut dyn Listener) -> Result<(), CasesError> {
        match self.below(10) {
            0 if self.notes.len() > 20 => self.remove_note(notebook, listener),
            1 if self.files.len() > 3 => self.remove_file(notebook, listener),
            1 => self.attach(notebook, listener),
            2..5 if !self.notes.is_empty() => self.change_note(notebook, listener),
            _ => self.write_note(notebook, listener),
        }
    }

    fn write_note(&mut self, notebook: &mut Notebook, listener: &mut dyn Listener) -> Result<(), CasesError> {
        let label = self.next;
        self.next += 1;
        let id = self.save(notebook, listener, None, label, 1)?;
        self.notes.insert(label, (id, 1));
        Ok(())
    }

    fn change_note(
        &mut self,
        notebook: &mut Notebook,
        listener: &mut dyn Listener,
    ) -> Result<(), CasesError> {
        let label = pick(&self.choice, self.notes.keys());
        let Some((id, version)) = self.notes.get(&label).copied() else {
            return Ok(());
        };
        self.save(notebook, listener, Some(id), label, version + 1)?;
        self.notes.insert(label, (id, version + 1));
        Ok(())
    }

    fn remove_note(
        &mut self,
        notebook: &mut Notebook,
        listener: &mut dyn Listener,
    ) -> Result<(), CasesError> {
        let label = pick(&self.choice, self.notes.keys());
        let Some((id, _)) = self.notes.get(&label).copied() else {
            return Ok(());
        };
        listener.begins(label, None);
        notebook.delete_note(id)?;
        listener.saved(label, None);
        self.notes.remove(&label);
        Ok(())
    }

    fn attach(&mut self, notebook: &mut Notebook, listener: &mut dyn Listener) -> Result<(), CasesError> {
        let label = self.next;
        self.next += 1;
        let size = self.below(3 * ATTACHMENT_CHUNK_BYTES as u64);
        listener.begins(label, Some(1));
        let id = notebook.start_attachment(&AttachmentStart {
            case_id: self.case,
            name: named(label, 1),
            media_type: "application/octet-stream".to_owned(),
            size,
        })?;
        let bytes = content(label, size);
        for chunk in bytes.chunks(ATTACHMENT_CHUNK_BYTES) {
            notebook.add_to_attachment(id, chunk)?;
        }
        notebook.finish_attachment(id)?;
        listener.saved(label, Some(1));
        self.files.insert(label, id);
        Ok(())
    }

    fn remove_file(
        &mut self,
        notebook: &mut Notebook,
        listener: &mut dyn Listener,
    ) -> Result<(), CasesError> {
        let label = pick(&self.choice, self.files.keys());
        let Some(id) = self.files.get(&label).copied() else {
            return Ok(());
        };
        listener.begins(label, None);
        notebook.delete_attachment(id)?;
        listener.saved(label, None);
        self.files.remove(&label);
        Ok(())
    }

    fn save(
        &self,
        notebook: &mut Notebook,
        listener: &mut dyn Listener,
        note_id: Option<EntryId>,
        label: u32,
        version: u32,
    ) -> Result<EntryId, CasesError> {
        let length = usize::try_from(self.below(3000)).unwrap_or_default();
        let text = format!("{}\n{}", named(label, version), "두루미 ".repeat(length / 10));
        listener.begins(label, Some(version));
        let note = notebook.save_note(&NoteSave {
            case_id: self.case,
            note_id,
            date: None,
            place: String::new(),
            text,
        })?;
        listener.saved(label, Some(version));
        Ok(note.id)
    }

    fn below(&self, limit: u64) -> u64 {
        number(&self.choice) % limit
    }
}

/// The version of everything in a notebook, by its label. Files are read to their ends.
pub fn read(notebook: &Notebook) -> Result<BTreeMap<u32, u32>, CasesError> {
    let mut found = BTreeMap::new();
    for case in notebook.cases()? {
        let view = notebook.case_view(case.id)?;
        found.extend(view.notes.iter().filter_map(|note| label(&note.text)));
        for file in &view.attachments {
            let mut bytes = Vec::new();
            for chunk in 0..file.chunks {
                bytes.extend_from_slice(&notebook.read_attachment(file.id, chunk)?.0);
            }
            if let Some((label, version)) = label(&file.name)
                && bytes == content(label, file.size)
            {
                found.insert(label, version);
            }
        }
    }
    Ok(found)
}

/// A number that `random` decides.
pub fn number(random: &CountingRandom) -> u64 {
    let mut bytes = [0; 8];
    random.fill(&mut bytes);
    u64::from_le_bytes(bytes)
}

fn pick<'a>(choice: &CountingRandom, labels: impl ExactSizeIterator<Item = &'a u32>) -> u32 {
    let count = labels.len() as u64;
    let at = usize::try_from(number(choice) % count.max(1)).unwrap_or_default();
    labels.copied().nth(at).unwrap_or_default()
}

fn named(label: u32, version: u32) -> String {
    format!("{label} {version}")
}

fn label(text: &str) -> Option<(u32, u32)> {
    let (label, version) = text.lines().next()?.split_once(' ')?;
    Some((label.parse().ok()?, version.parse().ok()?))
}

fn content(label: u32, size: u64) -> Vec<u8> {
    let size = usize::try_from(size).unwrap_or_default();
    let mut bytes = label.to_le_bytes().repeat(size.div_ceil(4));
    bytes.truncate(size);
    bytes
}
