//! Does a person land on the right page?

mod crossing;
mod fuzz;
mod labelled;
