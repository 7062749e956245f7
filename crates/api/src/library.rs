//! Requests and replies about the library.

use durumi_base::{Date, Language};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for [`AboutPack`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LibraryAbout {
    /// In which language the title is given.
    #[ts(as = "String")]
    pub language: Language,
}

/// The pack that the library holds.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AboutPack {
    /// The pack's own name, such as `starter`.
    pub id: String,
    /// Its version; a newer pack has a higher one.
    #[ts(type = "number")]
    pub version: u32,
    /// Its title in the asked language.
    pub title: String,
    /// The newest day on which any of its articles was checked.
    #[ts(as = "String")]
    pub checked_on: Date,
    /// True when no article was reviewed by a lawyer yet.
    pub unreviewed: bool,
    /// True when the pack was built on this computer and not published by anybody.
    pub own_build: bool,
    /// The names of those who signed it; empty when it came with the program or was built here.
    pub signed_by: Vec<String>,
    /// True when it was signed with keys that anybody has.
    pub development: bool,
    /// The day on which the library was last confirmed to be the newest; `null` before that ever happened.
    #[ts(type = "string | null")]
    pub confirmed_on: Option<Date>,
    /// How many days ago, once the promise to confirm it again is broken; 0 before.
    pub days_old: u32,
    /// The languages of its articles.
    #[ts(as = "Vec<String>")]
    pub languages: Vec<Language>,
}

/// Asks for every [`ArticleCard`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LibraryArticles {
    /// In which language.
    #[ts(as = "String")]
    pub language: Language,
}

/// One of the three urgent doors of the first screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Urgent {
    /// "I am stopped or held."
    Stopped,
    /// "I want to ask for asylum."
    Asylum,
    /// "I am ill or hurt."
    Ill,
}

/// What a list shows of an article.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArticleCard {
    /// The article's slug.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its first paragraph or step, for a line under the title.
    pub lead: String,
    /// The language of title and lead: the asked one, or the pack's first when it lacks that.
    #[ts(as = "String")]
    pub language: Language,
    /// Which urgent door leads here.
    pub urgent: Option<Urgent>,
    /// True for the article that the door opens.
    pub urgent_first: bool,
    /// For whom: `new`, `worker`, `detained`, `refused`, `helper`.
    pub audience: Vec<String>,
}

/// Asks for an [`Article`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LibraryArticle {
    /// The article's slug.
    pub id: String,
    /// One language, or several to be read side by side, in this order. At most four.
    #[ts(as = "Vec<String>")]
    pub languages: Vec<Language>,
}

/// An article.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// The article's slug.
    pub id: String,
    /// The text in each asked language that the article has. All have the same kinds of block in the
    /// same order.
    pub languages: Vec<ArticleLanguage>,
    /// The day on which it was checked against its sources.
    #[ts(as = "String")]
    pub checked_on: Date,
    /// The day by which it should be checked again.
    #[ts(as = "Option<String>")]
    pub review_by: Option<Date>,
    /// True when today is after `review_by`.
    pub review_is_due: bool,
    /// Who reviewed it. Empty: not yet reviewed by a lawyer.
    pub reviewed_by: String,
    /// True when its pack is no longer published. It may be old or wrong.
    pub withdrawn: bool,
    /// Names of the official texts, courts and UN documents it rests on, in the first asked language.
    pub rests_on: Vec<String>,
    /// Which urgent door leads here.
    pub urgent: Option<Urgent>,
}

/// An article's text in one language.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArticleLanguage {
    /// Which language.
    #[ts(as = "String")]
    pub language: Language,
    /// The title; it is not repeated among the blocks.
    pub title: String,
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The same in easy words, where the article has them; then every language of it has.
    pub easy: Option<EasyText>,
}

/// An article in easy words, in one language. Its blocks are not those of the full text; those of several languages
/// have the same kinds in the same order.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EasyText {
    /// The title; it is not repeated among the blocks.
    pub title: String,
    /// The blocks.
    pub blocks: Vec<Block>,
}

/// A piece of an article: a paragraph, a step, a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, without any markup.
    pub text: String,
    /// What to be careful about with the facts it rests on.
    pub caution: Option<Caution>,
}

/// What a [`Block`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
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

/// How far a block's facts can be relied on, when not fully.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Caution {
    /// One decent source, or a copy of an official text: ask a lawyer before relying on it.
    Medium,
    /// Reported only.
    Low,
}

/// Asks for every [`Contact`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LibraryContacts {
    /// In which language.
    #[ts(as = "String")]
    pub language: Language,
}

/// An organisation or office.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    /// Its slug.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: ContactKind,
    /// ISO 3166-1 code of the country.
    pub country: String,
    /// Whether it was open on `as_of`.
    pub status: ContactStatus,
    /// The day of the status.
    #[ts(as = "String")]
    pub as_of: Date,
    /// Whom it helps and with what.
    pub serves: String,
    /// What to be careful about.
    pub risk: String,
    /// Its address as one would write it on a letter; empty when not known or no longer sure.
    pub address: String,
    /// Its phones that are still sure today.
    pub phones: Vec<Phone>,
    /// True when a phone or the address is no longer shown because it has not been checked for too long.
    pub something_expired: bool,
    /// Languages spoken there, as tags; empty when not known.
    pub languages: Vec<String>,
}

/// What a [`Contact`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactStatus {
    /// Open.
    Open,
    /// Closed.
    Closed,
    /// Not known.
    Unknown,
}

/// A phone number.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Phone {
    /// The number, as one would dial it from abroad where that is known.
    pub number: String,
    /// The day on which its source was read.
    #[ts(as = "String")]
    pub verified_on: Date,
}

/// Asks for every [`Phrase`].
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LibraryPhrases {}

/// A card to show to an officer or a doctor.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Phrase {
    /// Its slug.
    pub id: String,
    /// `protection`, `police`, `court`, `health`, `work` or `daily`.
    pub group: String,
    /// True when it is dangerous if the wrong person finds it on the screen.
    pub danger: bool,
    /// The same words in every language of the pack.
    pub texts: Vec<PhraseText>,
}

/// The words of a card in one language.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhraseText {
    /// Which language.
    #[ts(as = "String")]
    pub language: Language,
    /// The words.
    pub text: String,
    /// How they sound, for who says them and cannot read them: Russian in Hangul, Korean in Russian letters;
    /// may be empty.
    pub aloud: String,
}
