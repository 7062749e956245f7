//! Deciding what a round does next.
//!
//! [`plan`] compares what is here with what a list has shown and returns the next steps; when they are
//! done it is asked again, until it returns none. It does no I/O and asks no clock, so every case can be
//! written down as a test. Nothing in it depends on the order or the freshness of a list: an old list costs
//! requests. Comparing times of files was rejected, since servers invent them.

use std::collections::{BTreeMap, BTreeSet};

use durumi_base::DeviceId;

use crate::{HeadNote, Kind, Memory, Name, PackNote, RecordSet, object::object_size};

/// How much a round looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Heads only: what a device says it has put is believed.
    Glance,
    /// Everything, so that what is gone is noticed and what is superseded deleted.
    Full,
}

/// What is here.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    /// This device.
    pub device: DeviceId,
    /// The records that are here.
    pub held: &'a RecordSet,
    /// Those of them that are void.
    pub voids: &'a RecordSet,
    /// What is remembered of the remote.
    pub memory: &'a Memory,
}

/// What is there, as far as this round has seen.
#[derive(Clone, Debug, Default)]
pub struct There {
    /// Heads of this notebook and their sizes.
    pub heads: BTreeMap<Name, u64>,
    /// Packs of this notebook and their sizes, in a full round.
    pub packs: Option<BTreeMap<Name, u64>>,
    /// What this round has put: there, but not yet shown by a list.
    pub put: BTreeSet<Name>,
    /// What this round has tried and will not try again.
    pub passed: BTreeSet<Name>,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Read a head and take in its tail.
    FetchHead(Name),
    /// Take in the records of a pack.
    FetchPack(PackNote),
    /// Become another device: somewhere else there is one with this id.
    Renew,
    /// Put the newest own head again as it was.
    PutAgain,
    /// Put records, in the tail of a new head or in new packs, and the head.
    Publish(Publish),
    /// Delete what is superseded.
    Delete(Kind, Name),
}

/// What a new head is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publish {
    /// The packs of the head before that stay.
    pub keep: Vec<PackNote>,
    /// The records that are put anew.
    pub write: RecordSet,
    /// The objects of others that do not open here.
    pub complaints: Vec<Name>,
}

/// Tries after which an object that does not open is complained about.
pub(crate) const TRIES: u8 = 3;
/// Packs of about one size that become one.
const MERGE: usize = 4;
/// Packs below this are in the first step, in bytes.
const FIRST_STEP: u64 = 32 * 1024;
/// Packs from here on are left as they are, in bytes.
const LARGE: u64 = 2 * 1024 * 1024;

/// The next steps; none when the round is done.
pub fn plan(here: &Here<'_>, there: &There) -> Vec<Step> {
    let view = View::new(here, there);
    let stages = [
        View::unknown_heads,
        View::renewal,
        View::missing_records,
        View::publication,
        View::deletions,
    ];
    stages
        .iter()
        .map(|stage| stage(&view))
        .find(|steps| !steps.is_empty())
        .unwrap_or_default()
}

/// Others' records that are here and that no head there has.
pub(crate) fn uncovered(here: &Here<'_>, there: &There) -> RecordSet {
    let view = View::new(here, there);
    let mut covered = view.covered_by_others();
    if let Some(own) = &here.memory.own {
        covered.union(&own.note.records());
    }
    here.held.without(here.device).minus(&covered)
}

/// What both sides come to.
struct View<'a> {
    here: &'a Here<'a>,
    there: &'a There,
    /// The newest head there of every other device; two when it is forked.
    current: Vec<&'a HeadNote>,
    /// Objects that some device cannot open: what is in them counts as not there.
    complained: BTreeSet<Name>,
}

impl<'a> View<'a> {
    fn new(here: &'a Here<'a>, there: &'a There) -> Self {
        let mut newest: BTreeMap<DeviceId, u64> = BTreeMap::new();
        let shown = || {
            let notes = &here.memory.notes;
            there
                .heads
                .keys()
                .filter_map(|name| Some((name, notes.get(name)?)))
        };
        for (_, note) in shown() {
            let generation = newest.entry(note.device).or_default();
            *generation = (*generation).max(note.generation);
        }
        let is_newest = |note: &HeadNote| newest.get(&note.device) == Some(&note.generation);
        let others = || shown().filter(|(_, note)| note.device != here.device && is_newest(note));
        let complained: BTreeSet<_> = others()
            .flat_map(|(_, note)| note.complaints.iter().copied())
            .collect();
        let current = others()
            .filter(|(name, _)| !complained.contains(name))
            .map(|(_, note)| note)
            .collect();
        View {
            here,
            there,
            current,
            complained,
        }
    }

