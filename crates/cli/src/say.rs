//! Writing to standard output.
//!
//! `println!` panics when nobody reads: `durumi search … | head -1` would end with a trace of the program.

use std::{
    fmt::Arguments,
    io::{ErrorKind, Write, stdout},
    process::exit,
};

/// Writes a line, as `println!` does.
macro_rules! say {
    () => { $crate::say::line(format_args!("")) };
    ($($what:tt)*) => { $crate::say::line(format_args!($($what)*)) };
}

/// Writes a line. When that fails nothing more can be said, and the program ends: quietly when whoever read it
/// has enough.
pub(crate) fn line(text: Arguments<'_>) {
    if let Err(why) = writeln!(stdout(), "{text}") {
        exit(i32::from(why.kind() != ErrorKind::BrokenPipe));
    }
}
