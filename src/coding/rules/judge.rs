//! One text weighed: which rules fire, what is nested, negated or guarded, which codes pass.

use super::compile::{DomainRules, Negation, NegationRole, Role, Rulebook, Use, service};
use super::lexicon::Service;
use super::scan::{Match, Part, Scan};
use crate::codebook::{Choose, Domain, NestedScope};

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
    pub code: u32,
    /// The weight of its evidence.
    pub score: f64,
    /// The matches that speak for it, by where they start.
    pub evidence: Vec<Match>,
}

/// Why a person should look at a reading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Only one code may be given and several have the same score; their positions, the chosen one first.
    Tie(Box<[u32]>),
    /// The evidence for a code is just enough.
    Weak(u32),
    /// Something speaks for a code and something against it.
    Contradicted(u32),
    /// Evidence for a code was negated.
    Negated(u32),
    /// Evidence for a code was kept from counting by this guard (its number).
    Guarded(u32, u32),
}

/// Reads texts and says what the rules say of them. What it learned of words, and its room, is kept for the next text.
pub struct Reader<'a> {
    rulebook: &'a Rulebook,
    scan: Scan<'a>,
    sight: Sight,
    firings: Firings,
    nesting: Nesting,
    pub(super) verdict: Verdict,
}

/// What is seen in a text.
#[derive(Default)]
struct Sight {
    matches: Vec<Match>,
    /// What became of each match.
    states: Vec<State>,
    /// What the matches serve, by rule and unit.
    hits: Vec<Hit>,
    guards: Vec<Hit>,
    /// By rule: the kinds of hits it has.
    present: Vec<u8>,
}

/// A match in the service of a rule or guard, within one unit of the text.
#[derive(Clone, Copy)]
struct Hit {
    /// The sentence; 0 for the whole text.
    unit: u32,
    found: u32,
    used: Use,
}

impl Hit {
    fn new(m: &Match, found: u32, used: Use) -> Self {
        Self { unit: if used.whole { 0 } else { m.sentence }, found, used }
    }

    /// Hits of one rule or guard in one unit belong together.
    fn group(&self) -> u64 {
        u64::from(self.used.target) << 32 | u64::from(self.unit)
    }
}

/// What became of a match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Counts,
    Negated,
    Guarded(u32),
    Nested,
}

/// The rules that fire, each with a unit's evidence.
#[derive(Default)]
struct Firings {
    /// The rule, and where its evidence ends.
    rules: Vec<(u32, usize)>,
    evidence: Vec<Hit>,
}

impl Firings {
    /// The rules in their order, each with a unit's evidence.
    fn each(&self) -> impl Iterator<Item = (u32, &[Hit])> {
        let from = std::iter::once(0).chain(self.rules.iter().map(|(_, end)| *end));
        self.rules.iter().zip(from).map(|((rule, end), from)| (*rule, &self.evidence[from..*end]))
    }
}

/// What is needed to see what lies inside what.
#[derive(Default)]
struct Nesting {
    /// Matches that are evidence, with their code.
    evidence: Vec<(u32, u32)>,
    furthest: Vec<u32>,
}

/// What was found in a text.
#[derive(Default)]
pub(super) struct Verdict {
    /// The codes and the weight of their evidence.
    pub codes: Vec<(u32, f64)>,
    /// The evidence: codes and the numbers of matches.
    evidence: Vec<(u32, u32)>,
    pub doubts: Vec<Doubt>,
    /// The patterns of one rule that have been added to a score.
    counted: Vec<(u32, u32)>,
}

impl<'a> Reader<'a> {
    /// Begins to read with these rules.
    pub(super) fn new(rulebook: &'a Rulebook) -> Self {
        Self {
            rulebook,
            scan: rulebook.scanner().scan(),
            sight: Sight::default(),
            firings: Firings::default(),
            nesting: Nesting::default(),
            verdict: Verdict::default(),
        }
    }

    /// Applies the rules of a domain to a text in NFC.
    pub fn judge(&mut self, domain: Domain, text: &str) -> Reading {
        self.begin();
        let part = self.read(text, service(domain));
        self.judge_part(domain, &part);
        let found = self.verdict.codes.iter().map(|&(code, score)| Found {
            code,
            score,
            evidence: self.evidence(code).copied().collect(),
        });
        Reading { found: found.collect(), doubts: self.verdict.doubts.clone() }
    }

    /// The evidence for a code that was found, by where it starts.
    pub(super) fn evidence(&self, code: u32) -> impl Iterator<Item = &Match> {
        let own = self.verdict.evidence.iter().filter(move |(of, _)| *of == code);
        own.map(|(_, found)| &self.sight.matches[*found as usize])
    }

