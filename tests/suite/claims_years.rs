//! Claims that name another year: the comparing ones of the shipped study, every number of the year before as an assertion of this
//! year's study, and what is said of mistakes.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use insats::claims::Outcome::{self, Fails, Holds, Undecided};
use insats::run::{Options, VerifiedClaim, draft_claims, verify};

use crate::support::{copy_folder, project, rows};

fn verified(study: &Path) -> BTreeMap<String, VerifiedClaim> {
    let summary = verify(study, None, &Options::default(), &|_| {}).unwrap_or_else(|failure| panic!("{failure}"));
    summary.claims.into_iter().map(|claim| (claim.id.clone(), claim)).collect()
}

/// The verdicts on the comparing sentences, with the numbers they rest on. These were added up by a program of its own (Python) from
/// `codes.csv`, `answers.csv` and `weights.csv` in `tests/lagesrapport-2023/expected` and `tests/lagesrapport-2024/expected`.
const COMPARING: [(&str, Outcome, &[&str]); 17] = [
    // T of ungdom-lan; the break is declared.
    ("JF-001", Holds, &["150 mnkr", "2023 gick länens gemensamma medel till ungdomsmottagningar"]),
    // 119.6 of 250 million, 127.1 of 150 million: both a third or more.
    ("JF-002", Holds, &["119,599 mnkr av 250 mnkr (47,8 %)", "av 150 mnkr (84,7 %)"]),
    // A quarter of the most common: bu-region 18/73 and 19/83, kunskap-region 13/70 and 11/75 are less; the others are more.
    (
        "JF-003",
        Fails,
        &[
            "bu-region, 2023: G1 73, G2 28, G5 18",
            "bu-region, 2024: G1 83, G2 30, G5 19",
            "kunskap-region, 2023: G1 70, G5 13",
            "kunskap-region, 2024: G1 75, G5 11",
            "samsjuklighet-lan, 2024: G1 95, G3 43, G5 25",
        ],
    ),
    ("JF-004", Holds, &["2023: T2 87, T1 84", "2024: T1 123, T2 42"]),
    // 71 of 640 and 99 of 793; the next are 8 of 151 and 9 of 125.
    (
        "JF-005",
        Holds,
        &[
            "2023: kunskap-kommun 11,1 %, samsjuklighet-lan 5,3 %",
            "2024: kunskap-kommun 12,5 %, bu-lan 7,2 %",
            "99 av 793",
        ],
    ),
    ("JF-006", Holds, &["2023: T2 87, T1 84"]),
    ("JF-007", Holds, &["2023 gick länens gemensamma medel till ungdomsmottagningar"]),
    // Activity or output G2.2: at least 12 and 13 outputs.
    ("JF-008", Holds, &[]),
    ("JF-009", Undecided, &[]),
    ("JF-010", Holds, &["11; 8"]),
    ("JF-011", Holds, &["99; 71"]),
    // The support of knowledge has 237/345 and 293/428 of the most common.
    ("JF-012", Holds, &["2023: Annat utvecklingsarbete 345", "2024: Annat utvecklingsarbete 428"]),
    ("JF-013", Undecided, &[]),
    ("JF-014", Undecided, &["ingen motsvarighet 2023"]),
    ("JF-015", Undecided, &["ingen motsvarighet 2023"]),
    ("JF-016", Holds, &["2023: G1 516, G5 394", "2024: G1 666, G5 512", "2023: G1 799,8 mnkr", "2024: G1 952,7 mnkr"]),
    ("JF-017", Holds, &["150 mnkr; 119,599 mnkr"]),
];

#[test]
fn the_seventeen_comparing_sentences_come_out_as_worked_out_beside_the_program() {
    let claims = verified(&project("input/lagesrapport-2024"));
    assert_eq!(claims.keys().filter(|id| id.starts_with("JF-")).count(), COMPARING.len());
    for (id, outcome, numbers) in COMPARING {
        let verdict = &claims[id].verdict;
        assert_eq!(verdict.outcome, outcome, "{id}: {verdict:?}");
        let told = format!("{} {}", verdict.computed.in_ids, verdict.reason).replace('\u{a0}', " ");
        for number in numbers {
            assert!(told.contains(number), "{number} in {id}: {told}");
        }
    }
    let true_of_003 = &claims["JF-003"].verdict.reason;
    for area in ["Barn och unga – regionernas insatser, 2024:", "vård och omsorg – regionernas insatser, 2024:"] {
        assert!(true_of_003.contains(area), "{true_of_003}");
    }
    for area in ["bu-lan", "samsjuklighet-lan", "kunskap-kommun"] {
        assert!(!true_of_003.contains(area), "{true_of_003}");
    }
}

/// A copy of the shipped studies of both years, with other claims.
fn both_years(root: &Path, claims: &str) -> PathBuf {
    for study in ["input/lagesrapport-2023", "input/lagesrapport-2024"] {
        copy_folder(&project(study), &root.join(study));
    }
    fs::create_dir_all(root.join("codebook")).expect("a folder");
    fs::copy(project("codebook/psykisk-halsa.json"), root.join("codebook/psykisk-halsa.json")).expect("the codebook");
    let study = root.join("input/lagesrapport-2024");
    fs::write(study.join("claims.csv"), claims).expect("a file");
    study
}

