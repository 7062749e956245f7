//! Where copies of this notebook were put, and when they were read last. The copies themselves are not here.

use durumi_api::BackupMade;
use rusqlite::params;

use crate::{CasesError, Notebook};

impl Notebook {
    /// The last copy in each place, the newest first.
    pub fn backups(&self) -> Result<Vec<BackupMade>, CasesError> {
        let mut statement = self.db.conn().prepare_cached(
            "SELECT place, made_ms, checked_ms, max(0, (SELECT count(*) FROM journal) - records)
             FROM backup ORDER BY made_ms DESC, place",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(BackupMade {
                place: row.get(0)?,
                made_ms: row.get(1)?,
                checked_ms: row.get(2)?,
                behind: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A copy was made there and read again. `records` is what [`Notebook::records`] said when it was begun.
    pub fn backup_was_made(&mut self, place: &str, records: u32) -> Result<(), CasesError> {
        let now_ms = self.clock.now_ms();
        self.db.transaction(|tx| {
            tx.execute(
                "INSERT INTO backup (place, made_ms, checked_ms, records) VALUES (?1, ?2, ?2, ?3)
                 ON CONFLICT (place) DO UPDATE SET made_ms = ?2, checked_ms = ?2, records = ?3",
                params![place, now_ms, records],
            )?;
            Ok(())
        })
    }

    /// The newest copy there was read from end to end.
    pub fn backup_was_checked(&mut self, place: &str) -> Result<(), CasesError> {
        let now_ms = self.clock.now_ms();
        self.db.transaction(|tx| {
            tx.execute(
                "UPDATE backup SET checked_ms = ?2 WHERE place = ?1",
                params![place, now_ms],
            )?;
            Ok(())
        })
    }

    /// How many records the journal has.
    pub fn records(&self) -> Result<u32, CasesError> {
        let count = self
            .db
            .conn()
            .query_row("SELECT count(*) FROM journal", [], |row| row.get(0))?;
        Ok(count)
    }
}
