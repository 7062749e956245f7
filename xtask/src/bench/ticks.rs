//! The CPU time of this thread.
//!
//! From the scheduler's own count, in nanoseconds. The wall clock says more about the neighbours than about
//! us.

use std::fs;

/// A moment in the life of this thread.
pub struct Ticks(u64);

impl Ticks {
    /// What this thread has used so far; zero where the system does not say.
    pub fn now() -> Ticks {
        let used = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
        let first = used.split_whitespace().next();
        Ticks(first.and_then(|number| number.parse().ok()).unwrap_or_default())
    }

    /// CPU milliseconds since then.
    #[expect(clippy::cast_precision_loss, reason = "nanoseconds of hours")]
    pub fn elapsed_ms(&self) -> f64 {
        (Ticks::now().0 - self.0) as f64 / 1e6
    }
}
