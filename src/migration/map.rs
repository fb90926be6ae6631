//! The file that says what becomes of codes: every problem with its line, all of them at once.

use std::path::Path;

use crate::codebook::{Codebook, System, states};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::study::{Declared, Section, Source, text};
use crate::wording::Text;

/// A map of changes. What stands to the left of a change (`code`, `codes`) names codes of the old codebook, what stands to the
/// right (`to`, `into`, `under`, `after`, `before`) those of the new one.
#[derive(Clone, Debug, Default)]
pub struct Map {
    /// The version of the new codebook.
    pub(super) version: Option<Declared<String>>,
    /// In the order of their kinds, those of a kind in the order of the file.
    pub(super) changes: Vec<Change>,
}

/// What becomes of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Rename,
    Move,
    Merge,
    Split,
    New,
    Gone,
}

/// One change.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub(super) kind: Kind,
    pub(super) place: Place,
    /// The id of the code system.
    pub(super) system: String,
    /// The codes that it is about; for a new one none.
    pub(super) codes: Vec<Declared<String>>,
    /// What they become, by ids.
    pub(super) to: Vec<Declared<String>>,
    pub(super) label: Option<Text>,
    pub(super) definition: Option<Text>,
    pub(super) under: Option<Declared<String>>,
    /// Whether it becomes a main code.
    pub(super) main: bool,
    pub(super) after: Option<Declared<String>>,
    pub(super) before: Option<Declared<String>>,
}

/// The word that says that codings get no code.
pub(super) const NONE: &str = states::NONE;

impl Map {
    /// Reads a map of changes to a codebook; `name` is how messages call the file.
    ///
    /// # Errors
    /// All problems of its form, each with its line.
    pub fn load(path: &Path, name: &str, book: &Codebook) -> Result<Self, Diagnostics> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| Diagnostic::error(Place::file(name), msg!("file-unreadable", reason = &error)))?;
        Self::parse(&text, name, book)
    }

    /// Reads the text of a map.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn parse(text: &str, name: &str, book: &Codebook) -> Result<Self, Diagnostics> {
        let source = Source::new(name, text);
        let map = source.decode(|top| {
            let version = top.required_text("version", msg!("key-map-version"));
            let mut changes = Vec::new();
            for (key, kind) in [
                ("rename", Kind::Rename),
                ("move", Kind::Move),
                ("merge", Kind::Merge),
                ("split", Kind::Split),
                ("new", Kind::New),
                ("gone", Kind::Gone),
            ] {
                changes.extend(top.sections(key, |section| change(kind, section, book)));
            }
            Some(Self { version, changes })
        });
        let messages = source.into_messages();
        match map {
            Some(map) if !messages.has_errors() => Ok(map),
            _ => Err(messages),
        }
    }
}

fn change(kind: Kind, section: &Section<'_>, book: &Codebook) -> Option<Change> {
    let system = system(section, book);
    let one = |key| section.required_text(key, msg!("key-map-code")).into_iter().collect::<Vec<_>>();
    let several = |key| {
        let texts = section.declared_texts(key);
        section.require(key, msg!("key-map-codes"));
        texts
    };
    let codes = match kind {
        Kind::Merge => several("codes"),
        Kind::New => Vec::new(),
        Kind::Rename | Kind::Move | Kind::Split | Kind::Gone => one("code"),
    };
    let to = match kind {
        Kind::Merge => section.required_text("into", msg!("key-map-code")).into_iter().collect(),
        Kind::Split => several("into"),
        Kind::New => one("code"),
        Kind::Rename | Kind::Move | Kind::Gone => section.text("to").into_iter().collect(),
    };
    let has_words = matches!(kind, Kind::Rename | Kind::Move | Kind::Merge | Kind::New);
    let words = |key| if has_words { text(section, key) } else { None };
    let (label, definition) = (words("label"), words("definition"));
    if kind == Kind::New {
        section.require("label", msg!("key-map-label"));
        section.require("definition", msg!("key-map-definition"));
    }
    let has_place = matches!(kind, Kind::Move | Kind::New);
    let placed = |key| if has_place { section.text(key) } else { None };
    let (after, before) = (placed("after"), placed("before"));
    let under = if has_place || kind == Kind::Merge { section.text("under") } else { None };
    let main = if kind == Kind::Move { section.flag("main").unwrap_or(false) } else { false };
    let change = Change {
        kind,
        place: section.place(),
        system: system?.id.clone(),
        codes,
        to,
        label,
        definition,
        under,
        main,
        after,
        before,
    };
    change.says_something(section);
    Some(change)
}

/// The code system that a change is about: named itself, or by a domain that uses it.
fn system<'b>(section: &Section<'_>, book: &'b Codebook) -> Option<&'b System> {
    let (system, domain) = (section.text("system"), section.text("domain"));
    let error = |place: Place, message| {
        section.report(Diagnostic::error(place, message));
        None
    };
    match (system, domain) {
        (Some(named), None) => {
            let found = book.systems.iter().find(|system| system.id == named.value);
            found.or_else(|| {
                let suggestion = did_you_mean(&named.value, book.systems.iter().map(|system| system.id.as_str()));
                error(named.place, msg!("map-system-unknown", system = shown(&named.value), suggestion))
            })
        }
        (None, Some(named)) => {
            let found = book.domain(&named.value).and_then(|domain| book.system(domain));
            found.or_else(|| {
                let suggestion = did_you_mean(&named.value, book.domains().map(|domain| domain.word()));
                error(named.place, msg!("map-domain-unknown", domain = shown(&named.value), suggestion))
            })
        }
        _ => error(section.place(), msg!("map-without-system")),
    }
}

impl Change {
    /// Reports a change that changes nothing, or that says two things.
    fn says_something(&self, section: &Section<'_>) {
        let error = |message| section.report(Diagnostic::error(self.place.clone(), message));
        let has_words = self.label.is_some() || self.definition.is_some();
        let is_placed = self.under.is_some() || self.main || self.after.is_some() || self.before.is_some();
        let says = match self.kind {
            Kind::Rename => has_words || !self.to.is_empty(),
            Kind::Move => is_placed,
            Kind::Merge => {
                self.codes.is_empty() || self.codes.len() > 1 || self.codes.iter().any(|code| !self.is_to(code))
            }
            Kind::Split => self.to.len() != 1,
            Kind::New | Kind::Gone => true,
        };
        if !says {
            error(msg!("map-says-nothing"));
        }
        if (self.under.is_some() && self.main) || (self.after.is_some() && self.before.is_some()) {
            error(msg!("map-says-two-places"));
        }
    }

    /// Whether a code of the old codebook is one that it speaks of.
    pub(super) fn is_of(&self, code: &str) -> bool {
        self.codes.iter().any(|own| own.value == code)
    }

    fn is_to(&self, code: &Declared<String>) -> bool {
        self.to.iter().any(|to| to.value == code.value)
    }
}
