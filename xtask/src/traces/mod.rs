//! Looking for planted words in the memory of running processes and in the raw bytes of a disk.
//!
//! The scripts of `tests/e2e/window` start this beside the window and ask it line by line, in JSON:
//!
//! | asked | answered |
//! |---|---|
//! | `{"words": {"kind": ["text", …], …}}` | `{"words": how many, in all their encodings}` |
//! | `{"keys": {"file": path, "passphrase": text}}` | the same; the keys that this passphrase opens are looked for too |
//! | `{"memory": {"process": pid, "home": path}}` | [`Found`], after every process of that program was stopped, looked at and let go |
//! | `{"bytes": path}` | [`Found`] in a file, such as the image of a disk |
//!
//! It must run as root: the processes refuse everybody else. Only pages that are present are read; a web view
//! reserves more than a hundred gigabytes that it never touches.

mod memory;
mod words;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};

use durumi_keys::{KeyFile, Passphrase};
use serde::{Deserialize, Serialize};

use crate::steps::{Outcome, failed};
use words::Words;

/// How much is read at a time, in bytes.
const PIECE: usize = 4 << 20;

#[derive(Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
enum Asked {
    Words(BTreeMap<String, Vec<String>>),
    Keys { file: PathBuf, passphrase: String },
    Memory { process: u32, home: PathBuf },
    Bytes(PathBuf),
}

/// What was found.
#[derive(Default, Serialize)]
pub struct Found {
    /// How many different words of each kind.
    kinds: BTreeMap<String, usize>,
    /// Where each was, for whoever has to mend it; at most a hundred places.
    places: Vec<String>,
    /// The names of the processes that were looked at.
    processes: Vec<String>,
    /// How much was looked at.
    bytes: u64,
}

/// Answers until there are no more questions.
pub fn answer() -> Outcome {
    let mut words = Words::default();
    for line in io::stdin().lock().lines().map_while(Result::ok) {
        let answer = match serde_json::from_str(&line) {
            Ok(asked) => reply(asked, &mut words),
            Err(why) => Err(io::Error::other(why)),
        };
        let text = match answer {
            Ok(answer) => answer,
            Err(why) => return failed("traces", why.to_string()),
        };
        let mut out = io::stdout().lock();
        if writeln!(out, "{text}").and_then(|()| out.flush()).is_err() {
            break;
        }
    }
    Ok(())
}

fn reply(asked: Asked, words: &mut Words) -> io::Result<String> {
    let found = match asked {
        Asked::Words(kinds) => {
            for (kind, texts) in kinds {
                for text in texts {
                    words.add_text(&kind, &text);
                }
            }
            return Ok(format!("{{\"words\":{}}}", words.len()));
        }
        Asked::Keys { file, passphrase } => {
            add_keys(words, &file, &passphrase)?;
            return Ok(format!("{{\"words\":{}}}", words.len()));
        }
        Asked::Memory { process, home } => memory::look(process, &home, words),
        Asked::Bytes(path) => look_in_file(&path, words)?,
    };
    serde_json::to_string(&found).map_err(io::Error::other)
}

fn add_keys(words: &mut Words, file: &Path, passphrase: &str) -> io::Result<()> {
    let file = KeyFile::parse(&std::fs::read(file)?).map_err(io::Error::other)?;
    let passphrase =
        Passphrase::new(passphrase, durumi_lang::keys_pressed(passphrase)).map_err(io::Error::other)?;
    let grant = file.unlock(&passphrase).map_err(io::Error::other)?;
    for key in grant.expose_every_key_for_a_scan() {
        words.add_bytes("key", key.to_vec());
        words.add_bytes("key as text", hex(&key));
    }
    Ok(())
}

/// As SQLCipher is given a key.
fn hex(key: &[u8]) -> Vec<u8> {
    let digit = |nibble: u8| {
        if nibble < 10 {
            b'0' + nibble
        } else {
            b'a' + nibble - 10
        }
    };
    key.iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

fn look_in_file(path: &Path, words: &Words) -> io::Result<Found> {
    let mut sought = Search::new(words);
    let mut file = File::open(path)?;
    let mut piece = vec![0; PIECE];
    let (mut kept, mut at) = (0, 0);
    loop {
        let room = piece.get_mut(kept..).unwrap_or_default();
        let read = file.read(room)?;
        if read == 0 {
            break;
        }
        let filled = piece.get(..kept + read).unwrap_or_default();
        sought.look(filled, |offset| format!("byte {}", at + offset));
        // The end of this piece again before the next one: a word may lie across.
        let keep = words.longest().saturating_sub(1).min(filled.len());
        let from = filled.len() - keep;
        piece.copy_within(from..from + keep, 0);
        at += from;
        kept = keep;
        sought.found.bytes += u64::try_from(read).unwrap_or_default();
    }
    Ok(sought.end())
}

/// A search under way.
struct Search<'a> {
    words: &'a Words,
    seen: Vec<bool>,
    found: Found,
}

impl<'a> Search<'a> {
    fn new(words: &'a Words) -> Self {
        Search {
            words,
            seen: vec![false; words.len()],
            found: Found::default(),
        }
    }

    fn look(&mut self, bytes: &[u8], place: impl Fn(usize) -> String) {
        let (seen, found, words) = (&mut self.seen, &mut self.found, self.words);
        words.look(bytes, |word, offset| {
            if let Some(seen) = seen.get_mut(word) {
                *seen = true;
            }
            if found.places.len() < 100 {
                found
                    .places
                    .push(format!("{}: {}", words.describe(word), place(offset)));
            }
        });
    }

    fn end(mut self) -> Found {
        self.found.kinds = self.words.count(&self.seen);
        self.found
    }
}
