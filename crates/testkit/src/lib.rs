//! People and devices for tests: Alice, her computer, a clock that stands still.
