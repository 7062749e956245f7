//! The tables of a file, as a list of steps that is only ever added to.

use rusqlite::Connection;

use crate::StoreError;

/// What a file contains.
pub struct Schema {
    /// Marks the file as one of ours and of this kind (`PRAGMA application_id`).
    pub application_id: i32,
    /// The steps, numbered from 1 without gaps. A released one is never edited.
    pub migrations: &'static [Migration],
    /// True when [`crate::give_back`] may make the file smaller. What a file holds can then be told from its size.
    pub shrinks: bool,
}

/// One step.
pub struct Migration {
    /// Its number; the file's version once it is done.
    pub number: u32,
    /// Its SQL, from `migrations/NNN_what.sql`.
    pub sql: &'static str,
}

impl Schema {
    /// Brings the file up to the last step, each step in a transaction of its own.
    pub(crate) fn migrate(&self, conn: &mut Connection) -> Result<(), StoreError> {
        let version: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let application: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
        let last = self.migrations.last().map_or(0, |migration| migration.number);
        if version > last {
            return Err(StoreError::Newer);
        }
        if version > 0 && application != self.application_id {
            return Err(StoreError::Damaged);
        }
        for migration in self
            .migrations
            .iter()
            .filter(|migration| migration.number > version)
        {
            let transaction = conn.transaction()?;
            transaction.execute_batch(migration.sql)?;
            transaction.pragma_update(None, "user_version", migration.number)?;
            transaction.pragma_update(None, "application_id", self.application_id)?;
            transaction.commit()?;
        }
        Ok(())
    }
}
