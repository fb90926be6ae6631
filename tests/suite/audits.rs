//! Audits: what is drawn stays drawn and frozen, whatever becomes of rules, answers and files; the sample is read blind.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use insats::decisions::Fingerprint;
use insats::decisions::log::{Coding, Moment};
use insats::run::{
    AuditOptions, DrawSummary, Failure, Options, SheetOptions, accepting, audit, draw_audit, evaluate_audit, sheet,
};
use serde_json::{Value, json};

use crate::served::Served;
use crate::support::{UNDRAWN, copy_folder, files, project, rows, run_into, shown};

/// `tests/cases/audit` before anything was drawn: 24 answers of one domain, 4 200 000 kr, of which rules code 20.
pub fn undrawn() -> (tempfile::TempDir, PathBuf) {
    let place = tempfile::tempdir().expect("a folder");
    let study = place.path().join("study");
    copy_folder(&project("tests/cases/audit"), &study);
    for folder in ["audit", "decisions"] {
        if study.join(folder).exists() {
            fs::remove_dir_all(study.join(folder)).expect("a folder");
        }
    }
    (place, study)
}

pub fn options(size: usize) -> AuditOptions {
    AuditOptions { size, seed: Some(1), coders: vec!["Anna".to_owned()], ..AuditOptions::default() }
}

pub fn draw(study: &Path, options: &AuditOptions) -> Result<DrawSummary, String> {
    draw_audit(study, options, &Moment::of_unix(0), &|_| {}).map_err(|failure| told(&failure))
}

pub fn drawn(study: &Path, size: usize) -> DrawSummary {
    draw(study, &options(size)).unwrap_or_else(|told| panic!("{told}"))
}

/// Why an audit cannot be read.
pub fn unreadable(study: &Path) -> String {
    audit(study, &|_| {}).err().map(|failure| told(&failure)).unwrap_or_default()
}

pub fn told(failure: &Failure) -> String {
    match failure {
        Failure::Input(messages) => shown(messages),
        other => other.to_string(),
    }
}

pub fn frozen(study: &Path) -> BTreeMap<String, Vec<u8>> {
    files(&study.join("audit"))
}

pub fn design(study: &Path, draw: usize) -> Value {
    let text = fs::read(study.join(format!("audit/draw-{draw}.json"))).expect("a design");
    serde_json::from_slice(&text).expect("JSON")
}

/// The ids that the log shows plainly, which are those of the sample.
pub fn sample(study: &Path) -> BTreeSet<String> {
    let log = fs::read_to_string(study.join("decisions/assignments.jsonl")).expect("assignments");
    let lines = log.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    lines
        .filter_map(|line| line.get("plain").and_then(Value::as_array).cloned())
        .flatten()
        .filter_map(|id| id.as_str().map(str::to_owned))
        .collect()
}

/// The texts of all answers, by id.
pub fn texts(study: &Path) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    // Some studies of tests have a second area.
    for svar in ["svar.csv", "barn.csv"].iter().filter_map(|file| fs::read_to_string(study.join(file)).ok()) {
        for row in svar.lines().skip(1) {
            let cells: Vec<&str> = row.split(';').collect();
            let own = cells[2..].chunks(2).zip(1..);
            texts.extend(own.map(|(own, number)| (format!("{}-{number}", cells[0]), own[0].to_owned())));
        }
    }
    texts
}

pub fn code(study: &Path, coder: &str, ids: impl IntoIterator<Item = String>, code: &str) {
    let texts = texts(study);
    let mut all = accepting(study, coder, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    let domain = all.book().domain("activity").expect("a domain");
    let coding = |id: String| Coding {
        read: Fingerprint::of_texts([texts[&id].as_str()].into_iter()),
        codes: vec![code.to_owned()],
        memo: String::new(),
        unsure: false,
        unit: id,
        domain,
    };
    let codings: Vec<Coding> = ids.into_iter().map(coding).collect();
    all.code(&codings, &Moment::of_unix(60)).unwrap_or_else(|failure| panic!("{}", told(&failure)));
}

pub fn change(study: &Path, file: &str, from: &str, to: &str) {
    let path = study.join(file);
    let text = fs::read_to_string(&path).expect("a file");
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(&path, text.replace(from, to)).expect("a file");
}

fn standing(study: &Path) -> insats::audit::Standing {
    audit(study, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure))).standing
}

