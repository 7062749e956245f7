//! The pack that comes with the program.

use std::path::Path;

use durumi_packs::{Source, build, check, write_archive};

fn starter() -> Source {
    Source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/starter"))
}

#[test]
fn the_starter_pack_breaks_no_rule() {
    let report = check(&starter());
    let shown: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
    assert!(shown.is_empty(), "{}", shown.join("\n"));
    assert!(report.counts.articles >= 12 && report.counts.languages == 4 && report.counts.phrases >= 155);
    let (short, all) = (report.counts.easy_short, report.counts.easy_sentences);
    assert!(
        report.counts.easy_articles >= 43 && short * 100 >= all * 95,
        "{short} of {all}"
    );
    println!(
        "{:?}, archive {} bytes",
        report.counts,
        write_archive(&build(&starter()).unwrap()).len()
    );
}
