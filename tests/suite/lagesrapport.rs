//! The shipped study against the published report and against expected results made independently of this program.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::OnceLock;

use insats::render::Format;

use crate::support::{UNDRAWN, copy_folder, files, project, rows, run_ok};

const STUDY: &str = "input/lagesrapport-2024";
const EXPECTED: &str = "tests/lagesrapport-2024/expected";
const PUBLISHED: &str = "tests/lagesrapport-2024/published";

type Row = BTreeMap<String, String>;

/// The output of one run, made once for all tests.
fn output() -> PathBuf {
    static RUN: OnceLock<tempfile::TempDir> = OnceLock::new();
    RUN.get_or_init(|| run_ok(&project(STUDY), &[&UNDRAWN[..], &[Format::Svg]].concat()).0).path().join("out")
}

fn data(name: &str) -> Vec<Row> {
    rows(&output().join("data").join(name))
}

fn expected(name: &str) -> Vec<Row> {
    rows(&project(EXPECTED).join(name))
}

/// Rows by the values of some columns, each once.
fn by_key(rows: Vec<Row>, columns: &[&str]) -> BTreeMap<Vec<String>, Row> {
    let count = rows.len();
    let keyed: BTreeMap<Vec<String>, Row> =
        rows.into_iter().map(|row| (columns.iter().map(|c| row[*c].clone()).collect(), row)).collect();
    assert_eq!(keyed.len(), count, "a key stands twice");
    keyed
}

fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} of {row:?}"))
}

#[test]
fn weights_are_those_expected() {
    let key = ["area", "recipient_code"];
    let (found, expected) = (by_key(data("weights.csv"), &key), by_key(expected("weights.csv"), &key));
    assert_eq!(found.keys().collect::<Vec<_>>().len(), 398);
    assert!(found.keys().eq(expected.keys()));
    for (key, row) in &expected {
        for column in ["recipient", "interventions", "reported_kr", "requisitioned_kr", "repaid_kr", "target_kr"] {
            assert_eq!(found[key][column], row[column], "{column} of {key:?}");
        }
        let (ours, theirs) = (number(&found[key], "factor"), number(row, "factor"));
        assert!((ours / theirs - 1.0).abs() < 1e-12, "factor of {key:?}: {ours} and {theirs}");
    }
}

#[test]
fn code_sums_are_those_expected_within_a_krona_per_intervention() {
    let key = ["area", "domain", "code"];
    let (found, expected) = (by_key(data("codes.csv"), &key), by_key(expected("codes.csv"), &key));
    let coded: Vec<_> = found.keys().filter(|k| k[2] != "uncoded").collect();
    assert!(coded.into_iter().eq(expected.keys()));
    for (key, row) in &expected {
        assert_eq!(found[key]["interventions"], row["interventions"], "{key:?}");
        let off = (number(&found[key], "weighted_kr") - number(row, "weighted_kr")).abs();
        assert!(off <= number(row, "interventions"), "{key:?} is off by {off} kr");
    }
}

#[test]
fn answers_are_those_expected() {
    let key = ["area", "question", "option", "answer"];
    let (found, expected) = (by_key(data("answers.csv"), &key), by_key(expected("answers.csv"), &key));
    assert_eq!(found, expected);
}

#[test]
fn exclusions_are_those_expected() {
    let key = ["intervention_id"];
    assert_eq!(by_key(data("excluded.csv"), &key), by_key(expected("excluded.csv"), &key));
}

#[test]
fn every_legible_cell_of_the_printed_tables_is_reproduced() {
    let mut compared = 0;
    for printed in rows(&project(PUBLISHED).join("tables.csv")).iter().filter(|row| row["legible"] == "yes") {
        let table = rows(&output().join(format!("tables/tabell-0{}.csv", printed["table"])));
        let row = table.iter().find(|row| row["code"] == printed["code"]);
        let row = row.unwrap_or_else(|| panic!("table {} lacks {}", printed["table"], printed["code"]));
        // Table 5 has a column per group.
        let group = format!("{}_{}", printed["domain"], printed["area"]);
        let count = row.get(&group).unwrap_or_else(|| &row[&printed["domain"]]);
        assert_eq!((count, &row["label"]), (&printed["count"], &printed["label_sv"]), "{printed:?}");
        compared += 1;
    }
    // The transcription has 112 cells, 36 of them lost in page breaks or without a label.
    assert_eq!(compared, 76, "cells of the printed tables that are legible");
}

#[test]
fn weighted_kronor_sum_to_the_target_of_every_recipient() {
    let mut sums: BTreeMap<(String, String), i64> = BTreeMap::new();
    for row in data("interventions.csv").iter().filter(|row| row["included"] == "true") {
        let key = (row["area"].clone(), row["recipient_code"].clone());
        *sums.entry(key).or_default() += row["weighted_kr"].parse::<i64>().expect("whole kronor");
    }
    for row in data("weights.csv") {
        let key = (row["area"].clone(), row["recipient_code"].clone());
        assert_eq!(sums[&key].to_string(), row["target_kr"], "{key:?}");
    }
}

