//! Rules of the tree that a reviewer would otherwise have to remember.

mod arrows;
mod capabilities;
mod documents;
mod locales;
mod manifests;
mod tree;