/// Read, in the sample, in the frame, waiting, new, edited, gone.
pub fn numbers(study: &Path) -> [usize; 7] {
    let own = standing(study);
    let [read, sample, frame, new, edited] =
        [own.read, own.sample, own.frame, own.new, own.edited].map(|count| count.number);
    [read, sample, frame, own.waiting.len(), new, edited, own.gone]
}

/// Amounts that are a large part of all are read for certain: the six of 400 000 kr among 4 200 000.
#[test]
fn a_sample_is_drawn_once_and_frozen() {
    let (_place, study) = undrawn();
    let summary = drawn(&study, 12);
    assert_eq!((summary.new, summary.given.get("Anna")), (12, Some(&12)));
    let design = design(&study, 1);
    let strata = design["strata"].as_array().expect("strata");
    let sum = |key: &str| strata.iter().map(|own| own[key].as_u64().expect("a number")).sum::<u64>();
    assert_eq!([sum("units"), sum("sampled")], [24, 12]);
    assert!(strata.iter().all(|own| own["sampled"].as_u64() >= Some(2)), "{strata:?}");
    assert_eq!(numbers(&study), [0, 12, 24, 12, 0, 0, 0]);
    let large: BTreeSet<String> = (1..=6).map(|number| format!("R-{number}-1")).collect();
    assert!(sample(&study).is_superset(&large), "{:?}", sample(&study));
    // What the machine says is there, and nothing that anybody wrote.
    let values = String::from_utf8(frozen(&study)["draw-1.csv"].clone()).expect("UTF-8");
    assert!(values.lines().any(|row| row.starts_with("R-5-1,activity,") && row.ends_with(",rules,G2,G2,")), "{values}");
    assert!(values.lines().any(|row| row.starts_with("R-9-2,activity,") && row.ends_with(",none,,,")), "{values}");
    for text in texts(&study).values().chain(&["Region".to_owned(), "400000".to_owned()]) {
        assert!(!values.contains(text.as_str()), "{text} stands in the frozen values");
    }
    // The same study, the same seed, the same bytes.
    let (_other, again) = undrawn();
    drawn(&again, 12);
    assert_eq!(frozen(&again), frozen(&study));
    // Rules that change change nothing that is frozen, nor does asking again.
    change(&study, "codebook.json", "\"kurs*\"", "\"kurs*\", \"arbetet\"");
    let before = frozen(&study);
    let summary = drawn(&study, 12);
    assert_eq!((summary.new, summary.files.len(), frozen(&study) == before), (0, 0, true));
    assert_eq!(numbers(&study), [0, 12, 24, 12, 0, 0, 0]);
}

#[test]
fn a_larger_sample_holds_the_smaller_one() {
    let (_place, study) = undrawn();
    drawn(&study, 8);
    let (first, files) = (sample(&study), frozen(&study));
    code(&study, "Anna", first.iter().take(3).cloned(), "G1");
    let summary = drawn(&study, 14);
    let second = sample(&study);
    assert_eq!((first.len(), summary.new, second.len()), (8, 6, 14));
    assert!(second.is_superset(&first));
    assert_eq!(numbers(&study), [3, 14, 24, 11, 0, 0, 0]);
    let now = frozen(&study);
    assert!(files.iter().all(|(name, bytes)| now.get(name) == Some(bytes)));
    // Nothing was frozen anew.
    assert_eq!(now.keys().collect::<Vec<_>>(), ["draw-1.csv", "draw-1.json", "draw-2.json"]);
    // At once, it is the same sample; a smaller one takes nothing back.
    let (_other, at_once) = undrawn();
    drawn(&at_once, 14);
    assert_eq!(sample(&at_once), second);
    assert_eq!((drawn(&study, 5).standing.sample.number, frozen(&study) == now), (14, true));
    // All there is.
    assert_eq!(drawn(&study, 100).standing.sample.number, 24);
}

