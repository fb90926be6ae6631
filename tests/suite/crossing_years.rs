//! Cross tables one side of which is years: the shipped studies against values that an independent program made, and a year that lacks
//! what is shown.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use insats::render::Format;
use insats::run::Failure;

use crate::expected::Row;
use crate::support::{copy_folder, project, rows, run_into, shown};
use crate::years::{known, number, write};

const AREAS: [&str; 5] = ["bu-region", "bu-lan", "samsjuklighet-lan", "kunskap-region", "kunskap-kommun"];
const DOMAINS: [&str; 5] = ["activity", "output", "goal", "effect", "theme"];

/// Both shipped studies, that of 2024 with another report and no claims; its folder.
pub(crate) fn with_report(root: &Path, report: &str) -> PathBuf {
    for study in ["input/lagesrapport-2023", "input/lagesrapport-2024"] {
        copy_folder(&project(study), &root.join(study));
    }
    let book = "codebook/psykisk-halsa.json";
    fs::create_dir_all(root.join("codebook")).expect("a folder");
    fs::copy(project(book), root.join(book)).expect("the codebook");
    let study = root.join("input/lagesrapport-2024");
    fs::write(study.join("report.toml"), report).expect("a report");
    let declared = fs::read_to_string(study.join("study.toml")).expect("a study");
    fs::write(study.join("study.toml"), declared.replace("claims = \"claims.csv\"\n", "")).expect("a study");
    study
}

/// Every domain of every area over years, by main codes and by all codes.
fn both_years(root: &Path) -> PathBuf {
    let mut report = String::new();
    for area in AREAS {
        for domain in DOMAINS {
            let item = |id: &str, side: &str| {
                format!(
                    "[[item]]\nid = \"{id}-{area}-{domain}\"\nkind = \"cross\"\narea = \"{area}\"\nrows = {side}\ncolumns = \"year\"\n\
                     draw = \"heat\"\ntitle = \"{id} {area} {domain}\"\n"
                )
            };
            report += &item("main", &format!("\"{domain}\""));
            report += &item("sub", &format!("{{ by = \"{domain}\", level = \"sub\" }}"));
        }
    }
    report += "[[item]]\nid = \"areas\"\nkind = \"cross\"\nrows = \"area\"\ncolumns = \"year\"\ntitle = \"Områden\"\n";
    report += "[[item]]\nid = \"all\"\nkind = \"cross\"\nrows = \"year\"\ncolumns = \"effect\"\ntitle = \"Alla\"\n";
    let study = with_report(root, &report);
    let out = root.join("out");
    run_into(&study, &out, &[Format::Csv]).unwrap_or_else(|failure| panic!("{failure}"));
    out
}

/// Numbers are those expected; weighted funds are whole kronor here, and were not rounded there.
#[test]
fn every_cell_is_the_one_that_an_independent_program_counts() {
    let root = tempfile::tempdir().expect("a folder");
    let out = both_years(root.path());
    let expected = rows(&project("tests/lagesrapport-2024/expected/compare-codes.csv"));
    let table = |id: String| -> BTreeMap<String, Row> {
        rows(&out.join(format!("figures/{id}.csv"))).into_iter().map(|row| (row["key"].clone(), row)).collect()
    };
    let mut compared = 0;
    for area in AREAS {
        for domain in DOMAINS {
            let [mains, subs] = ["main", "sub"].map(|id| table(format!("{id}-{area}-{domain}")));
            for row in expected.iter().filter(|row| row["area"] == area && row["domain"] == domain) {
                for year in ["2023", "2024"] {
                    let key = format!("{} × {year}", row["code"]);
                    // A main code with subcodes is not among them.
                    let Some(cell) = mains.get(&key).or_else(|| subs.get(&key)) else {
                        panic!("{area} {domain} {key}")
                    };
                    assert_eq!(cell["interventions"], row[&format!("n_{year}")], "{area} {domain} {key}");
                    let apart = number(cell, "weighted_kr") - number(row, &format!("kr_{year}"));
                    let most = 0.5_f64.mul_add(number(cell, "interventions"), 0.5);
                    assert!(apart.abs() <= most, "{area} {domain} {key}: {apart}");
                    compared += 1;
                }
            }
        }
    }
    assert_eq!((expected.len(), compared), (465, 2 * 465));
    // What is expected of the comparable areas together, and what each area came to.
    let all = rows(&out.join("tables/all.csv"));
    let areas: BTreeMap<String, Row> =
        rows(&out.join("tables/areas.csv")).into_iter().map(|row| (row["key"].clone(), row)).collect();
    for own in &all {
        for code in ["R1", "R3", "R8"] {
            let of = expected.iter().filter(|row| row["domain"] == "effect" && row["code"] == code);
            let sum: f64 =
                of.filter(|row| row["comparable"] == "yes").map(|row| number(row, &format!("n_{}", own["key"]))).sum();
            assert_eq!(number(own, code), sum, "{code} {}", own["key"]);
        }
    }
    assert_eq!(all.len(), 2, "no total over years");
    for (id, row) in areas.iter().filter(|(id, _)| id.as_str() != "total") {
        let own = expected.iter().find(|own| own["area"] == *id);
        let base = |year: &str| {
            own.map(|own| (number(own, &format!("n_{year}")) / number(own, &format!("share_{year}"))).round())
        };
        match own {
            Some(_) => {
                assert_eq!([base("2023"), base("2024")], ["2023", "2024"].map(|year| Some(number(row, year))), "{id}")
            }
            None => assert_eq!(row["2023"], "", "{id}"),
        }
    }
}

