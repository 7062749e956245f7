//! What the commands write for people. Replies on standard output, failures on standard error.

use durumi_api::{
    Article, BlockKind, Caution, ChangeKind, ChangedThing, Contact, ContactStatus, Failure, HitKind, Notice,
    PackChange, PackOffer, Place, SearchHit,
};
use durumi_base::{Date, Language};

use crate::{repository, trouble::Trouble, words::Words};

/// Says what happened and what to do.
pub(crate) fn trouble(words: &Words, trouble: &Trouble) {
    let (message, help) = words.trouble(trouble);
    eprintln!("{message}\n{help}");
    match trouble {
        Trouble::Failure(Failure::PackRefused { problems }) => {
            for problem in problems {
                let text = words.text(&format!("pack-problem-{}", problem.rule));
                eprintln!("  {}:{}: {text} {}", problem.file, problem.line, problem.detail);
            }
        }
        Trouble::Failure(Failure::WaitToTry { seconds }) => {
            eprintln!(
                "  {}",
                words.text_with("cli-seconds", [("seconds", (*seconds).into())])
            );
        }
        Trouble::Failure(Failure::CodeMistyped { paper, groups }) if !groups.is_empty() => {
            let groups: Vec<_> = groups.iter().map(u32::to_string).collect();
            let values = [("paper", (*paper).into()), ("groups", groups.join(", ").into())];
            eprintln!("  {}", words.text_with("cli-mistyped", values));
        }
        Trouble::Failure(Failure::RepositoryRefused { reason }) => {
            eprintln!("  {}", words.text(&format!("refusal-{reason}")));
        }
        Trouble::Failure(Failure::BadRequest { what }) => eprintln!("  {what}"),
        Trouble::Failure(Failure::InvitationMistyped { group }) if *group > 0 => eprintln!("  {group}"),
        _ => {}
    }
}

/// Says what should be known about the files, apart from what was said before.
pub(crate) fn notices(words: &Words, notices: &[Notice], said: &[Notice]) {
    for notice in notices.iter().filter(|notice| !said.contains(notice)) {
        eprintln!("{}", words.text(notice.message_id()));
    }
}

/// One result a line: kind, id, title and where it matched.
pub(crate) fn hits(words: &Words, hits: &[SearchHit]) {
    for hit in hits {
        let kind = match hit.kind {
            HitKind::Article => "cli-kind-article",
            HitKind::Contact => "cli-kind-contact",
            HitKind::Phrase => "cli-kind-phrase",
            HitKind::Place => "cli-kind-place",
            HitKind::Case => "cli-kind-case",
            HitKind::Note => "cli-kind-note",
        };
        let id = if hit.kind == HitKind::Note {
            &hit.case_id
        } else {
            &hit.id
        };
        say!("{}\t{id}\t{}\t{}", words.text(kind), hit.title, snippet(hit));
    }
    if hits.is_empty() {
        say!("{}", words.text("cli-nothing-found"));
    }
}

/// Packs that were verified: who signed them, how old they are, and what they change.
pub(crate) fn offer(words: &Words, offer: &PackOffer) {
    if offer.development {
        say!("! {}", words.text("update-development"));
    }
    repository::say_confirmed(words, offer.confirmed_on);
    if offer.days_old > 0 {
        say!(
            "! {}",
            words.text_with("update-old", [("days", offer.days_old.into())])
        );
    }
    for pack in &offer.packs {
        say!(
            "\n{}\t{}\t{}",
            pack.id,
            pack.title,
            words.text_with("update-version", [("version", pack.version.into())])
        );
        if let Some(here) = pack.here {
            say!("{}", words.text_with("update-here", [("version", here.into())]));
        }
        for signer in &pack.signed_by {
            repository::say_signer(words, &signer.name, &signer.key, pack.signed_on);
        }
        if pack.changes.is_empty() {
            say!("{}", words.text("update-nothing-changes"));
        }
        changes(words, &pack.changes);
    }
}

