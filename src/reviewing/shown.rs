//! A unit as it is shown to whoever codes it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::access::Access;
use super::answers::Answered;
use super::marks::{Mark, marked};
use super::queue::Asked;
use super::slot::Slot;
use super::{Review, Suggested};
use crate::codebook::Domain;
use crate::coding::rules::{Span, text};
use crate::decisions::Change;
use crate::mask::without_contacts;
use crate::read::composed;
use crate::survey::Unit;

/// So many texts that are alike are shown.
const MOST_ALIKE: usize = 100;

/// What comes next.
#[derive(Debug, Serialize)]
pub struct Next {
    /// The unit; `None` where nothing is left.
    pub unit: Option<Shown>,
    /// How many units are left.
    pub left: usize,
    /// How many are done.
    pub done: usize,
}

/// A unit as it is shown.
#[derive(Debug, Serialize)]
pub struct Shown {
    id: String,
    area: String,
    recipient: String,
    funds: String,
    title: String,
    texts: Vec<ShownText>,
    answers: Vec<Answered>,
    texts_of: BTreeMap<&'static str, Vec<&'static str>>,
    domains: Vec<ShownDomain>,
    alike: Vec<ShownAlike>,
    left: usize,
    done: usize,
}

#[derive(Debug, Serialize)]
struct ShownText {
    field: &'static str,
    label: &'static str,
    text: String,
    marks: Vec<Mark>,
}

#[derive(Debug, Serialize)]
struct ShownDomain {
    id: &'static str,
    state: &'static str,
    change: Option<&'static str>,
    codes: Vec<String>,
    memo: String,
    unsure: bool,
    read: Option<String>,
    blank: bool,
    old: Option<String>,
    suggestions: Vec<Suggested>,
    settled: Option<Settled>,
}

/// How somebody settled it.
#[derive(Debug, Serialize)]
struct Settled {
    who: String,
    codes: Vec<String>,
    why: String,
}

#[derive(Debug, Serialize)]
struct ShownAlike {
    id: String,
    recipient: String,
    same: bool,
    text: String,
    read: BTreeMap<&'static str, Option<String>>,
}

impl Review {
    /// What comes next.
    pub fn next(&self, asked: &Asked) -> Next {
        let (done, left) = self.counts();
        Next { unit: self.following(asked).map(|at| self.shown_at(at)), left, done }
    }

    /// A unit by its id.
    pub fn shown(&self, id: &str) -> Option<Shown> {
        self.by_id.get(id).map(|at| self.shown_at(*at))
    }

    /// How many units the coder has done, and how many are left.
    pub fn counts(&self) -> (usize, usize) {
        let own = || (0..self.units.len()).filter(|at| self.access[*at].mine);
        let done = own().filter(|at| self.is_done(*at)).count();
        (done, own().count() - done)
    }

    fn shown_at(&self, at: usize) -> Shown {
        let own = &self.units[at];
        let unit = &own.unit;
        let slots = &self.slots[own.slots.clone()];
        let alike = self.alike.of(at);
        let (done, left) = self.counts();
        let fields = |domain: Domain| {
            unit.texts.names().iter().map(|name| name.word()).filter(|name| domain.reads(name)).collect()
        };
        Shown {
            id: unit.id.to_string(),
            area: unit.area.to_string(),
            recipient: unit.recipient.name.to_string(),
            funds: self.amount(own.funds),
            title: without_contacts(unit.title()).into_owned(),
            texts: self.texts(unit, slots),
            answers: self.answers(unit),
            texts_of: slots.iter().map(|slot| (slot.domain.word(), fields(slot.domain))).collect(),
            domains: slots.iter().map(|slot| self.domain(slot, &alike)).collect(),
            alike: self.alike(at, &alike),
            left,
            done,
        }
    }

