//! How long each text is.

use rusqlite::Connection;

use crate::LibraryError;

/// The lengths of all texts, by the row of their wording.
pub(crate) struct Lengths {
    bytes: Vec<u32>,
    mean: f64,
}

impl Lengths {
    pub(crate) fn load(conn: &Connection) -> Result<Self, LibraryError> {
        let mut bytes = Vec::new();
        let mut statement = conn.prepare("SELECT row, length FROM wording")?;
        let mut rows = statement.query([])?;
        let (mut sum, mut texts) = (0.0, 0.0_f64);
        while let Some(row) = rows.next()? {
            let (row, length): (i64, u32) = (row.get(0)?, row.get(1)?);
            let at = usize::try_from(row).map_err(|_| LibraryError::Damaged)?;
            if bytes.len() <= at {
                bytes.resize(at + 1, 0);
            }
            if let Some(place) = bytes.get_mut(at) {
                *place = length;
            }
            sum += f64::from(length);
            texts += 1.0;
        }
        Ok(Lengths {
            bytes,
            mean: (sum / texts.max(1.0)).max(1.0),
        })
    }

    /// How long a text is, in parts of the mean.
    pub(crate) fn of(&self, row: i64) -> f64 {
        let bytes = usize::try_from(row).ok().and_then(|row| self.bytes.get(row));
        bytes.map_or(1.0, |bytes| f64::from(*bytes) / self.mean)
    }
}
