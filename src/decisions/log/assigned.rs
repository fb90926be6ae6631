//! Who is to code which answers, as people have divided them.

use std::collections::{BTreeMap, BTreeSet};

use super::Log;
use super::line::{Line, LineId};

/// Which units are whose. One that nobody was given is everybody's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignments {
    coders: BTreeMap<String, BTreeSet<String>>,
    by_unit: BTreeMap<String, BTreeSet<String>>,
    plain: BTreeSet<String>,
}

impl Log {
    /// All assignments that nobody took back, together.
    pub fn assignments(&self) -> Assignments {
        let undone = self.undone();
        let mut all = Assignments::default();
        for (_, kept) in self.lines.iter().filter(|(id, _)| !undone.contains(id)) {
            let Line::Assignment(own) = &kept.line else { continue };
            for (coder, units) in &own.assign {
                all.coders.entry(coder.clone()).or_default().extend(units.iter().cloned());
                for unit in units {
                    all.by_unit.entry(unit.clone()).or_default().insert(coder.clone());
                }
            }
            all.plain.extend(own.plain.iter().cloned());
        }
        all
    }
}

impl Log {
    /// The draws whose samples were given out, each with a line that says so and that nobody took back.
    pub fn draws(&self) -> BTreeMap<usize, LineId> {
        let undone = self.undone();
        let standing = self.lines.iter().filter(|(id, _)| !undone.contains(id));
        let of_draw = standing.filter_map(|(id, kept)| match &kept.line {
            Line::Assignment(own) => Some((own.draw?, *id)),
            _ => None,
        });
        of_draw.collect()
    }
}

impl Assignments {
    /// Whether nothing is divided.
    pub fn is_empty(&self) -> bool {
        self.coders.is_empty()
    }

    /// Everybody who was given answers.
    pub fn everybody(&self) -> impl Iterator<Item = &str> {
        self.coders.keys().map(String::as_str)
    }

    /// The units that a coder was given, by their ids.
    pub fn of(&self, coder: &str) -> impl Iterator<Item = &str> {
        self.coders.get(coder).into_iter().flatten().map(String::as_str)
    }

    /// To whom a unit was given; to nobody in particular where this is empty.
    pub fn coders(&self, unit: &str) -> impl Iterator<Item = &str> + Clone {
        self.by_unit.get(unit).into_iter().flatten().map(String::as_str)
    }

    /// Whether a unit was given to somebody.
    pub fn has(&self, unit: &str) -> bool {
        self.by_unit.contains_key(unit)
    }

    /// Whether a coder may code a unit: one of their own, or one that nobody was given.
    pub fn may_code(&self, coder: &str, unit: &str) -> bool {
        self.by_unit.get(unit).is_none_or(|coders| coders.contains(coder))
    }

    /// Whether nobody who codes a unit may see what others or a machine say of it: several code it, or it is shown plainly.
    pub fn is_blind(&self, unit: &str) -> bool {
        self.is_plain(unit) || self.coders(unit).nth(1).is_some()
    }

    /// Whether a unit is shown without suggestions.
    pub fn is_plain(&self, unit: &str) -> bool {
        self.plain.contains(unit)
    }
}