    fn texts(&self, unit: &Unit, slots: &[Slot]) -> Vec<ShownText> {
        let readings = slots
            .iter()
            .filter(|slot| !self.is_plain(slot))
            .filter_map(|slot| Some((slot.domain.word(), self.rules.of(&unit.id, slot.domain)?)));
        let readings: Vec<_> = readings.collect();
        let found: Vec<(Span, &'static str, &str)> = readings
            .iter()
            .flat_map(|(domain, reading)| reading.codes.iter().map(move |code| (*domain, code)))
            .flat_map(|(domain, code)| code.evidence.iter().map(move |seen| (seen.span, domain, code.code.as_str())))
            .collect();
        let shown = |(name, text): (crate::study::TextName, &str)| {
            let own: Vec<_> = found.iter().filter(|(span, ..)| span.text == name).copied().collect();
            let (text, marks) = marked(&composed(text), &own);
            ShownText { field: name.word(), label: name.label(self.language), text, marks }
        };
        unit.texts.iter().map(shown).collect()
    }

    fn domain(&self, slot: &Slot, alike: &[(usize, bool)]) -> ShownDomain {
        let stands = self.stands(slot);
        let own = self.own(slot);
        let change = self.change(slot);
        let old = change.filter(|(change, _)| *change == Change::Edited).and_then(|(_, at)| slot.old[at].as_deref());
        ShownDomain {
            id: slot.domain.word(),
            state: self.state(slot).word(),
            change: change.map(|(change, _)| change.word()),
            codes: stands.map(|said| said.codes.clone()).unwrap_or_default(),
            memo: own.map(|said| said.memo.clone()).unwrap_or_default(),
            unsure: own.is_some_and(|said| said.unsure),
            read: slot.read.map(|read| read.to_string()),
            blank: slot.read.is_none(),
            old: old.map(|old| without_contacts(old).into_owned()),
            suggestions: self.all_suggested(slot, alike),
            settled: self.settled(slot).map(|(said, line)| Settled {
                who: line.who.clone(),
                codes: said.codes.clone(),
                why: said.memo.clone(),
            }),
        }
    }

    /// What the coder gave to the same texts, then what a model and rules suggest.
    fn all_suggested(&self, slot: &Slot, alike: &[(usize, bool)]) -> Vec<Suggested> {
        if self.is_plain(slot) {
            return Vec::new();
        }
        let mut all: Vec<Suggested> = Vec::new();
        for (other, _) in alike.iter().filter(|(_, is_same)| *is_same) {
            let others = &self.slots[self.units[*other].slots.clone()];
            let said = others.iter().find(|other| other.domain == slot.domain).and_then(|other| self.own(other));
            for code in said.map(|said| said.codes.as_slice()).unwrap_or_default() {
                if all.iter().all(|known| known.code != *code) {
                    let source = "coded-alike";
                    all.push(Suggested { code: code.clone(), probability: None, words: Vec::new(), source });
                }
            }
        }
        let known: Vec<String> = all.iter().map(|own| own.code.clone()).collect();
        all.extend(slot.suggested.iter().filter(|own| !known.contains(&own.code)).cloned());
        all
    }

    /// The texts that are alike and wait for the coder, too. What is coded blindly is not coded beside what is coded with suggestions.
    fn alike(&self, own: usize, alike: &[(usize, bool)]) -> Vec<ShownAlike> {
        let may_stand = |access: &Access| access.mine && (self.access[own].blind || !access.blind);
        let waiting = alike.iter().filter(|(at, _)| may_stand(&self.access[*at]) && !self.is_done(*at));
        let shown = waiting.take(MOST_ALIKE).map(|(at, same)| {
            let own = &self.units[*at];
            let slots = &self.slots[own.slots.clone()];
            let texts: Vec<&str> = own.unit.texts.iter().map(|(_, text)| text).collect();
            ShownAlike {
                id: own.unit.id.to_string(),
                recipient: own.unit.recipient.name.to_string(),
                same: *same,
                text: without_contacts(&texts.join("\n")).into_owned(),
                read: slots.iter().map(|slot| (slot.domain.word(), slot.read.map(|read| read.to_string()))).collect(),
            }
        });
        shown.collect()
    }

    /// What a slot reads, as it is shown.
    pub(super) fn text(&self, slot: &Slot) -> String {
        without_contacts(&text(&self.units[slot.unit].unit, slot.domain)).into_owned()
    }
}
