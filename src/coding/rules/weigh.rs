//! The evidence weighed: which rules fire, what lies inside what, which codes pass.

use std::ops::Range;

use super::compile::{CompiledRule, DomainRules, Rulebook};
use super::hits::{Hit, Hits, Joint};
use super::judge::{Doubt, Sight, State, Verdict};
use super::negation::near;
use super::scan::Match;
use super::uses::{Role, Use};
use crate::codebook::{Choose, Domain};

/// What evidence is weighed with.
#[derive(Default)]
pub(super) struct Scales {
    /// By code; and which have evidence.
    scores: Vec<Score>,
    codes: Vec<u32>,
    /// By tally: the last text in which it was added to a score; and the number of the text.
    counted: Vec<u64>,
    text: u64,
    /// By key: how far the evidence goes that reaches furthest, and where it starts.
    furthest: Vec<(u32, u32)>,
    pairs: Vec<u32>,
}

/// The score of a code.
#[derive(Clone, Copy, Default)]
struct Score {
    value: f64,
    has_evidence: bool,
    /// Whether it passes, or a subcode of it.
    passes: bool,
    implied: bool,
    chosen: bool,
}

impl Scales {
    /// Takes off what lies on them.
    fn clear(&mut self, rulebook: &Rulebook) {
        let Self { scores, codes, counted, text, .. } = self;
        for code in codes.drain(..) {
            scores[code as usize] = Score::default();
            scores[rulebook.codes[code as usize].main as usize] = Score::default();
        }
        scores.resize(rulebook.codes.len(), Score::default());
        counted.resize(rulebook.tallies as usize, 0);
        *text += 1;
    }

    /// Marks evidence that lies inside longer evidence; whether there was any. Of matches that start together the longest
    /// comes first, so that one look at how far any has reached is enough.
    fn nest(&mut self, hits: &[Hit], matches: &[Match], states: &mut [State]) -> bool {
        self.furthest.clear();
        let mut any = false;
        for hit in hits.iter().filter(|hit| hit.speaks) {
            let (key, Match { start, end, .. }) = (hit.key as usize, matches[hit.found as usize]);
            if key >= self.furthest.len() {
                self.furthest.resize(key + 1, (0, 0));
            }
            let furthest = &mut self.furthest[key];
            if end > furthest.0 {
                *furthest = (end, start);
            } else if *furthest != (end, start) {
                states[hit.state as usize] = State::Nested;
                any = true;
            }
        }
        any
    }

    /// Adds evidence to its codes. Each pattern of a rule counts once in a text.
    fn add<'a>(&mut self, evidence: impl Iterator<Item = &'a Hit>) {
        for hit in evidence {
            let score = &mut self.scores[hit.code as usize];
            if !std::mem::replace(&mut score.has_evidence, true) {
                self.codes.push(hit.code);
            }
            if std::mem::replace(&mut self.counted[hit.tally as usize], self.text) != self.text {
                score.value += hit.weight;
            }
        }
    }
}

impl CompiledRule {
    /// Tells whether the rule fires in a unit of the text, and what is evidence then.
    fn fire(&self, unit: &[Joint], matches: &[Match], states: &[State], hits: &mut [Hit], pairs: &mut Vec<u32>) {
        let found = |joint: &Joint| &matches[hits[joint.hit as usize].found as usize];
        let counts = |joint: &&Joint| states[hits[joint.hit as usize].state as usize] == State::Counts;
        let counting = || unit.iter().filter(counts);
        let kinds = counting().fold(0, |all, joint| all | joint.role.kind());
        let forbidden = unit.iter().any(|joint| joint.role == Role::None);
        let all = || (0..self.all).all(|group| counting().any(|joint| joint.role == Role::All(group)));
        if forbidden || kinds & self.needs != self.needs || !all() {
            return;
        }
        pairs.clear();
        for (pair, within) in (0..).zip(&self.near) {
            let before = pairs.len();
            for one in counting().filter(|joint| joint.role == Role::NearAny(pair)) {
                let stands = |other: &&Joint| other.role == Role::NearWith(pair) && near(found(one), found(other), *within);
                pairs.extend(counting().find(stands).into_iter().flat_map(|other| [one.hit, other.hit]));
            }
            if pairs.len() == before {
                return;
            }
        }
        let whole = counting().filter(|joint| matches!(joint.role, Role::Any | Role::All(_)));
        pairs.extend(whole.map(|joint| joint.hit));
        pairs.iter().for_each(|hit| hits[*hit as usize].speaks = true);
    }
}