#[test]
fn new_edited_and_lost_answers_are_told_and_drawn_from_anew() {
    let (_place, study) = undrawn();
    drawn(&study, 12);
    code(&study, "Anna", sample(&study), "G1");
    assert_eq!(numbers(&study), [12, 12, 24, 0, 0, 0, 0]);
    assert!(standing(&study).is_read());
    // R-1-1 of the sample is edited; R-12 is gone with two answers, and R-13 is new with the same two. What Anna has coded of them
    // moves with the text.
    let known = sample(&study).iter().filter(|id| id.starts_with("R-12-")).count();
    change(&study, "svar.csv", "Kurs för personal", "Kurs för personal och chefer");
    change(&study, "svar.csv", "R-12;", "R-13;");
    let [read, sampled, frame, waiting, new, edited, gone] = numbers(&study);
    assert_eq!([frame, waiting, new, edited, gone], [21, 0, 2 - known, 1, 2]);
    assert_eq!(read, sampled);
    assert!(!standing(&study).is_read());
    let before = frozen(&study);
    let summary = drawn(&study, 12);
    let now = frozen(&study);
    assert!(before.iter().all(|(name, bytes)| now.get(name) == Some(bytes)));
    assert_eq!(now["draw-2.csv"].split(|byte| *byte == b'\n').filter(|row| !row.is_empty()).count(), 4 - known);
    let [_, _, frame, _, new, edited, gone] = numbers(&study);
    assert_eq!([frame, new, edited, gone], [24 - known, 0, 0, 2]);
    assert_eq!(summary.standing.waiting.len(), summary.new);
}

#[test]
fn what_two_read_differently_waits() {
    let (_place, study) = undrawn();
    let all = AuditOptions {
        coders: vec!["Anna".to_owned(), "Bo".to_owned()],
        double: insats::exact::Exact::fraction(1, 1),
        ..options(6)
    };
    let summary = draw(&study, &all).unwrap_or_else(|told| panic!("{told}"));
    assert_eq!((summary.doubled, summary.given), (6, BTreeMap::from([("Anna".to_owned(), 6), ("Bo".to_owned(), 6)])));
    let ids: Vec<String> = sample(&study).into_iter().collect();
    code(&study, "Anna", ids.clone(), "G1");
    assert_eq!(numbers(&study)[..4], [0, 6, 24, 6]);
    assert!(standing(&study).waiting.iter().all(|own| own.coders == ["Bo"] && !own.unsettled));
    code(&study, "Bo", ids[..5].to_vec(), "G1");
    code(&study, "Bo", ids[5..].to_vec(), "G2");
    assert_eq!(numbers(&study)[..4], [5, 6, 24, 1]);
    assert!(standing(&study).waiting[0].unsettled);
    // Who is asked to code what has been read twice would not know what to do.
    let refused = evaluate_audit(&study, &Options::default(), &|_| {}).err().map(|failure| told(&failure));
    let refused = refused.unwrap_or_default();
    assert!(refused.contains("one intervention") && refused.contains("been read differently"), "{refused}");
    assert!(!refused.contains("not been read:"), "{refused}");
}

