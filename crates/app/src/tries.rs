//! Trying a passphrase on the keys file: the wait after wrong ones, the count, and what a right one puts in order.
//!
//! See "Tries" in `docs/formats/keys.md`. Every use of a passphrase comes through here, also the one that an
//! open notebook asks for again, so that none is a way around the count.

use std::{
    ops::Range,
    sync::PoisonError,
    time::{Duration, Instant},
};

use durumi_api::Failure;
use durumi_keys::{Grant, KeyFile, Opened, Passphrase, Role, Tries, UnlockError, Wait};

use crate::{App, app::CANDIDATE_GOAL, failure::unlock_failure, folder::NotebookFiles};

/// What a right passphrase gives: the keys file as it is on the disk now, and the slot that opened.
pub(crate) struct Attempt {
    pub(crate) keys: KeyFile,
    pub(crate) opened: Opened,
}

impl Attempt {
    /// The keys file, to change its slots. One of format 1 that found no room to be written anew is left as it is,
    /// and so is a damaged one.
    pub(crate) fn changeable(self) -> Result<(KeyFile, Opened), Failure> {
        if !self.keys.is_whole() {
            return Err(Failure::KeysDamaged);
        }
        if self.keys.is_old() {
            return Err(Failure::DiskFull);
        }
        Ok((self.keys, self.opened))
    }
}

impl App {
    /// Tries a passphrase. One that opens what is not `wanted` is wrong like any other.
    pub(crate) fn attempt(
        &self,
        passphrase: &Passphrase,
        wanted: impl Fn(&Grant) -> bool,
    ) -> Result<Attempt, Failure> {
        // One at a time: two at once would be counted as one.
        let _alone = self.trying.lock().unwrap_or_else(PoisonError::into_inner);
        let mut keys = self.keys_of_notebook()?;
        if !keys.is_whole() {
            return open_damaged(keys, passphrase, wanted);
        }
        self.hold_folder()?;
        let before = keys.tries();
        self.wait_is_over(&mut keys, before)?;
        keys.set_tries(before.begun(self.now_s()));
        self.save_tries(&keys)?;
        let started = Instant::now();
        let opened = keys.open(passphrase).and_then(|opened| {
            if wanted(&opened.grant) {
                Ok(opened)
            } else {
                Err(UnlockError::WrongPassphrase)
            }
        });
        let took = started.elapsed();
        match opened {
            Ok(opened) => self.right(keys, opened, passphrase, took),
            Err(error) => Err(self.wrong(keys, before, error)),
        }
    }

    /// Destroys every slot of the other notebook, when the slot that opened asks for it. Until that is done, the
    /// grant is not to be used.
    pub(crate) fn forget_other_if_asked(&self, attempt: &mut Attempt) -> Result<(), Failure> {
        let Attempt { keys, opened } = attempt;
        if opened.grant.role != Role::OpenAndForgetOther {
            return Ok(());
        }
        let other = opened.grant.notebook.other();
        keys.forget(self.random.as_ref(), other);
        self.destroy(keys, KeyFile::place_of_half(other))
    }

    fn keys_of_notebook(&self) -> Result<KeyFile, Failure> {
        let keys = self.folder.key_file()?.ok_or(Failure::NoNotebook)?;
        if keys.is_for_library_only() {
            return Err(Failure::NoNotebook);
        }
        if self.folder.notebook_files() == NotebookFiles::Neither {
            return Err(Failure::NotebookMissing);
        }
        Ok(keys)
    }

    fn wait_is_over(&self, keys: &mut KeyFile, tries: Tries) -> Result<(), Failure> {
        let left = match tries.wait(self.now_s()) {
            Wait::Over => return Ok(()),
            Wait::Seconds(left) => left,
            Wait::Again(left) => {
                keys.set_tries(Tries {
                    last_s: self.now_s(),
                    ..tries
                });
                self.save_tries(keys)?;
                left
            }
        };
        Err(Failure::WaitToTry {
            seconds: u32::try_from(left).unwrap_or(u32::MAX),
        })
    }

