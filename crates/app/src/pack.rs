//! Bringing signed packs into the library: choose, look, install.
//!
//! Looking verifies and fetches everything, so that installing needs the stick no more and cannot fail half way. What
//! was looked at is held in memory until it is installed or something else is looked at.

use std::{io::Cursor, path::Path};

use base64::{Engine, prelude::BASE64_STANDARD};
use durumi_api::{
    ChangeKind, ChangedThing, Done, Failure, OfferedPack, PackChange, PackFileAdd, PackFileStart,
    PackFileTicket, PackInstall, PackLook, PackOffer, PackStick, PackSticks, Signer,
};
use durumi_base::{Date, Language};
use durumi_library::{Change, Changes, Library};
use durumi_packs::{
    BlobKind, Verified,
    trust::{Anchor, Archive, Carrier, Delivery, Refusal, Update, Use, examine, open},
};

use crate::{
    App,
    failure::{library_failure, refusal_failure},
    shelf::OpenShelf,
    state::State,
    sticks,
};

/// The root inside the program. What its keys are for is read from it.
static ROOT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/root.json"));
const CHUNK_BYTES: u32 = 256 * 1024;
/// Largest file that a window hands over, in bytes. It is held in memory.
const FILE_BYTES: u64 = 128 * 1024 * 1024;
/// How many changes are listed for each pack.
const CHANGES: usize = 500;
const DAY_MS: i64 = 86_400_000;

/// What a person is about to install.
#[derive(Default)]
pub(crate) struct Pending {
    size: u64,
    file: Vec<u8>,
    delivery: Option<Verified<Delivery>>,
}

/// The root that this program trusts.
pub fn trusted_root() -> Anchor {
    Anchor::new(ROOT.to_vec()).expect("the program's build has checked it")
}

/// Whether this program trusts keys that anybody has.
pub(crate) fn is_for_development() -> bool {
    trusted_root().purpose() == Use::Development
}

impl App {
    /// Which sticks with packs are there.
    pub fn pack_sticks(&self, _request: PackSticks) -> Result<Vec<PackStick>, Failure> {
        let named = |stick: sticks::Stick| PackStick { name: stick.name };
        Ok(sticks::all().into_iter().map(named).collect())
    }

    /// Begins to take a file.
    pub fn pack_file_start(&self, request: PackFileStart) -> Result<PackFileTicket, Failure> {
        if request.size > FILE_BYTES {
            return Err(Failure::TooLarge);
        }
        *self.pending() = Pending {
            size: request.size,
            ..Pending::default()
        };
        Ok(PackFileTicket {
            chunk_bytes: CHUNK_BYTES,
        })
    }

    /// Takes the next piece.
    pub fn pack_file_add(&self, request: PackFileAdd) -> Result<Done, Failure> {
        let bytes = BASE64_STANDARD
            .decode(request.data)
            .map_err(|_| Failure::BadRequest {
                what: "data".to_owned(),
            })?;
        let mut pending = self.pending();
        if pending.file.len() as u64 + bytes.len() as u64 > pending.size {
            return Err(Failure::TooLarge);
        }
        pending.file.extend(bytes);
        Ok(Done {})
    }

    /// Verifies what a stick or the handed-over file has, and says what it would change.
    pub fn pack_look(&self, request: PackLook) -> Result<PackOffer, Failure> {
        let carrier: Box<dyn Carrier> = if let Some(name) = request.stick {
            let stick = sticks::all().into_iter().find(|stick| stick.name == name);
            open(&stick.ok_or(Failure::NotFound)?.path).map_err(refusal_failure)?
        } else {
            let file = std::mem::take(&mut self.pending().file);
            Box::new(Archive::new(Cursor::new(file)).map_err(refusal_failure)?)
        };
        self.look(carrier.as_ref(), request.language)
    }

    /// The same for any folder or file, for whoever may name one: the command line.
    pub fn look_at(&self, path: &Path, language: Language) -> Result<PackOffer, Failure> {
        let carrier = open(path).map_err(refusal_failure)?;
        self.look(carrier.as_ref(), language)
    }

    /// Installs what was looked at.
    pub fn pack_install(&self, _request: PackInstall) -> Result<Done, Failure> {
        let delivery = self.pending().delivery.take().ok_or(Failure::NotFound)?;
        let mut state = self.state();
        if matches!(*state, State::Reading(_)) && self.folder.read_keys()?.is_none() {
            *state = State::Reading(self.make_open_shelf()?);
        }
        let open = state.shelf_mut()?;
        if !open.is_durable() {
            return Err(Failure::NotWritable);
        }
        let delivered = open.library.deliver(&delivery).map_err(library_failure);
        self.remake_if_damaged(&mut state, delivered)?;
        Ok(Done {})
    }

