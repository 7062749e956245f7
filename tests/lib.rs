//! Tests that need more than one crate. Each folder here is one kind of question.
