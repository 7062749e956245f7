//! An update after 3 % of articles changed, by every carrier.

use std::{fs, path::Path};

use durumi_base::{Date, Language};
use durumi_library::{ANALYSER, Library, SCHEMA};
use durumi_packs::trust::{Anchor, Author, When, examine, open, write_repository_archive};
use durumi_store::Database;

use crate::{Figures, counting::Counting, sample};

const NOW_MS: i64 = 1_795_521_600_000;

pub fn measure(figures: &mut Figures, articles: usize) {
    let disk = tempfile::tempdir().unwrap();
    let changed = articles * 3 / 100;
    let (first, second) = (disk.path().join("1"), disk.path().join("2"));
    publish(disk.path(), &first, articles, 1, changed);
    publish(disk.path(), &second, articles, 2, changed);
    let mut identical = 0;
    for carrier in ["folder", "durumi-library", "library.durumi"] {
        // The middle one is found where it lies on a stick.
        let place = |version: &Path| match carrier {
            "durumi-library" => version.to_owned(),
            other => version.join(other),
        };
        let mut library = empty();
        let full = bring(&mut library, &place(&first));
        let update = bring(&mut library, &place(&second));
        let mut fresh = empty();
        bring(&mut fresh, &place(&second));
        identical += usize::from(replies(&library) == replies(&fresh));
        let percent = update as f64 * 100.0 / full as f64;
        println!("{carrier}: {full} bytes for everything, {update} for the update");
        let name = match carrier {
            "durumi-library" => "stick",
            "library.durumi" => "archive",
            other => other,
        };
        figures.at_most(&format!("update-percent-{name}"), percent, 5.0);
    }
    figures.exactly("updated-libraries-identical", identical, 3);
}

/// Signs a version and puts it out in all three ways.
fn publish(disk: &Path, to: &Path, articles: usize, version: u32, changed: usize) {
    let author = Author::at(&disk.join("work"));
    let when = When {
        now_ms: NOW_MS + i64::from(version) * 86_400_000,
        days: 90,
    };
    let built = sample::pack(articles, version, changed);
    author.sign_for_development(built.pack(), when).unwrap();
    author.publish_to_folder(&to.join("folder")).unwrap();
    author.publish_to_folder(&to.join("durumi-library")).unwrap();
    let mut archive = fs::File::create(to.join("library.durumi")).unwrap();
    write_repository_archive(&author.published().unwrap(), &mut archive).unwrap();
}

/// Brings a library up to what a place has. How many bytes it took.
fn bring(library: &mut Library, place: &Path) -> usize {
    let carrier = Counting::new(open(place).unwrap());
    let offer = examine(&carrier, &Anchor::development(), &library.trust_state().unwrap()).unwrap();
    let delivery = offer.fetch(&carrier, library).unwrap();
    library.deliver(&delivery).unwrap();
    carrier.bytes()
}

fn empty() -> Library {
    Library::new(Database::in_memory(&SCHEMA, &[ANALYSER]).unwrap()).unwrap()
}

/// Every article in every language, and searches.
fn replies(library: &Library) -> String {
    let today: Date = "2026-11-24".parse().unwrap();
    let mut text = String::new();
    for card in library.articles(Language::Ru).unwrap() {
        let article = library.article(&card.id, &Language::ALL, today).unwrap();
        text += &serde_json::to_string(&article).unwrap();
    }
    for query in ["адвокат", "полиция", "변호사", "asylum", "убежище"] {
        let mut hits: Vec<String> = library
            .search(query, 100, None)
            .unwrap()
            .iter()
            .map(|hit| hit.id.clone())
            .collect();
        hits.sort();
        text += &hits.join(" ");
    }
    text
}
