//! The study of the year before, in five other shapes, against expected results made independently of this program.

use std::sync::LazyLock;

use crate::expected::Compared;
use crate::support::{UNDRAWN, rows};

/// One run, made once for all tests.
static RUN: LazyLock<Compared> = LazyLock::new(|| Compared::new("lagesrapport-2023", &UNDRAWN));

#[test]
fn what_is_expected_of_2023_comes_out() {
    RUN.holds(321);
}

#[test]
fn coded_and_uncoded_interventions_of_2023_make_the_whole() {
    // As the README of the exports counts them.
    RUN.wholes(
        &[
            ("bu-region", 118),
            ("ungdom-lan", 96),
            ("samsjuklighet-lan", 151),
            ("kunskap-region", 92),
            ("kunskap-kommun", 640),
        ],
        &["activity", "output", "goal", "effect"],
    );
}

#[test]
fn contact_data_of_2023_reach_no_output() {
    // Everyone is "Uppgiftslämnare NNNN" with svarNNNN@example.org, 010-001 NN NN and an address reserved for documentation.
    RUN.no_contacts(r"(?i)uppgiftslämnare \d|@example\.org|010-001|192\.0\.2\.|198\.51\.100\.");
}

/// The claims were worked out from the expected results by a script of its own: all hold.
#[test]
fn claims_on_2023_hold() {
    let claims = rows(&RUN.out().join("data/claims.csv"));
    assert_eq!(claims.len(), 150);
    let other: Vec<_> = claims.iter().filter(|claim| claim["outcome"] != "holds").collect();
    assert!(other.is_empty(), "{other:#?}");
    let sources = rows(&RUN.study.join("claims.csv"));
    assert!(sources.iter().all(|claim| !claim["source"].is_empty()));
}

/// Every figure says its base, which is that of the expected answers.
#[test]
fn figures_of_answers_on_2023_say_their_base() {
    let report = std::fs::read_to_string(RUN.study.join("report.toml")).expect("the items");
    let report: toml::Table = report.parse().expect("TOML");
    let answers = RUN.expected("answers.csv");
    let mut compared = 0;
    for item in report["item"].as_array().expect("items") {
        let (Some(question), Some(area)) = (item.get("question"), item.get("area")) else { continue };
        let is_own = |row: &&crate::expected::Row| {
            Some(row["question"].as_str()) == question.as_str() && Some(row["area"].as_str()) == area.as_str()
        };
        let base = &answers.iter().find(is_own).expect("an answer")["base"];
        let id = item["id"].as_str().expect("an id");
        let text = std::fs::read_to_string(RUN.out().join(format!("figures/{id}.txt"))).expect("a figure");
        assert!(text.contains(base.as_str()), "{id} does not say its base {base}:\n{text}");
        compared += 1;
    }
    assert_eq!(compared, 15, "three figures of answers in each of five areas");
}

/// What the run tells, and nothing else.
#[test]
fn what_is_told_of_2023() {
    let told: Vec<String> = RUN.summary.notices.iter().map(ToString::to_string).collect();
    let holds = |text: &str| told.iter().any(|notice| notice.contains(text));
    for text in [
        "\"6072-2\" reports 536 kr",
        "Valdemarsvik in \"kunskap-kommun\" reported 70,000 kr but has repaid all it had",
        "did not answer: Håbo, Vingåker, Tjörn, Sandviken, Överkalix",
        "for Kumla in \"kunskap-kommun\": 217 kr reported, 217,300 kr requisitioned less repaid",
    ] {
        assert!(holds(text), "{text} in {told:#?}");
    }
    assert_eq!(told.len(), 4, "{told:#?}");
}
