//! What a machine says of a sample that is read blind stands in nothing that is written or shown before it has been read; numbers count it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use insats::run::{Asker, Options, accepting, diff, explain};
use insats::since::Difference;
use insats::wording::Language;

use crate::audits::{change, code, drawn, sample, told, undrawn};
use crate::support::{UNDRAWN, rows, run_into};

/// The case, in which R-2-2, which is not drawn, reads as R-5-1 does, which is; its texts may be shown.
fn drawn_with_a_twin() -> (tempfile::TempDir, std::path::PathBuf, BTreeSet<String>) {
    let (place, study) = undrawn();
    change(&study, "svar.csv", "Kurs i samtal", "APP, för egenvård");
    change(&study, "study.toml", "year = 2025\n", "year = 2025\ntexts_in_output = true\n");
    drawn(&study, 12);
    let ids = sample(&study);
    assert!(ids.len() == 12 && ids.contains("R-5-1") && !ids.contains("R-2-2"), "{ids:?}");
    (place, study, ids)
}

/// Of the codings in a file: those that are kept back, and the ids of those that are told.
fn codings(file: &Path) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut kept, mut shown) = (BTreeSet::new(), BTreeSet::new());
    for row in rows(file) {
        let id = row["intervention_id"].clone();
        match row["source"].as_str() {
            "read-blind" => {
                assert_eq!([&row["code"], &row["coder"], &row["evidence"]], [""; 3]);
                kept.insert(id);
            }
            _ => drop(shown.insert(id)),
        }
    }
    (kept, shown)
}

fn explained(study: &Path, words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let asker = Asker { language: Language::English, sees_texts: true };
    explain(study, &words, None, asker, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)))
}

