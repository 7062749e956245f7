-- Signed packs: what was verified, what is installed of each pack, and what has arrived for the next update.
-- See "What the client keeps" in docs/formats/repository.md. Never edited after release.

-- Who signed an installed pack: JSON as packs/src/trust/signed.rs writes it; empty for one that nobody signed.
ALTER TABLE pack ADD COLUMN signed TEXT NOT NULL DEFAULT '';

-- The newest signed time that was ever seen, in milliseconds since 1970. Never lowered.
ALTER TABLE meta ADD COLUMN newest_ms INTEGER NOT NULL DEFAULT 0;

-- When the repository was last confirmed to be the newest, in milliseconds since 1970; 0: never.
ALTER TABLE meta ADD COLUMN confirmed_ms INTEGER NOT NULL DEFAULT 0;

-- Until when that was promised, in milliseconds since 1970.
ALTER TABLE meta ADD COLUMN confirmed_until_ms INTEGER NOT NULL DEFAULT 0;

-- Verified metadata, as it was signed. Verified again each time it is used.
CREATE TABLE metadata (
    name TEXT NOT NULL PRIMARY KEY, -- root/2, timestamp, snapshot, targets or pack/<id>
    content BLOB NOT NULL -- the file
) STRICT, WITHOUT ROWID;

-- The parts of every installed pack, so that an update brings only what changed.
CREATE TABLE part (
    pack INTEGER NOT NULL REFERENCES pack (row) ON DELETE CASCADE, -- whose it is
    kind TEXT NOT NULL, -- article, contacts, phrases, places, glossary or synonyms
    name TEXT NOT NULL, -- the article's slug; for the others the kind again
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32), -- of the blob it was made from
    PRIMARY KEY (pack, kind, name)
) STRICT, WITHOUT ROWID;

-- Blobs that arrived and are not installed yet: an interrupted update goes on where it was.
CREATE TABLE arrived (
    sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32), -- its name
    content BLOB NOT NULL -- as it is stored in a repository
) STRICT;
