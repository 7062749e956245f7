//! Tables with pages that cannot be read: they get another name, and a new one takes their place.
//!
//! What is readable is read before anything is written: SQLCipher ends a transaction that meets a damaged page. To
//! remove such a table, or to empty it, would read every page of it; to rename it reads none.

use durumi_api::Repaired;
use durumi_store::Condition;
use rusqlite::{Connection, Transaction, params, params_from_iter, types::Value};

use super::{Health, Progress};
use crate::{CasesError, Notebook};

/// A table and what its rows are found by.
struct Table {
    name: &'static str,
    key: &'static [&'static str],
    repaired: Repaired,
}

/// What can be put aside, in an order in which later ones may lean on earlier ones.
const TABLES: [Table; 11] = [
    table("tombstone", &["entry"], Repaired::Lists),
    table("recovery", &["kind"], Repaired::Lists),
    table("backup", &["place"], Repaired::Lists),
    table("remote", &["id"], Repaired::Lists),
    table("sync_state", &["only_row"], Repaired::Lists),
    table("set_aside", &["device", "number"], Repaired::Lists),
    table("journal", &["device", "number"], Repaired::Journal),
    table("document", &["entry"], Repaired::Entries),
    table("case_file", &["row"], Repaired::Lists),
    table("note", &["row"], Repaired::Lists),
    table("attachment", &["id"], Repaired::Lists),
];

/// What is looked at and left as it is. An exchange key is not made anew: what is put under a new one would be readable to nobody,
/// and under an old one to a device that was removed.
const LEFT: [&str; 3] = ["meta", "attachment_chunk", "exchange_key"];
/// Each index of words, the table that it is of, and whose pages it has.
const INDEXES: [(&str, &str); 2] = [("note_index", "note"), ("case_index", "case_file")];
const INDEX_PARTS: [&str; 4] = ["data", "idx", "docsize", "config"];

/// A statement of the schema, to be carried out again.
struct Piece {
    kind: String,
    name: String,
    sql: String,
}

