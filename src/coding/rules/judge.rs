//! One text weighed: which rules fire, what is nested, negated or guarded, which codes pass.

use super::compile::{CompiledRule, DomainRules, NegationRole, Role, Rulebook, Use};
use super::scan::{self, Match};
use crate::codebook::{Choose, Domain, NestedScope, Scope, words};

/// What the rules say of one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The codes that pass, in the order of the codebook.
    pub found: Vec<Found>,
    /// Why a person should look at it, beside that nothing was found.
    pub doubts: Vec<Doubt>,
}

/// A code that passed.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its position among the domain's codes.
    pub code: usize,
    /// The weight of its evidence.
    pub score: f64,
    /// The matches that speak for it, by where they start.
    pub evidence: Vec<Match>,
    /// The patterns of rules that have been added to the score.
    counted: Vec<(usize, u32)>,
}

/// Why a person should look at a reading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Only one code may be given and several have the same score; their positions, the chosen one first.
    Tie(Vec<usize>),
    /// The evidence for a code is just enough.
    Weak(usize),
    /// Something speaks for a code and something against it.
    Contradicted(usize),
    /// Evidence for a code was negated.
    Negated(usize),
    /// Evidence for a code was kept from counting by this guard (its number).
    Guarded(usize, usize),
}

/// A match in the service of a rule or guard, within one unit of the text.
#[derive(Clone, Copy)]
struct Hit {
    unit: usize,
    found: usize,
    used: Use,
}

/// What is kept between texts.
#[derive(Default)]
pub struct Scratch {
    scan: scan::Scratch,
    matches: Vec<Match>,
    sentences: Vec<usize>,
    hits: Vec<Hit>,
    guards: Vec<Hit>,
    states: Vec<State>,
    furthest: Vec<usize>,
}

/// What became of a match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Counts,
    Negated,
    Guarded(usize),
    Nested,
}

impl Rulebook {
    /// Applies the rules of a domain to a text in NFC.
    pub fn judge(&self, domain: Domain, text: &str, scratch: &mut Scratch) -> Reading {
        let Some(rules) = self.domains.get(&domain) else { return Reading::default() };
        self.scanner.scan(text, &mut scratch.scan, &mut scratch.matches);
        if scratch.matches.is_empty() {
            return Reading::default();
        }
        words::sentences(text, &mut scratch.sentences);
        scratch.states.clear();
        scratch.states.resize(scratch.matches.len(), State::Counts);
        rules.collect(scratch);
        if scratch.hits.is_empty() {
            return Reading::default();
        }
        self.negate(text, scratch);
        rules.guard(scratch);
        rules.weigh(text, self.nested, scratch)
    }

    /// Marks what a negation governs. A negation inside an exception, or in the match itself, governs nothing.
    fn negate(&self, text: &str, scratch: &mut Scratch) {
        let Scratch { matches, sentences, states, .. } = scratch;
        let role = |m: &Match| self.negation.roles[m.pattern as usize];
        let sentence = |at: usize| sentences.partition_point(|start| *start <= at);
        for negation in matches.iter().filter(|m| role(m).negates()) {
            let reach = (self.negation.within + 1) * words::LONGEST;
            let first = matches.partition_point(|m| m.start + reach < negation.start);
            let last = matches.partition_point(|m| m.start < negation.end + reach);
            let nearby = &matches[first..last];
            if nearby.iter().any(|e| role(e) == NegationRole::Except && e.holds(negation)) {
                continue;
            }
            for (at, m) in (first..).zip(nearby).filter(|(_, m)| sentence(m.start) == sentence(negation.start)) {
                let follows = role(negation) != NegationRole::After && m.start >= negation.end;
                let precedes = role(negation) != NegationRole::Before && m.end <= negation.start;
                let (from, to) = if follows { (negation.end, m.start) } else { (m.end, negation.start) };
                let stops = |s: &Match| role(s) == NegationRole::Stop && from <= s.start && s.end <= to;
                if (follows || precedes)
                    && distance(text, from, to, self.negation.within) <= self.negation.within
                    && !nearby.iter().any(stops)
                {
                    states[at] = State::Negated;
                }
            }
        }
    }
}

/// How many words apart two places are, neighbours being one apart; stops counting beyond `most`.
fn distance(text: &str, from: usize, to: usize, most: usize) -> usize {
    let mut apart = 1;
    let mut at = from;
    while apart <= most {
        match words::word_after(text, at) {
            Some((start, end)) if start < to => at = end,
            Some(_) => return apart,
            None => return usize::MAX,
        }
        apart += 1;
    }
    apart
}

