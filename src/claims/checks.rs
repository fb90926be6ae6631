//! What is wrong with claims before any data decide them: areas, numbers that differ between a sentence and its
//! assertion, and sentences that stand twice.

use std::collections::BTreeMap;

use super::claim::{Basis, Claim};
use super::syntax::{Measure, Unit, Year};
use super::texts::key;
use super::token::Mistake;
use super::{stated, walk};
use crate::diagnostic::{Diagnostic, did_you_mean, shown};
use crate::money::Currency;
use crate::msg;
use crate::study::{Money, Study};
use crate::wording::{all_of, joined};

/// What is wrong, in the order of the claims.
pub(super) fn check(study: &Study, claims: &[Claim]) -> Vec<Diagnostic> {
    let areas: Vec<&str> = study.surveys.iter().map(|survey| survey.area.as_str()).collect();
    let mut messages = Vec::new();
    for claim in claims {
        messages.extend(wrong_areas(claim, &areas, study));
        messages.extend(other_area(claim, &areas, study));
        messages.extend(other_number(claim));
        messages.extend(unknown_funds(claim, study.money));
        messages.extend(other_currency(claim, study.currency()));
    }
    messages.extend(said_twice(claims));
    messages
}

/// The message for the area of a claim that the study does not have.
pub(super) fn unknown_area<'a>(claim: &Claim, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    let suggestion = did_you_mean(&claim.area, known.into_iter().chain(["all"]));
    let message = msg!("claim-area-unknown", area = shown(&claim.area), claim = shown(&claim.id), suggestion);
    Diagnostic::error(claim.place.clone(), message)
}

fn is_of_all(claim: &Claim) -> bool {
    claim.area.is_empty() || claim.area == "all"
}

/// Areas that do not exist: the claim's own, and those that its measures name.
fn wrong_areas(claim: &Claim, areas: &[&str], study: &Study) -> Vec<Diagnostic> {
    if !is_of_all(claim) && !areas.contains(&claim.area.as_str()) {
        return vec![unknown_area(claim, areas.iter().copied())];
    }
    let Basis::Assertion(assertion) = &claim.basis else { return Vec::new() };
    let named = walk::found(assertion).areas.into_iter().flat_map(|own| own.names.iter().map(move |name| (name, own)));
    // Where a study is not there nobody knows its areas.
    let may_be_missing = |own: &walk::Areas<'_>| own.year.is_some() && study.missing_earlier().next().is_some();
    let unknown = named.filter(|(name, own)| {
        !may_be_missing(own)
            && name.text != "all"
            && !areas.contains(&name.text.as_str())
            && then(study, own.year, &name.text).is_none()
    });
    unknown
        .map(|(name, own)| {
            let of_then = areas_then(study, own.year).map(|(then, _)| then);
            let suggestion = did_you_mean(&name.text, areas.iter().copied().chain(of_then));
            Mistake::new(name.span, msg!("assertion-area-unknown", area = shown(&name.text), suggestion))
                .of_claim(&claim.id, claim.assertion_place.clone())
        })
        .collect()
}

/// The areas of an earlier year, by the ids of then and of now.
fn areas_then(study: &Study, year: Option<Year>) -> impl Iterator<Item = (&str, &str)> {
    let of_year = study.earlier_with_surveys().filter(move |(_, other)| year.is_some_and(|y| y.number == other.year));
    of_year.flat_map(|(own, other)| other.surveys.iter().map(|s| (s.area.as_str(), own.area_now(&s.area))))
}

/// What an area that is called so then is called now.
fn then<'s>(study: &'s Study, year: Option<Year>, name: &str) -> Option<&'s str> {
    areas_then(study, year).find(|(then, _)| *then == name).map(|(_, now)| now)
}

/// A claim about one area whose assertion speaks of others only.
fn other_area(claim: &Claim, areas: &[&str], study: &Study) -> Option<Diagnostic> {
    let Basis::Assertion(assertion) = &claim.basis else { return None };
    if is_of_all(claim) || !areas.contains(&claim.area.as_str()) {
        return None;
    }
    let measures = walk::found(assertion).areas;
    let is_own = |own: &walk::Areas<'_>| {
        let is_meant = |name: &str| {
            name == "all" || name == claim.area || then(study, own.year, name) == Some(claim.area.as_str())
        };
        own.names.is_empty() || own.names.iter().any(|name| is_meant(&name.text))
    };
    let first = measures.iter().flat_map(|own| own.names).next()?;
    if measures.iter().any(is_own) {
        return None;
    }
    let (id, own, other) = (shown(&claim.id), shown(&claim.area), shown(&first.text));
    let message = msg!("claim-of-other-area", claim = id, own, other);
    Some(Diagnostic::warning(claim.assertion_place.clone(), message))
}

