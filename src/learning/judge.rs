//! From a score per code to a decision about an answer.
//!
//! A score becomes a probability by Platt scaling, per code where enough answers have it, else per domain. A small logistic
//! regression per domain then combines the calibrated score with further features: whether rules gave the code and with which
//! score, whether they gave another one instead, and the same of the intervention's companion (see `judge_features`). It is
//! trained on out-of-fold scores, and on patterns that also match in training answers (see `out_of_fold`): on the texts that
//! rules were written for they would get too much weight.

use serde::{Deserialize, Serialize};

use super::calibration::{Candidate, dot, logistic, platt, thresholds};
use super::judge_features::{FARTHEST, FEATURES, RARE, Scored, features, without_rules};
use super::solver::sigmoid;

/// The smallest number of answers with a code for a calibration of its own.
const OWN_CALIBRATION: usize = 20;
/// The prior mean of the weights: the calibrated log-odds count as they are, a code by rules adds 1.5, another code by rules
/// takes 0.5 off.
const PRIOR: [f64; FEATURES] = [0.0, 1.0, 1.5, 0.0, -0.5, 0.0, 0.0, 0.0, 0.0, 0.0];
/// The strength of the prior: the ridge penalty.
const RIDGE: f64 = 2.0;

/// How scores become decisions in a domain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judge {
    /// Whether an answer gets one main code at most.
    pub one_code: bool,
    /// Platt's a and b of every code.
    pub calibration: Vec<[f64; 2]>,
    /// The weights of the features, of main codes and of subcodes: intercept, calibrated log-odds, that rules gave the code,
    /// ln(1 + their score), that rules gave another code and not this one, the highest log-odds of another code; the
    /// companion's score, that rules gave it the code, that there is none; the log-odds of the code's kin.
    pub weights: Weights,
    /// The same without rules: zero for their features.
    pub weights_alone: Weights,
    /// The probability from which each code is accepted; none for codes that never are.
    pub accepted_from: Vec<Option<f64>>,
    /// The probability from which a main code and a subcode are for review: where F1 is best.
    pub given_from: [f64; 2],
    /// The same without rules.
    pub given_alone_from: [f64; 2],
}

/// The decision about a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Precise enough for the precision target.
    Accepted,
    /// Probable enough to be looked at by a person.
    Review,
    /// Not suggested.
    No,
}

impl Verdict {
    /// The word of data files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Review => "review",
            Self::No => "no",
        }
    }
}

/// The weights of the features, of main codes and of subcodes.
pub type Weights = [[f64; FEATURES]; 2];

/// The main code of every code, itself for main codes.
pub type Mains = [usize];

impl Judge {
    /// Trains a judge on answers with out-of-fold scores.
    pub fn learn(answers: &[&Scored], mains: &Mains, one_code: bool, promise: f64) -> Self {
        let mut judge = Self {
            one_code,
            calibration: calibrations(answers, mains.len()),
            weights: [PRIOR; 2],
            weights_alone: [without_rules(PRIOR); 2],
            accepted_from: vec![None; mains.len()],
            given_from: [0.5; 2],
            given_alone_from: [0.5; 2],
        };
        judge.weights_alone = judge.fit(answers, mains, without_rules);
        judge.weights = judge.fit(answers, mains, |features| features);
        let alone: Vec<_> = answers.iter().map(|answer| judge.alone(answer, mains)).collect();
        let both: Vec<_> = answers.iter().map(|answer| judge.with_rules(answer, mains)).collect();
        judge.given_alone_from = best_f1(answers, &alone, mains, one_code);
        judge.given_from = best_f1(answers, &both, mains, one_code);
        let candidates = |sub: bool, judge: &Self| -> Vec<Candidate> {
            let of_answer = |(answer, probabilities): (&&Scored, &Vec<f64>)| {
                let verdicts = judge.verdicts(probabilities, mains);
                let mains_only = eligible(probabilities, mains, one_code);
                let fits = |code: &usize| match sub {
                    false => mains_only.contains(code),
                    true => mains[*code] != *code && verdicts[mains[*code]] == Verdict::Accepted,
                };
                let candidate = |code: usize| Candidate {
                    code,
                    probability: probabilities[code],
                    right: answer.labels[code],
                    unseen: answer.unseen,
                };
                (0..mains.len()).filter(fits).map(candidate).collect::<Vec<_>>()
            };
            answers.iter().zip(&both).flat_map(of_answer).collect()
        };
        judge.accepted_from = thresholds(&candidates(false, &judge), mains.len(), promise);
        let of_subs = thresholds(&candidates(true, &judge), mains.len(), promise);
        for (code, threshold) in of_subs.into_iter().enumerate().filter(|(code, _)| mains[*code] != *code) {
            judge.accepted_from[code] = threshold;
        }
        judge.round();
        judge
    }

