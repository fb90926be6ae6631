//! What is wrong with claims before any data decide them: areas, numbers that differ between a sentence and its
//! assertion, and sentences that stand twice.

use std::collections::BTreeMap;

use super::claim::{Basis, Claim};
use super::texts::key;
use super::token::Mistake;
use super::{stated, walk};
use crate::diagnostic::{Diagnostic, did_you_mean_in_english, shown};
use crate::study::Study;

/// What is wrong, in the order of the claims.
pub(super) fn check(study: &Study, claims: &[Claim]) -> Vec<Diagnostic> {
    let areas: Vec<&str> = study.surveys.iter().map(|survey| survey.area.as_str()).collect();
    let mut messages = Vec::new();
    for claim in claims {
        messages.extend(wrong_areas(claim, &areas));
        messages.extend(other_area(claim, &areas));
        messages.extend(other_number(claim));
    }
    messages.extend(said_twice(claims));
    messages
}

/// The message for the area of a claim that the study does not have.
pub(super) fn unknown_area<'a>(claim: &Claim, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    let found = format!("{} is no area of the study, in the claim {}", shown(&claim.area), shown(&claim.id));
    Diagnostic::error(claim.place.clone(), found)
        .expected("an area of study.toml, or all")
        .action(did_you_mean_in_english(&claim.area, known.into_iter().chain(["all"])))
}

fn is_of_all(claim: &Claim) -> bool {
    claim.area.is_empty() || claim.area == "all"
}

/// Areas that do not exist: the claim's own, and those that its measures name.
fn wrong_areas(claim: &Claim, areas: &[&str]) -> Vec<Diagnostic> {
    if !is_of_all(claim) && !areas.contains(&claim.area.as_str()) {
        return vec![unknown_area(claim, areas.iter().copied())];
    }
    let Basis::Assertion(assertion) = &claim.basis else { return Vec::new() };
    let named = walk::found(assertion).areas.into_iter().flatten();
    let unknown = named.filter(|name| name.text != "all" && !areas.contains(&name.text.as_str()));
    unknown
        .map(|name| {
            Mistake::new(name.span, format!("{} is no area of the study", shown(&name.text)))
                .action(did_you_mean_in_english(&name.text, areas.iter().copied()))
                .of_claim(&claim.id, claim.assertion_place.clone())
        })
        .collect()
}

/// A claim about one area whose assertion speaks of others only.
fn other_area(claim: &Claim, areas: &[&str]) -> Option<Diagnostic> {
    let Basis::Assertion(assertion) = &claim.basis else { return None };
    if is_of_all(claim) || !areas.contains(&claim.area.as_str()) {
        return None;
    }
    let measures = walk::found(assertion).areas;
    let is_own = |named: &&[super::syntax::Named]| {
        named.is_empty() || named.iter().any(|name| name.text == "all" || name.text == claim.area)
    };
    let first = measures.iter().flat_map(|named| named.iter()).next()?;
    if measures.iter().any(is_own) {
        return None;
    }
    let (id, own, other) = (shown(&claim.id), shown(&claim.area), shown(&first.text));
    let found = format!("the claim {id} is declared for the area {own}, and its assertion speaks of {other}");
    let swedish = format!("påståendet {id} gäller enligt sin rad området {own}, men det som prövas gäller {other}");
    Some(
        Diagnostic::warning(claim.assertion_place.clone(), found)
            .expected("an assertion about the claim's own area, or the area all")
            .action("correct the column area, or the assertion")
            .in_swedish(
                swedish,
                "ett villkor om påståendets eget område, eller området all",
                "rätta kolumnen area eller villkoret",
            ),
    )
}

/// A number of the sentence that is another in the assertion.
fn other_number(claim: &Claim) -> Option<Diagnostic> {
    let Basis::Assertion(assertion) = &claim.basis else { return None };
    let (said, asserted) = stated::contradiction(&claim.statement, assertion)?;
    let found =
        format!("the sentence of the claim {} says {}, and its assertion {asserted}", shown(&claim.id), shown(&said));
    Some(Diagnostic::error(claim.assertion_place.clone(), found).expected("the same number in both").action(
        "correct the one that is wrong; where both are right, state the sentence's number in the assertion, too",
    ))
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
    let [other, id] = [first, second].map(|claim| shown(&claim.id));
    let (found, swedish) = match more.len() {
        0 if second.assertion == first.assertion => (
            format!("the claim {id} has the sentence of {other} with the same assertion"),
            format!("påståendet {id} har samma mening och samma villkor som {other}"),
        ),
        0 => (
            format!("the claim {id} has the sentence of {other} with another assertion"),
            format!("påståendet {id} har samma mening som {other} men ett annat villkor"),
        ),
        more => (
            format!("the claim {id} and {more} more have the sentence of {other}"),
            format!("påståendet {id} och {more} till har samma mening som {other}"),
        ),
    };
    Some(
        Diagnostic::warning(second.place.clone(), found)
            .expected("every sentence once")
            .action("join the assertions with ; in one claim, or remove one of them")
            .in_swedish(
                swedish,
                "varje mening en gång",
                "skriv villkoren i ett påstående, åtskilda med ;, eller ta bort det ena",
            ),
    )
}