impl DomainRules {
    /// Sorts the matches into hits by rule and unit of text, and those of guards.
    fn collect(&self, scratch: &mut Scratch) {
        let Scratch { matches, sentences, hits, guards, .. } = scratch;
        hits.clear();
        guards.clear();
        for (found, m) in matches.iter().enumerate() {
            let uses = &self.uses[m.pattern as usize];
            if uses.is_empty() {
                continue;
            }
            let sentence = sentences.partition_point(|start| *start <= m.start);
            for used in uses {
                let guard = matches!(used.role, Role::Guard | Role::GuardNone);
                let scope = if guard { self.guards[used.target].scope } else { self.rules[used.target].scope };
                let unit = if scope == Scope::Text { 0 } else { sentence };
                let hit = Hit { unit, found, used: *used };
                if guard { guards.push(hit) } else { hits.push(hit) }
            }
        }
        hits.sort_by_key(|hit| (hit.used.target, hit.unit, hit.found));
    }

    /// Marks what stands where a guard holds.
    fn guard(&self, scratch: &mut Scratch) {
        let Scratch { matches, sentences, guards, states, .. } = scratch;
        guards.sort_by_key(|hit| (hit.used.target, hit.unit));
        for unit in guards.chunk_by(|a, b| (a.used.target, a.unit) == (b.used.target, b.unit)) {
            let holds = |role: Role| unit.iter().any(|hit| hit.used.role == role);
            if !holds(Role::Guard) || holds(Role::GuardNone) {
                continue;
            }
            for (m, state) in matches.iter().zip(states.iter_mut()) {
                let inside = unit[0].unit == 0 || sentences.partition_point(|start| *start <= m.start) == unit[0].unit;
                if inside && *state == State::Counts {
                    *state = State::Guarded(unit[0].used.target);
                }
            }
        }
    }

    /// Marks evidence that lies inside longer evidence, of the rules that count.
    fn mark_nested(&self, text: &str, nested: NestedScope, counts: impl Fn(usize) -> bool, scratch: &mut Scratch) {
        let mut evidence: Vec<(usize, usize)> = Vec::new();
        self.fired(text, scratch, |rule, hits| {
            if counts(rule) {
                evidence.extend(hits.iter().map(|hit| (hit.found, self.rules[rule].code)));
            }
        });
        evidence.sort_unstable_by_key(|(found, code)| {
            let m = &scratch.matches[*found];
            (m.start, std::cmp::Reverse(m.end), *code, *found)
        });
        // In this order a longer match comes before those inside it: one look at how far any has reached is enough.
        let Scratch { matches, states, furthest, .. } = scratch;
        furthest.clear();
        furthest.resize(self.codes.len() + 1, usize::MAX);
        for (found, code) in evidence {
            let key = if nested == NestedScope::Key { code } else { self.codes.len() };
            let (m, longest) = (matches[found], furthest[key]);
            if longest != usize::MAX && m.is_inside(&matches[longest]) {
                states[found] = State::Nested;
            } else if longest == usize::MAX || m.end > matches[longest].end {
                furthest[key] = found;
            }
        }
    }

    /// Hands every rule that fires in a unit of the text, with its evidence there.
    fn fired(&self, text: &str, scratch: &Scratch, mut hand: impl FnMut(usize, &[Hit])) {
        let Scratch { matches, hits, states, .. } = scratch;
        let mut evidence: Vec<Hit> = Vec::new();
        for unit in hits.chunk_by(|a, b| (a.used.target, a.unit) == (b.used.target, b.unit)) {
            let rule = &self.rules[unit[0].used.target];
            if unit.iter().any(|hit| hit.used.role == Role::None) {
                continue;
            }
            evidence.clear();
            let counts = |hit: &&Hit| states[hit.found] == State::Counts;
            evidence.extend(unit.iter().filter(counts).filter(|hit| matches!(hit.used.role, Role::Any | Role::All(_))));
            let holds = |role: Role| unit.iter().filter(counts).any(|hit| hit.used.role == role);
            if rule.needs_any && !holds(Role::Any) || !(0..rule.all).all(|group| holds(Role::All(group))) {
                continue;
            }
            let near = rule.near.iter().enumerate().all(|(pair, within)| {
                let side = |role: Role| unit.iter().filter(counts).filter(move |hit| hit.used.role == role);
                let before = evidence.len();
                for one in side(Role::NearAny(pair)) {
                    let other = side(Role::NearWith(pair)).find(|other| {
                        let (a, b) = (&matches[one.found], &matches[other.found]);
                        let (from, to) = if a.start <= b.start { (a.end, b.start) } else { (b.end, a.start) };
                        from > to || distance(text, from, to, *within) <= *within
                    });
                    evidence.extend(other.into_iter().flat_map(|other| [*one, *other]));
                }
                evidence.len() > before
            });
            if near && !evidence.is_empty() {
                hand(unit[0].used.target, &evidence);
            }
        }
    }

