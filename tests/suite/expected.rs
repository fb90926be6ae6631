//! What a run wrote, held against expected results that were made independently of this program.

use std::collections::BTreeMap;
use std::path::PathBuf;

use insats::render::Format;
use insats::run::Summary;

use crate::support::{files, project, rows, run_ok};

/// What stands for a code where there is none.
pub const WITHOUT_CODE: [&str; 3] = ["none", "not-coded", "unsettled"];

/// A row of a CSV file by its columns.
pub type Row = BTreeMap<String, String>;

/// One run of a shipped study, and the folder of what is expected.
pub struct Compared {
    /// The folder of the study.
    pub study: PathBuf,
    folder: tempfile::TempDir,
    /// What the run told.
    pub summary: Summary,
    /// What is expected: `weights.csv`, `codes.csv`, `answers.csv`, `excluded.csv`.
    expected: PathBuf,
}

impl Compared {
    /// Runs a study of `input/`, whose expected results lie in the folder of its name in `tests/`.
    pub fn new(study: &str, formats: &[Format]) -> Self {
        let expected = project("tests").join(study).join("expected");
        let study = project("input").join(study);
        let (folder, summary) = run_ok(&study, formats);
        Self { study, folder, summary, expected }
    }

    /// The output folder.
    pub fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    /// Everything that was expected of a run: so many recipients, and weights, codes, answers, exclusions and sums.
    pub fn holds(&self, recipients: usize) {
        self.weights(recipients);
        self.codes();
        self.answers();
        self.exclusions();
        self.sums();
    }

    /// A data file of the run.
    pub fn data(&self, name: &str) -> Vec<Row> {
        rows(&self.out().join("data").join(name))
    }

    /// A file of what is expected.
    pub fn expected(&self, name: &str) -> Vec<Row> {
        rows(&self.expected.join(name))
    }

    fn both(&self, name: &str, key: &[&str]) -> [BTreeMap<Vec<String>, Row>; 2] {
        [by_key(self.data(name), key), by_key(self.expected(name), key)]
    }

    /// Recipients, numbers, funds and factors.
    fn weights(&self, recipients: usize) {
        let [found, expected] = self.both("weights.csv", &["area", "recipient_code"]);
        assert_eq!(found.len(), recipients);
        assert!(found.keys().eq(expected.keys()));
        for (key, row) in &expected {
            for (column, value) in row.iter().filter(|(column, _)| *column != "factor") {
                assert_eq!(found[key][column], *value, "{column} of {key:?}");
            }
            // Nothing reported: there is no factor.
            if row["factor"].is_empty() {
                assert_eq!(found[key]["factor"], "", "{key:?}");
                continue;
            }
            let (ours, theirs) = (number(&found[key], "factor"), number(row, "factor"));
            assert!((ours - theirs).abs() <= 1e-12 * theirs, "factor of {key:?}: {ours} and {theirs}");
        }
    }

    /// Numbers of codes exactly, funds within one unit per intervention.
    fn codes(&self) {
        let [found, expected] = self.both("codes.csv", &["area", "domain", "code"]);
        let coded: Vec<_> = found.keys().filter(|k| !WITHOUT_CODE.contains(&&*k[2])).collect();
        assert!(coded.into_iter().eq(expected.keys()));
        for (key, row) in &expected {
            assert_eq!(found[key]["interventions"], row["interventions"], "{key:?}");
            let weighted = money(row, "weighted");
            let off = (number(&found[key], weighted) - number(row, weighted)).abs();
            assert!(off <= number(row, "interventions"), "{key:?} is off by {off}");
        }
    }

    /// Answers and their bases.
    fn answers(&self) {
        let [found, expected] = self.both("answers.csv", &["area", "question", "option", "answer"]);
        assert_eq!(found, expected);
    }

    /// What does not count, and why.
    fn exclusions(&self) {
        let [found, expected] = self.both("excluded.csv", &["intervention_id"]);
        assert_eq!(found, expected);
    }

    /// Weighted funds of interventions sum to what their recipient has to account for.
    fn sums(&self) {
        let mut sums: BTreeMap<(String, String), i64> = BTreeMap::new();
        for row in self.data("interventions.csv").iter().filter(|row| row["included"] == "true") {
            let key = (row["area"].clone(), row["recipient_code"].clone());
            *sums.entry(key).or_default() += row[money(row, "weighted")].parse::<i64>().expect("whole units");
        }
        for row in self.data("weights.csv") {
            let key = (row["area"].clone(), row["recipient_code"].clone());
            assert_eq!(sums[&key].to_string(), row[money(&row, "target")], "{key:?}");
        }
    }

    /// The numbers of interventions per area, and that those with and without codes make them up in some domains.
    pub fn wholes(&self, areas: &[(&str, usize)], domains: &[&str]) {
        let uncoded = by_key(self.data("codes.csv"), &["area", "domain", "code"]);
        let (interventions, codings) = (self.data("interventions.csv"), self.data("codings.csv"));
        for (area, n) in areas {
            let own = interventions.iter().filter(|row| row["area"] == *area && row["included"] == "true");
            let own: Vec<&String> = own.map(|row| &row["intervention_id"]).collect();
            assert_eq!(own.len(), *n, "{area}");
            for domain in domains {
                let of_domain =
                    codings.iter().filter(|row| row["domain"] == *domain && own.contains(&&row["intervention_id"]));
                let mut coded: Vec<&String> = of_domain.map(|row| &row["intervention_id"]).collect();
                coded.dedup();
                let key = |state: &str| vec![(*area).to_owned(), (*domain).to_owned(), state.to_owned()];
                let in_state = |state| uncoded.get(&key(state)).map_or(0.0, |row| number(row, "interventions"));
                let without: f64 = WITHOUT_CODE.into_iter().map(in_state).sum();
                assert_eq!(coded.len() as f64 + without, *n as f64, "{area}, {domain}");
            }
        }
    }

    /// Contact data, which the marker finds, stand in no file.
    pub fn no_contacts(&self, marker: &str) {
        let marker = regex::Regex::new(marker).expect("an expression");
        let written = files(&self.out());
        assert!(written.len() > 30, "only {} files were written", written.len());
        for (name, bytes) in written {
            let text = String::from_utf8_lossy(&bytes);
            assert!(!marker.is_match(&text), "{name} holds {:?}", marker.find(&text));
        }
    }
}

/// Rows by the values of some columns, each once.
pub fn by_key(rows: Vec<Row>, columns: &[&str]) -> BTreeMap<Vec<String>, Row> {
    let count = rows.len();
    let keyed: BTreeMap<Vec<String>, Row> =
        rows.into_iter().map(|row| (columns.iter().map(|c| row[*c].clone()).collect(), row)).collect();
    assert_eq!(keyed.len(), count, "a key stands twice");
    keyed
}

/// A number in a row.
pub fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} of {row:?}"))
}

/// The column of some money, which ends in the currency.
fn money<'r>(row: &'r Row, what: &str) -> &'r str {
    let is_it = |column: &&String| column.strip_prefix(what).is_some_and(|currency| currency.starts_with('_'));
    row.keys().find(is_it).unwrap_or_else(|| panic!("no column {what} in {row:?}"))
}
