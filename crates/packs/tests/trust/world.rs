//! A repository with real keys, and ways to spoil it.

use std::{cell::RefCell, collections::BTreeMap};

use durumi_keys::SigningKey;
use durumi_packs::{
    BlobEntry, Pack, Sha256, Slug, Source, build,
    trust::{
        Anchor, Author, Carrier, Delivery, FileName, Holder, Offer, Receiver, Refusal, Roles, TrustState,
        Use, Verified, When, examine,
    },
};
use serde_json::{Value, json};
use sigstore_tuf::canonical_json::to_canonical_bytes;
use tempfile::TempDir;

/// 2026-11-24, noon UTC.
pub const NOW_MS: i64 = 1_795_521_600_000;
pub const DAY_MS: i64 = 86_400_000;

/// What a test knows: an author's folder, all keys, and the files that a client is shown.
pub struct World {
    pub disk: TempDir,
    /// What the carrier has.
    pub files: BTreeMap<String, Vec<u8>>,
    pub anchor: Anchor,
    /// What the client has kept, after version 1 was installed.
    pub kept: TrustState,
}

/// A key that belongs to a test.
pub fn key(name: &str) -> SigningKey {
    SigningKey::derive_public_knowledge(&format!("test {name}"))
}

pub fn holder(name: &str) -> Holder {
    Holder {
        key: key(name).public(),
        name: format!("Holder {name}"),
    }
}

pub fn roles() -> Roles {
    Roles {
        root: vec![holder("root-1"), holder("root-2"), holder("root-3")],
        root_threshold: 2,
        targets: vec![holder("targets")],
        publish: vec![holder("publisher")],
        purpose: Use::Release,
    }
}

pub fn when(days_later: i64) -> When {
    When {
        now_ms: NOW_MS + days_later * DAY_MS,
        days: 90,
    }
}

/// A pack with two articles, the second of which says which version it is.
pub fn pack(id: &str, version: u32) -> Pack {
    let manifest = format!(
        "format = 1\nid = \"{id}\"\nversion = {version}\nlanguages = [\"ru\"]\n[title]\nru = \"Права\"\n\
         [default_source]\nname = \"x\"\nchecked_on = \"2026-11-24\"\n"
    );
    let files = [
        ("pack.toml".to_owned(), manifest),
        (
            "articles/same/ru.md".to_owned(),
            "# Всегда\n\nОдно и то же.".to_owned(),
        ),
        (
            "articles/new/ru.md".to_owned(),
            format!("# Новое\n\nВерсия {version}."),
        ),
    ];
    let source = Source::from_files(files.map(|(name, text)| (name, text.into_bytes())));
    build(&source).unwrap().pack().clone()
}

pub fn starter() -> Slug {
    "starter".parse().unwrap()
}

impl World {
    /// A repository with version 1 of one pack, which the client has installed.
    pub fn new() -> Self {
        let disk = tempfile::tempdir().unwrap();
        let author = Author::at(disk.path());
        author.draft_roles(&roles(), when(0)).unwrap();
        for name in ["root-1", "root-2"] {
            author.sign(&key(name)).unwrap();
        }
        author
            .draft_pack_role(&starter(), &[holder("author")], 1, when(0))
            .unwrap();
        author.sign(&key("targets")).unwrap();
        let mut world = World {
            anchor: Anchor::new(author.first_root().unwrap()).unwrap(),
            files: BTreeMap::new(),
            kept: TrustState::default(),
            disk,
        };
        world.release(1, 0);
        world.kept = state_of(world.offer().unwrap());
        world
    }

    /// The same, with version 2 on the carrier and version 1 installed.
    pub fn with_update() -> Self {
        let mut world = World::new();
        world.release(2, 1);
        world
    }

    pub fn author(&self) -> Author {
        Author::at(self.disk.path())
    }

    /// The authors sign a version and the publisher puts it out.
    pub fn release(&mut self, version: u32, day: i64) {
        let author = self.author();
        author.draft_pack(&pack("starter", version), when(day)).unwrap();
        author.sign(&key("author")).unwrap();
        author.release(&key("publisher"), when(day)).unwrap();
        self.files = author.published().unwrap();
    }

    /// The holders of the root put out a new one.
    pub fn rotate(&mut self, roles: &Roles, signers: &[&str], day: i64) {
        let author = self.author();
        author.draft_roles(roles, when(day)).unwrap();
        for name in signers {
            author.sign(&key(name)).unwrap();
        }
        author.release(&key("publisher"), when(day)).unwrap();
        self.files = author.published().unwrap();
    }

    pub fn offer(&self) -> Result<Offer, Refusal> {
        examine(&Files(self.files.clone()), &self.anchor, &self.kept)
    }

    /// All of it: metadata, catalogues and blobs.
    pub fn deliver(&self) -> Result<Verified<Delivery>, Refusal> {
        self.offer()?.fetch(&Files(self.files.clone()), &mut Nothing)
    }

    /// The full name of the only file whose name ends like this.
    pub fn find(&self, end: &str) -> String {
        let mut found = self.files.keys().filter(|name| name.ends_with(end));
        let name = found.next_back().unwrap_or_else(|| panic!("no {end}"));
        name.clone()
    }

