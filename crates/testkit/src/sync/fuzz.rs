//! Running scenarios, and making one that fails as short as it can be.
//!
//! After the last step every place does everything right, and every device visits every place until nothing
//! changes. Then all must show the same, with every edit that a device had, and a round must cost one request.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    time::Instant,
};

use durumi_base::NotebookId;
use durumi_keys::MasterKey;
use durumi_sync::{Depth, Files, Names, Report, Round, Seals, round};

use crate::sync::{
    Chance, Model, Op, Storage,
    model::{At, State},
    scenario,
};

/// Steps of a scenario in a campaign.
const STEPS: usize = 300;
/// Visits of every device to every place until they must agree.
const VISITS: usize = 20;
/// Copies of a data folder on further computers, at most.
const DEVICES: usize = 6;

/// What a campaign has done.
pub struct Campaign {
    /// Steps and visits carried out.
    pub operations: u64,
    /// Scenarios.
    pub scenarios: u64,
    /// Scenarios that ended alike on all devices.
    pub converged: u64,
    /// Edits that a device had and that were gone at the end.
    pub lost: u64,
    /// Seconds of it.
    pub seconds: f64,
    /// The first one that failed, made short.
    pub failed: Option<Failed>,
}

/// A scenario that failed.
#[derive(Debug)]
pub struct Failed {
    /// Its seed.
    pub seed: u64,
    /// What was wrong.
    pub why: String,
    /// Edits lost.
    pub lost: u64,
    /// Steps that are enough for it to fail.
    pub steps: Vec<Op>,
}

impl Campaign {
    /// Runs scenarios until so many operations are done; the first failure ends it.
    #[must_use]
    pub fn run(first_seed: u64, operations: u64) -> Self {
        let begun = Instant::now();
        let mut campaign = Campaign {
            operations: 0,
            scenarios: 0,
            converged: 0,
            lost: 0,
            seconds: 0.0,
            failed: None,
        };
        while campaign.operations < operations && campaign.failed.is_none() {
            let seed = first_seed + campaign.scenarios;
            campaign.scenarios += 1;
            match run_seed(seed, STEPS) {
                Ok(done) => {
                    campaign.operations += done;
                    campaign.converged += 1;
                }
                Err(failed) => {
                    campaign.lost += failed.lost;
                    campaign.failed = Some(failed);
                }
            }
        }
        campaign.seconds = begun.elapsed().as_secs_f64();
        campaign
    }
}

/// Runs the scenario of a seed; gives the number of operations, or what went wrong with few steps.
pub fn run_seed(seed: u64, steps: usize) -> Result<u64, Failed> {
    let (devices, remotes, ops) = scenario(seed, steps);
    run_steps(devices, remotes, &ops).map_err(|first| {
        let steps = shrink(devices, remotes, ops);
        let last = run_steps(devices, remotes, &steps).err().unwrap_or(first);
        Failed { seed, steps, ..last }
    })
}

/// Runs given steps.
pub fn run_steps(devices: usize, remotes: usize, ops: &[Op]) -> Result<u64, Failed> {
    let mut world = World::new(devices, remotes);
    for op in ops {
        world.carry_out(op);
    }
    world.settle().map_err(|(why, lost)| Failed {
        seed: 0,
        why,
        lost,
        steps: Vec::new(),
    })
}

/// Leaves steps out for as long as it still fails.
fn shrink(devices: usize, remotes: usize, mut ops: Vec<Op>) -> Vec<Op> {
    let mut size = ops.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at < ops.len() {
            let end = (at + size).min(ops.len());
            let shorter: Vec<_> = ops.iter().take(at).chain(ops.iter().skip(end)).cloned().collect();
            if run_steps(devices, remotes, &shorter).is_err() {
                ops = shorter;
            } else {
                at = end;
            }
        }
        size /= 2;
    }
    ops
}

struct World {
    seals: Seals,
    devices: Vec<Model>,
    backups: BTreeMap<usize, Model>,
    places: Vec<Storage>,
    edits: u64,
    operations: u64,
}

