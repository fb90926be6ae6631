//! From evidence to rules: which rules fire, and which evidence is nested in longer evidence.

use std::ops::Range;

use super::evidence::{ConjunctHit, EvidenceBuffer, EvidenceHit};
use super::matches::{Match, Status, Statuses, near};
use super::postings::{ALL, ANY, NEAR_ANY, NEAR_WITH, Role};
use super::rulebook::{CompiledRule, Rulebook};

/// What rules are applied to.
pub(super) struct Text<'b> {
    pub rulebook: &'b Rulebook,
    pub matches: &'b [Match],
    pub statuses: &'b mut Statuses,
    pub evidence: &'b mut EvidenceBuffer,
}

impl EvidenceHit {
    /// The status of its match in the rule's domain.
    pub fn status<'a>(&self, statuses: &'a Statuses) -> &'a Status {
        statuses.of(self.match_index, self.layer)
    }
}

impl Text<'_> {
    /// Lets some of the rules fire, and suppresses evidence nested in longer evidence. Where there was any, the rules are applied
    /// once more: one that needed it fires no longer.
    pub fn apply(&mut self, rules: Range<u32>) {
        self.fire(&rules);
        if self.suppress_nested() {
            self.fire(&rules);
        }
    }

    /// Marks the evidence by which rules fire.
    fn fire(&mut self, rules: &Range<u32>) {
        let Self { rulebook, matches, statuses, evidence: EvidenceBuffer { all, conjuncts, firing: evidence, .. } } =
            self;
        for one in all.iter_mut().filter(|one| one.single_condition && rules.contains(&one.rule)) {
            one.counts = *one.status(statuses) == Status::Counts;
        }
        for unit in conjuncts.chunk_by(|a, b| a.unit == b.unit).filter(|unit| rules.contains(&unit[0].rule)) {
            unit.iter().for_each(|hit| all[hit.evidence as usize].counts = false);
            let unit =
                RuleUnit { rule: &rulebook.rules[unit[0].rule as usize], conjuncts: unit, all, matches, statuses };
            if unit.fires(evidence) {
                evidence.iter().for_each(|evidence| all[*evidence as usize].counts = true);
            }
        }
    }

    /// Marks evidence nested in longer evidence; whether there was any. Of matches that start together the longest
    /// comes first, so it is enough to know how far any has reached.
    fn suppress_nested(&mut self) -> bool {
        let EvidenceBuffer { all, furthest, .. } = &mut *self.evidence;
        furthest.fill((0, 0));
        let mut any = false;
        for one in all.iter().filter(|one| one.counts) {
            let Match { start, end, .. } = self.matches[one.match_index as usize];
            let (furthest_end, furthest_start) = &mut furthest[one.key as usize];
            if end > *furthest_end {
                (*furthest_end, *furthest_start) = (end, start);
            } else if (*furthest_end, *furthest_start) != (end, start) {
                self.statuses.set(one.match_index, one.layer, Status::Nested);
                any = true;
            }
        }
        any
    }
}

/// The evidence of a rule that needs several matches, in one sentence or in the text.
struct RuleUnit<'a> {
    rule: &'a CompiledRule,
    conjuncts: &'a [ConjunctHit],
    all: &'a [EvidenceHit],
    matches: &'a [Match],
    statuses: &'a Statuses,
}

impl RuleUnit<'_> {
    fn matched(&self, hit: &ConjunctHit) -> &Match {
        &self.matches[self.all[hit.evidence as usize].match_index as usize]
    }

    /// What counts.
    fn counting(&self) -> impl Iterator<Item = &ConjunctHit> {
        self.conjuncts.iter().filter(|hit| *self.all[hit.evidence as usize].status(self.statuses) == Status::Counts)
    }

    fn in_role(&self, role: Role) -> impl Iterator<Item = &ConjunctHit> {
        self.counting().filter(move |hit| hit.role == role)
    }

    fn has(&self, role: Role) -> bool {
        self.in_role(role).next().is_some()
    }

    /// Whether the rule fires, and by which evidence.
    fn fires(&self, evidence: &mut Vec<u32>) -> bool {
        let Self { rule, .. } = self;
        if rule.required_roles & ANY != 0 && !self.has(Role::new(ANY, 0)) {
            return false;
        }
        if !(0..rule.all).all(|group| self.has(Role::new(ALL, group))) {
            return false;
        }
        let by_itself = self.counting().filter(|hit| hit.role.kind & (ANY | ALL) != 0);
        evidence.clear();
        evidence.extend(by_itself.map(|hit| hit.evidence));
        for (pair, within) in (0..).zip(&rule.near) {
            let before = evidence.len();
            for one in self.in_role(Role::new(NEAR_ANY, pair)) {
                let close = |other: &&ConjunctHit| near(self.matched(one), self.matched(other), *within);
                let other = self.in_role(Role::new(NEAR_WITH, pair)).find(close);
                evidence.extend(other.into_iter().flat_map(|other| [one.evidence, other.evidence]));
            }
            if evidence.len() == before {
                return false;
            }
        }
        true
    }
}
