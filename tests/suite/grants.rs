//! The four shipped grant studies against the published reports: every printed cell, the known misprints, and what the
//! checks find.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock};

use insats::render::Format;
use insats::run::{Options, Summary, allocate};
use insats::wording::Language;

use crate::support::{UNDRAWN, project, rows, run_ok};

type Row = BTreeMap<String, String>;

/// The runs of the studies, each made once for all tests.
fn output(study: &str) -> (PathBuf, Vec<String>) {
    type Runs = Mutex<BTreeMap<String, (tempfile::TempDir, Summary)>>;
    static RUNS: OnceLock<Runs> = OnceLock::new();
    let mut runs = RUNS.get_or_init(Runs::default).lock().expect("the runs");
    let formats = [&UNDRAWN[..], &[Format::Svg]].concat();
    let (folder, summary) =
        runs.entry(study.to_owned()).or_insert_with(|| run_ok(&project(&format!("input/{study}")), &formats));
    let notices = summary
        .notices
        .iter()
        .map(|notice| format!("{}: {}", notice.place, notice.told(Language::English)[0]))
        .collect();
    (folder.path().join("out"), notices)
}

fn published(study: &str, table: &str) -> Vec<Row> {
    rows(&project(&format!("tests/{study}/published/{table}.csv")))
}

/// A printed number without spaces and units, with a decimal point: `57 779 642`, `<1 %`, `99,9`, `−35 %`.
fn plain(printed: &str) -> String {
    let printed = printed.replace(" kr", "").replace(',', ".").replace('\u{2212}', "-");
    printed.chars().filter(|c| !c.is_whitespace() && *c != '%').collect()
}

/// A printed table: the column with its rows' keys, and which printed column is which of ours.
struct Printed {
    table: &'static str,
    key: &'static str,
    columns: &'static [(&'static str, &'static str)],
}

const COUNTS: &[(&str, &str)] = &[("regions_n", "regions_n"), ("base_n", "base_n")];
const COUNTS_AND_SHARES: &[(&str, &str)] =
    &[("regions_n", "regions_n"), ("base_n", "base_n"), ("share_as_printed", "share_pct")];

const fn printed(table: &'static str, key: &'static str, columns: &'static [(&'static str, &'static str)]) -> Printed {
    Printed { table, key, columns }
}

const PREHOSPITAL_2024: &[Printed] = &[
    printed("tabell-01", "cost_item", &[("used_kr", "used_kr"), ("share_as_printed", "share_pct")]),
    printed("tabell-02", "area", COUNTS_AND_SHARES),
    printed("tabell-03", "adaptation", COUNTS_AND_SHARES),
    printed(
        "tabell-04",
        "assessment",
        &[
            ("regions_2023_n", "regions_2023_n"),
            ("base_2023_n", "base_2023_n"),
            ("regions_2024_n", "regions_2024_n"),
            ("base_2024_n", "base_2024_n"),
        ],
    ),
    printed("tabell-05", "year", COUNTS_AND_SHARES),
    printed(
        "tabell-06",
        "county_code",
        &[
            ("applied_kr", "applied_kr"),
            ("granted_kr", "granted_kr"),
            ("unspent_kr", "unspent_kr"),
            ("unspent_share_as_printed", "unspent_share_pct"),
        ],
    ),
    printed(
        "tabell-07",
        "county_code",
        &[
            ("psychiatric_ambulance_as_printed", "psychiatric_ambulance_pct"),
            ("digital_working_methods_as_printed", "digital_working_methods_pct"),
            ("other_adaptations_as_printed", "other_adaptations_pct"),
            ("administration_as_printed", "administration_pct"),
        ],
    ),
    printed(
        "tabell-08",
        "year",
        &[
            ("appropriation_kr", "appropriation_kr"),
            ("applied_kr", "applied_kr"),
            ("oversubscribed_as_printed", "oversubscribed_pct"),
            ("unspent_kr", "unspent_kr"),
            ("unspent_share_as_printed", "unspent_share_pct"),
        ],
    ),
];

const PREHOSPITAL_2021: &[Printed] = &[
    printed("tabell-03", "area", COUNTS_AND_SHARES),
    printed(
        "tabell-04",
        "county_code",
        &[
            ("granted_kr", "granted_kr"),
            ("unspent_kr", "unspent_kr"),
            ("unspent_share_as_printed", "unspent_share_pct"),
            ("psychiatric_ambulance", "psychiatric_ambulance"),
            ("digital_working_methods", "digital_working_methods"),
            ("other_adaptations", "other_adaptations"),
            ("administration", "administration"),
        ],
    ),
    printed(
        "tabell-05",
        "county_code",
        &[("minimum_kr", "minimum_kr"), ("ambulance_kr", "ambulance_kr"), ("total_kr", "total_kr")],
    ),
];

