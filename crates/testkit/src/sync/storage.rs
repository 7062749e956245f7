//! A remote in memory that can do everything wrong, in virtual time.

use std::collections::{BTreeMap, BTreeSet};

use durumi_sync::{Entry, Kind, Remote, RemoteError};

use crate::sync::{Chance, Event, Fault, model::CANARY};

type Objects = BTreeMap<(Kind, String), Vec<u8>>;

/// What lies there, and what is wrong with it.
#[derive(Default)]
pub struct Storage {
    objects: Objects,
    /// What stale lists show.
    earlier: BTreeMap<(Kind, String), u64>,
    kept: Option<Objects>,
    faults: BTreeSet<Fault>,
    /// Virtual milliseconds.
    now: u64,
    /// When `earlier` was made.
    earlier_at: u64,
    /// An object was put that shows what a record says.
    leaked: bool,
}

/// A device at the storage: its requests, until its connection is cut.
pub struct Visit<'s> {
    storage: &'s mut Storage,
    chance: &'s Chance,
    left: Option<u32>,
    requests: u32,
}

/// How long a list is stale, in virtual milliseconds.
const STALE_MS: u64 = 30_000;
const REQUEST_MS: u64 = 50;
const HANG_MS: u64 = 60_000;

impl Storage {
    /// A place that does everything right.
    #[must_use]
    pub fn new() -> Self {
        Storage::default()
    }

    /// Turns a fault on or off.
    pub fn toggle(&mut self, fault: Fault) {
        if !self.faults.remove(&fault) {
            self.faults.insert(fault);
        }
    }

    /// From now on everything is done right.
    pub fn behave(&mut self) {
        self.faults.clear();
    }

    /// How many objects there are of a kind.
    #[must_use]
    pub fn count(&self, kind: Kind) -> usize {
        self.objects.keys().filter(|(of, _)| *of == kind).count()
    }

    /// Whether an object showed what a record says.
    #[must_use]
    pub fn leaked(&self) -> bool {
        self.leaked
    }

    /// A device comes; its connection is cut after so many requests.
    pub fn visit<'s>(&'s mut self, chance: &'s Chance, cut_after: Option<u32>) -> Visit<'s> {
        Visit {
            storage: self,
            chance,
            left: cut_after,
            requests: 0,
        }
    }

    /// Lets something happen.
    pub fn happen(&mut self, event: Event, chance: &Chance) {
        match event {
            Event::Emptied => self.objects.clear(),
            Event::ObjectGone => {
                if let Some(key) = self.any(chance) {
                    self.objects.remove(&key);
                }
            }
            Event::ObjectRots => {
                if let Some(object) = self.any(chance).and_then(|key| self.objects.get_mut(&key)) {
                    flip(object, chance);
                }
            }
            Event::ObjectsSwapped => self.swap(chance),
            Event::ObjectCopied => {
                if let Some((kind, name)) = self.any(chance) {
                    let object = self.objects.get(&(kind, name)).cloned().unwrap_or_default();
                    self.objects
                        .insert((kind, format!("{:040x}", chance.next())), object);
                }
            }
            Event::StateKept => self.kept = Some(self.objects.clone()),
            Event::StateReplayed => {
                if let Some(kept) = &self.kept {
                    self.objects = kept.clone();
                }
            }
            Event::ForeignFiles => {
                for kind in Kind::ALL {
                    let name = format!("{:016x}{:024x}", chance.next(), chance.next());
                    self.objects.insert((kind, name), vec![7; 600]);
                    self.objects
                        .insert((kind, "desktop.ini".to_owned()), b"[.ShellClassInfo]".to_vec());
                }
            }
        }
    }

    fn any(&self, chance: &Chance) -> Option<(Kind, String)> {
        self.objects.keys().nth(chance.below(self.objects.len())).cloned()
    }

    fn swap(&mut self, chance: &Chance) {
        let (Some(left), Some(right)) = (self.any(chance), self.any(chance)) else {
            return;
        };
        let [first, second] = [&left, &right].map(|key| self.objects.get(key).cloned().unwrap_or_default());
        self.objects.insert(left, second);
        self.objects.insert(right, first);
    }

    fn pass(&mut self, time: u64) {
        self.now += time;
        if self.now >= self.earlier_at + STALE_MS {
            self.earlier_at = self.now;
            let sizes = self.objects.iter();
            self.earlier = sizes
                .map(|(key, object)| (key.clone(), object.len() as u64))
                .collect();
        }
    }
}