impl Rulebook {
    /// Adds up the evidence and chooses. A rule that yields to a code that passes hides nothing, either: so rules without
    /// such a condition come first.
    pub(super) fn weigh(&self, matches: &[Match], sight: &mut Sight, scales: &mut Scales, verdict: &mut Verdict) {
        scales.clear(self);
        self.apply(0..self.unyielding, matches, sight, scales);
        self.yield_to_codes(&mut sight.hits, scales);
        self.apply(self.unyielding..self.rules.len() as u32, matches, sight, scales);
        self.note_kept_back(sight, verdict);
        self.speak_against(matches, sight, scales, verdict);
        self.choose(matches, &sight.hits, scales, verdict);
    }

    /// Applies some of the rules.
    fn apply(&self, rules: Range<u32>, matches: &[Match], sight: &mut Sight, scales: &mut Scales) {
        let Sight { hits, states, .. } = sight;
        self.fire(&rules, matches, states, hits, scales);
        if scales.nest(&hits.all, matches, states) {
            self.fire(&rules, matches, states, hits, scales);
        }
        scales.add(hits.all.iter().filter(|hit| hit.speaks && rules.contains(&hit.rule)));
        for code in &scales.codes {
            let passes = self.passes(*code, scales.scores[*code as usize].value);
            scales.scores[*code as usize].passes |= passes;
            scales.scores[self.codes[*code as usize].main as usize].passes |= passes;
        }
    }

    /// Finds the evidence of the rules that fire.
    fn fire(&self, rules: &Range<u32>, matches: &[Match], states: &[State], hits: &mut Hits, scales: &mut Scales) {
        let Hits { all, joint, .. } = hits;
        for hit in all.iter_mut().filter(|hit| rules.contains(&hit.rule)) {
            hit.speaks = hit.enough && states[hit.state as usize] == State::Counts;
        }
        let joint = joint.iter().as_slice();
        let own = joint.partition_point(|j| j.rule < rules.start)..joint.partition_point(|j| j.rule < rules.end);
        for unit in joint[own].chunk_by(|a, b| (a.rule, a.unit) == (b.rule, b.unit)) {
            self.rules[unit[0].rule as usize].fire(unit, matches, states, all, &mut scales.pairs);
        }
    }

    /// Takes out the rules that yield to codes that pass.
    fn yield_to_codes(&self, hits: &mut Hits, scales: &Scales) {
        let passes = |code: &u32| scales.scores[*code as usize].passes;
        let yields = |rule: u32| self.rules[rule as usize].without.iter().any(passes);
        for hit in hits.all.iter_mut().filter(|hit| hit.rule >= self.unyielding) {
            hit.enough &= !yields(hit.rule);
        }
        hits.joint.retain(|joint| joint.rule < self.unyielding || !yields(joint.rule));
    }

    /// Takes off what speaks against a code.
    fn speak_against(&self, matches: &[Match], sight: &Sight, scales: &mut Scales, verdict: &mut Verdict) {
        let Verdict { doubts, counted, .. } = verdict;
        for &(used, found, state) in sight.hits.against.as_slice() {
            let Use { code, weight, .. } = self.uses.all()[used as usize];
            let pattern = matches[found as usize].pattern;
            if sight.states[state as usize] == State::Negated || counted.contains(&(code, pattern)) {
                continue;
            }
            counted.push((code, pattern));
            let score = &mut scales.scores[code as usize];
            if score.has_evidence {
                score.value -= weight;
                doubts.push(self.doubt(code, Doubt::Contradicted));
            }
        }
    }

