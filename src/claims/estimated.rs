//! Measures that rest on estimates: what a random sample says of one code, or of what has none, in one domain. Whatever asks
//! who is behind a number, no estimate covers: how many have two codes, or what a recipient has.

use std::collections::BTreeSet;

use super::facts::AreaFacts;
use super::measure::no_requisitions;
use super::range::{Range, Rests};
use super::scope::{Only, Scope, Stop};
use super::select::{Units, chosen};
use super::syntax::{Condition, MeasureKind, Named, Test};
use crate::codebook::Domain;
use crate::coding::State;
use crate::exact::Exact;
use crate::ledger::{AreaId, Estimated, Interval, Selection};
use crate::msg;

/// What a measure is in an area.
pub struct Measured {
    /// The number.
    pub range: Range,
    /// Whether it is the estimate itself: no condition leaves nothing of it.
    pub is_whole: bool,
}

/// What a measure is in an area; `None` where it rests on no estimate.
///
/// # Errors
/// [`Stop`]: also where no estimate covers what is asked.
pub fn measured(
    scope: &Scope<'_>,
    at: usize,
    kind: &MeasureKind,
    condition: Option<&Condition>,
) -> Result<Option<Measured>, Stop> {
    if scope.facts.ledger.estimates().is_empty() {
        return Ok(None);
    }
    let Some(area) = scope.area(at) else { return Ok(None) };
    let (of_codes, others) = divided(scope, area, condition)?;
    if of_codes.is_empty() {
        return Ok(None);
    }
    // What is wrong in the condition is told first.
    chosen(scope, at, Units::Interventions, condition)?;
    if scope.facts.is_earlier {
        return Err(Stop::Unknown(msg!("estimates-of-earlier-year", year = scope.facts.year.to_string())));
    }
    let counts_funds = match kind {
        MeasureKind::Interventions => false,
        MeasureKind::Funds => true,
        MeasureKind::Reported if !scope.facts.money.is_some_and(crate::study::Money::is_weighted) => true,
        _ => return Err(Stop::Unknown(msg!("estimate-of-other-measure", measure = kind.word()))),
    };
    if scope.only != Only::All {
        return Err(Stop::Unknown(msg!("estimate-of-recipient")));
    }
    let lacks_funds =
        area.interventions.iter().zip(&area.included).any(|(own, counts)| *counts && own.weighted.is_none());
    if counts_funds && lacks_funds {
        return Err(no_requisitions(area));
    }
    let range = Asked { scope, area: area.place, counts_funds }.narrowest(&of_codes)?;
    // A condition that all or none meet leaves the number as it is, or nothing of it.
    for other in others {
        let mask = chosen(&Scope { added: None, ..*scope }, at, Units::Interventions, Some(other))?;
        if mask.iter().all(|meets| !meets) {
            return Ok(Some(Measured { range: Exact::ZERO.into(), is_whole: false }));
        }
        if mask != area.included {
            return Err(Stop::Unknown(msg!("estimate-with-condition")));
        }
    }
    Ok(Some(Measured { range, is_whole: true }))
}

/// What a measure is in all areas together, where it is the estimate itself in each of them. The interval is that of the whole sample.
///
/// # Errors
/// [`Stop`].
pub fn over_areas(scope: &Scope<'_>, kind: &MeasureKind, condition: Option<&Condition>) -> Result<Range, Stop> {
    let area = scope.facts.areas.first().ok_or_else(|| Stop::Unknown(msg!("estimate-missing")))?;
    let (of_codes, _) = divided(scope, area, condition)?;
    Asked { scope, area: AreaId::ALL, counts_funds: *kind != MeasureKind::Interventions }.narrowest(&of_codes)
}

/// The parts of a condition that are about codes that are estimated in an area, and the others.
type Divided<'c> = (Vec<&'c Condition>, Vec<&'c Condition>);

