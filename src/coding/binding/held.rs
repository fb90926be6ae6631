//! The codings that a sheet and the decisions over it hold, each with the text that it was given to.
//!
//! An id may have several: the row, and decisions for other texts that stood there. The one for the present text is the id's own;
//! the others are kept for texts that stand elsewhere now.

use std::collections::{BTreeMap, BTreeSet};

use super::super::decided::{Decided, Entry, Given};
use super::super::sheet::Sheet;
use crate::codebook::Domain;
use crate::decisions::{Fingerprint, Read, Standing};

/// Where the codes of a unit come from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Source<'a> {
    /// The row of an id.
    Row(&'a str),
    /// A decision.
    Decided(&'a Entry),
    /// Decisions that differ, or one that differs from what the sheet says since.
    Open(&'a Entry),
}

/// What ids have been coded for.
pub(super) struct Held<'a> {
    sheet: &'a Sheet,
    domain: Domain,
    /// By id, the text of its own coding.
    pub(super) read: Read<'a>,
    /// By id, its own coding, where it is not its row.
    own: BTreeMap<&'a str, Source<'a>>,
    /// By text, the codings of ids that read otherwise now.
    former: BTreeMap<Fingerprint, Vec<(&'a str, Source<'a>)>>,
    /// Which of them have been met elsewhere.
    met: BTreeSet<Fingerprint>,
    moved: BTreeSet<&'a str>,
}

impl<'a> Held<'a> {
    pub(super) fn new(
        sheet: &'a Sheet,
        locked: &Read<'a>,
        decided: &'a Decided,
        domain: Domain,
        now: &Read<'a>,
    ) -> Self {
        let (own, former) = (BTreeMap::new(), BTreeMap::new());
        let (met, moved) = (BTreeSet::new(), BTreeSet::new());
        let mut held = Self { sheet, domain, read: locked.clone(), own, former, met, moved };
        for (id, texts) in decided.of(domain) {
            held.lay_over(id, texts, locked.get(id).copied(), now.get(id).copied());
        }
        held
    }

    /// Lays what was decided of an id over its row.
    fn lay_over(
        &mut self,
        id: &'a str,
        texts: &'a BTreeMap<Option<Fingerprint>, Entry>,
        row: Option<Option<Fingerprint>>,
        now: Option<Option<Fingerprint>>,
    ) {
        let cell = self.sheet.cell(id, self.domain);
        let mut codings: Vec<(Option<Fingerprint>, Source<'a>)> = Vec::new();
        for (text, entry) in texts {
            let beside = Some(*text) == row || Some(*text) == now;
            let clashes = beside && cell.is_some_and(|cell| entry.clashes(cell));
            let is_open = entry.codes.is_none() || clashes;
            codings.push((*text, if is_open { Source::Open(entry) } else { Source::Decided(entry) }));
        }
        codings.sort_by_key(|(_, source)| match source {
            Source::Decided(entry) | Source::Open(entry) => entry.when(),
            Source::Row(_) => "",
        });
        // What the row says of another text stays.
        let of_row = row.filter(|text| cell.is_some() && !texts.contains_key(text));
        codings.splice(..0, of_row.map(|text| (text, Source::Row(id))));
        let at = codings.iter().position(|(text, _)| Some(*text) == now).unwrap_or(codings.len().saturating_sub(1));
        for (place, (text, source)) in codings.into_iter().enumerate() {
            if place == at {
                self.read.insert(id, text);
                self.own.insert(id, source);
            } else if let Some(text) = text {
                self.former.entry(text).or_default().push((id, source));
            }
        }
    }

    /// The coding that is an id's own.
    pub(super) fn source(&self, id: &'a str) -> Option<Source<'a>> {
        Some(self.own.get(id).copied().unwrap_or(Source::Row(id)))
    }

    /// Whether two ids were given the same codes.
    pub(super) fn is_same(&self, one: &str, other: &str) -> bool {
        self.are_same(self.own.get(one).copied(), one, self.own.get(other).copied(), other)
    }

    fn are_same(&self, one: Option<Source<'_>>, at_one: &str, two: Option<Source<'_>>, at_two: &str) -> bool {
        let row = |id: &str| self.sheet.cell(id, self.domain).map(<[String]>::to_vec);
        let said = |source: Option<Source<'_>>, id: &str| match source {
            Some(Source::Open(_)) => Err(()),
            Some(Source::Decided(entry)) => Ok(entry.codes.clone()),
            Some(Source::Row(id)) => Ok(row(id)),
            None => Ok(row(id)),
        };
        match (said(one, at_one), said(two, at_two)) {
            (Ok(one), Ok(two)) => one == two,
            _ => at_one == at_two,
        }
    }

    /// How an answer stands that reads as something that was coded before another text came to stand there.
    pub(super) fn resettled(
        &mut self,
        standing: Standing<'a>,
        now: Option<Fingerprint>,
    ) -> (Standing<'a>, Option<Source<'a>>) {
        let found = match (&standing, now) {
            (Standing::New | Standing::Edited, Some(text)) => self.former.get(&text).map(|found| (text, found)),
            _ => None,
        };
        let Some((text, found)) = found else { return (standing, None) };
        let (id, source) = found[0];
        if found.iter().any(|(other, of)| !self.are_same(Some(*of), other, Some(source), id)) {
            return (Standing::Unclear { of: found.iter().map(|(id, _)| *id).collect() }, None);
        }
        if !self.met.insert(text) {
            return (Standing::Doubled { of: id }, None);
        }
        self.moved.insert(id);
        (Standing::Moved { from: id }, Some(source))
    }

    /// What was coded of the texts by which an answer stands so, for a person who has to decide.
    pub(super) fn given(&self, id: &'a str, standing: &Standing<'a>, now: Option<Fingerprint>) -> Vec<Given> {
        let ids: Vec<&str> = match standing {
            Standing::Edited => vec![id],
            Standing::Doubled { of } => vec![of],
            Standing::Unclear { of } => of.clone(),
            Standing::Same | Standing::Moved { .. } | Standing::New => Vec::new(),
        };
        let former = now
            .and_then(|text| self.former.get(&text))
            .filter(|found| ids.iter().all(|id| found.iter().any(|(own, _)| own == id)));
        let own = |id: &&'a str| match former.and_then(|found| found.iter().find(|(own, _)| own == id)) {
            Some((_, source)) => (Some(*source), now),
            None => (self.source(id), self.read.get(id).copied().flatten()),
        };
        ids.iter()
            .flat_map(|id| {
                let (source, read) = own(id);
                source.map(|source| self.given_by(source, read)).unwrap_or_default()
            })
            .collect()
    }

    /// The codes of a coding, with who gave them.
    pub(super) fn given_by(&self, source: Source<'a>, read: Option<Fingerprint>) -> Vec<Given> {
        let of_row = |id: &str| {
            let codes = self.sheet.cell(id, self.domain)?.to_vec();
            Some(Given { unit: id.to_owned(), who: None, codes, read })
        };
        match source {
            Source::Row(id) => of_row(id).into_iter().collect(),
            Source::Decided(entry) => entry.given(read).into_iter().rev().take(1).collect(),
            Source::Open(entry) => {
                let cell = entry.codes.as_ref().and_then(|_| of_row(&entry.unit));
                cell.into_iter().chain(entry.given(read)).collect()
            }
        }
    }

    /// Whether what was coded under an id stands elsewhere.
    pub(super) fn has_moved(&self, id: &str) -> bool {
        self.moved.contains(id)
    }
}
