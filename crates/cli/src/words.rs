//! The words of the command line, from `locales/`.
//!
//! Built into the program, so that it speaks also when nothing else of it is there. No language falls
//! back to another: Seoul words in a `ko-KP` text can harm; tests hold the files complete instead.

use std::{ffi::OsString, str::FromStr};

use durumi_api::Failure;
use durumi_base::Language;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::trouble::Trouble;

/// Messages in one language.
pub(crate) struct Words {
    pub(crate) language: Language,
    bundle: FluentBundle<FluentResource>,
}

macro_rules! files {
    ($language:literal) => {
        [
            include_str!(concat!("../../../locales/", $language, "/cli.ftl")),
            include_str!(concat!("../../../locales/", $language, "/errors.ftl")),
            include_str!(concat!("../../../locales/", $language, "/deadlines.ftl")),
            include_str!(concat!("../../../locales/", $language, "/library.ftl")),
            include_str!(concat!("../../../locales/", $language, "/pack.ftl")),
            include_str!(concat!("../../../locales/", $language, "/update.ftl")),
            include_str!(concat!("../../../locales/", $language, "/sync.ftl")),
            include_str!(concat!("../../../locales/", $language, "/vault.ftl")),
        ]
    };
}

impl Words {
    pub(crate) fn new(language: Language) -> Self {
        let files = match language {
            Language::KoKp => files!("ko-KP"),
            Language::Ko => files!("ko"),
            Language::Ru => files!("ru"),
            Language::En => files!("en"),
        };
        let id = LanguageIdentifier::from_str(language.tag()).expect("the tags are well formed");
        let mut bundle = FluentBundle::new(vec![id]);
        // Isolation marks are for screens that mix directions; a terminal shows them as boxes.
        bundle.set_use_isolating(false);
        for file in files {
            // What cannot be parsed is reported by the test of all locales.
            let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(whole, _)| whole);
            bundle.add_resource_overriding(resource);
        }
        Words { language, bundle }
    }

    /// The language that `--language` names, or that the system speaks. Looked for before the command line
    /// is parsed, because its help is in that language too.
    pub(crate) fn for_arguments(arguments: impl Iterator<Item = OsString>) -> Self {
        let arguments: Vec<String> = arguments
            .filter_map(|argument| argument.into_string().ok())
            .collect();
        let given = arguments.iter().enumerate().find_map(|(at, argument)| {
            match argument.strip_prefix("--language") {
                Some("") => arguments.get(at + 1)?.parse().ok(),
                Some(rest) => rest.strip_prefix('=')?.parse().ok(),
                None => None,
            }
        });
        Self::new(given.unwrap_or_else(system_language))
    }

    /// A message without variables.
    pub(crate) fn text(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// A message with variables.
    pub(crate) fn text_with<'a, const N: usize>(
        &'a self,
        id: &str,
        values: [(&'a str, FluentValue<'a>); N],
    ) -> String {
        self.format(id, Some(&values.into_iter().collect()))
    }

    /// What happened and what to do, for somebody at a terminal.
    pub(crate) fn trouble(&self, trouble: &Trouble) -> (String, String) {
        let id = trouble.message_id();
        let at_a_terminal = |id: String| {
            let own = format!("cli-{id}");
            if self.bundle.has_message(&own) {
                self.text(&own)
            } else {
                self.text(&id)
            }
        };
        (at_a_terminal(id.to_owned()), at_a_terminal(format!("{id}-help")))
    }

    /// What happened and what to do, for a program that passes it on.
    pub(crate) fn failure(&self, failure: &Failure) -> (String, String) {
        let id = failure.message_id();
        (self.text(id), self.text(&format!("{id}-help")))
    }

    fn format(&self, id: &str, values: Option<&FluentArgs<'_>>) -> String {
        let pattern = self.bundle.get_message(id).and_then(|message| message.value());
        // A missing message shows its id: better than nothing for whoever reports it.
        pattern.map_or_else(
            || id.to_owned(),
            |pattern| {
                self.bundle
                    .format_pattern(pattern, values, &mut Vec::new())
                    .into_owned()
            },
        )
    }
}

/// From the usual variables of a terminal; English when they say nothing we speak.
fn system_language() -> Language {
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .unwrap_or_default();
    match tag.split(['.', '@']).next().unwrap_or_default() {
        "ko_KP" => Language::KoKp,
        tag if tag.starts_with("ko") => Language::Ko,
        tag if tag.starts_with("ru") => Language::Ru,
        _ => Language::En,
    }
}

