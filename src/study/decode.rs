//! Reading declarations from TOML: every problem with its line, all of them at once, unknown keys with the nearest
//! known one.
//!
//! A [`Section`] is one table. Each key that is asked for is ticked off; at the end what was never asked for
//! is reported. A missing or mistyped value gives a message and `None`, and decoding goes on.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::wording::{Arg, Message, Text, joined};

/// One declaration file and the messages about it.
pub struct Source {
    name: String,
    text: String,
    messages: RefCell<Diagnostics>,
}

impl Source {
    /// A file's text under the name that messages use.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), messages: RefCell::new(Diagnostics::new()) }
    }

    /// Parses the text and hands the top table to `decode`; syntax errors are reported instead.
    pub fn decode<T>(&self, decode: impl FnOnce(&Section<'_>) -> Option<T>) -> Option<T> {
        let (table, errors) = DeTable::parse_recoverable(&self.text);
        for error in &errors {
            let place = error.span().map_or_else(|| Place::file(&self.name), |span| self.place(&span));
            let error = error.message().trim().replace('\n', "; ");
            self.report(Diagnostic::error(place, msg!("toml-invalid", error)));
        }
        if !errors.is_empty() {
            return None;
        }
        let section = Section::new(self, String::new(), 0..0, table.get_ref());
        let value = decode(&section);
        section.finish();
        value
    }

    /// The messages so far.
    pub fn into_messages(self) -> Diagnostics {
        self.messages.into_inner()
    }

    fn place(&self, span: &Range<usize>) -> Place {
        let before = self.text.get(..span.start.min(self.text.len())).unwrap_or_default();
        Place::line(&self.name, before.matches('\n').count() + 1)
    }

    fn report(&self, message: Diagnostic) {
        self.messages.borrow_mut().push(message);
    }
}

/// A value with the line it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared<T> {
    /// The value.
    pub value: T,
    /// Where it is declared.
    pub place: Place,
}

/// The key of an id's column: a text, or a list where the id is made of several columns. The first, and the others.
pub(super) fn decode_id(section: &Section<'_>, key: &'static str) -> (Option<Declared<String>>, Vec<Declared<String>>) {
    let mut columns = section.text_or_texts(key).into_iter();
    (columns.next(), columns.collect())
}

/// One table of a declaration file.
pub struct Section<'a> {
    source: &'a Source,
    path: String,
    span: Range<usize>,
    table: &'a DeTable<'a>,
    asked: RefCell<Vec<&'static str>>,
    /// Set where it is not known which keys belong here.
    lenient: Cell<bool>,
}

impl<'a> Section<'a> {
    fn new(source: &'a Source, path: String, span: Range<usize>, table: &'a DeTable<'a>) -> Self {
        Self { source, path, span, table, asked: RefCell::default(), lenient: Cell::new(false) }
    }

    /// Where the section stands.
    pub fn place(&self) -> Place {
        self.source.place(&self.span)
    }

    /// Reports a problem with the section.
    pub fn report(&self, message: Diagnostic) {
        self.source.report(message);
    }

    fn raw(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().push(key);
        self.table.get(key)
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn mistyped(&self, key: &str, value: &Spanned<DeValue<'a>>, expected: Message) {
        let (key, kind) = (shown(&self.path_of(key)), kind(value.get_ref()));
        let place = self.source.place(&value.span());
        self.report(Diagnostic::error(place, msg!("key-mistyped", key, kind, expected)));
    }

    /// Gives up on telling which keys are unknown, because the key that would say so is itself wrong.
    pub fn accept_any_key(&self) {
        self.lenient.set(true);
    }

    /// Reports a key that must be there, unless it is.
    pub fn require(&self, key: &'static str, expected: impl Into<Arg>) {
        self.asked.borrow_mut().push(key);
        if !self.has(key) {
            self.missing(key, expected);
        }
    }

    fn missing(&self, key: &str, expected: impl Into<Arg>) {
        let key = shown(&self.path_of(key));
        self.report(Diagnostic::error(self.place(), msg!("key-missing", key, expected)));
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Whether the key holds a table.
    pub fn is_table(&self, key: &str) -> bool {
        self.table.get(key).is_some_and(|value| value.get_ref().is_table())
    }

    /// A text.
    pub fn text(&self, key: &'static str) -> Option<Declared<String>> {
        let value = self.raw(key)?;
        let Some(text) = value.get_ref().as_str() else {
            self.mistyped(key, value, msg!("wanted-text"));
            return None;
        };
        Some(Declared { value: text.to_owned(), place: self.source.place(&value.span()) })
    }

    /// A text that must be there; `expected` says what it holds.
    pub fn required_text(&self, key: &'static str, expected: impl Into<Arg>) -> Option<Declared<String>> {
        if !self.has(key) {
            self.raw(key);
            self.missing(key, expected);
            return None;
        }
        self.text(key)
    }

    /// One of a fixed set of words.
    pub fn word<T: Copy>(&self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?;
        let found = words.iter().find(|(word, _)| *word == text.value).map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            let message = msg!(
                "word-unknown",
                key = shown(&self.path_of(key)),
                word = shown(&text.value),
                expected = one_of(&known),
                suggestion = did_you_mean(&text.value, known)
            );
            self.report(Diagnostic::error(text.place, message));
        }
        found
    }

    /// A whole number within a range.
    pub fn integer(&self, key: &'static str, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let value = self.raw(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(digits) => i64::from_str_radix(digits.as_str(), digits.radix()).ok(),
            _ => None,
        };
        let number = number.filter(|n| range.contains(n));
        if number.is_none() {
            let (first, last) = (range.start().to_string(), range.end().to_string());
            self.mistyped(key, value, msg!("wanted-number", first, last));
        }
        number
    }

