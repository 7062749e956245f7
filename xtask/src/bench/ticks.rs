//! The CPU time of this thread, in nanoseconds.
//!
//! The wall clock says more about the neighbours than about us. The scheduler's own file of the thread is brought
//! up to date at its ticks only, so the clock is asked.

use rustix::time::{ClockId, clock_gettime};

/// A moment in the life of this thread.
pub struct Ticks(u64);

impl Ticks {
    /// What this thread has used so far.
    pub fn now() -> Ticks {
        let used = clock_gettime(ClockId::ThreadCPUTime);
        let [seconds, rest] = [used.tv_sec, used.tv_nsec].map(|part| u64::try_from(part).unwrap_or_default());
        Ticks(seconds * 1_000_000_000 + rest)
    }

    /// CPU milliseconds since then.
    #[expect(clippy::cast_precision_loss, reason = "nanoseconds of hours")]
    pub fn elapsed_ms(&self) -> f64 {
        (Ticks::now().0 - self.0) as f64 / 1e6
    }
}
