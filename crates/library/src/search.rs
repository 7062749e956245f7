//! Searching articles, contacts, phrase cards and places.
//!
//! The stages of a query are asked one after the other, best first, until there are results enough. The
//! index gives rows and scores; texts are unpacked only for what is shown.

use std::{borrow::Cow, rc::Rc};

use durumi_api::{HitKind, Piece, SearchHit};
use durumi_base::{Language, limits};
use durumi_lang::{
    Class, Closeness, Finder, Index, Matches, Query, Stage, Vocabulary, closeness, holds_small_words, snippet,
};
use durumi_packs::content::{Contact, Phrase, Place, Texts};
use serde::Deserialize;

use crate::{
    Library, LibraryError,
    index::{ARTICLE, CONTACT, PHRASE, PLACE},
    library::{self, language},
    standing::Standings,
};

/// From so many texts on, a single syllable or letter is looked for in titles only.
const MANY_TEXTS: i64 = 2000;

/// Of the results one in so many may be a card, unless nothing else is found: cards are short, many and alike, so that
/// a single word would find ten of them before the first article.
const CARDS_SHARE: usize = 3;

/// For so many results one more is looked at: what is spelt as the query is may come from below the last of them.
const RUNNERS_UP: usize = 2;

/// Every row that matches, in no order, with how often it has each term.
const MATCH: &str = "SELECT rowid, word_counts(word_index) FROM word_index WHERE word_index MATCH ?1";

/// What a word counts in the body, the title and the headings.
const WEIGHTS: [f64; 3] = [1.0, 10.0, 4.0];

/// What a row is. Asked only for the best ones.
const ROW: &str = "
    SELECT item.row, item.kind, item.id, wording.language, wording.title, wording.lead, item.pack
    FROM wording JOIN item ON item.row = wording.item
    WHERE wording.row = ?1 AND NOT item.shadowed";

/// An item that was found, before its text is looked at.
struct Found {
    item: i64,
    wording: i64,
    pack: i64,
    kind: i64,
    id: String,
    language: Language,
    title: String,
    lead: String,
    /// Lower is better.
    rank: f64,
    /// What kind of stage found it, and what it looked for.
    class: Class,
    finder: Rc<Finder>,
    /// Of a card; known once its text was looked at.
    danger: bool,
}

/// What a stage may add to what was found.
struct Taking {
    class: Class,
    finder: Rc<Finder>,
    /// How many items the stages before it have found.
    before: usize,
    /// How many rows are looked at.
    looked_at: usize,
    /// How many items there may be, and how many of them cards.
    limit: usize,
    cards: usize,
    wanted: Option<Language>,
}

impl Library {
    /// What was typed, with the synonyms that the packs know.
    pub fn query(&self, typed: &str) -> Query {
        Query::parse(typed).with_synonyms(&|word| self.synonyms.of(word))
    }

    /// Finds items by their words, best first; each item once, in the language that matched, or in `wanted` when
    /// that matched as well. Any text is a query.
    pub fn search(
        &self,
        typed: &str,
        limit: u32,
        wanted: Option<Language>,
    ) -> Result<Vec<SearchHit>, LibraryError> {
        let hits = self.search_by_class(&self.query(typed), limit, wanted)?;
        Ok(hits.into_iter().map(|(_, hit)| hit).collect())
    }

    /// The same, with how each was found.
    pub fn search_by_class(
        &self,
        query: &Query,
        limit: u32,
        wanted: Option<Language>,
    ) -> Result<Vec<(Class, SearchHit)>, LibraryError> {
        let limit = usize::try_from(limit)
            .unwrap_or(limits::SEARCH_RESULTS)
            .min(limits::SEARCH_RESULTS);
        let mut asked = Asked {
            library: self,
            limit,
            wanted,
            found: Vec::new(),
        };
        query.ask(limit, &mut asked)?;
        let mut found = asked.found;
        found.truncate(limit + limit / RUNNERS_UP);
        let mut hits = Vec::with_capacity(found.len());
        for mut found in found {
            let snippet = self.snippet(&mut found)?;
            let rank = closer(query, &found, &snippet);
            hits.push((found.class, rank, hit(found, snippet)));
        }
        hits.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        hits.truncate(limit);
        // Only now, so that a card keeps its place among what is shown, though further down.
        let weighed = |rank: f64, hit: &SearchHit| rank * weight_of(hit.kind);
        hits.sort_by(|a, b| {
            a.0.cmp(&b.0)
                .then(weighed(a.1, &a.2).total_cmp(&weighed(b.1, &b.2)))
        });
        Ok(hits.into_iter().map(|(class, _, hit)| (class, hit)).collect())
    }

