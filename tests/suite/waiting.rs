//! What waits for somebody, as `status`, `agreement`, `accept` and `check` say it.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::accept::{accept, copy, first_wave, said, saved, told};
use crate::support::rows;

fn change(study: &Path, file: &str, changes: &[(&str, &str)]) {
    let mut text = fs::read_to_string(study.join(file)).expect("a file");
    for (from, to) in changes {
        assert!(text.contains(from), "{from} in {text}");
        text = text.replacen(from, to, 1);
    }
    fs::write(study.join(file), text).expect("to write");
}

fn status(study: &Path) -> Value {
    serde_json::from_str(&told(study, &["status", "--format", "json"])).expect("JSON")
}

/// R-1-1, 1 200 000 kr, had a theme, and reads otherwise now: it waits in both domains, and in no state of the optional one.
#[test]
fn themes_that_wait_have_their_number() {
    let (_place, study) = first_wave(|first| first);
    let book = fs::read_to_string(study.join("codebook.json")).expect("a codebook");
    let mut book: Value = serde_json::from_str(&book).expect("JSON");
    let mut theme = book["domains"][0].clone();
    theme["id"] = "theme".into();
    theme["optional"] = true.into();
    theme["texts"] = serde_json::json!(["activity"]);
    book["domains"].as_array_mut().expect("domains").push(theme);
    fs::write(study.join("codebook.json"), book.to_string()).expect("to write");
    change(&study, "study.toml", &[("{ activity = \"Aktivitet\" }", "{ activity = \"Aktivitet\", theme = \"Tema\" }")]);
    let codes = fs::read_to_string(study.join("koder.csv")).expect("codes");
    let row = |line: &str| match line {
        "Insats;Aktivitet" => "Insats;Aktivitet;Tema\n".to_owned(),
        "R-1-1;G1" => "R-1-1;G1;G1\n".to_owned(),
        other => format!("{other};\n"),
    };
    fs::write(study.join("koder.csv"), codes.lines().map(row).collect::<String>()).expect("to write");
    fs::remove_file(study.join("koder.csv.lock")).expect("a lock");
    assert!(told(&study, &["lock"]).contains("locked"));
    change(&study, "svar.csv", &[("Ny mottagning", "Ny mottagning för barn")]);
    let told = status(&study);
    let domains = told["total"]["domains"].as_array().expect("domains");
    for domain in domains {
        assert_eq!(domain["waiting"]["number"], 1, "{domain}");
        assert_eq!(domain["waiting"]["funds"], domains[0]["waiting"]["funds"], "{domain}");
    }
    assert_eq!(domains[1]["domain"], "theme");
    let waiting: Vec<_> = told["to_code"].as_array().expect("a list").iter().collect();
    assert_eq!((waiting.len(), &waiting[1]["domain"], &waiting[1]["state"]), (2, &"theme".into(), &Value::Null));
}

/// Errors of codings are told apart from those of the data.
#[test]
fn errors_of_codings_are_counted() {
    let (_place, study) = copy("error-new-wave");
    let all = status(&study);
    let found = told(&study, &["check", "--format", "json"]);
    let check: Value = serde_json::from_str(&found).expect("JSON");
    assert_eq!((&all["errors"], &all["coding_errors"]), (&check["errors"], &check["errors"]));
    assert!(all["errors"].as_u64() > Some(0), "{all}");
    change(&study, "medel.csv", &[("Region Uppsala", "Region Uppsalla")]);
    let more = status(&study);
    assert!(more["errors"].as_u64() > more["coding_errors"].as_u64(), "{more}");
}

/// Anna and Bo coded activity and goal of. A-4 has A-1's activity now: nobody ever coded its goal, nor A-1's new activity.
#[test]
fn what_nobody_coded_is_no_difference() {
    let (_place, study) = copy("states");
    let domains = ("domains = { activity = \"Aktivitet\" }", "domains = { activity = \"Aktivitet\", goal = \"Mål\" }");
    change(&study, "study.toml", &[domains, domains]);
    fs::write(study.join("anna.csv"), "Insats;Aktivitet;Mål\nA-1;G1;R1\nA-2;G1;R1\n").expect("to write");
    fs::write(study.join("bo.csv"), "Insats;Aktivitet;Mål\nA-1;G1;R1\nA-2;G2;R1\n").expect("to write");
    assert!(told(&study, &["lock"]).contains("locked"));
    change(
        &study,
        "svar.csv",
        &[("Samtal med unga", "@"), ("En mässa för alla", "Samtal med unga"), ("@", "En mässa för alla")],
    );
    let out = study.join("../overens").display().to_string();
    told(&study, &["agreement", "--out", &out]);
    let rows = rows(&Path::new(&out).join("adjudication.csv"));
    let unsettled: Vec<_> = rows.iter().map(|row| (row["Insats"].as_str(), row["unsettled"].as_str())).collect();
    assert_eq!(unsettled, [("A-1", ""), ("A-2", "activity"), ("A-4", "")]);
}

