//! Learning: from material to a model whose quality was measured on answers that it had not seen.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::features::{Vector, Vocabulary};
use super::folds::{Answer, Cell, careless_cells, cells, wordings};
use super::judge::{Judge, Scored};
use super::material::{Material, System};
use super::model::{
    CodebookVersion, FORMAT, LearnedDomain, LearnedSystem, Model, Settings, Usual, Weights, fingerprint,
};
use super::quality::{Judged, Quality};
use super::solver::{Effort, Fit, OWN, Rows, fit};
use super::twins::Twins;
use crate::codebook::Codebook;

/// How much errors count against the size of weights.
const COST: f64 = 10.0;
/// An n-gram must stand in the answers of so many respondents.
pub const RESPONDENTS: usize = 3;
/// A code keeps so many weights at most.
const WEIGHTS: usize = 3000;
/// Answers from which a code is learned.
const FEWEST: usize = 5;

const FINAL: Effort = Effort { cost: COST, passes: 30, tolerance: 0.02 };
/// Models of cells begin where the whole one ended.
const OF_CELL: Effort = Effort { cost: COST, passes: 5, tolerance: 0.1 };

/// Learns a model. Same material, same model, whatever the number of threads.
pub fn learn(material: &Material, book: &Codebook, promise: f64) -> Model {
    Model {
        format: FORMAT,
        checksum: String::new(),
        codebook: CodebookVersion { id: book.id.clone(), version: book.version.clone(), sha256: fingerprint(book) },
        settings: Settings { promise, cost: COST, own: OWN, respondents: RESPONDENTS, weights: WEIGHTS },
        data: material.origins.clone(),
        systems: material.systems.iter().map(|system| learn_system(system, promise)).collect(),
    }
}

fn learn_system(system: &System, promise: f64) -> LearnedSystem {
    let (vocabulary, texts) = read(system);
    let all: Vec<usize> = (0..system.examples.len()).collect();
    let fits: Vec<Option<Fit>> = (0..system.codes.len())
        .into_par_iter()
        .map(|code| {
            let labels = labels(system, code);
            (yes(&labels, &all) >= FEWEST).then(|| fit(&texts.rows, &all, &labels, None, FINAL))
        })
        .collect();
    let answers: Vec<Answer<'_>> = system.examples.iter().map(|example| answer(system, example)).collect();
    let honest = cells(&answers, &wordings(&answers));
    let ids: Vec<&str> = system.examples.iter().map(|example| example.intervention.as_str()).collect();
    let careless = careless_cells(&ids);
    let scored = scored(system, &score_cells(system, &texts, &fits, &honest), rules_of_cells(system, &honest));
    let all_rules = system.examples.iter().map(|example| system.rule_scores(&example.rules, |_, _| true)).collect();
    let scored_carelessly = self::scored(system, &score_cells(system, &texts, &fits, &careless), all_rules);
    let known = known_by_others(system);
    let domain = |block: usize| {
        let tried = Tried { system, block, promise };
        let mut quality =
            tried.by_others(&scored, &honest, |judged| Quality::measure(judged, &system.codes, &system.mains));
        tried.by_others(&scored_carelessly, &careless, |judged| quality.add_careless(judged, &system.mains));
        let own = of_block(system, &scored, block, |_| true);
        let judge = Judge::learn(&own, &system.mains, system.one_code[block], promise);
        LearnedDomain {
            domain: system.domains[block],
            weights: fits.iter().map(|f| f.as_ref().map(|f| texts.kept(&f.weights[block]))).collect(),
            usual: usual(system, block, &scored, &known, &judge),
            judge,
            quality,
        }
    };
    LearnedSystem {
        codes: system.codes.clone(),
        mains: system.mains.clone(),
        domains: (0..system.domains.len()).into_par_iter().map(domain).collect(),
        ngrams: vocabulary.names,
        rarity: vocabulary.rarity,
    }
}

/// The answers of a system as a solver reads them.
struct Texts {
    rows: Rows,
    twins: Twins,
}

impl Texts {
    /// The weights of a domain that the model file keeps.
    fn kept(&self, weights: &[f32]) -> Weights {
        Weights::new(&self.twins.expand(weights), WEIGHTS)
    }
}

fn read(system: &System) -> (Vocabulary, Texts) {
    let written: Vec<(&str, &str)> = system.examples.iter().map(|e| (e.respondent.as_str(), e.text.as_str())).collect();
    let vocabulary = Vocabulary::learn(&written, RESPONDENTS);
    let vectors: Vec<Vector> = written.par_iter().map(|(_, text)| vocabulary.vector(text)).collect();
    let twins = Twins::find(&vectors, vocabulary.len());
    let rows = Rows {
        vectors: vectors.par_iter().map(|vector| twins.condense(vector)).collect(),
        blocks: system.examples.iter().map(|example| example.block).collect(),
        domains: system.domains.len(),
        features: twins.groups(),
    };
    (vocabulary, Texts { rows, twins })
}