    /// Adds what a stage finds and no stage before it has found.
    fn find(
        &self,
        stage: &Stage,
        limit: usize,
        wanted: Option<Language>,
        found: &mut Vec<Found>,
    ) -> Result<(), LibraryError> {
        let expression = if stage.broad && self.is_large()? {
            Cow::Owned(format!("title : ({})", stage.expression))
        } else {
            Cow::Borrowed(&stage.expression)
        };
        let before = found.len();
        // Each item may be found in every language, and those of earlier stages are found again.
        let room = limit + limit / RUNNERS_UP;
        let looked_at = (room + before) * self.languages as usize;
        let rows = self.best(&expression, looked_at + self.cards.len())?;
        if rows.is_empty() {
            return Ok(());
        }
        let taking = Taking {
            class: stage.class,
            finder: Rc::new(Finder::new(stage)),
            before,
            looked_at,
            limit: room,
            cards: limit.div_ceil(CARDS_SHARE),
            wanted,
        };
        self.take(&rows, &taking, found)?;
        if found.len() < limit {
            let rest = Taking {
                cards: limit,
                ..taking
            };
            self.take(&rows, &rest, found)?;
        }
        Ok(())
    }

    /// Adds the rows of a stage, as far as there is room.
    fn take(&self, rows: &[(i64, f64)], taking: &Taking, found: &mut Vec<Found>) -> Result<(), LibraryError> {
        let Taking {
            before,
            limit,
            wanted,
            ..
        } = *taking;
        let mut cards = found.iter().filter(|found| found.kind == PHRASE).count();
        let mut left = taking.looked_at;
        let mut statement = self.db.conn().prepare_cached(ROW)?;
        for &(wording, rank) in rows {
            if cards >= taking.cards && self.is_new_card(wording, found) {
                continue;
            }
            if left == 0 {
                break;
            }
            left -= 1;
            let mut rows = statement.query([wording])?;
            let Some(row) = rows.next()? else { continue };
            let (item, kind): (i64, i64) = (row.get(0)?, row.get(1)?);
            let known = found.iter().position(|known| known.item == item);
            let language = language(row, 3)?;
            match known {
                Some(at) if at < before => continue,
                Some(_) if wanted != Some(language) => continue,
                None if found.len() >= limit && wanted.is_none() => break,
                // The rows left may still have the wanted language of what was found.
                None if found.len() >= limit => continue,
                None => cards += usize::from(kind == PHRASE),
                Some(_) => {}
            }
            let new = Found {
                item,
                wording,
                pack: row.get(6)?,
                kind,
                id: row.get(2)?,
                language,
                title: row.get(4)?,
                lead: row.get(5)?,
                rank,
                class: taking.class,
                finder: Rc::clone(&taking.finder),
                danger: false,
            };
            match known.and_then(|at| found.get_mut(at)) {
                // The place of an item is that of its best language, its text that of the wanted one.
                Some(known) => {
                    *known = Found {
                        rank: known.rank,
                        ..new
                    }
                }
                None => found.push(new),
            }
        }
        Ok(())
    }

    /// Whether a row of the index is of a card that was not found yet. Asks no table.
    fn is_new_card(&self, wording: i64, found: &[Found]) -> bool {
        self.cards
            .get(&wording)
            .is_some_and(|card| found.iter().all(|known| known.item != *card))
    }

    /// The best rows of the index with their ranks, best first; at most `most`.
    fn best(&self, expression: &str, most: usize) -> Result<Vec<(i64, f64)>, LibraryError> {
        let mut statement = self.db.conn().prepare_cached(MATCH)?;
        let mut rows = statement.query([expression])?;
        let mut matches = Matches::new(&WEIGHTS);
        while let Some(row) = rows.next()? {
            matches.add(
                row.get(0)?,
                row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?,
            );
        }
        let standings = self.standings()?;
        Ok(matches.best(most, |row| standings.of(row), false))
    }

    fn standings(&self) -> Result<&Standings, LibraryError> {
        if let Some(known) = self.standings.get() {
            return Ok(known);
        }
        let standings = Standings::load(self.db.conn())?;
        Ok(self.standings.get_or_init(|| standings))
    }

    fn is_large(&self) -> Result<bool, LibraryError> {
        let texts: i64 = self
            .db
            .conn()
            .prepare_cached("SELECT max(row) FROM wording")?
            .query_row([], |row| Ok(row.get::<_, Option<i64>>(0)?.unwrap_or_default()))?;
        Ok(texts > MANY_TEXTS)
    }

    fn vocabulary(&self) -> Result<&Vocabulary, LibraryError> {
        if let Some(known) = self.vocabulary.get() {
            return Ok(known);
        }
        let mut statement = self.db.conn().prepare("SELECT term FROM word_list")?;
        let words = statement.query_map([], |row| row.get::<_, String>(0))?;
        let words: Vocabulary = words.collect::<Result<_, _>>()?;
        Ok(self.vocabulary.get_or_init(|| words))
    }

