//! The contract as a TypeScript file, for the screen.
//!
//! `cargo xtask bindings` writes it to `ui/src/api/contract.ts`; a test fails when that file is stale.

use ts_rs::{Config, TS};

#[allow(clippy::wildcard_imports, reason = "the list names every type of the contract")]
use crate::*;

/// The whole text of `ui/src/api/contract.ts`.
pub fn contract() -> String {
    let config = Config::default();
    let mut text = String::from("// Made by `cargo xtask bindings` from crates/api. Do not edit.\n");
    for declaration in declarations(&config) {
        text.push_str("\nexport ");
        text.push_str(&declaration);
        text.push('\n');
    }
    text.push_str("\nexport interface Commands {\n");
    for (name, request, reply) in commands(&config) {
        text.push_str(&format!("  {name}: {{ request: {request}; reply: {reply} }};\n"));
    }
    text.push_str("}\n");
    text
}

macro_rules! list_commands {
    ($($group:ident { $($(#[$doc:meta])* $name:ident: $request:ty => $reply:ty,)* })*) => {
        fn commands(config: &Config) -> Vec<(&'static str, String, String)> {
            vec![$($((stringify!($name), <$request>::name(config), <$reply>::name(config)),)*)*]
        }

        fn requests(config: &Config) -> Vec<String> {
            vec![$($(<$request>::decl(config),)*)*]
        }
    };
}

with_commands!(list_commands);

macro_rules! declare {
    ($config:expr; $($name:ty),* $(,)?) => {
        vec![$(<$name>::decl($config)),*]
    };
}

fn declarations(config: &Config) -> Vec<String> {
    let mut all = requests(config);
    all.extend(declare![config;
        Failure, Problem, AboutPack, ArticleCard, Urgent, Article, ArticleLanguage, Block, BlockKind, Caution, Contact,
        ContactKind, ContactStatus, Phone, Phrase, PhraseText, SearchHit, HitKind, Piece, AppState, AppMode, Strength,
        Shelf, Done, Case, FieldConflict, ConflictValue, CaseView, Note, Attachment, AttachmentTicket, AttachmentData,
    ]);
    all
}
