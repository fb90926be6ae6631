//! Miniature studies: every folder of `tests/cases` is a study that an evaluator could open.
//!
//! A case holds `study.toml`, its files, a `README.md` that says what it shows and works its numbers out by hand, and what
//! to expect: either `expected/<name>.csv`, each equal to `data/<name>.csv` (or `tables/<name>.csv`) of a run, or `expected/messages.txt`, the
//! messages that stop the run (or, beside data, its notices).

use std::fs;
use std::path::Path;

use insats::run::Failure;

use crate::support::{UNDRAWN, project, run_into, shown};

#[test]
fn every_case_gives_what_it_expects() {
    let mut failures = Vec::new();
    let mut cases: Vec<_> =
        fs::read_dir(project("tests/cases")).expect("the cases").flatten().map(|e| e.path()).collect();
    cases.retain(|path| path.join("study.toml").is_file());
    cases.sort();
    assert!(cases.len() >= 20, "only {} cases were found", cases.len());
    for case in cases {
        let name = case.file_name().expect("a name").to_string_lossy().into_owned();
        for problem in check(&case) {
            failures.push(format!("--- {name}: {problem}"));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

fn check(case: &Path) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("out");
    let expected_messages = fs::read_to_string(case.join("expected/messages.txt")).ok();
    if !case.join("README.md").is_file() {
        return vec!["README.md is missing".to_owned()];
    }
    match run_into(case, &out, &UNDRAWN) {
        Ok(summary) => {
            let notices: String = summary.notices.iter().map(|n| format!("{n}\n")).collect();
            let mut problems = compare_data(case, &out);
            problems.extend(differs("messages.txt", &notices, &expected_messages.unwrap_or_default()));
            // Notices stand in the report, which is in Swedish by default.
            let untranslated = summary.notices.iter().filter(|notice| notice.swedish.is_none());
            problems.extend(untranslated.map(|notice| format!("not told in Swedish: {}", notice.found)));
            problems
        }
        Err(Failure::Input(messages)) => {
            let mut problems: Vec<String> =
                differs("messages.txt", &shown(&messages), &expected_messages.unwrap_or_default())
                    .into_iter()
                    .collect();
            if out.exists() {
                problems.push("something was written".to_owned());
            }
            problems
        }
        Err(other) => vec![format!("{other:?}")],
    }
}

fn compare_data(case: &Path, out: &Path) -> Vec<String> {
    let mut problems = Vec::new();
    let mut compared = 0;
    for entry in fs::read_dir(case.join("expected")).expect("expected files").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".csv") {
            continue;
        }
        compared += 1;
        let expected = fs::read_to_string(entry.path()).expect("an expected file");
        let folder = ["data", "tables"].into_iter().find(|folder| out.join(folder).join(&name).is_file());
        let found =
            fs::read_to_string(out.join(folder.unwrap_or("data")).join(&name)).unwrap_or_else(|e| e.to_string());
        problems.extend(differs(&name, &found, &expected));
    }
    if compared == 0 {
        problems.push("there are no expected data".to_owned());
    }
    problems
}

fn differs(name: &str, found: &str, expected: &str) -> Option<String> {
    let (found, expected) = (found.trim_end(), expected.trim_end());
    (found != expected).then(|| format!("{name} differs\nexpected\n{expected}\nfound\n{found}"))
}
