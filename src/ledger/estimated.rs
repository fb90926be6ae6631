//! Numbers that are estimated from a sample, with their intervals: what takes the place of what was counted where
//! people have read a random sample of what rules or suggestions coded.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ledger, Selection};
use crate::codebook::Domain;
use crate::coding::{Source, State};
use crate::money::Amount;

/// All values between two ends, both among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval<T> {
    /// The lower end.
    pub low: T,
    /// The upper end.
    pub high: T,
}

impl<T: PartialEq> Interval<T> {
    /// Whether it holds a single value: everything was read by people.
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }
}

/// A number and its funds as they are estimated, each with a 95 percent interval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimated {
    /// How many.
    pub number: usize,
    /// The interval; `None` where it was refused.
    pub numbers: Option<Interval<usize>>,
    /// Their funds.
    pub funds: Amount,
    /// The interval of the funds; `None` where it was refused.
    pub amounts: Option<Interval<Amount>>,
    /// How many interventions of the area were read by people in the domain.
    pub read: usize,
    /// Of how many.
    pub of: usize,
}

impl Estimated {
    /// Nothing at all, of an area of which so many were read.
    fn nothing(&self) -> Self {
        let (zero, none) = (Interval { low: 0, high: 0 }, Interval { low: Amount::ZERO, high: Amount::ZERO });
        Self { number: 0, numbers: Some(zero), funds: Amount::ZERO, amounts: Some(none), ..*self }
    }
}

/// Estimates by what they are of: in every area, and in [`AreaId::ALL`](super::AreaId::ALL), whose numbers are the sums of the areas' and whose
/// intervals are those of the whole sample.
pub type Estimates = BTreeMap<Selection, Estimated>;

impl Ledger {
    /// Lets estimates take the place of what was counted. Who is behind a number stays who is known to be. Where a domain
    /// is estimated nothing waits and nothing is unsettled: what nobody has read is part of the estimate.
    pub fn take_estimates(&mut self, estimates: Estimates) {
        self.estimates = estimates;
        let without: Vec<(Selection, Estimated)> =
            self.estimates.iter().flat_map(|(selection, own)| gaps(*selection, own)).collect();
        for (selection, nothing) in without {
            self.estimates.entry(selection).or_insert(nothing);
        }
    }

    /// The estimate of a selection; `None` where it is counted.
    pub fn estimated(&self, selection: Selection) -> Option<&Estimated> {
        self.estimates.get(&selection)
    }

    /// Everything that is estimated.
    pub fn estimates(&self) -> &Estimates {
        &self.estimates
    }

    /// Where others are estimated, the domains that were not audited though rules or suggestions gave some of their codes: their numbers are
    /// counted, and nobody knows how right they are.
    pub fn not_audited(&self) -> BTreeSet<Domain> {
        let of_machine = |source| matches!(source, Source::Rules | Source::Suggestions);
        let own = self.sources().filter(|own| of_machine(own.source) && !self.estimates_domain(own.area, own.domain));
        if self.estimates.is_empty() { BTreeSet::new() } else { own.map(|own| own.domain).collect() }
    }

    /// Whether the codes of a domain are estimated in an area.
    pub fn estimates_domain(&self, area: super::AreaId, domain: Domain) -> bool {
        self.estimates.contains_key(&Selection::Without(area, domain, State::None))
    }
}

/// What has no place beside estimates of a domain: its gaps.
fn gaps(selection: Selection, own: &Estimated) -> Vec<(Selection, Estimated)> {
    match selection {
        Selection::Without(area, domain, State::None) => {
            State::GAPS.map(|state| (Selection::Without(area, domain, state), own.nothing())).to_vec()
        }
        _ => Vec::new(),
    }
}
