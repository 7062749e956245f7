//! The contract as a TypeScript file, for the screen.
//!
//! `cargo xtask bindings` writes it to `ui/src/api/contract.ts`; a test fails when that file is stale.

use ts_rs::{Config, TS};

#[cfg_attr(
    not(test),
    expect(
        clippy::wildcard_imports,
        reason = "the list names every type of the contract"
    )
)]
use crate::*;

/// The whole text of `ui/src/api/contract.ts`.
pub fn contract() -> String {
    let config = Config::default();
    let types: Vec<_> = declarations(&config)
        .iter()
        .map(|declared| format!("\nexport {declared}\n"))
        .collect();
    let list: Vec<_> = commands(&config)
        .iter()
        .map(|(name, request, reply)| format!("  {name}: {{ request: {request}; reply: {reply} }};\n"))
        .collect();
    let head = "// Made by `cargo xtask bindings` from crates/api. Do not edit.\n";
    format!(
        "{head}{}\nexport interface Commands {{\n{}}}\n",
        types.concat(),
        list.concat()
    )
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
        Failure, Problem, AboutPack, ArticleCard, Urgent, Article, ArticleLanguage, EasyText, Block, BlockKind, Caution, Contact,
        ContactKind, ContactStatus, Phone, Phrase, PhraseText, PlaceCard, PlaceName, Place, PlaceContact, Deadline, DeadlineDay, Whose, TimeUnit, SearchHit, HitKind, Piece, AppState, AppMode, Notice, Strength, Shelf, Done, Safety, RecoveryKind, RecoveryMade, RecoveryDraft, RecoveryPaper, AskedGroup, PackStick, PackFileTicket, PackOffer, OfferedPack, InstalledPack, Signer, PackChange, ChangeKind, ChangedThing, Case, FieldConflict, ConflictValue, CaseView, Note, Attachment, AttachmentTicket, AttachmentData, BackupPlace, BackupFile, BackupStanding, BackupMade, VaultReport, Soundness, Repaired, SetAside, AsideKind, SyncState, SyncAside, SyncAsideWhy, SyncStick, FolderChosen, SyncProgress, SyncPlace, SyncReport, SyncLeft, SyncFinding, SyncTrouble, Invitation,
    ]);
    all
}
