//! Keeps up with the log: what its lines say of every slot, line by line.

use std::collections::BTreeSet;

use super::Review;
use super::slot::{Said, Slot};
use crate::codebook::Domain;
use crate::decisions::log::{Decision, Line, LineId, Log, Moment, Purpose, Subject, Undo};
use crate::decisions::{Definition, Fingerprint};

/// Codes that a coder gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coding {
    /// The unit's id.
    pub unit: String,
    /// The domain.
    pub domain: Domain,
    /// The codes, in the order of the codebook; none of them where nothing fits.
    pub codes: Vec<String>,
    /// What the coder noted, or why it is settled so.
    pub memo: String,
    /// Whether they were not sure.
    pub unsure: bool,
    /// What was read.
    pub read: Option<Fingerprint>,
}

impl Review {
    /// Takes in all lines that there are.
    pub(super) fn begin(&mut self) {
        self.undone = self.log.undone();
        self.heads = self.log.heads();
        let history: Vec<LineId> = self.log.history().into_iter().map(|(id, _)| id).collect();
        history.into_iter().for_each(|id| self.index(id));
        self.assign();
    }

    /// Keeps a line by what it is about, and whose it is.
    fn index(&mut self, id: LineId) {
        let Some(decision) = self.log.decision(id) else { return };
        if decision.who == self.coder {
            self.own.push(id);
        }
        self.lines.entry(Subject::from(decision)).or_default().push(id);
    }

    /// The lines of codings, each following what stands.
    pub fn lines_of(&self, codings: &[Coding], purpose: Purpose, when: &Moment) -> Vec<Line> {
        let line = |coding: &Coding| {
            let domain = coding.domain.word();
            let subject = match purpose {
                Purpose::Coding => Subject::of_coder(&self.coder, &coding.unit, domain),
                Purpose::Final => Subject::of_final(&coding.unit, domain),
            };
            let slot = self.slot(&coding.unit, coding.domain);
            let was = slot.filter(|_| purpose == Purpose::Final).and_then(|at| self.cells.get(&(at, None)).cloned());
            Line::Decision(Decision {
                who: self.coder.clone(),
                when: when.clone(),
                purpose,
                unit: coding.unit.clone(),
                domain: domain.to_owned(),
                codes: coding.codes.clone(),
                read: coding.read,
                codebook: self.codebook.clone(),
                defined: self.defined(coding),
                was,
                why: coding.memo.trim().to_owned(),
                unsure: coding.unsure && purpose == Purpose::Coding,
                after: self.heads.get(&subject).cloned().unwrap_or_default(),
            })
        };
        codings.iter().map(line).collect()
    }

    fn defined(&self, coding: &Coding) -> std::collections::BTreeMap<String, Definition> {
        let codes = coding.codes.iter().filter_map(|code| self.book.code(coding.domain, code));
        codes.map(|code| (code.id.clone(), Definition::of(code))).collect()
    }

    /// The last of lines that is a decision of the coder's and not taken back, with what it is about.
    pub fn last_own(&self, written: impl DoubleEndedIterator<Item = LineId>) -> Option<(LineId, &Decision)> {
        let own = |id| Some((id, self.log.decision(id).filter(|decision| decision.who == self.coder)?));
        written.rev().filter(|id| !self.undone.contains(id)).find_map(own)
    }

    /// The line that takes back another.
    pub fn undo_of(&self, line: LineId, why: &str, when: &Moment) -> Line {
        Line::Undo(Undo { who: self.coder.clone(), when: when.clone(), undo: line, why: why.to_owned() })
    }

    /// Takes in a line that the coder wrote.
    pub fn wrote(&mut self, text: &str, line: Line, file: &str) -> LineId {
        let id = self.log.add(text, line, file);
        self.follow(id);
        id
    }

    /// Takes in what others have written since; says whether there was anything.
    pub fn arrived(&mut self, others: Log) -> bool {
        let new = self.log.merge(others);
        if new.is_empty() {
            return false;
        }
        new.into_iter().for_each(|id| self.follow(id));
        self.version += 1;
        true
    }

    /// Takes in a line of the log.
    fn follow(&mut self, id: LineId) {
        if let Some(subject) = self.log.subject(id) {
            let follows = self.log.line(id).map(|line| line.follows().to_vec()).unwrap_or_default();
            let heads = self.heads.entry(subject).or_default();
            heads.retain(|head| !follows.contains(head));
            heads.push(id);
        }
        self.index(id);
        match self.log.line(id) {
            Some(Line::Decision(decision)) => {
                let subject = Subject::from(decision);
                self.say(&subject, None);
            }
            Some(Line::Undo(undo)) => {
                let target = undo.undo;
                self.undone = self.log.undone();
                let Some(subject) = self.log.subject(id) else { return };
                // Codes may have followed a text to another id.
                let holds = |slot: &Slot| slot.coders.values().chain(&slot.last).any(|said| said.line == Some(target));
                let held: Vec<usize> = (0..self.slots.len()).filter(|at| holds(&self.slots[*at])).collect();
                held.into_iter().for_each(|at| self.say(&subject, Some(at)));
                self.say(&subject, None);
            }
            Some(Line::Assignment(_)) => self.assign(),
            Some(Line::Migration(_) | Line::Rule(_)) | None => {}
        }
    }

    /// Reads anew what the lines of a subject say, of its own slot or another.
    fn say(&mut self, subject: &Subject, at: Option<usize>) {
        let domain = self.book.domain(&subject.domain);
        let Some(at) = at.or_else(|| self.slot(&subject.unit, domain?)) else { return };
        let said = self.said(subject, self.slots[at].read);
        let cell = || self.cells.get(&(at, subject.coder.clone())).map(|codes| Said::of_cell(codes));
        let said = said.or_else(cell);
        let slot = &mut self.slots[at];
        match (&subject.coder, said) {
            (Some(coder), Some(said)) => drop(slot.coders.insert(coder.clone(), said)),
            (Some(coder), None) => drop(slot.coders.remove(coder)),
            (None, said) => slot.last = said,
        }
    }

    /// What the lines of a subject say of a text that nobody took back; nothing where people differ.
    fn said(&self, subject: &Subject, read: Option<Fingerprint>) -> Option<Said> {
        let of_text = |id: &&LineId| {
            !self.undone.contains(id) && self.log.decision(**id).is_some_and(|decision| decision.read == read)
        };
        let own: Vec<LineId> = self.lines.get(subject)?.iter().filter(of_text).copied().collect();
        let followed = self.followed(&own);
        let mut left = own.into_iter().filter(|id| !followed.contains(id));
        let last = left.next_back()?;
        let codes = &self.log.decision(last)?.codes;
        let differs = |id: LineId| self.log.decision(id).is_some_and(|decision| decision.codes != *codes);
        (!left.any(differs)).then(|| Said::of_line(last, codes, &self.log))
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
