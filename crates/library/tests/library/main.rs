//! Tests of the crate as others see it.

mod any_input;
mod deadlines;
mod deliver;
mod easy;
mod install;
mod pack;
mod places;
mod reading;
mod search;
mod starter;
