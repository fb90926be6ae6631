//! What people have decided, in the order in which they did: a log that is only ever added to.
//!
//! A file per person, a JSON object per line (`line`). A line names the lines that it follows, so that what counts is said by the
//! lines alone, wherever they stand: two people's files are merged by putting their lines together (`stands`). A line is
//! taken back by another line. Half a line, which a program leaves that is stopped while it writes, counts for nothing.

mod assigned;
mod carrying;
mod file;
mod giving;
mod line;
mod moment;
mod stands;

use std::collections::{BTreeMap, BTreeSet};

pub use assigned::Assignments;
pub use carrying::Carrying;
pub use file::cut;
pub use giving::{Coding, Giving};
pub use line::{AddedPattern, Assignment, Carried, Decision, Line, LineId, Migration, Purpose, RuleAdded, Undo, first};
pub use moment::Moment;
pub use stands::{Said, Stands};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::study::Appended;

/// All lines of a study.
#[derive(Clone, Debug, Default)]
pub struct Log {
    lines: BTreeMap<LineId, Kept>,
}

/// A line, and where it stands.
#[derive(Clone, Debug)]
struct Kept {
    line: Line,
    place: Place,
}

/// What a decision is about, and whose it is: no two of one subject that follow none of each other should differ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// What it is for.
    pub purpose: Purpose,
    /// Whose it is; `None` of what counts, which is everybody's.
    pub coder: Option<String>,
    /// The unit's id.
    pub unit: String,
    /// The word of the domain.
    pub domain: String,
}

impl Subject {
    /// Of the codes that count.
    pub fn of_final(unit: &str, domain: &str) -> Self {
        Self { purpose: Purpose::Final, coder: None, unit: unit.to_owned(), domain: domain.to_owned() }
    }

    /// Of the codes that a coder gave.
    pub fn of_coder(coder: &str, unit: &str, domain: &str) -> Self {
        Self { purpose: Purpose::Coding, coder: Some(coder.to_owned()), ..Self::of_final(unit, domain) }
    }
}

impl From<&Decision> for Subject {
    fn from(decision: &Decision) -> Self {
        match decision.purpose {
            Purpose::Final => Self::of_final(&decision.unit, &decision.domain),
            Purpose::Coding => Self::of_coder(&decision.who, &decision.unit, &decision.domain),
        }
    }
}

impl Log {
    /// Reads the files of a study. What is wrong with them is reported; what can be read is kept.
    pub fn read(files: &[Appended], messages: &mut Diagnostics) -> Self {
        let mut log = Self::default();
        for file in files {
            for (place, text, line) in file::lines(file, messages) {
                // The same line in two files is one: people have copies of each other's.
                log.lines.entry(LineId::of(text)).or_insert(Kept { line, place });
            }
        }
        log.report_missing(messages);
        log
    }

    /// Adds a line that was written since.
    pub fn add(&mut self, text: &str, line: Line, file: &str) -> LineId {
        let id = LineId::of(text);
        self.lines.entry(id).or_insert(Kept { line, place: Place::file(file) });
        id
    }

    /// Takes in the lines of another that it has not; gives them, the oldest first.
    pub fn merge(&mut self, other: Self) -> Vec<LineId> {
        let new = other.history().into_iter().map(|(id, _)| id).filter(|id| !self.lines.contains_key(id));
        let new: Vec<LineId> = new.collect();
        for (id, kept) in other.lines {
            self.lines.entry(id).or_insert(kept);
        }
        new
    }

    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// A line.
    pub fn line(&self, id: LineId) -> Option<&Line> {
        self.lines.get(&id).map(|kept| &kept.line)
    }

    /// A line that is a decision.
    pub fn decision(&self, id: LineId) -> Option<&Decision> {
        match self.line(id)? {
            Line::Decision(decision) => Some(decision),
            Line::Undo(_) | Line::Migration(_) | Line::Assignment(_) | Line::Rule(_) => None,
        }
    }

    /// Where a line stands.
    pub fn place(&self, id: LineId) -> Option<&Place> {
        self.lines.get(&id).map(|kept| &kept.place)
    }

    /// Every line, the oldest first.
    pub fn history(&self) -> Vec<(LineId, &Line)> {
        let mut all: Vec<_> = self.lines.iter().map(|(id, kept)| (*id, &kept.line)).collect();
        all.sort_by(|a, b| {
            (a.1.when(), a.1.who(), &self.lines[&a.0].place).cmp(&(b.1.when(), b.1.who(), &self.lines[&b.0].place))
        });
        all
    }

    /// By subject, the lines that nobody has followed: a new decision names them all.
    pub fn heads(&self) -> BTreeMap<Subject, Vec<LineId>> {
        let lines = self.lines.values().map(|kept| &kept.line);
        let followed: BTreeSet<LineId> = lines.flat_map(|line| line.follows().iter().copied()).collect();
        let mut heads: BTreeMap<Subject, Vec<LineId>> = BTreeMap::new();
        for id in self.lines.keys().filter(|id| !followed.contains(id)) {
            self.subject(*id).into_iter().for_each(|subject| heads.entry(subject).or_default().push(*id));
        }
        heads
    }

    /// What a line is about; of one that takes another back, what that is about.
    pub fn subject(&self, id: LineId) -> Option<Subject> {
        self.decision(self.decided(id)?).map(Subject::from)
    }

    /// The decision that a line is, or takes back, or whose taking back it takes back.
    fn decided(&self, mut id: LineId) -> Option<LineId> {
        // A line that names itself cannot be made, but a fault in here should not go on for ever.
        for _ in 0..=self.lines.len() {
            match self.line(id)? {
                Line::Decision(_) => return Some(id),
                Line::Undo(undo) => id = undo.undo,
                Line::Migration(_) | Line::Assignment(_) | Line::Rule(_) => return None,
            }
        }
        None
    }

    /// Tells of lines that follow what no file has.
    fn report_missing(&self, messages: &mut Diagnostics) {
        let missing = |kept: &&Kept| kept.line.follows().iter().any(|id| !self.lines.contains_key(id));
        let mut lines: Vec<&Kept> = self.lines.values().filter(missing).collect();
        lines.sort_by(|a, b| a.place.cmp(&b.place));
        let Some(first) = lines.first() else { return };
        let message = msg!("decision-predecessor-missing", count = lines.len(), who = shown(first.line.who()));
        messages.push(Diagnostic::warning(first.place.clone(), message));
    }
}

#[cfg(test)]
mod tests;
