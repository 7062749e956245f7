//! The pages and the queries, and packs made of pages.

use std::{fs, path::PathBuf};

use durumi_packs::{Built, Source, build};
use serde::Deserialize;

use crate::{
    steps::{Outcome, failed, program, root, step, target},
    tools,
};

const WHAT: &str = "bench search";

/// From so many blocks on, paragraphs follow one another in one block.
const BLOCKS: usize = 300;

/// The languages of the pages.
pub const LANGUAGES: [&str; 2] = ["ko", "ru"];

/// All pages and queries, and the Python that the peers run in.
pub struct Corpus {
    pub folder: PathBuf,
    pub python: PathBuf,
    pub pages: Vec<Page>,
    pub queries: Vec<Query>,
}

/// A page of help.
#[derive(Clone, Deserialize)]
pub struct Page {
    pub language: String,
    pub id: String,
    pub title: String,
    pub body: Vec<String>,
}

/// What is typed, and the page that is meant.
#[derive(Deserialize)]
pub struct Query {
    pub language: String,
    pub kind: String,
    #[serde(rename = "query")]
    pub typed: String,
    pub page: String,
}

impl Corpus {
    pub fn pages_in(&self, language: &str) -> Vec<Page> {
        let own = self.pages.iter().filter(|page| page.language == language);
        own.cloned().collect()
    }
}

/// Unpacks the help, and has the queries made.
pub fn make() -> Outcome<Corpus> {
    let folder = target().join("bench/search");
    let help = folder.join("help");
    fs::create_dir_all(&help).or_else(|why| failed(WHAT, why.to_string()))?;
    let python = tools::python_for_search()?;
    for language in LANGUAGES {
        if help.join("usr/share/libreoffice/help").join(language).is_dir() {
            continue;
        }
        let package = format!("libreoffice-help-{language}");
        let mut download = program("apt-get", &["download", &package]);
        download.current_dir(&help);
        step("download the pages", download)?;
        let mut unpack = program("sh", &["-c", &format!("dpkg -x {package}_*.deb .")]);
        unpack.current_dir(&help);
        step("unpack the pages", unpack)?;
    }
    let mut queries = program(&python.to_string_lossy(), &[]);
    queries
        .arg(root().join("tests/search/bench/known_items.py"))
        .args([&help, &folder]);
    step("make the queries", queries)?;
    Ok(Corpus {
        pages: lines(&folder.join("pages.jsonl"))?,
        queries: lines(&folder.join("queries.jsonl"))?,
        folder,
        python,
    })
}

/// A pack of pages in one language, or in both.
pub fn pack(id: &str, pages: &[Page]) -> Outcome<Built> {
    let languages: Vec<&str> = LANGUAGES
        .into_iter()
        .filter(|language| pages.iter().any(|page| page.language == *language))
        .collect();
    // A page has one language; a pack says of each article all its languages.
    let [language] = languages[..] else {
        return failed(WHAT, "a pack of the bench has one language");
    };
    let manifest = format!(
        "format = 1\nid = \"{id}\"\nversion = 1\nlanguages = [\"{language}\"]\n[title]\n{language} = \"{id}\"\n\
         [default_source]\nname = \"LibreOffice\"\nchecked_on = \"2026-11-24\"\nreview_by = \"2027-11-24\"\n"
    );
    let mut files = vec![("pack.toml".to_owned(), manifest.into_bytes())];
    for page in pages {
        let mut text = format!("# {}\n", page.title);
        for (at, paragraph) in page.body.iter().enumerate() {
            // An article has fewer blocks than some of these pages have lines.
            text += if at < BLOCKS { "\n" } else { "" };
            // A sign that begins a block of another kind.
            text += paragraph.trim_start_matches(|c: char| !c.is_alphanumeric());
            text += "\n";
        }
        files.push((format!("articles/{}/{language}.md", page.id), text.into_bytes()));
    }
    build(&Source::from_files(files)).or_else(|problems| {
        let first = problems.first().map(ToString::to_string).unwrap_or_default();
        failed(WHAT, format!("{} problems: {first}", problems.len()))
    })
}

/// The bytes of what is written on the pages.
pub fn raw_bytes(pages: &[Page]) -> usize {
    let of_page = |page: &Page| page.title.len() + page.body.iter().map(String::len).sum::<usize>();
    pages.iter().map(of_page).sum()
}

/// One JSON value from each line.
pub fn lines<T: for<'j> Deserialize<'j>>(path: &std::path::Path) -> Outcome<Vec<T>> {
    let text = fs::read_to_string(path).or_else(|why| failed(WHAT, why.to_string()))?;
    let values: Result<_, serde_json::Error> = text.lines().map(serde_json::from_str).collect();
    values.or_else(|why| failed(WHAT, why.to_string()))
}
