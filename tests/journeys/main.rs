//! What people do with the program, from start to end, through the contract.

mod bad_luck;
mod main_job;
