//! The evidence weighed: which rules fire, what lies inside what, which codes pass.

use super::compile::{CompiledRule, DomainRules, Rulebook};
use super::hits::{Hit, Hits, Met};
use super::judge::{Doubt, Sight, State, Verdict};
use super::lexicon::Service;
use super::negation::near;
use super::scan::Match;
use super::uses::{AGAINST, ANY, NONE, Role, service};
use crate::codebook::{Choose, Domain, NestedScope};

/// What evidence is weighed with.
#[derive(Default)]
pub(super) struct Scales {
    /// Rules that yield to no code.
    firm: Firings,
    /// Rules that yield to codes that pass.
    yielding: Firings,
    extents: Vec<Extent>,
}

/// The rules that fire, each with its evidence, or that of a unit of the text.
#[derive(Default)]
pub(super) struct Firings {
    /// The rule, and where its evidence ends.
    rules: Vec<(u32, usize)>,
    evidence: Vec<Hit>,
}

impl Firings {
    /// The rules in their order, each with its evidence.
    #[inline]
    fn each(&self) -> impl Iterator<Item = (u32, &[Hit])> {
        let mut from = 0;
        self.rules.iter().map(move |(rule, end)| (*rule, &self.evidence[std::mem::replace(&mut from, *end)..*end]))
    }
}

impl Firings {
    /// Keeps the rules of which this holds.
    fn retain(&mut self, holds: impl Fn(u32) -> bool) {
        if self.rules.iter().all(|(rule, _)| holds(*rule)) {
            return;
        }
        let all = std::mem::take(self);
        for (rule, hits) in all.each().filter(|(rule, _)| holds(*rule)) {
            self.evidence.extend_from_slice(hits);
            self.rules.push((rule, self.evidence.len()));
        }
    }
}

/// How far a match goes that is evidence.
#[derive(Clone, Copy)]
struct Extent {
    /// The domain, or the code where only matches of one code are compared.
    key: u32,
    start: u32,
    end: u32,
    /// Where it stands what became of the match.
    state: u32,
}

impl Extent {
    /// In this order a longer one comes before those inside it.
    #[inline]
    fn order(&self) -> u128 {
        let Self { key, start, end, state } = *self;
        u128::from(u64::from(key) << 32 | u64::from(start)) << 64 | u128::from(u64::from(!end) << 32 | u64::from(state))
    }
}

impl CompiledRule {
    /// Whether the rule fires in a unit of the text; its evidence there is added.
    fn fires(&self, unit: &[Hit], matches: &[Match], states: &[State], evidence: &mut Vec<Hit>) -> bool {
        let kinds = unit.iter().fold(0, |all, hit| all | hit.role.kind());
        if kinds & NONE != 0 || kinds & self.needs != self.needs {
            return false;
        }
        let from = evidence.len();
        let counts = |hit: &&Hit| states[hit.state as usize] == State::Counts;
        evidence.extend(unit.iter().filter(counts).filter(|hit| matches!(hit.role, Role::Any | Role::All(_))));
        let holds = |role: Role| evidence[from..].iter().any(|hit| hit.role == role);
        let mut fires =
            (self.needs & ANY == 0 || holds(Role::Any)) && (0..self.all).all(|group| holds(Role::All(group)));
        for (pair, within) in (0..).zip(&self.near) {
            let side = |role: Role| unit.iter().filter(counts).filter(move |hit| hit.role == role);
            let before = evidence.len();
            for one in side(Role::NearAny(pair)) {
                let stands = |other: &&Hit| near(&matches[one.found()], &matches[other.found()], *within);
                let other = side(Role::NearWith(pair)).find(stands);
                evidence.extend(other.into_iter().flat_map(|other| [*one, *other]));
            }
            fires &= evidence.len() > before;
        }
        fires &= evidence.len() > from;
        if !fires {
            evidence.truncate(from);
        }
        fires
    }
}

