-- Both databases as they are created: the migrations of the crates that own them, word for word.
-- Made by `cargo xtask bindings`; tests/rules holds this file to them.

-- ======== notebook-1 and notebook-2: crates/cases/migrations ========

-- The notebook: what a person wrote. Never edited after release; see docs/formats/notebook.md.

CREATE TABLE meta (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1), -- there is one
    notebook BLOB NOT NULL CHECK (length(notebook) = 16), -- the same on every device that shares the notebook
    device BLOB NOT NULL CHECK (length(device) = 16), -- this copy
    analyser INTEGER NOT NULL -- version of the word rules that note_index and case_index were made with
) STRICT;

-- Sealed records, in the order in which each device wrote them.
CREATE TABLE journal (
    device BLOB NOT NULL CHECK (length(device) = 16), -- who wrote it
    number INTEGER NOT NULL CHECK (number > 0), -- from 1 without gaps for each device
    kind INTEGER NOT NULL, -- 1 change, 2 tombstone, 3 void
    entry BLOB NOT NULL, -- id of the entry it belongs to; to find the records of an entry that is removed
    sealed BLOB NOT NULL, -- docs/formats/notebook.md, Journal
    PRIMARY KEY (device, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX journal_by_entry ON journal (entry);

-- The current Automerge document of every entry.
CREATE TABLE document (
    entry BLOB NOT NULL PRIMARY KEY CHECK (length(entry) = 16), -- id of the case, note or attachment
    code INTEGER NOT NULL, -- 1 case, 2 note, 3 attachment
    saved BLOB NOT NULL -- as Automerge saves it
) STRICT, WITHOUT ROWID;

-- Entries removed for ever.
CREATE TABLE tombstone (
    entry BLOB NOT NULL PRIMARY KEY CHECK (length(entry) = 16) -- its id
) STRICT, WITHOUT ROWID;

CREATE TABLE case_file (
    row INTEGER NOT NULL PRIMARY KEY, -- for case_index
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16), -- the case's id
    title TEXT NOT NULL, -- as shown
    other_titles TEXT NOT NULL, -- titles given elsewhere at the same time: a JSON list, usually []
    changed_ms INTEGER NOT NULL -- of the case itself, not of what is in it
) STRICT;

CREATE TABLE note (
    row INTEGER NOT NULL PRIMARY KEY, -- for note_index
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16), -- the note's id
    case_id BLOB NOT NULL CHECK (length(case_id) = 16), -- the case may arrive later than its notes
    date TEXT NOT NULL, -- 2026-11-24, or empty when it has no day
    place TEXT NOT NULL, -- may be empty
    text TEXT NOT NULL, -- what happened
    conflicts TEXT NOT NULL, -- fields with several values: a JSON list, usually []
    changed_ms INTEGER NOT NULL -- milliseconds since 1970
) STRICT;

CREATE INDEX note_by_case ON note (case_id, date DESC, changed_ms DESC);

CREATE TABLE attachment (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), -- the attachment's id
    case_id BLOB NOT NULL CHECK (length(case_id) = 16), -- the case it belongs to
    name TEXT NOT NULL, -- of the file, without a folder
    media_type TEXT NOT NULL, -- as given, such as image/jpeg
    size INTEGER NOT NULL CHECK (size >= 0), -- bytes
    salt BLOB NOT NULL CHECK (length(salt) = 32), -- of the sealed bytes in attachment_chunk
    changed_ms INTEGER NOT NULL, -- when it was attached, milliseconds since 1970
    finished INTEGER NOT NULL CHECK (finished IN (0, 1)) -- 0 while it is being handed over
) STRICT, WITHOUT ROWID;

CREATE INDEX attachment_by_case ON attachment (case_id, changed_ms DESC);

CREATE TABLE attachment_chunk (
    attachment BLOB NOT NULL, -- id of the attachment
    number INTEGER NOT NULL CHECK (number >= 0), -- segment of the sealed object, from 0
    sealed BLOB NOT NULL, -- docs/formats/notebook.md, Attachments
    PRIMARY KEY (attachment, number)
) STRICT;

