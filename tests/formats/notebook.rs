//! Format 1 of the notebook file.

use std::{fs, sync::Arc};

use durumi_base::FixedClock;
use durumi_cases::Notebook;
use durumi_keys::SystemRandom;
use durumi_lang::Query;
use durumi_store::{Member, Twins};

use crate::{keys, path};

#[test]
fn the_first_notebook_opens_and_its_journal_tells_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("notebook-1");
    fs::copy(path("notebook-1"), &copy).unwrap();
    let twins = Twins::new([copy, folder.path().join("notebook-2")], Member::First);
    let grant = keys::first_grant();
    let clock = Arc::new(FixedClock(0));
    let mut notebook = Notebook::open(twins, &grant.master, clock, Arc::new(SystemRandom)).unwrap();
    notebook.check().unwrap();
    let before = tell(&notebook);
    assert!(
        before.contains("로임 사건") && before.contains("Мне не заплатили.") && before.contains("계약서.txt")
    );
    assert_eq!(notebook.search(&Query::parse("заплатили"), 10).unwrap().len(), 1);
    assert_eq!(notebook.rebuild().unwrap(), 0);
    assert_eq!(tell(&notebook), before);
}

fn tell(notebook: &Notebook) -> String {
    let cases = notebook.cases().unwrap();
    let views: Vec<_> = cases
        .iter()
        .map(|case| notebook.case_view(case.id).unwrap())
        .collect();
    serde_json::to_string(&views).unwrap()
}
