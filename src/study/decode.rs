//! Reading declarations from TOML: every problem with its line, all of them at once, unknown keys with the nearest
//! known one.
//!
//! A [`Section`] is one table. Each key that is asked for is ticked off; at the end what was never asked for
//! is reported. A missing or mistyped value gives a message and `None`, and decoding goes on.

mod day;
mod lists;
#[cfg(test)]
pub(crate) mod recorded;
mod syntax;
mod tables;

use std::cell::{Cell, RefCell};
use std::ops::{Range, RangeInclusive};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::codebook::{FORMAT, newer_format};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::wording::{Arg, Message, joined};

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
            let error = syntax::told(&error.message().trim().replace('\n', "; "));
            self.report(Diagnostic::error(place, msg!("toml-invalid", error)));
        }
        if !errors.is_empty() {
            return None;
        }
        let section = Section::new(self, String::new(), 0..0, table.get_ref());
        if !section.is_of_known_format() {
            return None;
        }
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

/// The formats that a file can say it has.
pub(crate) const FORMATS: RangeInclusive<i64> = 1..=999;

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

    /// Whether the file is in a format that is known; of another nothing else is told.
    fn is_of_known_format(&self) -> bool {
        let newer = self.integer("format", FORMATS).filter(|format| *format > i64::from(FORMAT));
        let place =
            || self.raw("format").map_or_else(|| Place::file(&self.source.name), |own| self.source.place(&own.span()));
        newer.into_iter().for_each(|format| self.report(newer_format(place(), format)));
        newer.is_none()
    }

    /// Where the section stands.
    pub fn place(&self) -> Place {
        self.source.place(&self.span)
    }

    /// Where the value of a key stands; the section, where it has none.
    pub fn place_of(&self, key: &str) -> Place {
        self.table.get(key).map_or_else(|| self.place(), |value| self.source.place(&value.span()))
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
        let kind = match value.get_ref() {
            // A number that is out of its range, or no whole one, is told as it stands.
            DeValue::Integer(_) | DeValue::Float(_) => {
                self.source.text.get(value.span()).map(|digits| digits.chars().take(MOST_DIGITS).collect::<String>())
            }
            _ => None,
        }
        .map_or_else(|| Arg::from(kind(value.get_ref())), Arg::from);
        let key = shown(&self.path_of(key));
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
        self.word_where(key, words, |_| true)
    }

    /// One of those words of a fixed set that are meant here; the others are words in other studies.
    pub fn word_where<T: Copy>(
        &self,
        key: &'static str,
        words: &[(&str, T)],
        is_meant: impl Fn(&T) -> bool,
    ) -> Option<T> {
        #[cfg(test)]
        recorded::words(&self.path, key, words.iter().map(|(word, _)| *word));
        let text = self.text(key)?;
        let meant = || words.iter().filter(|(_, value)| is_meant(value));
        let found = meant().find(|(word, _)| *word == text.value).map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<_> = meant().map(|(word, _)| *word).collect();
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
        #[cfg(test)]
        recorded::range(&self.path, key, &range);
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

    /// Yes or no.
    pub fn flag(&self, key: &'static str) -> Option<bool> {
        let value = self.raw(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.mistyped(key, value, msg!("kind-flag"));
        }
        flag
    }

    /// Reports every key that nothing asked for.
    fn finish(&self) {
        if self.lenient.get() {
            return;
        }
        let known = self.asked.borrow();
        #[cfg(test)]
        recorded::keys(&self.path, &known);
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

/// So much of a number is told.
const MOST_DIGITS: usize = 30;

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