#[cfg(test)]
mod tests {
    use durumi_api::Notice;

    use super::*;

    #[test]
    fn the_language_is_taken_from_the_arguments_wherever_it_stands() {
        for arguments in [
            vec!["batch", "--language", "ru"],
            vec!["--language=ru", "search", "x"],
        ] {
            let words = Words::for_arguments(arguments.into_iter().map(OsString::from));
            assert_eq!(words.language, Language::Ru);
        }
    }

    fn failures() -> [Failure; 35] {
        [
            Failure::WrongPassphrase,
            Failure::PassphraseLength,
            Failure::PassphraseTooEasy,
            Failure::PassphraseTaken,
            Failure::WaitToTry { seconds: 5 },
            Failure::CodeMistyped {
                paper: 1,
                groups: Vec::new(),
            },
            Failure::CodeWrong,
            Failure::SharesMixed,
            Failure::SharesTooFew,
            Failure::NotEnoughMemory,
            Failure::Locked,
            Failure::NoNotebook,
            Failure::NotebookExists,
            Failure::NotebookMissing,
            Failure::KeysDamaged,
            Failure::ShelfDamaged,
            Failure::NotebookDamaged,
            Failure::BackupDamaged,
            Failure::BackupUnreadable,
            Failure::NewerFormat,
            Failure::DiskFull,
            Failure::NotWritable,
            Failure::InUse,
            Failure::NotFound,
            Failure::NotArrived,
            Failure::InvitationMistyped { group: 1 },
            Failure::InvitationRefused,
            Failure::InvitationWithoutKeys,
            Failure::PackRefused { problems: Vec::new() },
            Failure::PackUntrusted,
            Failure::RepositoryRefused {
                reason: "mixed".to_owned(),
            },
            Failure::PackOlder,
            Failure::TooLarge,
            Failure::BadRequest { what: String::new() },
            Failure::Internal,
        ]
    }

    #[test]
    fn every_failure_has_its_two_messages_in_every_language() {
        for words in Language::ALL.map(Words::new) {
            for failure in &failures() {
                let (message, help) = words.failure(failure);
                assert!(!message.starts_with("error-"), "{} {message}", words.language);
                assert!(!help.starts_with("error-"), "{} {help}", words.language);
            }
        }
    }

    #[test]
    fn what_is_said_at_a_terminal_does_not_speak_of_the_window() {
        let own = [
            Trouble::PassphrasesDiffer,
            Trouble::FileUnreadable,
            Trouble::NoDay,
            Trouble::NothingToSign,
            Trouble::Unsigned,
            Trouble::NoRole,
            Trouble::NotNewer,
            Trouble::FileExists,
        ];
        let all: Vec<_> = failures().map(Trouble::Failure).into_iter().chain(own).collect();
        for words in Language::ALL.map(Words::new) {
            let of_the_window = match words.language {
                Language::KoKp => ["화면", "눌러", "돌아가서", "《수첩》"],
                Language::Ko => ["화면", "눌러", "돌아가서", "‘수첩’"],
                Language::Ru => ["экран", "Нажмите", "Вернитесь", "«Тетрадь»"],
                Language::En => ["screen", "Press", "Go back", "“Notebook”"],
            };
            for trouble in &all {
                let (message, help) = words.trouble(trouble);
                for said in [message, help] {
                    assert!(!said.starts_with("error-"), "{} {said}", words.language);
                    assert!(!of_the_window.iter().any(|word| said.contains(word)), "{said}");
                }
            }
        }
    }

    #[test]
    fn every_refusal_of_a_repository_has_its_words_in_every_language() {
        for words in Language::ALL.map(Words::new) {
            for refusal in durumi_packs::trust::Refusal::ALL {
                let id = format!("refusal-{}", refusal.name());
                assert_ne!(words.text(&id), id, "{}", words.language);
            }
        }
    }

    #[test]
    fn every_notice_has_its_words_in_every_language() {
        let notices = [
            Notice::LibraryRemade,
            Notice::KeysDamaged,
            Notice::NotebookMissing,
            Notice::RecoveryDrill,
        ];
        for words in Language::ALL.map(Words::new) {
            for notice in notices {
                assert!(!words.text(notice.message_id()).starts_with("notice-"));
            }
        }
    }
}
