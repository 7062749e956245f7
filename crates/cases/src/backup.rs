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

    /// A copy was made there and read again. `made_ms` and `records` are of when it was begun: the moment that is in its
    /// name, and what [`Notebook::records`] said.
    pub fn backup_was_made(&mut self, place: &str, made_ms: i64, records: u32) -> Result<(), CasesError> {
        let now_ms = self.clock.now_ms();
        self.db.transaction(|tx| {
            tx.execute(
                "INSERT INTO backup (place, made_ms, checked_ms, records) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (place) DO UPDATE SET made_ms = ?2, checked_ms = ?3, records = ?4",
                params![place, made_ms, now_ms, records],
            )?;
            Ok(())
        })
    }

    /// The copy that was made there last was read from end to end.
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
