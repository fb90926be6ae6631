//! What lines say of slots: of the text that is there now, wherever it stood when they were written, in codes as they are called now.

use std::collections::{BTreeMap, BTreeSet};

use hashbrown::HashMap;

use super::Review;
use super::slot::{Said, Slot};
use crate::codebook::Domain;
use crate::coding::Codings;
use crate::decisions::log::{Line, LineId, Subject};
use crate::survey::Unit;

/// What was said of texts that stand under another id now.
#[derive(Debug, Default)]
pub(super) struct Moved {
    /// What speaks for a slot of which nothing was said under its own id, by who said it.
    from: HashMap<(usize, Option<String>), Subject>,
    /// The slots for which something speaks.
    to: BTreeMap<Subject, Vec<usize>>,
}

impl Moved {
    /// Keeps what speaks for a slot and was said under another id.
    pub fn find(&mut self, at: usize, unit: &Unit, domain: Domain, codings: &Codings) {
        let coders = codings.coders.iter().map(|(name, sheets)| (Some(name.clone()), sheets));
        for (coder, sheets) in coders.chain([(None, &codings.finals)]) {
            let line = sheets.decision(&unit.id, domain).and_then(|line| codings.log.decision(line));
            let Some(from) = line.filter(|line| *line.unit != *unit.id).map(Subject::from) else { continue };
            self.to.entry(from.clone()).or_default().push(at);
            self.from.insert((at, coder), from);
        }
    }
}

impl Review {
    /// Reads what all lines say of all slots.
    pub(super) fn say_all(&mut self) {
        self.carrying = self.log.carrying(&self.codebook);
        let of_lines = self.lines.keys().map(|subject| &subject.coder);
        let who: BTreeSet<Option<String>> = of_lines.chain(self.cells.keys().map(|(_, who)| who)).cloned().collect();
        for at in 0..self.slots.len() {
            who.iter().for_each(|who| self.say(at, who.as_ref()));
        }
    }

    /// Reads anew what the lines of a subject say; gives the units of which they may say something.
    pub(super) fn say_of(&mut self, subject: &Subject) -> Vec<usize> {
        let own = self.book.domain(&subject.domain).and_then(|domain| self.slot(&subject.unit, domain));
        let moved = self.moved.to.get(subject).into_iter().flatten().copied();
        let slots: Vec<usize> = own.into_iter().chain(moved).collect();
        slots.iter().for_each(|at| self.say(*at, subject.coder.as_ref()));
        slots.into_iter().map(|at| self.slots[at].unit).collect()
    }

    /// Reads what a coder's lines say of a slot, or those that count: under its own id, else under the one where its text stood.
    fn say(&mut self, at: usize, who: Option<&String>) {
        let (slot, key) = (&self.slots[at], (at, who.cloned()));
        let (unit, domain) = (&self.units[slot.unit].unit.id, slot.domain.word());
        let subject = match who {
            Some(coder) => Subject::of_coder(coder, unit, domain),
            None => Subject::of_final(unit, domain),
        };
        let mut said = self.said(&subject, slot);
        if said.is_empty() {
            said = self.moved.from.get(&key).map(|from| self.said(from, slot)).unwrap_or_default();
        }
        let is_agreed = said.iter().all(|own| own.codes == said[0].codes);
        let cell = || self.cells.get(&key).map(|codes| Said::of_cell(codes));
        let stands = if is_agreed { said.last().cloned().or_else(cell) } else { None };
        if let (Some(coder), Some(_)) = (who, &stands) {
            self.used.insert((coder.clone(), self.slots[at].domain));
        }
        let slot = &mut self.slots[at];
        match (who, stands) {
            (Some(coder), Some(stands)) => drop(slot.coders.insert(coder.clone(), stands)),
            (Some(coder), None) => drop(slot.coders.remove(coder)),
            (None, stands) => {
                slot.last = stands;
                slot.disputed = if is_agreed { Vec::new() } else { said };
            }
        }
    }

    /// What the lines of a subject say of a slot's text that nobody took back or followed, the latest last.
    fn said(&self, subject: &Subject, slot: &Slot) -> Vec<Said> {
        let of_text = |id: &&LineId| {
            !self.undone.contains(id) && self.log.decision(**id).is_some_and(|decision| decision.read == slot.read)
        };
        let own: Vec<LineId> = self.lines.get(subject).into_iter().flatten().filter(of_text).copied().collect();
        let followed = if own.len() > 1 { self.followed(&own) } else { BTreeSet::new() };
        let left = own.into_iter().filter(|id| !followed.contains(id));
        left.filter_map(|id| Some(Said::of_line(id, self.called(id, slot.domain)?, self.log.decision(id)?))).collect()
    }

    /// The codes of a line as they are called now, in the order of the codebook; `None` where it has one of them no more.
    fn called(&self, id: LineId, domain: Domain) -> Option<Vec<String>> {
        let codes = self.carrying.codes(self.log.decision(id)?);
        let ids = self.book.codes(domain).iter().map(|code| &code.id);
        let own: Vec<String> = ids.filter(|id| codes.contains(id)).cloned().collect();
        (own.len() == codes.len()).then_some(own)
    }

    /// All lines that any of these follows, near or far.
    fn followed(&self, ids: &[LineId]) -> BTreeSet<LineId> {
        let follows = |id: LineId| self.log.line(id).map_or(&[][..], Line::follows);
        let mut left: Vec<LineId> = ids.iter().flat_map(|id| follows(*id)).copied().collect();
        let mut followed = BTreeSet::new();
        while let Some(id) = left.pop() {
            if followed.insert(id) {
                left.extend(follows(id));
            }
        }
        followed
    }
}
