//! What every remote must do, whatever it is made of.

use durumi_sync::{Entry, Kind, Remote};

/// Checks a remote that is empty at first.
///
/// # Panics
/// When it does not conform; the message says where.
pub fn conforms(remote: &mut dyn Remote) {
    let [one, two] = ["1", "a"].map(|digit| digit.repeat(40));
    let list = |remote: &mut dyn Remote, kind| {
        let mut entries = remote.list(kind).expect("a list");
        entries.sort_by(|left, right| left.name.cmp(&right.name));
        entries
    };
    let entry = |name: &str, size| Entry {
        name: name.to_owned(),
        size,
    };
    for kind in Kind::ALL {
        assert_eq!(
            list(remote, kind),
            [],
            "a folder that was never written to is empty"
        );
        assert_eq!(
            remote.get(kind, &one, 10).expect("an answer"),
            None,
            "what is not there is none"
        );
        remote
            .delete(kind, &one)
            .expect("deleting what is not there is no error");
        remote.put(kind, &one, b"first").expect("a first object");
        remote
            .put(kind, &two, &vec![7; 100_000])
            .expect("a second object");
        assert_eq!(
            list(remote, kind),
            [entry(&one, 5), entry(&two, 100_000)],
            "names and sizes"
        );
        assert_eq!(
            remote.get(kind, &one, 1000).expect("an answer").as_deref(),
            Some(&b"first"[..])
        );
        assert_eq!(
            remote.get(kind, &two, 100_000).expect("an answer"),
            Some(vec![7; 100_000])
        );
        let cut = remote
            .get(kind, &two, 10)
            .expect("an answer")
            .expect("it is there");
        assert!(cut.len() <= 10, "no more than was asked for");
        remote.put(kind, &one, b"first").expect("the same again");
        remote.put(kind, &two, b"").expect("an empty object in its place");
        assert_eq!(
            list(remote, kind),
            [entry(&one, 5), entry(&two, 0)],
            "replaced, not doubled"
        );
    }
    for kind in Kind::ALL {
        remote.delete(kind, &two).expect("deleted");
        assert_eq!(
            list(remote, kind),
            [entry(&one, 5)],
            "only that one, in that folder"
        );
        remote.delete(kind, &one).expect("deleted");
        assert_eq!(list(remote, kind), []);
    }
}
