-- What the keys of remotes are derived from once a device was removed. See docs/formats/sync.md, New keys.

-- At most one row; without it, they are derived from the notebook's own key.
CREATE TABLE exchange_key (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1), -- there is one
    epoch INTEGER NOT NULL CHECK (epoch > 0), -- how many there were before it, and it
    secret BLOB NOT NULL CHECK (length(secret) = 32) -- 32 random bytes
) STRICT;
