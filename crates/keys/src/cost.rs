//! How much work a passphrase costs: the Argon2id parameters, and Argon2id itself.
//!
//! Floor, 64 MiB and 3 passes: above the second recommendation of RFC 9106. Ceiling, 256 MiB: an old
//! laptop with 2 GB must still open what a new one made.

use std::time::Duration;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroize;

use crate::secret::Secret;

/// Argon2id parameters within the allowed range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// Why a passphrase could not be turned into a key.
#[derive(Debug, thiserror::Error)]
pub enum CostError {
    /// The computer cannot give the memory.
    #[error("not enough memory for the key derivation")]
    NotEnoughMemory,
}

impl Cost {
    const MEMORY_KIB: std::ops::RangeInclusive<u32> = 64 * 1024..=256 * 1024;
    const PASSES: std::ops::RangeInclusive<u32> = 3..=16;
    const LANES: std::ops::RangeInclusive<u32> = 1..=4;

    /// The least that a notebook is made with.
    pub const FLOOR: Cost = Cost {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 1,
    };

    /// Parameters read from a file; `None` outside the allowed range.
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Option<Cost> {
        (Self::MEMORY_KIB.contains(&memory_kib)
            && Self::PASSES.contains(&passes)
            && Self::LANES.contains(&lanes))
        .then_some(Cost {
            memory_kib,
            passes,
            lanes,
        })
    }

    /// Memory in KiB.
    pub fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// Passes over the memory.
    pub fn passes(self) -> u32 {
        self.passes
    }

    /// Lanes.
    pub fn lanes(self) -> u32 {
        self.lanes
    }

    /// The cost that takes about `goal` on this computer. `measure` says how long [`Cost::FLOOR`] takes.
    pub fn calibrated(goal: Duration, measure: impl FnOnce(Cost) -> Duration) -> Cost {
        Self::FLOOR.scaled(goal, measure(Self::FLOOR))
    }

    /// The cost to raise to on a computer that did this one in `took`: the one that takes about `goal`, when that is
    /// twice as much at least.
    pub fn raised(self, goal: Duration, took: Duration) -> Option<Cost> {
        let cost = self.scaled(goal, took);
        (cost.memory_kib >= self.memory_kib.saturating_mul(2)).then_some(cost)
    }

    /// What takes about `goal` where `self` took `took`: the work grows in step with the memory.
    fn scaled(self, goal: Duration, took: Duration) -> Cost {
        let memory = u128::from(self.memory_kib) * goal.as_millis() / took.as_millis().max(1);
        let memory = u32::try_from(memory).unwrap_or(u32::MAX);
        // Whole steps of 16 MiB, so that the file does not tell one computer from another.
        let step = 16 * 1024;
        let memory_kib = (memory / step * step).clamp(*Self::MEMORY_KIB.start(), *Self::MEMORY_KIB.end());
        Cost { memory_kib, ..self }
    }

    /// Argon2id (RFC 9106). The working memory is wiped.
    pub(crate) fn derive_root(self, text: &[u8], salt: &[u8; 32]) -> Result<Secret, CostError> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .expect("the allowed range lies within Argon2's own");
        let mut blocks: Vec<Block> = Vec::new();
        blocks
            .try_reserve_exact(params.block_count())
            .map_err(|_| CostError::NotEnoughMemory)?;
        blocks.resize(params.block_count(), Block::default());
        let mut root = Secret::zero();
        let result = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
            text,
            salt,
            root.expose_mut(),
            &mut blocks,
        );
        blocks.iter_mut().for_each(Zeroize::zeroize);
        result.expect("text, salt and output lengths are within Argon2's limits");
        Ok(root)
    }

    /// Does the work once and throws the result away, for calibrating and for benchmarks.
    pub fn spend(self) -> Result<(), CostError> {
        self.derive_root(b"calibration", &[0; 32]).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fast_computer_gets_more_memory_and_a_slow_one_never_less_than_the_floor() {
        let goal = Duration::from_secs(1);
        let cost = |floor_ms| Cost::calibrated(goal, |_| Duration::from_millis(floor_ms));
        assert_eq!(cost(400).memory_kib(), 160 * 1024);
        assert_eq!(cost(5000), Cost::FLOOR);
        assert_eq!(cost(0).memory_kib(), 256 * 1024);
    }

    #[test]
    fn the_cost_is_raised_only_where_twice_as_much_is_easy() {
        let goal = Duration::from_millis(500);
        let raised = |took_ms| Cost::FLOOR.raised(goal, Duration::from_millis(took_ms));
        assert_eq!(raised(251), None);
        assert_eq!(raised(250).map(Cost::memory_kib), Some(128 * 1024));
        assert_eq!(raised(1).map(Cost::memory_kib), Some(256 * 1024));
        let dear = Cost::new(256 * 1024, 3, 1).unwrap();
        assert_eq!(
            dear.raised(goal, Duration::from_millis(1)),
            None,
            "never over the ceiling"
        );
    }

    #[test]
    fn a_file_cannot_ask_for_too_little_or_too_much() {
        assert!(Cost::new(64 * 1024, 3, 1).is_some());
        assert!(Cost::new(64 * 1024 - 1, 3, 1).is_none());
        assert!(Cost::new(256 * 1024 + 1, 3, 1).is_none());
        assert!(Cost::new(64 * 1024, 2, 1).is_none());
        assert!(Cost::new(64 * 1024, 3, 0).is_none());
        assert!(Cost::new(u32::MAX, u32::MAX, u32::MAX).is_none());
    }
}
