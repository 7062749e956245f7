//! Putting what an index found in order.
//!
//! The measure is BM25 as FTS5 has it, but for one thing: how rare a term is, is counted among the rows that
//! matched, not in the whole index. Where terms are joined by `OR` that is the same. Where they are joined by `AND`,
//! each row has one of every choice, and which of them is rare in the whole index says little. FTS5 would read the
//! whole list of every term once more, and look up the length of every row: half of the time of a search.

/// `k1` and `b` of BM25, as FTS5 has them.
const SATURATION: f64 = 1.2;
const LENGTH_COUNTS: f64 = 0.75;

/// Terms beyond so many are not counted; an expression has fewer.
const TERMS: usize = 256;

/// The rows of an index that match, with how often each has each term.
pub struct Matches<'w> {
    /// What a term counts in each column.
    weights: &'w [f64],
    /// How many rows the whole index has.
    total: u32,
    rows: Vec<Row>,
    counts: Vec<Count>,
    /// How many of the rows have a term.
    rows_with: Vec<u32>,
}

/// What is known of a row without its words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// How long it is, in parts of the mean.
    pub length: f64,
    /// What its rank is multiplied by: above 1 for a row that should come first among its like.
    pub weight: f64,
}

impl Default for Standing {
    /// As long as the mean, and like all others.
    fn default() -> Self {
        Standing {
            length: 1.0,
            weight: 1.0,
        }
    }
}

struct Row {
    id: i64,
    /// Where its counts end; they begin where those of the row before end.
    end: usize,
}

struct Count {
    term: u8,
    weighted: f64,
}

impl<'w> Matches<'w> {
    /// None yet.
    pub fn new(weights: &'w [f64]) -> Self {
        Matches {
            weights,
            total: 0,
            rows: Vec::new(),
            counts: Vec::new(),
            rows_with: vec![0; TERMS],
        }
    }

    /// Adds a row with what the SQL function `word_counts` says of it: four bytes, little endian, how many rows the
    /// index has, then for each term and column that has it three bytes, term, column and how often, by term.
    pub fn add(&mut self, id: i64, word_counts: &[u8]) {
        let Some((total, counts)) = word_counts.split_first_chunk() else {
            return;
        };
        self.total = u32::from_le_bytes(*total);
        let mut last = None;
        for count in counts.as_chunks::<3>().0 {
            let [term, column, times] = *count;
            let weight = self.weights.get(usize::from(column)).copied().unwrap_or(1.0);
            let weighted = weight * f64::from(times);
            match self.counts.last_mut() {
                Some(count) if last == Some(term) => count.weighted += weighted,
                _ => {
                    self.counts.push(Count { term, weighted });
                    if let Some(rows) = self.rows_with.get_mut(usize::from(term)) {
                        *rows += 1;
                    }
                }
            }
            last = Some(term);
        }
        self.rows.push(Row {
            id,
            end: self.counts.len(),
        });
    }

    /// The best rows with their ranks, lower is better and comes first; at most `most`. `younger_first` says which of two
    /// alike is first.
    pub fn best(
        self,
        most: usize,
        standing: impl Fn(i64) -> Standing,
        younger_first: bool,
    ) -> Vec<(i64, f64)> {
        let rarity: Vec<f64> = self.rows_with.iter().map(|rows| self.rarity(*rows)).collect();
        let mut begin = 0;
        let mut ranked: Vec<(i64, f64)> = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let Standing { length, weight } = standing(row.id);
            let shortness = SATURATION * (1.0 - LENGTH_COUNTS + LENGTH_COUNTS * length);
            let counts = self.counts.get(begin..row.end).unwrap_or_default();
            let score = counts.iter().map(|Count { term, weighted }| {
                let rare = rarity.get(usize::from(*term)).copied().unwrap_or_default();
                rare * weighted * (SATURATION + 1.0) / (weighted + shortness)
            });
            ranked.push((row.id, -weight * score.sum::<f64>()));
            begin = row.end;
        }
        let better = |a: &(i64, f64), b: &(i64, f64)| {
            let by_id = if younger_first {
                b.0.cmp(&a.0)
            } else {
                a.0.cmp(&b.0)
            };
            a.1.total_cmp(&b.1).then(by_id)
        };
        if most < ranked.len() {
            ranked.select_nth_unstable_by(most, better);
            ranked.truncate(most);
        }
        ranked.sort_unstable_by(better);
        ranked
    }

    fn rarity(&self, rows: u32) -> f64 {
        let (rows, total) = (f64::from(rows), f64::from(self.total));
        // Never nothing, so that more is better even where every row has the term.
        ((total - rows + 0.5) / (rows + 0.5)).ln().max(1e-6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(_row: i64) -> Standing {
        Standing::default()
    }

    fn counts(triples: &[[u8; 3]]) -> Vec<u8> {
        [&[100, 0, 0, 0][..], &triples.concat()].concat()
    }

    fn order(rows: &[(i64, &[[u8; 3]])], standing: impl Fn(i64) -> Standing) -> Vec<i64> {
        let mut matches = Matches::new(&[1.0, 10.0]);
        for (id, triples) in rows {
            matches.add(*id, &counts(triples));
        }
        let best = matches.best(10, standing, false);
        best.into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn a_title_counts_more_and_a_rare_term_does() {
        assert_eq!(order(&[(1, &[[0, 0, 1]]), (2, &[[0, 1, 1]])], alike), [2, 1]);
        let rows: [(i64, &[[u8; 3]]); 4] = [
            (1, &[[0, 0, 1]]),
            (2, &[[0, 0, 1]]),
            (3, &[[0, 0, 1]]),
            (4, &[[1, 0, 1]]),
        ];
        assert_eq!(order(&rows, alike), [4, 1, 2, 3]);
    }

    #[test]
    fn a_short_row_comes_before_a_long_one_and_one_of_weight_before_its_like() {
        let rows: [(i64, &[[u8; 3]]); 2] = [(1, &[[0, 0, 1]]), (2, &[[0, 0, 1]])];
        let short = |id| Standing {
            length: if id == 1 { 4.0 } else { 0.5 },
            ..Standing::default()
        };
        assert_eq!(order(&rows, short), [2, 1]);
        let weighty = |id| Standing {
            weight: if id == 2 { 1.1 } else { 1.0 },
            ..Standing::default()
        };
        assert_eq!(order(&rows, weighty), [2, 1]);
    }

    #[test]
    fn what_is_no_count_is_no_row() {
        let mut matches = Matches::new(&[1.0]);
        matches.add(1, &[1, 2]);
        matches.add(2, &[9, 0, 0, 0, 255, 255, 255, 7]);
        assert_eq!(matches.best(1, alike, true).len(), 1);
    }
}