    /// A list of whole numbers within a range; empty where the key is missing.
    pub fn integers(&self, key: &'static str, range: std::ops::RangeInclusive<i64>) -> Vec<i64> {
        let Some(value) = self.raw(key) else { return Vec::new() };
        let (first, last) = (range.start().to_string(), range.end().to_string());
        let expected = msg!("wanted-numbers", first, last);
        let Some(items) = value.get_ref().as_array() else {
            self.mistyped(key, value, expected);
            return Vec::new();
        };
        let mut numbers = Vec::new();
        for item in items {
            let number = match item.get_ref() {
                DeValue::Integer(digits) => i64::from_str_radix(digits.as_str(), digits.radix()).ok(),
                _ => None,
            };
            match number.filter(|number| range.contains(number)) {
                Some(number) => numbers.push(number),
                None => self.mistyped(key, item, expected.clone()),
            }
        }
        numbers
    }

    /// Yes or no.
    pub fn flag(&self, key: &'static str) -> Option<bool> {
        let value = self.raw(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.mistyped(key, value, msg!("kind-flag"));
        }
        flag
    }

    /// A text, or a list of texts that is not empty; nothing where the key is missing.
    pub fn text_or_texts(&self, key: &'static str) -> Vec<Declared<String>> {
        let list = self.table.get(key).and_then(|value| value.get_ref().as_array());
        match list {
            Some(items) if !items.is_empty() => self.declared_texts(key),
            // An empty list is no text.
            _ => self.text(key).into_iter().collect(),
        }
    }

    /// A list of texts; empty where the key is missing.
    pub fn texts(&self, key: &'static str) -> Vec<String> {
        self.declared_texts(key).into_iter().map(|text| text.value).collect()
    }

    /// A text, or several in a list; empty where the key is missing.
    pub fn one_or_several(&self, key: &'static str) -> Vec<Declared<String>> {
        match self.raw(key) {
            Some(value) if value.get_ref().as_array().is_some() => self.declared_texts(key),
            _ => self.text(key).into_iter().collect(),
        }
    }

    /// A list of texts with their places; empty where the key is missing.
    pub fn declared_texts(&self, key: &'static str) -> Vec<Declared<String>> {
        let Some(value) = self.raw(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.mistyped(key, value, msg!("wanted-texts"));
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref().as_str() {
                Some(text) => {
                    texts.push(Declared { value: text.to_owned(), place: self.source.place(&item.span()) });
                }
                None => self.mistyped(key, item, msg!("wanted-texts")),
            }
        }
        texts
    }

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

    /// Reports every key that nothing asked for.
    fn finish(&self) {
        if self.lenient.get() {
            return;
        }
        let known = self.asked.borrow();
        for (key, value) in in_file_order(self.table) {
            if known.contains(&key) {
                continue;
            }
            let suggestion = did_you_mean(key, known.iter().copied());
            let message = msg!("key-unknown", key = shown(&self.path_of(key)), suggestion);
            self.report(Diagnostic::error(self.source.place(&value.span()), message));
        }
    }
}

fn in_file_order<'a>(table: &'a DeTable<'a>) -> Vec<(&'a str, &'a Spanned<DeValue<'a>>)> {
    let mut entries: Vec<_> =
        table.iter().map(|(key, value)| (key.span().start, key.get_ref().as_ref(), value)).collect();
    entries.sort_by_key(|(start, ..)| *start);
    entries.into_iter().map(|(_, key, value)| (key, value)).collect()
}

/// What a value is, in a word that people use.
fn kind(value: &DeValue<'_>) -> Message {
    match value {
        DeValue::String(_) => msg!("kind-text"),
        DeValue::Integer(_) | DeValue::Float(_) => msg!("kind-number"),
        DeValue::Boolean(_) => msg!("kind-flag"),
        DeValue::Datetime(_) => msg!("kind-date"),
        DeValue::Array(_) => msg!("kind-list"),
        DeValue::Table(_) => msg!("kind-table"),
    }
}

/// What a key may say: one of these words.
pub(super) fn one_of(words: &[&str]) -> Message {
    msg!("one-of", words = joined(words.iter().copied(), ", "))
}
