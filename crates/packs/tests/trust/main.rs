//! Repositories as a hostile stick, server or helper would hand them over.

mod attacks;
mod author;
mod bytes;
mod times;
mod world;
