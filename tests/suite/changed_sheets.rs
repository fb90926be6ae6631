//! What people do to coding sheets after something was locked or decided: no code goes, and none stays, without a word.

use std::fs;
use std::path::Path;

use crate::accept::{accept, copy, first_wave, said, saved, told};

fn change(study: &Path, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(study.join(file)).expect("a file");
    assert!(text.contains(from), "{text}");
    fs::write(study.join(file), text.replace(from, to)).expect("to write");
}

/// R-1-1 was G1 in the sheet, 1 200 000 kr, when Anna decided that it is G2; R-2-1 was G3, 2 000 000 kr.
#[test]
fn cells_that_are_emptied_after_a_decision_are_told() {
    for (from, to) in [("R-1-1;G1\n", "R-1-1;\n"), ("R-1-1;G1\n", "")] {
        let (_place, study) = first_wave(|first| first);
        change(&study, "study.toml", "intervention = \"Insats\"", "intervention = \"Insats\"\nblank = \"not-coded\"");
        let decide = |unit: &str, code: &str| {
            let output = accept(&study, &["--who", "Anna", "--why", "Read", "--unit", unit], code);
            assert_eq!(saved(&said(&output)).len(), 1, "{}", said(&output));
        };
        decide("R-1-1", "G2\n");
        decide("R-2-1", "G3\n");
        assert!(!told(&study, &["check"]).contains("none there now"), "{}", told(&study, &["check"]));
        change(&study, "koder.csv", from, to);
        let check = told(&study, &["check"]);
        let expected = "warning: koder.csv\n    found     a coding that was decided had a code in the sheet then, and has none there now, 1,200,000 kr reported: \"R-1-1\" (activity)";
        assert!(check.replace("SEK 1,200,000", "1,200,000 kr").contains(expected), "{check}");
        change(&study, "koder.csv", "R-2-1;G3\n", to.replace("R-1-1", "R-2-1").as_str());
        let check = told(&study, &["check"]);
        assert!(
            check.contains("2 codings that were decided had codes in the sheet then, and have none there now"),
            "{check}"
        );
        assert!(check.contains("3,200,000"), "{check}");
        // A doubt in the cell is told as one.
        let (from, doubt) = if to.is_empty() { ("R-1-2;", "R-1-1;G1?\nR-1-2;") } else { (to, "R-1-1;G1?\n") };
        change(&study, "koder.csv", from, doubt);
        let check = told(&study, &["check"]);
        assert!(check.contains("a coding that was decided had a code in the sheet then"), "{check}");
    }
}

/// A row that somebody renames to where the text stands now is no row that is gone.
#[test]
fn a_row_that_follows_its_text_is_not_told_as_gone() {
    let (_place, study) = first_wave(|first| first);
    let output = accept(&study, &["--who", "Anna", "--why", "Read", "--unit", "R-2-1"], "G2\n");
    assert_eq!(saved(&said(&output)).len(), 1);
    change(&study, "svar.csv", "R-2;", "R-9;");
    change(&study, "koder.csv", "R-2-1;", "R-9-1;");
    let check = told(&study, &["check"]);
    assert!(!check.contains("none there now"), "{check}");
}

/// A coder's row that was locked and is gone: Anna's of A-1. The final sheet lacks a row and says so itself.
#[test]
fn rows_of_coders_that_are_gone_are_told() {
    let (_place, study) = copy("states");
    assert!(told(&study, &["lock"]).contains("locked"));
    assert!(!told(&study, &["check"]).contains("no row any more"));
    let sheet = fs::read_to_string(study.join("anna.csv")).expect("a sheet");
    let row = sheet.lines().find(|line| line.starts_with("A-1;")).expect("a row");
    change(&study, "anna.csv", &format!("{row}\n"), "");
    let check = told(&study, &["check"]);
    assert!(check.contains("warning: anna.csv\n    found     a coding that was locked has no row any more, though the answers are there"), "{check}");
    assert!(told(&study, &["lock"]).contains("locked"));
    assert!(!told(&study, &["check"]).contains("no row any more"));
}
