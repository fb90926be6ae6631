//! What is told at a draw and of draws: whose answers the sample was before, what is drawn twice, draws that are missing, and those of another
//! study.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use insats::decisions::log::Moment;
use insats::run::{AuditOptions, SheetOptions, accepting, audit, sheet};
use serde_json::Value;

use crate::audits::{change, design, draw, drawn, frozen, numbers, options, sample, told, undrawn, unreadable};
use crate::support::{UNDRAWN, copy_folder, project, run_into};

/// Bo was given all answers with suggestions; Anna is to read the sample.
#[test]
fn answers_that_were_given_out_before_the_draw_are_told() {
    let (_place, study) = undrawn();
    let given = SheetOptions { coders: vec!["Bo".to_owned()], with_suggestions: true, ..SheetOptions::default() };
    sheet(&study, &given, &Moment::of_unix(0), &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    let summary = drawn(&study, 12);
    assert_eq!(summary.given_before, BTreeMap::from([("Bo".to_owned(), 12)]));
    assert_eq!((summary.given, summary.given_nothing), (BTreeMap::new(), vec!["Anna".to_owned()]));
    // They are read blind from then on, so that it is told once.
    let again = drawn(&study, 12);
    assert!(again.given_before.is_empty() && again.given_nothing.is_empty());
    let (_place, study) = undrawn();
    let usual = drawn(&study, 12);
    assert!(usual.given_before.is_empty() && usual.given_nothing.is_empty() && usual.twice == 0);
}

/// What is coded in two domains is drawn for each of them, and read once.
#[test]
fn what_is_drawn_twice_is_told_and_counted_once() {
    let (_place, study) = undrawn();
    change(&study, "study.toml", "activity = ", "output = \"Insats {n}: Prestation\"\nactivity = ");
    let svar = fs::read_to_string(study.join("svar.csv")).expect("answers");
    let more = svar.lines().enumerate().map(|(at, line)| match at {
        0 => format!("{line};Insats 1: Prestation;Insats 2: Prestation\n"),
        _ => format!("{line};Kurs nummer ett;App nummer två\n"),
    });
    fs::write(study.join("svar.csv"), more.collect::<String>()).expect("answers");
    let mut book: Value =
        serde_json::from_slice(&fs::read(study.join("codebook.json")).expect("a codebook")).expect("JSON");
    let mut output = book["domains"][0].clone();
    output["id"] = "output".into();
    book["domains"].as_array_mut().expect("domains").push(output);
    fs::write(study.join("codebook.json"), book.to_string()).expect("a codebook");
    let of = |size: usize, domain: &str| AuditOptions { domains: vec![domain.to_owned()], ..options(size) };
    let first = draw(&study, &of(12, "activity")).unwrap_or_else(|told| panic!("{told}"));
    let before = sample(&study);
    assert_eq!((before.len(), first.new, first.twice), (12, 12, 0));
    let second = draw(&study, &of(18, "output")).unwrap_or_else(|told| panic!("{told}"));
    // By the files: what every stratum has of it, against the ids.
    let sum = |key: &str| -> u64 {
        let design = design(&study, 2);
        design[key].as_array().expect("strata").iter().map(|own| own["sampled"].as_u64().expect("a number")).sum()
    };
    let of_first: u64 = 12;
    assert_eq!(sum("enlarged"), 0);
    let values = fs::read_to_string(study.join("audit/draw-2.csv")).expect("values");
    let strata = design(&study, 2)["strata"].clone();
    let is_drawn = |line: &&str| {
        let cells: Vec<&str> = line.split(',').collect();
        let stratum: usize = cells[2].parse().expect("a number");
        cells[3].parse::<u64>().expect("a number") <= strata[stratum - 1]["sampled"].as_u64().expect("a number")
    };
    let drawn: BTreeSet<String> =
        values.lines().skip(1).filter(is_drawn).filter_map(|line| line.split(',').next().map(str::to_owned)).collect();
    let all: BTreeSet<String> = before.union(&drawn).cloned().collect();
    assert_eq!(drawn.len() as u64, sum("strata"));
    assert_eq!(second.standing.sample.number, all.len());
    assert_eq!((second.new, second.twice as u64), (all.len() - 12, of_first + sum("strata") - all.len() as u64));
    assert!(second.twice > 0);
}

fn undo(study: &Path, line: &str) {
    let mut all = accepting(study, "Cecilia", &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    let line = all.line(Some(line), None).expect("a line");
    all.undo(line, "Filen är borta", &Moment::of_unix(900)).unwrap_or_else(|failure| panic!("{}", told(&failure)));
}

/// The name of the line that a message says to take back.
fn named(message: &str) -> String {
    let (_, rest) = message.split_once("--undo ").unwrap_or_else(|| panic!("{message}"));
    rest.chars().take_while(char::is_ascii_hexdigit).collect()
}

/// The log knows which draws there were: without the file of the last other answers would count as the sample.
#[test]
fn a_draw_that_is_missing_is_an_error() {
    let (place, study) = undrawn();
    drawn(&study, 8);
    drawn(&study, 14);
    let whole = frozen(&study);
    let remove = |name: &str| fs::remove_file(study.join("audit").join(name)).expect("a file");
    let restore = || {
        fs::create_dir_all(study.join("audit")).expect("a folder");
        whole.iter().for_each(|(name, bytes)| fs::write(study.join("audit").join(name), bytes).expect("a file"));
    };
    for (name, missing) in
        [("draw-2.json", "draw-2.json"), ("draw-1.json", "draw-1.json"), ("draw-1.csv", "draw-1.csv")]
    {
        remove(name);
        let message = unreadable(&study);
        assert!(message.contains(&format!("audit/{missing}")) && message.contains("--undo"), "{message}");
        assert!(run_into(&study, &place.path().join("out"), &UNDRAWN).is_err());
        assert!(draw(&study, &options(16)).is_err());
        restore();
        assert_eq!(numbers(&study)[..3], [0, 14, 24]);
    }
    // Where there is no copy, the draw is taken back, and what was drawn before it stands.
    remove("draw-2.json");
    undo(&study, &named(&unreadable(&study)));
    assert_eq!(numbers(&study)[..3], [0, 8, 24]);
    fs::remove_dir_all(study.join("audit")).expect("a folder");
    let message = unreadable(&study);
    assert!(message.contains("audit/draw-1.json"), "{message}");
    undo(&study, &named(&message));
    assert!(unreadable(&study).contains("no sample was drawn"));
    assert_eq!(drawn(&study, 12).given, BTreeMap::from([("Anna".to_owned(), 12)]));
}

/// The folder of another study, whose answers have the same ids, and one of whose answers there is none.
#[test]
fn draws_of_another_study_are_told() {
    let (_place, study) = undrawn();
    for folder in ["audit", "decisions"] {
        copy_folder(&project("tests/cases/audit").join(folder), &study.join(folder));
    }
    let is_of_others =
        || audit(&study, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure))).standing.is_of_others();
    assert!(!is_of_others());
    change(&study, "svar.csv", "Kurs", "Utbildning");
    change(&study, "svar.csv", "Kalmar län;App", "Kalmar län;Kurs");
    assert!(is_of_others());
    let (_place, study) = undrawn();
    copy_folder(&project("tests/cases/audit/audit"), &study.join("audit"));
    change(&study, "svar.csv", "\nR-", "\nQ-");
    let standing = audit(&study, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure))).standing;
    assert_eq!((standing.frozen, standing.there, standing.gone), (24, 0, 24));
    assert!(standing.is_of_others());
}
