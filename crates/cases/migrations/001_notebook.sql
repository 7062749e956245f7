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
