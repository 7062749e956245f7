//! The main job by hand at a terminal, and the same in batch mode; then a search for traces of it.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
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

/// Words of the library, which is locked with the notebook: they may lie nowhere as they are.
const LIBRARY: [&str; 4] = ["변호사", "адвокат", "убежищ", "lawyer"];

/// A note in Korean and one in Russian, and a word of each that finds it again.
const NOTES: [(&str, &str); 2] = [
    ("zqcanarynote 까나리아 변호사를 부탁했다", "변호사"),
    ("канарейка: просил вызвать адвоката", "адвокат"),
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

    /// No word of the notes, the library or the passphrase lies anywhere: home, temporary and data folder.
    fn assert_clean(&self) {
        let words: Vec<&str> = CANARIES.into_iter().chain(LIBRARY).collect();
        assert_eq!(find_traces(&[self.0.path()], &words), []);
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
    assert!(
        town.contains("- rok-consulate-irkutsk\t이르꾸쯔크주재 한국총령사관\t열려있는지"),
        "{town}"
    );
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
    for (query, language, beside, translated) in [
        ("변호사", "ko-KP", "ru", "адвокат"),
        ("адвокат", "ru", "ko-KP", "변호사"),
    ] {
        let found = computer.succeed(&["search", query, "--language", language], "");
        let [id, title] = first_hit(&found, language, "article");
        let show = ["library", "show", &id, "--beside", beside, "--language", language];
        let text = computer.succeed(&show, "");
        let titles: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("# ")).collect();
        assert!(titles.len() == 2 && titles[0] == title, "{title}: {titles:?}");
        assert!(text.contains(query) && text.contains(translated), "{text}");
    }
    assert!(!computer.data().exists(), "reading has written");

    let passphrase = format!("{PASSPHRASE}\n");
    computer.succeed(&["notebook", "create"], &passphrase);
    let case = computer.succeed(&["case", "new"], &format!("{passphrase}first name\n"));
    let named = format!("{passphrase}zqcanarytitle\n");
    computer.succeed(&["case", "rename", case.trim()], &named);
    for (text, _) in NOTES {
        let arguments = ["note", "add", case.trim(), "--date", "2026-11-20", "--place"];
        let note = computer.succeed(
            &arguments,
            &format!("{passphrase}울라지보스또크\nto be written anew\n"),
        );
        computer.succeed(&["note", "edit", note.trim()], &format!("{passphrase}{text}\n"));
    }
    // Every command ends locked, and without the passphrase nothing is found.
    let locked = computer.run(&["search", "변호사"], "wrong passphrase\n");
    assert!(!locked.status.success() && locked.stdout.is_empty());
    computer.succeed(&["notebook", "unlock"], &passphrase);
    for (text, query) in NOTES {
        let search = ["search", query, "--notebook", "--limit", "40", "--language", "ru"];
        let found = computer.succeed(&search, &passphrase);
        let note = found.lines().find(|line| line.contains(text));
        assert!(
            note.is_some_and(|line| line.starts_with(&kind("ru", "note"))),
            "{found}"
        );
    }

    let file = computer.0.path().join("home/letter.txt");
    fs::write(&file, "a letter").unwrap();
    let id = computer.succeed(&["file", "add", case.trim(), file.to_str().unwrap()], &passphrase);
    assert_eq!(
        computer.succeed(&["file", "read", id.trim()], &passphrase),
        "a letter"
    );
    let shown = computer.succeed(&["case", "show", case.trim()], &passphrase);
    for part in ["zqcanarytitle", "2026-11-20\t울라지보스또크\n", "letter.txt"] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    assert!(
        !shown.contains("first name") && !shown.contains("anew"),
        "{shown}"
    );
    computer.assert_clean();
}