/// Neither the page nor a workbook shows what is suggested for an answer of the sample, and no other answer is given out.
#[test]
fn the_sample_is_read_blind_and_first() {
    let (_place, study) = undrawn();
    drawn(&study, 12);
    let ids = sample(&study);
    let anna = Served::open(&study, "Anna");
    let mut after = String::new();
    let mut seen = BTreeSet::new();
    for _ in 0..12 {
        let next = anna.json(&format!("/api/next?order=value&after={after}"));
        let unit = next["unit"]["id"].as_str().unwrap_or_else(|| panic!("{next}")).to_owned();
        let shown = anna.json(&format!("/api/unit?id={unit}"));
        assert!(!shown.to_string().contains("\"source\""), "{shown}");
        seen.insert(unit.clone());
        after = unit;
    }
    assert_eq!(seen, ids);
    drop(anna);
    let options = SheetOptions { coders: vec!["Anna".to_owned()], with_suggestions: true, ..SheetOptions::default() };
    let written =
        sheet(&study, &options, &Moment::of_unix(60), &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    assert_eq!((written.sheets[0].answers, written.sheets[0].new, written.waits_for_audit), (12, 0, true));
    let mut book = calamine::open_workbook_auto(&written.sheets[0].file).expect("a workbook");
    let range = calamine::Reader::worksheet_range_at(&mut book, 0).expect("a sheet").expect("a sheet");
    let suggested = range.rows().next().expect("a row").iter().position(|cell| cell.to_string().starts_with("Förslag"));
    let suggested = suggested.expect("a column of suggestions");
    assert!(range.rows().skip(1).all(|row| row[suggested].to_string().is_empty()));
    let bo = SheetOptions { coders: vec!["Bo".to_owned()], ..options.clone() };
    let nothing = sheet(&study, &bo, &Moment::of_unix(90), &|_| {}).err().map(|failure| told(&failure));
    assert!(nothing.is_some_and(|told| told.contains("has to be read first, and \"Bo\" was given none of it")));
    // Once it is read, the rest may be given out.
    code(&study, "Anna", ids, "G1");
    let written =
        sheet(&study, &options, &Moment::of_unix(120), &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    assert_eq!(written.sheets[0].new, 12);
}

/// R-2-2, which rules code, is not drawn and reads as R-5-1 does, which is; of the four that they do not code, alike here, two are drawn.
#[test]
fn what_reads_as_the_sample_does_is_read_without_help() {
    let (_place, study) = undrawn();
    change(&study, "svar.csv", "Kurs i samtal", "APP, för egenvård");
    for other in ["samverkan", "uppföljning", "rutiner"] {
        change(&study, "svar.csv", &format!("Arbetet med {other}"), "Arbetet med tillgänglighet");
    }
    let options = SheetOptions { coders: vec!["Anna".to_owned()], with_suggestions: true, ..SheetOptions::default() };
    let give = || {
        sheet(&study, &options, &Moment::of_unix(60), &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)))
    };
    give();
    drawn(&study, 12);
    let ids = sample(&study);
    assert!(ids.contains("R-5-1") && !ids.contains("R-2-2"), "{ids:?}");
    let seen = |served: &Served| {
        let [own, free] = ["R-2-2", "R-8-2"].map(|id| served.json(&format!("/api/unit?id={id}")).to_string());
        assert!(!own.contains("\"source\"") && !own.contains("\"start\"") && !own.contains("R-5-1"), "{own}");
        assert!(free.contains("\"source\"") && free.contains("\"start\""), "{free}");
    };
    let anna = Served::open(&study, "Anna");
    seen(&anna);
    // It stays so: what was read blind may be coded anew.
    assert_eq!(anna.code("R-5-1", "activity", &["G1"]).status, 200);
    seen(&anna);
    drop(anna);
    let mut book = calamine::open_workbook_auto(&give().sheets[0].file).expect("a workbook");
    let range = calamine::Reader::worksheet_range_at(&mut book, 0).expect("a sheet").expect("a sheet");
    let place =
        |name: &str| range.rows().next().expect("a row").iter().position(|cell| cell.to_string().starts_with(name));
    let (id, suggested) = (place("Insats").unwrap_or_default(), place("Förslag").expect("a column of suggestions"));
    let helped: BTreeSet<String> = range
        .rows()
        .skip(1)
        .filter(|row| !row[suggested].to_string().is_empty())
        .map(|row| row[id].to_string())
        .collect();
    assert!(helped.contains("R-8-2") && !helped.contains("R-2-2") && helped.is_disjoint(&ids), "{helped:?}");
    // Nor does the list of what to look at say that rules have nothing there.
    let out = study.join("out");
    let listed = insats::run::code(&study, &Options { out: Some(out.clone()), ..Options::default() }, &|_| {});
    let listed = listed.unwrap_or_else(|failure| panic!("{}", told(&failure)));
    // All of the sample but R-5-1, and those of the four that are not drawn.
    let alike = (9..=12).filter(|number| !ids.contains(&format!("R-{number}-2"))).count();
    assert!((1..=2).contains(&alike), "{ids:?}");
    assert_eq!(listed.blind, 11 + alike);
}

