//! The client's work flow: section 5 of The Update Framework, specification 1.0.34, over a [`Carrier`].
//!
//! The state machine is sigstore-tuf's [`TrustedMetadataSet`]; here is what is fetched in which order, what is asked
//! beyond the specification (`metadata.rs`), and our rule for time. The state machine is always given the earliest time
//! there is, so that nothing has expired for it; how old things are is told by [`Confirmed`].
//!
//! The library's own `Updater` was not used: it logs names, is asynchronous, and keeps files one by one, where ours are
//! kept in the transaction that installs.

use jiff_of_tuf::Timestamp as Moment;
use sigstore_tuf::{Error as TufError, Metadata, Root, Snapshot, Targets, Timestamp, TrustedMetadataSet};

use super::{
    Anchor, Carrier, FileName, Refusal, Signed, TrustState, Use, limits,
    metadata::{self, CheckedPack},
    state::{self, pack_name, root_name},
};
use crate::{Catalogue, Sha256, Slug, limits::CATALOGUE_BYTES, pack::unpack};

/// Nothing has expired at this time.
const BEFORE_EVERYTHING: Moment = Moment::MIN;

/// What a repository offers, once all its metadata and catalogues are verified. Blobs are not fetched yet.
#[derive(Clone, Debug)]
pub struct Offer {
    pub(super) packs: Vec<Offered>,
    pub(super) state: TrustState,
    pub(super) confirmed: Confirmed,
}

/// One pack of an offer.
#[derive(Clone, Debug)]
pub struct Offered {
    /// What the pack is.
    pub catalogue: Catalogue,
    /// Who signed it.
    pub signed: Signed,
    pub(super) json: Vec<u8>,
}

/// When a repository was last said to be the newest, and until when that was promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// Until when, in milliseconds since 1970.
    pub until_ms: i64,
}

impl Confirmed {
    /// Whether the promise still holds. `now_ms` is the later of the clock and the newest signed time.
    pub fn is_fresh(&self, now_ms: i64) -> bool {
        now_ms <= self.until_ms
    }
}

impl Offer {
    /// Its packs, by id.
    pub fn packs(&self) -> &[Offered] {
        &self.packs
    }

    /// When it was said to be the newest.
    pub fn confirmed(&self) -> Confirmed {
        self.confirmed
    }

    /// What a client should keep even if it installs nothing.
    pub fn roots(&self) -> TrustState {
        self.state.roots_only()
    }
}

/// Verifies everything of a repository but its blobs.
pub fn examine(carrier: &dyn Carrier, anchor: &Anchor, kept: &TrustState) -> Result<Offer, Refusal> {
    let mut client = Client::new(carrier, anchor, kept)?;
    client.update_root()?;
    client.load_kept();
    client.update_timestamp()?;
    client.update_snapshot()?;
    client.update_targets()?;
    client.offer()
}

struct Client<'c> {
    carrier: &'c dyn Carrier,
    anchor: &'c Anchor,
    kept: &'c TrustState,
    trusted: TrustedMetadataSet,
    state: TrustState,
}

impl<'c> Client<'c> {
    /// 5.2, "Load trusted root metadata": the root inside the program, and after it those that were kept.
    fn new(carrier: &'c dyn Carrier, anchor: &'c Anchor, kept: &'c TrustState) -> Result<Self, Refusal> {
        // Also hands ring to the library.
        metadata::root(anchor.root())?;
        let trusted = TrustedMetadataSet::from_root(anchor.root())?;
        let mut client = Client {
            carrier,
            anchor,
            kept,
            trusted,
            state: TrustState {
                newest_ms: kept.newest_ms,
                ..TrustState::default()
            },
        };
        while let Some(bytes) = kept.root(client.root_version() + 1) {
            if client.step_root(bytes).is_err() {
                break;
            }
        }
        Ok(client)
    }

    fn root_version(&self) -> u32 {
        u32::try_from(self.trusted.root().version).unwrap_or(u32::MAX - 1)
    }

    fn purpose(&self) -> Use {
        self.anchor.purpose()
    }

    fn required(&self, name: &FileName, limit: u64) -> Result<Vec<u8>, Refusal> {
        self.carrier.read(name, limit)?.ok_or(Refusal::Incomplete)
    }

    /// 5.3, "Update the root role".
    fn update_root(&mut self) -> Result<(), Refusal> {
        // Beyond the specification: a repository that begins with another root is named for what it is.
        let first = self
            .carrier
            .read(&FileName::Root(self.anchor.version()), limits::ROOT)?;
        if let Some(first) = first
            && !is_the_same::<Root>(&first, self.anchor.root())?
        {
            return Err(Refusal::UnknownRoot);
        }
        // 5.3.2: "Try downloading version N+1 of the root metadata file, up to some W number of bytes."
        for _ in 0..limits::NEW_ROOTS {
            let next = FileName::Root(self.root_version() + 1);
            match self.carrier.read(&next, limits::ROOT)? {
                Some(bytes) => self.step_root(&bytes)?,
                // 5.3.3: "If this file is not available, then go to step 5.3.10." Which is expiry, and refuses nothing.
                None => return Ok(()),
            }
        }
        Err(Refusal::TooLarge)
    }

