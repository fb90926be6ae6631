//! Where coders differ, and what they were not sure of: both codes side by side, to be settled.

use std::cmp::Reverse;

use serde::Serialize;

use super::Review;
use super::slot::{Said, Slot};
use crate::codebook::Domain;
use crate::decisions::log::{Decision, LineId, Purpose, Subject};
use crate::diagnostic::shown;
use crate::msg;
use crate::wording::Message;

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
    /// Whether they settled it so, and the memo says why.
    pub settled: bool,
}

impl Review {
    /// Whether a slot is to be settled: everybody has coded it, and they differ or somebody was not sure; or it was settled
    /// differently.
    pub(super) fn is_to_settle(&self, slot: &Slot) -> bool {
        self.is_unsettled(slot) || self.last(slot).is_none() && self.is_unsure(slot)
    }

    /// Whether somebody was not sure of what all say. Of answers that are coded blindly that is told when the coder has done all of
    /// them: a double coded one would be told when the other has coded it, and so tell that it is one.
    fn is_unsure(&self, slot: &Slot) -> bool {
        !self.waits_for_blind(slot) && self.voices(slot).iter().any(|(_, said)| said.unsure)
    }

    /// Whether a slot is coded blindly, and the coder has yet to code something so.
    fn waits_for_blind(&self, slot: &Slot) -> bool {
        let access = self.access(slot);
        access.mine && access.blind && self.blind_left > 0
    }

    /// Whether the coder, who codes a slot blindly, has been shown it beside what others gave.
    fn is_seen(&self, slot: &Slot) -> bool {
        self.access(slot).blind && self.voices(slot).len() > 1
    }

    /// Why the coder may not code a unit in a domain any more, nor take back that they have: what they gave blindly stays as it was
    /// given, and what was settled stands.
    pub fn closed(&self, unit: &str, domain: Domain) -> Option<Message> {
        let slot = &self.slots[self.slot(unit, domain)?];
        let (unit, domain) = (shown(unit), domain.word());
        if let Some((_, line)) = self.settled(slot) {
            return Some(msg!("review-settled-already", unit, domain, who = shown(&line.who)));
        }
        let is_closed = self.is_seen(slot) || !self.disputed(slot).is_empty();
        is_closed.then(|| msg!("review-seen-already", unit, domain))
    }

    /// Why a coding may not be taken back: as [`Self::closed`] of the text that is there now.
    pub fn stands_as_given(&self, decision: &Decision) -> Option<Message> {
        let domain = self.book.domain(&decision.domain)?;
        let is_now = self.read(&decision.unit, domain) == Some(decision.read);
        self.closed(&decision.unit, domain).filter(|_| is_now && decision.purpose == Purpose::Coding)
    }

    /// The lines that settle a unit in a domain and that a settlement would follow.
    pub fn settled_in(&self, unit: &str, domain: Domain) -> &[LineId] {
        self.heads.get(&Subject::of_final(unit, domain.word())).map_or(&[], Vec::as_slice)
    }

    /// Whether a unit may be settled in a domain: it is to be, or has been, or may not be coded any more.
    pub fn may_settle(&self, unit: &str, domain: Domain) -> bool {
        let slot = self.slot(unit, domain).map(|at| &self.slots[at]);
        slot.is_some_and(|slot| {
            let is_seen = || self.is_seen(slot) && !self.waits_for_blind(slot);
            self.is_to_settle(slot) || self.last(slot).is_some() || is_seen()
        })
    }

    /// What is to be settled.
    pub fn differences(&self) -> Differences {
        let mut open: Vec<&Slot> = self.slots.iter().filter(|slot| self.is_to_settle(slot)).collect();
        open.sort_by_key(|slot| (Reverse(self.units[slot.unit].funds), slot.unit, slot.domain));
        Differences { differences: open.into_iter().map(|slot| self.difference(slot)).collect() }
    }

    fn difference(&self, slot: &Slot) -> Difference {
        let own = &self.units[slot.unit];
        let voice = |who: &str, said: &Said, settled| Voice {
            who: who.to_owned(),
            codes: said.codes.clone(),
            memo: said.memo.clone(),
            unsure: said.unsure,
            settled,
        };
        let settled = self.disputed(slot).iter().filter_map(|said| Some((self.log.decision(said.line?)?, said)));
        let settled = settled.map(|(line, said)| voice(&line.who, said, true));
        let coded = self.voices(slot).into_iter().map(|(who, said)| voice(who, said, false));
        Difference {
            unit: own.unit.id.to_string(),
            domain: slot.domain.word(),
            recipient: own.unit.recipient.name.to_string(),
            funds: self.amount(own.funds),
            read: slot.read.map(|read| read.to_string()),
            given: settled.chain(coded).collect(),
            state: if self.is_unsettled(slot) { "unsettled" } else { "unsure" },
        }
    }
}
