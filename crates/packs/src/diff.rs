//! What changed between two versions of a pack, for people to read.

use std::collections::BTreeMap;

use durumi_base::Language;

use crate::{BlobEntry, BlobKind, Pack, PackError};

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// In which kind of blob.
    pub kind: BlobKind,
    /// How.
    pub how: How,
    /// The title of an article or the name of a contact; empty for the other kinds.
    pub title: String,
}

/// How something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It came.
    New,
    /// It says something else.
    Changed,
    /// It went.
    Gone,
}

/// Everything that differs, with titles in a language or else in the pack's first.
pub fn diff(old: &Pack, new: &Pack, language: Language) -> Result<Vec<Difference>, PackError> {
    let mut all = by_title(
        &articles(old, language)?,
        &articles(new, language)?,
        BlobKind::Article,
    );
    all.extend(by_title(
        &contacts(old, language)?,
        &contacts(new, language)?,
        BlobKind::Contacts,
    ));
    let lists = BlobKind::ALL.into_iter();
    for kind in lists.filter(|kind| !matches!(kind, BlobKind::Article | BlobKind::Contacts)) {
        let how = match (entry(old, kind), entry(new, kind)) {
            (None, Some(_)) => How::New,
            (Some(_), None) => How::Gone,
            (Some(old), Some(new)) if old.sha256 != new.sha256 => How::Changed,
            _ => continue,
        };
        all.push(Difference {
            kind,
            how,
            title: String::new(),
        });
    }
    all.sort();
    Ok(all)
}

/// By id: the title, and what must be equal for nothing to have changed.
type Things = BTreeMap<String, (String, String)>;

fn by_title(old: &Things, new: &Things, kind: BlobKind) -> Vec<Difference> {
    let difference = |how, title: &String| Difference {
        kind,
        how,
        title: title.clone(),
    };
    let gone = old.iter().filter(|(id, _)| !new.contains_key(*id));
    let mut all: Vec<_> = gone.map(|(_, (title, _))| difference(How::Gone, title)).collect();
    for (id, (title, content)) in new {
        match old.get(id) {
            None => all.push(difference(How::New, title)),
            Some((_, before)) if before != content => all.push(difference(How::Changed, title)),
            Some(_) => {}
        }
    }
    all
}

fn articles(pack: &Pack, language: Language) -> Result<Things, PackError> {
    let mut things = Things::new();
    for article in pack.articles() {
        let (article, entry, _) = article?;
        let fallback = pack.catalogue().languages.first();
        let texts = article.texts.get(&language);
        let title = texts
            .or_else(|| article.texts.get(fallback?))
            .and_then(|texts| texts.first());
        things.insert(
            article.id.to_string(),
            (title.cloned().unwrap_or_default(), entry.sha256.to_string()),
        );
    }
    Ok(things)
}

fn contacts(pack: &Pack, language: Language) -> Result<Things, PackError> {
    let mut things = Things::new();
    for contact in pack.contacts()? {
        let fallback = pack.catalogue().languages.first();
        let name = contact.name.get(&language);
        let name = name.or_else(|| contact.name.get(fallback?)).cloned();
        let content = serde_json::to_string(&contact).map_err(|_| PackError::Malformed)?;
        things.insert(contact.id.to_string(), (name.unwrap_or_default(), content));
    }
    Ok(things)
}

fn entry(pack: &Pack, kind: BlobKind) -> Option<&BlobEntry> {
    pack.catalogue().blobs.iter().find(|entry| entry.kind == kind)
}
