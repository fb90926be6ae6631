//! The evidence weighed: which rules fire, what lies inside what, which codes pass.

use std::hint::select_unpredictable;
use std::ops::Range;

use super::compile::{CompiledRule, DomainRules, Rulebook};
use super::hits::{Hit, Hits, Joint};
use super::judge::{Doubt, Sight, State, Verdict};
use super::negation::near;
use super::picked::Picked;
use super::scan::Match;
use super::uses::{ALL, ANY, NEAR_ANY, NEAR_WITH, Role, Use};
use crate::codebook::{Choose, Domain};

/// What evidence is weighed with.
#[derive(Default)]
pub(super) struct Scales {
    /// By code; and which have evidence.
    scores: Vec<Score>,
    codes: Picked<u32>,
    /// Matches that count for codes or against them.
    spans: Vec<CountedSpan>,
    /// By key: the evidence that reaches furthest, its end before its start.
    furthest: Vec<u64>,
    /// Hits that are evidence if a rule fires.
    evidence: Vec<u32>,
    /// Codes with the matches that are evidence for them.
    chosen: Picked<(u32, u32)>,
}

/// A match that counts for a code or against it: code, start, end, and the number of the weight.
type CountedSpan = (u32, u32, u32, u32);

/// Lets every span of a code count for its first weight only, and hands each code with what it adds up to.
fn add_up(spans: &mut Vec<CountedSpan>, weights: &[f64], mut hand: impl FnMut(u32, f64)) {
    spans.sort_unstable();
    spans.dedup_by_key(|(code, start, end, _)| (*code, *start, *end));
    spans.sort_unstable_by_key(|(code, .., weight)| (*code, *weight));
    spans.dedup_by_key(|(code, .., weight)| (*code, *weight));
    for own in spans.chunk_by(|a, b| a.0 == b.0) {
        hand(own[0].0, own.iter().map(|(.., weight)| weights[*weight as usize]).sum());
    }
}

/// The score of a code.
#[derive(Clone, Copy, Default)]
struct Score {
    value: f64,
    has_evidence: bool,
    /// Whether it passes, or a subcode of it.
    passes: bool,
    /// Whether a subcode passes, so that it need not be named.
    implied: bool,
    chosen: bool,
}

impl Scales {
    /// Takes off what lies on them, which these hits have brought.
    fn clear(&mut self, rulebook: &Rulebook) {
        let Self { scores, codes, .. } = self;
        for code in codes.as_slice() {
            scores[*code as usize] = Score::default();
            scores[rulebook.codes[*code as usize].main as usize] = Score::default();
        }
        codes.clear();
    }

    /// Makes room.
    fn begin(&mut self, rulebook: &Rulebook) {
        self.scores.resize(rulebook.codes.len(), Score::default());
        self.codes.reserve(rulebook.codes.len());
        self.furthest.resize(rulebook.keys(), 0);
    }

    /// Marks evidence that lies inside longer evidence; whether there was any. Of matches that start together the longest
    /// comes first, so that one look at how far any has reached is enough.
    fn nest(&mut self, hits: &[Hit], matches: &[Match], states: &mut [State]) -> bool {
        self.furthest.fill(0);
        let mut any = false;
        for hit in hits {
            let Match { start, end, .. } = matches[hit.found() as usize];
            let furthest = &mut self.furthest[hit.key as usize];
            let own = u64::from(end) << 32 | u64::from(start);
            let further = hit.speaks & (end > (*furthest >> 32) as u32);
            let inside = hit.speaks & !further & (*furthest != own);
            *furthest = select_unpredictable(further, own, *furthest);
            if inside {
                states[hit.state as usize] = State::Nested;
                any = true;
            }
        }
        any
    }