const fn table(name: &'static str, key: &'static [&'static str], repaired: Repaired) -> Table {
    Table { name, key, repaired }
}

impl Notebook {
    /// Looks at the part with this number, and puts it aside if it has a page which cannot be read.
    pub(super) fn examine_tables(&mut self, at: usize, health: &mut Health) -> Result<Progress, CasesError> {
        // Indexes before the tables that they are of, because every row that is written there is written here as well.
        let (indexes, tables) = (LEFT.len(), LEFT.len() + INDEXES.len());
        if let Some(table) = LEFT.get(at) {
            if self.condition(table)? == Condition::Damaged {
                health.broken += 1;
            }
        } else if let Some((index, of)) = INDEXES.get(at.saturating_sub(indexes)) {
            if self.index_is_damaged(index)? {
                let done = self.readable(|notebook| notebook.replace_index(index, of))?;
                note(done.as_ref(), Repaired::SearchIndex, health);
            }
        } else if let Some(table) = TABLES.get(at.saturating_sub(tables)) {
            self.examine_table(table, health)?;
        } else {
            return Ok(Progress::Done);
        }
        Ok(Progress::More)
    }

    fn examine_table(&mut self, table: &Table, health: &mut Health) -> Result<(), CasesError> {
        if self.condition(table.name)? == Condition::Sound {
            return Ok(());
        }
        let rows = self.readable_rows(table)?;
        self.revive()?;
        let done = self.readable(|notebook| notebook.replace_table(table, &rows))?;
        if let Some(aside) = &done {
            self.empty(aside, table)?;
        }
        note(done.as_ref(), table.repaired, health);
        Ok(())
    }

    /// Makes an index again that does not fit its table, such as an empty one.
    pub(super) fn examine_indexes(&mut self, health: &mut Health) -> Result<(), CasesError> {
        for (index, _) in INDEXES {
            let command =
                |command: &str| format!("INSERT INTO {index} ({index}, rank) VALUES ('{command}', 1)");
            let check = command("integrity-check");
            let mut run = |sql: &str| {
                self.readable(|notebook| notebook.db.transaction(|tx| Ok(tx.execute(sql, []).map(drop)?)))
            };
            if run(&check)?.is_none() {
                let done = run(&format!("INSERT INTO {index} ({index}) VALUES ('rebuild')"))?;
                note(done.as_ref(), Repaired::SearchIndex, health);
            }
        }
        Ok(())
    }

    fn condition(&mut self, table: &str) -> Result<Condition, CasesError> {
        let condition = self.db.examine(table)?;
        if condition == Condition::Damaged {
            self.revive()?;
        }
        Ok(condition)
    }

    fn index_is_damaged(&mut self, index: &str) -> Result<bool, CasesError> {
        for part in INDEX_PARTS {
            if self.condition(&format!("{index}_{part}"))? == Condition::Damaged {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn replace_index(&mut self, index: &str, of: &str) -> Result<(), CasesError> {
        self.db.transaction(|tx| {
            let triggers = take_triggers(tx, of)?;
            set_aside(tx, index)?;
            tx.execute(
                &format!("INSERT INTO {index} ({index}, rank) VALUES ('secure-delete', 1)"),
                [],
            )?;
            create_all(tx, &triggers)
        })
    }

    /// Returns the other name that the table has now.
    fn replace_table(&mut self, table: &Table, rows: &[Vec<Value>]) -> Result<String, CasesError> {
        let Self {
            db, journal, random, ..
        } = self;
        let aside = db.transaction(|tx| {
            let triggers = take_triggers(tx, table.name)?;
            let aside = set_aside(tx, table.name)?;
            for row in rows {
                let places = vec!["?"; row.len()].join(", ");
                let insert = format!("INSERT OR IGNORE INTO {} VALUES ({places})", table.name);
                tx.prepare_cached(&insert)?.execute(params_from_iter(row))?;
            }
            create_all(tx, &triggers)?;
            if table.name == "journal" {
                // Numbers that were given may be among what was lost, and must not be given again.
                let device: [u8; 16] = random.id();
                tx.execute("UPDATE meta SET device = ?1", params![device])?;
            }
            Ok::<_, CasesError>(aside)
        })?;
        if table.name == "journal" {
            let device = db
                .conn()
                .query_row("SELECT device FROM meta", [], |row| row.get(0))?;
            journal.device = durumi_base::DeviceId::from_bytes(device);
        }
        Ok(aside)
    }

    /// Removes from a table that was put aside what now stands in the new one, as far as it lets it go.
    fn empty(&mut self, aside: &str, table: &Table) -> Result<(), CasesError> {
        let found = table.found();
        let is_new = format!("SELECT 1 FROM {} WHERE {found}", table.name);
        let delete = format!("DELETE FROM {aside} WHERE {found}");
        for key in self.keys(aside, table)? {
            self.readable(|notebook| {
                notebook.db.transaction(|tx| {
                    if tx.prepare_cached(&is_new)?.exists(params_from_iter(&key))? {
                        // Beside a page that cannot be read a row may have to stay.
                        tx.prepare_cached(&delete)?.execute(params_from_iter(&key))?;
                    }
                    Ok(())
                })
            })?;
        }
        Ok(())
    }

    /// Every row that can be read: its keys from both ends, then each by its key.
    fn readable_rows(&mut self, table: &Table) -> Result<Vec<Vec<Value>>, CasesError> {
        let sql = format!("SELECT * FROM {} WHERE {}", table.name, table.found());
        let mut all = Vec::new();
        for key in self.keys(table.name, table)? {
            let row = self.readable(|notebook| {
                let mut statement = notebook.db.conn().prepare_cached(&sql)?;
                let columns = statement.column_count();
                Ok(statement.query_row(params_from_iter(key), |row| values(row, columns))?)
            })?;
            all.extend(row);
        }
        Ok(all)
    }

    fn keys(&mut self, name: &str, table: &Table) -> Result<Vec<Vec<Value>>, CasesError> {
        let columns = table.key.join(", ");
        let backwards = table.key.iter().map(|column| format!("{column} DESC"));
        let backwards = backwards.collect::<Vec<_>>().join(", ");
        let sql = |order: &str| format!("SELECT {columns} FROM {name} ORDER BY {order}");
        self.both_ways(&sql(&columns), &sql(&backwards), |row| {
            values(row, table.key.len())
        })
    }
}

impl Table {
    /// What finds a row by its key.
    fn found(&self) -> String {
        let columns = self.key.iter().map(|column| format!("{column} = ?"));
        columns.collect::<Vec<_>>().join(" AND ")
    }
}

/// How many tables stand aside.
pub(super) fn kept(conn: &Connection) -> Result<u32, CasesError> {
    let sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = tbl_name
               AND name GLOB '*_aside_[0-9]*' AND name NOT GLOB '*_aside_[0-9]*_*'";
    Ok(conn.query_row(sql, [], |row| row.get(0))?)
}

fn values(row: &rusqlite::Row<'_>, columns: usize) -> rusqlite::Result<Vec<Value>> {
    (0..columns).map(|column| row.get(column)).collect()
}

/// Gives a table and its indexes other names, and makes them anew and empty. Returns the table's other name.
fn set_aside(tx: &Transaction<'_>, table: &str) -> Result<String, CasesError> {
    let pieces = pieces(tx, table)?;
    let free = |number: &u32| {
        let taken = tx.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?1");
        taken.and_then(|mut taken| taken.exists([format!("{table}_aside_{number}")])) == Ok(false)
    };
    let number = (1..u32::MAX).find(free).unwrap_or_default();
    let aside = format!("{table}_aside_{number}");
    tx.execute_batch(&format!("ALTER TABLE {table} RENAME TO {aside}"))?;
    for piece in &pieces {
        match piece.kind.as_str() {
            "table" => tx.execute_batch(&piece.sql)?,
            // The old index keeps its name.
            "index" => {
                let new = format!("INDEX {}_{number} ", piece.name);
                tx.execute_batch(&piece.sql.replacen(&format!("INDEX {} ", piece.name), &new, 1))?;
            }
            _ => {}
        }
    }
    Ok(aside)
}

/// Removes the triggers of a table, which would follow it to its other name.
fn take_triggers(tx: &Transaction<'_>, table: &str) -> Result<Vec<Piece>, CasesError> {
    let mut triggers = pieces(tx, table)?;
    triggers.retain(|piece| piece.kind == "trigger");
    for trigger in &triggers {
        tx.execute_batch(&format!("DROP TRIGGER {}", trigger.name))?;
    }
    Ok(triggers)
}

fn create_all(tx: &Transaction<'_>, pieces: &[Piece]) -> Result<(), CasesError> {
    for piece in pieces {
        tx.execute_batch(&piece.sql)?;
    }
    Ok(())
}

/// The statements that made a table and what belongs to it.
fn pieces(tx: &Transaction<'_>, table: &str) -> Result<Vec<Piece>, CasesError> {
    let mut statement = tx.prepare(
        "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = ?1 AND sql IS NOT NULL ORDER BY rowid",
    )?;
    let rows = statement.query_map([table], |row| {
        Ok(Piece {
            kind: row.get(0)?,
            name: row.get(1)?,
            sql: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes down that a part was put in order, or that it could not be.
fn note<T>(done: Option<&T>, what: Repaired, health: &mut Health) {
    match done {
        Some(_) => drop(health.repaired.insert(what)),
        None => health.broken += 1,
    }
}
