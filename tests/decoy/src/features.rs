//! What can be measured of a data folder by somebody who has the disk and no passphrase.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    time::Instant,
};

use durumi_testkit::Device;
use serde_json::json;

/// Measurements by name.
pub type Features = BTreeMap<String, f64>;

const FILES: [&str; 6] = [
    "notebook-1",
    "notebook-2",
    "notebook-1-wal",
    "notebook-2-wal",
    "keys",
    "shelf",
];
const PAGE: usize = 4096;

/// Measures a folder; the program is started on it at the end, for the time that a wrong passphrase takes.
pub fn of(device: &Device) -> Features {
    let mut features = Features::new();
    let data = device.data();
    let names: BTreeSet<_> = fs::read_dir(&data)
        .expect("the folder is there")
        .filter_map(|entry| Some(entry.ok()?.file_name()))
        .collect();
    features.insert("files".to_owned(), names.len() as f64);
    let mut pages: BTreeMap<&str, BTreeSet<Vec<u8>>> = BTreeMap::new();
    // Before anything is read: reading changes the time of reading.
    let times: Vec<_> = FILES
        .iter()
        .flat_map(|name| times_of(&data.join(name)).map(|(kind, time)| (*name, kind, time)))
        .collect();
    for name in FILES {
        let path = data.join(name);
        let bytes = fs::read(&path).expect("the file is there");
        features.insert(format!("{name} size"), bytes.len() as f64);
        let entropies: Vec<f64> = bytes.chunks(PAGE).map(entropy).collect();
        let count = entropies.len().max(1) as f64;
        features.insert(format!("{name} entropy"), entropies.iter().sum::<f64>() / count);
        features.insert(
            format!("{name} least entropy"),
            entropies.iter().copied().fold(f64::INFINITY, f64::min),
        );
        features.insert(format!("{name} chi square"), chi_square(&bytes));
        let set: BTreeSet<_> = bytes.chunks(PAGE).map(<[u8]>::to_vec).collect();
        features.insert(format!("{name} equal pages"), count - set.len() as f64);
        pages.insert(name, set);
    }
    for [one, other] in [
        ["notebook-1", "notebook-2"],
        ["notebook-1", "notebook-1-wal"],
        ["notebook-2", "notebook-2-wal"],
    ] {
        let common = pages
            .get(one)
            .zip(pages.get(other))
            .map_or(0, |(one, other)| one.intersection(other).count());
        features.insert(format!("{one} and {other} pages"), common as f64);
    }
    compare_times(&times, &mut features);
    features.insert("wrong passphrase".to_owned(), time_of_a_wrong_try(device));
    features
}

/// Every time against the same time of the first notebook.
fn compare_times(times: &[(&str, &str, f64)], features: &mut Features) {
    for (name, kind, time) in times {
        let base = times
            .iter()
            .find(|(other, same, _)| *other == "notebook-1" && same == kind)
            .map_or(*time, |(.., base)| *base);
        features.insert(format!("{name} {kind}"), time - base);
    }
}

#[cfg(unix)]
fn times_of(path: &Path) -> impl Iterator<Item = (&'static str, f64)> + use<> {
    use std::os::unix::fs::MetadataExt;
    let data = fs::metadata(path).expect("the file is there");
    let seconds = |whole: i64, nanos: i64| whole as f64 + nanos as f64 / 1e9;
    let born = data
        .created()
        .ok()
        .and_then(|born| born.duration_since(std::time::UNIX_EPOCH).ok());
    [
        Some(("changed", seconds(data.mtime(), data.mtime_nsec()))),
        Some(("read", seconds(data.atime(), data.atime_nsec()))),
        Some(("inode", seconds(data.ctime(), data.ctime_nsec()))),
        Some(("number", data.ino() as f64)),
        Some(("blocks", data.blocks() as f64)),
        born.map(|born| ("born", born.as_secs_f64())),
    ]
    .into_iter()
    .flatten()
}

#[cfg(not(unix))]
fn times_of(path: &Path) -> impl Iterator<Item = (&'static str, f64)> + use<> {
    let data = fs::metadata(path).expect("the file is there");
    let seconds = |time: std::io::Result<std::time::SystemTime>| {
        time.ok()?
            .duration_since(std::time::UNIX_EPOCH)
            .ok()
            .map(|time| time.as_secs_f64())
    };
    [
        seconds(data.modified()).map(|time| ("changed", time)),
        seconds(data.accessed()).map(|time| ("read", time)),
        seconds(data.created()).map(|time| ("born", time)),
    ]
    .into_iter()
    .flatten()
}

fn time_of_a_wrong_try(device: &Device) -> f64 {
    let app = device.another_start().expect("the folder is whole");
    let started = Instant::now();
    let _ = app.dispatch("notebook_unlock", json!({ "passphrase": "совсем не тот пароль" }));
    started.elapsed().as_secs_f64()
}

/// Bits for each byte of a page.
fn entropy(page: &[u8]) -> f64 {
    let all = page.len() as f64;
    counts(page)
        .iter()
        .filter(|count| **count > 0)
        .map(|count| f64::from(*count) / all)
        .map(|share| -share * share.log2())
        .sum()
}

/// How far the bytes are from being equally frequent; 255 is expected of random ones.
fn chi_square(bytes: &[u8]) -> f64 {
    let expected = bytes.len() as f64 / 256.0;
    counts(bytes)
        .iter()
        .map(|count| (f64::from(*count) - expected).powi(2) / expected)
        .sum()
}

fn counts(bytes: &[u8]) -> [u32; 256] {
    let mut counts = [0; 256];
    for byte in bytes {
        if let Some(count) = counts.get_mut(usize::from(*byte)) {
            *count += 1;
        }
    }
    counts
}