/// Every number and amount of 2023 that an independent program found, as a claim of the study of 2024; amounts to a few kronor, for
/// there they were not rounded one by one.
#[test]
fn every_number_of_the_year_before_can_be_asked_for() {
    let expected = |file: &str| rows(&project("tests/lagesrapport-2023/expected").join(file));
    let quoted = |text: &str| text.replace('"', "\"\"");
    let mut claims = String::from("id,area,statement,assertion\n");
    let mut add = |area: &str, assertion: String| {
        let number = claims.lines().count();
        let _ = writeln!(claims, "P-{number},{area},,\"{}\"", quoted(&assertion));
    };
    for row in expected("codes.csv") {
        let [area, domain, code, number, kronor] =
            ["area", "domain", "code", "interventions", "weighted_kr"].map(|column| row[column].as_str());
        let kronor: f64 = kronor.parse().expect("an amount");
        let (low, high) = ((kronor - 60.0).max(0.0) as i64, (kronor + 60.0) as i64);
        let code = if code == "none" { "uncoded" } else { code };
        // Areas of then by their ids of then and, where they have others now, of now.
        let now = if area == "ungdom-lan" { "bu-lan" } else { area };
        add(now, format!("interventions({domain} = {code}) in 2023 = {number}"));
        add(
            "all",
            format!(
                "kronor({area}: {domain} = {code}) in 2023 >= {low}; kronor({now}: {domain} = {code}) in 2023 <= {high}"
            ),
        );
    }
    for row in expected("answers.csv") {
        let [area, question, option, answer, count] =
            ["area", "question", "option", "answer", "count"].map(|column| row[column].as_str());
        let condition = match (option, answer) {
            (option, "") => format!("{question} = \"{option}\""),
            ("", answer) => format!("{question} = \"{answer}\""),
            (option, answer) => format!("{question} \"{option}\" = \"{answer}\""),
        };
        let measure = if PER_INTERVENTION.contains(&question) { "interventions" } else { "respondents" };
        add("all", format!("{measure}({area}: {condition}) in 2023 = {count}"));
    }
    let root = tempfile::tempdir().expect("a folder");
    let claims = verified(&both_years(root.path(), &claims));
    assert!(claims.len() > 800, "{}", claims.len());
    let wrong: Vec<_> = claims.values().filter(|claim| claim.verdict.outcome != Holds).take(5).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The questions that are asked of interventions.
const PER_INTERVENTION: [&str; 4] = ["targets", "responsible", "partners", "main_area"];

#[test]
fn mistakes_in_years_are_told_with_what_there_is() {
    let folder = tempfile::tempdir().expect("a folder");
    copy_folder(&project("tests/cases/claims-years"), folder.path());
    let told = |assertion: &str| {
        let claims = format!("id,area,statement,assertion\nM-1,psykisk,,\"{assertion}\"\n");
        fs::write(folder.path().join("claims.csv"), claims).expect("a file");
        match verify(folder.path(), None, &Options::default(), &|_| {}) {
            Ok(summary) => format!("{:?}", summary.claims[0].verdict),
            Err(failure) => failure.to_string(),
        }
    };
    for (assertion, wanted) in [
        ("interventions in 2022 = 3", "no [[earlier]] gives the year 2022"),
        ("interventions in 2022 = 3", "one of 2023, 2024"),
        // Wrong in both years; known in one.
        ("interventions(activity = Q) in 2023 = 3", "is no code of the domain activity"),
        ("interventions(halso) in 2023 = 3", "did you mean \"halsa\""),
        ("interventions(halsa) = 3", "\"halsa\" is no area of the study"),
        ("interventions(psykisk: samverkan = 'Kanske') in 2023 = 3", "\"Kanske\""),
        ("respondents(reported > reported in 2023) = 3", "is of the study's own year"),
        ("interventions rounded since 2023", "rounded"),
        ("interventions is few since 2023", "does not say what it means of a change"),
        ("interventions is ökat", "does not say since when"),
        ("interventions(broken(2023)) = 1", "breaks are declared of areas"),
        ("interventions in 2024 = 6", "Holds"),
        ("interventions(ny) increased since 2023", "Undecided"),
    ] {
        let said = told(assertion);
        assert!(said.contains(wanted), "{wanted} in {assertion}:\n{said}");
    }
}

#[test]
fn a_study_that_lies_alone_leaves_claims_on_other_years_undecided() {
    let folder = tempfile::tempdir().expect("a folder");
    copy_folder(&project("tests/cases/claims-years"), folder.path());
    fs::remove_dir_all(folder.path().join("fjol")).expect("the earlier study");
    for (id, claim) in verified(folder.path()) {
        assert_eq!(claim.verdict.outcome, Undecided, "{id}: {:?}", claim.verdict);
    }
}

/// Numbers of an earlier year in a manuscript, and what is drafted of two years.
#[test]
fn numbers_of_an_earlier_year_are_found_in_a_text_and_drafted() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("claims-years");
    copy_folder(&project("tests/cases/claims-years"), &study);
    let claims = "id,area,statement,assertion\nM-1,psykisk,Året före redovisades 5 insatser inom området.,interventions in 2023 = 5\n";
    fs::write(study.join("claims.csv"), claims).expect("a file");
    let text = folder.path().join("text.md");
    fs::write(&text, "Året före, 2023, redovisades 7 insatser inom området.\n").expect("a file");
    let summary =
        verify(&study, Some(&text), &Options::default(), &|_| {}).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(summary.is_wrong());
    fs::write(&text, "Året före, 2023, redovisades 5 insatser inom området.\n").expect("a file");
    let summary =
        verify(&study, Some(&text), &Options::default(), &|_| {}).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(!summary.is_wrong());

    let drafted =
        draft_claims(&study, &Options::default(), None, &|_| {}).unwrap_or_else(|failure| panic!("{failure}"));
    let drafted = String::from_utf8(drafted.bytes).expect("a text");
    // The study calls up to 30 percent unchanged; what is broken or was not there is not drafted.
    assert!(
        drafted.contains("interventions unchanged since 2023; interventions in 2023 = 5; interventions = 6"),
        "{drafted}"
    );
    assert!(!drafted.contains("\"lan-2\"") && !drafted.contains("ny-2"), "{drafted}");
}
