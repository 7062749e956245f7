//! Looking for words on a disk.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A word in the forms in which it could lie on a disk: UTF-8, UTF-16 in both orders.
pub fn forms_of(word: &str) -> Vec<Vec<u8>> {
    let units: Vec<u16> = word.encode_utf16().collect();
    let little = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    vec![word.as_bytes().to_vec(), little, big]
}

/// Every file below the folders that holds one of the words in any form, as (file, word).
pub fn find_traces(folders: &[&Path], words: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for folder in folders {
        search(folder, words, &mut found);
    }
    found
}

fn search(folder: &Path, words: &[&str], found: &mut Vec<(PathBuf, String)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() {
            search(&path, words, found);
        } else if kind.is_file() {
            let name = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            let bytes = fs::read(&path).unwrap_or_default();
            for word in words {
                let inside = forms_of(word).iter().any(|form| contains(&bytes, form));
                if inside || name.contains(word) {
                    found.push((path.clone(), (*word).to_owned()));
                }
            }
        }
    }
}

fn contains(bytes: &[u8], form: &[u8]) -> bool {
    !form.is_empty() && bytes.windows(form.len()).any(|window| window == form)
}
