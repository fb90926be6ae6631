//! Years side by side: the shipped studies against values that an independent program made, random pairs of years against a second
//! calculation in the test, and pairs whose cause of change is known.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use insats::register::{Level, recipients};
use proptest::prelude::*;

use crate::expected::{Compared, Row};
use crate::support::{UNDRAWN, project, rows, run_into};

pub(crate) fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} of {row:?}"))
}

fn keys(rows: &[Row], columns: &[&str]) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> =
        rows.iter().map(|row| columns.iter().map(|column| row[*column].clone()).collect()).collect();
    all.sort();
    all
}

/// Numbers exactly, funds to the öre, parts of numbers to the six decimals that are given.
#[test]
fn the_parts_of_the_change_from_2023_to_2024_are_those_expected() {
    let run = Compared::new("lagesrapport-2024", &UNDRAWN);
    let key = |row: &Row| ["area", "domain", "code"].map(|column| row[column].clone());
    let found: BTreeMap<_, Row> = run.data("compare-codes-2023.csv").into_iter().map(|row| (key(&row), row)).collect();
    let expected = run.expected("compare-codes.csv");
    assert_eq!((found.len(), expected.len()), (465, 465));
    let exact = [("interventions_2023", "n_2023"), ("interventions_2024", "n_2024"), ("area_then", "area_2023")];
    let kronor = [
        ("weighted_2023_kr", "kr_2023"),
        ("weighted_2024_kr", "kr_2024"),
        ("left_kr", "leavers"),
        ("joined_kr", "joiners"),
        ("funds_kr", "funds"),
        ("content_kr", "content"),
    ];
    let fine = [
        ("share_2023", "share_2023"),
        ("share_2024", "share_2024"),
        ("left_interventions", "leavers_n"),
        ("joined_interventions", "joiners_n"),
        ("volume_interventions", "volume_n"),
        ("content_interventions", "content_n"),
    ];
    for row in &expected {
        let own = &found[&key(row)];
        assert_eq!(own["comparable"] == "true", row["comparable"] == "yes", "{row:?}");
        for (ours, theirs) in exact {
            assert_eq!(own[ours], row[theirs], "{ours} of {row:?}");
        }
        for ((ours, theirs), within) in
            kronor.map(|pair| (pair, 0.005)).into_iter().chain(fine.map(|pair| (pair, 6e-7)))
        {
            let apart = (number(own, ours) - number(row, theirs)).abs();
            assert!(apart <= within, "{ours}: {} and {} of {row:?}", own[ours], row[theirs]);
        }
    }
    who_answered_and_what_reads_as_before(&run);
}

fn who_answered_and_what_reads_as_before(run: &Compared) {
    let found: Vec<Row> = run.data("compare-respondents-2023.csv");
    let expected = run.expected("compare-respondents.csv").into_iter().map(|mut row| {
        for (ours, theirs) in [("answered_2023", "in_2023"), ("answered_2024", "in_2024")] {
            row.insert(ours.to_owned(), (row[theirs] == "yes").to_string());
        }
        row
    });
    let columns = ["area", "recipient_code", "answered_2023", "answered_2024"];
    assert_eq!(keys(&found, &columns), keys(&expected.collect::<Vec<_>>(), &columns));
    // The expected pairs are of the four domains; the theme reads all texts together.
    let mut found = run.data("compare-same-text-2023.csv");
    found.retain(|row| row["domain"] != "theme");
    let columns = ["area", "recipient_code", "intervention_2023", "intervention_2024", "domain"];
    assert_eq!(keys(&found, &columns), keys(&run.expected("compare-same-text.csv"), &columns));
    let columns = ["intervention_2023", "intervention_2024", "domain", "codes_2023", "codes_2024"];
    let found = run.data("compare-recoded-2023.csv");
    assert_eq!(keys(&found, &columns), keys(&run.expected("compare-recoded.csv"), &columns));
}

/// What one recipient reported: by intervention kronor, the code, and the text.
pub(crate) type Reported = Vec<(u32, usize, u32)>;

/// A year: by recipient T and what it reported; who did not answer is missing.
pub(crate) type Year = BTreeMap<usize, (u32, Reported)>;

const CODES: [&str; 4] = ["G1.1", "G5", "G1.2; G5", ""];

/// Whether an intervention with these codes counts under G1, and under G5.
const COUNTS: [[bool; 2]; 4] = [[true, false], [false, true], [true, true], [false, false]];

fn year() -> impl Strategy<Value = Year> {
    let reported = prop::collection::vec((0_u32..5_000_000, 0_usize..4, 0_u32..6), 1..4);
    prop::collection::btree_map(0_usize..8, (0_u32..9_000_000, reported), 1..8)
}

