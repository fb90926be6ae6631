//! From rules to codes: the sum of the evidence by code, and which codes pass.

use super::evidence::{EvidenceBuffer, EvidenceHit};
use super::fire::Text;
use super::matches::{Match, Status};
use super::postings::ANY;
use super::rulebook::{DomainRules, Rulebook};
use super::verdict::{Doubt, Verdict};
use crate::codebook::{Choose, Domain};

/// Scores are sums of weights with few decimals; what they differ by below this is the arithmetic's.
const TINY: f64 = 1e-9;

/// A code whose score is below so many times its threshold is doubtful.
const WEAK: f64 = 1.5;

/// A match that counts for a code or against it.
#[derive(Clone, Copy)]
struct CountedSpan {
    code: u32,
    start: u32,
    end: u32,
    /// The number of the weight.
    weight: u32,
}

/// Codes with their scores, in the order of codes.
#[derive(Default)]
pub(super) struct Scores {
    all: Vec<(u32, f64)>,
    spans: Vec<CountedSpan>,
}

impl Scores {
    /// The codes that are named by a rule as passing: those that pass, and the main codes of these.
    fn passing<'a>(&'a self, rulebook: &'a Rulebook) -> impl Iterator<Item = u32> + 'a {
        let passes = self.all.iter().filter(|(code, score)| rulebook.passes(*code, *score));
        passes.flat_map(|(code, _)| [*code, rulebook.codes[*code as usize].main])
    }
}

/// Lets every span of a code count for its first weight only, and hands each code, in order, with what it adds up to. The
/// spans are in the order of the text.
fn sum_by_code(spans: &mut Vec<CountedSpan>, weights: &[f64], mut hand: impl FnMut(u32, f64)) {
    let place = |span: &CountedSpan| (span.start, span.end);
    for same in spans.chunk_by_mut(|a, b| place(a) == place(b)).filter(|same| same.len() > 1) {
        same.sort_unstable_by_key(|span| (span.code, span.weight));
    }
    spans.dedup_by_key(|span| (span.start, span.end, span.code));
    spans.sort_unstable_by_key(|span| u64::from(span.code) << 32 | u64::from(span.weight));
    spans.dedup_by_key(|span| (span.code, span.weight));
    for own in spans.chunk_by(|a, b| a.code == b.code) {
        hand(own[0].code, own.iter().map(|span| weights[span.weight as usize]).sum());
    }
}

impl Rulebook {
    /// Applies the rules to what was found, and writes down which codes pass. `suppressed`: whether anything is negated or
    /// guarded.
    pub(super) fn decide(&self, text: &mut Text<'_>, suppressed: bool, scores: &mut Scores, verdict: &mut Verdict) {
        self.fire_rules(text, scores);
        self.subtract_counter_evidence(text, scores, verdict);
        self.choose(text, scores, verdict);
        if suppressed && text.evidence.all.iter().any(|one| one.status(text.statuses).is_suppressed()) {
            self.note_suppressed(text, scores, verdict);
        }
        verdict.doubts.sort();
        verdict.doubts.dedup();
    }

    /// Lets the rules fire and adds their evidence up. Rules that fire only `without` a code come last, for they must know
    /// which codes pass; what does not fire hides no other evidence, either.
    fn fire_rules(&self, text: &mut Text<'_>, scores: &mut Scores) {
        text.apply(0..self.unconditional);
        if text.evidence.all.iter().any(|one| one.rule >= self.unconditional) {
            self.add_evidence(text, scores);
            self.drop_conditional(text.evidence, scores);
            text.apply(self.unconditional..self.rules.len() as u32);
        }
        self.add_evidence(text, scores);
    }

    fn passes(&self, code: u32, score: f64) -> bool {
        score >= self.codes[code as usize].threshold - TINY
    }

    /// Adds the evidence up by code.
    fn add_evidence(&self, text: &Text<'_>, scores: &mut Scores) {
        let Scores { all, spans } = scores;
        spans.clear();
        spans.extend(text.evidence.all.iter().filter(|one| one.counts).map(|one| {
            let Match { start, end, .. } = text.matches[one.match_index as usize];
            CountedSpan { code: one.code, start, end, weight: one.weight }
        }));
        all.clear();
        sum_by_code(spans, &self.weights, |code, score| all.push((code, score)));
    }

    /// Drops the evidence of rules that do not fire beside a code that passes.
    fn drop_conditional(&self, evidence: &mut EvidenceBuffer, scores: &Scores) {
        let passing: Vec<u32> = scores.passing(self).collect();
        let dropped = |rule: u32| {
            rule >= self.unconditional && self.rules[rule as usize].without.iter().any(|code| passing.contains(code))
        };
        evidence.all.iter_mut().for_each(|one| one.single_condition &= !dropped(one.rule));
        evidence.conjuncts.retain(|hit| !dropped(hit.rule));
    }

