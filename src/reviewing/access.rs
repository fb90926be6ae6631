//! Who may see and code what: the only place that decides it.
//!
//! An answer that several code, and one that is to be shown plainly, are treated alike in every way, so that nothing tells which of
//! them is double coded. Until the coder has coded one in all domains that need codes, nothing that anybody else said or decided of
//! it exists, nor of anything that reads the same. What rules and a model say is shown of neither, whoever has coded it.

use hashbrown::HashMap;

use super::progress::Agreed;
use super::slot::{Said, Slot};
use super::{Review, Suggested};
use crate::coding::State;
use crate::coding::blind::Blind;
use crate::decisions::Change;
use crate::decisions::log::Decision;

/// What a coder may do with a unit.
#[derive(Clone, Debug, Default)]
pub(super) struct Access {
    /// Whether they may code it.
    pub mine: bool,
    /// Whether it is shown without suggestions and without what others say.
    pub blind: bool,
    /// Those to whom it was assigned.
    pub coders: Vec<String>,
    /// Whether all of them have coded it, in all domains that need codes.
    pub complete: bool,
    /// Whether the coder has yet to code it blindly.
    pub waits: bool,
}

impl Review {
    /// Reads anew who may code what.
    pub(super) fn assign(&mut self) {
        let assigned = self.log.assignments();
        let access = |id: &str| {
            let coders: Vec<String> = assigned.coders(id).map(str::to_owned).collect();
            Access {
                mine: assigned.may_code(&self.coder, id),
                blind: assigned.is_blind(id),
                coders,
                ..Access::default()
            }
        };
        self.access = self.units.iter().map(|own| access(&own.unit.id)).collect();
        let blind = self.units.iter().zip(&self.access).filter(|(_, access)| access.blind);
        self.blind = Blind::in_all(&self.book, blind.map(|(own, _)| &own.unit));
        (self.hidden, self.blind_left) = (HashMap::new(), 0);
        self.slots.iter_mut().for_each(|slot| slot.hides = false);
        (0..self.units.len()).for_each(|at| self.tally(at));
    }

    /// Reads anew who has coded a unit, and what of it has yet to be coded blindly.
    pub(super) fn tally(&mut self, at: usize) {
        let own = &mut self.slots[self.units[at].slots.clone()];
        let has = |coder: &String| own.iter().all(|slot| !slot.required || slot.coders.contains_key(coder));
        let access = &mut self.access[at];
        access.complete = access.coders.iter().all(has);
        let is_blind = access.blind && access.mine;
        let waits = is_blind && !has(&self.coder);
        self.blind_left = self.blind_left + usize::from(waits) - usize::from(access.waits);
        access.waits = waits;
        if own.iter().any(|slot| slot.coders.len() > 1) {
            self.agreed = Agreed::default();
        }
        for slot in own {
            let hides = is_blind && (waits || !slot.coders.contains_key(&self.coder));
            let before = std::mem::replace(&mut slot.hides, hides);
            let Some(words) = slot.words.filter(|_| before != hides) else { continue };
            let count = self.hidden.entry((slot.domain, words)).or_default();
            *count = *count + usize::from(hides) - usize::from(before);
        }
    }

    pub(super) fn access(&self, slot: &Slot) -> &Access {
        &self.access[slot.unit]
    }