/// Two coders agreed on G1 for A-1, which reads otherwise now; there is no final sheet.
#[test]
fn what_coders_agreed_on_can_be_kept() {
    let (_place, study) = copy("states");
    let declared = fs::read_to_string(study.join("study.toml")).expect("a study");
    let (before, rest) = declared.split_once("[[coding]]\nrole = \"final\"").expect("a final sheet");
    let after = rest.split_once("[[coding]]").expect("a coder's").1;
    fs::write(study.join("study.toml"), format!("{before}[[coding]]{after}")).expect("to write");
    assert!(told(&study, &["lock"]).contains("locked"));
    change(&study, "svar.csv", &[("Samtal med unga", "Samtal med unga vuxna")]);
    let decide = |typed: &str| {
        said(&accept(&study, &["--who", "Cia", "--why", "Läst", "--unit", "A-1", "--domain", "activity"], typed))
    };
    let shown = decide("k\n");
    assert!(shown.contains("Anna: G1") && shown.contains("Bo: G1"), "{shown}");
    assert!(shown.contains("read then") || shown.contains("Samtal med unga"), "{shown}");
    assert_eq!(saved(&shown).len(), 1, "{shown}");
    // What they differ on has nothing to keep.
    change(&study, "svar.csv", &[("Kurs i att stötta", "Kurs i att stötta andra")]);
    let shown =
        said(&accept(&study, &["--who", "Cia", "--why", "Läst", "--unit", "A-2", "--domain", "activity"], "k\n"));
    assert!(shown.contains("Anna: G1") && shown.contains("Bo: G2") && saved(&shown).is_empty(), "{shown}");
}

/// R-3 has taken its answer back: that its answer was held back is no mistake. An id that nobody ever had is.
#[test]
fn a_withdrawn_answer_may_have_been_held_back() {
    let (_place, study) = copy("new-wave");
    let declared = fs::read_to_string(study.join("study.toml")).expect("a study");
    fs::write(study.join("study.toml"), format!("{declared}\n[held_back]\nfile = \"held-back.csv\"\n"))
        .expect("to write");
    let list = |rows: &str| {
        fs::write(study.join("held-back.csv"), format!("intervention_id,domain,group\n{rows}")).expect("to write");
        told(&study, &["check"])
    };
    let check = list("R-3-1,activity,test\nR-1-1,activity,test\n");
    assert!(check.contains("notice: held-back.csv\n    found     an answer that is held back is gone since it was coded: \"R-3-1\" (activity)"), "{check}");
    assert!(check.contains("0 errors"), "{check}");
    let check = list("R-7-1,activity,test\n");
    assert!(check.contains("there is no intervention \"R-7-1\""), "{check}");
}

/// What is held back follows its text: R-1 answers again under another id.
#[test]
fn what_is_held_back_follows_its_text() {
    let (_place, study) = first_wave(|first| first.replace("R-1;", "R-9;"));
    let declared = fs::read_to_string(study.join("study.toml")).expect("a study");
    fs::write(study.join("study.toml"), format!("{declared}\n[held_back]\nfile = \"held-back.csv\"\n"))
        .expect("to write");
    fs::write(study.join("held-back.csv"), "intervention_id,domain,group\nR-1-1,activity,test\n").expect("to write");
    let check = told(&study, &["check"]);
    assert!(check.contains("0 errors") && !check.contains("held-back.csv"), "{check}");
}

/// R-2 answered on 15 March, a day late: 45731 as Excel counts.
#[test]
fn days_may_have_words_and_no_serial_numbers() {
    let (_place, study) = copy("late-answers");
    let text = fs::read_to_string(study.join("study.toml")).expect("a study");
    let book = crate::support::project("codebook/psykisk-halsa.json").display().to_string();
    let text = text.replace("../../../codebook/psykisk-halsa.json", &book);
    fs::write(study.join("study.toml"), text).expect("to write");
    change(&study, "svar.csv", &[("3/14/2025 23:58", "14 mars 2025 23:58"), ("3/15/2025 08:05", "15-Mar-2025 08:05")]);
    assert_eq!(status(&study)["total"]["late"], 1);
    change(&study, "svar.csv", &[("15-Mar-2025 08:05", "45731,337")]);
    let check = told(&study, &["check"]);
    assert!(
        check.contains("\"45731,337\" is a number, not a day; as Excel counts days it would be 2025-03-15"),
        "{check}"
    );
}

/// A code that a spreadsheet takes for a formula is refused where it stands.
#[test]
fn no_code_is_a_formula() {
    let (_place, study) = copy("new-wave");
    let book = fs::read_to_string(study.join("codebook.json")).expect("a codebook");
    for code in ["=SUM", "+1", "-", "@x", "＝1"] {
        fs::write(study.join("codebook.json"), book.replace("\"G3\"", &format!("\"{code}\""))).expect("to write");
        let check = told(&study, &["check"]);
        let line = 1 + book.lines().position(|line| line.contains("\"G3\"")).expect("a line");
        let expected = format!(
            "codebook.json, line {line}\n    found     \"{code}\" cannot be a code: a spreadsheet takes what begins so for a formula"
        );
        assert!(check.contains(&expected), "{check}");
    }
}

/// What an editor puts before a lock is no part of it.
#[test]
fn a_lock_may_begin_with_a_mark() {
    let (_place, study) = first_wave(|first| first);
    let before = told(&study, &["check"]);
    change(&study, "koder.csv.lock", &[("insats lock 1", "\u{feff}insats lock 1")]);
    assert_eq!(told(&study, &["check"]), before);
}
