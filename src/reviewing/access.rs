//! Who may see and code what: the only place that decides it.
//!
//! An answer that several code, and one that is to be shown plainly, are treated alike in every way, so that nothing tells which of
//! them is double coded. Until the coder has coded one, nothing that anybody else said or decided of it exists.

use super::slot::{Said, Slot};
use super::{Review, Suggested};
use crate::coding::State;
use crate::decisions::Change;

/// What a coder may do with a unit.
#[derive(Clone, Debug, Default)]
pub(super) struct Access {
    /// Whether they may code it.
    pub mine: bool,
    /// Whether it is shown without suggestions and without what others say.
    pub blind: bool,
    /// Those to whom it was assigned.
    pub coders: Vec<String>,
}

impl Review {
    /// Reads anew who may code what.
    pub(super) fn assign(&mut self) {
        let assigned = self.log.assignments();
        let access = |id: &str| {
            let coders: Vec<String> = assigned.coders(id).map(str::to_owned).collect();
            Access {
                mine: assigned.may_code(&self.coder, id),
                blind: coders.len() > 1 || assigned.is_plain(id),
                coders,
            }
        };
        self.access = self.units.iter().map(|own| access(&own.unit.id)).collect();
    }

    pub(super) fn access(&self, slot: &Slot) -> &Access {
        &self.access[slot.unit]
    }

    /// What the coder said of a slot.
    pub(super) fn own<'s>(&self, slot: &'s Slot) -> Option<&'s Said> {
        slot.coders.get(&self.coder)
    }

    /// Whether nothing of what others say of a slot may be seen: the coder has yet to code it blindly.
    pub(super) fn is_hidden(&self, slot: &Slot) -> bool {
        let access = self.access(slot);
        access.blind && access.mine && self.own(slot).is_none()
    }

    /// What counts of a slot as somebody decided it.
    pub(super) fn last<'s>(&self, slot: &'s Slot) -> Option<&'s Said> {
        slot.last.as_ref().filter(|_| !self.is_hidden(slot))
    }

    /// What every coder of a slot said, where all have; nothing before.
    pub(super) fn voices<'s>(&self, slot: &'s Slot) -> Vec<(&'s str, &'s Said)> {
        let access = self.access(slot);
        let all = access.coders.iter().all(|coder| slot.coders.contains_key(coder));
        if !all || self.is_hidden(slot) {
            return Vec::new();
        }
        slot.coders.iter().map(|(coder, said)| (coder.as_str(), said)).collect()
    }

    /// Whether all have coded a slot, differently, and nobody has decided.
    pub(super) fn is_unsettled(&self, slot: &Slot) -> bool {
        let voices = self.voices(slot);
        let first = voices.first().map(|(_, said)| &said.codes);
        self.last(slot).is_none() && voices.iter().any(|(_, said)| Some(&said.codes) != first)
    }

    /// What stands of a slot as the coder may see it: their own codes first.
    pub(super) fn stands<'s>(&self, slot: &'s Slot) -> Option<&'s Said> {
        let own = self.own(slot).or_else(|| self.last(slot));
        own.or_else(|| match self.is_unsettled(slot) {
            true => None,
            false => self.voices(slot).first().map(|(_, said)| *said),
        })
    }

    /// The state of a slot as the coder may see it.
    pub(super) fn state(&self, slot: &Slot) -> State {
        // Of nearly all that is asked for nobody has said anything.
        if slot.coders.is_empty() && slot.last.is_none() {
            return State::NotCoded;
        }
        if self.is_unsettled(slot) {
            return State::Unsettled;
        }
        match self.stands(slot) {
            None => State::NotCoded,
            Some(said) if said.codes.is_empty() => State::None,
            Some(_) => State::Coded,
        }
    }

    /// What became of a slot since it was coded; nothing once it is coded again.
    pub(super) fn change(&self, slot: &Slot) -> Option<(Change, usize)> {
        if self.stands(slot).is_some() {
            return None;
        }
        let told =
            |at: usize| slot.changes[at].filter(|change| *change != Change::Unchanged).map(|change| (change, at));
        let of_final = || told(1).filter(|_| !self.is_hidden(slot));
        told(0).filter(|(change, _)| *change != Change::New).or_else(of_final).or_else(|| told(0))
    }

    /// What is suggested for a slot.
    pub(super) fn suggested<'s>(&self, slot: &'s Slot) -> &'s [Suggested] {
        if self.access(slot).blind { &[] } else { &slot.suggested }
    }

    /// Whether a slot waits for the coder.
    pub(super) fn waits(&self, slot: &Slot) -> bool {
        self.state(slot) == State::NotCoded
    }
}
