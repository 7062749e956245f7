//! Whether a notebook survives being killed, losing power and a full disk.
//!
//! `durumi-crash [--smoke]` lives through all three and prints figures; see `docs/security.md`. `durumi-crash live …`
//! is the life that is ended: it writes, and says what it was told is saved.

mod computer;
mod cuts;
mod figures;
mod fills;
mod full;
mod kills;
mod life;

use std::process::ExitCode;

use figures::Figures;

/// How often each thing is tried.
struct Extent {
    kills: u32,
    cuts: u32,
    full: u32,
    fills: u32,
}

const FULL: Extent = Extent {
    kills: 10_000,
    cuts: 2_000,
    full: 2_000,
    fills: 10_000,
};

const SMOKE: Extent = Extent {
    kills: 40,
    cuts: 40,
    full: 40,
    fills: 60,
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (extent, only) = match arguments.as_slice() {
        ["live", folder, used, seed] => return kills::live(folder, used, seed),
        [] => (FULL, None),
        ["--smoke"] => (SMOKE, None),
        [only] => (FULL, Some(*only)),
        [only, "--smoke"] => (SMOKE, Some(*only)),
        _ => return ExitCode::from(2),
    };
    let wanted = |name| only.is_none_or(|only| only == name);
    let mut figures = Figures::default();
    if wanted("kills") {
        kills::run(extent.kills, &mut figures);
    }
    if wanted("cuts") {
        cuts::run(extent.cuts, &mut figures);
    }
    if wanted("full") {
        full::run(extent.full, &mut figures);
    }
    if wanted("fills") {
        fills::run(extent.fills, &mut figures);
    }
    figures.print()
}
