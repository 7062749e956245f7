//! Queries that nobody would type: the labelled ones, spoilt. Never an error, never long, never a snippet that is not in
//! order. `cargo xtask campaign queries` tries very many; here it is a few, to see that the fuzzing itself works.

use std::{
    env,
    time::{Duration, Instant},
};

use durumi_api::Search;
use durumi_testkit::{Device, Labelled};
use unicode_normalization::UnicodeNormalization;

/// Longer is a search that hangs. Generous, since tests also run on a busy machine and without optimisation.
const LONGEST: Duration = Duration::from_secs(5);

/// What a person would hardly type and a program may well be given.
const ODD: [&str; 20] = [
    "\"",
    "'",
    "*",
    "^",
    "(",
    ")",
    "NEAR(",
    " AND ",
    " OR ",
    " NOT ",
    "{title} :",
    "=",
    "\0",
    "\u{202e}",
    "\u{301}",
    "\u{ad}",
    "\u{1161}",
    "ㅎ",
    "\u{d7a3}\u{11ff}",
    "👩‍👩‍👧",
];

struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap_or_default()
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        all.get(self.below(all.len())).expect("there are some")
    }

    fn spoil(&mut self, query: &str, queries: &[Labelled]) -> String {
        let mut letters: Vec<char> = query.chars().collect();
        for _ in 0..=self.below(4) {
            let at = self.below(letters.len() + 1);
            match self.below(8) {
                0 => drop(letters.splice(at..at, self.one_of(&ODD).chars())),
                1 => letters.truncate(at),
                2 => letters = letters.iter().copied().chain(letters.iter().copied()).collect(),
                3 => letters = letters.iter().flat_map(|letter| letter.to_uppercase()).collect(),
                4 => letters = letters.iter().collect::<String>().nfd().collect(),
                5 => drop(letters.splice(at..at, self.one_of(queries).query.chars())),
                6 => letters.rotate_left(at),
                _ => {
                    let letter = char::from_u32(u32::try_from(self.below(0x11_0000)).unwrap_or(0))
                        .unwrap_or('\u{fffd}');
                    letters.insert(at, letter);
                }
            }
            letters.truncate(10_000);
        }
        letters.into_iter().collect()
    }
}

#[test]
fn spoilt_queries_are_answered() {
    let times: usize = env::var("DURUMI_FUZZ").map_or(150, |times| times.parse().expect("a number"));
    let alice = Device::alice_with_notebook();
    let case = alice.call("case_create", serde_json::json!({ "title": "사건 Дело" }));
    for text in [
        "경찰이 려권을 빼앗아 갔다",
        "Паспорт забрали на вокзале",
        "비자를 보자고 하였다",
    ] {
        let text: String = text.nfd().collect();
        alice.call(
            "note_save",
            serde_json::json!({ "caseId": case.get("id"), "place": "", "text": text }),
        );
    }
    let queries = Labelled::all();
    let mut dice = Dice(0x6475_7275_6d69);
    let mut longest = Duration::ZERO;
    for _ in 0..times {
        let start = dice.one_of(&queries);
        let query = dice.spoil(&start.query, &queries);
        let began = Instant::now();
        let hits = alice
            .app()
            .search(Search {
                query: query.clone(),
                limit: 10,
                language: None,
            })
            .unwrap_or_else(|failure| panic!("{failure:?} for {query:?}"));
        longest = longest.max(began.elapsed());
        assert!(began.elapsed() < LONGEST, "{:?} for {query:?}", began.elapsed());
        assert!(hits.len() <= 10, "{query:?}");
        for hit in hits {
            assert!(!hit.snippet.is_empty(), "{query:?}");
            assert!(
                hit.snippet.iter().all(|piece| !piece.text.is_empty()),
                "{query:?}"
            );
        }
    }
    println!("figure queries_spoilt {times} {times} ok");
    println!(
        "figure longest_query_ms {} {} ok",
        longest.as_millis(),
        LONGEST.as_millis()
    );
}
