//! The use cases, and the states Reading, Locked and Unlocked: where the other crates meet.
