//! Asking for a passphrase: at the terminal without showing it, or as the first line of standard input.
//! Never as an argument, which every process of the computer can read.

use std::io::{self, BufRead, IsTerminal};

use durumi_api::Failure;
use durumi_base::limits::PASSPHRASE_BYTES;
use zeroize::Zeroizing;

use crate::words::Words;

/// Reads a passphrase; `prompt` is the id of what a terminal shows.
pub(crate) fn ask(words: &Words, prompt: &str) -> Result<Zeroizing<String>, Failure> {
    if io::stdin().is_terminal() {
        let typed = rpassword::prompt_password(format!("{} ", words.text(prompt)));
        return typed.map(Zeroizing::new).map_err(|_| unreadable());
    }
    // Room from the start, so that growing leaves no copies; one byte more shows that it is too long.
    let mut line = Zeroizing::new(String::with_capacity(PASSPHRASE_BYTES + 2));
    let mut bytes = Zeroizing::new(Vec::with_capacity(PASSPHRASE_BYTES + 2));
    let mut input = io::stdin().lock();
    while bytes.len() <= PASSPHRASE_BYTES {
        let buffer = input.fill_buf().map_err(|_| unreadable())?;
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
    line.push_str(std::str::from_utf8(&bytes).map_err(|_| unreadable())?);
    Ok(line)
}

fn unreadable() -> Failure {
    Failure::BadRequest {
        what: "passphrase".to_owned(),
    }
}
