//! Searching notes and the titles of cases.
//!
//! The stages of a query are asked one after the other, best first, until there are results enough. The
//! snippet is made by FTS5 from the original text.

use durumi_api::{HitKind, Piece, SearchHit};
use durumi_lang::Query;
use rusqlite::{Row, params};

use crate::{CasesError, Notebook};

/// Marks around what matched. Neither can be typed, and a note that has them merely shows them bold.
const HIT_BEGINS: char = '\u{2}';
const HIT_ENDS: char = '\u{3}';

const NOTES: &str = "
    SELECT found.id, found.case_id, case_file.title, found.snippet, found.date
    FROM (SELECT note.id, note.case_id, note.date, rank,
                 snippet(note_index, -1, char(2), char(3), '…', 24) AS snippet
          FROM note_index JOIN note ON note.row = note_index.rowid
          WHERE note_index MATCH ?1 AND rank MATCH 'bm25(2.0, 1.0)' ORDER BY rank LIMIT ?2) AS found
    LEFT JOIN case_file ON case_file.id = found.case_id
    ORDER BY found.rank";

const CASES: &str = "
    SELECT case_file.id, highlight(case_index, 0, char(2), char(3))
    FROM case_index JOIN case_file ON case_file.row = case_index.rowid
    WHERE case_index MATCH ?1 ORDER BY rank LIMIT ?2";

impl Notebook {
    /// Finds cases by title and notes by place and text, best first.
    pub fn search(&self, query: &str, limit: u32) -> Result<Vec<SearchHit>, CasesError> {
        let query = Query::parse(query);
        let most = limit as usize;
        let mut hits: Vec<SearchHit> = Vec::new();
        for stage in query.stages() {
            for (sql, read) in [(CASES, case_hit as fn(&Row<'_>) -> _), (NOTES, note_hit)] {
                let mut statement = self.db.conn().prepare_cached(sql)?;
                for hit in statement.query_map(params![stage.expression, limit], read)? {
                    let hit = hit?;
                    if !hits
                        .iter()
                        .any(|known| known.kind == hit.kind && known.id == hit.id)
                    {
                        hits.push(hit);
                    }
                }
            }
            if hits.len() >= most {
                break;
            }
        }
        hits.truncate(most);
        Ok(hits)
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