    /// Adds the evidence up by code.
    fn add(&mut self, hits: &[Hit], matches: &[Match], weights: &[f64]) {
        let Self { scores, codes, spans, .. } = self;
        spans.clear();
        spans.extend(hits.iter().filter(|hit| hit.speaks).map(|hit| {
            let Match { start, end, .. } = matches[hit.found() as usize];
            (hit.code, start, end, hit.weight)
        }));
        add_up(spans, weights, |code, value| {
            let score = &mut scores[code as usize];
            codes.take_if(!score.has_evidence, code);
            (score.value, score.has_evidence) = (value, true);
        });
    }
}

/// Tells what is evidence by itself for these rules.
fn speak_alone(rules: &Range<u32>, hits: &mut [Hit], states: &[State]) {
    for hit in hits {
        let counts = states[hit.state as usize] == State::Counts;
        let own = is_of(rules, hit) & hit.enough;
        hit.speaks = own & counts | !own & hit.speaks;
    }
}

/// Whether a hit is one of these rules.
#[inline]
fn is_of(rules: &Range<u32>, hit: &Hit) -> bool {
    (rules.start <= hit.rule) & (hit.rule < rules.end)
}

impl CompiledRule {
    /// Finds what is evidence in a unit of the text if the rule fires there; nothing if it does not.
    fn fire(&self, unit: &[Joint], matches: &[Match], states: &[State], hits: &[Hit], evidence: &mut Vec<u32>) {
        let found = |joint: &Joint| &matches[hits[joint.hit as usize].found() as usize];
        let counts = |joint: &&Joint| states[hits[joint.hit as usize].state as usize] == State::Counts;
        let with = |role: Role| unit.iter().filter(move |joint| joint.role == role).filter(counts);
        evidence.clear();
        let mut fires = true;
        if self.needs & (ANY | ALL) != 0 {
            fires &= self.needs & ANY == 0 || with(Role::new(ANY, 0)).next().is_some();
            fires &= (0..self.all).all(|group| with(Role::new(ALL, group)).next().is_some());
            let whole = unit.iter().filter(|joint| joint.role.kind & (ANY | ALL) != 0);
            evidence.extend(whole.filter(counts).map(|joint| joint.hit));
        }
        for (pair, within) in (0..).zip(&self.near) {
            let before = evidence.len();
            for one in with(Role::new(NEAR_ANY, pair)) {
                let other = with(Role::new(NEAR_WITH, pair)).find(|other| near(found(one), found(other), *within));
                evidence.extend(other.into_iter().flat_map(|other| [one.hit, other.hit]));
            }
            fires &= evidence.len() > before;
        }
        if !fires {
            evidence.clear();
        }
    }
}

impl Rulebook {
    /// Adds up the evidence and chooses. A rule that yields to a code that passes hides nothing, either: so rules without
    /// such a condition come first.
    pub(super) fn weigh(
        &self,
        matches: &[Match],
        uses: &[Use],
        sight: &mut Sight,
        scales: &mut Scales,
        verdict: &mut Verdict,
    ) {
        scales.begin(self);
        self.apply(0..self.unyielding, matches, sight, scales);
        self.yield_to_codes(&mut sight.hits, scales);
        self.apply(self.unyielding..self.rules.len() as u32, matches, sight, scales);
        self.note_kept_back(uses, sight, verdict);
        self.speak_against(matches, uses, sight, scales, verdict);
        self.choose(matches, &sight.hits, scales, verdict);
        scales.clear(self);
    }

    /// Applies some of the rules.
    fn apply(&self, rules: Range<u32>, matches: &[Match], sight: &mut Sight, scales: &mut Scales) {
        let Sight { hits, states, .. } = sight;
        speak_alone(&rules, &mut hits.all, states);
        self.fire(&rules, matches, states, hits, scales);
        if scales.nest(&hits.all, matches, states) {
            speak_alone(&rules, &mut hits.all, states);
            self.fire(&rules, matches, states, hits, scales);
        }
        scales.add(&hits.all, matches, &self.weights);
        let Scales { scores, codes, .. } = scales;
        for code in codes.as_slice() {
            let passes = self.passes(*code, scores[*code as usize].value);
            scores[*code as usize].passes |= passes;
            scores[self.codes[*code as usize].main as usize].passes |= passes;
        }
    }

