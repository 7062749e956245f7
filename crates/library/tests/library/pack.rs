//! Small packs to install.

use durumi_library::{ANALYSER, Library, SCHEMA};
use durumi_packs::{
    Built, Source, build, read_archive,
    trust::{self, PinnedHash},
    write_archive,
};
use durumi_store::Database;

/// Files of a pack in Northern Korean and Russian.
pub struct Files(Vec<(String, String)>);

impl Files {
    pub fn new(id: &str, version: u32) -> Self {
        let pack = format!(
            "format = 1\nid = \"{id}\"\nversion = {version}\nlanguages = [\"ko-KP\", \"ru\"]\n\
             [title]\nko-KP = \"본보기\"\nru = \"Образец {version}\"\n\
             [default_source]\nname = \"Источник\"\nchecked_on = \"2026-11-24\"\nreview_by = \"2027-02-24\"\n"
        );
        Files(vec![("pack.toml".to_owned(), pack)])
    }

    pub fn article(mut self, slug: &str, korean: &str, russian: &str) -> Self {
        self.0
            .push((format!("articles/{slug}/ko-KP.md"), korean.to_owned()));
        self.0
            .push((format!("articles/{slug}/ru.md"), russian.to_owned()));
        self
    }

    pub fn file(mut self, name: &str, text: &str) -> Self {
        self.0.push((name.to_owned(), text.to_owned()));
        self
    }

    pub fn build(self) -> Built {
        let files = self.0.into_iter().map(|(name, text)| (name, text.into_bytes()));
        build(&Source::from_files(files)).expect("the pack breaks no rule")
    }
}

/// Installs a pack as if it came with the program.
pub fn publish(library: &mut Library, built: &Built) -> Result<(), durumi_library::LibraryError> {
    let archive = write_archive(built);
    assert!(read_archive(&archive).is_ok());
    library.install(
        &trust::pinned(&archive, &PinnedHash::of(&archive)).expect("the hash is that of the archive"),
    )
}

pub fn empty() -> Library {
    Library::new(Database::in_memory(&SCHEMA, &[ANALYSER]).expect("memory is there"))
        .expect("a new library opens")
}

pub fn library(files: Files) -> Library {
    let mut library = empty();
    publish(&mut library, &files.build()).expect("the pack installs");
    library
}
