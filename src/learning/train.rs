//! Training: from coded answers to a model with its quality, measured on out-of-fold predictions.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::features::{Vector, Vocabulary, distinct_words, sentences};
use super::folds::{Answer, Cell, careless_cells, cells, wordings};
use super::judge::Judge;
use super::judge_features::Scored;
use super::material::{Material, System};
use super::merged::MergedFeatures;
use super::model::{CodebookVersion, FORMAT, LearnedDomain, LearnedSystem, Model, Settings, Usual, fingerprint};
use super::out_of_fold::{CrossValidation, Patterns, Texts};
use super::predictions::{self, Prediction};
use super::quality::{Judged, Quality};
use super::solver::{Effort, Fit, OWN, Rows, fit};
use crate::codebook::Codebook;

/// C of the logistic regression: how much errors count against the size of weights.
pub(super) const COST: f64 = 10.0;
/// The smallest number of respondents in whose answers an n-gram must occur.
pub const RESPONDENTS: usize = 3;
/// The largest number of weights that are kept for a code.
pub(super) const WEIGHTS: usize = 3000;
/// The smallest number of answers with a code from which it is learned.
const FEWEST: usize = 5;

const FINAL: Effort = Effort { cost: COST, passes: 30, tolerance: 0.02 };

/// What was learned.
#[derive(Debug)]
pub struct Learned {
    /// The model.
    pub model: Model,
    /// What models that had not seen an answer said of it, by study and intervention.
    pub predictions: Vec<Prediction>,
}

/// Learns a model. Same material, same model, whatever the number of threads.
pub fn learn(material: &Material, book: &Codebook, promise: f64) -> Learned {
    let (systems, predictions): (_, Vec<_>) =
        material.systems.iter().map(|system| learn_system(system, promise)).unzip();
    let mut predictions = predictions.concat();
    predictions.sort_by(|a, b| (&a.study, &a.intervention).cmp(&(&b.study, &b.intervention)));
    let model = Model {
        format: FORMAT,
        checksum: String::new(),
        codebook: CodebookVersion { id: book.id.clone(), version: book.version.clone(), sha256: fingerprint(book) },
        settings: Settings { promise, cost: COST, own: OWN, respondents: RESPONDENTS, weights: WEIGHTS },
        data: material.origins.clone(),
        systems,
    };
    Learned { model, predictions }
}

fn learn_system(system: &System, promise: f64) -> (LearnedSystem, Vec<Prediction>) {
    let (vocabulary, texts) = read(system);
    let all: Vec<usize> = (0..system.examples.len()).collect();
    let fits: Vec<Option<Fit>> = (0..system.codes.len())
        .into_par_iter()
        .map(|code| {
            let labels = labels(system, code);
            (positives(&labels, &all) >= FEWEST).then(|| fit(&texts.rows, &all, &labels, None, FINAL))
        })
        .collect();
    let answers: Vec<Answer<'_>> = system.examples.iter().map(|example| answer(system, example)).collect();
    let disjoint = cells(&answers, &wordings(&answers));
    let ids: Vec<&str> = system.examples.iter().map(|example| example.intervention.as_str()).collect();
    let careless = careless_cells(&ids);
    let validation = CrossValidation::new(system, &texts, &fits);
    let scored = validation.predict(&disjoint, Patterns::Attested);
    let scored_carelessly = validation.predict(&careless, Patterns::All);
    let known = known_by_others(system);
    let domain = |block: usize| {
        let validated = JudgeValidation { system, block, promise };
        let (mut quality, predicted) = validated.by_other_parts(&scored, &disjoint, |judged| {
            let examples = system.examples.iter().filter(|example| example.block == block);
            let predicted = predictions::of(system, examples.zip(judged.iter().copied()));
            (Quality::measure(judged, &system.codes, &system.mains), predicted)
        });
        validated.by_other_parts(&scored_carelessly, &careless, |judged| quality.add_careless(judged, &system.mains));
        let own = of_block(system, &scored, block, |_| true);
        let judge = Judge::learn(&own, &system.mains, system.one_code[block], promise);
        let learned = LearnedDomain {
            domain: system.domains[block].word().to_owned(),
            weights: fits.iter().map(|f| f.as_ref().map(|f| texts.kept(&f.weights[block]))).collect(),
            usual: usual(system, block, &known),
            judge,
            quality,
        };
        (learned, predicted)
    };
    let (domains, predicted): (_, Vec<_>) = (0..system.domains.len()).into_par_iter().map(domain).unzip();
    let learned = LearnedSystem {
        codes: system.codes.clone(),
        mains: system.mains.clone(),
        domains,
        ngrams: vocabulary.names,
        rarity: vocabulary.rarity,
    };
    (learned, predicted.concat())
}

