//! Learning: from material to a model whose quality was measured on answers that it had not seen.

use rayon::prelude::*;

use super::features::Vocabulary;
use super::folds::{Answer, Cell, careless_cells, cells, wordings};
use super::judge::{Judge, Scored};
use super::material::{Material, System};
use super::model::{
    CodebookVersion, FORMAT, LearnedDomain, LearnedSystem, Model, Settings, Usual, Weights, fingerprint,
};
use super::quality::Quality;
use super::solver::{Effort, Fit, OWN, Rows, fit};
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
    let texts: Vec<(&str, &str)> =
        system.examples.iter().map(|example| (example.respondent.as_str(), example.text.as_str())).collect();
    let vocabulary = Vocabulary::learn(&texts, RESPONDENTS);
    let rows = Rows {
        vectors: texts.par_iter().map(|(_, text)| vocabulary.vector(text)).collect(),
        blocks: system.examples.iter().map(|example| example.block).collect(),
        domains: system.domains.len(),
        features: vocabulary.len(),
    };
    let all: Vec<usize> = (0..system.examples.len()).collect();
    let fits: Vec<Option<Fit>> = (0..system.codes.len())
        .into_par_iter()
        .map(|code| {
            let labels = labels(system, code);
            (yes(&labels, &all) >= FEWEST).then(|| fit(&rows, &all, &labels, None, FINAL))
        })
        .collect();
    let answers: Vec<Answer<'_>> = system.examples.iter().map(|example| answer(system, example)).collect();
    let honest = cells(&answers, &wordings(&answers));
    let ids: Vec<&str> = system.examples.iter().map(|example| example.intervention.as_str()).collect();
    let careless = careless_cells(&ids);
    let scored = scored(system, &score_cells(system, &rows, &fits, &honest));
    let scored_carelessly = self::scored(system, &score_cells(system, &rows, &fits, &careless));
    let domain = |block: usize| {
        let mut quality = measure(system, block, &scored, &honest, promise, None);
        measure(system, block, &scored_carelessly, &careless, promise, Some(&mut quality));
        let own = of_block(system, &scored, block, |_| true);
        let judge = Judge::learn(&own, &system.mains, system.one_code[block], promise);
        LearnedDomain {
            domain: system.domains[block],
            weights: fits.iter().map(|f| f.as_ref().map(|f| Weights::new(&f.weights[block], WEIGHTS))).collect(),
            usual: usual(system, block, &own, &judge),
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
fn score_cells(system: &System, rows: &Rows, fits: &[Option<Fit>], cells: &[Cell]) -> Vec<Vec<f64>> {
    let codes = system.codes.len();
    let jobs: Vec<(&Cell, usize)> = cells.iter().flat_map(|cell| (0..codes).map(move |code| (cell, code))).collect();
    let score = |(cell, code): &(&Cell, usize)| -> Vec<f64> {
        let labels = labels(system, *code);
        let Some(whole) = &fits[*code] else { return vec![f64::NAN; cell.tested.len()] };
        if yes(&labels, &cell.learned) < 2 {
            return vec![f64::NAN; cell.tested.len()];
        }
        let fit = fit(rows, &cell.learned, &labels, Some(&whole.duals), OF_CELL);
        // What the model file keeps, and nothing more, is what is measured.
        let kept: Vec<Vec<f32>> =
            fit.weights.iter().map(|own| Weights::new(own, WEIGHTS).dense(rows.features)).collect();
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

fn scored(system: &System, scores: &[Vec<f64>]) -> Vec<Scored> {
    let one = |(example, scores): (&super::Example, &Vec<f64>)| Scored {
        scores: scores.clone(),
        rules: example.rules.clone(),
        labels: example.labels.clone(),
        unseen: example.unseen,
    };
    system.examples.iter().zip(scores).map(one).collect()
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

/// Measures decisions by judges that have learned from the other parts only, so that thresholds, too, are tried on answers
/// that they were not chosen for.
fn measure(
    system: &System,
    block: usize,
    scored: &[Scored],
    cells: &[Cell],
    promise: f64,
    careless_into: Option<&mut Quality>,
) -> Quality {
    let mut part = vec![0; scored.len()];
    for (number, cell) in cells.iter().enumerate() {
        let own = if careless_into.is_some() { number } else { cell.part };
        cell.tested.iter().for_each(|row| part[*row] = own);
    }
    let parts = part.iter().max().map_or(0, |last| last + 1);
    let judges: Vec<Judge> = (0..parts)
        .into_par_iter()
        .map(|own| {
            let others = of_block(system, scored, block, |row| part[row] != own);
            Judge::learn(&others, &system.mains, system.one_code[block], promise)
        })
        .collect();
    let own = (0..scored.len()).filter(|row| system.examples[*row].block == block);
    let judged: Vec<_> = own.map(|row| (&scored[row], &judges[part[row]])).collect();
    if let Some(quality) = careless_into {
        quality.add_careless(&judged, &system.mains);
        return Quality::default();
    }
    Quality::measure(&judged, &system.codes, &system.mains)
}

fn usual(system: &System, block: usize, scored: &[&Scored], judge: &Judge) -> Usual {
    let mut sums = vec![0.0; system.codes.len()];
    for answer in scored {
        judge.with_rules(answer, &system.mains).iter().zip(&mut sums).for_each(|(p, sum)| *sum += p);
    }
    let count = scored.len().max(1) as f64;
    let rounded = |value: f64| (value * 1e6).round() / 1e6;
    Usual {
        answers: scored.len(),
        known_words: rounded(known_by_others(system, block)),
        shares: sums.into_iter().map(|sum| rounded(sum / count)).collect(),
    }
}

/// The mean share of an answer's different words that three other respondents wrote, too: what a new year's answers would be
/// expected to have.
fn known_by_others(system: &System, block: usize) -> f64 {
    use std::collections::{BTreeMap, BTreeSet};
    let words = |text: &str| {
        let mut all = BTreeSet::new();
        super::features::Words::default().read(text, |word, _| {
            all.insert(word.to_owned());
        });
        all
    };
    let answers: Vec<_> = system.examples.iter().map(|e| (e.block, e.respondent.as_str(), words(&e.text))).collect();
    let mut writers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (_, respondent, words) in &answers {
        words.iter().for_each(|word| {
            writers.entry(word).or_default().insert(respondent);
        });
    }
    let share = |respondent: &str, words: &BTreeSet<String>| {
        let others = |word: &&String| {
            writers
                .get(word.as_str())
                .is_some_and(|all| all.len() - usize::from(all.contains(respondent)) >= RESPONDENTS)
        };
        words.iter().filter(others).count() as f64 / words.len().max(1) as f64
    };
    let own: Vec<f64> = answers.iter().filter(|(b, ..)| *b == block).map(|(_, r, words)| share(r, words)).collect();
    own.iter().sum::<f64>() / own.len().max(1) as f64
}
