//! Copies of the open notebook on a stick or in the person's own folder, made and checked from the window.
//!
//! They are nowhere in the data folder, where they would tell which of the two notebooks is in use
//! (`docs/decisions/0013-copies-are-kept-elsewhere.md`). A window names a place and a file of the list it was given,
//! and never a path.

use std::{
    fs,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use durumi_api::{
    AppState, BackupCheck, BackupFile, BackupMake, BackupPlace, BackupPlaces, BackupRestore, BackupShow,
    BackupStanding, Failure,
};
use durumi_base::Date;
use durumi_keys::MasterKey;
use durumi_store::file;
use zeroize::Zeroizing;

use crate::{
    App,
    backup::{BESIDE, begins_as_backup, is_backup_of, read_whole},
    failure::{folder_failure, notebook_failure},
    sticks,
};

/// The folder in a place. Its name says nothing of a notebook.
const FOLDER: &str = "durumi-copies";
/// How a copy's name begins.
const NAME: &str = "copy-";
/// How many copies of one notebook are kept in a place.
const KEPT: usize = 5;
/// How many are listed in a place.
const LISTED: usize = 50;
const DAY_MS: i64 = 86_400_000;

/// Where copies can be put.
struct Place {
    /// Empty for this computer.
    name: String,
    path: PathBuf,
}

/// A copy that was found.
struct Copy {
    file: String,
    path: PathBuf,
    written_ms: i64,
}

impl App {
    /// Where copies can be put, and which are there.
    pub fn backup_places(&self, _request: BackupPlaces) -> Result<Vec<BackupPlace>, Failure> {
        let shown = |place: Place| BackupPlace {
            copies: copies(&place.path).iter().map(Copy::shown).collect(),
            name: place.name,
        };
        Ok(self.places().into_iter().map(shown).collect())
    }

    /// Which copies of the open notebook were made from here.
    pub fn backup_show(&self, _request: BackupShow) -> Result<BackupStanding, Failure> {
        let made = self.state().notebook()?.backups().map_err(notebook_failure)?;
        Ok(BackupStanding { made })
    }

    /// Makes a copy, reads it again, and only then lets the oldest of this notebook's copies there go.
    pub fn backup_make(&self, request: BackupMake) -> Result<BackupStanding, Failure> {
        let present = Zeroizing::new(request.passphrase);
        let place = self.place(&request.place)?;
        let (keys, opened) = self.attempt_present(&present)?;
        let folder = place.path.join(FOLDER);
        fs::create_dir_all(&folder).map_err(folder_failure)?;
        let now_ms = self.clock.now_ms();
        let to = folder.join(free_name(&folder, now_ms));
        let records = self.write_backup(&present, keys, &opened.grant, &to)?;
        thin_out(&folder, &to, &opened.grant.master);
        let mut state = self.state();
        let notebook = state.notebook()?;
        notebook
            .backup_was_made(&place.name, now_ms, records)
            .map_err(notebook_failure)?;
        let made = notebook.backups().map_err(notebook_failure)?;
        Ok(BackupStanding { made })
    }

    /// Reads a copy from end to end. Only if it is the one that this notebook made there last, it is written down.
    pub fn backup_check(&self, request: BackupCheck) -> Result<BackupStanding, Failure> {
        let passphrase = Zeroizing::new(request.passphrase);
        self.open_number()?;
        let place = self.place(&request.place)?;
        let copy = find(&place, &request.file)?;
        let master = read_whole(&passphrase, &copy.path)?;
        let mut state = self.state();
        let notebook = state.notebook()?;
        let made = notebook.backups().map_err(notebook_failure)?;
        let last = made.iter().find(|made| made.place == place.name);
        let is_last = last.is_some_and(|last| copy.file.starts_with(&name_of(last.made_ms)));
        if is_last && notebook.is_of(&master) {
            notebook
                .backup_was_checked(&place.name)
                .map_err(notebook_failure)?;
        }
        let made = notebook.backups().map_err(notebook_failure)?;
        Ok(BackupStanding { made })
    }

    /// Makes the notebook from a copy, where there is none yet.
    pub fn backup_restore(&self, request: BackupRestore) -> Result<AppState, Failure> {
        let passphrase = Zeroizing::new(request.passphrase);
        let place = self.place(&request.place)?;
        let copy = find(&place, &request.file)?;
        self.restore_backup_from(&passphrase, &copy.path)
    }

    fn places(&self) -> Vec<Place> {
        let sticks = sticks::plugged_in().into_iter().map(|stick| Place {
            name: stick.name,
            path: stick.path,
        });
        let here = self.documents.iter().map(|path| Place {
            name: String::new(),
            path: path.clone(),
        });
        sticks.chain(here).collect()
    }

    fn place(&self, name: &str) -> Result<Place, Failure> {
        let mut places = self.places().into_iter();
        places.find(|place| place.name == name).ok_or(Failure::NotFound)
    }
}

impl Copy {
    fn shown(&self) -> BackupFile {
        BackupFile {
            file: self.file.clone(),
            written_ms: self.written_ms,
        }
    }
}

/// What the name of a copy that was begun then starts with. It sorts by time.
fn name_of(made_ms: i64) -> String {
    let day = Date::from_unix_ms(made_ms);
    let second = made_ms.rem_euclid(DAY_MS) / 1000;
    let time = format!("{:02}{:02}{:02}", second / 3600, second / 60 % 60, second % 60);
    format!("{NAME}{day}-{time}-")
}

/// A name that is not taken.
fn free_name(folder: &Path, now_ms: i64) -> String {
    let start = name_of(now_ms);
    let name = |number: u32| format!("{start}{number:02}");
    let free = |name: &String| !folder.join(name).exists();
    (1..u32::MAX).map(name).find(free).unwrap_or_default()
}

/// Copies in a place, in its folder for them and beside it, the newest first.
fn copies(place: &Path) -> Vec<Copy> {
    let mut found: Vec<Copy> = [place.join(FOLDER), place.to_owned()]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten())
        .filter_map(|entry| {
            let data = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            let written = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
            let copy = Copy {
                file: entry.file_name().to_str()?.to_owned(),
                path: entry.path(),
                written_ms: i64::try_from(written.as_millis()).ok()?,
            };
            (!is_half(&copy.file) && begins_as_backup(&copy.path)).then_some(copy)
        })
        .collect();
    found.sort_by(|one, other| (other.written_ms, &other.file).cmp(&(one.written_ms, &one.file)));
    found.truncate(LISTED);
    found
}

