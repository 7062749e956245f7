//! The first files of a new pack, for an author to change.

use std::{fs, io, path::Path};

const MANIFEST: &str = include_str!("template/pack.toml");
const SOURCES: &str = include_str!("template/sources.toml");
const ARTICLE: &str = include_str!("template/article.toml");
const TEXTS: [(&str, &str); 4] = [
    ("ko-KP", include_str!("template/ko-KP.md")),
    ("ko", include_str!("template/ko.md")),
    ("ru", include_str!("template/ru.md")),
    ("en", include_str!("template/en.md")),
];

/// Writes a small pack that breaks no rule. The folder must not exist yet, or be empty.
pub fn write_template(folder: &Path, id: &crate::Slug) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    if fs::read_dir(folder)?.next().is_some() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    fs::write(folder.join("pack.toml"), MANIFEST.replace("ID", id.as_str()))?;
    fs::write(folder.join("sources.toml"), SOURCES)?;
    let article = folder.join("articles").join("example");
    fs::create_dir_all(&article)?;
    fs::write(article.join("article.toml"), ARTICLE)?;
    for (language, text) in TEXTS {
        fs::write(article.join(format!("{language}.md")), text)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_pack_breaks_no_rule() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("mine");
        let id = "my-pack".parse().unwrap();
        write_template(&folder, &id).unwrap();
        let report = crate::check(&crate::Source::read(&folder));
        assert_eq!(report.problems, []);
        assert_eq!((report.counts.articles, report.counts.languages), (1, 4));
        assert!(write_template(&folder, &id).is_err());
    }
}