    fn snippet(&self, found: &mut Found) -> Result<Vec<Piece>, LibraryError> {
        if found.kind == ARTICLE {
            return self.snippet_of_article(found);
        }
        let mut statement = self
            .db
            .conn()
            .prepare_cached("SELECT content FROM record WHERE item = ?1")?;
        let mut rows = statement.query([found.item])?;
        let content = library::text(rows.next()?.ok_or(LibraryError::Damaged)?, 0)?;
        if found.kind == CONTACT {
            let contact: Contact = serde_json::from_str(content)?;
            let serves = text(&contact.serves, found.language);
            Ok(pieces(&found.finder, [serves].into_iter(), serves))
        } else if found.kind == PLACE {
            let place: Place = serde_json::from_str(content)?;
            Ok(snippet_of_place(found, &place))
        } else {
            let phrase: Phrase = serde_json::from_str(content)?;
            found.danger = phrase.danger;
            let text = text(&phrase.text, found.language);
            Ok(pieces(&found.finder, [text].into_iter(), text))
        }
    }

    fn snippet_of_article(&self, found: &Found) -> Result<Vec<Piece>, LibraryError> {
        let mut statement = self
            .db
            .conn()
            .prepare_cached("SELECT packed, unpacked FROM body WHERE wording = ?1")?;
        let mut rows = statement.query([found.wording])?;
        let row = rows.next()?.ok_or(LibraryError::Damaged)?;
        let packed = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
        let json = self
            .unpacker
            .borrow_mut()
            .unpack(found.pack, found.language, packed, row.get(1)?)?;
        let texts: Vec<Cow<'_, str>> = serde_json::from_slice::<Vec<Text<'_>>>(&json)?
            .into_iter()
            .map(|t| t.0)
            .collect();
        // The first is the title, which is shown anyway.
        Ok(pieces(
            &found.finder,
            texts.iter().skip(1).map(AsRef::as_ref),
            &found.lead,
        ))
    }
}

/// The library while it is asked, with what was found.
struct Asked<'l> {
    library: &'l Library,
    limit: usize,
    wanted: Option<Language>,
    found: Vec<Found>,
}

impl Index for Asked<'_> {
    type Error = LibraryError;

    fn find(&mut self, stage: &Stage) -> Result<usize, LibraryError> {
        self.library
            .find(stage, self.limit, self.wanted, &mut self.found)?;
        Ok(self.found.len())
    }

    fn vocabulary(&mut self) -> Result<&Vocabulary, LibraryError> {
        self.library.vocabulary()
    }
}

/// The snippet of a text in blocks, as the contract has it.
fn pieces<'t>(finder: &Finder, blocks: impl Iterator<Item = &'t str>, otherwise: &str) -> Vec<Piece> {
    let runs = snippet(finder, blocks, otherwise).into_iter();
    runs.map(|run| Piece {
        text: run.text,
        hit: run.hit,
    })
    .collect()
}

/// A text, borrowed from the JSON where nothing in it is escaped.
#[derive(Deserialize)]
struct Text<'j>(#[serde(borrow)] Cow<'j, str>);

/// What is there, or else what to be careful about. A place of which nothing is said shows its name.
fn snippet_of_place(found: &Found, place: &Place) -> Vec<Piece> {
    let (line, warning) = (
        text(&place.line, found.language),
        text(&place.warning, found.language),
    );
    let said = [line, warning].into_iter().find(|text| !text.is_empty());
    let otherwise = said.unwrap_or(&found.title);
    let spellings = place.also.iter().map(String::as_str);
    pieces(&found.finder, spellings.chain([otherwise]), otherwise)
}

fn text(texts: &Texts, language: Language) -> &str {
    texts.get(&language).map(String::as_str).unwrap_or_default()
}

/// The rank, bettered a little when the text is spelt as the query is: the index cannot tell 로동 from 노동.
fn closer(query: &Query, found: &Found, snippet: &[Piece]) -> f64 {
    let text = snippet
        .iter()
        .map(|piece| piece.text.as_str())
        .collect::<String>();
    let bonus = match closeness(query, &format!("{}\n\n{text}", found.title)) {
        Closeness::Exact => 1.2,
        Closeness::FoldedAtStart => 1.1,
        Closeness::FoldedEverywhere | Closeness::Apart => 1.0,
    };
    let small_words = if holds_small_words(query, &found.title) {
        1.1
    } else {
        1.0
    };
    found.rank * bonus * small_words
}

/// What a rank counts by the kind of what was found.
///
/// A contact or card is short, so that a single word weighs much in it; an article says more. A town, in whatever case
/// its name is typed, comes before the offices that have it in their names.
fn weight_of(kind: HitKind) -> f64 {
    match kind {
        HitKind::Place => 0.8,
        HitKind::Contact | HitKind::Phrase => 0.7,
        _ => 1.0,
    }
}

fn hit(found: Found, snippet: Vec<Piece>) -> SearchHit {
    let kind = match found.kind {
        ARTICLE => HitKind::Article,
        CONTACT => HitKind::Contact,
        PLACE => HitKind::Place,
        _ => HitKind::Phrase,
    };
    let title = match kind {
        HitKind::Phrase => snippet.iter().map(|piece| piece.text.as_str()).collect(),
        _ => found.title,
    };
    SearchHit {
        kind,
        id: found.id,
        case_id: String::new(),
        title,
        snippet,
        language: Some(found.language),
        date: None,
        danger: found.danger,
    }
}
