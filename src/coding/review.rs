//! What people should look at first in what rules have coded.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Codings;
use super::rules::{domains_of, text};
use crate::codebook::{Codebook, Domain};
use crate::money::Amount;
use crate::msg;
use crate::study::Study;
use crate::survey::{Input, Unit};
use crate::weighting::Weighting;
use crate::wording::{Arg, Message, joined};

/// A study that rules have coded.
pub struct Coded<'a> {
    /// What it declares.
    pub study: &'a Study,
    /// Its codebook.
    pub book: &'a Codebook,
    /// Its interventions, and who answered open questions.
    pub input: &'a Input,
    /// Their codes.
    pub codings: &'a Codings,
    /// Their funds.
    pub weighting: &'a Weighting,
}

/// An intervention in a domain that a person should look at.
pub struct Concern {
    /// Its funds: what is at stake.
    pub funds: Amount,
    /// The intervention.
    pub intervention: String,
    /// The domain.
    pub domain: Domain,
    /// Its area.
    pub area: String,
    /// Why.
    pub reason: Arg,
    /// The codes that it has.
    pub codes: String,
}

/// By domain with rules: interventions coded, interventions without a code, funds of those.
pub fn totals(coded: &Coded<'_>) -> Vec<(Domain, usize, usize, Amount)> {
    let units: Vec<_> = coded.input.units().collect();
    let mut totals = Vec::new();
    for domain in coded.book.domains() {
        let can_have = |unit: &Unit| domains_of(coded.book, unit).any(|own| own == domain);
        let units = units.iter().filter(|unit| can_have(unit));
        let asked: Vec<_> = units.filter(|i| coded.codings.rules.of(&i.id, domain).is_some()).collect();
        let without: Vec<_> = asked.iter().filter(|i| coded.codings.of(&i.id, domain).len() == 0).collect();
        if !asked.is_empty() {
            let funds = without.iter().map(|i| coded.weighting.of(&i.id).unwrap_or_default()).sum();
            totals.push((domain, asked.len() - without.len(), without.len(), funds));
        }
    }
    totals
}

/// The interventions without a code in a domain that describes every intervention, with the reason.
pub fn uncoded(coded: &Coded<'_>) -> Vec<Concern> {
    concerns(coded, |intervention, domain| {
        let reading = coded.codings.rules.of(&intervention.id, domain)?;
        if !reading.codes.is_empty() || domain.is_optional() {
            return None;
        }
        Some(match reading.doubts.as_slice() {
            _ if blank(coded, intervention, domain) => msg!("concern-no-text").into(),
            [] => msg!("concern-no-match").into(),
            doubts => joined(doubts, "; "),
        })
    })
}

fn blank(coded: &Coded<'_>, intervention: &Unit, domain: Domain) -> bool {
    let text = text(intervention, domain);
    text.trim().is_empty() || coded.study.complete.placeholders.has(&text)
}

/// What people should look at first: no code, a tie, weak or contradicted evidence, other final codes, the same text coded
/// differently.
pub fn review(coded: &Coded<'_>) -> Vec<Concern> {
    let different = coded_differently(coded);
    concerns(coded, |intervention, domain| {
        let reading = coded.codings.rules.of(&intervention.id, domain)?;
        let mut reasons = reading.doubts.clone();
        if reading.codes.is_empty() && !domain.is_optional() && !blank(coded, intervention, domain) {
            reasons.insert(0, msg!("concern-no-code"));
        }
        reasons.extend(different.get(&(&*intervention.id, domain)).cloned());
        reasons.extend(contradicted(coded, intervention, domain));
        (!reasons.is_empty()).then(|| joined(reasons, "; "))
    })
}

/// The final codes, where none of them has a main code in common with those of the rules.
fn contradicted(coded: &Coded<'_>, intervention: &Unit, domain: Domain) -> Option<Message> {
    let main = |id: &str| coded.book.code(domain, id).map_or(id, |code| code.main()).to_owned();
    let finals = coded.codings.finals.of(&intervention.id, domain);
    let mut given = coded.codings.of(&intervention.id, domain).map(|(code, _)| main(code)).peekable();
    let apart =
        given.peek().is_some() && !finals.is_empty() && !given.any(|code| finals.iter().any(|own| main(own) == code));
    apart.then(|| msg!("concern-other-final-codes", codes = joined(finals, " ")))
}

/// Interventions that people coded otherwise than another one with the same text: with the codes that it has elsewhere.
fn coded_differently<'c>(coded: &Coded<'c>) -> BTreeMap<(&'c str, Domain), Message> {
    let finals = &coded.codings.finals;
    if finals.is_empty() {
        return BTreeMap::new();
    }
    let mut same: BTreeMap<(Domain, String), Vec<&str>> = BTreeMap::new();
    for intervention in coded.input.units() {
        for domain in domains_of(coded.book, intervention).filter(|d| !d.is_optional()) {
            if !blank(coded, intervention, domain) {
                let text = text(intervention, domain).to_lowercase();
                same.entry((domain, text)).or_default().push(&intervention.id);
            }
        }
    }
    let mut different = BTreeMap::new();
    for ((domain, _), ids) in same {
        let sets: BTreeSet<_> = ids.iter().map(|id| finals.of(id, domain)).collect();
        if sets.len() < 2 {
            continue;
        }
        for id in ids {
            let others = sets.iter().filter(|set| **set != finals.of(id, domain)).map(|set| match set {
                [] => msg!("concern-none").into(),
                codes => joined(*codes, " "),
            });
            let either = |one: Arg, other: Arg| msg!("concern-or", one, other).into();
            let codes = others.reduce(either);
            different.insert((id, domain), msg!("concern-coded-differently", codes));
        }
    }
    different
}

/// What a question finds in any intervention and domain, by the funds at stake.
fn concerns(coded: &Coded<'_>, ask: impl Fn(&Unit, Domain) -> Option<Arg>) -> Vec<Concern> {
    let mut all = Vec::new();
    for intervention in coded.input.units() {
        for domain in domains_of(coded.book, intervention) {
            let Some(reason) = ask(intervention, domain) else { continue };
            let codes = coded.codings.of(&intervention.id, domain).map(|(code, _)| code);
            all.push(Concern {
                funds: coded.weighting.of(&intervention.id).unwrap_or_default(),
                intervention: intervention.id.to_string(),
                domain,
                area: intervention.area.to_string(),
                reason,
                codes: codes.collect::<Vec<_>>().join("; "),
            });
        }
    }
    all.sort_by(|a, b| {
        (Reverse(a.funds), &a.intervention, a.domain).cmp(&(Reverse(b.funds), &b.intervention, b.domain))
    });
    all
}