const ITEMS: &str = r#"
[[item]]
id = "figur-1"
kind = "cross"
rows = "activity"
columns = "year"
draw = "heat"
title = "Aktiviteter efter år"

[[item]]
id = "figur-2"
kind = "cross"
rows = "year"
columns = "area"
draw = "heat"
title = "Område efter år"
"#;

/// 2022 cannot be compared, 2023 had no such area, 2024 is this year.
#[test]
fn what_was_not_there_is_a_gap_and_what_cannot_be_compared_is_told() {
    let root = tempfile::tempdir().expect("a folder");
    let [first, second, own] = ["first", "second", "now"].map(|name| root.path().join(name));
    write(&first, 2022, "", &known());
    write(&second, 2023, "", &known());
    let declared = second.join("study.toml");
    let text = fs::read_to_string(&declared).expect("declarations");
    let other = text.replace("Medel = \"a\"", "Medel = \"b\"").replace("area = \"a\"", "area = \"b\"");
    fs::write(&declared, other).expect("a file");
    let earlier = "[limits]\noutside = [\"../first\", \"../second\"]\n\
                   [[earlier]]\nstudy = \"../first\"\n[earlier.break]\na = \"Frågan löd annorlunda.\"\n[[earlier]]\nstudy = \"../second\"\n";
    write(&own, 2024, earlier, &known());
    fs::write(own.join("report.toml"), ITEMS).expect("a report");
    let out = root.path().join("out");
    run_into(&own, &out, &[Format::Csv, Format::Txt]).expect("a run");
    let cells = |figure: &str| -> BTreeMap<String, String> {
        let all = rows(&out.join(format!("figures/{figure}.csv"))).into_iter();
        all.map(|row| (row["key"].clone(), row["interventions"].clone())).collect()
    };
    // G1 and G5 have two interventions each, of three; no code is without any in a year that is not there.
    let codes = cells("figur-1");
    for (key, number) in
        [("G1 × 2022", "2"), ("G1 × 2023", ""), ("G1 × 2024", "2"), ("total × 2022", "3"), ("total × 2023", "")]
    {
        assert_eq!(codes[key], number, "{key}");
    }
    assert!(!codes.keys().any(|key| key.ends_with("× total")), "{codes:?}");
    let areas = cells("figur-2");
    assert_eq!([&areas["2022 × a"], &areas["2023 × a"], &areas["2024 × a"]], ["3", "", "3"]);
    assert_eq!([&areas["2022 × total"], &areas["2023 × total"]], ["3", ""]);
    let told = fs::read_to_string(out.join("figures/figur-1.txt")).expect("a text");
    for expected in
        ["2022 och 2024 kan inte jämföras: Frågan löd annorlunda.", "För 2023 finns inga uppgifter.", "(2022)"]
    {
        assert!(told.contains(expected), "{told}");
    }
    let told = fs::read_to_string(out.join("figures/figur-2.txt")).expect("a text");
    for expected in [
        "Fanns inte 2023 och saknar uppgifter för det året:",
        "2022 och 2024 kan inte jämföras för a (Frågan löd annorlunda).",
    ] {
        assert!(told.contains(expected), "{told}");
    }
}

