//! The shipped study against the published report and against expected results made independently of this program.

use std::sync::LazyLock;

use insats::render::Format;

use crate::expected::Compared;
use crate::support::{UNDRAWN, copy_folder, files, project, rows, run_ok};

const PUBLISHED: &str = "tests/lagesrapport-2024/published";

/// One run, made once for all tests.
static RUN: LazyLock<Compared> =
    LazyLock::new(|| Compared::new("lagesrapport-2024", &[&UNDRAWN[..], &[Format::Svg]].concat()));

#[test]
fn what_is_expected_of_2024_comes_out() {
    RUN.holds(398);
}

#[test]
fn who_answered_and_every_step_of_the_funds_are_as_counted_beside() {
    // 7 areas, of them 6 with 21 regions or counties, and 290 municipalities; the README beside the files says how they were counted.
    for name in ["response.csv", "reconciliation.csv"] {
        let (found, expected) = (RUN.data(name), RUN.expected(name));
        assert_eq!((found.len(), expected.len()), (416, 416), "{name}");
        for (found, expected) in found.iter().zip(&expected) {
            for (column, value) in expected {
                assert_eq!(found[column], *value, "{column} of {expected:?} in {name}");
            }
        }
    }
    let total = |item: &str, key: &str, column: &str| {
        let table = rows(&RUN.out().join(format!("tables/{item}.csv")));
        table.iter().find(|row| row["key"] == key).map(|row| row[column].clone()).unwrap_or_default()
    };
    let answered =
        ["expected", "answered", "partly", "not_answered"].map(|column| total("bilaga-4-tabell-01", "total", column));
    assert_eq!(answered, ["416", "398", "43", "18"]);
    // 1 324 000 024 requisitioned less 679 283 repaid.
    assert_eq!(total("bilaga-4-tabell-03", "target", "total"), "1323320741");
    assert_eq!(total("bilaga-4-tabell-03", "weighted", "total"), "1323320741");
}

#[test]
fn every_legible_cell_of_the_printed_tables_is_reproduced() {
    let mut compared = 0;
    for printed in rows(&project(PUBLISHED).join("tables.csv")).iter().filter(|row| row["legible"] == "yes") {
        let table = rows(&RUN.out().join(format!("tables/tabell-0{}.csv", printed["table"])));
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
fn coded_and_uncoded_interventions_make_the_whole() {
    // n per area as the report prints it (areas.csv of the published tables).
    RUN.wholes(
        &[
            ("bu-region", 133),
            ("bu-lan", 125),
            ("samsjuklighet-lan", 166),
            ("kunskap-region", 98),
            ("kunskap-kommun", 793),
            ("medverkan-lan", 77),
            ("trauma-region", 57),
        ],
        &["activity", "output", "goal", "effect"],
    );
}

#[test]
fn every_figure_of_the_report_is_there_with_its_base() {
    let printed = rows(&project(PUBLISHED).join("figures.csv"));
    assert_eq!(printed.len(), 38);
    for figure in printed {
        let (digits, letter): (String, String) = figure["figure"].chars().partition(char::is_ascii_digit);
        let text = std::fs::read_to_string(RUN.out().join(format!("figures/figur-{digits:0>2}{letter}.txt")));
        let text = text.unwrap_or_else(|e| panic!("figure {}: {e}", figure["figure"]));
        for base in figure["base_n"].split('|') {
            assert!(text.contains(base), "figure {} does not say its base {base}:\n{text}", figure["figure"]);
        }
    }
}

#[test]
fn a_note_counts_what_the_data_say() {
    let text = std::fs::read_to_string(RUN.out().join("figures/figur-02.svg")).expect("figure 2");
    // A number keeps to its noun by a no-break space, unless the line is broken anyway.
    assert!(text.replace('\u{a0}', " ").contains("Totalt har 133 insatser redovisats."), "{text}");
}

#[test]
fn contact_data_reach_no_output() {
    // The exports name everyone "Kontaktperson NNN", with kontaktNNN@example.org and 010-000 NNN NN. The word alone is also
    // what a service is called.
    RUN.no_contacts(r"(?i)kontaktperson \d|@example\.org|010-000");
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
    let text = std::fs::read_to_string(RUN.out().join("manifest.json")).expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let hashes = manifest["inputs"].as_array().expect("inputs");
    assert_eq!(
        hashes.len(),
        32 + 14,
        "study, report, codebook, seven exports, funds, corrections, four coding sheets with three locks, claims, a picture for \
         wide and for narrow windows, two tables and two texts in two languages; of the year before study, \
         report, seven exports and lists, funds, corrections, a coding sheet with its lock, claims"
    );
    assert!(hashes.iter().all(|h| h["sha256"].as_str().is_some_and(|s| s.len() == 64)));
    assert_eq!(manifest["totals"]["interventions"], 1449);
    assert_eq!(manifest["totals"]["excluded"], 44);
    assert!(!text.contains(env!("CARGO_MANIFEST_DIR")), "an absolute path");
}
