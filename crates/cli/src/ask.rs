//! Asking for what never stands in an argument: at the terminal, or as the next line of standard input.
//!
//! Every process of the computer can read another's arguments, and the shell keeps them in its history. So a
//! passphrase, a case's name and the place of a note are typed here.

use std::io::{self, BufRead, IsTerminal, Read};

use durumi_api::Failure;
use durumi_base::limits::{NOTE_CHARS, PASSPHRASE_BYTES};
use zeroize::Zeroizing;

use crate::words::Words;

/// Reads a passphrase without showing it; `prompt` is the id of what a terminal shows.
pub(crate) fn passphrase(words: &Words, prompt: &str) -> Result<Zeroizing<String>, Failure> {
    if io::stdin().is_terminal() {
        let typed = rpassword::prompt_password(format!("{} ", words.text(prompt)));
        return typed.map(Zeroizing::new).map_err(|_| unreadable("passphrase"));
    }
    next_line("passphrase")
}

/// Reads a line; `what` is the contract's name of it.
pub(crate) fn line(words: &Words, prompt: &str, what: &'static str) -> Result<Zeroizing<String>, Failure> {
    line_after(&words.text(prompt), what)
}

/// As [`line`], after words that have numbers in them.
pub(crate) fn line_after(prompt: &str, what: &'static str) -> Result<Zeroizing<String>, Failure> {
    if io::stdin().is_terminal() {
        eprint!("{prompt} ");
    }
    next_line(what)
}

/// Reads the text of a note: the rest of the input.
pub(crate) fn text(words: &Words) -> Result<Zeroizing<String>, Failure> {
    if io::stdin().is_terminal() {
        eprintln!("{}", words.text("cli-ask-text"));
    }
    let mut text = Zeroizing::new(String::new());
    // Four bytes are the most that a character takes; what is longer is refused by the program.
    let limit = u64::try_from(NOTE_CHARS)
        .unwrap_or(u64::MAX)
        .saturating_mul(4)
        .saturating_add(1);
    let read = io::stdin().lock().take(limit).read_to_string(&mut text);
    read.map_err(|_| unreadable("text"))?;
    let length = text.trim_end_matches('\n').len();
    text.truncate(length);
    Ok(text)
}

/// The next line of standard input, without its end. At most as long as a passphrase may be, and a byte
/// more that shows that it is too long.
pub(crate) fn next_line(what: &'static str) -> Result<Zeroizing<String>, Failure> {
    // Room from the start, so that growing leaves no copies.
    let mut line = Zeroizing::new(String::with_capacity(PASSPHRASE_BYTES + 2));
    let mut bytes = Zeroizing::new(Vec::with_capacity(PASSPHRASE_BYTES + 2));
    let mut input = io::stdin().lock();
    while bytes.len() <= PASSPHRASE_BYTES {
        let buffer = input.fill_buf().map_err(|_| unreadable(what))?;
        match buffer.first().copied() {
            None => break,
            Some(b'\n') => {
                input.consume(1);
                break;
            }
            Some(byte) => {
                bytes.push(byte);
                input.consume(1);
            }
        }
    }
    if bytes.last() == Some(&b'\r') {
        bytes.pop();
    }
    line.push_str(std::str::from_utf8(&bytes).map_err(|_| unreadable(what))?);
    Ok(line)
}

fn unreadable(what: &'static str) -> Failure {
    Failure::BadRequest {
        what: what.to_owned(),
    }
}