    /// Rounds to the digits that the model file keeps.
    fn round(&mut self) {
        let digits = |value: &mut f64| *value = (*value * 1e6).round() / 1e6;
        self.calibration.iter_mut().flatten().for_each(digits);
        self.weights.iter_mut().chain(&mut self.weights_alone).flatten().for_each(digits);
        // Upwards, lest anything below the threshold is accepted.
        self.accepted_from.iter_mut().flatten().for_each(|t| *t = (*t * 1e6).ceil() / 1e6);
    }

    /// The weights of the features, with a prior mean.
    fn fit(&self, answers: &[&Scored], mains: &Mains, select: impl Fn([f64; FEATURES]) -> [f64; FEATURES]) -> Weights {
        let (mut inputs, mut targets) = ([Vec::new(), Vec::new()], [Vec::new(), Vec::new()]);
        for answer in answers {
            for (code, features) in self.features(answer, mains).into_iter().enumerate() {
                inputs[level(code, mains)].push(select(features));
                targets[level(code, mains)].push(f64::from(u8::from(answer.labels[code])));
            }
        }
        [0, 1].map(|level| logistic(&inputs[level], &targets[level], select(PRIOR), RIDGE))
    }

    fn features(&self, answer: &Scored, mains: &Mains) -> Vec<[f64; FEATURES]> {
        features(answer, &self.odds(answer, mains), mains)
    }

    /// The calibrated log-odds of every code.
    pub fn odds(&self, answer: &Scored, mains: &Mains) -> Vec<f64> {
        (0..mains.len()).map(|code| self.log_odds(answer, code)).collect()
    }

    fn log_odds(&self, answer: &Scored, code: usize) -> f64 {
        let score = answer.scores[code];
        if score.is_nan() {
            return RARE;
        }
        dot(&self.calibration[code], &[score, 1.0]).clamp(-FARTHEST, FARTHEST)
    }

    /// The probability of every code by learning alone.
    pub fn alone(&self, answer: &Scored, mains: &Mains) -> Vec<f64> {
        self.probabilities(answer, mains, &self.weights_alone)
    }

    /// The probability of every code by learning and rules together.
    pub fn with_rules(&self, answer: &Scored, mains: &Mains) -> Vec<f64> {
        self.probabilities(answer, mains, &self.weights)
    }

    fn probabilities(&self, answer: &Scored, mains: &Mains, weights: &Weights) -> Vec<f64> {
        let all = self.features(answer, mains);
        let own = all.iter().enumerate().map(|(code, features)| sigmoid(dot(&weights[level(code, mains)], features)));
        below_mains(own.collect(), mains)
    }

    /// The decision about every code, by the probabilities of [`Self::with_rules`].
    pub fn verdicts(&self, probabilities: &[f64], mains: &Mains) -> Vec<Verdict> {
        let eligible = eligible(probabilities, mains, self.one_code);
        let mut verdicts = vec![Verdict::No; mains.len()];
        // Main codes first, for their subcodes follow them.
        let of_level = |main: bool| (0..mains.len()).filter(move |code| (mains[*code] == *code) == main);
        for code in of_level(true).chain(of_level(false)) {
            let is_main = mains[code] == code;
            let allowed = if is_main { eligible.contains(&code) } else { verdicts[mains[code]] == Verdict::Accepted };
            let p = probabilities[code];
            if allowed && self.accepted_from[code].is_some_and(|threshold| p >= threshold) {
                verdicts[code] = Verdict::Accepted;
            } else if p >= self.given_from[usize::from(!is_main)] {
                verdicts[code] = Verdict::Review;
            }
        }
        verdicts
    }
}