fn labels(system: &System, code: usize) -> Vec<bool> {
    system.examples.iter().map(|example| example.labels[code]).collect()
}

fn yes(labels: &[bool], rows: &[usize]) -> usize {
    rows.iter().filter(|row| labels[**row]).count()
}

fn answer<'a>(system: &System, example: &'a super::Example) -> Answer<'a> {
    let codes = (0..system.mains.len()).filter(|code| system.mains[*code] == *code && example.labels[*code]).count();
    Answer { respondent: &example.respondent, text: &example.text, codes }
}

/// The score of every answer for every code, each by a model that has not seen the answer's cell; by answer, then code.
fn score_cells(system: &System, texts: &Texts, fits: &[Option<Fit>], cells: &[Cell]) -> Vec<Vec<f64>> {
    let (codes, rows) = (system.codes.len(), &texts.rows);
    let jobs: Vec<(&Cell, usize)> = cells.iter().flat_map(|cell| (0..codes).map(move |code| (cell, code))).collect();
    let score = |(cell, code): &(&Cell, usize)| -> Vec<f64> {
        let labels = labels(system, *code);
        let Some(whole) = &fits[*code] else { return vec![f64::NAN; cell.tested.len()] };
        if yes(&labels, &cell.learned) < 2 {
            return vec![f64::NAN; cell.tested.len()];
        }
        let fit = fit(rows, &cell.learned, &labels, Some(&whole.duals), OF_CELL);
        // What the model file keeps, and nothing more, is what is measured.
        let kept = |own: &Vec<f32>| texts.twins.gather(&texts.kept(own).dense(texts.twins.features()));
        let kept: Vec<Vec<f32>> = fit.weights.iter().map(kept).collect();
        cell.tested.iter().map(|row| raw_score(rows, *row, &kept[rows.blocks[*row]])).collect()
    };
    let found: Vec<Vec<f64>> = jobs.par_iter().map(score).collect();
    let mut scores = vec![vec![f64::NAN; codes]; system.examples.len()];
    for ((cell, code), found) in jobs.iter().zip(found) {
        cell.tested.iter().zip(found).for_each(|(row, score)| scores[*row][*code] = score);
    }
    scores
}

fn raw_score(rows: &Rows, row: usize, weights: &[f32]) -> f64 {
    let sum: f32 = rows.vectors[row].iter().map(|(at, value)| weights[*at as usize] * value).sum();
    f64::from(sum + weights[rows.features])
}

/// What rules say of every answer, as far as they would have been written by someone who has not seen the answer's cell: a
/// pattern counts where it is evidence for its code in an answer that the cell may learn from, too. Rules are written on
/// texts as models are learned from them, and look as much better on these.
fn rules_of_cells(system: &System, cells: &[Cell]) -> Vec<Vec<Option<f64>>> {
    let mut scores = vec![Vec::new(); system.examples.len()];
    for cell in cells {
        let words = cell.learned.iter().flat_map(|row| &system.examples[*row].rules);
        let attested: BTreeSet<(usize, &str)> =
            words.flat_map(|word| word.patterns.iter().map(|pattern| (word.code, pattern.as_str()))).collect();
        for row in &cell.tested {
            let counts = |code: usize, pattern: &str| attested.contains(&(code, pattern));
            scores[*row] = system.rule_scores(&system.examples[*row].rules, counts);
        }
    }
    scores
}

fn scored(system: &System, scores: &[Vec<f64>], rules: Vec<Vec<Option<f64>>>) -> Vec<Scored> {
    let one = |((example, scores), rules): ((&super::Example, &Vec<f64>), Vec<Option<f64>>)| Scored {
        scores: scores.clone(),
        rules,
        labels: example.labels.clone(),
        unseen: example.unseen,
    };
    system.examples.iter().zip(scores).zip(rules).map(one).collect()
}

fn of_block<'a>(
    system: &System,
    scored: &'a [Scored],
    block: usize,
    wanted: impl Fn(usize) -> bool,
) -> Vec<&'a Scored> {
    let own = scored.iter().enumerate().filter(|(at, _)| system.examples[*at].block == block && wanted(*at));
    own.map(|(_, scored)| scored).collect()
}

/// The decisions about a domain that are tried.
struct Tried<'a> {
    system: &'a System,
    block: usize,
    promise: f64,
}