#[test]
fn files_have_a_word_in_place_of_what_is_read_blind() {
    let (place, study, ids) = drawn_with_a_twin();
    let kept: BTreeSet<String> = ids.iter().cloned().chain(["R-2-2".to_owned()]).collect();
    let coded = place.path().join("coded");
    let options = Options { out: Some(coded.clone()), ..Options::default() };
    insats::run::code(&study, &options, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    let (own, shown) = codings(&coded.join("data/codings.csv"));
    assert_eq!(own, kept);
    assert!(shown.contains("R-8-2") && shown.is_disjoint(&kept), "{shown:?}");
    assert!(rows(&coded.join("data/review.csv")).iter().all(|row| !kept.contains(&row["intervention_id"])));
    let out = place.path().join("out");
    let formats = [&UNDRAWN[..], &[insats::render::Format::Html]].concat();
    run_into(&study, &out, &formats).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    assert_eq!(codings(&out.join("data/codings.csv")).0, kept);
    // Whether it says anything cannot be seen either.
    let waiting: BTreeSet<String> =
        rows(&out.join("data/waiting.csv")).into_iter().map(|row| row["intervention_id"].clone()).collect();
    assert!(waiting.is_disjoint(&kept) && waiting.len() + 12 >= kept.len(), "{waiting:?}");
    // Numbers count all: one of the 12 courses is an app now.
    let codes = rows(&out.join("data/codes.csv"));
    let number = |code: &str| codes.iter().find(|row| row["code"] == code).map(|row| row["interventions"].clone());
    assert_eq!([number("G1"), number("G2")], [Some("11".to_owned()), Some("9".to_owned())]);
    // Lists behind numbers say how many they do not list.
    let page = fs::read_to_string(out.join("rapport.html")).expect("a page");
    let lists = page.split("\"lists\"").nth(1).expect("lists");
    assert!(lists.contains("R-8-2") || page.contains("\"R-8-2\""), "{lists}");
    assert!(page.contains("läses blint och listas inte"));
    assert!(kept.iter().all(|id| !page.contains(&format!("\"{id}\""))));
    // What has been read is told.
    code(&study, "Anna", ids, "G3");
    run_into(&study, &place.path().join("read"), &UNDRAWN).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    assert!(codings(&place.path().join("read/data/codings.csv")).0.is_empty());
}

#[test]
fn explanations_keep_what_is_read_blind() {
    let (_place, study, ids) = drawn_with_a_twin();
    for id in ["R-5-1", "R-2-2"] {
        let page = explained(&study, &[id]);
        assert!(page.contains("read blind"), "{page}");
        assert!(!page.contains("G2") && !page.contains('[') && !page.contains("rules say"), "{page}");
    }
    let none = ids.iter().find(|id| ["R-9-2", "R-10-2", "R-11-2", "R-12-2"].contains(&id.as_str())).expect("drawn");
    let page = explained(&study, &[none]);
    assert!(!page.contains("no code") && !page.contains("not-coded") && !page.contains("rules say"), "{page}");
    assert!(explained(&study, &["R-8-2"]).contains("G1"));
    let page = explained(&study, &["tabell-01", "activity", "G2"]);
    assert!(page.contains("9 interventions") && page.contains("read blind and not listed"), "{page}");
    assert!(!page.contains("R-5-1") && !page.contains("R-2-2"), "{page}");
    // The twin waits for the sample.
    code(&study, "Anna", ids, "G1");
    assert!(explained(&study, &["R-2-2"]).contains("G2"));
}

/// The folder of a run does not say what was read blind then; what the machine says now stands in for it.
#[test]
fn a_run_from_before_the_reading_can_be_compared_with() {
    let (place, study, _) = drawn_with_a_twin();
    let out = place.path().join("out");
    run_into(&study, &out, &UNDRAWN).unwrap_or_else(|failure| panic!("{}", told(&failure)));
    let compared = || -> Difference {
        let summary = diff(&study, &out, None, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
        summary.difference
    };
    let unchanged = compared();
    assert!(unchanged.codes.is_empty(), "{:?}", unchanged.codes);
    assert!(unchanged.notes.iter().any(|note| note.word() == "read-blind"), "{:?}", unchanged.notes);
    code(&study, "Anna", ["R-5-1".to_owned()], "G3");
    let moved = compared();
    let by_code = |code: &str| moved.codes.iter().find(|own| own.code == code).map(|own| own.row.change().number);
    assert_eq!([by_code("G1"), by_code("G2"), by_code("G3")], [None, Some(-1), Some(1)]);
}

/// The four answers that rules do not code read alike here; some of them are drawn. Who listed the others would say what rules say of these.
#[test]
fn what_reads_as_the_sample_does_is_listed_when_that_is_read() {
    let (_place, study) = undrawn();
    for other in ["samverkan", "uppföljning", "rutiner"] {
        change(&study, "svar.csv", &format!("Arbetet med {other}"), "Arbetet med tillgänglighet");
    }
    drawn(&study, 12);
    let alike = ["R-9-2", "R-10-2", "R-11-2", "R-12-2"].map(str::to_owned);
    let (own, others): (Vec<String>, Vec<String>) = alike.into_iter().partition(|id| sample(&study).contains(id));
    assert!(own.len() >= 2 && !others.is_empty(), "{own:?}");
    let listed = || {
        let all = accepting(&study, "Bo", &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
        let waits = all.waiting(None).expect("what waits");
        let ids: Vec<String> = waits.codings.into_iter().map(|own| own.unit).collect();
        let status = insats::run::status(&study, None, &|_| {}).unwrap_or_else(|failure| panic!("{}", told(&failure)));
        assert_eq!(status.status.to_code.len(), ids.len());
        (ids.into_iter().collect::<BTreeSet<String>>(), waits.left_to_readers)
    };
    assert_eq!(listed(), (BTreeSet::new(), 4));
    // One of them is coded, and the next one reads the same.
    code(&study, "Anna", own[..1].to_vec(), "G3");
    assert_eq!(listed().0, BTreeSet::new());
    code(&study, "Anna", own[1..].to_vec(), "G3");
    assert_eq!(listed().0, others.into_iter().collect());
}
