//! Randomness, as an argument.
//!
//! Tests give a counter in place of the system, so that golden files can be made again bit for bit.

use ring::rand::SecureRandom;

/// Where random bytes come from.
pub trait Random: Send + Sync {
    /// Fills `out`. Panics if the system has no randomness: nothing safe can be done then.
    fn fill(&self, out: &mut [u8]);

    /// 16 random bytes, as ids need them.
    fn id(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        bytes
    }
}

/// The operating system's generator.
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, out: &mut [u8]) {
        ring::rand::SystemRandom::new()
            .fill(out)
            .expect("every supported system gives random bytes once it has started");
    }
}
