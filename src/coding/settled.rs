//! The codes that count, as they are kept.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::Source;
use crate::codebook::Domain;

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
    /// No codes yet, in these domains.
    pub fn new(domains: impl Iterator<Item = Domain>) -> Self {
        Self { domains: domains.collect(), ..Self::default() }
    }

    /// Adds an intervention with what is found for it in every domain.
    pub fn add<C: AsRef<str>>(&mut self, intervention: &Arc<str>, found: impl Fn(Domain) -> (Vec<C>, Source)) {
        self.rows.insert(Arc::clone(intervention), self.ends.len() as u32);
        for domain in &self.domains {
            let (codes, source) = found(*domain);
            let numbers = codes.iter().map(|code| (self.names.number(code.as_ref()), source));
            self.codes.extend(numbers);
            self.ends.push(self.codes.len() as u32);
        }
    }

    /// The domains of the codebook.
    pub fn domains(&self) -> impl Iterator<Item = Domain> {
        self.domains.iter().copied()
    }

    /// Gives back the memory that more interventions would have taken.
    pub fn end(mut self) -> Self {
        self.rows.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.codes.shrink_to_fit();
        self
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
