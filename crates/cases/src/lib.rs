//! The notebook: cases, notes, attachments, and the journal beneath them.