    pub fn json(&self, end: &str) -> Value {
        serde_json::from_slice(&self.files[&self.find(end)]).unwrap()
    }

    pub fn put(&mut self, end: &str, file: &Value) {
        let name = self.find(end);
        self.files.insert(name, to_canonical_bytes(file).unwrap());
    }

    /// Changes what a file says, and leaves its signatures as they are.
    pub fn edit(&mut self, end: &str, change: impl FnOnce(&mut Value)) {
        let mut file = self.json(end);
        change(&mut file["signed"]);
        self.put(end, &file);
    }

    /// Changes what a file says, and signs it anew.
    pub fn resign(&mut self, end: &str, signers: &[&str], change: impl FnOnce(&mut Value)) {
        let mut file = self.json(end);
        change(&mut file["signed"]);
        let message = to_canonical_bytes(&file["signed"]).unwrap();
        let signatures = signers
            .iter()
            .map(|name| json!({ "keyid": holder(name).id(), "sig": hex(&key(name).sign(&message)) }));
        file["signatures"] = signatures.collect();
        self.put(end, &file);
    }

    /// The publisher vouches for whatever is there now: what somebody with the publisher's key alone can do.
    pub fn vouch(&mut self) {
        let mut pins: BTreeMap<String, Value> = BTreeMap::new();
        let names: Vec<String> = self.files.keys().cloned().collect();
        for name in names {
            let Ok(FileName::Targets(version) | FileName::Pack(_, version)) = name.parse::<FileName>() else {
                continue;
            };
            let role = name.split_once('.').unwrap().1.to_owned();
            pins.insert(role, pin(&self.files[&name], version));
        }
        self.resign(".snapshot.json", &["publisher"], |signed| {
            for (name, pin) in pins {
                signed["meta"][name] = pin;
            }
        });
        self.vouch_for_snapshot();
    }

    pub fn vouch_for_snapshot(&mut self) {
        let name = self.find(".snapshot.json");
        let version = self.json(".snapshot.json")["signed"]["version"].as_u64().unwrap();
        let pin = pin(&self.files[&name], u32::try_from(version).unwrap());
        self.resign("timestamp.json", &["publisher"], |signed| {
            signed["meta"]["snapshot.json"] = pin;
        });
    }
}

fn pin(bytes: &[u8], version: u32) -> Value {
    json!({ "version": version, "length": bytes.len(), "hashes": { "sha256": Sha256::of(bytes).to_string() } })
}

pub fn hex(bytes: &[u8]) -> String {
    let digits: Vec<_> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.concat()
}

/// What a client keeps after installing an offer.
pub fn state_of(offer: Offer) -> TrustState {
    let everything = AnythingGoes;
    let delivery = offer.fetch(&Files(BTreeMap::new()), &mut { everything }).unwrap();
    delivery.get().state().clone()
}

/// A carrier in memory.
pub struct Files(pub BTreeMap<String, Vec<u8>>);

impl Carrier for Files {
    fn read(&self, name: &FileName, limit: u64) -> Result<Option<Vec<u8>>, Refusal> {
        match self.0.get(&name.to_string()) {
            Some(bytes) if bytes.len() as u64 > limit => Err(Refusal::TooLarge),
            found => Ok(found.cloned()),
        }
    }
}

/// Counts what is asked of another carrier, and breaks after so many files.
pub struct Breaking<'c> {
    pub carrier: &'c Files,
    pub left: RefCell<usize>,
    pub asked: RefCell<Vec<String>>,
}

impl Carrier for Breaking<'_> {
    fn read(&self, name: &FileName, limit: u64) -> Result<Option<Vec<u8>>, Refusal> {
        self.asked.borrow_mut().push(name.to_string());
        let mut left = self.left.borrow_mut();
        *left = left.checked_sub(1).ok_or(Refusal::Unreadable)?;
        self.carrier.read(name, limit)
    }
}

/// A library that has nothing.
pub struct Nothing;

impl Receiver for Nothing {
    type Error = Refusal;

    fn holds(&self, _pack: &Slug, _entry: &BlobEntry) -> Result<bool, Refusal> {
        Ok(false)
    }

    fn arrived(&self, _hash: &Sha256) -> Result<Option<Vec<u8>>, Refusal> {
        Ok(None)
    }

    fn keep(&mut self, _blobs: &[(Sha256, &[u8])]) -> Result<(), Refusal> {
        Ok(())
    }
}

/// A library that has everything already.
struct AnythingGoes;

impl Receiver for AnythingGoes {
    type Error = Refusal;

    fn holds(&self, _pack: &Slug, _entry: &BlobEntry) -> Result<bool, Refusal> {
        Ok(true)
    }

    fn arrived(&self, _hash: &Sha256) -> Result<Option<Vec<u8>>, Refusal> {
        Ok(None)
    }

    fn keep(&mut self, _blobs: &[(Sha256, &[u8])]) -> Result<(), Refusal> {
        Ok(())
    }
}
