//! The place in a text that matched, for a list of results.

use crate::finder::{Finder, Hit};

/// A run of a snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// As it is written.
    pub text: String,
    /// True when it matched.
    pub hit: bool,
}

/// About how long a snippet is, in characters.
const LENGTH: usize = 100;
/// Text is looked through so far and no further, in bytes, and less far once there is something to show. Whoever
/// searched opens the article.
const LOOK: usize = 12 * 1024;
const LOOK_ON: usize = 3 * 1024;
/// A block with so many different things of those that were asked for is good enough.
const ENOUGH: usize = 4;

/// The best snippet among the blocks of a text: the first block with all that was asked for, else the
/// one with most of it; the beginning of `otherwise` when none has any, as when only the title matched.
pub fn snippet<'t>(finder: &Finder, blocks: impl Iterator<Item = &'t str>, otherwise: &str) -> Vec<Run> {
    let mut best: (usize, &str, Vec<Hit>) = (0, otherwise, Vec::new());
    let mut looked = 0;
    for block in blocks {
        let hits = finder.find(block);
        let different = count_wishes(&hits);
        if different > best.0 {
            best = (different, block, hits);
        }
        looked += block.len();
        let far = if best.0 == 0 { LOOK } else { LOOK_ON };
        if best.0 >= finder.wishes().min(ENOUGH) || looked > far {
            break;
        }
    }
    let (_, text, hits) = best;
    cut(text, &merge(hits))
}

fn count_wishes(hits: &[Hit]) -> usize {
    let mut wishes: Vec<usize> = hits.iter().map(|hit| hit.wish).collect();
    wishes.sort_unstable();
    wishes.dedup();
    wishes.len()
}

/// Hits that touch or overlap become one; they come sorted.
fn merge(hits: Vec<Hit>) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for hit in hits {
        match runs.last_mut() {
            Some((_, end)) if hit.start <= *end => *end = hit.end.max(*end),
            _ => runs.push((hit.start, hit.end)),
        }
    }
    runs
}

/// A window of about [`LENGTH`] characters with as many hits as fit, cut between words where there are any.
fn cut(text: &str, hits: &[(usize, usize)]) -> Vec<Run> {
    // Byte offsets of all character boundaries, so that windows can be counted in characters.
    let bounds: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let index = |at: usize| bounds.partition_point(|bound| *bound < at);
    let hits: Vec<(usize, usize)> = hits
        .iter()
        .map(|(start, end)| (index(*start), index(*end)))
        .collect();
    let last = bounds.len() - 1;
    let (from, to) = window(&hits, last);
    let at = |index: usize| bounds.get(index).copied().unwrap_or(text.len());
    let is_space = |index: usize| {
        text.get(at(index)..)
            .is_some_and(|rest| rest.starts_with(char::is_whitespace))
    };
    let from = if from == 0 {
        0
    } else {
        (from..from + 12).find(|i| is_space(*i)).map_or(from, |i| i + 1)
    };
    let to = if to == last {
        last
    } else {
        (to.saturating_sub(12)..=to)
            .rev()
            .find(|i| is_space(*i))
            .unwrap_or(to)
    };
    let mut runs = Vec::new();
    let mut push = |from: usize, to: usize, hit: bool| {
        if let Some(text) = text.get(at(from)..at(to)).filter(|text| !text.is_empty()) {
            runs.push(Run {
                text: text.to_owned(),
                hit,
            });
        }
    };
    let mut done = from;
    for (start, end) in hits
        .into_iter()
        .filter(|(start, end)| *start >= from && *end <= to)
    {
        push(done, start, false);
        push(start, end, true);
        done = end;
    }
    push(done, to, false);
    if from > 0 {
        mark_cut(&mut runs, Edge::Beginning);
    }
    if to < last {
        mark_cut(&mut runs, Edge::End);
    }
    runs
}

/// Where the window lies, in characters.
fn window(hits: &[(usize, usize)], last: usize) -> (usize, usize) {
    if last <= LENGTH + LENGTH / 4 {
        return (0, last);
    }
    let Some((first, end)) = hits
        .iter()
        .enumerate()
        .map(|(at, (start, end))| {
            let inside = hits
                .iter()
                .skip(at)
                .take_while(|(_, end)| *end <= start + LENGTH * 3 / 4);
            (
                inside.clone().count(),
                *start,
                inside.last().map_or(*end, |(_, end)| *end),
            )
        })
        // The earliest of the densest.
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, start, end)| (start, end))
    else {
        return (0, LENGTH);
    };
    let room = LENGTH.saturating_sub(end - first);
    let from = first.saturating_sub(room / 2);
    let to = (from + LENGTH.max(end - from)).min(last);
    (from.min(to.saturating_sub(LENGTH)), to)
}

/// Where a text was cut.
#[derive(Clone, Copy)]
enum Edge {
    Beginning,
    End,
}

fn mark_cut(runs: &mut Vec<Run>, edge: Edge) {
    let ellipsis = Run {
        text: "…".to_owned(),
        hit: false,
    };
    match edge {
        Edge::Beginning => match runs.first_mut() {
            Some(first) if !first.hit => first.text.insert(0, '…'),
            _ => runs.insert(0, ellipsis),
        },
        Edge::End => match runs.last_mut() {
            Some(last) if !last.hit => last.text.push('…'),
            _ => runs.push(ellipsis),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;

    fn shown(query: &str, blocks: &[&str]) -> String {
        let stage = Query::parse(query).stages().remove(0);
        let runs = snippet(&Finder::new(&stage), blocks.iter().copied(), "처음 글");
        runs.into_iter()
            .map(|run| {
                if run.hit {
                    format!("[{}]", run.text)
                } else {
                    run.text
                }
            })
            .collect()
    }

    #[test]
    fn a_short_block_is_shown_whole_with_its_hits() {
        let blocks = ["첫 글", "변호사를 부르십시오. 변호사는 무료입니다."];
        assert_eq!(
            shown("변호사 ", &blocks),
            "[변호사]를 부르십시오. [변호사]는 무료입니다."
        );
    }

    #[test]
    fn a_long_block_is_cut_between_words_around_its_hits() {
        let block = format!(
            "{}позвоните адвокату немедленно {}",
            "слово ".repeat(60),
            "ещё ".repeat(60)
        );
        let shown = shown("адвокат ", &[&block]);
        assert!(shown.contains("позвоните [адвокату] немедленно"), "{shown}");
        assert!(shown.starts_with("…слово") && shown.ends_with("ещё…"), "{shown}");
        assert!((80..=112).contains(&shown.chars().count()), "{shown}");
    }

    #[test]
    fn a_block_with_all_words_is_better_than_an_earlier_one_with_some() {
        let blocks = ["Полиция пришла.", "Полиция и адвокат."];
        assert_eq!(shown("полиция адвокат ", &blocks), "[Полиция] и [адвокат].");
    }

    #[test]
    fn without_a_hit_the_beginning_is_shown() {
        assert_eq!(shown("адвокат ", &["Ничего."]), "처음 글");
        let long = "가나다라마바사 ".repeat(40);
        let runs = cut(&long, &[]);
        assert!(runs[0].text.chars().count() <= LENGTH + 1 && runs[0].text.ends_with('…'));
    }
}