-- The words of notes and titles. The text itself stays in note and case_file.
CREATE VIRTUAL TABLE note_index USING fts5 (
    place, text, content = 'note', content_rowid = 'row', tokenize = 'durumi'
);
INSERT INTO note_index (note_index, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE case_index USING fts5 (
    title, content = 'case_file', content_rowid = 'row', tokenize = 'durumi'
);
INSERT INTO case_index (case_index, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER note_indexed AFTER INSERT ON note BEGIN
    INSERT INTO note_index (rowid, place, text) VALUES (new.row, new.place, new.text);
END;
CREATE TRIGGER note_unindexed AFTER DELETE ON note BEGIN
    INSERT INTO note_index (note_index, rowid, place, text) VALUES ('delete', old.row, old.place, old.text);
END;
CREATE TRIGGER note_reindexed AFTER UPDATE ON note BEGIN
    INSERT INTO note_index (note_index, rowid, place, text) VALUES ('delete', old.row, old.place, old.text);
    INSERT INTO note_index (rowid, place, text) VALUES (new.row, new.place, new.text);
END;
CREATE TRIGGER case_indexed AFTER INSERT ON case_file BEGIN
    INSERT INTO case_index (rowid, title) VALUES (new.row, new.title);
END;
CREATE TRIGGER case_unindexed AFTER DELETE ON case_file BEGIN
    INSERT INTO case_index (case_index, rowid, title) VALUES ('delete', old.row, old.title);
END;
CREATE TRIGGER case_reindexed AFTER UPDATE ON case_file BEGIN
    INSERT INTO case_index (case_index, rowid, title) VALUES ('delete', old.row, old.title);
    INSERT INTO case_index (rowid, title) VALUES (new.row, new.title);
END;

-- When recovery codes were made and tried. Never edited after release; what they are: docs/formats/keys.md.

-- At most one row for each kind; the codes themselves are nowhere.
CREATE TABLE recovery (
    kind INTEGER NOT NULL PRIMARY KEY CHECK (kind IN (1, 2)), -- 1 code, 2 shares
    made_ms INTEGER NOT NULL, -- when it was made, in milliseconds since 1970
    proved_ms INTEGER NOT NULL -- when the person last showed that it is still there; 0 for never since
) STRICT;

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

-- Where copies of this notebook were put. Never edited after release; what they are: docs/formats/backup.md.

-- The last copy in each place. A notebook made from a copy does not know of that copy.
CREATE TABLE backup (
    place TEXT NOT NULL PRIMARY KEY, -- a stick's name; empty for the computer itself
    made_ms INTEGER NOT NULL, -- when it was made, in milliseconds since 1970
    checked_ms INTEGER NOT NULL, -- when a copy there was last read from end to end
    records INTEGER NOT NULL -- how many records the journal had when it was made
) STRICT;

-- What the keys of remotes are derived from once a device was removed. See docs/formats/sync.md, New keys.

-- At most one row; without it, they are derived from the notebook's own key.
CREATE TABLE exchange_key (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1), -- there is one
    epoch INTEGER NOT NULL CHECK (epoch > 0), -- how many there were before it, and it
    secret BLOB NOT NULL CHECK (length(secret) = 32) -- 32 random bytes
) STRICT;

-- ======== shelf: crates/library/migrations ========

-- The library: what was installed from packs, and the index of its words. Everything here can be made
-- again from the packs. Never edited after release.

CREATE TABLE meta (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1), -- there is one
    analyser INTEGER NOT NULL -- version of the word rules that word_index was made with; 0: none yet
) STRICT;
INSERT INTO meta (only_row, analyser) VALUES (1, 0);

-- Installed packs. When two have an article of the same name, the one with the lower origin is read, then the
-- one with the lower row.
CREATE TABLE pack (
    row INTEGER NOT NULL PRIMARY KEY, -- for item and term
    id TEXT NOT NULL UNIQUE, -- its slug
    version INTEGER NOT NULL CHECK (version > 0), -- as its author counts
    origin INTEGER NOT NULL, -- 1 came with the program, 2 built on this computer
    title TEXT NOT NULL, -- a JSON map from language to text
    languages TEXT NOT NULL, -- a JSON list of tags; the first serves when a reader's language is missing
    catalogue BLOB NOT NULL CHECK (length(catalogue) = 32) -- SHA-256 of the catalogue
) STRICT;

-- The highest published version of every pack that was ever installed here; a lower one is a rollback. An own
-- build neither raises nor lowers it.
CREATE TABLE floor (
    id TEXT NOT NULL PRIMARY KEY, -- the pack's slug
    version INTEGER NOT NULL CHECK (version > 0) -- the highest seen
) STRICT, WITHOUT ROWID;

-- Articles, contacts, phrase cards and places.
CREATE TABLE item (
    row INTEGER NOT NULL PRIMARY KEY, -- for other tables to name it
    kind INTEGER NOT NULL, -- 1 article, 2 contact, 3 phrase, 4 place
    id TEXT NOT NULL, -- its slug
    pack INTEGER NOT NULL REFERENCES pack (row) ON DELETE CASCADE, -- where it came from
    place INTEGER NOT NULL, -- in its list, lowest first
    shadowed INTEGER NOT NULL DEFAULT 0 CHECK (shadowed IN (0, 1)), -- 1: a pack before this one has the same id
    UNIQUE (kind, id, pack)
) STRICT;

-- What articles rest on. Many have the same.
CREATE TABLE source (
    row INTEGER NOT NULL PRIMARY KEY, -- for other tables to name it
    pack INTEGER NOT NULL REFERENCES pack (row) ON DELETE CASCADE, -- where it came from
    names TEXT NOT NULL -- a JSON map from language to a list of names
) STRICT;

