//! The `durumi` command.

fn main() {}
