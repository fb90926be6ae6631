//! What suggestions gain from more material: the table of `docs/method.md`, printed from the shipped study.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use insats::codebook::Codebook;
use insats::coding::Codings;
use insats::coding::held_back::held_back;
use insats::diagnostic::Diagnostics;
use insats::learning::folds::{Answer, cells, wordings};
use insats::learning::train::learn;
use insats::learning::{Material, System};
use insats::read::Files;
use insats::run::PROMISE;
use insats::study::{CodesFrom, Study};
use insats::survey::Input;

const QUARTERS: usize = 4;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("input/lagesrapport-2024")
}

fn material() -> (Codebook, Material) {
    let study = Study::load(&folder()).expect("the study");
    let declared = study.codebook.as_ref().expect("a codebook");
    let book = Codebook::load(&study.path(&declared.value), "the codebook").expect("the codebook");
    let mut messages = Diagnostics::new();
    let files = Files::read(&study, &mut messages);
    let input = Input::read(&study, &files, &mut messages);
    let mut codings = Codings::read(&study, &book, &input, &files, &mut messages);
    codings.settle_silently(CodesFrom::Final, &book, &input).expect("codes");
    codings.read_rules(&book, &input).expect("rules");
    let unseen = held_back(&study, &book, &files, &input, &codings, &mut messages);
    let mut material = Material::new(&book);
    material.add(&study.name, &input, &codings, &codings.finals, &unseen);
    (book, material)
}

/// F1 of main codes: twice what is found, and what was given or should have been.
#[derive(Clone, Copy, Default)]
struct Score(usize, usize);

impl Score {
    fn add(&mut self, given: bool, right: bool) {
        self.0 += 2 * usize::from(given && right);
        self.1 += usize::from(given) + usize::from(right);
    }

    fn f1(self) -> f64 {
        self.0 as f64 / self.1 as f64
    }
}

/// Every fourth respondent is of the same quarter.
fn quarters(material: &Material) -> BTreeMap<String, usize> {
    let examples = material.systems.iter().flat_map(|system| &system.examples);
    let names: BTreeSet<&String> = examples.map(|example| &example.respondent).collect();
    names.into_iter().enumerate().map(|(at, name)| (name.clone(), at % QUARTERS)).collect()
}

/// The share of a system's answers that the model of a tested answer learns from, on average.
fn learned_from(system: &System) -> f64 {
    let answers: Vec<Answer<'_>> = system
        .examples
        .iter()
        .map(|example| Answer {
            respondent: &example.respondent,
            intervention: &example.intervention,
            text: &example.text,
            codes: system.mains.iter().enumerate().filter(|(at, main)| at == *main && example.labels[*at]).count(),
        })
        .collect();
    let cells = cells(&answers, &wordings(&answers));
    let pairs: usize = cells.iter().map(|cell| cell.tested.len() * cell.learned.len()).sum();
    pairs as f64 / (answers.len() * answers.len()) as f64
}

/// What honest cells say of a quarter's answers, learned from it and from the `share − 1` quarters after it.
fn scored(material: &Material, book: &Codebook, quarter: usize, share: usize, scores: &mut BTreeMap<String, Score>) {
    let quarters = quarters(material);
    let mut part = material.clone();
    for system in &mut part.systems {
        system.examples.retain(|e| (quarters[&e.respondent] + QUARTERS - quarter) % QUARTERS < share);
        // Answers that are told apart are measured apart: here those of the quarter, or all.
        system.examples.iter_mut().for_each(|e| e.unseen = share == QUARTERS || quarters[&e.respondent] == quarter);
    }
    let model = learn(&part, book, PROMISE).model;
    for domain in model.systems.iter().flat_map(|system| &system.domains) {
        let count = domain.quality.count("unseen", "main", "both").expect("counts");
        let score = scores.entry(domain.domain.clone()).or_default();
        score.0 += 2 * count.found;
        score.1 += 2 * count.found + count.wrong + count.missed;
    }
}

