//! A volunteer's path by docs/authoring.md, with keys of their own and with those that everybody has.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

const PASSPHRASE: &str = "crane over the river";

fn durumi(place: &Path, words: &str, typed: &[&str]) -> Output {
    let mut running = Command::new(env!("CARGO_BIN_EXE_durumi"))
        .args(["--language", "en", "--data", "data"])
        .args(words.split(' '))
        .current_dir(place)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = running.stdin.take().unwrap();
    // A command that asks nothing does not read.
    let _ = input.write_all(typed.join("\n").as_bytes());
    drop(input);
    running.wait_with_output().unwrap()
}

/// What a command that must succeed writes.
fn says(place: &Path, words: &str, typed: &[&str]) -> String {
    let output = durumi(place, words, typed);
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{words}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

/// What a command that must fail writes.
fn refuses(place: &Path, words: &str, typed: &[&str]) -> String {
    let output = durumi(place, words, typed);
    assert!(!output.status.success(), "{words} went through");
    String::from_utf8(output.stderr).unwrap()
}

fn desk() -> TempDir {
    let desk = tempfile::tempdir().unwrap();
    says(desk.path(), "pack new mine my-pack", &[]);
    desk
}

#[test]
fn a_planted_error_is_named_mended_and_the_pack_reaches_a_reader() {
    let desk = desk();
    let place = desk.path();
    let article = place.join("mine/articles/second");
    fs::create_dir_all(&article).unwrap();
    for file in ["article.toml", "ko-KP.md", "ko.md", "ru.md", "en.md"] {
        fs::copy(place.join("mine/articles/example").join(file), article.join(file)).unwrap();
    }
    fs::write(article.join("ru.md"), "# Одна строка\n").unwrap();
    let error = refuses(place, "pack check mine", &[]);
    assert!(error.contains("articles/second/ru.md"), "{error}");
    fs::copy(place.join("mine/articles/example/ru.md"), article.join("ru.md")).unwrap();
    assert!(says(place, "pack check mine", &[]).contains("Articles: 2"));
    says(place, "pack build mine built", &[]);
    says(place, "pack sign work --pack built --development", &[]);
    says(place, "pack publish work stick/durumi-library --development", &[]);
    says(place, "pack publish work library.durumi --development", &[]);
    assert!(says(place, "pack verify stick", &[]).contains("Development 3"));
    let offer = says(place, "library update --look stick", &[]);
    assert!(
        offer.contains("for trying out") && offer.contains("If the police stop you"),
        "{offer}"
    );
    assert!(!says(place, "library list", &[]).contains("example"));
    says(place, "library update library.durumi", &[]);
    let list = says(place, "library list", &[]);
    assert!(list.contains("example") && list.contains("second"), "{list}");
    // The same version again is not signed a second time.
    let error = refuses(place, "pack sign work --pack mine --development", &[]);
    assert!(error.contains("Raise version"), "{error}");
}

#[test]
fn people_with_keys_of_their_own_sign_together() {
    let desk = desk();
    let place = desk.path();
    for (key, name) in [
        ("anna", "Anna"),
        ("boris", "Boris"),
        ("chong", "Chong"),
        ("desk", "Desk"),
    ] {
        says(
            place,
            &format!("pack keys make {key} --name {name}"),
            &[PASSPHRASE, PASSPHRASE],
        );
    }
    assert!(
        refuses(
            place,
            "pack keys make anna --name Anna",
            &[PASSPHRASE, PASSPHRASE]
        )
        .contains("already")
    );
    says(
        place,
        "pack keys roles work --root anna.public --root boris.public --targets anna.public --publish desk.public",
        &[],
    );
    assert!(says(place, "pack sign work --key anna", &[PASSPHRASE]).contains("still missing: 1"));
    assert!(refuses(place, "pack sign work --key boris", &["not this one"]).contains("passphrase"));
    says(place, "pack sign work --key boris", &[PASSPHRASE]);
    says(place, "pack keys pack work my-pack --by chong.public", &[]);
    says(place, "pack sign work --key anna", &[PASSPHRASE]);
    assert!(
        refuses(place, "pack sign work --pack mine --key anna", &[PASSPHRASE]).contains("Nothing here waits")
    );
    says(place, "pack sign work --pack mine --key chong", &[PASSPHRASE]);
    says(place, "pack publish work out --key desk", &[PASSPHRASE]);
    let verified = says(place, "pack verify out --root work/metadata/1.root.json", &[]);
    assert!(
        verified.contains("Signed by Chong") && !verified.contains("trying out"),
        "{verified}"
    );
    // A program for trying out does not take it: its root is another.
    let error = refuses(place, "library update out", &[]);
    assert!(error.contains("whom this program does not know"), "{error}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(place.join("anna")).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "others can read the secret key");
    }
}

#[test]
fn what_changed_between_two_versions_is_listed() {
    let desk = desk();
    let place = desk.path();
    says(place, "pack build mine before", &[]);
    let text = fs::read_to_string(place.join("mine/articles/example/en.md")).unwrap();
    fs::write(
        place.join("mine/articles/example/en.md"),
        text.replace("calmly", "quietly"),
    )
    .unwrap();
    assert_eq!(
        says(place, "pack diff before mine", &[]),
        "changed\tArticle\tIf the police stop you\n"
    );
}

#[test]
fn contacts_go_out_to_a_table_and_come_back_confirmed_by_two() {
    let desk = desk();
    let place = desk.path();
    let contact = "[[contact]]\nid = \"office\"\nkind = \"state\"\ncountry = \"RU\"\nstatus = \"unknown\"\n\
        ru_legal_status = \"none\"\nas_of = \"2026-01-01\"\nconfidence = \"M\"\nfact = \"F1\"\n\
        phones = [ { number = \"+7 1\", verified_on = \"2026-01-01\", expires_on = \"2026-04-01\" } ]\n\
        [contact.name]\nko-KP = \"x\"\nko = \"x\"\nru = \"x\"\nen = \"Office\"\n\
        [contact.serves]\nko-KP = \"x\"\nko = \"x\"\nru = \"x\"\nen = \"x\"\n\
        [contact.risk]\nko-KP = \"x\"\nko = \"x\"\nru = \"x\"\nen = \"x\"\n";
    fs::write(place.join("mine/contacts.toml"), contact).unwrap();
    says(place, "pack contacts export mine sheet.csv", &[]);
    let sheet = fs::read_to_string(place.join("sheet.csv")).unwrap();
    let filled = sheet.replace(",,,,\r\n", ",2026-10-01,AK,2026-10-02,SP\r\n");
    assert_ne!(sheet, filled);
    fs::write(place.join("sheet.csv"), filled).unwrap();
    assert!(says(place, "pack contacts import mine sheet.csv", &[]).contains("taken over: 1"));
    let after = fs::read_to_string(place.join("mine/contacts.toml")).unwrap();
    assert!(
        after.contains("verified_on = \"2026-10-01\", expires_on = \"2026-12-30\""),
        "{after}"
    );
    says(place, "pack check mine", &[]);
}
