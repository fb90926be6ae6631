//! What a pattern would gain and lose as evidence for a code, before anybody saves it.

use std::cmp::Reverse;

use serde::Serialize;

use super::suggested::add_rules;
use super::{Review, Reviewed};
use crate::codebook::Codebook;
use crate::coding::blind::Blind;
use crate::coding::effect::{Effect, Flip, NewPattern, effect};
use crate::coding::rules::RuleCodings;
use crate::decisions::Lock;
use crate::money::Amount;
use crate::survey::Unit;

/// So many answers are shown to which rules would give other codes.
const MOST: usize = 200;

/// What a pattern would change.
#[derive(Debug, Default, Serialize)]
pub struct RuleEffect {
    /// Answers in which it would count.
    hits: usize,
    /// Answers to which rules would give other codes, and people gave the code.
    gains: usize,
    /// Those of which people said otherwise.
    losses: usize,
    precision: Option<f64>,
    recall: Option<f64>,
    precision_before: Option<f64>,
    recall_before: Option<f64>,
    /// Most funds first.
    flips: Vec<ShownFlip>,
    /// Funds of all answers to which rules would give other codes.
    funds: String,
    valid: bool,
    reason: String,
}

#[derive(Debug, Serialize)]
struct ShownFlip {
    unit: String,
    from: Vec<String>,
    to: Vec<String>,
    people: Option<Vec<String>>,
    funds: String,
    text: String,
}

impl RuleEffect {
    /// Of what is no pattern, or speaks for no code.
    pub fn none(reason: String) -> Self {
        Self { reason, ..Self::default() }
    }
}

impl Review {
    /// All units.
    pub fn units(&self) -> Vec<&Unit> {
        self.units.iter().map(|own| &own.unit).collect()
    }

    /// What a pattern would change, of what may be seen: neither answers that are held back from whoever writes rules, nor those that
    /// the coder has yet to code blindly, nor those of an audit that nobody has coded, nor what reads as one of these.
    pub fn effect(&self, new: &NewPattern, after: &RuleCodings) -> RuleEffect {
        let of_domain = self.slots.iter().filter(|slot| slot.domain == new.domain);
        let unread = of_domain.filter(|slot| self.units[slot.unit].is_audited && self.stands(slot).is_none());
        let unread = Blind::new(unread.map(|slot| (&self.units[slot.unit].unit, slot.domain)));
        let seen = |own: &&Reviewed| {
            let slot = self.slot(&own.unit.id, new.domain).map(|at| &self.slots[at]);
            let held_back = self.held_back.contains(&(own.unit.id.to_string(), new.domain));
            !held_back && !unread.has(&own.unit, new.domain) && slot.is_some_and(|slot| !self.is_hidden(slot))
        };
        let people = |unit: &Unit| {
            let slot = &self.slots[self.slot(&unit.id, new.domain)?];
            self.stands(slot).map(|said| said.codes.clone())
        };
        let units = self.units.iter().filter(seen).map(|own| &own.unit);
        self.told(new, &effect(new, (&self.rules, after), units, people))
    }

    fn told(&self, new: &NewPattern, effect: &Effect<'_>) -> RuleEffect {
        let as_people =
            |right: bool| effect.flips.iter().filter(|flip| flip.is_right(&new.code) == Some(right)).count();
        let funds = effect.flips.iter().filter_map(|flip| self.funds(flip.unit)).reduce(|a, b| a + b);
        let mut flips: Vec<&Flip<'_>> = effect.flips.iter().collect();
        flips.sort_by_key(|flip| Reverse(self.funds(flip.unit)));
        let shown = |flip: &Flip<'_>| ShownFlip {
            unit: flip.unit.id.to_string(),
            from: flip.from.clone(),
            to: flip.to.clone(),
            people: flip.people.clone(),
            funds: self.amount(self.funds(flip.unit)),
            text: self.slot(&flip.unit.id, new.domain).map(|at| self.text(&self.slots[at])).unwrap_or_default(),
        };
        RuleEffect {
            hits: effect.matches,
            gains: as_people(true),
            losses: as_people(false),
            precision: effect.after.precision(),
            recall: effect.after.recall(),
            precision_before: effect.before.precision(),
            recall_before: effect.before.recall(),
            flips: flips.into_iter().take(MOST).map(shown).collect(),
            funds: self.amount(funds),
            valid: true,
            reason: String::new(),
        }
    }

    fn funds(&self, unit: &Unit) -> Option<Amount> {
        self.by_id.get(&unit.id).and_then(|at| self.units[*at].funds)
    }

    /// Goes on with a codebook that has a rule more, and with what its rules give.
    pub fn take_rules(&mut self, book: Codebook, rules: RuleCodings) {
        self.codebook = Lock::new(&book).codebook;
        self.carrying = self.log.carrying(&self.codebook);
        for slot in &mut self.slots {
            slot.suggested.retain(|own| own.source != super::suggested::RULES);
            add_rules(&self.units[slot.unit].unit.id, slot.domain, &rules, &mut slot.suggested);
        }
        (self.book, self.rules) = (book, rules);
    }
}
