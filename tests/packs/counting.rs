//! A carrier that counts what is fetched.

use std::cell::Cell;

use durumi_packs::trust::{Carrier, FileName, Refusal};

/// Counts the bytes that another carrier hands over.
pub struct Counting {
    carrier: Box<dyn Carrier>,
    bytes: Cell<usize>,
}

impl Counting {
    pub fn new(carrier: Box<dyn Carrier>) -> Self {
        Counting {
            carrier,
            bytes: Cell::new(0),
        }
    }

    pub fn bytes(&self) -> usize {
        self.bytes.get()
    }
}

impl Carrier for Counting {
    fn read(&self, name: &FileName, limit: u64) -> Result<Option<Vec<u8>>, Refusal> {
        let found = self.carrier.read(name, limit)?;
        self.bytes
            .set(self.bytes.get() + found.as_ref().map_or(0, Vec::len));
        Ok(found)
    }
}
