//! Who stands in a register, found by code and by name.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::names::{code_key, key};
use super::{Entry, Level, Recipient};
use crate::exact::Exact;

/// A row of a register.
pub struct Row {
    /// The code.
    pub code: String,
    /// The official name.
    pub name: String,
    /// Other ways of writing the name.
    pub spellings: Vec<String>,
    /// The register's numbers, in its order; `None` where it gives none.
    pub numbers: Vec<Option<Exact>>,
    /// Who the recipient belongs to.
    pub parent: Option<Recipient>,
}

/// Everyone in a register.
#[derive(Default)]
pub(super) struct Content {
    /// In the order of their codes.
    pub(super) recipients: Vec<Recipient>,
    /// Whether a text is one's name and another's code.
    pub(super) has_shared_texts: bool,
    by_code: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
}

/// By what somebody is found.
struct Keys {
    code: String,
    names: Vec<String>,
    /// Names, as codes are compared.
    as_codes: Vec<String>,
}

impl Keys {
    fn of(level: Level, row: &Row) -> Self {
        let written = || std::iter::once(&row.name).chain(&row.spellings);
        Self {
            code: code_key(&row.code),
            names: written().map(|written| key(level.spelling(), written)).collect(),
            as_codes: written().map(|written| code_key(written)).collect(),
        }
    }
}

impl Content {
    /// Of a register that a study declares, which may be large.
    pub(super) fn of_file(level: Level, mut rows: Vec<Row>) -> Self {
        rows.sort_by(|a, b| a.code.cmp(&b.code));
        let keys = rows.par_iter().map(|row| Keys::of(level, row)).collect();
        Self::new(level, rows, keys)
    }

    /// Of one that came with the program. Who asks for it first makes it, and all others wait: a job that is handed out to them
    /// meanwhile would never be done.
    pub(super) fn of_built_in(level: Level, mut rows: Vec<Row>) -> Self {
        rows.sort_by(|a, b| a.code.cmp(&b.code));
        let keys = rows.iter().map(|row| Keys::of(level, row)).collect();
        Self::new(level, rows, keys)
    }

    fn new(level: Level, rows: Vec<Row>, keys: Vec<Keys>) -> Self {
        let mut content = Self::default();
        let mut like_codes: Vec<(usize, String)> = Vec::new();
        for (Row { code, name, numbers, parent, .. }, keys) in rows.into_iter().zip(keys) {
            let index = content.recipients.len();
            for key in keys.names {
                let same = content.by_name.entry(key).or_default();
                if !same.contains(&index) {
                    same.push(index);
                }
            }
            like_codes.extend(keys.as_codes.into_iter().map(|written| (index, written)));
            content.by_code.entry(keys.code).or_insert(index);
            content.recipients.push(Recipient(Arc::new(Entry { level, code, name, numbers, parent })));
        }
        let is_of_another =
            |(of, written): &(usize, String)| content.by_code.get(written).is_some_and(|other| other != of);
        content.has_shared_texts = like_codes.iter().any(is_of_another);
        content
    }

    /// Who has a code, however its zeros and hyphen are written.
    pub(super) fn of_code(&self, written: &str) -> Option<&Recipient> {
        self.by_code.get(&code_key(written)).map(|at| &self.recipients[*at])
    }

    /// All who are called so, by the key of the name.
    pub(super) fn named(&self, key: &str) -> impl ExactSizeIterator<Item = &Recipient> {
        let found = self.by_name.get(key).map_or(&[][..], Vec::as_slice);
        found.iter().map(|at| &self.recipients[*at])
    }

    /// The keys of all names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }
}
