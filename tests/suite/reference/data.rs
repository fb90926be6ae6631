//! `docs/reference/data.md`: every data file has the columns that the page lists, in their order.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use regex::Regex;

use crate::support::project;

/// Files whose columns a study names itself.
const NAMED_BY_STUDIES: [&str; 3] = ["allocation-<id>", "disagreements", "adjudication"];

/// The columns of every file on the page; what stands in brackets is about a column.
fn listed() -> BTreeMap<String, Vec<String>> {
    let page = fs::read_to_string(project("docs/reference/data.md")).expect("the page");
    let (code, aside) = (Regex::new("`([^`]+)`").expect("a pattern"), Regex::new(r"\([^)]*\)").expect("a pattern"));
    let words = |text: &str| code.captures_iter(text).map(|found| found[1].to_owned()).collect::<Vec<_>>();
    let mut all = BTreeMap::new();
    for row in page.lines().filter_map(|line| line.strip_prefix("| `")) {
        let (files, columns) = row.split_once(" | ").expect("two cells");
        // What follows a semicolon is said of some studies only.
        let columns = words(&aside.replace_all(columns.split(';').next().expect("a part"), ""));
        words(&format!("`{files}")).into_iter().for_each(|file| drop(all.insert(file, columns.clone())));
    }
    all
}

/// The columns of every data file that commands write, by the file's name.
fn written(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let runs = [
        ("run", "readme-grant"),
        ("run", "grant-years"),
        ("run", "explain"),
        ("run", "earlier-year"),
        ("allocate", "readme-grant"),
        ("agreement", "codes-best"),
        ("code", "codes-best"),
        ("status", "late-answers"),
        ("evaluate", "codes-best"),
        ("diff", "since"),
    ];
    let mut all = BTreeMap::new();
    for (number, (command, case)) in runs.into_iter().enumerate() {
        let out = folder.join(number.to_string());
        let study = project("tests/cases").join(case);
        let mut insats = Command::new(env!("CARGO_BIN_EXE_insats"));
        insats.arg(command).arg(&study);
        match command {
            "diff" => insats.arg("--since").arg(study.join("before")),
            "evaluate" => insats.arg("--details"),
            _ => &mut insats,
        };
        let output = insats.arg("--out").arg(&out).output().expect("the program");
        assert!(output.status.success(), "{command} {case}: {}", String::from_utf8_lossy(&output.stderr));
        for (name, bytes) in crate::support::files(&out) {
            let inside = name.strip_prefix("data/").unwrap_or(&name);
            let Some(file) = inside.strip_suffix(".csv").filter(|file| !file.contains('/')) else { continue };
            let text = String::from_utf8(bytes).expect("UTF-8");
            let head = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
            all.insert(file.to_owned(), head.split(',').map(str::to_owned).collect());
        }
    }
    all
}

#[test]
fn data_files_have_the_columns_that_their_page_lists() {
    let folder = tempfile::tempdir().expect("a folder");
    let (listed, mut written) = (listed(), written(folder.path()));
    written.retain(|file, _| !NAMED_BY_STUDIES.contains(&file.as_str()) && !file.starts_with("allocation-"));
    for (file, columns) in &written {
        assert_eq!(listed.get(file), Some(columns), "{file}: on the page (left), written");
    }
    let known: BTreeSet<&str> = listed.keys().map(String::as_str).collect();
    let met: BTreeSet<&str> = written.keys().map(String::as_str).chain(NAMED_BY_STUDIES).collect();
    // Claims need a study whose claims can be decided, which is held in `claims`.
    let unmet: Vec<_> = known.difference(&met).filter(|file| **file != "claims").collect();
    assert!(unmet.is_empty(), "on the page, and not written: {unmet:?}");
}
