//! In which order an index is asked.
//!
//! Each step is asked only while what came before found too little, so that most searches are one
//! expression. What finds all that was meant comes before what finds a part of it: a query in the wrong
//! keyboard layout or with a wrong letter is put right before its words are looked for one by one.

use crate::query::Query;
use crate::stage::{Class, Stage};
use crate::vocabulary::Vocabulary;

/// Below so many results we ask ourselves whether a letter is wrong.
const FEW: usize = 3;

/// A full-text index, as a search needs it.
pub trait Index {
    /// Why it could not be asked.
    type Error;

    /// Adds what the stage finds to what was found so far, below it, and says how much there is now.
    fn find(&mut self, stage: &Stage) -> Result<usize, Self::Error>;

    /// Every token of the index. Asked for only when a letter may be wrong.
    fn vocabulary(&mut self) -> Result<&Vocabulary, Self::Error>;
}

impl Query {
    /// Asks an index until there are `limit` results or nothing is left to try.
    pub fn ask<I: Index>(&self, limit: usize, index: &mut I) -> Result<(), I::Error> {
        let mut found = 0;
        let (strict, parts): (Vec<_>, Vec<_>) = self
            .stages()
            .into_iter()
            .partition(|stage| stage.class < Class::Parts);
        for stage in strict {
            if found < limit {
                found = index.find(&stage)?;
            }
        }
        let mut mended = false;
        if found == 0 && limit > 0 && !self.is_empty() {
            let readings = self.readings_as_queries();
            for reading in &readings {
                found = ask_first(found, reading.rescue(), index)?;
            }
            for query in std::iter::once(self).chain(&readings) {
                let stage = query.mended(index.vocabulary()?);
                mended |= stage.is_some();
                found = ask_first(found, stage, index)?;
            }
        }
        for stage in parts {
            if found < limit {
                found = index.find(&stage)?;
            }
        }
        if found < FEW.min(limit) && !mended {
            let stage = self.typos(index.vocabulary()?);
            if let Some(stage) = stage {
                index.find(&stage)?;
            }
        }
        Ok(())
    }
}

/// Asks unless something was found already: of several guesses the first that finds anything is right.
fn ask_first<I: Index>(found: usize, stage: Option<Stage>, index: &mut I) -> Result<usize, I::Error> {
    match stage {
        Some(stage) if found == 0 => index.find(&stage),
        _ => Ok(found),
    }
}
