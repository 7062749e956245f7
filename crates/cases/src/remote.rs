//! The places that a notebook is synced through. They are part of the notebook, because they say where it is.

use rusqlite::{OptionalExtension, ToSql, params};

use crate::{CasesError, Notebook};

/// A place that records travel through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRemote {
    /// Its id here.
    pub id: [u8; 16],
    /// What it is.
    pub kind: RemoteKind,
    /// Where it is, as its kind says it.
    pub place: String,
    /// Whether it is visited; otherwise it is left alone until it is turned on again.
    pub on: bool,
    /// When a round was last completed, in milliseconds since 1970.
    pub last_ms: Option<i64>,
}

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemoteKind {
    /// A folder, by its path.
    Folder,
}

impl Notebook {
    /// Every place that is known, turned on or not.
    pub fn remotes(&self) -> Result<Vec<KnownRemote>, CasesError> {
        let mut statement = self
            .db
            .conn()
            .prepare_cached("SELECT id, place, last_ms, enabled FROM remote WHERE kind = 1 ORDER BY place")?;
        let rows = statement.query_map([], |row| {
            let last: i64 = row.get(2)?;
            Ok(KnownRemote {
                id: row.get(0)?,
                kind: RemoteKind::Folder,
                place: row.get(1)?,
                on: row.get(3)?,
                last_ms: (last > 0).then_some(last),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Turns a place on. One that is known already keeps its id.
    pub fn add_remote(&mut self, place: &str) -> Result<[u8; 16], CasesError> {
        let new = self.random.id();
        self.db.transaction(|tx| {
            let known: Option<[u8; 16]> = tx
                .query_row("SELECT id FROM remote WHERE kind = 1 AND place = ?1", [place], |row| row.get(0))
                .optional()?;
            if let Some(id) = known {
                tx.execute("UPDATE remote SET enabled = 1 WHERE id = ?1", [id])?;
                return Ok(id);
            }
            tx.execute(
                "INSERT INTO remote (id, kind, place, enabled, last_ms, memory) VALUES (?1, 1, ?2, 1, 0, x'')",
                params![new, place],
            )?;
            Ok(new)
        })
    }

    /// Turns a place on or off. One that is off is neither sent to nor fetched from; what is there stays.
    pub fn switch_remote(&mut self, id: [u8; 16], on: bool) -> Result<(), CasesError> {
        self.change_one("UPDATE remote SET enabled = ?2 WHERE id = ?1", params![id, on])
    }

    /// Forgets a place, and that it ever was one. What is there stays.
    pub fn remove_remote(&mut self, id: [u8; 16]) -> Result<(), CasesError> {
        self.change_one("DELETE FROM remote WHERE id = ?1", params![id])
    }

    /// What is remembered of a place; empty at first.
    pub fn remote_memory(&self, id: [u8; 16]) -> Result<Vec<u8>, CasesError> {
        let memory = self
            .db
            .conn()
            .query_row("SELECT memory FROM remote WHERE id = ?1", [id], |row| row.get(0))?;
        Ok(memory)
    }

    /// Remembers something of a place, and what is remembered whatever the place.
    pub fn remember_remote(&mut self, id: [u8; 16], memory: &[u8], state: &[u8]) -> Result<(), CasesError> {
        self.db.transaction(|tx| {
            tx.execute("UPDATE remote SET memory = ?2 WHERE id = ?1", params![id, memory])?;
            tx.execute(
                "INSERT OR REPLACE INTO sync_state (only_row, memory) VALUES (1, ?1)",
                [state],
            )?;
            Ok(())
        })
    }

    /// What is remembered whatever the place; empty at first.
    pub fn sync_state(&self) -> Result<Vec<u8>, CasesError> {
        let mut statement = self.db.conn().prepare_cached("SELECT memory FROM sync_state")?;
        let state = statement.query_row([], |row| row.get(0)).optional()?;
        Ok(state.unwrap_or_default())
    }

    /// Notes that a round was completed now.
    pub fn completed_round(&mut self, id: [u8; 16]) -> Result<(), CasesError> {
        let now = self.clock.now_ms();
        self.db.transaction(|tx| {
            tx.execute("UPDATE remote SET last_ms = ?2 WHERE id = ?1", params![id, now])?;
            Ok(())
        })
    }

    fn change_one(&mut self, sql: &str, values: &[&dyn ToSql]) -> Result<(), CasesError> {
        self.db.transaction(|tx| match tx.execute(sql, values)? {
            0 => Err(CasesError::NotFound),
            _ => Ok(()),
        })
    }
}
