//! Searching notes and the titles of cases.
//!
//! Asked in the same order as the library, so that their results can stand in one list. The snippet is
//! made by FTS5 from the original text, for the best rows only.

use durumi_api::{HitKind, Piece, SearchHit};
use durumi_lang::{Class, Index, Query, Stage, Vocabulary};
use rusqlite::{OptionalExtension, Row, params};

use crate::{CasesError, Notebook};

/// Marks around what matched. Neither can be typed, and a note that has them merely shows them bold.
const HIT_BEGINS: char = '\u{2}';
const HIT_ENDS: char = '\u{3}';

/// An index of words, and how its rows are shown.
struct Table {
    /// Every row that matches, with its rank and in no order: SQLite would copy the places of every match into a
    /// sorter, and wipe each copy.
    matches: &'static str,
    /// One of these rows, as it is shown.
    row: &'static str,
    read: fn(&Row<'_>) -> rusqlite::Result<SearchHit>,
}

const CASES: Table = Table {
    matches: "SELECT rowid, rank FROM case_index WHERE case_index MATCH ?1",
    row: "
        SELECT case_file.id, highlight(case_index, 0, char(2), char(3))
        FROM case_index JOIN case_file ON case_file.row = case_index.rowid
        WHERE case_index MATCH ?1 AND case_index.rowid = ?2",
    read: case_hit,
};

const NOTES: Table = Table {
    matches: "SELECT rowid, rank FROM note_index WHERE note_index MATCH ?1 AND rank MATCH 'bm25(2.0, 1.0)'",
    row: "
        SELECT note.id, note.case_id, case_file.title, snippet(note_index, -1, char(2), char(3), '…', 24), note.date
        FROM note_index
        JOIN note ON note.row = note_index.rowid
        LEFT JOIN case_file ON case_file.id = note.case_id
        WHERE note_index MATCH ?1 AND note_index.rowid = ?2",
    read: note_hit,
};

/// The words of both indexes, to look for what was meant. In no file: a temporary table in memory.
pub(crate) const WORD_LISTS: &str = "
    CREATE VIRTUAL TABLE temp.note_word_list USING fts5vocab ('main', 'note_index', 'row');
    CREATE VIRTUAL TABLE temp.case_word_list USING fts5vocab ('main', 'case_index', 'row');";

impl Notebook {
    /// Finds cases by title and notes by place and text, best first, with how each was found.
    pub fn search(&self, query: &Query, limit: u32) -> Result<Vec<(Class, SearchHit)>, CasesError> {
        let mut asked = Asked {
            notebook: self,
            limit: limit as usize,
            found: Vec::new(),
        };
        query.ask(asked.limit, &mut asked)?;
        Ok(asked.found)
    }

    /// The best rows of an index with their ranks, best first; at most `most`.
    fn best(&self, table: &Table, expression: &str, most: usize) -> Result<Vec<i64>, CasesError> {
        let mut statement = self.db.conn().prepare_cached(table.matches)?;
        let matches = statement.query_map([expression], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut matches: Vec<(i64, f64)> = matches.collect::<Result<_, _>>()?;
        // Of two alike the younger: what was written last is what is on one's mind.
        let better = |a: &(i64, f64), b: &(i64, f64)| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0));
        if most < matches.len() {
            matches.select_nth_unstable_by(most, better);
            matches.truncate(most);
        }
        matches.sort_unstable_by(better);
        Ok(matches.into_iter().map(|(row, _)| row).collect())
    }

    fn words(&self) -> Result<&Vocabulary, CasesError> {
        if let Some(known) = self.vocabulary.get() {
            return Ok(known);
        }
        let mut statement = self.db.conn().prepare_cached(
            "SELECT term FROM temp.note_word_list UNION SELECT term FROM temp.case_word_list",
        )?;
        let words = statement.query_map([], |row| row.get::<_, String>(0))?;
        let words: Vocabulary = words.collect::<Result<_, _>>()?;
        Ok(self.vocabulary.get_or_init(|| words))
    }
}

/// The notebook while it is asked, with what was found.
struct Asked<'n> {
    notebook: &'n Notebook,
    limit: usize,
    found: Vec<(Class, SearchHit)>,
}

impl Index for Asked<'_> {
    type Error = CasesError;

    fn find(&mut self, stage: &Stage) -> Result<usize, CasesError> {
        for table in [&CASES, &NOTES] {
            // What stages before this one found is found again.
            let most = self.limit + self.found.len();
            let rows = self.notebook.best(table, &stage.expression, most)?;
            let mut statement = self.notebook.db.conn().prepare_cached(table.row)?;
            for row in rows {
                if self.found.len() >= self.limit {
                    break;
                }
                let hit = statement
                    .query_row(params![stage.expression, row], table.read)
                    .optional()?;
                let is_new = |hit: &SearchHit| {
                    let same = |known: &SearchHit| known.kind == hit.kind && known.id == hit.id;
                    !self.found.iter().any(|(_, known)| same(known))
                };
                if let Some(hit) = hit.filter(is_new) {
                    self.found.push((stage.class, hit));
                }
            }
        }
        Ok(self.found.len())
    }

    fn vocabulary(&mut self) -> Result<&Vocabulary, CasesError> {
        self.notebook.words()
    }
}

fn case_hit(row: &Row<'_>) -> rusqlite::Result<SearchHit> {
    let marked: String = row.get(1)?;
    let snippet = pieces(&marked);
    Ok(SearchHit {
        kind: HitKind::Case,
        id: hex(row.get(0)?),
        case_id: String::new(),
        title: snippet.iter().map(|piece| piece.text.as_str()).collect(),
        snippet,
        language: None,
        date: None,
        danger: false,
    })
}

fn note_hit(row: &Row<'_>) -> rusqlite::Result<SearchHit> {
    let (marked, date): (String, String) = (row.get(3)?, row.get(4)?);
    Ok(SearchHit {
        kind: HitKind::Note,
        id: hex(row.get(0)?),
        case_id: hex(row.get(1)?),
        title: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
        snippet: pieces(&marked),
        language: None,
        date: date.parse().ok(),
        danger: false,
    })
}

fn hex(id: [u8; 16]) -> String {
    durumi_base::EntryId::from_bytes(id).to_string()
}

fn pieces(marked: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (number, run) in marked.split([HIT_BEGINS, HIT_ENDS]).enumerate() {
        if !run.is_empty() {
            pieces.push(Piece {
                text: run.to_owned(),
                hit: number % 2 == 1,
            });
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marked_text_falls_into_pieces_that_make_it_up_again() {
        let pieces = pieces("강제 \u{2}송환\u{3}은 금지");
        let hits: Vec<_> = pieces
            .iter()
            .filter(|piece| piece.hit)
            .map(|piece| piece.text.as_str())
            .collect();
        assert_eq!(hits, ["송환"]);
        assert_eq!(
            pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(),
            "강제 송환은 금지"
        );
    }
}
