-- What the last update of a pack changed, so that it can be read afterwards. Time limits are items of kind 5, years of
-- holidays of kind 6; both are kept in record and not indexed. Never edited after release.

-- The version that was here before; 0: none, or nobody has updated it yet.
ALTER TABLE pack ADD COLUMN before INTEGER NOT NULL DEFAULT 0;

-- A JSON map from language to a list of changes, as crates/library/src/packs.rs writes it; empty likewise.
ALTER TABLE pack ADD COLUMN changes TEXT NOT NULL DEFAULT '';
