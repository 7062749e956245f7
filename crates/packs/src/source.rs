//! The files of a pack, as its authors wrote them.
//!
//! Reading is total: what cannot be read becomes a problem, so that an author sees all of them at once.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

use crate::{
    Problem, Rule,
    limits::{ARTICLES, FILE_BYTES, PACK_BYTES},
    problem::Problems,
};

/// The files of one pack by their place in its folder, with `/`.
///
/// Only files that the format names are read. Others at the top, such as a README, belong to the
/// authors.
#[derive(Clone, Debug, Default)]
pub struct Source {
    files: BTreeMap<String, Vec<u8>>,
    problems: Vec<Problem>,
}

impl Source {
    /// Reads the folder.
    pub fn read(folder: &Path) -> Source {
        let mut reader = Reader {
            files: BTreeMap::new(),
            problems: Problems::default(),
            left: PACK_BYTES,
        };
        for name in TOP_FILES {
            reader.file(&folder.join(name), name);
        }
        reader.articles(&folder.join("articles"));
        Source {
            files: reader.files,
            problems: reader.problems.into_sorted(),
        }
    }

    /// Takes files that are in memory already.
    pub fn from_files(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Source {
        Source {
            files: files.into_iter().collect(),
            problems: Vec::new(),
        }
    }

    /// A file's bytes.
    pub(crate) fn file(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// What could not be read.
    pub(crate) fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The files of each article, by its folder's name and theirs, in order.
    pub(crate) fn articles(&self) -> BTreeMap<&str, BTreeMap<&str, &[u8]>> {
        let mut articles: BTreeMap<&str, BTreeMap<&str, &[u8]>> = BTreeMap::new();
        for (name, bytes) in self.files.range(String::from("articles/")..) {
            let Some(place) = name.strip_prefix("articles/") else {
                break;
            };
            if let Some((slug, file)) = place.split_once('/') {
                articles.entry(slug).or_default().insert(file, bytes);
            }
        }
        articles
    }
}

const TOP_FILES: [&str; 9] = [
    "pack.toml",
    "sources.toml",
    "contacts.toml",
    "phrases.toml",
    "places.toml",
    "glossary.toml",
    "synonyms.toml",
    "deadlines.toml",
    "holidays.toml",
];

struct Reader {
    files: BTreeMap<String, Vec<u8>>,
    problems: Problems,
    /// Bytes that the pack may still have.
    left: u64,
}

impl Reader {
    fn articles(&mut self, folder: &Path) {
        let Some(slugs) = self.names(folder, "articles") else {
            return;
        };
        if slugs.len() > ARTICLES {
            self.problems.add(
                Rule::TooLarge,
                "articles",
                0,
                format!("{} > {ARTICLES}", slugs.len()),
            );
            return;
        }
        for slug in slugs {
            let place = format!("articles/{slug}");
            match fs::symlink_metadata(folder.join(&slug)) {
                Ok(found) if found.is_symlink() => self.problems.add(Rule::SymbolicLink, &place, 0, ""),
                Ok(found) if found.is_dir() => {
                    for name in self.names(&folder.join(&slug), &place).unwrap_or_default() {
                        self.file(&folder.join(&slug).join(&name), &format!("{place}/{name}"));
                    }
                }
                Ok(_) => self.problems.add(Rule::UnknownFile, &place, 0, ""),
                Err(_) => self.problems.add(Rule::Unreadable, &place, 0, ""),
            }
        }
    }

    /// The sorted names in a folder, without those that a system hides there.
    fn names(&self, folder: &Path, place: &str) -> Option<Vec<String>> {
        let list = || -> io::Result<Vec<_>> {
            fs::read_dir(folder)?
                .map(|entry| Ok(entry?.file_name()))
                .collect()
        };
        match list() {
            Ok(names) => {
                let mut valid = Vec::with_capacity(names.len());
                for name in names {
                    match name.into_string() {
                        Ok(name) if name.starts_with('.') => {}
                        Ok(name) => valid.push(name),
                        Err(_) => self.problems.add(Rule::NotUtf8, place, 0, ""),
                    }
                }
                valid.sort_unstable();
                Some(valid)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(_) => {
                self.problems.add(Rule::Unreadable, place, 0, "");
                None
            }
        }
    }

    fn file(&mut self, path: &Path, place: &str) {
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(_) => self.problems.add(Rule::Unreadable, place, 0, ""),
            Ok(found) if found.is_symlink() => self.problems.add(Rule::SymbolicLink, place, 0, ""),
            Ok(found) if !found.is_file() => self.problems.add(Rule::UnknownFile, place, 0, ""),
            Ok(_) => match read_limited(path, FILE_BYTES.min(self.left)) {
                Ok(Some(bytes)) => {
                    self.left -= bytes.len() as u64;
                    self.files.insert(place.to_owned(), bytes);
                }
                Ok(None) => self.problems.add(Rule::TooLarge, place, 0, ""),
                Err(_) => self.problems.add(Rule::Unreadable, place, 0, ""),
            },
        }
    }
}

/// The whole file, or nothing when it is larger than `limit`.
fn read_limited(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_without_what_does_not_belong_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let article = folder.path().join("articles/one");
        fs::create_dir_all(&article).unwrap();
        for (path, text) in [
            (folder.path().join("pack.toml"), "format = 1"),
            (folder.path().join("README.md"), "for authors"),
            (folder.path().join("articles/.DS_Store"), "x"),
            (article.join("ru.md"), "# Раз"),
            (article.join(".ru.md.swp"), "x"),
        ] {
            fs::write(path, text).unwrap();
        }
        let source = Source::read(folder.path());
        assert_eq!(
            source.files.keys().collect::<Vec<_>>(),
            ["articles/one/ru.md", "pack.toml"]
        );
        assert_eq!(source.articles()["one"]["ru.md"], "# Раз".as_bytes());
        assert!(source.problems().is_empty());
    }

    #[test]
    fn a_large_file_and_a_loose_one_are_named() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("articles/one")).unwrap();
        let length = usize::try_from(FILE_BYTES).unwrap() + 1;
        fs::write(folder.path().join("articles/one/ru.md"), vec![b'a'; length]).unwrap();
        fs::write(folder.path().join("articles/loose.md"), "x").unwrap();
        let found: Vec<_> = Source::read(folder.path())
            .problems()
            .iter()
            .map(|p| (p.rule, p.file.clone()))
            .collect();
        assert_eq!(
            found,
            [
                (Rule::UnknownFile, "articles/loose.md".to_owned()),
                (Rule::TooLarge, "articles/one/ru.md".to_owned())
            ]
        );
    }

    #[test]
    #[cfg(unix)]
    fn a_symbolic_link_is_refused_wherever_it_is() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("articles/one")).unwrap();
        symlink("/etc/hostname", folder.path().join("pack.toml")).unwrap();
        symlink("/etc/hostname", folder.path().join("articles/one/ru.md")).unwrap();
        symlink("/etc", folder.path().join("articles/two")).unwrap();
        let source = Source::read(folder.path());
        assert!(source.files.is_empty());
        assert_eq!(
            source
                .problems()
                .iter()
                .filter(|p| p.rule == Rule::SymbolicLink)
                .count(),
            3
        );
    }
}
