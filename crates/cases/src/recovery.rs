//! When recovery codes were made and tried. The codes themselves are not here, nor anywhere.

use durumi_api::RecoveryKind;
use rusqlite::params;

use crate::{CasesError, Notebook};

/// What is known of one kind of recovery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecoveryDates {
    /// Of which kind.
    pub kind: RecoveryKind,
    /// When it was made, in milliseconds since 1970.
    pub made_ms: i64,
    /// When the person last showed that it is still there; none since it was made.
    pub proved_ms: Option<i64>,
}

impl Notebook {
    /// The kinds of recovery that were made for this notebook.
    pub fn recovery(&self) -> Result<Vec<RecoveryDates>, CasesError> {
        let mut statement = self
            .db
            .conn()
            .prepare_cached("SELECT kind, made_ms, proved_ms FROM recovery ORDER BY kind")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        rows.map(|row| {
            let (number, made_ms, proved_ms): (i64, i64, i64) = row?;
            let kind = match number {
                1 => RecoveryKind::Code,
                _ => RecoveryKind::Shares,
            };
            Ok(RecoveryDates {
                kind,
                made_ms,
                proved_ms: (proved_ms != 0).then_some(proved_ms),
            })
        })
        .collect()
    }

    /// A new one was made now, in place of any earlier one.
    pub fn recovery_was_made(&mut self, kind: RecoveryKind) -> Result<(), CasesError> {
        let now_ms = self.clock.now_ms();
        self.db.transaction(|tx| {
            tx.execute(
                "INSERT INTO recovery (kind, made_ms, proved_ms) VALUES (?1, ?2, 0)
                 ON CONFLICT (kind) DO UPDATE SET made_ms = ?2, proved_ms = 0",
                params![number(kind), now_ms],
            )?;
            Ok(())
        })
    }

    /// The person showed now that it is still there.
    pub fn recovery_was_proved(&mut self, kind: RecoveryKind) -> Result<(), CasesError> {
        let now_ms = self.clock.now_ms();
        self.db.transaction(|tx| {
            tx.execute(
                "UPDATE recovery SET proved_ms = ?2 WHERE kind = ?1",
                params![number(kind), now_ms],
            )?;
            Ok(())
        })
    }

    /// It was taken back.
    pub fn recovery_was_removed(&mut self, kind: RecoveryKind) -> Result<(), CasesError> {
        self.db.transaction(|tx| {
            tx.execute("DELETE FROM recovery WHERE kind = ?1", [number(kind)])?;
            Ok(())
        })
    }
}

fn number(kind: RecoveryKind) -> i64 {
    match kind {
        RecoveryKind::Code => 1,
        RecoveryKind::Shares => 2,
    }
}
