//! Values that are tables: with free keys, of two languages, of what a table declares in turn.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::{Declared, Section, in_file_order};
use crate::msg;
use crate::wording::{Arg, Text};

impl<'a> Section<'a> {
    /// A table whose keys are free, as pairs in the order of the file.
    pub fn pairs(&self, key: &'static str) -> Vec<(String, Declared<String>)> {
        let Some(value) = self.raw(key) else { return Vec::new() };
        let Some(table) = value.get_ref().as_table() else {
            self.mistyped(key, value, msg!("wanted-table-of-texts"));
            return Vec::new();
        };
        let mut pairs = Vec::new();
        for (name, value) in in_file_order(table) {
            match value.get_ref().as_str() {
                Some(text) => {
                    let declared = Declared { value: text.to_owned(), place: self.source.place(&value.span()) };
                    pairs.push((name.to_owned(), declared));
                }
                None => self.mistyped(key, value, msg!("wanted-text-for-every-key")),
            }
        }
        pairs
    }

    /// Whether a key holds a table without keys.
    pub fn is_empty_table(&self, key: &'static str) -> bool {
        self.raw(key).and_then(|value| value.get_ref().as_table()).is_some_and(DeTable::is_empty)
    }

    /// A table whose keys are free and whose values are numbers, as they are written, in the order of the file.
    pub fn numbers(&self, key: &'static str) -> Vec<(String, Declared<String>)> {
        let Some(value) = self.raw(key) else { return Vec::new() };
        let Some(table) = value.get_ref().as_table() else {
            self.mistyped(key, value, msg!("wanted-table-of-numbers"));
            return Vec::new();
        };
        let mut numbers = Vec::new();
        for (name, value) in in_file_order(table) {
            let written = match value.get_ref() {
                DeValue::Integer(digits) => digits.as_str(),
                DeValue::Float(digits) => digits.as_str(),
                _ => {
                    self.mistyped(key, value, msg!("wanted-table-of-numbers"));
                    continue;
                }
            };
            let place = self.source.place(&value.span());
            numbers.push((name.to_owned(), Declared { value: written.replace('_', ""), place }));
        }
        numbers
    }

    /// A table whose keys are free and whose values are a text or a list of texts, in the order of the file.
    pub fn pairs_of_lists(&self, key: &'static str) -> Vec<(String, Vec<Declared<String>>)> {
        let Some(value) = self.raw(key) else { return Vec::new() };
        let Some(table) = value.get_ref().as_table() else {
            self.mistyped(key, value, msg!("wanted-table-of-texts-or-lists"));
            return Vec::new();
        };
        let declared = |value: &Spanned<DeValue<'a>>| {
            let text = value.get_ref().as_str();
            if text.is_none() {
                self.mistyped(key, value, msg!("wanted-text-or-texts-for-every-key"));
            }
            text.map(|text| Declared { value: text.to_owned(), place: self.source.place(&value.span()) })
        };
        let all = in_file_order(table).into_iter().map(|(name, value)| {
            let texts = match value.get_ref().as_array() {
                Some(items) => items.iter().filter_map(declared).collect(),
                None => declared(value).into_iter().collect(),
            };
            (name.to_owned(), texts)
        });
        all.collect()
    }

    /// A table whose keys are free and whose values are texts in one language, or tables with `sv` and `en`.
    pub fn named_texts(&self, key: &'static str) -> Vec<(String, Text)> {
        let Some(value) = self.raw(key) else { return Vec::new() };
        let Some(table) = value.get_ref().as_table() else {
            self.mistyped(key, value, msg!("wanted-table-of-texts"));
            return Vec::new();
        };
        let mut texts = Vec::new();
        for (name, value) in in_file_order(table) {
            let path = format!("{}.{name}", self.path_of(key));
            let text = match value.get_ref() {
                DeValue::String(sv) => Some(Text { sv: sv.to_string(), en: None }),
                DeValue::Table(both) => self.inner(path, value.span(), both, |inner| inner.both_languages()),
                _ => {
                    self.mistyped(key, value, msg!("wanted-text-in-languages"));
                    None
                }
            };
            texts.extend(text.map(|text| (name.to_owned(), text)));
        }
        texts
    }

    /// This section as a text in two languages.
    pub fn both_languages(&self) -> Option<Text> {
        let sv = self.required_text("sv", msg!("key-swedish-text"));
        let en = self.text("en");
        Some(Text { sv: sv?.value, en: en.map(|t| t.value) })
    }

    /// One table.
    pub fn section<T>(&self, key: &'static str, decode: impl FnOnce(&Section<'_>) -> Option<T>) -> Option<T> {
        let value = self.raw(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.mistyped(key, value, msg!("kind-table"));
            return None;
        };
        self.inner(self.path_of(key), value.span(), table, decode)
    }

    /// One table that must be there.
    pub fn required_section<T>(
        &self,
        key: &'static str,
        expected: impl Into<Arg>,
        decode: impl FnOnce(&Section<'_>) -> Option<T>,
    ) -> Option<T> {
        if !self.has(key) {
            self.raw(key);
            self.missing(key, expected);
            return None;
        }
        self.section(key, decode)
    }

    /// A table of tables with free names, in the order of the file.
    pub fn named_sections<T>(
        &self,
        key: &'static str,
        mut decode: impl FnMut(&str, &Section<'_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.raw(key) else { return Vec::new() };
        let Some(tables) = value.get_ref().as_table() else {
            self.mistyped(key, value, msg!("wanted-tables"));
            return Vec::new();
        };
        let mut all = Vec::new();
        for (name, value) in in_file_order(tables) {
            let Some(table) = value.get_ref().as_table() else {
                self.mistyped(key, value, msg!("kind-table"));
                continue;
            };
            let path = format!("{}.{name}", self.path_of(key));
            all.extend(self.inner(path, value.span(), table, |section| decode(name, section)));
        }
        all
    }

    /// A list of tables (`[[key]]`).
    pub fn sections<T>(&self, key: &'static str, mut decode: impl FnMut(&Section<'_>) -> Option<T>) -> Vec<T> {
        let Some(value) = self.raw(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.mistyped(key, value, msg!("wanted-list-of-tables", key = self.path_of(key)));
            return Vec::new();
        };
        self.each(key, items, &mut decode)
    }

    fn each<T>(
        &self,
        key: &'static str,
        items: &'a DeArray<'a>,
        decode: &mut impl FnMut(&Section<'_>) -> Option<T>,
    ) -> Vec<T> {
        let mut all = Vec::new();
        for (number, item) in items.iter().enumerate() {
            match item.get_ref().as_table() {
                Some(table) => {
                    let path = format!("{}[{}]", self.path_of(key), number + 1);
                    all.extend(self.inner(path, item.span(), table, &mut *decode));
                }
                None => self.mistyped(key, item, msg!("kind-table")),
            }
        }
        all
    }

    fn inner<T>(
        &self,
        path: String,
        span: Range<usize>,
        table: &'a DeTable<'a>,
        decode: impl FnOnce(&Section<'_>) -> Option<T>,
    ) -> Option<T> {
        let section = Section::new(self.source, path, span, table);
        let value = decode(&section);
        section.finish();
        value
    }
}