    /// 5.3.4 to 5.3.8: signed by a threshold of the old keys and of the new ones, one version up; then kept.
    fn step_root(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        let checked = metadata::root(bytes)?;
        if checked.purpose != self.purpose() {
            return Err(Refusal::DevelopmentKeys);
        }
        match self.trusted.update_root(bytes) {
            // 5.3.5: "the version number of the new root metadata must be exactly the version in the trusted root
            // metadata incremented by one".
            Err(TufError::BadRootVersion { trusted, new }) if new <= trusted => {
                return Err(Refusal::Rollback);
            }
            result => result?,
        }
        self.see::<Root>(bytes)?;
        self.state.put(root_name(checked.version), bytes);
        Ok(())
    }

    /// What was verified before is the floor for what comes. What the newest root's keys did not sign is forgotten,
    /// which is 5.3.11: whoever stole a key cannot keep clients on a version that is never reached.
    fn load_kept(&mut self) {
        if let Some(bytes) = self.kept.get(state::TIMESTAMP)
            && self.trusted.update_timestamp(bytes, BEFORE_EVERYTHING).is_ok()
        {
            self.state.put(state::TIMESTAMP.to_owned(), bytes);
        }
        if let Some(bytes) = self.kept.get(state::SNAPSHOT)
            && self.trusted.update_snapshot(bytes, BEFORE_EVERYTHING).is_ok()
        {
            self.state.put(state::SNAPSHOT.to_owned(), bytes);
        }
    }

    /// 5.4, "Update the timestamp role".
    fn update_timestamp(&mut self) -> Result<(), Refusal> {
        let bytes = self
            .carrier
            .read(&FileName::Timestamp, limits::TIMESTAMP)?
            .ok_or(Refusal::NothingHere)?;
        metadata::head::<Timestamp>(&bytes)?;
        match self.trusted.update_timestamp(&bytes, BEFORE_EVERYTHING) {
            Ok(()) => self.state.put(state::TIMESTAMP.to_owned(), &bytes),
            // 5.4.3.1: "In case they are equal, discard the new timestamp metadata". Beyond the specification: unless it
            // says something else, for then somebody signed two truths.
            Err(TufError::EqualVersion { .. }) => {
                let kept = self.state.get(state::TIMESTAMP).unwrap_or_default();
                if !is_the_same::<Timestamp>(&bytes, kept)? {
                    return Err(Refusal::Mixed);
                }
            }
            Err(error) => return Err(error.into()),
        }
        self.see::<Timestamp>(&bytes)
    }

    /// 5.5, "Update the snapshot role": hashes and version as in the timestamp, signatures, and no version of any role
    /// lower than before nor any role gone.
    fn update_snapshot(&mut self) -> Result<(), Refusal> {
        let pin = self
            .trusted
            .timestamp()
            .and_then(Timestamp::snapshot_meta)
            .ok_or(Refusal::Malformed)?
            .clone();
        let version = version(pin.version)?;
        if self.trusted.snapshot().map(|snapshot| snapshot.version) == Some(pin.version) {
            return Ok(());
        }
        let bytes = self.required(&FileName::Snapshot(version), limits::SNAPSHOT)?;
        metadata::head::<Snapshot>(&bytes)?;
        self.trusted.update_snapshot(&bytes, BEFORE_EVERYTHING)?;
        self.see::<Snapshot>(&bytes)?;
        self.state.put(state::SNAPSHOT.to_owned(), &bytes);
        Ok(())
    }

    fn pinned(&self, file: &str) -> Result<Option<u32>, Refusal> {
        let snapshot = self.trusted.snapshot().ok_or(Refusal::Malformed)?;
        snapshot
            .meta
            .get(file)
            .map(|pin| version(pin.version))
            .transpose()
    }

    /// 5.6, "Update the targets role".
    fn update_targets(&mut self) -> Result<(), Refusal> {
        let version = self.pinned("targets.json")?.ok_or(Refusal::Mixed)?;
        let kept = self.kept_as::<Targets>(state::TARGETS, version);
        let bytes = match kept {
            Some(bytes) => bytes,
            None => self.required(&FileName::Targets(version), limits::TARGETS)?,
        };
        metadata::head::<Targets>(&bytes)?;
        self.trusted.update_targets(&bytes, BEFORE_EVERYTHING)?;
        self.see::<Targets>(&bytes)?;
        self.state.put(state::TARGETS.to_owned(), &bytes);
        Ok(())
    }

    /// A kept file, when it has the version that is asked for.
    fn kept_as<T: sigstore_tuf::Role>(&self, name: &str, version: u32) -> Option<Vec<u8>> {
        let bytes = self.kept.get(name)?;
        let (head, _) = metadata::head::<T>(bytes).ok()?;
        (head.version == version).then(|| bytes.to_vec())
    }

