//! Easy-read versions: what is built from them and how their sentences are counted.

use durumi_base::Language;
use durumi_packs::{
    Pack, PackError, Sha256, Source, build, check,
    content::{Article, BlockKind, Caution, Easy},
};

use crate::sample::Sample;

fn easy(sample: &Sample) -> Option<Easy> {
    let built = build(&sample.source()).expect("the sample breaks no rule");
    let (article, ..) = built
        .pack()
        .articles()
        .next()
        .expect("it has an article")
        .expect("it is whole");
    article.easy
}

#[test]
fn the_easy_read_version_has_blocks_and_cautions_of_its_own() {
    let easy = easy(&Sample::easy()).expect("the article has one");
    let blocks: Vec<_> = easy
        .blocks
        .iter()
        .map(|block| (block.kind, block.caution))
        .collect();
    assert_eq!(
        blocks,
        [(BlockKind::Title, None), (BlockKind::Step, Some(Caution::Medium))]
    );
    assert_eq!(easy.texts[&Language::Ru], ["Полиция", "Стойте. Ждите."]);
    assert_eq!(easy.texts[&Language::KoKp][1], "멈춰서십시오. 기다리십시오.");
}

#[test]
fn an_article_without_one_is_built_as_before() {
    assert_eq!(easy(&Sample::new()), None);
    let built = build(&Sample::new().source()).unwrap();
    let (_, blob) = built.pack().blobs().next().expect("the article comes first");
    let json = zstd::bulk::decompress(blob, 1 << 20).unwrap();
    assert!(!String::from_utf8(json).unwrap().contains("easy"));
}

#[test]
fn sixty_blocks_are_not_too_many() {
    let steps = "\n1. Ждите.".repeat(58);
    let facts = format!("easy_facts = [ [], [\"P07\"]{} ]", ", []".repeat(58));
    let sample = Sample::easy()
        .replace("articles/stopped/ru.easy.md", " Ждите.", &steps)
        .replace("articles/stopped/ko-KP.easy.md", " 기다리십시오.", &steps)
        .replace(
            "articles/stopped/article.toml",
            "easy_facts = [ [], [\"P07\"] ]",
            &facts,
        );
    assert_eq!(easy(&sample).map(|easy| easy.blocks.len()), Some(60));
}

#[test]
fn of_a_pack_without_facts_nobody_asks_for_easy_facts() {
    let pack = "format = 1\nid = \"plain\"\nversion = 1\nlanguages = [\"ru\"]\n[title]\nru = \"Текст\"\n\
                [default_source]\nname = \"x\"\nchecked_on = \"2026-11-24\"\n";
    let files = [
        ("pack.toml", pack),
        ("articles/a/ru.md", "# А"),
        ("articles/a/ru.easy.md", "# А\n\nБ"),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let report = check(&Source::from_files(files));
    assert_eq!((report.problems, report.counts.easy_articles), (vec![], 1));
}

#[test]
fn long_sentences_are_counted_and_named_and_refuse_nothing() {
    let counts = check(&Sample::easy().source()).counts;
    assert_eq!(
        (counts.easy_articles, counts.easy_sentences, counts.easy_short),
        (1, 6, 6)
    );
    let report = check(
        &Sample::easy()
            .replace(
                "articles/stopped/ru.easy.md",
                "Ждите.",
                "Один два три четыре пять шесть семь восемь — девять десять.",
            )
            .replace(
                "articles/stopped/ko-KP.easy.md",
                "기다리십시오.",
                "하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉.",
            )
            .source(),
    );
    assert_eq!(report.problems, []);
    assert_eq!((report.counts.easy_sentences, report.counts.easy_short), (6, 5));
    let [long] = report.long_sentences.as_slice() else {
        panic!("nine words are too many for Korean, ten are not for Russian")
    };
    assert_eq!(
        (long.file.as_str(), long.words),
        ("articles/stopped/ko-KP.easy.md", 9)
    );
    assert_eq!(long.text, "하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉.");
}

/// A pack with one article, whose content was changed by somebody who makes the hashes right again.
fn forged(change: impl FnOnce(&mut Article)) -> Pack {
    let built = build(&Sample::easy().source()).expect("the sample breaks no rule");
    let (mut article, ..) = built
        .pack()
        .articles()
        .next()
        .expect("it has an article")
        .expect("it is whole");
    change(&mut article);
    let json = serde_json::to_vec(&article).expect("an article is plain data");
    let blob = zstd::bulk::compress(&json, 1).expect("memory is there");
    let mut catalogue = built.pack().catalogue().clone();
    let entry = catalogue.blobs.first_mut().expect("the article comes first");
    entry.sha256 = Sha256::of(&blob);
    entry.size = u32::try_from(blob.len()).expect("it is small");
    entry.unpacked = u32::try_from(json.len()).expect("it is small");
    let others = built.pack().blobs().skip(1).map(|(_, blob)| blob.to_vec());
    let blobs = std::iter::once(blob).chain(others).collect();
    let catalogue = serde_json::to_vec(&catalogue).expect("a catalogue is plain data");
    Pack::from_parts(catalogue, blobs).expect("the hashes are right")
}

#[test]
fn an_easy_read_version_that_does_not_fit_is_refused() {
    let refused = |change: fn(&mut Easy)| {
        let pack = forged(|article| change(article.easy.as_mut().expect("the article has one")));
        let found = pack.articles().next().expect("it has an article");
        found.err()
    };
    assert_eq!(refused(|_| ()), None);
    let changes: [fn(&mut Easy); 5] = [
        |easy| easy.texts.clear(),
        |easy| easy.texts.retain(|language, _| *language != Language::Ru),
        |easy| easy.texts.values_mut().for_each(|texts| texts.truncate(1)),
        |easy| easy.blocks.reverse(),
        |easy| {
            let step = easy.blocks[1];
            easy.blocks.resize(61, step);
            for texts in easy.texts.values_mut() {
                texts.resize(61, "Ждите.".to_owned());
            }
        },
    ];
    for (number, change) in changes.into_iter().enumerate() {
        assert_eq!(refused(change), Some(PackError::Malformed), "change {number}");
    }
}
