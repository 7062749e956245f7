-- When recovery codes were made and tried. Never edited after release; what they are: docs/formats/keys.md.

-- At most one row for each kind; the codes themselves are nowhere.
CREATE TABLE recovery (
    kind INTEGER NOT NULL PRIMARY KEY CHECK (kind IN (1, 2)), -- 1 code, 2 shares
    made_ms INTEGER NOT NULL, -- when it was made, in milliseconds since 1970
    proved_ms INTEGER NOT NULL -- when the person last showed that it is still there; 0 for never since
) STRICT;
