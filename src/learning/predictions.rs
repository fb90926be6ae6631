//! What models that had not seen an answer said of it: the predictions that quality is measured on, one by one.

use super::judge::Verdict;
use super::judge_features::Scored;
use super::material::{Example, System};
use super::quality::Judged;
use crate::codebook::Domain;

/// Less probable codes that people did not give, either, are left out.
const LEAST: f64 = 0.05;

/// What was predicted of a code of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Prediction {
    /// The study.
    pub study: String,
    /// The intervention.
    pub intervention: String,
    /// The domain.
    pub domain: Domain,
    /// The code.
    pub code: String,
    /// Its probability.
    pub probability: f64,
    /// Accepted, for review, or not suggested.
    pub verdict: Verdict,
    /// Whether people gave the code.
    pub right: bool,
}

/// The predictions of answers, each with what its judge says of it.
pub(super) fn of<'a>(system: &System, judged: impl Iterator<Item = (&'a Example, Judged<'a>)>) -> Vec<Prediction> {
    judged.flat_map(|(example, (scored, judge))| of_answer(system, example, scored, judge)).collect()
}

fn of_answer(system: &System, example: &Example, scored: &Scored, judge: &super::judge::Judge) -> Vec<Prediction> {
    let probabilities = judge.with_rules(scored, &system.mains);
    let verdicts = judge.verdicts(&probabilities, &system.mains);
    let told = (0..system.codes.len()).filter(|code| probabilities[*code] >= LEAST || scored.labels[*code]);
    let prediction = |code: usize| Prediction {
        study: example.study.clone(),
        intervention: example.intervention.clone(),
        domain: system.domains[example.block],
        code: system.codes[code].clone(),
        probability: probabilities[code],
        verdict: verdicts[code],
        right: scored.labels[code],
    };
    told.map(prediction).collect()
}
