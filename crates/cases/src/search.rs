//! Searching notes and the titles of cases.
//!
//! Asked in the same order as the library, so that their results can stand in one list. The snippet is
//! made from the original text, for the best rows only.

use durumi_api::{HitKind, Piece, SearchHit};
use durumi_lang::{Class, Finder, Index, Matches, Query, Stage, Standing, Vocabulary, snippet};
use rusqlite::{OptionalExtension, Row};

use crate::{CasesError, Notebook};

/// What a word counts in a place and in a text; in a title there is one column.
const WEIGHTS: [f64; 2] = [2.0, 1.0];

/// An index of words, and how its rows are shown.
struct Table {
    /// Every row that matches, in no order, with how often it has each term.
    matches: &'static str,
    /// One of these rows, as it is shown.
    row: &'static str,
    read: fn(&Row<'_>, &Finder) -> rusqlite::Result<SearchHit>,
}

const CASES: Table = Table {
    matches: "SELECT rowid, word_counts(case_index) FROM case_index WHERE case_index MATCH ?1",
    row: "SELECT id, title FROM case_file WHERE row = ?1",
    read: case_hit,
};

const NOTES: Table = Table {
    matches: "SELECT rowid, word_counts(note_index) FROM note_index WHERE note_index MATCH ?1",
    row: "
        SELECT note.id, note.case_id, case_file.title, note.place, note.text, note.date
        FROM note LEFT JOIN case_file ON case_file.id = note.case_id
        WHERE note.row = ?1",
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

    /// The best rows of an index, best first; at most `most`.
    fn best(&self, table: &Table, expression: &str, most: usize) -> Result<Vec<i64>, CasesError> {
        let mut statement = self.db.conn().prepare_cached(table.matches)?;
        let mut rows = statement.query([expression])?;
        let mut matches = Matches::new(&WEIGHTS);
        while let Some(row) = rows.next()? {
            matches.add(
                row.get(0)?,
                row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?,
            );
        }
        // Of two alike the younger: what was written last is what is on one's mind. Notes are short enough for
        // their lengths not to count.
        let best = matches.best(most, |_| Standing::default(), true);
        Ok(best.into_iter().map(|(row, _)| row).collect())
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
        let mut finder = None;
        for table in [&CASES, &NOTES] {
            // What stages before this one found is found again.
            let most = self.limit + self.found.len();
            let rows = self.notebook.best(table, &stage.expression, most)?;
            let mut statement = self.notebook.db.conn().prepare_cached(table.row)?;
            for row in rows {
                if self.found.len() >= self.limit {
                    break;
                }
                let finder = finder.get_or_insert_with(|| Finder::new(stage));
                let hit = statement
                    .query_row([row], |row| (table.read)(row, finder))
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

fn case_hit(row: &Row<'_>, finder: &Finder) -> rusqlite::Result<SearchHit> {
    let title: String = row.get(1)?;
    Ok(SearchHit {
        kind: HitKind::Case,
        id: hex(row.get(0)?),
        case_id: String::new(),
        snippet: pieces(finder, [title.as_str()].into_iter(), &title),
        title,
        language: None,
        date: None,
        danger: false,
    })
}

fn note_hit(row: &Row<'_>, finder: &Finder) -> rusqlite::Result<SearchHit> {
    let (place, text, date): (String, String, String) = (row.get(3)?, row.get(4)?, row.get(5)?);
    let paragraphs = text.split('\n').filter(|paragraph| !paragraph.trim().is_empty());
    let beginning = paragraphs.clone().next().unwrap_or_default();
    Ok(SearchHit {
        kind: HitKind::Note,
        id: hex(row.get(0)?),
        case_id: hex(row.get(1)?),
        title: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
        snippet: pieces(finder, paragraphs.chain([place.as_str()]), beginning),
        language: None,
        date: date.parse().ok(),
        danger: false,
    })
}

fn hex(id: [u8; 16]) -> String {
    durumi_base::EntryId::from_bytes(id).to_string()
}

/// The snippet of a text in blocks, as the contract has it.
fn pieces<'t>(finder: &Finder, blocks: impl Iterator<Item = &'t str>, otherwise: &str) -> Vec<Piece> {
    let runs = snippet(finder, blocks, otherwise).into_iter();
    runs.map(|run| Piece {
        text: run.text,
        hit: run.hit,
    })
    .collect()
}
