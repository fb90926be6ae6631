//! Which matches a negation governs.

use super::judge::State;
use super::scan::Match;
use super::uses::NEGATION;

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

impl NegationRole {
    /// Whether it takes evidence away.
    pub fn negates(self) -> bool {
        matches!(self, Self::Before | Self::After | Self::Both)
    }
}

impl Negation {
    /// Marks what a negation governs; whether there is any. A negation inside an exception, or in the match itself, governs nothing.
    pub fn mark(&self, matches: &[Match], states: &mut [State]) -> bool {
        let mut any = false;
        let role = |m: &Match| self.roles[m.pattern as usize];
        let length = |m: &Match| m.last.saturating_sub(m.first);
        let mut negations = matches.iter().filter(|m| m.service & NEGATION != 0 && role(m).negates()).peekable();
        let longest = negations.peek().and_then(|_| matches.iter().map(length).max());
        let reach = self.within.saturating_add(longest.unwrap_or_default());
        for negation in negations {
            // Matches lie in the order of their first words.
            let first = matches.partition_point(|m| m.first.saturating_add(reach) < negation.first);
            let end = matches.partition_point(|m| m.first <= negation.last.saturating_add(self.within));
            let around = &matches[first..end];
            if around.iter().any(|e| role(e) == NegationRole::Except && e.holds(negation)) {
                continue;
            }
            for (at, m) in (first..).zip(around).filter(|(_, m)| near(m, negation, self.within)) {
                let follows = role(negation) != NegationRole::After && m.start >= negation.end;
                let precedes = role(negation) != NegationRole::Before && m.end <= negation.start;
                let (from, to) = if follows { (negation.end, m.start) } else { (m.end, negation.start) };
                let stops = |s: &Match| role(s) == NegationRole::Stop && from <= s.start && s.end <= to;
                if (follows || precedes) && !around.iter().any(stops) {
                    states[2 * at..2 * at + 2].fill(State::Negated);
                    any = true;
                }
            }
        }
        any
    }
}

/// Whether two matches stand within so many words, neighbours being one apart, in one sentence.
pub(super) fn near(a: &Match, b: &Match, within: u32) -> bool {
    let (before, after) = if a.start <= b.start { (a, b) } else { (b, a) };
    before.end > after.start || before.sentence == after.sentence && after.first <= before.last.saturating_add(within)
}
