-- Where copies of this notebook were put. Never edited after release; what they are: docs/formats/backup.md.

-- The last copy in each place. A notebook made from a copy does not know of that copy.
CREATE TABLE backup (
    place TEXT NOT NULL PRIMARY KEY, -- a stick's name; empty for the computer itself
    made_ms INTEGER NOT NULL, -- when it was made, in milliseconds since 1970
    checked_ms INTEGER NOT NULL, -- when a copy there was last read from end to end
    records INTEGER NOT NULL -- how many records the journal had when it was made
) STRICT;
