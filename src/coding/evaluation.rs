//! How good rules are, measured against the final sheet: what they found, missed and gave too much, per code, domain, area
//! and group of answers; and which patterns and texts the mistakes come from.
//!
//! Precision, recall and F1 are those of the literature on text classification (Sebastiani 2002): micro sums the counts over
//! codes, macro averages over the codes that people used.

use std::collections::{BTreeMap, BTreeSet};

use super::agreement::CodeLevel;
use super::rules::domains_of;
use super::{Codings, Sheets};
use crate::codebook::{Codebook, Domain};
use crate::survey::{Input, Unit};

/// What was found, given too much, and missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Codes that rules and people gave.
    pub found: usize,
    /// Codes that only rules gave.
    pub wrong: usize,
    /// Codes that only people gave.
    pub missed: usize,
}

impl Hits {
    /// The share of what rules gave that people gave, too; `None` where rules gave nothing.
    pub fn precision(self) -> Option<f64> {
        share(self.found, self.found + self.wrong)
    }

    /// The share of what people gave that rules found; `None` where people gave nothing.
    pub fn recall(self) -> Option<f64> {
        share(self.found, self.found + self.missed)
    }

    /// The harmonic mean of both; `None` where nobody gave anything.
    pub fn f1(self) -> Option<f64> {
        share(2 * self.found, 2 * self.found + self.wrong + self.missed)
    }

    /// Counts a code that rules or people gave, or neither did.
    pub(super) fn count(&mut self, by_rules: bool, by_people: bool) {
        match (by_rules, by_people) {
            (true, true) => self.found += 1,
            (true, false) => self.wrong += 1,
            (false, true) => self.missed += 1,
            (false, false) => {}
        }
    }

    fn add(&mut self, other: Self) {
        self.found += other.found;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The domain.
    pub domain: Domain,
    /// The level of codes.
    pub level: CodeLevel,
    /// The area; `None` for all.
    pub area: Option<String>,
    /// The group of answers, as `held-back`; `None` for all.
    pub group: Option<String>,
}

/// The results for a subject.
#[derive(Clone, Debug, Default)]
pub struct Result {
    /// By code.
    pub codes: BTreeMap<String, Hits>,
    /// Interventions.
    pub interventions: usize,
    /// Interventions to which people gave no code.
    pub without: usize,
    /// Those of them to which rules gave none, either.
    pub rightly_without: usize,
}

impl Result {
    /// The counts of all codes together.
    pub fn micro(&self) -> Hits {
        let mut sum = Hits::default();
        self.codes.values().for_each(|hits| sum.add(*hits));
        sum
    }

