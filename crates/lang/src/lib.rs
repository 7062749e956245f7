//! Folds, tokenises and matches Korean and Russian: pure functions.
