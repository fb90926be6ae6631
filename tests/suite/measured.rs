//! What the documents say of how good rules and suggestions are is what comes out.
//!
//! Numbers are read from the documents, so that whoever changes rules or learning changes them, too. They are printed with
//! two or three decimals; what comes out may differ by [`MARGIN`] more than rounding does.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use insats::coding::agreement::CodeLevel;
use insats::coding::evaluation::{Evaluation, Result as Measured, Subject};
use insats::learning::Model;
use insats::run::{Measuring, Options, PROMISE, evaluate, learn};
use regex::Regex;

use crate::support::{UNDRAWN, domain_of_codebook, project, run_ok};

const STUDY: &str = "input/lagesrapport-2024";
const MARGIN: f64 = 0.005;
const DOMAINS: [&str; 4] = ["activity", "output", "goal", "effect"];

/// The rules against the final sheet, measured once for all tests.
static EVALUATION: LazyLock<Evaluation> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options { out: Some(folder.path().join("out")), ..Options::default() };
    evaluate(&project(STUDY), &options, Measuring::default(), &|_| {}).expect("an evaluation").evaluation
});

fn measured(domain: &str, group: Option<&str>) -> &'static Measured {
    let domain = domain_of_codebook(domain);
    let group = group.map(str::to_owned);
    &EVALUATION.results[&Subject { domain, level: CodeLevel::Main, area: None, group }]
}

fn page(name: &str) -> String {
    let text = fs::read_to_string(project(name)).expect("a page");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The parts of the only place that fits an expression.
fn said(page: &str, expression: &str) -> Vec<String> {
    let found: Vec<_> = Regex::new(expression).expect("an expression").captures_iter(page).collect();
    assert_eq!(found.len(), 1, "{expression} stands {} times", found.len());
    found[0].iter().skip(1).map(|part| part.expect("a part").as_str().to_owned()).collect()
}

/// Numbers as they are printed against what comes out; all that differ are told at once.
#[derive(Default)]
struct Comparison {
    compared: usize,
    differ: Vec<String>,
}

impl Comparison {
    fn holds(&mut self, what: &str, printed: &str, found: f64) {
        let decimals = printed.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let rounding = 0.5 * 10_f64.powi(-i32::try_from(decimals).expect("few"));
        let value: f64 = printed.parse().expect("a number");
        self.compared += 1;
        if (value - found).abs() > rounding + MARGIN {
            self.differ.push(format!("{what}: {printed} is printed, {found:.4} comes out"));
        }
    }

    fn end(self, numbers: usize) {
        assert!(self.differ.is_empty(), "{}", self.differ.join("\n"));
        assert_eq!(self.compared, numbers, "numbers that were compared");
    }
}

#[test]
fn rules_are_as_good_as_their_page_says() {
    let page = page("docs/reference/rules.md");
    let all = said(
        &page,
        r"main codes, F1: activity (0\.\d+), output (0\.\d+), goal (0\.\d+), effect (0\.\d+); of (\d+) effects that people left without a code the rules leave all",
    );
    let held_back = said(&page, r"On the held-back wordings: (0\.\d+), (0\.\d+), (0\.\d+), (0\.\d+)\.");
    let mut comparison = Comparison::default();
    for (at, domain) in DOMAINS.into_iter().enumerate() {
        for (group, printed) in [(None, &all[at]), (Some("held-back"), &held_back[at])] {
            let hits = measured(domain, group).micro();
            comparison.holds(&format!("{domain}, {group:?}"), printed, hits.f1().expect("an F1"));
            // What the rule set was asked to reach.
            assert!(hits.f1() >= Some(if domain == "activity" { 0.80 } else { 0.75 }), "{domain}, {group:?}");
            assert!(hits.precision() >= Some(0.80), "{domain}, {group:?}");
        }
    }
    comparison.end(2 * DOMAINS.len());
    let effects = measured("effect", None);
    assert_eq!((effects.without.to_string(), effects.rightly_without), (all[4].clone(), effects.without));
}

/// Learning takes some minutes in a debug build, so it is done where it is asked for, and by `.ci/run`.
#[test]
#[ignore = "learns the codes of 2024, some minutes: cargo test --test suite -- --ignored measured"]
fn suggestions_are_as_good_as_their_table_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("model.json");
    let model = learn(&[project(STUDY)], &file, None, PROMISE, &|_| {}).expect("a model").model;
    let text = fs::read_to_string(project("docs/reference/learning.md")).expect("the page");
    let rows = table(&text, "| domain | rules F1 |");
    let mut comparison = Comparison::default();
    for domain in DOMAINS {
        holds_row(&mut comparison, &model, domain, &rows[domain]);
    }
    let sentence = said(
        &page("docs/reference/learning.md"),
        r"among the (\d+) accepted activities of held-back answers (0\.\d+) are right, among the (\d+) outputs (0\.\d+)\.",
    );
    for (domain, printed) in [("activity", &sentence[..2]), ("output", &sentence[2..])] {
        let promises = &model.domain(domain_of_codebook(domain)).expect("a domain").1.quality.promise;
        let unseen = promises.iter().find(|promise| promise.group == "unseen").expect("held-back answers");
        comparison.holds(&format!("{domain}, held back"), &printed[1], unseen.right as f64 / unseen.accepted as f64);
        // A few codings more or less are accepted where a rule changes.
        let number: f64 = printed[0].parse().expect("a number");
        let few = (number - unseen.accepted as f64).abs() <= 5.0;
        assert!(few, "{number} accepted of {domain} are printed, {} come out", unseen.accepted);
    }
    comparison.end(8 * DOMAINS.len() + 2);
}

