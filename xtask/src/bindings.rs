//! `cargo xtask bindings`: files that say again what the source says, for readers of another language.

use std::fs;

use crate::steps::{Outcome, failed, root};

/// The migrations of each database, in the order in which they are carried out.
const DATABASES: &[(&str, &[&str])] = &[
    (
        "notebook-1 and notebook-2: crates/cases/migrations",
        &[
            "crates/cases/migrations/001_notebook.sql",
            "crates/cases/migrations/002_recovery.sql",
            "crates/cases/migrations/003_sync.sql",
            "crates/cases/migrations/004_backup.sql",
            "crates/cases/migrations/005_exchange_key.sql",
        ],
    ),
    (
        "shelf: crates/library/migrations",
        &[
            "crates/library/migrations/001_library.sql",
            "crates/library/migrations/002_easy.sql",
            "crates/library/migrations/003_trust.sql",
            "crates/library/migrations/004_changes.sql",
        ],
    ),
];

/// Writes `ui/src/api/contract.ts` and `docs/schema.sql`, where they would change.
pub fn write() -> Outcome {
    replace("ui/src/api/contract.ts", &durumi_api::typescript::contract())?;
    replace("docs/schema.sql", &schema()?)
}

fn schema() -> Outcome<String> {
    let mut text = String::from(
        "-- Both databases as they are created: the migrations of the crates that own them, word for word.\n\
         -- Made by `cargo xtask bindings`; tests/rules holds this file to them.\n",
    );
    for (database, migrations) in DATABASES {
        text.push_str(&["\n-- ======== ", database, " ========\n"].concat());
        for migration in *migrations {
            let sql = fs::read_to_string(root().join(migration))
                .or_else(|why| failed("bindings", format!("{migration}: {why}")))?;
            text.push_str(&["\n", sql.trim(), "\n"].concat());
        }
    }
    Ok(text)
}

fn replace(path: &str, text: &str) -> Outcome {
    let file = root().join(path);
    if fs::read_to_string(&file).is_ok_and(|there| there == text) {
        return Ok(());
    }
    fs::write(&file, text).or_else(|why| failed("bindings", format!("{path} cannot be written: {why}")))
}
