//! How far a study has come: by hand-worked studies, without a text of a respondent, and whatever is wrong in the data.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::support::{copy_folder, files, project, rows};

fn status(study: &Path, more: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_insats"));
    program.arg("status").arg(study).args(more).env("LC_ALL", "C").output().expect("the program")
}

/// What programs read of a study.
fn told(study: &Path) -> Value {
    let output = status(study, &["--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn count(number: usize, funds: impl Into<Value>) -> Value {
    json!({ "number": number, "funds": funds.into() })
}

/// The changes of a domain that are not zero.
fn changes(domain: &Value) -> Value {
    let all = domain["changes"].as_object().expect("changes").iter();
    all.filter(|(_, number)| **number != 0).map(|(word, number)| (word.clone(), number.clone())).collect()
}

/// As the README of the case works it out.
#[test]
fn a_new_wave_is_told() {
    let case = project("tests/cases/new-wave");
    let told = told(&case);
    let total = &told["total"];
    assert_eq!(total["expected"], count(4, 5_150_000));
    assert_eq!(total["answered"], 3);
    assert_eq!(total["not_answered"], count(1, 300_000));
    assert_eq!(total["interventions"], count(5, 4_850_000));
    assert_eq!(total["settled"], count(3, 3_650_000));
    let domain = &total["domains"][0];
    assert_eq!(changes(domain), json!({ "moved": 3, "new": 2, "withdrawn": 1 }));
    assert_eq!(domain["states"]["coded"], count(3, 3_650_000));
    assert_eq!(domain["states"]["not-coded"], count(2, 1_200_000));
    assert_eq!(domain["sources"], json!({ "final": 3 }));
    assert_eq!(told["withdrawn"], json!([{ "id": "R-3-1", "domain": "activity", "area": null }]));
    let waiting = |id: &str, funds: i64| json!({ "id": id, "area": "psyk", "domain": "activity", "state": "not-coded", "change": "new", "funds": funds });
    assert_eq!(told["to_code"], json!([waiting("R-4-1", 700_000), waiting("R-2-1", 500_000)]));
    assert_eq!(told["reminders"][0]["recipient"], "Region Halland");
    let text = String::from_utf8(status(&case, &[]).stdout).expect("UTF-8").replace('\u{a0}', " ");
    // 3 650 000 of 5 150 000 kr are 70.87 percent.
    assert!(text.lines().any(|line| line.starts_with("all areas") && line.ends_with("70%")), "{text}");
    assert!(text.contains("Region Halland (psyk, SEK 300,000)"), "{text}");
    assert!(text.contains("Next: code what is listed"), "{text}");
}

/// As the README of the case works it out: four states, two coders beside the final sheet, no lock.
#[test]
fn states_and_coders_are_told() {
    let told = told(&project("tests/cases/states"));
    let total = &told["total"];
    assert_eq!(told["funds"], json!({ "currency": "SEK", "counted": "reported" }));
    assert_eq!(total["settled"], count(1, 100_000));
    let (activity, goal) = (&total["domains"][0], &total["domains"][1]);
    assert_eq!(activity["states"]["coded"], count(1, 100_000));
    assert_eq!(activity["states"]["not-coded"], count(2, 700_000));
    assert_eq!(activity["states"]["unsettled"], count(1, 200_000));
    assert_eq!(activity["coders"], json!({ "Anna": 2, "Bo": 2 }));
    assert_eq!(goal["states"]["none"], count(1, 100_000));
    assert_eq!(goal["states"]["coded"], count(1, 200_000));
    assert_eq!(changes(activity), json!({ "not-locked": 4 }));
}

/// As the README of the case works it out.
#[test]
fn late_answers_and_begun_ones_are_told() {
    let case = project("tests/cases/late-answers");
    let told = told(&case);
    let total = &told["total"];
    assert_eq!(total["expected"], count(5, 1_500_000));
    assert_eq!([&total["answered"], &total["late"], &total["begun"]], [3, 1, 1]);
    assert_eq!(total["not_answered"], count(2, 800_000));
    let late = json!([{ "respondent": "R-2", "recipient": "Region Skåne", "area": "psyk", "answered": "2025-03-15", "due": "2025-03-14" }]);
    assert_eq!(told["late"], late);
    let begun = |at: usize| [&told["reminders"][at]["recipient"], &told["reminders"][at]["begun"]];
    assert_eq!(begun(0), [&json!("Region Dalarna"), &json!(false)]);
    assert_eq!(begun(1), [&json!("Region Halland"), &json!(true)]);
    let text = String::from_utf8(status(&case, &[]).stdout).expect("UTF-8").replace('\u{a0}', " ");
    assert!(text.contains("2 answers are expected, one of them begun: Region Dalarna"), "{text}");
    assert!(text.contains("one answer came late: Region Skåne (psyk, 2025-03-15)"), "{text}");
    let lists = tempfile::tempdir().expect("a folder");
    assert!(status(&case, &["--out", &lists.path().to_string_lossy()]).status.success());
    let late = rows(&lists.path().join("late.csv"));
    assert_eq!(late.iter().map(|row| &row["respondent_id"]).collect::<Vec<_>>(), ["R-2"]);
    let begun: Vec<String> = rows(&lists.path().join("reminders.csv")).iter().map(|row| row["begun"].clone()).collect();
    assert_eq!(begun, ["no", "yes"]);
}

/// As the README of the case says: what `check` has errors for is a number here, and no failure.
#[test]
fn edited_answers_wait() {
    let told = told(&project("tests/cases/error-new-wave"));
    assert_eq!(changes(&told["total"]["domains"][0]), json!({ "unchanged": 1, "edited": 1, "unclear": 2 }));
    let waiting = told["to_code"].as_array().expect("a list").iter();
    let waiting: Vec<_> =
        waiting.map(|own| (own["id"].as_str(), own["change"].as_str(), own["funds"].as_i64())).collect();
    let expected = [("R-20-1", "unclear", 2_000_000), ("R-1-1", "edited", 1_200_000), ("R-20-2", "unclear", 500_000)];
    assert_eq!(waiting, expected.map(|(id, change, funds)| (Some(id), Some(change), Some(funds))));
}

/// The sums of money of one row cannot be read, and a recipient has requisitioned nothing: the rest is told all the same.
#[test]
fn errors_in_the_data_do_not_stop_it() {
    let study = tempfile::tempdir().expect("a folder");
    copy_folder(&project("tests/cases/new-wave"), study.path());
    let path = study.path().join("svar.csv");
    let answers = fs::read_to_string(&path).expect("the export").replace("700000", "sju");
    fs::write(&path, answers + "R-5;Region Dalarna;Annat;1000;;\n").expect("the export");
    let told = told(study.path());
    assert!(told["errors"].as_u64() > Some(0), "{told}");
    assert_eq!(told["funds"]["counted"], "reported");
    assert_eq!(told["total"]["domains"][0]["states"]["coded"], count(3, 3_650_000));
}

#[test]
fn nothing_is_written_but_work_lists_that_were_asked_for() {
    let study = tempfile::tempdir().expect("a folder");
    copy_folder(&project("tests/cases/new-wave"), study.path());
    let before = files(study.path());
    assert!(status(study.path(), &[]).status.success());
    assert!(files(study.path()) == before, "something was written");
    let lists = study.path().join("listor");
    let out = lists.to_string_lossy().into_owned();
    assert!(status(study.path(), &["--out", &out]).status.success());
    let to_code = rows(&lists.join("to-code.csv"));
    assert_eq!(to_code.iter().map(|row| &row["intervention_id"]).collect::<Vec<_>>(), ["R-4-1", "R-2-1"]);
    assert_eq!(to_code[0]["weighted_kr"], "700000");
    let reminders = rows(&lists.join("reminders.csv"));
    assert_eq!(reminders.iter().map(|row| &row["recipient_code"]).collect::<Vec<_>>(), ["13"]);
    // Whoever may have written into a list keeps it.
    assert_eq!(status(study.path(), &["--out", &out]).status.code(), Some(2));
    assert!(status(study.path(), &["--out", &out, "--force"]).status.success());
    assert!(lists.join("to-code.csv.bak").exists());
}

/// Every text of the answers, the ids and the codes aside, is marked: who reads at a terminal sees what waits, and nobody else.
#[test]
fn texts_of_respondents_are_shown_to_a_person_only() {
    const MARK: &str = "MARKE-hemligt";
    let study = tempfile::tempdir().expect("a folder");
    copy_folder(&project("tests/cases/error-new-wave"), study.path());
    let path = study.path().join("svar.csv");
    let mut answers = fs::read_to_string(&path).expect("the export");
    for text in ["Ny mottagning för unga", "Handledning", "Utbildning"] {
        answers = answers.replace(text, &format!("{text} {MARK}"));
    }
    fs::write(&path, answers).expect("the export");
    let lists = study.path().join("listor");
    let lists_to = lists.to_string_lossy().into_owned();
    let shown = [
        &["--format", "json", "--show-texts"][..],
        &["--out", &lists_to],
        &["--out", &lists_to, "--force", "--show-texts"],
    ];
    let shown = shown.map(|more| {
        let output = status(study.path(), more);
        assert!(output.status.success() && output.stderr.is_empty());
        String::from_utf8(output.stdout).expect("UTF-8").matches(MARK).count()
    });
    // Two answers were edited; those that were unclear read as nothing that was coded any more.
    assert_eq!(shown, [0, 0, 2]);
    let written = files(&lists);
    assert_eq!(written.len(), 4);
    assert!(written.values().all(|bytes| !String::from_utf8_lossy(bytes).contains(MARK)));
}
