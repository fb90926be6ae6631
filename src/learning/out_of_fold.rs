//! Out-of-fold predictions: the answers of a test cell, and their companions, are scored by a model that was trained on the
//! cell's training answers, and by those patterns of the rules that also match there.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::features::Vector;
use super::folds::Cell;
use super::judge_features::{Companion, Scored};
use super::material::System;
use super::merged::MergedFeatures;
use super::model::Weights;
use super::solver::{Effort, Fit, Rows, fit};
use super::train::{COST, WEIGHTS};

/// Models of cells are warm-started from the model of all answers.
const OF_CELL: Effort = Effort { cost: COST, passes: 5, tolerance: 0.1 };

/// The answers of a system as a sparse matrix.
pub(super) struct Texts {
    pub rows: Rows,
    /// The sentences of each answer; none of an answer that is one sentence.
    pub sentences: Vec<Vec<Vector>>,
    pub merged: MergedFeatures,
}

impl Texts {
    /// The weights of a domain that the model file keeps.
    pub fn kept(&self, weights: &[f32]) -> Weights {
        Weights::new(&self.merged.expand(weights), WEIGHTS)
    }

    fn score(&self, row: usize, weights: &[f32]) -> f64 {
        let of = |vector: &Vector| {
            let sum: f32 = vector.iter().map(|(at, value)| weights[*at as usize] * value).sum();
            f64::from(sum + weights[self.rows.features])
        };
        let whole = of(&self.rows.vectors[row]);
        whole.midpoint(self.sentences[row].iter().map(of).reduce(f64::max).unwrap_or(whole))
    }
}

/// The cross-validation of a code system.
pub(super) struct CrossValidation<'a> {
    system: &'a System,
    texts: &'a Texts,
    /// The models of all answers, by code.
    fits: &'a [Option<Fit>],
    companions: Vec<Vec<usize>>,
}

/// The patterns of rules that count for the test answers of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Patterns {
    /// Those that are evidence for their code in a training answer of the cell, too. Rules are written on texts as models are
    /// trained on them, and look as much better on these.
    Attested,
    All,
}

impl<'a> CrossValidation<'a> {
    pub fn new(system: &'a System, texts: &'a Texts, fits: &'a [Option<Fit>]) -> Self {
        Self { system, texts, fits, companions: system.companions() }
    }

    /// The prediction of every answer by the model of the cell in which it is tested; in the order of the answers.
    pub fn predict(&self, cells: &[Cell], patterns: Patterns) -> Vec<Scored> {
        let scored: Vec<Vec<usize>> = cells.iter().map(|cell| self.with_companions(cell)).collect();
        let scores = self.scores(cells, &scored);
        let mut all = vec![Scored::default(); self.system.examples.len()];
        for ((cell, rows), scores) in cells.iter().zip(scored).zip(scores) {
            let rules = rules(self.system, cell, &rows, patterns);
            let known: BTreeMap<usize, (Vec<f64>, Vec<Option<f64>>)> =
                rows.into_iter().zip(scores.into_iter().zip(rules)).collect();
            for row in &cell.tested {
                let others = self.companions[*row].iter().map(|other| &known[other]);
                let (scores, rules) = known[row].clone();
                all[*row] = Scored {
                    scores,
                    rules,
                    companion: Companion::of(others.map(|(scores, rules)| (scores.as_slice(), rules.as_slice()))),
                    labels: self.system.examples[*row].labels.clone(),
                    unseen: self.system.examples[*row].unseen,
                };
            }
        }
        all
    }

    /// The test answers of a cell and their companions, each once.
    fn with_companions(&self, cell: &Cell) -> Vec<usize> {
        let companions = cell.tested.iter().flat_map(|row| &self.companions[*row]);
        let all: BTreeSet<usize> = cell.tested.iter().chain(companions).copied().collect();
        all.into_iter().collect()
    }

    /// The scores of answers by the models of their cells: by cell, answer, code.
    fn scores(&self, cells: &[Cell], scored: &[Vec<usize>]) -> Vec<Vec<Vec<f64>>> {
        let codes = self.system.codes.len();
        let jobs: Vec<(usize, usize)> =
            (0..cells.len()).flat_map(|cell| (0..codes).map(move |code| (cell, code))).collect();
        let found: Vec<Vec<f64>> =
            jobs.par_iter().map(|(cell, code)| self.score(&cells[*cell], *code, &scored[*cell])).collect();
        let by_answer = |(codes, rows): (&[Vec<f64>], &Vec<usize>)| {
            (0..rows.len()).map(|row| codes.iter().map(|scores| scores[row]).collect()).collect()
        };
        found.chunks(codes).zip(scored).map(by_answer).collect()
    }

    /// The scores of answers for a code by the model of a cell; NaN where fewer than two training answers have the code.
    fn score(&self, cell: &Cell, code: usize, rows: &[usize]) -> Vec<f64> {
        let Self { system, texts, fits, .. } = self;
        let labels: Vec<bool> = system.examples.iter().map(|example| example.labels[code]).collect();
        let enough = cell.learned.iter().filter(|row| labels[**row]).count() >= 2;
        let Some(whole) = fits[code].as_ref().filter(|_| enough) else { return vec![f64::NAN; rows.len()] };
        let fit = fit(&texts.rows, &cell.learned, &labels, Some(&whole.duals), OF_CELL);
        // Weights as the model file keeps them are what is measured.
        let kept = |own: &Vec<f32>| texts.merged.gather(&texts.kept(own).dense(texts.merged.features()));
        let kept: Vec<Vec<f32>> = fit.weights.iter().map(kept).collect();
        rows.iter().map(|row| texts.score(*row, &kept[texts.rows.blocks[*row]])).collect()
    }
}

