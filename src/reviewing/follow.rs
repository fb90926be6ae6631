//! Keeps up with the log, line by line, as a coder and others write it.

use std::collections::BTreeSet;

use super::Review;
use crate::decisions::log::{Coding, Decision, Giving, Line, LineId, Log, Moment, Purpose, Subject, Undo};

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
        let giving = Giving { who: &self.coder, when, purpose, book: &self.book, heads: &self.heads };
        let was = |coding: &Coding| {
            let at = self.slot(&coding.unit, coding.domain).filter(|_| purpose == Purpose::Final)?;
            self.cells.get(&(at, None)).cloned()
        };
        codings.iter().map(|coding| giving.line(coding, was(coding))).collect()
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