    /// Finds the evidence of the rules that fire by several hits.
    fn fire(&self, rules: &Range<u32>, matches: &[Match], states: &[State], hits: &mut Hits, scales: &mut Scales) {
        let Hits { all, joint, .. } = hits;
        for unit in joint.as_slice().chunk_by(|a, b| a.slot == b.slot) {
            let rule = unit[0].rule;
            if rules.contains(&rule) {
                unit.iter().for_each(|joint| all[joint.hit as usize].speaks = false);
                self.rules[rule as usize].fire(unit, matches, states, all, &mut scales.evidence);
                scales.evidence.iter().for_each(|hit| all[*hit as usize].speaks = true);
            }
        }
    }

    /// Takes out the rules that yield to codes that pass.
    fn yield_to_codes(&self, hits: &mut Hits, scales: &Scales) {
        let passes = |code: &u32| scales.scores[*code as usize].passes;
        let yields = |rule: u32| self.rules[rule as usize].without.iter().any(passes);
        for hit in hits.yielding.as_slice() {
            let hit = &mut hits.all[*hit as usize];
            hit.enough &= !yields(hit.rule);
        }
        for joint in hits.joint.as_mut_slice().iter_mut().filter(|joint| joint.rule >= self.unyielding) {
            // A rule that serves in no role does not fire.
            joint.role = if yields(joint.rule) { Role::default() } else { joint.role };
        }
    }

    /// Takes off what speaks against a code.
    fn speak_against(
        &self,
        matches: &[Match],
        uses: &[Use],
        sight: &Sight,
        scales: &mut Scales,
        verdict: &mut Verdict,
    ) {
        let Scales { scores, spans, .. } = scales;
        let speaks = |state: u32| sight.states[state as usize] != State::Negated;
        spans.clear();
        spans.extend(sight.hits.against(uses).filter(|(_, state)| speaks(*state)).map(|(used, state)| {
            let Match { start, end, .. } = matches[state as usize / 2];
            (used.code, start, end, used.weight)
        }));
        add_up(spans, &self.weights, |code, value| {
            let score = &mut scores[code as usize];
            if score.has_evidence {
                score.value -= value;
                verdict.doubts.push(self.doubt(code, Doubt::Contradicted));
            }
        });
    }

    /// Notes the codes whose evidence was negated or guarded.
    fn note_kept_back(&self, uses: &[Use], sight: &Sight, verdict: &mut Verdict) {
        if !sight.kept_back {
            return;
        }
        let kept_back = |state: u32| matches!(sight.states[state as usize], State::Negated | State::Guarded(_));
        for (&Use { code, .. }, state) in
            sight.hits.seen(uses, kept_back).filter(|(used, _)| used.role == Role::new(ANY, 0))
        {
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
        let Scales { scores, codes: scored, chosen, .. } = scales;
        let passing = |code: &&u32| self.passes(**code, scores[**code as usize].value);
        codes.extend(scored.as_slice().iter().filter(passing).map(|code| (*code, scores[*code as usize].value)));
        for (code, _) in codes.iter() {
            let main = self.codes[*code as usize].main;
            scores[main as usize].implied |= main != *code;
        }
        codes.retain(|(code, _)| !scores[*code as usize].implied);
        codes.sort_unstable_by_key(|(code, _)| *code);
        let named = |code: u32| {
            let first = hits.all.iter().find(|hit| hit.speaks && hit.code == code);
            first.map(|hit| matches[hit.found() as usize].start)
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
        chosen.clear();
        chosen.reserve(hits.all.len());
        for hit in &hits.all {
            chosen.take_if(hit.speaks & scores[hit.code as usize].chosen, (hit.code, hit.found()));
        }
        evidence.extend_from_slice(chosen.as_slice());
        evidence.sort_unstable_by_key(|(code, found)| u64::from(*code) << 32 | u64::from(*found));
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
