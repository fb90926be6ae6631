//! Keeps up with the log, line by line, as a coder and others write it.

use std::collections::BTreeSet;

use super::Review;
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
        self.say_all();
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
        self.follow(&[id]);
        id
    }

    /// Takes in what others have written since; says whether there was anything.
    pub fn arrived(&mut self, others: Log) -> bool {
        let new = self.log.merge(others);
        if new.is_empty() {
            return false;
        }
        self.follow(&new);
        self.version += 1;
        true
    }

    /// Takes in lines of the log: what each is about is read anew once.
    fn follow(&mut self, new: &[LineId]) {
        let (mut subjects, mut units) = (BTreeSet::new(), BTreeSet::new());
        let (mut takes_back, mut divides, mut carries) = (false, false, false);
        for id in new {
            let Some(line) = self.log.line(*id) else { continue };
            let subject = self.log.subject(*id);
            match line {
                Line::Decision(own) => carries |= self.carrying.is_foreign(own),
                Line::Undo(_) => {
                    takes_back = true;
                    // What it takes back may be of any kind.
                    (divides, carries) = (divides || subject.is_none(), carries || subject.is_none());
                }
                Line::Assignment(_) => divides = true,
                Line::Migration(_) => carries = true,
                Line::Rule(_) => {}
            }
            if let Some(subject) = subject {
                let heads = self.heads.entry(subject.clone()).or_default();
                heads.retain(|head| !line.follows().contains(head));
                heads.push(*id);
                subjects.insert(subject);
            }
            self.index(*id);
        }
        if takes_back {
            self.undone = self.log.undone();
        }
        if carries {
            self.say_all();
        }
        subjects.iter().for_each(|subject| units.extend(self.say_of(subject)));
        if divides || carries {
            self.assign();
        }
        units.into_iter().for_each(|unit| self.tally(unit));
    }
}
