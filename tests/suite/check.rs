//! `insats check`: all problems at once, folded, for people and for programs; nothing is written.

use std::process::{Command, Output};

use serde_json::Value;

use crate::support::{copy_folder, files, project};

fn check(study: &std::path::Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_insats")).arg("check").arg(study).args(arguments).output().expect("the program")
}

/// A case with its codebook, in a folder of its own.
fn copied(case: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    copy_folder(&project("tests/cases"), &folder.path().join("cases"));
    let study = folder.path().join("cases").join(case);
    (folder, study)
}

#[test]
fn problems_are_folded_and_nothing_is_written() {
    let (folder, study) = copied("error-amounts");
    let before = files(folder.path());
    let output = check(&study, &[]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    // Three amounts cannot be read for one reason, in one sheet: one is shown whole, two in a line.
    assert_eq!(text.matches("expected  one amount").count(), 1, "{text}");
    assert!(text.contains("also      cell H3:") && text.contains("also      cell H4:"), "{text}");
    assert!(text.contains("8 errors, 0 warnings"), "{text}");
    assert!(!text.contains('\u{1b}'), "colours belong on a terminal");
    assert_eq!(files(folder.path()), before);
}

#[test]
fn programs_get_the_same_as_json() {
    let (_folder, study) = copied("error-amounts");
    let output = check(&study, &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&found["errors"], &found["read"]["surveys"]), (&Value::from(8), &Value::from(1)));
    let groups = found["groups"].as_array().expect("groups");
    let counts: Vec<_> = groups.iter().map(|g| g["count"].as_u64().unwrap_or(0)).collect();
    // The last says that the coding sheet has no lock.
    assert_eq!(counts, [3, 1, 1, 1, 1, 1, 1]);
    let first = &groups[0]["messages"][0];
    assert_eq!((&first["file"], &first["cell"]), (&Value::from("enkat.xlsx"), &Value::from("H2")));
}

#[test]
fn what_was_read_of_a_study_of_accounts_is_told() {
    let output = check(&project("input/prehospital-2021"), &[]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    // 19 regions returned their accounts; the population has 21 rows, the interviews 15.
    assert!(text.ends_with("Read: 3 accounts, 55 returns. Nothing was written.\n"), "{text}");
}

#[test]
fn a_sound_study_is_exit_code_0() {
    let (_folder, study) = copied("layout-marked");
    let output = check(&study, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    let quiet = check(&study, &["--quiet"]);
    assert!(quiet.stdout.is_empty(), "{}", String::from_utf8_lossy(&quiet.stdout));
}
