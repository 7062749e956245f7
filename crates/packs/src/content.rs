//! What is inside the blobs, as `docs/formats/pack.md` describes it.

use std::collections::BTreeMap;

use durumi_base::{Date, Language};
use serde::{Deserialize, Serialize};

use crate::{Slug, limits::EASY_BLOCKS};

/// A text in several languages.
pub type Texts = BTreeMap<Language, String>;

/// An article with all its languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Its name.
    pub id: Slug,
    /// Its place in the list; articles without one come last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<u32>,
    /// Which urgent door leads to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgent: Option<Urgent>,
    /// True for the article that the door opens.
    #[serde(default, skip_serializing_if = "is_false")]
    pub urgent_first: bool,
    /// ISO 3166-1 code of the country whose law it tells; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub jurisdiction: String,
    /// For whom it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audience: Vec<Audience>,
    /// Free words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Slug>,
    /// The day on which it was checked against its sources.
    pub checked_on: Date,
    /// The day by which it should be checked again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
    /// Who reviewed it; empty when nobody did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reviewed_by: String,
    /// The kinds of its blocks; the first is the title.
    pub blocks: Vec<Block>,
    /// Names of what it rests on.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rests_on: BTreeMap<Language, Vec<String>>,
    /// For each language a text for each block.
    pub texts: BTreeMap<Language, Vec<String>>,
    /// The same in easy words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easy: Option<Easy>,
}

/// The easy-read version of an article. Its blocks are its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Easy {
    /// The kinds of its blocks; the first is the title.
    pub blocks: Vec<Block>,
    /// For each language of the article a text for each block.
    pub texts: BTreeMap<Language, Vec<String>>,
}

/// A piece of an article, without its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// What to be careful about with the facts it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caution: Option<Caution>,
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }
    )*};
}

words! {
    /// What a [`Block`] is.
    BlockKind {
        /// The title; the first block and only that.
        Title,
        /// A heading.
        Heading,
        /// A paragraph.
        Text,
        /// A step, to be done in order.
        Step,
        /// A point of a list.
        Point,
        /// A caution.
        Caution,
        /// Words to say or to show to somebody.
        Say,
    }

    /// How far facts can be relied on, when not fully. Lower is worse.
    Caution {
        /// Reported only.
        Low,
        /// One decent source, or a copy of an official text.
        Medium,
    }

    /// How sure something is.
    Confidence {
        /// Sure.
        #[serde(rename = "H")]
        High,
        /// One decent source, or a copy of an official text.
        #[serde(rename = "M")]
        Medium,
        /// Reported only.
        #[serde(rename = "L")]
        Low,
    }

    /// One of the three urgent doors of the first screen.
    Urgent {
        /// "I am stopped or held."
        Stopped,
        /// "I want to ask for asylum."
        Asylum,
        /// "I am ill or hurt."
        Ill,
    }

    /// For whom an article is.
    Audience {
        /// Somebody who has just come.
        New,
        /// Somebody who works here.
        Worker,
        /// Somebody who is held.
        Detained,
        /// Somebody whose application was refused.
        Refused,
        /// Somebody who helps.
        Helper,
    }

    /// What a [`Contact`] is.
    ContactKind {
        /// A body of the United Nations.
        Un,
        /// A state office of the country.
        State,
        /// An embassy or consulate.
        Mission,
        /// A non-governmental organisation.
        Ngo,
        /// An emergency number.
        Emergency,
        /// A place to stay away from.
        Avoid,
    }

    /// Whether a [`Contact`] was open.
    ContactStatus {
        /// Open.
        Open,
        /// Closed.
        Closed,
        /// Not known.
        Unknown,
    }

    /// What Russian law says about an organisation.
    RuLegalStatus {
        /// Nothing.
        None,
        /// A "foreign agent".
        ForeignAgent,
        /// "Undesirable".
        Undesirable,
        /// Liquidated.
        Liquidated,
        /// It left the country.
        Left,
    }

    /// Whom a [`Deadline`] binds.
    Whose {
        /// The reader must act within it.
        Person,
        /// An office must.
        Office,
        /// A paper is valid so long.
        Paper,
    }

    /// In what the length of a [`Deadline`] is counted.
    TimeUnit {
        /// Hours.
        Hours,
        /// Days of the calendar.
        Days,
        /// Days on which offices work.
        WorkingDays,
        /// Months of the calendar.
        Months,
    }

    /// Where a [`Phrase`] is needed.
    PhraseGroup {
        /// Asking for protection.
        Protection,
        /// With the police.
        Police,
        /// In court.
        Court,
        /// With a doctor.
        Health,
        /// At work.
        Work,
        /// Every day.
        Daily,
    }
}

