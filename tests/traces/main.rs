//! What is left on the disk: nothing a person could read.

mod disk;
