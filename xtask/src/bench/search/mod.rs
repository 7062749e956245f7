//! `cargo xtask bench search`: what is found, how fast, and at what size, beside Kiwix and plain FTS5.
//!
//! The pages are the help of an office program in Korean and Russian, from Debian's packages: real text that nobody
//! here wrote. The queries are titles made harder by tools that know nothing of Durumi. Times are CPU times
//! of one thread, since machines are shared.

mod growth;
mod index;
mod pages;
mod quality;

use std::time::Instant;

use super::Figures;
use crate::steps::Outcome;

/// Makes the pages and measures everything on them.
pub fn measure() -> Outcome<Figures> {
    let began = Instant::now();
    let corpus = pages::make()?;
    let mut figures = Figures::default();
    quality::measure(&corpus, &mut figures)?;
    index::measure(&corpus, &mut figures)?;
    growth::measure(&corpus, &mut figures)?;
    println!("\nIn {} s.", began.elapsed().as_secs());
    Ok(figures)
}
