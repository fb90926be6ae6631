//! What patterns serve: the rules and guards, by pattern.

use super::lexicon::Service;
use crate::codebook::{Domain, Evidence, Rule};

/// The service of patterns that negate: a bit that no domain has.
pub(super) const NEGATION: Service = 1 << 7;

/// That of patterns that guards look for.
pub(super) const GUARD: Service = 1 << 6;

/// The bit of a domain among what patterns serve.
pub(super) fn service(domain: Domain) -> Service {
    1 << domain as u8
}

/// Whether a domain is read from the texts of all.
pub(super) fn is_across(domain: Domain) -> bool {
    domain == Domain::Theme
}

/// What each pattern serves.
pub(super) struct Uses<U> {
    all: Vec<U>,
    /// Where those of a pattern start; one more at the end.
    starts: Vec<u32>,
}

impl<U> Uses<U> {
    /// Puts uses in the order of their patterns.
    pub fn new(mut used: Vec<(usize, U)>) -> Self {
        used.sort_by_key(|(pattern, _)| *pattern);
        let patterns = used.last().map_or(0, |(last, _)| last + 1);
        let start = |pattern: usize| used.partition_point(|(of, _)| *of < pattern) as u32;
        let starts = (0..=patterns).map(start).collect();
        Self { all: used.into_iter().map(|(_, used)| used).collect(), starts }
    }

    /// Those of a pattern.
    pub fn by(&self, pattern: u32) -> &[U] {
        match self.starts.get(pattern as usize..) {
            Some([from, to, ..]) => &self.all[*from as usize..*to as usize],
            _ => &[],
        }
    }
}

/// What a pattern serves among rules. There are many, and how much memory they take decides how fast they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Use {
    /// The number of the pattern's weight in the rule. Evidence of one pattern in several roles has the same.
    pub weight: u32,
    pub rule: u32,
    /// The rule's code.
    pub code: u32,
    pub role: Role,
    /// The kinds of hits without which the rule cannot fire.
    pub needs: Kinds,
    /// The domain that the rule is for, and whether that is read from the texts of all.
    pub service: Service,
    pub across: bool,
    /// Whether the rule looks at the whole text, not at a sentence.
    pub whole: bool,
}

/// What a pattern serves among guards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct GuardUse {
    pub guard: u32,
    /// Whether the guard does not hold where the pattern is found.
    pub lifts: bool,
    /// Whether the guard looks at the whole text, not at a sentence.
    pub whole: bool,
    /// The domain that the guard is for, and whether that is read from the texts of all.
    pub service: Service,
    pub across: bool,
}

/// How a pattern serves a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Role {
    pub kind: Kinds,
    /// Which group of `all`, or which pair of `near`.
    pub place: u32,
}

/// A set of kinds of roles.
pub(super) type Kinds = u8;

pub(super) const ANY: Kinds = 1;
pub(super) const ALL: Kinds = 2;
pub(super) const NEAR_ANY: Kinds = 4;
pub(super) const NEAR_WITH: Kinds = 8;
pub(super) const NONE: Kinds = 16;
pub(super) const AGAINST: Kinds = 32;
/// What speaks for a code.
pub(super) const EVIDENCE: Kinds = ANY | ALL | NEAR_ANY | NEAR_WITH;

impl Role {
    pub const fn new(kind: Kinds, place: u32) -> Self {
        Self { kind, place }
    }

    /// Whether a match speaks for the rule's code.
    pub fn is_evidence(self) -> bool {
        self.kind & EVIDENCE != 0
    }
}

/// The kinds of hits without which a rule cannot fire.
pub(super) fn needs(rule: &Rule) -> Kinds {
    let needed =
        [(!rule.any.is_empty(), ANY), (!rule.all.is_empty(), ALL), (!rule.near.is_empty(), NEAR_ANY | NEAR_WITH)];
    needed.iter().filter(|(needed, _)| *needed).fold(0, |all, (_, kind)| all | kind)
}

/// Hands every pattern of a rule with how it serves it.
pub(super) fn for_each_use<'a>(declared: &'a Rule, mut hand: impl FnMut(&'a Evidence, Role)) {
    declared.any.iter().for_each(|e| hand(e, Role::new(ANY, 0)));
    declared.none.iter().for_each(|e| hand(e, Role::new(NONE, 0)));
    declared.against.iter().for_each(|e| hand(e, Role::new(AGAINST, 0)));
    for (group, alternatives) in (0..).zip(&declared.all) {
        alternatives.patterns().iter().for_each(|e| hand(e, Role::new(ALL, group)));
    }
    for (pair, near) in (0..).zip(&declared.near) {
        near.any.iter().for_each(|e| hand(e, Role::new(NEAR_ANY, pair)));
        near.with.iter().for_each(|e| hand(e, Role::new(NEAR_WITH, pair)));
    }
}
