//! The fields of a TOML file, taken out one by one.
//!
//! Not a derived deserializer: that stops at the first mistake and forgets the lines of the rest.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use durumi_base::{Date, Language};
use serde::de::{
    DeserializeOwned, IntoDeserializer,
    value::{Error as ValueError, StrDeserializer},
};
use toml::de::{DeTable, DeValue};

use crate::{Rule, Slug, text::Lint};

/// A file and where problems in it go.
pub(crate) struct TomlFile<'f> {
    pub(crate) name: &'f str,
    text: &'f str,
    lint: Lint<'f>,
    /// Where each line ends.
    ends: Vec<usize>,
}

impl<'f> TomlFile<'f> {
    pub(crate) fn new(name: &'f str, text: &'f str, lint: Lint<'f>) -> Self {
        let ends = text
            .bytes()
            .enumerate()
            .filter_map(|(at, byte)| (byte == b'\n').then_some(at))
            .collect();
        TomlFile {
            name,
            text,
            lint,
            ends,
        }
    }

    /// The file's fields; empty when it is not TOML.
    pub(crate) fn fields(&self) -> Fields<'_> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            let line = error.span().map_or(0, |span| self.line(&span));
            self.lint
                .problems
                .add(Rule::BadToml, self.name, line, error.message());
        }
        Fields {
            file: self,
            line: 0,
            table: table.into_inner(),
        }
    }

    fn line(&self, span: &Range<usize>) -> u32 {
        let before = self.ends.partition_point(|end| *end < span.start);
        u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
    }
}

/// A table whose fields are taken out; what is left at the end is unknown.
pub(crate) struct Fields<'f> {
    file: &'f TomlFile<'f>,
    line: u32,
    table: DeTable<'f>,
}

impl<'f> Fields<'f> {
    pub(crate) fn problem(&self, rule: Rule, detail: impl Into<String>) {
        self.problem_at(rule, self.line, detail);
    }

    pub(crate) fn problem_at(&self, rule: Rule, line: u32, detail: impl Into<String>) {
        self.file.lint.problems.add(rule, self.file.name, line, detail);
    }

    /// A text; empty when it is left out.
    pub(crate) fn text(&mut self, key: &str) -> String {
        self.text_and_line(key).map(|(text, _)| text).unwrap_or_default()
    }

    /// A text that must be there.
    pub(crate) fn required(&mut self, key: &str) -> String {
        let text = self.text(key);
        if text.is_empty() {
            self.problem(Rule::MissingField, key);
        }
        text
    }

    /// A slug that must be there and, in `seen`, be new.
    pub(crate) fn id(&mut self, seen: &mut BTreeSet<String>) -> Option<Slug> {
        let text = self.required("id");
        if text.is_empty() {
            return None;
        }
        let slug = text.parse().ok();
        if slug.is_none() {
            self.problem(Rule::BadSlug, text.as_str());
        }
        if !seen.insert(text.clone()) {
            self.problem(Rule::DuplicateId, text);
        }
        slug
    }

    /// A whole number from 0.
    pub(crate) fn whole(&mut self, key: &str) -> Option<u32> {
        let (line, value) = self.take(key)?;
        let number = value
            .as_integer()
            .and_then(|n| u32::from_str_radix(&n.as_str().replace('_', ""), n.radix()).ok());
        self.valid(number, key, line)
    }

    /// True or false; false when it is left out.
    pub(crate) fn flag(&mut self, key: &str) -> bool {
        let Some((line, value)) = self.take(key) else {
            return false;
        };
        self.valid(value.as_bool(), key, line).unwrap_or_default()
    }

    /// A day.
    pub(crate) fn date(&mut self, key: &str) -> Option<Date> {
        let (line, value) = self.take(key)?;
        let text = match &value {
            DeValue::Datetime(day) => day.to_string(),
            other => other.as_str().unwrap_or_default().to_owned(),
        };
        self.valid(text.parse().ok(), key, line)
    }

    /// One of the words that `T` knows.
    pub(crate) fn choice<T: DeserializeOwned>(&mut self, key: &str) -> Option<T> {
        let (text, line) = self.text_and_line(key)?;
        self.valid(choice(&text), key, line)
    }

    /// One of the words that `T` knows; it must be there.
    pub(crate) fn required_choice<T: DeserializeOwned>(&mut self, key: &str) -> Option<T> {
        if !self.table.contains_key(key) {
            self.problem(Rule::MissingField, key);
        }
        self.choice(key)
    }

    /// A list of words that `T` knows; empty when it is left out.
    pub(crate) fn choices<T: DeserializeOwned>(&mut self, key: &str) -> Vec<T> {
        let Some((_, items)) = self.list(key) else {
            return Vec::new();
        };
        items
            .into_iter()
            .filter_map(|(line, item)| self.valid(item.as_str().and_then(choice), key, line))
            .collect()
    }

