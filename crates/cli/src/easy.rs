//! Easy-read versions of articles: reading one, and what `durumi pack` says of them.

use durumi_api::Article;
use durumi_packs::Report;

use crate::words::Words;

/// Of a hundred sentences so many should be short enough.
const GOAL: usize = 95;
/// How many long sentences are listed.
const LISTED: usize = 100;

/// Puts the easy words in the place of the full text, where the article has them in every language that is shown.
pub(crate) fn choose(article: &mut Article) {
    if article.languages.iter().any(|text| text.easy.is_none()) {
        return;
    }
    for text in &mut article.languages {
        if let Some(easy) = text.easy.take() {
            (text.title, text.blocks) = (easy.title, easy.blocks);
        }
    }
}

/// How many there are and how many of their sentences are short enough; when too few are, the long ones.
pub(crate) fn print(words: &Words, report: &Report) {
    let counts = &report.counts;
    say!(
        "{}",
        words.text_with("pack-count-easy", [("count", counts.easy_articles.into())])
    );
    let Some(percent) = (counts.easy_short * 100).checked_div(counts.easy_sentences) else {
        return;
    };
    say!(
        "{}",
        words.text_with("pack-easy-short", [("percent", percent.into())])
    );
    if percent < GOAL {
        say!("{}", words.text("pack-easy-long"));
        for long in report.long_sentences.iter().take(LISTED) {
            say!("  {}: {} ({})", long.file, long.text, long.words);
        }
    }
}
