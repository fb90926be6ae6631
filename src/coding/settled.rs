//! The codes that count, as they are kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashMap;
use rayon::prelude::*;

use super::Source;
use crate::codebook::Domain;
use crate::survey::Unit;

/// So many units are settled at a time, side by side with others.
const PART: usize = 16_384;

/// The codes that count, with their sources, by intervention and domain. There may be a million interventions, so the codes
/// of all stand one after the other, each as a number.
#[derive(Debug, Default)]
pub(super) struct Settled {
    names: Names,
    /// By intervention: where its domains begin in `ends`.
    rows: HashMap<Arc<str>, u32>,
    /// The domains of the codebook.
    domains: Vec<Domain>,
    /// By intervention and domain: where its codes end; they begin where those before end.
    ends: Vec<u32>,
    codes: Vec<(u32, Source)>,
}

impl Settled {
    /// The codes that are found for units in these domains.
    pub fn new<'c>(
        domains: impl Iterator<Item = Domain>,
        units: &[&Unit],
        found: impl Fn(&Unit, Domain) -> (Vec<&'c str>, Source) + Sync,
    ) -> Self {
        let domains: Vec<Domain> = domains.collect();
        let part = |units: &[&Unit]| {
            let mut part = Self { domains: domains.clone(), ..Self::default() };
            units.iter().for_each(|unit| part.add(&unit.id, |domain| found(unit, domain)));
            part
        };
        let parts: Vec<Self> = units.par_chunks(PART).map(part).collect();
        let mut all = Self { domains, ..Self::default() };
        all.rows.reserve(units.len());
        parts.into_iter().for_each(|part| all.append(part));
        all.ends.shrink_to_fit();
        all.codes.shrink_to_fit();
        all
    }

    /// Adds an intervention with what is found for it in every domain.
    fn add<'c>(&mut self, intervention: &Arc<str>, found: impl Fn(Domain) -> (Vec<&'c str>, Source)) {
        self.rows.insert(Arc::clone(intervention), self.ends.len() as u32);
        for domain in &self.domains {
            let (codes, source) = found(*domain);
            self.codes.extend(codes.into_iter().map(|code| (self.names.number(code), source)));
            self.ends.push(self.codes.len() as u32);
        }
    }

    /// Adds those of another part, whose codes have numbers of their own.
    fn append(&mut self, part: Self) {
        let numbers: Vec<u32> = part.names.names.iter().map(|code| self.names.number(code)).collect();
        let (first_row, first_code) = (self.ends.len() as u32, self.codes.len() as u32);
        self.rows.extend(part.rows.into_iter().map(|(unit, row)| (unit, first_row + row)));
        self.codes.extend(part.codes.into_iter().map(|(code, source)| (numbers[code as usize], source)));
        self.ends.extend(part.ends.into_iter().map(|end| first_code + end));
    }

    /// The domains of the codebook.
    pub fn domains(&self) -> impl Iterator<Item = Domain> {
        self.domains.iter().copied()
    }

    /// The codes of an intervention in a domain; none where it is uncoded.
    pub fn of(&self, intervention: &str, domain: Domain) -> impl ExactSizeIterator<Item = (&str, Source)> + Clone {
        let known = self.domains.get(domain.at()) == Some(&domain);
        let row = self.rows.get(intervention).filter(|_| known).map(|row| *row as usize);
        let codes = row.map_or(&[][..], |row| {
            let at = row + domain.at();
            let from = at.checked_sub(1).map_or(0, |before| self.ends[before]);
            &self.codes[from as usize..self.ends[at] as usize]
        });
        codes.iter().map(|(number, source)| (self.names.name(*number), *source))
    }
}

/// Names of codes, each kept once.
#[derive(Debug, Default)]
struct Names {
    numbers: BTreeMap<Arc<str>, u32>,
    names: Vec<Arc<str>>,
}

impl Names {
    fn number(&mut self, code: &str) -> u32 {
        if let Some(known) = self.numbers.get(code) {
            return *known;
        }
        let (name, number) = (Arc::from(code), self.names.len() as u32);
        self.numbers.insert(Arc::clone(&name), number);
        self.names.push(name);
        number
    }

    fn name(&self, number: u32) -> &str {
        &self.names[number as usize]
    }
}
