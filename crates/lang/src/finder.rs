//! What the index found, found again in a text.

use std::collections::HashMap;

use crate::analyse::{WORD_START, Wanted, analyse, analyse_some};
use crate::hangul::{Syllable, number_of_lead};
use crate::irregular::other_first_letters;
use crate::layout;
use crate::stage::{Class, Stage};
use crate::token::Purpose;

/// The terms of an FTS5 expression, to find in a text what the index found in it.
///
/// An index need not hold the text, and where it does, SQLite would ask the whole question again for every row.
pub struct Finder {
    terms: Vec<Term>,
    /// How many different wishes there are.
    wishes: usize,
    /// For each token of any term its number.
    numbers: HashMap<String, u32>,
    /// Tokens that may go on, with their numbers.
    prefixes: Vec<(String, u32)>,
    begins: Begins,
}

/// How a token of ours may begin in a text.
#[derive(Default)]
struct Begins {
    /// First letters of words.
    letters: Vec<char>,
    /// First syllables.
    syllables: Vec<char>,
    /// One bit for each lead of a syllable, where the first syllable may still become another.
    leads: u32,
}

struct Term {
    /// Terms of one wish are different ways to say one thing.
    wish: usize,
    /// A phrase: at each place the numbers of the tokens that may stand there.
    places: Vec<Vec<u32>>,
}

/// Where a term was found, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Which wish it grants, from 0.
    pub(crate) wish: usize,
}

/// How much of a word of the text a term has to be.
#[derive(Clone, Copy)]
enum Extent {
    Whole,
    Beginning,
}

/// A token of the text that is one of ours.
struct Seen {
    place: u32,
    number: u32,
    start: usize,
    end: usize,
}

impl Begins {
    fn add(&mut self, token: &str, extent: Extent) {
        let token = token.strip_prefix(WORD_START).unwrap_or(token);
        let Some(first) = token.chars().next() else {
            return;
        };
        if let Some(lead) = number_of_lead(first) {
            let syllables = layout::compose(token);
            let mut syllables = syllables.chars();
            let syllable = syllables.next().filter(|c| Syllable::of(*c).is_some());
            // A tail that was typed last may begin the next syllable.
            let next = syllables.next().is_some_and(|c| Syllable::of(c).is_some());
            match syllable.filter(|_| next || matches!(extent, Extent::Whole)) {
                Some(syllable) => self.syllables.push(syllable),
                None => self.leads |= 1 << lead,
            }
            return;
        }
        for letter in std::iter::once(first).chain(other_first_letters(token)) {
            if !self.letters.contains(&letter) {
                self.letters.push(letter);
            }
        }
    }
}

impl Wanted for &Begins {
    fn word(&self, word: &str) -> bool {
        word.starts_with(|first| self.letters.contains(&first))
    }

    fn syllable(&self, first: char) -> bool {
        // A letter alone may be any of the keys.
        Syllable::of(first).is_none_or(|syllable| self.leads >> syllable.lead_number() & 1 == 1)
            || self.syllables.contains(&first)
    }
}

impl Finder {
    /// Takes the quoted strings out of a stage's expression.
    ///
    /// Strings between two `AND` are ways to say one thing; where there is no choice but `OR`, as
    /// [`Class::Parts`] has it, each is a thing of its own. That is all that is needed of how they are joined.
    pub fn new(stage: &Stage) -> Finder {
        let mut finder = Finder {
            terms: Vec::new(),
            wishes: 0,
            numbers: HashMap::new(),
            prefixes: Vec::new(),
            begins: Begins::default(),
        };
        let mut rest = stage.expression.as_str();
        let mut wish = 0;
        while let Some((between, quoted)) = rest.split_once('"') {
            let Some((text, after)) = quoted.split_once('"') else {
                break;
            };
            let next = between.contains(" AND ") || stage.class == Class::Parts;
            wish += usize::from(next && !finder.terms.is_empty());
            let extent = if after.trim_start().starts_with('*') {
                Extent::Beginning
            } else {
                Extent::Whole
            };
            finder.add(wish, text, extent);
            rest = after;
        }
        finder.wishes = (wish + 1).min(finder.terms.len());
        finder
    }

    /// How many different wishes there are.
    pub(crate) fn wishes(&self) -> usize {
        self.wishes
    }

