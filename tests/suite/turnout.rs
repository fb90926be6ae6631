//! What lists of who was expected, of what was allocated and of what was repaid may leave out, and that it is told.

use std::fs;
use std::path::{Path, PathBuf};

use insats::run::check;

use crate::support::{copy_folder, project, rows, run_into, shown};

/// A case of its own that can be changed.
struct Case {
    study: PathBuf,
    folder: tempfile::TempDir,
}

impl Case {
    fn new(name: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let study = folder.path().join("cases").join(name);
        copy_folder(&project("tests/cases").join(name), &study);
        fs::copy(project("tests/cases/codebook.json"), folder.path().join("cases/codebook.json"))
            .expect("the codebook");
        Self { study, folder }
    }

    fn with(self, file: &str, text: &str) -> Self {
        fs::write(self.study.join(file), text).expect("a file");
        self
    }

    fn changed(self, file: &str, old: &str, new: &str) -> Self {
        let text = fs::read_to_string(self.study.join(file)).expect("a file");
        assert!(text.contains(old), "{old}");
        self.with(file, &text.replace(old, new))
    }

    /// What a check tells.
    fn told(&self) -> String {
        shown(&check(&self.study, &|_| {}).messages)
    }

    /// The output folder of a run that succeeds.
    fn run(&self) -> PathBuf {
        let out = self.folder.path().join("out");
        run_into(&self.study, &out, &[insats::render::Format::Csv]).unwrap_or_else(|failure| panic!("{failure}"));
        out
    }
}

fn expected(list: &str) -> Case {
    Case::new("response").with("vantade.csv", list)
}

/// A cell of a table by the row's key.
fn cell(out: &Path, table: &str, key: &str, column: &str) -> String {
    let rows = rows(&out.join(table));
    rows.iter().find(|row| row["key"] == key).map(|row| row[column].clone()).unwrap_or_else(|| panic!("no row {key}"))
}

#[test]
fn a_misspelt_name_among_the_expected_is_no_remark() {
    let told = expected("Kommun\nUpsala\nEnköping\n").told();
    assert!(told.contains("vantade.csv, line 2, column A"), "{told}");
    assert!(told.contains("the nearest is \"Uppsala\""), "{told}");
    // Whoever stands in a list that could not be read is not unexpected.
    assert!(!told.contains("not expected"), "{told}");
    let told = expected("Kommun\n").told();
    assert!(told.contains("has headers but no recipient"), "{told}");
}

#[test]
fn totals_and_remarks_below_the_expected_are_told_and_nobody() {
    let list = "Kommun\nUppsala\nEnköping\nKnivsta\nLinköping\nNorrköping\n\nTotalt\nKälla: länsstyrelsen\n";
    let case = expected(list);
    assert!(case.told().contains("2 rows of the list of those expected to answer name no recipient"));
    // As the README of the case says: five expected, three of them answered.
    let out = case.run();
    assert_eq!(cell(&out, "tables/tabell-01.csv", "psyk", "expected"), "5");
    assert_eq!(cell(&out, "tables/tabell-01.csv", "psyk", "rate_pct"), "60.0");
}