/// Of the four answers that rules do not code some are drawn: nobody else is asked of them, nor told that they are not coded.
#[test]
fn the_sample_is_left_to_its_readers() {
    let (_place, study) = undrawn();
    let waiting = |study: &Path| {
        let all = accepting(study, "Bo", &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
        let waits = all.waiting(None).expect("what waits");
        let ids: BTreeSet<String> = waits.codings.into_iter().map(|own| own.unit).collect();
        let status = insats::run::status(study, None, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
        assert_eq!(status.status.to_code.iter().map(|own| own.id.clone()).collect::<BTreeSet<_>>(), ids);
        (ids, waits.left_to_readers)
    };
    drawn(&study, 12);
    let sample = sample(&study);
    let uncoded: BTreeSet<String> = (9..=12).map(|number| format!("R-{number}-2")).collect();
    let left = uncoded.intersection(&sample).count();
    assert!(left > 0);
    assert_eq!(waiting(&study), (uncoded.difference(&sample).cloned().collect(), left));
    code(&study, "Anna", sample.clone(), "G1");
    assert_eq!(waiting(&study), (uncoded.difference(&sample).cloned().collect(), 0));
}

/// Nothing has changed: an estimate has no parts that could have moved.
#[test]
fn an_unchanged_study_with_estimates_has_not_changed() {
    let place = tempfile::tempdir().expect("a folder");
    let (study, out) = (place.path().join("study"), place.path().join("out"));
    copy_folder(&project("tests/cases/audit"), &study);
    change(&study, "study.toml", "year = 2025\n", "year = 2025\ncodes = \"estimated\"\n");
    run_into(&study, &out, &[insats::render::Format::Csv]).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    let found = insats::run::diff(&study, &out, None, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    assert!(found.difference.is_nothing(), "{:?} {:?}", found.difference.codes, found.difference.items);
    assert_eq!(found.difference.notes, [insats::since::Note::Estimated]);
}

#[test]
fn what_cannot_be_drawn_is_refused_and_nothing_is_written() {
    let (_place, study) = undrawn();
    let nobody = AuditOptions { coders: Vec::new(), ..options(5) };
    let unknown = AuditOptions { domains: vec!["aktivitet".to_owned()], ..options(5) };
    for (wrong, expected) in [(nobody, "nobody was named"), (unknown, "no domain")] {
        let told = draw(&study, &wrong).err().unwrap_or_default();
        assert!(told.contains(expected), "{told}");
        assert!(!study.join("audit").exists() && !study.join("decisions").exists());
    }
    code(&study, "Anna", texts(&study).into_keys(), "G1");
    let told = draw(&study, &options(5)).err().unwrap_or_default();
    assert!(told.contains("nothing rests on rules or suggestions"), "{told}");
    let (_place, study) = undrawn();
    change(&study, "codebook.json", ", \"rules\": [{ \"any\": [\"kurs*\"] }]", "");
    change(&study, "codebook.json", ", \"rules\": [{ \"any\": [\"app\"] }]", "");
    let told = draw(&study, &options(5)).err().unwrap_or_default();
    assert!(told.contains("could be audited"), "{told}");
    let told = unreadable(&study);
    assert!(told.contains("no sample was drawn"), "{told}");
}

/// Files as other programs leave them: line ends of Windows do no harm, anything else is refused, and nothing is lost.
#[test]
fn frozen_files_are_as_they_were_written_or_refused() {
    let (_place, study) = undrawn();
    drawn(&study, 12);
    code(&study, "Anna", sample(&study), "G1");
    let (json, csv) = ("audit/draw-1.json", "audit/draw-1.csv");
    let good = frozen(&study);
    let put = |name: &str, of: &dyn Fn(String) -> String| {
        let bytes = good[name.trim_start_matches("audit/")].clone();
        fs::write(study.join(name), of(String::from_utf8(bytes).expect("UTF-8"))).expect("a file");
    };
    for name in [json, csv] {
        put(name, &|text| text.replace('\n', "\r\n"));
    }
    assert_eq!(numbers(&study), [12, 12, 24, 0, 0, 0, 0]);
    let half = |text: String| text[..text.len() / 2].to_owned();
    for (name, of, expected) in [
        (
            json,
            (&|text: String| text.replacen("\"sampled\": 2", "\"sampled\": 1", 1)) as &dyn Fn(String) -> String,
            "not as it was written",
        ),
        (json, &half, "cannot be read"),
        (json, &|text| text.replace("audit\": 1", "audit\": 2"), "format 2"),
        (csv, &|text| text.replace(",rules,G2,G2,", ",rules,G1,G1,"), "not as it was written"),
        (csv, &half, "not as it was written"),
    ] {
        put(json, &|text| text);
        put(csv, &|text| text);
        put(name, of);
        let told = unreadable(&study);
        assert!(told.contains(expected) && told.contains(name), "{told}");
        let told = draw(&study, &options(20)).err().unwrap_or_default();
        assert!(told.contains(expected), "{told}");
    }
    put(json, &|text| text);
    fs::remove_file(study.join(csv)).expect("a file");
    let told = unreadable(&study);
    assert!(told.contains("is missing"), "{told}");
}

/// Numbers for people and programs.
#[test]
fn status_tells_how_far_it_is_read() {
    let (_place, study) = undrawn();
    drawn(&study, 12);
    code(&study, "Anna", (1..=3).map(|number| format!("R-{number}-1")), "G1");
    let status = |more: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_insats"));
        let output = program.arg("status").arg(&study).args(more).env("LC_ALL", "C").output().expect("the program");
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8").replace('\u{a0}', " ")
    };
    let told: Value = serde_json::from_str(&status(&["--format", "json"])).expect("JSON");
    // 6 of 400 000 and 6 of 100 000 kr; three of the former are read.
    assert_eq!(told["audit"]["sample"], json!({ "number": 12, "funds": 3_000_000 }));
    assert_eq!(told["audit"]["read"], json!({ "number": 3, "funds": 1_200_000 }));
    assert_eq!(told["audit"]["waiting"].as_array().map(Vec::len), Some(9));
    let text = status(&[]);
    assert!(text.contains("3 of 12 interventions of the sample are read, SEK 1,200,000 of SEK 3,000,000."), "{text}");
}

/// Number and kronor by code, each with its interval, of a study whose sample is read.
pub fn estimated(study: &Path) -> (Vec<[String; 7]>, Vec<u8>) {
    let out = tempfile::tempdir().expect("a folder");
    let options = Options { out: Some(out.path().join("out")), ..Options::default() };
    evaluate_audit(study, &options, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    let file = out.path().join("out/estimates.csv");
    let columns = ["code", "interventions", "interventions_low", "interventions_high"];
    let money = ["weighted_kr", "weighted_kr_low", "weighted_kr_high"];
    let all = rows(&file).into_iter().filter(|row| row["area"] == "all");
    let row = |row: BTreeMap<String, String>| {
        let cells: Vec<String> = columns.iter().chain(&money).map(|column| row[*column].clone()).collect();
        cells.try_into().expect("seven columns")
    };
    (all.map(row).collect(), fs::read(file).expect("a file"))
}

/// As the README of the case works it out. The intervals are those of scipy's beta distribution, rounded.
#[test]
fn estimates_are_as_by_hand_and_stay_when_rules_change() {
    let place = tempfile::tempdir().expect("a folder");
    let study = place.path().join("study");
    copy_folder(&project("tests/cases/audit"), &study);
    let (found, bytes) = estimated(&study);
    let expected = [
        ["G1", "8", "5", "14", "1711688", "", ""],
        ["G2", "8", "3", "13", "1367532", "", ""],
        ["G3", "6", "3", "13", "927273", "", ""],
        ["", "2", "1", "9", "193507", "", ""],
    ];
    assert_eq!(found, expected);
    // Rules that know better now: figures by codes follow them, the estimate does not.
    change(
        &study,
        "codebook.json",
        "\"definition\": { \"sv\": \"Arbete",
        "\"rules\": [{ \"any\": [\"arbetet\"] }], \"definition\": { \"sv\": \"Arbete",
    );
    assert_eq!(estimated(&study).1, bytes);
    assert_eq!(numbers(&study), [12, 12, 24, 0, 0, 0, 0]);
}

/// What stands in the way of estimates stops a run that asks for them, and is told in a draft.
#[test]
fn a_sample_that_is_not_read_stops_a_run_that_rests_on_it() {
    let (_place, study) = undrawn();
    change(&study, "study.toml", "year = 2025\n", "year = 2025\ncodes = \"estimated\"\n");
    let out = tempfile::tempdir().expect("a folder");
    let run = |name: &str| run_into(&study, &out.path().join(name), &UNDRAWN);
    let refused = |name: &str| run(name).err().map(|failure| told(&failure)).unwrap_or_default();
    assert!(refused("a").contains("have not been audited"));
    drawn(&study, 12);
    let wrong = refused("b");
    assert!(wrong.contains("12 interventions (3,000,000 kr) of the 12 in the sample have not been read"), "{wrong}");
    change(&study, "study.toml", "year = 2025\n", "year = 2025\ndraft = true\n");
    let summary = run("c").unwrap_or_else(|failure| panic!("{}", told(&failure)));
    assert!(summary.notices.iter().any(|notice| notice.name() == "audit-not-read"));
    let g1 = rows(&out.path().join("c/data/codes.csv")).into_iter().find(|row| row["code"] == "G1").expect("G1");
    assert_eq!((g1["interventions"].as_str(), g1["weighted_kr"].as_str()), ("12", "2400000"));
    // With the best codes there are nothing is asked of a sample that nobody has read.
    change(&study, "study.toml", "draft = true\ncodes = \"estimated\"\n", "");
    let summary = run("d").unwrap_or_else(|failure| panic!("{}", told(&failure)));
    assert!(summary.notices.iter().all(|notice| !notice.name().starts_with("audit")));
    let manifest = fs::read_to_string(out.path().join("d/manifest.json")).expect("a manifest");
    assert!(manifest.contains("audit/draw-1.json") && manifest.contains("audit/draw-1.csv"));
}