fn find(place: &Place, file: &str) -> Result<Copy, Failure> {
    let mut copies = copies(&place.path).into_iter();
    copies.find(|copy| copy.file == file).ok_or(Failure::NotFound)
}

/// Whether a file is a copy that was not finished, by its name: it may lack its end.
fn is_half(file: &str) -> bool {
    file.ends_with(BESIDE)
}

/// Removes the oldest copies of this notebook that were made here, and what was left half written, whose it may be. Whole
/// copies of other notebooks, and files that are something else, are not counted and not touched. That one cannot be
/// removed is no failure: there is one too many.
fn thin_out(folder: &Path, newest: &Path, master: &MasterKey) {
    let (half, whole): (Vec<_>, Vec<_>) = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path())))
        .filter(|(name, path)| name.starts_with(NAME) && path != newest)
        .partition(|(name, _)| is_half(name));
    for (_, path) in half {
        if begins_as_backup(&path) {
            let _ = fs::remove_file(path);
        }
    }
    let mut own: Vec<PathBuf> = whole
        .into_iter()
        .map(|(_, path)| path)
        .filter(|path| is_backup_of(path, master))
        .collect();
    own.sort();
    let too_many = (own.len() + 1).saturating_sub(KEPT);
    for path in own.into_iter().take(too_many) {
        let _ = fs::remove_file(path);
    }
    let _ = file::sync_folder(folder);
}