/// The scores by rules, as if these had been written by someone who has not seen the test answers of the cell.
fn rules(system: &System, cell: &Cell, rows: &[usize], patterns: Patterns) -> Vec<Vec<Option<f64>>> {
    let words = cell.learned.iter().flat_map(|row| &system.examples[*row].rules);
    let attested: BTreeSet<(usize, &str)> =
        words.flat_map(|word| word.patterns.iter().map(|pattern| (word.code, pattern.as_str()))).collect();
    let counts = |code: usize, pattern: &str| patterns == Patterns::All || attested.contains(&(code, pattern));
    rows.iter().map(|row| system.rule_scores(&system.examples[*row].rules, counts)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::{CodeByRules, Example};

    fn example(intervention: &str, block: usize, patterns: &[&[&str]]) -> Example {
        let word = |patterns: &&[&str]| CodeByRules {
            code: 1,
            score: 3.0,
            patterns: patterns.iter().map(|pattern| (*pattern).to_owned()).collect(),
        };
        Example {
            study: String::new(),
            intervention: intervention.to_owned(),
            area: String::new(),
            block,
            respondent: String::new(),
            text: String::new(),
            rules: patterns.iter().map(word).collect(),
            labels: vec![false; 2],
            unseen: false,
        }
    }

    #[test]
    fn a_score_is_that_of_the_whole_and_of_the_best_sentence() {
        let rows = Rows { vectors: vec![vec![(0, 1.0), (1, 0.5)], vec![(0, 2.0)]], features: 2, ..Rows::default() };
        let sentences = vec![vec![vec![(0, 1.5)], vec![(1, 0.75)]], Vec::new()];
        let texts = Texts { rows, sentences, merged: MergedFeatures::find(&[], 0) };
        // Whole: 3 − 2 · 0.5 + 0.25 = 2.25; sentences: 4.75 and −1.25. The second answer is one sentence.
        let weights = [3.0, -2.0, 0.25];
        assert_eq!([texts.score(0, &weights), texts.score(1, &weights)], [3.5, 6.25]);
    }

    #[test]
    fn patterns_count_where_they_match_in_training_answers() {
        // Code 1 is a subcode of code 0. "kurs" also stands in the third answer, "möte" in the second alone.
        let patterns: [&[&str]; 4] = [&["kurs"], &["kurs", "möte", "möte"], &["kurs"], &["möte"]];
        let examples = patterns.iter().map(|own| example("", 0, &[own])).collect();
        let system = System { codes: vec!["a".into(), "a.1".into()], mains: vec![0, 0], examples, ..System::default() };
        let cell = Cell { part: 0, tested: vec![0, 1], learned: vec![2] };
        let scores = rules(&system, &cell, &cell.tested, Patterns::Attested);
        assert_eq!(scores[0], [Some(3.0); 2], "attested by the third");
        assert_eq!(scores[1], [Some(1.0); 2], "one of three pieces of evidence is attested");
        assert_eq!(rules(&system, &cell, &[1], Patterns::All), [[Some(3.0); 2]]);
        let cell = Cell { part: 1, tested: vec![2, 3], learned: Vec::new() };
        assert_eq!(rules(&system, &cell, &cell.tested, Patterns::Attested), [[None; 2]; 2], "nothing attests nothing");
    }

    #[test]
    fn companions_are_predicted_by_the_model_of_the_answers_cell() {
        // Two answers about each of two interventions; "kurs" is evidence in the goal and in the effect of the first.
        let examples = [("x", 0), ("x", 1), ("y", 0), ("y", 1)].map(|(intervention, block)| {
            let patterns: &[&[&str]] = if intervention == "x" { &[&["kurs"]] } else { &[] };
            example(intervention, block, patterns)
        });
        let codes = vec!["a".into(), "a.1".into()];
        let system = System { codes, mains: vec![0, 0], examples: examples.into(), ..System::default() };
        assert_eq!(system.companions(), [[1], [0], [3], [2]]);
        let rows = Rows { vectors: vec![Vec::new(); 4], blocks: vec![0, 1, 0, 1], domains: 2, features: 0 };
        let texts = Texts { rows, sentences: vec![Vec::new(); 4], merged: MergedFeatures::find(&[], 0) };
        let validation = CrossValidation::new(&system, &texts, &[None, None]);
        // The first answer's cell attests "kurs", that of its companion does not.
        let cells = [
            Cell { part: 0, tested: vec![0, 2], learned: vec![1] },
            Cell { part: 1, tested: vec![1, 3], learned: vec![2] },
        ];
        let predicted = validation.predict(&cells, Patterns::Attested);
        let companions: Vec<_> = predicted.iter().flat_map(|own| own.companion.clone()).map(|own| own.rules).collect();
        assert_eq!(companions, [[true; 2], [false; 2], [false; 2], [false; 2]]);
        assert!(predicted.iter().all(|own| own.scores.iter().all(|score| score.is_nan())), "nothing was learned");
    }
}