/// What changes or has changed, one thing a line.
pub(crate) fn changes(words: &Words, changes: &[PackChange]) {
    for change in changes {
        let how = match change.how {
            ChangeKind::New => "change-new",
            ChangeKind::Changed => "change-changed",
            ChangeKind::Gone => "change-gone",
        };
        let what = match change.what {
            ChangedThing::Article => "changed-article",
            ChangedThing::Contact => "changed-contact",
            ChangedThing::Phrases => "changed-phrases",
            ChangedThing::Places => "changed-places",
            ChangedThing::Glossary => "changed-glossary",
            ChangedThing::Synonyms => "changed-synonyms",
            ChangedThing::Deadlines => "changed-deadlines",
            ChangedThing::Holidays => "changed-holidays",
        };
        say!("{}\t{}\t{}", words.text(how), words.text(what), change.title);
    }
}

/// An article, in one language or two with the second under the first.
pub(crate) fn article(words: &Words, article: &Article) {
    for text in &article.languages {
        say!("# {}", text.title);
    }
    labels(words, article);
    let rows = article
        .languages
        .iter()
        .map(|text| text.blocks.len())
        .max()
        .unwrap_or(0);
    let mut step = 0;
    for row in 0..rows {
        for (column, block) in article
            .languages
            .iter()
            .filter_map(|text| text.blocks.get(row))
            .enumerate()
        {
            let mark = match block.kind {
                BlockKind::Heading => {
                    step = 0;
                    "## ".to_owned()
                }
                BlockKind::Step => {
                    step += usize::from(column == 0);
                    format!("{step}. ")
                }
                BlockKind::Point => "- ".to_owned(),
                BlockKind::Caution => "! ".to_owned(),
                BlockKind::Say => "« ".to_owned(),
                BlockKind::Text => String::new(),
            };
            say!("{mark}{}", block.text);
        }
        let caution = article
            .languages
            .first()
            .and_then(|text| text.blocks.get(row)?.caution);
        match caution {
            Some(Caution::Low) => say!("! {}", words.text("library-caution-low")),
            Some(Caution::Medium) => say!("! {}", words.text("library-caution-medium")),
            None => {}
        }
        say!();
    }
    for name in &article.rests_on {
        say!("* {name}");
    }
}

/// How old an article is and who answers for it: before anything it says.
fn labels(words: &Words, article: &Article) {
    let day = |id, day: Date| say!("{}", words.text_with(id, [("day", day.to_string().into())]));
    day("library-checked", article.checked_on);
    if let Some(review_by) = article.review_by {
        day("library-review-by", review_by);
    }
    if article.reviewed_by.is_empty() {
        say!("{}", words.text("library-unreviewed"));
    } else {
        let name = [("name", article.reviewed_by.as_str().into())];
        say!("{}", words.text_with("library-reviewed", name));
    }
    if article.review_is_due {
        say!("! {}", words.text("library-review-due"));
    }
    if article.withdrawn {
        say!("! {}", words.text("library-withdrawn"));
    }
    say!();
}

/// Whether a contact works, as far as is known, and since when.
pub(crate) fn status(words: &Words, contact: &Contact) -> String {
    let id = match contact.status {
        ContactStatus::Open => "cli-contact-open",
        ContactStatus::Closed => "cli-contact-closed",
        ContactStatus::Unknown => "cli-contact-unknown",
    };
    words.text_with(id, [("date", contact.as_of.to_string().into())])
}

/// A place: its names, what is there, what to be careful about, and who can be turned to.
pub(crate) fn place(words: &Words, place: &Place) {
    say!("# {}", place.name);
    // Seoul spelling is for whoever reads in it: it can incriminate others.
    let others: Vec<&str> = place
        .names
        .iter()
        .filter(|other| ![Language::Ko, words.language].contains(&other.language))
        .map(|other| other.name.as_str())
        .filter(|name| *name != place.name)
        .collect();
    say!("{}", others.join(" · "));
    say!(
        "{}\n",
        words.text_with("cli-place-read", [("date", place.as_of.to_string().into())])
    );
    for (mark, text) in [("", &place.line), ("! ", &place.warning)] {
        if !text.is_empty() {
            say!("{mark}{text}\n");
        }
    }
    for contact in &place.contacts {
        let unknown = contact.status == ContactStatus::Unknown;
        let status = unknown.then(|| words.text("cli-contact-unknown"));
        say!(
            "- {}\t{}\t{}",
            contact.id,
            contact.name,
            status.unwrap_or_default()
        );
    }
}

fn snippet(hit: &SearchHit) -> String {
    let text: String = hit.snippet.iter().map(|piece| piece.text.as_str()).collect();
    text.replace(['\n', '\t'], " ")
}