fn divided<'c>(scope: &Scope<'c>, area: &AreaFacts<'_>, condition: Option<&'c Condition>) -> Result<Divided<'c>, Stop> {
    let (mut of_codes, mut others) = (Vec::new(), Vec::new());
    for part in condition.into_iter().chain(scope.added).flat_map(parts) {
        let list = if is_estimated(scope, area, part)? { &mut of_codes } else { &mut others };
        list.push(part);
    }
    Ok((of_codes, others))
}

/// The parts of a condition that must all be met.
fn parts(condition: &Condition) -> Vec<&Condition> {
    match condition {
        Condition::And(all) => all.iter().flat_map(parts).collect(),
        other => vec![other],
    }
}

/// Whether a condition is about codes that are estimated in an area.
fn is_estimated(scope: &Scope<'_>, area: &AreaFacts<'_>, condition: &Condition) -> Result<bool, Stop> {
    let of = |names: &[Named]| -> Result<bool, Stop> {
        let ledger = scope.facts.ledger;
        let estimates = |domain: &Domain| scope.facts.is_earlier || ledger.estimates_domain(area.place, *domain);
        Ok(scope.domains(names)?.is_some_and(|domains| domains.iter().any(estimates)))
    };
    match condition {
        Condition::And(all) | Condition::Or(all) => {
            all.iter().try_fold(false, |found, one| Ok(found | is_estimated(scope, area, one)?))
        }
        Condition::Not(inside) => is_estimated(scope, area, inside),
        Condition::Test(Test::Has { names, .. }) => of(names),
        Condition::Test(Test::Number { name, .. }) => of(std::slice::from_ref(name)),
        Condition::Test(_) => Ok(false),
    }
}

