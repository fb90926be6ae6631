//! Open questions: what reaches outputs, which codes count, and how coders agree. The studies are the cases `open-respondents` and
//! `open-accounts`, whose READMEs work their numbers out.

use std::fs;

use insats::codebook::UnitKind;
use insats::register::{Level, recipients};
use insats::render::Format;
use insats::run::{Measuring, Options, agreement, code, evaluate, learn, suggest};
use insats::wording::Language;

use crate::support::{UNDRAWN, copy_folder, files, project, rows, run_ok};

const RESPONDENTS: &str = "tests/cases/open-respondents";

/// A copy of the case that may be changed.
fn copied() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("studie");
    copy_folder(&project(RESPONDENTS), &study);
    (folder, study)
}

fn change(study: &std::path::Path, file: &str, from: &str, to: &str) {
    let path = study.join(file);
    let text = fs::read_to_string(&path).expect("a file");
    assert!(text.contains(from), "{file} lacks {from}");
    fs::write(path, text.replacen(from, to, 1)).expect("a file");
}

#[test]
fn own_words_reach_no_output() {
    let formats = [&UNDRAWN[..], &[Format::Html, Format::Svg]].concat();
    let (folder, _) = run_ok(&project(RESPONDENTS), &formats);
    let written = files(&folder.path().join("out"));
    assert!(written.len() > 10, "{:?}", written.keys());
    for (name, bytes) in written {
        let text = String::from_utf8_lossy(&bytes);
        for words in ["070-123", "sjuksköterskor", "räckte inte", "Svårt att säga"] {
            assert!(!text.contains(words), "{words} stands in {name}");
        }
    }
}

#[test]
fn a_figure_says_its_base_and_what_rests_on_rules() {
    let (folder, _) = run_ok(&project(RESPONDENTS), &[Format::Csv, Format::Txt, Format::Html]);
    let page = fs::read_to_string(folder.path().join("out/rapport.html")).expect("the page");
    let page = page.replace('\u{a0}', " ");
    // Two codings of R2 and one of R7; those of R1 are the coders'.
    assert!(page.contains("3 av 4 kodningar bygger på kodbokens regler"), "{page}");
    let figure = rows(&folder.path().join("out/figures/figur-1.csv"));
    let found: Vec<_> = figure.iter().map(|row| (&*row["option"], &*row["count"], &*row["base"])).collect();
    assert_eq!(found, [("Personal", "2", "4"), ("Tid", "2", "4"), ("Pengar", "0", "4"), ("Ännu utan kod", "1", "4")]);
}

#[test]
fn options_are_named_in_the_language_of_the_report() {
    let out = tempfile::tempdir().expect("a folder");
    let options = Options {
        out: Some(out.path().join("out")),
        language: Some(Language::English),
        formats: vec![Format::Csv],
        ..Options::default()
    };
    let summary = insats::run::run(&project(RESPONDENTS), &options, &|_| {}).expect("a run");
    let figure = rows(&summary.folder.join("figures/figur-1.csv"));
    let found: Vec<_> = figure.iter().map(|row| &*row["option"]).collect();
    assert_eq!(found, ["Staff", "Time", "Money", "Not coded yet"]);
}

#[test]
fn final_codes_of_answers_leave_interventions_to_their_own() {
    let (folder, study) = copied();
    change(&study, "study.toml", "role = \"coder\"\ncoder = \"A\"", "role = \"final\"");
    // The sheet has no row for R6 and R7, who answered.
    change(&study, "study.toml", "title =", "draft = true\ntitle =");
    let (run, _) = run_ok(&study, &[Format::Csv]);
    let codings = rows(&run.path().join("out/data/codings.csv"));
    let of = |domain: &str| -> Vec<(String, String)> {
        let own = codings.iter().filter(|row| row["domain"] == domain);
        own.map(|row| (row["intervention_id"].clone(), format!("{} {}", row["code"], row["source"]))).collect()
    };
    assert!(of("activity").len() == 8 && of("activity").iter().all(|(_, code)| code == "W1 rules"), "{codings:?}");
    let expected = [("bu-region:R1", "S.1 final"), ("bu-region:R2", "S final"), ("bu-region:R2", "T final")];
    assert_eq!(of("hardest"), expected.map(|(id, code)| (id.to_owned(), code.to_owned())));
    drop(folder);
}

