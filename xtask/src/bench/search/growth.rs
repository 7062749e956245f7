//! How time and size grow: articles and notes made of real paragraphs, drawn from the pages.

use durumi_api::Search;
use durumi_packs::trust;
use durumi_testkit::{Device, PASSPHRASE};
use serde_json::json;

use super::{
    pages::{self, Corpus, LANGUAGES, Page},
    quality::ratio,
};
use crate::{
    bench::{Figures, Ticks, percentile},
    steps::{Outcome, failed},
};

const WHAT: &str = "bench search";
/// Articles of one pack; one language each, so that there are two packs or more.
const PACK: usize = 25_000;
const SIZES: [usize; 3] = [1000, 10_000, 100_000];
/// The size that the goals are for: as many notes as articles.
const GOAL_SIZE: usize = 10_000;

/// Measures a library of each size; with a notebook of the same size where the goals are.
pub fn measure(corpus: &Corpus, figures: &mut Figures) -> Outcome {
    println!("\ngrowth: search of library and notebook, CPU ms; shelf on disk by raw text");
    println!(
        "{:>9} {:>8} {:>8} {:>8} {:>8} {:>9} {:>8}",
        "articles", "notes", "median", "p90", "p99", "shelf MB", "by raw"
    );
    for size in SIZES {
        let notes = if size == GOAL_SIZE { size } else { 0 };
        let library = Library::make(corpus, size, notes)?;
        let spent = library.ask(corpus)?;
        let (median, p99) = (percentile(&spent, 50), percentile(&spent, 99));
        let by_raw = ratio(library.shelf_bytes, library.raw_bytes);
        println!(
            "{size:9} {notes:8} {median:8.2} {:8.2} {p99:8.2} {:9.1} {by_raw:8.2}",
            percentile(&spent, 90),
            ratio(library.shelf_bytes, 1_000_000)
        );
        if size == GOAL_SIZE {
            figures.at_most("search_median_ms", median, 1.0);
            figures.at_most("search_p99_cpu_ms", p99, 5.0);
            figures.at_most("shelf_by_raw_text", by_raw, 1.0);
        }
    }
    Ok(())
}

struct Library {
    alice: Device,
    shelf_bytes: usize,
    raw_bytes: usize,
}

impl Library {
    fn make(corpus: &Corpus, size: usize, notes: usize) -> Outcome<Library> {
        let mut alice = Device::alice_with_notebook();
        let empty = shelf_bytes(&mut alice)?;
        let mut draw = Draw(1);
        let mut raw_bytes = 0;
        for language in LANGUAGES {
            let pages = corpus.pages_in(language);
            let mut left = size / LANGUAGES.len();
            while left > 0 {
                let count = left.min(PACK);
                let drawn: Vec<Page> = (0..count).map(|at| draw.page(&pages, left - at)).collect();
                raw_bytes += pages::raw_bytes(&drawn);
                let built = pages::pack(&format!("{language}-{left}"), &drawn)?;
                let installed = alice.app().install_pack(&trust::built_here(&built));
                installed.or_else(|failure| failed(WHAT, failure.message_id()))?;
                left -= count;
            }
        }
        if notes > 0 {
            let case = alice.call("case_create", json!({ "title": "사건" }));
            for _ in 0..notes {
                let text = draw.paragraph(&corpus.pages);
                alice.call(
                    "note_save",
                    json!({ "caseId": case.get("id"), "place": "", "text": text }),
                );
            }
        }
        Ok(Library {
            shelf_bytes: shelf_bytes(&mut alice)?.saturating_sub(empty),
            raw_bytes,
            alice,
        })
    }

    /// Every query, as the screen asks it first; CPU milliseconds of each.
    fn ask(&self, corpus: &Corpus) -> Outcome<Vec<f64>> {
        let mut spent = Vec::new();
        for query in &corpus.queries {
            let request = Search {
                query: query.typed.clone(),
                limit: 10,
                language: None,
            };
            let before = Ticks::now();
            let hits = self.alice.app().search(request);
            spent.push(before.elapsed_ms());
            hits.or_else(|failure| failed(WHAT, failure.message_id()))?;
        }
        Ok(spent)
    }
}

/// The size of the library's file when the program has ended and the log is worked in.
fn shelf_bytes(alice: &mut Device) -> Outcome<usize> {
    alice.stop();
    let about = std::fs::metadata(alice.data().join("shelf"));
    let bytes = about.or_else(|why| failed(WHAT, why.to_string()))?.len();
    let started = alice.start();
    started.or_else(|failure| failed(WHAT, failure.message_id()))?;
    alice.call("notebook_unlock", json!({ "passphrase": PASSPHRASE }));
    usize::try_from(bytes).or_else(|why| failed(WHAT, why.to_string()))
}

/// Numbers that are the same in every run (xorshift).
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap_or_default()
    }

    fn paragraph<'p>(&mut self, pages: &'p [Page]) -> &'p str {
        let page = pages.get(self.below(pages.len()));
        let body = page.map_or(&[] as &[String], |page| &page.body);
        body.get(self.below(body.len())).map_or("", String::as_str)
    }

    /// A title from one page, and as many paragraphs as it has, from any.
    fn page(&mut self, pages: &[Page], number: usize) -> Page {
        let titled = pages.get(self.below(pages.len()));
        let language = titled.map_or_else(String::new, |page| page.language.clone());
        let length = titled.map_or(0, |page| page.body.len());
        let body: Vec<String> = (0..length).map(|_| self.paragraph(pages).to_owned()).collect();
        Page {
            // Packs are in one library: of two articles with one name, one would be hidden.
            id: format!("{language}-{number}"),
            language,
            title: titled.map_or_else(String::new, |page| page.title.clone()),
            body: body.into_iter().filter(|text| !text.is_empty()).collect(),
        }
    }
}
