//! Funds by recipient from allocation to what counts: each step, so that every difference has a name.

use std::collections::BTreeMap;

use super::{Weight, Weighting};
use crate::money::Amount;
use crate::register::Recipient;
use crate::survey::{Input, Survey};

/// What recipients were allocated, beside what they requisitioned: what some left is not set off against what others had beyond theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allocated {
    /// Allocated to those of whom it is known; `None` where it is known of nobody.
    pub known: Option<Amount>,
    /// The part of it that was not requisitioned.
    pub left: Amount,
    /// What was requisitioned beyond what was allocated.
    pub above: Amount,
    /// What those requisitioned whose allocation is not known.
    pub unknown: Amount,
}

impl Allocated {
    /// Of one recipient.
    fn new(known: Option<Amount>, requisitioned: Amount) -> Self {
        let Some(allocated) = known else { return Self { unknown: requisitioned, ..Self::default() } };
        let both = allocated.min(requisitioned);
        Self { known, left: allocated - both, above: requisitioned - both, unknown: Amount::ZERO }
    }

    fn and(self, other: Self) -> Self {
        let known = self.known.into_iter().chain(other.known).reduce(std::ops::Add::add);
        let (left, above) = (self.left + other.left, self.above + other.above);
        Self { known, left, above, unknown: self.unknown + other.unknown }
    }
}

/// What is known of the funds of recipients of an area: of one, or of several together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reconciled {
    /// Allocated; `None` where no source says anything of the area.
    pub allocated: Option<Allocated>,
    /// Paid out.
    pub requisitioned: Amount,
    /// Paid back, by what funds are weighted to.
    pub repaid: Amount,
    /// Paid back by further sources, in the order of the study; `None` where a source says nothing of the area.
    pub other_repaid: Vec<Option<Amount>>,
    /// T of those who answered.
    pub target_answered: Amount,
    /// S: what was reported for interventions that count.
    pub reported: Amount,
    /// What was reported for interventions that are left out.
    pub excluded: Amount,
    /// The funds of interventions as they count.
    pub weighted: Amount,
    /// The part of T that could not be divided.
    pub not_attributed: Amount,
}

impl Reconciled {
    /// T of all, answered or not.
    pub fn target(&self) -> Amount {
        self.requisitioned - self.repaid
    }

    /// This and another; what only one of them knows is not known of both.
    pub fn and(mut self, other: &Self) -> Self {
        let both = |one: Option<Amount>, other: Option<Amount>| Some(one? + other?);
        self.allocated = self.allocated.zip(other.allocated).map(|(one, other)| one.and(other));
        self.requisitioned = self.requisitioned + other.requisitioned;
        self.repaid = self.repaid + other.repaid;
        self.other_repaid = self.other_repaid.iter().zip(&other.other_repaid).map(|(a, b)| both(*a, *b)).collect();
        self.target_answered = self.target_answered + other.target_answered;
        self.reported = self.reported + other.reported;
        self.excluded = self.excluded + other.excluded;
        self.weighted = self.weighted + other.weighted;
        self.not_attributed = self.not_attributed + other.not_attributed;
        self
    }
}

impl Weighting {
    /// The funds of an area's recipients, in the order of their codes: of all who were allocated funds, requisitioned or answered.
    pub fn reconcile<'i>(&self, input: &'i Input, survey: &'i Survey) -> BTreeMap<&'i Recipient, Reconciled> {
        let other = &input.other_funds;
        let speaks = |(area, _): &&(String, Recipient)| *area == survey.area;
        let of_area = other.repaid.iter().map(|source| source.keys().any(|key| speaks(&key)));
        let none = Reconciled {
            other_repaid: of_area.map(|speaks| speaks.then_some(Amount::ZERO)).collect(),
            ..Reconciled::default()
        };
        let mut all: BTreeMap<&Recipient, Reconciled> = BTreeMap::new();
        for ((_, recipient), _) in other.allocated.iter().filter(|(key, _)| speaks(key)) {
            all.entry(recipient).or_insert_with(|| none.clone());
        }
        for ((_, recipient), own) in input.funds.iter().filter(|(key, _)| speaks(key)) {
            let entry = all.entry(recipient).or_insert_with(|| none.clone());
            (entry.requisitioned, entry.repaid) = (own.requisitioned, own.repaid);
        }
        for (at, source) in other.repaid.iter().enumerate() {
            for ((_, recipient), kronor) in source.iter().filter(|(key, _)| speaks(key)) {
                all.entry(recipient).or_insert_with(|| none.clone()).other_repaid[at] = Some(*kronor);
            }
        }
        for respondent in &survey.respondents {
            let own = all.entry(&respondent.recipient).or_insert_with(|| none.clone());
            own.target_answered = own.target();
        }
        for intervention in &survey.interventions {
            let own = all.entry(&intervention.recipient).or_insert_with(|| none.clone());
            let reported = intervention.funds.unwrap_or_default();
            match intervention.included() {
                true => own.reported = own.reported + reported,
                false => own.excluded = own.excluded + reported,
            }
            own.weighted = own.weighted + self.of(&intervention.id).unwrap_or_default();
        }
        let of_area = |weight: &&Weight| weight.area == survey.area;
        for weight in self.weights.iter().filter(of_area) {
            if let Some(own) = all.get_mut(&weight.recipient) {
                own.not_attributed = weight.not_attributed;
            }
        }
        if other.has_allocated(&survey.area) {
            for (recipient, own) in &mut all {
                let known = other.allocated_to(&survey.area, recipient);
                own.allocated = Some(Allocated::new(known, own.requisitioned));
            }
        }
        all
    }
}
