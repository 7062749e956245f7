//! Queries with the articles that answer them, and how well a search does on them.
//!
//! The table and what counts as found are described in `tests/search/README.md`.

use std::{collections::BTreeMap, fmt};

/// One row of the table.
pub struct Labelled {
    /// For reports.
    pub id: String,
    /// What is typed.
    pub query: String,
    /// How the person writes: ko, ko-KP or ru.
    pub language: String,
    /// What is hard about it.
    pub class: String,
    /// The slugs of the articles that answer it.
    pub expected: Vec<String>,
}

impl Labelled {
    /// Every row of the repository's table.
    ///
    /// # Panics
    /// When a row has not five columns.
    #[must_use]
    pub fn all() -> Vec<Labelled> {
        let table = include_str!("../../../tests/search/queries.tsv");
        let rows = table.lines().skip(1);
        rows.map(|row| {
            let [id, query, language, class, expected] = row.split('\t').collect::<Vec<_>>()[..] else {
                panic!("not five columns: {row}");
            };
            Labelled {
                id: id.to_owned(),
                query: query.to_owned(),
                language: language.to_owned(),
                class: class.to_owned(),
                expected: expected.split(',').map(str::to_owned).collect(),
            }
        })
        .collect()
    }
}

/// How many of how many.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// So many were right.
    pub right: usize,
    /// Of so many.
    pub all: usize,
}

impl Share {
    /// From 0 to 1; 1 when there was nothing to be right about.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "hundreds of rows")]
    pub fn of_one(self) -> f64 {
        if self.all == 0 {
            1.0
        } else {
            self.right as f64 / self.all as f64
        }
    }

    fn count(&mut self, right: usize, all: usize) {
        self.right += right;
        self.all += all;
    }
}

/// What a search did on the table.
#[derive(Default)]
pub struct Score {
    /// Rows of which the first ten results hold an expected article, for each language and each class.
    pub recall_at_10: BTreeMap<String, Share>,
    /// The same for the first result.
    pub recall_at_1: BTreeMap<String, Share>,
    /// Articles among the first five results that are expected.
    pub precision_at_5: BTreeMap<String, Share>,
    /// The rows that failed, and what was found instead.
    pub missed: Vec<String>,
}

impl Score {
    /// Asks every row; `search` gives the slugs of the articles found, best first.
    pub fn of(rows: &[Labelled], search: &mut dyn FnMut(&str) -> Vec<String>) -> Score {
        let mut score = Score::default();
        for row in rows {
            let found = search(&row.query);
            let expected = |slug: &&String| row.expected.contains(slug);
            let hit = found.iter().take(10).any(|slug| expected(&slug));
            let first = found.iter().take(1).any(|slug| expected(&slug));
            let five = found.iter().take(5);
            let precise = (five.clone().filter(expected).count(), five.count());
            for key in [&row.language, &row.class] {
                let shares = &mut score;
                shares
                    .recall_at_10
                    .entry(key.clone())
                    .or_default()
                    .count(hit.into(), 1);
                shares
                    .recall_at_1
                    .entry(key.clone())
                    .or_default()
                    .count(first.into(), 1);
                shares
                    .precision_at_5
                    .entry(key.clone())
                    .or_default()
                    .count(precise.0, precise.1);
            }
            if !hit {
                score.missed.push(format!(
                    "{} {} {:?}: wanted {:?}, found {found:?}",
                    row.id, row.class, row.query, row.expected
                ));
            }
        }
        score
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:12} {:>5} {:>9} {:>9} {:>11}",
            "", "rows", "recall@10", "recall@1", "precision@5"
        )?;
        for (key, found) in &self.recall_at_10 {
            let at = |shares: &BTreeMap<String, Share>| shares.get(key).copied().unwrap_or_default().of_one();
            writeln!(
                f,
                "{key:12} {:5} {:9.3} {:9.3} {:11.3}",
                found.all,
                found.of_one(),
                at(&self.recall_at_1),
                at(&self.precision_at_5)
            )?;
        }
        for missed in &self.missed {
            writeln!(f, "missed: {missed}")?;
        }
        Ok(())
    }
}
