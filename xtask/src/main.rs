//! The commands of this tree.

fn main() {}
