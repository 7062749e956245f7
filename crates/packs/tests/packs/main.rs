//! Tests of the crate as others see it.

mod built;
mod easy;
mod rules;
mod sample;
mod starter;
