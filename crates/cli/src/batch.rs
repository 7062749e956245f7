//! `durumi batch`: JSON lines in, JSON lines out; the format is in `docs/formats/batch.md`.

use std::{
    io::{self, BufRead, Write},
    process::ExitCode,
};

use clap::ArgMatches;
use durumi_api::Failure;
use durumi_app::App;
use durumi_base::limits::BATCH_LINE_BYTES;
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

use crate::words::Words;

/// Reads commands until the input ends.
pub(crate) fn run(matches: &ArgMatches, words: &Words) -> ExitCode {
    let mut out = io::stdout().lock();
    let app = match crate::start(matches) {
        Ok(app) => app,
        Err(failure) => {
            let _ = write_line(&mut out, &failed(words, &Value::Null, &failure));
            return ExitCode::FAILURE;
        }
    };
    let mut input = io::stdin().lock();
    while let Ok(Some(line)) = read_line(&mut input) {
        let Some(answer) = answer(&app, words, &line) else {
            continue;
        };
        // Nobody reads any more: there is nothing left to do, and the notebook is locked on the way out.
        if write_line(&mut out, &answer).is_err() {
            break;
        }
    }
    ExitCode::SUCCESS
}

/// A line of the input.
enum Line {
    Whole(Zeroizing<Vec<u8>>),
    TooLong,
}

fn answer(app: &App, words: &Words, line: &Line) -> Option<Value> {
    let bytes = match line {
        Line::Whole(bytes) if bytes.trim_ascii().is_empty() => return None,
        Line::Whole(bytes) => bytes,
        Line::TooLong => return Some(failed(words, &Value::Null, &Failure::TooLarge)),
    };
    let Ok(Value::Object(mut call)) = serde_json::from_slice(bytes) else {
        return Some(failed(
            words,
            &Value::Null,
            &Failure::BadRequest {
                what: "line".to_owned(),
            },
        ));
    };
    let id = call.remove("id").unwrap_or_default();
    let request = call
        .remove("request")
        .unwrap_or_else(|| Value::Object(Map::new()));
    let result = match call.get("command").and_then(Value::as_str) {
        Some(command) => app.dispatch(command, request),
        None => Err(Failure::BadRequest {
            what: "line".to_owned(),
        }),
    };
    Some(match result {
        Ok(reply) => json!({ "id": id, "reply": reply }),
        Err(failure) => failed(words, &id, &failure),
    })
}

fn failed(words: &Words, id: &Value, failure: &Failure) -> Value {
    let (message, help) = words.failure(failure);
    let mut told = serde_json::to_value(failure).unwrap_or_default();
    if let Value::Object(told) = &mut told {
        told.insert("message".to_owned(), message.into());
        told.insert("help".to_owned(), help.into());
    }
    json!({ "id": id, "failure": told })
}

fn read_line(input: &mut impl BufRead) -> io::Result<Option<Line>> {
    let mut bytes = Zeroizing::new(Vec::new());
    let limit = u64::try_from(BATCH_LINE_BYTES + 1).unwrap_or(u64::MAX);
    let read = io::Read::take(&mut *input, limit).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(None);
    }
    if bytes.ends_with(b"\n") || read <= BATCH_LINE_BYTES {
        return Ok(Some(Line::Whole(bytes)));
    }
    input.skip_until(b'\n')?;
    Ok(Some(Line::TooLong))
}

fn write_line(out: &mut impl Write, answer: &Value) -> io::Result<()> {
    let mut line = answer.to_string();
    line.push('\n');
    out.write_all(line.as_bytes())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_skipped_and_the_next_one_read() {
        let mut input = io::Cursor::new([vec![b'x'; BATCH_LINE_BYTES + 5], b"\n{}\n".to_vec()].concat());
        assert!(matches!(read_line(&mut input), Ok(Some(Line::TooLong))));
        assert!(matches!(read_line(&mut input), Ok(Some(Line::Whole(line))) if *line == b"{}\n"));
        assert!(matches!(read_line(&mut input), Ok(None)));
    }
}
