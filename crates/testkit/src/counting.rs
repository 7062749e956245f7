//! Randomness that is always the same, so that golden files can be made again bit for bit.

use std::sync::atomic::{AtomicU64, Ordering};

use durumi_keys::{Random, sha256};

/// SHA-256 of a counter. Never for anything but tests.
pub struct CountingRandom(AtomicU64);

impl CountingRandom {
    /// Begins at `seed`.
    pub fn new(seed: u64) -> Self {
        CountingRandom(AtomicU64::new(seed << 32))
    }
}

impl Random for CountingRandom {
    fn fill(&self, out: &mut [u8]) {
        for piece in out.chunks_mut(32) {
            let number = self.0.fetch_add(1, Ordering::Relaxed);
            let block = sha256(&number.to_be_bytes());
            piece.iter_mut().zip(block).for_each(|(byte, made)| *byte = made);
        }
    }
}