    /// Finds every match of the patterns in a text in NFC, whatever they serve, by where they start.
    pub fn matches(&mut self, text: &str) -> &[Match] {
        self.begin();
        let part = self.read(text, Service::MAX);
        self.sight.matches.clear();
        self.sight.matches.extend(self.scan.matches(&part, Service::MAX));
        &self.sight.matches
    }

    /// Begins a new text.
    pub(super) fn begin(&mut self) {
        self.scan.begin();
    }

    /// Takes a part of the text, in NFC, that is to be judged for these.
    pub(super) fn read(&mut self, text: &str, services: Service) -> Part {
        self.scan.read(text, services)
    }

    /// Applies the rules of a domain to a part of the text; the verdict is what they say.
    pub(super) fn judge_part(&mut self, domain: Domain, part: &Part) {
        let Self { rulebook, scan, sight, firings, nesting, verdict } = self;
        verdict.clear();
        let Some(rules) = rulebook.domains.get(&domain) else { return };
        sight.matches.clear();
        sight.matches.extend(scan.matches(part, service(domain)));
        if !rules.collect(sight) {
            return;
        }
        rulebook.negation.mark(sight);
        rules.guard(sight);
        rules.weigh(rulebook.nested, sight, firings, nesting, verdict);
    }
}

impl Negation {
    /// Marks what a negation governs. A negation inside an exception, or in the match itself, governs nothing.
    fn mark(&self, sight: &mut Sight) {
        let Sight { matches, states, .. } = sight;
        let role = |m: &Match| self.roles[m.pattern as usize];
        let length = |m: &Match| m.last.saturating_sub(m.first);
        let mut negations = matches.iter().filter(|m| role(m).negates()).peekable();
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
                    states[at] = State::Negated;
                }
            }
        }
    }
}

/// Whether two matches stand within so many words, neighbours being one apart, in one sentence.
fn near(a: &Match, b: &Match, within: u32) -> bool {
    let (before, after) = if a.start <= b.start { (a, b) } else { (b, a) };
    before.end > after.start || before.sentence == after.sentence && after.first <= before.last.saturating_add(within)
}

impl DomainRules {
    /// Sorts the matches into hits by rule and unit of text, and those of guards; whether there is any hit.
    fn collect(&self, sight: &mut Sight) -> bool {
        let Sight { matches, states, hits, guards, present } = sight;
        present.clear();
        present.resize(self.rules.len(), 0);
        for used in matches.iter().flat_map(|m| self.uses(m.pattern)).filter(|used| !used.role.is_guard()) {
            present[used.target as usize] |= used.role.kind();
        }
        hits.clear();
        guards.clear();
        for (found, m) in (0..).zip(matches.iter()) {
            for used in self.uses(m.pattern) {
                let target = used.target as usize;
                if used.role.is_guard() {
                    guards.push(Hit::new(m, found, *used));
                } else if used.role.tells_alone() || present[target] & used.kinds == used.kinds {
                    hits.push(Hit::new(m, found, *used));
                }
            }
        }
        states.clear();
        states.resize(matches.len(), State::Counts);
        hits.sort_by_key(Hit::group);
        guards.sort_by_key(Hit::group);
        !hits.is_empty()
    }

    /// Marks what stands where a guard holds.
    fn guard(&self, sight: &mut Sight) {
        let Sight { matches, guards, states, .. } = sight;
        for unit in guards.chunk_by(|a, b| a.group() == b.group()) {
            let holds = |role: Role| unit.iter().any(|hit| hit.used.role == role);
            if !holds(Role::Guard) || holds(Role::GuardNone) {
                continue;
            }
            for (m, state) in matches.iter().zip(states.iter_mut()) {
                if (unit[0].unit == 0 || m.sentence == unit[0].unit) && *state == State::Counts {
                    *state = State::Guarded(unit[0].used.target);
                }
            }
        }
    }

