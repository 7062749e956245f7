//! Killing the process that writes: at a system call that chance chooses, where `strace` is there, or after a time
//! that chance chooses.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, ExitCode, Stdio},
    thread,
    time::Duration,
};

use durumi_store::Member;
use durumi_testkit::CountingRandom;

use crate::{
    computer::{Computer, Saved, open},
    figures::Figures,
    life::{Life, Listener, number},
};

/// Calls that change what is on the disk or come between such calls, and about how many there are of each in a life.
const CALLS: [(&str, u64); 6] = [
    ("pwrite64", 120),
    ("pread64", 120),
    ("fdatasync", 40),
    ("utimensat", 160),
    ("openat", 30),
    ("write", 50),
];
/// Edits in a life that nobody ends.
const EDITS: u32 = 25;
/// After so many kills there is a new disk.
const KILLS_PER_DISK: u32 = 100;

/// Kills, opens and looks, `times` times.
pub fn run(times: u32, figures: &mut Figures) {
    let choice = CountingRandom::new(77);
    let traced = Command::new("strace")
        .arg("-V")
        .stdout(Stdio::null())
        .status()
        .is_ok();
    if !traced {
        println!("without strace: killed at times and not at system calls");
    }
    let mut disk = Computer::new();
    let mut saved = [Saved::default(), Saved::default()];
    let mut kill = 0;
    while kill < times {
        if kill % KILLS_PER_DISK == 0 {
            disk = Computer::new();
            saved = [Saved::default(), Saved::default()];
        }
        let [first, second] = &mut saved;
        let (member, mine, others) = match number(&choice) % 2 {
            0 => (Member::First, first, second),
            _ => (Member::Second, second, first),
        };
        let at_call = traced && number(&choice) % 10 < 7;
        if end_a_life(disk.path(), member, kill, at_call, &choice, mine) {
            figures.kills += 1;
            figures.progress("kills", figures.kills);
            kill += 1;
        }
        let what = format!("kill {kill}");
        // Half of the time the next life finds the log as this one left it.
        if number(&choice).is_multiple_of(2) {
            disk.copied().examine(member, mine, figures, &what);
        } else {
            disk.examine(member, mine, figures, &what);
        }
        if kill % 10 == 9 {
            let other = if member == Member::First {
                Member::Second
            } else {
                Member::First
            };
            disk.copied()
                .examine(other, others, figures, &format!("{what}, the other"));
        }
    }
}

/// Starts a process that writes, and kills it unless it is done before. What it said goes into `saved`.
fn end_a_life(
    folder: &Path,
    member: Member,
    seed: u32,
    at_call: bool,
    choice: &CountingRandom,
    saved: &mut Saved,
) -> bool {
    let own = std::env::current_exe().expect("a running program has a file");
    let mut command = if at_call {
        let kind = usize::try_from(number(choice)).unwrap_or_default() % CALLS.len();
        let (call, count) = CALLS.get(kind).copied().unwrap_or(("pwrite64", 120));
        let when = 1 + number(choice) % count;
        let mut strace = Command::new("strace");
        strace
            .args(["-f", "-qqq", "--seccomp-bpf", "-o", "/dev/null", "-e"])
            .arg(format!("trace={call}"))
            .arg("-e")
            .arg(format!("inject={call}:signal=KILL:when={when}"))
            .arg(own);
        strace
    } else {
        Command::new(own)
    };
    let used = if member == Member::First { "1" } else { "2" };
    command.arg("live").arg(folder).args([used, &seed.to_string()]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("our own program starts");
    let output = child.stdout.take().expect("it was piped");
    let reader = thread::spawn(move || {
        BufReader::new(output)
            .lines()
            .map_while(Result::ok)
            .collect::<Vec<_>>()
    });
    if !at_call {
        thread::sleep(Duration::from_micros(number(choice) % 400_000));
        let _ = child.kill();
    }
    let ended = child.wait();
    for line in reader.join().expect("reading does not panic") {
        hear(&line, saved);
    }
    // `strace` ends itself by the signal that ended the other.
    !ended.is_ok_and(|status| status.success())
}

/// Takes in what the process said: `+ label version` before an edit, `= label version` when it is saved; version 0 is a removal.
fn hear(line: &str, saved: &mut Saved) {
    let mut words = line.split(' ');
    let (Some(sign), Some(label), Some(version)) = (words.next(), words.next(), words.next()) else {
        return;
    };
    let (Ok(label), Ok(version)) = (label.parse(), version.parse::<u32>()) else {
        return;
    };
    let version = (version > 0).then_some(version);
    if sign == "+" {
        saved.begins(label, version);
    } else {
        saved.saved(label, version);
    }
}

/// The process that is killed.
pub fn live(folder: &str, used: &str, seed: &str) -> ExitCode {
    struct Aloud;
    impl Listener for Aloud {
        fn begins(&mut self, label: u32, version: Option<u32>) {
            say("+", label, version);
        }
        fn saved(&mut self, label: u32, version: Option<u32>) {
            say("=", label, version);
        }
    }
    let member = if used == "1" {
        Member::First
    } else {
        Member::Second
    };
    let Ok(mut notebook) = open(Path::new(folder), member) else {
        return ExitCode::FAILURE;
    };
    let Ok(mut life) = Life::new(&mut notebook, seed.parse().unwrap_or_default()) else {
        return ExitCode::FAILURE;
    };
    for _ in 0..EDITS {
        if life.edit(&mut notebook, &mut Aloud).is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn say(sign: &str, label: u32, version: Option<u32>) {
    let line = format!("{sign} {label} {}\n", version.unwrap_or_default());
    let _ = std::io::stdout().write_all(line.as_bytes());
    let _ = std::io::stdout().flush();
}