/// An organisation or office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Its name in files.
    pub id: Slug,
    /// What it is.
    pub kind: ContactKind,
    /// ISO 3166-1 code.
    pub country: String,
    /// Slug of a place; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// Whether it was open on `as_of`.
    pub status: ContactStatus,
    /// What Russian law says about it.
    #[serde(default = "no_status", skip_serializing_if = "is_no_status")]
    pub ru_legal_status: RuLegalStatus,
    /// The day of the status.
    pub as_of: Date,
    /// How sure all this is.
    pub confidence: Confidence,
    /// Languages spoken there, as tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// Its phones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    /// Its address as on a letter; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// After this day the address is no longer shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_expires_on: Option<Date>,
    /// Its name.
    pub name: Texts,
    /// Whom it helps and with what.
    pub serves: Texts,
    /// What to be careful about.
    pub risk: Texts,
}

/// A phone number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// The number.
    pub number: String,
    /// The day on which its source was read.
    pub verified_on: Date,
    /// After this day it is no longer shown.
    pub expires_on: Date,
}

/// A card to show to an officer or a doctor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// Its name.
    pub id: Slug,
    /// Where it is needed.
    pub group: PhraseGroup,
    /// True when it is dangerous if the wrong person finds it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub danger: bool,
    /// The words.
    pub text: Texts,
    /// How they sound: Korean in Russian letters, Russian in Hangul; may be empty.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub aloud: Texts,
}

/// A town or settlement, and who can be turned to from there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its name in files.
    pub id: Slug,
    /// ISO 3166-1 code.
    pub country: String,
    /// Other spellings that people look for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Contacts of the pack that can be turned to from here, the nearest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Slug>,
    /// The day on which its facts were read.
    pub as_of: Date,
    /// Its name.
    pub name: Texts,
    /// What is there; may be empty.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub line: Texts,
    /// What to be careful about there; may be empty.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub warning: Texts,
}

/// A time limit that is counted from a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Its name in files.
    pub id: Slug,
    /// ISO 3166-1 code of the country whose law and holidays these are.
    pub country: String,
    /// Whom it binds.
    pub whose: Whose,
    /// How long it is, in its unit; 1 to 1000.
    pub length: u32,
    /// The unit.
    pub unit: TimeUnit,
    /// The day on which it was checked against its sources.
    pub checked_on: Date,
    /// The day by which it should be checked again.
    pub review_by: Date,
    /// How far its facts can be relied on, when not fully.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caution: Option<Caution>,
    /// Names of what it rests on.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rests_on: BTreeMap<Language, Vec<String>>,
    /// What happened on the day from which it is counted.
    pub event: Texts,
    /// What ends.
    pub title: Texts,
    /// What to be careful about.
    pub risk: Texts,
}

/// The days of a year on which the offices of a country do not work as in any other week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    /// ISO 3166-1 code.
    pub country: String,
    /// The year.
    pub year: u32,
    /// Mondays to Fridays on which they are closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub off: Vec<Date>,
    /// Saturdays and Sundays on which they work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on: Vec<Date>,
}

/// A word for a paper, an office or a right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its name.
    pub id: Slug,
    /// For interpreters: what the other half of the country hears; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub false_friend: String,
    /// The word; several for the same thing are separated by ` / `.
    pub word: Texts,
}

/// Words that mean the same: who looks for one finds the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SynonymGroup(pub Vec<String>);

impl Article {
    /// Whether blocks and texts fit together, so that readers need not look again.
    pub(crate) fn is_consistent(&self) -> bool {
        fit(&self.blocks, &self.texts)
            && self.easy.as_ref().is_none_or(|easy| {
                fit(&easy.blocks, &easy.texts)
                    && easy.blocks.len() <= EASY_BLOCKS
                    && easy.texts.keys().eq(self.texts.keys())
            })
    }
}

/// Whether there is one title, at the beginning, and a text for each block in every language.
fn fit(blocks: &[Block], texts: &BTreeMap<Language, Vec<String>>) -> bool {
    let mut kinds = blocks.iter().map(|block| block.kind);
    kinds.next() == Some(BlockKind::Title)
        && kinds.all(|kind| kind != BlockKind::Title)
        && !texts.is_empty()
        && texts.values().all(|texts| texts.len() == blocks.len())
}

impl BlockKind {
    /// Its word in files.
    pub fn name(self) -> &'static str {
        match self {
            BlockKind::Title => "title",
            BlockKind::Heading => "heading",
            BlockKind::Text => "text",
            BlockKind::Step => "step",
            BlockKind::Point => "point",
            BlockKind::Caution => "caution",
            BlockKind::Say => "say",
        }
    }
}

impl Confidence {
    /// The caution that is shown, when one is.
    pub fn caution(self) -> Option<Caution> {
        match self {
            Confidence::High => None,
            Confidence::Medium => Some(Caution::Medium),
            Confidence::Low => Some(Caution::Low),
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape serde asks for")]
fn is_false(flag: &bool) -> bool {
    !flag
}

fn no_status() -> RuLegalStatus {
    RuLegalStatus::None
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape serde asks for")]
fn is_no_status(status: &RuLegalStatus) -> bool {
    *status == RuLegalStatus::None
}
