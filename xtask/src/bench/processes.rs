//! Processes and the memory they use.

use std::collections::BTreeMap;
use std::fs;

/// The process and everything it started, directly or not.
pub fn tree(root: u32) -> Vec<u32> {
    let parents: BTreeMap<u32, u32> = all().filter_map(|pid| Some((pid, parent_of(pid)?))).collect();
    let mut found = vec![root];
    let mut next = 0;
    while let Some(&parent) = found.get(next) {
        found.extend(
            parents
                .iter()
                .filter(|&(_, &of)| of == parent)
                .map(|(&pid, _)| pid),
        );
        next += 1;
    }
    found
}

/// Every process there is.
pub fn all() -> impl Iterator<Item = u32> {
    fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

/// The proportional share of memory of all these processes, in MB. None if one may not be looked at.
#[cfg(feature = "bench")]
pub fn memory(processes: &[u32]) -> Option<f64> {
    processes
        .iter()
        .map(|&pid| pss(pid))
        .sum::<Option<f64>>()
        .map(|kilobytes| kilobytes / 1000.0)
}

fn parent_of(pid: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name, in brackets, may hold anything; the state and the parent follow it.
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(feature = "bench")]
fn pss(pid: u32) -> Option<f64> {
    let rollup = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.split_whitespace().next()?.parse().ok()
}
