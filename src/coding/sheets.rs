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

    /// All, to be changed.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Sheet> {
        self.0.iter_mut()
    }

    /// Whether there is none; something may have been decided nevertheless.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|sheet| sheet.undeclared)
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
        let settles = |sheet: &Sheet| !sheet.undeclared && (is_whole(sheet) || has_column(sheet));
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
        other.or_else(|| sheet.cell(unit, domain).filter(|_| !sheet.is_by_decision(unit, domain)))
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
