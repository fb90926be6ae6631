//! The totals of areas.

use std::ops::Add;

use rayon::prelude::*;

use crate::coding::Codings;
use crate::money::Amount;
use crate::register::Level;
use crate::survey::Survey;
use crate::weighting::{Weight, Weighting};

/// The totals of an area.
#[derive(Clone, Debug)]
pub struct AreaTotal {
    /// The area.
    pub area: String,
    /// The respondents' level.
    pub level: Level,
    /// How many answered.
    pub respondents: usize,
    /// How many interventions count (n).
    pub interventions: usize,
    /// How many were excluded as incomplete.
    pub excluded: usize,
    /// How many have at least one code.
    pub coded: usize,
    /// Its funds; `None` in a study without funds.
    pub funds: Option<FundsTotal>,
}

/// The funds of an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FundsTotal {
    /// S.
    pub reported: Amount,
    /// What the excluded reported, as far as they reported an amount.
    pub excluded: Option<Amount>,
    /// What S was weighted to; `None` where reported funds count as they are.
    pub weighted: Option<WeightedTotal>,
}

/// What reported funds were weighted to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightedTotal {
    /// T of those who answered.
    pub target: Amount,
    /// The part of T that interventions got; the rest could not be divided.
    pub attributed: Amount,
    /// The smallest and the largest J.
    pub factors: Option<(f64, f64)>,
}

impl FundsTotal {
    /// What the funds of interventions are a part of: T, or S where nothing is weighted.
    pub fn counted(&self) -> Amount {
        self.weighted.map_or(self.reported, |weighted| weighted.target)
    }

    /// This and another area's.
    pub fn and(self, other: Self) -> Self {
        let (weighted, of_other) = (self.weighted, other.weighted);
        Self {
            reported: self.reported + other.reported,
            excluded: [self.excluded, other.excluded].into_iter().flatten().reduce(Amount::add),
            weighted: [weighted, of_other].into_iter().flatten().reduce(WeightedTotal::and),
        }
    }
}

impl WeightedTotal {
    fn of<'a>(weights: impl Iterator<Item = &'a Weight> + Clone) -> Self {
        let target: Amount = weights.clone().map(|w| w.target).sum();
        let not_attributed: Amount = weights.clone().map(|w| w.not_attributed).sum();
        let factors = weights.filter_map(|w| w.factor).map(|factor| (factor.value(), factor.value()));
        Self { target, attributed: target - not_attributed, factors: factors.reduce(widest) }
    }

    /// The part of T that could not be divided.
    pub fn not_attributed(&self) -> Amount {
        self.target - self.attributed
    }

    fn and(self, other: Self) -> Self {
        Self {
            target: self.target + other.target,
            attributed: self.attributed + other.attributed,
            factors: [self.factors, other.factors].into_iter().flatten().reduce(widest),
        }
    }
}

fn widest((low, high): (f64, f64), (other_low, other_high): (f64, f64)) -> (f64, f64) {
    (low.min(other_low), high.max(other_high))
}

fn excluded_reported(survey: &Survey) -> Option<Amount> {
    let excluded = survey.interventions.iter().filter(|intervention| !intervention.included());
    let reported: Vec<Amount> = excluded.filter_map(|intervention| intervention.funds).collect();
    (!reported.is_empty()).then(|| reported.into_iter().sum())
}

fn funds(survey: &Survey, weighting: &Weighting) -> FundsTotal {
    let weights = weighting.weights.iter().filter(|w| w.area == survey.area);
    FundsTotal {
        reported: survey.included().filter_map(|i| i.funds).sum(),
        excluded: excluded_reported(survey),
        weighted: weighting.is_by_requisitions().then(|| WeightedTotal::of(weights)),
    }
}

pub(super) fn total(survey: &Survey, level: Level, codings: &Codings, weighting: &Weighting) -> AreaTotal {
    let interventions = survey.included().count();
    let has_code = |id: &str| codings.domains().any(|domain| codings.of(id, domain).len() > 0);
    AreaTotal {
        area: survey.area.clone(),
        level,
        respondents: survey.respondents.len(),
        interventions,
        excluded: survey.interventions.len() - interventions,
        coded: survey.interventions.par_iter().filter(|i| i.included() && has_code(&i.id)).count(),
        funds: weighting.money.map(|_| funds(survey, weighting)),
    }
}
