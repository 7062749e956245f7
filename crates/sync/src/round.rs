//! Carrying out a round: asking [`plan`] for the next steps and doing them, until there are none.
//!
//! What is about to be put is remembered before it is put, so a round may end anywhere, by an error, a kill
//! or a pulled stick, and the next one goes on.

use std::collections::{BTreeMap, BTreeSet};

use durumi_base::DeviceId;
use durumi_keys::{Random, sha256};

use crate::{
    Depth, Finding, Head, HeadNote, Here, Journal, JournalError, Kind, Memory, Name, Numbers, OwnHead,
    PackNote, PartState, Record, RecordSet, Remote, RemoteError, Seals, Seen, Step, Sum, There,
    codec::{Reader, put_records},
    head::HeadError,
    object::{OBJECT_BYTES, object_size},
    part,
    plan::{self, Publish, TRIES, plan},
};

/// How a round is done.
#[derive(Clone, Copy)]
pub struct Round<'r> {
    /// The keys.
    pub seals: &'r Seals,
    /// Randomness.
    pub random: &'r dyn Random,
    /// How much it looks at. One in four rounds that write is full whatever this says.
    pub depth: Depth,
    /// Which attachments come along.
    pub files: Files,
}

/// Which attachments are fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Files {
    /// All.
    Ahead,
    /// None: a person fetches one when it is wanted.
    OnDemand,
}

/// What a round did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Records that were new here.
    pub received: u64,
    /// Records that were put there.
    pub sent: u64,
    /// Parts of attachments that came.
    pub parts_received: u64,
    /// Parts of attachments that went.
    pub parts_sent: u64,
    /// Requests made.
    pub requests: u64,
    /// Bytes of objects put.
    pub bytes_up: u64,
    /// Bytes of objects fetched.
    pub bytes_down: u64,
    /// What was noticed.
    pub findings: BTreeSet<Finding>,
    /// Why it ended early. What was done until then stays.
    pub cut: Option<Cut>,
}

/// Why a round ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// The remote.
    Remote(RemoteError),
    /// The notebook, which keeps the reason.
    Journal,
}

/// The most that a tail holds, in bytes.
const TAIL_BYTES: usize = 8 * 1024;
/// The most that a pack holds, in bytes.
const PACK_BYTES: usize = 4 * 1024 * 1024;
/// Packs after which a head is put, so that a long first round keeps what it has done.
const PACKS_AT_ONCE: usize = 8;
/// Rounds that write, until one is full.
const FULL_EVERY: u32 = 4;
/// More questions than any round has; so a mistake in a plan ends.
const STAGES: usize = 10_000;

/// Exchanges records with a remote.
pub fn round(journal: &mut dyn Journal, remote: &mut dyn Remote, how: &Round<'_>) -> Report {
    let mut running = Running {
        journal,
        remote,
        how,
        memory: Memory::default(),
        there: There::default(),
        spelled: BTreeMap::new(),
        report: Report::default(),
    };
    let cut = running.run().err();
    Report {
        cut,
        ..running.report
    }
}

struct Running<'r> {
    journal: &'r mut dyn Journal,
    remote: &'r mut dyn Remote,
    how: &'r Round<'r>,
    memory: Memory,
    there: There,
    /// How the remote spells a name, where it is not as we do.
    spelled: BTreeMap<Name, String>,
    report: Report,
}

impl From<RemoteError> for Cut {
    fn from(error: RemoteError) -> Self {
        Cut::Remote(error)
    }
}

impl From<JournalError> for Cut {
    fn from(JournalError: JournalError) -> Self {
        Cut::Journal
    }
}

