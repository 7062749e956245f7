//! Who else may look into the memory of a program that opens the notebook: nobody.
//!
//! The system would otherwise write that memory to the disk when the program crashes, and let any other
//! program of the same person read it. Where the system knows no such refusal this does nothing.

/// No memory image after a crash, and no other program of this person may attach to this one.
///
/// Both hold until the program is replaced by another; the first also for programs that are started.
pub fn keep_memory_private() {
    #[cfg(target_os = "linux")]
    linux::keep_memory_private();
}

#[cfg(target_os = "linux")]
mod linux {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

    pub fn keep_memory_private() {
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        // Lowering a limit and giving up a right are never refused.
        let _ = setrlimit(Resource::Core, none);
        // Not dumpable also means that `ptrace` and `/proc/PID/mem` are refused to everybody but the administrator.
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }

    #[cfg(test)]
    mod tests {
        use rustix::process::{dumpable_behavior, getrlimit};

        use super::*;

        #[test]
        fn afterwards_there_is_no_memory_image_and_nobody_may_attach() {
            keep_memory_private();
            let image = getrlimit(Resource::Core);
            assert_eq!((image.current, image.maximum), (Some(0), Some(0)));
            assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
        }
    }
}
