//! Cross tables of the shipped study against tables that pandas made of its final codes, exports and weighted funds.

use std::collections::BTreeMap;
use std::fs;

use insats::render::Format;

use crate::support::{copy_folder, project, rows, run_into};
use crate::years_figures::inside_and_apart;

/// Item, expected table, declaration of rows and columns.
const TABLES: [(&str, &str, &str); 4] = [
    ("figur-91", "cross-activity-goal", "rows = \"activity\"\ncolumns = \"goal\""),
    ("figur-92", "cross-goal-effect", "rows = \"goal\"\ncolumns = \"effect\""),
    ("figur-93", "cross-activity-area", "rows = \"activity\"\ncolumns = \"area\""),
    ("figur-94", "cross-goal-targets-bu-lan", "area = \"bu-lan\"\nrows = \"goal\"\ncolumns = \"targets\""),
];

#[test]
fn every_cell_is_the_one_that_an_independent_program_counts() {
    let folder = tempfile::tempdir().expect("a folder");
    let study = folder.path().join("input/lagesrapport-2024");
    copy_folder(&project("input/lagesrapport-2024"), &study);
    fs::create_dir_all(folder.path().join("codebook")).expect("a folder");
    let book = "codebook/psykisk-halsa.json";
    fs::copy(project(book), folder.path().join(book)).expect("the codebook");
    let items = TABLES.map(|(id, name, sides)| {
        format!("[[item]]\nid = \"{id}\"\nkind = \"cross\"\n{sides}\ndraw = \"heat\"\ntitle = \"{name}\"\n")
    });
    let panels = "[[item]]\nid = \"figur-95\"\nkind = \"cross\"\nrows = \"activity\"\ncolumns = \"area\"\ndraw = \"panels\"\ntitle = \"p\"\n";
    fs::write(study.join("report.toml"), items.concat() + panels).expect("a report");
    let declared = fs::read_to_string(study.join("study.toml")).expect("a study");
    let without_claims = declared.replace("claims = \"claims.csv\"\n", "");
    fs::write(study.join("study.toml"), without_claims).expect("a study");
    let out = folder.path().join("out");
    run_into(&study, &out, &[Format::Csv, Format::Svg]).unwrap_or_else(|failure| panic!("{failure}"));
    small_charts_are_to_scale(&out, &project("tests/lagesrapport-2024/expected/cross-activity-area.csv"));
    let mut compared = 0;
    for (id, name, _) in TABLES {
        let found = rows(&out.join(format!("figures/{id}.csv")));
        let found: BTreeMap<&str, _> = found.iter().map(|row| (row["key"].as_str(), row)).collect();
        for cell in rows(&project("tests/lagesrapport-2024/expected").join(format!("{name}.csv"))) {
            let key = match (cell["row"].as_str(), cell["column"].as_str()) {
                ("total", "total") => "total".to_owned(),
                (row, column) => format!("{row} × {column}"),
            };
            let both = (&cell["interventions"], &cell["weighted_kr"]);
            match found.get(key.as_str()) {
                Some(row) => assert_eq!((&row["interventions"], &row["weighted_kr"]), both, "{name}, {key}"),
                // A row or column of what has no code is left out where there is nothing.
                None => assert!(key.contains("none") && cell["interventions"] == "0", "{name} lacks {key}"),
            }
            compared += 1;
        }
    }
    // 5 activities, 8 goals and effects, 7 areas, 7 target groups, each with what has none and the total: 7 · 10 + 10 · 10 + 7 · 9 + 10 · 9.
    assert_eq!(compared, 70 + 100 + 63 + 90);
}

/// Every bar of the small charts is as long as the share of interventions or of funds that the independent program gives, on one scale.
fn small_charts_are_to_scale(out: &std::path::Path, expected: &std::path::Path) {
    let svg = fs::read_to_string(out.join("figures/figur-95.svg")).expect("a figure");
    inside_and_apart("figur-95", &svg);
    let counted = rows(expected);
    let number = |row: &str, column: &str| {
        let own = counted.iter().find(|cell| cell["row"] == row && cell["column"] == column).expect("a cell");
        ["interventions", "weighted_kr"].map(|name| own[name].parse::<f64>().expect("a number"))
    };
    let keys: Vec<String> = rows(&out.join("figures/figur-95.csv")).iter().map(|row| row["key"].clone()).collect();
    let value = |tag: &str, name: &str| -> f64 {
        let rest = tag.split_once(&format!(" {name}=\"")).expect("an attribute").1;
        rest.split_once('"').expect("its end").0.parse().expect("a number")
    };
    let (mut scales, mut marks) = (Vec::new(), 0);
    for mark in svg.split("<g class=\"mark\"").skip(1) {
        let own = mark.split_once("</g>").expect("its end").0;
        let (row, column) = keys[value(own, "data-row") as usize].split_once(" × ").expect("a pair");
        let (number, base) = (number(row, column), number("total", column));
        let bars: Vec<f64> = own.split("<rect").skip(1).map(|rect| value(rect, "width")).collect();
        let shares = [number[0] / base[0], number[1] / base[1]].into_iter().filter(|share| *share > 0.0);
        scales.extend(shares.zip(&bars).filter(|(share, _)| *share > 0.1).map(|(share, bar)| bar / share));
        marks += 1;
    }
    assert_eq!(marks, 5 * 7);
    let (least, most) =
        scales.iter().fold((f64::MAX, 0.0), |(low, high): (f64, f64), own| (low.min(*own), high.max(*own)));
    assert!(scales.len() > 35 && most - least < 0.02 * most, "{least} to {most} millimetres to the whole");
}

