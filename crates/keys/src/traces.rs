//! Every key as bytes, for the campaign that looks for keys in memory. No program is built with this.

use crate::Grant;

impl Grant {
    /// The two master keys and all that is derived from them and kept.
    pub fn expose_every_key_for_a_scan(&self) -> Vec<[u8; 32]> {
        let (master, library) = (&self.master, &self.shelf);
        vec![
            *master.expose(),
            *master.derive_database_key().expose_for_a_scan(),
            *master.derive_journal_key().expose_for_a_scan(),
            *master.derive_attachment_key().expose_for_a_scan(),
            *library.expose(),
            *library.derive_database_key().expose_for_a_scan(),
        ]
    }
}
