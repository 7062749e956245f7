//! An update killed at any moment: the library is the old one or the new one.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use durumi_packs::trust::Author;

use crate::{Figures, sample};

const ARTICLES: usize = 60;
/// Half of the articles change, so that there is much to be between.
const CHANGED: usize = 30;

pub fn measure(figures: &mut Figures, times: usize) {
    let disk = tempfile::tempdir().unwrap();
    let (old_place, new_place) = (disk.path().join("old"), disk.path().join("new"));
    publish(disk.path(), 1, &old_place);
    publish(disk.path(), 2, &new_place);
    let before = disk.path().join("before");
    assert!(update(&before, &old_place));
    let old = list(&before);
    let after = disk.path().join("after");
    copy(&before, &after);
    let began = Instant::now();
    assert!(update(&after, &new_place));
    let whole = began.elapsed();
    let new = list(&after);
    assert_ne!(old, new);

    let (mut between, mut old_ones, mut unfinished) = (0, 0, 0);
    let mut random = Random(0x0d1e_5eed);
    for _ in 0..times {
        let data = disk.path().join("data");
        copy(&before, &data);
        // Also a little after the end: the last moments are the ones in which files change.
        let moment = whole.mul_f64(random.next() * 1.15);
        killed_update(&data, &new_place, moment);
        let found = list(&data);
        old_ones += usize::from(found == old);
        between += usize::from(found != old && found != new);
        // And the next attempt ends well.
        unfinished += usize::from(!update(&data, &new_place) || list(&data) != new);
        fs::remove_dir_all(&data).unwrap();
    }
    println!("killed {times} times within {whole:?}: {old_ones} were the old library");
    figures.exactly("killed-updates-between-old-and-new", between, 0);
    figures.exactly("killed-updates-that-could-not-be-repeated", unfinished, 0);
}

/// The command line that the campaign was given.
pub fn command_line() -> PathBuf {
    std::env::var_os("DURUMI_CLI")
        .expect("`cargo xtask campaign packs` names the command line")
        .into()
}

fn publish(disk: &Path, version: u32, to: &Path) {
    let author = Author::at(&disk.join("work"));
    let when = durumi_packs::trust::When {
        now_ms: 1_795_521_600_000,
        days: 90,
    };
    let built = sample::pack(ARTICLES, version + 1000, CHANGED);
    author.sign_for_development(built.pack(), when).unwrap();
    author.publish_to_folder(to).unwrap();
}

fn durumi(data: &Path) -> Command {
    let mut command = Command::new(command_line());
    command
        .arg("--data")
        .arg(data)
        .args(["--language", "ru", "library"])
        .stdin(Stdio::null())
        .stderr(Stdio::inherit());
    command
}

fn update(data: &Path, place: &Path) -> bool {
    let run = durumi(data)
        .arg("update")
        .arg(place)
        .stdout(Stdio::null())
        .status();
    run.unwrap().success()
}

fn list(data: &Path) -> String {
    let output = durumi(data).arg("list").output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

fn killed_update(data: &Path, place: &Path, moment: Duration) {
    let mut running = durumi(data)
        .arg("update")
        .arg(place)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    thread::sleep(moment);
    let _ = running.kill();
    running.wait().unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

/// A few lines of xorshift: the same moments each time.
struct Random(u64);

impl Random {
    /// From 0 to 1.
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % 10_000) as f64 / 10_000.0
    }
}