#[test]
fn the_main_job_in_one_batch() {
    let computer = Computer::new();
    let search = |query, language| json!({ "id": query, "command": "library_search", "request": { "query": query, "limit": 10, "language": language } });
    let found = computer.batch(&[search("변호사", "ko-KP"), search("адвокат", "ru")]);
    let [korean, russian] = [0, 1].map(|at| {
        let hits = found[at]["reply"].as_array().unwrap();
        hits.iter()
            .find(|hit| hit["kind"] == "article")
            .unwrap_or_else(|| panic!("{hits:?}"))
    });

    // The whole job in one go: what the searches above found is opened, and so on to finding the notes again.
    let open = |hit: &Value, languages| json!({ "id": 1, "command": "library_article", "request": { "id": hit["id"], "languages": languages } });
    let mut calls = vec![
        search("변호사", "ko-KP"),
        search("адвокат", "ru"),
        open(korean, ["ko-KP", "ru"]),
        open(russian, ["ru", "ko-KP"]),
        json!({ "id": "three", "command": "notebook_create", "request": { "passphrase": PASSPHRASE, "shelf": "closed" } }),
        json!({ "id": 4, "command": "case_create", "request": { "title": "zqcanarytitle" } }),
        json!({ "id": 5, "command": "case_list" }),
    ];
    let answers = computer.batch(&calls);
    for (answer, hit, languages) in [
        (&answers[2], korean, ["ko-KP", "ru"]),
        (&answers[3], russian, ["ru", "ko-KP"]),
    ] {
        let [first, second] = [0, 1].map(|at| &answer["reply"]["languages"][at]);
        assert_eq!([&first["language"], &second["language"]], languages);
        assert_eq!(first["title"], hit["title"]);
        assert_ne!(first["title"], second["title"]);
        let [one, other] = [first, second].map(|text| text["blocks"].as_array().unwrap());
        assert!(one.len() > 3 && one.len() == other.len());
        let pairs = || one.iter().zip(other);
        assert!(pairs().all(|(left, right)| left["kind"] == right["kind"] && left["text"] != right["text"]));
    }
    assert_eq!(answers[4]["id"], "three");
    let case = &answers[5]["reply"]["id"];
    assert_eq!(&answers[6]["reply"][0]["id"], case);

    let unlock =
        json!({ "id": "unlock", "command": "notebook_unlock", "request": { "passphrase": PASSPHRASE } });
    let find =
        |query: &str| json!({ "id": query, "command": "search", "request": { "query": query, "limit": 40 } });
    calls = vec![json!({ "id": 1, "command": "case_list" }), unlock.clone()];
    calls.extend(NOTES.map(|(text, _)| json!({ "id": text, "command": "note_save", "request": { "caseId": case, "text": text, "date": null } })));
    calls.extend([
        json!({ "id": "lock", "command": "notebook_lock" }),
        find(NOTES[0].1),
        unlock,
    ]);
    calls.extend(NOTES.map(|(_, query)| find(query)));
    let answers = computer.batch(&calls);
    for locked in [&answers[0], &answers[5]] {
        assert_eq!(locked["failure"]["kind"], "locked", "{locked}");
    }
    assert!(answers[0]["failure"]["help"].as_str().unwrap().len() > 10);
    for ((text, _), answer) in NOTES.iter().zip(&answers[7..]) {
        let hits = answer["reply"].as_array().unwrap();
        let found = hits.iter().find(|hit| hit["kind"] == "note").unwrap();
        assert_eq!(in_one(&found["snippet"]), *text);
    }
    computer.assert_clean();
}

/// The id and title of the first result of a kind.
fn first_hit(found: &str, language: &str, wanted: &str) -> [String; 2] {
    let begin = format!("{}\t", kind(language, wanted));
    let hit = found.lines().find_map(|line| line.strip_prefix(&begin));
    let mut fields = hit.expect(found).split('\t').map(str::to_owned);
    [fields.next().unwrap(), fields.next().unwrap()]
}

/// What the program calls an article, a note and so on.
fn kind(language: &str, kind: &str) -> String {
    let words = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../locales/{language}/cli.ftl"));
    let words = fs::read_to_string(words).unwrap();
    let line = format!("cli-kind-{kind} = ");
    words
        .lines()
        .find_map(|found| found.strip_prefix(&line))
        .unwrap()
        .to_owned()
}

