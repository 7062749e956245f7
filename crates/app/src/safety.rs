//! What the owner of an open notebook decides about its keys: another passphrase, one that forgets the other
//! notebook, and erasing after wrong tries.

use durumi_api::{Done, EraseAfterSet, Failure, PassphraseChange};
use durumi_keys::{
    EraseAfter, Grant, KeyFile, NotebookNumber, Opened, Passphrase, Role, SlotKind, Tries, UnlockError,
};
use zeroize::Zeroizing;

use crate::{
    App,
    failure::{cost_failure, unlock_failure},
    passphrase::{choose, read_passphrase},
    state::State,
};

impl App {
    /// Gives the open notebook another passphrase. It needs the present one; nothing but its slot changes.
    pub fn passphrase_change(&self, request: PassphraseChange) -> Result<Done, Failure> {
        let present = Zeroizing::new(request.present);
        let new = Zeroizing::new(request.new);
        self.put_passphrase(SlotKind::Open, &present, &new)?;
        Ok(Done {})
    }

    /// Sets the passphrase that opens the notebook which is open now, and destroys every key to the other one
    /// before that. It needs the present passphrase.
    pub fn set_forgetting_passphrase(&self, present: &str, new: &str) -> Result<(), Failure> {
        self.put_passphrase(SlotKind::OpenAndForgetOther, present, new)
    }

    /// Switches erasing after wrong tries on or off. It goes for both notebooks, because a wrong try belongs to
    /// neither.
    pub fn erase_after_set(&self, request: EraseAfterSet) -> Result<Done, Failure> {
        let erase_after = match request.tries {
            None => None,
            Some(tries) => {
                let tries = u8::try_from(tries).ok().and_then(EraseAfter::new);
                Some(tries.ok_or_else(|| Failure::BadRequest {
                    what: "tries".to_owned(),
                })?)
            }
        };
        self.open_number()?;
        let mut keys = self.folder.key_file()?.ok_or(Failure::NoNotebook)?;
        if !keys.is_whole() {
            return Err(Failure::KeysDamaged);
        }
        keys.set_tries(Tries {
            erase_after,
            ..keys.tries()
        });
        self.save_keys(&keys)?;
        Ok(Done {})
    }

    /// Which notebook is open.
    pub(crate) fn open_number(&self) -> Result<NotebookNumber, Failure> {
        match &*self.state() {
            State::Reading(_) => Err(Failure::NoNotebook),
            State::Locked(_) => Err(Failure::Locked),
            State::Unlocked(unlocked) => Ok(unlocked.number),
        }
    }

    /// Proves that whoever sits here knows the passphrase of the notebook that is open.
    pub(crate) fn attempt_present(&self, typed: &str) -> Result<(KeyFile, Opened), Failure> {
        let number = self.open_number()?;
        let present = read_passphrase(typed)?;
        let wanted = |grant: &Grant| grant.role == Role::Open && grant.notebook == number;
        self.attempt(&present, wanted)?.changeable()
    }

    fn put_passphrase(&self, kind: SlotKind, present: &str, new: &str) -> Result<(), Failure> {
        self.open_number()?;
        let new = choose(new)?;
        let (mut keys, opened) = self.attempt_present(present)?;
        refuse_taken(&keys, &new, kind, &opened.grant)?;
        keys.put(self.random.as_ref(), kind, &new, &opened.grant)
            .map_err(cost_failure)?;
        self.save_keys(&keys)
    }
}

/// A new passphrase must open nothing yet but the slot whose place it takes: a place that comes first would
/// hide the new one for ever.
pub(crate) fn refuse_taken(
    keys: &KeyFile,
    new: &Passphrase,
    kind: SlotKind,
    grant: &Grant,
) -> Result<(), Failure> {
    match keys.open(new) {
        Err(UnlockError::WrongPassphrase) => Ok(()),
        Ok(found) if found.kind() == kind && found.grant.notebook == grant.notebook => Ok(()),
        Ok(_) => Err(Failure::PassphraseTaken),
        Err(error) => Err(unlock_failure(error)),
    }
}