#[test]
fn coded_and_uncoded_interventions_make_the_whole() {
    // n per area as the report prints it (areas.csv of the published tables).
    let printed = [
        ("bu-region", 133),
        ("bu-lan", 125),
        ("samsjuklighet-lan", 166),
        ("kunskap-region", 98),
        ("kunskap-kommun", 793),
        ("medverkan-lan", 77),
        ("trauma-region", 57),
    ];
    let uncoded = by_key(data("codes.csv"), &["area", "domain", "code"]);
    for (area, n) in printed {
        let own: Vec<String> = data("interventions.csv")
            .into_iter()
            .filter(|row| row["area"] == area && row["included"] == "true")
            .map(|row| row["intervention_id"].clone())
            .collect();
        assert_eq!(own.len(), n, "{area}");
        for domain in ["activity", "output", "goal", "effect"] {
            let mut coded: Vec<String> = data("codings.csv")
                .into_iter()
                .filter(|row| row["domain"] == domain && own.contains(&row["intervention_id"]))
                .map(|row| row["intervention_id"].clone())
                .collect();
            coded.dedup();
            let key = vec![area.to_owned(), domain.to_owned(), "uncoded".to_owned()];
            let without = uncoded.get(&key).map_or(0.0, |row| number(row, "interventions"));
            assert_eq!(coded.len() as f64 + without, n as f64, "{area}, {domain}");
        }
    }
}

#[test]
fn every_figure_of_the_report_is_there_with_its_base() {
    let printed = rows(&project(PUBLISHED).join("figures.csv"));
    assert_eq!(printed.len(), 38);
    for figure in printed {
        let (digits, letter): (String, String) = figure["figure"].chars().partition(char::is_ascii_digit);
        let text = std::fs::read_to_string(output().join(format!("figures/figur-{digits:0>2}{letter}.txt")));
        let text = text.unwrap_or_else(|e| panic!("figure {}: {e}", figure["figure"]));
        for base in figure["base_n"].split('|') {
            assert!(text.contains(base), "figure {} does not say its base {base}:\n{text}", figure["figure"]);
        }
    }
}

#[test]
fn a_note_counts_what_the_data_say() {
    let text = std::fs::read_to_string(output().join("figures/figur-02.svg")).expect("figure 2");
    // A number keeps to its noun by a no-break space, unless the line is broken anyway.
    assert!(text.replace('\u{a0}', " ").contains("Totalt har 133 insatser redovisats."), "{text}");
}

#[test]
fn contact_data_reach_no_output() {
    // The exports name everyone "Kontaktperson NNN", with kontaktNNN@example.org and 010-000 NNN NN. The word alone is also
    // what a service is called.
    let marker = regex::Regex::new(r"(?i)kontaktperson \d|@example\.org|010-000").expect("an expression");
    let written = files(&output());
    assert!(written.len() > 100, "only {} files were written", written.len());
    for (name, bytes) in written {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!marker.is_match(&text), "{name} holds {:?}", marker.find(&text));
    }
}

/// The shipped study lets its constructed texts out; a study that says nothing keeps them in.
#[test]
fn texts_stay_out_unless_asked_for() {
    let case = project("tests/cases/codes-main-and-sub");
    let (folder, _) = run_ok(&case, &UNDRAWN);
    let header = std::fs::read_to_string(folder.path().join("out/data/interventions.csv")).expect("interventions");
    let header = header.lines().next().unwrap_or_default().to_owned();
    assert_eq!(
        header,
        "intervention_id,area,respondent_id,recipient_code,recipient,title,reported_kr,weighted_kr,included,exclusion_reason"
    );
    assert_eq!(with_text_of_the_case(&folder.path().join("out")), [""; 0], "a text of a respondent is in the output");

    // Asked for, they are found, so that the search above is known to find them.
    let asked = tempfile::tempdir().expect("a folder");
    let study = asked.path().join("cases/study");
    copy_folder(&case, &study);
    std::fs::copy(project("tests/cases/codebook.json"), asked.path().join("cases/codebook.json")).expect("a codebook");
    let declared = std::fs::read_to_string(study.join("study.toml")).expect("study.toml");
    std::fs::write(study.join("study.toml"), format!("texts_in_output = true\n{declared}")).expect("study.toml");
    let (folder, _) = run_ok(&study, &UNDRAWN);
    let found = with_text_of_the_case(&folder.path().join("out"));
    assert_eq!(found, ["data/interventions.csv", "data/interventions.parquet"]);
}

/// The files that hold an activity text of the case; workbooks are archives, so their parts are unpacked.
fn with_text_of_the_case(folder: &std::path::Path) -> Vec<String> {
    let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("Besök på distans har införts");
    let in_part = |bytes: &[u8]| {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
        (0..archive.len()).any(|part| {
            let mut content = Vec::new();
            std::io::copy(&mut archive.by_index(part).expect("a part"), &mut content).expect("its bytes");
            holds(&content)
        })
    };
    let found =
        files(folder).into_iter().filter(|(_, bytes)| holds(bytes) || bytes.starts_with(b"PK") && in_part(bytes));
    found.map(|(name, _)| name).collect()
}

#[test]
fn the_manifest_names_inputs_and_totals_but_no_time_or_path() {
    let text = std::fs::read_to_string(output().join("manifest.json")).expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let hashes = manifest["inputs"].as_array().expect("inputs");
    assert_eq!(
        hashes.len(),
        17,
        "study, report, codebook, seven exports, funds, corrections, four coding sheets, claims"
    );
    assert!(hashes.iter().all(|h| h["sha256"].as_str().is_some_and(|s| s.len() == 64)));
    assert_eq!(manifest["totals"]["interventions"], 1449);
    assert_eq!(manifest["totals"]["excluded"], 44);
    assert!(!text.contains(env!("CARGO_MANIFEST_DIR")), "an absolute path");
}
