//! Files of decisions that others touch while somebody codes: nothing that was told as saved is lost without a word, and nothing
//! that was told as not saved counts.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::review::fresh;
use crate::served::{Served, program};

const TEXTS: [&str; 4] = ["Kurs ett om hälsa", "Möte två med föräldrar", "Läger tre i skogen", "Teater fyra för alla"];

fn file(study: &Path, name: &str) -> String {
    fs::read_to_string(study.join("decisions").join(name)).expect("a file")
}

fn told(served: &Served) -> String {
    let told = served.json("/api/changes")["told"].clone();
    told.as_array().expect("texts").iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
}

fn assign(study: &Path, assign: &Value) {
    let line = json!({ "who": "Lead", "when": "2026-03-01T08:00:00Z", "why": "w", "assign": assign, "plain": [] });
    let text = format!("{}\n{line}\n", json!({ "insats decisions": 1 }));
    fs::create_dir_all(study.join("decisions")).expect("a folder");
    fs::write(study.join("decisions/assignments.jsonl"), text).expect("a file");
}

#[test]
fn own_lines_that_are_gone_are_written_again_and_that_is_told() {
    let (_place, study) = fresh(&TEXTS, Value::Null);
    let own = study.join("decisions/anna.jsonl");
    let served = Served::open(&study, "Anna");
    assert_eq!(served.code("R-1-1", "activity", &["G1"]).status, 200);
    let old = file(&study, "anna.jsonl");
    assert_eq!(served.code("R-2-1", "activity", &["G2"]).status, 200);
    let whole = file(&study, "anna.jsonl");
    assert_eq!(told(&served), "");
    // A program that synchronises puts an earlier one in its place.
    fs::write(study.join("earlier"), old).expect("a file");
    fs::rename(study.join("earlier"), &own).expect("its place");
    let said = told(&served);
    assert!(said.contains("decisions/anna.jsonl") && said.contains("written again"), "{said}");
    assert_eq!(file(&study, "anna.jsonl"), whole);
    // Or it goes away, and somebody codes before the page asks.
    fs::remove_file(&own).expect("no file");
    assert_eq!(served.code("R-3-1", "activity", &["G3"]).status, 200);
    let after = file(&study, "anna.jsonl");
    assert!(after.starts_with(&whole) && after.lines().count() == 4, "{after}");
    // Or another takes its place that is as long.
    let other = after.replace("[\"G3\"]", "[\"G1\"]");
    fs::write(study.join("earlier"), &other).expect("a file");
    fs::rename(study.join("earlier"), &own).expect("its place");
    told(&served);
    assert!(file(&study, "anna.jsonl").contains("[\"G3\"]"));
    drop(served);
    // Both lines of R-3-1 stand, neither after the other: the coder says which it is.
    assert_eq!(Served::open(&study, "Anna").json("/api/next")["done"], json!(2));
}

#[test]
fn what_is_wrong_with_the_files_of_others_is_told_and_coding_goes_on() {
    let (_place, study) = fresh(&TEXTS, Value::Null);
    let (anna, bo) = (Served::open(&study, "Anna"), Served::open(&study, "Bo"));
    assert_eq!(bo.code("R-1-1", "activity", &["G1"]).status, 200);
    assert_eq!(told(&anna), "");
    let sound = file(&study, "bo.jsonl");
    fs::write(study.join("decisions/bo.jsonl"), format!("{sound}<<<<<<< HEAD\n")).expect("a file");
    let said = told(&anna);
    assert!(said.contains("decisions/bo.jsonl") && said.contains("line 3"), "{said}");
    assert_eq!(anna.code("R-2-1", "activity", &["G2"]).status, 200);
    fs::remove_file(study.join("decisions/bo.jsonl")).expect("no file");
    let said = told(&anna);
    assert!(said.contains("decisions/bo.jsonl") && said.contains("is gone"), "{said}");
    assert_eq!(anna.json("/api/next")["done"], json!(2));
    fs::write(study.join("decisions/bo.jsonl"), sound).expect("a file");
    assert_eq!(told(&anna), "");
}

#[test]
fn what_was_assigned_to_others_meanwhile_is_refused() {
    let (_place, study) = fresh(&TEXTS, Value::Null);
    let served = Served::open(&study, "Anna");
    let coding = served.coding("R-1-1", "activity", &["G1"]);
    assign(&study, &json!({ "Bo": ["R-1-1"], "Anna": ["R-2-1"] }));
    assert_eq!(served.post("/api/code", &json!({ "codings": [coding] })).status, 400);
    assert!(!study.join("decisions/anna.jsonl").exists());
}

#[test]
fn the_same_coding_twice_is_refused_whole() {
    let (_place, study) = fresh(&TEXTS, Value::Null);
    let served = Served::open(&study, "Anna");
    let [one, other] = ["G1", "G2"].map(|code| served.coding("R-1-1", "activity", &[code]));
    let answered = served.post("/api/code", &json!({ "codings": [one, other] }));
    assert!(answered.status == 400 && answered.body.contains("R-1-1"), "{}", answered.body);
    assert!(!study.join("decisions/anna.jsonl").exists());
}

