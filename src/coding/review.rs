//! What people should look at first in what rules have coded.

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

/// An answer that a person should look at.
pub struct Concern<'a> {
    /// Whose it is.
    pub unit: &'a Unit,
    /// The domain.
    pub domain: Domain,
    /// Why.
    pub reasons: Vec<Message>,
    /// How little is known, from 0 to 1: 1 where there is no code, 0 where there is nothing to read.
    pub uncertainty: f64,
}

/// How little is known where rules gave codes of which something speaks against.
const DOUBTED: f64 = 0.5;

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

fn blank(coded: &Coded<'_>, intervention: &Unit, domain: Domain) -> bool {
    let text = text(intervention, domain);
    text.trim().is_empty() || coded.study.complete.placeholders.has(&text)
}

impl<'a> Coded<'a> {
    /// What people should look at, unit by unit. Where nobody has decided: no code, a tie, weak or contradicted evidence. Where somebody
    /// has: other final codes than those of the rules, the same text coded differently.
    pub fn concerns(&self) -> Vec<Concern<'a>> {
        let different = coded_differently(self);
        let mut all = Vec::new();
        for unit in self.input.units() {
            for domain in domains_of(self.book, unit) {
                let mut concern = Concern { unit, domain, reasons: Vec::new(), uncertainty: DOUBTED };
                match self.codings.is_decided(&unit.id, domain) {
                    true => {
                        concern.reasons.extend(different.get(&(&*unit.id, domain)).cloned());
                        concern.reasons.extend(contradicted(self, unit, domain));
                    }
                    false => self.undecided(&mut concern),
                }
                all.extend(Some(concern).filter(|concern| !concern.reasons.is_empty()));
            }
        }
        all
    }

    /// What rules leave open about an answer that nobody has decided on.
    fn undecided(&self, concern: &mut Concern<'_>) {
        let Concern { unit, domain, .. } = *concern;
        let Some(reading) = self.codings.rules.of(&unit.id, domain) else { return };
        let is_gap = reading.codes.is_empty() && !domain.is_optional();
        if is_gap && blank(self, unit, domain) {
            (concern.reasons, concern.uncertainty) = (vec![msg!("concern-no-text")], 0.0);
            return;
        }
        if is_gap {
            concern.uncertainty = 1.0;
            concern.reasons.push(if reading.doubts.is_empty() {
                msg!("concern-no-match")
            } else {
                msg!("concern-no-code")
            });
        }
        concern.reasons.extend(reading.doubts.iter().cloned());
    }
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
