//! How far coders have come, by number and funds, and what they differ on.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Material;
use super::said::{self, Said};
use crate::codebook::Domain;
use crate::decisions::log::Assignments;
use crate::money::Amount;
use crate::survey::Unit;

/// So many, and their funds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many.
    pub number: usize,
    /// Their funds; nothing in a study without funds.
    pub funds: Amount,
}

impl Count {
    fn add(&mut self, funds: Option<Amount>) {
        self.number += 1;
        self.funds = self.funds + funds.unwrap_or_default();
    }
}

/// How far a coder has come in a domain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// What they were given.
    pub given: Count,
    /// What of it they have coded.
    pub coded: Count,
}

/// How far all have come.
#[derive(Debug, Default)]
pub struct AllProgress {
    /// By coder and domain.
    pub coders: BTreeMap<(String, Domain), Progress>,
    /// Codings that several coders were given.
    pub doubled: usize,
    /// Those of them that all have coded.
    pub done: usize,
    /// Those of them that differ, settled or not.
    pub differ: usize,
    /// Those of them that are settled.
    pub settled: usize,
}

impl AllProgress {
    /// How much a coder has left to code; domains that may have no code wait for nobody.
    pub fn left(&self, coder: &str) -> usize {
        let own = self.coders.iter().filter(|((by, domain), _)| by == coder && !domain.is_optional());
        own.map(|(_, own)| own.given.number - own.coded.number).sum()
    }
}

/// Codings on which coders differ, or of which one is not sure, and that nobody has settled.
#[derive(Debug)]
pub struct Difference<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// The domain.
    pub domain: Domain,
    /// What each coder said.
    pub given: Vec<(String, Said)>,
    /// Whether they differ; else somebody is not sure.
    pub differs: bool,
}

impl Difference<'_> {
    /// The funds of the unit.
    fn funds(&self, material: &Material<'_>) -> Amount {
        material.weighting.of(&self.unit.id).unwrap_or_default()
    }
}

impl<'a> Material<'a> {
    /// What everybody who may code a unit said of it in a domain, and how many have yet to: all who were given it, else anybody.
    fn given(&self, assigned: &Assignments, unit: &Unit, domain: Domain) -> (Vec<(String, Said)>, usize) {
        let own: Vec<&str> = match assigned.has(&unit.id) {
            true => assigned.coders(&unit.id).collect(),
            false => self.codings.coders.keys().map(String::as_str).collect(),
        };
        let said = |coder: &&str| Some(((*coder).to_owned(), said::now(self.codings, coder, &unit.id, domain)?));
        let given: Vec<(String, Said)> = own.iter().filter_map(said).collect();
        let left = if assigned.has(&unit.id) { own.len() - given.len() } else { 0 };
        (given, left)
    }

    /// How far everybody has come who was given something.
    pub fn progress(&self) -> AllProgress {
        let assigned = self.codings.log.assignments();
        let mut all = AllProgress::default();
        for unit in self.input.units().filter(|unit| assigned.has(&unit.id)) {
            let funds = self.weighting.of(&unit.id);
            for domain in self.domains(unit) {
                let (given, left) = self.given(&assigned, unit, domain);
                for coder in assigned.coders(&unit.id) {
                    let own = all.coders.entry((coder.to_owned(), domain)).or_default();
                    own.given.add(funds);
                    if given.iter().any(|(by, _)| by == coder) {
                        own.coded.add(funds);
                    }
                }
                if assigned.coders(&unit.id).nth(1).is_some() {
                    all.doubled += 1;
                    all.done += usize::from(left == 0);
                    let differs = left == 0 && differ(&given);
                    all.differ += usize::from(differs);
                    all.settled += usize::from(differs && self.is_settled(unit, domain));
                }
            }
        }
        all
    }

    /// Whether somebody has said which codes count.
    fn is_settled(&self, unit: &Unit, domain: Domain) -> bool {
        let finals = &self.codings.finals;
        finals.decision(&unit.id, domain).is_some() || finals.cell(&unit.id, domain).is_some()
    }

    /// What is to be settled, most funds first.
    pub fn differences(&self) -> Vec<Difference<'a>> {
        let assigned = self.codings.log.assignments();
        let mut all = Vec::new();
        for unit in self.input.units() {
            for domain in self.domains(unit) {
                if self.is_settled(unit, domain) {
                    continue;
                }
                let (given, left) = self.given(&assigned, unit, domain);
                let differs = differ(&given);
                if left == 0 && (differs || given.iter().any(|(_, said)| said.unsure)) {
                    all.push(Difference { unit, domain, given, differs });
                }
            }
        }
        all.sort_by(|a, b| {
            let order = |own: &Difference<'_>| Reverse((own.differs, own.funds(self)));
            order(a).cmp(&order(b)).then_with(|| (&a.unit.id, a.domain).cmp(&(&b.unit.id, b.domain)))
        });
        all
    }
}

/// Whether coders gave different codes.
fn differ(given: &[(String, Said)]) -> bool {
    let sets: BTreeSet<BTreeSet<&String>> = given.iter().map(|(_, said)| said.codes.iter().collect()).collect();
    sets.len() > 1
}