    /// The mean precision, recall and F1 of the codes that people used; what rules never gave counts as 0.
    pub fn macro_mean(&self) -> Option<[f64; 3]> {
        let used: Vec<_> = self.codes.values().filter(|hits| hits.found + hits.missed > 0).collect();
        let mean = |of: fn(Hits) -> Option<f64>| {
            used.iter().map(|hits| of(**hits).unwrap_or(0.0)).sum::<f64>() / used.len() as f64
        };
        (!used.is_empty()).then(|| [mean(Hits::precision), mean(Hits::recall), mean(Hits::f1)])
    }
}

/// A pattern with how often its code was right and wrong where it was evidence.
pub type PatternHits = BTreeMap<(Domain, String, String), (usize, usize)>;

/// All that was measured.
#[derive(Clone, Debug, Default)]
pub struct Evaluation {
    /// The results by subject.
    pub results: BTreeMap<Subject, Result>,
    /// Main codes that people gave and rules gave instead, with how often: where both sides have one that the other lacks.
    pub confusion: BTreeMap<(Domain, String, String), usize>,
    /// By domain, code and pattern: right and wrong.
    pub patterns: PatternHits,
    /// Texts with codes by people and none by rules: domain and text → the interventions.
    pub missed: BTreeMap<(Domain, String), Vec<String>>,
}

/// The group of each answer that is in one.
pub type Groups = BTreeMap<(String, Domain), String>;

/// Measures the rules against the final sheet; only interventions that the sheet has a row for.
pub fn evaluate(book: &Codebook, input: &Input, codings: &Codings, finals: &Sheets, groups: &Groups) -> Evaluation {
    let mut evaluation = Evaluation::default();
    for intervention in input.units().filter(|unit| finals.has(unit)) {
        for domain in domains_of(book, intervention) {
            // A domain that the sheet has no column for was not coded; rules cannot be wrong there.
            let said = finals.said(&intervention.id, domain);
            let (Some(reading), Some(right)) = (codings.rules.of(&intervention.id, domain), said) else { continue };
            let given: BTreeSet<&str> = reading.codes.iter().map(|c| c.code.as_str()).collect();
            let right: BTreeSet<&str> = right.iter().map(String::as_str).collect();
            let main = |set: &BTreeSet<&str>| -> BTreeSet<String> {
                set.iter().map(|id| book.code(domain, id).map_or(*id, |code| code.main()).to_owned()).collect()
            };
            let own = |set: &BTreeSet<&str>| set.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<String>>();
            let group = groups.get(&(intervention.id.to_string(), domain)).map(String::as_str);
            let mut count = |level, given: &BTreeSet<String>, right: &BTreeSet<String>| {
                evaluation.count(intervention, domain, level, group, given, right);
            };
            count(CodeLevel::Sub, &own(&given), &own(&right));
            let (main_given, main_right) = (main(&given), main(&right));
            count(CodeLevel::Main, &main_given, &main_right);
            for instead in main_given.difference(&main_right) {
                for lacking in main_right.difference(&main_given) {
                    *evaluation.confusion.entry((domain, lacking.clone(), instead.clone())).or_default() += 1;
                }
            }
            for code in &reading.codes {
                let is_right = main_right.contains(book.code(domain, &code.code).map_or("", |c| c.main()));
                let patterns: BTreeSet<&str> = code.evidence.iter().map(|seen| seen.pattern.as_str()).collect();
                for pattern in patterns {
                    let key = (domain, code.code.clone(), pattern.to_owned());
                    let (rightly, wrongly) = evaluation.patterns.entry(key).or_default();
                    *(if is_right { rightly } else { wrongly }) += 1;
                }
            }
            if given.is_empty() && !right.is_empty() {
                let text = super::rules::text(intervention, domain).into_owned();
                evaluation.missed.entry((domain, text)).or_default().push(intervention.id.to_string());
            }
        }
    }
    evaluation
}

impl Evaluation {
    fn count(
        &mut self,
        intervention: &Unit,
        domain: Domain,
        level: CodeLevel,
        group: Option<&str>,
        given: &BTreeSet<String>,
        right: &BTreeSet<String>,
    ) {
        let area = Some(intervention.area.to_string());
        for (area, group) in [(None, None), (area, None), (None, Some(group.unwrap_or(SEEN).to_owned()))] {
            let result = self.results.entry(Subject { domain, level, area, group }).or_default();
            result.interventions += 1;
            result.without += usize::from(right.is_empty());
            result.rightly_without += usize::from(right.is_empty() && given.is_empty());
            for code in given.union(right) {
                let hits = result.codes.entry(code.clone()).or_default();
                match (given.contains(code), right.contains(code)) {
                    (true, true) => hits.found += 1,
                    (true, false) => hits.wrong += 1,
                    _ => hits.missed += 1,
                }
            }
        }
    }
}

/// The group of the answers that no list names: the rules may have been written on them.
pub const SEEN: &str = "seen";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precision_recall_and_f1_are_those_of_the_counts() {
        // 6 found, 2 too much, 4 missed: P = 6/8, R = 6/10, F1 = 12/18.
        let hits = Hits { found: 6, wrong: 2, missed: 4 };
        assert_eq!(hits.precision(), Some(0.75));
        assert_eq!(hits.recall(), Some(0.6));
        assert!(hits.f1().is_some_and(|f1| (f1 - 2.0 / 3.0).abs() < 1e-12));
        assert_eq!(Hits::default().f1(), None);
    }

    #[test]
    fn macro_is_the_mean_over_used_codes() {
        // Code a: P 1, R 0.5; code b never found: 0, 0; code c never used by people: left out.
        let codes = [("a", (1, 0, 1)), ("b", (0, 0, 3)), ("c", (0, 2, 0))];
        let codes = codes.map(|(code, (found, wrong, missed))| (code.to_owned(), Hits { found, wrong, missed }));
        let result = Result { codes: codes.into(), ..Result::default() };
        let [precision, recall, _] = result.macro_mean().unwrap_or_default();
        assert_eq!((precision, recall), (0.5, 0.25));
        assert_eq!(result.micro(), Hits { found: 1, wrong: 2, missed: 4 });
    }
}
