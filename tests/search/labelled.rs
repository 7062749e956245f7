//! The labelled queries over the starter library. `queries.tsv` says what is expected, README.md how it was made.

use durumi_api::{HitKind, LibrarySearch};
use durumi_testkit::{Device, Labelled, Score};

fn search(alice: &Device, query: &str, limit: u32) -> Vec<String> {
    let request = LibrarySearch {
        query: query.to_owned(),
        limit,
        language: None,
    };
    let hits = alice.app().library_search(request).expect("any text is a query");
    let articles = hits.into_iter().filter(|hit| hit.kind == HitKind::Article);
    articles.map(|hit| hit.id).collect()
}

#[test]
fn labelled_queries_find_their_articles() {
    let alice = Device::alice();
    let score = Score::of(&Labelled::all(), &mut |query| search(&alice, query, 10));
    println!("{score}");
    for (key, bar) in [
        ("ko", 0.97),
        ("ru", 0.97),
        ("ko-KP", 0.97),
        ("north-south", 0.95),
        ("south-north", 0.95),
    ] {
        let recall = score.recall_at_10.get(key).expect("there are such rows").of_one();
        assert!(recall >= bar, "{key}: {recall:.3} is below {bar}\n{score}");
    }
}
