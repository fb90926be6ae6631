//! Questions about another year: where they are asked, and what is told of years that cannot be compared.

use std::collections::BTreeMap;

use super::dated::named_twice;
use super::facts::{AreaFacts, Facts};
use super::scope::{Only, Scope, Stop};
use super::syntax::{Assertion, Year};
use super::token::Mistake;
use super::walk;
use crate::msg;
use crate::wording::{Arg, Message, all_of, joined};

/// Asks something in a year; `None` asks in the year of the scope. What is known now and was not then cannot be decided.
///
/// # Errors
/// [`Stop`].
pub fn in_year<T>(
    scope: &Scope<'_>,
    year: Option<Year>,
    ask: impl Fn(&Scope<'_>) -> Result<T, Stop>,
) -> Result<T, Stop> {
    let Some(year) = year.filter(|year| year.number != scope.facts.year) else { return ask(scope) };
    if scope.facts.is_earlier {
        return Err(named_twice(year).into());
    }
    if scope.only != Only::All || scope.row.is_some() {
        return Err(Mistake::new(year.span, msg!("year-of-one")).into());
    }
    let facts = of_year(scope.facts, year)?;
    let (areas, missing) = areas_then(scope, facts);
    let all: Vec<usize> = (0..facts.areas.len()).collect();
    let known = if scope.known.len() == scope.facts.areas.len() { &all } else { &areas };
    let then = Scope { facts, areas: &areas, missing, known, ..*scope };
    match ask(&then) {
        // Nobody can name what is known in neither year.
        Err(Stop::Wrong(mistake)) if !matches!(ask(scope), Err(Stop::Wrong(_))) => {
            Err(not_known(year.number, &mistake))
        }
        asked => asked,
    }
}

/// What a year does not have and another has: nothing can be decided of it.
pub(super) fn not_known(year: i64, mistake: &Mistake) -> Stop {
    Stop::Unknown(msg!("not-known-then", year = year.to_string(), why = mistake.message().message().clone()))
}

/// What is asked of this year, where only the earlier one has it.
pub(super) fn or_gone<T, E>(scope: &Scope<'_>, now: Result<T, Stop>, then: Result<E, Stop>) -> Result<T, Stop> {
    match (now, then) {
        (Err(Stop::Wrong(mistake)), Ok(_)) => Err(not_known(scope.facts.year, &mistake)),
        (now, _) => now,
    }
}

/// The data of an earlier year.
fn of_year<'c>(facts: &'c Facts<'c>, year: Year) -> Result<&'c Facts<'c>, Stop> {
    facts.earlier.get(&year.number).ok_or_else(|| {
        if !facts.missing.is_empty() {
            let (year, folders) = (year.number.to_string(), all_of(facts.missing.iter().copied()));
            return Stop::Unknown(msg!("study-of-year-missing", year, folders));
        }
        let known: Vec<String> = facts.earlier.keys().chain([&facts.year]).map(ToString::to_string).collect();
        let years = joined(known, ", ");
        Mistake::new(year.span, msg!("assertion-year-unknown", year = year.number.to_string(), years)).into()
    })
}

/// Since the study's own year nothing has changed.
pub(super) fn is_earlier(scope: &Scope<'_>, since: Year) -> Result<(), Stop> {
    if since.number != scope.facts.year {
        return Ok(());
    }
    let years = joined(scope.facts.earlier.keys().map(ToString::to_string), ", ");
    let year = since.number.to_string();
    Err(match scope.facts.earlier.is_empty() {
        true => Mistake::new(since.span, msg!("since-own-year-alone", year)),
        false => Mistake::new(since.span, msg!("since-own-year", year, years)),
    }
    .into())
}

/// What the areas of a scope were then, and the first that was not there.
fn areas_then<'c>(scope: &Scope<'c>, then: &Facts<'_>) -> (Vec<usize>, Option<&'c str>) {
    if scope.is_whole {
        return ((0..then.areas.len()).collect(), None);
    }
    let (mut areas, mut missing) = (Vec::new(), None);
    for area in scope.areas.iter().filter_map(|at| scope.area(*at)) {
        let then = then.areas.iter().enumerate().filter(|(_, own)| own.id == area.id).map(|(at, _)| at);
        let before = areas.len();
        areas.extend(then);
        missing = missing.or((areas.len() == before).then_some(area.id));
    }
    (areas, missing)
}

/// Whether a break is declared of an area since a year.
///
/// # Errors
/// A year that is not known; an area that was not there.
pub fn is_broken(scope: &Scope<'_>, area: usize, year: Year) -> Result<bool, Stop> {
    let then = of_year(scope.facts, year)?;
    let own = [area];
    let (areas, missing) = areas_then(&Scope { areas: &own, is_whole: false, ..*scope }, then);
    Scope { facts: then, missing, ..*scope }.own_areas()?;
    Ok(areas.iter().filter_map(|at| then.areas.get(*at)).any(|own| own.broken.is_some()))
}

/// What was computed, and why years that it speaks of cannot be compared.
pub(super) fn with_breaks(scope: &Scope<'_>, assertion: &Assertion, computed: String, called: Called<'_>) -> String {
    let breaks = breaks(scope, &walk::found(assertion), called);
    if breaks.is_empty() || computed.is_empty() {
        return computed;
    }
    let breaks = joined(breaks, "; ");
    msg!("computed-with-breaks", computed, breaks).text(scope.facts.language)
}

/// What an area is called.
pub(super) type Called<'c> = &'c dyn Fn(&AreaFacts<'_>) -> Arg;

/// As assertions call it.
pub(super) fn by_id(area: &AreaFacts<'_>) -> Arg {
    area.id.into()
}

/// As readers call it.
pub(super) fn by_title(area: &AreaFacts<'_>) -> Arg {
    area.title.into()
}

/// Why the years that are named cannot be compared with this one.
pub(super) fn breaks(scope: &Scope<'_>, found: &walk::Found<'_>, called: Called<'_>) -> Vec<Message> {
    let mut breaks: BTreeMap<(i64, &str, &str), &AreaFacts<'_>> = BTreeMap::new();
    for (year, own) in &found.years {
        let Some(then) = scope.facts.earlier.get(&year.number) else { continue };
        let areas: Vec<usize> = match own.names {
            _ if own.is_by_area => (0..then.areas.len()).collect(),
            names if names.iter().any(|name| name.text == "all") => (0..then.areas.len()).collect(),
            [] => areas_then(scope, then).0,
            names => names.iter().flat_map(|name| then.areas_called(&name.text)).collect(),
        };
        let areas = areas.iter().filter_map(|at| then.areas.get(*at));
        let broken =
            areas.filter_map(|area| Some(((year.number, area.id, area.broken?.get(scope.facts.language)), area)));
        breaks.extend(broken);
    }
    let told = |((year, _, why), area): ((i64, &str, &str), &AreaFacts<'_>)| {
        msg!("year-broken", year = year.to_string(), area = called(area), why = why.trim_end_matches('.'))
    };
    breaks.into_iter().map(told).collect()
}