impl World {
    fn new(devices: usize, remotes: usize) -> Self {
        let master = MasterKey::make(&Chance::new(1));
        let names = Names::new(master.derive_name_key(), NotebookId::from_bytes([9; 16]));
        World {
            seals: Seals::new(master.derive_sync_key(), names),
            devices: (0..devices).map(|number| Model::new(number as u64 + 1)).collect(),
            backups: BTreeMap::new(),
            places: (0..remotes).map(|_| Storage::new()).collect(),
            edits: 0,
            operations: 0,
        }
    }

    fn carry_out(&mut self, op: &Op) {
        self.operations += 1;
        match *op {
            Op::Edit {
                device,
                entry,
                filler,
            } => {
                self.edits += 1;
                let edit = self.edits;
                self.device(device).edit(entry, edit, filler);
            }
            Op::Attach {
                device,
                entry,
                segments,
            } => {
                self.edits += 1;
                let edit = self.edits;
                self.device(device).attach(entry, edit, segments);
            }
            Op::Remove { device, entry } => self.device(device).remove(entry),
            Op::Round {
                device,
                remote,
                depth,
                files,
                cut_after,
                chance,
            } => {
                let before = self.device(device).state().clone();
                self.round(device, remote, depth, files, cut_after, &Chance::new(chance));
                let after = self.device(device).state();
                assert!(lost(&before, after) == 0, "a round never takes anything away");
            }
            Op::Toggle { remote, fault } => self.place(remote).toggle(fault),
            Op::Happen {
                remote,
                event,
                chance,
            } => self.place(remote).happen(event, &Chance::new(chance)),
            Op::Behave { remote } => self.place(remote).behave(),
            Op::Disk { device, full } => self.device(device).full = full,
            Op::Save { device } => {
                let at = device % self.devices.len();
                let copy = self.device(device).clone();
                self.backups.insert(at, copy);
            }
            Op::Restore { device, ids } => {
                let at = device % self.devices.len();
                if let Some(backup) = self.backups.get(&at) {
                    let restored = backup.copied(ids);
                    *self.device(device) = restored;
                }
            }
            Op::Copy { from, ids } => {
                if self.devices.len() < DEVICES {
                    let copy = self.device(from).copied(ids);
                    self.devices.push(copy);
                }
            }
            Op::Lose { device } => {
                if self.devices.len() > 2 {
                    let at = device % self.devices.len();
                    self.devices.remove(at);
                    self.backups.clear();
                }
            }
        }
    }

    fn device(&mut self, number: usize) -> &mut Model {
        let at = number % self.devices.len();
        self.devices.get_mut(at).expect("there are devices")
    }

    fn place(&mut self, number: usize) -> &mut Storage {
        let at = number % self.places.len();
        self.places.get_mut(at).expect("there are places")
    }

    fn round(
        &mut self,
        device: usize,
        remote: usize,
        depth: Depth,
        files: Files,
        cut_after: Option<u32>,
        chance: &Chance,
    ) -> Report {
        let (device, remote) = (device % self.devices.len(), remote % self.places.len());
        let World {
            seals,
            devices,
            places,
            ..
        } = self;
        let model = devices.get_mut(device).expect("there are devices");
        let place = places.get_mut(remote).expect("there are places");
        let how = Round {
            seals,
            random: chance,
            depth,
            files,
        };
        round(
            &mut At { model, remote },
            &mut place.visit(chance, cut_after),
            &how,
        )
    }

