//! The main job by hand at a terminal, and the same in batch mode; then a search for traces of it.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Child, Command, Output, Stdio},
};

use durumi_testkit::find_traces;
use serde_json::{Value, json};
use tempfile::TempDir;

const PASSPHRASE: &str = "zqcanarypass 까나리아 구절";
const CANARIES: [&str; 5] = [
    "zqcanarypass",
    "까나리아",
    "zqcanarynote",
    "канарейка",
    "zqcanarytitle",
];

/// A computer on which everything the program could write lies below one folder.
struct Computer(TempDir);

impl Computer {
    fn new() -> Self {
        let computer = Computer(tempfile::tempdir().unwrap());
        for folder in ["home", "tmp", "run"] {
            fs::create_dir(computer.0.path().join(folder)).unwrap();
        }
        computer
    }

    fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    fn durumi(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_durumi"));
        command
            .env("HOME", self.0.path().join("home"))
            .env("XDG_DATA_HOME", self.0.path().join("home/.local/share"))
            .env("XDG_RUNTIME_DIR", self.0.path().join("run"))
            .env("TMPDIR", self.0.path().join("tmp"))
            .current_dir(self.0.path())
            .arg("--data")
            .arg(self.data())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs a command with `input` on its standard input.
    fn run(&self, arguments: &[&str], input: &str) -> Output {
        let child = self.durumi().args(arguments).spawn().unwrap();
        finish(child, input)
    }

    fn succeed(&self, arguments: &[&str], input: &str) -> String {
        let output = self.run(arguments, input);
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// Gives a whole batch and returns its answers.
    fn batch(&self, calls: &[Value]) -> Vec<Value> {
        let input = calls.iter().map(Value::to_string).collect::<Vec<_>>().join("\n");
        let output = self.run(&["batch", "--language", "ru"], &input);
        String::from_utf8(output.stdout)
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

fn finish(mut child: Child, input: &str) -> Output {
    // A command that refuses early may close its input before all of it was written.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

#[test]
fn a_town_is_listed_shown_and_found() {
    let computer = Computer::new();
    let list = computer.succeed(&["library", "places", "--language", "ko-KP"], "");
    assert!(list.lines().any(|line| line == "irkutsk\t이르꾸쯔크"), "{list}");
    let town = computer.succeed(&["library", "place", "irkutsk", "--language", "ko-KP"], "");
    assert!(town.starts_with("# 이르꾸쯔크\nИркутск · Irkutsk\n"), "{town}");
    assert!(town.contains("- 이르꾸쯔크주재 한국총령사관\n"), "{town}");
    assert!(!town.contains("이르쿠츠크"), "Seoul spelling: {town}");
    let found = computer.succeed(&["search", "Иркутске", "--language", "ru"], "");
    assert!(found.starts_with("город\tirkutsk\tИркутск\t"), "{found}");
    let output = computer.run(&["library", "place", "nowhere"], "");
    assert!(!output.status.success());
    assert!(!computer.data().exists(), "reading has written");
}

#[test]
fn the_main_job_by_hand() {
    let computer = Computer::new();
    for (query, language, beside) in [("변호사", "ko-KP", "ru"), ("адвокат", "ru", "ko-KP")] {
        let found = computer.succeed(&["search", query, "--language", language], "");
        let article = found
            .lines()
            .find(|line| line.split('\t').next().is_some_and(|kind| !kind.is_empty()))
            .unwrap();
        assert!(article.contains('\t'));
        let list = computer.succeed(&["library", "list", "--language", language], "");
        let id = list.split('\t').next().unwrap();
        let text = computer.succeed(
            &["library", "show", id, "--beside", beside, "--language", language],
            "",
        );
        assert!(
            text.lines().filter(|line| line.starts_with("# ")).count() == 2,
            "{text}"
        );
    }
    assert!(!computer.data().exists(), "reading has written");

    let passphrase = format!("{PASSPHRASE}\n");
    computer.succeed(&["notebook", "create"], &passphrase);
    let case = computer.succeed(&["case", "new", "zqcanarytitle"], &passphrase);
    for text in ["zqcanarynote 변호사를 찾았다", "канарейка и адвокат"] {
        let arguments = [
            "note",
            "add",
            case.trim(),
            "--date",
            "2026-11-20",
            "--place",
            "울라지보스또크",
        ];
        computer.succeed(&arguments, &format!("{passphrase}{text}\n"));
    }
    for (query, text) in [("변호사", "zqcanarynote"), ("канарейка", "канарейка")] {
        let found = computer.succeed(&["search", query, "--notebook"], &passphrase);
        assert!(found.contains(text), "{found}");
    }
    let file = computer.0.path().join("home/letter.txt");
    fs::write(&file, "a letter").unwrap();
    let id = computer.succeed(&["file", "add", case.trim(), file.to_str().unwrap()], &passphrase);
    assert_eq!(
        computer.succeed(&["file", "read", id.trim()], &passphrase),
        "a letter"
    );
    let shown = computer.succeed(&["case", "show", case.trim()], &passphrase);
    assert!(shown.contains("zqcanarytitle") && shown.contains("2026-11-20") && shown.contains("letter.txt"));

    let closed = computer.run(&["search", "변호사"], "wrong passphrase\n");
    assert!(!closed.status.success());
    assert_eq!(find_traces(&[computer.0.path()], &CANARIES), []);
}

#[test]
fn the_main_job_in_one_batch() {
    let computer = Computer::new();
    let answers = computer.batch(&[
        json!({ "id": 1, "command": "library_search", "request": { "query": "변호사", "limit": 10 } }),
        json!({ "id": 2, "command": "library_search", "request": { "query": "адвокат", "limit": 10 } }),
        json!({ "id": "three", "command": "notebook_create", "request": { "passphrase": PASSPHRASE, "shelf": "closed" } }),
        json!({ "id": 4, "command": "case_create", "request": { "title": "zqcanarytitle" } }),
    ]);
    for answer in &answers[..2] {
        let hits = answer["reply"].as_array().unwrap();
        assert!(hits.iter().any(|hit| hit["kind"] == "article"), "{hits:?}");
    }
    assert_eq!(answers[2]["id"], "three");
    let case = &answers[3]["reply"]["id"];
    let note = json!({ "caseId": case, "text": "zqcanarynote 까나리아 канарейка", "date": null });
    let answers = computer.batch(&[
        json!({ "id": 1, "command": "case_list" }),
        json!({ "id": 2, "command": "notebook_unlock", "request": { "passphrase": PASSPHRASE } }),
        json!({ "id": 3, "command": "note_save", "request": note }),
        json!({ "id": 4, "command": "notebook_lock" }),
        json!({ "id": 5, "command": "notebook_unlock", "request": { "passphrase": PASSPHRASE } }),
        json!({ "id": 6, "command": "search", "request": { "query": "канарейка", "limit": 5 } }),
    ]);
    assert_eq!(answers[0]["failure"]["kind"], "locked");
    assert!(answers[0]["failure"]["help"].as_str().unwrap().len() > 10);
    assert_eq!(answers[5]["reply"][0]["kind"], "note");
    assert_eq!(find_traces(&[computer.0.path()], &CANARIES), []);
}

#[test]
fn a_line_that_is_no_command_is_answered_and_the_next_one_read() {
    let computer = Computer::new();
    let lines = "not json\n\n[1,2]\n{\"id\":7}\n{\"id\":8,\"command\":\"nonsense\"}\n{\"id\":9,\"command\":\"app_state\"}\n";
    let output = computer.run(&["batch"], lines);
    assert!(output.status.success() && output.stderr.is_empty());
    let answers: Vec<Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let kinds: Vec<_> = answers
        .iter()
        .map(|answer| answer["failure"]["kind"].as_str().unwrap_or("reply"))
        .collect();
    assert_eq!(
        kinds,
        [
            "bad_request",
            "bad_request",
            "bad_request",
            "bad_request",
            "reply"
        ]
    );
    assert_eq!(answers[2]["id"], 7);
}

#[test]
fn a_second_start_on_the_same_folder_is_refused_with_words() {
    let computer = Computer::new();
    computer.succeed(&["notebook", "create"], &format!("{PASSPHRASE}\n"));
    let mut first = computer.durumi().args(["batch"]).spawn().unwrap();
    let mut input = first.stdin.take().unwrap();
    writeln!(input, "{}", json!({ "id": 1, "command": "app_state" })).unwrap();
    let mut line = String::new();
    std::io::BufRead::read_line(
        &mut std::io::BufReader::new(first.stdout.take().unwrap()),
        &mut line,
    )
    .unwrap();
    assert!(line.contains("locked"));
    let second = computer.run(&["batch"], "");
    assert_eq!(second.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&second.stdout).contains("in_use"));
    drop(input);
    assert!(first.wait().unwrap().success());
}

/// On a disk that is too small: `unshare` gives the command a mount of its own, which needs Linux.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named_and_what_was_saved_stays() {
    let computer = Computer::new();
    fs::create_dir(computer.data()).unwrap();
    let script = r#"
        mount -t tmpfs -o size=1600k tmpfs "$1" || exit 77
        printf 'a long passphrase\n' | "$2" --data "$1" notebook create > /dev/null || exit 2
        case=$(printf 'a long passphrase\n' | "$2" --data "$1" case new saved)
        { printf 'a long passphrase\n'; head -c 60000 /dev/urandom | base64 -w0; } > note
        for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
            "$2" --data "$1" --language en note add "$case" < note > /dev/null 2> said || break
        done
        cat said
        printf 'a long passphrase\n' | "$2" --data "$1" case list
    "#;
    let output = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", script, "sh"])
        .arg(computer.data())
        .arg(env!("CARGO_BIN_EXE_durumi"))
        .current_dir(computer.0.path())
        .output()
        .unwrap();
    if output.status.code() == Some(77) || String::from_utf8_lossy(&output.stderr).contains("unshare failed")
    {
        println!("this system does not let a test mount a small disk");
        return;
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let expected = include_str!("../../../locales/en/errors.ftl")
        .lines()
        .find_map(|line| line.strip_prefix("error-disk-full = "))
        .unwrap();
    assert!(
        said.contains(expected),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(said.lines().last().unwrap().ends_with("saved"), "{said}");
}

#[test]
fn an_author_checks_builds_and_tries_out_a_pack() {
    let computer = Computer::new();
    let source = computer.0.path().join("source");
    fs::create_dir_all(source.join("articles/help")).unwrap();
    fs::write(
        source.join("pack.toml"),
        "format = 1\nid = \"help\"\nversion = 1\nlanguages = [\"ru\"]\n[title]\nru = \"Справка\"\n\
         [default_source]\nname = \"Справка\"\nchecked_on = \"2026-11-24\"\n",
    )
    .unwrap();
    fs::write(
        source.join("articles/help/ru.md"),
        "# Таблицы\n\nКак вставить <таблицу> в *документ*.\n",
    )
    .unwrap();
    let source = source.to_str().unwrap();
    computer.succeed(&["pack", "check", source], "");
    let out = computer.0.path().join("out");
    computer.succeed(&["pack", "build", source, out.to_str().unwrap()], "");
    assert!(out.join("catalogue.json").exists());
    computer.succeed(&["library", "install", source], "");
    let answers = computer.batch(&[
        json!({ "id": 1, "command": "library_search", "request": { "query": "таблица", "limit": 10 } }),
        json!({ "id": 2, "command": "app_state" }),
    ]);
    assert_eq!(answers[0]["reply"][0]["id"], "help");
    assert_eq!(answers[1]["reply"]["mode"], "reading");

    fs::write(computer.0.path().join("source/articles/help/ru.md"), "no title\n").unwrap();
    let refused = computer.run(&["--language", "en", "pack", "check", source], "");
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("articles/help/ru.md:"));
}
