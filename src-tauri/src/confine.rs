//! What this process gives up before it shows anything.
//!
//! No memory image on disk when it crashes, no other program of the same user reading its memory, and
//! no network: a page under our content security policy could still open a bare connection through a
//! `preconnect` link (measured), so the system refuses sockets instead. The web view's processes
//! inherit all of it but the second.

/// Gives it up. Must be called while there is one thread.
pub fn this_process() {
    durumi_app::keep_memory_private();
    #[cfg(all(target_os = "linux", not(feature = "driver")))]
    linux::no_network();
}

#[cfg(all(target_os = "linux", not(feature = "driver")))]
mod linux {
    const EAFNOSUPPORT: i32 = 97;

    /// Refuses every kind of socket but those within this computer.
    ///
    /// An allow-list, because the kernel keeps growing families: local sockets for the display, the
    /// input method and the web view's own processes, and netlink, by which `GLib` asks what networks there are.
    pub fn no_network() {
        if is_refused_already() {
            return;
        }
        let Some(program) = filter() else { return };
        // Where the kernel has no such filters the content security policy still stands; docs/known-issues.md says so.
        let _ = seccompiler::apply_filter(&program);
    }

    /// True after a lock: a filter outlives the program that set it, and they would pile up.
    fn is_refused_already() -> bool {
        ["127.0.0.1:0", "[::1]:0"].iter().all(|address| {
            std::net::UdpSocket::bind(address).is_err_and(|why| why.raw_os_error() == Some(EAFNOSUPPORT))
        })
    }

    fn filter() -> Option<seccompiler::BpfProgram> {
        use seccompiler::{
            SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
            TargetArch,
        };
        const AF_UNIX: u64 = 1;
        const AF_NETLINK: u64 = 16;

        let (socket, io_uring_setup, architecture) = match std::env::consts::ARCH {
            "x86_64" => (41, 425, TargetArch::x86_64),
            "aarch64" => (198, 425, TargetArch::aarch64),
            _ => return None,
        };
        let is_not = |family| SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Ne, family);
        let foreign_family = SeccompRule::new(vec![is_not(AF_UNIX).ok()?, is_not(AF_NETLINK).ok()?]).ok()?;
        let mut rules = std::collections::BTreeMap::from([
            (socket, vec![foreign_family.clone()]),
            // It can make sockets without the call above. An empty list of rules matches every call.
            (io_uring_setup, vec![]),
        ]);
        if architecture == TargetArch::x86_64 {
            // The same calls by their numbers in the x32 convention, which some kernels still answer to.
            const X32: i64 = 0x4000_0000;
            rules.insert(X32 | socket, vec![foreign_family]);
            rules.insert(X32 | io_uring_setup, vec![]);
        }
        let refuse = SeccompAction::Errno(EAFNOSUPPORT.unsigned_abs());
        SeccompFilter::new(rules, SeccompAction::Allow, refuse, architecture)
            .ok()?
            .try_into()
            .ok()
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn under_the_filter_there_is_no_internet_socket_but_a_local_one() {
            // The filter holds for the thread that sets it and cannot be taken off again.
            std::thread::spawn(|| {
                assert!(
                    std::net::UdpSocket::bind("127.0.0.1:0").is_ok(),
                    "without the filter there is"
                );
                no_network();
                assert!(std::net::UdpSocket::bind("127.0.0.1:0").is_err());
                assert!(std::net::TcpListener::bind("127.0.0.1:0").is_err());
                assert!(
                    std::net::TcpStream::connect("[::1]:9")
                        .is_err_and(|why| why.raw_os_error() == Some(EAFNOSUPPORT))
                );
                assert!(std::os::unix::net::UnixDatagram::unbound().is_ok());
            })
            .join()
            .unwrap();
        }
    }
}
