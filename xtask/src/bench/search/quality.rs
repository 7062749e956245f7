//! Is the known page among the first ten?

use std::collections::BTreeMap;

use durumi_api::LibrarySearch;
use durumi_packs::trust;
use durumi_testkit::{Device, Labelled, Score};
use serde::Deserialize;

use super::pages::{self, Corpus, LANGUAGES, Query};
use crate::{
    bench::{Figures, Ticks, percentile},
    steps::{Outcome, failed, program, root},
};

const WHAT: &str = "bench search";

/// The least share of pages found, for each kind of query.
const GOALS: [(&str, &str, f64); 6] = [
    ("ru", "inflected", 0.97),
    ("ru", "inflected, й or ё", 0.97),
    ("ko", "bare", 0.99),
    ("ko", "one particle", 0.95),
    ("ko", "joined", 0.98),
    ("ko", "all particles", 0.93),
];

/// A line of the peers' report.
#[derive(Deserialize)]
#[serde(untagged)]
enum Reported {
    Searched {
        engine: String,
        language: String,
        kind: String,
        found: usize,
        asked: usize,
        median_ms: f64,
        p99_ms: f64,
    },
    Built {
        engine: String,
        language: String,
        build_s: f64,
        bytes: usize,
        raw_bytes: usize,
    },
}

/// What an engine did with one kind of query.
struct Row {
    found: usize,
    asked: usize,
    median_ms: f64,
    p99_ms: f64,
}

type Rows = BTreeMap<(String, String, String), Row>;

/// Asks Kiwix, plain FTS5 and Durumi the same queries, and the labelled ones of Durumi alone.
pub fn measure(corpus: &Corpus, figures: &mut Figures) -> Outcome {
    let mut rows = peers(corpus)?;
    for language in LANGUAGES {
        ours(corpus, language, &mut rows)?;
    }
    println!("\nsuccess@10 on known pages; CPU ms of a search: median, 99 of 100");
    println!(
        "{:4} {:20} {:14} {:>8} {:>8} {:>8}",
        "", "queries", "", "found", "median", "p99"
    );
    for ((language, kind, engine), row) in &rows {
        println!(
            "{language:4} {kind:20} {engine:14} {:8.3} {:8.2} {:8.2}",
            share(row),
            row.median_ms,
            row.p99_ms
        );
    }
    for (language, kind, goal) in GOALS {
        let key = (language.to_owned(), kind.to_owned(), OURS.to_owned());
        let name = format!("{language}_{}", kind.replace([',', ' '], "_").replace("__", "_"));
        figures.at_least(&name, rows.get(&key).map_or(0.0, share), goal);
    }
    labelled(figures);
    Ok(())
}

const OURS: &str = "Durumi";

fn ours(corpus: &Corpus, language: &str, rows: &mut Rows) -> Outcome {
    let pages = corpus.pages_in(language);
    let alice = Device::alice();
    let installed = alice
        .app()
        .install_pack(&trust::built_here(&pages::pack("help", &pages)?));
    installed.or_else(|failure| failed(WHAT, failure.message_id()))?;
    let mut by_kind: BTreeMap<String, Vec<&Query>> = BTreeMap::new();
    for query in corpus.queries.iter().filter(|query| query.language == language) {
        by_kind.entry(query.kind.clone()).or_default().push(query);
        if query.kind == "inflected" {
            let has = query.typed.to_lowercase().contains(['й', 'ё']);
            let kind = if has {
                "inflected, й or ё"
            } else {
                "inflected, the rest"
            };
            by_kind.entry(kind.to_owned()).or_default().push(query);
        }
    }
    for (kind, queries) in by_kind {
        let (mut found, mut spent) = (0, Vec::new());
        for query in &queries {
            let request = LibrarySearch {
                query: query.typed.clone(),
                limit: 10,
                language: None,
            };
            let before = Ticks::now();
            let hits = alice.app().library_search(request);
            spent.push(before.elapsed_ms());
            let hits = hits.or_else(|failure| failed(WHAT, failure.message_id()))?;
            found += usize::from(hits.iter().any(|hit| hit.id == query.page));
        }
        let row = Row {
            found,
            asked: queries.len(),
            median_ms: percentile(&spent, 50),
            p99_ms: percentile(&spent, 99),
        };
        rows.insert((language.to_owned(), kind, OURS.to_owned()), row);
    }
    Ok(())
}

fn peers(corpus: &Corpus) -> Outcome<Rows> {
    let mut command = program(&corpus.python.to_string_lossy(), &[]);
    command
        .arg(root().join("tests/search/bench/peers.py"))
        .arg(&corpus.folder);
    let printed = command.output().or_else(|why| failed(WHAT, why.to_string()))?;
    if !printed.status.success() {
        return failed(WHAT, String::from_utf8_lossy(&printed.stderr));
    }
    let mut rows = Rows::new();
    println!("\nindexes of the peers: CPU seconds, size on disk by raw text");
    let text = String::from_utf8_lossy(&printed.stdout);
    // The library of Kiwix prints what it does between.
    for line in text.lines().filter(|line| line.starts_with('{')) {
        match serde_json::from_str(line).or_else(|why| failed(WHAT, format!("{why}: {line}")))? {
            Reported::Searched {
                engine,
                language,
                kind,
                found,
                asked,
                median_ms,
                p99_ms,
            } => {
                let row = Row {
                    found,
                    asked,
                    median_ms,
                    p99_ms,
                };
                rows.insert((language, kind, engine), row);
            }
            Reported::Built {
                engine,
                language,
                build_s,
                bytes,
                raw_bytes,
            } => {
                let size = ratio(bytes, raw_bytes);
                println!("{language:4} {engine:14} {build_s:8.2} {size:8.2}");
            }
        }
    }
    Ok(rows)
}

fn labelled(figures: &mut Figures) {
    let alice = Device::alice();
    let score = Score::of(&Labelled::all(), &mut |query| {
        let request = LibrarySearch {
            query: query.to_owned(),
            limit: 10,
            language: None,
        };
        let hits = alice.app().library_search(request).unwrap_or_default();
        let articles = hits
            .into_iter()
            .filter(|hit| hit.kind == durumi_api::HitKind::Article);
        articles.map(|hit| hit.id).collect()
    });
    println!("\nlabelled queries over the starter library\n{score}");
    for (key, goal) in [
        ("ko", 0.97),
        ("ko-KP", 0.97),
        ("ru", 0.97),
        ("north-south", 0.95),
        ("south-north", 0.95),
    ] {
        let recall = score.recall_at_10.get(key).map_or(0.0, |share| share.of_one());
        figures.at_least(&format!("labelled_{key}"), recall, goal);
    }
}

fn share(row: &Row) -> f64 {
    ratio(row.found, row.asked)
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
pub fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
