//! A comparison of the same value among those who answered different surveys: *more common in the regions' interventions than in the
//! municipalities'*.

use super::areas::Areas;
use super::mention::Breakdowns;
use super::place::Place;
use super::ranked::shares;
use super::sides::{SURELY, Sides};
use super::{Told, Truth};
use crate::claims::numbers::Figure;
use crate::claims::{Measured, Tallied, Tally};
use crate::exact::Exact;

/// A value in two areas.
struct Pair<'t> {
    here: (&'t Tally, &'t Tallied),
    there: (&'t Tally, &'t Tallied),
    coverage: f64,
}

/// What the data say of it: both sides name who answered, and the first a value that both have.
pub(super) fn told(
    (known, areas): (&Breakdowns<'_>, &Areas),
    place: &Place<'_>,
    sides: &Sides,
    figure: &Figure,
    said: std::cmp::Ordering,
) -> Option<Told> {
    let (one, other) = (areas.only_named(&sides.left.text)?, areas.only_named(&sides.right.text)?);
    let mut found: Vec<Pair<'_>> = Vec::new();
    for (here, there) in areas.same_subject(one, other).filter(|(here, there)| {
        // Where the sentence stands in an area of neither, it may be of any.
        place.title.is_empty() || [here, there].contains(&&place.area)
    }) {
        let named: Vec<_> =
            [&sides.left, &sides.right].iter().flat_map(|side| known.named(here, &side.tokens)).collect();
        let mut meant = known.mentions(here, &[Measured::Interventions], &sides.left.tokens);
        meant.retain(|own| !own.tally.is_of_subcodes && (named.is_empty() || named.contains(&own.tally.of.as_str())));
        for own in meant {
            let is_it = |tally: &&Tally| {
                (&tally.of, tally.measured, &tally.answers) == (&own.tally.of, own.tally.measured, &own.tally.answers)
                    && !tally.is_of_subcodes
            };
            let value = |tally: &Tally| tally.values.iter().position(|value| value.label == own.value.label);
            let beside =
                known.tallies(there).filter(is_it).find_map(|tally| Some((tally, &tally.values[value(tally)?])));
            found.extend(beside.map(|there| Pair { here: (own.tally, own.value), there, coverage: own.coverage }));
        }
    }
    let share = |(tally, value): (&Tally, &Tallied)| value.number.over(tally.base).unwrap_or(Exact::ZERO);
    let is_so = |pair: &Pair<'_>| share(pair.here).cmp(&share(pair.there)) == said;
    if found.first().is_some_and(is_so) && found.iter().all(is_so) {
        return Some(Told::Shown);
    }
    let pair = found.first().filter(|pair| pair.coverage >= SURELY)?;
    let counts = |pair: &Pair<'_>| pair.here.1.number.cmp(&pair.there.1.number) == said;
    // In numbers it may be so where in shares it is not.
    if found.iter().any(|pair| is_so(pair) || counts(pair)) || !place.years.is_empty() {
        return None;
    }
    let truth = shares(&[(one, share(pair.here)), (other, share(pair.there))], place.language);
    let range = sides.range.start.min(figure.range.start)..sides.range.end;
    Some(Told::Other(Truth { range, truth, of: pair.here.1.label.clone(), corrected: None, is_certain: false }))
}
