//! What a workbook says that a coder has filled in, and what it is held against (`taking` takes it row by row). Every row is held against the study as it is now: a row is taken only for the
//! text that it was written for, for the coder whose it is, and where nothing was said since that its coder did not know.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Material;
use super::row::Row;
use super::said::Said;
use crate::codebook::Domain;
use crate::decisions::log::{Assignments, Carrying, Line, LineId, Subject};
use crate::decisions::{Fingerprint, Lock};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::study::TextName;
use crate::survey::Unit;

/// A coding that a workbook says and the log does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    /// The unit's id.
    pub unit: String,
    /// The domain.
    pub domain: Domain,
    /// What was said.
    pub said: Said,
    /// What was read; `None` where it was blank.
    pub read: Option<Fingerprint>,
    /// Whether the coder had said something else.
    pub changed: bool,
}

/// What a workbook says.
#[derive(Debug, Default)]
pub struct Filled {
    /// Whose it is.
    pub coder: String,
    /// What is to be kept.
    pub new: Vec<New>,
    /// Codings that the log has already.
    pub same: usize,
    /// Memos and doubts that stand on rows without codes, so that they are kept nowhere else.
    pub untaken: usize,
    /// Whether somebody has added columns or sheets of their own.
    pub added: bool,
}

/// Reads workbooks of a study.
pub struct Reader<'a> {
    pub(super) material: Material<'a>,
    pub(super) units: BTreeMap<&'a str, &'a Unit>,
    pub(super) assigned: Assignments,
    heads: BTreeMap<Subject, Vec<LineId>>,
    /// Every decision that was made, by what it is about.
    pub(super) history: BTreeMap<Subject, Vec<LineId>>,
    pub(super) carrying: Carrying,
    /// Which answers have a text.
    pub(super) by_text: HashMap<(Domain, Fingerprint), Vec<&'a str>>,
}

impl<'a> Reader<'a> {
    /// For a study.
    pub fn new(material: Material<'a>) -> Self {
        let log = &material.codings.log;
        let codebook = Lock::new(material.book).codebook;
        let mut history: BTreeMap<Subject, Vec<LineId>> = BTreeMap::new();
        for (id, line) in log.history() {
            if let Line::Decision(decision) = line {
                history.entry(decision.into()).or_default().push(id);
            }
        }
        let mut by_text: HashMap<_, Vec<&str>> = HashMap::new();
        for unit in material.input.units() {
            for domain in material.domains(unit) {
                let text = Fingerprint::of(unit, domain).map(|text| (domain, text));
                text.into_iter().for_each(|text| by_text.entry(text).or_default().push(&unit.id));
            }
        }
        Self {
            units: material.units(),
            assigned: log.assignments(),
            heads: log.heads(),
            carrying: log.carrying(&codebook),
            history,
            by_text,
            material,
        }
    }

    /// The texts that sheets may have.
    pub(super) fn texts(&self) -> impl Iterator<Item = TextName> + use<'a> {
        let names: BTreeSet<TextName> = self
            .units
            .values()
            .flat_map(|unit| unit.texts.names().iter().copied())
            .filter(|own| !own.is_title())
            .collect();
        names.into_iter()
    }

    /// Whose workbook it is: the one who was named, else the one that most rows name.
    pub(super) fn whose(
        &self,
        rows: &[Row<'_>],
        named: Option<&str>,
        file: &str,
        messages: &mut Diagnostics,
    ) -> Option<String> {
        let mut by: BTreeMap<String, usize> = BTreeMap::new();
        for coder in rows.iter().map(Row::coder).filter(|coder| !coder.is_empty()) {
            *by.entry(self.known(&coder)).or_default() += 1;
        }
        let most = by.iter().max_by_key(|(_, rows)| **rows).map(|(coder, _)| coder.clone());
        match (named.map(|named| self.known(named)), most) {
            (Some(named), Some(most)) if !by.contains_key(&named) => {
                let message = msg!("sheet-of-other-coder", coder = shown(&most), named = shown(&named));
                messages.push(Diagnostic::error(Place::file(file), message));
                None
            }
            (Some(named), _) => Some(named),
            (None, Some(most)) => Some(most),
            (None, None) => {
                messages.push(Diagnostic::error(Place::file(file), msg!("sheet-without-coder")));
                None
            }
        }
    }

    /// A coder's name as it was written when answers were divided.
    pub(super) fn known(&self, name: &str) -> String {
        let same = |known: &&str| known.to_lowercase() == name.trim().to_lowercase();
        self.assigned.everybody().find(same).map_or_else(|| name.trim().to_owned(), str::to_owned)
    }

    pub(super) fn subject(coder: &str, unit: &str, domain: Domain) -> Subject {
        Subject::of_coder(coder, unit, domain.word())
    }

    pub(super) fn heads(&self, subject: &Subject) -> &[LineId] {
        self.heads.get(subject).map_or(&[], Vec::as_slice)
    }

    /// What a line said.
    pub(super) fn said(&self, line: LineId, subject: &Subject) -> Option<Said> {
        let own = self.material.codings.log.decision(line)?;
        let codes = self.carrying.codes(own);
        (Subject::from(own) == *subject).then(|| Said { codes, memo: own.why.clone(), unsure: own.unsure })
    }
}

/// Whether two have the same codes, in whatever order.
pub(super) fn same_codes(one: &[String], other: &[String]) -> bool {
    one.iter().collect::<BTreeSet<_>>() == other.iter().collect::<BTreeSet<_>>()
}

/// Whether two say the same, whatever the order of their codes.
pub fn is_same(one: &Said, other: &Said) -> bool {
    same_codes(&one.codes, &other.codes) && one.memo.trim() == other.memo.trim() && one.unsure == other.unsure
}