/// G5 was G9 the year before, and G1.1 was G1.9, and nobody says what became of them: they stand in rows of their own, with gaps now.
#[test]
fn codes_that_have_gone_stand_in_rows_of_their_own() {
    let root = tempfile::tempdir().expect("a folder");
    let [first, own] = ["first", "now"].map(|name| root.path().join(name));
    write(&first, 2023, "", &known());
    for file in ["codebook.json", "koder.csv"] {
        let text = fs::read_to_string(first.join(file)).expect("a file");
        let renamed = [("\"G5\"", "\"G9\""), ("\"G5.", "\"G9."), ("\"G1.1\"", "\"G1.9\""), ("; G5\"", "; G9\"")];
        let text = renamed.iter().fold(text, |text, (now, then)| text.replace(now, then));
        fs::write(first.join(file), text).expect("a file");
    }
    write(&own, 2024, "[limits]\noutside = [\"../first\"]\n[[earlier]]\nstudy = \"../first\"\n", &known());
    let item = |id: &str, rows: &str| {
        format!("[[item]]\nid = \"{id}\"\nkind = \"cross\"\nrows = {rows}\ncolumns = \"year\"\ntitle = \"{id}\"\n")
    };
    let items = [
        item("main", "\"activity\""),
        item("sub", "{ by = \"activity\", level = \"sub\" }"),
        item("under", "{ by = \"activity\", main = \"G1\" }"),
    ];
    fs::write(own.join("report.toml"), items.concat()).expect("a report");
    let out = root.path().join("out");
    run_into(&own, &out, &[Format::Csv]).expect("a run");
    // Three interventions: G1.1 alone, G5 alone, G1.2 with G5.
    // Table, row, then, now.
    let expected = [
        ["main", "G1", "2", "2"],
        ["main", "G5", "", "2"],
        ["main", "G9", "2", ""],
        ["main", "total", "3", "3"],
        ["sub", "G1.1", "", "1"],
        ["sub", "G1.9", "1", ""],
        ["sub", "G1.2", "1", "1"],
        ["sub", "G5-only", "", "2"],
        ["sub", "G9-only", "2", ""],
        ["sub", "total", "3", "3"],
        ["under", "G1.1", "", "1"],
        ["under", "G1.9", "1", ""],
        ["under", "G1.2", "1", "1"],
        ["under", "total", "2", "2"],
    ];
    for [table, key, then, now] in expected {
        let found = rows(&out.join(format!("tables/{table}.csv")));
        let row = found.iter().find(|row| row["key"] == key).unwrap_or_else(|| panic!("{table} lacks {key}"));
        assert_eq!([&row["2023"], &row["2024"]], [then, now], "{table}, {key}");
    }
}

#[test]
fn years_twice_and_shares_over_years_are_refused() {
    let root = tempfile::tempdir().expect("a folder");
    let [first, own] = ["first", "now"].map(|name| root.path().join(name));
    write(&first, 2023, "", &known());
    write(&own, 2024, "[limits]\noutside = [\"../first\"]\n[[earlier]]\nstudy = \"../first\"\n", &known());
    let item = |id: &str, rows: &str, more: &str| {
        format!(
            "[[item]]\nid = \"{id}\"\nkind = \"cross\"\nrows = \"{rows}\"\ncolumns = \"year\"\ntitle = \"{id}\"\n{more}\n"
        )
    };
    let items = [
        item("one", "year", ""),
        item("two", "activity", "share = \"row\""),
        item("three", "activity", "years = [2020]"),
        "[[item]]\nid = \"four\"\nkind = \"cross\"\nrows = \"activity\"\ncolumns = \"area\"\nyears = [2023]\ntitle = \"Fyra\"\n".to_owned(),
    ];
    fs::write(own.join("report.toml"), items.concat()).expect("a report");
    let failed = run_into(&own, &root.path().join("out"), &[Format::Csv]).expect_err("wrong declarations");
    let Failure::Input(messages) = failed else { panic!("{failed:?}") };
    let told = shown(&messages);
    for expected in [
        "rows and columns are both years",
        "a share over several years together",
        "no earlier year 2020 is declared",
        "neither rows nor columns are years",
    ] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
}

#[test]
fn bases_of_years_are_of_what_is_divided() {
    let root = tempfile::tempdir().expect("a folder");
    let study = root.path().join("study");
    copy_folder(&project("tests/cases/earlier-year"), &study);
    let item = "[[item]]\nid = \"t\"\nkind = \"cross\"\narea = \"psykisk\"\nrows = { by = \"activity\", main = \"A\" }\ncolumns = \"year\"\ntitle = \"T\"\n";
    fs::write(study.join("report.toml"), item).expect("a report");
    let declared = fs::read_to_string(study.join("study.toml")).expect("a study");
    let without = declared.lines().filter(|line| !line.starts_with("claims = ")).collect::<Vec<_>>().join("\n");
    fs::write(study.join("study.toml"), without).expect("a study");
    let out = root.path().join("out");
    run_into(&study, &out, &[Format::Html]).unwrap_or_else(|failure| panic!("{failure}"));
    let page = fs::read_to_string(out.join("rapport.html")).expect("a page").replace('\u{a0}', " ");
    // By hand from the README of the case: A has 2 of 4 interventions and 400 kr, then 2 of 5 and 130 kr.
    for told in [
        "Bas: 2 insatser, 400 kr (2023) och 2 insatser, 130 kr (2024).",
        "Här räknas inte 2 insatser (2023) och 3 insatser (2024) utan koden ”Arbetssätt”.",
    ] {
        assert!(page.contains(told), "{told} is not in {page}");
    }
}