const PRIMARVARD_2025: &[Printed] = &[
    printed("tabell-01", "area", COUNTS),
    printed("tabell-02", "level", COUNTS),
    printed("tabell-03", "level", COUNTS),
    printed("tabell-04", "target_group", COUNTS),
    printed("tabell-05", "level", COUNTS),
    printed("tabell-06", "component", COUNTS),
    printed("tabell-07", "profession", COUNTS),
    printed("tabell-08", "level", COUNTS),
    printed("tabell-09", "actor", COUNTS),
    printed("tabell-10", "treatment_or_method", COUNTS),
    printed("tabell-11", "level", COUNTS),
    printed("tabell-12", "level", COUNTS),
    printed("tabell-13", "target_group", COUNTS),
    printed("tabell-14a", "level", COUNTS),
    printed("tabell-14b", "profession", COUNTS),
    printed(
        "bilaga-1-tabell-01",
        "county_code",
        &[
            ("requisitioned_kr", "requisitioned_kr"),
            ("used_kr", "used_kr"),
            ("used_share_as_printed", "used_share_pct"),
        ],
    ),
];

const OVERENSKOMMELSE_2025: &[Printed] = &[
    printed(
        "tabell-01",
        "area",
        &[
            ("county_kr", "county_kr"),
            ("municipality_kr", "municipality_kr"),
            ("region_kr", "region_kr"),
            ("skr_kr", "skr_kr"),
        ],
    ),
    printed(
        "tabell-02",
        "county_code",
        &[
            ("county_code", "county_code"),
            ("suicide_prevention_kr", "suicide_prevention_kr"),
            ("complex_needs_kr", "complex_needs_kr"),
            ("total_kr", "total_kr"),
        ],
    ),
    printed(
        "tabell-03",
        "county_code",
        &[
            ("county_code", "county_code"),
            ("national_strategy_kr", "national_strategy_kr"),
            ("complex_needs_kr", "complex_needs_kr"),
            ("suicide_prevention_kr", "suicide_prevention_kr"),
            ("total_kr", "total_kr"),
        ],
    ),
];

/// Compares every legible cell of a study's printed tables, labels and totals included, with the run. A cell that differs
/// must be on the list of known misprints (`tests/<study>/misprints.csv`, with the reason), and whatever is on the list
/// must differ.
fn compare(study: &str, tables: &[Printed], cells: usize) {
    let (out, _) = output(study);
    let misprints = project(&format!("tests/{study}/misprints.csv"));
    let known: Vec<Row> = if misprints.is_file() { rows(&misprints) } else { Vec::new() };
    let mut found: BTreeSet<[String; 5]> = BTreeSet::new();
    let mut compared = 0;
    let mut check = |table: &str, row: &str, column: &str, printed: &str, computed: &str| {
        compared += 1;
        if plain(printed) != plain(computed) {
            found.insert([table, row, column, printed, computed].map(str::to_owned));
        }
    };
    let totals = published(study, "totals");
    for printed in tables {
        let ours = rows(&out.join(format!("tables/{}.csv", printed.table)));
        let own_row = |key: &str| {
            let row = ours.iter().find(|row| row["key"] == key);
            row.unwrap_or_else(|| panic!("{study}, {}: there is no row {key}", printed.table))
        };
        let rows_of_table = published(study, printed.table);
        let labels: Vec<&str> = ours.iter().filter(|r| r["key"] != "total").map(|r| r["label"].as_str()).collect();
        let printed_labels: Vec<&str> = rows_of_table.iter().map(|row| row["label_sv"].as_str()).collect();
        assert_eq!(labels, printed_labels, "{study}, {}: labels and order", printed.table);
        for row in rows_of_table.iter().filter(|row| row["legible"] == "yes") {
            let own = own_row(&row[printed.key]);
            for (theirs, ours) in printed.columns {
                // Ticks are printed as true or false, and counted as 1 or 0.
                let value = match row[*theirs].as_str() {
                    "true" => "1",
                    "false" => "0",
                    value => value,
                };
                check(printed.table, &row[printed.key], ours, value, &own[*ours]);
            }
        }
        for total in totals.iter().filter(|row| row["table"] == printed.table) {
            let column = if total["column"] == "all" { "all_kr" } else { total["column"].as_str() };
            check(printed.table, "total", column, &total["as_printed"], &own_row("total")[column]);
        }
    }
    let listed: BTreeSet<[String; 5]> = known
        .iter()
        .map(|row| {
            assert!(!row["reason"].is_empty(), "a misprint without a reason: {row:?}");
            ["table", "row", "column", "printed", "computed"].map(|column| row[column].clone())
        })
        .collect();
    assert_eq!(found, listed, "{study}: cells that differ, and the known misprints");
    assert_eq!(compared, cells, "{study}: cells that were compared");
}