impl Running<'_> {
    fn run(&mut self) -> Result<(), Cut> {
        self.memory = self.journal.memory()?;
        let before = self.memory.clone();
        // Found out at another remote that this device is another one now.
        let old = self.memory.own.as_ref().map(|own| own.note.device);
        if let Some(old) = old.filter(|old| *old != self.journal.device()) {
            self.memory.renewed(old);
        }
        self.look()?;
        self.compare_with_memory();
        let mut held = self.journal.held()?;
        let mut voids = self.journal.voids()?;
        for _ in 0..STAGES {
            if self.memory.shared.due {
                self.journal.restate()?;
                self.memory.shared.due = false;
                self.remember()?;
                held = self.journal.held()?;
            }
            let steps = plan(&self.here(&held, &voids), &self.there);
            if steps.is_empty() {
                if self.find_forks(&held)? {
                    continue;
                }
                break;
            }
            for step in steps {
                self.take_step(step, &held)?;
            }
            (held, voids) = (self.journal.held()?, self.journal.voids()?);
        }
        self.notice_forks();
        let here = self.here(&held, &voids);
        self.memory.uncovered = plan::uncovered(&here, &self.there);
        self.prune();
        self.exchange_parts()?;
        let own = self.memory.own.as_ref();
        self.memory.settled = own.map(|own| own.note.records()).unwrap_or_default();
        if self.memory != before {
            self.journal.remember(&self.memory)?;
        }
        Ok(())
    }

    fn here<'h>(&'h self, held: &'h RecordSet, voids: &'h RecordSet) -> Here<'h> {
        Here {
            device: self.journal.device(),
            held,
            voids,
            memory: &self.memory,
        }
    }

    /// Lists heads, and packs in a full round.
    fn look(&mut self) -> Result<(), Cut> {
        self.there.heads = self.list(Kind::Head)?;
        let own = self.memory.own.as_ref();
        let own_is_whole = own.is_none_or(|own| {
            self.there
                .heads
                .get(&own.name)
                .is_some_and(|size| *size == own.object.len() as u64)
        });
        // What is gone among the heads makes the rest worth a look.
        let gone = own.is_some_and(|own| own.shown) && !own_is_whole;
        if self.how.depth == Depth::Full || self.memory.since_full >= FULL_EVERY || gone {
            self.there.packs = Some(self.list(Kind::Pack)?);
            self.memory.since_full = 0;
        }
        Ok(())
    }

    fn list(&mut self, kind: Kind) -> Result<BTreeMap<Name, u64>, Cut> {
        self.report.requests += 1;
        let mut ours = BTreeMap::new();
        for entry in self.remote.list(kind)? {
            let name = Name::parse(&entry.name);
            match name.filter(|name| kind == Kind::Part || self.how.seals.names().is_ours(kind, name)) {
                Some(name) => {
                    if entry.name != name.to_string() {
                        self.spelled.insert(name, entry.name);
                    }
                    ours.insert(name, entry.size);
                }
                None => {
                    self.report.findings.insert(Finding::Foreign);
                }
            }
        }
        Ok(ours)
    }

    /// What is gone or older than it was.
    fn compare_with_memory(&mut self) {
        let heads = &self.there.heads;
        let notes = &self.memory.notes;
        let mut shown: BTreeMap<_, u64> = BTreeMap::new();
        for note in heads.keys().filter_map(|name| notes.get(name)) {
            let generation = shown.entry(note.device).or_default();
            *generation = (*generation).max(note.generation);
        }
        let findings = &mut self.report.findings;
        let known = !self.memory.newest.is_empty() || self.memory.own.as_ref().is_some_and(|own| own.shown);
        if known && heads.is_empty() {
            findings.insert(Finding::Emptied);
        } else {
            // An unknown head may be the newer one.
            let all_known = heads.keys().all(|name| notes.contains_key(name));
            for (device, generation) in &self.memory.newest {
                if all_known && shown.get(device).is_some_and(|there| there < generation) {
                    findings.insert(Finding::RolledBack);
                }
            }
        }
        if let Some(own) = &mut self.memory.own {
            let whole = heads
                .get(&own.name)
                .is_some_and(|size| *size == own.object.len() as u64);
            if own.shown && !whole && !heads.is_empty() {
                let older = shown.contains_key(&own.note.device) && !heads.contains_key(&own.name);
                findings.insert(if older { Finding::RolledBack } else { Finding::Lost });
            }
            own.shown |= whole;
        }
    }

    fn take_step(&mut self, step: Step, held: &RecordSet) -> Result<(), Cut> {
        match step {
            Step::FetchHead(name) => self.fetch_head(name),
            Step::FetchPack(pack) => self.fetch_pack(&pack),
            Step::Renew => {
                let old = self.journal.renew()?;
                self.memory.renewed(old);
                self.report.findings.insert(Finding::Copied);
                self.remember()
            }
            Step::PutAgain => self.put_own_head(),
            Step::Publish(publish) => self.publish(publish, held),
            Step::Delete(kind, name) => {
                self.there.passed.insert(name);
                self.report.requests += 1;
                let spelled = self.spell(name);
                self.remote.delete(kind, &spelled)?;
                self.memory.litter.remove(&name);
                Ok(())
            }
        }
    }

    fn fetch_head(&mut self, name: Name) -> Result<(), Cut> {
        let Some(object) = self.fetch(Kind::Head, name)? else {
            return Ok(());
        };
        let hash = sha256(&object);
        let opened = self
            .how
            .seals
            .open(Kind::Head, &name, object)
            .map_err(HeadError::from);
        match opened.and_then(|body| Head::decode(&body)) {
            Ok(head) => self.take_head(name, head, hash),
            Err(HeadError::Newer) => {
                self.report.findings.insert(Finding::Newer);
                Ok(())
            }
            Err(HeadError::Broken) => {
                self.does_not_open(name);
                Ok(())
            }
        }
    }

    fn take_head(&mut self, name: Name, head: Head, hash: [u8; 32]) -> Result<(), Cut> {
        let note = HeadNote::new(&head, hash, RecordSet::default());
        // An own one that was not written here is a copy's; its records are taken in under the next id.
        if head.device != self.journal.device() {
            self.take(head.tail)?;
            let newest = self.memory.newest.entry(note.device).or_default();
            *newest = (*newest).max(note.generation);
        }
        // One that went on under another id has left a copy behind, or is one.
        for device in note.forked.iter().chain(&note.former) {
            if *device != self.journal.device() && !self.memory.shared.forked.contains(device) {
                self.mark_forked(*device)?;
            }
        }
        for (device, generation) in &note.seen {
            if *device != self.journal.device() {
                let newest = self.memory.newest.entry(*device).or_default();
                *newest = (*newest).max(*generation);
            }
        }
        self.memory.unreadable.remove(&name);
        self.memory.notes.insert(name, note);
        Ok(())
    }

    fn fetch_pack(&mut self, pack: &PackNote) -> Result<(), Cut> {
        // Another pack of this round may have had the same.
        if pack.records.is_within(&self.journal.held()?) {
            return Ok(());
        }
        let Some(object) = self.fetch(Kind::Pack, pack.name)? else {
            return Ok(());
        };
        let opened = self.how.seals.open(Kind::Pack, &pack.name, object);
        let records = opened.and_then(|body| {
            let mut reader = Reader(&body);
            let records = reader.records()?;
            reader.end().map(|()| records)
        });
        let Ok(records) = records else {
            self.does_not_open(pack.name);
            return Ok(());
        };
        self.memory.unreadable.remove(&pack.name);
        self.take(records)
    }

    /// Gets an object once in a round. One that is not there counts as one that does not open.
    fn fetch(&mut self, kind: Kind, name: Name) -> Result<Option<Vec<u8>>, Cut> {
        self.there.passed.insert(name);
        self.report.requests += 1;
        let spelled = self.spell(name);
        let object = self.remote.get(kind, &spelled, OBJECT_BYTES as u64)?;
        match &object {
            Some(object) => self.report.bytes_down += object.len() as u64,
            None => self.count_try(name),
        }
        Ok(object)
    }

    fn does_not_open(&mut self, name: Name) {
        self.report.findings.insert(Finding::Unreadable);
        self.count_try(name);
    }

    fn count_try(&mut self, name: Name) {
        let tries = self.memory.unreadable.entry(name).or_default();
        *tries = (*tries + 1).min(TRIES);
    }

    fn take(&mut self, records: Vec<Record>) -> Result<(), Cut> {
        if records.is_empty() {
            return Ok(());
        }
        let forked = &self.memory.shared.forked;
        if !self.memory.shared.due && records.iter().any(|record| forked.contains(&record.device)) {
            self.memory.shared.due = true;
            self.remember()?;
        }
        let taken = self.journal.take(records)?;
        self.report.received += taken.new;
        if taken.set_aside > 0 {
            self.report.findings.insert(Finding::SetAside);
        }
        Ok(())
    }

    fn publish(&mut self, publish: Publish, held: &RecordSet) -> Result<(), Cut> {
        let Publish {
            keep: mut packs,
            mut write,
            complaints,
        } = publish;
        write = write.common(held);
        let mut voids = self
            .memory
            .own
            .as_ref()
            .map(|own| own.note.voids.clone())
            .unwrap_or_default();
        let mut tail = Vec::new();
        for _ in 0..PACKS_AT_ONCE {
            let records = self.journal.read(&write, PACK_BYTES)?;
            if records.is_empty() {
                break;
            }
            let names: RecordSet = records
                .iter()
                .map(|record| (record.device, record.number))
                .collect();
            voids = voids.minus(&names);
            voids.union(&voids_of(&records));
            write = write.minus(&names);
            self.report.sent += names.count();
            let mut body = Vec::new();
            put_records(&mut body, &records);
            if body.len() <= TAIL_BYTES {
                tail = records;
                break;
            }
            packs.push(self.put_pack(&body, names)?);
        }
        self.put_new_head(packs, tail, voids, complaints)
    }

    fn put_pack(&mut self, body: &[u8], records: RecordSet) -> Result<PackNote, Cut> {
        let name = self.how.seals.names().make(self.how.random, Kind::Pack);
        let object = self.how.seals.seal(self.how.random, Kind::Pack, &name, body);
        self.memory.litter.insert(name);
        self.remember()?;
        self.put(Kind::Pack, name, &object)?;
        let size = object.len() as u64;
        if let Some(packs) = &mut self.there.packs {
            packs.insert(name, size);
        }
        Ok(PackNote { name, size, records })
    }

    fn put_new_head(
        &mut self,
        packs: Vec<PackNote>,
        tail: Vec<Record>,
        voids: RecordSet,
        complaints: Vec<Name>,
    ) -> Result<(), Cut> {
        let device = self.journal.device();
        let mut named: RecordSet = tail.iter().map(|record| (record.device, record.number)).collect();
        for pack in &packs {
            named.union(&pack.records);
        }
        let births = named
            .devices()
            .map(|(device, numbers)| Ok((device, self.add_up(device, numbers)?)));
        let births = births.collect::<Result<_, Cut>>()?;
        let before = self.memory.own.as_ref();
        let new = Head {
            device,
            generation: before.map_or(0, |own| own.note.generation) + 1,
            previous: before.map_or([0; 32], |own| own.note.hash),
            former: self.memory.shared.former.iter().copied().collect(),
            forked: self.memory.shared.forked.iter().copied().collect(),
            births,
            packs,
            complaints,
            seen: self
                .memory
                .newest
                .iter()
                .map(|(device, generation)| Seen {
                    device: *device,
                    generation: *generation,
                })
                .collect(),
            tail,
        };
        let old_packs = before.map(|own| own.note.packs.clone()).unwrap_or_default();
        self.memory.litter.extend(old_packs.iter().map(|pack| pack.name));
        for pack in &new.packs {
            self.memory.litter.remove(&pack.name);
        }
        let name = self.how.seals.names().make(self.how.random, Kind::Head);
        let object = self
            .how
            .seals
            .seal(self.how.random, Kind::Head, &name, &new.encode());
        let note = HeadNote::new(&new, sha256(&object), voids);
        self.memory.notes.insert(name, note.clone());
        self.memory.wrote(OwnHead {
            name,
            object,
            note,
            shown: false,
        });
        self.memory.since_full += 1;
        self.put_own_head()
    }

    fn put_own_head(&mut self) -> Result<(), Cut> {
        self.remember()?;
        let Some(own) = &self.memory.own else {
            return Ok(());
        };
        let (name, object) = (own.name, own.object.clone());
        self.put(Kind::Head, name, &object)?;
        self.there.heads.insert(name, object.len() as u64);
        Ok(())
    }

    fn put(&mut self, kind: Kind, name: Name, object: &[u8]) -> Result<(), Cut> {
        self.report.requests += 1;
        self.there.put.insert(name);
        let spelled = self.spell(name);
        self.remote.put(kind, &spelled, object)?;
        self.report.bytes_up += object.len() as u64;
        Ok(())
    }

    /// Whether a device is newly found to have a copy: what is here under its numbers was not born as what a head
    /// there has under them.
    fn find_forks(&mut self, held: &RecordSet) -> Result<bool, Cut> {
        let own = self.journal.device();
        let shown = self
            .there
            .heads
            .keys()
            .filter_map(|name| self.memory.notes.get(name));
        let others: Vec<_> = shown
            .filter(|note| note.device != own)
            .map(|note| (note.records(), note.births.clone()))
            .collect();
        let mut found = false;
        for (records, births) in others {
            for (device, births) in births {
                let numbers = records.of(device);
                let shared = &self.memory.shared;
                let known = shared.forked.contains(&device) || shared.former.contains(&device);
                let all_here = numbers.minus(&held.of(device)).is_empty();
                if all_here && !known && self.add_up(device, &numbers)? != births {
                    self.mark_forked(device)?;
                    found = true;
                }
            }
        }
        Ok(found)
    }

    /// What is here of a forked device may be elsewhere under other numbers only, or nowhere else.
    fn mark_forked(&mut self, device: DeviceId) -> Result<(), Cut> {
        self.report.findings.insert(Finding::Forked);
        self.memory.shared.forked.insert(device);
        self.memory.shared.due = true;
        self.remember()
    }

    /// Adds up births, for all numbers from 1 on from where it was done last.
    fn add_up(&mut self, device: DeviceId, numbers: &Numbers) -> Result<u64, Cut> {
        let [(1, last)] = *numbers.ranges() else {
            return Ok(self.journal.births(device, numbers)?);
        };
        let sums = &self.memory.shared.sums;
        let from = sums
            .get(&device)
            .copied()
            .filter(|sum| sum.last <= last)
            .unwrap_or_default();
        let more = self
            .journal
            .births(device, &Numbers::range(from.last + 1, last))?;
        let births = from.births.wrapping_add(more);
        if last > from.last {
            self.memory.shared.sums.insert(device, Sum { last, births });
        }
        Ok(births)
    }

    /// Two heads of one generation, or a head that does not follow the one before it.
    fn notice_forks(&mut self) {
        let notes: Vec<_> = self
            .there
            .heads
            .keys()
            .filter_map(|name| self.memory.notes.get(name))
            .collect();
        let forked = notes.iter().any(|note| {
            notes
                .iter()
                .filter(|other| other.device == note.device)
                .any(|other| {
                    (other.generation == note.generation && other.hash != note.hash)
                        || (other.generation.checked_add(1) == Some(note.generation)
                            && other.hash != note.previous)
                })
        });
        if forked {
            self.report.findings.insert(Finding::Forked);
        }
    }

    /// Forgets what is about objects that are gone.
    fn prune(&mut self) {
        let heads = &self.there.heads;
        let memory = &mut self.memory;
        let own = memory.own.as_ref().map(|own| own.name);
        memory
            .notes
            .retain(|name, _| heads.contains_key(name) || Some(*name) == own);
        memory.mended.retain(|(head, _)| memory.notes.contains_key(head));
        let needed: BTreeSet<_> = memory
            .notes
            .values()
            .flat_map(|note| &note.packs)
            .map(|pack| pack.name)
            .collect();
        let parts = &memory.parts;
        memory
            .unreadable
            .retain(|name, _| heads.contains_key(name) || needed.contains(name) || parts.contains(name));
        if let Some(packs) = &self.there.packs {
            memory.litter.retain(|name| packs.contains_key(name));
        }
    }

    /// Puts parts that are here and not there, fetches what is wanted, and deletes what was removed.
    fn exchange_parts(&mut self) -> Result<(), Cut> {
        let parts = self.journal.parts()?;
        let wanted = self.how.files == Files::Ahead && parts.iter().any(|part| !part.here);
        let mut listed = None;
        if wanted || self.there.packs.is_some() && !(parts.is_empty() && self.memory.parts.is_empty()) {
            listed = Some(self.list(Kind::Part)?);
        }
        if let Some(listed) = &listed {
            self.memory.parts = listed.keys().copied().collect();
            self.delete_parts(listed)?;
        }
        for part in parts {
            let name = self
                .how
                .seals
                .names()
                .derive_part(part.id.attachment, part.id.part);
            let whole = match &listed {
                Some(listed) => listed
                    .get(&name)
                    .is_some_and(|size| plan::is_part_whole(*size, part.bytes)),
                None => self.memory.parts.contains(&name),
            };
            if part.here {
                self.memory.unreadable.remove(&name);
            }
            let complaints = self.unanswered(name);
            if part.here && (!whole || !complaints.is_empty()) {
                self.memory.mended.extend(complaints);
                self.put_part(part, name)?;
            } else if !part.here && wanted && whole {
                self.fetch_part(part, name)?;
            }
        }
        Ok(())
    }

    /// Complaints about a part that were not answered yet.
    fn unanswered(&self, part: Name) -> Vec<(Name, Name)> {
        let notes = self
            .memory
            .notes
            .iter()
            .filter(|(_, note)| note.complaints.contains(&part));
        let complaints = notes.map(|(head, _)| (*head, part));
        complaints
            .filter(|complaint| !self.memory.mended.contains(complaint))
            .collect()
    }

    fn put_part(&mut self, part: PartState, name: Name) -> Result<(), Cut> {
        let body = part::encode(&self.journal.read_part(part.id)?);
        debug_assert_eq!(body.len() as u64, part.bytes, "as the notebook said");
        let object = self.how.seals.seal_alike(&name, &body);
        debug_assert_eq!(
            object.len() as u64,
            object_size(part.bytes),
            "as the list will say"
        );
        self.put(Kind::Part, name, &object)?;
        self.memory.parts.insert(name);
        self.report.parts_sent += 1;
        // Kept at once: a long way is not gone twice.
        self.remember()
    }

    fn fetch_part(&mut self, part: PartState, name: Name) -> Result<(), Cut> {
        let Some(object) = self.fetch(Kind::Part, name)? else {
            return Ok(());
        };
        let opened = self.how.seals.open(Kind::Part, &name, object);
        match opened.and_then(|body| part::decode(&body)) {
            Ok(segments) if segments.len() as u64 == u64::from(part.segments) => {
                self.journal.take_part(part.id, segments)?;
                self.memory.unreadable.remove(&name);
                self.report.parts_received += 1;
            }
            _ => self.does_not_open(name),
        }
        Ok(())
    }

    fn delete_parts(&mut self, listed: &BTreeMap<Name, u64>) -> Result<(), Cut> {
        for attachment in self.journal.removed()? {
            for part in 0.. {
                let name = self.how.seals.names().derive_part(attachment, part);
                if !listed.contains_key(&name) {
                    break;
                }
                self.report.requests += 1;
                let spelled = self.spell(name);
                self.remote.delete(Kind::Part, &spelled)?;
                self.memory.parts.remove(&name);
            }
        }
        Ok(())
    }

    fn spell(&self, name: Name) -> String {
        self.spelled
            .get(&name)
            .cloned()
            .unwrap_or_else(|| name.to_string())
    }

    fn remember(&mut self) -> Result<(), Cut> {
        Ok(self.journal.remember(&self.memory)?)
    }
}

fn voids_of(records: &[Record]) -> RecordSet {
    let voids = records.iter().filter(|record| record.kind == Record::VOID);
    voids.map(|record| (record.device, record.number)).collect()
}
