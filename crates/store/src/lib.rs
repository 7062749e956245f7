//! Opens, keys, migrates, checks and closes an encrypted SQLite file.