    /// Adds up the evidence and chooses. A rule that yields to a code that passes hides nothing, either: so rules without
    /// such a condition come first.
    fn weigh(
        &self,
        scope: NestedScope,
        sight: &mut Sight,
        firings: &mut Firings,
        nesting: &mut Nesting,
        verdict: &mut Verdict,
    ) {
        let yields_to = |rule: u32| &self.rules[rule as usize].without;
        self.fire(sight, firings);
        if self.nest(scope, |rule| yields_to(rule).is_empty(), firings, nesting, sight) {
            self.fire(sight, firings);
        }
        self.add(|rule| yields_to(rule).is_empty(), firings, sight, verdict);
        if firings.rules.iter().any(|(rule, _)| !yields_to(*rule).is_empty()) {
            let passing: Vec<_> =
                verdict.codes.iter().filter(|(_, s)| self.passes(*s)).map(|(code, _)| *code).collect();
            let passes = |code: &u32| passing.iter().any(|p| p == code || self.parents[*p as usize] == Some(*code));
            let stays = |rule: u32| !yields_to(rule).iter().any(passes);
            if self.nest(scope, stays, firings, nesting, sight) {
                self.fire(sight, firings);
            }
            self.add(|rule| !yields_to(rule).is_empty() && stays(rule), firings, sight, verdict);
        }
        self.note_kept_back(sight, verdict);
        self.speak_against(sight, verdict);
        self.choose(&sight.matches, verdict);
    }

    /// Finds the rules that fire in a unit of the text, with their evidence there.
    fn fire(&self, sight: &Sight, firings: &mut Firings) {
        let Sight { matches, hits, states, .. } = sight;
        let Firings { rules, evidence } = firings;
        rules.clear();
        evidence.clear();
        for unit in hits.chunk_by(|a, b| a.group() == b.group()) {
            let rule = &self.rules[unit[0].used.target as usize];
            if unit.iter().any(|hit| hit.used.role == Role::None) {
                continue;
            }
            let from = evidence.len();
            let counts = |hit: &&Hit| states[hit.found as usize] == State::Counts;
            evidence.extend(unit.iter().filter(counts).filter(|hit| matches!(hit.used.role, Role::Any | Role::All(_))));
            let holds = |role: Role| evidence[from..].iter().any(|hit| hit.used.role == role);
            let mut fires = (!rule.needs_any || holds(Role::Any)) && (0..rule.all).all(|group| holds(Role::All(group)));
            for (pair, within) in (0..).zip(&rule.near) {
                let side = |role: Role| unit.iter().filter(counts).filter(move |hit| hit.used.role == role);
                let before = evidence.len();
                for one in side(Role::NearAny(pair)) {
                    let stands =
                        |other: &&Hit| near(&matches[one.found as usize], &matches[other.found as usize], *within);
                    let other = side(Role::NearWith(pair)).find(stands);
                    evidence.extend(other.into_iter().flat_map(|other| [*one, *other]));
                }
                fires &= evidence.len() > before;
            }
            if fires && evidence.len() > from {
                rules.push((unit[0].used.target, evidence.len()));
            } else {
                evidence.truncate(from);
            }
        }
    }

    /// Marks evidence that lies inside longer evidence, of the rules that count; whether there was any.
    fn nest(
        &self,
        scope: NestedScope,
        counts: impl Fn(u32) -> bool,
        firings: &Firings,
        nesting: &mut Nesting,
        sight: &mut Sight,
    ) -> bool {
        let Sight { matches, states, .. } = sight;
        let Nesting { evidence, furthest } = nesting;
        evidence.clear();
        for (rule, hits) in firings.each().filter(|(rule, _)| counts(*rule)) {
            evidence.extend(hits.iter().map(|hit| (hit.found, self.rules[rule as usize].code)));
        }
        evidence.sort_unstable();
        let mut reached = 0;
        let apart = |(found, _): &(u32, u32)| {
            let m = &matches[*found as usize];
            m.start >= std::mem::replace(&mut reached, m.end)
        };
        if evidence.iter().all(apart) {
            return false;
        }
        evidence.sort_unstable_by_key(|(found, code)| {
            let m = &matches[*found as usize];
            (m.start, std::cmp::Reverse(m.end), *code, *found)
        });
        // In this order a longer match comes before those inside it: one look at how far any has reached is enough.
        furthest.clear();
        furthest.resize(self.codes.len() + 1, u32::MAX);
        let mut any = false;
        for &(found, code) in evidence.iter() {
            let key = if scope == NestedScope::Key { code as usize } else { self.codes.len() };
            let (m, longest) = (&matches[found as usize], furthest[key]);
            if longest != u32::MAX && m.is_inside(&matches[longest as usize]) {
                states[found as usize] = State::Nested;
                any = true;
            } else if longest == u32::MAX || m.end > matches[longest as usize].end {
                furthest[key] = found;
            }
        }
        any
    }

