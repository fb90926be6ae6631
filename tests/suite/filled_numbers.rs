//! Numbers that `report.toml` declares for a manuscript. What they are is worked out in `tests/cases/manuscript-numbers/README.md` and in
//! `tests/cases/claims-years/README.md`.

use std::fs;
use std::path::{Path, PathBuf};

use insats::diagnostic::Severity;
use insats::manuscript::{Done, Told};
use insats::run::{FillOptions, check, fill_manuscript};
use insats::wording::Language;

use crate::manuscripts::{MAIN, OWN, comments, control, controls_of, filled, parts, run, small, text};
use crate::support::{copy_folder, files, project, run_ok};

fn study() -> PathBuf {
    project("tests/cases/manuscript-numbers")
}

/// A manuscript of a paragraph for each control: its tag, and what stands in it.
fn manuscript(held: &[(&str, &str)]) -> Vec<u8> {
    let paragraph = |(number, (tag, text)): (u32, &(&str, &str))| {
        let inner = if text.is_empty() { String::new() } else { run(text) };
        format!("<w:p>{}{}</w:p>", run("Vi ser "), control(&format!("insats:number/{tag}"), number, &inner))
    };
    small(&(format!("{}<w:sectPr/>", (1..).zip(held).map(paragraph).collect::<String>())))
}

/// What each control shows once it is filled.
fn shown(file: &[u8]) -> Vec<String> {
    controls_of(MAIN, text(&parts(file), MAIN)).into_iter().map(|seen| seen.accepted).collect()
}

fn commented(file: &[u8]) -> Vec<String> {
    comments(&parts(file), OWN).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn controls_show_the_text_its_digits_or_a_later_number() {
    let held = [
        ("insatser-barn", ""),
        ("insatser-barn", "3"),
        ("insatser-barn", "3 insatser"),
        ("arbetssatt", "1 av 4 insatser, eller 25 %, inom barn och unga"),
        ("arbetssatt/2", "en fjärdedel"),
        ("arbetssatt/2", "25"),
        ("arbetssatt/2", "25 %"),
        ("medel", "0,9"),
        ("medel", ""),
        ("minsta", ""),
        ("minsta/2", ""),
        ("P-1", "Fyra"),
    ];
    let (told, after) = filled(&study(), &manuscript(&held), false);
    let expected = [
        "4 insatser",
        "4",
        "4 insatser",
        "2 av 4 insatser, eller 50 %, inom barn och unga",
        "50 %",
        "50",
        "50 %",
        "1,25",
        "1,25 miljoner kronor",
        "2 024 till 1 insats",
        "1",
        "Tre",
    ];
    assert_eq!(shown(&after), expected);
    assert_eq!(told[1].done, Done::Changed { old: "3".to_owned(), new: "4".to_owned() });
    assert_eq!(commented(&after), Vec::<String>::new());
    let (_, again) = filled(&study(), &after, false);
    assert!(again == after, "filled again it is another file");
}

#[test]
fn they_are_in_the_language_of_the_manuscript() {
    let folder = tempfile::tempdir().expect("a folder");
    let (from, to) = (folder.path().join("report.docx"), folder.path().join("filled.docx"));
    fs::write(&from, manuscript(&[("insatser-barn", ""), ("arbetssatt", ""), ("medel", "")])).expect("a manuscript");
    let wanted = FillOptions { out: Some(to.clone()), language: Some(Language::English), ..FillOptions::default() };
    fill_manuscript(&study(), &from, &wanted, &|_| {}).expect("filled");
    let expected =
        ["4 interventions", "2 of 4 interventions, or 50%, among children and young people", "SEK 1.25 million"];
    assert_eq!(shown(&fs::read(&to).expect("a manuscript")), expected);
}

#[test]
fn what_the_data_do_not_say_is_a_dash_with_a_comment() {
    let (_, after) = filled(&study(), &manuscript(&[("andel", "12"), ("andel/2", "")]), false);
    assert_eq!(shown(&after), ["–", "0"]);
    let told = commented(&after);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("andel") && told[0].contains("basen är noll"), "{told:?}");
    // `check` tells it before anybody fills a manuscript.
    let checked = check(&study(), &|_| {});
    let told: Vec<_> = checked.messages.sorted().into_iter().filter(|told| told.name() == "quantity-unknown").collect();
    let [one] = told[..] else { panic!("{told:#?}") };
    assert_eq!(one.severity, Severity::Warning);
    assert_eq!(
        one.place.to_string(),
        format!("report.toml, line {}", line(&study(), "{= interventions(activity = G3.1)"))
    );
}

