//! Audits in studies that are not as usual: several areas, no kronor, another codebook, folders in the way, a model.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use insats::codebook::Codebook;
use insats::decisions::log::Moment;
use insats::diagnostic::Diagnostic;
use insats::learning::{Material, train};
use insats::run::{AuditOptions, Author, Options, Summary, evaluate_audit, migrate_codebook, suggest};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::audits::{
    change, code, design, draw, drawn, estimated, frozen, numbers, options, sample, told, undrawn, unreadable,
};
use crate::estimated_areas::two_areas;
use crate::learning::material;
use crate::migrate::ok;
use crate::support::{UNDRAWN, copy_folder, project, rows, run_into};

/// The case, whose sample is read.
fn read() -> (tempfile::TempDir, std::path::PathBuf) {
    let (place, study) = undrawn();
    fs::remove_dir_all(&study).expect("a folder");
    copy_folder(&project("tests/cases/audit"), &study);
    (place, study)
}

/// A folder that is there and cannot be read is no folder without draws: other codes would count then.
#[cfg(unix)]
#[test]
fn what_stands_in_place_of_the_folder_is_refused() {
    use std::os::unix::fs::symlink;
    let (place, study) = read();
    let (own, away) = (study.join("audit"), place.path().join("away"));
    fs::rename(&own, &away).expect("a folder");
    let refused = |expected: &str| {
        let drawing = draw(&study, &options(20)).err().unwrap_or_default();
        for told in [unreadable(&study), drawing] {
            assert!(told.contains("error: audit") && told.contains(expected), "{told}");
        }
        assert!(run_into(&study, &place.path().join("out"), &UNDRAWN).is_err());
    };
    symlink(&away, &own).expect("a link");
    let before = crate::support::files(&away);
    refused("lies outside the study's folder");
    assert_eq!(crate::support::files(&away), before);
    fs::remove_file(&own).expect("a link");
    symlink("nowhere", &own).expect("a link");
    refused("cannot be read");
    fs::remove_file(&own).expect("a link");
    fs::write(&own, "a file").expect("a file");
    refused("cannot be read");
    // A folder of the study under another name is the study's own.
    fs::remove_file(&own).expect("a file");
    fs::rename(&away, study.join("kept")).expect("a folder");
    symlink("kept", &own).expect("a link");
    assert_eq!(numbers(&study), [12, 12, 24, 0, 0, 0, 0]);
}

/// A program that is killed between the two files leaves a list of them, by which the next command finishes, or takes back.
#[test]
fn a_draw_that_was_cut_off_is_finished_or_taken_back() {
    let hash = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    for is_staged in [true, false] {
        let (_place, study) = undrawn();
        drawn(&study, 12);
        // The sample is given out only after that.
        fs::remove_dir_all(study.join("decisions")).expect("a folder");
        let whole = frozen(&study);
        let entry = |name: &str| json!({ "path": format!("audit/{name}"), "old": null, "new": hash(&whole[name]) });
        let list = json!({ "insats unfinished": 1, "files": [entry("draw-1.csv"), entry("draw-1.json")] });
        fs::write(study.join(".insats-unfinished"), list.to_string()).expect("a list");
        let (place, staged) = (study.join("audit/draw-1.json"), study.join("audit/.draw-1.json.insats-new"));
        if is_staged { fs::rename(place, staged) } else { fs::remove_file(place) }.expect("a file");
        let (expected, after) = if is_staged { ("finished", 2) } else { ("taken back", 0) };
        let told = unreadable(&study);
        assert!(told.contains(expected) && told.contains("draw-1.json"), "{told}");
        assert_eq!(frozen(&study).len(), after);
        assert!(!is_staged || frozen(&study) == whole);
        drawn(&study, 12);
        assert_eq!((frozen(&study), numbers(&study)), (whole, [0, 12, 24, 12, 0, 0, 0]));
    }
}

