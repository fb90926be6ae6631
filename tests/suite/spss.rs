//! SPSS files: missing values, value labels, multiple response sets, broken headers and dates.
//!
//! `spss/options.sav` was made with pyreadstat, its set and weight added by hand: KR declares -99 to -1 and 998 missing, SV 9,
//! TXT "VET EJ", B 9; SV's labels 7 `Vet ej` and 8 `vet  ej` differ by case and space; A and B are options of a set whose
//! counted value is 2; W weighs the cases, and filter_$ leaves out two. The other files are described in their test.

use insats::read::{Content, Grid, Wanted, open};
use insats::study::{Limits, Reading};
use insats::wording::Language;

use crate::support::project;

fn content(name: &str) -> Content {
    let path = project("tests/suite/spss").join(name);
    match open(&path, name, &Reading::default(), &Limits::default(), &Wanted::All) {
        Ok(content) => content,
        Err(messages) => panic!("{name}: {}", crate::support::shown(&messages)),
    }
}

fn grid(content: &Content) -> std::sync::Arc<Grid> {
    content.grid("").and_then(Result::ok).expect("a sheet")
}

/// The texts of a column below the header, found by its name.
fn column(grid: &Grid, name: &str) -> Vec<String> {
    let width = grid.rows[0].len();
    let at = (0..width).find(|column| grid.cell(0, *column).text() == name).unwrap_or_else(|| panic!("no {name}"));
    (1..grid.rows.len()).map(|row| grid.cell(row, at).text()).collect()
}

/// What is said of columns and the sheet.
fn said(grid: &Grid) -> String {
    let said = grid.said.as_ref().expect("something said");
    said.of_sheet.iter().chain(said.of_column.values().flatten()).map(|message| format!("{message}\n")).collect()
}

#[test]
fn declared_missing_values_are_blank_and_told() {
    let content = content("options.sav");
    let grid = &grid(&content);
    assert_eq!(column(grid, "Insats 1: Kronor"), ["100000", "200000", "", "1000000", "", "5"]);
    assert_eq!(column(grid, "Vill ni fortsätta?"), ["Ja", "Nej", "", "Ja", "", "Nej"]);
    assert_eq!(column(grid, "Har arbetet fortsatt?"), ["Ja", "Nej", "Vet ej (7)", "vet  ej (8)", "", "Ja"]);
    let said = said(grid);
    for expected in [
        "values of \"Insats 1: Kronor\" as missing, and 2 of them are read as blank: \"-1, 998\"",
        "values of \"Har arbetet fortsatt?\" as missing, and 1 of them are read as blank: \"9 (Ej svar)\"",
        "have the same label, and are kept apart by their values: \"7, 8\"",
        "the file is weighted by \"W\"",
        "a filter (filter_$) leaves out 2 of the 6 rows",
    ] {
        assert!(said.contains(expected), "{expected}\n{said}");
    }
    let labels =
        content.labels.values().flatten().map(|(value, label)| format!("{value} {}", label.text(Language::English)));
    assert!(labels.into_iter().any(|label| label == "9 Ej svar (declared missing)"));
}

#[test]
fn options_of_a_set_are_ticked_by_its_counted_value() {
    let content = content("options.sav");
    let grid = &grid(&content);
    // A is 2 1 2 1 . 2 and B 1 1 2 2 9 2, where 2 counts and 9 of B is missing.
    assert_eq!(column(grid, "Barn"), ["1", "0", "1", "0", "", "1"]);
    assert_eq!(column(grid, "Vuxna"), ["0", "0", "1", "1", "", "1"]);
    assert_eq!(column(grid, "Vilka grupper?"), ["Barn", "", "Barn; Vuxna", "Vuxna", "", "Barn; Vuxna"]);
}

#[test]
fn values_of_one_label_stay_apart() {
    // samv is 1 2 3 4 5 3, and 2, 3 and 4 have the label "."; bedomn is 1 5 2 4 3 2 with labels for 1 and 5 alone.
    let content = content("same-labels.sav");
    let grid = &grid(&content);
    let expected = ["Inte alls", ". (2)", ". (3)", ". (4)", "Helt och hållet", ". (3)"];
    assert_eq!(column(grid, "Hur har samverkan prioriterats?"), expected);
    assert_eq!(column(grid, "Hur väl fungerar arbetet?"), ["Dåligt", "Bra", "2", "4", "3", "2"]);
}

#[test]
fn a_header_without_the_length_of_cases_is_no_damage() {
    let rows = |name: &str| {
        let content = content(name);
        let sheet = grid(&content);
        let rows = sheet.rows.iter().map(|row| (0..row.len()).map(|at| row.cell(at).text()).collect::<Vec<_>>());
        rows.collect::<Vec<_>>()
    };
    let right = rows("size-svar.sav");
    assert_eq!(right.len(), 7);
    assert_eq!(rows("size-noll.sav"), right);
    assert_eq!(rows("size-minus.sav"), right);
}

#[test]
fn an_impossible_date_is_blank_and_told_where_its_column_is_used() {
    let content = content("bad-date.sav");
    let grid = &grid(&content);
    assert_eq!(grid.rows.len(), 7);
    let said = said(grid);
    assert!(said.contains("no date between the years 1 and 9999, and 1 of them are read as blank"), "{said}");
    assert!(grid.said.as_ref().is_some_and(|said| said.of_sheet.is_empty()));
}

/// `spss/formats.sav` was made with pyreadstat: A has the print format PCT8.1, B DOLLAR12, C COMMA12.2, D DOT8. SPSS shows 12.5
/// in A as 12.5 %, without multiplying it.
#[test]
fn print_formats_say_percent_and_dollars_and_group_digits() {
    let content = content("formats.sav");
    let grid = &grid(&content);
    assert_eq!(column(grid, "A"), ["45 %", "12,5 %", "100 %"]);
    assert_eq!(column(grid, "B"), ["$1250000", "$450000", "$1,5"]);
    assert_eq!(column(grid, "C"), ["1250000", "2", "3.5"]);
    assert_eq!(column(grid, "D"), ["4", "5", "6"]);
}

/// `spss/scale.sav` was made with pyreadstat: V1 to V3 are one question, V3 with 1 `Helt` and 3 `Inte alls` against 1 `Inte alls`
/// and 3 `Helt` of the others; W1 has V3's labels and is another question.
#[test]
fn labels_that_are_swapped_within_a_question_are_told() {
    let said = said(&grid(&content("scale.sav")));
    let lines: Vec<&str> = said.lines().filter(|line| line.contains("other variables of the same question")).collect();
    let [only] = lines[..] else { panic!("{said}") };
    assert!(only.contains("the value 1 of the variable \"V3\" means \"Helt\", but \"Inte alls\" in 2 other"), "{only}");
}