#[test]
fn the_tables_of_prehospital_2024_are_those_printed() {
    // 9·2 + 4·3 + 7·3 + 4·4 + 4·3 + 21·4 + 21·4 + 4·5 cells, and 6 totals.
    compare("prehospital-2024", PREHOSPITAL_2024, 18 + 12 + 21 + 16 + 12 + 84 + 84 + 20 + 6);
}

#[test]
fn the_tables_of_prehospital_2021_are_those_printed() {
    // 4·3 + 19·7 + 21·3 cells, and 6 totals.
    compare("prehospital-2021", PREHOSPITAL_2021, 12 + 133 + 63 + 6);
}

#[test]
fn the_tables_of_primarvard_2025_are_those_printed() {
    // 10 areas; the fourteen tables below them have 4, 4, 6, 4, 6, 11, 4, 8, 7, 4, 4, 9, 4 and 8 rows; 21 regions and 3 totals.
    let rows = 10 + 4 + 4 + 6 + 4 + 6 + 11 + 4 + 8 + 7 + 4 + 4 + 9 + 4 + 8;
    compare("primarvard-2025", PRIMARVARD_2025, rows * 2 + 21 * 3 + 3);
}

#[test]
fn the_tables_of_overenskommelse_2025_are_those_printed() {
    // 5·4 + 21·4 + 21·5 cells, and 5 + 3 + 4 totals.
    compare("overenskommelse-2025", OVERENSKOMMELSE_2025, 20 + 84 + 105 + 12);
}

/// The notices of a run are those that are expected, each by its place and what it must name; and there are no others.
fn expect_notices(study: &str, expected: &[(&str, &[&str])]) {
    let (_, mut notices) = output(study);
    for (place, names) in expected {
        let at =
            notices.iter().position(|text| text.starts_with(place) && names.iter().all(|name| text.contains(name)));
        let at = at.unwrap_or_else(|| panic!("{study}: no notice at {place} names {names:?} in {notices:#?}"));
        notices.remove(at);
    }
    assert!(notices.is_empty(), "{study}: further notices {notices:#?}");
}

/// The regions whose mark for administration stands in table 4 of 2021 (D04), in the order of their codes.
const MARKED: &str = "Region Stockholm, Region Sörmland, Region Östergötland, Region Gotland, Region Örebro län, Region \
    Gävleborg and Region Jämtland Härjedalen";

// What the published tables contradict themselves in is worked out, in exact fractions and independently of this program,
// in the checks that came with the transcriptions (D01, D03 to D07, D15).
#[test]
fn the_checks_find_the_known_contradictions_and_nothing_else() {
    expect_notices(
        "prehospital-2024",
        &[
            ("tryckta-tal.csv", &["tabell-01", "\"<1 %\"", "Annonsering och marknadsföring"]),
            ("tidigare-ar.csv", &["“ansökt belopp” of 2021", "29,663,403", "29,463,403", "of 2021"]),
        ],
    );
    expect_notices(
        "prehospital-2021",
        &[
            ("tryckta-tal.csv", &["tabell-03", "\"8\"", "administration", "; 7 comes out: Region", MARKED]),
            ("tryckta-tal.csv", &["tabell-03", "\"42%\"", "administration", "37", MARKED]),
        ],
    );
    expect_notices(
        "primarvard-2025",
        &[
            ("aterrapporter.xlsx, sheet \"Svar\", cell C2", &["Region Blekinge", "is above", "by 300 kr"]),
            ("aterrapporter.xlsx, sheet \"Svar\", cell C19", &["Region Västmanland", "is above", "by 30 kr"]),
            ("aterrapporter.xlsx, sheet \"Svar\", cell B2", &["Region Blekinge", "7,372,139", "7,372,439"]),
            ("aterrapporter.xlsx, sheet \"Svar\", cell B9", &["Region Kalmar län", "11,554,040", "11,544,040"]),
            ("tryckta-tal.csv", &["\"496 000 000\"", "496,009,700"]),
            ("tryckta-tal.csv", &["\"495 692 106\"", "495,692,136"]),
            ("claims.csv", &["three claims are not true"]),
            // Who worked in an area, and ticked no level for it.
            ("aterrapporter.xlsx, sheet \"Svar\", cell K1", &["1 of 19", "Region Skåne"]),
            ("aterrapporter.xlsx, sheet \"Svar\", cell M1", &["1 of 18", "Region Kalmar län"]),
            ("aterrapporter.xlsx, sheet \"Svar\", cell O1", &["1 of 17", "Region Dalarna"]),
        ],
    );
    expect_notices(
        "overenskommelse-2025",
        &[
            ("study.toml", &["“Samordnade insatser för personer med komplexa behov”", "199,999,999", "1 kr less"]),
            ("study.toml", &["“Stärkt suicidpreventivt arbete”", "200,000,001", "1 kr more"]),
            ("study.toml", &["totals of “Medel till länen”", "493,000,001", "493,000,000"]),
            ("study.toml", &["recipients of “Medel till länen”", "7 of 21"]),
            ("study.toml", &["recipients of “Medel till regionerna”", "8 of 21"]),
        ],
    );
}

