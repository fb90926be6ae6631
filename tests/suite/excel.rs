//! CSV files for people with a Swedish Excel.

use std::fs;
use std::path::Path;

use insats::render::Format;
use insats::run::{Failure, Options, diff, run};
use insats::study::CsvForm;
use insats::wording::Language;

use crate::support::{files, project, shown};

fn written(out: &Path, language: Option<Language>) {
    let options = Options {
        out: Some(out.to_owned()),
        formats: vec![Format::Csv, Format::Html],
        csv: Some(CsvForm::ExcelSwedish),
        language,
        ..Options::default()
    };
    run(&project("tests/cases/crossing"), &options, &|_| {}).unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn a_swedish_excel_reads_every_csv_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    written(&out, None);
    let all = files(&out);
    // What `insats diff` compares with, and the list of what waits, are for programs.
    let for_programs = ["data/basis.csv", "data/waiting.csv"];
    let is_for_people = |name: &str| name.ends_with(".csv") && !for_programs.contains(&name);
    let csv: Vec<_> = all.iter().filter(|(name, _)| is_for_people(name)).collect();
    assert!(csv.len() > 12, "{}", csv.len());
    for (name, bytes) in csv {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let rows = text.strip_prefix('\u{feff}').unwrap_or_else(|| panic!("{name} has no mark"));
        assert!(rows.ends_with("\r\n"), "{name}");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(rows.as_bytes());
        let columns = reader.headers().expect("a head").len();
        // The reader fails where a row has another number of fields.
        assert!(reader.records().all(|row| row.expect("a row").len() == columns), "{name}");
    }
    // By hand from the case's README: B and N have 350 of B's 450 thousand kronor, 78 percent.
    let table = String::from_utf8_lossy(&all["figures/figur-1.csv"]).replace('\u{a0}', " ");
    assert!(table.contains("Aktivitet;Mål;Antal insatser;Använda medel (kr);"), "{table}");
    assert!(table.contains("\r\nStöd;Närhet;3;350000;78\r\n"), "{table}");
    // Funds with öre have a comma: J = T / S is one everywhere here.
    let weights = String::from_utf8_lossy(&all["data/weights.csv"]).into_owned();
    assert!(weights.contains(";1\r\n") || weights.contains(";1;"), "{weights}");
    assert!(!weights.contains("1.0"), "{weights}");
    // The page's own data do not change with it.
    let page = String::from_utf8_lossy(&all["rapport.html"]).into_owned();
    assert!(page.contains("data-value=\"350000\""));
}

#[test]
fn a_folder_for_people_is_not_compared_and_says_how() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    written(&out, Some(Language::English));
    let failed = diff(&project("tests/cases/crossing"), &out, None, &|_| {});
    let Err(Failure::Input(messages)) = failed else { panic!("compared") };
    assert!(shown(&messages).contains("--csv programs"), "{}", shown(&messages));
    assert!(fs::read_to_string(out.join("manifest.json")).expect("a manifest").contains("\"csv\": \"excel-sv\""));
}

#[test]
fn no_head_or_word_is_one_for_programs() {
    let folder = tempfile::tempdir().expect("a folder");
    for study in ["input/lagesrapport-2024", "input/overenskommelse-2025", "input/foreningsbidrag-2025"] {
        let out = folder.path().join(study);
        let options = Options {
            out: Some(out.clone()),
            formats: vec![Format::Csv],
            csv: Some(CsvForm::ExcelSwedish),
            ..Options::default()
        };
        run(&project(study), &options, &|_| {}).unwrap_or_else(|failure| panic!("{failure}"));
        for (name, bytes) in files(&out).iter().filter(|(name, _)| name.ends_with(".csv")) {
            if ["data/basis.csv", "data/waiting.csv"].contains(&name.as_str()) {
                continue;
            }
            let text = String::from_utf8_lossy(bytes).into_owned();
            let head = text.lines().next().unwrap_or_default();
            assert!(!head.contains('_'), "{study}, {name}: {head}");
            for word in [";holds;", ";fails;", ";undecided;", ";none;", ";not-coded;", ";final;", ";true", ";false"] {
                assert!(!text.contains(word), "{study}, {name}: {word}");
            }
        }
    }
    // What has no code is told by its reason.
    let codes = fs::read_to_string(folder.path().join("input/lagesrapport-2024/data/codes.csv")).expect("a table");
    assert!(codes.contains(";Effekt;Ingen kod passar;Ingen kod passar;63;"), "{codes}");
}
