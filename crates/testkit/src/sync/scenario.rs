//! Random scenarios: a list of steps from a seed. A step carries its own chance, so that leaving others out
//! does not change it.

use durumi_sync::{Depth, Files};

use crate::sync::{Chance, Event, Fault};

#[expect(missing_docs, reason = "the fields are what their names say")]
/// A step of a scenario. Devices and remotes are counted from 0, modulo how many there are.
#[derive(Clone, Debug)]
pub enum Op {
    /// A person changes an entry.
    Edit {
        device: usize,
        entry: u32,
        filler: usize,
    },
    /// A person attaches a file.
    Attach {
        device: usize,
        entry: u32,
        segments: u32,
    },
    /// A person removes an entry.
    Remove { device: usize, entry: u32 },
    /// A device visits a remote.
    Round {
        device: usize,
        remote: usize,
        depth: Depth,
        files: Files,
        cut_after: Option<u32>,
        chance: u64,
    },
    /// A fault begins or ends.
    Toggle { remote: usize, fault: Fault },
    /// Something happens to a remote.
    Happen {
        remote: usize,
        event: Event,
        chance: u64,
    },
    /// All faults of a remote end.
    Behave { remote: usize },
    /// A disk is full, or no longer.
    Disk { device: usize, full: bool },
    /// A device is backed up.
    Save { device: usize },
    /// A device is restored from its backup.
    Restore { device: usize, ids: u64 },
    /// A data folder is copied to another computer, in place of what it had; most often it had nothing.
    Copy { from: usize, ids: u64 },
    /// A device is gone for good. Two stay at least.
    Lose { device: usize },
}

/// Entries that people change; few, so that they meet.
const ENTRIES: usize = 12;
/// Attachments have numbers of their own.
const ATTACHMENTS: u32 = 1000;

/// The steps of a seed, and how many devices and remotes there are.
#[must_use]
pub fn scenario(seed: u64, steps: usize) -> (usize, usize, Vec<Op>) {
    let chance = Chance::new(seed);
    let devices = 2 + chance.below(5);
    let remotes = 1 + usize::from(chance.once_in(3));
    let ops = (0..steps).map(|_| op(&chance)).collect();
    (devices, remotes, ops)
}

fn op(chance: &Chance) -> Op {
    let (device, remote) = (chance.below(1000), chance.below(1000));
    match chance.below(1000) {
        0..560 => Op::Edit {
            device,
            entry: small(chance.below(ENTRIES)),
            filler: if chance.once_in(5) {
                chance.below(3000)
            } else {
                chance.below(60)
            },
        },
        560..575 => Op::Attach {
            device,
            entry: ATTACHMENTS + small(chance.below(4)),
            segments: 20,
        },
        575..600 => Op::Remove {
            device,
            entry: if chance.once_in(4) {
                ATTACHMENTS + small(chance.below(4))
            } else {
                small(chance.below(ENTRIES))
            },
        },
        600..870 => Op::Round {
            device,
            remote,
            depth: if chance.once_in(3) {
                Depth::Full
            } else {
                Depth::Glance
            },
            files: if chance.once_in(2) {
                Files::Ahead
            } else {
                Files::OnDemand
            },
            cut_after: chance.once_in(5).then(|| small(chance.below(9))),
            chance: chance.next(),
        },
        870..910 => Op::Toggle {
            remote,
            fault: *chance.pick(&Fault::ALL).expect("there are faults"),
        },
        910..950 => Op::Happen {
            remote,
            event: *chance.pick(&Event::ALL).expect("there are events"),
            chance: chance.next(),
        },
        950..970 => Op::Behave { remote },
        970..980 => Op::Disk {
            device,
            full: chance.once_in(3),
        },
        980..990 => Op::Save { device },
        990..994 => Op::Restore {
            device,
            ids: chance.next(),
        },
        994..998 => Op::Copy {
            from: device,
            ids: chance.next(),
        },
        _ => Op::Lose { device },
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(0)
}
