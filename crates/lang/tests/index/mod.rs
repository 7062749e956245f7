//! An index of one document that reads expressions as FTS5 does.
//!
//! The crate must not name a database, so the tests read the part of FTS5's language that it writes:
//! `"…"`, `"…" *`, `AND`, `OR` and parentheses. Anything else is an error, as a badly quoted
//! expression would be in FTS5. That SQLite itself agrees is a test of the crates that search.

use std::iter::Peekable;
use std::vec::IntoIter;

use durumi_lang::{Purpose, analyse};

/// The tokens of a text with their positions.
pub struct Index(Vec<(usize, String)>);

impl Index {
    pub fn of(text: &str) -> Index {
        let mut tokens = Vec::new();
        let mut position = 0;
        analyse(text, Purpose::Document, &mut |token| {
            position += usize::from(!token.colocated);
            tokens.push((position, token.text.to_owned()));
        });
        Index(tokens)
    }

    /// The tokens, as `fts5vocab` lists them.
    #[allow(dead_code, reason = "each test file is a program of its own")]
    pub fn vocabulary(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, token)| token.as_str())
    }

    pub fn matches(&self, expression: &str) -> bool {
        check(expression)
            .expect("FTS5 accepts the expression")
            .holds(self)
    }

    fn has_phrase(&self, tokens: &[Vec<String>], prefix: bool) -> bool {
        let at = |position: usize, wanted: &[String], prefix: bool| {
            self.0.iter().any(|(p, token)| {
                *p == position
                    && wanted
                        .iter()
                        .any(|w| token == w || prefix && token.starts_with(w.as_str()))
            })
        };
        let last = tokens.len() - 1;
        let positions = self.0.iter().map(|(position, _)| *position);
        positions.into_iter().any(|from| {
            tokens
                .iter()
                .enumerate()
                .all(|(i, wanted)| at(from + i, wanted, prefix && i == last))
        })
    }
}

/// Reads an expression; the error says what FTS5 would not accept.
pub fn check(expression: &str) -> Result<Expression, String> {
    let mut lexemes = lex(expression)?.into_iter().peekable();
    let expression = either(&mut lexemes)?;
    match lexemes.next() {
        None => Ok(expression),
        Some(rest) => Err(format!("{rest:?} is too much")),
    }
}

pub enum Expression {
    Phrase { tokens: Vec<Vec<String>>, prefix: bool },
    All(Vec<Expression>),
    Any(Vec<Expression>),
}

impl Expression {
    fn holds(&self, index: &Index) -> bool {
        match self {
            // FTS5 finds nothing for a phrase without a token.
            Expression::Phrase { tokens, prefix } => !tokens.is_empty() && index.has_phrase(tokens, *prefix),
            Expression::All(all) => all.iter().all(|e| e.holds(index)),
            Expression::Any(any) => any.iter().any(|e| e.holds(index)),
        }
    }
}

#[derive(Debug, PartialEq)]
enum Lexeme {
    Text(String),
    Star,
    And,
    Or,
    Open,
    Close,
}

const SIGNS: [(&str, Lexeme); 5] = [
    ("*", Lexeme::Star),
    ("(", Lexeme::Open),
    (")", Lexeme::Close),
    ("AND ", Lexeme::And),
    ("OR ", Lexeme::Or),
];

fn lex(expression: &str) -> Result<Vec<Lexeme>, String> {
    let mut lexemes = Vec::new();
    let mut rest = expression.trim_start();
    while !rest.is_empty() {
        let known = SIGNS
            .into_iter()
            .find_map(|(sign, lexeme)| Some((rest.strip_prefix(sign)?, lexeme)));
        if let Some((after, lexeme)) = known {
            lexemes.push(lexeme);
            rest = after.trim_start();
        } else {
            let quoted = rest
                .strip_prefix('"')
                .ok_or_else(|| format!("{rest} is not quoted"))?;
            let (text, after) = quoted.split_once('"').ok_or("a quote is open")?;
            if text.contains('\0') {
                return Err("the string ends at a zero byte".to_owned());
            }
            lexemes.push(Lexeme::Text(text.to_owned()));
            rest = after.trim_start();
        }
    }
    Ok(lexemes)
}

fn either(lexemes: &mut Peekable<IntoIter<Lexeme>>) -> Result<Expression, String> {
    let mut any = vec![both(lexemes)?];
    while lexemes.next_if_eq(&Lexeme::Or).is_some() {
        any.push(both(lexemes)?);
    }
    Ok(Expression::Any(any))
}

fn both(lexemes: &mut Peekable<IntoIter<Lexeme>>) -> Result<Expression, String> {
    let mut all = vec![one(lexemes)?];
    while lexemes.next_if_eq(&Lexeme::And).is_some() {
        all.push(one(lexemes)?);
    }
    Ok(Expression::All(all))
}

fn one(lexemes: &mut Peekable<IntoIter<Lexeme>>) -> Result<Expression, String> {
    match lexemes.next() {
        Some(Lexeme::Open) => {
            let inside = either(lexemes)?;
            match lexemes.next() {
                Some(Lexeme::Close) => Ok(inside),
                _ => Err("a parenthesis is open".to_owned()),
            }
        }
        Some(Lexeme::Text(text)) => {
            let prefix = lexemes.next_if_eq(&Lexeme::Star).is_some();
            let mut tokens: Vec<Vec<String>> = Vec::new();
            analyse(&text, Purpose::Query, &mut |token| match tokens.last_mut() {
                Some(last) if token.colocated => last.push(token.text.to_owned()),
                _ => tokens.push(vec![token.text.to_owned()]),
            });
            Ok(Expression::Phrase { tokens, prefix })
        }
        other => Err(format!("{other:?} where a term belongs")),
    }
}
