//! From a passphrase to keys, and from keys to sealed bytes.
