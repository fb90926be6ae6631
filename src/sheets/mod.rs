//! Coding in workbooks: who codes what (`draw`), the workbook that a coder gets (`write`), what a filled-in one says (`read`), and
//! the workbook in which differences are settled (`differences`).
//!
//! A workbook is a copy of what stands in the study; what counts is the log of decisions. So a row that comes back is held against
//! what the study says now: the text that it was written for, whose it is, and what its coder has said since. What stands here
//! are texts of cells (`book`); bytes are made and read elsewhere.

mod apart;
pub mod book;
mod definitions;
pub mod differences;
pub mod draw;
mod heading;
pub mod progress;
pub mod read;
mod row;
pub mod said;
mod taking;
mod told;
pub mod write;

use std::collections::BTreeMap;

use crate::codebook::{Codebook, Domain};
use crate::coding::Codings;
use crate::coding::rules::domains_of;
use crate::study::Study;
use crate::survey::{Input, Unit};
use crate::weighting::Weighting;

/// A study in which people code.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// What it declares.
    pub study: &'a Study,
    /// Its codebook.
    pub book: &'a Codebook,
    /// Its answers.
    pub input: &'a Input,
    /// Their codes.
    pub codings: &'a Codings,
    /// Their funds.
    pub weighting: &'a Weighting,
}

impl<'a> Material<'a> {
    /// What is coded of a unit.
    pub fn domains(&self, unit: &'a Unit) -> impl Iterator<Item = Domain> + use<'a> {
        let book = self.book;
        domains_of(book, unit).filter(move |domain| !book.codes(*domain).is_empty())
    }

    /// All units, by their ids.
    pub fn units(&self) -> BTreeMap<&'a str, &'a Unit> {
        self.input.units().map(|unit| (&*unit.id, unit)).collect()
    }

    /// Units that nobody was given and that have to be coded, in the areas that are wanted; in all where none is named.
    pub fn candidates(&self, areas: &[String]) -> Vec<draw::Candidate<'a>> {
        let assigned = self.codings.log.assignments();
        let wanted = |unit: &&Unit| areas.is_empty() || areas.iter().any(|area| **area == *unit.area);
        let is_open = |unit: &&'a Unit| {
            let open = |domain: &Domain| self.codings.finals.said(&unit.id, *domain).is_none();
            // An optional domain may have no code, so that its blank cell waits for nobody.
            let required = self.domains(unit).filter(|domain| !domain.is_optional()).collect::<Vec<_>>();
            if required.is_empty() { self.domains(unit).any(|own| open(&own)) } else { required.iter().any(open) }
        };
        let units = self.input.units().filter(wanted).filter(|unit| !assigned.has(&unit.id)).filter(is_open);
        units.map(|unit| draw::Candidate { id: &unit.id, area: &unit.area }).collect()
    }

    /// What an area is called.
    pub fn area(&self, id: &'a str, language: crate::wording::Language) -> &'a str {
        let survey = self.study.surveys.iter().find(|survey| survey.area == id).map(|survey| &survey.title);
        let account = || self.study.accounts.iter().find(|account| account.id == id).map(|account| &account.title);
        survey.or_else(account).map_or(id, |title| title.get(language))
    }
}