/// The line of the study's report with a text.
fn line(study: &Path, with: &str) -> usize {
    let report = fs::read_to_string(study.join("report.toml")).expect("a report");
    report.lines().position(|line| line.contains(with)).expect("a line") + 1
}

/// A copy of the case with two years, whose report declares more.
fn two_years(numbers: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("study");
    copy_folder(&project("tests/cases/claims-years"), &study);
    let report = study.join("report.toml");
    let old = fs::read_to_string(&report).expect("a report");
    fs::write(&report, format!("{old}\n{numbers}")).expect("a report");
    (folder, study)
}

#[test]
fn earlier_years_are_asked_and_breaks_are_commented() {
    let numbers = "[[number]]\nid = 'fjol'\ntext = '{= interventions(psykisk) in 2023} insatser'\n\
                   [[number]]\nid = 'lan-fjol'\ntext = '{= kronor(ungdom) in 2023} kronor'\n\
                   [[number]]\nid = 'ny-fjol'\ntext = '{= interventions(ny) in 2023} insatser'\n";
    let (_folder, study) = two_years(numbers);
    let (told, after) = filled(&study, &manuscript(&[("fjol", ""), ("lan-fjol", ""), ("ny-fjol", "")]), false);
    assert_eq!(shown(&after), ["5 insatser", "400 kronor", "– insatser"]);
    let doubts: Vec<_> = told.iter().map(|told| told.doubt.as_ref().map(insats::wording::Message::name)).collect();
    assert_eq!(doubts, [None, Some("fill-comment-number-broken"), Some("fill-comment-number-unknown")]);
    let comments = commented(&after);
    assert!(comments[0].contains("2023 gick medlen till ungdomsmottagningar"), "{comments:?}");
}

#[test]
fn an_unknown_tag_is_told_with_the_nearest_number() {
    let (told, after) = filled(&study(), &manuscript(&[("insatser-bran", "3"), ("medel/3", "3"), ("P-2", "3")]), false);
    let unknown = |nearest: Option<&str>| Done::Unknown(nearest.map(str::to_owned));
    let done: Vec<Done> = told.into_iter().map(|Told { done, .. }| done).collect();
    assert_eq!(done, [unknown(Some("insatser-barn")), unknown(None), unknown(Some("P-1"))]);
    assert_eq!(shown(&after), ["3", "3", "3"]);
}

#[test]
fn a_run_is_what_it_was_without_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let without = folder.path().join("manuscript-numbers");
    copy_folder(&study(), &without);
    let report = fs::read_to_string(study().join("report.toml")).expect("a report");
    let (items, _) = report.split_once("[[number]]").expect("numbers");
    // A phrase that nothing uses would be told.
    let (head, item) = items.split_once("[[item]]").expect("an item");
    fs::write(without.join("report.toml"), format!("[[item]]{item}")).expect("a report");
    assert!(head.contains("[phrase]"));
    let formats = [insats::render::Format::Csv, insats::render::Format::Txt, insats::render::Format::Svg];
    let [(with, _), (without, _)] = [study(), without].map(|study| run_ok(&study, &formats));
    let [mut with, mut without] = [with, without].map(|out| files(out.path()));
    // One has the hash of the report's declarations, the other warns of a number that the data do not say.
    for own in [&mut with, &mut without] {
        own.retain(|name, _| !name.ends_with("manifest.json") && !name.ends_with("notices.csv"));
    }
    assert_eq!(with.keys().collect::<Vec<_>>(), without.keys().collect::<Vec<_>>());
    assert!(with == without);
}