#[test]
fn whose_allocation_is_not_known_was_not_allocated_nothing() {
    // Known: Knivsta 60 000 of which 50 000 were requisitioned, Linköping 250 000 and 300 000 requisitioned.
    // Left 10 000; beyond 50 000; of the others 400 000 + 100 000 + 80 000 + 200 000 = 780 000.
    // 310 000 − 10 000 + 50 000 + 780 000 = 1 130 000, what was requisitioned.
    let claims = "id,area,statement,assertion\n\
        A,psyk,Alla,respondents(requisitioned = allocated) of respondents is de-flesta\n\
        B,psyk,Linköping,allocated(recipient = 'Linköping') = 250000 kr\n\
        E,psyk,Linköping fick mer,allocated(recipient = 'Linköping') = 300000 kr\n\
        C,psyk,Knivsta,allocated(recipient = 'Knivsta') = 60000 kr\n\
        D,psyk,Knivsta rekvirerade,requisitioned(recipient = 'Knivsta') = 50000 kr\n";
    let case = Case::new("response")
        .with("tilldelat.csv", "Kommun;Tilldelat\nKnivsta;60000\nLinköping;250000\n")
        .changed(
            "study.toml",
            "[[allocated]]\nfile = \"tilldelat-sent.csv\"\nlevel = \"municipality\"\nname = \"Kommun\"\narea = \"Område\"\n\
             amount = \"Belopp\"\nareas = { \"psykisk hälsa\" = \"psyk\" }\n",
            "",
        )
        .with("claims.csv", claims);
    let told = case.told();
    assert!(told.contains("4 recipients that requisitioned or answered for \"psyk\" have no allocation"), "{told}");
    assert!(told.contains("Håbo, Uppsala, Enköping, Norrköping"), "{told}");
    assert!(told.contains("Linköping requisitioned 300,000 kr and was allocated 250,000 kr"), "{told}");
    let out = case.run();
    let step = |key: &str| cell(&out, "tables/tabell-04.csv", key, "psyk");
    let steps = ["allocated", "not_requisitioned", "above_allocated", "allocation_unknown", "requisitioned"].map(step);
    assert_eq!(steps, ["310000", "10000", "50000", "780000", "1130000"]);
    let known: Vec<String> =
        rows(&out.join("data/reconciliation.csv")).iter().map(|row| row["allocated_kr"].clone()).collect();
    // Håbo, Uppsala, Enköping, Knivsta, Linköping, Norrköping by their codes.
    assert_eq!(known.iter().filter(|amount| amount.is_empty()).count(), 4, "{known:?}");
    let verdicts: Vec<(String, String)> = rows(&out.join("data/claims.csv"))
        .iter()
        .map(|row| (row["claim_id"].clone(), row["outcome"].clone()))
        .collect();
    let expected = [("A", "undecided"), ("B", "holds"), ("E", "fails"), ("C", "undecided"), ("D", "undecided")];
    assert_eq!(verdicts, expected.map(|(id, verdict)| (id.to_owned(), verdict.to_owned())));
}

#[test]
fn a_list_of_nobody_that_was_allocated_anything_is_an_error() {
    let told = Case::new("response").with("tilldelat.csv", "Kommun;Tilldelat\n").told();
    assert!(told.contains("names nobody who was allocated anything"), "{told}");
    assert!(!told.contains("have no allocation"), "{told}");
}

#[test]
fn sources_of_repayments_are_two_and_days_are_of_their_time() {
    let own = Case::new("response").changed("study.toml", "aterbetalt-enkat.csv", "./aterbetalt.csv").told();
    assert!(own.contains("for two sources of repayments, which then can never differ"), "{own}");
    let alike = Case::new("response").changed("study.toml", "en = \"the survey\"", "en = \"The agency\"").told();
    assert!(alike.contains("two sources of repayments are called"), "{alike}");
    let later = Case::new("response").changed("study.toml", "as_of = 2025-02-01", "as_of = 2035-02-01").told();
    assert!(later.contains("[repayments] speaks of 2035-02-01, but the study is of 2025"), "{later}");
    let far = Case::new("response").changed("svar.csv", "2025-03-01", "1925-03-01").told();
    assert!(far.contains("dated more than a year from the day on which answers were due, 2025-03-14"), "{far}");
    let twice = Case::new("response").changed(
        "aterbetalt-enkat.csv",
        "Uppsala;psyk;70000",
        "Uppsala;psyk;70000\nUppsala;psyk;70000",
    );
    assert!(twice.told().contains("both are counted in the source"), "{}", twice.told());
}

#[test]
fn funds_that_rest_on_an_odd_factor_are_those_that_count() {
    // One J for the area: the README of the case gives Enköping 22 059 and Håbo 11 029 of 750 000.
    let case = Case::new("response").changed("study.toml", "[complete]", "[weighting]\nper = \"area\"\n\n[complete]");
    let out = case.folder.path().join("out");
    run_into(&case.study, &out, &[insats::render::Format::Html]).unwrap_or_else(|failure| panic!("{failure}"));
    let page = fs::read_to_string(out.join("rapport.html")).expect("a page").replace('\u{a0}', " ");
    assert!(page.contains("Deras viktade medel är 33 088 kronor av 750 000 kronor."));
}