impl Visit<'_> {
    /// How many requests were made.
    #[must_use]
    pub fn requests(&self) -> u32 {
        self.requests
    }

    fn begin(&mut self) -> Result<(), RemoteError> {
        self.requests += 1;
        self.storage.pass(REQUEST_MS);
        if let Some(left) = &mut self.left {
            *left = left.checked_sub(1).ok_or(RemoteError::Unreachable)?;
        }
        for (fault, error) in [
            (Fault::Unreachable, RemoteError::Unreachable),
            (Fault::Refused, RemoteError::Refused),
            (Fault::Untrusted, RemoteError::Untrusted),
            (Fault::Busy, RemoteError::Busy),
        ] {
            if self.strikes(fault) {
                return Err(error);
            }
        }
        Ok(())
    }

    /// Whether a fault is on and strikes now.
    fn strikes(&self, fault: Fault) -> bool {
        self.storage.faults.contains(&fault) && self.chance.once_in(2)
    }

    fn find(&self, kind: Kind, name: &str) -> (Kind, String) {
        let exact = (kind, name.to_owned());
        if self.storage.objects.contains_key(&exact) {
            exact
        } else {
            (kind, name.to_lowercase())
        }
    }

    fn hang(&mut self) -> RemoteError {
        self.storage.pass(HANG_MS);
        RemoteError::TimedOut
    }

    fn spoil_list(&self, all: &mut Vec<Entry>) {
        if self.strikes(Fault::ShortList) && !all.is_empty() {
            all.remove(self.chance.below(all.len()));
        }
        if self.strikes(Fault::RepeatedEntries) {
            all.extend(all.clone());
        }
        if self.strikes(Fault::ReorderedList) {
            for at in (1..all.len()).rev() {
                all.swap(at, self.chance.below(at + 1));
            }
        }
        for entry in all {
            if self.strikes(Fault::FoldedNames) {
                entry.name.make_ascii_uppercase();
            }
            if self.strikes(Fault::WrongSizes) {
                entry.size = 0;
            }
        }
    }
}

impl Remote for Visit<'_> {
    fn list(&mut self, kind: Kind) -> Result<Vec<Entry>, RemoteError> {
        self.begin()?;
        if self.strikes(Fault::ListIsAPage) {
            return Err(RemoteError::Broken);
        }
        let entry = |name: &String, size| Entry {
            name: name.clone(),
            size,
        };
        let mut all: Vec<_> = if self.strikes(Fault::StaleList) {
            let earlier = self.storage.earlier.iter().filter(|((of, _), _)| *of == kind);
            earlier.map(|((_, name), size)| entry(name, *size)).collect()
        } else {
            let now = self.storage.objects.iter().filter(|((of, _), _)| *of == kind);
            now.map(|((_, name), object)| entry(name, object.len() as u64))
                .collect()
        };
        self.spoil_list(&mut all);
        Ok(all)
    }

    fn get(&mut self, kind: Kind, name: &str, limit: u64) -> Result<Option<Vec<u8>>, RemoteError> {
        self.begin()?;
        if self.strikes(Fault::HangInGet) {
            return Err(self.hang());
        }
        if self.strikes(Fault::NotFoundGet) {
            return Ok(None);
        }
        if self.strikes(Fault::PageGet) {
            return Ok(Some(
                b"<html>Welcome to the network of this hotel</html>".to_vec(),
            ));
        }
        let other = self
            .strikes(Fault::OtherGet)
            .then(|| self.storage.any(self.chance))
            .flatten();
        let key = other.unwrap_or_else(|| self.find(kind, name));
        let Some(mut object) = self.storage.objects.get(&key).cloned() else {
            return Ok(None);
        };
        if self.strikes(Fault::CutGet) {
            object.truncate(object.len() / 2);
        }
        if self.strikes(Fault::FlippedGet) {
            flip(&mut object, self.chance);
        }
        object.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(Some(object))
    }

    fn put(&mut self, kind: Kind, name: &str, object: &[u8]) -> Result<(), RemoteError> {
        self.begin()?;
        self.storage.leaked |= object.windows(CANARY.len()).any(|window| window == CANARY);
        if self.strikes(Fault::Full) {
            return Err(RemoteError::Full);
        }
        if self.strikes(Fault::ReadOnly) || self.strikes(Fault::PutFails) {
            return Err(RemoteError::Refused);
        }
        if self.strikes(Fault::LostPut) {
            return Ok(());
        }
        let mut kept = object.to_vec();
        let hangs = self.strikes(Fault::HangInPut);
        if hangs || self.strikes(Fault::CutPut) {
            kept.truncate(object.len() / 2);
        }
        if self.strikes(Fault::EmptyPut) {
            kept.clear();
        }
        let key = self.find(kind, name);
        self.storage.objects.insert(key, kept);
        if hangs {
            return Err(self.hang());
        }
        if self.strikes(Fault::DonePutFails) {
            return Err(RemoteError::TimedOut);
        }
        Ok(())
    }

    fn delete(&mut self, kind: Kind, name: &str) -> Result<(), RemoteError> {
        self.begin()?;
        if self.strikes(Fault::DeleteFails) || self.strikes(Fault::ReadOnly) {
            return Err(RemoteError::Refused);
        }
        if !self.strikes(Fault::LostDelete) {
            let key = self.find(kind, name);
            self.storage.objects.remove(&key);
        }
        Ok(())
    }
}

fn flip(object: &mut [u8], chance: &Chance) {
    let at = chance.below(object.len());
    if let Some(byte) = object.get_mut(at) {
        *byte ^= 1 << chance.below(8);
    }
}