/// The pieces of a snippet as one text.
fn in_one(snippet: &Value) -> String {
    let pieces = snippet.as_array().unwrap().iter();
    pieces.map(|piece| piece["text"].as_str().unwrap()).collect()
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

/// Makes a notebook and adds notes until the disk, limited by `$3`, refuses one. Ends with the number that was
/// added and what was said, then the case as it is listed.
#[cfg(target_os = "linux")]
const FILL: &str = r#"
    printf 'a long passphrase\n' | "$2" --data "$1" notebook create > /dev/null || exit 2
    case=$(printf 'a long passphrase\nsaved\n' | "$2" --data "$1" case new)
    { printf 'a long passphrase\n'; head -c 60000 /dev/urandom | base64 -w0; } > note
    saved=0
    while [ $saved -lt 20 ]; do
        ( eval "$3"; "$2" --data "$1" --language en note add "$case" < note > /dev/null 2> said ) || break
        saved=$((saved + 1))
    done
    cat said
    echo $saved
    printf 'a long passphrase\n' | "$2" --data "$1" case list
"#;

/// Runs [`FILL`] and returns what was said at the end, once it is sure that what was saved is still there.
#[cfg(target_os = "linux")]
fn fill(computer: &Computer, mut shell: Command, limit: &str) -> String {
    let output = shell
        .arg(computer.data())
        .arg(env!("CARGO_BIN_EXE_durumi"))
        .arg(limit)
        .current_dir(computer.0.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let all = format!("{said}{}", String::from_utf8_lossy(&output.stderr));
    let mut last = said.lines().rev();
    let (listed, saved) = (last.next().unwrap(), last.next().unwrap());
    let saved: u32 = saved.parse().expect(&all);
    assert!((1..20).contains(&saved), "{all}");
    // The last one may be there too: it can be whole on the disk before its answer is.
    let notes = listed.split('\t').nth(1).unwrap().parse::<u32>().expect(&all);
    assert!(
        listed.ends_with("\tsaved") && (notes == saved || notes == saved + 1),
        "{all}"
    );
    said
}

/// On a disk that is too small: `unshare` gives the command a mount of its own. It needs no rights, but a system
/// may refuse it; then this test fails where everything has to be tested (`CI`), and says so elsewhere. The tests
/// below need nothing.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named_and_what_was_saved_stays() {
    let mut mount = Command::new("unshare");
    mount.args(["--mount", "--map-root-user", "sh", "-c"]);
    let computer = Computer::new();
    fs::create_dir(computer.data()).unwrap();
    let small = r#"mount -t tmpfs -o size=9m tmpfs "$1""#;
    let mut probe = Command::new("unshare");
    probe.args(["--mount", "--map-root-user", "sh", "-c", small, "sh"]);
    let probed = probe.arg(computer.data()).output();
    if !probed.is_ok_and(|output| output.status.success()) {
        let refused = "this system does not let a test mount a small disk";
        assert!(std::env::var_os("CI").is_none(), "{refused}");
        println!("{refused}");
        return;
    }
    mount.arg(format!("{small} || exit 1\n{FILL}")).arg("sh");
    let said = fill(&computer, mount, "true");
    let expected = include_str!("../../../locales/en/errors.ftl")
        .lines()
        .find_map(|line| line.strip_prefix("error-disk-full = "))
        .unwrap();
    assert!(said.contains(expected), "{said}");
}

/// Many notes make many pieces of the index, which opening joins where there is room. Where there is none, the notebook
/// opens as it is: its owner has to delete something.
#[cfg(target_os = "linux")]
#[test]
fn a_notebook_of_many_notes_opens_on_a_full_disk() {
    let computer = Computer::new();
    fs::create_dir(computer.data()).unwrap();
    let script = r#"
        mount -t tmpfs -o size=40m tmpfs "$1" || exit 77
        printf 'a long passphrase\n' | "$2" --data "$1" notebook create > /dev/null || exit 2
        case=$(printf 'a long passphrase\nsaved\n' | "$2" --data "$1" case new)
        {
            echo '{"command":"notebook_unlock","request":{"passphrase":"a long passphrase"}}'
            for number in $(seq 200); do
                words=$(head -c 3000 /dev/urandom | base64 -w 10 | tr '\n' ' ')
                echo '{"command":"note_save","request":{"caseId":"'$case'","place":"","text":"'$words'"}}'
            done
        } | "$2" --data "$1" batch | grep -c '"reply"'
        cat /dev/zero > "$1/ballast" 2> /dev/null
        printf 'a long passphrase\n' | "$2" --data "$1" case list
    "#;
    let mut shell = Command::new("unshare");
    shell.args(["--mount", "--map-root-user", "sh", "-c", script, "sh"]);
    let shell = shell.arg(computer.data()).arg(env!("CARGO_BIN_EXE_durumi"));
    let output = shell.output().unwrap();
    if output.status.code() == Some(77) {
        let refused = "this system does not let a test mount a small disk";
        assert!(std::env::var_os("CI").is_none(), "{refused}");
        println!("{refused}");
        return;
    }
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let all = format!("{said}{}", String::from_utf8_lossy(&output.stderr));
    let mut lines = said.lines();
    assert_eq!(lines.next(), Some("201"), "{all}");
    let listed = lines.next().unwrap_or_default();
    assert_eq!(listed.split('\t').nth(1), Some("200"), "{all}");
}

/// A file that may not grow any more: the write that crosses the line is cut short and refused.
#[cfg(target_os = "linux")]
#[test]
fn a_refused_write_is_said_and_what_was_saved_stays() {
    let mut shell = Command::new("sh");
    shell.args(["-c", FILL, "sh"]);
    let said = fill(&Computer::new(), shell, "trap '' XFSZ; ulimit -f 2000");
    assert!(said.lines().count() > 2, "nothing was said: {said}");
}

/// The same line, but whoever crosses it is killed by the system in the middle of the write.
#[cfg(target_os = "linux")]
#[test]
fn a_program_killed_while_it_writes_loses_nothing_that_was_saved() {
    let mut shell = Command::new("sh");
    shell.args(["-c", FILL, "sh"]);
    let said = fill(&Computer::new(), shell, "ulimit -f 2000");
    assert_eq!(said.lines().count(), 2, "it was not killed: {said}");
}

/// Where nothing can be written, what is open to anyone is read, and nothing else is said to work.
#[cfg(target_os = "linux")]
#[test]
fn on_a_write_protected_stick_an_open_library_is_read() {
    let computer = Computer::new();
    let passphrase = format!("{PASSPHRASE}\n");
    computer.succeed(&["notebook", "create", "--open-shelf"], &passphrase);
    let script = r#"
        mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" || exit 77
        "$2" --data "$1" --language en search lawyer || exit 2
        printf '%s' "$3" | "$2" --data "$1" --language en case list 2>&1 && exit 3
        exit 0
    "#;
    let output = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", script, "sh"])
        .arg(computer.data())
        .arg(env!("CARGO_BIN_EXE_durumi"))
        .arg(&passphrase)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(77) || complained.contains("unshare failed") {
        let refused = "this system does not let a test mount a folder";
        assert!(std::env::var_os("CI").is_none(), "{refused}");
        println!("{refused}");
        return;
    }
    assert!(output.status.success(), "{said}{complained}");
    assert!(said.contains("article\t"), "{said}");
    assert!(said.contains(&english("errors", "error-not-writable")), "{said}");
}

/// The words of a message.
fn english(file: &str, id: &str) -> String {
    let path = format!("{}/../../locales/en/{file}.ftl", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).unwrap();
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(&format!("{id} = ")))
        .unwrap();
    line.to_owned()
}