/// The cells of a table by the first of each row.
fn table(text: &str, head: &str) -> BTreeMap<String, Vec<String>> {
    let rows = text.lines().skip_while(|line| !line.starts_with(head)).skip(2).take_while(|line| line.starts_with('|'));
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    rows.map(cells).map(|cells| (cells[0].clone(), cells[1..].to_vec())).collect()
}

/// Domain, F1 of rules, of learning, of both, of both if tried carelessly; what is accepted and right with its interval; and
/// the share of codings that are accepted rightly.
fn holds_row(comparison: &mut Comparison, model: &Model, domain: &str, cells: &[String]) {
    let quality = &model.domain(domain_of_codebook(domain)).expect("a domain").1.quality;
    let f1 =
        |group: &str, way: &str| quality.count(group, "main", way).and_then(|count| count.hits().f1()).expect("an F1");
    let columns = [("all", "rules"), ("all", "learning"), ("all", "both"), ("careless", "both")];
    for (cell, (group, way)) in cells.iter().zip(columns) {
        comparison.holds(&format!("{domain}, {group}, {way}"), cell, f1(group, way));
    }
    let promise = quality.promise.iter().find(|promise| promise.group == "all").expect("all answers");
    let (value, (low, high)) = promise.precision().expect("a precision");
    let accepted = said(&cells[4], r"^(0\.\d+) \((0\.\d+) to (0\.\d+)\)$");
    for (printed, found) in accepted.iter().zip([value, low, high]) {
        comparison.holds(&format!("{domain}, accepted"), printed, found);
    }
    comparison.holds(&format!("{domain}, share"), &cells[5], promise.share().expect("a share"));
}

#[test]
fn the_first_page_counts_figures_and_tables_rightly() {
    let said = said(&page("README.md"), r"makes all (\d+) figures and (\w+) tables of the report");
    let (_, summary) = run_ok(&project(STUDY), &UNDRAWN[..1]);
    assert_eq!((said[0].as_str(), said[1].as_str()), ("39", "seven"));
    // A table more stands in appendix 1, eight figures in appendix 2, six figures and three tables in
    // appendix 3, a figure and four tables in appendix 4.
    assert_eq!((summary.figures, summary.tables), (39 + 8 + 6 + 1, 7 + 1 + 3 + 4));
}
