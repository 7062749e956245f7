//! The memory of every process of a program.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;

use rustix::process::{Pid, Signal, kill_process};

use super::{Found, PIECE, Search, words::Words};
use crate::bench::processes;

const PAGE: u64 = 4096;
/// Bits of an entry of `/proc/PID/pagemap`: the page is in memory, or in the swap space.
const PRESENT: u64 = 1 << 63 | 1 << 62;

/// Stops the program's processes, looks through each, and lets them go on.
///
/// They are the process, all that it started, and whatever web view's process has the same home: one that
/// has lost its parent counts too.
pub fn look(root: u32, home: &Path, words: &Words) -> Found {
    let all = processes_of(root, home);
    signal(&all, Signal::STOP);
    let mut search = Search::new(words);
    for &pid in &all {
        // One that has just ended has no memory any more.
        let _ = look_at(pid, &mut search);
    }
    signal(&all, Signal::CONT);
    search.end()
}

fn processes_of(root: u32, home: &Path) -> Vec<u32> {
    let mut all = processes::tree(root);
    let mark = format!("HOME={}\0", home.display());
    for pid in processes::all() {
        let same_home = || {
            fs::read(format!("/proc/{pid}/environ"))
                .is_ok_and(|environ| String::from_utf8_lossy(&environ).contains(&mark))
        };
        let name = name_of(pid);
        let one_of_ours =
            name.starts_with("WebKit") && name != "WebKitWebDriver" || name.starts_with("durumi");
        if one_of_ours && !all.contains(&pid) && same_home() {
            all.push(pid);
        }
    }
    all
}

fn name_of(pid: u32) -> String {
    fs::read_to_string(format!("/proc/{pid}/comm"))
        .unwrap_or_default()
        .trim_end()
        .to_owned()
}

fn signal(all: &[u32], signal: Signal) {
    for pid in all {
        if let Some(pid) = i32::try_from(*pid).ok().and_then(Pid::from_raw) {
            let _ = kill_process(pid, signal);
        }
    }
}

fn look_at(pid: u32, search: &mut Search<'_>) -> io::Result<()> {
    let (maps, name) = (fs::read_to_string(format!("/proc/{pid}/maps"))?, name_of(pid));
    let memory = File::open(format!("/proc/{pid}/mem"))?;
    let pages = File::open(format!("/proc/{pid}/pagemap"))?;
    search.found.processes.push(format!("{name} {pid}"));
    for line in maps.lines() {
        let Some((from, to, what)) = region(line) else {
            continue;
        };
        for (start, end) in present(&pages, from, to)? {
            look_through(&memory, start, end, search, |at| format!("{name} {at:x} {what}"));
        }
    }
    Ok(())
}

/// From, to and the name of a region that can be read.
fn region(line: &str) -> Option<(u64, u64, &str)> {
    let mut parts = line.split_whitespace();
    let (from, to) = parts.next()?.split_once('-')?;
    let readable = parts.next()?.starts_with('r');
    let what = parts.nth(3).unwrap_or("anonymous");
    let number = |hex| u64::from_str_radix(hex, 16).ok();
    // The kernel's own pages, which cannot be read in this way.
    let ordinary = !what.starts_with("[v");
    (readable && ordinary).then_some((number(from)?, number(to)?, what))
}

/// The runs of pages in a region that are there.
fn present(pages: &File, from: u64, to: u64) -> io::Result<Vec<(u64, u64)>> {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    let mut entries = vec![0; 8 << 16];
    let mut at = from;
    while at < to {
        let wanted = usize::try_from((to - at) / PAGE * 8)
            .unwrap_or(usize::MAX)
            .min(entries.len());
        let entries = entries.get_mut(..wanted).unwrap_or_default();
        pages.read_exact_at(entries, at / PAGE * 8)?;
        for entry in entries.as_chunks::<8>().0 {
            if u64::from_le_bytes(*entry) & PRESENT != 0 {
                match runs.last_mut() {
                    Some((_, end)) if *end == at => *end = at + PAGE,
                    _ => runs.push((at, at + PAGE)),
                }
            }
            at += PAGE;
        }
    }
    Ok(runs)
}

fn look_through(memory: &File, from: u64, to: u64, search: &mut Search<'_>, place: impl Fn(u64) -> String) {
    let overlap = u64::try_from(search.words.longest()).unwrap_or_default();
    let mut piece = vec![0; PIECE];
    let mut at = from;
    while at < to {
        let length = usize::try_from(to - at).unwrap_or(PIECE).min(PIECE);
        let bytes = piece.get_mut(..length).unwrap_or_default();
        if memory.read_exact_at(bytes, at).is_ok() {
            search.look(bytes, |offset| {
                place(at + u64::try_from(offset).unwrap_or_default())
            });
            search.found.bytes += u64::try_from(length).unwrap_or_default();
        }
        let end = at + u64::try_from(length).unwrap_or(PAGE);
        at = if end < to { end - overlap } else { end };
    }
}
