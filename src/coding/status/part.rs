//! The numbers of an area, or of all.

use std::collections::BTreeMap;

use serde::Serialize;

use super::fact::{Fact, NOT_LOCKED};
use crate::codebook::{Domain, UnitKind};
use crate::coding::State;
use crate::decisions::Change;
use crate::money::Amount;

/// The word for coded answers that are gone.
pub const WITHDRAWN: &str = "withdrawn";

/// So many, and their funds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// How many.
    pub number: usize,
    /// Their funds; `None` where the study has none.
    pub funds: Option<Amount>,
}

impl Count {
    /// Counts one more.
    pub fn add(&mut self, funds: Option<Amount>) {
        self.number += 1;
        if let Some(funds) = funds {
            self.funds = Some(self.funds.unwrap_or_default() + funds);
        }
    }

    /// Both together.
    pub fn and(self, other: Self) -> Self {
        let funds = [self.funds, other.funds].into_iter().flatten().reduce(|one, two| one + two);
        Self { number: self.number + other.number, funds }
    }
}

/// The numbers of an area, or of all.
#[derive(Debug, Default, Serialize)]
pub struct Part {
    /// Recipients that were expected to answer, with requisitioned less repaid.
    pub expected: Count,
    /// Recipients that answered.
    pub answered: usize,
    /// Those of them whose answer came after the day that it was due.
    pub late: usize,
    /// Those expected of whom only a row that `only` leaves out is there.
    pub begun: usize,
    /// Those expected that have not answered.
    pub not_answered: Count,
    /// Interventions that count.
    pub interventions: Count,
    /// Those left out as incomplete, with what they reported.
    pub incomplete: Count,
    /// Interventions that are coded, or coded as none, in every domain.
    pub settled: Count,
    /// Every domain.
    pub domains: Vec<DomainStatus>,
}

/// A domain of an area, or of all.
#[derive(Debug, Serialize)]
pub struct DomainStatus {
    /// The word of files.
    pub domain: &'static str,
    /// The domain.
    #[serde(skip)]
    pub is: Domain,
    /// How many answers there are.
    pub answers: usize,
    /// What became of them since they were coded, by word.
    pub changes: BTreeMap<&'static str, usize>,
    /// In which state they are, by word.
    pub states: BTreeMap<&'static str, Count>,
    /// Those that somebody has to code or decide, whatever their state.
    pub waiting: Count,
    /// Where the codes of the coded ones come from, by word.
    pub sources: BTreeMap<&'static str, usize>,
    /// How many each coder has decided.
    pub coders: BTreeMap<String, usize>,
}

impl Part {
    /// Both together.
    pub(super) fn and(mut self, other: &Self) -> Self {
        self.expected = self.expected.and(other.expected);
        self.answered += other.answered;
        self.late += other.late;
        self.begun += other.begun;
        self.not_answered = self.not_answered.and(other.not_answered);
        self.interventions = self.interventions.and(other.interventions);
        self.incomplete = self.incomplete.and(other.incomplete);
        self.settled = self.settled.and(other.settled);
        other.domains.iter().for_each(|domain| self.domain(domain.is).take(domain));
        self
    }

    /// Takes in what is known of an answer.
    pub(super) fn add(&mut self, facts: &[Fact<'_>]) {
        let Some(first) = facts.first() else { return };
        if first.unit.kind == UnitKind::Intervention && !facts.iter().any(Fact::waits) {
            self.settled.add(first.funds);
        }
        facts.iter().for_each(|fact| self.domain(fact.domain).add(fact));
    }

    /// Takes in a coded answer that is gone, where the domain has any answer left.
    pub(super) fn withdraw(&mut self, word: &str) {
        let domain = self.domains.iter_mut().find(|domain| domain.domain == word);
        domain.into_iter().for_each(|domain| add(&mut domain.changes, WITHDRAWN, 1));
    }

    /// The numbers of a domain; domains stand in the order of the codebook.
    fn domain(&mut self, domain: Domain) -> &mut DomainStatus {
        let at = match self.domains.binary_search_by_key(&domain, |own| own.is) {
            Ok(at) => at,
            Err(at) => {
                self.domains.insert(at, DomainStatus::new(domain));
                at
            }
        };
        &mut self.domains[at]
    }
}

impl DomainStatus {
    fn new(domain: Domain) -> Self {
        let changes = Change::ALL.map(Change::word).into_iter().chain([NOT_LOCKED, WITHDRAWN]);
        let states = [State::Coded].into_iter().chain(State::WITHOUT_CODE);
        Self {
            domain: domain.word(),
            is: domain,
            answers: 0,
            changes: changes.map(|word| (word, 0)).collect(),
            states: states.map(|state| (state.word(), Count::default())).collect(),
            waiting: Count::default(),
            sources: BTreeMap::new(),
            coders: BTreeMap::new(),
        }
    }

    fn add(&mut self, fact: &Fact<'_>) {
        self.answers += 1;
        add(&mut self.changes, fact.change_word(), 1);
        if let Some(state) = fact.state {
            self.states.entry(state.word()).or_default().add(fact.funds);
        }
        if fact.waits() {
            self.waiting.add(fact.funds);
        }
        fact.source.iter().for_each(|source| add(&mut self.sources, source.word(), 1));
        fact.coders.iter().for_each(|coder| add_named(&mut self.coders, coder, 1));
    }

    fn take(&mut self, other: &Self) {
        self.answers += other.answers;
        other.changes.iter().for_each(|(word, number)| add(&mut self.changes, word, *number));
        other.states.iter().for_each(|(word, count)| {
            let own = self.states.entry(word).or_default();
            *own = own.and(*count);
        });
        self.waiting = self.waiting.and(other.waiting);
        other.sources.iter().for_each(|(word, number)| add(&mut self.sources, word, *number));
        other.coders.iter().for_each(|(coder, number)| add_named(&mut self.coders, coder, *number));
    }

    /// How many answers are in a state.
    pub fn state(&self, state: State) -> Count {
        self.states.get(state.word()).copied().unwrap_or_default()
    }
}

fn add(numbers: &mut BTreeMap<&'static str, usize>, word: &'static str, more: usize) {
    *numbers.entry(word).or_default() += more;
}

/// A name is copied only the first time.
fn add_named(numbers: &mut BTreeMap<String, usize>, name: &str, more: usize) {
    match numbers.get_mut(name) {
        Some(number) => *number += more,
        None => drop(numbers.insert(name.to_owned(), more)),
    }
}
