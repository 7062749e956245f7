//! What the documents say is there, is there.

use crate::tree;

/// Paths in backquotes, in the documents that describe the tree.
#[test]
fn a_path_named_in_a_document_exists() {
    let mut checked = 0;
    for document in tree::files(&[".md"]) {
        let about_the_tree = document.starts_with("docs/") || !document.contains('/');
        if !about_the_tree || document == "CHANGELOG.md" {
            continue;
        }
        for (number, line) in tree::read(&document).lines().enumerate() {
            for quoted in line.split('`').skip(1).step_by(2) {
                if is_path(quoted) {
                    let beside = tree::root().join(&document).parent().unwrap().join(quoted);
                    let exists = tree::root().join(quoted).exists() || beside.exists();
                    assert!(exists, "{document}:{}: {quoted} does not exist", number + 1);
                    checked += 1;
                }
            }
        }
    }
    assert!(checked >= 20, "only {checked} paths were found");
}

/// Something with a folder of this tree in front, and no placeholder in it.
fn is_path(quoted: &str) -> bool {
    const FOLDERS: [&str; 9] = [
        "crates/",
        "docs/",
        "locales/",
        "packs/",
        "src-tauri/",
        "tests/",
        "ui/",
        "xtask/",
        "../",
    ];
    FOLDERS.iter().any(|folder| quoted.starts_with(folder))
        && !quoted.contains(['<', '*', '{', ' ', '…', '|'])
}

#[test]
fn the_schema_is_written_down_as_it_is_and_every_column_says_what_it_is() {
    let schema = tree::read("docs/schema.sql");
    let migrations = tree::files(&[".sql"]);
    let migrations: Vec<_> = migrations
        .iter()
        .filter(|path| path.contains("/migrations/"))
        .collect();
    assert!(migrations.len() >= 2, "the notebook's and the library's");
    for path in migrations {
        let text = tree::read(path);
        assert!(
            schema.contains(text.trim()),
            "docs/schema.sql does not hold {path} as it is"
        );
        for (number, line) in text.lines().enumerate() {
            let column = line.starts_with("    ")
                && [" TEXT ", " INTEGER ", " BLOB "]
                    .iter()
                    .any(|kind| line.contains(kind));
            assert!(
                !column || line.contains("-- "),
                "{path}:{}: a column without a word",
                number + 1
            );
        }
    }
}

#[test]
fn the_tree_speaks_of_itself_only() {
    // The folder that the tree was cloned into never belongs in it.
    let place = format!("{}/", tree::root().parent().unwrap().display());
    for path in tree::files(&[
        ".rs", ".md", ".toml", ".ts", ".svelte", ".mjs", ".ftl", ".sql", ".sh", ".json",
    ]) {
        if place.len() > 2 {
            assert!(
                !tree::read(&path).contains(&place),
                "{path} names a folder of this machine"
            );
        }
    }
}
