//! The pack source format: reading, checking, building, and trusting what was built.