#[test]
fn funds_per_area_are_those_of_the_text() {
    // The report's text: 18, 35, 44 and 3 percent. The kronor are worked out beside it, as shares × used funds.
    let (out, _) = output("prehospital-2024");
    let table = rows(&out.join("tables/tabell-07b.csv"));
    let expected = [
        ("psychiatric_ambulance", "10304340", "18"),
        ("digital_working_methods", "20335555", "35"),
        ("other_adaptations", "25692477", "44"),
        ("administration", "1447269", "3"),
        ("total", "57779642", "100"),
    ];
    let found: Vec<_> =
        table.iter().map(|row| (row["key"].as_str(), row["used_kr"].as_str(), row["share_pct"].as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn distributions_come_out_to_the_krona() {
    let folder = tempfile::tempdir().expect("a folder");
    let shared = [
        ("overenskommelse-2025", "lan", "tabell-03", &["national_strategy", "complex_needs", "suicide_prevention"][..]),
        ("overenskommelse-2025", "regioner", "tabell-02", &["suicide_prevention", "complex_needs"]),
    ];
    for (study, allocation, table, parts) in shared {
        let out = folder.path().join(allocation);
        let options = Options { out: Some(out.clone()), ..Options::default() };
        allocate(&project(&format!("input/{study}")), &options, &|_| {}).expect("a distribution");
        let ours = rows(&out.join(format!("allocation-{allocation}.csv")));
        let printed = published(study, table);
        assert_eq!(ours.len(), printed.len() + 1, "a row per recipient and one of totals");
        for (own, theirs) in ours.iter().zip(&printed) {
            assert_eq!(own["recipient_code"], theirs["county_code"]);
            for part in parts.iter().chain(&["total"]) {
                assert_eq!(own[*part], theirs[&format!("{part}_kr")], "{part} of {}", theirs["label_sv"]);
            }
        }
    }
}

#[test]
fn the_key_of_primary_care_gives_the_printed_requisitions() {
    let (out, _) = output("primarvard-2025");
    let ours = rows(&out.join("data/allocation-fordelning.csv"));
    let differing: Vec<String> = published("primarvard-2025", "bilaga-1-tabell-01")
        .iter()
        .filter(|printed| {
            let own = ours.iter().find(|own| own["recipient_code"] == printed["county_code"]).expect("a region");
            own["bidrag"] != printed["requisitioned_kr"]
        })
        .map(|printed| printed["label_sv"].clone())
        .collect();
    // The two requisitions with a misread digit.
    assert_eq!(differing, ["Region Blekinge", "Region Kalmar"]);
    assert_eq!(ours.last().expect("totals")["bidrag"], "496000000");
}

#[test]
fn a_study_without_surveys_writes_what_it_has() {
    let (out, _) = output("prehospital-2024");
    assert!(!out.join("data/interventions.csv").exists(), "there are no interventions");
    let accounts = rows(&out.join("data/accounts.csv"));
    let used: i64 = accounts
        .iter()
        .filter(|row| row["field"] == "anvant")
        .map(|row| row["value"].parse::<i64>().expect("kronor"))
        .sum();
    assert_eq!(used, 57_779_642);
    let measures = rows(&out.join("data/measures.csv"));
    let of_2021: Vec<_> = measures.iter().filter(|row| row["year"] == "2021").map(|row| &row["source"]).collect();
    assert!(!of_2021.is_empty() && of_2021.iter().all(|source| !source.is_empty()), "a number without a source");
    assert!(out.join("figures/figur-1.svg").is_file());
}
