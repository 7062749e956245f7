//! Two builds of one pack in different folders, at different times, in different time zones and languages.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::Duration,
};

use crate::{Figures, killed::command_line, sample};

pub fn measure(figures: &mut Figures) {
    let disk = tempfile::tempdir().unwrap();
    let here = disk.path().join("here");
    let there = disk.path().join("a longer name/두루미");
    let mut files = sample::files(12, 1, 0);
    let first = build(&here, &files, "Asia/Vladivostok", "ru_RU.UTF-8");
    files.reverse();
    thread::sleep(Duration::from_millis(1100));
    let second = build(&there, &files, "America/New_York", "C");
    let same = first == second && first.len() == 13;
    figures.exactly("two-builds-same-bytes", usize::from(same), 1);
}

/// Writes the source, in the order of `files`, and builds it. What was built, by name.
fn build(place: &Path, files: &[(String, String)], zone: &str, locale: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let (source, out) = (place.join("source"), place.join("out"));
    for (name, text) in files {
        let file = source.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let built = Command::new(command_line())
        .args(["pack", "build"])
        .args([&source, &out])
        .env("TZ", zone)
        .env("LC_ALL", locale)
        .current_dir(place)
        .output()
        .unwrap();
    assert!(
        built.status.success(),
        "{}",
        String::from_utf8_lossy(&built.stderr)
    );
    let mut found = BTreeMap::new();
    for folder in [out.clone(), out.join("blobs")] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                found.insert(
                    path.strip_prefix(&out).unwrap().to_owned(),
                    fs::read(&path).unwrap(),
                );
            }
        }
    }
    found
}
