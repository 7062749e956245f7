//! What ranking knows of every text without its words.

use durumi_lang::Standing;
use rusqlite::Connection;

use crate::LibraryError;

/// What an article behind one of the urgent doors weighs: it comes first among those that fit as well.
const URGENT: f64 = 1.15;

/// The standing of all texts, by the row of their wording.
pub(crate) struct Standings {
    texts: Vec<Option<Text>>,
    mean: f64,
}

#[derive(Clone, Copy)]
struct Text {
    /// Bytes of what is indexed.
    length: u32,
    urgent: bool,
}

impl Standings {
    pub(crate) fn load(conn: &Connection) -> Result<Self, LibraryError> {
        let mut texts = Vec::new();
        let mut statement = conn.prepare(
            "SELECT wording.row, wording.length, ifnull(article.urgent <> '', 0)
             FROM wording LEFT JOIN article ON article.item = wording.item",
        )?;
        let mut rows = statement.query([])?;
        let (mut sum, mut count) = (0.0, 0.0_f64);
        while let Some(row) = rows.next()? {
            let (at, text): (i64, Text) = (
                row.get(0)?,
                Text {
                    length: row.get(1)?,
                    urgent: row.get(2)?,
                },
            );
            let at = usize::try_from(at).map_err(|_| LibraryError::Damaged)?;
            if texts.len() <= at {
                texts.resize(at + 1, None);
            }
            if let Some(place) = texts.get_mut(at) {
                *place = Some(text);
            }
            sum += f64::from(text.length);
            count += 1.0;
        }
        Ok(Standings {
            texts,
            mean: (sum / count.max(1.0)).max(1.0),
        })
    }

    pub(crate) fn of(&self, row: i64) -> Standing {
        let text = usize::try_from(row).ok().and_then(|row| *self.texts.get(row)?);
        text.map_or_else(Standing::default, |text| Standing {
            length: f64::from(text.length) / self.mean,
            weight: if text.urgent { URGENT } else { 1.0 },
        })
    }
}
