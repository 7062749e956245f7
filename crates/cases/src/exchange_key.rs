//! The key that remotes are sealed with once a device was removed. It is part of the notebook.

use durumi_keys::{ExchangeKey, MasterKey};
use rusqlite::{OptionalExtension, params};
use zeroize::Zeroizing;

use crate::{CasesError, Notebook};

impl Notebook {
    /// The exchange key, once there is one.
    pub fn exchange_key(&self) -> Result<Option<ExchangeKey>, CasesError> {
        let mut statement = self
            .db
            .conn()
            .prepare_cached("SELECT epoch, secret FROM exchange_key")?;
        let row = statement.query_row([], |row| {
            let secret: [u8; 32] = row.get(1)?;
            Ok((row.get::<_, u32>(0)?, Zeroizing::new(secret)))
        });
        let kept = row.optional()?;
        Ok(kept.map(|(epoch, secret)| ExchangeKey::from_slice(epoch, &secret)))
    }

    /// Keeps another exchange key. What is remembered of every place is about objects under the old one and is
    /// forgotten; and all are turned off, because whoever has a removed device may know them.
    pub fn set_exchange_key(&mut self, key: &ExchangeKey) -> Result<(), CasesError> {
        self.db.transaction(|tx| {
            tx.execute(
                "INSERT OR REPLACE INTO exchange_key (only_row, epoch, secret) VALUES (1, ?1, ?2)",
                params![key.epoch(), key.expose().as_slice()],
            )?;
            tx.execute("UPDATE remote SET memory = x'', enabled = 0", [])?;
            Ok(())
        })
    }

    /// Whether a key is this notebook's.
    pub fn is_of(&self, master: &MasterKey) -> bool {
        let proof = master
            .derive_journal_key()
            .seal(self.random.as_ref(), b"durumi/is-of", &[]);
        self.journal.key.open(b"durumi/is-of", &proof).is_ok()
    }
}