/// 0 of a main code, 1 of a subcode.
pub(super) fn level(code: usize, mains: &Mains) -> usize {
    usize::from(mains[code] != code)
}

/// A subcode is no more probable than its main code.
fn below_mains(mut probabilities: Vec<f64>, mains: &Mains) -> Vec<f64> {
    for code in 0..mains.len() {
        probabilities[code] = probabilities[code].min(probabilities[mains[code]]);
    }
    probabilities
}

/// The main codes that an answer may get: the most probable where there may be one only.
pub fn eligible(probabilities: &[f64], mains: &Mains, one_code: bool) -> Vec<usize> {
    let all = (0..mains.len()).filter(|code| mains[*code] == *code);
    if !one_code {
        return all.collect();
    }
    all.reduce(|best, code| if probabilities[code] > probabilities[best] { code } else { best }).into_iter().collect()
}

/// The codes that learning gives from a probability on.
pub fn given(probabilities: &[f64], mains: &Mains, one_code: bool, from: [f64; 2]) -> Vec<bool> {
    let eligible = eligible(probabilities, mains, one_code);
    let is_given = |code: usize| {
        let is_main = mains[code] == code;
        let main_given = eligible.contains(&mains[code]) && probabilities[mains[code]] >= from[0];
        main_given && (is_main || probabilities[code] >= from[1])
    };
    (0..mains.len()).map(is_given).collect()
}

/// The probabilities from which main codes and subcodes are given so that F1 is best.
fn best_f1(answers: &[&Scored], probabilities: &[Vec<f64>], mains: &Mains, one_code: bool) -> [f64; 2] {
    let f1 = |from: [f64; 2], level: usize| {
        let (mut found, mut all) = (0, 0);
        for (answer, probabilities) in answers.iter().zip(probabilities) {
            let given = given(probabilities, mains, one_code, from);
            for code in (0..mains.len()).filter(|code| usize::from(mains[*code] != *code) == level) {
                found += 2 * usize::from(given[code] && answer.labels[code]);
                all += usize::from(given[code]) + usize::from(answer.labels[code]);
            }
        }
        found as f64 / all.max(1) as f64
    };
    let best = |with: &dyn Fn(f64) -> [f64; 2], level: usize| {
        let tried = (2..=18).map(|step| f64::from(step) * 0.05);
        let tried = tried.map(|from| (f1(with(from), level), from));
        tried.fold((-1.0, 0.5), |best, next| if next.0 > best.0 { next } else { best }).1
    };
    let main = best(&|from| [from, 1.1], 0);
    [main, best(&|from| [main, from], 1)].map(|from| (from * 100.0).round() / 100.0)
}

fn calibrations(answers: &[&Scored], codes: usize) -> Vec<[f64; 2]> {
    let of = |wanted: &dyn Fn(usize) -> bool| {
        let (mut scores, mut labels) = (Vec::new(), Vec::new());
        for answer in answers {
            for code in (0..codes).filter(|code| wanted(*code) && !answer.scores[*code].is_nan()) {
                scores.push(answer.scores[code]);
                labels.push(answer.labels[code]);
            }
        }
        (scores, labels)
    };
    let (scores, labels) = of(&|_| true);
    let domain = rising(&scores, &labels);
    let own = |code: usize| {
        let (scores, labels) = of(&|other| other == code);
        let enough = labels.iter().filter(|label| **label).count() >= OWN_CALIBRATION;
        if enough { rising(&scores, &labels) } else { domain }
    };
    (0..codes).map(own).collect()
}

