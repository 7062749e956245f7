//! Chance that can be repeated: `SplitMix64` from a seed. Never for anything but tests.

use std::sync::atomic::{AtomicU64, Ordering};

use durumi_keys::Random;

/// A stream of numbers that only depends on its seed.
pub struct Chance(AtomicU64);

impl Chance {
    /// Begins at a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Chance(AtomicU64::new(seed))
    }

    /// The next number.
    pub fn next(&self) -> u64 {
        let state = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
        let mut mixed = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, or 0 when that is 0.
    pub fn below(&self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX);
        usize::try_from(self.next() % end.max(1)).unwrap_or(0)
    }

    /// True once in `times`.
    pub fn once_in(&self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of them.
    pub fn pick<'t, T>(&self, all: &'t [T]) -> Option<&'t T> {
        all.get(self.below(all.len()))
    }
}

impl Random for Chance {
    fn fill(&self, out: &mut [u8]) {
        for piece in out.chunks_mut(8) {
            let made = self.next().to_le_bytes();
            piece.iter_mut().zip(made).for_each(|(byte, made)| *byte = made);
        }
    }
}