    /// Adds the evidence of rules to their codes. Each pattern of a rule counts once in a text.
    fn add(&self, counts: impl Fn(u32) -> bool, firings: &Firings, sight: &Sight, verdict: &mut Verdict) {
        let Verdict { codes, evidence, counted, .. } = verdict;
        for (rule, hits) in firings.each().filter(|(rule, _)| counts(*rule)) {
            let own = &self.rules[rule as usize];
            let at = codes.iter().position(|(code, _)| *code == own.code).unwrap_or_else(|| {
                codes.push((own.code, 0.0));
                codes.len() - 1
            });
            // The firings of a rule follow one another.
            if counted.first().is_some_and(|(of, _)| *of != rule) {
                counted.clear();
            }
            for hit in hits {
                let pattern = sight.matches[hit.found as usize].pattern;
                if !counted.contains(&(rule, pattern)) {
                    counted.push((rule, pattern));
                    codes[at].1 += own.weight * hit.used.weight;
                }
                evidence.push((own.code, hit.found));
            }
        }
        counted.clear();
    }

    /// Takes off what speaks against a code.
    fn speak_against(&self, sight: &Sight, verdict: &mut Verdict) {
        let Verdict { codes, doubts, counted, .. } = verdict;
        for hit in sight.hits.iter().filter(|hit| hit.used.role == Role::Against) {
            let code = self.rules[hit.used.target as usize].code;
            let pattern = sight.matches[hit.found as usize].pattern;
            if sight.states[hit.found as usize] == State::Negated || counted.contains(&(code, pattern)) {
                continue;
            }
            counted.push((code, pattern));
            if let Some((_, score)) = codes.iter_mut().find(|(own, _)| *own == code) {
                *score -= hit.used.weight;
                doubts.push(Doubt::Contradicted(code));
            }
        }
    }

    /// Notes the codes whose evidence was negated or guarded.
    fn note_kept_back(&self, sight: &Sight, verdict: &mut Verdict) {
        for hit in sight.hits.iter().filter(|hit| hit.used.role == Role::Any) {
            let code = self.rules[hit.used.target as usize].code;
            match sight.states[hit.found as usize] {
                State::Negated => verdict.doubts.push(Doubt::Negated(code)),
                State::Guarded(guard) => verdict.doubts.push(Doubt::Guarded(code, guard)),
                State::Counts | State::Nested => {}
            }
        }
    }

    /// Keeps the codes that pass, without those that a subcode implies; one where only one may be given.
    fn choose(&self, matches: &[Match], verdict: &mut Verdict) {
        let Verdict { codes, evidence, doubts, .. } = verdict;
        codes.retain(|(_, score)| self.passes(*score));
        let implies = |of: &u32, main: u32| self.parents[*of as usize] == Some(main);
        let implied = |main: u32| codes.iter().any(|(code, _)| implies(code, main));
        let mains: Vec<_> = codes.iter().map(|(code, _)| *code).filter(|code| implied(*code)).collect();
        codes.retain(|(code, _)| !mains.contains(code));
        codes.sort_unstable_by_key(|(code, _)| *code);
        evidence.sort_unstable();
        evidence.dedup();
        if self.choose == Choose::Dominant {
            let named = |code: u32| {
                let first = evidence.iter().find(|(of, _)| *of == code);
                first.map(|(_, found)| matches[*found as usize].start)
            };
            doubts.extend(keep_dominant(codes, named));
        }
        evidence.retain(|(of, _)| codes.iter().any(|(code, _)| code == of));
        let weak = |score: f64| score < 1.5 * self.threshold;
        doubts.extend(codes.iter().filter(|(_, score)| weak(*score)).map(|(code, _)| Doubt::Weak(*code)));
        doubts.sort();
        doubts.dedup();
    }

    fn passes(&self, score: f64) -> bool {
        score >= self.threshold - TINY
    }
}

impl Verdict {
    fn clear(&mut self) {
        self.codes.clear();
        self.evidence.clear();
        self.doubts.clear();
        self.counted.clear();
    }
}

/// Scores are sums of weights with few decimals; what they differ by below this is the arithmetic's.
const TINY: f64 = 1e-9;

/// Keeps the code with most evidence. Of equal ones the one that the text names first, then the first of the codebook;
/// the tie is told.
fn keep_dominant(codes: &mut Vec<(u32, f64)>, named: impl Fn(u32) -> Option<u32>) -> Option<Doubt> {
    let most = codes.iter().map(|(_, score)| *score).fold(f64::NEG_INFINITY, f64::max);
    codes.retain(|(_, score)| *score >= most - TINY);
    if codes.len() < 2 {
        return None;
    }
    codes.sort_by_key(|(code, _)| (named(*code), *code));
    let tie = Doubt::Tie(codes.iter().map(|(code, _)| *code).collect());
    codes.truncate(1);
    Some(tie)
}