/// Writes a year as a study of its own.
pub(crate) fn write(folder: &Path, year: i64, earlier: &str, data: &Year) {
    fs::create_dir_all(folder).expect("a folder");
    let study = format!(
        "title = \"Slump\"\nyear = {year}\ncodebook = \"codebook.json\"\ndraft = true\n[complete]\nrequires = [\"activity\", \"funds\"]\n\
         {earlier}\
         [[requisitions]]\nfile = \"medel.csv\"\nlevel = \"region\"\ncode = \"Kod\"\nareas = {{ Medel = \"a\" }}\n\
         [[coding]]\nrole = \"final\"\nfile = \"koder.csv\"\nintervention = \"Id\"\ndomains = {{ activity = \"Aktivitet\" }}\n\
         [[survey]]\narea = \"a\"\nlevel = \"region\"\nfile = \"svar.csv\"\nrespondent = {{ id = \"Id\", name = \"Region\" }}\n\
         [survey.intervention]\nactivity = \"Insats {{n}} text\"\nfunds = \"Insats {{n}} kr\"\n"
    );
    let mut answers =
        String::from("Id;Region;Insats 1 text;Insats 1 kr;Insats 2 text;Insats 2 kr;Insats 3 text;Insats 3 kr\n");
    let (mut funds, mut codes) = (String::from("Kod;Medel\n"), String::from("Id;Aktivitet\n"));
    for (who, (target, reported)) in data {
        let recipient = &recipients(Level::region())[*who];
        let _ = write!(answers, "R{who:02};{}", recipient.name);
        for block in 0..3 {
            match reported.get(block) {
                Some((kronor, code, text)) => {
                    let _ = write!(answers, ";Insatsen nummer {text} av region {who} del {block};{kronor}");
                    let _ = writeln!(codes, "R{who:02}-{};\"{}\"", block + 1, CODES[*code]);
                }
                None => answers.push_str(";;"),
            }
        }
        answers.push('\n');
        let _ = writeln!(funds, "{};{target}", recipient.code);
    }
    let codebook = fs::read_to_string(project("codebook/psykisk-halsa.json")).expect("the codebook");
    for (name, text) in [
        ("study.toml", study.as_str()),
        ("report.toml", ""),
        ("svar.csv", &answers),
        ("medel.csv", &funds),
        ("koder.csv", &codes),
        ("codebook.json", &codebook),
    ] {
        fs::write(folder.join(name), text).expect("a file");
    }
}

/// The rows of G1 and G5 of a pair of years, by code.
fn compared(then: &Year, now: &Year) -> BTreeMap<String, Row> {
    let root = tempfile::tempdir().expect("a folder");
    let [earlier, own] = ["then", "now"].map(|name| root.path().join(name));
    write(&earlier, 2023, "", then);
    write(&own, 2024, "[limits]\noutside = [\"../then\"]\n[[earlier]]\nstudy = \"../then\"\n", now);
    let out = root.path().join("out");
    run_into(&own, &out, &UNDRAWN).expect("a run");
    let all = rows(&out.join("data/compare-codes-2023.csv")).into_iter();
    let all = all.filter(|row| row["domain"] == "activity").map(|row| (row["code"].clone(), row));
    all.collect()
}

/// K and T, as number of interventions or as kronor, of what counts under a code; the kronor weighted by J = T / S.
fn own(data: &Year, who: usize, code: usize, funds: bool) -> Option<(f64, f64)> {
    let (target, reported) = data.get(&who)?;
    let of = |wanted: &dyn Fn(usize) -> bool| -> (f64, f64) {
        let own = reported.iter().filter(|(_, codes, _)| wanted(*codes));
        (own.clone().count() as f64, own.map(|(kronor, ..)| f64::from(*kronor)).sum())
    };
    let (part, whole) = (of(&|codes| COUNTS[codes][code]), of(&|_| true));
    if !funds {
        return Some((part.0, whole.0));
    }
    let share = if whole.1 == 0.0 { 0.0 } else { part.1 / whole.1 };
    Some((share * f64::from(*target), f64::from(*target)))
}

