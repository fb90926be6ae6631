//! What a pattern is for: its postings, each a rule or a guard that it stands in.

use std::collections::BTreeMap;

use crate::codebook::{Domain, Evidence, MOST_DOMAINS, Rule};

/// A set of domains, a bit each, with one bit more for guards and one for negation.
pub(super) type DomainMask = u16;

/// The bit of patterns that stand in guards.
pub(super) const GUARD_BIT: DomainMask = 1 << MOST_DOMAINS;

/// The bit of patterns of negation, which are for all domains.
pub(super) const NEGATION_BIT: DomainMask = 1 << (MOST_DOMAINS + 1);

/// All bits.
pub(super) const ALL_BITS: DomainMask = DomainMask::MAX;

/// The bit of a domain.
pub(super) fn domain_bit(domain: Domain) -> DomainMask {
    1 << domain.at()
}

/// The layers of domains: two that may be coded from one text are in different ones.
pub(super) fn layers(domains: impl Iterator<Item = Domain>) -> BTreeMap<Domain, u8> {
    let mut layers: BTreeMap<Domain, u8> = BTreeMap::new();
    for domain in domains {
        let taken = |layer: &u8| layers.iter().any(|(other, of)| of == layer && domain.shares_texts(*other));
        let free = (0..=u8::MAX).find(|layer| !taken(layer)).unwrap_or_default();
        layers.insert(domain, free);
    }
    layers
}

/// Things by the pattern they belong to.
pub(super) struct ByPattern<T> {
    all: Vec<T>,
    /// Where those of a pattern start; one more at the end.
    starts: Vec<u32>,
}

impl<T> ByPattern<T> {
    /// Sorts things by their patterns.
    pub fn new(mut things: Vec<(usize, T)>, patterns: usize) -> Self {
        things.sort_by_key(|(pattern, _)| *pattern);
        let start = |pattern: usize| things.partition_point(|(of, _)| *of < pattern) as u32;
        let starts = (0..=patterns).map(start).collect();
        Self { all: things.into_iter().map(|(_, thing)| thing).collect(), starts }
    }

    /// Those of a pattern.
    pub fn of(&self, pattern: u32) -> &[T] {
        let at = pattern as usize;
        &self.all[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

/// A pattern in a rule. Kept small: there are thousands, and cache misses cost most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Posting {
    /// The number of the pattern's weight in the rule. Evidence of one pattern in several roles has the same.
    pub weight: u32,
    pub rule: u32,
    /// The rule's code.
    pub code: u32,
    pub role: Role,
    /// The roles without which the rule cannot fire.
    pub required_roles: Roles,
    /// The domain that the rule is for, and the layer of its statuses.
    pub domain_bit: DomainMask,
    pub layer: u8,
    /// Whether the rule looks at the whole text, not at a sentence.
    pub whole_text: bool,
}

/// A pattern in a guard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct GuardPosting {
    pub guard: u32,
    /// Whether the guard does not hold where the pattern is found.
    pub exempts: bool,
    /// Whether the guard looks at the whole text, not at a sentence.
    pub whole_text: bool,
    /// The domain that the guard is for, and whether that is read from all texts.
    pub domain_bit: DomainMask,
    pub layer: u8,
}

/// The role of a pattern in a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Role {
    pub kind: Roles,
    /// Which group of `all`, or which pair of `near`.
    pub place: u32,
}

/// A set of kinds of roles.
pub(super) type Roles = u8;

pub(super) const ANY: Roles = 1;
pub(super) const ALL: Roles = 2;
pub(super) const NEAR_ANY: Roles = 4;
pub(super) const NEAR_WITH: Roles = 8;
pub(super) const NONE: Roles = 16;
pub(super) const AGAINST: Roles = 32;
/// The roles whose matches are evidence.
pub(super) const EVIDENCE: Roles = ANY | ALL | NEAR_ANY | NEAR_WITH;

impl Role {
    pub const fn new(kind: Roles, place: u32) -> Self {
        Self { kind, place }
    }

    /// Whether a match is evidence for the rule's code.
    pub fn is_evidence(self) -> bool {
        self.kind & EVIDENCE != 0
    }
}

/// The roles without which a rule cannot fire.
pub(super) fn required_roles(rule: &Rule) -> Roles {
    let any = if rule.any.is_empty() { 0 } else { ANY };
    let all = if rule.all.is_empty() { 0 } else { ALL };
    let near = if rule.near.is_empty() { 0 } else { NEAR_ANY | NEAR_WITH };
    any | all | near
}

/// Hands every pattern of a rule with its role.
pub(super) fn for_each_role<'a>(rule: &'a Rule, mut hand: impl FnMut(&'a Evidence, Role)) {
    rule.any.iter().for_each(|e| hand(e, Role::new(ANY, 0)));
    rule.none.iter().for_each(|e| hand(e, Role::new(NONE, 0)));
    rule.against.iter().for_each(|e| hand(e, Role::new(AGAINST, 0)));
    for (group, alternatives) in (0..).zip(&rule.all) {
        alternatives.patterns().iter().for_each(|e| hand(e, Role::new(ALL, group)));
    }
    for (pair, near) in (0..).zip(&rule.near) {
        near.any.iter().for_each(|e| hand(e, Role::new(NEAR_ANY, pair)));
        near.with.iter().for_each(|e| hand(e, Role::new(NEAR_WITH, pair)));
    }
}