-- What an article says of itself, in no language.
CREATE TABLE article (
    item INTEGER NOT NULL PRIMARY KEY REFERENCES item (row) ON DELETE CASCADE, -- whose it is
    urgent TEXT NOT NULL, -- stopped, asylum, ill or empty
    urgent_first INTEGER NOT NULL CHECK (urgent_first IN (0, 1)), -- 1: what its urgent door opens
    audience TEXT NOT NULL, -- a JSON list
    checked_on TEXT NOT NULL, -- 2026-11-24
    review_by TEXT NOT NULL, -- likewise, or empty
    reviewed_by TEXT NOT NULL, -- empty: nobody reviewed it
    source INTEGER NOT NULL REFERENCES source (row), -- what it rests on
    blocks TEXT NOT NULL -- the kinds of its blocks, as crates/library/src/blocks.rs writes them
) STRICT;

-- An item in one language. The row is that of word_index.
CREATE TABLE wording (
    row INTEGER NOT NULL PRIMARY KEY, -- for other tables to name it
    item INTEGER NOT NULL REFERENCES item (row) ON DELETE CASCADE, -- what is worded
    language TEXT NOT NULL, -- its tag
    title TEXT NOT NULL, -- of an article, contact or place; empty for a phrase
    lead TEXT NOT NULL, -- the beginning of an article's first paragraph or step
    length INTEGER NOT NULL CHECK (length >= 0), -- bytes of what is indexed: of two that match, the shorter is first
    UNIQUE (item, language)
) STRICT;

-- What an article says in one language. Apart from wording, so that lists do not read past it; and a language by
-- itself and not with the others as in the pack, so that a search unpacks only what it shows.
CREATE TABLE body (
    wording INTEGER NOT NULL PRIMARY KEY REFERENCES wording (row) ON DELETE CASCADE, -- whose text it is
    unpacked INTEGER NOT NULL CHECK (unpacked > 0), -- bytes of the JSON list of the blocks' texts
    packed BLOB NOT NULL -- the list as one zstd frame, with the dictionary of its pack and language if there is one
) STRICT;

-- Text that a pack's articles have in common; without it short articles hardly get smaller.
CREATE TABLE dictionary (
    pack INTEGER NOT NULL REFERENCES pack (row) ON DELETE CASCADE, -- where it came from
    language TEXT NOT NULL, -- its tag
    content BLOB NOT NULL, -- as zstd takes it
    PRIMARY KEY (pack, language)
) STRICT;

-- A contact, a phrase card or a place, in all its languages.
CREATE TABLE record (
    item INTEGER NOT NULL PRIMARY KEY REFERENCES item (row) ON DELETE CASCADE, -- whose it is
    content TEXT NOT NULL -- JSON, as in the pack
) STRICT;

CREATE TABLE term (
    row INTEGER NOT NULL PRIMARY KEY, -- in the pack's order
    pack INTEGER NOT NULL REFERENCES pack (row) ON DELETE CASCADE, -- where it came from
    false_friend TEXT NOT NULL, -- for interpreters; empty for most
    word TEXT NOT NULL -- a JSON map from language to text
) STRICT;

-- Words that find one another.
CREATE TABLE synonym (
    row INTEGER NOT NULL PRIMARY KEY, -- in the pack's order
    pack INTEGER NOT NULL REFERENCES pack (row) ON DELETE CASCADE, -- where it came from
    words TEXT NOT NULL -- a JSON list
) STRICT;

-- The words. Contentless: the text is in body and record and nowhere else. All positions are kept, since a run of
-- Hangul is found as a phrase of pairs of syllables. The longest column comes first: FTS5 spends two bytes less on
-- every word of the first.
CREATE VIRTUAL TABLE word_index USING fts5 (
    body, title, headings, content = '', contentless_delete = 1, tokenize = 'durumi'
);
INSERT INTO word_index (word_index, rank) VALUES ('secure-delete', 1);
-- A page of SQLCipher has 80 bytes less than one of SQLite: the default of 4050 would spill onto a second.
INSERT INTO word_index (word_index, rank) VALUES ('pgsz', 3960);
-- So much of an index is made in memory and written once; the default of 1 MiB leaves a file full of holes.
INSERT INTO word_index (word_index, rank) VALUES ('hashsize', 33554432);

-- Every word of the index, to look for what was meant when a letter is wrong.
CREATE VIRTUAL TABLE word_list USING fts5vocab ('word_index', 'row');

-- Articles in easy words. Kept beside the full text and not indexed: who searches finds the full text and switches.
-- Never edited after release.

CREATE TABLE easy (
    wording INTEGER NOT NULL PRIMARY KEY REFERENCES wording (row) ON DELETE CASCADE, -- which article, in which language
    blocks TEXT NOT NULL, -- the kinds of its blocks, as in article
    unpacked INTEGER NOT NULL CHECK (unpacked > 0), -- bytes of the JSON list of the blocks' texts
    packed BLOB NOT NULL -- the list as in body
) STRICT;

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

-- What the last update of a pack changed, so that it can be read afterwards. Time limits are items of kind 5, years of
-- holidays of kind 6; both are kept in record and not indexed. Never edited after release.

-- The version that was here before; 0: none, or nobody has updated it yet.
ALTER TABLE pack ADD COLUMN before INTEGER NOT NULL DEFAULT 0;

-- A JSON map from language to a list of changes, as crates/library/src/packs.rs writes it; empty likewise.
ALTER TABLE pack ADD COLUMN changes TEXT NOT NULL DEFAULT '';
