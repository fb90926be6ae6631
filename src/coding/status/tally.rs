//! What is known of every answer in every domain, and what waits for somebody.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use super::fact::Fact;
use super::part::Part;
use super::{AreaStatus, Coded};
use crate::codebook::Domain;
use crate::coding::rules::domains_of;
use crate::coding::{Sheets, State};
use crate::decisions::Change;
use crate::money::Amount;
use crate::survey::Unit;

/// So many answers are counted at a time, side by side with others.
const SHARE: usize = 4_096;

/// A coded answer that is gone.
#[derive(Debug, Serialize)]
pub struct Withdrawn {
    /// Its id.
    pub id: String,
    /// The domain.
    pub domain: &'static str,
    /// Its area, where its id is there still: incomplete, or with another text.
    pub area: Option<String>,
}

/// An answer that has to be coded or decided.
#[derive(Debug, Serialize)]
pub struct Waiting {
    /// Its id.
    pub id: String,
    /// Its area.
    pub area: String,
    /// The domain.
    pub domain: &'static str,
    #[serde(skip)]
    is: Domain,
    /// The state; `None` in a domain that need not have a code.
    pub state: Option<&'static str>,
    /// What became of it since it was coded.
    pub change: &'static str,
    /// Its funds.
    pub funds: Option<Amount>,
}

impl Waiting {
    fn new(fact: &Fact<'_>) -> Self {
        Self {
            id: fact.unit.id.to_string(),
            area: fact.unit.area.to_string(),
            domain: fact.domain.word(),
            is: fact.domain,
            state: fact.state.map(State::word),
            change: fact.change_word(),
            funds: fact.funds,
        }
    }
}

/// The numbers of some answers by area, and those of them that wait.
#[derive(Default)]
struct Tally {
    parts: BTreeMap<Arc<str>, Part>,
    waiting: Vec<Waiting>,
}

impl Tally {
    fn and(mut self, other: Self) -> Self {
        for (area, part) in other.parts {
            let own = self.parts.entry(area).or_default();
            *own = std::mem::take(own).and(&part);
        }
        self.waiting.extend(other.waiting);
        self
    }
}

impl Coded<'_> {
    /// Adds the numbers of all answers to their areas; gives what waits, most funds first, and the coded answers that are gone.
    pub(super) fn tally(&self, areas: &mut Vec<AreaStatus>) -> (Vec<Waiting>, Vec<Withdrawn>) {
        let units: Vec<&Unit> = self.input.units().collect();
        let shares: Vec<Tally> = units.par_chunks(SHARE).map(|share| self.share(share)).collect();
        let Tally { mut parts, mut waiting } = shares.into_iter().fold(Tally::default(), Tally::and);
        for own in areas.iter_mut() {
            let answers = parts.remove(own.area.as_str()).unwrap_or_default();
            own.part = std::mem::take(&mut own.part).and(&answers);
        }
        areas.extend(parts.into_iter().map(|(area, part)| AreaStatus { area: area.to_string(), part }));
        let withdrawn = self.withdrawn();
        for gone in &withdrawn {
            let own = areas.iter_mut().find(|own| Some(&own.area) == gone.area.as_ref());
            own.into_iter().for_each(|own| own.part.withdraw(gone.domain));
        }
        waiting.par_sort_by(|a, b| {
            (Reverse(a.funds), &a.area, &a.id, a.is).cmp(&(Reverse(b.funds), &b.area, &b.id, b.is))
        });
        (waiting, withdrawn)
    }

    fn share(&self, units: &[&Unit]) -> Tally {
        let mut tally = Tally::default();
        for unit in units {
            let facts = self.facts(unit);
            if facts.is_empty() {
                continue;
            }
            tally.parts.entry(Arc::clone(&unit.area)).or_default().add(&facts);
            tally.waiting.extend(facts.iter().filter(|fact| fact.waits()).map(Waiting::new));
        }
        tally
    }

    pub(super) fn facts<'u>(&'u self, unit: &'u Unit) -> Vec<Fact<'u>> {
        let funds = self.funds(unit);
        let fact = |domain: Domain| {
            let source = self.codings.of(&unit.id, domain).next().map(|(_, source)| source);
            let state = match source {
                None if domain.is_optional() => None,
                None => Some(self.codings.state(&unit.id, domain)),
                Some(_) => Some(State::Coded),
            };
            let coders = self.codings.coders.iter();
            let coders = coders.filter(|(_, sheets)| sheets.uses(domain) && sheets.said(&unit.id, domain).is_some());
            let coders = coders.map(|(coder, _)| coder.as_str()).collect();
            Fact { unit, domain, state, change: self.change(unit, domain), source, coders, funds }
        };
        domains_of(self.book, unit).map(fact).collect()
    }

    /// The funds of an answer; `None` in a study without funds.
    pub(super) fn funds(&self, unit: &Unit) -> Option<Amount> {
        self.weighting.money?;
        self.weighting.of(&unit.id)
    }

    /// What became of an answer since it was coded: as the final sheet has it; else the coders' sheets, of which some need not
    /// hold it.
    fn change(&self, unit: &Unit, domain: Domain) -> Option<Change> {
        let of = |sheets: &Sheets| sheets.of_kind(unit.kind)?.bound.as_ref()?.change(&unit.id, domain);
        // Where people decide over coders' sheets alone, these say what was read before.
        let own = self.codings.finals.of_kind(unit.kind);
        let has_own = own.is_some_and(|sheet| !sheet.is_of_decisions() || sheet.is_by_decision(&unit.id, domain));
        let own = if has_own { of(&self.codings.finals) } else { None };
        own.or_else(|| self.codings.coders.values().filter_map(of).max()).or_else(|| of(&self.codings.finals))
    }

    /// Coded answers that are gone, of any sheet, once each.
    fn withdrawn(&self) -> Vec<Withdrawn> {
        let gone: BTreeSet<(&str, Domain)> = self.codings.withdrawn().map(|(domain, id)| (id, domain)).collect();
        if gone.is_empty() {
            return Vec::new();
        }
        let there: BTreeMap<&str, &str> = self.input.interventions().map(|own| (&*own.id, &*own.area)).collect();
        let withdrawn = gone.into_iter().map(|(id, domain)| Withdrawn {
            id: id.to_owned(),
            domain: domain.word(),
            area: there.get(id).map(|area| (*area).to_owned()),
        });
        withdrawn.collect()
    }
}
