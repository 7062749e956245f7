//! A full disk, at every write in turn, for a while or for good.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use durumi_store::{
    Member,
    probe::{self, Change, Probe},
};

use crate::{
    computer::{Computer, Saved, open},
    figures::Figures,
    life::Life,
};

/// Edits tried in each life.
const EDITS: u32 = 12;

/// Full from one change on, for some changes.
struct Full {
    from: u64,
    until: u64,
    count: AtomicU64,
}

/// Fills the disk at `times` writes.
pub fn run(times: u32, figures: &mut Figures) {
    let disk = Computer::new();
    let mut from = 0;
    for time in 0..times {
        let here = disk.copied();
        let member = if time % 2 == 0 {
            Member::First
        } else {
            Member::Second
        };
        let lasting = match time % 5 {
            0 => 1,
            1 => 2,
            2 => 5,
            3 => 40,
            _ => u64::MAX / 2,
        };
        let full = Arc::new(Full {
            from,
            until: from + lasting,
            count: AtomicU64::new(0),
        });
        probe::install(Some(full.clone()));
        let mut saved = Saved::default();
        live(&here, member, time, &mut saved);
        probe::install(None);
        figures.full += 1;
        figures.progress("full disks", figures.full);
        let what = format!("full from write {from}, {lasting} times");
        here.examine(member, &mut saved, figures, &what);
        // Once every write of such a life was tried, with the next length of time from the first again.
        from = if full.count.load(Ordering::Relaxed) <= from {
            0
        } else {
            from + 1
        };
    }
}

/// Goes on after every failure, as a person does who tries again.
fn live(disk: &Computer, member: Member, seed: u32, saved: &mut Saved) {
    for session in 0..3 {
        let Ok(mut notebook) = open(disk.path(), member) else {
            continue;
        };
        let Ok(mut life) = Life::new(&mut notebook, u64::from(seed * 3 + session)) else {
            continue;
        };
        for _ in 0..EDITS {
            let failed = life.edit(&mut notebook, saved).is_err();
            if failed && saved.begun.is_some() {
                // It may have happened all the same; which, the next look settles.
                break;
            }
        }
        drop(notebook);
        if saved.begun.is_some() {
            return;
        }
    }
}

impl Probe for Full {
    fn change(&self, _file: &str, change: &Change<'_>) -> io::Result<()> {
        if matches!(change, Change::Length(_)) {
            return Ok(());
        }
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        if (self.from..self.until).contains(&count) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        Ok(())
    }
}
