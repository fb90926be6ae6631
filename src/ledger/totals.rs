//! The totals of areas.

use crate::coding::Codings;
use crate::money::{Amount, Kronor};
use crate::register::Level;
use crate::survey::Survey;
use crate::weighting::{Factor, Weight, Weighting};

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
    /// What the excluded reported, as far as they reported an amount.
    pub excluded_reported: Option<Amount>,
    /// How many have at least one code.
    pub coded: usize,
    /// S.
    pub reported: Amount,
    /// T of those who answered.
    pub target: Kronor,
    /// The part of T that interventions got; the rest could not be divided.
    pub attributed: Kronor,
    /// The smallest and the largest J.
    pub factors: Option<(f64, f64)>,
}

fn excluded_reported(survey: &Survey) -> Option<Amount> {
    let excluded = survey.interventions.iter().filter(|intervention| !intervention.included());
    let reported: Vec<Amount> = excluded.filter_map(|intervention| intervention.funds).collect();
    (!reported.is_empty()).then(|| reported.into_iter().sum())
}

pub(super) fn total(survey: &Survey, level: Level, codings: &Codings, weighting: &Weighting) -> AreaTotal {
    let weights: Vec<&Weight> = weighting.weights.iter().filter(|w| w.area == survey.area).collect();
    let interventions = survey.included().count();
    let has_code = |id: &str| codings.domains().any(|domain| codings.of(id, domain).len() > 0);
    let factors = weights.iter().filter_map(|w| w.factor).map(Factor::value);
    let target: Kronor = weights.iter().map(|w| w.target).sum();
    let not_attributed: Kronor = weights.iter().map(|w| w.not_attributed).sum();
    AreaTotal {
        area: survey.area.clone(),
        level,
        respondents: survey.respondents.len(),
        interventions,
        excluded: survey.interventions.len() - interventions,
        excluded_reported: excluded_reported(survey),
        coded: survey.included().filter(|i| has_code(&i.id)).count(),
        reported: weights.iter().map(|w| w.reported).sum(),
        target,
        attributed: target - not_attributed,
        factors: factors.fold(None, |range, j| {
            let (low, high) = range.unwrap_or((j, j));
            Some((f64::min(low, j), f64::max(high, j)))
        }),
    }
}