/// A number of the sentence that is another in the assertion.
fn other_number(claim: &Claim) -> Option<Diagnostic> {
    let Basis::Assertion(assertion) = &claim.basis else { return None };
    let (said, asserted) = stated::contradiction(&claim.statement, assertion)?;
    let message = msg!("claim-of-other-number", claim = shown(&claim.id), said = shown(&said), asserted);
    Some(Diagnostic::error(claim.assertion_place.clone(), message))
}

/// Measures of funds that the study does not know: of all funds, or of what was requisitioned where nothing is weighted.
fn unknown_funds(claim: &Claim, money: Option<Money>) -> Option<Diagnostic> {
    let Basis::Assertion(assertion) = &claim.basis else { return None };
    let measures = walk::found(assertion).measures;
    let wrong = |measure: &&&Measure| match money {
        None => measure.kind.is_funds() || measure.kind.is_of_requisitions(),
        Some(money) => !money.is_weighted() && measure.kind.is_of_requisitions(),
    };
    let measure = measures.iter().find(wrong)?;
    let message = match money {
        None => msg!("claim-of-no-funds", measure = measure.kind.word()),
        Some(_) => msg!("claim-of-no-requisitions", measure = measure.kind.word()),
    };
    Some(Mistake::new(measure.span, message).of_claim(&claim.id, claim.assertion_place.clone()))
}

/// Kronor, or amounts in another currency, in a study that is not in it.
fn other_currency(claim: &Claim, own: Currency) -> Option<Diagnostic> {
    let Basis::Assertion(assertion) = &claim.basis else { return None };
    let found = walk::found(assertion);
    let written = |measure: &&&Measure| {
        let text: String = claim.assertion.chars().skip(measure.span.start).collect();
        own != Currency::Sek && text.starts_with("kronor")
    };
    let (currency, id) = (own.in_unit(1), shown(&claim.id));
    if let Some(measure) = found.measures.iter().find(written) {
        let mistake = Mistake::new(measure.span, msg!("claim-of-kronor", currency));
        return Some(mistake.of_claim(&claim.id, claim.assertion_place.clone()));
    }
    let other = found.units.iter().find_map(|unit| match unit {
        Unit::Money(_, other) if *other != own => Some((unit.word(), other.in_unit(1))),
        _ => None,
    });
    let (word, other) = other?;
    let units = joined(own.units().map(|(word, _)| word), ", ");
    let message = msg!("claim-of-other-currency", claim = id, word, other, currency, units);
    Some(Diagnostic::error(claim.assertion_place.clone(), message))
}

/// Sentences that stand twice for an area: nobody can tell which of the assertions is meant.
fn said_twice(claims: &[Claim]) -> Vec<Diagnostic> {
    let mut sentences: BTreeMap<(&str, String), Vec<&Claim>> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| matches!(claim.basis, Basis::Assertion(_))) {
        sentences.entry((claim.area.as_str(), key(&claim.statement))).or_default().push(claim);
    }
    sentences.retain(|(_, sentence), _| !sentence.is_empty());
    sentences.values().filter_map(|same| twice(same)).collect()
}

/// The message about claims with the same sentence; nothing where there is one.
fn twice(claims: &[&Claim]) -> Option<Diagnostic> {
    let [first, second, more @ ..] = claims else { return None };
    let [other, claim] = [first, second].map(|claim| shown(&claim.id));
    let message = match more.len() {
        0 if second.assertion == first.assertion => msg!("claim-twice", claim, other),
        0 => msg!("sentence-twice", claim, other),
        _ => {
            let claims = all_of(claims[1..].iter().map(|claim| shown(&claim.id)));
            msg!("sentence-many-times", claims, other)
        }
    };
    Some(Diagnostic::warning(second.place.clone(), message))
}
