//! What stands of all lines: which decisions count, wherever their lines stand and in whatever order.
//!
//! A decision counts unless somebody took it back, or another that counts follows it and was made for the same text. Where several
//! are left and say different things, nothing counts: whoever decided last on a clock has not read what the others said. A decision
//! for another text than the one that is there now is kept: the text may come back, or stand elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::carrying::Carrying;
use super::line::{Line, LineId};
use super::{Log, Subject};
use crate::decisions::Fingerprint;

/// What was decided of a subject, by the text that was read.
pub type Stands = BTreeMap<Option<Fingerprint>, Said>;

/// What was decided for a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The codes, sorted; `None` where people said different things, and none of them knew of the others.
    pub codes: Option<Vec<String>>,
    /// The lines that say so, the latest last.
    pub lines: Vec<LineId>,
}

impl Log {
    /// What stands of every subject, in codes as somebody carried them over.
    pub fn stands(&self, carried: &Carrying) -> BTreeMap<Subject, Stands> {
        let undone = self.undone();
        let mut subjects: BTreeMap<Subject, BTreeMap<Option<Fingerprint>, Vec<LineId>>> = BTreeMap::new();
        for (id, kept) in self.lines.iter().filter(|(id, _)| !undone.contains(id)) {
            if let Line::Decision(decision) = &kept.line {
                subjects.entry(Subject::from(decision)).or_default().entry(decision.read).or_default().push(*id);
            }
        }
        let stands =
            |texts: BTreeMap<_, Vec<LineId>>| texts.into_iter().map(|(text, ids)| (text, self.said(ids, carried)));
        subjects.into_iter().map(|(subject, texts)| (subject, stands(texts).collect())).collect()
    }

    /// What is said by the decisions of a subject for a text that nobody took back.
    fn said(&self, mut ids: Vec<LineId>, carried: &Carrying) -> Said {
        if ids.len() > 1 {
            let followed = self.followed(&ids);
            ids.retain(|id| !followed.contains(id));
        }
        ids.sort_by_key(|id| self.line(*id).map(|line| (line.when(), line.who(), *id)));
        let mut codes: Vec<Vec<String>> =
            ids.iter().filter_map(|id| self.decision(*id)).map(|decision| carried.codes(decision)).collect();
        codes.dedup();
        Said { codes: if codes.len() == 1 { codes.pop() } else { None }, lines: ids }
    }

    /// All lines that any of these follows, near or far.
    fn followed(&self, ids: &[LineId]) -> BTreeSet<LineId> {
        let follows = |id: LineId| self.line(id).map_or(&[][..], Line::follows);
        let mut followed = BTreeSet::new();
        let mut left: Vec<LineId> = ids.iter().flat_map(|id| follows(*id)).copied().collect();
        while let Some(id) = left.pop() {
            if followed.insert(id) {
                left.extend(follows(id));
            }
        }
        followed
    }

    /// The lines that somebody took back. One that takes another back may be taken back itself.
    pub fn undone(&self) -> BTreeSet<LineId> {
        let undoes = |id: LineId| match self.line(id) {
            Some(Line::Undo(undo)) => Some(undo.undo),
            _ => None,
        };
        // How many lines that take it back are not decided upon yet.
        let mut open: BTreeMap<LineId, usize> = BTreeMap::new();
        self.lines.keys().filter_map(|id| undoes(*id)).for_each(|target| *open.entry(target).or_default() += 1);
        let mut undone = BTreeSet::new();
        let mut decided: Vec<LineId> = self.lines.keys().copied().filter(|id| !open.contains_key(id)).collect();
        while let Some(id) = decided.pop() {
            let Some(target) = undoes(id) else { continue };
            if !undone.contains(&id) {
                undone.insert(target);
            }
            if let Some(left) = open.get_mut(&target) {
                *left -= 1;
                if *left == 0 {
                    decided.push(target);
                }
            }
        }
        undone
    }
}