/// Marks evidence that lies inside longer evidence; whether there was any.
fn nest(extents: &mut [Extent], states: &mut [State]) -> bool {
    extents.sort_unstable_by_key(Extent::order);
    let mut any = false;
    for of_key in extents.chunk_by(|a, b| a.key == b.key) {
        // One look at how far any has reached is enough.
        let mut furthest = of_key[0];
        for extent in of_key {
            if extent.end > furthest.end {
                furthest = *extent;
            } else if (extent.start, extent.end) != (furthest.start, furthest.end) {
                states[extent.state as usize] = State::Nested;
                any = true;
            }
        }
    }
    any
}

impl Rulebook {
    /// Adds up the evidence and chooses. A rule that yields to a code that passes hides nothing, either: so rules without
    /// such a condition come first.
    pub(super) fn weigh(&self, matches: &[Match], sight: &mut Sight, scales: &mut Scales, verdict: &mut Verdict) {
        let Sight { hits, states, .. } = sight;
        let Scales { firm, yielding, extents } = scales;
        let [unyielding, others] = hits.split(self.unyielding);
        self.fire(unyielding, matches, states, firm);
        extents.clear();
        self.extend(firm, Service::MAX, matches, extents);
        if nest(extents, states) {
            let [unyielding, _] = hits.split(self.unyielding);
            self.fire(unyielding, matches, states, firm);
        }
        self.add(firm, matches, verdict);
        self.fire(others, matches, states, yielding);
        if !yielding.rules.is_empty() {
            let domains = yielding.each().fold(0, |all, (rule, _)| all | service(self.rules[rule as usize].domain));
            self.yield_to(&verdict.codes, yielding);
            extents.clear();
            self.extend(firm, domains, matches, extents);
            self.extend(yielding, domains, matches, extents);
            if nest(extents, states) {
                let [_, others] = hits.split(self.unyielding);
                self.fire(others, matches, states, yielding);
                self.yield_to(&verdict.codes, yielding);
            }
            self.add(yielding, matches, verdict);
        }
        self.note_kept_back(hits, states, verdict);
        self.speak_against(matches, hits, states, verdict);
        self.choose(matches, verdict);
    }

