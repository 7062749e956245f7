//! Installed articles, contacts and phrase cards, and searching them.
