//! What an index costs to make: our analyser against `unicode61`, in one and the same encrypted database.

use durumi_library::{ANALYSER, SCHEMA};
use durumi_store::Database;

use super::pages::{Corpus, LANGUAGES, Page};
use crate::{
    bench::{Figures, Ticks, median},
    steps::{Outcome, failed},
};

const WHAT: &str = "bench search";
const ROUNDS: usize = 5;
const GOAL: f64 = 3.0;

/// Indexes the pages of each language by turns.
pub fn measure(corpus: &Corpus, figures: &mut Figures) -> Outcome {
    println!("\nindexing, CPU ms: Durumi, unicode61, ratio");
    for language in LANGUAGES {
        let pages = corpus.pages_in(language);
        let (mut ours, mut plain) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            ours.push(index(&pages, "durumi")?);
            plain.push(index(&pages, "unicode61")?);
        }
        let (ours, plain) = (median(&ours), median(&plain));
        println!("{language:4} {ours:8.0} {plain:8.0} {:8.2}", ours / plain);
        figures.at_most(&format!("{language}_indexing_by_plain_fts5"), ours / plain, GOAL);
    }
    Ok(())
}

fn index(pages: &[Page], tokenizer: &str) -> Outcome<f64> {
    index_with(pages, tokenizer).or_else(|why| failed(WHAT, why))
}

fn index_with(pages: &[Page], tokenizer: &str) -> Result<f64, String> {
    let mut database = Database::in_memory(&SCHEMA, &[ANALYSER]).map_err(|why| why.to_string())?;
    let bodies: Vec<String> = pages.iter().map(|page| page.body.join("\n\n")).collect();
    let before = Ticks::now();
    let made = database.transaction(|tx| {
        tx.execute_batch(&format!(
            "CREATE VIRTUAL TABLE bench USING fts5 (title, body, content = '', tokenize = '{tokenizer}')"
        ))?;
        let mut insert = tx.prepare("INSERT INTO bench (title, body) VALUES (?1, ?2)")?;
        for (page, body) in pages.iter().zip(&bodies) {
            insert.execute([&page.title, body])?;
        }
        tx.execute("INSERT INTO bench (bench) VALUES ('optimize')", [])?;
        Ok::<_, durumi_store::StoreError>(())
    });
    made.map_err(|why| why.to_string())?;
    Ok(before.elapsed_ms())
}