/// Platt's calibration. A score that speaks against its code, as where there are few wordings and all are left out in turn, has
/// nothing to say: the code is then as probable as it is frequent.
fn rising(scores: &[f64], labels: &[bool]) -> [f64; 2] {
    let found = platt(scores, labels);
    if found[0] >= 0.0 { found } else { platt(&vec![0.0; scores.len()], labels) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::judge_features::column;

    const MAINS: [usize; 3] = [0, 0, 2];

    fn judge(one_code: bool) -> Judge {
        Judge {
            one_code,
            calibration: vec![[1.0, 0.0]; 3],
            weights: [[0.0, 1.0, 2.0, 0.0, -2.0, 0.0, 0.5, 1.0, 0.0, 0.0]; 2],
            weights_alone: [[0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.0]; 2],
            accepted_from: vec![Some(0.8), Some(0.8), None],
            given_from: [0.3, 0.3],
            given_alone_from: [0.3, 0.3],
        }
    }

    #[test]
    fn rules_raise_what_they_gave_and_lower_the_others() {
        let answer = Scored { scores: vec![0.0, 0.0, 0.0], rules: vec![Some(1.0), None, None], ..Scored::default() };
        let probabilities = judge(false).with_rules(&answer, &MAINS);
        // σ(2), σ(0) for the subcode (no other subcode was given), σ(−2).
        for (found, expected) in probabilities.iter().zip([0.880_797, 0.5, 0.119_203]) {
            assert!((found - expected).abs() < 1e-6, "{found} {expected}");
        }
    }

    #[test]
    fn a_companion_counts_by_its_score_and_its_rules() {
        use crate::learning::judge_features::Companion;
        let companion = Companion { scores: vec![2.0, -2.0, 2.0], rules: vec![true, false, false] };
        let answer =
            Scored { scores: vec![0.0; 3], rules: vec![None; 3], companion: Some(companion), ..Scored::default() };
        // Half of the companion's score, and 1 where rules gave it the code: σ(2), σ(−1), σ(1); without rules σ(1) for the first.
        for (probabilities, expected) in [
            (judge(false).with_rules(&answer, &MAINS), [0.880_797, 0.268_941, 0.731_059]),
            (judge(false).alone(&answer, &MAINS), [0.731_059, 0.268_941, 0.731_059]),
        ] {
            for (found, expected) in probabilities.iter().zip(expected) {
                assert!((found - expected).abs() < 1e-6, "{found} {expected}");
            }
        }
    }

    #[test]
    fn a_score_that_speaks_against_its_code_says_nothing() {
        let scores: Vec<f64> = (0..40).map(|n| if n % 4 == 0 { -1.0 } else { 1.0 }).collect();
        let labels: Vec<bool> = scores.iter().map(|score| *score < 0.0).collect();
        // Ten of forty: the softened targets are 11/12 and 1/32, their mean 0.2526, and ln(0.2526 / 0.7474) = −1.0848.
        let [a, b] = rising(&scores, &labels);
        assert!(a == 0.0 && (b + 1.0848).abs() < 1e-2, "{a} {b}");
        let [a, _] = rising(&scores, &labels.iter().map(|label| !label).collect::<Vec<_>>());
        assert!(a > 1.0, "{a}");
    }

    #[test]
    fn main_codes_and_subcodes_have_weights_of_their_own_and_hear_their_kin() {
        let mut judge = judge(false);
        judge.weights_alone[0][column::KIN] = 0.5;
        judge.weights_alone[1] = [0.0; FEATURES];
        let answer = Scored { scores: vec![1.0, 2.0, 3.0], rules: vec![None; 3], ..Scored::default() };
        // σ(1 + 0.5 · 2); the subcode σ(0); code 2 has no subcode: σ(3 + 0.5 · 3).
        for (found, expected) in judge.alone(&answer, &MAINS).iter().zip([0.880_797, 0.5, 0.989_013]) {
            assert!((found - expected).abs() < 1e-6, "{found} {expected}");
        }
    }

    #[test]
    fn a_subcode_is_no_more_probable_than_its_main_code() {
        let answer = Scored { scores: vec![-1.0, 3.0, 0.0], rules: vec![None; 3], ..Scored::default() };
        let probabilities = judge(false).alone(&answer, &MAINS);
        assert_eq!(probabilities[1], probabilities[0]);
    }

    #[test]
    fn verdicts_follow_thresholds_and_levels() {
        use Verdict::{Accepted, No, Review};
        assert_eq!(judge(false).verdicts(&[0.9, 0.85, 0.99], &MAINS), [Accepted, Accepted, Review], "never accepted");
        assert_eq!(judge(true).verdicts(&[0.9, 0.2, 0.95], &MAINS), [Review, No, Review], "one code: the other leads");
        assert_eq!(
            judge(false).verdicts(&[0.7, 0.7, 0.1], &MAINS),
            [Review, Review, No],
            "no subcode without its main"
        );
    }
}