/// The one of several conditions that implies the others: a subcode among conditions on it and its main code.
fn narrowest<'c>(scope: &Scope<'_>, conditions: &[&'c Condition]) -> Option<&'c Condition> {
    if let [only] = conditions {
        return Some(only);
    }
    let code = |condition: &Condition| match condition {
        Condition::Test(Test::Has { names, item: None, values, negated: false }) => {
            let ([domain], [value]) = (&scope.domains(names).ok()??[..], &values[..]) else { return None };
            Some((*domain, scope.facts.book.code(*domain, &value.text)?))
        }
        _ => None,
    };
    let codes: Vec<_> = conditions.iter().map(|condition| code(condition)).collect::<Option<_>>()?;
    let implies = |(domain, own): (Domain, &crate::codebook::Code)| {
        codes.iter().all(|(of, other)| *of == domain && (other.id == own.id || other.id == own.main()))
    };
    conditions.iter().zip(&codes).find(|(_, own)| implies(**own)).map(|(condition, _)| *condition)
}

/// What is asked of the estimates of an area, or of all.
struct Asked<'s, 'c> {
    scope: &'s Scope<'c>,
    area: AreaId,
    counts_funds: bool,
}

impl Asked<'_, '_> {
    /// What several conditions on codes come to, of which one implies the others.
    fn narrowest(&self, conditions: &[&Condition]) -> Result<Range, Stop> {
        match narrowest(self.scope, conditions) {
            Some(code) => self.of(code),
            None => Err(Stop::Unknown(msg!("estimate-of-several"))),
        }
    }

    /// What a condition on codes comes to.
    fn of(&self, condition: &Condition) -> Result<Range, Stop> {
        match condition {
            Condition::Not(inside) => self.all_but(&self.of(inside)?),
            Condition::Test(Test::Has { names, values, negated, .. }) => {
                let range = self.with(&self.scope.domains(names)?.unwrap_or_default(), values)?;
                if *negated { self.all_but(&range) } else { Ok(range) }
            }
            Condition::Test(Test::Number { .. }) => Err(Stop::Unknown(msg!("estimate-of-number-of-codes"))),
            _ => Err(Stop::Unknown(msg!("estimate-of-several"))),
        }
    }

    /// Those with one of the values: no intervention has a code and none, so a code and states are added up.
    fn with(&self, domains: &[Domain], values: &[Named]) -> Result<Range, Stop> {
        let several = || Stop::Unknown(msg!("estimate-of-several"));
        let [domain] = domains else { return Err(several()) };
        let (area, ledger) = (self.area, self.scope.facts.ledger);
        let (mut selections, mut codes) = (BTreeSet::new(), BTreeSet::new());
        for value in values {
            let states: Vec<State> = self.scope.states(domains, value);
            selections.extend(states.iter().map(|state| Selection::Without(area, *domain, *state)));
            if states.is_empty() {
                let code = self.scope.code(domains, value)?;
                codes.extend(ledger.code_id(*domain, code).map(|code| Selection::Code(area, *domain, code)));
            }
        }
        if codes.len() > 1 {
            return Err(several());
        }
        let mut sum = Range::from(Exact::ZERO);
        for selection in selections.into_iter().chain(codes) {
            sum = sum.plus(&self.estimate(*domain, selection)?).ok_or_else(too_large)?;
        }
        Ok(sum)
    }

    fn estimate(&self, domain: Domain, selection: Selection) -> Result<Range, Stop> {
        let own = self.scope.facts.ledger.estimated(selection);
        let own = own.ok_or_else(|| Stop::Unknown(msg!("estimate-missing")))?;
        range(self.scope, own, self.counts_funds, (self.area, domain))
    }

    /// All interventions of the area but some.
    fn all_but(&self, some: &Range) -> Result<Range, Stop> {
        Range::from(all(self.scope, self.area, self.counts_funds)).minus(some).ok_or_else(too_large)
    }
}

/// What a cell of a table may be that counts, or sums, what is estimated. The table has the number as it is published.
pub fn cell(scope: &Scope<'_>, selection: Selection, counts_funds: bool, number: Exact) -> Result<Range, Stop> {
    let (Selection::Code(area, domain, _)
    | Selection::Without(area, domain, _)
    | Selection::WithoutSubcode(area, domain, _)) = selection
    else {
        return Ok(number.into());
    };
    let Some(own) = scope.facts.ledger.estimated(selection) else { return Ok(number.into()) };
    range(scope, own, counts_funds, (area, domain))
}

/// An estimate as a range; where its interval was refused it may be nothing or all.
fn range(
    scope: &Scope<'_>,
    own: &Estimated,
    counts_funds: bool,
    (area, domain): (AreaId, Domain),
) -> Result<Range, Stop> {
    let (point, ends) = match counts_funds {
        true => (own.funds.into(), own.amounts.map(|Interval { low, high }| [low, high].map(Exact::from))),
        false => (Exact::count(own.number), own.numbers.map(|Interval { low, high }| [low, high].map(Exact::count))),
    };
    let areas = match area {
        AreaId::ALL => (0..scope.facts.ledger.areas.len()).map(AreaId::new).collect(),
        one => vec![one],
    };
    let rests = Rests { on: areas.into_iter().map(|area| (area, domain)).collect(), refused: ends.is_none() };
    let [low, high] = ends.unwrap_or_else(|| [Exact::ZERO, all(scope, area, counts_funds)]);
    let (step, width) = ((!counts_funds).then_some(Exact::ONE), if rests.refused { Exact::ONE } else { scope.width });
    Range::estimated(point, Interval { low, high }, (width, step), rests).ok_or_else(too_large)
}

/// The number of all interventions of an area, or of all areas, or their funds.
fn all(scope: &Scope<'_>, area: AreaId, counts_funds: bool) -> Exact {
    let all = scope.facts.ledger.counted(Selection::Area(area));
    if counts_funds { all.funds.into() } else { Exact::count(all.number) }
}

fn too_large() -> Stop {
    Stop::Unknown(msg!("numbers-too-large-to-compare"))
}