/// What is asked for and cannot be done is said.
#[test]
fn what_an_enlargement_keeps_is_told() {
    let (_place, study) = undrawn();
    let summary = drawn(&study, 1);
    // Two of every stratum at least; nothing was drawn before.
    assert_eq!(summary.new, summary.standing.sample.number);
    assert!(summary.new >= 2 && summary.seeds_kept.is_empty());
    let (_place, study) = undrawn();
    drawn(&study, 8);
    let other = AuditOptions { seed: Some(7), domains: vec!["activity".to_owned()], ..options(14) };
    let summary = draw(&study, &other).unwrap_or_else(|told| panic!("{told}"));
    assert_eq!((summary.seeds_kept, summary.domains_kept), (vec![1], Vec::new()));
    // It is the order of the first seed.
    let (_other, at_once) = undrawn();
    drawn(&at_once, 14);
    assert_eq!(sample(&study), sample(&at_once));
    let unsaid = AuditOptions { seed: None, ..options(16) };
    let summary = draw(&study, &unsaid).unwrap_or_else(|told| panic!("{told}"));
    assert!(summary.seeds_kept.is_empty());
    assert_eq!(design(&study, 3)["seed"], 7);
}

#[test]
fn so_many_are_drawn_in_every_area() {
    let (_place, study) = two_areas();
    let per_area = |size| AuditOptions { per_area: true, ..options(size) };
    let by_area = || {
        let sample = sample(&study);
        ["R-", "B-"].map(|area| sample.iter().filter(|id| id.starts_with(area)).count())
    };
    draw(&study, &per_area(8)).unwrap_or_else(|told| panic!("{told}"));
    assert_eq!(by_area(), [8, 8]);
    assert_eq!(design(&study, 1)["per"], "area");
    let first = sample(&study);
    let summary = draw(&study, &per_area(11)).unwrap_or_else(|told| panic!("{told}"));
    assert_eq!((by_area(), summary.areas), ([11, 11], Vec::new()));
    assert!(sample(&study).is_superset(&first));
    // Areas that have not so many, and those that have more already, are told.
    let areas = [("psyk", 24, 24), ("barn", 24, 24)].map(|(area, all, own)| (area.to_owned(), all, own)).to_vec();
    for size in [30, 5] {
        let summary = draw(&study, &per_area(size)).unwrap_or_else(|told| panic!("{told}"));
        assert_eq!((by_area(), summary.areas), ([24, 24], areas.clone()));
    }
}

