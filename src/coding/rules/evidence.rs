//! From matches to evidence: which matches can make a rule fire.
//!
//! A pattern may stand in many rules, and most of these require something else that the text lacks. So the roles of all matches
//! are collected by unit first: a rule, with the sentence or text in which its conditions must hold together. Only units that
//! have all roles that their rule requires are looked at further.

use super::matches::Match;
use super::postings::{AGAINST, ANY, NONE, Posting, Role, Roles};
use super::rulebook::Rulebook;
use crate::codebook::NestedScope;

/// A match as evidence for a rule that has all roles it requires.
#[derive(Clone, Copy)]
pub(super) struct EvidenceHit {
    /// The number of the pattern's weight in the rule.
    pub weight: u32,
    pub rule: u32,
    pub code: u32,
    /// Longer evidence suppresses evidence of the same key only: the domain, or the code.
    pub key: u32,
    /// The match, and the layer of its status.
    pub match_index: u32,
    pub layer: u8,
    /// The kind of role that it has in the rule.
    pub kind: Roles,
    /// Whether the rule has no other condition.
    pub single_condition: bool,
    /// Whether the rule fires, with it as evidence.
    pub counts: bool,
}

/// Evidence of a rule with several conditions, which must hold together.
#[derive(Clone, Copy)]
pub(super) struct ConjunctHit {
    pub unit: u32,
    /// Its number among all evidence.
    pub evidence: u32,
    pub rule: u32,
    pub role: Role,
}

/// A match in a role of its pattern.
#[derive(Clone, Copy)]
struct RoleMatch {
    posting: Posting,
    match_index: u32,
    unit: u32,
}

/// The latest unit of a rule.
#[derive(Clone, Copy, Default)]
struct LatestUnit {
    /// The sentence, or the whole text, by a number that no other of any text has.
    scope: u64,
    unit: u32,
}

/// The evidence of a text; its buffers are kept for the next.
pub(super) struct EvidenceBuffer {
    role_matches: Vec<RoleMatch>,
    /// By rule.
    latest_units: Vec<LatestUnit>,
    /// By unit: the roles that matches have; and those of all units.
    roles: Vec<Roles>,
    all_roles: Roles,
    /// The number of the whole text; its sentences have the numbers after it.
    scope: u64,
    /// In the order of matches.
    pub all: Vec<EvidenceHit>,
    /// By unit, then in the order of matches.
    pub conjuncts: Vec<ConjunctHit>,
    /// The evidence by which a rule fires.
    pub firing: Vec<u32>,
    /// By key: where the evidence that reaches furthest ends and starts.
    pub furthest: Vec<(u32, u32)>,
}

impl EvidenceBuffer {
    pub fn new(rulebook: &Rulebook) -> Self {
        Self {
            role_matches: Vec::new(),
            latest_units: vec![LatestUnit::default(); rulebook.rules.len()],
            roles: Vec::new(),
            all_roles: 0,
            scope: 1,
            all: Vec::new(),
            conjuncts: Vec::new(),
            firing: Vec::new(),
            furthest: vec![(0, 0); rulebook.keys()],
        }
    }

    /// Collects the evidence of a text.
    pub fn collect(&mut self, matches: &[Match], postings: &[Posting], rulebook: &Rulebook) {
        self.collect_roles(matches, postings);
        self.all.clear();
        self.conjuncts.clear();
        for &RoleMatch { posting, match_index, unit } in &self.role_matches {
            let roles = self.roles[unit as usize];
            if !posting.role.is_evidence()
                || roles & posting.required_roles != posting.required_roles
                || roles & NONE != 0
            {
                continue;
            }
            let single_condition = posting.required_roles == ANY;
            if !single_condition {
                let evidence = self.all.len() as u32;
                self.conjuncts.push(ConjunctHit { unit, evidence, rule: posting.rule, role: posting.role });
            }
            let by_code = rulebook.nested == NestedScope::Key;
            let key = if by_code { posting.code } else { posting.domain_bit.trailing_zeros() };
            let Posting { weight, rule, code, layer, .. } = posting;
            let kind = posting.role.kind;
            self.all.push(EvidenceHit {
                weight,
                rule,
                code,
                key,
                match_index,
                layer,
                kind,
                single_condition,
                counts: false,
            });
        }
        self.conjuncts.sort_unstable_by_key(|hit| (hit.unit, hit.evidence));
    }

    /// Collects the roles of all matches by unit.
    fn collect_roles(&mut self, matches: &[Match], postings: &[Posting]) {
        let Self { role_matches, latest_units, roles, all_roles, scope, .. } = self;
        role_matches.clear();
        roles.clear();
        *all_roles = 0;
        for (match_index, m) in (0..).zip(matches) {
            for &posting in &postings[m.postings.0 as usize..m.postings.1 as usize] {
                let here = *scope + if posting.whole_text { 0 } else { u64::from(m.sentence) };
                let last = &mut latest_units[posting.rule as usize];
                if last.scope != here {
                    *last = LatestUnit { scope: here, unit: roles.len() as u32 };
                    roles.push(0);
                }
                roles[last.unit as usize] |= posting.role.kind;
                *all_roles |= posting.role.kind;
                role_matches.push(RoleMatch { posting, match_index, unit: last.unit });
            }
        }
        *scope += 1 + matches.last().map_or(0, |last| u64::from(last.sentence));
    }

    /// The matches that speak against codes, whether their rule can fire or not.
    pub fn against(&self) -> impl Iterator<Item = (&Posting, u32)> {
        let role_matches = if self.all_roles & AGAINST == 0 { &[] } else { self.role_matches.as_slice() };
        let own = role_matches.iter().filter(|role_match| role_match.posting.role.kind == AGAINST);
        own.map(|role_match| (&role_match.posting, role_match.match_index))
    }
}
