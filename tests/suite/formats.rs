//! One survey in every format, encoding and layout that has to work, and in every way that has to be refused.
//!
//! The files in `tests/formats/files` hold the same answers; each is read with the same study and must give the same
//! numbers, which `tests/formats/README.md` works out by hand. Those in `refused` must be refused, with the message that
//! stands in `refused/messages.txt`, and nothing may be written.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use insats::run::{Failure, Summary};

use crate::support::{UNDRAWN, files, project, run_into, shown};

/// Every file, and what has to be declared for it beside its name.
const READ: [(&str, &str); 26] = [
    ("komma.csv", ""),
    ("semikolon.csv", ""),
    ("tabb.tsv", ""),
    ("lodstreck.csv", ""),
    ("radslut-lf.csv", ""),
    ("radslut-cr.csv", ""),
    ("utf8-bom.csv", ""),
    ("utf16-le.csv", ""),
    ("utf16-be.csv", ""),
    ("utf16-le-utan-bom.csv", ""),
    ("windows-1252.csv", ""),
    ("latin-1.csv", r#"encoding = "latin1""#),
    ("macroman.csv", r#"encoding = "macroman""#),
    ("ja-nej.csv", ""),
    ("ettor.csv", ""),
    ("text.xlsx", ""),
    ("typer.xlsx", ""),
    ("typer.xls", ""),
    ("typer.xlsb", ""),
    ("typer.ods", ""),
    ("omgivning.xlsx", ""),
    ("sammanslagna-rubriker.xlsx", r#"header = { rows = 2, join = ": " }"#),
    ("spss.sav", ""),
    ("spss.zsav", ""),
    ("snappy.parquet", ""),
    ("okomprimerad.parquet", ""),
];

/// Lays out the study with one file of a folder, and runs it.
fn run_with(folder: &Path, from: &str, file: &str, keys: &str) -> Result<Summary, Failure> {
    let base = project("tests/formats");
    let study = folder.join("studie");
    fs::create_dir_all(&study).expect("a folder");
    for name in ["codebook.json", "medel.csv", "report.toml"] {
        fs::copy(base.join(name), study.join(name)).expect("a file");
    }
    fs::copy(base.join(from).join(file), study.join(file)).expect("a file");
    let declared = fs::read_to_string(base.join("study.toml")).expect("study.toml");
    fs::write(study.join("study.toml"), declared.replace("{file}", file).replace("{keys}", keys)).expect("study.toml");
    run_into(&study, &folder.join("out"), &UNDRAWN)
}

#[test]
fn every_format_gives_the_same_numbers() {
    let listed: Vec<&str> = READ.iter().map(|(file, _)| *file).collect();
    let there = files(&project("tests/formats/files"));
    assert!(there.keys().all(|name| listed.contains(&name.as_str())), "a file is not tested: {:?}", there.keys());
    let all_expected = files(&project("tests/formats/expected"));
    assert!(!all_expected.is_empty(), "there is nothing to compare with");
    let mut wrong = Vec::new();
    for (file, keys) in READ {
        let folder = tempfile::tempdir().expect("a folder");
        match run_with(folder.path(), "files", file, keys) {
            Err(Failure::Input(messages)) => wrong.push(format!("--- {file}\n{}", shown(&messages))),
            Err(other) => wrong.push(format!("--- {file}: {other:?}")),
            Ok(_) => {
                for (name, expected) in &all_expected {
                    let found = fs::read_to_string(folder.path().join("out/data").join(name)).expect("a data file");
                    if found.as_bytes() != expected.as_slice() {
                        wrong.push(format!("--- {file}, {name}\n{found}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_must_be_refused_is_refused_with_its_place_and_nothing_is_written() {
    let mut all = String::new();
    for file in files(&project("tests/formats/refused")).into_keys().filter(|name| name != "messages.txt") {
        let folder = tempfile::tempdir().expect("a folder");
        let _ = match run_with(folder.path(), "refused", &file, "") {
            Err(Failure::Input(messages)) => writeln!(all, "--- {file}\n{}", shown(&messages)),
            other => writeln!(all, "--- {file}\n{other:?}\n"),
        };
        let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").flatten().map(|e| e.file_name()).collect();
        assert_eq!(left, ["studie"], "{file} left something behind");
    }
    let expected = fs::read_to_string(project("tests/formats/refused/messages.txt")).expect("the messages");
    assert!(all == expected, "the messages differ from refused/messages.txt:\n{all}");
}