    /// Adds up the evidence and chooses.
    fn weigh(&self, text: &str, nested: NestedScope, scratch: &mut Scratch) -> Reading {
        let mut found: Vec<Found> = Vec::new();
        let unconditional = |rule: usize| self.rules[rule].without.is_empty();
        self.mark_nested(text, nested, unconditional, scratch);
        self.fired(text, scratch, |rule, hits| {
            if unconditional(rule) {
                self.add(&mut found, rule, hits, scratch);
            }
        });
        let passing: Vec<_> = found.iter().filter(|f| f.score >= self.threshold - TINY).map(|f| f.code).collect();
        let passes = |code: &usize| passing.iter().any(|p| p == code || self.parents[*p] == Some(*code));
        // A rule that yields to a code that passes hides nothing, either.
        let yields = |rule: usize| self.rules[rule].without.iter().any(passes);
        self.mark_nested(text, nested, |rule| !yields(rule), scratch);
        self.fired(text, scratch, |rule, hits| {
            if !unconditional(rule) && !yields(rule) {
                self.add(&mut found, rule, hits, scratch);
            }
        });
        let mut doubts = self.doubts(scratch);
        doubts.extend(self.speak_against(scratch, &mut found).into_iter().map(Doubt::Contradicted));
        found.retain(|f| f.score >= self.threshold - TINY);
        let implied: Vec<_> = found.iter().filter_map(|f| self.parents[f.code]).collect();
        found.retain(|f| !implied.contains(&f.code));
        found.sort_by_key(|f| f.code);
        for f in &mut found {
            f.evidence.sort_unstable();
            f.evidence.dedup();
        }
        if self.choose == Choose::Dominant {
            doubts.extend(keep_dominant(&mut found));
        }
        doubts.extend(found.iter().filter(|f| f.score < 1.5 * self.threshold).map(|f| Doubt::Weak(f.code)));
        doubts.sort();
        doubts.dedup();
        Reading { found, doubts }
    }

    /// Adds the evidence of a rule in a unit of the text to its code. Each pattern of a rule counts once in a text.
    fn add(&self, found: &mut Vec<Found>, rule: usize, hits: &[Hit], scratch: &Scratch) {
        let &CompiledRule { code, weight, .. } = &self.rules[rule];
        let at = found.iter().position(|f| f.code == code).unwrap_or_else(|| {
            found.push(Found { code, score: 0.0, evidence: Vec::new(), counted: Vec::new() });
            found.len() - 1
        });
        let own = &mut found[at];
        for hit in hits {
            let m = scratch.matches[hit.found];
            if !own.counted.contains(&(rule, m.pattern)) {
                own.counted.push((rule, m.pattern));
                own.score += weight * hit.used.weight;
            }
            own.evidence.push(m);
        }
    }

    /// Takes off what speaks against a code; the codes for which something does.
    fn speak_against(&self, scratch: &Scratch, found: &mut [Found]) -> Vec<usize> {
        let mut codes = Vec::new();
        let mut seen: Vec<(usize, u32)> = Vec::new();
        for hit in scratch.hits.iter().filter(|hit| hit.used.role == Role::Against) {
            let code = self.rules[hit.used.target].code;
            let pattern = scratch.matches[hit.found].pattern;
            if scratch.states[hit.found] == State::Negated || seen.contains(&(code, pattern)) {
                continue;
            }
            seen.push((code, pattern));
            if let Some(own) = found.iter_mut().find(|f| f.code == code) {
                own.score -= hit.used.weight;
                codes.push(code);
            }
        }
        codes
    }

    /// The codes whose evidence was negated or guarded.
    fn doubts(&self, scratch: &Scratch) -> Vec<Doubt> {
        let evidence = scratch.hits.iter().filter(|hit| hit.used.role == Role::Any);
        let doubt = |hit: &Hit| match scratch.states[hit.found] {
            State::Negated => Some(Doubt::Negated(self.rules[hit.used.target].code)),
            State::Guarded(guard) => Some(Doubt::Guarded(self.rules[hit.used.target].code, guard)),
            State::Counts | State::Nested => None,
        };
        evidence.filter_map(doubt).collect()
    }
}

/// Scores are sums of weights with few decimals; what they differ by below this is the arithmetic's.
const TINY: f64 = 1e-9;

/// Keeps the code with most evidence. Of equal ones the one that the text names first, then the first of the codebook;
/// the tie is told.
fn keep_dominant(found: &mut Vec<Found>) -> Option<Doubt> {
    let most = found.iter().map(|f| f.score).fold(f64::NEG_INFINITY, f64::max);
    found.retain(|f| f.score >= most - TINY);
    found.sort_by_key(|f| (f.evidence.first().map(|m| m.start), f.code));
    let tie = (found.len() > 1).then(|| Doubt::Tie(found.iter().map(|f| f.code).collect()));
    found.truncate(1);
    tie
}