#[test]
fn contact_data_and_files_of_answers_are_not_shown_as_they_are() {
    let matrix = "Vad;Vem\nAlla;Anna, 070-123 45 67\nFler;811218-9876\n";
    let told = Case::new("own-files").with("matris.csv", matrix).told();
    assert!(told.contains("matris.csv, line 2, column B"), "{told}");
    assert!(told.contains("and in 2 places in all"), "{told}");
    assert!(!told.contains("070-123") && !told.contains("9876"), "{told}");
    // An office may have a public address; signs of Markdown do not part a number from its reader.
    let text = Case::new("own-files").with("text.md", "Skriv till registrator@example.org.\n").told();
    assert!(text.contains("warning: text.md, line 1") && !text.contains("error: text.md"), "{text}");
    let text = Case::new("own-files").with("text.md", "Född 811218\\-9876.\n").told();
    assert!(text.contains("error: text.md") && !text.contains("9876"), "{text}");
    let own = Case::new("own-files").changed("report.toml", "file = \"latin.csv\"", "file = \"./svar.csv\"").told();
    assert!(own.contains("\"./svar.csv\" is a file that the study reads"), "{own}");
    let asks = Case::new("own-files").with("matris.csv", "Vad;Antal\nAlla;{= interventions}\n").told();
    assert!(asks.contains("a matrix is not filled in"), "{asks}");
}

#[test]
fn numbers_in_texts_have_units_of_their_own_kind() {
    // Three interventions, 1 200 000 kr: see the README of the case.
    let text = |asked: &str| Case::new("own-files").with("text.md", &format!("Det är {{= {asked}}}.\n"));
    for (asked, is) in [
        ("kronor | %", "an amount in kronor"),
        ("interventions | %", "a number"),
        ("interventions | mnkr", "a number"),
        ("kronor of kronor | mnkr", "a share"),
        ("kronor | meur", "an amount in kronor"),
        ("largest(interventions by activity) | %", "a number"),
    ] {
        let told = text(asked).told();
        assert!(told.contains(&format!("{is} is not written in")), "{asked}: {told}");
    }
    for asked in
        ["kronor | mnkr 1", "interventions of interventions | %", "kronor / interventions | tkr", "1 / 3 | % 1"]
    {
        let told = text(asked).told();
        assert!(!told.contains("is not written in"), "{asked}: {told}");
    }
}

#[test]
fn numbers_of_a_matrix_can_be_read_by_claims() {
    // Table 1 of the case has 1 200 000 and a dash, 83 % and 12,5 %.
    let matrix = "Vad;Medel;Andel\nAlla;1 200 000;83 %\nFler;–;12,5 %\nOsäkert;1.234;< 1\n";
    let claims = "id,area,statement,assertion\n\
        A,all,Alla,\"cell(tabell-01, Alla, Medel) = 1200000\"\n\
        B,all,Andel,\"cell(tabell-01, Fler, Andel) = 12.5 %\"\n\
        C,all,Saknas,\"cell(tabell-01, Fler, Medel) = 0\"\n";
    let case = Case::new("own-files").with("matris.csv", matrix).with("pastaenden.csv", claims);
    let out = case.run();
    let verdicts: Vec<String> = rows(&out.join("data/claims.csv")).iter().map(|row| row["outcome"].clone()).collect();
    assert_eq!(verdicts, ["holds", "holds", "undecided"]);
    let unread =
        case.with("pastaenden.csv", "id,area,statement,assertion\nA,all,x,\"cell(tabell-01, Osäkert, Medel) = 1\"\n");
    let told = unread.told();
    assert!(told.contains("\"1.234\" in \"Medel\" cannot be read as a number with certainty"), "{told}");
}
