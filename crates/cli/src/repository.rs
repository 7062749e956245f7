//! `durumi pack keys | sign | publish | verify`: repositories of signed packs. Needs no network.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::ArgMatches;
use durumi_api::Failure;
use durumi_app::trusted_root;
use durumi_base::{Clock, Date, SystemClock};
use durumi_keys::{Cost, Passphrase, SigningKey, SigningKeyError, SystemRandom};
use durumi_packs::{
    Pack, Slug, build, read_built,
    trust::{
        Anchor, Author, AuthorError, Holder, Progress, Refusal, Roles, TrustState, Use, When,
        development_key, examine, open, write_repository_archive,
    },
};

use crate::{ask, pack, trouble::Trouble, words::Words};

/// How a file with a whole repository ends.
const ARCHIVE: &str = "durumi";
/// Largest key file, in bytes.
const KEY_FILE: u64 = 4096;
/// For how many days roots, lists and packs hold.
const LONG_DAYS: i64 = 365;

/// Carries out a command about repositories.
pub(crate) fn run(name: &str, matches: &ArgMatches, words: &Words) -> Result<ExitCode, Trouble> {
    match name {
        "keys" => keys(matches, words)?,
        "sign" => sign(matches, words)?,
        "publish" => publish(matches, words)?,
        _ => verify(matches, words)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn keys(matches: &ArgMatches, words: &Words) -> Result<(), Trouble> {
    match matches.subcommand() {
        Some(("make", matches)) => make_key(matches, words),
        Some(("roles", matches)) => {
            let roles = Roles {
                root: holders(matches, "root")?,
                root_threshold: number(matches, "threshold"),
                targets: holders(matches, "targets")?,
                publish: holders(matches, "publish")?,
                purpose: Use::Release,
            };
            let draft = author(matches)?.draft_roles(&roles, when(LONG_DAYS))?;
            say_drafted(words, &draft);
            Ok(())
        }
        Some(("withdraw", matches)) => {
            let id = slug(matches, "pack")?;
            let author = author(matches)?;
            let draft = author.draft_withdrawal(&id, when(LONG_DAYS))?;
            if matches.get_flag("development") {
                for Progress { file, missing } in author.sign(&development_key(3))? {
                    say_signed(words, &file.to_string(), missing);
                }
            } else {
                say_drafted(words, &draft);
            }
            Ok(())
        }
        Some((_, matches)) => {
            let id = slug(matches, "pack")?;
            let holders = holders(matches, "by")?;
            let threshold = number(matches, "threshold");
            let draft = author(matches)?.draft_pack_role(&id, &holders, threshold, when(LONG_DAYS))?;
            say_drafted(words, &draft);
            Ok(())
        }
        None => Ok(()),
    }
}

fn make_key(matches: &ArgMatches, words: &Words) -> Result<(), Trouble> {
    let file = path(matches, "file")?;
    let public = file.with_extension("public");
    if file.exists() || public.exists() {
        return Err(Trouble::FileExists);
    }
    let name = matches.get_one::<String>("name").cloned().unwrap_or_default();
    let typed = ask::passphrase(words, "cli-ask-new-passphrase")?;
    let again = ask::passphrase(words, "cli-ask-again")?;
    if *typed != *again {
        return Err(Trouble::PassphrasesDiffer);
    }
    let passphrase =
        Passphrase::new_for_creation(&typed, Vec::new()).map_err(|_| Failure::PassphraseLength)?;
    let key = SigningKey::make(&SystemRandom);
    let holder = Holder {
        key: key.public(),
        name,
    };
    // Refused here and not first by whoever signs the root.
    Holder::parse(&holder.to_json())?;
    let secret = key
        .seal(&passphrase, Cost::FLOOR, &SystemRandom)
        .map_err(|_| Failure::NotEnoughMemory)?;
    write_new(&file, &secret, Readers::Owner)?;
    write_new(&public, &holder.to_json(), Readers::Anyone)?;
    let id: String = holder.id().chars().take(8).collect();
    say!("{}", words.text_with("cli-key-made", [("id", id.into())]));
    Ok(())
}

fn sign(matches: &ArgMatches, words: &Words) -> Result<(), Trouble> {
    let author = author(matches)?;
    let pack = matches
        .get_one::<PathBuf>("pack")
        .map(|folder| read_pack(folder))
        .transpose()?;
    if matches.get_flag("development") {
        let pack = pack.ok_or(Trouble::NothingToSign)?;
        author.sign_for_development(&pack, when(90))?;
        say!("{}", words.text("update-development"));
        say_signed(words, pack.catalogue().id.as_str(), 0);
        return Ok(());
    }
    if let Some(pack) = pack {
        author.draft_pack(&pack, when(LONG_DAYS))?;
    }
    for Progress { file, missing } in author.sign(&key(matches, words)?)? {
        say_signed(words, &file.to_string(), missing);
    }
    Ok(())
}

fn publish(matches: &ArgMatches, words: &Words) -> Result<(), Trouble> {
    let author = author(matches)?;
    let days = i64::from(number(matches, "days"));
    let key = if matches.get_flag("development") {
        development_key(4)
    } else {
        key(matches, words)?
    };
    author.release(&key, when(days))?;
    let to = path(matches, "to")?;
    let count = if to.extension().is_some_and(|ending| ending == ARCHIVE) {
        let files = author.published()?;
        // Put together beside it, so that what was there before is whole until the new one is.
        let new = to.with_extension("new");
        let mut out = io::BufWriter::new(fs::File::create(&new).map_err(not_writable)?);
        write_repository_archive(&files, &mut out).map_err(not_writable)?;
        out.flush().map_err(not_writable)?;
        fs::rename(new, &to).map_err(not_writable)?;
        files.len()
    } else {
        author.publish_to_folder(&to)?
    };
    say!("{}", words.text_with("cli-published", [("count", count.into())]));
    Ok(())
}

fn verify(matches: &ArgMatches, words: &Words) -> Result<(), Trouble> {
    let anchor = match matches.get_one::<PathBuf>("root") {
        Some(file) => Anchor::new(read_small(file, 64 * 1024)?)?,
        None => trusted_root(),
    };
    let carrier = open(&path(matches, "place")?)?;
    let offer = examine(carrier.as_ref(), &anchor, &TrustState::default())?;
    let confirmed = offer.confirmed();
    let delivery = offer.fetch(carrier.as_ref(), &mut Nothing)?;
    if anchor.purpose() == Use::Development {
        say!("{}", words.text("update-development"));
    }
    say_confirmed(words, Date::from_unix_ms(confirmed.at_ms));
    for update in delivery.get().packs() {
        let signed = update.signed();
        say!(
            "{}\t{}",
            update.catalogue().id,
            words.text_with("update-version", [("version", update.catalogue().version.into())])
        );
        for (name, key) in signed.names.iter().zip(&signed.keys) {
            say_signer(words, name, key, Date::from_unix_ms(signed.at_ms));
        }
    }
    Ok(())
}

/// Who signed, and when.
pub(crate) fn say_signer(words: &Words, name: &str, key: &str, on: Date) {
    let name = if name.is_empty() {
        words.text("update-no-name")
    } else {
        name.to_owned()
    };
    let values = [
        ("name", name.into()),
        ("key", key.into()),
        ("date", on.to_string().into()),
    ];
    say!("{}", words.text_with("update-signed", values));
}

/// When it was confirmed to be the newest.
pub(crate) fn say_confirmed(words: &Words, on: Date) {
    say!(
        "{}",
        words.text_with("update-confirmed", [("date", on.to_string().into())])
    );
}

fn say_drafted(words: &Words, file: &durumi_packs::trust::FileName) {
    say!(
        "{}",
        words.text_with("cli-drafted", [("file", file.to_string().into())])
    );
}

fn say_signed(words: &Words, file: &str, missing: u32) {
    if missing == 0 {
        say!("{}", words.text_with("cli-signed", [("file", file.into())]));
    } else {
        let values = [("file", file.into()), ("count", missing.into())];
        say!("{}", words.text_with("cli-signed-missing", values));
    }
}

/// A pack's source, or what was built of it.
pub(crate) fn read_pack(folder: &Path) -> Result<Pack, Trouble> {
    if folder.join("catalogue.json").exists() {
        return Ok(read_built(folder).map_err(Refusal::from)?);
    }
    let source = pack::read(folder)?;
    let built = build(&source).map_err(|_| Failure::Internal)?;
    Ok(built.pack().clone())
}

/// The secret key that `--key` names, behind its passphrase.
fn key(matches: &ArgMatches, words: &Words) -> Result<SigningKey, Trouble> {
    let file = matches.get_one::<PathBuf>("key").ok_or(Trouble::FileUnreadable)?;
    let bytes = read_small(file, KEY_FILE)?;
    let typed = ask::passphrase(words, "cli-ask-passphrase")?;
    let passphrase = Passphrase::new(&typed, Vec::new()).map_err(|_| Failure::PassphraseLength)?;
    SigningKey::open(&bytes, &passphrase).map_err(|error| match error {
        SigningKeyError::Damaged => Trouble::FileUnreadable,
        SigningKeyError::WrongPassphrase => Failure::WrongPassphrase.into(),
        SigningKeyError::Cost(_) => Failure::NotEnoughMemory.into(),
    })
}

fn holders(matches: &ArgMatches, name: &str) -> Result<Vec<Holder>, Trouble> {
    let files = matches.get_many::<PathBuf>(name).into_iter().flatten();
    files
        .map(|file| Ok(Holder::parse(&read_small(file, KEY_FILE)?)?))
        .collect()
}

fn author(matches: &ArgMatches) -> Result<Author, Trouble> {
    Ok(Author::at(&path(matches, "repository")?))
}

fn path(matches: &ArgMatches, name: &str) -> Result<PathBuf, Trouble> {
    Ok(matches
        .get_one::<PathBuf>(name)
        .cloned()
        .ok_or(Failure::Internal)?)
}

fn number(matches: &ArgMatches, name: &str) -> u32 {
    matches.get_one::<u32>(name).copied().unwrap_or(1)
}

/// A pack's id from the arguments.
pub(crate) fn slug(matches: &ArgMatches, name: &str) -> Result<Slug, Trouble> {
    let text = matches
        .get_one::<String>(name)
        .map(String::as_str)
        .unwrap_or_default();
    Ok(text.parse().map_err(|_| Failure::BadRequest {
        what: "id".to_owned(),
    })?)
}

fn when(days: i64) -> When {
    When {
        now_ms: SystemClock.now_ms(),
        days,
    }
}

/// The whole file, if it is not larger than it may be.
pub(crate) fn read_small(file: &Path, limit: u64) -> Result<Vec<u8>, Trouble> {
    use io::Read;
    let mut bytes = Vec::new();
    let file = fs::File::open(file).map_err(|_| Trouble::FileUnreadable)?;
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| Trouble::FileUnreadable)?;
    if bytes.len() as u64 > limit {
        Err(Failure::TooLarge.into())
    } else {
        Ok(bytes)
    }
}

/// Who may read a new file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Readers {
    Owner,
    Anyone,
}

