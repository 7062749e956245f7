//! What every other crate speaks in: ids, dates, languages and limits.
//!
//! Nothing here reads a clock, a file or a random source; those come in as arguments, so that every
//! behaviour above can be written down as a test.

mod clock;
mod date;
mod id;
mod language;
pub mod limits;

pub use clock::{Clock, FixedClock, SystemClock};
pub use date::{Date, DateError};
pub use id::{AttachmentId, CaseId, DeviceId, EntryId, IdError, NotebookId};
pub use language::{Language, LanguageError};
