//! Options and answers under names of their own: what the study calls them, and what the export writes.

use super::decode::{Declared, Section};
use crate::diagnostic::{Diagnostic, shown};
use crate::msg;
use crate::spelling::plain;

/// Options or answers, in their order: a list of texts that are written so, or a table of names and what is written.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The names, with what the export writes for each.
    pub all: Vec<(String, Declared<String>)>,
}

impl Written {
    /// The names.
    pub fn names(&self) -> Vec<String> {
        self.all.iter().map(|(name, _)| name.clone()).collect()
    }

    /// All that a cell may say: what the export writes, and the names.
    pub fn texts(&self) -> Vec<String> {
        let written = self.all.iter().map(|(_, written)| written.value.clone());
        let names = self.all.iter().filter(|(name, written)| *name != written.value).map(|(name, _)| name.clone());
        written.chain(names).collect()
    }

    /// Reads a key that holds a list, or a table of names. Texts that differ from an earlier one by signs alone that nobody
    /// sees are taken once: they would stand in a figure as rows of nothing.
    pub(super) fn decode(section: &Section<'_>, key: &'static str) -> Self {
        if !section.is_table(key) {
            let listed = section.declared_texts(key);
            check_list(section, key, &listed);
            return Self::of(listed.into_iter().map(|text| (text.value.clone(), text)));
        }
        let pairs = section.pairs(key);
        let written: Vec<Declared<String>> = pairs.iter().map(|(_, written)| written.clone()).collect();
        check_list(section, key, &written);
        for (_, written) in pairs.iter().filter(|(name, _)| plain(name).is_empty()) {
            let message = msg!("name-of-written-blank", written = shown(&written.value), key);
            section.report(Diagnostic::error(written.place.clone(), message));
        }
        Self::of(pairs)
    }

    fn of(all: impl IntoIterator<Item = (String, Declared<String>)>) -> Self {
        let mut kept: Vec<(String, Declared<String>)> = Vec::new();
        for (name, written) in all {
            let is_same = |(own, known): &(String, Declared<String>)| {
                *own != name && (plain(own) == plain(&name) || plain(&known.value) == plain(&written.value))
            };
            if !kept.iter().any(is_same) {
                kept.push((name, written));
            }
        }
        Self { all: kept }
    }
}

/// A text as it is compared: its kinds of space made one, in lower case.
pub(super) fn compared(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Reports texts of a list that say the same as an earlier one, or nothing.
pub(super) fn check_list(section: &Section<'_>, key: &str, list: &[Declared<String>]) {
    for (at, text) in list.iter().enumerate() {
        let own = compared(&text.value);
        let key = shown(key);
        let message = if own.is_empty() {
            msg!("listed-text-blank", key)
        } else if list[..at].iter().any(|earlier| compared(&earlier.value) == own) {
            msg!("listed-text-twice", text = shown(&text.value), key)
        } else {
            continue;
        };
        section.report(Diagnostic::error(text.place.clone(), message));
    }
}
