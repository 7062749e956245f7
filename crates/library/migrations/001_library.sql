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
