//! A match: where a pattern was found in a text, and what became of it.

use super::postings::DomainMask;

/// A range of items in a buffer: from and to.
pub(super) type IndexRange = (u32, u32);

/// A pattern found in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    /// Where it starts, in bytes.
    pub start: u32,
    /// Where it ends, in bytes.
    pub end: u32,
    /// Which pattern, in the order they were given.
    pub pattern: u32,
    /// The first of its words, counted over the text.
    pub first: u32,
    /// The last of its words.
    pub last: u32,
    /// The sentence that it starts in; the numbers rise from 1.
    pub sentence: u32,
    /// Its postings in the type cache: those for the domains of its text.
    pub(super) postings: IndexRange,
    /// The domains of these.
    pub(super) mask: DomainMask,
}

impl Match {
    /// Whether another lies in this one, or is as long.
    pub fn holds(&self, other: &Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether this one lies inside a longer one.
    pub fn is_inside(&self, other: &Self) -> bool {
        other.holds(self) && (other.start, other.end) != (self.start, self.end)
    }

    /// Its place in the order of matches: by where they start, of those the longest first.
    pub(super) fn order(&self) -> (u64, u32) {
        (self.extent(), self.pattern)
    }

    /// The same without regard to patterns.
    pub(super) fn extent(&self) -> u64 {
        u64::from(self.start) << 32 | u64::from(!self.end)
    }
}

/// Whether two matches stand within so many words, neighbours being one apart, in one sentence.
pub(super) fn near(a: &Match, b: &Match, within: u32) -> bool {
    let (before, after) = if a.start <= b.start { (a, b) } else { (b, a) };
    before.end > after.start || before.sentence == after.sentence && after.first <= before.last.saturating_add(within)
}

/// The most matches that are kept of a text, and of one regular expression in a part of it. It is hundreds of times what an
/// answer holds: a hostile text cannot take long.
pub(super) const MOST_MATCHES: usize = 20_000;

/// Whether a match counts as evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Status {
    #[default]
    Counts,
    Negated,
    /// Kept back by the guard of this number.
    Guarded(u32),
    /// Inside longer evidence.
    Nested,
}

impl Status {
    /// Whether a negation or a guard keeps the match from counting.
    pub fn is_suppressed(self) -> bool {
        matches!(self, Self::Negated | Self::Guarded(_))
    }
}

/// The statuses of a text's matches; the buffer is kept for the next.
///
/// Domains that are coded from one text each have a layer of their own there, for a match may count for one and be nested for
/// another. Domains that never share a text share a layer.
#[derive(Default)]
pub(super) struct Statuses {
    layers: usize,
    all: Vec<Status>,
}

impl Statuses {
    /// Lets every match count in every layer.
    pub fn reset(&mut self, matches: usize, layers: usize) {
        self.layers = layers;
        self.all.clear();
        self.all.resize(matches * layers, Status::Counts);
    }

    /// The status of a match in a layer.
    pub fn of(&self, match_index: u32, layer: u8) -> &Status {
        &self.all[match_index as usize * self.layers + usize::from(layer)]
    }

    /// Changes the status of a match in a layer.
    pub fn set(&mut self, match_index: u32, layer: u8, status: Status) {
        self.all[match_index as usize * self.layers + usize::from(layer)] = status;
    }

    /// Changes the status of a match in all layers.
    pub fn set_all(&mut self, match_index: usize, status: Status) {
        self.all[match_index * self.layers..][..self.layers].fill(status);
    }

    /// Lets every match count in every layer, and hands over the statuses until now.
    pub fn take(&mut self) -> Self {
        let counting = Self { layers: self.layers, all: vec![Status::Counts; self.all.len()] };
        std::mem::replace(self, counting)
    }
}
