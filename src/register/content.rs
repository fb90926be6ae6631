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
    by_code: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
}

impl Content {
    pub(super) fn new(level: Level, mut rows: Vec<Row>) -> Self {
        rows.sort_by(|a, b| a.code.cmp(&b.code));
        let keys = |row: &Row| {
            let written = std::iter::once(&row.name).chain(&row.spellings);
            (code_key(&row.code), written.map(|written| key(level.spelling(), written)).collect::<Vec<_>>())
        };
        let keys: Vec<_> = rows.par_iter().map(keys).collect();
        let mut content = Self::default();
        for (Row { code, name, numbers, parent, .. }, (by_code, by_name)) in rows.into_iter().zip(keys) {
            let index = content.recipients.len();
            for key in by_name {
                let same = content.by_name.entry(key).or_default();
                if !same.contains(&index) {
                    same.push(index);
                }
            }
            content.by_code.entry(by_code).or_insert(index);
            content.recipients.push(Recipient(Arc::new(Entry { level, code, name, numbers, parent })));
        }
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
