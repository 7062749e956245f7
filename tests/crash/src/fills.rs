//! Filling one notebook beside the other, many times, in turns: neither harms the other.

use durumi_store::Member;

use crate::{
    computer::{Computer, Saved, open},
    figures::Figures,
    life::Life,
};

/// Edits of one fill.
const EDITS: u32 = 3;
/// Fills on one disk; the notebooks grow with each.
const FILLS_PER_DISK: u32 = 200;

/// Fills `times` times.
pub fn run(times: u32, figures: &mut Figures) {
    let mut disk = Computer::new();
    let mut saved = [Saved::default(), Saved::default()];
    for fill in 0..times {
        if fill % FILLS_PER_DISK == 0 {
            disk = Computer::new();
            saved = [Saved::default(), Saved::default()];
        }
        let [first, second] = &mut saved;
        let (member, other, mine, others) = match fill % 2 {
            0 => (Member::First, Member::Second, first, second),
            _ => (Member::Second, Member::First, second, first),
        };
        let mut notebook = open(disk.path(), member).expect("it opened before");
        let mut life = Life::new(&mut notebook, u64::from(fill)).expect("it can be read");
        for _ in 0..EDITS {
            life.edit(&mut notebook, mine).expect("there is room");
        }
        drop(notebook);
        figures.fills += 1;
        figures.progress("fills", figures.fills);
        disk.examine(other, others, figures, &format!("fill {fill}, the other"));
    }
}
