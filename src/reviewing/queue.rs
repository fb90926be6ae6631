//! What comes next: which units a coder wants to see, and in which order.

use super::{Review, Reviewed};
use crate::codebook::Domain;
use crate::decisions::Change;

/// The order of the queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What was drawn to be audited first; then by funds at stake times uncertainty.
    #[default]
    Value,
    /// By area, as the study has them.
    Area,
    /// By what is suggested in a domain, so that the like come together.
    Domain,
    /// By recipient.
    Recipient,
    /// At random, the same for a coder every time.
    Random,
}

impl Order {
    /// The words of requests.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("value", Self::Value),
        ("area", Self::Area),
        ("domain", Self::Domain),
        ("recipient", Self::Recipient),
        ("random", Self::Random),
    ];
}

/// Which units are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// What waits for the coder.
    #[default]
    Waiting,
    /// What was edited since it was coded.
    Edited,
    /// What coders differ on, or were not sure of.
    Unsettled,
    /// What waits and has suggestions.
    Suggested,
    /// All.
    All,
}

impl Wanted {
    /// The words of requests.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("waiting", Self::Waiting),
        ("edited", Self::Edited),
        ("unsettled", Self::Unsettled),
        ("suggested", Self::Suggested),
        ("all", Self::All),
    ];
}

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The order.
    pub order: Order,
    /// Which units.
    pub wanted: Wanted,
    /// Of an area only.
    pub area: Option<String>,
    /// In a domain only.
    pub domain: Option<Domain>,
    /// Of a recipient only, by name.
    pub recipient: Option<String>,
    /// The unit that was seen last.
    pub after: Option<String>,
}

impl Review {
    /// The unit that comes next: the first after the one that was seen last, and the first of all behind the last.
    pub(super) fn following(&self, asked: &Asked) -> Option<usize> {
        let key = |at: usize| (self.key(asked, at), at);
        let after = asked.after.as_deref().and_then(|id| self.by_id.get(id)).map(|at| key(*at));
        let (mut first, mut next) = (None, None);
        for at in (0..self.units.len()).filter(|at| self.is_wanted(asked, *at)) {
            let own = key(at);
            let better = |best: &Option<((i128, i128), usize)>| best.is_none_or(|best| own < best);
            if better(&first) {
                first = Some(own);
            }
            if after.is_some_and(|after| own > after) && better(&next) {
                next = Some(own);
            }
        }
        next.or(first).map(|(_, at)| at)
    }

    /// Whether a unit is one of those that are wanted.
    fn is_wanted(&self, asked: &Asked, at: usize) -> bool {
        let Reviewed { unit, slots, .. } = &self.units[at];
        if !self.access[at].mine
            || asked.area.as_deref().is_some_and(|area| area != &*unit.area)
            || asked.recipient.as_deref().is_some_and(|recipient| recipient != &*unit.recipient.name)
        {
            return false;
        }
        let slots = &self.slots[slots.clone()];
        let mut own = slots.iter().filter(|slot| asked.domain.is_none_or(|domain| slot.domain == domain));
        let waits = |slot| self.waits(slot) && (asked.domain.is_some() || slot.required);
        match asked.wanted {
            Wanted::Waiting => own.any(waits),
            Wanted::Edited => own.any(|slot| self.change(slot).is_some_and(|(change, _)| Change::waits(change))),
            Wanted::Unsettled => own.any(|slot| self.is_to_settle(slot)),
            Wanted::Suggested => own.any(|slot| self.waits(slot) && !self.suggested(slot).is_empty()),
            Wanted::All => own.next().is_some(),
        }
    }

    /// Whether the coder has nothing left to do with a unit.
    pub(super) fn is_done(&self, at: usize) -> bool {
        let slots = &self.slots[self.units[at].slots.clone()];
        !slots.iter().any(|slot| slot.required && self.waits(slot))
    }

    /// What orders a unit; it stays the same while people code, so that nothing comes twice or never.
    fn key(&self, asked: &Asked, at: usize) -> (i128, i128) {
        let own = &self.units[at];
        let value = || -self.value(at);
        match asked.order {
            // A sample is read whole, and in an order that says nothing of its answers.
            Order::Value if own.is_audited => (i128::MIN, i128::from(own.random)),
            Order::Value => (value(), 0),
            Order::Area => (own.area as i128, 0),
            Order::Recipient => (own.recipient as i128, 0),
            Order::Random => (i128::from(own.random), 0),
            Order::Domain => (self.likeliest(asked.domain, at), value()),
        }
    }

    /// Funds at stake times uncertainty: that of the domain that is known least.
    fn value(&self, at: usize) -> i128 {
        const PARTS: f64 = 1e6;
        let slots = &self.slots[self.units[at].slots.clone()];
        let uncertainty = slots.iter().map(|slot| uncertainty(self.suggested(slot))).fold(0.0, f64::max);
        let funds = self.units[at].funds.map_or(0, |funds| funds.ore());
        let funds = if self.study.money.is_some() { funds } else { 1 };
        i128::from(funds) * (uncertainty * PARTS).round() as i128
    }

    /// The place of the likeliest code in a domain among those of the codebook; behind all where nothing is suggested.
    fn likeliest(&self, domain: Option<Domain>, at: usize) -> i128 {
        let slots = &self.slots[self.units[at].slots.clone()];
        let slot = slots.iter().find(|slot| domain.is_none_or(|domain| slot.domain == domain));
        let place = slot.and_then(|slot| {
            let first = self.suggested(slot).first()?;
            self.book.codes(slot.domain).iter().position(|code| code.id == first.code)
        });
        place.map_or(i128::MAX, |place| place as i128)
    }
}

/// How little is known of a coding: one minus the highest probability; nothing is known where nothing is suggested, and half where
/// rules suggest without saying how sure they are.
fn uncertainty(suggested: &[super::Suggested]) -> f64 {
    const OF_RULES: f64 = 0.5;
    let known = suggested.iter().map(|own| own.probability.unwrap_or(OF_RULES)).fold(0.0, f64::max);
    (1.0 - known).max(0.0)
}