/// Writes a file that must not be there yet.
fn write_new(file: &Path, bytes: &[u8], readers: Readers) -> Result<(), Trouble> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if readers == Readers::Owner {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    let mut file = options.open(file).map_err(not_writable)?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(not_writable)
}

fn not_writable(_: io::Error) -> Trouble {
    Failure::NotWritable.into()
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Trouble::Failure(Failure::RepositoryRefused {
            reason: refusal.name().to_owned(),
        })
    }
}

impl From<AuthorError> for Trouble {
    fn from(error: AuthorError) -> Self {
        match error {
            AuthorError::Io(_) => Failure::NotWritable.into(),
            AuthorError::Refused(refusal) => refusal.into(),
            AuthorError::NothingToSign => Trouble::NothingToSign,
            AuthorError::Unsigned => Trouble::Unsigned,
            AuthorError::NoRole => Trouble::NoRole,
            AuthorError::NotNewer => Trouble::NotNewer,
        }
    }
}

/// Somebody who has nothing and keeps nothing: everything is fetched and verified.
struct Nothing;

impl durumi_packs::trust::Receiver for Nothing {
    type Error = Refusal;

    fn holds(&self, _pack: &Slug, _entry: &durumi_packs::BlobEntry) -> Result<bool, Refusal> {
        Ok(false)
    }

    fn arrived(&self, _hash: &durumi_packs::Sha256) -> Result<Option<Vec<u8>>, Refusal> {
        Ok(None)
    }

    fn keep(&mut self, _blobs: &[(durumi_packs::Sha256, &[u8])]) -> Result<(), Refusal> {
        Ok(())
    }
}
