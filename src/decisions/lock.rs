//! The lock of a coding sheet: which text every row was coded for, and how its codes were defined. It stands beside the sheet, is plain text in one order, a
//! line per answer, and says nothing of the texts themselves, so that it can be kept under version control.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::ErrorKind;
use std::path::Path;

use super::compare::Read;
use super::{Definition, Fingerprint};
use crate::codebook::{Code, Codebook, Domain};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;

/// The first line: what the file is, and its format.
const FIRST: &str = "insats lock 1";
/// What stands where an answer was blank.
const BLANK: &str = "-";
/// What begins the line that names a sheet of a workbook.
const SHEET: &str = "sheet";
/// What begins the line that names the codebook.
const CODEBOOK: &str = "codebook";
/// What marks the line of a code's definition.
const DEFINED: &str = "defined";

/// The lock of a file of coding sheets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// Id and version of the codebook that the codes were given by.
    pub codebook: String,
    /// How the codes were defined that the sheets hold, by the word of the domain and the code.
    definitions: BTreeMap<(String, String), Definition>,
    /// By sheet, which is empty in a file that is one.
    sheets: BTreeMap<String, ByDomain>,
}

/// By domain and the id of the row, what was read; `None` where it was blank.
type ByDomain = BTreeMap<String, BTreeMap<String, Option<Fingerprint>>>;

impl Lock {
    /// An empty lock of sheets coded by a codebook.
    pub fn new(book: &Codebook) -> Self {
        Self { codebook: format!("{} {}", book.id, book.version), ..Self::default() }
    }

    /// Reads the lock at a path, if there is one; `name` is how messages call the file.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn load(path: &Path, name: &str) -> Result<Option<Self>, Diagnostics> {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(&text, name).map(Some),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Diagnostic::error(Place::file(name), msg!("file-unreadable", reason = &error)).into()),
        }
    }

    /// Reads a lock's text; `name` is how messages call the file.
    ///
    /// # Errors
    /// Every line that is none of a lock's.
    pub fn parse(text: &str, name: &str) -> Result<Self, Diagnostics> {
        let (mut lock, mut messages, mut sheet) = (Self::default(), Diagnostics::new(), String::new());
        // The mark that some editors put before a file.
        let mut lines = (1..).zip(text.trim_start_matches('\u{feff}').lines());
        if lines.next().is_none_or(|(_, first)| first.trim_end() != FIRST) {
            return Err(Diagnostic::error(Place::line(name, 1), msg!("lock-of-other-format", expected = FIRST)).into());
        }
        for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            let line = line.trim_end_matches('\r');
            if let Some(codebook) = named(line, CODEBOOK) {
                codebook.clone_into(&mut lock.codebook);
            } else if let Some(name) = named(line, SHEET) {
                name.clone_into(&mut sheet);
            } else if let Some((domain, code, definition)) = defined(line) {
                if lock.definitions.insert((domain.to_owned(), code.to_owned()), definition).is_some() {
                    let message = msg!("lock-line-twice", id = shown(code), domain = shown(domain));
                    messages.push(Diagnostic::error(Place::line(name, number), message));
                }
            } else if let Some((id, domain, read)) = entry(line) {
                if lock.insert(&sheet, domain, id, read).is_some() {
                    let message = msg!("lock-line-twice", id = shown(id), domain = shown(domain));
                    messages.push(Diagnostic::error(Place::line(name, number), message));
                }
            } else {
                messages.push(Diagnostic::error(Place::line(name, number), msg!("lock-line-unreadable")));
            }
        }
        if messages.has_errors() { Err(messages) } else { Ok(lock) }
    }

    /// The text of the file.
    pub fn to_text(&self) -> String {
        let mut text = format!("{FIRST}\n{CODEBOOK} {}\n", self.codebook);
        let written = |read: Option<Fingerprint>| read.map_or_else(|| BLANK.to_owned(), |read| read.to_string());
        for ((domain, code), Definition { swedish, english }) in &self.definitions {
            let (swedish, english) = (written(*swedish), written(*english));
            let _ = writeln!(text, "{DEFINED}\t{domain}\t{code}\t{swedish}\t{english}");
        }
        for (sheet, domains) in &self.sheets {
            if !sheet.is_empty() {
                let _ = writeln!(text, "{SHEET} {sheet}");
            }
            for (domain, lines) in domains {
                for (id, read) in lines {
                    let _ = writeln!(text, "{id}\t{domain}\t{}", written(*read));
                }
            }
        }
        text
    }

    /// Keeps which text a row was coded for in a domain; `None` for one that was blank.
    pub fn keep(&mut self, sheet: &str, id: &str, domain: Domain, read: Option<Fingerprint>) {
        self.insert(sheet, domain.word(), id, read);
    }

    /// Keeps a line; gives what stood there before.
    fn insert(
        &mut self,
        sheet: &str,
        domain: &str,
        id: &str,
        read: Option<Fingerprint>,
    ) -> Option<Option<Fingerprint>> {
        let domains = self.sheets.entry(sheet.to_owned()).or_default();
        domains.entry(domain.to_owned()).or_default().insert(id.to_owned(), read)
    }

    /// Keeps how a code of a domain is defined.
    pub fn define(&mut self, domain: Domain, code: &Code, definition: Definition) {
        self.definitions.insert((domain.word().to_owned(), code.id.clone()), definition);
    }

    /// How a code of a domain was defined when it was given; `None` where the lock does not say.
    pub fn definition(&self, domain: Domain, code: &str) -> Option<Definition> {
        self.definitions.get(&(domain.word().to_owned(), code.to_owned())).copied()
    }

    /// The same by another codebook; `now` says of a code of a domain what it is there, if it is, and how it is defined.
    pub fn recoded(
        &self,
        book: &Codebook,
        now: impl Fn(&str, &str, Definition) -> Option<(String, Definition)>,
    ) -> Self {
        let of_code = |((domain, code), definition): (&(String, String), &Definition)| {
            let (code, definition) = now(domain, code, *definition)?;
            Some(((domain.clone(), code), definition))
        };
        let definitions = self.definitions.iter().filter_map(of_code).collect();
        Self { definitions, sheets: self.sheets.clone(), ..Self::new(book) }
    }

    /// Whether it says how codes were defined; older ones do not.
    pub fn has_definitions(&self) -> bool {
        !self.definitions.is_empty()
    }

    /// Takes in all of another, which goes before it; gives the ids of the rows of which the two said different things.
    pub fn take(&mut self, other: &Self) -> Vec<String> {
        let mut differ = Vec::new();
        for (sheet, domains) in &other.sheets {
            for (domain, lines) in domains {
                let other = |(id, read): (&String, &Option<Fingerprint>)| {
                    let before = self.insert(sheet, domain, id, *read);
                    before.is_some_and(|before| before != *read).then(|| id.clone())
                };
                differ.extend(lines.iter().filter_map(other));
            }
        }
        differ
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.definitions.is_empty() && self.sheets.values().flat_map(BTreeMap::values).all(BTreeMap::is_empty)
    }

    /// All texts that something was coded for.
    pub fn texts(&self) -> impl Iterator<Item = Fingerprint> {
        self.sheets.values().flat_map(BTreeMap::values).flat_map(BTreeMap::values).filter_map(|read| *read)
    }

    /// Whether a row of a sheet was coded.
    pub fn has(&self, sheet: &str, id: &str) -> bool {
        self.sheets.get(sheet).is_some_and(|domains| domains.values().any(|lines| lines.contains_key(id)))
    }

    /// The rows of a sheet that were coded in a domain, each with the text that it was coded for.
    pub fn read(&self, sheet: &str, domain: Domain) -> Read<'_> {
        let lines = self.sheets.get(sheet).and_then(|domains| domains.get(domain.word())).into_iter().flatten();
        lines.map(|(id, read)| (id.as_str(), *read)).collect()
    }
}