    /// Notes the codes whose evidence was negated or guarded.
    fn note_kept_back(&self, sight: &Sight, verdict: &mut Verdict) {
        if !sight.kept_back {
            return;
        }
        for (used, state) in sight.hits.any() {
            let code = self.uses.all()[used as usize].code;
            match sight.states[state as usize] {
                State::Negated => verdict.doubts.push(self.doubt(code, Doubt::Negated)),
                State::Guarded(guard) => {
                    let number = self.guards[guard as usize].1;
                    verdict.doubts.push(self.doubt(code, |position| Doubt::Guarded(position, number)));
                }
                State::Counts | State::Nested => {}
            }
        }
    }

    /// Keeps the codes that pass, without those that a subcode implies; one where only one may be given.
    fn choose(&self, matches: &[Match], hits: &Hits, scales: &mut Scales, verdict: &mut Verdict) {
        let Verdict { codes, evidence, doubts, .. } = verdict;
        let Scales { scores, codes: scored, .. } = scales;
        let passing = |code: &&u32| self.passes(**code, scores[**code as usize].value);
        codes.extend(scored.iter().filter(passing).map(|code| (*code, scores[*code as usize].value)));
        for (code, _) in codes.iter() {
            let main = self.codes[*code as usize].main;
            scores[main as usize].implied |= main != *code;
        }
        codes.retain(|(code, _)| !scores[*code as usize].implied);
        codes.sort_unstable_by_key(|(code, _)| *code);
        let named = |code: u32| {
            let first = hits.all.iter().find(|hit| hit.speaks && hit.code == code);
            first.map(|hit| matches[hit.found as usize].start)
        };
        for (domain, rules) in self.domains.iter().filter(|(_, rules)| rules.choose == Choose::Dominant) {
            doubts.extend(self.keep_dominant(rules, codes, named).map(|tie| (*domain, tie)));
        }
        for (code, score) in codes.iter() {
            scores[*code as usize].chosen = true;
            if *score < 1.5 * self.codes[*code as usize].threshold {
                doubts.push(self.doubt(*code, Doubt::Weak));
            }
        }
        let speaks = |hit: &&Hit| hit.speaks && scores[hit.code as usize].chosen;
        evidence.extend(hits.all.iter().filter(speaks).map(|hit| (hit.code, hit.found)));
        evidence.sort_unstable();
        evidence.dedup();
        doubts.sort();
        doubts.dedup();
    }

    /// Keeps the code of a domain with most evidence. Of equal ones the one that the text names first, then the first of
    /// the codebook; the tie is told.
    fn keep_dominant(
        &self,
        rules: &DomainRules,
        codes: &mut Vec<(u32, f64)>,
        named: impl Fn(u32) -> Option<u32>,
    ) -> Option<Doubt> {
        let numbers = rules.numbers();
        let own = codes.partition_point(|(code, _)| *code < numbers.start)
            ..codes.partition_point(|(code, _)| *code < numbers.end);
        if own.len() < 2 {
            return None;
        }
        let most = codes[own.clone()].iter().map(|(_, score)| *score).fold(f64::NEG_INFINITY, f64::max);
        let mut dominant: Vec<_> =
            codes[own.clone()].iter().filter(|(_, score)| *score >= most - TINY).copied().collect();
        dominant.sort_by_key(|(code, _)| (named(*code), *code));
        codes.splice(own, dominant.first().copied());
        let position = |(code, _): &(u32, f64)| self.codes[*code as usize].position;
        (dominant.len() > 1).then(|| Doubt::Tie(dominant.iter().map(position).collect()))
    }

    /// A doubt about a code, which it names by its position in its domain.
    fn doubt(&self, code: u32, doubt: impl FnOnce(u32) -> Doubt) -> (Domain, Doubt) {
        let code = &self.codes[code as usize];
        (code.domain, doubt(code.position))
    }

    fn passes(&self, code: u32, score: f64) -> bool {
        score >= self.codes[code as usize].threshold - TINY
    }
}

/// Scores are sums of weights with few decimals; what they differ by below this is the arithmetic's.
const TINY: f64 = 1e-9;
