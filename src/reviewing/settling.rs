//! Where coders differ, and what they were not sure of: both codes side by side, to be settled.

use std::cmp::Reverse;

use serde::Serialize;

use super::Review;
use super::slot::Slot;
use crate::codebook::Domain;

/// What is to be settled, most funds first.
#[derive(Debug, Serialize)]
pub struct Differences {
    /// All.
    pub differences: Vec<Difference>,
}

/// A coding that is to be settled.
#[derive(Debug, Serialize)]
pub struct Difference {
    /// The unit's id.
    pub unit: String,
    /// The word of the domain.
    pub domain: &'static str,
    /// The unit's recipient.
    pub recipient: String,
    /// Its funds, for people.
    pub funds: String,
    /// What was read.
    pub read: Option<String>,
    /// What each coder gave.
    pub given: Vec<Voice>,
    /// `unsettled`, or `unsure` where all said the same and somebody was not sure.
    pub state: &'static str,
}

/// What a coder gave.
#[derive(Debug, Serialize)]
pub struct Voice {
    /// Who.
    pub who: String,
    /// The codes.
    pub codes: Vec<String>,
    /// What they noted.
    pub memo: String,
    /// Whether they were not sure.
    pub unsure: bool,
}

impl Review {
    /// Whether a slot is to be settled: everybody has coded it, and they differ or somebody was not sure.
    pub(super) fn is_to_settle(&self, slot: &Slot) -> bool {
        self.last(slot).is_none() && (self.is_unsettled(slot) || self.is_unsure(slot))
    }

    /// Whether somebody was not sure of what all say. Of answers that are coded blindly that is told when the coder has done all of
    /// them: a double coded one would be told when the other has coded it, and so tell that it is one.
    fn is_unsure(&self, slot: &Slot) -> bool {
        let access = self.access(slot);
        let blind_waits =
            || (0..self.units.len()).any(|at| self.access[at].mine && self.access[at].blind && !self.is_done(at));
        self.voices(slot).iter().any(|(_, said)| said.unsure) && !(access.mine && access.blind && blind_waits())
    }

    /// Whether a unit may be settled in a domain: it is to be, or has been.
    pub fn may_settle(&self, unit: &str, domain: Domain) -> bool {
        let slot = self.slot(unit, domain).map(|at| &self.slots[at]);
        slot.is_some_and(|slot| self.is_to_settle(slot) || self.last(slot).is_some())
    }

    /// What is to be settled.
    pub fn differences(&self) -> Differences {
        let mut open: Vec<&Slot> = self.slots.iter().filter(|slot| self.is_to_settle(slot)).collect();
        open.sort_by_key(|slot| (Reverse(self.units[slot.unit].funds), slot.unit, slot.domain));
        Differences { differences: open.into_iter().map(|slot| self.difference(slot)).collect() }
    }

    fn difference(&self, slot: &Slot) -> Difference {
        let own = &self.units[slot.unit];
        let voice = |(who, said): (&str, &super::slot::Said)| Voice {
            who: who.to_owned(),
            codes: said.codes.clone(),
            memo: said.memo.clone(),
            unsure: said.unsure,
        };
        Difference {
            unit: own.unit.id.to_string(),
            domain: slot.domain.word(),
            recipient: own.unit.recipient.name.to_string(),
            funds: self.amount(own.funds),
            read: slot.read.map(|read| read.to_string()),
            given: self.voices(slot).into_iter().map(voice).collect(),
            state: if self.is_unsettled(slot) { "unsettled" } else { "unsure" },
        }
    }
}
