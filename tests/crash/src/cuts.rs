//! Power cuts: what was written since the last sync of a file is partly there, torn, and in any order.
//!
//! A life is lived once and every change of the files is written down. Then, for each cut, the disk is put together as
//! it may have been: what was synced is there; of what came later each sector is there or not, as chance decides.

use std::{
    collections::BTreeMap,
    fs, io,
    sync::{Arc, Mutex, PoisonError},
};

use durumi_store::{
    Member,
    probe::{self, Change, Probe},
};
use durumi_testkit::CountingRandom;

use crate::{
    computer::{Computer, NAMES, Saved, open},
    figures::Figures,
    life::{Life, Listener, number},
};

/// What a disk writes whole, in bytes.
const SECTOR: usize = 512;
/// Edits in one recorded life.
const EDITS: u32 = 120;
/// Cuts in one recorded life.
const CUTS_PER_LIFE: u32 = 250;

enum Event {
    Write(String, u64, Vec<u8>),
    Length(String, u64),
    Sync(String),
    Begins(u32, Option<u32>),
    Saved(u32, Option<u32>),
}

#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Vec<Event>>>);

/// A file as it is for certain, and what may be there beside.
struct Disk {
    certain: Vec<u8>,
    open: Vec<Event>,
}

/// Cuts the power `times` times.
pub fn run(times: u32, figures: &mut Figures) {
    for life in 0..times.div_ceil(CUTS_PER_LIFE) {
        let disk = Computer::new();
        let (member, other) = if life % 2 == 0 {
            (Member::First, Member::Second)
        } else {
            (Member::Second, Member::First)
        };
        let mut others = live_quietly(&disk, other, life);
        let mut saved = live_quietly(&disk, member, life + 500);
        let mut disks: BTreeMap<String, Disk> = BTreeMap::new();
        for name in NAMES {
            let certain = fs::read(disk.file(name)).expect("it was made");
            disks.insert(
                name.to_owned(),
                Disk {
                    certain,
                    open: Vec::new(),
                },
            );
        }
        let events = record(&disk, member, life + 1000);
        let here = CUTS_PER_LIFE.min(times - life * CUTS_PER_LIFE);
        let choice = CountingRandom::new(u64::from(life) + 9000);
        let mut places: Vec<usize> = (0..here)
            .map(|_| usize::try_from(number(&choice) % (events.len() as u64 + 1)).unwrap_or_default())
            .collect();
        places.sort_unstable();
        let mut events = events.into_iter().enumerate().peekable();
        for (cut, place) in places.into_iter().enumerate() {
            while let Some((_, event)) = events.next_if(|(at, _)| *at < place) {
                happen(event, &mut disks, &mut saved);
            }
            let after = put_together(&disks, &choice);
            figures.cuts += 1;
            figures.progress("cuts", figures.cuts);
            let what = format!("life {life}, cut {cut} after {place} changes");
            after.examine(member, &mut saved.clone(), figures, &what);
            if cut % 5 == 0 {
                after.examine(other, &mut others, figures, &format!("{what}, the other"));
            }
        }
    }
}

/// Some edits that are not recorded; what they saved.
fn live_quietly(disk: &Computer, member: Member, seed: u32) -> Saved {
    let mut saved = Saved::default();
    for event in record_some(disk, member, seed, 15) {
        happen(event, &mut BTreeMap::new(), &mut saved);
    }
    saved
}

fn record(disk: &Computer, member: Member, seed: u32) -> Vec<Event> {
    record_some(disk, member, seed, EDITS)
}

fn record_some(disk: &Computer, member: Member, seed: u32, edits: u32) -> Vec<Event> {
    let mut recorder = Recorder::default();
    probe::install(Some(Arc::new(recorder.clone())));
    let mut notebook = open(disk.path(), member).expect("it was made");
    let mut life = Life::new(&mut notebook, u64::from(seed)).expect("it can be read");
    for _ in 0..edits {
        life.edit(&mut notebook, &mut recorder).expect("there is room");
    }
    drop(notebook);
    probe::install(None);
    std::mem::take(&mut *recorder.0.lock().unwrap_or_else(PoisonError::into_inner))
}

fn happen(event: Event, disks: &mut BTreeMap<String, Disk>, saved: &mut Saved) {
    match event {
        Event::Write(ref name, ..) | Event::Length(ref name, _) => {
            if let Some(disk) = disks.get_mut(name) {
                disk.open.push(event);
            }
        }
        Event::Sync(name) => {
            if let Some(disk) = disks.get_mut(&name) {
                for event in std::mem::take(&mut disk.open) {
                    apply(&mut disk.certain, &event, |_| true);
                }
            }
        }
        Event::Begins(label, version) => saved.begins(label, version),
        Event::Saved(label, version) => saved.saved(label, version),
    }
}

/// The disk as it may be when the power comes back.
fn put_together(disks: &BTreeMap<String, Disk>, choice: &CountingRandom) -> Computer {
    let after = Computer::empty();
    for (name, disk) in disks {
        let mut bytes = disk.certain.clone();
        // Nothing came through, everything, or as chance decides for each sector.
        let share = number(choice) % 5 * 25;
        let mut order: Vec<&Event> = disk.open.iter().collect();
        if number(choice).is_multiple_of(2) {
            order.reverse();
        }
        for event in order {
            apply(&mut bytes, event, |_| number(choice) % 100 < share);
        }
        fs::write(after.file(name), bytes).expect("there is room");
    }
    after
}

/// Makes a change, sector by sector, as far as `is_there` says.
fn apply(bytes: &mut Vec<u8>, event: &Event, mut is_there: impl FnMut(usize) -> bool) {
    match event {
        Event::Length(_, length) => {
            if is_there(0) {
                bytes.resize(usize::try_from(*length).unwrap_or_default(), 0);
            }
        }
        Event::Write(_, offset, new) => {
            let mut at = usize::try_from(*offset).unwrap_or_default();
            let mut rest = new.as_slice();
            while !rest.is_empty() {
                let length = (SECTOR - at % SECTOR).min(rest.len());
                let (now, later) = rest.split_at(length);
                if is_there(at) {
                    if bytes.len() < at + length {
                        bytes.resize(at + length, 0);
                    }
                    if let Some(place) = bytes.get_mut(at..at + length) {
                        place.copy_from_slice(now);
                    }
                }
                at += length;
                rest = later;
            }
        }
        Event::Sync(_) | Event::Begins(..) | Event::Saved(..) => {}
    }
}

impl Recorder {
    fn push(&self, event: Event) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(event);
    }
}

impl Probe for Recorder {
    fn change(&self, file: &str, change: &Change<'_>) -> io::Result<()> {
        let name = file.to_owned();
        self.push(match change {
            Change::Write { offset, bytes } => Event::Write(name, *offset, bytes.to_vec()),
            Change::Length(length) => Event::Length(name, *length),
            Change::Sync => Event::Sync(name),
            // The files of a notebook keep their names.
            Change::Name => return Ok(()),
        });
        Ok(())
    }
}

impl Listener for Recorder {
    fn begins(&mut self, label: u32, version: Option<u32>) {
        self.push(Event::Begins(label, version));
    }
    fn saved(&mut self, label: u32, version: Option<u32>) {
        self.push(Event::Saved(label, version));
    }
}
