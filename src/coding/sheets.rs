//! The coding sheets of one coder, or the final ones: one for interventions, and one each for the answers to open questions of
//! respondents and of recipients.

use super::Sheet;
use crate::codebook::{Domain, UnitKind};
use crate::decisions::log::LineId;
use crate::survey::Unit;

/// The sheets of one coder, or the final ones.
#[derive(Clone, Debug, Default)]
pub struct Sheets(Vec<Sheet>);

impl Sheets {
    /// Adds a sheet of units that no other is about.
    pub(super) fn add(&mut self, sheet: Sheet) {
        self.0.push(sheet);
    }

    /// All.
    pub fn iter(&self) -> impl Iterator<Item = &Sheet> {
        self.0.iter()
    }

    /// The sheet of a kind of unit, to be changed; one without rows is added where there is none.
    pub(super) fn of_kind_or_new(&mut self, kind: UnitKind) -> &mut Sheet {
        let at = self.0.iter().position(|sheet| sheet.unit == kind).unwrap_or_else(|| {
            self.0.push(Sheet::of_decisions(kind, None));
            self.0.len() - 1
        });
        &mut self.0[at]
    }

    /// All, to be changed.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Sheet> {
        self.0.iter_mut()
    }

    /// Whether there is none, and nobody codes here; something may have been decided nevertheless.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|sheet| sheet.undeclared && !sheet.coded_here)
    }

    /// The sheet of a kind of unit.
    pub fn of_kind(&self, kind: UnitKind) -> Option<&Sheet> {
        self.0.iter().find(|sheet| sheet.unit == kind)
    }

    /// Whether they say, alone, which codes count in a domain. A sheet of interventions speaks of all that there is to say of
    /// them; every open question is one of its own, which its sheet has a column for.
    pub(super) fn settle(&self, domain: Domain) -> bool {
        let has_column = |sheet: &Sheet| sheet.columns.contains_key(&domain);
        let is_whole = |sheet: &Sheet| sheet.unit == UnitKind::Intervention;
        let settles = |sheet: &Sheet| match sheet.undeclared {
            false => is_whole(sheet) || has_column(sheet),
            true => sheet.coded_here && (is_whole(sheet) || sheet.uses(domain)),
        };
        self.of_kind(domain.unit()).is_some_and(settles)
    }

    /// The codes of a unit in a domain, in the order of the codebook.
    pub fn of(&self, unit: &str, domain: Domain) -> &[String] {
        self.of_kind(domain.unit()).map_or(&[], |sheet| sheet.of(unit, domain))
    }

    /// The same where a sheet says something about it.
    pub fn said(&self, unit: &str, domain: Domain) -> Option<&[String]> {
        self.of_kind(domain.unit())?.said(unit, domain)
    }

    /// What the cell of a unit says, whatever counts; `None` where there is none, or it is blank and that says nothing.
    pub fn cell(&self, unit: &str, domain: Domain) -> Option<&[String]> {
        let sheet = self.of_kind(domain.unit())?;
        let bound = sheet.bound.as_ref();
        let other = bound.and_then(|bound| bound.cell(unit, domain));
        let beside = sheet.is_by_decision(unit, domain) || sheet.is_by_coders(unit, domain);
        other.or_else(|| sheet.cell(unit, domain).filter(|_| !beside))
    }

    /// Whether what counts of a unit in a domain is what those gave it who code here.
    pub(super) fn is_by_coders(&self, unit: &str, domain: Domain) -> bool {
        self.of_kind(domain.unit()).is_some_and(|sheet| sheet.is_by_coders(unit, domain))
    }

    /// Whether people decided differently what a unit has in a domain.
    pub fn is_unsettled(&self, unit: &str, domain: Domain) -> bool {
        self.of_kind(domain.unit()).is_some_and(|sheet| sheet.is_unsettled(unit, domain))
    }

    /// The line by which it was decided what a unit has in a domain.
    pub fn decision(&self, unit: &str, domain: Domain) -> Option<LineId> {
        self.of_kind(domain.unit())?.by_decision.get(&(unit.to_owned(), domain)).copied()
    }

    /// Whether anything is coded in a domain.
    pub fn uses(&self, domain: Domain) -> bool {
        self.of_kind(domain.unit()).is_some_and(|sheet| sheet.uses(domain))
    }

    /// Whether a unit has a row.
    pub fn has(&self, unit: &Unit) -> bool {
        self.has_row(unit.kind, &unit.id)
    }

    /// Whether a unit of a kind has a row.
    pub fn has_row(&self, kind: UnitKind, unit: &str) -> bool {
        self.of_kind(kind).is_some_and(|sheet| sheet.coded.contains(unit))
    }
}
