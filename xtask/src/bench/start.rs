//! `bench start`: from starting the program to its first picture, and its memory, against an empty window.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::screen::Screen;
use super::{Figures, median, processes};
use crate::steps::{Outcome, cargo, failed, step, target};
use crate::{tools, ui, window};

const ROUNDS: usize = 9;
const PATIENCE: Duration = Duration::from_secs(30);
/// After the first picture the web view goes on loading; memory is read when it has come to rest.
const REST: Duration = Duration::from_secs(2);
const GOAL: f64 = 1.3;

/// Time and memory of one start.
struct Start {
    milliseconds: f64,
    megabytes: f64,
}

/// Starts both by turns and compares the medians.
pub fn measure() -> Outcome<Figures> {
    tools::to_test()?;
    ui::build()?;
    step(
        "build the empty window",
        cargo(&[
            "build",
            "--release",
            "--locked",
            "--package",
            "durumi-window",
            "--example",
            "empty",
        ]),
    )?;
    let ours = window::shipped()?;
    let empty = target().join("release/examples/empty");

    let screen = Screen::start()?;
    let (mut of_ours, mut of_empty) = (Vec::new(), Vec::new());
    // Unmeasured: the first start of either reads its files from the disk.
    start(&screen, &ours)?;
    start(&screen, &empty)?;
    for round in 1..=ROUNDS {
        of_empty.push(start(&screen, &empty)?);
        of_ours.push(start(&screen, &ours)?);
        if let (Some(ours), Some(empty)) = (of_ours.last(), of_empty.last()) {
            println!(
                "round {round}: ours {:.0} ms {:.1} MB, empty {:.0} ms {:.1} MB",
                ours.milliseconds, ours.megabytes, empty.milliseconds, empty.megabytes
            );
        }
    }

    let middle = |starts: &[Start], of: fn(&Start) -> f64| median(&starts.iter().map(of).collect::<Vec<_>>());
    let (time, empty_time) = (
        middle(&of_ours, |s| s.milliseconds),
        middle(&of_empty, |s| s.milliseconds),
    );
    let (memory, empty_memory) = (
        middle(&of_ours, |s| s.megabytes),
        middle(&of_empty, |s| s.megabytes),
    );
    println!(
        "medians of {ROUNDS}: ours {time:.0} ms {memory:.1} MB, empty {empty_time:.0} ms {empty_memory:.1} MB"
    );
    let mut figures = Figures::default();
    figures.at_most("start_time_ratio", time / empty_time, GOAL);
    figures.at_most("start_memory_ratio", memory / empty_memory, GOAL);
    Ok(figures)
}

fn start(screen: &Screen, program: &Path) -> Outcome<Start> {
    let home = target().join("bench/start");
    let _ = std::fs::remove_dir_all(&home);
    if let Err(why) = std::fs::create_dir_all(home.join("run")) {
        return failed("bench start", why.to_string());
    }
    let mut command = Command::new(program);
    command
        .env("HOME", &home)
        .env("XDG_RUNTIME_DIR", home.join("run"))
        .env_remove("XDG_DATA_HOME");
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    screen.lend(&mut command);

    let begun = Instant::now();
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(why) => return failed("bench start", why.to_string()),
    };
    let painted = screen.wait_for_text(PATIENCE);
    if painted.is_some() {
        std::thread::sleep(REST);
    }
    let all = processes::tree(child.id());
    let megabytes = processes::memory(&all);
    let _ = child.kill();
    let _ = child.wait();
    let gone = screen.wait_for_nothing(PATIENCE);

    let Some(painted) = painted else {
        return failed("bench start", format!("{} painted nothing", program.display()));
    };
    if gone.is_none() {
        return failed(
            "bench start",
            format!("{} stayed on the screen", program.display()),
        );
    }
    let Some(megabytes) = megabytes else {
        return failed(
            "bench start",
            "the window does not let this user look at its memory; run this as root",
        );
    };
    Ok(Start {
        milliseconds: painted.duration_since(begun).as_secs_f64() * 1000.0,
        megabytes,
    })
}