    /// Every place of `text` that matches, by its beginning.
    pub(crate) fn find(&self, text: &str) -> Vec<Hit> {
        let seen = self.tokens_of(text);
        let mut hits = Vec::new();
        for Term { wish, places } in &self.terms {
            let Some((first, rest)) = places.split_first() else {
                continue;
            };
            for (at, begin) in seen
                .iter()
                .enumerate()
                .filter(|(_, token)| first.contains(&token.number))
            {
                let mut end = begin.end;
                let after = seen.get(at..).unwrap_or_default();
                let goes_on = (begin.place + 1..).zip(rest).all(|(place, numbers)| {
                    let found = after
                        .iter()
                        .find(|token| token.place == place && numbers.contains(&token.number));
                    found.inspect(|token| end = end.max(token.end)).is_some()
                });
                if goes_on {
                    hits.push(Hit {
                        start: begin.start,
                        end,
                        wish: *wish,
                    });
                }
            }
        }
        hits.sort_unstable();
        hits
    }

    fn add(&mut self, wish: usize, text: &str, extent: Extent) {
        let mut tokens: Vec<Vec<String>> = Vec::new();
        analyse(text, Purpose::Query, &mut |token| match tokens.last_mut() {
            Some(last) if token.colocated => last.push(token.text.to_owned()),
            _ => tokens.push(vec![token.text.to_owned()]),
        });
        let last = tokens.len().saturating_sub(1);
        let mut places = Vec::with_capacity(tokens.len());
        for (at, alternatives) in tokens.into_iter().enumerate() {
            places.push(
                alternatives
                    .into_iter()
                    .map(|token| self.number(token, if at == last { extent } else { Extent::Whole }))
                    .collect(),
            );
        }
        if !places.is_empty() {
            self.terms.push(Term { wish, places });
        }
    }

    fn number(&mut self, token: String, extent: Extent) -> u32 {
        self.begins.add(&token, extent);
        let next = u32::try_from(self.numbers.len() + self.prefixes.len()).unwrap_or(u32::MAX);
        match extent {
            Extent::Beginning => {
                self.prefixes.push((token, next));
                next
            }
            Extent::Whole => *self.numbers.entry(token).or_insert(next),
        }
    }

    /// The tokens of a text that are ours, in order.
    fn tokens_of(&self, text: &str) -> Vec<Seen> {
        let mut seen = Vec::new();
        // As a document, not as a highlight: a word of one syllable is found by its colocated token.
        analyse_some(text, Purpose::Document, &self.begins, |place, token| {
            let exact = self.numbers.get(token.text).copied();
            let begun = self
                .prefixes
                .iter()
                .filter(|(prefix, _)| token.text.starts_with(prefix.as_str()));
            for number in exact.into_iter().chain(begun.map(|(_, number)| *number)) {
                seen.push(Seen {
                    place,
                    number,
                    start: token.start,
                    end: token.end,
                });
            }
        });
        seen
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;

    fn found<'t>(query: &str, text: &'t str) -> Vec<&'t str> {
        let stage = Query::parse(query).stages().remove(0);
        let mut hits = Finder::new(&stage).find(text);
        // Of several ways to say one thing, the longest.
        hits.reverse();
        hits.dedup_by_key(|hit| hit.start);
        hits.reverse();
        hits.into_iter()
            .map(|hit| text.get(hit.start..hit.end).expect("hits are at characters"))
            .collect()
    }

    #[test]
    fn what_the_index_finds_is_found_again_in_the_text() {
        assert_eq!(found("변호사 ", "나는 변호사를 찾습니다"), ["변호사"]);
        assert_eq!(found("강제송환 ", "강제 송환은 금지"), ["강제 송환"]);
        assert_eq!(found("беженцев ", "Беженцы и беженец"), ["Беженцы", "беженец"]);
        assert_eq!(found("집 ", "우리 집에서"), ["집"]);
        assert_eq!(found("로동자 ", "노동자의 권리"), ["노동자"]);
        assert_eq!(found("человек ", "Люди говорят"), ["Люди"]);
        assert_eq!(found("말이 ", "ㅎ 말이"), ["말이"]);
        assert!(found("адвокат ", "Здесь ничего нет").is_empty());
    }

    #[test]
    fn wishes_are_counted_and_ways_to_say_them_are_not() {
        let wishes = |expression: &str, class| {
            Finder::new(&Stage {
                expression: expression.to_owned(),
                class,
                broad: false,
            })
            .wishes()
        };
        assert_eq!(wishes("(\"a\" * OR \"b\") AND \"c\"", Class::Words), 2);
        assert_eq!(wishes("\"a\" OR \"b\" OR \"c\"", Class::Parts), 3);
        assert_eq!(wishes("\"a\" AND \"b", Class::Words), 1);
        assert_eq!(wishes("", Class::Words), 0);
    }
}
