//! A remote that is watched while it is visited, and can be told to stop.

use std::sync::{
    PoisonError,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

use crate::{Entry, Kind, Remote, RemoteError};

/// What somebody outside sees of a visit, and how they end it.
#[derive(Debug, Default)]
pub struct Watch {
    objects: AtomicU64,
    bytes: AtomicU64,
    stop: AtomicBool,
    /// The place that is visited.
    place: std::sync::Mutex<Option<[u8; 16]>>,
}

impl Watch {
    /// Begins to count at a place.
    pub fn begin(&self, place: [u8; 16]) {
        self.objects.store(0, Ordering::Relaxed);
        self.bytes.store(0, Ordering::Relaxed);
        *self.place.lock().unwrap_or_else(PoisonError::into_inner) = Some(place);
    }

    /// The visit is over.
    pub fn end(&self) {
        *self.place.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Which place is visited, with the objects and the bytes that came or went so far.
    #[must_use]
    pub fn look(&self) -> Option<([u8; 16], u64, u64)> {
        let place = *self.place.lock().unwrap_or_else(PoisonError::into_inner);
        place.map(|place| {
            let counted = [&self.objects, &self.bytes].map(|count| count.load(Ordering::Relaxed));
            (place, counted[0], counted[1])
        })
    }

    /// Ends the visit before its next request. What was done stays.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    /// Takes back an earlier [`Watch::stop`].
    pub fn allow(&self) {
        self.stop.store(false, Ordering::SeqCst);
    }

    /// Whether the visit is to end.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::SeqCst)
    }

    fn count(&self, bytes: usize) {
        self.objects.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes as u64, Ordering::Relaxed);
    }
}

/// A remote under a [`Watch`].
pub struct Watched<'w, R> {
    remote: R,
    watch: &'w Watch,
}

impl<'w, R: Remote> Watched<'w, R> {
    /// Watches a remote.
    pub fn new(remote: R, watch: &'w Watch) -> Self {
        Watched { remote, watch }
    }

    fn may_go_on(&self) -> Result<(), RemoteError> {
        if self.watch.is_stopped() {
            Err(RemoteError::Stopped)
        } else {
            Ok(())
        }
    }
}

impl<R: Remote> Remote for Watched<'_, R> {
    fn list(&mut self, kind: Kind) -> Result<Vec<Entry>, RemoteError> {
        self.may_go_on()?;
        self.remote.list(kind)
    }

    fn get(&mut self, kind: Kind, name: &str, limit: u64) -> Result<Option<Vec<u8>>, RemoteError> {
        self.may_go_on()?;
        let object = self.remote.get(kind, name, limit)?;
        self.watch.count(object.as_ref().map_or(0, Vec::len));
        Ok(object)
    }

    fn put(&mut self, kind: Kind, name: &str, object: &[u8]) -> Result<(), RemoteError> {
        self.may_go_on()?;
        self.remote.put(kind, name, object)?;
        self.watch.count(object.len());
        Ok(())
    }

    fn delete(&mut self, kind: Kind, name: &str) -> Result<(), RemoteError> {
        self.may_go_on()?;
        self.remote.delete(kind, name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::remotes::Folder;

    #[test]
    fn a_visit_is_counted_and_ends_before_the_next_request_once_stopped() {
        let place = tempfile::tempdir().unwrap();
        let watch = Watch::default();
        assert_eq!(watch.look(), None);
        watch.begin([7; 16]);
        let mut remote = Watched::new(Folder::at(place.path().to_owned()), &watch);
        remote.put(Kind::Head, "aa", b"four").unwrap();
        remote.get(Kind::Head, "aa", 100).unwrap();
        assert_eq!(watch.look(), Some(([7; 16], 2, 8)));
        watch.stop();
        assert_eq!(remote.put(Kind::Head, "bb", b"x"), Err(RemoteError::Stopped));
        assert_eq!(remote.list(Kind::Head), Err(RemoteError::Stopped));
        watch.allow();
        assert_eq!(remote.list(Kind::Head).unwrap().len(), 1);
        watch.end();
        assert_eq!(watch.look(), None);
    }
}