fn read(system: &System) -> (Vocabulary, Texts) {
    let written: Vec<(&str, &str)> = system.examples.iter().map(|e| (e.respondent.as_str(), e.text.as_str())).collect();
    let vocabulary = Vocabulary::learn(&written, RESPONDENTS);
    let mut vectors: Vec<Vector> = written.par_iter().map(|(_, text)| vocabulary.vector(text)).collect();
    let of_sentences = |(_, text): &(&str, &str)| {
        let sentences = sentences(text);
        let several = sentences.iter().filter(|_| sentences.len() > 1);
        several.map(|sentence| vocabulary.vector(sentence)).collect()
    };
    let sentences: Vec<Vec<Vector>> = written.par_iter().map(of_sentences).collect();
    // Columns are identical only where they are so in sentences, too.
    vectors.extend(sentences.iter().flatten().cloned());
    let merged = MergedFeatures::find(&vectors, vocabulary.len());
    vectors.truncate(written.len());
    let sentences = sentences.into_par_iter().map(|own| own.iter().map(|vector| merged.merge(vector)).collect());
    let sentences = sentences.collect();
    let rows = Rows {
        vectors: vectors.par_iter().map(|vector| merged.merge(vector)).collect(),
        blocks: system.examples.iter().map(|example| example.block).collect(),
        domains: system.domains.len(),
        features: merged.merged(),
    };
    (vocabulary, Texts { rows, sentences, merged })
}

fn labels(system: &System, code: usize) -> Vec<bool> {
    system.examples.iter().map(|example| example.labels[code]).collect()
}

fn positives(labels: &[bool], rows: &[usize]) -> usize {
    rows.iter().filter(|row| labels[**row]).count()
}

fn answer<'a>(system: &System, example: &'a super::Example) -> Answer<'a> {
    let codes = (0..system.mains.len()).filter(|code| system.mains[*code] == *code && example.labels[*code]).count();
    Answer { respondent: &example.respondent, intervention: &example.intervention, text: &example.text, codes }
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

/// The judge of a domain under cross-validation.
struct JudgeValidation<'a> {
    system: &'a System,
    block: usize,
    promise: f64,
}

impl JudgeValidation<'_> {
    /// Passes on every answer with a judge that was trained on the other parts only, so that thresholds, too, are measured on
    /// answers that they were not chosen on.
    fn by_other_parts<T>(&self, scored: &[Scored], cells: &[Cell], measure: impl FnOnce(&[Judged<'_>]) -> T) -> T {
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
fn usual(system: &System, block: usize, known: &[f64]) -> BTreeMap<String, Usual> {
    let mut areas: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (row, example) in system.examples.iter().enumerate().filter(|(_, example)| example.block == block) {
        areas.entry(example.area.clone()).or_default().push(row);
    }
    let of_rows = |rows: Vec<usize>| {
        let mean = |value: &dyn Fn(usize) -> f64| {
            let sum: f64 = rows.iter().map(|row| value(*row)).sum();
            (sum / rows.len() as f64 * 1e6).round() / 1e6
        };
        let share = |code: usize| mean(&|row| f64::from(u8::from(system.examples[row].labels[code])));
        Usual {
            answers: rows.len(),
            known_words: mean(&|row| known[row]),
            shares: (0..system.codes.len()).map(share).collect(),
        }
    };
    areas.into_iter().map(|(area, rows)| (area, of_rows(rows))).collect()
}

/// The share of every answer's different words that three other respondents wrote, too: what a new year's answers would be
/// expected to have.
fn known_by_others(system: &System) -> Vec<f64> {
    let answers: Vec<_> = system.examples.iter().map(|e| (e.respondent.as_str(), distinct_words(&e.text))).collect();
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
    use crate::learning::Example;

    #[test]
    fn what_is_usual_is_counted_by_area_and_domain() {
        let example = |area: &str, block: usize, label: bool| Example {
            study: String::new(),
            intervention: String::new(),
            area: area.to_owned(),
            block,
            respondent: String::new(),
            text: String::new(),
            rules: Vec::new(),
            labels: vec![label, false],
            unseen: false,
        };
        let examples =
            vec![example("a", 0, true), example("a", 0, false), example("a", 1, true), example("b", 0, true)];
        let system = System { codes: vec!["x".into(), "y".into()], mains: vec![0, 1], examples, ..System::default() };
        let usual = usual(&system, 0, &[1.0, 0.5, 0.0, 0.25]);
        let of = |area: &str| usual.get(area).map(|u| (u.answers, u.known_words, u.shares.clone()));
        assert_eq!(of("a"), Some((2, 0.75, vec![0.5, 0.0])));
        assert_eq!(of("b"), Some((1, 0.25, vec![1.0, 0.0])));
    }
}