impl Tried<'_> {
    /// Hands over every answer with a judge that has learned from the other parts only, so that thresholds, too, are tried on
    /// answers that they were not chosen for.
    fn by_others<T>(&self, scored: &[Scored], cells: &[Cell], measure: impl FnOnce(&[Judged<'_>]) -> T) -> T {
        let Self { system, block, promise } = *self;
        let mut part = vec![0; scored.len()];
        cells.iter().for_each(|cell| cell.tested.iter().for_each(|row| part[*row] = cell.part));
        let parts = part.iter().max().map_or(0, |last| last + 1);
        let judge = |own: usize| {
            let others = of_block(system, scored, block, |row| part[row] != own);
            Judge::learn(&others, &system.mains, system.one_code[block], promise)
        };
        let judges: Vec<Judge> = (0..parts).into_par_iter().map(judge).collect();
        let own = (0..scored.len()).filter(|row| system.examples[*row].block == block);
        measure(&own.map(|row| (&scored[row], &judges[part[row]])).collect::<Vec<_>>())
    }
}

/// What the answers of every area are like in a domain.
fn usual(system: &System, block: usize, scored: &[Scored], known: &[f64], judge: &Judge) -> BTreeMap<String, Usual> {
    let mut areas: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (row, example) in system.examples.iter().enumerate().filter(|(_, example)| example.block == block) {
        areas.entry(example.area.clone()).or_default().push(row);
    }
    let rounded = |value: f64| (value * 1e6).round() / 1e6;
    let of_rows = |rows: Vec<usize>| {
        let count = rows.len() as f64;
        let mut sums = vec![0.0; system.codes.len()];
        for row in &rows {
            judge.with_rules(&scored[*row], &system.mains).iter().zip(&mut sums).for_each(|(p, sum)| *sum += p);
        }
        Usual {
            answers: rows.len(),
            known_words: rounded(rows.iter().map(|row| known[*row]).sum::<f64>() / count),
            shares: sums.into_iter().map(|sum| rounded(sum / count)).collect(),
        }
    };
    areas.into_iter().map(|(area, rows)| (area, of_rows(rows))).collect()
}

/// The share of every answer's different words that three other respondents wrote, too: what a new year's answers would be
/// expected to have.
fn known_by_others(system: &System) -> Vec<f64> {
    let words = |text: &str| {
        let mut all = BTreeSet::new();
        super::features::Words::default().read(text, |word| {
            all.insert(word.to_owned());
        });
        all
    };
    let answers: Vec<_> = system.examples.iter().map(|e| (e.respondent.as_str(), words(&e.text))).collect();
    let mut writers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (respondent, words) in &answers {
        words.iter().for_each(|word| {
            writers.entry(word).or_default().insert(respondent);
        });
    }
    let share = |(respondent, words): &(&str, BTreeSet<String>)| {
        let others = |word: &&String| {
            writers
                .get(word.as_str())
                .is_some_and(|all| all.len() - usize::from(all.contains(respondent)) >= RESPONDENTS)
        };
        words.iter().filter(others).count() as f64 / words.len().max(1) as f64
    };
    answers.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::{Example, RuleWord};

    #[test]
    fn patterns_count_where_they_stand_in_answers_that_may_be_learned_from() {
        let word = |patterns: &[&str]| RuleWord {
            code: 1,
            score: 3.0,
            patterns: patterns.iter().map(|pattern| (*pattern).to_owned()).collect(),
        };
        let example = |rules: Vec<RuleWord>| Example {
            intervention: String::new(),
            area: String::new(),
            block: 0,
            respondent: String::new(),
            text: String::new(),
            rules,
            labels: Vec::new(),
            unseen: false,
        };
        // Code 1 is a subcode of code 0. "kurs" also stands in the third answer, "möte" in the second alone.
        let examples = vec![
            example(vec![word(&["kurs"])]),
            example(vec![word(&["kurs", "möte", "möte"])]),
            example(vec![word(&["kurs"])]),
            example(vec![word(&["möte"])]),
        ];
        let system = System { codes: vec!["a".into(), "a.1".into()], mains: vec![0, 0], examples, ..System::default() };
        let cells = [
            Cell { part: 0, tested: vec![0, 1], learned: vec![2] },
            Cell { part: 1, tested: vec![2, 3], learned: Vec::new() },
        ];
        let scores = rules_of_cells(&system, &cells);
        assert_eq!(scores[0], [Some(3.0); 2], "attested by the third");
        assert_eq!(scores[1], [Some(1.0); 2], "one of three pieces of evidence is attested");
        assert_eq!([&scores[2], &scores[3]], [&vec![None; 2]; 2], "nothing to learn from attests nothing");
    }
}
