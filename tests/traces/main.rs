//! What is left on the disk: nothing a person could read.

#![expect(clippy::indexing_slicing, reason = "in a test a panic is the report")]

mod disk;
