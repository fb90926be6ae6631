//! Precision, recall, F1, calibration and coverage of out-of-fold predictions.

use serde::{Deserialize, Serialize};

use super::calibration::wilson;
use super::judge::{Judge, Mains, Verdict, given};
use super::judge_features::Scored;
use crate::coding::evaluation::Hits;

/// What was measured in a domain.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quality {
    /// Counts by group of answers, level of codes and way of coding.
    pub counts: Vec<Count>,
    /// What would be accepted, and how much of it is right: all answers, then those held back from the rules' author.
    pub promise: Vec<Promise>,
    /// Precision against what is automatic, from the most certain codings on.
    pub curve: Vec<Point>,
    /// Probabilities against how often they came true.
    pub reliability: Vec<Bin>,
    /// By code.
    pub codes: Vec<CodeQuality>,
}

/// How many codes were found, given too much and missed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// `all`, `unseen` for answers held back from the rules' author, or [`CARELESS`].
    pub group: String,
    /// `main` or `sub`.
    pub level: String,
    /// `rules`, `learning` or `both`.
    pub way: String,
    /// Answers.
    pub answers: usize,
    /// Codes that people gave, too.
    pub found: usize,
    /// Codes that people did not give.
    pub wrong: usize,
    /// Codes that only people gave.
    pub missed: usize,
}

impl Count {
    /// As counts that know precision, recall and F1.
    pub fn hits(&self) -> Hits {
        Hits { found: self.found, wrong: self.wrong, missed: self.missed }
    }
}

/// Accepted codings, main codes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// `all`, or `unseen`.
    pub group: String,
    /// Accepted codings.
    pub accepted: usize,
    /// Right ones among them.
    pub right: usize,
    /// Codings that people gave.
    pub codings: usize,
    /// Answers.
    pub answers: usize,
    /// Answers in which something was accepted and nothing is left for review.
    pub automatic: usize,
}

impl Promise {
    /// Measured precision with the 95 percent interval of Wilson; `None` where nothing was accepted.
    pub fn precision(&self) -> Option<(f64, (f64, f64))> {
        (self.accepted > 0).then(|| (self.right as f64 / self.accepted as f64, wilson(self.right, self.accepted)))
    }

    /// The share of people's codings that come automatically and right; `None` where people gave none.
    pub fn share(&self) -> Option<f64> {
        (self.codings > 0).then(|| self.right as f64 / self.codings as f64)
    }
}

/// A point of the curve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The probability from which codings would be accepted, whatever the code.
    pub from: f64,
    /// Codings so probable.
    pub accepted: usize,
    /// Right ones.
    pub right: usize,
    /// Codings that people gave.
    pub codings: usize,
}

/// Codings of about the same probability.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bin {
    /// From this probability …
    pub from: f64,
    /// … up to this one.
    pub to: f64,
    /// Their mean probability.
    pub mean: f64,
    /// How many.
    pub codings: usize,
    /// How many came true.
    pub right: usize,
}

/// A code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeQuality {
    /// Its id.
    pub code: String,
    /// Rules: found, wrong, missed.
    pub rules: [usize; 3],
    /// Learning alone.
    pub learning: [usize; 3],
    /// Both.
    pub both: [usize; 3],
    /// Accepted codings, and right ones among them.
    pub accepted: [usize; 2],
}

/// An answer with the judge that decides about it, which was not trained on it.
pub type Judged<'a> = (&'a Scored, &'a Judge);

/// Everything that was decided about an answer.
struct Decided<'a> {
    answer: &'a Scored,
    probabilities: Vec<f64>,
    ways: [Vec<bool>; 3],
    verdicts: Vec<Verdict>,
}

const WAYS: [&str; 3] = ["rules", "learning", "both"];

/// The group of all answers under a random split, which leaks wordings and respondents: for comparison only.
pub const CARELESS: &str = "careless";

