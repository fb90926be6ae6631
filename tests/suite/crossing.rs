//! Cross tables of the shipped study against tables that pandas made of its final codes, exports and weighted funds.

use std::collections::BTreeMap;
use std::fs;

use insats::render::Format;

use crate::support::{copy_folder, project, rows, run_into};

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
    fs::write(study.join("report.toml"), items.concat()).expect("a report");
    let declared = fs::read_to_string(study.join("study.toml")).expect("a study");
    let without_claims = declared.replace("claims = \"claims.csv\"\n", "");
    fs::write(study.join("study.toml"), without_claims).expect("a study");
    let out = folder.path().join("out");
    run_into(&study, &out, &[Format::Csv]).unwrap_or_else(|failure| panic!("{failure}"));
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