    /// Finds the rules that fire, with their evidence.
    fn fire<'a>(
        &self,
        hits: impl Iterator<Item = (&'a Met, &'a [Hit])>,
        matches: &[Match],
        states: &[State],
        firings: &mut Firings,
    ) {
        let Firings { rules, evidence } = firings;
        rules.clear();
        evidence.clear();
        for (met, own) in hits.filter(|(met, _)| met.may_fire) {
            if met.plain {
                let from = evidence.len();
                let counts = |hit: &&Hit| hit.role == Role::Any && states[hit.state as usize] == State::Counts;
                evidence.extend(own.iter().filter(counts));
                if evidence.len() > from {
                    rules.push((met.rule, evidence.len()));
                }
                continue;
            }
            for unit in own.chunk_by(|a, b| a.unit == b.unit) {
                if self.rules[met.rule as usize].fires(unit, matches, states, evidence) {
                    rules.push((met.rule, evidence.len()));
                }
            }
        }
    }

    /// Takes out the rules that yield to codes that pass.
    fn yield_to(&self, codes: &[(u32, f64)], firings: &mut Firings) {
        let passes = |code: &u32| {
            let is = |of: u32| of == *code || self.codes[of as usize].parent == Some(*code);
            codes.iter().any(|(of, score)| is(*of) && self.passes(*of, *score))
        };
        firings.retain(|rule| !self.rules[rule as usize].without.iter().any(passes));
    }

    /// Tells how far the evidence of rules of these domains goes, where it shares letters with other matches.
    fn extend(&self, firings: &Firings, domains: Service, matches: &[Match], extents: &mut Vec<Extent>) {
        for (rule, hits) in firings.each() {
            let CompiledRule { code, domain, .. } = self.rules[rule as usize];
            if service(domain) & domains == 0 {
                continue;
            }
            let key = if self.nested == NestedScope::Key { code } else { domain as u32 };
            let shared = hits.iter().map(|hit| (hit.state, &matches[hit.found()])).filter(|(_, m)| !m.alone);
            extents.extend(shared.map(|(state, m)| Extent { key, start: m.start, end: m.end, state }));
        }
    }

    /// Adds the evidence of rules to their codes. Each pattern of a rule counts once in a text.
    fn add(&self, firings: &Firings, matches: &[Match], verdict: &mut Verdict) {
        let Verdict { codes, evidence, places, counted, .. } = verdict;
        for (rule, hits) in firings.each() {
            let CompiledRule { code, weight, .. } = self.rules[rule as usize];
            let place = *places[code as usize].get_or_insert_with(|| {
                codes.push((code, 0.0));
                codes.len() as u32 - 1
            });
            let (_, score) = &mut codes[place as usize];
            // The firings of a rule follow one another.
            if counted.first().is_some_and(|(of, _)| *of != rule) {
                counted.clear();
            }
            for hit in hits {
                let pattern = matches[hit.found()].pattern;
                if !counted.contains(&(rule, pattern)) {
                    counted.push((rule, pattern));
                    *score += weight * hit.weight;
                }
                evidence.push((code, hit.found() as u32));
            }
        }
        counted.clear();
    }

    /// Takes off what speaks against a code.
    fn speak_against(&self, matches: &[Match], hits: &Hits, states: &[State], verdict: &mut Verdict) {
        let Verdict { codes, doubts, places, counted, .. } = verdict;
        for (met, own) in hits.each().filter(|(met, _)| met.kinds & AGAINST != 0) {
            let code = self.rules[met.rule as usize].code;
            for hit in own.iter().filter(|hit| hit.role == Role::Against) {
                let pattern = matches[hit.found()].pattern;
                if states[hit.state as usize] == State::Negated || counted.contains(&(code, pattern)) {
                    continue;
                }
                counted.push((code, pattern));
                if let Some(place) = places[code as usize] {
                    codes[place as usize].1 -= hit.weight;
                    doubts.push(self.doubt(code, Doubt::Contradicted));
                }
            }
        }
    }

    /// Notes the codes whose evidence was negated or guarded.
    fn note_kept_back(&self, hits: &Hits, states: &[State], verdict: &mut Verdict) {
        if states.iter().all(|state| matches!(state, State::Counts | State::Nested)) {
            return;
        }
        for (met, own) in hits.each() {
            let code = self.rules[met.rule as usize].code;
            for hit in own.iter().filter(|hit| hit.role == Role::Any) {
                match states[hit.state as usize] {
                    State::Negated => verdict.doubts.push(self.doubt(code, Doubt::Negated)),
                    State::Guarded(guard) => {
                        let number = self.guards[guard as usize].1;
                        verdict.doubts.push(self.doubt(code, |position| Doubt::Guarded(position, number)));
                    }
                    State::Counts | State::Nested => {}
                }
            }
        }
    }

    /// Keeps the codes that pass, without those that a subcode implies; one where only one may be given.
    fn choose(&self, matches: &[Match], verdict: &mut Verdict) {
        let Verdict { codes, evidence, doubts, places, .. } = verdict;
        for (code, _) in codes.iter() {
            places[*code as usize] = None;
        }
        codes.retain(|(code, score)| self.passes(*code, *score));
        let parents = codes.iter().filter_map(|(code, _)| self.codes[*code as usize].parent);
        let implied: Vec<_> = parents.filter(|main| codes.iter().any(|(code, _)| code == main)).collect();
        codes.retain(|(code, _)| !implied.contains(code));
        codes.sort_unstable_by_key(|(code, _)| *code);
        evidence.sort_unstable();
        evidence.dedup();
        let named = |code: u32| {
            let first = evidence.iter().find(|(of, _)| *of == code);
            first.map(|(_, found)| matches[*found as usize].start)
        };
        for (domain, rules) in self.domains.iter().filter(|(_, rules)| rules.choose == Choose::Dominant) {
            doubts.extend(self.keep_dominant(rules, codes, named).map(|tie| (*domain, tie)));
        }
        for (at, (code, score)) in (0..).zip(codes.iter()) {
            places[*code as usize] = Some(at);
            if *score < 1.5 * self.codes[*code as usize].threshold {
                doubts.push(self.doubt(*code, Doubt::Weak));
            }
        }
        evidence.retain(|(of, _)| places[*of as usize].is_some());
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