impl Quality {
    /// Measures decisions; `codes` are the ids.
    pub fn measure(judged: &[Judged<'_>], codes: &[String], mains: &Mains) -> Self {
        let decided: Vec<Decided<'_>> = judged.iter().map(|judged| decide(judged, mains)).collect();
        let mut quality = Self::default();
        for (group, unseen_only) in [("all", false), ("unseen", true)] {
            let chosen: Vec<&Decided<'_>> = decided.iter().filter(|d| d.answer.unseen || !unseen_only).collect();
            if chosen.is_empty() {
                continue;
            }
            for (level, sub) in [("main", false), ("sub", true)] {
                for (way, name) in WAYS.into_iter().enumerate() {
                    let counted = (0..mains.len()).filter(|code| (mains[*code] != *code) == sub);
                    let [found, wrong, missed] = count(&chosen, way, counted);
                    let (group, level, way) = (group.to_owned(), level.to_owned(), name.to_owned());
                    quality.counts.push(Count { group, level, way, answers: chosen.len(), found, wrong, missed });
                }
            }
            quality.promise.push(promise(group, &chosen, mains));
        }
        quality.curve = curve(&decided, mains);
        quality.reliability = reliability(&decided, mains);
        let all: Vec<&Decided<'_>> = decided.iter().collect();
        let of_code = |(at, code): (usize, &String)| {
            let [rules, learning, both] = [0, 1, 2].map(|way| count(&all, way, at..=at));
            let accepted = || all.iter().filter(|d| d.verdicts[at] == Verdict::Accepted);
            let accepted = [accepted().count(), accepted().filter(|d| d.answer.labels[at]).count()];
            CodeQuality { code: code.clone(), rules, learning, both, accepted }
        };
        quality.codes = codes.iter().enumerate().map(of_code).collect();
        quality
    }

    /// Adds the results of a random split.
    pub fn add_careless(&mut self, judged: &[Judged<'_>], mains: &Mains) {
        let decided: Vec<Decided<'_>> = judged.iter().map(|judged| decide(judged, mains)).collect();
        let all: Vec<&Decided<'_>> = decided.iter().collect();
        for (way, name) in WAYS.into_iter().enumerate() {
            let counted = (0..mains.len()).filter(|code| mains[*code] == *code);
            let [found, wrong, missed] = count(&all, way, counted);
            let [group, level, way] = [CARELESS, "main", name].map(str::to_owned);
            self.counts.push(Count { group, level, way, answers: all.len(), found, wrong, missed });
        }
    }

    /// The counts of a way of coding.
    pub fn count(&self, group: &str, level: &str, way: &str) -> Option<&Count> {
        self.counts.iter().find(|c| c.group == group && c.level == level && c.way == way)
    }
}

fn decide<'a>((answer, judge): &Judged<'a>, mains: &Mains) -> Decided<'a> {
    let alone = judge.alone(answer, mains);
    let probabilities = judge.with_rules(answer, mains);
    Decided {
        answer,
        ways: [
            answer.rules.iter().map(Option::is_some).collect(),
            given(&alone, mains, judge.one_code, judge.given_alone_from),
            given(&probabilities, mains, judge.one_code, judge.given_from),
        ],
        verdicts: judge.verdicts(&probabilities, mains),
        probabilities,
    }
}

/// Found, wrong and missed codes of a way of coding.
fn count(decided: &[&Decided<'_>], way: usize, codes: impl Iterator<Item = usize>) -> [usize; 3] {
    let mut counts = [0; 3];
    for code in codes {
        for d in decided {
            match (d.ways[way][code], d.answer.labels[code]) {
                (true, true) => counts[0] += 1,
                (true, false) => counts[1] += 1,
                (false, true) => counts[2] += 1,
                (false, false) => {}
            }
        }
    }
    counts
}

fn promise(group: &str, decided: &[&Decided<'_>], mains: &Mains) -> Promise {
    let main = |code: &usize| mains[*code] == *code;
    let mut sum =
        Promise { group: group.to_owned(), accepted: 0, right: 0, codings: 0, answers: decided.len(), automatic: 0 };
    for d in decided {
        let accepted = || (0..mains.len()).filter(main).filter(|code| d.verdicts[*code] == Verdict::Accepted);
        sum.accepted += accepted().count();
        sum.right += accepted().filter(|code| d.answer.labels[*code]).count();
        sum.codings += (0..mains.len()).filter(main).filter(|code| d.answer.labels[*code]).count();
        let open = (0..mains.len()).filter(main).any(|code| d.verdicts[code] == Verdict::Review);
        sum.automatic += usize::from(accepted().next().is_some() && !open);
    }
    sum
}

/// The main codes that may be accepted of all answers, with probability and whether they are right.
fn candidates(decided: &[Decided<'_>], mains: &Mains) -> Vec<(f64, bool)> {
    let main = |code: &usize| mains[*code] == *code;
    let of = |d: &Decided<'_>| {
        let all = (0..mains.len()).filter(main).map(|code| (d.probabilities[code], d.answer.labels[code]));
        all.collect::<Vec<_>>()
    };
    decided.iter().flat_map(of).collect()
}

fn curve(decided: &[Decided<'_>], mains: &Mains) -> Vec<Point> {
    let all = candidates(decided, mains);
    let codings = all.iter().filter(|(_, right)| *right).count();
    let point = |from: f64| {
        let accepted = || all.iter().filter(|(p, _)| *p >= from);
        Point { from, accepted: accepted().count(), right: accepted().filter(|(_, right)| *right).count(), codings }
    };
    [0.99, 0.98, 0.97, 0.96, 0.95, 0.93, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2].map(point).to_vec()
}

fn reliability(decided: &[Decided<'_>], mains: &Mains) -> Vec<Bin> {
    let all = candidates(decided, mains);
    let bin = |number: u32| {
        let (from, to) = (f64::from(number) / 10.0, f64::from(number + 1) / 10.0);
        let own: Vec<_> = all.iter().filter(|(p, _)| *p >= from && (*p < to || number == 9)).collect();
        let mean = own.iter().map(|(p, _)| p).sum::<f64>() / own.len().max(1) as f64;
        let right = own.iter().filter(|(_, right)| *right).count();
        Bin { from, to, mean: (mean * 1e6).round() / 1e6, codings: own.len(), right }
    };
    (0..10).map(bin).collect()
}
