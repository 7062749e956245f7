//! Every remote does what a remote must.

use std::{fs, path::Path};

use durumi_sync::{Kind, Remote, RemoteError, remotes::Folder};
use durumi_testkit::sync::{Chance, Storage, conforms};

#[test]
fn a_folder_conforms() {
    let place = tempfile::tempdir().unwrap();
    conforms(&mut Folder::at(place.path().to_owned()));
}

#[test]
fn the_hostile_storage_conforms_when_it_behaves() {
    conforms(&mut Storage::new().visit(&Chance::new(1), None));
}

#[test]
fn a_folder_whose_stick_was_pulled_is_not_made_again() {
    let place = tempfile::tempdir().unwrap();
    let mount = place.path().join("stick");
    let mut folder = Folder::at(mount.clone());
    let name = "1".repeat(40);
    assert_eq!(folder.list(Kind::Head), Err(RemoteError::NotThere));
    assert_eq!(folder.put(Kind::Head, &name, b"x"), Err(RemoteError::NotThere));
    assert_eq!(folder.get(Kind::Head, &name, 9), Err(RemoteError::NotThere));
    assert!(!mount.exists());
}

#[test]
fn a_name_never_leads_out_of_the_folder() {
    let place = tempfile::tempdir().unwrap();
    let mut folder = Folder::at(place.path().to_owned());
    for hostile in ["../x", "a/b", "", ".x", "c:\\x"] {
        assert_eq!(folder.put(Kind::Head, hostile, b"x"), Err(RemoteError::Broken));
        assert_eq!(folder.get(Kind::Head, hostile, 9), Err(RemoteError::Broken));
        assert_eq!(folder.delete(Kind::Head, hostile), Err(RemoteError::Broken));
    }
}

#[test]
fn what_is_half_written_is_not_listed() {
    let place = tempfile::tempdir().unwrap();
    let mut folder = Folder::at(place.path().to_owned());
    let name = "1".repeat(40);
    folder.put(Kind::Head, &name, b"whole").unwrap();
    fs::write(place.path().join("h").join(format!(".{name}")), b"ha").unwrap();
    fs::create_dir(place.path().join("h/folder")).unwrap();
    assert_eq!(folder.list(Kind::Head).unwrap().len(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_or_write_protected_folder_says_which() {
    let mut full = Folder::at(Path::new("/proc/self").to_owned());
    let error = full.put(Kind::Head, &"1".repeat(40), b"x").unwrap_err();
    assert!(
        matches!(error, RemoteError::Refused | RemoteError::NotThere),
        "{error}"
    );
}