    /// 5.6.7, "perform a pre-order depth-first search": every pack has one role, and its role has one catalogue.
    fn offer(mut self) -> Result<Offer, Refusal> {
        let targets = self.trusted.targets_role("targets").ok_or(Refusal::Malformed)?;
        let ids = metadata::delegations(targets, self.purpose())?;
        let mut packs = Vec::with_capacity(ids.len());
        for id in ids.keys() {
            // 5.6.7.1: a role that the snapshot does not have is not there.
            if let Some(version) = self.pinned(&format!("pack-{id}.json"))? {
                packs.push(self.pack(id, version)?);
            }
        }
        if packs.is_empty() {
            return Err(Refusal::NothingHere);
        }
        let confirmed = self.confirmed()?;
        Ok(Offer {
            packs,
            state: self.state,
            confirmed,
        })
    }

    fn pack(&mut self, id: &Slug, version: u32) -> Result<Offered, Refusal> {
        let bytes = match self.kept_as::<Targets>(&pack_name(id), version) {
            Some(bytes) => bytes,
            None => self.required(&FileName::Pack(id.clone(), version), limits::PACK_ROLE)?,
        };
        let (head, role) = metadata::head::<Targets>(&bytes)?;
        let name = format!("pack-{id}");
        self.trusted
            .update_delegated_targets(&bytes, &name, "targets", BEFORE_EVERYTHING)?;
        let pack = metadata::pack(role.signed(), id)?;
        let signed = self.signed(&name, &role, head.signed_at);
        self.state.has_seen(head.signed_at);
        self.state.put(pack_name(id), &bytes);
        let json = self.catalogue(id, &pack)?;
        let catalogue = Catalogue::parse(&json)?;
        if catalogue.id != *id {
            return Err(Refusal::Malformed);
        }
        Ok(Offered {
            catalogue,
            signed,
            json,
        })
    }

    /// 5.7, "Fetch target": "verify the desired target against its targets metadata".
    fn catalogue(&self, id: &Slug, pack: &CheckedPack) -> Result<Vec<u8>, Refusal> {
        let limit = CATALOGUE_BYTES as u64;
        if pack.length > limit || u64::from(pack.unpacked) > limit {
            return Err(Refusal::TooLarge);
        }
        let packed = self.required(&FileName::Catalogue(id.clone(), pack.hash), pack.length)?;
        if packed.len() as u64 != pack.length || Sha256::of(&packed) != pack.hash {
            return Err(Refusal::Changed);
        }
        Ok(unpack(&packed, pack.unpacked)?)
    }

    /// Whose signatures on a pack are good.
    fn signed(&self, role: &str, file: &Metadata<Targets>, at_ms: i64) -> Signed {
        let delegations = self
            .trusted
            .targets_role("targets")
            .and_then(|targets| targets.delegations.as_ref());
        let mut signed = Signed {
            names: Vec::new(),
            keys: Vec::new(),
            at_ms,
            purpose: self.purpose(),
        };
        let Some(delegations) = delegations else {
            return signed;
        };
        let holders = delegations.roles.iter().find(|delegated| delegated.name == role);
        for id in holders.iter().flat_map(|role| &role.keyids) {
            let Some(key) = delegations.keys.get(id) else {
                continue;
            };
            let good = file.signatures().iter().any(|signature| {
                signature.keyid == *id
                    && metadata::public(key).is_some_and(|public| {
                        unhex(&signature.sig)
                            .is_some_and(|sig| public.has_signed(file.signed_canonical(), &sig))
                    })
            });
            if good {
                signed.names.push(metadata::name(key).to_owned());
                signed.keys.push(id.chars().take(8).collect());
            }
        }
        signed
    }

    fn confirmed(&self) -> Result<Confirmed, Refusal> {
        let bytes = self.state.get(state::TIMESTAMP).unwrap_or_default();
        let (head, timestamp) = metadata::head::<Timestamp>(bytes)?;
        Ok(Confirmed {
            at_ms: head.signed_at,
            until_ms: timestamp.signed().expires.as_millisecond(),
        })
    }

    /// The newest signed time moves on, once the file is verified.
    fn see<T: sigstore_tuf::Role>(&mut self, verified: &[u8]) -> Result<(), Refusal> {
        let (head, _) = metadata::head::<T>(verified)?;
        self.state.has_seen(head.signed_at);
        Ok(())
    }
}

fn version(number: u64) -> Result<u32, Refusal> {
    u32::try_from(number)
        .ok()
        .filter(|number| (1..=limits::VERSION).contains(&u64::from(*number)))
        .ok_or(Refusal::Malformed)
}

/// Whether two files say the same, whoever signed them.
fn is_the_same<T: sigstore_tuf::Role>(one: &[u8], other: &[u8]) -> Result<bool, Refusal> {
    let (_, one) = metadata::head::<T>(one)?;
    let (_, other) = metadata::head::<T>(other)?;
    Ok(one.signed_canonical() == other.signed_canonical())
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    if digits.len() % 2 == 1 {
        return None;
    }
    let value = |digit: &u8| {
        char::from(*digit)
            .to_digit(16)
            .and_then(|value| u8::try_from(value).ok())
    };
    digits
        .chunks_exact(2)
        .map(|pair| match pair {
            [high, low] => Some(value(high)? << 4 | value(low)?),
            _ => None,
        })
        .collect()
}
