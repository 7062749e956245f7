-- Articles in easy words. Kept beside the full text and not indexed: who searches finds the full text and switches.
-- Never edited after release.

CREATE TABLE easy (
    wording INTEGER NOT NULL PRIMARY KEY REFERENCES wording (row) ON DELETE CASCADE, -- which article, in which language
    blocks TEXT NOT NULL, -- the kinds of its blocks, as in article
    unpacked INTEGER NOT NULL CHECK (unpacked > 0), -- bytes of the JSON list of the blocks' texts
    packed BLOB NOT NULL -- the list as in body
) STRICT;
