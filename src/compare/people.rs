//! Who answered in an area, and what they had: the weights of a comparison, before anything is rounded.

use std::collections::BTreeMap;

use super::{Fine, Side};
use crate::exact::Exact;
use crate::ledger::{AreaId, InterventionId};
use crate::money::Amount;
use crate::study::WeightingScope;

/// The recipients that answered in an area, by their codes of now.
#[derive(Clone)]
pub(super) struct People {
    all: BTreeMap<String, Whole>,
    /// By the position of an intervention, whose it is.
    whose: BTreeMap<usize, String>,
}

/// What a recipient had in all.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Whole {
    /// How many of its interventions count.
    pub interventions: usize,
    /// T; S where funds count as they were reported.
    pub target: Fine,
    /// S: what its interventions reported.
    pub reported: Amount,
    /// What they come to, which is T but where S is zero.
    pub weighted: Fine,
}

/// What a recipient had under a code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Own {
    pub number: usize,
    /// Of S.
    pub reported: Amount,
}

impl People {
    /// Those of areas; `code` says what a recipient's code is called now.
    pub(super) fn new<'s>(side: Side<'s>, areas: &[AreaId], code: impl Fn(&'s str) -> &'s str) -> Self {
        let mut people = Self { all: BTreeMap::new(), whose: BTreeMap::new() };
        for at in areas.iter().map(|area| area.at()) {
            let (area, survey) = (&side.ledger.areas[at], &side.input.surveys[at]);
            for respondent in &survey.respondents {
                people.all.entry(code(&respondent.recipient.code).to_owned()).or_default();
            }
            let mut reported: BTreeMap<&str, Amount> = BTreeMap::new();
            for (own, id) in survey.interventions.iter().zip(area.interventions.clone()) {
                if own.included() {
                    let whose = code(&own.recipient.code);
                    let whole = people.all.entry(whose.to_owned()).or_default();
                    whole.interventions += 1;
                    whole.reported = whole.reported + own.funds.unwrap_or_default();
                    let sum = reported.entry(&own.recipient.code).or_default();
                    *sum = *sum + own.funds.unwrap_or_default();
                    people.whose.insert(id as usize, whose.to_owned());
                }
            }
            people.weigh(side, &survey.area, &reported, &code);
        }
        people
    }

    /// T and what S comes to, of the recipients of an area.
    fn weigh<'s>(
        &mut self,
        side: Side<'s>,
        area: &str,
        reported: &BTreeMap<&'s str, Amount>,
        code: &impl Fn(&'s str) -> &'s str,
    ) {
        let scope = side.weighting.money.map(|money| money.weighting);
        let mut add = |whose: &'s str, target: Fine, weighted: Fine| {
            let whole = self.all.entry(code(whose).to_owned()).or_default();
            whole.target = whole.target + target;
            whole.weighted = whole.weighted + weighted;
        };
        if scope.is_none() {
            return;
        }
        if !side.weighting.is_by_requisitions() {
            reported.iter().for_each(|(whose, sum)| add(whose, (*sum).into(), (*sum).into()));
            return;
        }
        for weight in side.weighting.weights.iter().filter(|weight| weight.area == area) {
            let own = Fine::from(weight.reported);
            let weighted = weight.factor.map_or(Fine::ZERO, |j| own.part(j.target.ore(), j.reported.ore()));
            let target = if scope == Some(WeightingScope::Area) { weighted } else { weight.target.into() };
            add(&weight.recipient.code, target, weighted);
        }
    }

    /// Funds times a factor; what was reported stays, for only its shares count.
    pub(super) fn times(&mut self, factor: Exact) {
        for whole in self.all.values_mut() {
            whole.target = whole.target.times(factor);
            whole.weighted = whole.weighted.times(factor);
        }
    }

    /// Who answered.
    pub(super) fn recipients(&self) -> impl Iterator<Item = &str> {
        self.all.keys().map(String::as_str)
    }

    /// What a recipient had in all; `None` where it did not answer.
    pub(super) fn whole(&self, recipient: &str) -> Option<Whole> {
        self.all.get(recipient).copied()
    }

    /// What each recipient had of some interventions.
    pub(super) fn own(&self, side: Side<'_>, some: &[InterventionId]) -> BTreeMap<&str, Own> {
        let mut all: BTreeMap<&str, Own> = BTreeMap::new();
        for id in some {
            let Some(whose) = self.whose.get(&id.at()) else { continue };
            let own = all.entry(whose).or_default();
            own.number += 1;
            own.reported = own.reported + side.ledger.reported(*id).unwrap_or_default();
        }
        all
    }

    /// The sums of all.
    pub(super) fn sum(&self) -> (usize, Fine) {
        let number = self.all.values().map(|whole| whole.interventions).sum();
        (number, self.all.values().map(|whole| whole.weighted).sum())
    }
}

impl Whole {
    /// The funds of a part of what was reported.
    pub(super) fn funds(&self, own: Own) -> Fine {
        self.weighted.part(own.reported.ore(), self.reported.ore())
    }
}