    fn look(&self, carrier: &dyn Carrier, language: Language) -> Result<PackOffer, Failure> {
        self.pending().delivery = None;
        let mut state = self.state();
        let makes_file = matches!(*state, State::Reading(_)) && self.folder.read_keys()?.is_none();
        let open = state.shelf_mut()?;
        let delivery = fetch(open, carrier).map_err(library_failure)?;
        let offer = self.offer(&open.library, &delivery, language, makes_file)?;
        self.pending().delivery = Some(delivery);
        Ok(offer)
    }

    fn offer(
        &self,
        library: &Library,
        delivery: &Verified<Delivery>,
        language: Language,
        makes_file: bool,
    ) -> Result<PackOffer, Failure> {
        let delivery = delivery.get();
        let confirmed = delivery.confirmed();
        let now = self.clock.now_ms().max(delivery.state().newest_ms);
        let days = if confirmed.is_fresh(now) {
            0
        } else {
            now.saturating_sub(confirmed.at_ms) / DAY_MS
        };
        let packs = delivery.packs().iter();
        Ok(PackOffer {
            development: is_for_development(),
            confirmed_on: Date::from_unix_ms(confirmed.at_ms),
            days_old: u32::try_from(days).unwrap_or(u32::MAX),
            packs: packs
                .map(|update| offered(library, update, language))
                .collect::<Result<_, _>>()?,
            makes_file,
        })
    }
}

/// Verifies and fetches all there is. A library that cannot be written takes it into memory all the same.
fn fetch(
    shelf: &mut OpenShelf,
    carrier: &dyn Carrier,
) -> Result<Verified<Delivery>, durumi_library::LibraryError> {
    let library = &mut shelf.library;
    let offer = examine(carrier, &trusted_root(), &library.trust_state()?)?;
    library.keep_roots(&offer.roots())?;
    for pack in offer.packs() {
        if !library.accepts(pack.catalogue.id.as_str(), pack.catalogue.version)? {
            return Err(Refusal::Rollback.into());
        }
    }
    offer.fetch(carrier, library)
}

fn offered(library: &Library, update: &Update, language: Language) -> Result<OfferedPack, Failure> {
    let catalogue = update.catalogue();
    let installed = library
        .installed(catalogue.id.as_str())
        .map_err(library_failure)?;
    let fallback = catalogue.languages.first();
    let title = catalogue.title.get(&language);
    let title = title.or_else(|| catalogue.title.get(fallback?));
    let signed = update.signed();
    let signers = signed.names.iter().zip(&signed.keys);
    Ok(OfferedPack {
        id: catalogue.id.to_string(),
        title: title.cloned().unwrap_or_default(),
        version: catalogue.version,
        here: installed.map(|installed| installed.version),
        languages: catalogue.languages.clone(),
        signed_by: signers
            .map(|(name, key)| Signer {
                name: name.clone(),
                key: key.clone(),
            })
            .collect(),
        signed_on: Date::from_unix_ms(signed.at_ms),
        changes: changes(library, update, language)?,
    })
}

fn changes(library: &Library, update: &Update, language: Language) -> Result<Vec<PackChange>, Failure> {
    let changes = library.changes(update, language).map_err(library_failure)?;
    Ok(listed(changes))
}

/// All changes in one list, as far as anybody reads it.
pub(crate) fn listed(changes: Changes) -> Vec<PackChange> {
    let titled = |what| move |(how, title)| change(how, what, title);
    let mut all: Vec<PackChange> = changes
        .articles
        .into_iter()
        .map(titled(ChangedThing::Article))
        .collect();
    all.extend(changes.contacts.into_iter().map(titled(ChangedThing::Contact)));
    all.extend(changes.lists.into_iter().filter_map(|(how, kind)| {
        let what = match kind {
            BlobKind::Phrases => ChangedThing::Phrases,
            BlobKind::Places => ChangedThing::Places,
            BlobKind::Glossary => ChangedThing::Glossary,
            BlobKind::Synonyms => ChangedThing::Synonyms,
            BlobKind::Deadlines => ChangedThing::Deadlines,
            BlobKind::Holidays => ChangedThing::Holidays,
            BlobKind::Article | BlobKind::Contacts => return None,
        };
        Some(change(how, what, String::new()))
    }));
    all.truncate(CHANGES);
    all
}

fn change(how: Change, what: ChangedThing, title: String) -> PackChange {
    let how = match how {
        Change::New => ChangeKind::New,
        Change::Changed => ChangeKind::Changed,
        Change::Gone => ChangeKind::Gone,
    };
    PackChange { how, what, title }
}