    /// Notes the codes for which evidence was negated or guarded that would have counted otherwise. The rules are applied once
    /// more, as if nothing were negated or guarded, and without those that a code has kept from firing. Evidence counts for
    /// nothing more where its rule already counts the same pattern.
    fn note_suppressed(&self, text: &mut Text<'_>, scores: &mut Scores, verdict: &mut Verdict) {
        let statuses = text.statuses.take();
        let counting = text.evidence.all.iter().filter(|one| one.counts);
        let mut counted: Vec<u32> = counting.map(|one| one.weight).collect();
        counted.sort_unstable();
        text.evidence.all.iter_mut().for_each(|one| one.counts = false);
        self.fire_rules(text, scores);
        let added = |one: &&EvidenceHit| one.counts && one.kind == ANY && counted.binary_search(&one.weight).is_err();
        for one in text.evidence.all.iter().filter(added) {
            match one.status(&statuses) {
                Status::Negated => verdict.doubts.push(self.doubt(one.code, Doubt::Negated)),
                Status::Guarded(guard) => {
                    let (_, number) = self.guards[*guard as usize];
                    verdict.doubts.push(self.doubt(one.code, |position| Doubt::Guarded(position, number)));
                }
                Status::Counts | Status::Nested => {}
            }
        }
    }

    /// Subtracts the weights of counter-evidence: of patterns that speak against codes.
    fn subtract_counter_evidence(&self, text: &Text<'_>, scores: &mut Scores, verdict: &mut Verdict) {
        let Scores { all, spans } = scores;
        spans.clear();
        for (posting, match_index) in text.evidence.against() {
            if *text.statuses.of(match_index, posting.layer) != Status::Negated {
                let Match { start, end, .. } = text.matches[match_index as usize];
                spans.push(CountedSpan { code: posting.code, start, end, weight: posting.weight });
            }
        }
        sum_by_code(spans, &self.weights, |code, weight| {
            if let Ok(at) = all.binary_search_by_key(&code, |(code, _)| *code) {
                all[at].1 -= weight;
                verdict.doubts.push(self.doubt(code, Doubt::Contradicted));
            }
        });
    }

    /// Keeps the codes that pass, without those that a subcode implies; one where only one may be given.
    fn choose(&self, text: &Text<'_>, scores: &Scores, verdict: &mut Verdict) {
        let Verdict { codes, evidence, doubts } = verdict;
        codes.extend(scores.all.iter().filter(|(code, score)| self.passes(*code, *score)));
        let main = |code: u32| self.codes[code as usize].main;
        let implied: Vec<u32> =
            codes.iter().map(|(code, _)| *code).filter(|code| main(*code) != *code).map(main).collect();
        codes.retain(|(code, _)| !implied.contains(code));
        let first = |code: u32| {
            let own = text.evidence.all.iter().find(|one| one.counts && one.code == code);
            own.map(|one| text.matches[one.match_index as usize].start)
        };
        for (domain, rules) in self.domains.iter().filter(|(_, rules)| rules.choose == Choose::Dominant) {
            doubts.extend(self.keep_dominant(rules, codes, first).map(|tie| (*domain, tie)));
        }
        let weak = codes.iter().filter(|(code, score)| *score < WEAK * self.codes[*code as usize].threshold);
        doubts.extend(weak.map(|(code, _)| self.doubt(*code, Doubt::Weak)));
        let chosen = |code: u32| codes.binary_search_by_key(&code, |(code, _)| *code).is_ok();
        let counting = text.evidence.all.iter().filter(|one| one.counts && chosen(one.code));
        evidence.extend(counting.map(|one| (one.code, one.match_index)));
        evidence.sort_unstable();
        evidence.dedup();
    }

    /// Keeps the code of a domain with the highest score. Of equal ones the one that the text names first, then the first of
    /// the codebook; the tie is told.
    fn keep_dominant(
        &self,
        rules: &DomainRules,
        codes: &mut Vec<(u32, f64)>,
        first: impl Fn(u32) -> Option<u32>,
    ) -> Option<Doubt> {
        let numbers = rules.numbers();
        let own = codes.partition_point(|(code, _)| *code < numbers.start)
            ..codes.partition_point(|(code, _)| *code < numbers.end);
        if own.len() < 2 {
            return None;
        }
        let most = codes[own.clone()].iter().map(|(_, score)| *score).fold(f64::NEG_INFINITY, f64::max);
        let highest = codes[own.clone()].iter().filter(|(_, score)| *score >= most - TINY);
        let mut highest: Vec<_> = highest.copied().collect();
        highest.sort_by_key(|(code, _)| (first(*code), *code));
        codes.splice(own, highest.first().copied());
        let position = |(code, _): &(u32, f64)| self.codes[*code as usize].position;
        (highest.len() > 1).then(|| Doubt::Tie(highest.iter().map(position).collect()))
    }

    /// A doubt about a code, which it names by its position in its domain.
    fn doubt(&self, code: u32, doubt: impl FnOnce(u32) -> Doubt) -> (Domain, Doubt) {
        let code = &self.codes[code as usize];
        (code.domain, doubt(code.position))
    }
}