/// Without funds everything is counted and nothing is in kronor.
#[test]
fn a_study_without_kronor_is_audited() {
    let (place, study) = undrawn();
    change(&study, "study.toml", "[\"activity\", \"funds\"]", "[\"activity\"]");
    change(&study, "study.toml", "funds = \"Insats {n}: Kronor\"\n", "");
    let declared = fs::read_to_string(study.join("study.toml")).expect("declarations");
    let (first, rest) = declared.split_once("[[requisitions]]").expect("requisitions");
    let (_, survey) = rest.split_once("[[survey]]").expect("a survey");
    fs::write(study.join("study.toml"), format!("{first}[[survey]]{survey}")).expect("declarations");
    fs::write(study.join("report.toml"), "").expect("a report");
    let summary = drawn(&study, 12);
    assert!(summary.money.is_none());
    code(&study, "Anna", sample(&study), "G1");
    assert_eq!(numbers(&study), [12, 12, 24, 0, 0, 0, 0]);
    let options = Options { out: Some(place.path().join("out")), ..Options::default() };
    evaluate_audit(&study, &options, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    let found = rows(&place.path().join("out/estimates.csv"));
    let all = found.iter().find(|row| row["area"] == "all" && row["code"] == "G1").expect("G1");
    assert!(all["interventions"].parse::<usize>().is_ok_and(|number| number >= 12), "{all:?}");
    assert!(all.keys().all(|column| !column.contains("_kr")), "{all:?}");
}

/// A later version of the codebook, with a code that is called otherwise: frozen codes are read as they are called now.
#[test]
fn estimates_follow_codes_that_are_renamed() {
    let (_place, study) = read();
    let renamed = |rows: Vec<[String; 7]>| {
        rows.into_iter().map(|mut row| {
            row[0] = row[0].replace("G2", "G9");
            row
        })
    };
    let before: BTreeSet<[String; 7]> = renamed(estimated(&study).0).collect();
    let files = frozen(&study);
    let map = study.join("map.toml");
    fs::write(&map, "version = \"2\"\n[[rename]]\nsystem = \"s\"\ncode = \"G2\"\nto = \"G9\"\n").expect("a map");
    let author = Author { who: "Cecilia".to_owned(), when: Moment::of_unix(600), why: "Tydligare".to_owned() };
    ok(migrate_codebook(&study, &map, None, Some(&author), true, &|_| {}));
    assert_eq!(estimated(&study).0.into_iter().collect::<BTreeSet<_>>(), before);
    assert_eq!(frozen(&study), files);
    // Another codebook is no later version of this one.
    change(&study, "codebook.json", "\"id\": \"liten\"", "\"id\": \"stor\"");
    let told = unreadable(&study);
    assert!(told.contains("drawn with the codebook \"liten 1\""), "{told}");
}

/// What programs for version control do to line ends.
#[test]
fn line_ends_of_windows_change_nothing() {
    let (_place, study) = read();
    let before = (estimated(&study).0, numbers(&study));
    for folder in ["", "audit", "decisions"] {
        for entry in fs::read_dir(study.join(folder)).expect("a folder").flatten().filter(|own| own.path().is_file()) {
            let text = fs::read_to_string(entry.path()).expect("a text");
            fs::write(entry.path(), text.replace("\r\n", "\n").replace('\n', "\r\n")).expect("a file");
        }
    }
    assert_eq!((estimated(&study).0, numbers(&study)), before);
}

const REGIONS: usize = 12;

/// The case with 180 answers of which a model knows the code, and which no rule codes; the sample of 90 is read by Anna, who gives `of` an
/// answer's number.
fn with_model(of: &dyn Fn(usize) -> &'static str) -> (tempfile::TempDir, std::path::PathBuf) {
    let (place, study) = undrawn();
    change(&study, "codebook.json", ", \"rules\": [{ \"any\": [\"kurs*\"] }]", "");
    change(&study, "study.toml", "year = 2025\n", "year = 2025\nmodel = \"m.json\"\n");
    let svar = fs::read_to_string(study.join("svar.csv")).expect("answers");
    let heads: Vec<String> =
        (1..=180 / REGIONS).map(|n| format!(";Insats {n}: Vad gjordes?;Insats {n}: Kronor")).collect();
    let mut answers = format!("Id;Region{}\n", heads.concat());
    let book = Codebook::load(&study.join("codebook.json"), "codebook.json").expect("a codebook");
    let known = one_domain(&book);
    for (at, line) in svar.lines().skip(1).enumerate() {
        let cells: Vec<&str> = line.split(';').collect();
        let own = known.systems[0].examples.iter().skip(at * 180 / REGIONS).take(180 / REGIONS);
        let own: Vec<String> = own.map(|example| format!(";{};30000", example.text)).collect();
        let _ = writeln!(answers, "{};{}{}", cells[0], cells[1], own.concat());
    }
    fs::write(study.join("svar.csv"), answers).expect("answers");
    learn(&study, 0.9);
    drawn(&study, 90);
    let mut by_code: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for id in sample(&study) {
        by_code.entry(of(number(&id))).or_default().push(id);
    }
    by_code.into_iter().for_each(|(own, ids)| code(&study, "Anna", ids, own));
    (place, study)
}

fn one_domain(book: &Codebook) -> Material {
    let mut known = material(book);
    known.systems.iter_mut().flat_map(|system| &mut system.examples).for_each(|example| example.block = 0);
    known
}

fn learn(study: &Path, promise: f64) {
    let book = Codebook::load(&study.join("codebook.json"), "codebook.json").expect("a codebook");
    let model = train::learn(&one_domain(&book), &book, promise).model;
    fs::write(study.join("m.json"), model.to_json().expect("a model")).expect("a file");
}

/// The number of an answer among the 180.
fn number(id: &str) -> usize {
    let parts: Vec<usize> = id.split('-').filter_map(|part| part.parse().ok()).collect();
    (parts[0] - 1) * (180 / REGIONS) + parts[1] - 1
}

/// The code that the model learned an answer with.
fn learned(number: usize) -> &'static str {
    ["G1", "G2", "G3"][number % 3]
}

fn run(study: &Path, out: &Path) -> Summary {
    run_into(study, out, &UNDRAWN).unwrap_or_else(|failure| panic!("{}", told(&failure)))
}

