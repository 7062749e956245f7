-- Syncing: what travels besides a record's content, and what is remembered of the places it travels through.
-- See docs/formats/sync.md.

-- The first eight bytes of the salt with which the record was first sealed; they stay when it becomes void.
ALTER TABLE journal ADD COLUMN birth BLOB NOT NULL DEFAULT x'0000000000000000'; -- docs/formats/sync.md, Records
UPDATE journal SET birth = substr(sealed, 1, 8);

-- So that asking which records are here reads none of them.
CREATE INDEX journal_by_name ON journal (device, number, kind, birth);

-- Places that records travel through.
CREATE TABLE remote (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- random
    kind INTEGER NOT NULL, -- 1 folder
    place TEXT NOT NULL, -- a folder's path
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)), -- 0: left alone until it is turned on again
    last_ms INTEGER NOT NULL, -- when a round was last completed, milliseconds since 1970; 0: never
    memory BLOB NOT NULL -- what is remembered of it, JSON of crates/sync Memory; empty at first
) STRICT, WITHOUT ROWID;

-- What is remembered whatever the place.
CREATE TABLE sync_state (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1), -- there is one
    memory BLOB NOT NULL -- JSON of crates/sync Shared
) STRICT;

-- Records that do not open or mean nothing here. They are kept in the journal and passed on.
CREATE TABLE set_aside (
    device BLOB NOT NULL CHECK (length(device) = 16), -- who wrote it
    number INTEGER NOT NULL CHECK (number > 0), -- its number
    reason INTEGER NOT NULL, -- 1 does not open, 2 a newer kind, 3 its content means nothing
    PRIMARY KEY (device, number)
) STRICT, WITHOUT ROWID;