    /// What the coder said of a slot.
    pub(super) fn own<'s>(&self, slot: &'s Slot) -> Option<&'s Said> {
        slot.coders.get(&self.coder)
    }

    /// Whether nothing of what others say of a slot may be seen: the coder has yet to code its unit blindly, or something that reads
    /// the same.
    pub(super) fn is_hidden(&self, slot: &Slot) -> bool {
        let is_read_elsewhere = |words| self.hidden.get(&(slot.domain, words)).is_some_and(|count| *count > 0);
        slot.hides || slot.words.is_some_and(is_read_elsewhere)
    }

    /// What counts of a slot as somebody decided it.
    pub(super) fn last<'s>(&self, slot: &'s Slot) -> Option<&'s Said> {
        slot.last.as_ref().filter(|_| !self.is_hidden(slot))
    }

    /// What people decided differently of a slot.
    pub(super) fn disputed<'s>(&self, slot: &'s Slot) -> &'s [Said] {
        if self.is_hidden(slot) { &[] } else { &slot.disputed }
    }

    /// What somebody settled, if anybody did: whatever is coded besides, it stands.
    pub(super) fn settled<'s>(&self, slot: &'s Slot) -> Option<(&'s Said, &Decision)> {
        let last = self.last(slot)?;
        Some((last, self.log.decision(last.line?)?))
    }

    /// What every coder of a slot said, where all have coded its unit; nothing before.
    pub(super) fn voices<'s>(&'s self, slot: &'s Slot) -> Vec<(&'s str, &'s Said)> {
        if !self.is_coded_by_all(slot) || self.is_hidden(slot) {
            return Vec::new();
        }
        let said = slot.coders.iter().map(|(coder, said)| (coder.as_str(), said));
        let blank = self.access(slot).coders.iter().filter(|coder| self.leaves_blank(coder, slot));
        said.chain(blank.map(|coder| (coder.as_str(), &self.nothing))).collect()
    }

    /// Whether a coder saw nothing to code in a slot that need not have codes, as `coding::by_coders` reads it: all else of the unit is
    /// coded, and the coder uses the domain.
    fn leaves_blank(&self, coder: &str, slot: &Slot) -> bool {
        let is_open = !slot.required && !slot.coders.is_empty() && !slot.coders.contains_key(coder);
        is_open && self.access(slot).complete && self.used.contains(&(coder.to_owned(), slot.domain))
    }

    /// Whether those have coded a slot to whom its unit was assigned; where they are several, all of the unit: nobody changes after
    /// having seen what another gave.
    fn is_coded_by_all(&self, slot: &Slot) -> bool {
        let Access { coders, complete, .. } = self.access(slot);
        let has_said = |coder: &String| slot.coders.contains_key(coder) || self.leaves_blank(coder, slot);
        (*complete || coders.len() < 2) && coders.iter().all(has_said)
    }

    /// Whether people settled a slot differently, or all have coded it, differently, and nobody has decided.
    pub(super) fn is_unsettled(&self, slot: &Slot) -> bool {
        let voices = self.voices(slot);
        let first = voices.first().map(|(_, said)| &said.codes);
        !self.disputed(slot).is_empty()
            || self.last(slot).is_none() && voices.iter().any(|(_, said)| Some(&said.codes) != first)
    }

    /// What stands of a slot as the coder may see it: what was settled, else their own codes first.
    pub(super) fn stands<'s>(&'s self, slot: &'s Slot) -> Option<&'s Said> {
        let settled = self.settled(slot).map(|(said, _)| said);
        let own = settled.or_else(|| self.own(slot)).or_else(|| self.last(slot));
        own.or_else(|| match self.is_unsettled(slot) {
            true => None,
            false => self.voices(slot).first().map(|(_, said)| *said),
        })
    }

    /// The state of a slot as the coder may see it.
    pub(super) fn state(&self, slot: &Slot) -> State {
        // Of nearly all that is asked for nobody has said anything.
        if slot.coders.is_empty() && slot.last.is_none() && slot.disputed.is_empty() {
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

    /// Whether neither suggestions nor marks are shown of a slot: it is coded blindly, or reads as something that is.
    pub(super) fn is_plain(&self, slot: &Slot) -> bool {
        self.access(slot).blind || slot.words.is_some_and(|words| self.blind.has_words(slot.domain, words))
    }

    /// What is suggested for a slot.
    pub(super) fn suggested<'s>(&self, slot: &'s Slot) -> &'s [Suggested] {
        if self.is_plain(slot) { &[] } else { &slot.suggested }
    }

    /// Whether a slot waits for the coder. One does not of which others have spoken, though it may not be shown what they said.
    pub(super) fn waits(&self, slot: &Slot) -> bool {
        let have_others = || {
            let is_coded = !slot.coders.is_empty() && self.is_coded_by_all(slot);
            slot.last.is_some() || !slot.disputed.is_empty() || is_coded
        };
        self.state(slot) == State::NotCoded && (slot.hides || !have_others())
    }
}