/// Left, joined, volume, content by the formulas of docs/method.md, in floating point.
fn by_hand(then: &Year, now: &Year, code: usize, funds: bool) -> [f64; 4] {
    let mut parts = [0.0; 4];
    for who in 0..8 {
        match (own(then, who, code, funds), own(now, who, code, funds)) {
            (Some((k, _)), None) => parts[0] -= k,
            (None, Some((k, _))) => parts[1] += k,
            (Some((k0, t0)), Some((k1, t1))) => {
                let share = |k: f64, t: f64| if t == 0.0 { 0.0 } else { k / t };
                let (s0, s1) = (share(k0, t0), share(k1, t1));
                parts[2] += (t1 - t0) * (s0 + s1) / 2.0;
                parts[3] += (t0 + t1) / 2.0 * (s1 - s0);
            }
            (None, None) => {}
        }
    }
    parts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn parts_of_random_changes_are_those_of_the_formulas_and_sum_to_the_change(then in year(), now in year()) {
        let found = compared(&then, &now);
        for (code, name) in ["G1", "G5"].into_iter().enumerate() {
            let parts = [by_hand(&then, &now, code, false), by_hand(&then, &now, code, true)];
            let Some(row) = found.get(name) else {
                let nobody = |data: &Year| (0..8).all(|who| own(data, who, code, false).is_none_or(|(k, _)| k == 0.0));
                prop_assert!(nobody(&then) && nobody(&now));
                continue;
            };
            let of_numbers = ["left_interventions", "joined_interventions", "volume_interventions", "content_interventions"];
            let of_funds = ["left_kr", "joined_kr", "funds_kr", "content_kr"];
            for (columns, expected, within) in [(of_numbers, parts[0], 1e-6), (of_funds, parts[1], 0.011)] {
                for (column, expected) in columns.iter().zip(expected) {
                    prop_assert!((number(row, column) - expected).abs() <= within, "{column}: {expected} of {row:?}");
                }
            }
            let change = number(row, "interventions_2024") - number(row, "interventions_2023");
            let sum: f64 = of_numbers.iter().map(|column| number(row, column)).sum();
            prop_assert!((change - sum).abs() < 1e-6, "{row:?}");
            let change = number(row, "weighted_2024_kr") - number(row, "weighted_2023_kr");
            let sum: f64 = of_funds.iter().map(|column| number(row, column)).sum();
            // Each part was rounded to an öre by itself.
            prop_assert!((change - sum).abs() <= 0.03, "{row:?}");
        }
    }
}

/// Two recipients: J = 1 for both. Region 0 has 300 of G1.1 and 100 of G5, region 1 has 200 of both.
pub(crate) fn known() -> Year {
    let year = [(0, (400, vec![(300, 0, 0), (100, 1, 0)])), (1, (200, vec![(200, 2, 0)]))];
    year.into_iter().collect()
}

fn parts(row: &Row) -> Vec<f64> {
    ["left", "joined", "funds", "content", "recoded"].iter().map(|part| number(row, &format!("{part}_kr"))).collect()
}

/// Region 0's first answer reads as before and has G5 instead of G1.1: 300 kr move, as coding and as nothing else.
#[test]
fn other_codes_of_the_same_answers_move_nothing_but_coding() {
    let mut now = known();
    now.get_mut(&0).expect("region 0").1[0].1 = 1;
    let found = compared(&known(), &now);
    assert_eq!(parts(&found["G1"]), [0.0, 0.0, 0.0, -300.0, -300.0]);
    assert_eq!(parts(&found["G1.1"]), [0.0, 0.0, 0.0, -300.0, -300.0]);
    assert_eq!(parts(&found["G5"]), [0.0, 0.0, 0.0, 300.0, 300.0]);
    assert_eq!(number(&found["G5"], "recoded_interventions"), 1.0);
}

/// Everybody gets twice as much for the same: G1 had 300 + 200 kr.
#[test]
fn more_funds_move_nothing_but_funds() {
    let mut now = known();
    now.values_mut().for_each(|(target, _)| *target *= 2);
    let found = compared(&known(), &now);
    assert_eq!(parts(&found["G1"]), [0.0, 0.0, 500.0, 0.0, 0.0]);
    assert_eq!(parts(&found["G5"]), [0.0, 0.0, 300.0, 0.0, 0.0]);
}

/// Region 1 leaves with its 200 kr of both, region 2 joins with 50 of G5.
#[test]
fn who_leaves_and_who_joins_moves_nothing_but_that() {
    let mut now = known();
    now.remove(&1);
    now.insert(2, (50, vec![(50, 1, 3)]));
    let found = compared(&known(), &now);
    assert_eq!(parts(&found["G1"]), [-200.0, 0.0, 0.0, 0.0, 0.0]);
    assert_eq!(parts(&found["G5"]), [-200.0, 50.0, 0.0, 0.0, 0.0]);
}