/// The machine takes but a part of what a request sends: 4 codings with 3 000 letters each where a file may have 8 or 16 times 512.
#[cfg(unix)]
#[test]
fn nothing_of_a_request_counts_that_the_disk_did_not_take_whole() {
    let (_place, study) = fresh(&TEXTS, Value::Null);
    let of = program(&study, "Anna");
    let mut limited = Command::new("sh");
    limited.args(["-c", "ulimit -f 8; trap '' XFSZ; exec \"$0\" \"$@\""]).arg(of.get_program()).args(of.get_args());
    limited
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let served = Served::open_as(limited);
    assert_eq!(served.code("R-1-1", "activity", &["G1"]).status, 200);
    let before = file(&study, "anna.jsonl");
    let codings: Vec<Value> = (1..=4)
        .map(|number| {
            let mut coding = served.coding(&format!("R-{number}-1"), "activity", &["G2"]);
            coding["memo"] = json!("m".repeat(3000));
            coding
        })
        .collect();
    let answered = served.post("/api/code", &json!({ "codings": codings }));
    assert_eq!((answered.status, file(&study, "anna.jsonl")), (500, before), "{}", answered.body);
    assert_eq!(served.json("/api/next")["done"], json!(1));
    assert_eq!(served.code("R-2-1", "activity", &["G3"]).status, 200);
    drop(served);
    assert_eq!(Served::open(&study, "Anna").json("/api/next")["done"], json!(2));
}

#[test]
fn undo_goes_by_the_file_and_not_by_the_clock() {
    let (_place, study) = fresh(&TEXTS, Value::Null);
    let served = Served::open(&study, "Anna");
    assert_eq!(served.code("R-1-1", "activity", &["G1"]).status, 200);
    drop(served);
    let line = file(&study, "anna.jsonl");
    let at = line.find("\"when\":\"").expect("a time") + 8;
    // As a machine wrote it whose clock was a century ahead.
    let ahead = format!("{}21{}", &line[..at], &line[at + 2..]);
    fs::write(study.join("decisions/anna.jsonl"), ahead).expect("a file");
    let served = Served::open(&study, "Anna");
    assert_eq!(served.code("R-2-1", "activity", &["G2"]).status, 200);
    drop(served);
    let served = Served::open(&study, "Anna");
    assert_eq!(served.post("/api/undo", &json!({})).json()["unit"], json!("R-2-1"));
    assert_eq!(served.post("/api/undo", &json!({})).json()["unit"], json!("R-1-1"));
}

#[test]
fn a_coder_is_spelt_as_answers_were_divided() {
    let (_place, study) = fresh(&TEXTS, Value::Null);
    let served = Served::open(&study, "anna");
    assert_eq!(served.code("R-1-1", "activity", &["G1"]).status, 200);
    drop(served);
    assign(&study, &json!({ "Anna": ["R-2-1"], "Bo": ["R-3-1"] }));
    assert_eq!(Served::open(&study, "anna").json("/api/study")["coder"], json!("Anna"));
}

#[test]
fn a_study_with_nothing_to_code_is_refused_with_the_reason() {
    let (_place, study) = fresh(&TEXTS, Value::Null);
    let answers = fs::read_to_string(study.join("svar.csv")).expect("answers");
    fs::write(study.join("svar.csv"), answers.lines().next().expect("names")).expect("names alone");
    let ended = program(&study, "Anna").output().expect("an end");
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(ended.status.code() == Some(1) && said.contains("nothing to code"), "{said}");
}

#[test]
fn a_file_that_was_only_touched_stops_nobody_and_what_a_report_says_neither() {
    let (_place, study) = fresh(&TEXTS, Value::Null);
    let served = Served::open(&study, "Anna");
    let path = study.join("svar.csv");
    let answers = fs::read_to_string(&path).expect("answers");
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(10);
    let touch = |path: &Path| {
        let opened = fs::File::options().append(true).open(path).expect("a file");
        opened.set_modified(later).expect("another time");
    };
    touch(&path);
    fs::write(study.join("report.toml"), "# edited\n").expect("a report");
    assert_eq!(served.code("R-1-1", "activity", &["G1"]).status, 200);
    // As long, and another.
    fs::write(&path, answers.replace("Kurs", "Mars")).expect("answers");
    touch(&path);
    let refused = served.code("R-2-1", "activity", &["G1"]);
    assert!(refused.status == 409 && refused.body.contains("svar.csv"), "{}", refused.body);
}

#[test]
fn nobody_is_called_as_what_a_file_of_the_program_is_and_the_option_is_named() {
    let (_place, study) = fresh(&TEXTS, Value::Null);
    for (name, says) in [("Assignments", "assignments.jsonl"), ("CON", "--coder"), ("", "--coder"), ("!", "--coder")] {
        let ended = program(&study, name).output().expect("an end");
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(ended.status.code() == Some(1), "{name}: {said}");
        assert!(said.contains(says) && said.contains("after --coder") && !said.contains("--who"), "{name}: {said}");
    }
}