    fn right(
        &self,
        mut keys: KeyFile,
        opened: Opened,
        passphrase: &Passphrase,
        took: Duration,
    ) -> Result<Attempt, Failure> {
        keys.set_tries(Tries {
            wrong: 0,
            ..keys.tries()
        });
        // What follows is good to have and no reason to keep a notebook closed.
        if let Some(better) = self.in_order(&keys, &opened, passphrase, took)
            && self.save_keys(&better).is_ok()
        {
            return Ok(Attempt { keys: better, opened });
        }
        self.save_tries(&keys)?;
        Ok(Attempt { keys, opened })
    }

    /// The file as it should be now that this passphrase is known: in today's format, and at a cost that this
    /// computer can well bear. `None` when it is so already.
    fn in_order(
        &self,
        keys: &KeyFile,
        opened: &Opened,
        passphrase: &Passphrase,
        took: Duration,
    ) -> Option<KeyFile> {
        let random = self.random.as_ref();
        if keys.is_old() {
            return keys.renewed(random, opened, passphrase).ok();
        }
        let candidates = u32::try_from(passphrase.readings()).unwrap_or(u32::MAX);
        let dearer = self.cost.raised(keys.cost(), took / candidates.max(1));
        let mut better = KeyFile::parse(&keys.to_bytes()).ok()?;
        let raised = better.raise(random, dearer, opened, passphrase);
        raised.unwrap_or_default().then_some(better)
    }

    fn wrong(&self, mut keys: KeyFile, before: Tries, error: UnlockError) -> Failure {
        let failure = unlock_failure(error);
        if failure != Failure::WrongPassphrase {
            // It was never tried, or it was right and too new: neither is anybody's guess.
            keys.set_tries(before);
        } else if keys.tries().erases() {
            keys.erase(self.random.as_ref());
            let everything = KeyFile::place_of_all();
            return self.destroy(&keys, everything).err().unwrap_or(failure);
        }
        self.save_tries(&keys).err().unwrap_or(failure)
    }

    /// Puts a changed keys file in place.
    pub(crate) fn save_keys(&self, keys: &KeyFile) -> Result<(), Failure> {
        self.folder.replace_keys(keys, self.random.as_ref())
    }

    /// Writes what the header says of tries. Where there is no room for a new file, over the old one's bytes.
    fn save_tries(&self, keys: &KeyFile) -> Result<(), Failure> {
        let saved = self.save_keys(keys);
        if saved != Err(Failure::DiskFull) {
            return saved;
        }
        let (at, bytes) = keys.tries_in_place();
        // A disk too full even for that must not keep the notebook closed: its owner has to delete something.
        let _ = self.folder.overwrite_keys(at, &bytes);
        Ok(())
    }

    /// Makes sure that the slots in `range` are gone: over their bytes where they stand, then as a new file.
    pub(crate) fn destroy(&self, keys: &KeyFile, range: Range<usize>) -> Result<(), Failure> {
        let bytes = keys.to_bytes();
        if !keys.is_whole() {
            let piece = bytes.get(range.clone()).unwrap_or_default();
            return self.folder.overwrite_keys(range.start, piece);
        }
        self.folder.overwrite_keys(0, &bytes)?;
        // The bytes are as they should be already; a new file only stands somewhere else.
        let _ = self.save_keys(keys);
        Ok(())
    }

    fn now_s(&self) -> u64 {
        u64::try_from(self.clock.now_ms() / 1000).unwrap_or(0)
    }
}

/// Nothing is written over a damaged file, so nothing is counted there and nobody waits.
fn open_damaged(
    keys: KeyFile,
    passphrase: &Passphrase,
    wanted: impl Fn(&Grant) -> bool,
) -> Result<Attempt, Failure> {
    match keys.open(passphrase) {
        Ok(opened) if wanted(&opened.grant) => Ok(Attempt { keys, opened }),
        Ok(_) | Err(UnlockError::WrongPassphrase) => Err(Failure::KeysDamaged),
        Err(error) => Err(unlock_failure(error)),
    }
}

impl crate::CostChoice {
    /// What to raise a cost to that took so long for one candidate.
    fn raised(self, cost: durumi_keys::Cost, took: Duration) -> Option<durumi_keys::Cost> {
        match self {
            crate::CostChoice::Calibrated => cost.raised(CANDIDATE_GOAL, took),
            crate::CostChoice::Fixed(wish) => (wish.memory_kib() >= cost.memory_kib() * 2).then_some(wish),
        }
    }
}
