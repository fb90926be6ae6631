//! Rows of interventions: a file of them alone, or beside that of the respondents. What holds of interventions in blocks holds
//! of them, too; their order in the file is of no concern; and `init` tells both shapes.

use std::fs;

use insats::run::{check, init};
use insats::wording::Language;

use crate::drafted::{folder_with, said};
use crate::support::{UNDRAWN, project, rows, run_into, write_study};

const STUDY: &str = r#"title = "Rader"
year = 2025
codebook = "psykisk-halsa.json"

[complete]
requires = ["activity", "funds"]
placeholders = ["-"]

[[requisitions]]
file = "medel.csv"
level = "region"
name = "Region"
areas = { Belopp = "vard" }

[[survey]]
area = "vard"
level = "region"
file = "insatser.csv"
rows = "interventions"
respondent = { name = "Region" }

[survey.intervention]
id = "Insats-nr"
title = "Insats"
activity = "Vad gjordes?"
funds = "Kronor"

[survey.question.fortsatter]
choice = "Fortsätter arbetet?"
answers = ["Ja", "Nej"]
"#;

const ROWS: [&str; 6] = [
    "Insats-nr;Region;Insats;Vad gjordes?;Kronor;Fortsätter arbetet?;Status",
    "I-1;Region Uppsala;Kurs;Utbildning för personal;450 000;Ja;",
    "I-2;Region Skåne;Nätverk;Nätverk för chefer;300 000;Nej;",
    "I-3;Region Uppsala;Mottagning;Ny mottagning för unga;1 200 000;;",
    "I-4;VGR;Kartläggning;Kartläggning av behov;2 500 000;Ja;",
    "I-5;Region Skåne;Träffar;Träffar för anhöriga;200 000;Nej;",
];

const FUNDS: &str = "Region;Belopp\nRegion Uppsala;1650000\nRegion Skåne;500000\nVGR;2500000\n";

fn study_of(lines: &[String], declared: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let text = lines.join("\n") + "\n";
    let files =
        [("study.toml", declared), ("insatser.csv", &text), ("medel.csv", FUNDS), ("report.toml", "source = \"x\"\n")];
    let files = files.iter().map(|(name, text)| (*name, text.as_bytes()));
    write_study(folder.path(), ("codebook/psykisk-halsa.json", "psykisk-halsa.json"), files);
    folder
}

fn lines() -> Vec<String> {
    ROWS.iter().map(|line| (*line).to_owned()).collect()
}

/// Everything that is told of a study with these lines.
fn told(lines: &[String], declared: &str) -> Vec<String> {
    let checked = check(study_of(lines, declared).path(), &|_| {});
    let line = |m: &insats::diagnostic::Diagnostic| {
        format!("{}: {}: {}", m.severity.word(), m.place, m.told(Language::English)[0])
    };
    checked.messages.sorted().into_iter().map(line).collect()
}

#[test]
fn what_is_told_of_interventions_is_told_of_rows() {
    assert_eq!(told(&lines(), STUDY).iter().filter(|line| line.contains("insatser.csv")).count(), 0);
    for (line, wanted) in [
        (
            "I-6;VGR;Kartläggning;Kartläggning av behov;2 500 000;Ja;",
            "repeat another of the same respondent word for word: 1",
        ),
        ("I-6;VGR;Kurs;Redovisas under insats 1;10 000;Ja;", "whose text says that they do not"),
        ("I-6;VGR;Kurs;Totalt för regionen;10 000;Ja;", "look like totals: 1 with 10,000 kr"),
        (
            "I-6;VGR;Kurs;Utbildning;10 000;Ja;Påbörjad",
            "status says that they were not sent in or do not count: 1 with 10,000 kr (\"I-6\")",
        ),
        ("I-6;VGR;Kurs;Utbildning;ca 10 000;Ja;", "cannot be read as the used funds of I-6"),
        ("I-4;VGR;Kurs;Utbildning;10 000;Ja;", "the intervention \"I-4\" stands twice"),
        (";Summa;;;4 650 000;;", "look like totals"),
        ("Insats-nr;Region;Insats;Vad gjordes?;Kronor;Fortsätter arbetet?;Status", "the header stands again"),
        ("I-6;VGR;Kurs;Utbildning;10 000;Nej;", "in two ways"),
        ("I-6;VRG;Kurs;Utbildning;10 000;Ja;", "the nearest is"),
        ("I-6;Region Halland;Test;test;10 000;;", "look like tests: 1"),
        (";VGR;-;-;0;;", "only dashes or noughts"),
    ] {
        let told = told(&[lines(), vec![line.to_owned()]].concat(), STUDY);
        let found = told.iter().any(|message| message.contains(wanted) && message.contains("insatser.csv"));
        assert!(found, "{line}\nwanted {wanted}\ntold {told:#?}");
    }
}