/// A line for an answer: the row's id, the domain, and the fingerprint.
fn entry(line: &str) -> Option<(&str, &str, Option<Fingerprint>)> {
    let mut parts = line.split('\t');
    let (id, domain, read) = (parts.next()?, parts.next()?, parts.next()?);
    let is_whole = parts.next().is_none() && !id.is_empty() && !domain.is_empty();
    is_whole.then_some((id, domain, fingerprint(read)?))
}

/// A line for a code: its domain, itself, and the fingerprints of what the codebook said of it.
fn defined(line: &str) -> Option<(&str, &str, Definition)> {
    let parts: Vec<&str> = line.split('\t').collect();
    let [DEFINED, domain, code, swedish, english] = parts[..] else { return None };
    let is_whole = !domain.is_empty() && !code.is_empty();
    let definition = Definition { swedish: fingerprint(swedish)?, english: fingerprint(english)? };
    is_whole.then_some((domain, code, definition))
}

/// A fingerprint as it is written; `None` for what is none.
fn fingerprint(written: &str) -> Option<Option<Fingerprint>> {
    if written == BLANK { Some(None) } else { written.parse().ok().map(Some) }
}

/// What a line of a kind names.
fn named<'l>(line: &'l str, kind: &str) -> Option<&'l str> {
    line.strip_prefix(kind)?.strip_prefix(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_read_as_it_is_written() -> Result<(), Diagnostics> {
        let (a, b) = ("a".repeat(64), "b".repeat(64));
        let text = format!(
            "insats lock 1\ncodebook liten 1\ndefined\tactivity\t1a\t{a}\t-\ndefined\tgoal\t11\t{b}\t{a}\nR-1-1\tactivity\t{a}\nR-1-2\tactivity\t-\nsheet Slutlig\nR-1-1\tgoal\t{b}\n"
        );
        let lock = Lock::parse(&text, "a.lock")?;
        assert_eq!(lock.to_text(), text);
        assert_eq!(Lock::parse(&text.replace('\n', "\r\n"), "a.lock")?, lock);
        assert_eq!(Lock::parse(&format!("\u{feff}{text}"), "a.lock")?, lock);
        Ok(())
    }

    #[test]
    fn every_line_that_is_none_of_a_lock_is_told() {
        let places = |text: &str| {
            let found = Lock::parse(text, "a.lock").err().unwrap_or_default();
            found.sorted().iter().map(|message| message.place.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(places("R-1-1\tactivity\t-\n"), ["a.lock, line 1"]);
        assert_eq!(places("insats lock 2\n"), ["a.lock, line 1"]);
        let text = "insats lock 1\n<<<<<<< HEAD\nR-1-1\tactivity\t-\nR-1-1\tactivity\t-\nR-1-2\tactivity\t12\nR-1-2\tgoal\ndefined\tgoal\t1\t-\tx\n";
        assert_eq!(
            places(text),
            ["a.lock, line 2", "a.lock, line 4", "a.lock, line 5", "a.lock, line 6", "a.lock, line 7"]
        );
    }
}
