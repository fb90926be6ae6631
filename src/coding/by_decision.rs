//! What counts as somebody decided it beside the sheets, and what the cells say under it.

use std::collections::{BTreeMap, BTreeSet};

use super::Codings;
use super::sheet::Sheet;
use crate::codebook::Domain;
use crate::decisions::log::Decision;
use crate::diagnostic::{Place, Spot};

impl Sheet {
    /// Whether what a unit has in a domain was decided beside the sheet.
    pub(super) fn is_by_decision(&self, unit: &str, domain: Domain) -> bool {
        !self.by_decision.is_empty() && self.by_decision.contains_key(&(unit.to_owned(), domain))
    }

    /// Whether it is no sheet of people's, but holds what they decided without one.
    pub(super) fn is_of_decisions(&self) -> bool {
        self.undeclared
    }

    /// Whether what counts of a unit in a domain was given to its present text: by a decision, or in a sheet with a lock.
    pub(super) fn settles(&self, unit: &str, domain: Domain) -> bool {
        self.is_by_decision(unit, domain) || self.locked && self.said(unit, domain).is_some()
    }

    /// Whether people decided differently what a unit has in a domain.
    pub(crate) fn is_unsettled(&self, unit: &str, domain: Domain) -> bool {
        let has = |set: &BTreeSet<(String, Domain)>| !set.is_empty() && set.contains(&(unit.to_owned(), domain));
        has(&self.unsettled) || has(&self.differing)
    }

    /// What the cell of a unit says; `None` where there is none, or it is blank and that says nothing.
    pub(super) fn cell(&self, unit: &str, domain: Domain) -> Option<&[String]> {
        let has = self.columns.contains_key(&domain) && self.coded.contains(unit);
        (has && !self.undecided.contains(&(unit.to_owned(), domain))).then(|| self.of(unit, domain))
    }

    /// Whether the cell of a unit has something that is told where it stands: a code with a mark of doubt, or no code at all.
    pub(super) fn is_marked(&self, unit: &str, domain: Domain) -> bool {
        let key = (unit.to_owned(), domain);
        self.doubted.contains(&key) || self.faulty.contains(&key)
    }

    /// Where the cell of a unit stands.
    pub(super) fn cell_place(&self, unit: &str, domain: Domain) -> Place {
        let own = self.rows.iter().find(|(_, id)| id == unit).map(|(spot, _)| *spot);
        let spot = match (own, self.columns_at.get(&domain)) {
            (Some(Spot::Cell { row, .. }), Some(column)) => Spot::cell(row, *column),
            (Some(Spot::Field { line, .. }), Some(column)) => Spot::Field { line, column: *column },
            (own, _) => own.unwrap_or_default(),
        };
        Place { spot, ..self.place.clone() }
    }
}

impl Codings {
    /// The decision by which a unit has its codes in a domain, if one was made beside the sheets.
    pub fn decision(&self, unit: &str, domain: Domain) -> Option<&Decision> {
        self.finals.decision(unit, domain).and_then(|line| self.log.decision(line))
    }

    /// How many codings count as somebody decided them beside the sheets, by who.
    pub fn decided_by(&self) -> BTreeMap<String, usize> {
        let mut by = BTreeMap::new();
        let lines = self.finals.iter().flat_map(|sheet| sheet.by_decision.values());
        let decisions = lines.filter_map(|line| self.log.decision(*line));
        decisions.for_each(|decision| *by.entry(decision.who.clone()).or_default() += 1);
        by
    }
}