    /// Lets everybody come to an agreement, and looks at it.
    fn settle(&mut self) -> Result<u64, (String, u64)> {
        let mut expected = State::default();
        for device in &mut self.devices {
            device.full = false;
            add(&mut expected, device.state());
        }
        let files: BTreeSet<_> = self
            .devices
            .iter()
            .flat_map(|device| device.files().iter().copied())
            .collect();
        self.places.iter_mut().for_each(Storage::behave);
        // What every device had to begin with may itself be incomplete: a restored one had more before.
        let mut agreed = false;
        let mut last = Report::default();
        let mut quiet_visits = 0;
        for _ in 0..VISITS {
            let mut quiet = true;
            for device in 0..self.devices.len() {
                for remote in 0..self.places.len() {
                    self.operations += 1;
                    let chance = Chance::new(self.operations.wrapping_mul(77));
                    last = self.round(device, remote, Depth::Full, Files::Ahead, None, &chance);
                    quiet &= last.bytes_up == 0 && last.received == 0 && last.cut.is_none();
                }
            }
            agreed = quiet && self.is_agreed(&files);
            // Twice more: what is missing in two rounds running is put back, also after a deletion in the first.
            quiet_visits = if agreed { quiet_visits + 1 } else { 0 };
            if quiet_visits == 3 {
                break;
            }
        }
        let missing = self
            .devices
            .iter()
            .map(|device| lost(&expected, device.state()))
            .max()
            .unwrap_or(0);
        if missing > 0 {
            let shown: Vec<_> = self.devices.iter().map(Model::state).collect();
            return Err((
                format!("{missing} edits are lost; the devices show {shown:?}"),
                missing,
            ));
        }
        if !agreed {
            let shown: Vec<_> = self
                .devices
                .iter()
                .map(|device| (device.state(), device.files()))
                .collect();
            return Err((
                format!("the devices do not agree: {shown:?}; the last round: {last:?}"),
                0,
            ));
        }
        if self.places.iter().any(Storage::leaked) {
            return Err(("an object shows what a record says".to_owned(), 0));
        }
        self.look_at_the_cost()?;
        Ok(self.operations)
    }

    fn is_agreed(&self, files: &BTreeSet<(u32, u32)>) -> bool {
        let states: Vec<_> = self.devices.iter().map(Model::state).collect();
        states
            .windows(2)
            .all(|pair| matches!(pair, [left, right] if left == right))
            && self.devices.iter().all(|device| device.has_files(files))
    }

    /// When nothing is new, a round is one request, and few objects are there.
    fn look_at_the_cost(&mut self) -> Result<(), (String, u64)> {
        for device in 0..self.devices.len() {
            for remote in 0..self.places.len() {
                let mut report = Report::default();
                // The first may be the one of four that is full, and what nobody has is asked for three times.
                for chance in 0..5 {
                    self.operations += 1;
                    report = self.round(
                        device,
                        remote,
                        Depth::Glance,
                        Files::OnDemand,
                        None,
                        &Chance::new(chance),
                    );
                    if report.requests == 1 {
                        break;
                    }
                }
                if report.requests != 1 {
                    return Err((format!("an idle round: {report:?}"), 0));
                }
            }
        }
        Ok(())
    }
}

/// How much of `before` is not in `after` and was not removed.
fn lost(before: &State, after: &State) -> u64 {
    let mut lost = before.tombstones.difference(&after.tombstones).count();
    for (entry, edits) in &before.entries {
        if !after.tombstones.contains(entry) {
            let there = after.entries.get(entry);
            let gone = |edit: &&u64| there.is_none_or(|there| !there.contains(edit));
            lost += edits.iter().filter(gone).count();
        }
    }
    lost as u64
}

fn add(all: &mut State, state: &State) {
    for (entry, edits) in &state.entries {
        all.entries.entry(*entry).or_default().extend(edits);
    }
    all.tombstones.extend(&state.tombstones);
    all.entries.retain(|entry, _| !all.tombstones.contains(entry));
}

impl Failed {
    /// For a person who wants to see it again.
    #[must_use]
    pub fn describe(&self) -> String {
        let mut text = format!(
            "seed {}: {}; {} steps are enough:\n",
            self.seed,
            self.why,
            self.steps.len()
        );
        for step in &self.steps {
            let _ = writeln!(text, "  {step:?}");
        }
        let faults: BTreeSet<_> = self
            .steps
            .iter()
            .filter_map(|step| match step {
                Op::Toggle { fault, .. } => Some(*fault),
                _ => None,
            })
            .collect();
        let _ = writeln!(text, "faults in it: {faults:?}");
        text
    }
}