    fn unknown_heads(&self) -> Vec<Step> {
        let memory = self.here.memory;
        let own = memory.own.as_ref().map(|own| own.name);
        let names = self.there.heads.keys().copied();
        names
            .filter(|name| {
                Some(*name) != own && !memory.notes.contains_key(name) && self.is_worth_a_try(name)
            })
            .map(Step::FetchHead)
            .collect()
    }

    /// A head of this id that this device never wrote, one whose device was this one before, or one that says
    /// there are two.
    fn renewal(&self) -> Vec<Step> {
        let (memory, device) = (self.here.memory, self.here.device);
        let copied = self.there.heads.keys().any(|name| {
            memory.notes.get(name).is_some_and(|note| {
                (note.device == device && !memory.has_written(note))
                    || note.former.contains(&device)
                    || note.forked.contains(&device)
            })
        });
        if copied || memory.shared.forked.contains(&device) {
            vec![Step::Renew]
        } else {
            Vec::new()
        }
    }

    fn missing_records(&self) -> Vec<Step> {
        let (memory, held) = (self.here.memory, self.here.held);
        let mut steps = Vec::new();
        for name in self.there.heads.keys() {
            let Some(note) = memory.notes.get(name) else {
                continue;
            };
            if self.is_current(note) && !note.tail.is_within(held) && self.is_worth_a_try(name) {
                steps.push(Step::FetchHead(*name));
            }
        }
        let mut asked = BTreeSet::new();
        for pack in self.current.iter().flat_map(|note| &note.packs) {
            let there = self
                .there
                .packs
                .as_ref()
                .is_none_or(|packs| packs.contains_key(&pack.name));
            if there
                && !pack.records.is_within(held)
                && self.is_worth_a_try(&pack.name)
                && asked.insert(pack.name)
            {
                steps.push(Step::FetchPack(pack.clone()));
            }
        }
        steps
    }

    fn publication(&self) -> Vec<Step> {
        let memory = self.here.memory;
        let complaints = self.complaints();
        let (old, tail): (&[PackNote], _) = match &memory.own {
            Some(own) => (&own.note.packs, own.note.tail.clone()),
            None => (&[], RecordSet::default()),
        };
        let better = self.better_elsewhere();
        let mut keep: Vec<_> = old
            .iter()
            .filter(|pack| self.stays(pack, &better))
            .cloned()
            .collect();
        let mut write = self.wanted(&better);
        for pack in &keep {
            write = write.minus(&pack.records);
        }

        // Also when one is settled, so that nobody goes on mending.
        let old_complaints = memory.own.as_ref().map_or(&[][..], |own| &own.note.complaints);
        let other_complaints = complaints != old_complaints;
        let forks = memory
            .shared
            .forked
            .iter()
            .filter(|device| !memory.shared.former.contains(device));
        let more_forks = forks.into_iter().any(|device| {
            memory
                .own
                .as_ref()
                .is_none_or(|own| !own.note.forked.contains(device))
        });
        let own_is_bad = memory
            .own
            .as_ref()
            .is_some_and(|own| self.complained.contains(&own.name));
        let says_more = !write.is_within(&tail)
            || keep.len() != old.len()
            || other_complaints
            || more_forks
            || own_is_bad;
        if says_more {
            merge(&mut keep, &mut write);
            return vec![Step::Publish(Publish {
                keep,
                write,
                complaints,
            })];
        }
        match &memory.own {
            Some(own) if !self.is_shown_whole(own.name, own.object.len()) => vec![Step::PutAgain],
            _ => Vec::new(),
        }
    }

    fn deletions(&self) -> Vec<Step> {
        let (Some(packs), Some(own)) = (&self.there.packs, &self.here.memory.own) else {
            return Vec::new();
        };
        // Only what a list has shown is safe, not what was said to be done.
        let safe = own.note.packs.iter().map(|pack| &pack.name).chain([&own.name]);
        if safe.clone().any(|name| self.there.put.contains(name)) {
            return Vec::new();
        }
        let memory = self.here.memory;
        let mut steps = Vec::new();
        let mut superseded = memory.litter.clone();
        for (name, note) in self
            .there
            .heads
            .keys()
            .filter_map(|name| Some((name, memory.notes.get(name)?)))
        {
            let own_older = note.device == self.here.device && *name != own.name;
            let was_own =
                memory.shared.former.contains(&note.device) && note.records().is_within(self.here.held);
            if (own_older || was_own) && !self.there.passed.contains(name) {
                steps.push(Step::Delete(Kind::Head, *name));
                superseded.extend(note.packs.iter().map(|pack| pack.name));
            }
        }
        let safe: BTreeSet<_> = safe.collect();
        for name in superseded {
            if packs.contains_key(&name) && !safe.contains(&name) && !self.there.passed.contains(&name) {
                steps.push(Step::Delete(Kind::Pack, name));
            }
        }
        steps
    }

