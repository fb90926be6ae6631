//! From matches to evidence: which matches can make a rule fire.
//!
//! A pattern may stand in many rules, and most of them ask for something else that the text has not. So the roles of all
//! matches are gathered by unit first (a rule, and the sentence or text in which its conditions must hold together), and only
//! units that have all that their rule needs are looked at.

use super::matches::Match;
use super::purposes::{AGAINST, ANY, NONE, Role, Roles, Use};
use super::rulebook::Rulebook;
use crate::codebook::NestedScope;

/// A match that can make a rule fire.
#[derive(Clone, Copy)]
pub(super) struct Evidence {
    /// The number of the pattern's weight in the rule.
    pub weight: u32,
    pub rule: u32,
    pub code: u32,
    /// Evidence hides other evidence of the same key only.
    pub key: u32,
    /// The match, and whether it counts in the domain that is read from all texts.
    pub found: u32,
    pub all_texts: bool,
    /// The kind of role that it has in the rule.
    pub kind: Roles,
    /// Whether the rule fires by it alone.
    pub alone: bool,
    /// Whether the rule has fired by it.
    pub counts: bool,
}

/// Evidence of a rule that needs more than one match.
#[derive(Clone, Copy)]
pub(super) struct Joint {
    pub unit: u32,
    /// Its number among all evidence.
    pub evidence: u32,
    pub rule: u32,
    pub role: Role,
}

/// A match in a role of its pattern.
#[derive(Clone, Copy)]
struct Candidate {
    used: Use,
    found: u32,
    unit: u32,
}

/// The unit of a rule that was met last.
#[derive(Clone, Copy, Default)]
struct LastUnit {
    /// The sentence, or the whole text, by a number that no other of any text has.
    place: u64,
    unit: u32,
}

/// The evidence of a text; its buffers are kept for the next.
pub(super) struct EvidenceBuffer {
    candidates: Vec<Candidate>,
    /// By rule.
    last_units: Vec<LastUnit>,
    /// By unit: the roles that matches have; and those of all units.
    roles: Vec<Roles>,
    all_roles: Roles,
    /// The number of the whole text; its sentences have the numbers after it.
    place: u64,
    /// In the order of matches.
    pub all: Vec<Evidence>,
    /// By unit, then in the order of matches.
    pub joint: Vec<Joint>,
    /// The evidence by which a rule fires.
    pub firing: Vec<u32>,
    /// By key: where the evidence that reaches furthest ends and starts.
    pub furthest: Vec<(u32, u32)>,
}

impl EvidenceBuffer {
    pub fn new(rulebook: &Rulebook) -> Self {
        Self {
            candidates: Vec::new(),
            last_units: vec![LastUnit::default(); rulebook.rules.len()],
            roles: Vec::new(),
            all_roles: 0,
            place: 1,
            all: Vec::new(),
            joint: Vec::new(),
            firing: Vec::new(),
            furthest: vec![(0, 0); rulebook.keys()],
        }
    }

    /// Collects the evidence of a text.
    pub fn collect(&mut self, matches: &[Match], uses: &[Use], rulebook: &Rulebook) {
        self.gather(matches, uses);
        self.all.clear();
        self.joint.clear();
        for &Candidate { used, found, unit } in &self.candidates {
            let roles = self.roles[unit as usize];
            if !used.role.is_evidence() || roles & used.needs != used.needs || roles & NONE != 0 {
                continue;
            }
            let alone = used.needs == ANY;
            if !alone {
                let evidence = self.all.len() as u32;
                self.joint.push(Joint { unit, evidence, rule: used.rule, role: used.role });
            }
            let by_code = rulebook.nested == NestedScope::Key;
            let key = if by_code { used.code } else { used.purpose.trailing_zeros() };
            let Use { weight, rule, code, all_texts, .. } = used;
            let kind = used.role.kind;
            self.all.push(Evidence { weight, rule, code, key, found, all_texts, kind, alone, counts: false });
        }
        self.joint.sort_unstable_by_key(|joint| (joint.unit, joint.evidence));
    }

    /// Gathers the roles of all matches by unit.
    fn gather(&mut self, matches: &[Match], uses: &[Use]) {
        let Self { candidates, last_units, roles, all_roles, place, .. } = self;
        candidates.clear();
        roles.clear();
        *all_roles = 0;
        for (found, m) in (0..).zip(matches) {
            for &used in &uses[m.uses.0 as usize..m.uses.1 as usize] {
                let here = *place + if used.whole { 0 } else { u64::from(m.sentence) };
                let last = &mut last_units[used.rule as usize];
                if last.place != here {
                    *last = LastUnit { place: here, unit: roles.len() as u32 };
                    roles.push(0);
                }
                roles[last.unit as usize] |= used.role.kind;
                *all_roles |= used.role.kind;
                candidates.push(Candidate { used, found, unit: last.unit });
            }
        }
        *place += 1 + matches.last().map_or(0, |last| u64::from(last.sentence));
    }

    /// The matches that speak against codes, whether their rule can fire or not.
    pub fn against(&self) -> impl Iterator<Item = (&Use, u32)> {
        let candidates = if self.all_roles & AGAINST == 0 { &[] } else { self.candidates.as_slice() };
        let own = candidates.iter().filter(|candidate| candidate.used.role.kind == AGAINST);
        own.map(|candidate| (&candidate.used, candidate.found))
    }
}