/// Main codes of a coder by intervention, in a column of the sheet.
fn sheet(name: &str, column: usize) -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(folder().join("kodning").join(name)).expect("a sheet");
    let codes = |cell: &str| {
        let codes = cell.split(';').map(str::trim).filter(|code| !code.is_empty());
        codes.map(|code| code.split('.').next().unwrap_or(code).to_owned()).collect()
    };
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        (cells[0].to_owned(), codes(cells[column]))
    };
    text.lines().skip(1).map(row).collect()
}

/// The F1 of two coders against each other, and of each against the final codes.
fn coders(system: &System, block: usize) -> [f64; 3] {
    let column = 1 + ["activity", "output", "goal", "effect"]
        .iter()
        .position(|word| *word == system.domains[block].word())
        .expect("a domain with a column");
    let [a, b] = ["kodare-a.csv", "kodare-b.csv"].map(|name| sheet(name, column));
    let mut scores = [Score::default(); 3];
    for example in system.examples.iter().filter(|example| example.block == block) {
        let (Some(a), Some(b)) = (a.get(&example.intervention), b.get(&example.intervention)) else { continue };
        for (at, code) in system.codes.iter().enumerate().filter(|(at, _)| system.mains[*at] == *at) {
            let [a, b, last] = [a.contains(code), b.contains(code), example.labels[at]];
            [(a, b), (a, last), (b, last)].into_iter().zip(&mut scores).for_each(|((x, y), score)| score.add(x, y));
        }
    }
    scores.map(Score::f1)
}

/// Whether the method's table has a row.
fn says(name: &str, cells: impl Iterator<Item = String>) {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/method.md")).expect("the method");
    let row = format!("| {name} | {} |", cells.collect::<Vec<_>>().join(" | "));
    assert!(page.lines().any(|line| line == row), "docs/method.md does not say {row}");
}

#[test]
fn coders_agree_as_the_method_says() {
    let (_, material) = material();
    let found = material.systems.iter().flat_map(|system| (0..system.domains.len()).map(|block| coders(system, block)));
    let printed: Vec<[String; 3]> = found.map(|own| own.map(|f1| format!("{f1:.3}"))).collect();
    // Counted by a script apart, from the sheets and the final workbook.
    let expected = [
        ["0.938", "0.976", "0.958"],
        ["0.893", "0.961", "0.929"],
        ["0.888", "0.967", "0.919"],
        ["0.894", "0.963", "0.930"],
    ];
    assert_eq!(printed, expected);
    says("one coder against the other", printed.iter().map(|[f1, ..]| f1.clone()));
    says("coders against the final codes", printed.iter().map(|[_, a, b]| format!("{a}, {b}")));
}

/// `INSATS_SIMULATE=1 cargo test --release --test suite -- --ignored --nocapture more_material`.
#[test]
#[ignore = "learns thirteen times, minutes"]
fn more_material_gives_better_suggestions() {
    if std::env::var_os("INSATS_SIMULATE").is_none() {
        return;
    }
    let (book, material) = material();
    println!("cells learn from {:.2?}", material.systems.iter().map(learned_from).collect::<Vec<_>>());
    let mut curve = Vec::new();
    for share in 1..=QUARTERS {
        let mut scores = BTreeMap::new();
        // Every answer is scored once at every share.
        (0..if share == QUARTERS { 1 } else { QUARTERS })
            .for_each(|quarter| scored(&material, &book, quarter, share, &mut scores));
        let of = |word: &str| scores[word].f1();
        let found = ["activity", "output", "goal", "effect"].map(of);
        let name = if share == QUARTERS { "all".to_owned() } else { format!("{} percent", share * 100 / QUARTERS) };
        println!("{name}: {found:.3?}");
        curve.push((name, found));
    }
    let rises = |two: &[(String, [f64; 4])]| (0..4).all(|domain| two[1].1[domain] > two[0].1[domain] - 0.01);
    assert!(curve.windows(2).all(rises), "{curve:?}");
    curve.iter().for_each(|(name, found)| says(name, found.iter().map(|f1| format!("{f1:.3}"))));
}