    /// A list of texts; empty when it is left out.
    pub(crate) fn words(&mut self, key: &str) -> Vec<String> {
        let Some((_, items)) = self.list(key) else {
            return Vec::new();
        };
        items
            .into_iter()
            .filter_map(|(line, item)| {
                let text = self.valid(item.as_str(), key, line)?;
                Some(
                    self.file
                        .lint
                        .clean(text.trim(), self.file.name, line)
                        .into_owned(),
                )
            })
            .collect()
    }

    /// A list of lists of words, each with its line.
    pub(crate) fn word_lists(&mut self, key: &str) -> Option<Vec<(u32, Vec<String>)>> {
        let (_, items) = self.list(key)?;
        let mut lists = Vec::with_capacity(items.len());
        for (line, item) in items {
            let words = item.as_array().and_then(|words| {
                words
                    .iter()
                    .map(|word| word.get_ref().as_str().map(str::to_owned))
                    .collect::<Option<Vec<_>>>()
            });
            lists.push((line, self.valid(words, key, line).unwrap_or_default()));
        }
        Some(lists)
    }

    /// A table; empty when it is left out.
    pub(crate) fn table(&mut self, key: &str) -> Option<Fields<'f>> {
        let (line, value) = self.take(key)?;
        self.valid(self.as_fields(line, value), key, line)
    }

    /// A list of tables; empty when it is left out.
    pub(crate) fn tables(&mut self, key: &str) -> Vec<Fields<'f>> {
        let Some((_, items)) = self.list(key) else {
            return Vec::new();
        };
        items
            .into_iter()
            .filter_map(|(line, item)| self.valid(self.as_fields(line, item), key, line))
            .collect()
    }

    /// A text for each language of the pack, or nothing when the table is left out.
    pub(crate) fn texts(&mut self, key: &str, languages: &[Language]) -> Option<BTreeMap<Language, String>> {
        let mut table = self.table(key)?;
        let mut texts = BTreeMap::new();
        for language in Language::ALL {
            match (table.text_and_line(language.tag()), languages.contains(&language)) {
                (Some((text, _)), true) if !text.is_empty() => {
                    texts.insert(language, text);
                }
                (_, true) => table.problem(Rule::MissingLanguage, format!("{key}.{language}")),
                (Some((_, line)), false) => {
                    table.problem_at(Rule::ExtraLanguage, line, format!("{key}.{language}"));
                }
                (None, false) => {}
            }
        }
        table.finish();
        Some(texts)
    }

    /// The same; it must be there.
    pub(crate) fn required_texts(&mut self, key: &str, languages: &[Language]) -> BTreeMap<Language, String> {
        self.texts(key, languages).unwrap_or_else(|| {
            self.problem(Rule::MissingField, key);
            BTreeMap::new()
        })
    }

    /// Names what nobody asked for.
    pub(crate) fn finish(self) {
        for key in self.table.keys() {
            self.problem_at(
                Rule::UnknownField,
                self.file.line(&key.span()),
                key.get_ref().as_ref(),
            );
        }
    }

    /// A text and where it stands.
    pub(crate) fn text_and_line(&mut self, key: &str) -> Option<(String, u32)> {
        let (line, value) = self.take(key)?;
        let text = self.valid(value.as_str(), key, line)?;
        Some((
            self.file
                .lint
                .clean(text.trim(), self.file.name, line)
                .into_owned(),
            line,
        ))
    }

    fn list(&mut self, key: &str) -> Option<(u32, Vec<(u32, DeValue<'f>)>)> {
        let (line, value) = self.take(key)?;
        let DeValue::Array(items) = value else {
            self.problem_at(Rule::BadValue, line, key);
            return None;
        };
        let items = items
            .into_iter()
            .map(|item| (self.file.line(&item.span()), item.into_inner()))
            .collect();
        Some((line, items))
    }

    fn take(&mut self, key: &str) -> Option<(u32, DeValue<'f>)> {
        let value = self.table.remove(key)?;
        Some((self.file.line(&value.span()), value.into_inner()))
    }

    fn as_fields(&self, line: u32, value: DeValue<'f>) -> Option<Fields<'f>> {
        let DeValue::Table(table) = value else { return None };
        // A table under a header has the header's place only in its fields.
        let line = table
            .values()
            .map(|value| self.file.line(&value.span()))
            .min()
            .map_or(line, |first| first.min(line));
        Some(Fields {
            file: self.file,
            line,
            table,
        })
    }

    fn valid<T>(&self, value: Option<T>, key: &str, line: u32) -> Option<T> {
        if value.is_none() {
            self.problem_at(Rule::BadValue, line, key);
        }
        value
    }
}

/// The value that is written as `word`.
fn choice<T: DeserializeOwned>(word: &str) -> Option<T> {
    let word: StrDeserializer<'_, ValueError> = word.into_deserializer();
    T::deserialize(word).ok()
}