#[test]
fn coders_of_answers_are_measured_and_get_a_sheet_to_settle() {
    let out = tempfile::tempdir().expect("a folder");
    let options = Options { out: Some(out.path().join("out")), ..Options::default() };
    let summary = agreement(&project(RESPONDENTS), &options, &|_| {}).expect("two coders");
    assert_eq!(summary.agreement.units[&UnitKind::Respondent], ["bu-region:R1", "bu-region:R2"]);
    assert!(summary.agreement.units[&UnitKind::Intervention].is_empty());
    // R1 alike, R2 apart.
    let percent = |row: &&insats::coding::agreement::AgreementRow| {
        row.measure.word() == "percent_agreement"
            && row.code.is_none()
            && !row.by_funds
            && row.domain.word() == "hardest"
    };
    let values: Vec<_> = summary.agreement.rows.iter().filter(percent).map(|row| (row.units, row.value)).collect();
    assert_eq!(values, [(2, Some(0.5)), (2, Some(0.5))]);
    let sheet = rows(&summary.folder.join("adjudication-respondent.csv"));
    let found: Vec<_> = sheet.iter().map(|row| (&*row["Svar"], &*row["Svårast"])).collect();
    assert_eq!(found, [("bu-region:R1", "S.1"), ("bu-region:R2", "")]);
}

#[test]
fn rules_are_tried_and_reviewed_on_answers() {
    let (folder, study) = copied();
    change(&study, "study.toml", "role = \"coder\"\ncoder = \"A\"", "role = \"final\"");
    let options = |name: &str| Options { out: Some(folder.path().join(name)), ..Options::default() };
    let coded = code(&study, &options("code"), &|_| {}).expect("codes");
    // Of R1, R2, R6 and R7 the rules find codes for R2 and R7.
    let hardest = coded.domains.iter().find(|(domain, ..)| domain.word() == "hardest").expect("the domain");
    assert_eq!((hardest.1, hardest.2), (2, 2));
    // R1 people have coded.
    let list = rows(&coded.folder.join("data/review.csv"));
    let uncoded = list.iter().filter(|row| row["uncertainty"] == "1.0");
    assert_eq!(uncoded.map(|row| &*row["intervention_id"]).collect::<Vec<_>>(), ["bu-region:R6"]);
    let measured = evaluate(&study, &options("evaluation"), Measuring::default(), &|_| {}).expect("measures");
    // The sheet has R1 and R2: of S (for S.1), S and T the rules find the last two.
    let micro =
        measured.evaluation.results.iter().find(|(subject, _)| {
            subject.domain.word() == "hardest" && subject.area.is_none() && subject.group.is_none()
        });
    let hits = micro.expect("the domain").1.micro();
    assert_eq!((hits.found, hits.wrong, hits.missed), (2, 0, 1));
}

#[test]
fn a_model_learns_from_coded_answers_and_suggests_codes_of_others() {
    let (folder, study) = copied();
    let about = [("Det saknades personal på plats", "S"), ("Tiden var för kort för arbetet", "T")];
    let (mut export, mut sheet) = (String::new(), "Svar,Svårast\n".to_owned());
    let mut funds = "Kod;Region;Barn och unga\n".to_owned();
    for (number, recipient) in recipients(Level::municipality()).iter().take(60).enumerate() {
        let (text, code) = about[number % 2];
        funds += &format!("{};{};500000\n", recipient.code, recipient.name);
        export += &format!("Q{number};{};Kurser nummer {number};500000;{text} ({number});Ja;\n", recipient.name);
        sheet += &format!("Q{number},{code}\n");
    }
    let answers = fs::read_to_string(study.join("enkat.csv")).expect("the export");
    let header = answers.lines().next().expect("a header");
    fs::write(study.join("enkat.csv"), format!("{header}\n{export}")).expect("the export");
    fs::write(study.join("kodare-a.csv"), sheet).expect("the sheet");
    fs::write(study.join("medel.csv"), funds).expect("the funds");
    change(&study, "study.toml", "level = \"region\"", "level = \"municipality\"");
    change(&study, "study.toml", "level = \"region\"", "level = \"municipality\"");
    change(&study, "study.toml", "role = \"coder\"\ncoder = \"A\"", "role = \"final\"");
    let toml = fs::read_to_string(study.join("study.toml")).expect("the study");
    let coder = toml.rfind("[[coding]]").expect("a coder's sheet");
    fs::write(study.join("study.toml"), &toml[..coder]).expect("the study");
    let model = folder.path().join("modell.json");
    learn(std::slice::from_ref(&study), &model, None, 0.9, &|_| {}).expect("a model");
    let options = Options { out: Some(folder.path().join("forslag")), ..Options::default() };
    let suggested = suggest(&study, &options, Some(&model), 1.0, &|_| {}).expect("suggestions");
    let answered = suggested.domains.iter().find(|(domain, _)| domain.word() == "hardest").expect("the domain").1;
    assert_eq!(answered.answers, 60);
    let lines = rows(&suggested.folder.join("data/suggestions.csv"));
    let first: Vec<_> = lines.iter().filter(|row| row["intervention_id"] == "bu-region:Q0").collect();
    assert!(first.iter().any(|row| row["code"] == "S"), "{first:?}");
}