/// The case `crossing` with its second area not asked whether it cooperated, and with claims.
fn without_a_question(folder: &std::path::Path, claims: &str) -> std::path::PathBuf {
    let study = folder.join("study");
    copy_folder(&project("tests/cases/crossing"), &study);
    let declared = fs::read_to_string(study.join("study.toml")).expect("a study");
    let (before, after) = declared.rsplit_once("[survey.question.samverkan]").expect("the second question");
    fs::write(study.join("study.toml"), before).expect("a study");
    assert!(after.lines().skip(1).all(|line| !line.starts_with('[')), "it stands last: {after}");
    fs::write(study.join("claims.csv"), claims).expect("claims");
    study
}

#[test]
fn who_was_not_asked_is_no_answer() {
    let folder = tempfile::tempdir().expect("a folder");
    let claims = "id,area,statement,assertion\nA,all,Fyra.,total(interventions by samverkan by area) = 4\n";
    let study = without_a_question(folder.path(), claims);
    let out = folder.path().join("out");
    run_into(&study, &out, &[Format::Csv, Format::Html]).unwrap_or_else(|failure| panic!("{failure}"));
    // By hand from the README: in psykisk Uppsala says yes and Sörmland no; nobody was asked in suicid.
    let table = rows(&out.join("tables/tabell-3.csv"));
    let found: Vec<_> =
        table.iter().map(|row| (&*row["key"], &*row["psykisk"], &*row["suicid"], &*row["total"])).collect();
    assert_eq!(found, [("Ja", "1", "0", "1"), ("Nej", "1", "0", "1"), ("total", "2", "0", "2")]);
    let page = fs::read_to_string(out.join("rapport.html")).expect("a page").replace('\u{a0}', " ");
    let told = "Här räknas inte 2 svar från dem som inte fick eller inte besvarade frågan ”Samverkade ni?”.";
    assert!(page.contains(told), "the note does not say who was not asked");
    // Four interventions of psykisk, each with the answer of its respondent.
    assert_eq!(rows(&out.join("data/claims.csv"))[0]["outcome"], "holds");
}

#[test]
fn a_pair_with_an_area_that_was_not_asked_is_no_value() {
    let folder = tempfile::tempdir().expect("a folder");
    let claims =
        "id,area,statement,assertion\nB,all,Ingen.,'Ja' × suicid absent in interventions by samverkan by area\n";
    let study = without_a_question(folder.path(), claims);
    let failed = run_into(&study, &folder.path().join("out"), &[Format::Csv]).expect_err("no such value");
    let insats::run::Failure::Input(messages) = failed else { panic!("{failed:?}") };
    assert!(
        crate::support::shown(&messages).contains("is no value of the ranking"),
        "{}",
        crate::support::shown(&messages)
    );
}

#[test]
fn bases_are_of_what_is_counted_and_say_what_is_outside() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    run_into(&project("tests/cases/crossing"), &out, &[Format::Html]).unwrap_or_else(|failure| panic!("{failure}"));
    let page = fs::read_to_string(out.join("rapport.html")).expect("a page").replace('\u{a0}', " ");
    for told in [
        // Subcodes of A: five of the seven interventions have A.
        "Bas: 5 insatser, 0,7 mnkr. Här räknas inte 2 insatser utan koden ”Arbetssätt”.",
        // Respondents of two areas: three recipients, four answers.
        "Antal svar. Bas: 4 svar.",
        // Attainment: S1-1 has no goal.
        "Bas: 6 insatser, 0,9 mnkr; var och en räknas under varje kod som den har. Här räknas inte 1 insats utan kod för mål.",
    ] {
        assert!(page.contains(told), "{told} in {page}");
    }
}

/// A text alternative says what darker means: interventions, funds, or shares.
#[test]
fn colours_say_what_they_grow_darker_with() {
    let folder = tempfile::tempdir().expect("a folder");
    let (study, out) = (folder.path().join("study"), folder.path().join("out"));
    copy_folder(&project("tests/cases/crossing"), &study);
    let told = [
        ("figur-1", "", "mörkare ju fler"),
        ("figur-2", "measure = \"funds\"", "mörkare ju mer medel"),
        ("figur-3", "measure = \"funds\"\nshare = \"row\"", "mörkare ju större andel"),
        ("figur-4", "share = \"all\"", "mörkare ju större andel"),
    ];
    let item = |(id, keys, _): &(&str, &str, &str)| {
        format!(
            "[[item]]\nid = \"{id}\"\ntitle = \"{id}\"\nkind = \"cross\"\ndraw = \"heat\"\nrows = \"activity\"\ncolumns = \"goal\"\n{keys}\n"
        )
    };
    fs::write(study.join("report.toml"), told.iter().map(item).collect::<String>()).expect("a report");
    let declared = fs::read_to_string(study.join("study.toml")).expect("a study");
    fs::write(study.join("study.toml"), declared.replace("claims = \"claims.csv\"\n", "")).expect("a study");
    run_into(&study, &out, &[Format::Txt]).unwrap_or_else(|failure| panic!("{failure}"));
    for (id, _, darker) in told {
        let text = fs::read_to_string(out.join(format!("figures/{id}.txt"))).expect("a text").replace('\u{a0}', " ");
        assert!(text.contains(&format!("Korstabell i färg: aktivitet efter mål, {darker}.")), "{text}");
    }
}