/// With ids of their own, rows may be sorted as one likes; without, it is told that they may not.
#[test]
fn the_order_of_rows_with_ids_is_of_no_concern() {
    let output = |lines: &[String], declared: &str| {
        let (study, out) = (study_of(lines, declared), tempfile::tempdir().expect("a folder"));
        let out = out.path().join("out");
        run_into(study.path(), &out, &UNDRAWN).expect("a run");
        ["interventions", "weights", "answers"].map(|name| rows(&out.join(format!("data/{name}.csv"))))
    };
    let mut sorted = lines();
    sorted[1..].reverse();
    assert_eq!(output(&lines(), STUDY), output(&sorted, STUDY));
    let counted = STUDY.replace("id = \"Insats-nr\"\n", "");
    assert!(told(&lines(), &counted).iter().any(|line| line.contains("counted by respondent, as 03-1")));
    let [first, ..] = output(&lines(), &counted);
    let ids: Vec<&str> = first.iter().map(|row| row["intervention_id"].as_str()).collect();
    assert_eq!(ids, ["03-1", "03-2", "12-1", "12-2", "14-1"]);
}

/// What is drafted of a case's files, and what it is unsure of.
fn drafted(case: &str, files: &[&str], edits: &[(&str, &str)]) -> (String, Vec<String>) {
    let text = |file: &&str| {
        let text = fs::read_to_string(project(&format!("tests/cases/{case}/{file}"))).expect("a file");
        edits.iter().fold(text, |text, (from, to)| text.replace(from, to))
    };
    let texts: Vec<String> = files.iter().map(text).collect();
    let files: Vec<(&str, &str)> = files.iter().copied().zip(texts.iter().map(String::as_str)).collect();
    let (_folder, study) = folder_with(&files);
    let done = init(&study, None, false, insats::wording::Language::Swedish).expect("a draft");
    (fs::read_to_string(study.join("study.toml")).expect("study.toml"), done.draft.remarks.iter().map(said).collect())
}

#[test]
fn rows_of_interventions_are_drafted() {
    let (text, unsure) = drafted("forsta-studien", &["insatser.csv", "medel.csv", "koder.csv"], &[]);
    for line in [
        "file = \"insatser.csv\"",
        "rows = \"interventions\"",
        "respondent = { name = \"Region\" }",
        "id = \"Insats-nr\"",
        "activity = \"Vad gjordes?\"",
        "funds = \"Kronor\"",
        "\"Belopp\" = \"insatser\"",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert_eq!(unsure.len(), 4, "{unsure:#?}");
    let (text, _) = drafted("layout-rows", &["insatser.csv", "medel.csv"], &[]);
    for line in
        ["rows = \"interventions\"", "respondent = { name = \"Kommun\" }", "id = \"Nr\"", "funds = \"Kostnad (kr)\""]
    {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn a_file_of_interventions_beside_that_of_the_respondents_is_drafted() {
    let (text, _) = drafted(
        "layout-two-files",
        &["svar.csv", "insatser.csv", "medel.csv"],
        &[("Knivsta kommun", "S-2"), (",0380,", ",S-1,")],
    );
    for line in [
        "file = \"svar.csv\"",
        "respondent = { id = \"Svar\", name = \"Kommun\" }",
        "file = \"insatser.csv\"",
        "id = \"Nr\"",
        "respondent = \"Vem\"",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(!text.contains("rows = ") && text.matches("[[survey]]").count() == 1, "{text}");
}