/// Region 0 uses 100 kr of G1.1 for G5, by other answers: content, and no coding.
#[test]
fn other_content_is_no_coding() {
    let mut now = known();
    now.get_mut(&0).expect("region 0").1 = vec![(200, 0, 4), (200, 1, 5)];
    let found = compared(&known(), &now);
    assert_eq!(parts(&found["G1"]), [0.0, 0.0, 0.0, -100.0, 0.0]);
    assert_eq!(parts(&found["G5"]), [0.0, 0.0, 0.0, 100.0, 0.0]);
}

/// A copy of the study without its neighbour: a warning, and all else as before.
#[test]
fn a_study_runs_without_the_year_before() {
    let root = tempfile::tempdir().expect("a folder");
    let own = root.path().join("now");
    write(&own, 2024, "[limits]\noutside = [\"../then\"]\n[[earlier]]\nstudy = \"../then\"\n", &known());
    let item =
        "[[item]]\nid = \"figur-1\"\nkind = \"change\"\narea = \"a\"\ndomain = \"activity\"\ntitle = \"Ändring\"\n";
    fs::write(own.join("report.toml"), item).expect("to write");
    let out = root.path().join("out");
    let summary = run_into(&own, &out, &UNDRAWN).expect("a run");
    let told: Vec<&str> = summary.notices.iter().map(|notice| notice.name()).collect();
    assert_eq!(told.iter().filter(|name| **name == "earlier-missing").count(), 1, "{told:?}");
    assert!(!told.contains(&"outside-missing"));
    assert!(!out.join("data/compare-codes-2023.csv").exists());
    let words = fs::read_to_string(out.join("figures/figur-1.txt")).expect("a figure");
    assert!(words.contains("Ett tidigare år saknas: det finns ingen studie i ../then."), "{words}");
    assert_eq!(rows(&out.join("data/interventions.csv")).len(), 3);
}

/// A year as reported beside one that is weighted is told, for its kronor are something else; another currency has no kronor beside these.
#[test]
fn funds_that_count_otherwise_are_told() {
    for (declared, requisitions, told, has_funds) in [
        ("weighting = { per = \"none\" }\n", false, "earlier-other-weighting", true),
        ("currency = \"EUR\"\n", true, "earlier-other-currency", false),
    ] {
        let root = tempfile::tempdir().expect("a folder");
        let [then, now] = ["then", "now"].map(|name| root.path().join(name));
        write(&then, 2023, "", &known());
        let text = fs::read_to_string(then.join("study.toml")).expect("a study");
        let (first, rest) = text.split_once("[[requisitions]]").expect("requisitions");
        let (_, without) = rest.split_once("[[coding]]").expect("a sheet");
        let text = if requisitions { text.clone() } else { format!("{first}[[coding]]{without}") };
        fs::write(then.join("study.toml"), format!("{declared}{text}")).expect("to write");
        write(&now, 2024, "[limits]\noutside = [\"../then\"]\n[[earlier]]\nstudy = \"../then\"\n", &known());
        let out = root.path().join("out");
        let summary = run_into(&now, &out, &UNDRAWN).unwrap_or_else(|failure| panic!("{failure}"));
        assert!(summary.notices.iter().any(|notice| notice.name() == told), "{told}");
        let head = fs::read_to_string(out.join("data/compare-codes-2023.csv")).expect("a file");
        assert_eq!(head.lines().next().is_some_and(|head| head.contains("weighted_2023_kr")), has_funds, "{told}");
    }
}

/// A code that is called as before and means something else is told: its numbers are no change of the world.
#[test]
fn a_code_that_was_redefined_is_told() {
    let root = tempfile::tempdir().expect("a folder");
    let [then, now] = ["then", "now"].map(|name| root.path().join(name));
    write(&then, 2023, "", &known());
    write(&now, 2024, "[limits]\noutside = [\"../then\"]\n[[earlier]]\nstudy = \"../then\"\n", &known());
    let told = |out: &str| {
        let summary = run_into(&now, &root.path().join(out), &UNDRAWN).expect("a run");
        let notices = summary.notices.iter().filter(|notice| notice.name() == "earlier-other-definitions");
        notices.map(|notice| notice.told(insats::wording::Language::English)[0].clone()).collect::<Vec<_>>()
    };
    assert_eq!(told("same"), Vec::<String>::new());
    let book = fs::read_to_string(then.join("codebook.json")).expect("a codebook");
    let mut book: serde_json::Value = serde_json::from_str(&book).expect("JSON");
    let codes = book["systems"][0]["codes"].as_array_mut().expect("codes");
    codes[0]["definition"]["sv"] = "Något annat än i år.".into();
    let id = codes[0]["id"].as_str().expect("an id").to_owned();
    fs::write(then.join("codebook.json"), book.to_string()).expect("to write");
    assert_eq!(told("other"), [format!("one code is defined otherwise than in 2023: {id}")]);
}