/// `durumi … | head -1`: whoever read has enough.
#[cfg(target_os = "linux")]
#[test]
fn nobody_reading_is_no_reason_for_a_trace_of_the_program() {
    let computer = Computer::new();
    for (target, code) in [("| true", 0), ("> /dev/full", 1)] {
        let line = format!(r#"{{ "$1" --data "$2" library cards; echo $? > code; }} {target}"#);
        let output = Command::new("sh")
            .args(["-c", &line, "sh", env!("CARGO_BIN_EXE_durumi")])
            .arg(computer.data())
            .current_dir(computer.0.path())
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{target}");
        let ended = fs::read_to_string(computer.0.path().join("code")).unwrap();
        assert_eq!(ended.trim(), code.to_string(), "{target}");
    }
}

#[test]
fn what_goes_wrong_at_a_terminal_is_said_in_words_for_a_terminal() {
    let computer = Computer::new();
    let said = |arguments: &[&str], input: &str| {
        let arguments = [&["--language", "en"], arguments].concat();
        let output = computer.run(&arguments, input);
        assert!(!output.status.success(), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let easy = said(&["notebook", "create"], "12345678\n");
    assert!(
        easy.contains(&english("errors", "error-passphrase-too-easy")),
        "{easy}"
    );
    assert!(!computer.data().exists());

    let passphrase = format!("{PASSPHRASE}\n");
    computer.succeed(&["notebook", "create"], &passphrase);
    let case = computer.succeed(&["case", "new"], &format!("{passphrase}case\n"));
    for (arguments, input, file, id) in [
        (vec!["search", "лойер"], "", "errors", "error-locked"),
        (
            vec!["search", "lawyer"],
            "not this one\n",
            "cli",
            "cli-error-wrong-passphrase-help",
        ),
        (
            vec!["file", "add", case.trim(), "/nonexistent"],
            &passphrase,
            "cli",
            "cli-error-file-unreadable",
        ),
        (
            vec!["note", "add", case.trim(), "--date", "20 November"],
            "",
            "cli",
            "cli-error-no-day",
        ),
    ] {
        let words = said(&arguments, input);
        assert!(words.contains(&english(file, id)), "{arguments:?}: {words}");
    }
    fs::write(computer.data().join("shelf"), "damaged").unwrap();
    let output = computer.run(&["--language", "en", "search", "lawyer"], &passphrase);
    assert!(output.status.success());
    let notice = english("errors", "notice-library-remade");
    assert_eq!(String::from_utf8(output.stderr).unwrap().trim(), notice);
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
    let no_notebook = computer.run(&["--language", "en", "notebook", "unlock"], "a long passphrase\n");
    let said = String::from_utf8(no_notebook.stderr).unwrap();
    assert!(said.contains(&english("errors", "error-no-notebook")), "{said}");

    computer.succeed(&["notebook", "create"], &format!("{PASSPHRASE}\n"));
    let found = computer.succeed(&["search", "таблица"], &format!("{PASSPHRASE}\n"));
    assert!(
        found.contains("help"),
        "the author's pack is still there: {found}"
    );

    fs::write(computer.0.path().join("source/articles/help/ru.md"), "no title\n").unwrap();
    let refused = computer.run(&["--language", "en", "pack", "check", source], "");
    assert!(!refused.status.success());
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("articles/help/ru.md:"), "{said}");
    assert!(
        said.contains(&english("cli", "cli-error-pack-refused-help")),
        "{said}"
    );

    fs::write(
        computer.0.path().join("source/pack.toml"),
        "format = 1\nid = \"help\n",
    )
    .unwrap();
    let refused = computer.run(&["--language", "en", "pack", "check", source], "");
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(said.matches("pack.toml:").count(), 1, "{said}");
}

/// Gives a command on a computer whose memory ends after so many KiB.
#[cfg(target_os = "linux")]
fn with_memory(computer: &Computer, kib: u32, arguments: &[&str], input: &str) -> Output {
    let limited = computer.durumi();
    let mut command = Command::new("sh");
    command
        .args([
            "-c",
            "ulimit -v \"$1\"; shift; exec \"$@\"",
            "sh",
            &kib.to_string(),
        ])
        .arg(limited.get_program())
        .args(limited.get_args())
        .args(["--language", "en"])
        .args(arguments)
        .current_dir(computer.0.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn too_little_memory_is_not_a_wrong_passphrase_and_512_mib_are_enough() {
    let computer = Computer::new();
    let input = format!("{PASSPHRASE}\n");
    let made = with_memory(&computer, 512 * 1024, &["notebook", "create"], &input);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    for _ in 0..4 {
        let short = with_memory(&computer, 60_000, &["notebook", "unlock"], &input);
        let said = String::from_utf8_lossy(&short.stderr).into_owned();
        assert!(said.contains("not enough free memory"), "{said}");
    }
    // None of them counted as a wrong try: nobody has to wait.
    let opened = with_memory(&computer, 512 * 1024, &["notebook", "unlock"], &input);
    assert!(
        opened.status.success(),
        "{}",
        String::from_utf8_lossy(&opened.stderr)
    );
}
