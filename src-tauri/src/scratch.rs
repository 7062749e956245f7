//! A folder for what the web view insists on writing.
//!
//! Even an incognito web view writes salts and a list of strict-transport hosts below the user's data
//! folder, under the program's name, and so tells that the program was run. We give it a folder of
//! its own for each run: in memory where the system has such a place, readable by this user only,
//! and wiped at the end of the run, at every lock and, should the program have been killed, at the
//! next start.

use std::path::{Path, PathBuf};

const PREFIX: &str = "durumi-";

/// The folder of this run.
#[derive(Clone, Debug)]
pub struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// Wipes what earlier runs left and makes a new folder. Must be called while there is one thread.
    pub fn make() -> Scratch {
        let base = base();
        wipe_abandoned(&base);
        let folder = base.join(format!("{PREFIX}{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        make_private(&folder);
        let scratch = Scratch { folder };
        scratch.lead_caches_here();
        scratch
    }

    /// Where the web view may write.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Removes everything in it.
    pub fn wipe(&self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }

    /// Font, shader and media caches follow `XDG_CACHE_HOME`, the settings store `XDG_CONFIG_HOME`. `XDG_DATA_HOME` stays: the
    /// app's own data folder is found through it.
    fn lead_caches_here(&self) {
        #[cfg(target_os = "linux")]
        {
            // Safe in this version of glib, and sound because no other thread was started yet.
            let _ = glib::setenv("XDG_CACHE_HOME", self.folder.join("cache"), true);
        }
    }
}

fn base() -> PathBuf {
    let in_memory = std::env::var_os("XDG_RUNTIME_DIR")
        .map(PathBuf::from)
        .into_iter()
        .chain([PathBuf::from("/dev/shm")]);
    in_memory
        .filter(|folder| folder.is_absolute())
        .find(|folder| is_writable(folder))
        .unwrap_or_else(std::env::temp_dir)
}

fn is_writable(folder: &Path) -> bool {
    let probe = folder.join(format!("{PREFIX}{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&probe);
    std::fs::create_dir(&probe)
        .and_then(|()| std::fs::remove_dir(&probe))
        .is_ok()
}

#[cfg(unix)]
fn make_private(folder: &Path) {
    use std::os::unix::fs::DirBuilderExt;
    let _ = std::fs::DirBuilder::new().mode(0o700).create(folder);
}

#[cfg(not(unix))]
fn make_private(folder: &Path) {
    let _ = std::fs::create_dir(folder);
}

/// Folders of processes that are gone. Those of another user cannot be removed and are left.
fn wipe_abandoned(base: &Path) {
    let Ok(entries) = std::fs::read_dir(base) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let owner = name
            .to_str()
            .and_then(|name| name.strip_prefix(PREFIX))
            .and_then(|pid| pid.parse::<u32>().ok());
        if owner.is_some_and(|pid| !is_running(pid)) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(target_os = "linux")]
fn is_running(pid: u32) -> bool {
    Path::new("/proc").join(pid.to_string()).exists()
}

/// Elsewhere we cannot tell without asking the system; the folder of a killed run stays until the system clears it.
#[cfg(not(target_os = "linux"))]
fn is_running(_pid: u32) -> bool {
    true
}
