//! Sticks with packs, where this system shows them. Only looked at when a person asks.

use std::{
    fs,
    path::{Path, PathBuf},
};

use durumi_packs::trust::FOLDER_ON_A_STICK;

/// A stick's folder or a file on it, by the name that is shown.
pub(crate) struct Stick {
    pub(crate) name: String,
    pub(crate) path: PathBuf,
}

/// How many are listed at most.
const MOST: usize = 20;
const ENDING: &str = "durumi";

/// Every stick that is there and has packs.
pub(crate) fn all() -> Vec<Stick> {
    within(&places())
}

/// Every stick that is there, whatever is on it: only what is a file system of its own.
pub(crate) fn plugged_in() -> Vec<Stick> {
    let own = places().into_iter().filter(|place| is_own_file_system(place));
    let mut sticks: Vec<Stick> = Vec::new();
    for path in own {
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = name.to_string_lossy().into_owned();
        if !name.is_empty() && sticks.iter().all(|stick| stick.name != name) {
            sticks.push(Stick { name, path });
        }
    }
    sticks.truncate(MOST);
    sticks
}

#[cfg(unix)]
fn is_own_file_system(place: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::metadata(path).map(|data| data.dev()).ok();
    let above = place.parent().and_then(device);
    place.is_dir() && above.is_some() && device(place) != above
}

#[cfg(not(unix))]
fn is_own_file_system(place: &Path) -> bool {
    place.is_dir()
}

/// Where this system puts what is plugged in.
fn places() -> Vec<PathBuf> {
    if cfg!(windows) {
        // A: and B: are floppy drives and answer slowly; C: is no stick.
        return ('D'..='Z')
            .map(|letter| PathBuf::from(format!("{letter}:\\")))
            .collect();
    }
    let above = ["/media", "/run/media", "/Volumes", "/mnt"];
    let mut places = Vec::new();
    for folder in above {
        for place in children(Path::new(folder)) {
            // A folder of sticks for each person, or a stick itself.
            places.extend(children(&place));
            places.push(place);
        }
    }
    places
}

fn within(places: &[PathBuf]) -> Vec<Stick> {
    let mut sticks = Vec::new();
    for place in places {
        let name = place.file_name().unwrap_or(place.as_os_str());
        let name = name.to_string_lossy().into_owned();
        if place.join(FOLDER_ON_A_STICK).is_dir() {
            sticks.push(Stick {
                name: name.clone(),
                path: place.clone(),
            });
        }
        for file in children(place) {
            if file.extension().is_some_and(|ending| ending == ENDING)
                && let Some(its_name) = file.file_name()
            {
                sticks.push(Stick {
                    name: format!("{name}: {}", its_name.to_string_lossy()),
                    path: file,
                });
            }
        }
    }
    sticks.truncate(MOST);
    sticks
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let list = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<_> = list.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_is_plugged_in_only_where_something_is_own_file_system() {
        let place = tempfile::tempdir().unwrap();
        assert!(!is_own_file_system(place.path()));
        assert!(is_own_file_system(Path::new("/proc")));
        assert!(!is_own_file_system(Path::new("/nothing/there")));
    }

    #[test]
    fn only_sticks_with_packs_are_listed() {
        let place = tempfile::tempdir().unwrap();
        let (with, without) = (place.path().join("USB"), place.path().join("MUSIC"));
        fs::create_dir_all(with.join(FOLDER_ON_A_STICK)).unwrap();
        fs::create_dir_all(&without).unwrap();
        fs::write(with.join("library.durumi"), "x").unwrap();
        fs::write(with.join("song.mp3"), "x").unwrap();
        let names: Vec<_> = within(&[with, without])
            .into_iter()
            .map(|stick| stick.name)
            .collect();
        assert_eq!(names, ["USB", "USB: library.durumi"]);
    }
}