/// What a run accepted, by answer.
fn accepted(out: &Path) -> BTreeSet<(String, String)> {
    let all = rows(&out.join("data/codings.csv")).into_iter().filter(|row| row["source"] == "suggestions");
    all.map(|row| (row["intervention_id"].clone(), row["code"].clone())).collect()
}

fn of_audit(summary: &Summary) -> Vec<&str> {
    summary.notices.iter().map(Diagnostic::name).filter(|name| name.starts_with("audit")).collect()
}

/// The threshold of the sample is counted again by hand from what was frozen; runs accept what reaches it, and nothing else.
#[test]
fn suggestions_are_accepted_by_the_threshold_of_the_audit() {
    // Of every 30 answers one is coded otherwise than it was learned.
    let (place, study) = with_model(&|number| learned(if number % 30 == 0 { number + 1 } else { number }));
    let options = Options { out: Some(place.path().join("eval")), ..Options::default() };
    let evaluated =
        || evaluate_audit(&study, &options, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure))).is_of_model;
    assert!(evaluated());
    let promised = rows(&place.path().join("eval/thresholds.csv")).remove(0);
    let threshold: f64 = promised["threshold"].parse().unwrap_or_else(|_| panic!("{promised:?}"));
    let read = sample(&study);
    let (mut counts, mut expected) = ([0; 3], BTreeSet::new());
    for row in rows(&study.join("audit/draw-1.csv")) {
        let id = &row["intervention_id"];
        for suggested in row["suggestions"].split(';').filter(|own| !own.is_empty()) {
            let parts: Vec<&str> = suggested.split(':').collect();
            if parts[1].parse::<f64>().expect("a probability") < threshold {
                continue;
            }
            let people = learned(if number(id).is_multiple_of(30) { number(id) + 1 } else { number(id) });
            let is_read = read.contains(id);
            counts[0] += 1;
            counts[1] += usize::from(is_read);
            counts[2] += usize::from(is_read && parts[0] != people);
            if !is_read {
                expected.insert((id.clone(), parts[0].to_owned()));
            }
        }
    }
    let of_file = ["accepted", "read", "wrong"].map(|column| promised[column].parse::<usize>().expect("a number"));
    assert_eq!(counts, of_file, "{promised:?}");
    assert!(expected.len() > 30, "{expected:?}");
    let out = place.path().join("out");
    assert_eq!(of_audit(&run(&study, &out)), ["audit-accepted-from"]);
    assert_eq!(accepted(&out), expected);
    // What was audited is not what another model suggests.
    let suggested = || {
        let options = Options { out: Some(place.path().join("suggested")), ..Options::default() };
        let summary = suggest(&study, &options, None, 5.0, &|_| {});
        let summary = summary.unwrap_or_else(|failure| panic!("{}", told(&failure)));
        let names: Vec<&str> = summary.audited.iter().map(Diagnostic::name).collect();
        names.join(" ")
    };
    assert_eq!(suggested(), "audit-accepted-from");
    learn(&study, 0.5);
    assert_eq!(of_audit(&run(&study, &place.path().join("other"))), ["audit-of-other-model"]);
    assert_eq!(suggested(), "audit-of-other-model");
    assert!(!evaluated());
    // Before it is read nothing is told of the sample, nor whether anything is suggested for it.
    fs::remove_file(study.join("decisions/anna.jsonl")).expect("a file");
    suggested();
    let (mut kept, mut shown) = (BTreeSet::new(), BTreeSet::new());
    for row in rows(&place.path().join("suggested/data/suggestions.csv")) {
        let is_kept = row["verdict"] == "read-blind"
            && ["code", "probability", "evidence"].iter().all(|own| row[*own].is_empty());
        let ids = if is_kept { &mut kept } else { &mut shown };
        ids.insert(row["intervention_id"].clone());
    }
    assert!(kept.is_superset(&sample(&study)) && kept.is_disjoint(&shown) && !shown.is_empty(), "{kept:?}");
}

/// Where too much is wrong nothing is accepted, however sure the model is.
#[test]
fn nothing_is_accepted_where_nothing_can_be_promised() {
    let (place, study) = with_model(&|number| learned(number + number % 2));
    let out = place.path().join("out");
    assert_eq!(of_audit(&run(&study, &out)), ["audit-accepts-nothing"]);
    assert_eq!(accepted(&out), BTreeSet::new());
}
