//! Which matches a negation governs.

use super::matches::{Match, Status, Statuses, near};
use super::postings::NEGATION_BIT;

/// Which patterns negate, by pattern.
#[derive(Default)]
pub(super) struct Negation {
    pub roles: Vec<NegationRole>,
    /// How many words it reaches.
    pub within: u32,
}

/// What a pattern does for negation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum NegationRole {
    #[default]
    None,
    Before,
    After,
    Both,
    Except,
    Stop,
}

impl Negation {
    fn role(&self, m: &Match) -> NegationRole {
        self.roles[m.pattern as usize]
    }

    /// Whether a match is a negation.
    fn negates(&self, m: &Match) -> bool {
        use NegationRole::{After, Before, Both};
        m.mask & NEGATION_BIT != 0 && matches!(self.role(m), Before | After | Both)
    }

    /// Marks what a negation governs; whether there is any. A negation inside an exception, or in the match itself,
    /// governs nothing.
    pub fn mark(&self, matches: &[Match], statuses: &mut Statuses) -> bool {
        let mut any = false;
        let mut negations = matches.iter().filter(|m| self.negates(m)).peekable();
        let longest = negations.peek().and_then(|_| matches.iter().map(|m| m.last.saturating_sub(m.first)).max());
        let reach = self.within.saturating_add(longest.unwrap_or_default());
        for negation in negations {
            // Matches are in the order of their first words.
            let first = matches.partition_point(|m| m.first.saturating_add(reach) < negation.first);
            let end = matches.partition_point(|m| m.first <= negation.last.saturating_add(self.within));
            let around = &matches[first..end];
            if around.iter().any(|m| self.role(m) == NegationRole::Except && m.holds(negation)) {
                continue;
            }
            for (at, m) in (first..end).zip(around) {
                if self.governs(negation, m, around) {
                    statuses.set_all(at, Status::Negated);
                    any = true;
                }
            }
        }
        any
    }

    /// Whether a negation reaches a match, with nothing between them that stops it.
    fn governs(&self, negation: &Match, m: &Match, around: &[Match]) -> bool {
        let role = self.role(negation);
        let follows = role != NegationRole::After && m.start >= negation.end;
        let precedes = role != NegationRole::Before && m.end <= negation.start;
        let (from, to) = if follows { (negation.end, m.start) } else { (m.end, negation.start) };
        let stops = |s: &Match| self.role(s) == NegationRole::Stop && from <= s.start && s.end <= to;
        near(m, negation, self.within) && (follows || precedes) && !around.iter().any(stops)
    }
}