    fn is_current(&self, note: &HeadNote) -> bool {
        self.current.iter().any(|current| std::ptr::eq(*current, note))
    }

    fn is_worth_a_try(&self, name: &Name) -> bool {
        let tries = self.here.memory.unreadable.get(name).copied().unwrap_or(0);
        !self.there.passed.contains(name) && (tries < TRIES || self.there.packs.is_some())
    }

    fn is_shown_whole(&self, name: Name, size: usize) -> bool {
        self.there
            .heads
            .get(&name)
            .is_some_and(|shown| *shown == size as u64)
    }

    /// Whether a pack is there, as far as this round knows.
    fn is_there(&self, pack: &PackNote) -> bool {
        let size = self.there.packs.as_ref().map(|packs| packs.get(&pack.name));
        size.is_none_or(|size| size == Some(&pack.size)) && !self.complained.contains(&pack.name)
    }

    /// Whether an own pack is left as it is.
    fn stays(&self, pack: &PackNote, better: &RecordSet) -> bool {
        if !self.is_there(pack) {
            return false;
        }
        let Some(own) = self
            .here
            .memory
            .own
            .as_ref()
            .filter(|_| self.there.packs.is_some())
        else {
            return true;
        };
        let void_here = pack.records.common(self.here.voids);
        void_here.is_within(&own.note.voids) && !pack.records.is_within(better)
    }

    /// What this device should have there: its own records, and others' that it carries or that are missing.
    fn wanted(&self, better: &RecordSet) -> RecordSet {
        let Here {
            device, held, memory, ..
        } = *self.here;
        let mut wanted = held.only(device);
        let mut carried = memory
            .own
            .as_ref()
            .map(|own| own.note.records())
            .unwrap_or_default();
        let gone = held
            .without(device)
            .minus(&self.covered_by_others())
            .common(&memory.uncovered);
        carried.union(&gone);
        wanted.union(&carried.without(device).common(held).minus(better));
        wanted
    }

    fn covered_by_others(&self) -> RecordSet {
        let mut covered = RecordSet::default();
        for note in &self.current {
            covered.union(&self.covered_by(note));
        }
        covered
    }

    /// Others' records that need not be carried: their own device has them there, or a carrier with a lower
    /// id. Two carriers never leave the same record to each other.
    fn better_elsewhere(&self) -> RecordSet {
        let mut better = RecordSet::default();
        for note in &self.current {
            let covered = self.covered_by(note);
            if note.device < self.here.device {
                better.union(&covered.without(self.here.device));
            } else {
                better.union(&covered.only(note.device));
            }
        }
        better
    }

    fn covered_by(&self, note: &HeadNote) -> RecordSet {
        let mut covered = note.tail.clone();
        let unreadable = &self.here.memory.unreadable;
        for pack in &note.packs {
            if self.is_there(pack) && !unreadable.contains_key(&pack.name) {
                covered.union(&pack.records);
            }
        }
        covered
    }

    /// What does not open here and is still in use there.
    fn complaints(&self) -> Vec<Name> {
        let used = self
            .current
            .iter()
            .flat_map(|note| note.packs.iter().map(|pack| pack.name));
        let used = used.chain(self.there.heads.keys().copied());
        let used: BTreeSet<_> = used.chain(self.here.memory.parts.iter().copied()).collect();
        let unreadable = self.here.memory.unreadable.iter();
        unreadable
            .filter(|(name, tries)| **tries >= TRIES && used.contains(name))
            .map(|(name, _)| *name)
            .collect()
    }
}

/// Moves packs of about one size into what is written, so that there are never many.
fn merge(keep: &mut Vec<PackNote>, write: &mut RecordSet) {
    let mut steps: BTreeMap<u32, usize> = BTreeMap::new();
    for pack in keep.iter() {
        *steps.entry(size_step(pack.size)).or_default() += 1;
    }
    let full = |pack: &PackNote| {
        pack.size < LARGE
            && steps
                .get(&size_step(pack.size))
                .is_some_and(|count| *count >= MERGE)
    };
    for pack in keep.iter().filter(|pack| full(pack)) {
        write.union(&pack.records);
    }
    keep.retain(|pack| !full(pack));
}

fn size_step(size: u64) -> u32 {
    (size.max(FIRST_STEP) / FIRST_STEP).ilog2() / 2
}

/// Whether a part of an attachment is there whole.
pub(crate) fn is_part_whole(listed: u64, bytes: u64) -> bool {
    listed == object_size(bytes)
}
