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

/// Every file below the folders that holds one of the words in any form or in its name, as (file, word).
///
/// What cannot be looked at is not clean: a missing folder or an unreadable file panics.
pub fn find_traces(folders: &[&Path], words: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for folder in folders {
        search(folder, words, &mut found);
    }
    found
}

fn search(folder: &Path, words: &[&str], found: &mut Vec<(PathBuf, String)>) {
    for entry in looked_at(folder, fs::read_dir(folder)) {
        let entry = looked_at(folder, entry);
        let (path, name) = (entry.path(), entry.file_name());
        let kind = looked_at(&path, entry.file_type());
        let bytes = if kind.is_file() {
            looked_at(&path, fs::read(&path))
        } else if kind.is_symlink() {
            // Where it leads is something that was written; what lies there is another file.
            looked_at(&path, fs::read_link(&path))
                .into_os_string()
                .into_encoded_bytes()
        } else {
            Vec::new()
        };
        for word in words {
            let inside = forms_of(word).iter().any(|form| contains(&bytes, form));
            if inside || name.to_string_lossy().contains(word) {
                found.push((path.clone(), (*word).to_owned()));
            }
        }
        if kind.is_dir() {
            search(&path, words, found);
        }
    }
}

fn looked_at<T>(path: &Path, result: std::io::Result<T>) -> T {
    result.unwrap_or_else(|error| panic!("{} cannot be looked at: {error}", path.display()))
}

fn contains(bytes: &[u8], form: &[u8]) -> bool {
    !form.is_empty() && bytes.windows(form.len()).any(|window| window == form)
}
